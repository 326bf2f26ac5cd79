"""The words without which no rule of time can match, so that rules are tried near them alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from graph.model import Span

REACH = 64  # characters: no rule's words stretch farther from their key word
_KEYS = {
    "month": "january jan february feb march mar april apr may june jun july jul august aug september sept sep "
    "october oct november nov december dec",
    "weekday": "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday",
    "unit": "day days week weeks month months year years hour hours minutes decade decades quarter night morning "
    "afternoon evening",
    "day-word": "yesterday today tonight tomorrow overnight midnight morning afternoon evening night",
    "limit": "since starting beginning effective as until till through by before early soon earlier later eve",
    "season": "spring summer fall autumn winter",
    "holiday": "day eve thanksgiving halloween juneteenth fourth",
    "weekend": "weekend",
    "quarter": "quarter q1 q2 q3 q4",
    "recent": "recent recently",
}
_SORTS: dict[str, tuple[str, ...]] = {}
for _key, _words in _KEYS.items():
    for _word in _words.split():
        _SORTS[_word] = (*_SORTS.get(_word, ()), _key)
# Of rules that many sentences would have tried in vain: the words, digits and marks of which one stands in every match.
_ORDINALS = (
    "st nd rd th first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth hundredth"
)
_DIGITS = " ".join("0123456789")
_NEEDED = {
    "iso": "-",
    **dict.fromkeys("month-day-year day-month-year month-year month-day day-month season-year".split(), _DIGITS),
    **dict.fromkeys("week-of week-of-month".split(), "week"),
    "weekend-of": "weekend",
    **dict.fromkeys("range-months range-days weekdays".split(), "and to through until - – —"),
    **dict.fromkeys("range-day-first range-whole-months".split(), "from between"),
    **dict.fromkeys("range-day-months range-weekday-days".split(), "and to through until - – —"),
    "range-dash-days": "- – —",
    "days-listed": "and &",
    **dict.fromkeys("days-together weekdays-listed".split(), "and"),
    "new-year": "new",
    "day-first-together": "and",
    "either-day": "or",
    "either-day-first": "or",
    "day-of-list": ", and or &",
    "clock-first": "m am pm midnight noon",
    "clock-last": "at",
    "part-of-month": "early mid late end",
    "month-named": "last this next past",
    "day-count": _ORDINALS,
    "day-count-its": _ORDINALS,
    "day-number": "day",
    "nth-after": "after",
    "count-into": "into old",
    "ago": "ago earlier now",
    "end-of-unit": "end start beginning",
    "relative-unit": "last this next past coming",
    "later": "later earlier before after",
    "next-unit": "before after next following previous same that",
    "after-midnight": "midnight",
    "just-now": "minutes hours",
    "same-day": "late later earlier afterward afterwards within",
    "next-weekday": "following next previous preceding before after",
    "overnight": "overnight",
    "midnight": "midnight",
    "day-before": "before after",
    "hours": "hours minutes",
    "past-units": "last past",
    "duration-hyphen": "-",
    "year-range": "- –",
    "half-year": "half",
    "since": "since starting beginning effective as earlier",
    "until": "until till through",
    "eve": "eve",
    "by": "by before later",
}
# Of rules whose key word stands near their beginning: the most characters before it.
LEAD = {
    "month": 0,
    **dict.fromkeys("month-day month-day-year month-year clock-last range-months range-days".split(), 12),
    **dict.fromkeys("days-listed days-together weekdays weekdays-listed".split(), 10),
    "year": 0,
    "decade": 12,
    "day-word": 16,
    **dict.fromkeys("since until eve by".split(), 16),
    **dict.fromkeys("weekday day-month day-month-year".split(), 24),
    **dict.fromkeys("relative-unit next-unit week-off".split(), 26),
}
_MONTHS, _DAYS, _COUNTS = "jfmasond", "mtwfs", "0123456789tfsenoamrluj"
# The characters with which a match of a rule can begin, of rules of which that rules out much.
_OPENS = {
    "month": _MONTHS,
    **dict.fromkeys("month-day month-day-year clock-last".split(), _MONTHS + _DAYS),
    **dict.fromkeys("day-month day-month-year day-of-list".split(), "0123456789" + _DAYS),
    **dict.fromkeys("range-months range-days".split(), "b" + _MONTHS),
    **dict.fromkeys("range-whole-months range-day-first".split(), "fb"),
    **dict.fromkeys("days-listed days-together".split(), _MONTHS),
    **dict.fromkeys("day-first-together year year-range".split(), "0123456789"),
    **dict.fromkeys("weekdays weekdays-listed".split(), _DAYS),
    **dict.fromkeys("duration duration-hyphen later ago count-into".split(), _COUNTS),
    **dict.fromkeys("day-before next-weekday week-of week-of-month half-year eve".split(), "t"),
    "month-year": _MONTHS + "elt",
    "month-named": "ltnp",
    "part-of-month": "elmt",
    "weekday": "lntce" + _DAYS,
    "week-off": "a",
    "day-word": "elty",
    "relative-unit": "elnst",
    "next-unit": "elot",
    "day-count": "0123456789tihafsen",
    "day-count-its": "tih",
    "day-number": "d",
    "nth-after": "ti",
    "end-of-unit": "tmwy",
    "just-now": "ijoacmh",
    "same-day": "lejomhw",
    "past-units": "oidf",
    "hours": "hm",
    "decade": "0123456789telm'",
    "since": "sbean",
    "until": "ut",
    "by": "bn",
    "season": "lntidob",
    "weekend": "odlntpc",
    "recent": "ir",
}
OPENS = {name: frozenset(letters) for name, letters in _OPENS.items()}
NEEDED = {name: frozenset(words.split()) for name, words in _NEEDED.items()}
_NUMBER = ("year", "decade")  # the sorts of a number that can be either
_NAMED = frozenset(("month", "weekday"))
# The words and digits of which a stretch must hold one for any key word to stand in it.
OPENING = frozenset(word for word in _SORTS if word.isalpha()) | frozenset("012q")
# Words of one initial stand together, so that the engine passes by most of the text at one look a letter.
_INITIALS = "|".join(
    f"{initial}(?:{'|'.join(word[1:] for word in sorted(words, reverse=True))})"
    for initial, words in groupby(sorted(_SORTS), key=lambda word: word[0])
)
_PLAIN = frozenset(word for word in _SORTS if word.isalpha())
_DIGITS_OR_Q = frozenset("012q")
_FIGURE = re.compile(  # years, decades and quarters
    r"[\dq](?<!\w.)(?:(?<=[12])\d\d\d|(?<=\d)0(?='?s)|(?<=[12])\d\d0(?=s)|(?<=q)[1-4])(?:(?!\w)|(?<=0)(?=s))"
)
_WORD = re.compile(rf"\b(?:{_INITIALS}|[12]\d\d\d|\d0(?='?s)|[12]\d\d0(?=s))(?:(?!\w)|(?<=0)(?=s))")


def found(low: str, start: int, end: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The key words in a stretch of lower-case text, each with its place and its sorts."""
    for match in _WORD.finditer(low, start, end):
        yield match.start(), _SORTS.get(match[0], _NUMBER)


