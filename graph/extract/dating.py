"""The date of a report: the time expression that belongs to its trigger, or arithmetic from what the sentence counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph import dates
from graph.extract import attachment, bygone, closing, lasting, reckoning, spoken
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.model import Basis, Document, Sentence, TimeExpression, When
from ontology import terms
from ontology.lexicon import Frame

LEAD = 1500  # characters of an article that tell its news, where it does not say so otherwise


def of_trigger(
    frame: Frame,
    scene: Scene,
    sentence: Sentence,
    *,
    times: Sequence[TimeExpression],
    here: Sequence[TimeExpression],
    document: Document,
    noun: bool,
    state: bool,
    reduced: bool,
    rules: Rules,
) -> When | None:
    """The date of one trigger, or None where the sentence states none. `noun` and `state` tell the sort of its cue,
    `reduced` a participle behind its noun ("the deal reached on Friday").
    """
    opening, saying = frame.opens is not None, frame.is_a(terms.Statement)
    voting = frame.is_a(terms.VoteEvent)
    if opening:
        found = reckoning.from_count(scene, here, document, rules)
        found = found or lasting.start(scene, sentence, here, document, rules, noun=noun)
        if found is None and (noun or state) and (named := bygone.of_stoppage(scene, rules, verb=False)) is not None:
            found = _when(named, opening=True)
        if found is not None or (noun and lasting.over(scene, here, rules)):
            return found
    if noun and frame.since_tells is not None and (several := lasting.sessions(scene, here)) is not None:
        return several
    if noun and frame.since_tells is not None and (night := lasting.overnight(scene, here, rules)) is not None:
        return night
    noun = (noun and not (opening and attachment.held(scene, rules))) or reduced
    holds = state and frame.since_tells is not None
    own = attachment.nearest(scene, noun=noun, opening=opening or holds, saying=saying, voting=voting, rules=rules)
    if frame.until_tells:
        own = attachment.limit(scene) or own
    if own is not None:
        own = attachment.within(scene, own) or own
    if frame.is_a(terms.VoteEvent) or (own is None and frame.answers_by is not None):
        own = closing.day(scene, rules, polled=own is None) or own
    if opening and state:  # "are on strike today" does not tell when they went
        own = own if own is not None and own.open == "since" else attachment.since_then(scene) or own
        return None if own is None or own.edtf is None or "/" not in own.edtf else _when(own, opening=True)
    if own is None and opening and not noun:
        own = bygone.of_stoppage(scene, rules, verb=True)
    if own is not None and own.rule == "year" and not noun:
        own = attachment.fronted(scene, rules) or own  # "On Sunday it said it had rejected a rise of 4% in 2022"
    if own is None and noun and not opening:
        own = attachment.of_phrase(scene, rules) or attachment.made(scene, rules)
    if own is not None and noun and not opening and attachment.of_answer(scene, own, rules):
        own = None
    if own is None:
        apart = reckoning.apart(scene, here, times, sentence, document) or reckoning.apart_from(scene, here)
        if apart is not None:
            return apart
    if own is None and scene.noun and frame.is_a(terms.BargainingMove):
        own = attachment.made_aside(scene, rules)
    if own is None and saying:
        own = spoken.speaking(scene, rules)
    if own is None and not noun:
        own = attachment.at_once(scene) or attachment.fronted(scene, rules)
    if own is None and scene.clauses[scene.clause].kind == "complement" and not (noun and opening) and not reduced:
        own = spoken.of_saying(scene, rules)
    if own is None and not noun and not state:  # "runs out July 31, and talks are under way" tells no day of the talks
        own = attachment.only(scene, here, rules, saying=saying, voting=voting)
    if own is None or own.edtf is None:
        return None if noun else _just_before(frame, scene, here, document, rules)
    when = _when(own, opening=opening)
    if when is not None and opening and own.rule == "day-word" and _at_midnight(scene, own):
        known = dates.bounds(when.edtf)  # "will walk out at midnight tonight": that is tomorrow
        if known is not None and known.earliest_start is not None:
            return replace(when, edtf=dates.moved(known.earliest_start, 1).isoformat())
    return when


def _at_midnight(scene: Scene, time: TimeExpression) -> bool:
    at = next((n for n, item in enumerate(scene.items) if item.time is time), 0)
    return at > 0 and scene.words[at - 1] == "midnight"


def _when(time: TimeExpression, *, opening: bool) -> When | None:
    """A time expression as a report's date; of what runs through a stretch, its start."""
    if time.edtf is None:
        return None
    if time.rule == "midnight":  # a contract runs out with one day, a strike begins with the next
        first, _, last = time.edtf.partition("/")
        return When(last if opening else first, time.basis, time.rule, (time.span,))
    through = opening and (time.open not in ("", "by") or time.rule.startswith(("range-", "year-range")))
    edtf = (time.stretch or _start(time.edtf)) if through else time.edtf
    return When(edtf, time.basis, time.rule, (time.span,))


JUST_BEFORE = "+just-before"  # the end of the rule of what happened before something of a known day


