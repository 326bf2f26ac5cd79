"""Words that name a subject of bargaining, to concepts of the issue scheme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.extract.rules import Rules
from graph.extract.tokens import Item
from ontology.lexicon import IssueEntry


class IssueMention(NamedTuple):
    """Items `start` to `end` (half-open) that name an issue."""

    start: int
    end: int
    issue: IssueEntry
    figure: bool = False  # a bare figure, which is about its usual subject only in a move


# Words that part one term of an offer from the next.
_PARTS = frozenset((",", ";", ":", "and", "or", "plus", "but", "while", "if"))


def find(items: Sequence[Item], rules: Rules) -> tuple[IssueMention, ...]:
    """The issues that a sentence names: the longest phrase wins, then the narrower concept."""
    found: list[IssueMention] = []
    words = [item.word for item in items]
    may = rules.issues.among(frozenset(words))
    if not may:
        return ()
    for at, word in enumerate(words):
        for issue, pattern in may.get(word, ()):
            match = pattern.find(items, at, 0, len(items), _no_slot)
            if match is not None and not _moment(words, match.end):
                found.append(IssueMention(match.start, match.end, issue))
    if found:
        others = _otherwise(items, rules)
        found = [m for m in found if not any(_inside(m, low, high) for low, high in others)]
    found.sort(key=lambda m: (m.start - m.end, -len(m.issue.broader), m.start, m.issue.notation))
    taken: set[int] = set()
    kept = []
    for mention in found:
        places = set(range(mention.start, mention.end))
        if not places & taken:
            taken |= places
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


_UNITS = frozenset("hours days weeks months years".split())
_RECKONING = frozenset("before after later earlier ago ahead".split())


def _moment(words: Sequence[str], end: int) -> bool:
    """Whether a phrase only says how long before or after something else: "settled hours before the deadline"."""
    return words[end - 1] in _UNITS and end < len(words) and words[end] in _RECKONING


def _otherwise(items: Sequence[Item], rules: Rules) -> list[tuple[int, int]]:
    """Where a phrase stands that holds the words of a subject in another sense: "workers pay into the fund"."""
    may = rules.no_issues.among({item.word for item in items})
    if not may:
        return []
    return [
        (match.start, match.end)
        for at, item in enumerate(items)
        if item.word in may
        for _, pattern in may[item.word]
        if (match := pattern.find(items, at, 0, len(items), _no_slot)) is not None
    ]


def _inside(mention: IssueMention, low: int, high: int) -> bool:
    """Whether a longer stretch of items holds a mention."""
    return low <= mention.start and mention.end <= high and mention.end - mention.start < high - low


def figures(items: Sequence[Item], named: Sequence[IssueMention], rules: Rules) -> tuple[IssueMention, ...]:
    """The issues that bare figures stand for ("offered 12%"): those that no words of their own term put elsewhere."""
    found: list[IssueMention] = []
    counted = [at for at, item in enumerate(items) if item.quantity is not None]
    for at in counted:
        quantity = items[at].quantity
        if quantity is None or (at and items[at - 1].quantity is quantity):
            continue
        end = at + 1
        while end < len(items) and items[end].quantity is quantity:
            end += 1
        if end < len(items) and items[end].word == "of" and quantity.unit == "percent":
            continue  # a share of something
        low = next((i + 1 for i in range(at - 1, -1, -1) if items[i].word in _PARTS), 0)
        high = next((i for i in range(end, len(items)) if items[i].word in _PARTS), len(items))
        if any(item.word in rules.expense for item in items[low:high]):
            continue  # what something costs
        beside = [m.issue for m in named if low <= m.start < high]
        if not beside and quantity.unit == "percent" and at and items[at - 1].word == "by":
            continue  # the margin of a vote: "rejected the agreement by 90%"
        for issue in rules.figures:
            if any(quantity.is_a(kind) for kind in issue.implied_by) and all(
                issue.iri in (other.iri, *other.broader) or other.iri in issue.broader for other in beside
            ):
                found.append(IssueMention(at, end, issue, figure=True))
    if not found:
        return ()
    taken = {place for mention in named for place in range(mention.start, mention.end)}
    return tuple(m for m in found if taken.isdisjoint(range(m.start, m.end)))


def _no_slot(kind: str, items: Sequence[Item], at: int) -> int:
    return 0
