"""Percentages, single, ranged and listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from graph.extract.amounts import numerals
from graph.extract.words import Words
from graph.model import Quantity, Span

_PERCENT = re.compile(
    rf"{numerals.HEDGE}(?<![\w.$])(?P<low>{numerals.NUM}|{numerals.SPELLED})(?:\s?(?:%|percent|per\scent|pct?(?=\s)))?"
    rf"(?:{numerals.TO}(?P<high>{numerals.NUM}|{numerals.SPELLED}))?\s?-?(?:%|percent\b|per\scent\b|percentage\spoints?\b|(?:(?<=\d)|(?<=\d\s))pct?\b)"
)
_COUNTED = re.compile(r"\b(?:year|month|week|day|phase|part|stage|season|round|step)\s$")
_OF = re.compile(r"\s?of (?:(?:the|its|their|all|our|his|her)\s)*((?:[a-z'-]+\s?){1,3})")
_LISTED = re.compile(rf"(?P<value>{numerals.NUM}),\s$")


def find(low: str, span: Span, places: Sequence[numerals.Place], words: Words) -> Iterator[Quantity]:
    """Percentages; two of a range are one, two that "and" joins are two."""
    for match in numerals.each(_PERCENT, low, span, places):
        first = numerals.value(match["low"])
        last = numerals.value(match["high"]) if match["high"] else first
        if first is None or last is None:
            continue
        if match["high"] and _COUNTED.search(low, max(span.start, match.start("low") - 8), match.start("low")):
            yield Quantity(Span(match.start("high"), match.end()), last, last, "percent")  # "in year one and 3 percent"
            continue
        listed = _list_before(low, match, span)
        for value, place in listed:
            yield Quantity(place, value, value, "percent")
        if match["high"] and first > last:
            cut = match.start("high")
            yield Quantity(
                Span(match.start("low"), match.end("low")), first, first, "percent", hedge=numerals.hedged(match)
            )
            yield Quantity(Span(cut, match.end()), last, last, "percent")
            continue
        if match["high"] and numerals.apart(low, match, span.start):
            yield Quantity(
                Span(match.start("low"), match.end("low")), first, first, "percent", hedge=numerals.hedged(match)
            )
            yield Quantity(Span(match.start("high"), match.end()), last, last, "percent")
            continue
        yield Quantity(
            numerals.whole(match),
            first,
            last,
            "percent",
            hedge=numerals.hedged(match),
            noun=_tail(low, match.end(), span),
        )


def _list_before(low: str, match: re.Match[str], span: Span) -> list[tuple[Decimal, Span]]:
    """The earlier members of "5, 4 and 3.5 percent"."""
    out: list[tuple[Decimal, Span]] = []
    end = match.start("low")
    while (found := _LISTED.search(low, max(span.start, end - 12), end)) is not None:
        value = numerals.value(found["value"])
        if value is None or value > 100:
            break
        out.append((value, Span(found.start("value"), found.end("value"))))
        end = found.start("value")
    return list(reversed(out)) if match["high"] else []


def _tail(low: str, end: int, span: Span) -> str:
    found = _OF.match(low[end : min(span.end, end + 50)])
    return " ".join(found[1].split()[:2]) if found else ""
