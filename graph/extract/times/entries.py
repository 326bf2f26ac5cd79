"""Chronologies: paragraphs that each open with their day, "May 2, 2023: The union goes on strike." What such a paragraph tells
beside that day is told as on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph import dates
from graph.extract.times.value import Context
from graph.model import Published, Span, TimeExpression

_LEAST = 2  # entries of a chronology
_MARK = re.compile(r"\s?(?::|–|—|--?)\s+(?=\S)")
_BULLETS = " \t*#•·-–—"


def of_text(text: str, found: Sequence[TimeExpression]) -> list[tuple[Span, TimeExpression]]:
    """What stands in each entry behind its day, and the day; none where the text has a single one."""
    out = []
    for time in found:
        start = text.rfind("\n", 0, time.span.start) + 1
        if time.kind != "date" or time.edtf is None or text[start : time.span.start].strip(_BULLETS):
            continue
        mark = _MARK.match(text, time.span.end)
        known = dates.bounds(time.edtf)
        if mark is None or known is None or known.earliest_start is None or known.earliest_start != known.latest_end:
            continue
        end = text.find("\n", mark.end())
        out.append((Span(mark.end(), len(text) if end < 0 else end), time))
    return out if len(out) >= _LEAST else []


def on(day: TimeExpression, context: Context) -> Context:
    """The context in which an entry is read: as if it had been written on its day."""
    known = dates.bounds(day.edtf or "")
    first = known.earliest_start if known is not None else None
    if first is None:
        return context
    return replace(context, published=Published(first.isoformat(), first, first.isoformat()))
