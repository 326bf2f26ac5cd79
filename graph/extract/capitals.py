"""A sentence's runs of capitalised words, with the small words that can link them; what a name can be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graph.extract.english import NAME_PARTICLES
from graph.extract.words import Words, either
from graph.model import Span
from ontology import lists

_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĽŃŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŹŻŽ"
_LINKS = NAME_PARTICLES | frozenset("of the for and & at".split())
_LINK = "(?:" + "|".join(sorted(_LINKS)) + ")"
_LONG = re.compile(r"[A-Za-z][\w'-]{3,}")
_new = tuple.__new__  # the constructor of `Span` takes twice as long
_LED = re.compile(r"-(?:led|backed|owned|run|controlled)$")


class Word(NamedTuple):
    """One word of a run; `link` marks "of", "and" and the like; `low` is plain: lower case, no possessive, no full stop."""

    text: str
    start: int
    end: int
    link: bool
    low: str


Run = tuple[Word, ...]


def _run(words: Words) -> re.Pattern[str]:
    """Capitalised words and initials one behind the other, small links and a local's number among them."""
    listed = words.lexicon.listed
    numbers = "|".join(rf"(?<={word} )\d{{1,5}}(?:-\d{{1,5}})?\w?\b" for word in listed(lists.NUMBERED_WORD))
    word = (
        rf"(?:{either(listed(lists.DOTTED_WORD))}\.(?!\w)|"
        rf"[{_UPPER}]/[{_UPPER}]\b|(?:[{_UPPER}]\.)+(?:[{_UPPER}]\b)?|[{_UPPER}][\w!]*s'(?= [{_UPPER}])|[{_UPPER}][\w!]*(?:[&'.-]\w+)*|{numbers})"
    )
    return re.compile(rf"{word}(?: (?:{_LINK} ){{0,2}}{word})*")


_START = re.compile(rf"[{_UPPER}\d](?<![\w@#.].)")  # where a run can start: cheaper to look for than the pattern


# A name before a slash, which joins it to the one behind: "the Nurses Committee/National Nurses United".
_NAME_BEFORE = re.compile(rf"(?<![\w./:])[{_UPPER}][\w'&-]*$")
_NAME = 30  # characters of it


def _joined(text: str, slash: int, words: Words) -> bool:
    """Whether a slash joins two names; the one in the credit of a picture parts the agency from who took it."""
    name = _NAME_BEFORE.search(text, max(0, slash - _NAME), slash)
    return name is not None and name[0].lower() not in words.words(lists.PICTURE_WORD)


def runs(text: str, sentence: Span, words: Words) -> Iterator[Run]:
    """The runs of one sentence of a folded text, in order."""
    match_at, behind = words.of(_run).match, 0
    for start in _START.finditer(text, sentence.start, sentence.end):
        at = start.start()
        match = match_at(text, at, sentence.end) if at >= behind else None
        if match is None:
            continue
        run, behind = match[0], match.end()
        if at and text[at - 1] == "/" and not _joined(text, at - 1, words):
            first, _, run = run.partition(" ")  # the end of an address, or of "and/Or"
            at += len(first) + 1
        if " " not in run:
            if run:
                yield (Word(run, at, at + len(run), False, _plain(run)),)
            continue
        out = []
        for word in run.split(" "):
            end = at + len(word)
            out.append(Word(word, at, end, word in _LINKS, _plain(word)))
            at = end + 1
        yield tuple(out) if "-" not in out[-1].text else (*out[:-1], _bare(out[-1]))


def _bare(word: Word) -> Word:
    """The last word of a run without what only says that it leads or owns something: "an Ann Rowe-led proposal"."""
    tail = _LED.search(word.text)
    if tail is None:
        return word
    text = word.text[: tail.start()]
    return Word(text, word.start, word.start + len(text), word.link, text.lower())


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return word.lower().removesuffix("'s").strip(".,'!")


def headed(text: str, sentence: Span) -> bool:
    """Whether a sentence is written as headlines are, each longer word with a capital, so that capitals tell no names."""
    if text[sentence.end - 1 : sentence.end] in (".", '"') or text.count(",", sentence.start, sentence.end) > 2:
        return False
    long = [match[0] for match in _LONG.finditer(text, sentence.start, sentence.end)]
    return len(long) > 3 and sum(word[0].islower() for word in long) < 2


def span(words: Run) -> Span:
    """The place of a run, without the mark of a possessive at its end."""
    last = words[-1]
    return _new(Span, (words[0].start, last.end - 2 if last.text.endswith("'s") else last.end))


def trimmed(words: Run) -> Run:
    """A run without links at its ends."""
    if words and not words[0].link and not words[-1].link:
        return words
    while words and words[0].link:
        words = words[1:]
    while words and words[-1].link:
        words = words[:-1]
    return words
