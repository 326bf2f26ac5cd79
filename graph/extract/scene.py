"""Where a trigger fired, and what its article has named so far: what roles, dates and moods are told from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from graph.extract.clauses import Clause
from graph.extract.tokens import Item
from graph.model import Agent, Mention

MEMORY = 12  # mentions that a role looks back over
AHEAD = 6  # names that it looks forward to, where none came before


@dataclass(slots=True)
class Scene:
    """Where a trigger fired: the sentence's items with their words and clauses, and which of them it took; `low` is the first
    item of its clause, `high` one past the last. Never changed once made, and not frozen, since each trigger makes some.
    """

    items: Sequence[Item]
    words: list[str]
    clauses: Sequence[Clause]
    clause: int
    low: int
    high: int
    start: int
    end: int
    head: int
    passive: bool
    noun: bool = False
    protest: bool = False

    def place(self, mention: Mention) -> int | None:
        """The item of a mention, None where it stands in another sentence."""
        at = bisect_left(self.items, mention.span[:1], key=_span)
        return at if at < len(self.items) and self.items[at].mention is mention else None

    def passes_over(self, at: int) -> bool:
        """Whether an item lies in a relative clause that the trigger reaches over: "The offer, which X liked, would ..."."""
        own, following = self.clauses[self.clause], self.clauses[self.clause + 1 : self.clause + 2]
        return bool(following) and following[0].end < self.end and own.end <= at < following[0].end


_span = attrgetter("span")


class Discourse(NamedTuple):
    """What an article has named so far: mentions up to this sentence, newest last, and agents by IRI."""

    before: Sequence[Mention]
    agents: dict[str, Agent]
    after: Sequence[Mention] = ()
