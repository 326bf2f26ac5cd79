"""The issues of bargaining that a trigger is about: those of its clause, the nearer and the narrower first."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract import triggers
from graph.extract.english import AUXILIARY
from graph.extract.issues import IssueMention
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.triggers import Trigger
from ontology import lists, terms

# What opens a clause that says when a term holds: "payment whenever a script is used to train an AI model".
_PROVISOS = frozenset(("whenever", "when", "if", "unless"))


def nearer(trigger: Trigger, mention: IssueMention, triggers: Sequence[Trigger]) -> bool:
    """Whether a later move of the sentence stands nearer to an issue: "a response to the proposals, which include pay"."""
    return trigger.frame.is_a(terms.BargainingMove) and any(
        other.frame.is_a(terms.BargainingMove)
        and trigger.match.end <= other.match.start
        and other.match.end <= mention.start
        for other in triggers
    )


def of_trigger(trigger: Trigger, scene: Scene, named: Sequence[IssueMention], rules: Rules) -> tuple[str, ...]:
    """The issues of a trigger: those it contains or that follow in its clause, else that precede; narrower ones win."""
    high = scene.high
    move, listing = trigger.frame.is_a(terms.BargainingMove), False
    for number in range(scene.clause + 1, len(scene.clauses)):
        clause = scene.clauses[number]
        proviso = move and clause.marker in _PROVISOS
        listing = (listing and clause.marker != ";") or (move and clause.kind == "main" and clause.marker == ":")
        goes_on = move and _goes_on(scene, number, rules)
        if not listing and not goes_on and ((clause.kind != "relative" and not proviso) or clause.parent != number - 1):
            break
        # "a proposal which would ...", "an offer: 3% a year, ..." are about what these name
        high = max(high, clause.end)
    if not trigger.frame.is_a(terms.BargainingMove):
        named = [m for m in named if not m.figure]
    here = [m for m in named if scene.low <= m.start < high and not _set_aside(m, scene, rules)]
    after = [m for m in here if m.start >= scene.start]
    if not after and trigger.frame.needs_issue:
        later = [m for m in named if m.start >= high]
        after = [m for m in here if m.end <= scene.start] or (_antecedent(scene, named) if move else []) or later
    if not after and move and scene.passive:
        after = [m for m in named if m.start < scene.start <= m.end]  # "the pay offer was turned down"
    inside = [m for m in here if scene.start <= m.start < scene.end]
    # "rules on AI, pay and pensions are the main issues"
    opens = move and bool(inside) and inside[0].start == scene.start and not scene.passive
    before = _joined(scene, here) if opens else []
    after = [*before, *after]
    if scene.noun and inside and not triggers.form(trigger, scene.items) and not _told_out(scene, inside[0]):
        # "the pay proposal and the dispute over AI", but "demands for pay, pensions and rest"
        after = [
            *before,
            *inside,
            *_listed(inside[-1], scene, here, rules),
            *(m for m in here if m.start >= scene.high),
        ]
    chosen = after or ([] if not trigger.frame.needs_issue else here)
    iris = list(dict.fromkeys([m.issue.iri for m in chosen]))
    if len(iris) < 2:
        return tuple(iris)
    narrowed = {m.issue.iri for m in chosen if all(_narrowed(n, chosen, scene) for n in chosen if n.issue is m.issue)}
    return tuple(iri for iri in iris if iri not in narrowed)


def _antecedent(scene: Scene, named: Sequence[IssueMention]) -> list[IssueMention]:
    """The issue that a relative clause hangs on: "the shift patterns that the yard has proposed"."""
    clause = scene.clauses[scene.clause]
    if clause.kind != "relative" or clause.marker not in ("that", "which") or scene.low != clause.start:
        return []
    before = [m for m in named if m.end <= clause.start]
    last = max(before, key=lambda m: m.end, default=None)
    return [last] if last is not None and clause.start - last.end <= _NEAR else []


_NEAR = 3  # items between a subject and the relative clause that hangs on it


def _narrowed(mention: IssueMention, others: Sequence[IssueMention], scene: Scene) -> bool:
    """Whether a narrower issue is named as well, in one term or in a term without a figure of its own: "limits on AI, and on
    AI as source material", but not "a 5% raise, and pay for reruns".
    """
    near = scene.items[max(0, mention.start - _FIGURE) : mention.start]
    figure = not mention.figure and any(item.quantity is not None for item in near)
    for other in others:
        if mention.issue.iri in other.issue.broader:
            low, high = sorted((mention, other), key=lambda m: m.start)
            if not figure or _LISTING.isdisjoint(scene.words[low.end : high.start]):
                return True
    return False


def _set_aside(mention: IssueMention, scene: Scene, rules: Rules) -> bool:
    """Whether an issue stands in a relative clause that the trigger reaches over, or behind "without"."""
    return (
        scene.passes_over(mention.start)
        or not _WITHOUT.isdisjoint(scene.words[scene.end - 1 : mention.start])
        or (scene.end >= mention.end and not _WITHOUT.isdisjoint(scene.words[scene.head : mention.start]))
        or _of_dispute(scene.words[max(scene.head, mention.start - _CAUSE) : mention.start], rules)
        or _left_out(scene.words[max(scene.head, mention.start - _LACK) : mention.start], rules)
    )


_WITHOUT = frozenset(("without",))


def _of_dispute(words: Sequence[str], rules: Rules) -> bool:
    """Whether an issue is what a dispute is over, told behind an offer: "a new offer to end the row over pay and jobs"."""
    at = next((n for n in range(len(words) - 1, 0, -1) if words[n] in _OVER), 0)
    return not rules.words(lists.DISPUTE_OVER).isdisjoint(words[max(0, at - _WITH) : at])


_WITH = 5  # items from "row" to "over": "the row with the union over pay"


_CAUSE = 8  # items from a dispute to the last of what it is over


def _left_out(words: Sequence[str], rules: Rules) -> bool:
    """Whether the words right before an issue say that nothing is put on it: "offered nothing on pensions", "left out residuals"."""
    held = f" {' '.join(words)} "
    return any(f" {phrase} " in held for phrase in rules.words(lists.LEAVING_OUT))


_LACK = 4  # items


def _told_out(scene: Scene, first: IssueMention) -> bool:
    """Whether a verb inside the trigger opens the list of what is asked: "among its proposals are a floor and limits"."""
    words = scene.words[scene.start : first.start]
    return _MUTUAL.isdisjoint(words) and not _TELLING.isdisjoint(words)


_TELLING = frozenset("is are was were include includes included cover covers covered :".split())


def _goes_on(scene: Scene, number: int, rules: Rules) -> bool:
    """Whether a joined clause has no subject of its own: "the offer would raise pay and cut pensions", "the mill raised its offer
    and would add to pensions".
    """
    clause = scene.clauses[number]
    if clause.kind != "coordinate" or clause.parent != number - 1 or clause.marker not in ("and", "or"):
        return False
    first = scene.items[clause.start + 1] if clause.start + 1 < clause.end else None
    if first is not None and not scene.noun and first.word not in _WOULD:
        return False
    return first is not None and first.kind == "word" and first.mention is None and first.word not in rules.verbs.saying


def _joined(scene: Scene, named: Sequence[IssueMention]) -> list[IssueMention]:
    """The issues of a clause that a list joins to the one that a trigger opens with."""
    out: list[IssueMention] = []
    at = scene.start
    for mention in sorted((m for m in named if m.end <= scene.start), key=lambda m: -m.end):
        between = scene.words[mention.end : at]
        if not _LISTING.intersection(between) or len(between) > 5:
            break
        out.append(mention)
        at = mention.start
    return out


def _listed(last: IssueMention, scene: Scene, named: Sequence[IssueMention], rules: Rules) -> list[IssueMention]:
    """The issues that a list goes on to after the last one of a trigger."""
    out: list[IssueMention] = []
    if not _MUTUAL.isdisjoint(scene.words[scene.start : scene.end]):
        return out  # what both sides differ over is surely asked by one only where it is named next
    at = last.end
    for mention in sorted((m for m in named if m.start >= last.end), key=lambda m: m.start):
        between = scene.words[at : mention.start]
        joined = next((n for n, word in enumerate(between) if word in _LISTING), len(between))
        if (
            (between and between[0] != "of" and joined > _PHRASE)
            or len(between) - joined > _TERM
            or any(rules.finite(word) or word in AUXILIARY or word in rules.gerunds for word in between)
            or not rules.words(lists.ISSUE_APART).isdisjoint(between)
            or not _OVER.isdisjoint(between)
        ):
            break
        out.append(mention)
        at = mention.end
    return out


_PHRASE = 3  # items that go on with one term of a list: "safety rules for performers, and ..."
_TERM = 8  # items that open the next: ", and limits on the future use of AI"
_FIGURE = 4  # items from a figure to the subject that it is of
_LISTING = frozenset((",", "and", "or"))
_WOULD = frozenset(("would",))
_MUTUAL = frozenset(("sticking",))
_OVER = frozenset(("over", "about"))
