"""Cues of the ontology to triggers: where one matches in a sentence, settled against those that read the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extract import clauses, reach
from graph.extract.cues import Match, Pattern, SlotTest
from graph.extract.rules import CompiledCue, Rules
from graph.extract.tokens import Item
from ontology import terms
from ontology.lexicon import Frame

_BEFORE_ADJECTIVES = frozenset("the of all many some most these those and for with by to from among".split())
_STRIKING = frozenset("against over for at on outside in to after".split())


@dataclass(slots=True)
class Trigger:
    """A cue that matched in a sentence."""

    compiled: CompiledCue
    match: Match
    clause: int
    frame: Frame  # of the cue
    hole: tuple[int, int] = (0, 0)  # the items inside the match that are no part of it

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """What wins where two overlap: the frame's priority, a verb before a noun, the more items, then the name."""
        width = self.match.end - self.match.start
        return (-self.frame.priority, int(self.compiled.cue.noun), -width, self.frame.iri)


def find(
    items: Sequence[Item],
    parts: Sequence[clauses.Clause],
    slot: SlotTest,
    rules: Rules,
    places: Sequence[int],
    may: Mapping[str, Sequence[tuple[CompiledCue, Pattern]]],
) -> list[Trigger]:
    """All triggers of a sentence, in the order of its clauses; several may read the same words. `may` are the cues to try,
    `places` the items at which to try them, `slot` what tells whether a slot of theirs fits.
    """
    out = []
    parted = []
    for number, clause in enumerate(parts):
        around = reach.Reach(items, parts, number, rules)
        opens = number + 1 < len(parts) and parts[number + 1].kind == "complement"
        last = clause.end + opens  # "warned that": the word that opens what was said ends the cue
        for at in places[bisect_left(places, clause.start) : bisect_left(places, clause.end)]:
            further: Sequence[reach.Further] | None = None
            for compiled, pattern in may[items[at].word]:
                match = pattern.find(items, at, clause.start, last, slot)
                if match is not None and match.end > clause.end:
                    match = replace(match, end=clause.end)
                if match is not None and not _compound(items, match, clause.start):
                    out.append(Trigger(compiled, match, number, compiled.frame))
                if match is None and at + 1 == clause.end and number + 1 < len(parts) and _holds(compiled):
                    out.extend(_into_next(compiled, pattern, at, items, parts, number, slot, rules))
                if match is not None or not compiled.reaches_on:
                    continue
                if number + 1 < len(parts):
                    found = _into_next(compiled, pattern, at, items, parts, number, slot, rules)
                    out.extend(found)
                    if found:
                        continue
                further = around.goes_on(at) if further is None else further
                for on in further:
                    rest = parts[on.clause] if on.start < 0 else replace(parts[on.clause], start=on.start)
                    match = reach.across(pattern, items, at, (clause.start, on.end), rest, slot)
                    if match is not None:
                        parted.append(Trigger(compiled, match, on.clause, compiled.frame, (on.end, rest.start)))
        if _interrupted(parts, number):
            out.extend(_across(items, parts, number, slot, may))
    # "the strike, which began in May, lasted"; but a mere noun gives way: "the strike, the longest in years, began in May"
    told = {(trigger.frame.iri, trigger.match.start) for trigger in out if not trigger.compiled.cue.noun}
    return [*out, *(trigger for trigger in parted if (trigger.frame.iri, trigger.match.start) not in told)]


def _into_next(
    compiled: CompiledCue,
    pattern: Pattern,
    at: int,
    items: Sequence[Item],
    parts: Sequence[clauses.Clause],
    number: int,
    slot: SlotTest,
    rules: Rules,
) -> list[Trigger]:
    """The trigger whose noun stands in a clause and whose verb in the participle or relative clause behind it."""
    clause, following = parts[number], parts[number + 1]
    if following.kind == "participle" and clause.kind == "main":
        if not clauses.verbless(items, clause.start, clause.end, rules.finite):
            return []
        match = pattern.find(items, at, clause.start, following.end, slot)
        if match is None or match.end <= following.start + 2 * following.marker.endswith("ing"):
            return []
        return [Trigger(compiled, match, number, compiled.frame)]  # "talks on a pact covering crews will begin"
    if following.kind == "relative" and following.marker in ("which", "that"):
        match = pattern.find(items, at, clause.start, following.end, slot)
        if match is None or match.end <= following.start + 1:
            return []
        # "talks, which fell apart in August", but "called off a strike that was due in May"
        return [Trigger(compiled, match, number if pattern.opens_with_verb else number + 1, compiled.frame)]
    return []


