"""Where the speaker of a quotation stands: after it, before it, with the next piece, or in the sentence that announces it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from graph.extract.quotes.marks import Marked
from graph.extract.quotes.speakers import Speakers
from graph.extract.quotes.voice import Voice
from graph.model import Span

SHORT = 3
_JOINED = re.compile(r",? (?:and|but|while|after|before|because|when) ")
_ANNOUNCES = re.compile(r"(?:([A-Za-z]+)[,:]?|:)\s?$")
_OF_WORKS = frozenset("of on in for from behind to".split())
_CLAUSE_END = re.compile(r"[.;!?](?=\s|$)")
_SIGNED = re.compile(r"\s*(?:—|–|--?|―)\s?(?=[A-Z])")


_SIGNATURE = re.compile(r"\s*(?:$|[,(@|/\n–—-]|[A-Z])")


class Hit(NamedTuple):
    """A speaker and the rule that found it."""

    voice: Voice
    rule: str


class Attribution:
    """The places of one document's text, tried in turn by the reader of quotations."""

    def __init__(self, raw: str, speakers: Speakers) -> None:
        self.raw = raw
        self.text = speakers.text
        self.sentences = speakers.sentences
        self.starts = speakers.starts
        self.speakers = speakers

    def announced(self, mark: Marked, paragraph: Span, marked: Sequence[Marked]) -> Hit | None:
        """The speaker in words that lead up to the mark: "Quist said: "..."", "She added, "..."."""
        lead = self.text[max(paragraph.start, mark.outer.start - 24) : mark.outer.start]
        end = _ANNOUNCES.search(lead)
        if end is None or (end[1] is not None and end[1].lower() not in self.speakers.wording.speech):
            return None
        if self.raw[mark.span.end - 1] == "," and self.after(mark, paragraph, marked) is not None:
            return None  # "A story stated, "We ran out of cash," said the chairman"
        return self.before(mark, paragraph, marked)

    def after(self, mark: Marked, paragraph: Span, marked: Sequence[Marked]) -> Hit | None:
        """The speaker in the words right after the quotation."""
        after, joined = self._after(mark, paragraph, marked)
        closed = self.raw[mark.span.end - 1 : mark.span.end]
        voice = None
        if not joined and (closed not in ".…" or self._starts_low(after)):
            voice = self.speakers.find(after, first=True)
        if (
            voice is None
            and closed in ".!?"
            and self.speakers.wording.named_speaker.match(self.text, after.start, after.end)
        ):
            voice = self.speakers.find(after, first=True)
        return None if voice is None else Hit(voice, "after")

    def _after(self, mark: Marked, paragraph: Span, marked: Sequence[Marked]) -> tuple[Span, bool]:
        stop = min((m.outer.start for m in marked if m.outer.start >= mark.outer.end), default=paragraph.end)
        after = Span(mark.outer.end, self._clause_end(mark.outer.end, min(stop, paragraph.end)))
        return after, _JOINED.match(self.text, after.start, after.end) is not None

    def before(self, mark: Marked, paragraph: Span, marked: Sequence[Marked]) -> Hit | None:
        """The speaker in the sentence before the quotation, or that it stands in; else past a joining word."""
        speech = [m for m in marked if len(m.span.of(self.text).split()) > SHORT and not self._titled(m)]
        floor = max((m.outer.end for m in speech if m.outer.end <= mark.outer.start), default=paragraph.start)
        voice = self.speakers.find(Span(self.sentence_start(mark.outer.start, floor), mark.outer.start), first=False)
        if voice is not None:
            return Hit(voice, "before")
        after, joined = self._after(mark, paragraph, marked)
        voice = self.speakers.find(after, first=True) if joined else None
        return None if voice is None else Hit(voice, "after")

    def _titled(self, mark: Marked) -> bool:
        """Whether the words are the name of a work that somebody has to do with: "the director of “The Long Night,” said"."""
        words = mark.span.of(self.text).split()
        before = self.text[max(0, mark.outer.start - 12) : mark.outer.start].split()
        return bool(before) and before[-1] in _OF_WORKS and all(w[0].isupper() or len(w) <= 3 for w in words)

    def goes_on(self, mark: Marked, cue: Span | None) -> bool:
        """Whether a quotation begins a sentence right after the one that holds the cue of the speaker before."""
        at = bisect_left(self.starts, mark.outer.start)
        if cue is None or at >= len(self.starts) or self.starts[at] != mark.outer.start:
            return False
        return self.sentences[at - 1].span.covers(cue)

    def of_next(self, mark: Marked, following: Marked | None, paragraph: Span, marked: Sequence[Marked]) -> Hit | None:
        """Of a quotation before the first attribution of its paragraph: the attribution of the next."""
        if following is None or following.outer.start - mark.outer.end > 120:
            return None
        hit = self.after(following, paragraph, marked)
        return None if hit is None else Hit(hit.voice, "interrupted")

    def introduced(self, mark: Marked, paragraph: Span) -> Hit | None:
        """A quotation that opens a paragraph after one that announces it: "... issued the following statement:"."""
        if mark.outer.start - paragraph.start <= 2:
            return self._paragraph_before(mark, paragraph)
        low, high = bisect_left(self.starts, paragraph.start), bisect_left(self.starts, mark.outer.start)
        for sentence in reversed(self.sentences[max(low, high - 2) : high]):
            if sentence.span.covers(mark.outer):
                continue
            voice = self.speakers.find(sentence.span, first=False)
            if voice is not None:
                return Hit(voice, "paragraph")
        return None

    def _paragraph_before(self, mark: Marked, paragraph: Span) -> Hit | None:
        """Who speaks in the last sentence before: always where it ends in a colon or tells of a statement, else where
        the quotation is all that its own paragraph holds.
        """
        at = bisect_left(self.starts, paragraph.start) - 1
        if at < 0:
            return None
        lead = self.sentences[at].span
        ends = self.text[lead.end - 1] == ":"
        alone = mark.outer.end >= paragraph.end - 1 and self.text[lead.end - 1] in ".:"
        if (
            not ends
            and not alone
            and not self.speakers.wording.sources.search(self.text[lead.start : lead.end].lower())
        ):
            return None
        voice = self.speakers.find(lead, first=False)
        if voice is None and ends and self.speakers.wording.sources.search(self.text[lead.start : lead.end].lower()):
            issuer = self.speakers.issuers.before(lead.start)  # "Here is a part of the memo:"
            voice = Voice(issuer, None) if issuer is not None else None
        return None if voice is None else Hit(voice, "introduced" if ends else "reported")

    def signed(self, following: Span) -> Voice | None:
        """Who stands under a block without marks: "— Jane Roe (@roe) May 2", "That statement was posted by the union"."""
        words = self.text[following.start : following.end]
        dash = _SIGNED.match(words)
        inside = self.speakers.mentions_in(Span(following.start, min(following.end, following.start + 160)))
        if dash is not None:
            first = following.start + dash.end()
            named = [
                m
                for m in inside
                if m.span.start == first
                and m.kind == "name"
                and self.speakers.can_speak(m)
                and _SIGNATURE.match(self.text, m.span.end, following.end)
            ]  # "- The union's talks went on" is an item of a list
            return Voice(named[0].agents[0], named[0].span) if named and len(words) < 160 else None
        verb = self.speakers.wording.that_was.match(words)
        if verb is None:
            return None
        cue = Span(following.start, following.start + verb.end())
        named = [m for m in inside if m.span.start >= cue.end - 1 and self.speakers.can_speak(m)]
        return Voice(named[0].agents[0], cue) if named else None

    def after_colon(self, mark: Marked, paragraph: Span) -> Hit | None:
        """ "The union rejected the terms: "..."": who leads a sentence that a colon ends before the quotation."""
        if not self.text[max(paragraph.start, mark.outer.start - 2) : mark.outer.start].rstrip().endswith(":"):
            return None
        lead = Span(self.sentence_start(mark.outer.start, paragraph.start), mark.outer.start)
        inside = [m for m in self.speakers.mentions_in(lead) if self.speakers.can_speak(m)]
        if not inside or inside[0].span.start - lead.start > 30:
            return None
        return Hit(Voice(self.speakers.who(inside[:2]) or inside[0].agents[0], None), "colon")

    def only_person(self, mark: Marked, paragraph: Span) -> Hit | None:
        """A whole sentence in marks, in a paragraph that has named one person before it and no other speaker."""
        if mark.outer.start - paragraph.start < 3 or self.text[mark.span.end - 1] not in ".!?":
            return None
        if self.text[max(0, mark.outer.start - 4) : mark.outer.start].rstrip()[-1:] not in ".!?\"'":
            return None
        people = {
            m.agents[0]
            for m in self.speakers.mentions_in(Span(max(paragraph.start, mark.outer.start - 1500), mark.outer.start))
            if self.speakers.is_person(m) and m.kind in ("name", "surname")
        }
        return Hit(Voice(people.pop(), None), "only-person") if len(people) == 1 else None

    def _starts_low(self, span: Span) -> bool:
        rest = self.text[span.start : span.end].lstrip()
        return bool(rest) and (rest[0].islower() or rest[0] in ",—–")

    def _clause_end(self, start: int, limit: int) -> int:
        end = _CLAUSE_END.search(self.text, start, limit)
        short = self.speakers.wording.short
        while end is not None and short.search(self.text[max(start, end.start() - 8) : end.start()]):
            end = _CLAUSE_END.search(self.text, end.end(), limit)
        return end.start() if end is not None else limit

    def sentence_start(self, offset: int, floor: int) -> int:
        """Where the sentence begins that holds a place, not before `floor`."""
        at = bisect_left(self.starts, offset) - 1
        return max(floor, self.sentences[at].span.start) if at >= 0 else floor
