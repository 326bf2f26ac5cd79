"""EDTF values to bounds and back, and publication stamps to calendar days; the standard library only.

Levels 0 to 2 of EDTF as far as news needs them: days, months, years, decades, seasons, quarters, intervals, one-of sets,
the marks `~ ? %`, and unspecified digits. A year that is left open (`XXXX-05-02`) has no bounds.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from graph.model import Published

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_YEAR = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-XX(?:-XX)?)?$")
_MONTH_OPEN_DAY = re.compile(r"(\d{4})-(\d\d)-XX$")
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
_MARKS = "~?%"
# How far the mark "about" reaches: days for a day, a month, a year.
_SLACK = {"day": 3, "month": 15, "year": 183}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The four bounds of a date. None is open or unknown. For a day all four are that day."""

    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds | None:
    """The bounds of an EDTF value; None for a value without a year, or one that is not EDTF as used here."""
    try:
        return _bounds(edtf.strip())
    except ValueError:
        return None


def _bounds(edtf: str) -> Bounds | None:
    if not edtf or edtf.startswith("XXXX"):
        return None
    if edtf.startswith(("[", "{")) and edtf.endswith(("]", "}")):
        return _set(edtf[1:-1])
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        if not first.strip(".") and not last.strip("."):
            return None
        start = _bounds(first) if first.strip(".") else Bounds(None, None, None, None)
        end = _bounds(last) if last.strip(".") else Bounds(None, None, None, None)
        if start is None or end is None:
            return None
        return Bounds(start.earliest_start, start.latest_start or start.latest_end, end.earliest_start, end.latest_end)
    first_day, last_day, _ = _point(edtf)
    return Bounds(first_day, last_day, first_day, last_day)


def _set(inside: str) -> Bounds | None:
    if ".." in inside:
        first, _, last = inside.partition("..")
        low = _point(first)[0] if first else None
        high = _point(last)[1] if last else None
        return Bounds(low, high, low, high)
    points = [_point(part.strip()) for part in inside.split(",")]
    low, high = min(p[0] for p in points), max(p[1] for p in points)
    return Bounds(low, high, low, high)


