"""Fact, plan, possibility or denial: decided from the words that govern a trigger in its clause."""

from __future__ import annotations

import itertools
from functools import cache

from graph.extract.english import AUXILIARY
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.model import Modality
from ontology import lists

_NEGATIONS = frozenset("not no never neither nor without cannot n't none".split())
_MODALS = frozenset("can could may might".split())
_FUTURE = frozenset(("will", "'ll", "shall", "must", "won't"))
_UNDONE = _MODALS | _FUTURE | {"be"}
_CONDITIONS = frozenset(("if", "unless", "whether", "should", "provided"))
_PAST = frozenset(("past", "participle"))
_GERUND = frozenset(("gerund",))
_AHEAD = frozenset(("before", "until", "once", "when", "after"))
_BEFORE = frozenset(("before", "until"))
_WERE = frozenset(("was", "were"))
_ONCE = frozenset(("once", "when"))
_ADVERBS = frozenset("now also still currently both again then already".split())
_SHARES = frozenset(("%", "percent", "majority", "margin"))
_ARTICLES = frozenset(("a", "an", "the"))
_NOBODY = frozenset(("none", "neither", "nobody"))
_OPEN = frozenset(("subject to", "yet to be"))
_MEANING = frozenset("mean means guarantee guarantees ensure ensures imply implies trigger triggers".split())
_WHOSE = frozenset(("by", "of", "at", "against"))
_ANY = frozenset("a an any another such".split())
_NEGATIVE = frozenset(("not", "n't", "no", "without", "unable"))
_BEYOND = frozenset("unable failed fails failing powerless".split())
_ELUSIVE = frozenset(("elusive", "unlikely"))
_DUE = frozenset("set due scheduled slated expected".split())
_DOUBTFUL = frozenset("potential possible looming threat threats threatened".split())
_VOTED = frozenset("vote votes voted voting".split())
_WALKS = frozenset("strike walk go stage".split())
_REMAIN = frozenset("remain remains stay stays".split())
_ARE_TO = frozenset((("is", "to"), ("are", "to")))
_FACING = frozenset(("face", "faces", "facing"))
_COMING_WORDS = frozenset("planned scheduled upcoming".split())
# What stands before a word shows it to be a noun: "the offer to end the strike" ends nothing.
_NOUN_MARKS = frozenset(
    "a an the this that its their his her our final latest new last best any ' '' ’ ” \" 's".split()
)
_COMING = (
    *([be, word] for be in ("is", "are", "was", "were") for word in ("set", "scheduled", "due", "expected", "planned", "to")),
    ["will", "be"], ["to", "begin"], ["to", "start"], ["to", "take"], ["would", "begin"], ["would", "start"],
)  # fmt: skip


def modality(scene: Scene, rules: Rules, *, form: frozenset[str], own: frozenset[str] = frozenset()) -> Modality:
    """How the clause puts its happening. `form` are the tags of the trigger's verb, empty for a noun; `own` the words
    of the cue: a "not" or a "planned" that the cue itself holds is the fact.
    """
    negative = not _NEGATIVE.isdisjoint(own)
    words = scene.words
    before = [*_interrupted(scene), *words[scene.low : scene.start]]
    near = [*_shared(scene, form, before), *before[-6:]]
    plain = [word for word in before[-9:] if word not in _ADVERBS and not word.endswith("ly")]
    inside = words[scene.start : scene.end]
    after = words[scene.end : min(scene.high, scene.end + 4)]
    if not negative and (_denied(near, inside, rules) or _denied_outside(before, scene, rules)):
        return Modality.DENIED
    if _goes_on(scene, inside, rules):
        return Modality.ACTUAL
    if before[-1:] == ["to"] and not _VOTED.isdisjoint(before[-5:]) and not _WALKS.isdisjoint(inside[:1]):
        return Modality.CONDITIONAL  # a vote to strike is no strike yet
    marker = scene.clauses[scene.clause].marker
    done = bool(form) and form <= _PAST and _UNDONE.isdisjoint(near)
    if marker in _CONDITIONS or not _CONDITIONS.isdisjoint(near):
        return Modality.CONDITIONAL
    if not _DOUBTFUL.isdisjoint(inside):
        return Modality.CONDITIONAL  # "put an end to the threat of a strike"
    if not _FACING.isdisjoint(before[-3:]):
        return Modality.CONDITIONAL  # "the port faces a strike over pensions"
    if not form and not _ANY.isdisjoint(near[-4:]) and _supposed(after):
        return Modality.CONDITIONAL  # "a ten-day stoppage could cost the city dear"
    if form == _GERUND and "would" in words[scene.end : scene.high]:
        return Modality.CONDITIONAL  # "accepting the offer would have meant"
    modals = near if negative else [*near, *inside]
    if not _MODALS.isdisjoint(modals) or _listed(near, plain, rules.conditional):
        return Modality.CONDITIONAL
    if _infinitive(before, rules) and not _listed(near, plain, rules.planned):
        maybe = bool(form) and "base" in form and not _to_come(scene, before, rules)
        return Modality.CONDITIONAL if maybe else Modality.PLANNED
    if not done and _listed([], before, _OPEN):
        return Modality.PLANNED
    if "would" in near or "would" in inside[:-1]:
        told = not rules.verbs.saying.isdisjoint(words[: scene.start])
        held = "be" in inside and "would" in inside  # "the walkouts would be held in May"
        return Modality.PLANNED if told or held else Modality.CONDITIONAL
    if marker in _BEFORE and not _WERE.isdisjoint(plain) and not _DUE.isdisjoint(plain):
        return Modality.CONDITIONAL  # "agreed hours before it was set to strike": it did not
    if not _FUTURE.isdisjoint([*near, *inside]) or (not done and _listed(near, plain, rules.planned)):
        return Modality.PLANNED
    soon = words[scene.low : scene.low + 3] == ["as", "soon", "as"]
    if (
        (not done and any(word in _COMING_WORDS and word not in own for word in inside))
        or _set(inside)
        or (not (done and inside[0] in _COMING_WORDS) and _listed([], inside, rules.planned))
    ):
        return Modality.PLANNED
    if (marker in _AHEAD or soon) and form and not form & _PAST and "gerund" not in form:
        return Modality.PLANNED  # "before the strike ends", "when members ratify it"
    if (
        marker in _ONCE
        and scene.start == scene.low + 1
        and form <= _PAST
        and not _FUTURE.isdisjoint(words[scene.end :])
    ):
        return Modality.PLANNED  # "once ratified, the contract will take effect in May"
    coming = after[:2] in _COMING and after[1:3] != ["set", "up"]  # "pickets were set up" tells of no plan
    coming = coming or (bool(after) and after[0] in _DUE and after[1:2] == ["for"])  # "Strike set for Monday"
    if marker == "until" or "until" in near[-3:] or coming or after[:1] == ["will"]:
        return Modality.PLANNED
    if not done and _hangs_on_condition(scene):
        return Modality.CONDITIONAL
    return _of_its_verb(scene, rules) if not form else Modality.ACTUAL


