"""Fact, plan, possibility or denial: decided from the words that govern a trigger in its clause."""

from __future__ import annotations

import itertools

from graph.extract import infinitives, leadup
from graph.extract.english import (
    ARTICLES,
    AUXILIARY,
    COORDINATORS,
    FUTURE,
    MODALS,
    NEGATIONS,
    PLAIN_PREPOSITIONS,
)
from graph.extract.modal import Cues, listed
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.model import Modality
from ontology import lists

_UNDONE = MODALS | FUTURE | {"be"}
_CONDITIONS = frozenset(("if", "unless", "whether", "should", "provided"))
_PAST = frozenset(("past", "participle"))
_AHEAD = frozenset(("before", "until", "once", "when", "after"))
_BEFORE = frozenset(("before", "until"))
_WERE = frozenset(("was", "were"))
_HAVING = frozenset(("have", "has"))
_ADVERBS = frozenset("now also still currently both again then already being".split())
_WOULD_BE = MODALS | {"would"}
_WOULD = frozenset(("'d", "d"))
_GOVERNS = 5  # items before the verb of an aim in which stands what makes a plan of it
_NOBODY = frozenset(("none", "neither", "nobody"))
_WHOSE = frozenset(("by", "of", "at", "against"))
_LACKING = frozenset(("without", "absent"))
_NEGATIVE = frozenset(("not", "n't", "no", "without", "unable"))
_ANY = frozenset("a an any another such".split())
_WAS_TO = frozenset((("was", "to"), ("were", "to")))
_ARE_TO = frozenset((("is", "to"), ("are", "to")))
_BE_TO = _WAS_TO | _ARE_TO


def modality(scene: Scene, rules: Rules, *, form: frozenset[str], own: frozenset[str] = frozenset()) -> Modality:
    """How the clause puts its happening. `form` are the tags of the trigger's verb, empty for a noun; `own` the words
    of the cue: a "not" or a "planned" that the cue itself holds is the fact.
    """
    cues = rules.vocabulary.of(Cues)
    negative = not _NEGATIVE.isdisjoint(own)
    words = scene.words
    before = [*leadup.interrupted(scene), *leadup.timeless(scene)]
    near = [*_shared(scene, form, before), *before[-6:]]
    plain = [word for word in before[-9:] if word not in _ADVERBS and not word.endswith("ly")]
    inside = words[scene.start : scene.end]
    after = [word for word in words[scene.end : min(scene.high, scene.end + 4)] if word != "being"]
    if not negative and (
        (_denied(near, inside, rules) and not leadup.not_until(scene)) or _denied_outside(before, scene, rules)
    ):
        return Modality.DENIED
    if _goes_on(scene, inside, rules):
        return Modality.ACTUAL
    if leadup.voted_for(scene, rules):
        return Modality.CONDITIONAL  # a vote to strike is no strike yet
    if leadup.to_be_held(scene, rules) or (not form and leadup.put_off(after, rules)):
        return Modality.PLANNED
    marker = leadup.opener(scene)
    done = bool(form) and form <= _PAST and _UNDONE.isdisjoint(near)
    if marker in _CONDITIONS or not _CONDITIONS.isdisjoint(near):
        return Modality.CONDITIONAL
    if leadup.a_first(scene) or any(word in cues.doubtful and word not in own for word in inside):
        return Modality.CONDITIONAL  # "put an end to the threat of a strike"
    if not cues.facing.isdisjoint(before[-3:]):
        return Modality.CONDITIONAL  # "the port faces a strike over pensions"
    if not form and not _ANY.isdisjoint(near[-4:]) and _supposed(after):
        return Modality.CONDITIONAL  # "a ten-day stoppage could cost the city dear"
    if form == {"gerund"} and "would" in words[scene.end : scene.high]:
        return Modality.CONDITIONAL  # "accepting the offer would have meant"
    modals = near if negative else [*near, *inside]
    would = "base" in form and not _WOULD.isdisjoint([*before[-3:], *inside])
    wished = would or (("base" in form or not form) and _asked_for(before, rules))
    if wished or not MODALS.isdisjoint(modals) or listed(near, plain, rules.conditional):
        return Modality.CONDITIONAL
    aim = inside[0] in rules.words(lists.LASTED_BEFORE)  # "are scheduled to resume talks to end the strike"
    governing = _GOVERNS if aim else len(plain)
    if infinitives.opens(before, rules) and not listed(near[-governing:], plain[-governing:], rules.planned):
        maybe = bool(form) and "base" in form and not infinitives.to_come(scene, before, rules)
        return Modality.CONDITIONAL if maybe else Modality.PLANNED
    if leadup.of_supposed(scene, rules):
        return Modality.CONDITIONAL  # "a strike would hurt, forcing the plant to close"
    if not done and listed([], before, cues.open):
        return Modality.PLANNED
    if "would" in near or "would" in inside[:-1]:
        told = not rules.verbs.saying.isdisjoint(words[: scene.start])
        held = "be" in inside and "would" in inside  # "the walkouts would be held in May"
        return Modality.PLANNED if told or held else Modality.CONDITIONAL
    were_to = not _WAS_TO.isdisjoint(itertools.pairwise([*plain[-3:], *inside, *after]))
    if marker in _BEFORE and (were_to or (not _WERE.isdisjoint(plain) and not cues.due.isdisjoint(plain))):
        return Modality.CONDITIONAL  # "agreed hours before it was set to strike": it did not
    if not FUTURE.isdisjoint([*near, *inside]) or (not done and listed(near, plain, rules.planned)):
        return Modality.PLANNED
    soon = words[scene.low : scene.low + 3] == ["as", "soon", "as"]
    if (
        (not done and not cues.coming.isdisjoint(word for word in inside if word not in own))
        or _set(inside, cues)
        or not _BE_TO.isdisjoint(itertools.pairwise(inside))
        or (
            not (done and (inside[0] in cues.coming or "notice" in inside[1:-1]))
            and listed([], inside[done and scene.passive :], rules.planned)
        )
        or _given_time(scene)
    ):
        return Modality.PLANNED
    if (marker in _AHEAD or soon) and form and not form & _PAST and "gerund" not in form:
        return Modality.PLANNED  # "before the strike ends", "when members ratify it"
    first = marker in ("once", "when") and scene.start == scene.low + 1 and form <= _PAST
    if (first and not FUTURE.isdisjoint(words[scene.end :])) or leadup.waited_for(form, marker, before, inside):
        return Modality.PLANNED  # "once ratified, the contract will take effect in May"
    coming = after[:2] in cues.behind and after[1:3] != ["set", "up"]  # "pickets were set up" tells of no plan
    coming = coming or (bool(after) and after[0] in cues.due and after[1:2] == ["for"])  # "Strike set for Monday"
    if (
        ((marker == "until" or "until" in near[-3:]) and not leadup.until_then(scene))
        or coming
        or after[:1] == ["will"]
    ):
        return Modality.PLANNED
    if not done and _hangs_on_condition(scene):
        return Modality.CONDITIONAL
    return _of_its_verb(scene, rules) if not form else Modality.ACTUAL


