"""Numbers that count something, to quantities with unit, denominator, hedge and what they count.

Units: ISO 4217 codes for money, "percent", "people", "votes", "days", "weeks", "months", "years", "hours", "minutes",
"subscribers", else the counted noun in the singular. Years, ages, dates and bare list numbers are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from graph.extract import steps
from graph.extract.amounts import counts, lengths, money, numerals, shares, votes
from graph.extract.amounts.taken import Taken
from graph.extract.fold import lower
from graph.extract.words import Words
from graph.model import Quantity, Span, TimeExpression
from ontology import lists

_DIGIT = re.compile(r"\d")


def find(
    text: str,
    vocabulary: Words,
    *,
    spans: Sequence[Span] = (),
    times: Sequence[TimeExpression] = (),
    named: Sequence[Span] = (),
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
    ends = {name.start: name.end for name in named}
    out: list[Quantity] = []
    spans = spans or (Span(0, len(text)),)
    for span, words in zip(spans, steps.each(text, spans), strict=True):
        if not words.isdisjoint(_NUMERALS):
            out.extend(_in(low, span, words, taken, vocabulary, ends))
    return tuple(sorted(out, key=lambda q: q.span))


def _in(
    low: str, span: Span, words: Set[str], taken: Taken, vocabulary: Words, ends: Mapping[int, int]
) -> Iterator[Quantity]:
    places = numerals.places(low, span, words)
    found: list[Quantity] = []
    for reader, needs in vocabulary.of(_readers):
        if words.isdisjoint(needs):
            continue
        for quantity in reader(low, span, places, vocabulary):
            if not taken.meets(quantity.span):
                taken.add(quantity.span)
                found.append(quantity)
    for quantity in counts.find(low, span, places, taken, vocabulary, ends):
        if not taken.meets(quantity.span):
            taken.add(quantity.span)
            found.append(quantity)
    yield from found
    for quantity in counts.elided(low, span, places, sorted(found, key=lambda q: q.span)):
        if not taken.meets(quantity.span):
            yield quantity


def _plurals(nouns: Iterable[str]) -> frozenset[str]:
    """Nouns in both numbers."""
    return frozenset(form for noun in nouns for form in (noun, f"{noun}s"))


_NUMERALS = (
    frozenset("0123456789")
    | numerals.WORDS.keys()
    | lengths.ORDINALS
    | {"half", "quarter", "dozen", "million", "billion"}
)
_Reader = Callable[[str, Span, Sequence[numerals.Place], Words], Iterator[Quantity]]


def _readers(words: Words) -> tuple[tuple[_Reader, frozenset[str]], ...]:
    """The readers in their order, each with the words and signs of which a sentence must hold one."""
    return (
        (
            money.find,
            frozenset("$£€₹¥₩₦")
            | _plurals("dollar pound euro cent rupee yen won rand peso naira shilling".split())
            | {"r", "rs", "p", "pence", "kronor", "kroner", "reais"}
            | money.CODES,
        ),
        (shares.find, frozenset(("%", "percent", "cent", "percentage", "pc", "pct"))),
        (votes.tallies, _plurals(words.words(lists.TALLY))),
        (votes.sides, frozenset("opposed against vote voted voting favor favour support participated".split())),
        (lengths.halves, frozenset(("half", "quarter", *"/½¼¾"))),
        (
            counts.headcounts,
            _plurals(words.words(lists.COUNTED_HYPHEN)) | words.words(lists.COUNTED_BODY) | {"thousand", "half"},
        ),
        (lengths.find, _plurals("day week month year hour minute".split())),
    )
