"""The reader of limits: "since May", "by the end of June", which take in the point in time that follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph import dates
from graph.extract.times import triggers
from graph.extract.times.value import Context, Reader, Rule, Value
from graph.model import Basis

_FROM = frozenset(
    ("since", "from", "starting", "starting on", "beginning", "beginning on", "effective", "as of", "no earlier than")
)
_TILL = ("until", "till")
_NOT = re.compile(r"(?:\bnot|n't)\b[^.;,]*$")
_NEAR = 50  # characters before "until" in which its "not" stands
_EARLY = ("as early as", "as soon as")


def reader(points: Sequence[Rule]) -> Reader:
    """A reader that takes the longest of the points in time that can follow the word."""

    def limit(match: re.Match[str], context: Context) -> Value | None:
        start = match.end() + 1
        near = triggers.sorts(context.text, start, start + triggers.REACH)
        best: tuple[int, Value] | None = None
        for rule in points:
            found = rule.match(context.text, start) if rule.key in near else None
            if found is None:
                continue
            value = rule.read(found, context)
            end = found.start() + len(found[0].rstrip(" ,"))
            if value is not None and value.edtf is not None and (best is None or end > best[0]):
                best = (end, value)
        if best is None:
            return None
        end, value = best
        if match["word"] in _TILL and _NOT.search(context.text, max(0, match.start() - _NEAR), match.start()):
            return replace(value, end=end)  # "It was not until May 5 that they met": on May 5
        if match["word"] == "since" and value.edtf is not None and _YEAR.search(context.text, start, end) is None:
            value = replace(value, edtf=_behind(value.edtf, context))
        return _limited(match["word"], end, value, context=context)

    return limit


def _behind(edtf: str, context: Context) -> str:
    """What something has run since lies behind: of a day or month without a year, the last one up to publication."""
    known, day = dates.bounds(edtf), context.anchor
    if known is None or known.earliest_start is None or day is None or known.earliest_start <= day:
        return edtf
    earlier = _WRITTEN.sub(lambda year: f"{int(year[0]) - 1:04}", edtf)
    return earlier if dates.bounds(earlier) is not None else edtf


_YEAR = re.compile(r"\b\d{4}\b")
_WRITTEN = re.compile(r"\d{4}(?=-)")


def _limited(word: str, end: int, value: Value, *, context: Context) -> Value:
    assert value.edtf is not None
    first, last = _ends(value.edtf)
    if word == "eve of":
        known = dates.bounds(value.edtf)
        exact = known is not None and known.earliest_start is not None and known.earliest_start == known.latest_end
        if known is None or known.earliest_start is None or not exact:
            return Value("date", None, Basis.UNKNOWN, end=end)
        return Value("date", dates.moved(known.earliest_start, -1).isoformat(), Basis.RELATIVE, end=end)
    after = (word in _FROM or word.endswith(_EARLY)) and not (word == "as of" and _ended(value.edtf, context))
    edtf = f"{first}/.." if after else f"../{last or first}"
    stretch = value.edtf if value.edtf.partition("/")[2].strip(".") else None
    return Value("interval", edtf, Basis.BOUND, open="since" if after else "by", end=end, stretch=stretch)


def _ends(edtf: str) -> tuple[str, str]:
    """The two ends of a stretch or of a set; of a point, the point and nothing."""
    if edtf.startswith("["):
        first, _, last = edtf.strip("[]").replace("..", ",").partition(",")
        return first, last
    first, _, last = edtf.partition("/")
    return first, last


def _ended(edtf: str, context: Context) -> bool:
    """Whether a day lies behind: "as of Friday, 13,000 had walked off" tells of what was so by then."""
    known = dates.bounds(edtf)
    day = context.day
    return day is not None and known is not None and known.latest_end is not None and known.latest_end <= day
