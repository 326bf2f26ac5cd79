"""A person by an office alone: "the RMT general secretary", "the superintendent", "the union boss"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extract.naming import Naming
from graph.extract.pronouns import topic
from graph.extract.words import THE, Words
from graph.model import Span
from ontology import lists, terms


class _Unionist:
    """Nouns for somebody who leads a union, and the last words of them, without which none can stand in a sentence."""

    def __init__(self, words: Words) -> None:
        self.pattern = re.compile(rf"{THE} {words.either(lists.UNIONIST)}\b(?! [A-Z])")
        self._last = frozenset(noun.split()[-1] for noun in words.words(lists.UNIONIST))

    def named(self, naming: Naming) -> bool:
        """Whether a sentence of the text can hold one."""
        return any(not self._last.isdisjoint(words) for words in naming.words)


def find(naming: Naming) -> None:
    """ "the RMT general secretary", "the superintendent": the one person to whom the text gives that office."""
    common = naming.vocabulary.common_office
    by_office: dict[str, set[str]] = {}
    for agent in naming.agents.values():
        if agent.role is not None and agent.type == terms.Person and agent.role.lower() not in common:
            by_office.setdefault(agent.role.lower(), set()).add(agent.iri)
            last = agent.role.lower().split()[-1]
            if last not in common:
                by_office.setdefault(last, set()).add(agent.iri)
    offices = {office: min(iris) for office, iris in by_office.items() if len(iris) == 1}
    unionist = naming.vocabulary.of(_Unionist)
    for match in unionist.pattern.finditer(naming.low) if unionist.named(naming) else ():
        person = topic(
            Span(match.start(), match.end()), Span(naming.sentence_start(match.start()), match.end()), naming
        )
        if person is not None and naming.told(Span(match.start(), match.end())):
            naming.refer(Span(match.start(), match.end()), person.agents, "nominal", "recency")
    if not offices:
        return
    longest_first = sorted(offices, key=len, reverse=True)
    met: dict[str, int] = {}
    for mention in naming.within(Span(0, len(naming.low))):
        met.setdefault(mention.agents[0], mention.span.end)
    firsts = {re.split(r"[^a-z]", office, maxsplit=1)[0] for office in offices}
    for sentence, present in zip(naming.sentences, naming.words, strict=True):
        if "" not in firsts and firsts.isdisjoint(present):
            continue
        for start, span in _held(naming.low, sentence.span, longest_first):
            iri = offices[span.of(naming.low)]
            follows = re.match(r",? (?:of |for |at )?(?:the )?[A-Z]", naming.folded[span.end : span.end + 12])
            if follows is None and met.get(iri, span.end) < start:
                naming.refer(span, (iri,), "nominal", "office")


_DETERMINER = re.compile(r"\b(?:the|its|their|'s|’s) ")
_ADJECTIVE = re.compile(r"[\w'’&-]+ ")
_ADJECTIVES = 3  # words at most between a determiner and an office
_CLOSED = re.compile(r"\b(?!['’]s? )")


def _held(low: str, sentence: Span, offices: Sequence[str]) -> Iterator[tuple[int, Span]]:
    """Where "the" and the like begin, and the office that stands behind them, with three words between at most."""
    behind = sentence.start
    for determiner in _DETERMINER.finditer(low, sentence.start, sentence.end):
        span = _office(low, determiner.end(), sentence.end, offices) if determiner.start() >= behind else None
        if span is not None:
            yield determiner.start(), span
            behind = span.end


def _office(low: str, at: int, end: int, offices: Sequence[str]) -> Span | None:
    for left in range(_ADJECTIVES, -1, -1):
        for office in offices:
            if low.startswith(office, at, end) and _CLOSED.match(low, at + len(office), end):
                return Span(at, at + len(office))
        word = _ADJECTIVE.match(low, at, end) if left else None
        if word is None:
            return None
        at = word.end()
    return None
