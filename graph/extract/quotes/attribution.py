"""Where the speaker of a quotation stands: after it, before it, with the next piece, or in the sentence that announces it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.extract.quotes.marks import Marked
from graph.extract.quotes.speakers import SOURCES, Speakers
from graph.model import Span

SHORT = 3
_JOINED = re.compile(r",? (?:and|but|while|after|before|because|when) ")


class Attribution:
    """The places of one document's text, tried in turn by the reader of quotations."""

    def __init__(self, raw: str, speakers: Speakers) -> None:
        self.raw = raw
        self.text = speakers.text
        self.sentences = speakers.sentences
        self.starts = speakers.starts
        self.speakers = speakers

    def beside(self, mark: Marked, paragraph: Span, marked: Sequence[Marked]) -> tuple[str, Span | None, str] | None:
        """The speaker in the words right after the quotation, else right before it."""
        stop = min((m.outer.start for m in marked if m.outer.start >= mark.outer.end), default=paragraph.end)
        after = Span(mark.outer.end, self._clause_end(mark.outer.end, min(stop, paragraph.end)))
        closed = self.raw[mark.span.end - 1 : mark.span.end]
        joined = _JOINED.match(self.text, after.start, after.end) is not None
        hit = None
        if not joined and (closed not in ".…" or self._starts_low(after)):
            hit = self.speakers.find(after, first=True)
        if (
            hit is None
            and closed in ".!?"
            and re.match(r"\s?(?:[A-Z][\w.-]*\s){1,4}(?:said|says|told|added)\b", self.text[after.start : after.end])
        ):
            hit = self.speakers.find(after, first=True)
        if hit is not None:
            return (*hit, "after")
        speech = [m for m in marked if len(m.span.of(self.text).split()) > SHORT]
        floor = max((m.outer.end for m in speech if m.outer.end <= mark.outer.start), default=paragraph.start)
        before = Span(self.sentence_start(mark.outer.start, floor), mark.outer.start)
        hit = self.speakers.find(before, first=False)
        if hit is not None or not joined:
            return None if hit is None else (*hit, "before")
        hit = self.speakers.find(after, first=True)
        return None if hit is None else (*hit, "after")

    def of_next(
        self, mark: Marked, following: Marked | None, paragraph: Span, marked: Sequence[Marked]
    ) -> tuple[str, Span | None, str] | None:
        """Of a quotation before the first attribution of its paragraph: the attribution of the next."""
        if following is None or following.outer.start - mark.outer.end > 120:
            return None
        hit = self.beside(following, paragraph, marked)
        return None if hit is None or hit[2] != "after" else (hit[0], hit[1], "interrupted")

    def introduced(self, mark: Marked, paragraph: Span) -> tuple[str, Span | None, str] | None:
        """A quotation that opens a paragraph after one that announces it: "... issued the following statement:"."""
        if mark.outer.start - paragraph.start > 2:
            floor = paragraph.start
        else:
            at = bisect_left(self.starts, paragraph.start) - 1
            if at < 0:
                return None
            floor = self.sentences[at].span.start
            lead = self.sentences[at].span
            ends = self.text[lead.end - 1] == ":"
            if not ends and not SOURCES.search(self.text[lead.start : lead.end].lower()):
                return None
            hit = self.speakers.find(lead, first=False)
            return None if hit is None else (*hit, "introduced")
        previous = [s for s in self.sentences if floor <= s.span.start < mark.outer.start]
        for sentence in reversed(previous[-2:]):
            if sentence.span.covers(mark.outer):
                continue
            hit = self.speakers.find(sentence.span, first=False)
            if hit is not None:
                return (*hit, "paragraph")
        return None

    def after_colon(self, mark: Marked, paragraph: Span) -> tuple[str, Span | None, str] | None:
        """ "The union rejected the terms: "..."": who leads a sentence that a colon ends before the quotation."""
        if not self.text[max(paragraph.start, mark.outer.start - 2) : mark.outer.start].rstrip().endswith(":"):
            return None
        lead = Span(self.sentence_start(mark.outer.start, paragraph.start), mark.outer.start)
        inside = [m for m in self.speakers.mentions_in(lead) if self.speakers.can_speak(m)]
        if not inside or inside[0].span.start - lead.start > 30:
            return None
        return self.speakers.who(inside[:2]) or inside[0].agents[0], None, "colon"

    def only_person(self, mark: Marked, paragraph: Span) -> tuple[str, Span | None, str] | None:
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
        return (people.pop(), None, "only-person") if len(people) == 1 else None

    def _starts_low(self, span: Span) -> bool:
        rest = self.text[span.start : span.end].lstrip()
        return bool(rest) and (rest[0].islower() or rest[0] in ",—–")

    def _clause_end(self, start: int, limit: int) -> int:
        end = re.compile(r"[.;!?](?=\s|$)").search(self.text, start, limit)
        while end is not None and re.search(
            r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Jr|Sr|St|Bros|Inc|Corp)$",
            self.text[max(start, end.start() - 8) : end.start()],
        ):
            end = re.compile(r"[.;!?](?=\s|$)").search(self.text, end.end(), limit)
        return end.start() if end is not None else limit

    def sentence_start(self, offset: int, floor: int) -> int:
        """Where the sentence begins that holds a place, not before `floor`."""
        at = bisect_left(self.starts, offset) - 1
        return max(floor, self.sentences[at].span.start) if at >= 0 else floor
