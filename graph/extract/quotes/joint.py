"""Who says the same words together: two bodies in a joint statement, persons joined by "and"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model import Mention, Span

if TYPE_CHECKING:
    from graph.extract.quotes.speakers import Speakers


def together(speakers: Speakers, pair: Sequence[Mention], verb: Span, who: str) -> tuple[str, ...]:
    """The other of two bodies that say so themselves: "X and Y said in a joint statement"."""
    if (
        len(pair) < 2
        or pair[0].agents[0] == who
        or speakers.wording.jointly.search(speakers.text, verb.start, verb.end + 40) is None
    ):
        return ()
    gap = speakers.text[pair[0].span.end : pair[1].span.start]
    return (pair[0].agents[0],) if re.fullmatch(r"(?: \([^)]{1,20}\))?,? and (?:the )?", gap) else ()


def beside(speakers: Speakers, who: str, near: Sequence[Mention]) -> tuple[str, ...]:
    """The others who say the same words: persons joined by "and" or commas, each with an office at most."""
    people = [m for m in near if speakers.is_person(m) and m.kind in ("name", "surname")]
    at = next((i for i, m in enumerate(people) if m.agents[0] == who), None)
    if at is None:
        return ()
    out: list[str] = []
    for step in (-1, 1):
        here = at
        while 0 <= here + step < len(people):
            one, other = sorted((people[here], people[here + step]), key=lambda m: m.span)
            gap = speakers.text[one.span.end : other.span.start]
            if not re.fullmatch(r"(?:,[^.;:\"]{0,80})?,? and(?: [^;:,\"]{0,60})? ", gap):
                break
            out.append(people[here + step].agents[0])
            here += step
    return tuple(dict.fromkeys(iri for iri in out if iri != who))
