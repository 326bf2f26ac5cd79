"""Dates that lean on the date told before them: "a week later", "the next day", a day whose year was named above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

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


def told_from_others(found: list[TimeExpression], text: str, context: Context) -> Iterator[TimeExpression]:
    """Dates that lean on the date before them: "a week later"; and a day without a year after a dated past one, within
    a paragraph ("On March 7, 1988, ... before talks resumed on May 23").
    """
    last: TimeExpression | None = None
    year: int | None = None
    paragraph = -1  # where the paragraph ends
    for time in found:
        if time.span.start > paragraph:
            paragraph = text.find("\n", time.span.start)
            paragraph = len(text) if paragraph < 0 else paragraph
            year = None
        if time.rule in ("later", "next-unit") and last is not None and time.count is not None:
            time = _stepped(time, last)
        stated = _STATED_YEAR.search(time.span.of(text)) is not None
        if time.rule in _FULL_DATES and stated and time.edtf is not None and time.edtf[:4].isdigit():
            year = int(time.edtf[:4])
        elif year is not None and not stated and time.rule in _YEARLESS and time.edtf is not None:
            anchor = context.anchor
            if anchor is not None and year < anchor.year - 1:
                time = replace(time, edtf=_YEAR_OF.sub(str(year), time.edtf))
        if time.edtf is not None and time.kind in ("date", "clock", "interval") and time.open == "":
            last = time
        yield time


_YEAR_OF = re.compile(r"\d{4}(?=-\d\d)")


def _stepped(time: TimeExpression, last: TimeExpression) -> TimeExpression:
    assert last.edtf is not None
    assert time.count is not None
    known = dates.bounds(last.edtf.partition("/")[2] or last.edtf)
    if known is None or known.latest_end is None:
        return time
    day, exact = known.latest_end, known.latest_end == known.earliest_start
    mark = "~" if time.hedge else ""
    if time.unit in ("day", "week") and exact:
        moved = dates.moved(day, time.count * (7 if time.unit == "week" else 1))
        edtf = moved.isoformat() + mark
    elif time.unit == "month":
        moved = dates.moved_months(day, time.count)
        edtf = f"{moved.year:04}-{moved.month:02}{mark}"
    elif time.unit == "year":
        edtf = f"{day.year + time.count:04}{mark}"
    else:
        return time
    return replace(time, edtf=edtf, basis=Basis.RELATIVE, count=None, unit=None)


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


def vague(match: re.Match[str], context: Context) -> Value | None:
    """A stretch that nothing limits: "in recent weeks"."""
    return Value("interval", None, Basis.UNKNOWN)


def anaphoric(match: re.Match[str], context: Context) -> Value | None:
    """A time told before that cannot be reckoned: "that week"."""
    return Value("date", None, Basis.UNKNOWN)
