"""Employers by a plural without an article: "theaters and the ushers' union have reached a deal", "talks with producers"."""

from __future__ import annotations

import re

from graph.extract import nominals
from graph.extract.naming import Naming
from graph.extract.words import Words
from graph.model import Sentence, Span
from ontology import lists, terms

RULE = "employers"  # by which such a mention is known
_BEFORE = re.compile(r"(?:^|[,;:—–\"] ?|\b(?:with|between|by|from|against|to|but|when|after|while|as|that) )\Z")


class _Officers:
    """Those who act for a company, by the bare word."""

    def __init__(self, words: Words) -> None:
        self.pattern = re.compile(rf"(?<![\w'’-])company {words.either(lists.COMPANY_OFFICER)}\b")


class _Plurals:
    """Plurals for employers, and those of them that fit whatever body speaks for employers."""

    def __init__(self, words: Words) -> None:
        of_any = {noun for noun in words.words(lists.EMPLOYERS_NOMINAL) if noun.endswith("s") and " " not in noun}
        named = {
            noun
            for noun in words.words(lists.ORGANIZATION_EMPLOYER, lists.ORGANIZATION_ASSOCIATION)
            if noun[-1:] == "s"
        }
        self.of_any = frozenset(of_any)
        self.all = frozenset(of_any | named)


def body(naming: Naming) -> str | None:
    """The one body of employers that the text names; None where there are more, or none."""
    bodies = [agent.iri for agent in naming.agents.values() if naming.is_a(agent.iri, terms.EmployerAssociation)]
    named = [iri for iri in bodies if naming.named(iri)]
    return named[0] if len(named) == 1 else None


def find(sentence: Sentence, words: frozenset[str], naming: Naming, one: str) -> None:
    """Adds a mention of the body where a plural that its name holds, or that fits any, stands without an article."""
    plurals = naming.vocabulary.of(_Plurals)
    present = plurals.all & words
    if not present:
        return
    name = frozenset(naming.agents[one].name.lower().split())
    fitting = [noun for noun in present if noun in plurals.of_any or noun in name]
    if not fitting:
        return
    low, start, end = naming.low, sentence.span.start, sentence.span.end
    for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, fitting))})\b(?!['’-])", low[start:end]):
        span = Span(start + match.start(), start + match.end())
        joined = low.startswith(" and ", span.start - 5) and naming.ending(span.start - 5) is not None
        free = joined or _BEFORE.search(low, max(start, span.start - 10), span.start) is not None
        if free and not naming.quoted(span):
            naming.refer(span, (one,), "nominal", RULE)


def officers(sentence: Span, naming: Naming) -> None:
    """ "Company officials" act for the employer named last, if no name before them says of which."""
    for match in naming.vocabulary.of(_Officers).pattern.finditer(naming.low, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        if naming.ending(span.start - 1) is None and not naming.quoted(span):
            nominals.employer(span, "company", naming)
