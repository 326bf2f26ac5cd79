"""Lengths of time: whole, halved, and counted by an ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from graph.extract.amounts import numerals
from graph.extract.times import words as times
from graph.extract.words import Words
from graph.model import Quantity, Span
from ontology import lists

_TIME = {
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "hour": "hours",
    "minute": "minutes",
    "hr": "hours",
}
_FRACTION = re.compile(
    rf"{numerals.HEDGE}(?P<number>{numerals.SPELLED}|a)[\s-]and[\s-]a[\s-](?P<part>half|quarter)[\s-](?P<unit>day|week|month|year|hour)s?\b|(?P<one>a|an|one)\s(?P<unit2>day|week|month|year|hour)\sand\sa\s(?P<part2>half|quarter)\b"
)
_SLASHED = re.compile(
    rf"{numerals.HEDGE}(?<![\w.$,/])(?P<number>\d{{1,2}})(?:[\s-]?(?P<part>1/2|1/4|3/4)|\s?(?P<sign>[½¼¾]))[\s-](?P<unit>day|week|month|year|hour)s?\b"
)  # "a 4-1/2-month strike", "9½ months"
_PARTS = {"1/2": "0.5", "½": "0.5", "1/4": "0.25", "¼": "0.25", "3/4": "0.75", "¾": "0.75"}
_NTH = re.compile(r"\b(?:its|their|his|the)\s(\d{1,3})(?:st|nd|rd|th)\s(day|week|month)\b")
ORDINALS = frozenset(times.ORDINALS) - {"first"}
_AGE = re.compile(r"-?\s?years?[- ]olds?\b")
# "four gruelling days", but not "on 12 of those days" or "in 2019 most weeks".
_ANY_ADJECTIVE = (
    r"(?!(?:after|before|every|many|most|some|several|these|those|this|that|their|until|over|about|last|next|first|second|"
    r"other|later|each|from|with|within)\b)[a-z]{4,}"
)
_VAGUE_ONE = frozenset(("one", "zero"))


class _Patterns:
    """Lengths and the ages of things."""

    def __init__(self, words: Words) -> None:
        self.whole = re.compile(
            rf"{numerals.HEDGE}(?<![\w.$,])(?P<low>{numerals.NUM}|{numerals.SPELLED})(?:-?{numerals.TO}(?P<high>{numerals.NUM}|{numerals.SPELLED}))?"
            rf"(?P<join>[\s-])(?:(?:{words.either(lists.LENGTH_ADJECTIVE)}|{_ANY_ADJECTIVE})\s)?(?P<unit>day|week|month|year|hour|minute)s?\b(?!-?\s?old)"
        )
        self.old = re.compile(
            rf"(?<![\w.$,])(?P<low>{numerals.NUM}|{numerals.SPELLED})-(?P<unit>day|week|month|year)-old\s(?:[a-z]+\s)?{words.either(lists.AGED_THING)}\b"
        )  # a person's age is no figure, a contract's is
        # "residuals for one-hour shows": of what kind they are, not how long something went on
        self.kind = re.compile(rf"\s(?:[a-z]+\s)?{words.either(lists.WORK_NOUN)}s?\b")
        self.in_a_row = re.compile(
            rf"\b(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS))})\s(?P<row>{words.either(lists.IN_A_ROW)}\s)?"
            rf"(?P<unit>day|week|month)\b(?(row)|(?=\s{words.either(lists.COUNTED_STRIKE)}\b))"
        )
        self.lasting = re.compile(rf"\b{words.either(lists.LASTING)}\s$")


def halves(low: str, span: Span, places: Sequence[numerals.Place], words: Words) -> Iterator[Quantity]:
    """ "a year and a half"."""
    for match in _FRACTION.finditer(low, span.start, span.end):
        number = Decimal(1) if match["one"] or match["number"] == "a" else numerals.value(match["number"])
        part = match["part"] or match["part2"]
        unit = match["unit"] or match["unit2"]
        value = (number or Decimal(1)) + (Decimal("0.5") if part == "half" else Decimal("0.25"))
        yield Quantity(numerals.whole(match), value, value, _TIME[unit], hedge=numerals.hedged(match))
    for match in _SLASHED.finditer(low, span.start, span.end):
        value = Decimal(match["number"]) + Decimal(_PARTS[match["part"] or match["sign"]])
        yield Quantity(numerals.whole(match), value, value, _TIME[match["unit"]], hedge=numerals.hedged(match))


def find(low: str, span: Span, places: Sequence[numerals.Place], words: Words) -> Iterator[Quantity]:
    """ "118 days", "a four-year contract", "its 92nd day"."""
    told = words.of(_Patterns)
    for match in numerals.each(told.whole, low, span, places):
        first = numerals.value(match["low"])
        last = numerals.value(match["high"]) if match["high"] else first
        if first is None or last is None or first > last or _AGE.match(low, match.end("unit") - len(match["unit"])):
            continue
        if match["join"] == "-" and match["unit"] in ("hour", "minute") and told.kind.match(low, match.end()):
            continue
        if match["low"] in _VAGUE_ONE and match["join"] == " " and not match.groupdict().get("hedge"):
            continue
        if (
            match["hedge"] == "over"
            and told.lasting.search(low, max(span.start, match.start() - 12), match.start()) is None
        ):
            place = Span(match.start("low"), match.end())  # "a 4% raise over three years" says when, not more than
            yield Quantity(place, first, last, _TIME[match["unit"]])
            continue
        yield Quantity(numerals.whole(match), first, last, _TIME[match["unit"]], hedge=numerals.hedged(match))
    for match in numerals.each(told.old, low, span, places) if low.find("-old", *span) >= 0 else ():
        value = numerals.value(match["low"])
        if value is not None:
            yield Quantity(Span(match.start(), match.end("unit")), value, value, _TIME[match["unit"]])
    for match in _NTH.finditer(low, *span) if any(low[place.number].isdigit() for place in places) else ():
        value = Decimal(match[1])
        yield Quantity(Span(match.start(1), match.end()), value, value, _TIME[match[2]])
    for match in told.in_a_row.finditer(low, span.start, span.end):
        count = times.ordinal(match["ordinal"])
        if count is not None and count > 1:
            yield Quantity(Span(match.start(), match.end()), Decimal(count), Decimal(count), _TIME[match["unit"]])
