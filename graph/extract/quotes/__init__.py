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
from graph.extract.quotes.attribution import SHORT, Attribution, Hit
from graph.extract.quotes.marks import Marked
from graph.extract.quotes.speakers import Speakers
from graph.extract.quotes.voice import Voice
from graph.extract.quotes.wording import Wording
from graph.extract.words import Words
from graph.model import Agent, Document, Mention, Quotation, Region, Sentence, Span
from ontology import terms

_LAST_WORD = re.compile(r"([A-Za-z]+)[,:]\s?$")
_PATIENCE = 4  # paragraphs that may stand between the pieces of words that no mark has closed yet
_SHOWN = 40  # characters before words that a sign bears: "placards that read: "
_TERM = 5  # words of a term that qualifies a noun
_OWNER = re.compile(r"(?:\b(?:a|an|the|its|their|his|her|this|that)|['’]s?)\s$")
_NOUN_AFTER = re.compile(
    r" (?!(?:and|or|to|in|on|at|by|of|if|for|from|with|that|as|is|was|were|are|after|when|while|but)\b)[a-z]"
)
_NEAR = 8  # quotations before and after that can bear on one
_READ = (Region.BODY, Region.DECK, Region.CAPTION, Region.HEADING)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|We|we|our|Our|us|my|My|we're|We're|we've|We've)\b")


def find(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    agents: Mapping[str, Agent],
    words: Words,
) -> tuple[Quotation, ...]:
    """The quotations of a document in order."""
    reader = _Reader(document, sentences, mentions, agents, words.of(Wording))
    return tuple(reader.read())


