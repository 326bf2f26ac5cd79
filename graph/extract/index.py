"""Compiled patterns filed under one word that each must hold, so that a sentence meets only those that it may match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.extract.cues import Pattern, Word

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """Patterns with what each stands for; `filed` maps a word form to the patterns that cannot do without it, each with its
    rank and the other sets of forms of which a sentence must hold one.
    """

    filed: Mapping[str, tuple[tuple[int, tuple[frozenset[str], ...], Pattern, T], ...]]
    words: frozenset[str]  # those under which something is filed

    def among(self, words: Set[str]) -> dict[str, list[tuple[T, Pattern]]]:
        """The patterns that a sentence of these words may hold, under the words at which they are to be tried, in order."""
        found: dict[int, tuple[Pattern, T]] = {}
        missing = words.isdisjoint
        for word in self.words.intersection(words):
            for rank, needed, pattern, value in self.filed[word]:
                for forms in needed:
                    if missing(forms):
                        break
                else:
                    found[rank] = (pattern, value)
        out: dict[str, list[tuple[T, Pattern]]] = {}
        for rank in sorted(found):
            pattern, value = found[rank]
            for word in pattern.words & words:
                out.setdefault(word, []).append((value, pattern))
        return out


def of(entries: Iterable[tuple[Pattern, T]]) -> Index[T]:
    """An index of patterns; where two match at one word the earlier of the entries comes first."""
    filed: dict[str, list[tuple[int, tuple[frozenset[str], ...], Pattern, T]]] = {}
    for rank, (pattern, value) in enumerate(entries):
        rarest, others = _rarest(pattern)
        for word in rarest:
            filed.setdefault(word, []).append((rank, others, pattern, value))
    return Index({word: tuple(found) for word, found in filed.items()}, frozenset(filed))


def _rarest(pattern: Pattern) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The forms of the element that a pattern must hold and that a sentence holds least often (long words are rare), and
    those of the other elements that must be there.
    """
    musts = [e.forms for e in pattern.elements if isinstance(e, Word) and not e.optional]
    rarest = max(range(len(musts)), key=lambda at: (min(map(len, musts[at])), -len(musts[at])))
    return musts[rarest], (*musts[:rarest], *musts[rarest + 1 :])
