"""Words that name a subject of bargaining, to concepts of the issue scheme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.rules import Rules
from graph.extract.tokens import Item
from ontology.lexicon import IssueEntry


@dataclass(frozen=True, slots=True)
class IssueMention:
    """Items `start` to `end` (half-open) that name an issue."""

    start: int
    end: int
    issue: IssueEntry


def find(items: Sequence[Item], rules: Rules) -> tuple[IssueMention, ...]:
    """The issues that a sentence names: the longest phrase wins, then the narrower concept."""
    found: list[IssueMention] = []
    for at, item in enumerate(items):
        for issue, pattern in rules.issues.get(item.word, ()):
            match = pattern.find(items, at, 0, len(items), _no_slot)
            if match is not None:
                found.append(IssueMention(match.start, match.end, issue))
    found.sort(key=lambda m: (m.start - m.end, -len(m.issue.broader), m.start, m.issue.notation))
    taken: set[int] = set()
    kept = []
    for mention in found:
        places = set(range(mention.start, mention.end))
        if not places & taken:
            taken |= places
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


def _no_slot(kind: str, items: Sequence[Item], at: int) -> int:
    return 0
