"""Readers of stretches told by their two ends, and of days told together."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from graph import dates
from graph.extract.times import weekdays, words
from graph.extract.times.value import Context, Value, day_text, month_text, year_of
from graph.model import Basis


def range_days(match: re.Match[str], context: Context) -> Value | None:
    """A stretch from one day to another."""
    groups = match.groupdict()
    month1 = words.month(match["month1"]) if groups.get("month1") else None
    month2 = words.month(match["month2"]) if groups.get("month2") else month1
    month1 = month1 or month2
    if month1 is None or month2 is None:
        return None
    year2 = year_of(match, "year2") or year_of(match, "year1")
    year1 = year_of(match, "year1") or year2
    first = day_text(year1, month1, int(match["day1"]), context)
    last = day_text(year2, month2, int(match["day2"]), context)
    if first is None or last is None or (not first.startswith("X") and last < first):
        return None
    return Value("interval", f"{first}/{last}", Basis.EXPLICIT)


def range_months(match: re.Match[str], context: Context) -> Value | None:
    """A stretch from a day of one month to one of another; joined by "and" alone, the two are a stretch only in a row."""
    value = range_days(match, context)
    if value is None or value.edtf is None or " and " not in match[0] or match[0].startswith(("from ", "between ")):
        return value
    first, _, last = value.edtf.partition("/")
    in_row = first.startswith("X") or date.fromisoformat(first) + timedelta(1) == date.fromisoformat(last)
    return value if in_row else None


def whole_months(match: re.Match[str], context: Context) -> Value | None:
    """A stretch from one month to another: "from November to February"."""
    month1, month2 = words.month(match["month1"]), words.month(match["month2"])
    last = month_text(year_of(match, "year2") or year_of(match, "year1"), month2, context)
    if last.startswith("X"):
        return Value("interval", None, Basis.UNKNOWN)
    year1 = year_of(match, "year1") or int(last[:4]) - (month1 > month2)
    first = f"{year1:04}-{month1:02}"
    if first > last and year_of(match, "year2") is None:
        last = f"{year1 + 1:04}-{month2:02}"
    anchor, stated = context.anchor, year_of(match, "year1") or year_of(match, "year2")
    if stated is None and anchor is not None and first > anchor.isoformat() and not weekdays.told_ahead(match, context):
        first, last = f"{year1 - 1:04}-{month1:02}", f"{int(last[:4]) - 1:04}-{month2:02}"
    return Value("interval", f"{first}/{last}", Basis.EXPLICIT) if first < last else None


def together(match: re.Match[str], context: Context) -> Value | None:
    """Two days in a row, told as two: "February 22 and 23"."""
    if int(match["day2"]) - int(match["day1"]) != 1:
        return None
    return range_days(match, context)


def week_of(match: re.Match[str], context: Context) -> Value | None:
    """The seven days from the one named."""
    first = day_text(year_of(match), words.month(match["month"]), int(match["day"]), context)
    if first is None or first.startswith("X"):
        return Value("interval", first, Basis.EXPLICIT) if first else None
    start = date.fromisoformat(first)
    return Value("interval", f"{first}/{(start + timedelta(6)).isoformat()}", Basis.EXPLICIT)


def weekend_of(match: re.Match[str], context: Context) -> Value | None:
    """The Saturday and Sunday at the day named, which may be their Friday."""
    first = day_text(year_of(match), words.month(match["month"]), int(match["day"]), context)
    if first is None or first.startswith("X"):
        return Value("interval", first, Basis.EXPLICIT) if first else None
    day = date.fromisoformat(first)
    saturday = day - timedelta(1) if day.weekday() == 6 else day + timedelta((5 - day.weekday()) % 7)
    return Value("interval", f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}", Basis.EXPLICIT)


def listed(match: re.Match[str], context: Context) -> Value | None:
    """Three days or more in a row, told as a list: "September 26, 27 and 28"."""
    days = [int(found) for found in re.findall(r"\d+", match["days"])]
    if [b - a for a, b in pairwise((int(match["day1"]), *days, int(match["day2"])))] != [1] * (len(days) + 1):
        return None
    return range_days(match, context)


def either(match: re.Match[str], context: Context) -> Value | None:
    """One of two days, it is not known which: "November 7 or 8", "May 31 or June 1, 2023"."""
    value = range_days(match, context)
    if value is None or value.edtf is None:
        return None
    first, _, last = value.edtf.partition("/")
    return Value("date", f"[{first},{last}]", Basis.EXPLICIT)


def of_list(match: re.Match[str], context: Context) -> Value | None:
    """A day whose month stands after the next day: "on 12 and 31 May"."""
    edtf = day_text(year_of(match, "year2"), words.month(match["month2"]), int(match["day1"]), context)
    return Value("date", edtf, Basis.EXPLICIT) if edtf else None


def week_of_month(match: re.Match[str], context: Context) -> Value | None:
    """A week of a month by its number: seven days from the 1st, 8th, 15th or 22nd, or the last seven."""
    number = words.month(match["month"])
    month = month_text(year_of(match), number, context)
    if month.startswith("X"):
        return Value("interval", f"{month}~", Basis.EXPLICIT)
    first = date(int(month[:4]), number, 1)
    place = ("first", "second", "third", "fourth").index(match["which"]) if match["which"] in words.QUARTERS else -1
    start = first + timedelta(7 * place) if place >= 0 else dates.moved_months(first, 1) - timedelta(7)
    return Value("interval", f"{start.isoformat()}/{(start + timedelta(6)).isoformat()}", Basis.EXPLICIT)