def _interrupted(parts: Sequence[clauses.Clause], number: int) -> bool:
    """Whether an aside parts a clause from its own rest: "The offer, which nobody liked, would raise pay"."""
    if number + 2 >= len(parts) or parts[number + 1].kind not in ("relative", "participle"):
        return False
    clause, rest = parts[number], parts[number + 2]
    return rest.parent == number and (rest.kind, rest.marker) == (clause.kind, clause.marker)


def _across(
    items: Sequence[Item],
    parts: Sequence[clauses.Clause],
    number: int,
    slot: SlotTest,
    may: Mapping[str, Sequence[tuple[CompiledCue, Pattern]]],
) -> list[Trigger]:
    """The moves that a clause tells together with its rest behind an aside; behind a participle all that names a subject."""
    every = parts[number + 1].kind == "participle"  # "the contract, dated May 5, includes a rise"
    clause, rest = parts[number], parts[number + 2]
    places = [*range(clause.start, clause.end), *range(rest.start, rest.end)]
    joined = [items[at] for at in places]
    first = clause.end - clause.start

    def told(kind: str, _: Sequence[Item], at: int) -> int:
        return slot(kind, items, places[at])

    out = []
    for at in range(first):
        for compiled, pattern in may.get(joined[at].word, ()):
            if not compiled.frame.needs_issue or not (every or compiled.frame.is_a(terms.BargainingMove)):
                continue
            match = pattern.find(joined, at, 0, len(joined), told)
            if match is not None and match.start < first < match.end:
                over = max(0, match.end - len(places))  # what a slot takes beyond the clause
                start, end = places[match.start], places[match.end - over - 1] + 1 + over
                there = replace(match, start=start, end=end, head=places[match.head])
                out.append(Trigger(compiled, there, number, compiled.frame))
    return out


def form(trigger: Trigger, items: Sequence[Item]) -> frozenset[str]:
    """The tags of the verb that the match holds: its first word, or what follows a noun ("the strike began")."""
    if trigger.match.form:
        return trigger.match.form
    verbs = trigger.compiled.pattern.verbs
    for item in items[trigger.match.start : trigger.match.end] if verbs else ():
        for verb in verbs:
            if item.word in verb:
                return verb[item.word]
    return frozenset()


def _holds(compiled: CompiledCue) -> bool:
    """Whether a cue's noun names contents, which a relative clause right behind it may tell: "a deal that would lift pay"."""
    return not compiled.pattern.opens_with_verb and compiled.frame.needs_issue


def _compound(items: Sequence[Item], match: Match, low: int) -> bool:
    """Whether a bare present verb is the last noun of a compound: "the writers strike" against "nurses strike over pay"."""
    alone = match.start == match.head and match.end == match.head + 1
    if match.form == {"gerund"} and alone and match.head == low and match.end < len(items):
        after = items[match.end]
        return after.kind == "agent" or after.word.endswith("s")  # "Striking writers voted"
    if match.form == {"gerund"} and alone and match.end < len(items) and items[match.end].kind == "agent":
        return items[match.head - 1].word in _BEFORE_ADJECTIVES  # "hundreds of striking members"
    if match.form != {"base"} or match.start != match.head or match.head == low or match.end != match.head + 1:
        return False
    before = items[match.head - 1]
    if before.kind != "agent" and not before.word.endswith("s"):
        return False
    following = items[match.end] if match.end < len(items) else None
    return following is None or (following.word not in _STRIKING and following.time is None)