def out_of_reach(scene: Scene, rules: Rules) -> bool:
    """Whether the words around a noun without "the" say that it did not come about: "were unable to agree on a new deal",
    "a deal with the mills remained elusive".
    """
    cues = rules.vocabulary.of(Cues)
    before = scene.words[scene.low : scene.start]
    if _ANY.isdisjoint(before[-4:]):
        return False
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at] in cues.beyond), None)
    unable = at is not None and before[at + 1 : at + 2] == ["to"] and "," not in before[at:]
    return unable or not cues.elusive.isdisjoint(scene.words[scene.end : min(scene.high, scene.end + 4)])


def _asked_for(before: list[str], rules: Rules) -> bool:
    """Whether "that" gives what somebody asks for: "recommended that the board approve a vote"."""
    at = next((n for n in range(len(before) - 1, 0, -1) if before[n] == "that"), 0) if "that" in before else 0
    return at > 0 and before[at - 1] in rules.verbs.asking and not any(map(rules.finite, before[at:]))


def _shared(scene: Scene, form: frozenset[str], before: list[str]) -> list[str]:
    """The modal verbs that a bare verb shares with the clause it is joined to: "could strike or be locked out"."""
    clause = scene.clauses[scene.clause]
    bare = "be" in before[-2:] or "base" in form
    if clause.kind != "coordinate" or clause.parent < 0 or not bare or not AUXILIARY.isdisjoint(before):
        return []
    parent = scene.clauses[clause.parent]
    governing = scene.words[parent.start : parent.end]
    due = [] if _ARE_TO.isdisjoint(itertools.pairwise(governing)) else ["will"]
    return [*(word for word in governing if word in MODALS or word in FUTURE), *due]


def _goes_on(scene: Scene, inside: list[str], rules: Rules) -> bool:
    """Whether a strike is there and only its end is open: "the strike will continue", "members will remain on strike"."""
    cues = rules.vocabulary.of(Cues)
    if not cues.remain.isdisjoint(inside[:1]) and "strike" in inside:
        return True
    if rules.stoppages.isdisjoint(inside[-1:]):
        return False
    following = scene.words[scene.end : min(scene.high, scene.end + 12)]
    at = next((at for at, word in enumerate(following) if word in AUXILIARY or word in cues.due or word == "to"), None)
    if at is None or not rules.verbs.saying.isdisjoint(following[:at]):
        return False
    rest = [w for w in following[at:] if w not in _ADVERBS and w not in AUXILIARY and w not in cues.due and w != "to"]
    return rest[:1] == ["continue"] or rest[:2] in (["go", "on"], ["drag", "on"])


