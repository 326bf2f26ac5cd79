"""A run of capitalised words in, the names in it out: cut at possessives and at links that join two names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from graph.extract import capitals
from graph.extract.capitals import Run, Word
from graph.extract.english import ARTICLES, CALENDAR
from graph.extract.vocabulary import Vocabulary
from graph.extract.words import Words
from ontology import lists

_LONGEST = 20  # words; no name has more
_WHICH_DAY = frozenset(("last", "next", "early", "late"))
_OF_FOR = frozenset(("of", "for"))
_OPENERS = frozenset(".!?:;\"'\n—–-(•*")


def _affixed(words: Words) -> re.Pattern[str]:
    """A hyphen and what it ties to a place or a body that leads a name."""
    return re.compile(rf"-{words.either(lists.NAME_AFFIX)}$")


def pieces(run: Run, vocabulary: Vocabulary) -> Iterator[Run]:
    """The names in a run: cut at possessives and at links that join two names and are no part of one."""
    if len(run) == 1:
        if not run[0].link:
            yield run
        return
    current: list[Word] = []
    at = 0
    while at < len(run):
        word = run[at]
        if len(current) > _LONGEST:
            yield tuple(current)
            current = []
        if word.link:
            end = at
            while end < len(run) and run[end].link:
                end += 1
            links = [w.text for w in run[at:end]]
            if not current or not _links(current[-_LONGEST:], links, run[end : end + _LONGEST], vocabulary):
                if current:
                    yield tuple(current)
                current = []
            else:
                current.extend(run[at:end])
            at = end
            continue
        current.append(word)
        if (
            word.text.endswith(("'s", "s'"))
            and at + 1 < len(run)
            and not _keeps(current, run[at + 1 : at + 2], vocabulary)
        ):
            yield tuple(current)
            current = []
        at += 1
    if current:
        yield tuple(current)


def _keeps(current: list[Word], rest: Run, vocabulary: Vocabulary) -> bool:
    """Whether a possessive is part of the name: "Children's Hospital", "St. Mary's", "Teachers' Association"."""
    word = current[-1]
    low = word.text.lower()
    if low.endswith("s'") and rest and rest[0].low in (vocabulary.union | vocabulary.body):
        return True  # "the Fire Brigades' Union"
    if (
        low in vocabulary.kept_owner
        or low.rstrip("'s").rstrip("'") + "s" in vocabulary.member
        or low.rstrip("'") in vocabulary.member
        or (low.endswith("s'") and low.rstrip("'") in vocabulary.employer)
    ):
        return True
    return len(current) > 1 and current[-2].text in ("St.", "Saint", "Trader")


def _links(left: list[Word], links: list[str], right: Run, vocabulary: Vocabulary) -> bool:
    """Whether the words between two capitalised words are inside one name."""
    lows = [word.low for word in left]
    last = lows[-1]
    link = links[0]
    if link == "&":
        return True
    if link == "of":
        if (
            set(lows) - {"the"} <= vocabulary.words(lists.BODY_INNER)
            and right
            and right[0].low not in vocabulary.words(lists.BOARD_MEMBER, lists.BOARD_OF)
        ):
            return False
        return (
            last in vocabulary.heading
            or last in vocabulary.words(lists.OF_HEAD)
            or last in vocabulary.other
            or (last in vocabulary.member and len(left) > 1)
        )
    if link == "for":
        return (
            last in vocabulary.body
            or last in vocabulary.other
            or last in vocabulary.union
            or last in vocabulary.words(lists.FOR_HEAD)
        )
    if link == "and":
        if _two_sides(lows, right, vocabulary):
            return False
        if (
            links == ["and"]
            and not _OF_FOR.isdisjoint(lows)
            and ("institute" in lows or not vocabulary.heading.isdisjoint(lows))
        ):
            return True
        ahead = []
        for word in right:
            if word.link:
                break
            ahead.append(word.low)
        if ahead and ahead[0] == lows[0]:
            return False
        if links[1:] or not ahead or ahead[0] in vocabulary.words(lists.NAME_SEPARATE) or left[-1].text.isupper():
            return False
        if last in vocabulary.union or last in vocabulary.body or last in vocabulary.suffix or len(left) > 3:
            return False
        tail = ahead[-1]
        members = vocabulary.member
        if tail in vocabulary.body and len(ahead) > 1 and (last in members or ahead[0] in members):
            return True
        if tail in vocabulary.body and len(ahead) > 1 and len(left) > 1 and last in vocabulary.words(lists.TRADE_WORD):
            return True  # "Lakeland Film and Television Production Association"
        return (len(ahead) > 1 and (tail in vocabulary.union or tail in vocabulary.member)) or (
            len(ahead) > 1 and tail == "service"
        )
    if link == "at":
        return lows[0] == "university"
    return len(links) == 1


def _two_sides(left: list[str], right: Run, vocabulary: Vocabulary) -> bool:
    """Whether "and" stands between a union and its employer: "the Association of Teachers and Northfield Public Schools"."""
    names = [word.low for word in itertools.takewhile(lambda word: not word.link, right)]
    if len(names) < 2 or vocabulary.member.isdisjoint(left) or vocabulary.heading.isdisjoint(left):
        return False
    employer = names[-1] in vocabulary.company or names[-1] in vocabulary.government
    return employer and vocabulary.member.isdisjoint(names)


def stripped(piece: Run, folded: str, begins: int, vocabulary: Vocabulary) -> Run:
    """A piece without the words that the sentence, which begins at an offset, puts first and the name does not."""
    while piece:
        first = piece[0]
        leading = first.low in vocabulary.lead and (
            first.low in ARTICLES
            or first.low in vocabulary.words(lists.LEAD_ALWAYS)
            or opens(first.start, folded, begins)
        )
        tied = 0  # words up to one tied to a place: "Nova Scotia-based Collage Productions"
        if not leading:
            tied = next((at for at in range(1, min(4, len(piece))) if _is_tied(piece[at - 1], vocabulary)), 0)
            if not tied:
                break
        piece = capitals.trimmed(piece[tied or 1 :])
    if len(piece) > 2 and piece[0].low in _WHICH_DAY and piece[1].low in CALENDAR:
        piece = piece[1:]  # "Last Friday the X Guild met"
    if len(piece) > 2 and piece[0].low in CALENDAR and piece[1].text == "the":
        piece = capitals.trimmed(piece[2:])  # "On Friday the X Guild met"
    while piece and piece[-1].low in CALENDAR:
        piece = capitals.trimmed(piece[:-1])
    return capitals.trimmed(piece)


def _is_tied(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word only ties a name to a place or a body: "Dallas-based"."""
    return "-" in word.text and vocabulary.of(_affixed).search(word.text) is not None


def opens(start: int, folded: str, begins: int) -> bool:
    """Whether a word is the first of its sentence or of what a mark opens."""
    if start == begins:
        return True
    before = folded[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _OPENERS
