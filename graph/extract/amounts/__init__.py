"""Numbers that count something, to quantities with unit, denominator, hedge and what they count.

Units: ISO 4217 codes for money, "percent", "people", "votes", "days", "weeks", "months", "years", "hours", "minutes",
"subscribers", else the counted noun in the singular. Years, ages, dates and bare list numbers are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set

from graph.extract import steps
from graph.extract.amounts import counts, lengths, money, numerals, shares, votes
from graph.extract.amounts.taken import Taken
from graph.extract.fold import lower
from graph.model import Quantity, Span, TimeExpression

_DIGIT = re.compile(r"\d")


def find(
    text: str, *, spans: Sequence[Span] = (), times: Sequence[TimeExpression] = (), named: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """The quantities of a text in order, none overlapping; dates, and names with a number in them, are left alone."""
    low = lower(text)
    taken = Taken(
        t.span
        for t in times
        if t.kind in ("date", "interval", "clock") and t.rule not in ("anaphoric", "recent", "ago", "later")
    )
    for name in named:
        if _DIGIT.search(low, name.start, name.end) and not taken.meets(name):
            taken.add(name)
    out: list[Quantity] = []
    spans = spans or (Span(0, len(text)),)
    for span, words in zip(spans, steps.each(text, spans), strict=True):
        if not words.isdisjoint(_NUMERALS):
            out.extend(_in(low, span, words, taken))
    return tuple(sorted(out, key=lambda q: q.span))


def _in(low: str, span: Span, words: Set[str], taken: Taken) -> Iterator[Quantity]:
    places = numerals.places(low, span, words)
    found: list[Quantity] = []
    for reader, needs in _READERS:
        if words.isdisjoint(needs):
            continue
        for quantity in reader(low, span, places):
            if not taken.meets(quantity.span):
                taken.add(quantity.span)
                found.append(quantity)
    for quantity in counts.find(low, span, places, taken):
        if not taken.meets(quantity.span):
            taken.add(quantity.span)
            found.append(quantity)
    yield from found
    for quantity in counts.elided(low, span, places, sorted(found, key=lambda q: q.span)):
        if not taken.meets(quantity.span):
            yield quantity


def _either(words: str) -> frozenset[str]:
    """Nouns in both numbers."""
    return frozenset(form for word in words.split() for form in (word, f"{word}s"))


# A sentence without any of a reader's words or signs is not read by it.
_NUMERALS = frozenset("0123456789") | numerals.WORDS.keys() | {"half", "quarter", "dozen", "million", "billion"}
_READERS: tuple[tuple[Callable[[str, Span, Sequence[numerals.Place]], Iterator[Quantity]], frozenset[str]], ...] = (
    (
        money.find,
        frozenset("$£€₹¥₩₦")
        | _either("dollar pound euro cent rupee yen won rand peso naira shilling")
        | {"rs", "p", "pence", "kronor", "kroner", "reais"},
    ),
    (shares.find, frozenset(("%", "percent", "cent", "percentage", "pc", "pct"))),
    (votes.tallies, _either("vote count margin tally ballot ratio") | {"by"}),
    (votes.sides, frozenset("opposed against voted voting favor favour support participated".split())),
    (lengths.halves, frozenset(("half", "quarter"))),
    (
        counts.headcounts,
        _either("person member worker employee nurse teacher driver") | {"strong", "thousand", "half"},
    ),
    (lengths.find, _either("day week month year hour minute")),
)