def _set(inside: list[str], cues: Cues) -> bool:
    """Whether the trigger's own words put it ahead: "contracts set to expire", "a walkout due for Monday"."""
    if cues.due.isdisjoint(inside):
        return False
    return any(word in cues.due and inside[at + 1 : at + 2] in (["to"], ["for"]) for at, word in enumerate(inside))


def _given_time(scene: Scene) -> bool:
    """Whether the trigger's own words give time for it: "members have ten days to vote on the deal"."""
    at = next((n for n in range(scene.start, scene.end - 3) if scene.words[n] in _HAVING), None)
    return (
        at is not None
        and (scene.items[at + 1].time or scene.items[at + 1].quantity) is not None
        and "to" in scene.words[at + 2 : scene.end]
    )


def _of_its_verb(scene: Scene, rules: Rules) -> Modality:
    """How the verb puts a noun that is its subject: "the walkouts would be held", "strikes are still planned"."""
    cues = rules.vocabulary.of(Cues)
    if not AUXILIARY.isdisjoint(scene.words[scene.low : scene.start]):
        return Modality.ACTUAL
    following = scene.words[scene.end : min(scene.high, scene.end + 24)]
    at = next((at for at, word in enumerate(following) if word in AUXILIARY), None)
    if following[:1] == [","] and not PLAIN_PREPOSITIONS.isdisjoint(scene.words[scene.low : scene.start]):
        return Modality.ACTUAL  # "113 days into the strike, talks may have broken down": the talks may
    if at is None or not rules.verbs.saying.isdisjoint(following[:at]):
        return Modality.ACTUAL
    if following[at] in MODALS:
        return Modality.CONDITIONAL
    if following[at : at + 2] == ["should", "have"]:
        return Modality.DENIED  # "the ballot should have been held at each mill"
    rest = [word for word in following[at + 1 :] if word not in _ADVERBS]
    if (
        following[at] in FUTURE
        or following[at] == "would"
        or (rest[:1] and (rest[0] in cues.due or rest[0] in cues.coming))
    ):
        return Modality.PLANNED
    return Modality.ACTUAL


def _supposed(after: list[str]) -> bool:
    """Whether a modal follows a noun, or the words that say whose it is: "a strike by the drivers would ..."."""
    first = 1 if after[:1] and after[0] in _WHOSE else 0
    return not _WOULD_BE.isdisjoint(after if first else after[:1])


def _denied_outside(before: list[str], scene: Scene, rules: Rules) -> bool:
    """Whether the subject denies ("none of the locals was able to ...") or what the clause completes does ("denied that")."""
    cues = rules.vocabulary.of(Cues)
    if not _NOBODY.isdisjoint(before[:2]):
        return True
    clause = scene.clauses[scene.clause]
    led = [*scene.words[max(0, clause.start - 6) : clause.start], *before]
    if not cues.meaning.isdisjoint(led) and any(
        word in cues.meaning and _negative(led[:at]) for at, word in enumerate(led)
    ):
        return True  # "the vote does not mean that members will strike"
    if clause.kind not in ("complement", "relative") or clause.marker != "that":
        return False
    return not rules.denied.isdisjoint(scene.words[max(0, clause.start - 3) : clause.start])


def _negative(words: list[str]) -> bool:
    return any(word in NEGATIONS or word.endswith("n't") for word in words)


def _hangs_on_condition(scene: Scene) -> bool:
    """Whether the words after make the happening hang on something: "going on strike if necessary"."""
    following = scene.words[scene.end : scene.end + 3]
    if "if" in following or "unless" in following:
        return True
    number = scene.clause + 1
    if number >= len(scene.clauses) or scene.clauses[number].marker not in ("if", "unless"):
        return False
    return (
        scene.words[scene.clauses[number].start - 1] not in COORDINATORS
    )  # "runs out on May 5 and if no deal is reached"


def _denied(near: list[str], inside: list[str], rules: Rules) -> bool:
    near = [word for word in near if word not in ARTICLES]
    for step, word in enumerate(reversed(near[-4:])):
        if word in (",", "but"):
            break  # "no choice but to strike"
        if word in NEGATIONS or word.endswith("n't"):
            only = word == "not" and near[len(near) - step : len(near) - step + 1] == ["only"]
            open_ = word == "not" and near[: len(near) - step - 1][-1:] == ["or"]  # "whether or not to strike"
            return not (only or open_)
    if "no" in inside[-3:-1] and inside[0] not in rules.verbs.asking:
        return True  # "reached no agreement", "still no deal", but "want no layoffs"
    if "not" in inside or "n't " in f"{' '.join(inside)} " or "failed to" in " ".join(inside[1:]):
        return True
    close = near[-4:]
    if "," in close and not _LACKING.isdisjoint(close[: close.index(",")]):
        close = close[close.index(",") + 1 :]  # "Without a deal, drivers struck"
    return listed(close, close, rules.denied)
