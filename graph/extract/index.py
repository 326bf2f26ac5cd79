"""Compiled patterns filed under one word that each must hold, so that a sentence meets only those that it may match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.extract.cues import Pattern, Word

T = TypeVar("T")
_ALONE = -1  # the number behind which those stand that need nothing further
_BEYOND = re.compile(r"[^a-z]")
Filed = tuple[frozenset[int], int, frozenset[str], tuple[T, Pattern]]


class Sets:
    """Sets of word forms by number, shared by indexes so that a sentence is asked once which of them it holds a form of."""

    __slots__ = ("_last", "_numbers", "_of")

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._of: dict[str, frozenset[int]] = {}
        self._last: tuple[Set[str], Set[int]] = (frozenset(), {_ALONE})

    def number(self, forms: frozenset[str]) -> int:
        """The number of a set, a new one where it is met first."""
        known = self._numbers.get(forms)
        if known is None:
            known = self._numbers[forms] = len(self._numbers)
            for form in forms:
                self._of[form] = self._of.get(form, frozenset[int]()) | {known}
        return known

    def there(self, words: Set[str]) -> Set[int]:
        """The numbers of the sets of which a form is among the words of a sentence; those of the last one are kept."""
        asked, there = self._last  # one value, so that threads do not mix two sentences
        if words is not asked:
            of = self._of
            there = {_ALONE}.union(*[of[word] for word in of.keys() & words])
            self._last = (words, there)
        return there


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """Patterns with what each stands for. `filed` maps a word form to the patterns that cannot do without it: those that need
    a form of the same further set stand together behind its number, each with the numbers of the other sets of which a sentence
    must hold a form, its rank, and the words at which it is to be tried.
    """

    filed: Mapping[str, tuple[frozenset[int], Mapping[int, tuple[Filed[T], ...]]]]
    sets: Sets
    words: frozenset[str]  # those under which something is filed
    # The same by the plain letters in the forms: under one word, the sets of which a sentence must hold one each beside it.
    letters: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]

    def may_meet(self, letters: Set[str]) -> bool:
        """Whether any pattern can match in a sentence, by its words of plain letters: cheaper to ask than its items."""
        missing = letters.isdisjoint
        for word in ("", *self.letters.keys() & letters):
            for needed in self.letters.get(word, ()):
                for other in needed:
                    if missing(other):
                        break
                else:
                    return True
        return False

    def among(self, words: Set[str]) -> dict[str, list[tuple[T, Pattern]]]:
        """The patterns that a sentence of these words may hold, under the words at which they are to be tried, in order."""
        found: dict[int, tuple[frozenset[str], tuple[T, Pattern]]] = {}
        here = self.words.intersection(words)
        if not here:
            return {}
        there = self.sets.there(words)
        for word in here:
            numbers, groups = self.filed[word]
            for number in numbers & there:
                for needed, rank, anchors, entry in groups[number]:
                    if needed <= there:
                        found[rank] = (anchors, entry)
        out: dict[str, list[tuple[T, Pattern]]] = {}
        for rank in sorted(found):
            anchors, entry = found[rank]
            for word in anchors.intersection(words):
                out.setdefault(word, []).append(entry)
        return out


def of(entries: Iterable[tuple[Pattern, T]], sets: Sets) -> Index[T]:
    """An index of patterns; where two match at one word the earlier of the entries comes first."""
    filed: dict[str, dict[int, list[Filed[T]]]] = {}
    letters: dict[str, set[tuple[frozenset[str], ...]]] = {}
    for rank, (pattern, value) in enumerate(entries):
        rarest, others = _rarest(pattern)
        needed = [sets.number(forms) for forms in others]
        first, rest = (needed[0], frozenset(needed[1:])) if needed else (_ALONE, frozenset[int]())
        for word in rarest:
            filed.setdefault(word, {}).setdefault(first, []).append((rest, rank, pattern.words, (value, pattern)))
            letters.setdefault(_letters(word), set()).add(tuple(_told_by_letters(others)))
    return Index(
        {word: (frozenset(groups), {n: tuple(found) for n, found in groups.items()}) for word, groups in filed.items()},
        sets,
        frozenset(filed),
        {word: _shortest(needed) for word, needed in letters.items()},
    )


def _letters(word: str) -> str:
    """The plain letters in a word that stand together, where it has several the most: "hour" of "72-hour"."""
    return max(_BEYOND.split(word), key=len)


def _told_by_letters(musts: Iterable[frozenset[str]]) -> Iterator[frozenset[str]]:
    for forms in musts:
        found = frozenset(map(_letters, forms))
        if "" not in found:
            yield found


def _shortest(needed: Set[tuple[frozenset[str], ...]]) -> tuple[tuple[frozenset[str], ...], ...]:
    """What is needed beside a word, the least first; nothing more where one pattern needs nothing."""
    return ((),) if () in needed else tuple(sorted(needed, key=len))


def _rarest(pattern: Pattern) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The forms of the element that a pattern must hold and that a sentence holds least often (long words are rare), and
    those of the other elements that must be there.
    """
    musts = [e.forms for e in pattern.elements if isinstance(e, Word) and not e.optional]
    rarest = max(range(len(musts)), key=lambda at: (min(map(len, musts[at])), -len(musts[at])))
    return musts[rarest], (*musts[:rarest], *musts[rarest + 1 :])
