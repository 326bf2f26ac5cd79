"""A sentence's runs of capitalised words, with the small words that can link them; what a name can be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.model import Span

_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĽŃŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŹŻŽ"
_WORD = (
    r"(?:(?:St|Mt|Ft|Inc|Corp|Co|Ltd|Bros|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Jr|Sr|Prof|Rev|Hon|Gen|Lt|Sgt|Capt)\.(?!\w)|"
    rf"(?:[{_UPPER}]\.)+(?:[{_UPPER}]\b)?|[{_UPPER}][\w!]*s'(?= [{_UPPER}])|[{_UPPER}][\w!]*(?:[&'.-]\w+)*|"
    r"(?<=Local )\d{1,5}\w?\b|(?<=Locals )\d{1,5}\b|(?<=Lodge )\d{1,5}\b|(?<=District )\d{1,5}\w?\b|(?<=Council )\d{1,5}\b|"
    r"(?<=Take )\d\b|(?<=Channel )\d{1,2}\b)"
)
_LINKS = frozenset("of the for and & at de du la le van von der den del da di dos el al bin ibn ter y".split())
_LINK = "(?:" + "|".join(sorted(_LINKS)) + ")"
_LONG = re.compile(r"[A-Za-z][\w'-]{3,}")
_RUN = re.compile(rf"(?<![\w@#/.]){_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD})*")


class Word(NamedTuple):
    """One word of a run; `link` marks "of", "and" and the like; `low` is plain: lower case, no possessive, no full stop."""

    text: str
    start: int
    end: int
    link: bool
    low: str


Run = tuple[Word, ...]


def runs(text: str, sentence: Span) -> Iterator[Run]:
    """The runs of one sentence of a folded text, in order."""
    for match in _RUN.finditer(text, sentence.start, sentence.end):
        if " " not in match[0]:
            word = match[0]
            yield (Word(word, match.start(), match.end(), False, word.lower().removesuffix("'s").strip(".,'!")),)
            continue
        out = []
        at = match.start()
        for word in match[0].split(" "):
            end = at + len(word)
            out.append(Word(word, at, end, word in _LINKS, word.lower().removesuffix("'s").strip(".,'!")))
            at = end + 1
        yield tuple(out)


def headed(text: str, sentence: Span) -> bool:
    """Whether a sentence is written as headlines are, each longer word with a capital, so that capitals tell no names."""
    if text[sentence.end - 1 : sentence.end] in (".", '"') or text.count(",", sentence.start, sentence.end) > 2:
        return False
    long = [match[0] for match in _LONG.finditer(text, sentence.start, sentence.end)]
    return len(long) > 3 and sum(word[0].islower() for word in long) < 2


def span(words: Run) -> Span:
    """The place of a run, without the mark of a possessive at its end."""
    end = words[-1].end
    if words[-1].text.endswith("'s"):
        end -= 2
    return Span(words[0].start, end)


def trimmed(words: Run) -> Run:
    """A run without links at its ends."""
    if words and not words[0].link and not words[-1].link:
        return words
    while words and words[0].link:
        words = words[1:]
    while words and words[-1].link:
        words = words[:-1]
    return words
