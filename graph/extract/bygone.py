"""The date of a stoppage that is only named: "a 1987 strike lasted 19 days", "in June, a walkout by nurses shut two wards",
"strikes closed the yards in 1979"; and the further days on which the same was done: "in 1979 and again in 1987".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from graph.extract import belonging, precedents
from graph.extract.english import ARTICLES, AUXILIARY, BEFORE_DATES, PLAIN_PREPOSITIONS, SUBORDINATORS
from graph.extract.factors import AGAIN
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item
from graph.model import Modality, Report, TimeExpression, When
from ontology import terms

_LONG = frozenset("year year-range season-year month-year ago decade".split())  # rules of times that tell no day
_OF_YEAR = 5  # items between a year and the stoppage that it names
_REACH = 16  # items between a stoppage and the time of what it did
_NOT_ONE = frozenset("the this that its their our".split())
_ENDS = frozenset("; : , ( ) — – -- . that which who when where after before until since while as and but".split())


def of_stoppage(scene: Scene, rules: Rules, *, verb: bool) -> TimeExpression | None:
    """The time of a stoppage that a trigger names: from its name; of one without a `verb` of beginning also from the front of
    the sentence, or from what it did.
    """
    at = next((n for n in range(scene.start, scene.end) if scene.words[n] in rules.stoppages), None)
    if at is None:
        return None
    return (
        _ran(scene)
        or _named(scene, at)
        or _inside(scene, at)
        or (None if verb else _fronted(scene, at, rules) or _behind(scene, rules))
    )


def _inside(scene: Scene, at: int) -> TimeExpression | None:
    """The time that stands between commas behind its noun: "the longest walkout, in 1981, lasted 50 days"."""
    aside = scene.words[at + 1 : at + 2] == [","]
    times = (item.time for item in scene.items[at + 2 : min(scene.end, at + _OF_YEAR)] if aside)
    return next((t for t in times if t is not None and t.edtf is not None and not t.open and t.kind == "date"), None)


def _ran(scene: Scene) -> TimeExpression | None:
    """The days from which and to which it ran: "the 1988 strike ran from March to August"."""
    times = (item.time for item in scene.items[scene.end : scene.high])
    return next((t for t in times if t is not None and t.edtf is not None and t.rule.startswith("range-")), None)


def _named(scene: Scene, at: int) -> TimeExpression | None:
    """The year that names a stoppage: "the 1987 teachers' strike"."""
    for back in range(at - 1, max(-1, at - _OF_YEAR), -1):
        item = scene.items[back]
        if item.time is not None and item.time.edtf is not None:
            return item.time if item.time.rule in ("year", "year-range") else None
        if item.word in PLAIN_PREPOSITIONS or item.word in ARTICLES or item.word in AUXILIARY or item.kind == "mark":
            return None
    return None


def _fronted(scene: Scene, at: int, rules: Rules) -> TimeExpression | None:
    """The time that opens a sentence whose subject is a stoppage not told of before: "In June, a strike by nurses shut"."""
    clause = scene.clauses[scene.clause]
    if clause.kind != "main" or clause.start > 0:
        return None
    first = next((n for n in range(min(3, at)) if scene.items[n].word not in BEFORE_DATES), at)
    time = scene.items[first].time
    if time is None or time.edtf is None or time.open or time.kind == "duration" or first >= at:
        return None
    between = scene.words[first + 1 : at]
    if any(word in _NOT_ONE or word in _GOVERNING or rules.finite(word) for word in between):
        return None
    following = scene.words[at : scene.high]
    return None if any(word in _TO_COME for word in following) else time


_GOVERNING = AUXILIARY | SUBORDINATORS | PLAIN_PREPOSITIONS
_TO_COME = frozenset("will would could may might can shall".split())


def _behind(scene: Scene, rules: Rules) -> TimeExpression | None:
    """The year of what a stoppage did: "a strike by nurses closed two wards in 2001"."""
    if any(word in _NOT_ONE or rules.finite(word) for word in scene.words[scene.low : scene.start]):
        return None
    verb = False
    for at in range(scene.end, min(scene.high, scene.end + _REACH)):
        item = scene.items[at]
        if item.time is not None and item.time.edtf is not None:
            good = verb and item.time.rule in _LONG and scene.words[at - 1] in ("in", "during")
            return item.time if good and not belonging.of_another(scene, at, rules) else None
        if item.word in _ENDS or item.word in AUXILIARY or item.word in rules.verbs.saying:
            return None
        verb = verb or rules.finite(item.word)
    return None


def told(report: Report, scene: Scene, rules: Rules) -> tuple[Report, ...]:
    """All that the words of a report tell: of a stoppage also its end and the one before it, of anything its further days."""
    opens = rules.frames[report.type].opens
    earlier = precedents.of(report, scene) if opens is not None else None
    if earlier is not None:
        return (earlier,) if report.modality is Modality.DENIED else (report, earlier)
    end = _end(report, scene) if opens is not None and report.modality is Modality.ACTUAL else None
    if end is None:
        return (report, *again(report, scene, days=not rules.frames[report.type].is_a(terms.VoteEvent)))
    closing = next((iri for iri, frame in rules.frames.items() if frame.closes == opens), None)
    return (report,) if closing is None else (report, replace(report, type=closing, frame=closing, when=end))


def _end(report: Report, scene: Scene) -> When | None:
    """When a stoppage ended that ran from one day or month to another."""
    span = report.when.spans[0] if report.when is not None and len(report.when.spans) == 1 else None
    time = next((item.time for item in scene.items if item.time is not None and item.span == span), None)
    if time is None or time.edtf is None or not time.rule.startswith("range-"):
        return None
    first, _, last = time.edtf.partition("/")
    return None if not last or last == first else When(last, time.basis, f"{time.rule}+end", (time.span,))


def again(report: Report, scene: Scene, *, days: bool) -> Iterator[Report]:
    """The reports of the same on the further days told: "on August 9 and again on August 14", "in 1979 and 1987". Years that
    follow one another can be those of one happening; so can days, of what runs over `days`, as a vote does.
    """
    when = report.when
    if when is None or len(when.spans) != 1:
        return
    at = next((n for n, item in enumerate(scene.items) if item.time is not None and item.span == when.spans[0]), None)
    last = scene.items[at].time if at is not None else None
    if at is None or last is None or last.edtf is None or last.open or when.edtf[4:] != last.edtf[4:]:
        return
    year = (last.edtf[:4], when.edtf[:4])  # of days without a year, which are past
    while True:
        step, repeated = at + 1, False
        while step < len(scene.items) and (scene.words[step] in _JOINING or _length(scene.items[step])):
            repeated = repeated or scene.words[step] == "again" or _length(scene.items[step])
            step += 1
        time = scene.items[step].time if step < len(scene.items) and step > at + 1 else None
        dated = time is not None and (
            time.kind in ("date", "clock") or time.rule.startswith(("days-", "day-first-together"))
        )
        if time is None or time.edtf is None or not dated or time.open:
            return
        if not repeated and not _apart(last, time, days=days):
            return
        when = When(time.edtf.replace(*year), time.basis, f"{time.rule}+again", (time.span,))
        yield replace(report, when=when, factors=(*report.factors, AGAIN))
        at, last = step, time


_JOINING = frozenset(", and then again in on for".split())


def _length(item: Item) -> bool:
    """Whether an item tells how long it lasted: "for a day on May 5 and for two days on May 9"."""
    return item.time is not None and item.time.kind == "duration"


def _apart(one: TimeExpression, other: TimeExpression, *, days: bool) -> bool:
    """Whether two years or days are more than one apart, so that they are those of two happenings."""
    if one.edtf is None or other.edtf is None:
        return False
    if one.rule == "day-of-list" and other.rule in ("day-of-list", "day-month"):
        return days and (date.fromisoformat(other.edtf) - date.fromisoformat(one.edtf)).days > 1
    if one.rule != other.rule:
        return False
    if one.rule in _DAYS:
        return days and (date.fromisoformat(other.edtf) - date.fromisoformat(one.edtf)).days > 1
    return one.rule == "year" and abs(int(one.edtf) - int(other.edtf)) > 1


_DAYS = frozenset(("weekday", "month-day", "day-month"))
