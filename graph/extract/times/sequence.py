"""Dates that lean on the date told before them: "a week later", "the next day", a day whose year was named above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from graph import dates
from graph.extract.times import words
from graph.extract.times.value import Context, Value
from graph.extract.words import Words
from graph.model import Basis, Span, TimeExpression
from ontology import lists

_YEARLESS = frozenset(("month-day", "day-month", "month", "part-of-month"))  # and stretches


_LIMITS = frozenset(("since", "until", "by"))


_FULL_DATES = frozenset(
    ("month-day-year", "day-month-year", "month-year", "iso", "range-months", "range-days", "range-day-first")
)


_STATED_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


_REACH = 1_000  # characters: "a week later" does not lean on a date that was told long before
_LEANING = frozenset(("later", "next-unit", "next-weekday", "same-day"))
_PARTS = frozenset(("day", "morning", "afternoon", "evening", "night", "hour"))


def told_from_others(found: list[TimeExpression], text: str, context: Context) -> Iterator[TimeExpression]:
    """Dates that lean on the date before them: "a week later"; and a day without a year after a dated past one, within
    a paragraph ("On March 7, 1988, ... before talks resumed on May 23").
    """
    last: TimeExpression | None = None
    day: TimeExpression | None = None  # the last that is a single day
    limit: TimeExpression | None = None  # the day told last, if only as a limit
    begun: TimeExpression | None = None  # the day told last as that of a beginning
    years = _Years(text, context)
    end = 0  # of the words read last
    for time in found:
        if time.span.start < end:
            continue  # the "that year" of "October of that year"
        if time.rule in _LEANING and time.count is not None:
            by_day = time.unit in _PARTS or time.unit == "week" or time.unit in words.DAYS
            base = day if by_day and day is not None else last
            if begun is not None and by_day and _ENDS.search(text, begun.span.end, time.span.start) is None:
                base = begun  # "began on Friday, after talks broke down that morning"
            if limit is not None and time.count:
                base = limit  # "if none is reached by May 5, they will strike the next day"
            if base is not None and time.span.start - base.span.end <= _REACH:
                time = _stepped(time, base)
        if time.rule == "overnight" and day is not None and _AFTER.fullmatch(text, day.span.end, time.span.start):
            time = _night_before(time, day)
        time = years.closed(time, last)
        end = time.span.end
        told = time.edtf is not None and time.kind in ("date", "clock", "interval") and time.open == ""
        begins = told and _OF_A_START.search(text, max(0, time.span.start - 20), time.span.start) is not None
        begun = time if begins and _DAY.match(time.edtf or "") else begun
        if told and (day is None or not begins):
            last = time
            day, limit = time if _DAY.match(time.edtf or "") else day, None
        elif time.open == "by" and _DAY.match((time.edtf or "").removeprefix("../")):
            limit = replace(time, edtf=(time.edtf or "").removeprefix("../"))
        yield time


_AFTER = re.compile(r"[^.;]*\bafter\b[^.;]*")


def _night_before(time: TimeExpression, day: TimeExpression) -> TimeExpression:
    """The night into the day that the sentence tells: "walked out Monday after talks collapsed overnight"."""
    known = dates.bounds(day.edtf) if day.edtf is not None else None
    if known is None or known.earliest_start is None or time.edtf is None:
        return time
    first = dates.moved(known.earliest_start, -1)
    return replace(time, edtf=f"{first.isoformat()}/{known.earliest_start.isoformat()}")


class _Years:
    """The year that days without one take from the words before them."""

    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.anchor = context.anchor
        self.told = context.words.of(_Told)
        self.stated: int | None = None  # by a date of the paragraph
        self.paragraph = -1  # where that ends
        self.opening: int | None = None  # by what opens the sentence: "In 2007 they sat down in July"
        self.sentence = -1  # where that ends

    def closed(self, time: TimeExpression, last: TimeExpression | None) -> TimeExpression:
        """A time with its year, which `last`, the date before it, may tell: "in October of that year"."""
        text, start = self.text, time.span.start
        if start > self.paragraph:
            end = text.find("\n", start)
            self.paragraph, self.stated = (len(text) if end < 0 else end), None
        if start > self.sentence:
            if self.opening is not None and _GOES_ON.match(text, self.sentence) is not None:
                self.sentence = self._ending(start)  # "That walkout began on July 14"
            else:
                self.opening = None
        if time.edtf is None:
            return time
        if _STATED_YEAR.search(time.span.of(text)) is not None:
            self._state(time, time.edtf)
            return time
        if self.anchor is None or not (_yearless(time) or (self.opening is not None and time.rule in _LIMITS)):
            return time
        that = _OF_THAT.match(text, time.span.end)
        if that is not None and last is not None and _YEAR.match(last.edtf or ""):
            edtf = _YEAR_OF.sub((last.edtf or "")[:4], time.edtf)
            return replace(time, edtf=edtf, span=Span(start, that.end()))
        past = _LAST_YEAR.match(text, time.span.end)
        if past is not None:
            edtf = _YEAR_OF.sub(str(self.anchor.year - 1), time.edtf)
            return replace(time, edtf=edtf, span=Span(start, past.end()))
        year = self.opening or self.stated
        if year is None or year >= self.anchor.year - (self.opening is None):
            return time
        if self.opening is None and _RUNS.search(text, max(0, start - _CLAUSE), start) is not None:
            return time  # "the contract, ratified in May 2020, runs out on Dec. 31"
        return _before(replace(time, edtf=_YEAR_OF.sub(str(year), time.edtf)), last, text)

    def _state(self, time: TimeExpression, edtf: str) -> None:
        if time.rule in _FULL_DATES and edtf[:4].isdigit():
            self.stated = int(edtf[:4])
        elif time.rule == "year" and (
            _IN_FRONT.search(self.text, max(0, time.span.start - 6), time.span.start)
            or self.told.then.match(self.text, time.span.end)
        ):
            self.opening, self.sentence = int(edtf), self._ending(time.span.end)

    def _ending(self, start: int) -> int:
        """Where the sentence of a place ends."""
        end = _ENDS.search(self.text, start)
        return end.start() if end is not None else len(self.text)


class _Told:
    """What behind a year makes the days of its sentence days of that year: "2023, when", "the 1988 strike, which began"."""

    def __init__(self, words: Words) -> None:
        self.then = re.compile(
            rf",? (?:when|where)\b|(?: [\w'-]+){{0,3}} {words.either(lists.STOPPAGE)},? (?:which|that|when|where)\b",
            re.I,
        )


def _yearless(time: TimeExpression) -> bool:
    return time.rule in _YEARLESS or time.rule.startswith("range-")


def _before(time: TimeExpression, last: TimeExpression | None, text: str) -> TimeExpression:
    """A day without a year in the year before that of the date told before it, where the words put it earlier: "reached a
    deal in February 2008, after writers had walked out on Nov. 5".
    """
    told = dates.bounds(last.edtf) if last is not None and last.edtf is not None else None
    mine = dates.bounds(time.edtf) if time.edtf is not None else None
    if last is None or told is None or mine is None or told.latest_end is None or mine.earliest_start is None:
        return time
    if mine.earliest_start <= told.latest_end or _EARLIER.fullmatch(text, last.span.end, time.span.start) is None:
        return time
    return replace(time, edtf=_YEAR_OF.sub(lambda found: str(int(found[0]) - 1), time.edtf or ""))


_CLAUSE = 40  # characters of a clause before a date
_RUNS = re.compile(r"\b(?:will|is|are|has|have|runs?|expires?|lapses?|ends?|begins?|starts?|opens?)\b[^.;,]*$")
_EARLIER = re.compile(r"[^.;]*\b(?:after|had|following)\b[^.;]*")
_GOES_ON = re.compile(r"[.!?][”\"]?\s+(?:That|Those|Then)\b")
_IN_FRONT = re.compile(r"(?:^|[\n.”\"] ?)[Ii]n $")
_ENDS = re.compile(r"[.!?][”\"]?\s+[A-Z“\"]|\n")
_OF_THAT = re.compile(r",? (?:of )?(?:that|the same) year\b")
_LAST_YEAR = re.compile(r",? (?:of )?last year\b")
_YEAR = re.compile(r"\d{4}(?:-|$)")


# "It was the third week of the stoppage, which had begun on May 2": that day is not the one then spoken of.
_OF_A_START = re.compile(r"\b(?:began|begun|started)(?: on| in)? $")
_YEAR_OF = re.compile(r"\d{4}(?=-\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|~?$)")


def _stepped(time: TimeExpression, last: TimeExpression) -> TimeExpression:
    assert last.edtf is not None
    assert time.count is not None
    known = dates.bounds(last.edtf.rstrip("~").partition("/")[2] or last.edtf.rstrip("~"))
    if known is None or known.latest_end is None:
        return time
    about = "~/" in last.edtf  # "late November" ends on no day
    edtf = _step(known.latest_end, time, exact=known.latest_end == known.earliest_start and not about)
    if edtf is None:
        return time
    return replace(time, edtf=edtf, basis=Basis.RELATIVE, count=None, unit=None)


def _step(day: date, time: TimeExpression, *, exact: bool) -> str | None:
    """The day, week, month or year that lies some steps from another."""
    count, unit = time.count or 0, time.unit or ""
    mark = "~" if time.hedge else ""
    if unit == "month":
        moved = dates.moved_months(day, count)
        return f"{moved.year:04}-{moved.month:02}{mark}"
    if unit in ("year", "decade"):
        return f"{day.year + count * (10 if unit == 'decade' else 1):04}{mark}"
    if unit == "week" and time.rule == "next-unit":
        first = dates.moved(dates.week_of(day), 7 * count)
        return f"{first.isoformat()}/{dates.moved(first, 6).isoformat()}"
    if not exact:
        return None
    if unit in words.DAYS:
        days = (words.DAYS[unit] - day.weekday()) % 7 or 7
        return dates.moved(day, days if count > 0 else days - 7 or -7).isoformat()
    if unit == "hour":
        return dates.moved(day, count // 24 if count > 0 else -(-count // 24)).isoformat()
    if unit == "week" or unit in _PARTS:
        return dates.moved(day, count * (7 if unit == "week" else 1)).isoformat() + mark
    return None


def later(match: re.Match[str], context: Context) -> Value | None:
    """Time told from the date last named; `find` looks that date up. The count is the step, in units."""
    groups = match.groupdict()
    if groups.get("number"):
        count = words.number(groups["number"])
        if count is None:
            return None
        step = count if match["way"] in ("later", "after that") else -count
    else:
        step = {"previous": -1, "before": -1, "same": 0, "that": 0}.get(match["which"], 1)
    mark = groups.get("hedge") or ""
    return Value("date", None, Basis.UNKNOWN, unit=match["unit"], shift=step, count=step, hedge="about" if mark else "")


def later_weekday(match: re.Match[str], context: Context) -> Value | None:
    """A weekday after or before the date last named: "the following Monday"."""
    step = -1 if match["way"] in ("previous", "preceding", "before") else 1
    return Value("date", None, Basis.UNKNOWN, unit=match["weekday"].rstrip("."), shift=step, count=step)


def same_day(match: re.Match[str], context: Context) -> Value | None:
    """The day last named: "late in the day", "hours later"."""
    return Value("date", None, Basis.UNKNOWN, unit="day", count=0)


def vague(match: re.Match[str], context: Context) -> Value | None:
    """A stretch that nothing limits: "in recent weeks"."""
    return Value("interval", None, Basis.UNKNOWN)
