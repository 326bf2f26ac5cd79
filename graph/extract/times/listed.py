"""Days of a list under the name of their month: "APRIL" on a line of its own, then "17: ..." on those below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.times.value import Context, day_text, month_text
from graph.model import Basis, Span, TimeExpression

_MONTHS = "january february march april may june july august september october november december".split()
_HEADING = re.compile(rf"^[ \t#*]*(?P<month>{'|'.join(_MONTHS)})(?:,? (?P<year>(?:19|20)\d\d))?[ \t:*]*$", re.MULTILINE)
_DAY = re.compile(r"^[ \t*•-]*(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?=\s?[:.–—-]\s)", re.MULTILINE)


def days(context: Context) -> Iterator[TimeExpression]:
    """The days of all such lists in order. A list tells of the past: its years are those before publication."""
    headings = list(_HEADING.finditer(context.text))
    ends = [heading.start() for heading in headings[1:]] + [len(context.text)]
    for heading, end in zip(headings, ends, strict=False):
        month = _MONTHS.index(heading["month"]) + 1
        year = int(heading["year"]) if heading["year"] is not None else _past_year(month, context)
        for match in _DAY.finditer(context.text, heading.end(), end):
            edtf = day_text(year, month, int(match["day"]), context)
            if edtf is not None:
                span = Span(match.start("day"), match.end())
                yield TimeExpression(span, "date", edtf, Basis.EXPLICIT, "listed-day")


def _past_year(month: int, context: Context) -> int | None:
    anchor = context.anchor
    if anchor is None:
        return None
    year = int(month_text(None, month, context)[:4])
    return year - 1 if (year, month) > (anchor.year, anchor.month) else year
