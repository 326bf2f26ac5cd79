"""How far records reach in time: the days that a date can mean, and the days within which something may be the same.

Days are ordinals, so that they add up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from graph import dates
from graph.model import Modality
from graph.reconcile.kinds import Kind
from graph.reconcile.records import Record

BACK = 240  # days after an event in which a report without a date is taken to tell of it
BACK_MOVES = 45
AHEAD = 7  # days that the day of publication may lie before the event
FULFILLED = 60  # days after its publication in which a plan without a date is taken to have come true
PUT_OFF = 31  # days by which a vote may be held later than it was set
LONGEST = 2 * 365  # days within which the end of a strike or lockout is looked for
ENDS_APART = 31  # days between two dates of one end
ANNOUNCED = 2  # days ahead of an end within which it is not planned any more but announced
_STRETCH = 31  # days within which a stretch tells of one day in it
_MISSING = 240  # how far an open side of a date reaches
_OVER = frozenset(("tense:past", "tense:past-perfect"))
_GROWS = "strike:grows"
_WEAK = frozenset(("trigger:noun", "trigger:state", _GROWS))

Span = tuple[int, int]
ALWAYS: Span = (date.min.toordinal(), date.max.toordinal())


def span(record: Record) -> Span | None:
    """The first and last day on which what it tells of can have begun, or for an end ended; None where nothing says."""
    known = record.bounds
    if known is None:
        return None
    if record.phase == "end" and known.earliest_end is not None and known.earliest_start is None:
        return known.earliest_end.toordinal(), (known.latest_end or known.earliest_end).toordinal()
    first, last = known.earliest_start, known.latest_start or known.latest_end
    if record.phase == "whole" and first is not None and known.latest_end is not None:
        # What has no beginning told apart from its end happened on some day of a stretch: "last week".
        last = known.latest_end if (known.latest_end - first).days <= _STRETCH else last
    if first is None and last is None:
        return None
    high = last.toordinal() if last is not None else None
    low = first.toordinal() if first is not None else (high or 0) - _MISSING
    return low, max(low, high if high is not None else low)


def told(record: Record) -> int | None:
    """The day on which a record's article appeared; when it was fetched says nothing of that."""
    return record.known.toordinal() if record.known is not None and not record.unpublished else None


def gap(one: Span, other: Span) -> int:
    """Days between two spans, 0 where they can be the same day."""
    return max(0, other[0] - one[1], one[0] - other[1])


def unplaced(record: Record) -> bool:
    """Whether neither a report nor its article has a day."""
    return record.unpublished and record.when is None and record.report.modality is Modality.ACTUAL


def mentions(record: Record, kind: Kind) -> bool:
    """Whether a report only speaks of what lasts ("the strike", "still on strike") and tells of no beginning."""
    weak = not _WEAK.isdisjoint(record.report.factors)
    return weak and kind.lasting and record.phase == "start"


def grows(record: Record) -> bool:
    """Whether a report tells of who joins a strike that runs, so that its day is not that of the strike's beginning."""
    return _GROWS in record.report.factors


def announced(record: Record) -> bool:
    """Whether a planned end is as good as told: of one day, and told no earlier than the days right before it."""
    dated, known = span(record), told(record)
    planned = record.phase == "end" and record.report.modality is Modality.PLANNED
    return planned and dated is not None and known is not None and dated[0] == dated[1] <= known + ANNOUNCED


def running(record: Record) -> bool:
    """Whether a report says that what it tells of went on when its article appeared: "have been on strike since May"."""
    actual = record.report.modality is Modality.ACTUAL and record.phase == "start"
    return actual and "trigger:state" in record.report.factors and _OVER.isdisjoint(record.report.factors)


def outlived(end: Span | None, days: Sequence[int]) -> int:
    """How many of the articles that tell of something as going on appeared after the day on which a report puts its end;
    `days` are those of the articles, in order.
    """
    return len(days) - bisect_right(days, end[1] + ANNOUNCED) if end is not None else 0


def running_days(records: Iterable[Record]) -> list[int]:
    """The days of the articles that tell of something as going on, one an article, in order."""
    of_article = {r.article: told(r) for r in records if running(r)}
    return sorted(day for day in of_article.values() if day is not None)


def back(kind: Kind) -> int:
    """How long after an event an undated report is taken to tell of it."""
    return BACK_MOVES if kind.move else BACK


def window(record: Record, kind: Kind) -> Span | None:
    """The days within which an event may lie that the record can belong to; None where it can belong to none."""
    if unplaced(record) or (record.when is not None and dates.is_open_year(record.when.edtf)):
        return ALWAYS
    dated, known = span(record), told(record)
    if dated is not None:
        if record.phase == "end":
            return dated[0] - LONGEST, dated[1] + ENDS_APART
        late = PUT_OFF if kind.vote and record.report.modality is Modality.PLANNED else kind.days
        return dated[0] - (BACK if mentions(record, kind) else kind.days), dated[1] + max(late, kind.days)
    if known is None:
        return None
    if record.phase == "end":
        return known - LONGEST, known + AHEAD
    if record.report.modality is Modality.PLANNED:
        # Who says that a strike will go on tells of the one that runs.
        return known - (LONGEST if kind.lasting else AHEAD), known + FULFILLED
    return known - back(kind), known + AHEAD
