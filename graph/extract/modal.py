"""The words of mood that the rules ask for, and how lists of them are looked for before a trigger."""

from __future__ import annotations

from functools import cache

from graph.extract.english import ARTICLES
from graph.extract.words import Words
from ontology import lists

_NOUN_MARKS = ARTICLES | frozenset("this that its their his her our any ' '' ’ ” \" 's".split())
_TO_COME = (
    ["will", "be"], ["to", "begin"], ["to", "start"], ["to", "take"], ["would", "begin"], ["would", "start"],
)  # fmt: skip


class Cues:
    """The word lists of mood, made once."""

    def __init__(self, words: Words) -> None:
        self.due = words.words(lists.DUE)
        self.coming = words.words(lists.COMING)
        self.doubtful = words.words(lists.DOUBTFUL)
        self.facing = words.words(lists.FACING)
        self.meaning = words.words(lists.MEANING)
        self.beyond = words.words(lists.BEYOND_REACH)
        self.elusive = words.words(lists.ELUSIVE)
        self.voted = words.words(lists.VOTED)
        self.walks = words.words(lists.WALKING)
        self.remain = words.words(lists.REMAIN)
        self.shares = words.words(lists.SHARE_OF_VOTES)
        self.open = words.words(lists.STILL_OPEN)
        self.workers = words.words(lists.WORKER_NOUN)
        # What stands before a word shows it to be a noun: "the offer to end the strike" ends nothing.
        self.noun_marks = _NOUN_MARKS | words.words(lists.NOUN_MARK)
        behind = (
            [be, word] for be in ("is", "are", "was", "were") for word in (*words.words(lists.COMING_BEHIND), "to")
        )
        self.behind = (*behind, *_TO_COME)


def listed(near: list[str], told: list[str], forms: frozenset[str]) -> bool:
    """Whether a form of the list stands before the trigger: a word of it near, or a phrase of it among the words told."""
    if not forms.isdisjoint(near):
        return True
    phrases = _phrases(forms)
    if phrases.keys().isdisjoint(told):
        return False
    return any(
        told[at : at + len(phrase)] == phrase
        for at, word in enumerate(told)
        if word in phrases
        for phrase in phrases[word]
    )


@cache
def _phrases(forms: frozenset[str]) -> dict[str, list[list[str]]]:
    """The forms of several words, under the first of them."""
    found: dict[str, list[list[str]]] = {}
    for form in forms:
        words = form.split()
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return found
