"""Numbers that count people or things, with the counted noun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from graph.extract.amounts import numerals
from graph.extract.amounts.counted import Counted
from graph.extract.amounts.taken import Taken
from graph.extract.words import Words
from graph.model import Quantity, Span
from ontology import lists

_SCALES = r"(?:thousand|million|billion|hundred|dozen|lakh\scrores?|lakhs?|crores?)\b"
_COUNT = re.compile(
    rf"{numerals.HEDGE}(?<![\w.$,/#])(?P<low>{numerals.NUM}|{numerals.SPELLED}|(?:half\s)?an?(?=\s(?:million|billion|dozen)\b))(?P<scale>(?:\s{_SCALES})?)(?:-odd|-plus)?"
    rf"(?:{numerals.TO}(?P<high>{numerals.NUM}|{numerals.SPELLED})(?P<scale2>(?:\s{_SCALES})?))?(?![\w%]|[.,:/]\d|-\w)"
)
_AND_A_HALF = re.compile(
    rf"{numerals.HEDGE}(?<![\w.$,])(?P<low>{numerals.NUM}|{numerals.SPELLED})\sand\sa\shalf\s(?P<scale>thousand|million|billion)\b"
)
_ELIDED = re.compile(
    rf"{numerals.HEDGE}(?<![\w.$,/#:-])(?P<low>\d{{1,3}}(?:,\d{{3}})+)(?=\s(?:in|at|of|from|more|were|are|have|who|will|would|are|walked|voted|joined)\b)"
)  # the counted noun is that of the figure before
_ELIDED_FEW = re.compile(
    rf"(?:\band\s(?:another\s)?|\banother\s){numerals.HEDGE}(?<![\w.$,/#:-])(?P<low>\d{{2,3}})(?=\s(?:in|at|from|more|were|are|who|struck|walked|voted|joined|went|picketed)\b)"
)  # "1,200 drivers struck in May and another 350 in June"
_OWN = (" her ", " his ", " my ")
_VAGUE_ONE = frozenset(("one", "zero"))
_PART_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|[\w'&-]+(?:\s[\w'&-]+){0,3}'s?\s)?")
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r",? and |, ")
_SHORT = re.compile(r"\s\([a-z&./-]{2,12}\)")  # initials behind a name
_OF_US = re.compile(r"\sof\s(?:us|them|you)\b")


class _Patterns:
    """Numbers of people tied to a noun, and words before a number that counts nothing."""

    def __init__(self, words: Words) -> None:
        self.headcount = re.compile(
            rf"{numerals.HEDGE}(?<![\w.$,/#])(?P<low>{numerals.NUM}|{numerals.SPELLED})(?P<scale>(?:-thousand)?)"
            rf"(?:-{words.either(lists.COUNTED_HYPHEN)}\b(?!-)|(?<=-thousand)(?=\s(?P<noun>[a-z]+s)\b))"
        )  # "the 160,000-person union", "15-thousand nurses"
        self.strength = re.compile(
            rf"\b{words.either(lists.COUNTED_BODY)}\s(?:of|is|was|{words.either(lists.AMOUNTING)})\s"
            rf"{numerals.HEDGE}(?P<low>{numerals.NUM})(?P<scale>{numerals.SCALES})(?![\w%]|\s?(?:%|percent|per\scent)|[.,]\d)"
        )  # "a membership of 135,000"
        self.no_count = re.compile(rf"\b{words.either(lists.NUMBER_NOT)}\s$")


def find(
    low: str,
    span: Span,
    places: Sequence[numerals.Place],
    taken: Taken,
    words: Words,
    named: Mapping[int, int] = MappingProxyType({}),
) -> Iterator[Quantity]:
    """Numbers with a counted noun, where no other figure or date stands. `named` maps where a name starts to its end: the noun
    may stand behind it ("12,000 City of Perth workers").
    """
    told, counted = words.of(_Patterns), words.of(Counted)
    for match in numerals.each(_COUNT, low, span, places):
        here = Span(match.start("low"), match.end())
        if taken.meets(here):
            continue
        first = numerals.value(match["low"], match["scale"])
        last = numerals.value(match["high"], match["scale2"]) if match["high"] else first
        if first is None or last is None:
            continue
        before = low[max(span.start, match.start() - 14) : match.start()]
        if before.endswith(_OWN):
            continue  # somebody's own: "her four children"
        if told.no_count.search(before) or low[max(0, match.start("low") - 1)] in "-–#'":
            continue
        noun, end = counted.phrase(low, behind := _behind_names(low, match.end(), named), span)
        if behind > match.end() and counted.unit(noun) is None:
            noun, end = counted.phrase(low, match.end(), span)
        unit = counted.unit(noun)
        spelled = not match["low"][0].isdigit() and not match["scale"].strip()
        if unit is None and (us := _OF_US.match(low, match.end(), span.end)) is not None:
            unit, noun, end = "people", us[0].split()[-1], us.end()
        if unit is None:
            continue
        if spelled and (match["low"] in _VAGUE_ONE or (unit not in ("people", "votes", "subscribers") and first < 4)):
            continue
        if spelled and first < 4 and unit == "people" and not match.groupdict().get("hedge"):
            continue
        if numerals.year_like(match["low"]) and unit not in ("people", "votes", "subscribers"):
            continue
        if match["high"] and first > last:
            yield Quantity(
                Span(match.start(), match.end("low")), first, first, unit, hedge=numerals.hedged(match), noun=noun
            )
            yield Quantity(Span(match.start("high"), end), last, last, unit, noun=noun)
            continue
        if match["high"] and numerals.apart(low, match, span.start):
            continue
        if _DIGIT.search(low, match.end(), end):
            end = match.end()  # "27 of the current 35 shows": the whole is a figure of its own
        yield Quantity(Span(match.start(), end), first, last, unit, hedge=numerals.hedged(match), noun=noun)


def _behind_names(low: str, at: int, named: Mapping[int, int]) -> int:
    """Where the names end that stand right behind a number, listed or alone; the number's end where none does."""
    while (end := named.get(at + 1)) is not None:
        short = _SHORT.match(low, end)
        end = end if short is None else short.end()
        joint = _JOINT.match(low, end)
        if joint is None or joint.end() not in named:
            return end
        at = joint.end() - 1
    return at


