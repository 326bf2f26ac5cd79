"""Votes whose days another sentence tells: "Members voted to strike. Voting opened on May 3 and closed on May 9"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph import dates
from graph.extract.english import RELATIVES
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.tokens import Item
from graph.model import Modality, Report, Sentence, TimeExpression, When
from ontology import lists, terms

_REACH = 3  # sentences from a vote to the one that tells its days
_SPAN = 8  # items from the word for a vote to what is said of its days
_POINTS = ("date", "clock", "interval")


def dated(reports: Sequence[Report], findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """The reports, those of votes without a day with the days on which the voting is told to be held."""
    votes = [r for r in reports if _votes(r, rules)]
    if not votes:
        return tuple(reports)
    known: dict[int, When] = {}
    words = tuple(rules.words(name) for name in (lists.POLL, lists.POLL_OPENS, lists.POLL_CLOSES, lists.POLL_HELD))
    for number, sentence in enumerate(findings.sentences):
        if words[0].isdisjoint(findings.words(sentence)):
            continue
        when = _stretch(findings.items(sentence), words)
        if when is None:
            continue
        first = findings.sentences[max(0, number - _REACH)].span.start
        near = [
            r for r in votes if first <= r.trigger.start < sentence.span.end and _lacks(r, when, sentence, findings)
        ]
        last = max((r.trigger.start for r in near), default=-1)
        known |= {id(r): when for r in near if r.evidence[0] == _evidence(near, last)}
    if not known:
        return tuple(reports)
    return tuple(_at(r, known.get(id(r)) or _beside(r, votes, known, rules), findings) for r in reports)


def _votes(report: Report, rules: Rules) -> bool:
    """Whether a report is of a vote of members on a deal or a strike."""
    frame = rules.frames.get(report.type)
    if frame is None or not frame.is_a(terms.VoteEvent) or report.modality is Modality.DENIED:
        return False
    return bool(frame.moves) and not frame.is_a(terms.CommitteeVote)


def _evidence(near: Sequence[Report], last: int) -> object:
    return next(r.evidence[0] for r in near if r.trigger.start == last)


def _lacks(report: Report, when: When, sentence: Sentence, findings: Findings) -> bool:
    """Whether a vote has no day, or one day of the stretch that its own sentence tells; and can have these."""
    day = findings.document.published.day if findings.document.published is not None else None
    told = dates.bounds(when.edtf)
    if told is None or told.earliest_start is None or day is None:
        return False
    same = sentence.span.covers(report.trigger)
    if report.modality is Modality.ACTUAL and told.earliest_start > day:
        return False
    if report.modality is not Modality.ACTUAL and told.latest_end is not None and told.latest_end < day:
        return False
    if report.when is None:
        return True
    to_close = (
        told.latest_end is not None and told.latest_end > day
    )  # a vote that is closed is of the day of its result
    return same and to_close and report.when.edtf.split("T")[0] in when.edtf.split("/")


def _beside(report: Report, votes: Sequence[Report], known: dict[int, When], rules: Rules) -> When | None:
    """The days of the vote by which an undated answer is given: "voted to reject the offer"."""
    frame = rules.frames.get(report.type)
    if report.when is not None or frame is None or frame.answers_by is None or report.modality is not Modality.ACTUAL:
        return None
    same = (r for r in votes if id(r) in known and r.evidence[0] == report.evidence[0])
    return next((known[id(r)] for r in same if set(r.agents()) & set(report.agents())), None)


def _at(report: Report, when: When | None, findings: Findings) -> Report:
    """The report with the days, and with the sentence that tells them."""
    if when is None:
        return report
    mood = Modality.PLANNED if report.modality is Modality.CONDITIONAL else report.modality
    place = next(s.span for s in findings.sentences if s.span.covers(when.spans[0]))
    return replace(report, when=when, modality=mood, evidence=tuple(dict.fromkeys((*report.evidence, place))))


def _stretch(items: Sequence[Item], words: Sequence[frozenset[str]]) -> When | None:
    """The days that a sentence gives to voting: from the opening to the close, or those on which it is held."""
    polls, opens, closes, held = words
    at = next((n for n, item in enumerate(items) if item.word in polls), None)
    if at is None:
        return None
    opened = _after(items, at, opens)[:1]
    closed = _after(items, at, closes)[:1]
    if opened and closed and opened[0].span.start < closed[0].span.start:
        return _joined(opened[0], closed[0])
    if closed:
        return _when(closed[0])
    through = _after(items, at, held | opens)
    if len(through) == 2 and through[1].open == "by" and through[0].open != "by":
        return _joined(*through)
    whole = next((t for t in through if t.kind == "interval" and not t.open), None)
    if whole is not None:
        return _when(whole)
    if not through:
        through = _voted(items)
    if not through and at and items[at - 1].word in held:  # "who cast ballots over the weekend"
        behind = (item.time for item in items[at + 1 : at + _CAST])
        through = [time for time in behind if time is not None and time.edtf is not None and time.kind in _POINTS]
    return _when(through[0]) if through and through[0].open != "since" else None


def _voted(items: Sequence[Item]) -> list[TimeExpression]:
    """The stretch right behind a verb of voting: "Members voted by mail between October 1 and October 3"."""
    at = next((n for n, item in enumerate(items) if item.word == "voted"), len(items))
    near = (item.time for item in items[at + 1 : at + _SPAN] if item.time is not None)
    return [time for time in near if time.edtf is not None and "/" in time.edtf and not time.open][:1]


_CAST = 4  # items from the ballots that were cast to their days


def _when(time: TimeExpression) -> When:
    edtf = (time.edtf or "").removeprefix("../") if time.open == "by" else (time.edtf or "")
    return When(edtf.split("T")[0], time.basis, f"{time.rule}+poll", (time.span,))


def _joined(opened: TimeExpression, closed: TimeExpression) -> When | None:
    first, last = (time.edtf or "" for time in (opened, closed))
    first, last = first.split("/")[0].split("T")[0], last.split("/")[-1].split("T")[0]
    if len(first) != 10 or len(last) != 10 or first > last:
        return None
    return When(f"{first}/{last}", closed.basis, f"{closed.rule}+poll", (opened.span, closed.span))


def _after(items: Sequence[Item], at: int, words: frozenset[str]) -> Sequence[TimeExpression]:
    """The first two times right behind one of some words after the word for a vote."""
    for number in range(at + 1, len(items)):
        if number > at + 1 and items[number].word in RELATIVES and items[number - 1].word != ",":
            return ()  # "the vote follows talks that ended Sunday"
        if items[number].word in words:
            following = (i.time for i in items[number + 1 : number + _SPAN] if i.time is not None)
            return [t for t in following if t.edtf is not None and t.kind in _POINTS][:2]
    return ()
