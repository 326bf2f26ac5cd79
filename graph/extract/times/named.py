"""Readers of times with a name of their own: decades, seasons, quarters, holidays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from graph import dates
from graph.extract.times import weekdays
from graph.extract.times.value import Context, Value, year_of
from graph.extract.times.words import QUARTERS, SEASONS
from graph.model import Basis


def decade(match: re.Match[str], context: Context) -> Value | None:
    """Ten years: "the 1930s", "the late 1990s"."""
    text = match["decade"]
    year = int(text) if len(text) == 4 else 1900 + int(text)
    part = (match.groupdict().get("part") or "").strip(" -")
    if part:
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return Value("interval", f"{year + low}~/{year + high}~", Basis.EXPLICIT)
    return Value("date", f"{year // 10}X", Basis.EXPLICIT)


_OVER = 6  # months from the first of a season on which "last" means that of this year


def season(match: re.Match[str], context: Context) -> Value | None:
    """A season of a year that is told or follows from "last", "this", "next"."""
    code = SEASONS[match["season"]]
    which = (match.groupdict().get("which") or "").strip()
    year = year_of(match)
    if year is not None:
        return Value("date", f"{year}-{code}", Basis.EXPLICIT)
    anchor = context.anchor
    if anchor is None:
        return Value("date", None, Basis.UNKNOWN)
    shift = {"last": -1, "next": 1}.get(which, 0)
    first = (code - 21) * 3 + 3
    if which == "last" and anchor.month >= first + _OVER:
        shift = 0  # "last spring", told in October
    if not which:  # "in the fall": the one to come or the one past, as the words look
        ahead = weekdays.told_ahead(match, context) or weekdays.to_come(match, context)
        shift = 1 if ahead and anchor.month >= first + 3 else -1 if not ahead and anchor.month < first else 0
    return Value("date", f"{anchor.year + shift}-{code}", Basis.RELATIVE)


def quarter(match: re.Match[str], context: Context) -> Value | None:
    """A quarter of the year told, else of the year of publication."""
    code = QUARTERS[match["quarter"]]
    year = year_of(match)
    if year is not None:
        return Value("date", f"{year}-{code}", Basis.EXPLICIT)
    anchor = context.anchor
    return Value("date", f"{anchor.year}-{code}" if anchor else None, Basis.RELATIVE if anchor else Basis.UNKNOWN)


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    """The nth weekday of a month; the last one for a count of -1."""
    if count < 0:
        last = dates.moved_months(date(year, month, 1), 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": lambda year: date(year, 1, 1),
    "new year's eve": lambda year: date(year, 12, 31),
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas day": lambda year: date(year, 12, 25),
    "boxing day": lambda year: date(year, 12, 26),
    "may day": lambda year: date(year, 5, 1),
    "memorial day": lambda year: _nth(year, 5, 0, -1),
    "labor day": lambda year: _nth(year, 9, 0, 1),
    "thanksgiving day": lambda year: _nth(year, 11, 3, 4),
    "halloween": lambda year: date(year, 10, 31),
    "juneteenth": lambda year: date(year, 6, 19),
    "independence day": lambda year: date(year, 7, 4),
    "fourth of july": lambda year: date(year, 7, 4),
    "july fourth": lambda year: date(year, 7, 4),
    "presidents' day": lambda year: _nth(year, 2, 0, 3),
    "presidents day": lambda year: _nth(year, 2, 0, 3),
    "veterans day": lambda year: date(year, 11, 11),
    "columbus day": lambda year: _nth(year, 10, 0, 2),
    "thanksgiving": lambda year: _nth(year, 11, 3, 4),
}


def holiday(match: re.Match[str], context: Context) -> Value | None:
    """A holiday of the year told, else the one nearest to publication."""
    made = HOLIDAYS[match["holiday"]]
    year = year_of(match)
    if year is not None:
        return Value("date", made(year).isoformat(), Basis.EXPLICIT)
    anchor = context.anchor
    if anchor is None:
        return Value("date", None, Basis.UNKNOWN)
    found = min(
        (made(y) for y in (anchor.year - 1, anchor.year, anchor.year + 1)), key=lambda d: abs((d - anchor).days)
    )
    return Value("date", found.isoformat(), Basis.RELATIVE)


def holiday_weekend(match: re.Match[str], context: Context) -> Value | None:
    """The days off around a holiday: to a Monday from Saturday, from a Thursday or Friday to Sunday."""
    value = holiday(match, context)
    if value is None or value.edtf is None:
        return value
    day = date.fromisoformat(value.edtf)
    back = (day.weekday() - 5) % 7 if day.weekday() in (5, 6, 0) else 0
    first = day - timedelta(back)
    last = day if day.weekday() == 0 else day + timedelta(6 - day.weekday())
    return Value("interval", f"{first.isoformat()}/{last.isoformat()}", value.basis)
