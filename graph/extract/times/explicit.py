"""Readers of dates that the words state in full, or but for their year: days, months, years, clock times."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graph import dates
from graph.extract.times import words
from graph.extract.times.value import Context, Value, day_text, month_text, real_day, year_of
from graph.model import Basis


def full(match: re.Match[str], context: Context) -> Value | None:
    """A day with its month, and its year where told."""
    edtf = day_text(year_of(match), words.month(match["month"]), int(match["day"]), context)
    return Value("date", edtf, Basis.EXPLICIT) if edtf else None


def iso(match: re.Match[str], context: Context) -> Value | None:
    """A day written 2023-07-14."""
    found = real_day(int(match["year"]), int(match["mon"]), int(match["day"]))
    return Value("date", found.isoformat(), Basis.EXPLICIT) if found else None


def month_only(match: re.Match[str], context: Context) -> Value | None:
    """A month or a third of one: "late September"."""
    month = words.month(match["month"])
    year = year_of(match)
    part = (match.groupdict().get("part") or "").strip(" -")
    if part:
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "the end of": (21, 31)}[part]
        base = month_text(year, month, context)
        if base.startswith("X"):
            return Value("interval", f"{base}~", Basis.EXPLICIT)
        last = (dates.moved_months(date(int(base[:4]), month, 1), 1) - timedelta(1)).day
        if part == "the end of":
            return Value("date", f"{base}-{last:02}", Basis.EXPLICIT)
        return Value("interval", f"{base}-{low:02}~/{base}-{min(high, last):02}~", Basis.EXPLICIT)
    return Value("date", month_text(year, month, context), Basis.EXPLICIT)


def year_only(match: re.Match[str], context: Context) -> Value | None:
    """A year alone."""
    return Value("date", match["year"], Basis.EXPLICIT)


def year_range(match: re.Match[str], context: Context) -> Value | None:
    """Years joined by a dash: "2007-08"."""
    first, last = int(match["year1"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Value("interval", f"{first}/{end}", Basis.EXPLICIT) if 0 < end - first < 60 else None


def half(match: re.Match[str], context: Context) -> Value | None:
    """Half of a year that is named."""
    year = match["year"]
    edtf = f"{year}-01/{year}-06" if match["half"] == "first" else f"{year}-07/{year}-12"
    return Value("interval", edtf, Basis.EXPLICIT)


def clock(match: re.Match[str], context: Context) -> Value | None:
    """A time of a day that is named, with its zone where told."""
    edtf = day_text(year_of(match), words.month(match["month"]), int(match["day"]), context)
    if edtf is None or match.groupdict().get("hour") is None:
        return Value("clock", edtf, Basis.EXPLICIT) if edtf else None
    hour, minute = int(match["hour"]) % 12, int(match["minute"] or 0)
    if match["half"] == "p":
        hour += 12
    zone = match.groupdict().get("zone")
    if zone is None or edtf.startswith("X"):
        return Value("clock", edtf, Basis.EXPLICIT)
    offset = words.ZONES[zone[0]]
    day = date.fromisoformat(edtf)
    if _daylight(day) and "st" not in zone:
        offset += 1
    return Value("clock", f"{edtf}T{hour:02}:{minute:02}:00-{-offset:02}:00", Basis.EXPLICIT)


def _daylight(day: date) -> bool:
    """Whether daylight saving holds in the United States: second Sunday of March to first of November, since 2007."""
    march = date(day.year, 3, 8)
    start = march + timedelta((6 - march.weekday()) % 7)
    november = date(day.year, 11, 1)
    end = november + timedelta((6 - november.weekday()) % 7)
    return start <= day < end
