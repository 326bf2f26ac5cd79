"""The date of a report as the scoring schema asks for it: its own, else the month of publication for the news itself."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from graph import dates
from graph.extract import dating, tokens
from graph.extract.factors import FORMER
from graph.extract.rules import Rules
from graph.model import Document, Extraction, Modality, Report, Sentence, When
from ontology import terms

NOUN = "trigger:noun"
_SHORT = 3000  # characters of an article that is all news: what is said in it is said for that
_FRONT = 40  # characters within which a clause opens its sentence


def date(
    report: Report, extraction: Extraction, *, move: bool, start: bool = False, talks: Set[str] = frozenset()
) -> str | None:
    """The report's own date, of a row that tells a `start` the first of the days told; an undated fact of the news itself
    gets the month of publication, as the schema asks. `talks` are the types of reports by which the sides met: a move told
    right behind one is of its day.
    """
    when = report.when
    if when is not None and when.rule.endswith(dating.JUST_BEFORE):
        return when.edtf.rstrip("~")[: len("2023-05")]  # how long before is not told
    if when is not None and "XXXX" not in when.edtf:
        return _lately(report, extraction.document) or _plain(_first(when, extraction.document) if start else when.edtf)
    if report.modality is not Modality.ACTUAL or when is not None:
        return None
    sentence = _sentence(report, extraction.sentences)
    aside = "clause:relative" in report.factors  # "a May 2 offer that was rejected": the day of the offer
    if move and not aside and sentence is not None and (day := _only_day(sentence, extraction)) is not None:
        return day
    if move and (day := _answered_day(report, extraction)) is not None:
        return day
    if _background(report, extraction):
        return None
    if sentence is None:
        return None
    if move and (day := _day_of_talks(report, sentence, extraction, talks)) is not None:
        return day
    if report.type != terms.Statement and dating.lead(extraction.document, sentence) is None:
        return None
    return _month(extraction.document)


_DAYS = ("range-", "days-", "day-first-together", "weekdays")


def _first(when: When, document: Document) -> str:
    """The first of some days told in a row, "on October 9 and 10"; a day "between" two is any of them."""
    in_a_row = when.rule.startswith(_DAYS) and not when.spans[0].of(document.text).lower().startswith("between")
    first, _, last = when.edtf.partition("/")
    return first if in_a_row and len(first) == len(last) == 10 else when.edtf


def _lately(report: Report, document: Document) -> str | None:
    """The day by which a fact is told to have happened, where it lies in the week of the news: "reached as of Friday"."""
    day = document.published.day if document.published is not None else None
    told = report.when.edtf.removeprefix("../") if report.when is not None else ""
    known = dates.bounds(told)
    if day is None or known is None or known.earliest_start is None or len(told) != 10 or report.when is None:
        return None
    bound = report.when.edtf.startswith("../") and report.when.rule != "by-publication"
    near = 0 <= (day - known.earliest_start).days <= 7
    return told if bound and near and report.modality is Modality.ACTUAL else None


def _only_day(sentence: Sentence, extraction: Extraction) -> str | None:
    """The one day that a move's sentence states, though in another clause: "came on Monday with a package that asks for".
    A day still to come is that of something else.
    """
    days = {t.edtf for t in tokens.within(extraction.times, sentence.span) if t.edtf is not None}
    only = days.pop() if len(days) == 1 else ""
    month, published = _month(extraction.document), extraction.document.published
    known = published.day.isoformat() if published is not None and published.day is not None else only
    return only if len(only) == 10 and month is not None and only.startswith(month) and only <= known else None


def _answered_day(report: Report, extraction: Extraction) -> str | None:
    """The day of the move that an undated answer replies to, where it lies in the month of publication."""
    keys = {key for _, key in report.links}
    days = {r.when.edtf for r in extraction.reports if r.key in keys and r.when is not None} if keys else set()
    only = _plain(days.pop()) if len(days) == 1 else ""
    month = _month(extraction.document)
    return only if len(only) == 10 and month is not None and only.startswith(month) else None


def talks(rules: Rules) -> frozenset[str]:
    """The types of reports by which the sides met: talks that opened, resumed or broke off, and sessions, of which "since May"
    tells that they opened.
    """
    told = {iri for iri, frame in rules.frames.items() if not _TABLE.isdisjoint(frame.moves)}
    return frozenset(told | {iri for iri, frame in rules.frames.items() if frame.since_tells in told})


_TABLE = frozenset((terms.state_talks_in_session, terms.state_talks_suspended))


def _day_of_talks(report: Report, sentence: Sentence, extraction: Extraction, talks: Set[str]) -> str | None:
    """The day on which the sides met, where the sentence before tells it: "The union and the yard met on Sunday. The yard
    offered 3 percent"; what somebody "has offered" may be of any day.
    """
    before = extraction.document.text[max(0, report.trigger.start - _PERFECT) : report.trigger.start].lower().split()
    if not {"has", "have", "had"}.isdisjoint(before):
        return None
    days = {
        _plain(met.when.edtf)
        for met in extraction.reports
        if met.type in talks
        and met.when is not None
        and met.modality is Modality.ACTUAL
        and set(met.agents()) & set(report.agents())
        and (told := _sentence(met, extraction.sentences)) is not None
        and told.number == sentence.number - 1
    }
    only = days.pop() if len(days) == 1 else ""
    month = _month(extraction.document)
    return only if len(only) == 10 and month is not None and only.startswith(month) else None


_PERFECT = 16  # characters before a verb in which "has" stands


def _plain(edtf: str) -> str:
    """A date as the schema writes it: no clock, and a part of a month as the month."""
    edtf = edtf.split("T")[0]
    if edtf.startswith("["):
        edtf = edtf[1:-1].replace("..", "/").replace(",", "/")
    if len(edtf) == len("2023-05-02~"):
        edtf = edtf.rstrip("~")
    first, _, last = edtf.partition("/")
    same_month = len(first) == len(last) == 11 and first[:7] == last[:7]
    return first[:7] if same_month and "~" in first and "~" in last else edtf


def _background(report: Report, extraction: Extraction) -> bool:
    """Whether the words put an undated happening behind the news: a noun, a state, a relative clause, the past perfect, or
    what something else came after.
    """
    told = set(report.factors)
    sentence = _sentence(report, extraction.sentences)
    past = sentence is not None and (
        (sentence.span.start > 0 and _tells_of_the_past(sentence, extraction))
        or _follows_the_past(sentence, extraction)
    )
    if past and (report.type != terms.Statement or len(extraction.document.text) > _SHORT):
        return True
    if sentence is not None and sentence.span.start > _LEAD and _long_after(report, sentence, extraction):
        return True
    if report.type == terms.Statement and _THEN.match(extraction.document.text, report.trigger.end):
        return True
    if report.agents(terms.toldTo) and len(extraction.document.text) > _SHORT:
        return True  # in an interview, which can be of any time
    if told & {NOUN, FORMER, "trigger:state", "clause:relative", "tense:past-perfect"}:
        return True
    if "clause:before" in told and sentence is not None and report.trigger.start - sentence.span.start < _FRONT:
        return True  # "Before talks broke off, the companies had offered": all know that they did
    later = told & {"clause:after", "clause:since", "clause:when", "clause:until", "clause:once"}
    return bool(later) and sentence is not None and sentence.span.start > _LEAD


def _long_after(report: Report, sentence: Sentence, extraction: Extraction) -> bool:
    """Whether an undated happening is told as after one of long ago: "bargaining began after the contract ran out in May"."""
    month = _month(extraction.document) or ""
    before = (
        r
        for r in extraction.reports
        if r.when is not None and sentence.span.covers(r.trigger) and r.trigger.start > report.trigger.end
    )
    ends = [dates.bounds(r.when.edtf) for r in before if r.when is not None and "clause:after" in r.factors]
    return any(k is not None and k.latest_end is not None and k.latest_end.isoformat()[:7] < month for k in ends)


_LEAD = 300  # characters of an article that tell the news itself
_THEN = re.compile(r"[^.;“”\"]{0,60}\b(?:at the time|back then)\b")  # "said at the time"


def _tells_of_the_past(sentence: Sentence, extraction: Extraction) -> bool:
    """Whether a sentence dates what it tells, and before the month of publication; what it tells by the way has its own date
    ("ratified the contract, which ended a strike last month").
    """
    month = _month(extraction.document)
    asides = [r for r in extraction.reports if r.when is not None and not _BY_THE_WAY.isdisjoint(r.factors)]
    own = {span for r in asides if r.when is not None for span in r.when.spans if span.start > r.trigger.start}
    told = [t for t in tokens.within(extraction.times, sentence.span) if t.edtf is not None and t.span not in own]
    spans = [dates.bounds(t.edtf) for t in told if t.edtf is not None]
    ends = [known.latest_end for known in spans if known is not None]
    return bool(ends) and month is not None and all(end is not None and end.isoformat()[:7] < month for end in ends)


_BY_THE_WAY = frozenset(("clause:relative", "clause:after", "clause:since"))


def _follows_the_past(sentence: Sentence, extraction: Extraction) -> bool:
    """Whether a sentence without a date goes on with a paragraph whose last date is of an earlier year."""
    year = (_month(extraction.document) or "")[:4]
    inside = [
        s for s in extraction.sentences if s.paragraph == sentence.paragraph and s.span.start <= sentence.span.start
    ]
    for earlier in reversed(inside):
        spans = [dates.bounds(t.edtf) for t in tokens.within(extraction.times, earlier.span) if t.edtf is not None]
        ends = [known.latest_end for known in spans if known is not None and known.latest_end is not None]
        if ends:
            return earlier is not sentence and all(end.isoformat()[:4] < year for end in ends)
    return False


def _month(document: Document) -> str | None:
    bounds = dates.bounds(document.published.edtf) if document.published is not None else None
    if bounds is None or bounds.earliest_start is None:
        return None
    return f"{bounds.earliest_start.year:04}-{bounds.earliest_start.month:02}"


def _sentence(report: Report, sentences: Sequence[Sentence]) -> Sentence | None:
    return next((s for s in sentences if s.span.meets(report.trigger)), None)
