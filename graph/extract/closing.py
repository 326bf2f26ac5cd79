"""The day on which a vote closed."""

from __future__ import annotations

from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.model import TimeExpression
from ontology import lists

_POINTS = ("date", "clock")


def day(scene: Scene, rules: Rules, *, polled: bool) -> TimeExpression | None:
    """The day on which a vote closed, where the words tell when it opened as well: "began August 3 and concluded Tuesday";
    if `polled`, only where it is the casting of votes that closed: "in balloting that ended Tuesday".
    """
    closes, polls = rules.words(lists.CLOSING), rules.words(lists.POLL)
    for at in range(scene.end, len(scene.items) - 1):
        cast = not polls.isdisjoint(scene.words[max(scene.end, at - 2) : at])
        if scene.items[at].word in closes and (cast or not polled):
            told = next((i.time for i in scene.items[at + 1 : at + 4] if i.time is not None), None)
            if told is not None and told.kind in _POINTS and told.edtf is not None:
                return told
    return None
