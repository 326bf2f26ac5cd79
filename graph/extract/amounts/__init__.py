"""Numbers that count something, to quantities with unit, denominator, hedge and what they count.

Units: ISO 4217 codes for money, "percent", "people", "votes", "days", "weeks", "months", "years", "hours", "minutes",
"subscribers", else the counted noun in the singular. Years, ages, dates and bare list numbers are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from graph.extract.amounts import counts, lengths, money, numerals, shares, votes
from graph.extract.amounts.taken import Taken
from graph.extract.fold import lower
from graph.model import Quantity, Span, TimeExpression

_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(r"\d|\b(?:" + "|".join(numerals.WORDS) + r"|half|quarter|dozen|million|billion)\b")


def find(
    text: str, *, spans: Sequence[Span] = (), times: Sequence[TimeExpression] = (), named: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """The quantities of a text in order, none overlapping; dates, and names with a number in them, are left alone."""
    low = lower(text)
    taken = Taken(
        t.span
        for t in times
        if t.kind in ("date", "interval", "clock") and t.rule not in ("anaphoric", "recent", "ago")
    )
    for name in named:
        if _DIGIT.search(low, name.start, name.end) and not taken.meets(name):
            taken.add(name)
    out: list[Quantity] = []
    for span in spans or (Span(0, len(text)),):
        out.extend(_in(low, span, taken))
    return tuple(sorted(out, key=lambda q: q.span))


def _in(low: str, span: Span, taken: Taken) -> Iterator[Quantity]:
    if _NUMERAL.search(low, span.start, span.end) is None:
        return
    found: list[Quantity] = []
    for reader, needs in _READERS:
        if needs.search(low, span.start, span.end) is None:
            continue
        for quantity in reader(low, span):
            if not taken.meets(quantity.span):
                taken.add(quantity.span)
                found.append(quantity)
    for quantity in counts.find(low, span, taken):
        if not taken.meets(quantity.span):
            taken.add(quantity.span)
            found.append(quantity)
    yield from found
    for quantity in counts.elided(low, span, sorted(found, key=lambda q: q.span)):
        if not taken.meets(quantity.span):
            yield quantity


_READERS: tuple[tuple[Callable[[str, Span], Iterator[Quantity]], re.Pattern[str]], ...] = (
    (
        money.find,
        re.compile(
            r"[$£€₹¥₩₦]|\brs\b|\b(?:dollar|pound|euro|cent|rupee|yen|won|rand|peso|krono?r|kroner|naira|shilling|reais|pence)|\dp\b"
        ),
    ),
    (shares.find, re.compile(r"%|\bper\s?cent")),
    (votes.tallies, re.compile(r"\d")),
    (votes.sides, re.compile(r"\b(?:opposed|against|voted|voting|favou?r|support)\b")),
    (lengths.halves, re.compile(r"\b(?:half|quarter)\b")),
    (
        counts.headcounts,
        re.compile(r"-(?:person|member|worker|strong|employee|nurse|teacher|driver|thousand)\b|\band\sa\shalf\b"),
    ),
    (lengths.find, re.compile(r"\b(?:day|week|month|year|hour|minute)")),
)
