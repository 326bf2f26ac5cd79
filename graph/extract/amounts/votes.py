"""Ballots: tallies of two sides, and the number of either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extract.amounts import numerals
from graph.extract.words import Words
from graph.model import Quantity, Span
from ontology import lists

_OPPOSED = re.compile(
    r"(?=[\d.v])(?:"  # what one of these begins with
    rf"(?P<low>{numerals.NUM})\s(?:votes?\s|members\s)?(?:voted\s)?(?:who\s(?:participated|voted)|opposed|against|voted\s(?:no|against)|voting\s(?:no|against)|in\s(?:favou?r|support))\b|"
    rf"\bvoted\s(?:[a-z]+\s)?(?P<yes>{numerals.NUM})\s?[-–]\s?(?P<no>{numerals.NUM})\b|"
    rf"(?<![\w.$,-])(?P<ayes>{numerals.NUM})\s?(?:-to-|\sto\s|[-–])\s?(?P<noes>{numerals.NUM})\s(?:[a-z-]+\s)?vote\b)"
)
_PART = re.compile(r"\bof\s(?:its|the|their|our)\s$")


def _tally(words: Words) -> re.Pattern[str]:
    """Two numbers that are the sides of one vote."""
    return re.compile(
        rf"(?:\b{words.either(lists.TALLY)}\b[^.\d]{{0,20}}?)(?P<low>{numerals.NUM})(?:\s(?:voting\s)?(?:yes|in\sfavor|in\sfavour|for|votes))?"
        rf"(?:\s?(?:to|-|–)\s?|,?\s(?:and|against)\s)(?P<high>{numerals.NUM})(?!\s?(?:percent|per cent|%|days|weeks|months|years|hours))"
    )


def tallies(low: str, span: Span, places: Sequence[numerals.Place], words: Words) -> Iterator[Quantity]:
    """ "a vote of 1,897 to 4,244": both sides of one ballot."""
    for match in words.of(_tally).finditer(low, span.start, span.end):
        for group in ("low", "high"):
            value = numerals.value(match[group])
            if value is not None and value == value.to_integral_value():
                yield Quantity(Span(match.start(group), match.end(group)), value, value, "votes", noun="votes")


def sides(low: str, span: Span, places: Sequence[numerals.Place], words: Words) -> Iterator[Quantity]:
    """ "198 opposed", "voted 512-48", "in a 25-to-6 vote"."""
    for match in _OPPOSED.finditer(low, span.start, span.end):
        for group in ("low", "yes", "no", "ayes", "noes"):
            value = numerals.value(match[group]) if match[group] else None
            if group == "low" and _PART.search(low, max(span.start, match.start() - 10), match.start()):
                continue  # "90% of its 45,000 members voted in favour"
            if value is not None and not numerals.year_like(match[group]):
                yield Quantity(Span(match.start(group), match.end(group)), value, value, "votes", noun="votes")
