"""Words that name a subject of bargaining, to concepts of the issue scheme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.tokens import Item, Places
from graph.model import Sentence
from ontology import lists
from ontology.lexicon import IssueEntry


class IssueMention(NamedTuple):
    """Items `start` to `end` (half-open) that name an issue."""

    start: int
    end: int
    issue: IssueEntry
    figure: bool = False  # a bare figure, which is about its usual subject only in a move


# Words that part one term of an offer from the next.
_PARTS = frozenset((",", ";", ":", "and", "or", "plus", "but", "while", "if"))


def all_of(items: Sequence[Item], places: Places, rules: Rules) -> tuple[IssueMention, ...]:
    """The issues that a sentence names in words, and those that its bare figures stand for, in order."""
    worded = find(items, places, rules)
    counted = figures(items, worded, places, rules) if places.counted else ()
    return tuple(sorted((*worded, *counted), key=lambda m: m.start)) if counted else worded


def of_sentence(sentence: Sentence, findings: Findings, rules: Rules) -> tuple[IssueMention, ...]:
    """Those of a whole sentence, looked for once however many ask."""
    found = findings.named.get(sentence.span)
    if found is None:
        items = findings.items(sentence)
        found = findings.named[sentence.span] = all_of(items, Places(items), rules)
    return found


def find(items: Sequence[Item], places: Places, rules: Rules) -> tuple[IssueMention, ...]:
    """The issues that a sentence names: the longest phrase wins, then the narrower concept."""
    found: list[IssueMention] = []
    for word, entries in rules.issues.among(places.held).items():
        for at in places.of[word]:
            for issue, pattern in entries:
                match = pattern.find(items, at, 0, len(items), _people)
                if match is not None and not _moment(places.words, match.end):
                    found.append(IssueMention(match.start, match.end, issue))
    if not found:
        return ()
    others = _otherwise(items, places, rules)
    if others:
        found = [m for m in found if not any(_inside(m, low, high) for low, high in others)]
    found.sort(key=lambda m: (m.start - m.end, -len(m.issue.broader), m.start, m.issue.notation))
    taken: set[int] = set()
    kept = []
    for mention in found:
        own = range(mention.start, mention.end)
        if taken.isdisjoint(own):
            taken.update(own)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


_UNITS = frozenset("hours days weeks months years".split())
_RECKONING = frozenset("before after later earlier ago ahead".split())


def _moment(words: Sequence[str], end: int) -> bool:
    """Whether a phrase only says how long before or after something else: "settled hours before the deadline"."""
    return words[end - 1] in _UNITS and end < len(words) and words[end] in _RECKONING


def _otherwise(items: Sequence[Item], places: Places, rules: Rules) -> list[tuple[int, int]]:
    """Where a phrase stands that holds the words of a subject in another sense: "workers pay into the fund"."""
    return [
        (match.start, match.end)
        for word, entries in rules.no_issues.among(places.held).items()
        for at in places.of[word]
        for _, pattern in entries
        if (match := pattern.find(items, at, 0, len(items), _people)) is not None
    ]


def _inside(mention: IssueMention, low: int, high: int) -> bool:
    """Whether a longer stretch of items holds a mention."""
    return low <= mention.start and mention.end <= high and mention.end - mention.start < high - low


def figures(
    items: Sequence[Item], named: Sequence[IssueMention], places: Places, rules: Rules
) -> tuple[IssueMention, ...]:
    """The issues that bare figures stand for ("offered 12%"): those that no words of their own term put elsewhere."""
    found: list[IssueMention] = []
    topic = _fronted(items, named, places)
    for at in places.counted:
        quantity = items[at].quantity
        if quantity is None or (at and items[at - 1].quantity is quantity):
            continue
        end = at + 1
        while end < len(items) and items[end].quantity is quantity:
            end += 1
        share = end < len(items) and quantity.unit == "percent"
        if share and (items[end].word == "of" or items[end].word in rules.words(lists.VOTED)):
            continue  # a share of something, or of the votes
        low = next((i + 1 for i in range(at - 1, -1, -1) if places.words[i] in _PARTS), 0)
        high = next((i for i in range(end, len(items)) if places.words[i] in _PARTS), len(items))
        if not rules.expense.isdisjoint(places.words[low:high]):
            continue  # what something costs
        if not rules.words(lists.SO_FAR).isdisjoint(places.words[max(low, at - 3) : at]):
            continue  # what is paid already: "double their current 4 cents"
        if low > 1 and places.words[low] in _GOES_ON and places.words[low - 1] == ",":
            # "doubling the disc residual, to about 8 cents": the part before tells what it is of
            low = next((i + 1 for i in range(low - 2, -1, -1) if places.words[i] in _PARTS), 0)
        beside = [m.issue for m in named if low <= m.start < high]
        voted = not rules.words(lists.ANSWERING).isdisjoint(places.words[low:at])
        if not beside and voted and quantity.unit == "percent" and items[at - 1].word == "by":
            continue  # the margin of a vote: "rejected the agreement by 90%"
        for issue in rules.figures if topic is None or beside else ():
            if any(quantity.is_a(kind) for kind in issue.implied_by) and all(
                issue.iri in (other.iri, *other.broader) or other.iri in issue.broader for other in beside
            ):
                found.append(IssueMention(at, end, issue, figure=True))
        if topic is not None and not beside and any(quantity.is_a(k) for i in rules.figures for k in i.implied_by):
            found.append(IssueMention(at, end, topic, figure=True))
    if not found:
        return ()
    taken = {place for mention in named for place in range(mention.start, mention.end)}
    return tuple(m for m in found if taken.isdisjoint(range(m.start, m.end)))


_GOES_ON = frozenset("to from up down about roughly nearly almost around now currently".split())


def _fronted(items: Sequence[Item], named: Sequence[IssueMention], places: Places) -> IssueEntry | None:
    """What a sentence says first that it is about: "On pensions, the union says 8 percent is enough"."""
    if not named or places.words[0] not in _FRONTS:
        return None
    first = named[0]
    closed = first.end < len(items) and places.words[first.end] == ","
    return first.issue if closed and 0 < first.start <= _OPENING else None


_FRONTS = frozenset(("on", "regarding", "concerning", "for"))
_OPENING = 3  # items before the subject that a sentence opens with: "On the question of pay, "


def _people(kind: str, items: Sequence[Item], at: int) -> int:
    """The width of a figure of people at a place, the one slot that words for a subject know: "hire 60 nurses"."""
    quantity = items[at].quantity
    if kind != "people" or quantity is None or quantity.unit != kind:
        return 0
    return next((width for width in range(1, len(items) - at) if items[at + width].quantity is not quantity), 1)
