"""Amounts of money: ISO 4217 code, range, and what each amount is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extract.amounts import numerals
from graph.extract.words import Words
from graph.model import Quantity, Span

_CURRENCY = {
    "£": "GBP", "€": "EUR",
    "₹": "INR", "rs": "INR", "r": "ZAR", "¥": "JPY", "₩": "KRW", "₦": "NGN", "dollar": "USD", "pound": "GBP", "euro": "EUR", "cent": "USD",
    "penny": "GBP", "pence": "GBP", "rupee": "INR", "yen": "JPY", "won": "KRW", "rand": "ZAR", "peso": "MXN", "krona": "SEK", "kronor": "SEK",
    "kroner": "NOK", "franc": "CHF", "naira": "NGN", "shilling": "KES", "real": "BRL", "reais": "BRL",
    "canadian dollar": "CAD", "australian dollar": "AUD", "new zealand dollar": "NZD",
}  # fmt: skip
_DOLLARS = {"$": "USD", "u": "USD", "c": "CAD", "a": "AUD", "n": "NZD", "h": "HKD"}  # by how the sign begins
CODES = frozenset(code.lower() for code in (*_CURRENCY.values(), *_DOLLARS.values()))  # "GBP120 million"
# "R90" is South African money; the figures of a vote, a motion or a road ("R2-D2", "R1/2") do not stand so.
_SIGN = (
    r"(?:us\$|ca?\$|au?s?\$|nz\$|hk\$|\$|£|€|₹|¥|₩|₦|\brs\.?(?=\s?\d)|\br(?=\d)(?!\d+-[a-z]\d|\d/)|\bpounds\s(?=\d)"
    rf"|\b(?:{'|'.join(sorted(CODES))})\s?(?=\d))"
)
_SIGNED = re.compile(
    rf"[$£€₹¥₩₦]|r(?<!\w.)(?=s?\.?\s?\d)|pounds(?<!\wpounds)\s\d|(?:{'|'.join(sorted(CODES))})(?=\s?\d)"
)  # what any amount with a sign holds
_KOREA = re.compile(r"\bkorean?\b|\bseoul\b|\bwon\sa\smonth\b")


class _Patterns:
    """Amounts by sign, by name and in pence, each with what it is paid for."""

    def __init__(self, words: Words) -> None:
        per = numerals.per(words)
        self.signed = re.compile(
            rf"{numerals.HEDGE}(?P<sign>{_SIGN})\s?(?P<low>{numerals.NUM})(?P<scale>{numerals.SCALES})"
            rf"(?:{numerals.TO}(?:(?P<sign2>{_SIGN})\s?|(?<=\d-))(?P<high>{numerals.NUM})(?P<scale2>{numerals.SCALES}))?{per}"
        )
        self.named = re.compile(
            rf"{numerals.HEDGE}(?<![\w.])(?P<low>{numerals.NUM}|{numerals.SPELLED})(?P<scale>{numerals.SCALES})(?:\s(?:us|american|indian|south\safrican|swedish|mexican|kenyan))?\s"
            rf"(?P<currency>(?:canadian\s|australian\s|new\szealand\s)?dollar|pound|euro|cent|rupee|yen|won|rand|peso|kronor|kroner|naira|shilling|reais|pence)s?\b{per}"
        )
        self.pence = re.compile(rf"{numerals.HEDGE}(?<![\w.$£€])(?P<low>\d{{1,2}}(?:\.\d+)?)p\b(?!\.m){per}")


def _unit(sign: str) -> str:
    """The code of a currency by what stands before the figure: "$", "aus$", "rs.", "pounds "."""
    sign = sign.strip(" .")
    if sign.endswith("$"):
        return _DOLLARS[sign[0]]
    if sign in CODES:
        return sign.upper()
    return _CURRENCY.get(sign) or _CURRENCY[sign[:-1]]


def find(low: str, span: Span, places: Sequence[numerals.Place], words: Words) -> Iterator[Quantity]:
    """Amounts with a sign before them, then those with the currency's name after them."""
    told = words.of(_Patterns)
    sign = _SIGNED.search(low, span.start, span.end)
    first_hedge = max(span.start, sign.start() - numerals.WINDOW) if sign is not None else span.end
    for match in told.signed.finditer(low, first_hedge, span.end):
        unit = _unit(match["sign"])
        first = numerals.value(match["low"], match["scale"])
        if first is None:
            continue
        last = first
        other = _unit(match["sign2"]) if match["sign2"] else unit
        if match["high"] and (other != unit or numerals.apart(low, match, span.start)):
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
    for match in numerals.each(told.named, low, span, places):
        value = numerals.value(match["low"], match["scale"])
        if value is None:
            continue
        if match["currency"] == "won" and _KOREA.search(low) is None:
            continue  # "the 1,200 won their case"
        if match["currency"] in ("cent", "pence"):
            value = value / 100
        yield Quantity(
            numerals.whole(match),
            value,
            value,
            _CURRENCY[match["currency"]],
            numerals.denominator(match),
            numerals.hedged(match),
        )
    for match in numerals.each(told.pence, low, span, places):
        value = numerals.value(match["low"])
        if value is not None:
            yield Quantity(
                numerals.whole(match),
                value / 100,
                value / 100,
                "GBP",
                numerals.denominator(match),
                numerals.hedged(match),
            )
