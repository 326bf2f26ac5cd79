"""The words without which no rule of time can match, so that rules are tried near them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

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
_NUMBER = ("year", "decade")  # the sorts of a number that can be either
_NAMED = frozenset(("month", "weekday"))
# Words of one initial stand together, so that the engine passes by most of the text at one look a letter.
_INITIALS = "|".join(
    f"{initial}(?:{'|'.join(word[1:] for word in sorted(words, reverse=True))})"
    for initial, words in groupby(sorted(_SORTS), key=lambda word: word[0])
)
_WORD = re.compile(rf"\b(?:{_INITIALS}|[12]\d\d\d|\d0(?='?s)|[12]\d\d0(?=s))(?:(?!\w)|(?<=0)(?=s))")


def found(low: str, start: int, end: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The key words in a stretch of lower-case text, each with its place and its sorts."""
    for match in _WORD.finditer(low, start, end):
        yield match.start(), _SORTS.get(match[0], _NUMBER)


def windows(text: str, low: str, *, start: int, end: int) -> dict[str, tuple[int, int]]:
    """For each sort of key word in a stretch, the part of it in which a rule with that key can match.

    A month or weekday counts only where it is written as a name: most of the "may" in a text is a verb.
    """
    out: dict[str, tuple[int, int]] = {}
    for at, keys in found(low, start, end):
        for key in keys:
            if key in _NAMED and not text[at].isupper():
                continue
            first = out[key][0] if key in out else max(start, at - REACH)
            out[key] = (first, min(end, at + REACH))
    return out


def sorts(low: str, start: int, end: int) -> frozenset[str]:
    """The sorts of key words in a stretch."""
    return frozenset(key for _, keys in found(low, start, end) for key in keys)
