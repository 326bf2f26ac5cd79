"""The date of a report: the time expression that belongs to its trigger, or arithmetic from a count of days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from graph import dates
from graph.extract.roles import Scene
from graph.extract.tokens import Item, within
from graph.model import Basis, Document, Sentence, TimeExpression, When
from ontology.lexicon import Frame

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)$")
LEAD = 1500  # characters of an article that tell its news, where it does not say so otherwise
_UNITS = {"day": 1, "week": 7}
_ATTACHING = frozenset(
    "there in on of from since that which began begun started starting , ( the early late as at".split()
)


def of_trigger(
    frame: Frame, scene: Scene, sentence: Sentence, times: Sequence[TimeExpression], document: Document, *, noun: bool
) -> When | None:
    """The date of one trigger, or None where the sentence states none."""
    here = within(times, sentence.span)
    opening = frame.opens is not None
    if opening:
        counted = from_count(scene, here, document)
        if counted is not None:
            return counted
    if opening:
        lasted = None if noun else _from_length(scene, here, document)
        if lasted is not None:
            return lasted
    own = _nearest(scene, noun=noun, opening=opening)
    if own is None:
        apart = _apart(scene, here)
        if apart is not None:
            return apart
    if own is None and scene.clauses[scene.clause].kind == "complement":
        own = _of_saying(scene)
    if own is None and not noun:
        own = _only(scene, here)
    if own is None or own.edtf is None:
        return None
    edtf = own.edtf
    if opening and own.kind == "interval" and own.open != "by":
        edtf = _start(edtf)
    return When(edtf, own.basis, own.rule, (own.span,))


def _of_saying(scene: Scene) -> TimeExpression | None:
    """The day on which what a complement clause tells was said: "announced Tuesday that it had reached a deal"."""
    parent = scene.clauses[scene.clauses[scene.clause].parent]
    told = [
        i.time
        for i in scene.items[parent.start : parent.end]
        if i.time is not None and i.time.kind in ("date", "clock")
    ]
    return told[-1] if told and told[-1].edtf is not None else None


def _start(edtf: str) -> str:
    """When what runs through an interval began: "on strike since May 6", "from March 7 to August 7". A stretch told by its
    limits alone ("early May", a weekend) stays a stretch.
    """
    first, _, last = edtf.partition("/")
    return first if last == ".." or (first and "~" not in edtf and last and first[:7] != last[:7]) else edtf


def ahead(when: When, document: Document) -> bool:
    """Whether a date lies after publication."""
    day = document.published.day if document.published is not None else None
    known = dates.bounds(when.edtf)
    return day is not None and known is not None and known.earliest_start is not None and known.earliest_start > day


def past(when: When, document: Document) -> When:
    """The date of a fact, which cannot lie after publication: a year that was only supplied by nearness steps back."""
    known = dates.bounds(when.edtf)
    if known is None or known.earliest_start is None or not when.spans or when.basis is not Basis.EXPLICIT:
        return when
    if any(str(known.earliest_start.year) in span.of(document.text) for span in when.spans):
        return when
    edtf = re.sub(r"\d{4}(?=-\d\d)", lambda found: str(int(found[0]) - 1), when.edtf)
    return replace(when, edtf=edtf) if dates.bounds(edtf) is not None else when


def _apart(scene: Scene, times: Sequence[TimeExpression]) -> When | None:
    """A date reckoned from that of the main clause: "on March 7, one day after rejecting an offer", "in March, eight months
    after the strike began".
    """
    clause = scene.clauses[scene.clause]
    if clause.marker not in ("after", "before") or clause.start == 0:
        return None
    mark = scene.items[clause.start].span.start
    length = next((t for t in times if t.duration is not None and 0 <= mark - t.span.end <= 1), None)
    if length is None or length.duration is None:
        return None
    others = [t for t in times if t.edtf is not None and t.open == "" and t.kind in ("date", "clock")]
    outside = [t for t in others if not scene.items[clause.start].span.start <= t.span.start < _end_of(scene)]
    if len(outside) != 1 or outside[0].edtf is None:
        return None
    sign = -1 if clause.marker == "after" else 1
    edtf = _moved(outside[0].edtf, length.duration, sign, hedged=bool(length.hedge))
    if edtf is None:
        return None
    note = f"{length.duration} {clause.marker} it was {outside[0].edtf}"
    return When(edtf, Basis.DURATION, f"{length.rule}+{outside[0].rule}", (length.span, outside[0].span), note)


def _end_of(scene: Scene) -> int:
    return scene.items[scene.high - 1].span.end


_LENGTH = re.compile(r"P(\d+)([DWMY])$")


def _moved(edtf: str, duration: str, sign: int, *, hedged: bool) -> str | None:
    """A date moved by a length, as precisely as both allow."""
    found, known = _LENGTH.match(duration), dates.bounds(edtf)
    if found is None or known is None or known.earliest_start is None:
        return None
    count, unit = sign * int(found[1]), found[2]
    exact = _DAY.match(edtf) is not None
    mark = "~" if hedged else ""
    start = known.earliest_start
    if unit in "DW":
        if not exact:
            return None
        return dates.moved(start, count * (7 if unit == "W" else 1)).isoformat() + mark
    moved = dates.moved_months(start, count * (12 if unit == "Y" else 1))
    return f"{moved.year:04}-{moved.month:02}{mark}" if unit == "M" else f"{moved.year:04}{mark}"


def _from_length(scene: Scene, times: Sequence[TimeExpression], document: Document) -> When | None:
    """The start of what has lasted a while up to publication: "have been on strike for 100 days"."""
    day = document.published.day if document.published is not None else None
    if day is None or not any(i.word in _LASTING for i in scene.items[scene.low : scene.end]):
        return None
    end = scene.items[scene.end - 1].span.end
    for time in times:
        between = [i.word for i in scene.items if end <= i.span.start < time.span.start]
        if time.duration is None or time.span.start < end or not set(between) <= _FOR or "for" not in between:
            continue
        edtf = _moved(day.isoformat(), time.duration, -1, hedged=bool(time.hedge) or time.duration[-1] != "D")
        if edtf is not None:
            return When(edtf, Basis.DURATION, time.rule, (time.span,), f"{time.duration} up to {day.isoformat()}")
    return None


_LASTING = frozenset("been 've have has".split())
_FOR = frozenset("for the there now past last more than over nearly almost about some".split())


def from_count(scene: Scene, times: Sequence[TimeExpression], document: Document) -> When | None:
    """The start of something that a count of days dates: "the fourth day of the strike ... on May 5", "its 92nd day".

    The day counted is the one the sentence names, else the day of publication. A count of months gives a span, not a day.
    """
    low, high = scene.items[scene.low].span.start, scene.items[scene.high - 1].span.end
    counts = [t for t in times if t.kind == "ordinal" and low <= t.span.start < high and t.count is not None]
    if not counts:
        return None
    count = min(counts, key=lambda t: abs(t.span.start - scene.items[scene.head].span.start))
    assert count.count is not None
    stated = [t for t in times if t.edtf is not None and t.kind != "ordinal" and _DAY.match(t.edtf)]
    anchor = min(stated, key=lambda t: abs(t.span.start - count.span.start), default=None)
    if anchor is not None and _begins(scene, anchor):
        return None  # "the strike, which began on May 2, has entered its third month" says itself when
    if count.unit in _UNITS and anchor is not None and anchor.edtf is not None:
        steps = (count.count - 1) * _UNITS[count.unit]
        edtf = shifted(anchor.edtf, -steps)
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
    if count.rule == "count-into" and count.unit == "month":
        begun = dates.moved_months(day, 1 - count.count)  # "three months into the strike"
        return When(f"{begun.year:04}-{begun.month:02}~", Basis.ORDINAL, count.rule, (count.span,), note)
    if count.unit == "month" and any(item.word in _ENTERING for item in scene.items[scene.low : scene.high]):
        begun = dates.moved_months(day, 1 - count.count)
        return When(f"{begun.year:04}-{begun.month:02}", Basis.ORDINAL, count.rule, (count.span,), note)
    first, last = elapsed(count, day)
    return When(f"[{first.isoformat()}..{last.isoformat()}]", Basis.ORDINAL, count.rule, (count.span,), note)


_ENTERING = frozenset(
    "enter enters entered entering begin begins began beginning start starts started starting".split()
)


def counted(count: int, unit: str, start: str) -> str | None:
    """The date of the nth day, week or month of what began on a day; a week and a month by their first day, marked `~`."""
    if _DAY.match(start) is None:
        return None
    if unit == "day":
        return shifted(start, count - 1)
    if start.startswith("X") or unit not in ("week", "month"):
        return None
    begun = date.fromisoformat(start)
    day = begun + timedelta(7 * (count - 1)) if unit == "week" else dates.moved_months(begun, count - 1)
    return f"{day.isoformat()}~"


def _begins(scene: Scene, time: TimeExpression) -> bool:
    """Whether a date is told as that of a beginning."""
    at = next((i for i, item in enumerate(scene.items) if item.time is time), None)
    return time.open == "since" or (at is not None and any(i.word in _BEGUN for i in scene.items[max(0, at - 3) : at]))


_BEGUN = frozenset("began begun started launched commenced".split())


def elapsed(count: TimeExpression, day: date) -> tuple[date, date]:
    """First and last day on which something can have begun that is in its nth unit on the day given."""
    assert count.count is not None
    length = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[count.unit or "day"]
    return day - timedelta(round(count.count * length) + 1), day - timedelta(round((count.count - 1) * length))


def shifted(edtf: str, days: int) -> str | None:
    """A day moved by some days; a day of an open year stays open, if the step does not cross the year's end."""
    found = _DAY.match(edtf)
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


