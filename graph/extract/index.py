"""Compiled patterns filed under one word that each must hold, so that a sentence meets only those that it may match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.extract.cues import Pattern, Word

T = TypeVar("T")
_BEYOND = re.compile(r"[^a-z]")
Filed = tuple[int, tuple[frozenset[str], ...], frozenset[str], tuple[T, Pattern]]


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """Patterns with what each stands for. `filed` maps a word form to the patterns that cannot do without it: those that need
    one of the same further forms stand together, each with its rank, the other sets of forms of which a sentence must hold
    one, and the words at which it is to be tried.
    """

    filed: Mapping[str, tuple[tuple[frozenset[str], tuple[Filed[T], ...]], ...]]
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
        missing = words.isdisjoint
        for word in self.words.intersection(words):
            for forms, entries in self.filed[word]:
                if forms and missing(forms):
                    continue
                for rank, needed, anchors, entry in entries:
                    for other in needed:
                        if missing(other):
                            break
                    else:
                        found[rank] = (anchors, entry)
        out: dict[str, list[tuple[T, Pattern]]] = {}
        for rank in sorted(found):
            anchors, entry = found[rank]
            for word in anchors.intersection(words):
                out.setdefault(word, []).append(entry)
        return out


def of(entries: Iterable[tuple[Pattern, T]]) -> Index[T]:
    """An index of patterns; where two match at one word the earlier of the entries comes first."""
    filed: dict[str, dict[frozenset[str], list[Filed[T]]]] = {}
    letters: dict[str, set[tuple[frozenset[str], ...]]] = {}
    for rank, (pattern, value) in enumerate(entries):
        rarest, others = _rarest(pattern)
        further, rest = (others[0], others[1:]) if others else (frozenset[str](), ())
        for word in rarest:
            one = (rank, rest, pattern.words, (value, pattern))
            filed.setdefault(word, {}).setdefault(further, []).append(one)
            letters.setdefault(_letters(word), set()).add(tuple(_told_by_letters(others)))
    return Index(
        {word: tuple((forms, tuple(found)) for forms, found in groups.items()) for word, groups in filed.items()},
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
