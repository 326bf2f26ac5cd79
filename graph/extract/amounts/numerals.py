"""How numbers are written: digits and words, scales, hedges and denominators, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from graph.extract.words import Words, either
from graph.model import Span
from ontology import lists

WORDS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALE = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mm": 6, "million": 6, "b": 9, "bn": 9, "billion": 9, "t": 12, "tn": 12, "trn": 12, "trillion": 12,
    "hundred": 2, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "lakh crore": 12,
}  # fmt: skip
_ARTICLES = {"a": Decimal(1), "an": Decimal(1), "half a": Decimal("0.5")}  # before a scale: "half a million"
_HEDGES = {
    **dict.fromkeys(("more than", "over", "above", "upwards of", "north of", "just over", "well over"), "over"),
    **dict.fromkeys(("slightly more than", "exceeding", "topping", ">"), "over"),
    **dict.fromkeys(("fewer than", "less than", "under", "below", "just under"), "under"),
    **dict.fromkeys(("at least", "no fewer than", "as few as"), "at least"),
    **dict.fromkeys(("at most", "up to", "as many as", "as much as", "no more than"), "at most"),
    **dict.fromkeys(("nearly", "almost", "close to"), "nearly"),
}
# Thousands stand apart by commas or, in South Africa, Canada and France, by spaces; there a comma is the decimal mark of a share.
NUM = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]\d|[\d:])|\d+,\d{1,2}(?=\s?(?:%|per\s?cent))|"
    r"\d+(?:\.\d+)?|\.\d+"
)
SPELLED = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen"
)
_HEDGING = (
    r"more than|no more than|no fewer than|fewer than|less than|at least|at most|up to|as many as|as much as|"
    r"as few as|over|under|above|below|nearly|almost|close to|about|around|roughly|approximately|some|an estimated|"
    r"an average of|upwards of|north of|just over|just under|well over|slightly more than|exceeding|topping|>|~"
)
HEDGE = rf"(?:(?=[a-z>~])(?P<hedge>{_HEDGING})\s+(?:the\s+)?)?"  # begun by none of the digits and signs
_HEDGE_BEFORE = re.compile(rf"(?:{_HEDGING})\s+(?:the\s+)?$")
# The ends of all hedges, without the article that may follow: cheaper to ask than the pattern.
_HEDGE_ENDS = tuple({hedge.rpartition(" ")[2] for hedge in _HEDGING.split("|")})
WINDOW = 32  # characters that the longest hedge takes
_LED = frozenset(("million", "billion", "dozen"))
_DIGITS = re.compile(r"[.\d](?:(?<=\d)|(?=\d))[\d,.]*")
_SPELT = re.compile(rf"\b{either(WORDS)}\b")
_SCALED = re.compile(r"\b(?:half\s)?an?\s(?:million|billion|dozen)\b")
SCALES = r"(?:[\s-]?(?:thousand|million|billion|trillion|lakh\scrores?|lakhs?|crores?|bn|mn|trn|tn|[kmb])\b)?"


def per(words: Words) -> str:
    """What an amount is paid or counted for, where the text tells it: "per episode", "a year", "hourly"."""
    return (
        rf"(?:\s?(?:/|-?(?:per|an?|each|every)[\s-]+)(?P<per>year|yr|month|week|day|hour|hr|{words.either(lists.PER_NOUN)})\b"
        r"|(?P<annual>\s(?:annually|yearly|a\syear|each\syear|per\sannum))|\s(?P<rate>hourly|daily|weekly|monthly)\b)?"
    )


TO = r"\s?(?:-|–|—|to|and|or)\s?"
_JOINED = re.compile(r"\b(?:and|or)\b")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_PARTED = re.compile(r"[, \u00a0\u202f]")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


@lru_cache(maxsize=4096)
def value(number: str, scale: str = "") -> Decimal | None:
    """What digits or number words and their scale are worth; None where the digits make no number."""
    number = _plain(number)
    if scale.strip(" -") == "dozen":
        dozens = value(number)
        return None if dozens is None else dozens * 12
    total: Decimal
    if number[:1].isdigit() or number.startswith("."):
        try:
            total = Decimal(number)
        except InvalidOperation:
            return None
    elif number in _ARTICLES:
        total = _ARTICLES[number]
    else:
        total = Decimal(sum(WORDS.get(part, 0) for part in number.replace("-", " ").split(" ")))
    return total.scaleb(SCALE.get(scale.strip(" -").replace("crores", "crore"), 0))


def _plain(number: str) -> str:
    """Digits without what parts the thousands, and with a point before the decimals; words as they are."""
    number = number.strip()
    if _DECIMAL_COMMA.fullmatch(number):
        return number.replace(",", ".")
    return _PARTED.sub("", number) if number[:1].isdigit() else number.replace(",", "")


class Place(NamedTuple):
    """Where a number can begin, and where the hedge before it does; the same where there is none."""

    number: int
    hedge: int


def places(low: str, span: Span, words: Set[str]) -> list[Place]:
    """Where numbers in digits or words can begin, left to right; `words` are those of the stretch."""
    found = [m.start() for m in _DIGITS.finditer(low, span.start, span.end)]
    if not words.isdisjoint(WORDS):
        found.extend(m.start() for m in _SPELT.finditer(low, span.start, span.end))
    if not words.isdisjoint(_LED):
        found.extend(m.start() for m in _SCALED.finditer(low, span.start, span.end))
    out = []
    for start in sorted(found):
        floor = max(span.start, start - WINDOW)
        before = low[floor:start]
        ends = before.rstrip().removesuffix("the").rstrip().endswith(_HEDGE_ENDS)
        hedge = _HEDGE_BEFORE.search(before) if ends else None
        out.append(Place(start, start if hedge is None else floor + hedge.start()))
    return out


def each(pattern: re.Pattern[str], low: str, span: Span, places: Iterable[Place]) -> Iterator[re.Match[str]]:
    """The matches of a figure with its hedge that begin at one of the places, none overlapping."""
    done = span.start
    for place in places:
        if place.number < done:
            continue
        match = pattern.match(low, place.hedge, span.end) if done <= place.hedge < place.number else None
        match = match or pattern.match(low, place.number, span.end)
        if match is not None:
            yield match
            done = match.end()


def hedged(match: re.Match[str]) -> str:
    """How sure a figure is, in one of the words that `Quantity.hedge` knows."""
    words = match.groupdict().get("hedge")
    return _HEDGES.get(words.strip(), "about") if words else ""


def apart(low: str, match: re.Match[str], start: int) -> bool:
    """Whether "and" or "or" joins two figures that are no range: "$5 and $6", not "between $5 and $6"."""
    joined = _JOINED.search(low, match.end("low"), match.start("high"))
    return joined is not None and "between" not in low[max(start, match.start() - 10) : match.start("low")]


def denominator(match: re.Match[str]) -> str:
    """For how much or how many an amount is: "year", "hour", "episode", ..., or ""."""
    groups = match.groupdict()
    if groups.get("annual"):
        return "year"
    if groups.get("rate"):
        return {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}[groups["rate"]]
    return {"yr": "year", "hr": "hour"}.get(groups.get("per") or "", groups.get("per") or "")


def whole(match: re.Match[str]) -> Span:
    """The figure with its sign and its hedge, without white space at the ends."""
    return Span(match.start(), match.start() + len(match[0].rstrip()))


def year_like(number: str) -> bool:
    """Whether four digits are as good as surely a year."""
    return _YEAR.fullmatch(number) is not None
