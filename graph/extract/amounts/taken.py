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
        return any(self._spans[i].meets(span) for i in (at - 1, at) if 0 <= i < len(self._spans))

    def add(self, span: Span) -> None:
        """Takes a place that meets no other."""
        insort(self._spans, span)
