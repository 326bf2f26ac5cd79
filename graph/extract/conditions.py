"""Whether what is to come hangs on something: "Unless a deal is reached, they will strike", "will strike without a deal"."""

from __future__ import annotations

from graph.extract.english import FUTURE
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from ontology import lists

_IF = frozenset(("if", "unless"))
_OPENING = _IF | {"should"}
_LACKING = frozenset(("without", "absent", "barring", "failing"))
_ABSENCE = ["in", "the", "absence", "of"]
_LEADING = frozenset((",", "that", "and", "but", "said", ":", ";", "”", '"', "“"))
_TIMED = frozenset(("since", "for", "after", "amid", "despite"))
_FEW = 6  # items from "without" to the agreement that lacks


def hangs(scene: Scene, rules: Rules) -> bool:
    """Whether what a trigger tells as to come hangs on a condition before or behind it."""
    words = scene.words
    before, behind = scene.clauses[: scene.clause], scene.clauses[scene.clause + 1 : scene.clause + 2]
    if any(clause.marker in _IF for clause in (*before[-1:], *behind)):
        return True
    if scene.clause > 0 and before[0].marker in _IF and before[0].start == 0:
        return True
    if words[0] == "should" and "," in words[: scene.start]:
        return True
    return _lacking(scene, rules, 0, scene.start) or _lacking(scene, rules, scene.end, scene.high)


def only_named(scene: Scene, rules: Rules) -> bool:
    """Whether a trigger itself is such a condition: "Without a deal, they will strike" tells of no talks that failed."""
    return scene.words[scene.start] in _LACKING and not FUTURE.isdisjoint(scene.words[scene.low : scene.high])


def _lacking(scene: Scene, rules: Rules, low: int, high: int) -> bool:
    """Whether the lack of an agreement is told from `low` to `high` as what it hangs on: at the front of its words, or behind
    the trigger with nothing between that dates or explains it.
    """
    words = scene.words
    for at in range(low, high):
        width = 1 if words[at] in _LACKING else 4 if words[at : at + 4] == _ABSENCE else 0
        if not width:
            continue
        if low == 0 and at > 0 and words[at - 1] not in _LEADING:
            continue
        if low > 0 and not _TIMED.isdisjoint(words[low:at]):
            continue
        after = words[at + width : at + width + _FEW]
        after = after[: after.index(",")] if "," in after else after
        times = (item.time for item in scene.items[at + width : at + width + len(after)])
        lasting = any(time is not None and (time.open == "since" or time.kind == "duration") for time in times)
        if not lasting and _TIMED.isdisjoint(after) and not rules.words(lists.DEAL).isdisjoint(after):
            return True
    return False
