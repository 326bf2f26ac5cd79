"""Triggers settled against those that read the same words, and against words that give them another sense."""

from __future__ import annotations

from collections.abc import Sequence, Set
from operator import attrgetter
from typing import NamedTuple

from graph.extract import belonging
from graph.extract.cues import SlotTest
from graph.extract.rules import Rules
from graph.extract.tokens import Item, Places
from graph.extract.triggers import Trigger
from graph.model import Rejected, Span
from ontology import terms


class Settled(NamedTuple):
    """The triggers of a sentence that hold, those turned down, and each that gave way, behind the one that it gave way to."""

    kept: list[Trigger]
    rejected: list[Rejected]
    behind: list[tuple[Trigger, Trigger]]


def settle(found: list[Trigger], items: Sequence[Item], places: Places, slot: SlotTest, rules: Rules) -> Settled:
    """Drops triggers that another sense blocks, then keeps the best of those that overlap."""
    if not found:
        return Settled([], [], [])
    behind: list[tuple[Trigger, Trigger]] = []
    barred = blocked({trigger.frame.iri for trigger in found}, items, places, slot, rules)
    kept: list[Trigger] = []
    rejected: list[Rejected] = []
    for trigger in sorted(found, key=_weight):
        if barred and any(
            start < trigger.match.end and trigger.match.start < end and frame == trigger.frame.iri
            for frame, start, end in barred
        ):
            rejected.append(_turned_down(trigger, items, "another sense of the words"))
            continue
        rival = next((k for k in kept if rivals(k, trigger, items, rules)), None) if kept else None
        if rival is not None:
            if rival.frame.iri != trigger.frame.iri:
                rejected.append(_turned_down(trigger, items, f"{rival.frame.label} reads the same words"))
                behind.append((rival, trigger))
            continue
        kept.append(trigger)
    if len(kept) > 1:
        kept.sort(key=lambda t: (t.match.start, t.frame.iri))
    return Settled(kept, rejected, behind)


_weight = attrgetter("weight")


def _turned_down(trigger: Trigger, items: Sequence[Item], why: str) -> Rejected:
    span = Span(items[trigger.match.start].span.start, items[trigger.match.end - 1].span.end)
    return Rejected(span, trigger.frame.iri, why)


def blocked(
    frames: Set[str], items: Sequence[Item], places: Places, slot: SlotTest, rules: Rules
) -> list[tuple[str, int, int]]:
    """Where words stand that give a frame's cues another sense, as frame and half-open items."""
    return [
        (frame, match.start, match.end)
        for word, entries in rules.blockers.among(places.held).items()
        for frame, pattern in entries
        if frame in frames
        for at in places.of[word]
        if (match := pattern.find(items, at, 0, len(items), slot)) is not None
    ]


def _begun_and_ended(begun: Trigger, ended: Trigger, items: Sequence[Item]) -> bool:
    """Whether words that tell of the end of something go on to when it began, or how long it lasted: "ending the walkout that
    began in May", "to end a 19-day strike", "to end the strike, which has reached 19 days".
    """
    if begun.frame.opens is None or ended.frame.closes != begun.frame.opens:
        return False
    start, end = begun.match.start, begun.match.end
    if ended.match.start >= start or ended.match.end > end:
        return False
    if end > ended.match.end:
        return True
    if items[start - 1].word.rpartition("-")[2] in _UNITS:
        return True
    behind = [item.word for item in items[end : end + _GOES_ON]]
    return not _WHICH.isdisjoint(behind[:2]) and any(word.removesuffix("s") in _UNITS for word in behind)


_WHICH = frozenset(("which", "that"))
_UNITS = frozenset(("day", "week", "month"))
_GOES_ON = 7  # items from a stoppage to the length that a relative clause gives


def _voted_end(vote: Trigger, end: Trigger) -> bool:
    """Whether what was voted for ends a strike in words of its own: "voted to return to work"."""
    return (
        vote.frame.is_a(terms.VoteEvent)
        and end.frame.closes is not None
        and vote.match.start < end.match.start < vote.match.end < end.match.end
    )


