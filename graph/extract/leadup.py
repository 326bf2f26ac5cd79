"""The words that lead up to a trigger: with what an aside interrupts, without days; and whether they only vote for it."""

from __future__ import annotations

from collections.abc import Sequence, Set

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


def after_vote(scene: Scene, rules: Rules) -> bool:
    """Whether a vote is told of right before: "voted on Tuesday to authorize"."""
    return not rules.vocabulary.of(Cues).voted.isdisjoint(scene.words[max(0, scene.start - _FAR) : scene.start])


def of_supposed(scene: Scene, rules: Rules) -> bool:
    """Whether a participle tells what would come of a thing that the clause before it only supposes."""
    clause = scene.clauses[scene.clause]
    if clause.kind != "participle" or clause.parent < 0:
        return False
    words = scene.words[scene.clauses[clause.parent].start : clause.start]
    would = next((at for at in range(len(words) - 1, -1, -1) if words[at] in MODALS or words[at] == "would"), None)
    return would is not None and not any(rules.finite(word) for word in words[would + 1 :])


def waited_for(form: Set[str], marker: str, before: Sequence[str], inside: Sequence[str]) -> bool:
    """Whether it is what something waits for: "until the members of the X ratify it", "after the contract is ratified"."""
    if not form:
        return False
    if not form & _PAST:
        return not _TILL.isdisjoint(before[-_REACH:])
    return marker in _THEN and form <= _PAST and not _PRESENT.isdisjoint([*before[-2:], *inside])


_PAST = frozenset(("past", "participle"))
_PRESENT = frozenset(("is", "are"))
_TILL = frozenset(("before", "until"))
_THEN = frozenset(("before", "until", "once", "when", "after"))
_REACH = 9  # items from "until" to a verb


def opener(scene: Scene) -> str:
    """The word that opens the clause of a trigger; of one that "or" joins to a condition, that of the condition: "if they vote
    it out, or accept the offer".
    """
    clause = scene.clauses[scene.clause]
    if clause.kind == "coordinate" and clause.marker == "or" and clause.parent >= 0:
        parent = scene.clauses[clause.parent]
        return parent.marker if parent.marker in ("if", "unless") else clause.marker
    return clause.marker


def a_first(scene: Scene) -> bool:
    """Whether it is what would come for the first time: "it would be the first time since 1960 that both struck"."""
    words = scene.words[: scene.start]
    if "first" not in words:
        return False
    at = next((n for n in range(len(words) - 1, 0, -1) if words[n - 1 : n + 1] == ["first", "time"]), 0)
    return at > 0 and "that" in words[at:] and not _SUPPOSED.isdisjoint(words[max(0, at - _GOVERNS) : at])


def past_relative(scene: Scene, rules: Rules) -> bool:
    """Whether a trigger's verb takes the main clause up again behind a relative one that no comma closes: "the union which
    represents 300 guards withdrew its notice".
    """
    clause = scene.clauses[scene.clause]
    if clause.kind != "relative" or clause.marker not in ("who", "which", "that") or scene.noun:
        return False
    return any(rules.finite(word) for word in scene.words[clause.start + 1 : scene.start])


_SUPPOSED = MODALS | FUTURE | {"be", "would"}
_GOVERNS = 5  # items before a first time in which it is supposed


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


def before_perfect(scene: Scene, at: int) -> bool:
    """Whether a date stands before a joined clause in the perfect: "struck last month and has rejected an offer"."""
    own = scene.clauses[scene.clause]
    return own.kind == "coordinate" and at < own.start and not _HAS.isdisjoint(scene.words[own.start : own.start + 2])


_HAS = frozenset(("has", "have"))
