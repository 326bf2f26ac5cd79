"""Dates told beside a sentence: of the talks told before it, and on a line above it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from graph.extract import dating
from graph.extract.scene import Scene
from graph.extract.tokens import within
from graph.model import Basis, Sentence, Span, TimeExpression, When

_PARTIES = 60  # characters between "talks" and their dates


def of_talks(sentence: Sentence, times: Sequence[TimeExpression], folded: str, *, talks: frozenset[str]) -> When | None:
    """The stretch of the talks in which a move was made, where that is the last date told before it: "the talks that ran
    from March 20 to May 1, 2023 ... On staffing, the union proposed".
    """
    at = bisect_left(times, sentence.span.end, key=lambda t: t.span.start)
    for time in reversed(times[:at]):
        if time.kind in ("duration", "ordinal"):
            continue
        if not time.rule.startswith("range-") or time.span.start >= sentence.span.start or time.edtf is None:
            return None
        before = folded[max(0, time.span.start - _PARTIES) : time.span.start].lower().rpartition("\n")[2]
        if not any(word in talks for word in before.split()):
            return None
        return When(time.edtf, Basis.BOUND, f"{time.rule}+talks", (time.span,), "within the talks told before")
    return None


def of_heading(sentence: Sentence, times: Sequence[TimeExpression], folded: str) -> When | None:
    """The date that stands alone on a line above, as in a list of what happened when."""
    if any(time.edtf is not None and time.open == "" for time in within(times, sentence.span)):
        return None
    at = bisect_left(times, sentence.span.start, key=lambda t: t.span.start)
    for time in reversed(times[max(0, at - _HEADINGS) : at]):
        start = folded.rfind("\n", 0, time.span.start) + 1
        end = folded.find("\n", time.span.end)
        if end < 0 or sentence.span.start - end > dating.LEAD:
            return None
        alone = not folded[start : time.span.start].strip(" *#•-") and not folded[time.span.end : end].strip(" *:.–—-")
        if alone and time.edtf is not None and time.kind in ("date", "clock"):
            return When(time.edtf, time.basis, f"{time.rule}+heading", (time.span,), "under the date")
    return None


def of_entry(place: int, entries: Sequence[tuple[Span, TimeExpression]]) -> When | None:
    """The day that opens the entry of a chronology in which a place stands."""
    time = next((time for stretch, time in entries if stretch.start <= place < stretch.end), None)
    if time is None or time.edtf is None:
        return None
    return When(time.edtf, time.basis, f"{time.rule}+heading", (time.span,), "under the date")


def of_list(scene: Scene) -> TimeExpression | None:
    """The first of the days that a colon lists behind a trigger: "will walk out on three days: 4 May, 19 May and 2 June"."""
    following = scene.clauses[scene.clause + 1] if scene.clause + 1 < len(scene.clauses) else None
    if following is None or following.marker != ":" or following.start >= len(scene.items):
        return None
    first = scene.items[following.start].time
    counted = any(word in _LISTED for word in scene.words[following.start - 2 : following.start])
    return first if counted and first is not None and first.kind in ("date", "clock") else None


_LISTED = frozenset(("days", "dates"))
_HEADINGS = 6  # times between a heading and what stands under it
