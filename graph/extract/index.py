"""Compiled patterns filed under one word that each must hold, so that a sentence meets only those that it may match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.extract.cues import Pattern, Word

T = TypeVar("T")
_BEYOND = re.compile(r"[^a-z]")
# A pattern's rank, the further sets of which a sentence must hold a form each, the words at which it is to be tried, and itself.
Filed = tuple[int, tuple[frozenset[str], ...], frozenset[str], tuple[T, Pattern]]


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """Patterns with what each stands for, filed under the forms of the word that each cannot do without: first those that need
    no other word, then the forms of second words, and under each of these the patterns that need it as well.
    """

    filed: Mapping[str, tuple[tuple[Filed[T], ...], frozenset[str], Mapping[str, tuple[Filed[T], ...]]]]
    words: frozenset[str]  # those under which something is filed
    # The same by the plain letters in the forms: under one word, the sets of which a sentence must hold one each beside it.
    letters: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]
    free: frozenset[str]  # those of its words that need nothing beside them

    def may_meet(self, letters: Set[str]) -> bool:
        """Whether any pattern can match in a sentence, by its words of plain letters: cheaper to ask than its items."""
        if not self.free.isdisjoint(letters):
            return True
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
        for word in self.words & words:
            alone, seconds, beside = self.filed[word]
            for rank, _, anchors, entry in alone:
                found[rank] = (anchors, entry)
            for second in seconds & words:
                for rank, needed, anchors, entry in beside[second]:
                    for forms in needed:
                        if forms.isdisjoint(words):
                            break
                    else:
                        found[rank] = (anchors, entry)
        out: dict[str, list[tuple[T, Pattern]]] = {}
        for rank in sorted(found):
            anchors, entry = found[rank]
            for word in anchors & words:
                out.setdefault(word, []).append(entry)
        return out


def of(entries: Iterable[tuple[Pattern, T]]) -> Index[T]:
    """An index of patterns; where two match at one word the earlier of the entries comes first."""
    groups: dict[str, dict[str, list[Filed[T]]]] = {}  # by a first word and a second one, "" for none
    letters: dict[str, set[tuple[frozenset[str], ...]]] = {}
    for rank, (pattern, value) in enumerate(entries):
        first, *others = _rarest_first(pattern)
        filed = (rank, tuple(others[1:]), pattern.words, (value, pattern))
        for word in first:
            letters.setdefault(_letters(word), set()).add(tuple(_told_by_letters(others)))
            for second in others[0] if others else ("",):
                groups.setdefault(word, {}).setdefault(second, []).append(filed)
    beside = {word: {second: tuple(found) for second, found in group.items()} for word, group in groups.items()}
    return Index(
        {word: (group.get("", ()), frozenset(group) - {""}, group) for word, group in beside.items()},
        frozenset(beside),
        {word: _shortest(needed) for word, needed in letters.items()},
        frozenset(word for word, needed in letters.items() if () in needed),
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


def _rarest_first(pattern: Pattern) -> list[frozenset[str]]:
    """The forms of the elements that a pattern must hold, those that a sentence holds least often first: long words are rare."""
    musts = [e.forms for e in pattern.elements if isinstance(e, Word) and not e.optional]
    return sorted(musts, key=lambda forms: (-min(map(len, forms)), len(forms)))
