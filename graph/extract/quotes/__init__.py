"""Words in quotation marks, with who said them and to whom. Terms and scare quotes are fragments and nobody's statement.

A speaker is the agent beside a verb of speech: after the quotation, before it, or of the sentence that the quotation
goes on from. Never the nearest name alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from graph.extract.fold import fold
from graph.extract.quotes import marks
from graph.extract.quotes.attribution import SHORT, Attribution
from graph.extract.quotes.marks import Marked
from graph.extract.quotes.speakers import Speakers
from graph.model import Agent, Document, Mention, Quotation, Region, Sentence, Span
from ontology import terms

_NEAR = 8  # quotations before and after that can bear on one
_READ = frozenset((Region.BODY, Region.DECK, Region.CAPTION, Region.HEADING))
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview(?:ed)? (?:with|by)|speaking (?:to|with)|spoke (?:to|with)|in comments to|statement to|wrote (?:in|for)|said to)\s+(?:the\s+)?$"
)
_NOT_SPEECH = frozenset(
    ("called", "calls", "titled", "dubbed", "entitled", "named", "labeled", "labelled", "so-called", "known")
)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|We|we|our|Our|us|my|My|we're|We're|we've|We've)\b")


def find(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    agents: Mapping[str, Agent],
    speech: frozenset[str],
) -> tuple[Quotation, ...]:
    """The quotations of a document in order; `speech` are the forms of verbs of speech."""
    reader = _Reader(document, sentences, mentions, agents, speech)
    return tuple(reader.read())


class _Reader:
    """One document's quotations, paragraph by paragraph, since a speaker can carry over within one."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        agents: Mapping[str, Agent],
        speech: frozenset[str],
    ) -> None:
        self.raw = document.text
        self.text = fold(document.text)
        self.sentences = [s for s in sentences if s.region in _READ]
        self.starts = [s.span.start for s in self.sentences]
        self.speakers = Speakers(self.text, self.sentences, mentions, agents, speech)
        self.places = Attribution(self.raw, self.speakers)
        self.agents = agents
        self.speech = speech

    def read(self) -> Iterator[Quotation]:
        """All quotations in order."""
        carried: str | None = None
        previous: str | None = None
        lead: Span | None = None
        for paragraph in self._paragraphs():
            opens = self._continues(paragraph)
            speaker: str | None = carried if opens else None
            carried = None
            if lead is not None and not opens:
                block = self._block(lead, paragraph)
                if block is not None:
                    yield block
            lead = paragraph if self.text[paragraph.end - 1] == ":" else None
            marked = list(marks.find(self.raw, self.text, paragraph))
            direct = [self._is_direct(m, paragraph) for m in marked]
            earlier = self.speakers.quoted[-_NEAR:]
            found: list[Quotation] = []
            for at, mark in enumerate(marked):
                near = marked[max(0, at - _NEAR) : at + _NEAR]
                self.speakers.quoted = [*earlier, *(m.span for m in near)]
                if not direct[at]:
                    found.append(self._quotation(mark, "fragment", None, None, None, "fragment"))
                    continue
                hit = self.places.beside(mark, paragraph, near)
                if hit is None and speaker is not None:
                    hit = (speaker, None, "continued")
                if hit is None:
                    following = next(
                        (
                            m
                            for m, is_direct in zip(
                                marked[at + 1 : at + _NEAR], direct[at + 1 : at + _NEAR], strict=True
                            )
                            if is_direct
                        ),
                        None,
                    )
                    hit = self.places.of_next(mark, following, paragraph, near)
                if hit is None and previous is not None and mark.outer.start == paragraph.start:
                    hit = (previous, None, "carried")
                if hit is None:
                    hit = self.places.introduced(mark, paragraph)
                if hit is None:
                    hit = self.places.after_colon(mark, paragraph)
                if hit is None:
                    hit = self.places.only_person(mark, paragraph)
                who, cue, rule = hit if hit is not None else (None, None, "unattributed")
                if who == "":  # said by somebody without a name
                    who, speaker, rule = None, None, "anonymous"
                if who is not None:
                    speaker = who
                    if self.agents[who].type == terms.Person:
                        self.speakers.last_person = (who, mark.outer.end)
                found.append(self._quotation(mark, "direct", who, cue, self._told(mark, who, paragraph), rule))
            yield from found
            previous = speaker if any(direct) else None
            if speaker is not None and marked and marked[-1].open:
                carried = speaker

    def _paragraphs(self) -> Iterator[Span]:
        number = None
        start = end = 0
        for sentence in self.sentences:
            if sentence.paragraph != number:
                if number is not None:
                    yield Span(start, end)
                number, start = sentence.paragraph, sentence.span.start
            end = sentence.span.end
        if number is not None:
            yield Span(start, end)

    def _continues(self, paragraph: Span) -> bool:
        return self.text[paragraph.start] in "\"'"

    def _block(self, lead: Span, paragraph: Span) -> Quotation | None:
        """A paragraph without marks after one that announces speech with a colon, told in the first person."""
        words = paragraph.of(self.text)
        if len(words) < 30 or words[0] in "•*-–" or not _FIRST_PERSON.search(words):
            return None
        hit = self.speakers.find(Span(self.places.sentence_start(lead.end - 1, lead.start), lead.end), first=False)
        if hit is None or hit[0] == "":
            return None
        who, cue = hit
        if self.agents[who].type == terms.Person:
            self.speakers.last_person = (who, paragraph.end)
        return Quotation(paragraph, paragraph, "direct", who, cue, None, "block")

    def _is_direct(self, mark: Marked, paragraph: Span) -> bool:
        """Whether the words are speech: four or more, or fewer with a verb of speech right beside them."""
        words = mark.span.of(self.text).split()
        if len(words) > SHORT:
            before = self.text[max(paragraph.start, mark.outer.start - 16) : mark.outer.start].split()
            title = all(w[0].isupper() or len(w) <= 3 for w in words) and not words[-1].endswith((",", ".", "?", "!"))
            return not (before and before[-1].lower() in _NOT_SPEECH) and not title
        closing = mark.span.of(self.text)[-1:] in ",.?!"
        if closing and mark.outer == paragraph:
            return True
        after = re.match(r"\s((?:[\w'-]+\s?){1,4})", self.text[mark.outer.end : mark.outer.end + 40])
        return closing and after is not None and any(word in self.speech for word in after[1].lower().split())

    def _quotation(
        self, mark: Marked, kind: str, speaker: str | None, cue: Span | None, told: str | None, rule: str
    ) -> Quotation:
        return Quotation(mark.span, self._evidence(mark.outer), kind, speaker, cue, told, rule)

    def _evidence(self, span: Span) -> Span:
        """The sentences that the words stand in."""
        first = max(0, bisect_left(self.starts, span.start + 1) - 1)
        last = max(first, bisect_left(self.starts, span.end) - 1)
        return Span(min(self.sentences[first].span.start, span.start), max(self.sentences[last].span.end, span.end))

    def _told(self, mark: Marked, speaker: str | None, paragraph: Span) -> str | None:
        """The news organization that the words were given to, in the same sentence or paragraph."""
        evidence = self._evidence(mark.outer)
        start = max(paragraph.start, evidence.start, mark.outer.start - 400)
        for mention in self.speakers.mentions_in(Span(start, min(evidence.end, mark.outer.end + 400))):
            agent = self.agents.get(mention.agents[0])
            if agent is None or agent.type != terms.NewsOrganization or mark.outer.covers(mention.span):
                continue
            if _TOLD.search(self.text[max(paragraph.start, mention.span.start - 40) : mention.span.start].lower()):
                return agent.iri
        return None
