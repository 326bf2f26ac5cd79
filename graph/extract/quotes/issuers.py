"""Statements, letters and posts as speakers: whoever made them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.extract.quotes.voice import Voice
from graph.model import Mention, Span

if TYPE_CHECKING:
    from graph.extract.quotes.speakers import Speakers


class Issuers:
    """The documents that one article tells of."""

    def __init__(self, speech: Speakers) -> None:
        self.speech = speech

    def of_noun(self, span: Span, inside: Sequence[Mention]) -> Voice | None:
        """ "In a statement, the WGA ...:" and "a letter from X reads": a document stands for who wrote it."""
        text = self.speech.text[span.start : span.end]
        noun = self.speech.wording.sources.search(text.lower())
        if noun is None or not inside:
            return None
        place = Span(span.start + noun.start(), span.start + noun.end())
        linked = [
            m
            for m in inside
            if re.search(
                r"\b(?:from|by|of)\s(?:the\s)?$", self.speech.text[max(span.start, m.span.start - 12) : m.span.start]
            )
        ]
        ends = text.rstrip().endswith((":", ",", " that")) or "read" in text
        if linked and ends:
            return Voice(self.speech.who(linked[:2]) or linked[0].agents[0], place)
        if not ends or not self.speech.can_speak(inside[0]):
            return None
        return Voice(self.speech.who(inside[:3]) or inside[0].agents[0], place)

    def read_out(self, span: Span, text: str, *, first: bool) -> Voice | None:
        """ "The statement read:": whoever made it, as told before; it must open the stretch where `first`."""
        found = self.speech.wording.read_out.search(text.lower())
        if first and found is not None and text[: found.start()].strip(" ,"):
            return None
        issuer = self.before(span.start + found.start()) if found is not None else None
        if found is None or issuer is None:
            return None
        return Voice(issuer, Span(span.start + found.start(), span.start + found.end()))

    def maker(self, span: Span) -> str | None:
        """By whom a statement was made, where the words tell it: "a statement released by the union"."""
        made = self.speech.wording.made_by.search(self.speech.text, span.start, span.end)
        named = self.speech.mentions_in(Span(made.end(), made.end() + 1)) if made is not None else []
        return named[0].agents[0] if named and self.speech.can_speak(named[0]) else None

    def before(self, offset: int) -> str | None:
        """Who made the statement that an earlier sentence tells of."""
        at = bisect_left(self.speech.starts, offset + 1) - 1
        earlier = self.speech.sentences[max(0, at - 3) : at]
        for sentence in reversed(earlier):
            maker = self.maker(sentence.span)
            if maker is not None:
                return maker
            if self.speech.wording.sources.search(sentence.span.of(self.speech.text).lower()):
                return next(self._telling(sentence.span), None)
        return next((iri for sentence in reversed(earlier[-2:]) for iri in self._telling(sentence.span)), None)

    def _telling(self, sentence: Span) -> Iterator[str]:
        """Who can have made a statement, of those that a sentence names in its own words."""
        for mention in self.speech.mentions_in(sentence):
            aside = self.speech.aside(mention) or self.speech.in_marks(mention.span.start)
            if self.speech.can_speak(mention) and not aside:
                yield mention.agents[0]
