"""The date of a report: the time expression that belongs to its trigger, or arithmetic from what the sentence counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from graph import dates
from graph.extract import reckoning
from graph.extract.roles import Scene
from graph.extract.tokens import Item, within
from graph.model import Basis, Document, Sentence, TimeExpression, When
from ontology.lexicon import Frame

LEAD = 1500  # characters of an article that tell its news, where it does not say so otherwise
_ATTACHING = frozenset(
    "there in on of from since that which began begun started starting , ( the early late as at".split()
)


def of_trigger(
    frame: Frame,
    scene: Scene,
    sentence: Sentence,
    *,
    times: Sequence[TimeExpression],
    document: Document,
    noun: bool,
    state: bool,
    finite: Callable[[str], bool],
) -> When | None:
    """The date of one trigger, or None where the sentence states none. `noun` and `state` tell the sort of its cue,
    `finite` a finite verb form.
    """
    here = within(times, sentence.span)
    opening = frame.opens is not None
    if opening:
        found = reckoning.from_count(scene, here, document)
        if found is None and not noun:
            found = reckoning.from_length(scene, here, document)
        if found is not None:
            return found
    own = _nearest(scene, noun=noun, opening=opening)
    if opening and state:  # "are on strike today" does not tell when they went
        return None if own is None or own.edtf is None or "/" not in own.edtf else _when(own, opening=True)
    if own is None and noun and not opening:
        own = _of_phrase(scene, finite)
    if own is None:
        apart = reckoning.apart(scene, here, times, sentence)
        if apart is not None:
            return apart
    if own is None and not noun:
        own = _at_once(scene)
    if own is None and scene.clauses[scene.clause].kind == "complement" and not (noun and opening):
        own = _of_saying(scene)
    if own is None and not noun:
        own = _only(scene, here)
    if own is None or own.edtf is None:
        return _just_before(scene, here, document)
    return _when(own, opening=opening)


def _when(time: TimeExpression, *, opening: bool) -> When | None:
    """A time expression as a report's date; of what runs through a stretch, its start."""
    if time.edtf is None:
        return None
    through = opening and time.kind == "interval" and time.open != "by"
    return When(_start(time.edtf) if through else time.edtf, time.basis, time.rule, (time.span,))


def _just_before(scene: Scene, here: Sequence[TimeExpression], document: Document) -> When | None:
    """About the day of what it led to: "walked off the job on Monday after talks collapsed"."""
    clause = scene.clauses[scene.clause]
    day = document.published.day if document.published is not None else None
    if clause.marker != "after" or clause.kind != "sub" or day is None:
        return None
    told = [t for t in here if t.kind not in ("ordinal", "duration")]
    if len(told) != 1 or told[0].edtf is None or told[0].kind == "interval":
        return None
    known = dates.bounds(told[0].edtf)
    if known is None or known.earliest_start is None or known.earliest_start != known.latest_end:
        return None
    if known.earliest_start > day or scene.items[clause.start].span.start <= told[0].span.start < _end(scene):
        return None
    note = f"shortly before what happened on {known.earliest_start.isoformat()}"
    return When(f"{known.earliest_start.isoformat()}~", Basis.BOUND, f"{told[0].rule}+after", (told[0].span,), note)


def _end(scene: Scene) -> int:
    return scene.items[scene.high - 1].span.end


def _of_phrase(scene: Scene, finite: Callable[[str], bool]) -> TimeExpression | None:
    """The date that closes a noun's phrase: "a rally of several hundred people in Times Square on Tuesday"."""
    for item in scene.items[scene.end : min(scene.high, scene.end + _PHRASE)]:
        if item.time is not None:
            return item.time if item.time.kind in ("date", "clock") and item.time.edtf is not None else None
        if item.word in _CLOSING or finite(item.word):
            return None
    return None


_PHRASE = 12  # items that can stand between a noun and the date that closes its phrase
_CLOSING = frozenset(", ; : ( ) — – that which who when where before after until since to".split())


def _at_once(scene: Scene) -> TimeExpression | None:
    """The date of another clause that tells of the same time: "settled late Monday, ending a strike", "gathered on Tuesday
    as talks resumed", "in 1982, when two groups merged".
    """
    clause = scene.clauses[scene.clause]
    if clause.marker in ("when", "where", "which") and clause.start > 0:
        for item in reversed(scene.items[max(0, clause.start - 2) : clause.start]):
            if item.time is not None and item.time.edtf is not None:
                return _point(item.time)
            if item.word not in (",", "in", "on"):
                break
    same = clause.kind == "participle" or (clause.kind == "sub" and clause.marker in ("as", "while"))
    if not same or any(item.time is not None for item in scene.items[scene.low : scene.high]):
        return None
    number = clause.parent if clause.start > 0 else scene.clause + 1
    if not 0 <= number < len(scene.clauses):
        return None
    other = scene.clauses[number]
    told = [i.time for i in scene.items[other.start : other.end] if i.time is not None and i.time.edtf is not None]
    dated = [t for t in told if t.kind in ("date", "clock") and t.rule != "year"]
    return dated[0] if len(dated) == 1 and len(told) == 1 else None


def _point(time: TimeExpression) -> TimeExpression | None:
    """What a limit starts from: "without a contract since Saturday, when it lapsed"."""
    if time.open == "since" and time.edtf is not None:
        return replace(time, edtf=time.edtf.partition("/")[0], basis=Basis.EXPLICIT)
    return time if time.open == "" else None


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


def how_often(frame: Frame, scene: Scene) -> bool:
    """Whether the words tell how often something was done, not that it was: "directors have struck only once"."""
    after = [item.word for item in scene.items[scene.end : scene.end + 3]]
    return frame.opens is not None and not scene.noun and bool(_OFTEN & set(after))


_OFTEN = frozenset(("once", "twice", "times"))


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