def headcounts(low: str, span: Span, places: Sequence[numerals.Place], words: Words) -> Iterator[Quantity]:
    """ "the 160,000-person union", "15-thousand nurses", "eleven and a half thousand writers"."""
    told, counted = words.of(_Patterns), words.of(Counted)
    for match in numerals.each(told.headcount, low, span, places):
        value = numerals.value(match["low"], match["scale"].strip("-"))
        if value is None or value < 2 or (match["noun"] and counted.unit_of(match["noun"]) is None):
            continue
        yield Quantity(
            numerals.whole(match), value, value, "people", hedge=numerals.hedged(match), noun=match["noun"] or "members"
        )
    for match in told.strength.finditer(low, span.start, span.end):
        value = numerals.value(match["low"], match["scale"])
        if value is not None and not numerals.year_like(match["low"]):
            place = Span(match.start("low"), match.end("scale"))
            yield Quantity(place, value, value, "people", hedge=numerals.hedged(match), noun="members")
    for match in numerals.each(_AND_A_HALF, low, span, places) if low.find("half", *span) >= 0 else ():
        value = numerals.value(match["low"])
        noun, end = counted.phrase(low, match.end(), span)
        unit = counted.unit(noun)
        if value is not None and unit is not None:
            value = (value + Decimal("0.5")).scaleb(numerals.SCALE[match["scale"]])
            yield Quantity(Span(match.start(), end), value, value, unit, hedge=numerals.hedged(match), noun=noun)


def elided(low: str, span: Span, places: Sequence[numerals.Place], found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "5,000 drivers in Ohio and over 2,300 in Texas": the noun of the count before, or of the one it is part of."""
    people = [q for q in found if q.unit == "people"]
    if not people:
        return
    few = (match for match in _ELIDED_FEW.finditer(low, span.start, span.end))
    for match in (*numerals.each(_ELIDED, low, span, places), *few):
        at = bisect_left(people, match.end(), key=lambda q: q.span.start)
        value = numerals.value(match["low"])
        source = people[at - 1] if at else None
        if at < len(people) and _PART_OF.fullmatch(low, match.end(), people[at].span.start):
            source = people[at]
        if source is not None and value is not None and not source.span.meets(Span(match.start(), match.end())):
            place = Span(match.start("low"), match.end("low")) if match.re is _ELIDED_FEW else numerals.whole(match)
            yield Quantity(place, value, value, "people", hedge=numerals.hedged(match), noun=source.noun)