def _point(text: str) -> tuple[date, date, str]:
    """First day, last day and grain of one EDTF point; raises ValueError."""
    bare = text.split("T")[0]
    marked = bare[-1:] in _MARKS
    bare = bare.rstrip(_MARKS).lstrip(_MARKS)
    if found := _DAY.match(bare):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return _widened(day, day, "day", marked)
    if found := _MONTH_OPEN_DAY.match(bare):
        bare = f"{found[1]}-{found[2]}"
    if found := _MONTH.match(bare):
        year, month = int(found[1]), int(found[2])
        if month in _SEASONS:
            begin, length = _SEASONS[month]
            first = date(year, begin, 1)
            return _widened(first, moved_months(first, length) - timedelta(1), "month", marked)
        return _widened(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month", marked)
    if found := _YEAR.match(bare):
        low, high = int(found[1].replace("X", "0")), int(found[1].replace("X", "9"))
        return _widened(date(max(low, 1), 1, 1), date(high, 12, 31), "year", marked)
    raise ValueError(f"not EDTF as used here: {text!r}")


def _widened(first: date, last: date, grain: str, marked: bool) -> tuple[date, date, str]:
    if not marked:
        return first, last, grain
    slack = timedelta(_SLACK[grain])
    return first - slack, last + slack, grain


def moved(day: date, days: int) -> date:
    """A day some days later, or earlier."""
    return day + timedelta(days)


def week_of(day: date) -> date:
    """The Sunday with which the week of a day begins, as newspapers count weeks."""
    return day - timedelta((day.weekday() + 1) % 7)


def moved_months(day: date, months: int) -> date:
    """The same day of another month, the month's last day at most."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def overlaps(one: Bounds, other: Bounds) -> bool:
    """Whether two dates share a day; open sides reach without end."""
    a, b = hull(one), hull(other)
    return a[0] <= b[1] and b[0] <= a[1]


def hull(value: Bounds) -> tuple[date, date]:
    """First and last day that a date can touch."""
    return value.earliest_start or date.min, value.latest_end or date.max


def is_open_year(edtf: str) -> bool:
    """Whether the year is left open."""
    return "XXXX" in edtf


def close_year(edtf: str, year: int) -> str:
    """The value with its open year filled in."""
    return edtf.replace("XXXX", f"{year:04}")


def precision(edtf: str) -> int:
    """How narrow a date is, for choosing between two: 5 a day, 4 an interval from a day, 3 a month, 2 a set, 1 a year, 0."""
    core = edtf.strip("[]{}").split("T")[0]
    if edtf.startswith(("[", "{")):
        known = bounds(edtf)
        if known is None or known.earliest_start is None or known.latest_end is None:
            return 1
        return 4 if (known.latest_end - known.earliest_start).days < 14 else 2
    if "/" in core:
        first, _, last = core.partition("/")
        sides = [side for side in (first, last) if side.strip(".")]
        return max((min(precision(side), 4) for side in sides), default=0) if sides else 0
    marked = core[-1:] in _MARKS
    bare = core.rstrip(_MARKS)
    grain = 5 if len(bare) == 10 and "X" not in bare[4:] else 3 if len(bare) >= 7 and "X" not in bare[4:7] else 1
    return grain - 1 if marked else grain


_STAMP_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_STAMP_MONTH = re.compile(r"\d{4}(?:-\d\d)?$")
# The years in which an article can have appeared: newspapers are that old, and a year beyond is a slip of the pen.
_FIRST_YEAR, _LAST_YEAR = 1700, 2199


def published(stamp: str, *, zone: str = "America/Los_Angeles") -> Published:
    """When an article appeared, from a day, a month, an EDTF value, or a date-time with its zone.

    A date-time in UTC is told as the calendar day in `zone`: a feed stamped 00:30 UTC on the 14th tells of the 13th in
    Los Angeles. One with another offset was written in the newsroom's own zone and keeps its day. Raises ValueError
    with what was found and what is expected.
    """
    found = _published(stamp, zone)
    known = bounds(found.edtf)
    if known is not None:
        # Of a page without a date it is only known by when it stood there: "[..2026-11-23]".
        first = known.earliest_start or date(_FIRST_YEAR, 1, 1)
        last = known.latest_end or date.max
        if first.year < _FIRST_YEAR or last.year > _LAST_YEAR or last.year < _FIRST_YEAR:
            raise ValueError(f"publication date {stamp!r}: expected a year from {_FIRST_YEAR} to {_LAST_YEAR}")
    return found


def _published(stamp: str, zone: str) -> Published:
    text = stamp.strip()
    known = bounds(text)
    if _STAMP_DAY.match(text) and known is not None:
        return Published(text, known.earliest_start, stamp)
    moment = _moment(text)
    if moment is not None:
        if moment.tzinfo is None:
            return Published(moment.date().isoformat(), moment.date(), stamp)
        day = moment.date() if moment.utcoffset() else moment.astimezone(ZoneInfo(zone)).date()
        return Published(day.isoformat(), day, stamp)
    if known is not None and (_STAMP_MONTH.match(text) or text[:1] in "[{" or text[-1:] in _MARKS or "/" in text):
        return Published(text, None, stamp)
    raise ValueError(
        f"publication date {stamp!r}: expected a day (2023-07-14), a date-time with zone, or an EDTF value"
    )


def _moment(text: str) -> datetime | None:
    if re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", text):
        try:
            return datetime.fromisoformat(text.replace(" ", "T", 1).replace("Z", "+00:00"))
        except ValueError:
            return None
    if re.search(r"\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d", text):
        try:
            return parsedate_to_datetime(text)
        except (TypeError, ValueError):
            return None
    return None