class _Reader:
    """One document's quotations, paragraph by paragraph, since a speaker can carry over within one."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        agents: Mapping[str, Agent],
        wording: Wording,
    ) -> None:
        self.raw = document.text
        self.text = fold(document.text)
        self.sentences = [s for s in sentences if s.region in _READ]
        self.starts = [s.span.start for s in self.sentences]
        self.speakers = Speakers(self.text, self.sentences, mentions, agents, wording)
        self.places = Attribution(self.raw, self.speakers)
        self.agents = agents
        self.wording = wording

    def read(self) -> Iterator[Quotation]:
        """All quotations in order."""
        previous: Voice | None = None
        open_voice: Voice | None = None
        patience = 0
        lead: Span | None = None
        paragraphs = list(self._paragraphs())
        for number, paragraph in enumerate(paragraphs):
            opens = self.text[paragraph.start] in "\"'"
            marked = list(marks.find(self.raw, self.text, paragraph))
            if not opens:
                following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
                yield from self._blocks(lead, paragraph, following, marked)
            lead = paragraph if self.text[paragraph.end - 1] == ":" else None
            patience -= 1
            carried: Voice | None = open_voice if opens and patience >= 0 else None
            found, last, spoken = self._in(paragraph, marked, carried, previous)
            yield from found
            previous = last if spoken else None
            if last is not None and marked and marked[-1].open:
                open_voice, patience = last, _PATIENCE
            elif marked:
                open_voice = None

    def _in(
        self, paragraph: Span, marked: list[Marked], carried: Voice | None, previous: Voice | None
    ) -> tuple[list[Quotation], Voice | None, bool]:
        """The quotations of one paragraph, the last voice in it, and whether anything in it is speech."""
        out: list[Quotation] = []
        voice = carried
        spoken = False
        earlier = self.speakers.quoted[-_NEAR:]
        direct = [self._is_direct(m, paragraph) for m in marked]
        for at, mark in enumerate(marked):
            near = marked[max(0, at - _NEAR) : at + _NEAR]
            self.speakers.quoted = [*earlier, *(m.span for m in near)]
            if not direct[at] and not (spoken and self._goes_on_short(mark, paragraph)):
                out.append(Quotation(mark.span, self._evidence(mark.outer), "fragment", rule="fragment"))
                continue
            spoken = True
            following = next((m for m, d in zip(marked[at + 1 :][:_NEAR], direct[at + 1 :], strict=False) if d), None)
            hit = self._hit(mark, paragraph, near, following, voice, previous)
            if hit is None:
                out.append(Quotation(mark.span, self._evidence(mark.outer), "direct", rule="unattributed"))
                continue
            voice = hit.voice
            out.extend(self._quotations(mark, paragraph, hit))
        return out, voice, spoken

    def _hit(
        self,
        mark: Marked,
        paragraph: Span,
        near: Sequence[Marked],
        following: Marked | None,
        voice: Voice | None,
        previous: Voice | None,
    ) -> Hit | None:
        """The places of a speaker in turn; `voice` spoke before in the paragraph, `previous` at the end of the one before."""
        places = self.places
        hit = places.announced(mark, paragraph, near) or places.after(mark, paragraph, near)
        if hit is None and voice is not None and places.goes_on(mark, voice.cue):
            hit = Hit(voice, "continued")
        hit = hit or places.before(mark, paragraph, near) or places.after_colon(mark, paragraph)
        if hit is None and voice is not None:
            hit = Hit(voice, "continued")
        hit = hit or places.of_next(mark, following, paragraph, near)
        if hit is None and previous is not None and mark.outer.start == paragraph.start:
            hit = Hit(previous, "carried")
        return hit or places.introduced(mark, paragraph) or places.only_person(mark, paragraph)

    def _quotations(self, mark: Marked, paragraph: Span, hit: Hit) -> Iterator[Quotation]:
        """One quotation a speaker: a joint statement is everybody's who makes it."""
        voice = hit.voice
        evidence = self._evidence(mark.outer)
        if voice.who is None:
            yield Quotation(mark.span, evidence, "direct", rule="anonymous", cue=voice.cue, unnamed=voice.unnamed)
            return
        self._spoke(voice.who, mark.outer.end)
        self.speakers.last_joint = ((voice.who, *voice.joint), mark.outer.end) if voice.joint else None
        told = self._told(mark, paragraph)
        for who in (voice.who, *voice.joint):
            yield Quotation(mark.span, evidence, "direct", who, voice.cue, told, hit.rule)

    def _spoke(self, who: str, end: int) -> None:
        if self.agents[who].type == terms.Person:
            self.speakers.last_person = (who, end)

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

    def _blocks(
        self, lead: Span | None, paragraph: Span, following: Span | None, marked: list[Marked]
    ) -> Iterator[Quotation]:
        """A paragraph without marks that a colon announces, or that is signed below, told in the first person."""
        words = paragraph.of(self.text)
        if len(words) < 30 or words[0] in "•*-–—":
            return
        signed = self.places.signed(following) if following is not None else None
        if signed is not None and signed.who is not None and not marked:
            self._spoke(signed.who, paragraph.end)
            yield Quotation(paragraph, paragraph, "direct", signed.who, signed.cue, None, "signed")
            return
        if lead is None or not _FIRST_PERSON.search(words):
            return
        voice = self.speakers.find(Span(self.places.sentence_start(lead.end - 1, lead.start), lead.end), first=False)
        if voice is not None and voice.who is not None:
            self._spoke(voice.who, paragraph.end)
            yield Quotation(paragraph, paragraph, "direct", voice.who, voice.cue, None, "block")

    def _is_direct(self, mark: Marked, paragraph: Span) -> bool:
        """Whether the words are speech: four or more, or fewer with a verb of speech right beside them."""
        words = mark.span.of(self.text).split()
        lead_up = self.text[max(paragraph.start, mark.outer.start - 60) : mark.outer.start].lower()
        if self.wording.written_on.search(lead_up) is not None:
            return False
        if len(words) <= _TERM and self._qualifies(mark, paragraph):
            return False
        if self.wording.shown.search(
            self.text[max(paragraph.start, mark.outer.start - _SHOWN) : mark.outer.start].lower()
        ):
            return False
        if len(words) > SHORT:
            before = self.text[max(paragraph.start, mark.outer.start - 16) : mark.outer.start].split()
            title = all(w[0].isupper() or len(w) <= 3 for w in words) and not words[-1].endswith((",", ".", "?", "!"))
            return not (before and before[-1].lower() in self.wording.naming) and not title
        closing = mark.span.of(self.text)[-1:] in ",.?!"
        if closing and mark.outer == paragraph:
            return True
        lead = _LAST_WORD.search(self.text, max(paragraph.start, mark.outer.start - 24), mark.outer.start)
        if closing and lead is not None and lead[1].lower() in self.wording.speech:
            return True
        after = re.match(r"\s((?:[\w'-]+\s?){1,4})", self.text[mark.outer.end : mark.outer.end + 40])
        return closing and after is not None and any(word in self.wording.speech for word in after[1].lower().split())

    def _qualifies(self, mark: Marked, paragraph: Span) -> bool:
        """Whether a noun follows that the words qualify: "the studios' “last, best and final” offer"."""
        before = self.text[max(paragraph.start, mark.outer.start - 12) : mark.outer.start]
        noun = _NOUN_AFTER.match(self.text, mark.outer.end)
        return _OWNER.search(before) is not None and noun is not None and mark.span.of(self.text)[-1] not in ",.?!"

    def _goes_on_short(self, mark: Marked, paragraph: Span) -> bool:
        """A few words that are a sentence of their own after speech, or that the end of a cut text leaves open."""
        words = mark.span.of(self.text)
        return mark.open or (words[-1] in ".!?" and words[0].isupper() and self._begins_sentence(mark))

    def _begins_sentence(self, mark: Marked) -> bool:
        at = bisect_left(self.starts, mark.outer.start)
        return at < len(self.starts) and self.starts[at] == mark.outer.start

    def _evidence(self, span: Span) -> Span:
        """The sentences that the words stand in."""
        first = max(0, bisect_left(self.starts, span.start + 1) - 1)
        last = max(first, bisect_left(self.starts, span.end) - 1)
        return Span(min(self.sentences[first].span.start, span.start), max(self.sentences[last].span.end, span.end))

    def _told(self, mark: Marked, paragraph: Span) -> str | None:
        """The news organization that the words were given to, in the same sentence or paragraph."""
        evidence = self._evidence(mark.outer)
        start = max(paragraph.start, evidence.start, mark.outer.start - 400)
        for mention in self.speakers.mentions_in(Span(start, min(evidence.end, mark.outer.end + 400))):
            agent = self.agents.get(mention.agents[0])
            if agent is None or agent.type != terms.NewsOrganization or mark.outer.covers(mention.span):
                continue
            if self.wording.told_to.search(
                self.text[max(paragraph.start, mention.span.start - 40) : mention.span.start].lower()
            ):
                return agent.iri
        return None