def _nearest(scene: Scene, *, noun: bool, opening: bool = False) -> TimeExpression | None:
    """The date nearest the trigger in its clause; for a bare noun, only one that is attached to it."""
    best: tuple[int, TimeExpression] | None = None
    for at in range(scene.low, scene.high):
        time = scene.items[at].time
        if time is None or time.edtf is None or time.kind in ("ordinal", "duration"):
            continue
        if noun and not _attached(scene, at):
            continue
        if not noun and _belongs_to_noun(scene.items, at):
            continue
        if time.open == "since" and not opening and at > scene.end and scene.items[at - 1].kind == "word":
            continue  # "deals with 20 hotels hit by strikes starting in July"
        if _of_another(scene, at):
            continue
        if at > 1 and not noun and _foreseen(scene.items, at) and at > scene.end:
            continue  # "called off the strike scheduled for May 5"
        last = max(scene.head, scene.end - 1)
        distance = at - last if at > last else (last - at) + 1 if at > scene.head else (scene.head - at) + 2
        if best is None or distance < best[0]:
            best = (distance, time)
    return best[1] if best is not None else None


_FORESEEN = frozenset("scheduled set slated planned due threatened".split())


def _foreseen(items: Sequence[Item], at: int) -> bool:
    """Whether a date belongs to "scheduled for" and the like, which stand after a noun."""
    for step in (2, 3):
        if at >= step + 1 and items[at - step].word in _FORESEEN and items[at - step - 1].word not in _BE:
            return True
    return False


