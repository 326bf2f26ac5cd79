"""Who acts: the agents left of a trigger in its clause, else those of the clause that it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.english import AUXILIARY, BEING, COORDINATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item
from graph.extract.words import Words
from graph.model import Mention
from ontology import lists

NOUN_MARKS = frozenset("a an another any no".split())
JOINERS = frozenset(
    (",", "and", "&", "or", "both", "the", "as", "well", "its", "their", "other", "two", "three", "four", "five", "six")
)
_SMALL = frozenset("the a an its their his her our both all of several other some most many more these those".split())
# So many of a body's members act for themselves.
_FEW = frozenset("one two three four five six several some few other".split())
_CLOSING = {"—": "—", "–": "–", ")": "("}
_PASSING = frozenset(("both", "also", "still", "now", "each", "all"))


def _transparent(words: Words) -> frozenset[str]:
    """What can stand between a preposition and the name that it governs."""
    return _SMALL | words.words(lists.TRANSPARENT)


_BEFORE_VERBS = (
    PREPOSITIONS
    | AUXILIARY
    | SUBORDINATORS
    | RELATIVES
    | COORDINATORS
    | frozenset(
        "they the this that these those both all who which while also then later earlier still again never not been being have "
        "had has be now just only did does do each side it its their his her you your our she him them there".split()
    )
)


def acted_by_others(scene: Scene) -> bool:
    """Whether the clause has a subject that no known agent stands for, so that one from before must not take its place."""
    if scene.noun:
        return True
    if scene.passive or scene.items[scene.start - 1].word == "to":
        return False
    return _own_noun(scene)


def _own_noun(scene: Scene) -> bool:
    for item in scene.items[scene.low : scene.start]:
        word = item.word
        if item.kind == "word" and len(word) > 2 and word not in _BEFORE_VERBS and not word.endswith("ly"):
            return True
    return False


def subject(scene: Scene, rules: Rules) -> list[Mention]:
    """The agents that act: left of the trigger in its clause, else those of the clause it hangs on."""
    found = _giver(scene, rules) or _with_participle(scene, rules) or left(scene.items, scene.low, scene.start, rules)
    if found:
        return found
    found = _represented(scene, rules)
    if found:
        return found
    clause = scene.clauses[scene.clause]
    theirs = not {"its", "their"}.isdisjoint(scene.words[scene.low : scene.start])
    if clause.kind == "sub" and not (theirs or scene.noun or scene.passive) and _own_noun(scene):
        return []  # "after port operators raised their offer": nobody has named them
    if clause.kind == "relative":
        antecedent = _antecedent(scene.items, clause.start)
        if antecedent:
            return antecedent
    seen = set()
    number = clause.parent
    while number >= 0 and number not in seen:
        seen.add(number)
        parent = scene.clauses[number]
        if parent.end > clause.start and number > scene.clause:
            break
        found = _brought_in(scene, parent.start, clause.start, rules) or left(
            scene.items, parent.start, parent.end, rules, first=True
        )
        if found:
            return found
        number = parent.parent
    if clause.kind in ("participle", "sub"):
        for later in scene.clauses[scene.clause + 1 :]:
            found = left(scene.items, later.start, later.end, rules, first=True)
            if found:
                return found
    return []


def _with_participle(scene: Scene, rules: Rules) -> list[Mention]:
    """The subject of a participle that a preposition brings in: "has been on strike, with both unions looking for higher pay",
    "angered by the guild rebuffing their offer".
    """
    items, at = scene.items, scene.start - 1
    if not items[scene.start].word.endswith("ing"):
        return []
    while at > scene.low and items[at].word in _PASSING:
        at -= 1
    out: list[Mention] = []
    passed = rules.vocabulary.of(_transparent)
    while at > scene.low:
        mention = items[at].mention
        if mention is not None:
            out.insert(0, mention)
        elif not (out and (items[at].word in JOINERS or items[at].word in passed)):
            break
        at -= 1
    return out if items[at].word in _BRINGING else []


_BRINGING = frozenset(("with", "by", "despite"))


def _represented(scene: Scene, rules: Rules) -> list[Mention]:
    """Who speaks for a subject without a name: "Producers, represented by the league, have offered 3 percent and want more"."""
    number = scene.clause
    while scene.clauses[number].kind == "coordinate" and 0 <= scene.clauses[number].parent < number:
        number = scene.clauses[number].parent
    first = scene.words[scene.clauses[number].start]
    if number == 0 or not (first in AUXILIARY or rules.finite(first)):
        return []
    aside = scene.clauses[number - 1]
    if aside.kind != "participle" or scene.words[aside.start : aside.start + 2] != ["represented", "by"]:
        return []
    return [item.mention for item in scene.items[aside.start : aside.end] if item.mention is not None][:1]


def _brought_in(scene: Scene, low: int, high: int, rules: Rules) -> list[Mention]:
    """Whom "with" and a participle bring in right before a clause that hangs on them: "with the X leaving when its
    contract expired".
    """
    at = next((n for n in range(high - 1, low, -1) if scene.items[n].word.endswith("ing")), low)
    return _with_participle(replace(scene, start=at, low=low), rules) if at > low else []


def _giver(scene: Scene, rules: Rules) -> list[Mention]:
    """Who acts where the trigger is a noun with its receiver before it: "the alliance made the guild an offer"."""
    if not scene.noun or scene.start - 2 <= scene.low or scene.items[scene.start - 1].word not in NOUN_MARKS:
        return []
    at = scene.start - 2
    if scene.items[at].mention is None:
        return []
    passed = rules.vocabulary.of(_transparent)
    while at > scene.low and (scene.items[at].mention is not None or scene.items[at].word in passed):
        at -= 1
    if scene.items[at].word in PREPOSITIONS or not rules.finite(scene.items[at].word):
        return []
    return left(scene.items, scene.low, at, rules)


def left(items: Sequence[Item], low: int, high: int, rules: Rules, *, first: bool = False) -> list[Mention]:
    """Free agents (not inside a prepositional phrase) before `high`; the nearest group, or the first one."""
    groups: list[list[Mention]] = []
    last = -9
    told = low < high and items[low].word == "according"  # "according to A, its chief, the yards want": A asks nothing
    for at in range(low, high):
        mention = items[at].mention
        if mention is None:
            continue
        if groups and coordinate(items, last, at) and not (told and items[at - 1].word in _APART):
            groups[-1].append(mention)
        elif not governed(items, at, low, rules):
            groups.append([mention])
        else:
            continue
        last = at
    if not groups:
        return []
    return groups[0] if first else groups[-1]


_APART = frozenset((",", "the"))


def coordinate(items: Sequence[Item], last: int, at: int) -> bool:
    """Whether only joining words and short names in brackets stand between two agents: "the X (A), the Y (B) and the Z"."""
    between = items[last + 1 : at]
    inside = last > 0 and items[last - 1].word == "("
    joins = 0
    for number, item in enumerate(between):
        if item.word == ")" and inside:
            inside = False
        elif item.word == "(" and _closes(items, last + 1 + number):
            inside = True
        elif not inside and item.word not in JOINERS:
            return False
        else:
            joins += not inside
    return joins <= 3


def _closes(items: Sequence[Item], at: int) -> bool:
    return any(item.word == ")" for item in items[at + 1 : at + 4])


_MEMBERS_OF = frozenset(("from", "in", "with"))


def governed(items: Sequence[Item], at: int, low: int, rules: Rules) -> bool:
    """Whether the agent at this place stands in a prepositional phrase; "members of the X" does not count."""
    passed = rules.vocabulary.of(_transparent)
    step = at - 1
    while step >= low and items[step].word in passed and items[step].word != "of":
        step -= 1
    if step < low or items[step].word not in PREPOSITIONS:
        return False
    if items[step].word != "of":
        if items[step].word in _MEMBERS_OF and step > low and items[step - 1].word in rules.workers:
            return False  # "staff from both the X and the Y"
        pair = f"{items[step - 1].word} {items[step].word}" if step > low else ""
        # "janitors organized by the X are fighting for pay": the X is
        return pair not in rules.words(lists.UNION_BEFORE) or step - 1 == low or items[step - 2].word in BEING
    if step > low and items[step - 1].word in rules.words(lists.UNION_PART):
        return step - 1 > low and items[step - 2].word in _FEW
    mention = items[at].mention
    return mention is None or mention.part == ""


def _antecedent(items: Sequence[Item], start: int) -> list[Mention]:
    """The agent that a relative clause hangs on; what stands between dashes or in brackets before it is passed over."""
    if start and items[start - 1].word in _CLOSING:
        opening = _CLOSING[items[start - 1].word]
        before = next((at for at in range(start - 2, -1, -1) if items[at].word == opening), None)
        if before is not None:
            start = before
            if items[start - 1].word == ")":
                start = next((at for at in range(start - 2, -1, -1) if items[at].word == "("), start)
    for at in range(start - 1, max(-1, start - 5), -1):
        mention = items[at].mention
        if mention is not None:
            return [mention]
    return []
