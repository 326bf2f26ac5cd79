"""Dates that lean on the date told before them: "a week later", "the next day", a day whose year was named above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from graph import dates
from graph.extract.times import words
from graph.extract.times.value import Context, Value
from graph.model import Basis, TimeExpression

_YEARLESS = frozenset(
    ("month-day", "day-month", "month", "part-of-month", "range-months", "range-days", "range-day-first")
)


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
    year: int | None = None
    paragraph = -1  # where the paragraph ends
    for time in found:
        if time.span.start > paragraph:
            paragraph = text.find("\n", time.span.start)
            paragraph = len(text) if paragraph < 0 else paragraph
            year = None
        if time.rule in _LEANING and time.count is not None:
            by_day = time.unit in _PARTS or time.unit == "week" or time.unit in words.DAYS
            base = day if by_day and day is not None else last
            if base is not None and time.span.start - base.span.end <= _REACH:
                time = _stepped(time, base)
        stated = _STATED_YEAR.search(time.span.of(text)) is not None
        if time.rule in _FULL_DATES and stated and time.edtf is not None and time.edtf[:4].isdigit():
            year = int(time.edtf[:4])
        elif year is not None and not stated and time.rule in _YEARLESS and time.edtf is not None:
            anchor = context.anchor
            if anchor is not None and year < anchor.year - 1:
                time = replace(time, edtf=_YEAR_OF.sub(str(year), time.edtf))
        told = time.edtf is not None and time.kind in ("date", "clock", "interval") and time.open == ""
        if told and (day is None or not _OF_A_START.search(text, max(0, time.span.start - 20), time.span.start)):
            last = time
            day = time if _DAY.match(time.edtf or "") else day
        yield time


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
    edtf = _step(known.latest_end, time, exact=known.latest_end == known.earliest_start)
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
