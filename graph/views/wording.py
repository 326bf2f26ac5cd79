"""EDTF values as people write dates: "2 May 2023", "about May 2023", "2 May to 27 September 2023"."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from graph import dates

_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_PARTS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "fourth quarter of",
}
UNDATED = "undated"


def date(edtf: str | None) -> str:
    """A date, a month, a year, an interval or a choice of days in words; what has no words stays as it is."""
    if not edtf:
        return UNDATED
    if edtf.startswith(("[", "{")) and "/" not in edtf:
        return _choice(edtf[1:-1])
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    return _point(edtf)


def _choice(inside: str) -> str:
    if ".." in inside:
        first, _, last = inside.partition("..")
        if not first:
            return f"by {_point(last)}"
        if not last:
            return f"{_point(first)} or later"
        return f"between {_point(first)} and {_point(last)}"
    return " or ".join(_point(part.strip()) for part in inside.split(","))


def _interval(first: str, last: str) -> str:
    start = "" if not first.strip(".") else date(first)
    end = "" if not last.strip(".") else date(last)
    if start and end:
        year = f" {end[-4:]}"
        shared = start.endswith(year) and start[:1].isdigit() and end[:1].isdigit() and len(start) > 8
        return f"{start.removesuffix(year) if shared else start} to {end}"
    if start.startswith("by ") and last:
        return f"since {start.removeprefix('by ')} or before"
    if start:
        return f"since {start}" if last else f"from {start}, end not stated"
    return f"until {end}" if end else UNDATED


def _point(text: str) -> str:
    bare = text.split("T")[0]
    mark = next((words for sign, words in _MARKS.items() if bare.endswith(sign)), "")
    bare = bare.rstrip("~?%")
    if found := re.fullmatch(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", bare):
        year, month, day = found.groups()
        if 1 <= int(month) <= 12:
            return f"{mark}{int(day)} {calendar.month_name[int(month)]}{_year(year)}"
    if found := re.fullmatch(r"(\d{4}|XXXX)-(\d\d)(?:-XX)?", bare):
        year, part = found.groups()
        if part in _PARTS:
            return f"{mark}{_PARTS[part]} {year}"
        if 1 <= int(part) <= 12:
            return f"{mark}{calendar.month_name[int(part)]}{_year(year)}"
    if re.fullmatch(r"\d{3}X", bare):
        return f"{mark}the {bare[:3]}0s"
    return f"{mark}{bare}"


def _year(year: str) -> str:
    return ", year not stated" if year == "XXXX" else f" {year}"


def length(edtf: str | None, start: dt.date | None, end: dt.date | None) -> int | None:
    """Days from the first day to the first day back: the count that people know. None where one of them is open or not
    stated: that a strike was over by some later day tells nothing of how long it was.
    """
    stated = edtf is None or all(any(c.isdigit() for c in part) for part in edtf.split("/"))
    if edtf is not None and not _MARKS.keys().isdisjoint(edtf):
        # "About May 10" is counted to May 10; the bounds reach some days further.
        named = dates.bounds(edtf.translate({ord(mark): None for mark in _MARKS}))
        start, end = (named.earliest_start, named.latest_end) if named is not None else (None, None)
    return None if start is None or end is None or not stated else (end - start).days
