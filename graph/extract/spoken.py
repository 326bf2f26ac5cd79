"""The day on which something was said: told beside the verb, in an aside that tells how, or of what a "that" clause tells."""

from __future__ import annotations

from dataclasses import replace

from graph.extract import belonging
from graph.extract.attachment import single
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.model import TimeExpression
from ontology import lists


def set_off(scene: Scene, rules: Rules) -> Scene:
    """The scene of a saying within the commas that set it off, if some do: "talks will resume, the union said, if it moves"."""
    words = scene.words
    before = next((at for at in range(scene.start - 1, scene.low, -1) if words[at] == ","), None)
    if before is not None and words[before + 1 : before + 3] == ["according", "to"]:
        return replace(
            scene, low=before + 1
        )  # "the vote will be held on Sunday, according to a statement by the union"
    after = next(
        (at for at in range(scene.start + 1, min(scene.high, scene.start + _BESIDE)) if words[at] == ","), None
    )
    if before is None or after is None or any(rules.finite(word) for word in words[before + 1 : scene.start]):
        return scene
    return replace(scene, low=before + 1, high=max(after, scene.end))


def speaking(scene: Scene, rules: Rules) -> TimeExpression | None:
    """The day of an aside that tells how something was said: "Roe, speaking at a rally on Friday, said"."""
    number = scene.clause
    for beside in (number - 1, number + 1):
        clause = scene.clauses[beside] if 0 <= beside < len(scene.clauses) else None
        aside = (clause is not None and clause.kind == "participle" and clause.marker) or ""
        if clause is not None and (aside or scene.words[clause.start]) in rules.words(lists.SPEAKING):
            return single(scene, clause)
    if scene.words[0] in rules.words(lists.SPEAKING):  # "Asked on Tuesday whether nurses would strike, she said"
        return next(
            (item.time for item in scene.items[1:_OPENING] if item.time is not None and not item.time.open), None
        )
    return None


_OPENING = 6  # items of an aside that opens a sentence


def of_saying(scene: Scene, rules: Rules) -> TimeExpression | None:
    """The day on which what a complement clause tells was said: "announced Tuesday that it had reached a deal"."""
    parent = scene.clauses[scene.clauses[scene.clause].parent]
    told = [
        at
        for at, item in enumerate(scene.items[parent.start : parent.end], parent.start)
        if item.time is not None and item.time.kind in ("date", "clock")
    ]
    if not told or belonging.of_foretelling(scene, told[-1], rules):
        return None
    time = scene.items[told[-1]].time
    return time if time is not None and time.edtf is not None else None


_BESIDE = 4  # items between a day and a verb of saying that it dates


def by_saying(scene: Scene, time: TimeExpression, rules: Rules) -> bool:
    """Whether a time stands by a verb of saying: "the two sides said late on Sunday"."""
    at = next((i for i, item in enumerate(scene.items) if item.time is time), -1)
    near = scene.items[max(0, at - _BESIDE) : at + _BESIDE] if at >= 0 else ()
    return any(item.word in rules.verbs.saying for item in near)
