"""Amounts of money: ISO 4217 code, range, and what each amount is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.amounts import numerals
from graph.model import Quantity, Span

_CURRENCY = {
    "us$": "USD", "$": "USD", "£": "GBP", "€": "EUR", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD",
    "₹": "INR", "rs": "INR", "rs.": "INR", "¥": "JPY", "₩": "KRW", "₦": "NGN", "dollar": "USD", "pound": "GBP", "euro": "EUR", "cent": "USD",
    "penny": "GBP", "rupee": "INR", "yen": "JPY", "won": "KRW", "rand": "ZAR", "peso": "MXN", "krona": "SEK", "kronor": "SEK",
    "kroner": "NOK", "franc": "CHF", "naira": "NGN", "shilling": "KES", "real": "BRL", "reais": "BRL",
    "canadian dollar": "CAD", "australian dollar": "AUD", "new zealand dollar": "NZD",
}  # fmt: skip
_SIGN = r"(?:us\$|ca?\$|au?\$|nz\$|hk\$|\$|£|€|₹|¥|₩|₦|\brs\.?(?=\s?\d))"
_MONEY = re.compile(
    rf"{numerals.HEDGE}(?P<sign>{_SIGN})\s?(?P<low>{numerals.NUM})(?P<scale>{numerals.SCALES})"
    rf"(?:{numerals.TO}(?:(?P<sign2>{_SIGN})\s?|(?<=\d-))(?P<high>{numerals.NUM})(?P<scale2>{numerals.SCALES}))?{numerals.PER}"
)
_DOLLARS = re.compile(
    rf"{numerals.HEDGE}(?<![\w.])(?P<low>{numerals.NUM}|{numerals.SPELLED})(?P<scale>{numerals.SCALES})(?:\s(?:us|american|indian|south\safrican|swedish|mexican|kenyan))?\s"
    rf"(?P<currency>(?:canadian\s|australian\s|new\szealand\s)?dollar|pound|euro|cent|rupee|yen|won(?!\s)|rand|peso|kronor|kroner|naira|shilling|reais)s?\b{numerals.PER}"
)


def find(low: str, span: Span) -> Iterator[Quantity]:
    """Amounts with a sign before them, then those with the currency's name after them."""
    for match in _MONEY.finditer(low, span.start, span.end):
        unit = _CURRENCY[match["sign"]]
        first = numerals.value(match["low"], match["scale"])
        if first is None:
            continue
        last = first
        other = _CURRENCY[match["sign2"]] if match["sign2"] else unit
        if match["high"] and (other != unit or _apart(low, match, span)):
            second = numerals.value(match["high"], match["scale2"])
            yield Quantity(Span(match.start(), match.end("scale")), first, first, unit, "", numerals.hedged(match))
            if second is not None:
                yield Quantity(
                    Span(match.start("sign2"), match.start() + len(match[0].rstrip())),
                    second,
                    second,
                    other,
                    numerals.denominator(match),
                )
            continue
        if match["high"]:
            last = numerals.value(match["high"], match["scale2"]) or first
            if match["scale2"].strip() and not match["scale"].strip() and first < 1000:
                first = numerals.value(match["low"], match["scale2"]) or first
            first, last = min(first, last), max(first, last)
        yield Quantity(numerals.whole(match), first, last, unit, numerals.denominator(match), numerals.hedged(match))
    for match in _DOLLARS.finditer(low, span.start, span.end):
        value = numerals.value(match["low"], match["scale"])
        if value is None:
            continue
        if match["currency"] == "cent":
            value = value / 100
        yield Quantity(
            numerals.whole(match),
            value,
            value,
            _CURRENCY[match["currency"]],
            numerals.denominator(match),
            numerals.hedged(match),
        )


def _apart(low: str, match: re.Match[str], span: Span) -> bool:
    """Whether "and" joins two amounts that are no range: "$5 and $6", not "between $5 and $6"."""
    joined = re.search(r"\band\b", low[match.end("scale") : match.start("high")])
    return joined is not None and "between" not in low[max(span.start, match.start() - 10) : match.start("low")]
