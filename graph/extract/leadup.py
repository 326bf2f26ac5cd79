"""The words that lead up to a trigger: with what an aside interrupts, without days; and whether they only vote for it."""

from __future__ import annotations

from graph.extract.english import DETERMINERS, FUTURE, MODALS
from graph.extract.modal import Cues
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from ontology import lists


def timeless(scene: Scene) -> list[str]:
    """The words of the clause before the trigger without the days after "on": "voted on Thursday to reject" is no vote on a
    thing.
    """
    words: list[str] = []
    for item in scene.items[scene.low : scene.start]:
        if item.time is not None and words[-1:] == ["on"]:
            del words[-1]
        else:
            words.append(item.word)
    return words


def voted_for(scene: Scene, rules: Rules) -> bool:
    """Whether a strike is only what was voted for: "voted unanimously on Thursday to strike"."""
    cues, inside = rules.vocabulary.of(Cues), scene.words[scene.start : scene.end]
    if cues.walks.isdisjoint(inside[:1]) or not _BACK.isdisjoint(inside[1:2]):
        return False
    before = [*interrupted(scene), *timeless(scene)]
    return before[-1:] == ["to"] and not open_question(scene) and not cues.voted.isdisjoint(before[-5:])


def open_question(scene: Scene) -> bool:
    """Whether it is what somebody decides on: "will vote on Friday on whether (or not) to strike"."""
    return "whether" in scene.words[max(scene.low, scene.start - _FAR) : scene.start]


def not_until(scene: Scene) -> bool:
    """Whether "not" only puts it off to the day told behind: "did not resume talks until May 5"."""
    times = (item.time for item in scene.items[scene.end : scene.end + _FEW])
    return any(time is not None and time.rule == "until" and not time.open for time in times)


def to_be_held(scene: Scene, rules: Rules) -> bool:
    """Whether it is what a vote is about that still runs: "a vote to ratify the contract runs through May 5"."""
    if scene.words[0] == "pending" and "," not in scene.words[: scene.start]:
        return True  # "Pending approval by the board and ratification by members, the deal holds"
    before = scene.words[scene.low : scene.start]
    if (
        before[-1:] != ["to"]
        or not rules.words(lists.POLL).intersection(before[-2:-1])
        or DETERMINERS.isdisjoint(before)
    ):
        return False
    running = rules.words(lists.POLL_OPENS, lists.POLL_CLOSES, lists.POLL_HELD)
    ahead = (w for w in scene.words[scene.end : scene.high] if w in FUTURE or w in _NOW or w in running)
    verb = next(ahead, "")
    return verb in FUTURE or verb in _NOW or verb.endswith("s")


def interrupted(scene: Scene) -> list[str]:
    """The words before an aside between dashes or brackets that a "to" goes on from: "voted – 90% to 10% – to strike"."""
    words, at = scene.words, scene.low - 1
    if at < 1 or words[scene.low : scene.low + 1] != ["to"] or words[at] not in _ASIDES:
        return []
    opening = next((n for n in range(at - 1, 0, -1) if words[n] == _ASIDES[words[at]]), 0)
    return words[max(0, opening - _FEW) : opening]


_ASIDES = {"—": "—", "–": "–", "--": "--", ")": "("}
_NOW = frozenset(("is", "are", "continues"))
_FAR = 14  # words before a trigger in which "whether" stands
_FEW = 6  # words before an aside
_BACK = frozenset(("back", "off"))  # "voted to go back to work", "voted to call off the strike"


def until_then(scene: Scene) -> bool:
    """Whether "until" tells what ended something past: "the talks went on until a deal was reached on Sunday"."""
    before, inside = scene.words[: scene.low], scene.words[scene.low : scene.end]
    return not {"was", "were"}.isdisjoint(inside) and before != [] and _OPEN_END.isdisjoint(before)


_OPEN_END = FUTURE | MODALS | {"would", "to", "not"}


def put_off(after: list[str], rules: Rules) -> bool:
    """Whether the words behind a noun say that it comes later: "the vote has been postponed", "was pushed back"."""
    at = next((n for n, word in enumerate(after[:4]) if word not in _BEEN), 0)
    return at > 0 and after[at] in rules.words(lists.PUT_OFF)


_BEEN = frozenset("has have had been was were is are also now again".split())
