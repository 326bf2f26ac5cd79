"""Dates by arithmetic: a count of days, a length up to publication, a step from the date of another clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from graph import dates
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.model import Basis, Document, Sentence, TimeExpression, When
from ontology import lists

DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)$")


def apart(
    scene: Scene,
    here: Sequence[TimeExpression],
    times: Sequence[TimeExpression],
    sentence: Sentence,
    document: Document,
) -> When | None:
    """A date reckoned from that of the main clause: "on March 7, one day after rejecting an offer", "in March, eight months
    after the strike began". Where the main clause names none, from the day told last: "The rally came a week after ...".
    """
    clause = scene.clauses[scene.clause]
    if clause.marker not in ("after", "before", "since") or clause.start == 0:
        return None
    mark = scene.items[clause.start].span.start
    length = next((t for t in here if t.kind == "duration" and 0 <= mark - t.span.end <= 1), None)
    if length is None:
        return None
    if clause.marker == "since":
        return _since(scene, length, document)
    others = [t for t in here if t.edtf is not None and t.open == "" and t.kind in ("date", "clock")]
    outside = [t for t in others if not mark <= t.span.start < _end_of(scene)]
    if length.unit == "hour" or (length.duration or "")[-1:] in ("D", "W"):
        outside = [t for t in outside if DAY.match(t.edtf or "")] or outside
    if not outside and scene.items[clause.start].span.start - sentence.span.start < _COMING:
        outside = _day_before(times, sentence)
    day = document.published.day if document.published is not None else None
    if not others and day is not None and not _COMES.isdisjoint(scene.words[: clause.start]):
        news = outside[0].edtf if outside and outside[0].edtf is not None else day.isoformat()
        back = moved(news, length.duration or "", -1 if clause.marker == "after" else 1, hedged=False)
        if back is not None:
            note = f"{length.duration} {clause.marker} the news of {news}"
            return When(back, Basis.DURATION, f"{length.rule}+publication", (length.span,), note)
    if len(outside) > 1:  # "to end on Wednesday, 148 days after it began"
        outside = [t for t in outside if 0 <= length.span.start - t.span.end <= 2]
    if len(outside) != 1 or outside[0].edtf is None:
        return None
    sign = -1 if clause.marker == "after" else 1
    if length.unit == "hour":
        edtf = outside[0].edtf if DAY.match(outside[0].edtf) else None
    else:
        edtf = moved(outside[0].edtf, length.duration or "", sign, hedged=bool(length.hedge))
    if edtf is None:
        return None
    note = f"{length.duration or 'hours'} {clause.marker} it was {outside[0].edtf}"
    return When(edtf, Basis.DURATION, f"{length.rule}+{outside[0].rule}", (length.span, outside[0].span), note)


def _since(scene: Scene, length: TimeExpression, document: Document) -> When | None:
    """About so long before publication: "it has been almost a year since the guild struck"."""
    day = document.published.day if document.published is not None else None
    before = [item.word for item in scene.items if item.span.end <= length.span.start]
    if day is None or before[-1:] != ["been"] or length.unit == "hour":
        return None
    length_of = length.duration or ""
    if length_of in ("P1Y", "P2Y"):
        length_of = f"P{12 * int(length_of[1])}M"  # "almost a year" tells the month as well
    edtf = moved(day.isoformat(), length_of, -1, hedged=length.hedge != "" or length_of[-1:] != "Y")
    if edtf is None:
        return None
    return When(
        edtf, Basis.DURATION, f"{length.rule}+since", (length.span,), f"{length.duration} before {day.isoformat()}"
    )


def apart_from(scene: Scene, here: Sequence[TimeExpression]) -> When | None:
    """A date reckoned from that of a clause of time: "hours after members rejected the offer on Tuesday, it presented
    another"; "will strike four days before the contract expires on November 30".
    """
    if scene.clauses[scene.clause].kind not in ("main", "coordinate"):
        return None
    for other in scene.clauses:
        first = scene.items[other.start]
        if other.kind != "sub" or other.marker not in ("after", "before"):
            continue
        length = next((t for t in here if t.kind == "duration" and 0 <= first.span.start - t.span.end <= 1), None)
        told = [i.time for i in scene.items[other.start : other.end] if i.time is not None and i.time.edtf is not None]
        if length is None or len(told) != 1 or told[0].edtf is None or DAY.match(told[0].edtf) is None:
            continue
        sign = 1 if other.marker == "after" else -1
        hours = length.unit == "hour"
        edtf = told[0].edtf if hours else moved(told[0].edtf, length.duration or "", sign, hedged=bool(length.hedge))
        if edtf is not None:
            note = f"{length.duration or 'hours'} {other.marker} {told[0].edtf}"
            return When(edtf, Basis.DURATION, f"{length.rule}+{told[0].rule}", (length.span, told[0].span), note)
    return None


_COMES = frozenset(("comes", "coming"))
_COMING = 60  # characters that a sentence can spend on "The rally came a week" before it says after what
_NEAR = 400  # characters within which the day told last still is the day spoken of


def _day_before(times: Sequence[TimeExpression], sentence: Sentence) -> list[TimeExpression]:
    """The day told last before a sentence, if it is near."""
    at = bisect_left(times, sentence.span.start, key=lambda t: t.span.start)
    for time in reversed(times[max(0, at - 4) : at]):
        if time.edtf is not None and DAY.match(time.edtf) and sentence.span.start - time.span.end <= _NEAR:
            return [time]
    return []


def _end_of(scene: Scene) -> int:
    return scene.items[scene.high - 1].span.end


_LENGTH = re.compile(r"P(\d+)([DWMY])$")


def moved(edtf: str, duration: str, sign: int, *, hedged: bool) -> str | None:
    """A date moved by a length, as precisely as both allow."""
    found, known = _LENGTH.match(duration), dates.bounds(edtf)
    if found is None or known is None or known.earliest_start is None:
        return None
    count, unit = sign * int(found[1]), found[2]
    exact = DAY.match(edtf) is not None
    mark = "~" if hedged else ""
    start = known.earliest_start
    if unit in "DW":
        if not exact:
            return None
        mark = "~" if unit == "W" and abs(count) > 1 else mark  # "two weeks after" is seldom fourteen days
        return dates.moved(start, count * (7 if unit == "W" else 1)).isoformat() + mark
    moved = dates.moved_months(start, count * (12 if unit == "Y" else 1))
    return f"{moved.year:04}-{moved.month:02}{mark}" if unit == "M" else f"{moved.year:04}{mark}"


def from_count(scene: Scene, times: Sequence[TimeExpression], document: Document, rules: Rules) -> When | None:
    """The start of something that a count of days dates: "the fourth day of the strike ... on May 5", "its 92nd day".

    The day counted is the one the sentence names, else the day of publication. A count of months gives a span, not a day.
    """
    low, high = scene.items[scene.low].span.start, scene.items[scene.high - 1].span.end
    counts = [t for t in times if t.kind == "ordinal" and low <= t.span.start < high and t.count is not None]
    if not counts:
        return None
    counts = [t for t in counts if not _of_something_else(scene, t)]
    if not counts:
        return None
    count = min(counts, key=lambda t: abs(t.span.start - scene.items[scene.head].span.start))
    assert count.count is not None
    stated = [t for t in times if t.edtf is not None and t.kind != "ordinal" and DAY.match(t.edtf)]
    anchor = min(stated, key=lambda t: abs(t.span.start - count.span.start), default=None)
    if anchor is not None and _begins(scene, anchor, rules):
        return None  # "the strike, which began on May 2, has entered its third month" says itself when
    if count.unit in ("day", "week") and anchor is not None and anchor.edtf is not None:
        before = [item.word for item in scene.items[scene.low : scene.high] if item.span.end <= count.span.start]
        entered = count.unit == "week" and not rules.words(lists.ENTERING).isdisjoint(before[-1:])
        steps = 7 * ((count.count or 1) - 1)  # "entered its third week on Monday": that is the first day of one
        edtf = shifted(anchor.edtf, -steps) if entered else _counted_back(count, anchor.edtf)
        if edtf is not None:
            return When(
                edtf,
                Basis.ORDINAL,
                f"{count.rule}+{anchor.rule}",
                (count.span, anchor.span),
                _reckoning(count, anchor.edtf),
            )
    day = document.published.day if document.published is not None else None
    if day is None:
        return None
    if count.unit == "day":
        start = day - timedelta(count.count - 1)
        return When(start.isoformat(), Basis.ORDINAL, count.rule, (count.span,), _reckoning(count, day.isoformat()))
    note = _reckoning(count, day.isoformat())
    if count.rule == "count-into" and count.unit == "week":
        begun = day - timedelta(7 * (count.count - 1))  # "six weeks into the strike"
        return When(f"{begun.isoformat()}~", Basis.ORDINAL, count.rule, (count.span,), note)
    if count.rule == "count-into" and count.unit == "month":
        begun = dates.moved_months(day, 1 - count.count)  # "three months into the strike"
        return When(f"{begun.year:04}-{begun.month:02}~", Basis.ORDINAL, count.rule, (count.span,), note)
    if count.unit == "month" and not rules.words(lists.ENTERING).isdisjoint(scene.words[scene.low : scene.high]):
        begun = dates.moved_months(day, 1 - count.count)
        return When(f"{begun.year:04}-{begun.month:02}", Basis.ORDINAL, count.rule, (count.span,), note)
    first, last = elapsed(count, day)
    return When(f"[{first.isoformat()}..{last.isoformat()}]", Basis.ORDINAL, count.rule, (count.span,), note)


def _of_something_else(scene: Scene, count: TimeExpression) -> bool:
    """Whether a count is "of" a thing that is not the trigger: "decided to strike, Thursday being the first day of limited
    services".
    """
    at = next((i for i, item in enumerate(scene.items) if item.span.start >= count.span.end), len(scene.items))
    if at >= len(scene.items) or scene.items[at].word != "of":
        return False
    return not at < scene.end <= at + _OF + (scene.end - scene.start)


_OF = 8  # items between "of" and the last word of what is counted


def _counted_back(count: TimeExpression, anchor: str) -> str | None:
    """The first day of what is in its nth day or week on the day given: for a week, one of seven days."""
    steps = (count.count or 1) - 1
    if count.unit == "day":
        return shifted(anchor, -steps)
    first, last = shifted(anchor, -7 * steps - 6), shifted(anchor, -7 * steps)
    return f"[{first}..{last}]" if first is not None and last is not None and first[0] != "X" else None


def counted(count: int, unit: str, start: str) -> str | None:
    """The date of the nth day, week or month of what began on a day; a week and a month from their first day to their last."""
    if DAY.match(start) is None:
        return None
    if unit == "day":
        return shifted(start, count - 1)
    if start.startswith("X") or unit not in ("week", "month"):
        return None
    begun = date.fromisoformat(start)
    if unit == "week":
        first, after = begun + timedelta(7 * (count - 1)), begun + timedelta(7 * count)
    else:
        first, after = dates.moved_months(begun, count - 1), dates.moved_months(begun, count)
    return f"{first.isoformat()}/{(after - timedelta(1)).isoformat()}"


def _begins(scene: Scene, time: TimeExpression, rules: Rules) -> bool:
    """Whether a date is told as that of a beginning."""
    begun = rules.words(lists.BEGUN)
    at = next((i for i, item in enumerate(scene.items) if item.time is time), None)
    return time.open == "since" or (at is not None and not begun.isdisjoint(scene.words[max(0, at - 3) : at]))


def elapsed(count: TimeExpression, day: date) -> tuple[date, date]:
    """First and last day on which something can have begun that is in its nth unit on the day given."""
    assert count.count is not None
    length = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[count.unit or "day"]
    return day - timedelta(round(count.count * length) - 1), day - timedelta(round((count.count - 1) * length))


def shifted(edtf: str, days: int) -> str | None:
    """A day moved by some days; a day of an open year stays open, if the step does not cross the year's end."""
    found = DAY.match(edtf)
    if found is None:
        return None
    year, month, day = found.groups()
    if year != "XXXX":
        return (date(int(year), int(month), int(day)) + timedelta(days)).isoformat()
    moved = date(2001, int(month), int(day)) + timedelta(days)
    crosses_leap_day = moved.month <= 2 < int(month) or int(month) <= 2 < moved.month
    if moved.year != 2001 or crosses_leap_day:
        return None
    return f"XXXX-{moved.month:02}-{moved.day:02}"


def _reckoning(count: TimeExpression, day: str) -> str:
    return f"{count.unit} {count.count} fell on {day}"
