"""Readers of lengths and counts: "three months", "the fourth day", "two weeks into"."""

from __future__ import annotations

import re

from graph.extract.times import words
from graph.extract.times.value import Context, Value
from graph.extract.times.words import UNIT_CODE
from graph.model import Basis


def _hedge(match: re.Match[str]) -> str:
    word = match.groupdict().get("hedge") or ""
    if word in ("more than", "over", "just over"):
        return "over"
    if word in ("nearly", "almost", "just under"):
        return "nearly"
    if word in ("less than", "under", "up to"):
        return "under"
    return "at least" if word == "at least" else "about" if word else ""


_STEP = re.compile(r" (?:before|after)\b")


def duration(match: re.Match[str], context: Context) -> Value | None:
    """A length: "three months", "a three-day"."""
    count, unit = words.number(match["number"]), match["unit"]
    if count is None:
        return None
    bare = match["number"] in ("a", "an") and not match.groupdict().get("hedge") and "-" not in match[0]
    if bare and not _STEP.match(context.text, match.end()):
        return None  # "a week" is a length only in "a week after"
    if unit == "decade":
        count *= 10
    time = "T" if unit == "hour" else ""
    return Value("duration", None, Basis.DURATION, duration=f"P{time}{count}{UNIT_CODE[unit]}", hedge=_hedge(match))


def count_ordinal(match: re.Match[str], context: Context) -> Value | None:
    """A place in a count: "the fourth day", "day 100"."""
    groups = match.groupdict()
    count = words.ordinal(groups["ordinal"]) if groups.get("ordinal") else words.number(groups["number"])
    if count is None:
        return None
    return Value("ordinal", None, Basis.ORDINAL, count=count, unit=match["unit"])


def nth_after(match: re.Match[str], context: Context) -> Value | None:
    """ "the 12th day after" something is twelve days after it."""
    count = words.ordinal(match["ordinal"])
    if count is None:
        return None
    return Value("duration", None, Basis.DURATION, duration=f"P{count}{UNIT_CODE[match['unit']]}")


def count_into(match: re.Match[str], context: Context) -> Value | None:
    """ "three months into the strike" is in its fourth month; "more than" changes nothing."""
    count = words.number(match["number"])
    if count is None:
        return None
    return Value("ordinal", None, Basis.ORDINAL, count=count + 1, unit=match["unit"], hedge=_hedge(match))


def within_a_day(match: re.Match[str], context: Context) -> Value | None:
    """Some hours or minutes, nobody says how many: "hours after talks broke down"."""
    return Value("duration", None, Basis.DURATION, unit="hour")
