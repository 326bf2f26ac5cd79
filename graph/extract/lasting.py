"""The start of what has lasted a while: "on strike for 100 days", "after a 42-day strike", "the strike has reached 107 days"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from graph.extract import reckoning
from graph.extract.english import ARTICLES, MODALS
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.times.words import number
from graph.model import Basis, Document, Sentence, TimeExpression, When
from ontology import lists

LASTED = "+lasted"  # the end of the rule of a start that a length tells
_OF_IT = 4  # characters between a length and what lasted it: " of ", " on "
_LASTING = frozenset("been 've have has".split())
_FOR = frozenset("for exactly the there at against now past last more than over nearly almost about some".split())
_OWNERS = frozenset("its their 's '".split())
_LASTED = frozenset("that which lasted ran for of only just about nearly".split())
_MAYBE = MODALS | {"would"}
_BACK = frozenset(("returned", "return", "returning", "back", "resumed"))
_NEW = ARTICLES - {"the"}
_NEAR = 4  # items before a length in which what it came after is told
_SESSIONS = 14  # days of talks in a row; more are seldom told as days
_AFTER = frozenset(("after", "following", "amid"))
_LAST = 3  # items before a length in which "for" stands
_REACH = 8  # items from a stoppage to the length that it has reached
_NEWS = timedelta(21)  # a stoppage that ended longer before publication is told of with a date


def start(
    scene: Scene, sentence: Sentence, times: Sequence[TimeExpression], document: Document, rules: Rules, *, noun: bool
) -> When | None:
    """The start of a stoppage, from how long it had lasted when the article appeared or on the day that its sentence tells.
    `times` are those of the sentence.
    """
    found = None if noun else _up_to_now(scene, times, document, rules)
    found = found or _after(scene, times, document) or _reached(scene, times, document, rules)
    return found or _of_hours(scene, times) or _ended(scene, sentence, times, document, rules)


def sessions(scene: Scene, times: Sequence[TimeExpression]) -> When | None:
    """The days of talks told by their number up to a day: "the deal came late Sunday after four hard days of negotiations"."""
    days, told = scene.words[scene.start], _days(times)
    if (
        days not in ("days", "nights")
        or len(told) != 1
        or told[0].edtf is None
        or scene.clauses[scene.clause].start > 0
    ):
        return None
    count = next(
        (n for word in reversed(scene.words[max(0, scene.start - 2) : scene.start]) if (n := number(word))), None
    )
    if count is None or count > _SESSIONS:
        return None
    last = date.fromisoformat(told[0].edtf)
    first = last - timedelta(count - 1)
    return When(
        f"{first}/{last}", Basis.DURATION, f"{told[0].rule}+days", (told[0].span,), f"{count} days up to {last}"
    )


def overnight(scene: Scene, times: Sequence[TimeExpression], rules: Rules) -> When | None:
    """The two days of talks that went through the night into the day told: "settled on Tuesday after an all-night session"."""
    told = _days(times)
    through = rules.words(lists.OVERNIGHT).isdisjoint(scene.words[max(scene.low, scene.start - 2) : scene.end])
    if through or len(told) != 1 or told[0].edtf is None:
        return None
    last = date.fromisoformat(told[0].edtf)
    note = f"through the night into {last}"
    return When(f"{last - timedelta(1)}/{last}", Basis.BOUND, f"{told[0].rule}+overnight", (told[0].span,), note)


def over(scene: Scene, times: Sequence[TimeExpression], rules: Rules) -> bool:
    """Whether a verb ends a stoppage, so that the date behind is that of the end: "ended a two-day strike on Monday", "a deal
    that settled their strike on Monday".
    """
    length = _length(scene, times)
    if length is None:
        ending = rules.words(lists.LASTED_BEFORE) - _AFTER
        return not ending.isdisjoint(scene.words[max(scene.low, scene.start - _LAST) : scene.start])
    before = [item.word for item in scene.items if item.span.end <= length.span.start][-_NEAR:]
    return not rules.words(lists.LASTED_BEFORE).isdisjoint(before)


def _up_to_now(scene: Scene, times: Sequence[TimeExpression], document: Document, rules: Rules) -> When | None:
    """ "have been on strike for 100 days"; also said beside a name: "the guild, on strike for five weeks"."""
    aside = scene.start > 0 and scene.items[scene.start - 1].word in (",", "(", "—", "–")
    if not aside and _LASTING.isdisjoint(scene.words[scene.low : scene.end]):
        return None
    end = scene.items[scene.end - 1].span.end
    for time in times:
        between = [i.word for i in scene.items if end <= i.span.start < time.span.start and i.mention is None]
        if time.duration is None or time.span.start < end or not set(between) <= _FOR:
            continue
        if "for" not in between and scene.items[scene.end - 1].word not in rules.words(lists.REACHING):
            continue
        return _before(_published(document), time, time.rule)
    return None


def _of_hours(scene: Scene, times: Sequence[TimeExpression]) -> When | None:
    """The day told with a stoppage of some hours: "settled on Friday, when a strike had lasted five hours"."""
    begins, end = scene.items[scene.start].span.start, scene.items[scene.end - 1].span.end
    length = next((t for t in times if t.duration is not None and t.duration.endswith("H")), None)
    days = _days(times)
    if length is None or len({t.edtf for t in days}) != 1 or any(t.open for t in times):
        return None
    behind = [item.word for item in scene.items if end <= item.span.start < length.span.start]
    if not 0 <= begins - length.span.end <= _OF_IT and not (length.span.start - end >= 0 and set(behind) <= _LASTED):
        return None
    return When(days[0].edtf or "", days[0].basis, f"{days[0].rule}+hours", (days[0].span,))


def _after(scene: Scene, times: Sequence[TimeExpression], document: Document) -> When | None:
    """ "after 42 days on strike, the union reached a deal on Monday"."""
    length = _length(scene, times)
    before = [] if length is None else [i.word for i in scene.items if i.span.end <= length.span.start]
    if length is None or before[-1:] != ["after"]:
        return None
    told = _days(times)
    if len(told) > 1 or any(time.edtf is not None and time not in told for time in times):
        return None  # "Last month, after 148 days on strike": the day is not told
    day = date.fromisoformat(told[0].edtf) if told and told[0].edtf is not None else None
    if day is not None:
        return _before(day, length, f"{length.rule}+after", told)
    found = _before(_published(document), length, f"{length.rule}+after")
    if found is None or found.edtf.endswith("~"):
        return found
    return replace(found, edtf=found.edtf + "~")  # the news is of about the day of publication


def _reached(scene: Scene, times: Sequence[TimeExpression], document: Document, rules: Rules) -> When | None:
    """ "the strike, which has reached 107 days", "their strike has passed the 100-day mark"."""
    end = scene.items[scene.end - 1].span.end
    length = next((t for t in times if t.duration is not None and t.span.start >= end), None)
    if length is None or length.unit == "hour":
        return None
    between = [item.word for item in scene.items if end <= item.span.start < length.span.start]
    held = "for" in between[-_LAST:]  # "that has been plaguing the city for more than three months"
    so_far = not _LASTING.isdisjoint(between) and (held or not rules.words(lists.REACHING).isdisjoint(between))
    if (
        not _MAYBE.isdisjoint(between)
        or len(between) > _REACH
        or not so_far
        or any(t.edtf is not None and end <= t.span.start for t in times)
    ):
        return None
    return _before(_published(document), length, length.rule + LASTED)


def _ended(
    scene: Scene, sentence: Sentence, times: Sequence[TimeExpression], document: Document, rules: Rules
) -> When | None:
    """ "following a bitter 19-day strike, the union settled on Tuesday", "ending its five-month walkout": news of these days,
    not of a stoppage of long ago.
    """
    length, day = _length(scene, times), _published(document)
    if length is None or day is None or sentence.paragraph > _LEAD or _voted_on(scene, rules):
        return None
    if "had" in scene.words[scene.low : scene.start]:
        return None  # "the pact had ended a two-week walkout": some time before
    at = next(n for n, item in enumerate(scene.items) if item.span.start >= length.span.start)
    before = scene.words[max(0, at - _NEAR) : at]
    opener = next((n for n in range(len(before) - 1, -1, -1) if before[n] in rules.words(lists.LASTED_BEFORE)), None)
    owned = any(word in _OWNERS for word in before[-2:])
    # "an end to the long 40-day strike"
    whole = length.duration is not None and length.duration[-1] == "D" and "end" in before
    new = (
        opener is not None
        and (whole or "the" not in before[opener:])
        and not rules.words(lists.FORMER).intersection(before)
    )
    told = [t for t in times if t.edtf is not None]
    days = _days(times)
    if not (new or owned) or len(days) != len(told) or len({t.edtf for t in days}) > 1:
        return None
    last = date.fromisoformat(days[0].edtf) if days and days[0].edtf is not None else day
    if not day - _NEWS <= last <= day:
        return None
    back = not _BACK.isdisjoint(scene.words[: scene.start])  # the first day back is none of the strike
    found = _before(last, length, length.rule + LASTED, days[:1], counted=not back)
    if found is None or found.edtf.endswith("~"):
        return found
    return replace(found, edtf=found.edtf + "~")  # whether the last day counts is not told


def _voted_on(scene: Scene, rules: Rules) -> bool:
    """Whether a deal that ended it is what is voted on now, some time after: "vote today on the deal that ended their strike"."""
    clause = scene.clauses[scene.clause]
    if clause.kind != "relative":
        return False
    return not rules.words(lists.POLL, lists.VOTED).isdisjoint(scene.words[: clause.start])


_LEAD = 3  # paragraphs that tell the news


def _length(scene: Scene, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The length right before a trigger."""
    begins = scene.items[scene.start].span.start
    found = next((t for t in times if t.duration is not None and 0 <= begins - t.span.end <= _OF_IT), None)
    return None if found is None or found.unit == "hour" else found


