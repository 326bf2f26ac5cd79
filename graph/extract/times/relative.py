"""Readers of times reckoned from the day of publication: "today", "last week", "two months ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graph import dates
from graph.extract.times import weekdays, words
from graph.extract.times.value import Context, Value
from graph.model import Basis


def relative_day(match: re.Match[str], context: Context) -> Value | None:
    """Yesterday, today, tomorrow and their parts."""
    day = context.day
    if day is None:
        return Value("date", None, Basis.UNKNOWN)
    shift = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(match["word"], 0)
    return Value("date", (day + timedelta(shift)).isoformat(), Basis.RELATIVE)


def overnight(match: re.Match[str], context: Context) -> Value | None:
    """The night into the day of publication, or the one out of it where the words look ahead."""
    day = context.day
    if day is None:
        return Value("interval", None, Basis.UNKNOWN)
    first = day if weekdays.told_ahead(match, context) else day - timedelta(1)
    return Value("interval", f"{first.isoformat()}/{(first + timedelta(1)).isoformat()}", Basis.RELATIVE)


def relative_unit(match: re.Match[str], context: Context) -> Value | None:
    """The last, this or next week, month, quarter or year."""
    which, unit = match["which"].strip(), match["unit"]
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit == "week":
        return _week(match, context, shift)
    if unit == "month":
        month = context.month
        if month is None:
            return Value("date", None, Basis.UNKNOWN)
        moved = dates.moved_months(month, shift)
        return Value("date", f"{moved.year:04}-{moved.month:02}", Basis.RELATIVE)
    anchor = context.anchor
    if anchor is None:
        return Value("date", None, Basis.UNKNOWN)
    if unit == "year":
        return Value("date", f"{anchor.year + shift:04}", Basis.RELATIVE)
    if unit == "quarter":
        quarter = (anchor.month - 1) // 3 + shift
        return Value("date", f"{anchor.year + quarter // 4}-{33 + quarter % 4}", Basis.RELATIVE)
    return None


def new_year(match: re.Match[str], context: Context) -> Value | None:
    """The year that begins soon, or has begun: "will resume in the new year"."""
    anchor = context.anchor
    if anchor is None:
        return Value("date", None, Basis.UNKNOWN)
    return Value("date", f"{anchor.year + (anchor.month > _SPRING):04}", Basis.RELATIVE)


_SPRING = 6  # a month up to which the new year is still the one that runs


def _week(match: re.Match[str], context: Context, shift: int) -> Value:
    """A newspaper's week, from Sunday to Saturday. On a Sunday "this week" is still the one that ended the day before,
    unless the words look ahead; "earlier this week" ends with the day itself and "later this week" begins with the next;
    "early" and "late" are its first and last three days.
    """
    day = context.day
    if day is None:
        return Value("interval", None, Basis.UNKNOWN)
    late = match[0].startswith("later")
    ahead = (
        late
        or weekdays.told_ahead(match, context)
        or weekdays.to_come(match, context)
        or _WILL.match(context.text, match.end())
    )
    if shift == 0 and day.weekday() == 6 and not ahead:
        shift = -1
    first = dates.week_of(day) + timedelta(7 * shift)
    last = first + timedelta(6)
    if shift == 0 and match[0].startswith("earlier"):
        last = day
    elif shift == 0 and late:
        first = min(day + timedelta(1), last)
    elif match[0].startswith("early "):
        last = first + timedelta(2)
    elif match[0].startswith("late "):
        first = last - timedelta(2)
    return Value("interval", f"{first.isoformat()}/{last.isoformat()}", Basis.RELATIVE)


_WILL = re.compile(r"[^.;:]{0,60}\b(?:will|shall)\b")


def weekend(match: re.Match[str], context: Context) -> Value | None:
    """The Saturday and Sunday before publication, or ahead."""
    day = context.day
    if day is None:
        return Value("interval", None, Basis.UNKNOWN)
    which = (match.groupdict().get("which") or "").strip()
    saturday = day - timedelta((day.weekday() - 5) % 7)
    if which in ("next", "coming") or (
        which == "this" and (weekdays.told_ahead(match, context) or day.weekday() in (2, 3, 4))
    ):
        saturday = day + timedelta((5 - day.weekday()) % 7)
    elif day.weekday() == 5 and which != "this":
        saturday = day
    return Value("interval", f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}", Basis.RELATIVE)


def ago(match: re.Match[str], context: Context) -> Value | None:
    """A count of units before or after publication."""
    count, unit = words.number(match["number"]), match["unit"]
    day = context.day
    later = match["way"] in ("from now",)
    if day is None or count is None:
        return Value("date", None, Basis.UNKNOWN)
    sign = 1 if later else -1
    mark = "~" if match.groupdict().get("hedge") else ""
    if unit in ("day", "week"):
        found = day + timedelta(sign * count * (7 if unit == "week" else 1))
        return Value("date", found.isoformat() + mark, Basis.RELATIVE)
    if unit == "hour":
        return Value("date", (day + timedelta(sign * count // 24)).isoformat(), Basis.RELATIVE)
    if unit == "month":
        found = dates.moved_months(day, sign * count)
        return Value("date", f"{found.year:04}-{found.month:02}{mark}", Basis.RELATIVE)
    years = count * (10 if unit == "decade" else 1)
    if match.groupdict().get("same"):
        return Value("date", f"{day.year + sign * years:04}-{day.month:02}", Basis.RELATIVE)
    return Value("date", f"{day.year + sign * years:04}{mark}", Basis.RELATIVE)


def just_now(match: re.Match[str], context: Context) -> Value | None:
    """The day of publication: "in the past few minutes", "just after midnight"."""
    day = context.day
    return Value("date", day.isoformat() if day is not None else None, Basis.RELATIVE)


def last_month_named(match: re.Match[str], context: Context) -> Value | None:
    """A month by its name, before or after publication."""
    anchor = context.anchor
    if anchor is None:
        return Value("date", f"XXXX-{words.month(match['month']):02}", Basis.UNKNOWN)
    month = words.month(match["month"])
    word = match["which"]
    year = anchor.year
    if word == "next" and month <= anchor.month:
        year += 1
    if word in ("last", "past") and month >= anchor.month:
        year -= 1
    return Value("date", f"{year:04}-{month:02}", Basis.RELATIVE)


def past_units(match: re.Match[str], context: Context) -> Value | None:
    """A stretch that runs up to publication: "over the past five days"."""
    day, count = context.day, words.number(match["number"])
    if day is None or count is None or match["unit"] not in ("day", "week", "month"):
        return Value("interval", None, Basis.UNKNOWN)
    if match["unit"] == "month":
        first = dates.moved_months(day, -count)
    else:
        first = day - timedelta(count * (7 if match["unit"] == "week" else 1))
    return Value("interval", f"{first.isoformat()}/{day.isoformat()}", Basis.RELATIVE)


def edge(match: re.Match[str], context: Context) -> Value | None:
    """The first or last day of a unit: "by the end of the month"."""
    day = context.day
    if day is None:
        return Value("date", None, Basis.UNKNOWN)
    step = {"next": 1, "last": -1}.get(match.groupdict().get("which") or "", 0)
    first: date
    if match["unit"] == "week":
        first = day - timedelta(day.weekday()) + timedelta(7 * step)
        last = first + timedelta(6)
    elif match["unit"] == "month":
        first = dates.moved_months(day.replace(day=1), step)
        last = dates.moved_months(first, 1) - timedelta(1)
    else:
        first, last = date(day.year + step, 1, 1), date(day.year + step, 12, 31)
    return Value("date", (last if match["edge"].endswith("end") else first).isoformat(), Basis.RELATIVE)