_BE = frozenset("is are was were be been 's 're".split())


def _of_another(scene: Scene, at: int) -> bool:
    """Whether a date tells of another time: "for the first time since 2007"; "extended the contract to July 12"."""
    time = scene.items[at].time
    before = scene.items[at - 1].word if at else ""
    if time is not None and time.open == "since":
        return before in ("time", "first", "one", "only", "not")
    return at > scene.head and (before in ("to", "until", "till") or (time is not None and time.rule == "until"))


def _attached(scene: Scene, at: int) -> bool:
    if at < scene.start:
        return at == scene.start - 1 or (at == scene.start - 2 and scene.items[at + 1].kind == "agent")
    return at - scene.end <= 4 and all(
        item.word in _ATTACHING or item.mention is not None for item in scene.items[scene.end : at]
    )


def _belongs_to_noun(items: Sequence[Item], at: int) -> bool:
    """Whether a year or month only qualifies the noun after it ("the 2020 contract"), so that it dates the thing named."""
    time = items[at].time
    return (
        time is not None
        and time.rule in ("year", "month", "year-range", "season")
        and at > 0
        and items[at - 1].word in ("the", "its", "their", "'s")
        and at + 1 < len(items)
        and items[at + 1].kind in ("word", "agent")
    )


def _only(scene: Scene, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The sentence's single date where the clause has none: it opens or closes the sentence and governs all of it."""
    dated = [t for t in times if t.edtf is not None and t.kind not in ("ordinal", "duration")]
    if len(dated) != 1:
        return None
    only = dated[0]
    at = next((i for i, item in enumerate(scene.items) if item.time is only), 0)
    if (at > 1 and _foreseen(scene.items, at)) or _of_another(scene, at):
        return None
    own = scene.clauses[scene.clause]
    if own.kind in ("sub", "relative", "participle"):
        return None  # "met on August 4, for the first time since the walkout began": the date is the main clause's
    for number, clause in enumerate(scene.clauses):
        inside = any(item.time is only for item in scene.items[clause.start : clause.end])
        if inside and clause.kind in ("relative", "bracket", "sub", "complement") and number != scene.clause:
            return None
    return only


def lead(document: Document, sentence: Sentence) -> When | None:
    """All that an undated report in the news itself lets one say: that it happened by the day of publication."""
    if document.published is None or (sentence.paragraph > 2 and sentence.span.start > LEAD):
        return None
    last = dates.bounds(document.published.edtf)
    if last is None or last.latest_end is None:
        return None
    return When(f"../{last.latest_end.isoformat()}", Basis.BOUND, "by-publication")
