"""The word lists of the ontology, compiled when they are first asked for and kept as long as the lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, TypeVar

from ontology.inflect import expand
from ontology.lexicon import Lexicon

T = TypeVar("T")
# "\\bthe" begun by its letters, so that the engine passes by most of a text at one look.
THE = r"the(?<!\wthe)"


@dataclass(frozen=True)
class Words:
    """Word lists by name, as sets of their forms in lower case or as the alternatives of a pattern."""

    lexicon: Lexicon

    @cached_property
    def _held(self) -> dict[object, Any]:
        return {}

    def words(self, *names: str) -> frozenset[str]:
        """The forms of lists; phrases keep their spaces. `VocabularyError` where there is none of that name."""
        known: frozenset[str] | None = self._held.get(names)
        if known is None:
            known = self._held[names] = expand(entry for name in names for entry in self.lexicon.listed(name))
        return known

    def firsts(self, name: str) -> frozenset[str]:
        """The first words of a list's entries, plain letters alone: what a sentence must hold for one of them to stand in it."""
        return frozenset(found[0] for form in self.words(name) if (found := _LETTERS.match(form)) is not None)

    def either(self, *names: str) -> str:
        """The forms of lists as one group of a pattern, the longest first; of no words, a group that matches nothing."""
        return either(self.words(*names))

    def of(self, make: Callable[[Self], T]) -> T:
        """What a module makes of its lists, made once: `vocabulary.of(_Patterns)`."""
        known: T | None = self._held.get(make)
        if known is None:
            known = self._held[make] = make(self)
        return known


_LETTERS = re.compile(r"[a-z]+")


def either(forms: Iterable[str]) -> str:
    """Words as one group of a pattern, the longest first, so that a phrase is tried before the word that it begins with. Those
    of one initial stand together, so that the engine passes by most of them at one look a letter.
    """
    initials: dict[str, list[str]] = {}
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        initials.setdefault(form[:1], []).append(re.escape(form[1:]))
    groups = (
        re.escape(initial) + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})")
        for initial, rests in initials.items()
    )
    return f"(?:{'|'.join(groups)})" if initials else "(?!)"


def either_case(forms: Iterable[str]) -> str:
    """Words as one group of a pattern, each part of them with a capital or without: "co-chairs", "Co-Chairs"."""
    listed = sorted(set(forms), key=lambda form: (-len(form), form))
    parts = (_INITIAL.sub(lambda first: f"[{first[0].upper()}{first[0]}]", re.escape(form)) for form in listed)
    return f"(?:{'|'.join(parts)})" if listed else "(?!)"


_INITIAL = re.compile(r"(?<![a-z'])[a-z]")


def behind(phrases: Iterable[str]) -> str:
    """A letter right behind one of some phrases, as a part of a pattern; they are asked for by their last words."""
    by_last: dict[str, list[str]] = {}
    for phrase in sorted(phrases):
        by_last.setdefault(phrase.rpartition(" ")[2], []).append(rf"(?<=\b{re.escape(phrase)} .)")
    groups = (rf"(?<=\b{re.escape(last)} .)(?:{'|'.join(found)})" for last, found in by_last.items())
    return f"(?:{'|'.join(groups)})"