def _days(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The days told, with their year."""
    points = [t for t in times if t.edtf is not None and not t.open and t.kind in ("date", "clock")]
    return [t for t in points if t.edtf is not None and reckoning.DAY.match(t.edtf) and t.edtf[0] != "X"]


def _published(document: Document) -> date | None:
    return document.published.day if document.published is not None else None


_LEAN = {
    "over": 8,
    "nearly": -8,
    "under": -8,
}  # days by which "nearly five months" falls short of five, or exceeds them


def _before(
    day: date | None, length: TimeExpression, rule: str, told: Sequence[TimeExpression] = (), *, counted: bool = True
) -> When | None:
    """So long before a day; about, where the length is not one of days."""
    if day is None or length.duration is None:
        return None
    last = day - timedelta(_LEAN.get(length.hedge, 0) if length.duration[-1] == "M" else 0)
    if told and counted and length.duration[-1] == "D":
        last += timedelta(1)  # the day told is counted: a strike from May 2 to a deal on May 11 went on for 10 days
    hedged = bool(length.hedge) or length.duration[-1] != "D"
    edtf = reckoning.moved(last.isoformat(), length.duration, -1, hedged=hedged)
    if edtf is None:
        return None
    spans = (length.span, *(t.span for t in told))
    return When(edtf, Basis.DURATION, rule, spans, f"{length.duration} up to {day.isoformat()}")
