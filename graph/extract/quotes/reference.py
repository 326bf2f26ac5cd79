"""Whom a pronoun beside a quotation means: the one who spoke last, never the one spoken to or named only in the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.model import Mention, Span

if TYPE_CHECKING:
    from graph.extract.quotes.speakers import Speakers

_CAPITAL = re.compile(r"\s([A-Z][\w-]+)")
_OPENING = 24  # letters of a sentence before what it is about
_FOR = re.compile(r"\s(?:for|of|at|with)\s(?:the\s)?")


class Reference:
    """Pronouns of one document, asked while its quotations are read."""

    def __init__(self, speech: Speakers) -> None:
        self.speech = speech

    def agent(self, mention: Mention, told: str | None = None) -> str:
        """The agent of a mention; "he" after a quotation is whoever spoke last, never the one spoken to."""
        if mention.kind != "pronoun":
            return mention.agents[0]
        body = self._spoken_for(mention)
        if body is not None:
            return body
        if not self.speech.is_person(mention):
            return self._body(mention)
        if self.speech.last_person is not None and self.speech.last_person[0] != told:
            who, place = self.speech.last_person
            met = self.speech.mentions_in(Span(place, mention.span.start))
            if not any(self._introduces(m) for m in met):
                return who
        if mention.agents[0] != told:
            return mention.agents[0]
        before = reversed(self.speech.mentions_in(Span(max(0, mention.span.start - 1200), mention.span.start)))
        return next((m.agents[0] for m in before if self._introduces(m) and m.agents[0] != told), mention.agents[0])

    def _introduces(self, mention: Mention) -> bool:
        """Whether a mention outside quotations names a person anew."""
        return (
            self.speech.is_person(mention)
            and mention.kind in ("name", "surname")
            and not any(q.covers(mention.span) for q in self.speech.quoted)
        )

    def _spoken_for(self, mention: Mention) -> str | None:
        """The body whose spokesperson, without a name, the sentence before is about: "A spokeswoman for X ... She added"."""
        speech = self.speech
        start = speech.sentence_before(mention.span.start)
        if start is None:
            return None
        spokes = speech.wording.spokesperson.search(speech.text, start, mention.span.start)
        if spokes is None:
            return None
        near = speech.mentions_in(Span(max(start, spokes.start() - 60), mention.span.start))
        if any(speech.is_person(m) and m.kind != "pronoun" for m in near):
            return None
        after = _FOR.match(speech.text, spokes.end())
        bodies = [m for m in near if m.kind != "pronoun" and speech.can_speak(m)]
        owner = [m for m in bodies if after is not None and m.span.start <= after.end() + 4 < m.span.end + 4]
        before = [m for m in bodies if 0 <= spokes.start() - m.span.end <= 2]
        return owner[0].agents[0] if owner else before[-1].agents[0] if before else None

    def both(self, mention: Mention) -> tuple[str, ...]:
        """The speakers of a joint statement a paragraph before, whom "they" goes on with."""
        joint = self.speech.last_joint
        if joint is None or mention.kind != "pronoun" or self.speech.is_person(mention):
            return ()
        gap = self.speech.text[joint[1] : mention.span.start]
        they = mention.span.of(self.speech.text).lower() == "they"
        return joint[0] if they and len(gap) < 600 else ()

    def _body(self, mention: Mention) -> str:
        """Whom "it" or "they" means beside a quotation: what the sentence before is about, never a body that only the
        quotation names.
        """
        topic = self._topic(mention)
        if topic is not None:
            return topic
        before = self.speech.mentions_in(Span(max(0, mention.span.start - 900), mention.span.start))
        named = [m for m in before if mention.agents[0] in m.agents and m.kind != "pronoun"]
        if not named or not any(q.covers(named[-1].span) for q in self.speech.quoted):
            return mention.agents[0]
        free = [
            m
            for m in before
            if m.kind != "pronoun"
            and not self.speech.is_person(m)
            and self.speech.can_speak(m)
            and not any(q.covers(m.span) for q in self.speech.quoted)
        ]
        return free[-1].agents[0] if free else mention.agents[0]

    def _topic(self, mention: Mention) -> str | None:
        """The body that the sentence before begins with, where "it" speaks: "The X, at odds with the Y, ... "...," it said"."""
        start = self.speech.sentence_before(mention.span.start)
        if start is None or mention.span.of(self.speech.text).lower() != "it":
            return None
        first = next(iter(self.speech.mentions_in(Span(start, min(start + _OPENING, mention.span.start)))), None)
        if first is None or self.speech.is_person(first) or not self.speech.can_speak(first):
            return None
        return None if self.speech.aside(first) or self.speech.in_marks(first.span.start) else first.agents[0]

    def addressed(self, who: str, verb: Span) -> str | None:
        """The agent, where the word after the verb is part of its name: "he told Nick" is not said by Nick."""
        word = _CAPITAL.match(self.speech.text, verb.end)
        return who if word is not None and word[1] in self.speech.agents[who].name.split() else None
