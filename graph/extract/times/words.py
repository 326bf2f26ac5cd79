"""Words and word patterns of time: names of months and days, numbers, ordinals, and the pieces that rules are made of."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs thur",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36, "q1": 33, "q2": 34, "q3": 35, "q4": 36}
UNIT_CODE = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M", "decade": "Y"}
ZONES = {"p": -8, "m": -7, "c": -6, "e": -5}

M = r"(?P<month{0}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|jun(?:e|\.)?|jul(?:y|\.)?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
D = r"(?P<day{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
Y = r"(?P<year{0}>1[89]\d\d|20\d\d)"
WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?\.|wed\.|thurs?\.|fri\.|sat\.|mon\.)"
N = r"(?P<number>\d{1,3}(?:,\d{3}){0,4}|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a|an|a couple of|a few|several))"
ORD = r"(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|hundredth|100th)"
UNIT = r"(?P<unit>day|week|month|year|hour|decade)s?"
PART = r"(?:early |late )?(?:morning|afternoon|evening|night|midnight|noon)"
HEDGE = r"(?P<hedge>more than|over|nearly|almost|about|around|roughly|approximately|some|less than|under|at least|just over|just under|as long as|up to|an estimated)"
DASH = r"\s?[-–—]\s?"


def month(name: str) -> int:
    """The number of a month."""
    return MONTHS[name.rstrip(".")]


def number(text: str) -> int | None:
    """A number in digits or words."""
    plain = text.strip().replace(",", "")
    if plain.isdigit():
        return int(plain)
    if plain in ("a", "an", "the"):
        return 1
    total = 0
    for part in plain.replace("-", " ").split(" "):
        if part in _ONES:
            total += _ONES[part]
        elif part in _TENS:
            total += _TENS[part]
        else:
            return None
    return total or None


def ordinal(text: str) -> int | None:
    """An ordinal in digits or words."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    if text in ORDINALS:
        return ORDINALS[text]
    if text == "hundredth":
        return 100
    parts = text.replace("-", " ").split(" ")
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in ORDINALS:
        return _TENS[parts[0]] + ORDINALS[parts[1]]
    tens = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60}
    return tens.get(text)