def _by_the_way(aside: Trigger, verb: Trigger, items: Sequence[Item]) -> bool:
    """Whether one tells of a noun between commas, and the other by the verb behind: "the pact, signed in May, runs out"."""
    low, middle, high = verb.match.start, aside.match.end, verb.match.end
    if aside.match.start < low or middle >= high or aside.frame.iri == verb.frame.iri:
        return False
    return any(item.word == "," for item in items[low:middle]) and any(item.word == "," for item in items[middle:high])


def _made_before(vote: Trigger, deal: Trigger, items: Sequence[Item], rules: Rules) -> bool:
    """Whether what was voted on is told on to the day on which it was made: "ratified the contract, which was reached on Friday"."""
    if not vote.frame.is_a(terms.VoteEvent) or deal.frame.iri not in rules.settling:
        return False
    if not vote.match.start < deal.match.start < vote.match.end < deal.match.end:
        return False
    return any(item.time is not None for item in items[vote.match.end : deal.match.end + _MADE])


_MADE = 5  # items from the making of a thing to its day


def _voted_ahead(vote: Trigger, strike: Trigger, items: Sequence[Item]) -> bool:
    """Whether the strike voted for has a day of its own: "voted in favor of a strike beginning at noon Monday"."""
    if not vote.frame.is_a(terms.VoteEvent) or strike.frame.opens is None:
        return False
    if not vote.match.start < strike.match.start < vote.match.end:
        return False
    behind = items[vote.match.end : vote.match.end + _DAWNS]
    opened = [item.time for item in behind if item.time is not None and item.time.edtf is not None]
    return bool(opened) and (opened[0].open == "since" or not belonging.STARTING.isdisjoint(i.word for i in behind[:2]))


_DAWNS = 9  # items from a strike voted for to its day


def _listed_by(trigger: Trigger) -> bool:
    return " by " in trigger.compiled.cue.pattern


def rivals(one: Trigger, other: Trigger, items: Sequence[Item], rules: Rules) -> bool:
    """Whether two triggers read the same words: they share an item that is no gap, or stand for one frame in a clause."""
    overlap = one.match.start < other.match.end and other.match.start < one.match.end
    if not overlap and (one.clause != other.clause or one.frame.iri != other.frame.iri):
        return False
    if one.frame.is_a(terms.BargainingMove) is not other.frame.is_a(terms.BargainingMove):
        return False  # "agreed to raise pay" is a deal and a move, "out over pay" a strike and a demand
    if _begun_and_ended(one, other, items) or _begun_and_ended(other, one, items):
        return False
    if one.hole[0] < other.match.end <= one.hole[1] or other.hole[0] < one.match.end <= other.hole[1]:
        return False  # "talks, which began in May, broke down" is two happenings
    votes = one.frame.is_a(terms.VoteEvent) and other.frame.is_a(terms.VoteEvent)
    if (
        votes
        and _listed_by(one)
        and _listed_by(other)
        and one.match.end != other.match.end
        and one.frame != other.frame
    ):
        return False  # "approved by the board and the members" is two votes
    if _voted_ahead(one, other, items) or _voted_ahead(other, one, items):
        return False
    if _voted_end(one, other) or _voted_end(other, one):
        return False
    if _by_the_way(one, other, items) or _by_the_way(other, one, items):
        return False
    if _made_before(one, other, items, rules) or _made_before(other, one, items, rules):
        return False
    if overlap:
        return True
    first, second = sorted((one, other), key=lambda trigger: trigger.match.start)
    days = [_day(items, first.match.end, second.match.start), _day(items, second.match.end, len(items))]
    return None in days or days[0] == days[1]  # "a strike from 4 June, and a second one beginning on 9 June"


def _day(items: Sequence[Item], low: int, high: int) -> str | None:
    """The one day told in a stretch of items close behind a trigger."""
    times = [item.time for item in items[low : min(high, low + _DAY)] if item.time is not None]
    days = [time.edtf.partition("/")[0] for time in times if time.edtf is not None and time.kind not in _LENGTHS]
    return days[0] if len(days) == 1 else None


_DAY = 8  # items
_LENGTHS = ("duration", "ordinal")
