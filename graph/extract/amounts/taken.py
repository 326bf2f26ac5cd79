"""Places of a text that are spoken for, none overlapping."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from graph.model import Span


class Taken:
    """Places that are spoken for, none overlapping; asked often on a line without end, so found by halving."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def meets(self, span: Span) -> bool:
        """Whether a place shares a character with one that is taken."""
        at = bisect_left(self._spans, span)
        return (at > 0 and self._spans[at - 1].meets(span)) or (at < len(self._spans) and self._spans[at].meets(span))

    def add(self, span: Span) -> None:
        """Takes a place that meets no other."""
        insort(self._spans, span)
