"""Public bodies by a place and a common noun written small: "the Ruritanian government", "Dunholt school district"."""

from __future__ import annotations

import re

from graph import iris
from graph.extract import capitals
from graph.extract.capitals import Run
from graph.extract.naming import Naming
from graph.extract.words import Words
from graph.model import Agent, Span
from ontology import lists, terms


class _Heads:
    """The nouns behind a place, and their first words, without which none can stand in a sentence."""

    def __init__(self, words: Words) -> None:
        self.any = re.compile(rf" (?P<head>{words.either(lists.PUBLIC_HEAD, lists.GOVERNMENT_HEAD)})\b(?!-)")
        self.government = words.words(lists.GOVERNMENT_HEAD)
        self.of_place = re.compile(
            rf"\b(?:{words.either(lists.BARGAINING_LINK)}) (?:the )?(?P<kind>{words.either(lists.MUNICIPALITY)}) of $"
        )
        self.firsts = words.firsts(lists.PUBLIC_HEAD) | words.firsts(lists.GOVERNMENT_HEAD)


def find(naming: Naming) -> None:
    """Adds each such body; a government is one only of what is a place, since others are named after persons."""
    heads = naming.vocabulary.of(_Heads)
    _of_places(naming, heads)
    if all(heads.firsts.isdisjoint(words) for words in naming.words):
        return
    for _, piece in naming.pieces:
        behind = heads.any.match(naming.folded, piece[-1].end)
        if behind is None or len(piece) > _LONGEST or capitals.span(piece).end != piece[-1].end:
            continue
        span = Span(piece[0].start, behind.end())
        if not naming.taken(span) and _is_place(piece, naming, known=behind["head"] in heads.government):
            name = span.of(naming.folded)
            naming.add(span, Agent(iris.agent(name), name, terms.PublicAgency, reviewed=False), "name", "public-head")


def _of_places(naming: Naming, heads: _Heads) -> None:
    """Adds cities and the like that bargain: "struck against the city of Ruritania", but not "marched in the city of Ruritania"."""
    kinds = naming.vocabulary.words(lists.MUNICIPALITY)
    if all(kinds.isdisjoint(words) for words in naming.words):
        return
    for _, piece in naming.pieces:
        before = heads.of_place.search(naming.folded, max(0, piece[0].start - _BEFORE), piece[0].start)
        if before is None or len(piece) > _LONGEST:
            continue
        span = Span(before.start("kind"), piece[-1].end)
        if not naming.taken(span) and _is_place(piece, naming, known=False):
            words = span.of(naming.folded)
            name = words[0].upper() + words[1:]
            naming.add(span, Agent(iris.agent(name), name, terms.PublicAgency, reviewed=False), "name", "public-head")


_BEFORE = 40  # characters before a place
_LONGEST = 4  # words of a place


def _is_place(piece: Run, naming: Naming, *, known: bool) -> bool:
    """Whether words are a place, known as one where that is asked for; never a person or an office."""
    vocabulary = naming.vocabulary
    lows = [word.low for word in piece if not word.link]
    if all(low in vocabulary.place or low in vocabulary.demonym for low in lows):
        return True
    if capitals.span(piece).of(naming.folded) in naming.places:
        return True
    return not known and vocabulary.alone.isdisjoint(lows) and vocabulary.titled.isdisjoint(lows)