def keys(text: str, low: str, stretch: Span, steps: Set[str]) -> dict[str, tuple[int, int]]:
    """For each sort of key word in a stretch, where the first and the last of them begin; `steps` are its words and digits.

    A month or weekday counts only where it is written as a name: most of the "may" in a text is a verb.
    """
    start, end = stretch
    out: dict[str, tuple[int, int]] = {}
    for word in _PLAIN & steps:
        at = low.find(word, start, end)
        while at >= 0:
            close = at + len(word)
            if not (_goes_on(low, at - 1) or (close < end and _goes_on(low, close))):
                _file(out, at, _SORTS[word], text)
            at = low.find(word, close, end)
    if not _DIGITS_OR_Q.isdisjoint(steps):
        for match in _FIGURE.finditer(low, start, end):
            _file(out, match.start(), _SORTS.get(match[0], _NUMBER), text)
    return out


def _goes_on(low: str, at: int) -> bool:
    """Whether a letter or a digit stands at a place of a text."""
    char = low[at : at + 1]
    return char.isalnum() or char == "_"


def _file(places: dict[str, tuple[int, int]], at: int, sorts: Iterable[str], text: str) -> None:
    """Widens the places of the sorts of a key word to where it begins."""
    for key in sorts:
        if key not in _NAMED or text[at].isupper():
            first, last = places.get(key, (at, at))
            places[key] = (min(first, at), max(last, at))


def sorts(low: str, start: int, end: int) -> frozenset[str]:
    """The sorts of key words in a stretch."""
    return frozenset(key for _, keys in found(low, start, end) for key in keys)
