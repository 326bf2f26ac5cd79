"""What a word is known by as a verb, or as a noun that only looks like one."""

from __future__ import annotations

from typing import NamedTuple


class Verbs(NamedTuple):
    """What verbs are known by: finite `forms`, -ing forms, verbs of `saying` and `asking`, the `nouns` and `adjectives` of listed
    terms that look like verbs, `telling_nouns` that can have a "that" behind them, and `noun_gerunds`, -ing forms that are
    nouns in a list.
    """

    forms: frozenset[str]
    gerunds: frozenset[str]
    saying: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    telling_nouns: frozenset[str] = frozenset()
    noun_gerunds: frozenset[str] = frozenset()

    def finite(self, word: str) -> bool:
        """Whether a word form is, as far as its shape tells, a finite verb."""
        return word in self.forms or (word.endswith("ed") and len(word) > 4 and "-" not in word)
