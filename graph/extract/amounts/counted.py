"""The noun that a number counts, with its adjectives, and the unit that it stands for."""

from __future__ import annotations

import re

from graph.extract.words import Words, either
from graph.model import Span
from ontology import lists

_ADJECTIVES = re.compile(r"[a-z][a-z'-]*")
_BEFORE_NOUN = re.compile(
    r"(?:\s|-(?=\w))?(?:of\s(?:(?:[\w.&-]+\s){0,3}[\w.&-]+(?:'s|s')\s)(?=[a-z])|of\s(?:the|its|their|our|all)\s(?:(?:[a-z]+\s)?\d[\d,]*\s(?=[a-z]))?|of\s)?"
)
_NEXT_WORD = re.compile(r"\s([a-z'-]+)")
# What ends the phrase behind a number, beside the words of a list.
_SMALL = frozenset(
    "of the a an and or to in on at by for from with as is are was were be been has have had will would may who "
    "which that this these those than but if not their its his her our against under over between per after before "
    "since until during amid while when where because more also other into each do did up out years across among "
    "without within toward towards near around about through throughout along outside inside behind plus including "
    "versus despite so such whose whom though although now does us them you".split()
)


class Counted:
    """The counted nouns, made once of their lists."""

    def __init__(self, words: Words) -> None:
        self._people = words.words(lists.COUNTED_PEOPLE)
        self._votes = words.words(lists.COUNTED_VOTES)
        self._subscribers = words.words(lists.COUNTED_SUBSCRIBERS)
        self._besides = words.words(lists.COUNTED_BESIDES)
        self._stop = _SMALL | words.words(lists.COUNTED_STOP)
        self._listed = re.compile(
            rf",\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{either(self._people)}s?\b)"
        )  # "20,000 catering, station staff and guards"
        self._paired = re.compile(rf"\s(?!the |a |an |its |their )[a-z-]+ (?:[a-z-]+ )?{either(self._people)}s?\b")

    def phrase(self, low: str, at: int, span: Span) -> tuple[str, int]:
        """The counted noun with its adjectives, up to five words, and where it ends; "" where nothing is counted."""
        words: list[str] = []
        end = at
        while len(words) < 6:
            found = _BEFORE_NOUN.match(low, end, span.end)
            start = found.end() if found else end
            if found and "of" in found[0] and words:
                break
            word = _ADJECTIVES.match(low, start, span.end)
            if (
                word is not None
                and word[0] in ("and", "or")
                and words
                and self._paired.match(low, word.end(), span.end)
            ):
                end = word.end()  # "160,000 film and television actors"
                words.append("and")
                continue
            if word is not None and not words and word[0] in self._besides:
                end = word.end()  # "3,700 other workers"
                continue
            if word is None or word[0] in self._stop or ("'" in word[0] and found is not None and "of" in found[0]):
                break
            words.append(word[0])
            end = word.end()
            if (joined := self._listed.match(low, end, span.end)) is not None and not _plural(word[0]):
                end = joined.start("noun")
                words.append("and")
                end -= 1
                continue
            if self.unit_of(word[0]) is not None and not self._continues(low, end, span):
                return " ".join(words), end
            if _plural(word[0]) and not self._goes_on(low, end, span):
                return " ".join(words), end  # "20 cities face expiring contracts"
            if low[end : end + 1] not in (" ", "-") or low[end : end + 2] == "- ":
                break
        if words and words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")):
            return " ".join(words), end
        for size in range(len(words), 0, -1):
            if self.unit_of(words[size - 1]) is not None or (
                words[size - 1].endswith("s") and words[size - 1] != "less"
            ):
                return " ".join(words[:size]), at + _length(low, at, words[:size])
        return "", at

    def _continues(self, low: str, end: int, span: Span) -> bool:
        """Whether a word only qualifies the counted noun after it, as in "crew members"."""
        found = _NEXT_WORD.match(low, end, span.end)
        if found is None or found[1] in self._stop:
            return False
        last = low[max(0, end - 12) : end].rsplit(" ", 1)[-1]
        if self.unit_of(found[1]) is not None:
            return (
                self.unit_of(found[1]) == "people" or _singular(last) == last
            )  # "45,000 doctors ballot" counts doctors
        return _plural(found[1]) and _singular(last) == last and last != "people"  # "nine bank employee unions"

    def _goes_on(self, low: str, end: int, span: Span) -> bool:
        """Whether a plural only qualifies the noun after it: "12 sports teams"."""
        found = _NEXT_WORD.match(low, end, span.end)
        return (
            found is not None
            and found[1] not in self._stop
            and (self.unit_of(found[1]) is not None or _plural(found[1]))
        )

    def unit_of(self, word: str) -> str | None:
        """The unit of a word that stands for people, ballots or subscriptions."""
        one = _singular(word)
        if one in self._people or (word.endswith("ies") and word[:-1] in self._people):  # "wharfies"
            return "people"
        if one in self._votes:
            return "votes"
        if one in self._subscribers:
            return "subscribers"
        return None

    def unit(self, noun: str) -> str | None:
        """The unit of a counted phrase: that of its last word, else the last word in the singular where it is a plural."""
        if not noun:
            return None
        last = noun.split()[-1]
        return self.unit_of(last) or (_singular(last) if last.endswith("s") else None)


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def _length(low: str, at: int, words: list[str]) -> int:
    end = at
    for word in words:
        end = low.index(word, end) + len(word)
    return end - at


def _singular(word: str) -> str:
    if word in ("people", "persons"):
        return "person"
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "buses", "puses", "nuses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
