"""How somebody without a name speaks: "a union-side source told", "one striker said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model import Mention, Span

if TYPE_CHECKING:
    from graph.extract.quotes.speakers import Speakers

_AGED = re.compile(r",(?: (?:aged? )?\d\d,)?")
_SPEAKING_FOR = re.compile(r"(?:\b(?:of|for|at|with|from|in)\s(?:the\s)?|['’]s\s)$")


class Nameless:
    """The words for a speaker whom the text does not name."""

    def __init__(self, speakers: Speakers) -> None:
        self._of = speakers

    def subject(
        self, span: Span, verb: Span, left: Sequence[Mention], right: Sequence[Mention], *, first: bool
    ) -> str | None:
        """How a verb's subject is told of that has no name, None where it has one: "a union-side source told ..."."""
        asides = self._of.asides(max(span.start, verb.start - 200), verb.start)
        left = [m for m in left if not any(aside.covers(m.span) for aside in asides)]
        start = max(span.start, verb.start - 120, *(m.span.end for m in left if self._of.is_person(m)), 0)
        subject = self._of.text[start : verb.start].lower()
        free = [m for m in self._of.wording.unnamed.finditer(subject) if not self._of.in_marks(start + m.start())]
        found = free[-1] if free else None
        if found is None:
            head = len(subject) - len(subject.lstrip(' ,"'))
            bare = (start == span.start or head) and not self._of.in_marks(start + head)
            found = self._of.wording.plural.match(subject, head) if bare else None
        if found is not None:
            later = [m for m in left if m.span.start >= start + found.end()]
            alone = all(self._attached(m, verb) for m in later)
            part = re.search(r"\b(?:of|and|by|with|to|for) (?:the )?$", subject[: found.start()])
            apposed = start > span.start and _AGED.fullmatch(subject[: found.start()].strip()) is not None
            if alone and part is None and not apposed and not self._named_by(found, start, left):
                return found["who"]
            return None
        if not first or left:
            return None
        end = right[0].span.start if right and self._of.is_person(right[0]) else verb.end + 60
        after = self._of.wording.unnamed.match(self._of.text[verb.end + 1 : end].lower())
        if after is None:
            return None
        named = re.match(r",? [A-Z]|,? [\w ]{0,30}$", self._of.text[verb.end + 1 + after.end() : end])
        return None if named is not None else after["who"]

    def _attached(self, mention: Mention, verb: Span) -> bool:
        """Whether a mention only belongs to the subject: "at X", or set between commas."""
        before = self._of.text[max(0, mention.span.start - 12) : mention.span.start]
        aside = before.endswith(", ") and "," in self._of.text[mention.span.end : verb.start]
        return aside or _SPEAKING_FOR.search(before) is not None

    def _named_by(self, found: re.Match[str], start: int, left: Sequence[Mention]) -> bool:
        """Whether the phrase tells whose words they are: "the union negotiators"; "a Disney executive" stays unnamed."""
        head, phrase = (
            Span(start + found.end() - 1, start + found.end()),
            Span(start + found.start(), start + found.end()),
        )
        one = found["lead"] in ("a", "an", "one", "another")
        return any(m.span.covers(head) or (not one and m.span.meets(phrase)) for m in left)
