"""A noun whose verb stands in another stretch of its sentence: behind an aside ("the contract, which covers 900 clerks, ran
out"), or behind "and" ("talks broke down in May and resumed in June").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.extract.clauses import Clause
from graph.extract.cues import Match, Pattern, SlotTest
from graph.extract.english import AUXILIARY, RELATIVES
from graph.extract.rules import Rules
from graph.extract.tokens import Item

_APPOSED = 14  # items of an apposition
_PHRASE = 8  # items from a noun to the end of its phrase
_LED_BY = frozenset(("by", "at", "over", "in", "against"))
_ENDS = RELATIVES | {","}
_ASIDES = ("relative", "bracket", "participle")


class Further(NamedTuple):
    """A clause that goes on with an earlier one: its number, the item at which the earlier one is left, and the one at which
    it is taken up, where that is not the first of the clause.
    """

    clause: int
    end: int
    start: int = -1


class Reach:
    """Where the nouns of one clause can have their verbs beside the clause itself."""

    def __init__(self, items: Sequence[Item], parts: Sequence[Clause], number: int, rules: Rules) -> None:
        self._items = items
        self._parts = parts
        self._number = number
        self._rules = rules
        self._found: tuple[int | None, tuple[int, ...]] | None = None

    def goes_on(self, at: int) -> tuple[Further, ...]:
        """The clauses that go on with the noun at an item: the rest of its own, and those that "and" joins to it."""
        own = self._parts[self._number]
        resumed, joined = self._clauses()
        out = [Further(resumed, own.end)] if resumed is not None else []
        if (apposed := self._apposed(at, own)) is not None:
            out.append(apposed)
        if joined:
            verb = next((place for place in range(at + 1, own.end) if self._verb(place)), None)
            if verb is not None or resumed is not None:
                out.extend(Further(later, verb or own.end) for later in joined)
        return tuple(out)

    def _clauses(self) -> tuple[int | None, tuple[int, ...]]:
        """The clause that takes this one up again, and those joined to either that have no subject of their own."""
        if self._found is None:
            resumed = self._resumed()
            chain = {self._number, resumed}
            joined = []
            for later in range(self._number + 1, len(self._parts)):
                clause = self._parts[later]
                if clause.kind == "coordinate" and clause.parent in chain and self._subjectless(clause):
                    joined.append(later)
                    chain.add(later)
            self._found = resumed, tuple(joined)
        return self._found

    def _resumed(self) -> int | None:
        """The clause that goes on with this one after a relative clause or an aside inside it."""
        parts, number = self._parts, self._number
        if number + 2 >= len(parts) or parts[number + 1].kind not in _ASIDES:
            return None
        rest = parts[number + 2]
        own = parts[number].kind  # "said that the walkout, which began in May, would end": the rest of what is said
        goes_on = rest.kind == own or (own == "complement" and rest.kind == "main")
        return number + 2 if rest.parent == number and goes_on else None

    def _apposed(self, at: int, own: Clause) -> Further | None:
        """The rest of a clause behind words without a verb that only say more of a noun: "the walkout, the longest in years,
        began on Monday", "talks, now in their third week, broke down".
        """
        items = self._items
        opening = next((n for n in range(at + 1, min(at + _PHRASE, own.end)) if self._ends(n)), own.end)
        if opening + 2 >= own.end or items[opening].word != ",":
            return None
        if items[opening + 2].word in _LED_BY and self._verb(opening + 1):
            return self._led(opening, own)
        close = next((n for n in range(opening + 1, min(opening + _APPOSED, own.end - 1)) if self._ends(n)), own.end)
        apposed = close < own.end and items[close].word == "," and self._verb(close + 1)
        return Further(self._number, opening, close + 1) if apposed else None

    def _led(self, opening: int, own: Clause) -> Further | None:
        """The rest of a clause behind a participle that says more of a noun, with what says more of a name in it: "the strike,
        led by the X, the town's largest union, began on Tuesday".
        """
        last = min(opening + _APPOSED + _PHRASE, own.end - 1)
        for n in range(opening + 3, last):
            if self._items[n].word == "," and self._verb(n + 1):
                return Further(self._number, opening, n + 1)
            if self._items[n].word in RELATIVES or self._verb(n):
                return None
        return None

    def _ends(self, at: int) -> bool:
        """Whether a comma, a verb or a relative pronoun ends the words without a verb that stand before it."""
        return self._items[at].word in _ENDS or self._verb(at)

    def _subjectless(self, clause: Clause) -> bool:
        """Whether a verb, but for an adverb, comes right behind the word that joins a clause."""
        at = clause.start + 1
        while at < clause.end and (
            self._items[at].word.endswith("ly") or self._items[at].word in ("then", "also", "later")
        ):
            at += 1
        return at < clause.end and self._verb(at)

    def _verb(self, at: int) -> bool:
        word = self._items[at].word
        return word in AUXILIARY or self._rules.finite(word)


def across(
    pattern: Pattern, items: Sequence[Item], at: int, opening: tuple[int, int], rest: Clause, slot: SlotTest
) -> Match | None:
    """The match of a pattern whose noun stands in the items of `opening` (half-open) and whose verb in the clause `rest`."""
    low, end = opening
    first = rest.start + (rest.kind == "coordinate" and bool(rest.marker))  # the "and" is no part of it
    skipped = first - end
    joined = (*items[:end], *items[first : rest.end])

    def place(number: int) -> int:
        return number if number < end else number + skipped

    match = pattern.find(joined, at, low, len(joined), lambda kind, _, number: slot(kind, items, place(number)))
    if match is None or match.end <= end:
        return None
    return replace(match, end=match.end + skipped, head=place(match.head))
