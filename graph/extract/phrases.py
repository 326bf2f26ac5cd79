"""Many words, phrases or names looked for at once: one pass over the text, however many they are."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

import ahocorasick

from graph.model import Sentence


class Phrases:
    """Strings to be found in texts of their own case; the empty string is none."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for form in forms:
            if form:
                self._automaton.add_word(form, form)
        self._none = not len(self._automaton)
        if not self._none:
            self._automaton.make_automaton()

    def hits(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Every place of each string in a stretch of text, overlapping ones too, by the place where they end."""
        if not self._none:
            for last, form in self._automaton.iter(text, start, end):
                yield last + 1 - len(form), form

    def held(self, text: str) -> tuple[set[str], set[str]]:
        """The strings that a text holds anywhere, and those of them that stand somewhere as whole words."""
        anywhere: set[str] = set()
        whole: set[str] = set()
        for last, form in () if self._none else self._automaton.iter(text):
            anywhere.add(form)
            if form not in whole and _whole(text, last + 1 - len(form), last + 1):
                whole.add(form)
        return anywhere, whole


class Names:
    """Names of one document; one counts unless what stands before it (a character) or after it forbids."""

    def __init__(self, names: Iterable[str], *, before: str, after: str) -> None:
        self._phrases = Phrases(names)
        self._before = re.compile(before)
        self._after = re.compile(after)

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The names in a stretch of text with their places, left to right, none overlapping: the longest at each place."""
        yield from self._apart(text, start, end, list(self._phrases.hits(text, start, end)))

    def each(self, text: str, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, int, str]]:
        """The same for every sentence of a text, in order, by one pass over all of it."""
        hits = deque(sorted(self._phrases.hits(text, 0, len(text))))
        for sentence in sentences:
            start, end = sentence.span
            while hits and hits[0][0] < start:
                hits.popleft()
            inside = []
            while hits and hits[0][0] < end:
                hit = hits.popleft()
                if hit[0] + len(hit[1]) <= end:
                    inside.append(hit)
            for at, name in self._apart(text, start, end, inside) if inside else ():
                yield sentence, at, name

    def _apart(self, text: str, start: int, end: int, hits: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        done = start
        for at, name in sorted(hits, key=lambda hit: (hit[0], -len(hit[1]))):
            last = at + len(name)
            free = at >= done and not (at and self._before.match(text, at - 1, at))
            if free and not self._after.match(text, last, end):
                yield at, name
                done = last


def _whole(text: str, start: int, end: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
