"""The start of what has lasted a while: "on strike for 100 days", "after 42 days", "has reached 107 days"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract import reckoning
from graph.extract.scene import Scene
from graph.model import Basis, Document, TimeExpression, When


def from_length(scene: Scene, times: Sequence[TimeExpression], document: Document) -> When | None:
    """The start of what has lasted a while up to publication: "have been on strike for 100 days"."""
    day = document.published.day if document.published is not None else None
    if day is None or not any(i.word in _LASTING for i in scene.items[scene.low : scene.end]):
        return None
    end = scene.items[scene.end - 1].span.end
    for time in times:
        between = [i.word for i in scene.items if end <= i.span.start < time.span.start]
        if time.duration is None or time.span.start < end or not set(between) <= _FOR:
            continue
        if "for" not in between and scene.items[scene.end - 1].word not in _MEASURED:
            continue
        edtf = reckoning.moved(day.isoformat(), time.duration, -1, hedged=bool(time.hedge) or time.duration[-1] != "D")
        if edtf is not None:
            return When(edtf, Basis.DURATION, time.rule, (time.span,), f"{time.duration} up to {day.isoformat()}")
    return None


def after_length(scene: Scene, times: Sequence[TimeExpression], document: Document) -> When | None:
    """The start of what something came after so long: "after 42 days on strike, the union reached a deal on Monday"."""
    begins = scene.items[scene.start].span.start
    length = next((t for t in times if t.duration is not None and 0 <= begins - t.span.end <= _OF_IT), None)
    if length is None or length.duration is None or length.unit == "hour":
        return None
    before = [item.word for item in scene.items if item.span.end <= length.span.start]
    if not before or before[-1] != "after":
        return None
    told = [
        t
        for t in times
        if t.edtf is not None and t.open == "" and t.kind in ("date", "clock") and reckoning.DAY.match(t.edtf)
    ]
    day = document.published.day if document.published is not None else None
    end = told[0].edtf if len(told) == 1 else day.isoformat() if day is not None and not told else None
    edtf = (
        None
        if end is None
        else reckoning.moved(end, length.duration, -1, hedged=bool(length.hedge) or length.duration[-1] != "D")
    )
    if edtf is None:
        return None
    spans = (length.span, *(t.span for t in told))
    return When(edtf, Basis.DURATION, f"{length.rule}+after", spans, f"{length.duration} up to {end}")


_OF_IT = 4  # characters between a length and what lasted it: " of ", " on "
_MEASURED = frozenset("last lasts lasted reach reaches reached run runs".split())
_LASTING = frozenset("been 've have has".split())


_FOR = frozenset("for the there now past last more than over nearly almost about some".split())


def told(scene: Scene, times: Sequence[TimeExpression], document: Document) -> When | None:
    """The start of what a noun names, from how long it has run: "the strike, which has reached 107 days"."""
    end = scene.items[scene.end - 1].span.end
    lasting = (t for t in times if t.duration is not None and 0 <= t.span.start - end <= _ALONG and _so_far(scene, t))
    length = next(lasting, None)
    day = document.published.day if document.published is not None else None
    if length is None or length.duration is None or length.unit == "hour" or day is None:
        return None
    until = day.isoformat()
    edtf = reckoning.moved(until, length.duration, -1, hedged=bool(length.hedge) or length.duration[-1] != "D")
    note = f"{length.duration} up to {until}"
    return When(edtf, Basis.DURATION, length.rule, (length.span,), note) if edtf else None


_ALONG = 90  # characters from the noun to how long it lasted
_STEPS = 4  # items before a length that tell what it measures


def _so_far(scene: Scene, length: TimeExpression) -> bool:
    """Whether the words before a length say that something has lasted so long, and lasts still."""
    at = next((i for i, item in enumerate(scene.items) if item.span.start >= length.span.start), scene.end)
    before = {item.word for item in scene.items[max(scene.end, at - _STEPS) : at]}
    return not _MEASURED.isdisjoint(before) and not _LASTING.isdisjoint(before)