def _just_before(
    frame: Frame, scene: Scene, here: Sequence[TimeExpression], document: Document, rules: Rules
) -> When | None:
    """About the day, month or year of what it led to: "walked off the job on Monday after talks collapsed". A strike or a vote
    can lie far before what came after it, if that is no word about it ("leaders said on Friday after their board approved it").
    """
    clause = scene.clauses[scene.clause]
    day = document.published.day if document.published is not None else None
    if clause.marker != "after" or clause.kind != "sub" or day is None:
        return None
    told = [t for t in here if t.kind not in ("ordinal", "duration")]
    if len(told) != 1 or told[0].edtf is None or told[0].open:
        return None
    said = scene.clauses[clause.parent].kind != "complement" and spoken.by_saying(scene, told[0], rules)
    if not said and (frame.opens is not None or frame.is_a(terms.VoteEvent)):
        return None
    known = dates.bounds(told[0].edtf)
    if known is None or known.earliest_start is None:
        return None
    if attachment.owns(scene, told[0]):
        return None  # "Monday's vote came after it walked out for want of a deal"
    if known.earliest_start > day or scene.items[clause.start].span.start <= told[0].span.start < _end(scene):
        return None
    led_to = known.earliest_start.isoformat() if known.earliest_start == known.latest_end else told[0].edtf
    if not _POINT.fullmatch(led_to):
        return None
    note = f"shortly before what happened in {led_to}"
    rule = f"{told[0].rule}{'+said-after' if said else JUST_BEFORE}"
    return When(f"{led_to}~", Basis.BOUND, rule, (told[0].span,), note)


_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def _end(scene: Scene) -> int:
    return scene.items[scene.high - 1].span.end


def _start(edtf: str) -> str:
    """When what runs through an interval began: "on strike since May 6", "from March 7 to August 7". A stretch told by its
    limits alone ("early May", a weekend) stays a stretch.
    """
    first, _, last = edtf.partition("/")
    return first if last == ".." or (first and "~" not in edtf and last and first[:7] != last[:7]) else edtf


def how_often(frame: Frame, scene: Scene) -> bool:
    """Whether the words tell how often something was done, not that it was: "directors have struck only once"."""
    after = scene.words[scene.end : scene.end + 3]
    return frame.opens is not None and not scene.noun and bool(_OFTEN & set(after))


_OFTEN = frozenset(("once", "twice", "times"))


def ahead(when: When, document: Document) -> bool:
    """Whether a date lies after publication."""
    day = document.published.day if document.published is not None else None
    known = dates.bounds(when.edtf)
    return day is not None and known is not None and known.earliest_start is not None and known.earliest_start > day


def behind(when: When, document: Document) -> bool:
    """Whether a date lies before publication."""
    day = document.published.day if document.published is not None else None
    known = dates.bounds(when.edtf)
    return day is not None and known is not None and known.latest_end is not None and known.latest_end < day


def of_former_year(when: When | None, document: Document) -> bool:
    """Whether a date lies in a year before that of publication."""
    day = document.published.day if document.published is not None else None
    known = dates.bounds(when.edtf) if when is not None else None
    return day is not None and known is not None and known.latest_end is not None and known.latest_end.year < day.year


_SOON = 120  # days within which a strike or a vote that was called is to come


def near(when: When, document: Document) -> bool:
    """Whether a date ahead comes soon, so that what was called for it is rather still to come than a year past."""
    day = document.published.day if document.published is not None else None
    known = dates.bounds(when.edtf)
    return (
        day is not None
        and known is not None
        and known.earliest_start is not None
        and (known.earliest_start - day).days <= _SOON
    )


def of_terms(when: When, document: Document) -> bool:
    """Whether a move is dated by no more than the year, or the years, in which what it asks or offers would hold."""
    published = document.published
    day = published.day if published is not None else None
    years = when.edtf.split("/")
    return day is not None and all(y.isdigit() and len(y) == 4 for y in years) and int(years[-1]) >= day.year


def of_headline(document: Document, sentence: Sentence, form: frozenset[str]) -> When | None:
    """The day of publication or the day before, for what the headline over a short entry tells in the present tense."""
    day = document.published.day if document.published is not None else None
    title = " ".join((document.title or "").split())
    if day is None or not title or sentence.span.end > len(title) or not document.text.startswith(title):
        return None
    if form.isdisjoint(_PRESENT):
        return None
    return When(f"[{dates.moved(day, -1)}..{day}]", Basis.BOUND, "headline", (), "news of the day")


_PRESENT = frozenset(("base", "third"))


def lead(document: Document, sentence: Sentence) -> When | None:
    """All that an undated report in the news itself lets one say: that it happened by the day of publication."""
    if document.published is None or (sentence.paragraph > 2 and sentence.span.start > LEAD):
        return None
    last = dates.bounds(document.published.edtf)
    if last is None or last.latest_end is None:
        return None
    return When(f"../{last.latest_end.isoformat()}", Basis.BOUND, "by-publication")