def out_of_reach(scene: Scene, rules: Rules) -> bool:
    """Whether the words around a noun without "the" say that it did not come about: "were unable to agree on a new deal",
    "a deal with the mills remained elusive".
    """
    before = scene.words[scene.low : scene.start]
    if _ANY.isdisjoint(before[-4:]):
        return False
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _BEYOND), None)
    unable = at is not None and before[at + 1 : at + 2] == ["to"] and "," not in before[at:]
    return unable or not _ELUSIVE.isdisjoint(scene.words[scene.end : min(scene.high, scene.end + 4)])


def _interrupted(scene: Scene) -> list[str]:
    """The words before an aside between dashes or brackets that a "to" goes on from: "voted – 90% to 10% – to strike"."""
    words, at = scene.words, scene.low - 1
    if at < 1 or words[scene.low : scene.low + 1] != ["to"] or words[at] not in _ASIDES:
        return []
    opening = next((n for n in range(at - 1, 0, -1) if words[n] == _ASIDES[words[at]]), 0)
    return words[max(0, opening - _FEW) : opening]


_ASIDES = {"—": "—", "–": "–", "--": "--", ")": "("}
_FEW = 6  # words before an aside


def _shared(scene: Scene, form: frozenset[str], before: list[str]) -> list[str]:
    """The modal verbs that a bare verb shares with the clause it is joined to: "could strike or be locked out"."""
    clause = scene.clauses[scene.clause]
    bare = "be" in before[-2:] or "base" in form
    if clause.kind != "coordinate" or clause.parent < 0 or not bare or not AUXILIARY.isdisjoint(before):
        return []
    parent = scene.clauses[clause.parent]
    governing = scene.words[parent.start : parent.end]
    due = ["will"] if any(pair in _ARE_TO for pair in itertools.pairwise(governing)) else []
    return [*(word for word in governing if word in _MODALS or word in _FUTURE), *due]


def _goes_on(scene: Scene, inside: list[str], rules: Rules) -> bool:
    """Whether a strike is there and only its end is open: "the strike will continue", "members will remain on strike"."""
    if not _REMAIN.isdisjoint(inside[:1]) and "strike" in inside:
        return True
    if rules.stoppages.isdisjoint(inside[-1:]):
        return False
    following = scene.words[scene.end : min(scene.high, scene.end + 12)]
    at = next((at for at, word in enumerate(following) if word in AUXILIARY or word in _DUE or word == "to"), None)
    if at is None or not rules.verbs.saying.isdisjoint(following[:at]):
        return False
    rest = [w for w in following[at:] if w not in _ADVERBS and w not in AUXILIARY and w not in _DUE and w != "to"]
    return rest[:1] == ["continue"] or rest[:2] in (["go", "on"], ["drag", "on"])


def _set(inside: list[str]) -> bool:
    """Whether the trigger's own words put it ahead: "contracts set to expire", "a walkout due for Monday"."""
    return any(word in _DUE and inside[at + 1 : at + 2] in (["to"], ["for"]) for at, word in enumerate(inside))


