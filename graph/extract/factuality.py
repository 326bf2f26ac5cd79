"""Fact, plan, possibility or denial: decided from the words that govern a trigger in its clause."""

from __future__ import annotations

from graph.extract.roles import Scene
from graph.extract.rules import Rules
from graph.model import Modality

_NEGATIONS = frozenset("not no never neither nor without cannot n't".split())
_MODALS = frozenset("could may might would".split())
_FUTURE = frozenset(("will", "'ll", "shall", "must", "won't"))
_CONDITIONS = frozenset(("if", "unless", "whether", "should"))
# Verbs whose "to" tells of something done, so that "agreed to extend" is a fact.
_FACTIVE = frozenset(
    "agree agrees agreed agreeing vote votes voted voting choose chose chosen decide decides decided begin begins began "
    "begun start starts started continue continues continued move moves moved opt opts opted return returns returned "
    "go goes went going manage managed get got used forced force forces have has had unanimously overwhelmingly elected "
    "moved approved authorized ordered offer offers offered propose proposes proposed".split()
)
_PURPOSE = frozenset(("to",))


def modality(scene: Scene, rules: Rules, *, form: frozenset[str]) -> Modality:
    """How the clause puts its happening. `form` are the tags of the trigger's verb, empty for a noun."""
    items = scene.items
    before = [item.word for item in items[scene.low : scene.start]]
    near = before[-6:]
    joined = " ".join(before[-9:])
    inside = [item.word for item in items[scene.start : scene.end]]
    after = [item.word for item in items[scene.end : min(scene.high, scene.end + 4)]]
    if _denied(near, inside, joined, rules):
        return Modality.DENIED
    marker = scene.clauses[scene.clause].marker
    if marker in _CONDITIONS or any(word in _CONDITIONS for word in before):
        return Modality.CONDITIONAL
    if any(word in _MODALS for word in [*near, *inside]) or _listed(near, joined, rules.conditional):
        return Modality.CONDITIONAL
    if any(word in _FUTURE for word in [*near, *inside]) or _listed(near, joined, rules.planned):
        return Modality.PLANNED
    if form and "base" in form and _infinitive(before):
        return Modality.PLANNED
    if marker == "until" or "until" in near[-3:] or after[:2] in (["is", "set"], ["will", "be"], ["is", "scheduled"]):
        return Modality.PLANNED
    if after[:1] == ["will"] or after[:2] in (["are", "set"], ["are", "scheduled"], ["to", "begin"]):
        return Modality.PLANNED
    return Modality.ACTUAL


def _denied(near: list[str], inside: list[str], joined: str, rules: Rules) -> bool:
    for step, word in enumerate(reversed(near[-4:])):
        if word == ",":
            break
        if word in _NEGATIONS or word.endswith("n't"):
            only = word == "not" and near[len(near) - step : len(near) - step + 1] == ["only"]
            return not only
    if any(word == "not" or word.endswith("n't") for word in inside):
        return True
    return _listed(near[-4:], " ".join(near[-4:]), rules.denied)


def _listed(near: list[str], joined: str, forms: frozenset[str]) -> bool:
    """Whether a form of the list, a word or a phrase, stands among the words before the trigger."""
    if any(word in forms for word in near):
        return True
    padded = f" {joined} "
    return any(" " in form and f" {form} " in padded for form in forms)


def _infinitive(before: list[str]) -> bool:
    """Whether "to" opens the verb, and what governs it does not make a fact of it."""
    words = [word for word in before if not word.endswith("ly")]
    if not words or words[-1] != "to":
        return False
    return not any(word in _FACTIVE for word in words[-4:-1])
