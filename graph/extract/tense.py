"""What the tense of its words makes of a date: no fact lies ahead, no plan behind."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from graph import dates
from graph.extract.dating import behind
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.times.words import DAYS
from graph.model import Basis, Document, When
from ontology import lists


def past(when: When, document: Document, scene: Scene, rules: Rules) -> When | None:
    """The date of a fact, which cannot lie after publication: a year that was only supplied by nearness steps back, and so
    does a weekday; what is told from publication on ("next year"), and a day near ahead that is that of something else
    ("voted to allow a strike after May 1", told in April), is no date of the fact.
    """
    known = dates.bounds(when.edtf)
    if known is None or known.earliest_start is None or not when.spans:
        return when
    if when.rule == "weekday":
        if _arranged(when, scene, rules):
            return None
        return replace(when, edtf=dates.moved(known.earliest_start, -7).isoformat())
    if when.basis is Basis.RELATIVE:
        return None
    if when.basis is not Basis.EXPLICIT:
        return when
    if any(str(known.earliest_start.year) in span.of(document.text) for span in when.spans):
        return when
    day = document.published.day if document.published is not None else None
    if day is not None and (known.earliest_start - day).days <= _COMING and of_else(when, scene):
        return None
    edtf = re.sub(r"\d{4}(?=-\d\d)", lambda found: str(int(found[0]) - 1), when.edtf)
    earlier = dates.bounds(edtf)
    if earlier is None or earlier.earliest_start is None:
        return when
    told = (word for span in when.spans for word in _WORD.findall(span.of(document.text).lower()))
    weekday = next((DAYS[word] for word in told if word in DAYS), None)
    fits = weekday is None or weekday == earlier.earliest_start.weekday()
    return replace(when, edtf=edtf) if fits else None  # a Friday of this year was none of the last


def next_year(when: When, document: Document) -> When:
    """The date of what is told in the present or as to come: a day whose year was only supplied by nearness is that of next
    year, where it would lie long behind ("the contract expires June 30", told in December).
    """
    day = document.published.day if document.published is not None else None
    known = dates.bounds(when.edtf)
    if day is None or known is None or known.latest_end is None or when.basis is not Basis.EXPLICIT:
        return when
    if (day - known.latest_end).days < _LONG_BEHIND or any(_STATED.search(s.of(document.text)) for s in when.spans):
        return when
    edtf = re.sub(r"\d{4}(?=-\d\d)", lambda found: str(int(found[0]) + 1), when.edtf)
    return replace(when, edtf=edtf) if dates.bounds(edtf) is not None else when


_LONG_BEHIND = 60  # days
_STATED = re.compile(r"\d{4}")


def _arranged(when: When, scene: Scene, rules: Rules) -> bool:
    """Whether a day is that for which something else was set: "approved the deal and scheduled a vote Sunday"."""
    foreseen = rules.words(lists.FORESEEN)
    at = next((i for i, item in enumerate(scene.items) if item.time is not None and item.span == when.spans[0]), 0)
    return not foreseen.isdisjoint(scene.words[scene.end : at])


def so_far(when: When, document: Document) -> When:
    """The date of a fact within a stretch that is not over: "met this week" is of the days up to publication."""
    day = document.published.day if document.published is not None else None
    known = dates.bounds(when.edtf)
    if day is None or when.basis is not Basis.RELATIVE or "/" not in when.edtf or known is None:
        return when
    first, last = known.earliest_start, known.latest_end
    if first is None or last is None or not first <= day < last:
        return when
    return replace(when, edtf=f"{first.isoformat()}/{day.isoformat()}")


def next_weekday(when: When, document: Document) -> When:
    """The same weekday of the week to come, where a weekday told alone lies behind."""
    known = dates.bounds(when.edtf)
    if when.rule != "weekday" or not behind(when, document) or known is None or known.latest_end is None:
        return when
    return replace(when, edtf=dates.moved(known.latest_end, 7).isoformat())


def coming(when: When, document: Document, scene: Scene, rules: Rules) -> When | None:
    """The date of a plan: in a headline, a weekday is the next one ("Ferry crews to walk out on Monday"); of what "will"
    happen no day is past, so that one is that of the saying ("will vote on the offer, the board said on Friday").
    """
    known = dates.bounds(when.edtf)
    if not behind(when, document) or known is None or known.latest_end is None:
        return when
    if when.rule != "weekday" or scene.items[-1].word == ".":
        before = scene.words[max(scene.low, scene.start - _NEAR_WILL) : scene.end]
        awaited = rules.words(lists.WAS_SET)  # "are poised to end their walkout, the union said on Sunday"
        is_set = any(a in _IS and b in awaited for a, b in pairwise(before))
        will = is_set or not _WILL.isdisjoint(before)
        asked = scene.words[scene.start] in rules.verbs.asking  # "asked members on Monday to authorize a strike"
        said = _said_then(when, scene, rules)  # "plans to hold a vote, its president said on Tuesday"
        meant = any(a in _WERE and b in awaited for a, b in pairwise(scene.words[scene.low : scene.high]))
        said = said or (scene.noun and not meant and when.basis is Basis.RELATIVE)
        return None if asked or said or (will and _set_off(when, scene)) else when
    return replace(when, edtf=dates.moved(known.latest_end, 7).isoformat())


def _said_then(when: When, scene: Scene, rules: Rules) -> bool:
    """Whether a date behind a trigger stands by a verb of saying, behind a comma."""
    at = next((n for n, item in enumerate(scene.items) if item.time is not None and item.span == when.spans[0]), -1)
    near = scene.words[max(scene.end, at - 2) : at + 3]
    return _set_off(when, scene) and not rules.verbs.saying.isdisjoint(near)


def _set_off(when: When, scene: Scene) -> bool:
    """Whether a comma stands between a trigger and the date behind it."""
    at = next((n for n, item in enumerate(scene.items) if item.time is not None and item.span == when.spans[0]), -1)
    return "," in scene.words[scene.end : max(at, scene.end)]


_WILL = frozenset(("will", "'ll", "shall"))
_WERE = frozenset(("was", "were", "been", "had"))
_IS = frozenset(("is", "are", "'re"))
_NEAR_WILL = 6  # items
_WORD = re.compile(r"[a-z]+")
_COMING = 90  # days ahead within which a day without a year is the coming one, not last year's


def of_else(when: When, scene: Scene) -> bool:
    """Whether a date stands in another clause than its trigger, or after a word that makes it a limit of something."""
    for at in range(scene.low, scene.high):
        item = scene.items[at]
        if item.time is not None and item.span == when.spans[0]:
            return at > 0 and scene.items[at - 1].word in ("after", "before", "by", "until", "till")
    return True
