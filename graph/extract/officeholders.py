"""A person by an office alone: "the RMT general secretary", "the superintendent", "the union boss"."""

from __future__ import annotations

import re

from graph.extract.naming import Naming
from graph.extract.pronouns import topic
from graph.extract.words import Words
from graph.model import Span
from ontology import lists, terms


class _Unionist:
    """Nouns for somebody who leads a union, and the last words of them, without which none can stand in a sentence."""

    def __init__(self, words: Words) -> None:
        self.pattern = re.compile(rf"\bthe {words.either(lists.UNIONIST)}\b(?! [A-Z])")
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
    words = "|".join(re.escape(office) for office in sorted(offices, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:the|its|their|'s|’s) (?:[\w'’&-]+ ){{0,3}}?(?P<office>{words})\b(?!['’]s? )")
    met: dict[str, int] = {}
    for mention in naming.within(Span(0, len(naming.low))):
        met.setdefault(mention.agents[0], mention.span.end)
    firsts = {re.split(r"[^a-z]", office, maxsplit=1)[0] for office in offices}
    for sentence, present in zip(naming.sentences, naming.words, strict=True):
        if "" not in firsts and firsts.isdisjoint(present):
            continue
        for match in pattern.finditer(naming.low, sentence.span.start, sentence.span.end):
            iri = offices[match["office"]]
            follows = re.match(r",? (?:of |for |at )?(?:the )?[A-Z]", naming.folded[match.end() : match.end() + 12])
            if follows is None and met.get(iri, match.end()) < match.start():
                naming.refer(Span(match.start("office"), match.end()), (iri,), "nominal", "office")
