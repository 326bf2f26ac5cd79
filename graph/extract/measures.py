"""What a figure measures, in the article's words: the noun phrase behind it, else what stands before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from graph.extract.english import AUXILIARY, COORDINATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS
from graph.extract.rules import Rules
from graph.extract.tokens import Item
from graph.model import Quantity

_span = attrgetter("span")
_AHEAD = 7  # items of a phrase behind a figure
_BEHIND = 4  # items of one before it
_ENDS = COORDINATORS | RELATIVES | SUBORDINATORS | frozenset(("than", "rather", "versus", "not"))
_LOOSE = (
    PREPOSITIONS
    | AUXILIARY
    | frozenset(
        "the a an its their his her our this that up least most more less about around nearly almost only just another".split()
    )
)


def measure(quantity: Quantity, items: Sequence[Item], text: str, rules: Rules) -> str:
    """The words of the text that say what a figure measures: "of its members", "turnout"; "" where none does."""
    low = bisect_left(items, quantity.span[:1], key=_span)
    high = bisect_left(items, quantity.span[1:], low, key=_span)
    places = [at for at in range(low, high) if items[at].quantity is quantity]
    if not places:
        return quantity.noun
    behind = _ahead(items, places[-1] + 1, text, rules)
    if quantity.noun:
        counted = behind.removeprefix("of ")
        rest = "" if counted.lower().startswith(quantity.noun) else behind
        return f"{quantity.noun} {rest}".strip() if rest else counted or quantity.noun
    opening = items[places[-1] + 1].word if places[-1] + 1 < len(items) else ""
    aside = opening in _RATES or (opening in PREPOSITIONS and opening != "of")
    if aside:  # "a raise of 4% a year", "raises of 20% over four years"
        return _before(items, places[0], text, rules) or behind
    return behind or _before(items, places[0], text, rules)


_RATES = frozenset("a an per each every annually yearly hourly weekly".split())


def _ahead(items: Sequence[Item], at: int, text: str, rules: Rules) -> str:
    end = at
    while end < min(len(items), at + _AHEAD) and not _stops(items[end], rules):
        end += 1
    while end > at and (items[end - 1].word in _LOOSE or items[end - 1].word.endswith("ly")):
        end -= 1
    return _words(items[at:end], text)


def _before(items: Sequence[Item], at: int, text: str, rules: Rules) -> str:
    """The noun or verb whose figure this is: "turnout of 71 per cent", "the hospital has offered 57 cents"."""
    end = at
    while end > 0 and items[end - 1].word in _LOOSE:
        end -= 1
    start = end
    while start > max(0, end - _BEHIND):
        item = items[start - 1]
        verb = rules.finite(item.word)
        if item.kind != "word" or item.quantity is not None or item.word in _ENDS or item.word in _LOOSE:
            break
        if verb and start < end:
            break
        start -= 1
        if verb:
            break
    return _words(items[start:end], text)


def _stops(item: Item, rules: Rules) -> bool:
    mark = item.kind == "mark" and item.word not in ("'s", "'", "-", "&")
    return mark or item.kind == "time" or item.quantity is not None or item.word in _ENDS or rules.finite(item.word)


def _words(items: Sequence[Item], text: str) -> str:
    return " ".join(text[items[0].span.start : items[-1].span.end].split()) if items else ""