def _of_its_verb(scene: Scene, rules: Rules) -> Modality:
    """How the verb puts a noun that is its subject: "the walkouts would be held", "strikes are still planned"."""
    if not AUXILIARY.isdisjoint(scene.words[scene.low : scene.start]):
        return Modality.ACTUAL
    following = scene.words[scene.end : min(scene.high, scene.end + 24)]
    at = next((at for at, word in enumerate(following) if word in AUXILIARY), None)
    if at is None or not rules.verbs.saying.isdisjoint(following[:at]):
        return Modality.ACTUAL
    if following[at] in _MODALS:
        return Modality.CONDITIONAL
    rest = [word for word in following[at + 1 :] if word not in _ADVERBS]
    if following[at] in _FUTURE or following[at] == "would" or (rest[:1] and rest[0] in _DUE | _COMING_WORDS):
        return Modality.PLANNED
    return Modality.ACTUAL


def _supposed(after: list[str]) -> bool:
    """Whether a modal follows a noun, or the words that say whose it is: "a strike by the drivers would ..."."""
    first = 1 if after[:1] and after[0] in _WHOSE else 0
    return any(word in _MODALS or word == "would" for word in (after if first else after[:1]))


def _denied_outside(before: list[str], scene: Scene, rules: Rules) -> bool:
    """Whether the subject denies ("none of the locals was able to ...") or what the clause completes does ("denied that")."""
    if not _NOBODY.isdisjoint(before[:2]):
        return True
    clause = scene.clauses[scene.clause]
    led = [*scene.words[max(0, clause.start - 6) : clause.start], *before]
    if not _MEANING.isdisjoint(led) and any(word in _MEANING and _negative(led[:at]) for at, word in enumerate(led)):
        return True  # "the vote does not mean that members will strike"
    if clause.kind not in ("complement", "relative") or clause.marker != "that":
        return False
    return not rules.denied.isdisjoint(scene.words[max(0, clause.start - 3) : clause.start])


def _negative(words: list[str]) -> bool:
    return any(word in _NEGATIONS or word.endswith("n't") for word in words)


def _hangs_on_condition(scene: Scene) -> bool:
    """Whether the words after make the happening hang on something: "going on strike if necessary"."""
    following = scene.words[scene.end : scene.end + 3]
    if "if" in following or "unless" in following:
        return True
    number = scene.clause + 1
    return number < len(scene.clauses) and scene.clauses[number].marker in ("if", "unless")


def _denied(near: list[str], inside: list[str], rules: Rules) -> bool:
    near = [word for word in near if word not in _ARTICLES]
    for step, word in enumerate(reversed(near[-4:])):
        if word in (",", "but"):
            break  # "no choice but to strike"
        if word in _NEGATIONS or word.endswith("n't"):
            only = word == "not" and near[len(near) - step : len(near) - step + 1] == ["only"]
            return not only
    if "no" in inside[-3:-1]:
        return True  # "reached no agreement", "still no deal"
    if any(word == "not" or word.endswith("n't") for word in inside) or "failed to" in " ".join(inside[1:]):
        return True
    return _listed(near[-4:], near[-4:], rules.denied)


def _to_come(scene: Scene, before: list[str], rules: Rules) -> bool:
    """Whether "to" tells of what is coming: "drivers are to strike", or in a headline "Drivers to strike in May"."""
    if before[-2:-1] and before[-2] in ("is", "are"):
        return True
    if scene.items[-1].word == "." or not AUXILIARY.isdisjoint(before):
        return False
    subject = scene.items[scene.start - 2]
    return subject.mention is not None or subject.word in rules.workers or subject.word in rules.list(lists.WORKER_NOUN)


def _listed(near: list[str], told: list[str], forms: frozenset[str]) -> bool:
    """Whether a form of the list stands before the trigger: a word of it near, or a phrase of it among the words told."""
    if not forms.isdisjoint(near):
        return True
    phrases = _phrases(forms)
    if phrases.keys().isdisjoint(told):
        return False
    return any(
        told[at : at + len(phrase)] == phrase
        for at, word in enumerate(told)
        if word in phrases
        for phrase in phrases[word]
    )


@cache
def _phrases(forms: frozenset[str]) -> dict[str, list[list[str]]]:
    """The forms of several words, under the first of them."""
    found: dict[str, list[list[str]]] = {}
    for form in forms:
        words = form.split()
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return found


def _infinitive(before: list[str], rules: Rules) -> bool:
    """Whether "to" opens the verb, and what governs it does not make a fact of it."""
    words = [word for word in before if not word.endswith("ly")]
    if not words or words[-1] != "to":
        return False
    if words[-2:-1] == ["due"] and AUXILIARY.isdisjoint(words[-4:]):
        return False  # "cancelled all sailings due to strike"
    if len(words) > 3 and words[-4] == "by" and words[-2] in _SHARES:
        return False  # "voted by 71% to reject the offer and by 89% to authorize a strike"
    return not any(
        words[at] in rules.implied and (at == 0 or words[at - 1] not in _NOUN_MARKS)
        for at in range(max(0, len(words) - 4), len(words) - 1)
    )
