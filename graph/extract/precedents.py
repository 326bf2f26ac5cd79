"""The strike before this one, where the words only say since when there was none: "the first strike since 2007", "not on
strike together since 1960".
"""

from __future__ import annotations

from dataclasses import replace

from graph.extract.english import AUXILIARY, RELATIVES, SUBORDINATORS
from graph.extract.factors import PRECEDENT
from graph.extract.openings import BREAKS
from graph.extract.scene import Scene
from graph.model import Basis, Modality, Report, TimeExpression, When

_REACH = 10  # items from "first" or "not" to "since 2007"
_NEGATIONS = frozenset(("not", "n't", "never", "no"))
_KIND = frozenset("time in such of its their the kind sort one since".split())


def of(report: Report, scene: Scene) -> Report | None:
    """The report of an earlier strike of the same parties, in the year or on the day since which there was none."""
    place = _limit(scene)
    led = _led(scene)
    if led is not None:
        return _before(report, led)
    if place is None:
        return None
    at, time = place
    words = scene.words[max(scene.low, at - _REACH) : at]
    low = at - len(words)
    first = next((low + n for n in range(len(words) - 1, -1, -1) if words[n] == "first"), None)
    if first is not None:
        if not _TELLING_ELSE.isdisjoint(scene.words[scene.end : first]):
            return None  # "a strike, when it was said that the fair would be off for the first time since 1904"
        inside = first < scene.end <= at
        told = inside or (scene.end <= first and _KIND.issuperset(w for w in scene.words[first + 1 : at] if w))
    else:
        told = scene.start < at and any(w in _NEGATIONS for w in scene.words[max(low, scene.start - 5) : scene.end])
    return _before(report, time) if told else None


def _before(report: Report, time: TimeExpression) -> Report | None:
    """The report of the strike in a year or on a day since which there was none."""
    if time.edtf is None:
        return None
    when = When(time.edtf.partition("/")[0], Basis.BOUND, f"{time.rule}+precedent", (time.span,), "the one before")
    factors = tuple(f for f in report.factors if not f.startswith(("clause:", "tense:")))
    return replace(
        report, modality=Modality.ACTUAL, when=when, factors=(*factors, PRECEDENT), properties=(), quantities=()
    )


def _led(scene: Scene) -> TimeExpression | None:
    """Since when there was none, told before the words for it: "the first time since 1960 that both guilds struck", "Not since
    1997 have drivers walked out".
    """
    words = scene.words
    at = next((n for n in range(scene.start - 1, 0, -1) if (t := scene.items[n].time) and t.open == "since"), 0)
    time = scene.items[at].time
    if time is None or time.edtf is None or not time.edtf[:4].isdigit():
        return None
    while scene.items[at - 1].time is time:
        at -= 1
    if words[:at] == ["not"]:
        return time
    behind = next((n for n in range(at, scene.start) if scene.items[n].time is not time), scene.start)
    first = words[max(0, at - 2) : at] == ["first", "time"] and words[behind] in _THAT
    return time if first and (words[behind] != "," or at < _FRONT) else None


_THAT = frozenset((",", "that", "when", "both"))
_FRONT = 5  # "For the first time since 1960, both are on strike"


def _limit(scene: Scene) -> tuple[int, TimeExpression] | None:
    """The item of the clause, or of the end of the sentence, that says since when, with a year of its own."""
    since = None
    for at in range(scene.low, len(scene.items)):
        time, word = scene.items[at].time, scene.words[at]
        if time is not None and time.open == "since" and time.edtf is not None and time.edtf[:4].isdigit():
            return at, time
        if since is not None and time is not None and time.edtf is not None and scene.words[at - 1] in _IN:
            return (since, time) if time.rule in _YEARS else None
        if word in BREAKS or word in AUXILIARY:
            since = None
        if word == "since":
            since = at  # "since a bitter walkout in 1987"
    return None


_TELLING_ELSE = (AUXILIARY | SUBORDINATORS | RELATIVES) - {"is", "was", "are", "were", "has", "have", "had", "which"}
_IN = frozenset(("in", "of"))
_YEARS = frozenset("year year-range month-year season-year".split())
