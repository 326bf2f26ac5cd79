"""An organization by the head word of its name alone: "the authority", "the council", "the federation"."""

from __future__ import annotations

import re

from graph.extract.naming import Naming
from graph.extract.words import THE, Words
from graph.model import Span
from ontology import lists, terms

_LINK = re.compile(r" (?:of|for|on) ")


def _headed(words: Words) -> re.Pattern[str]:
    """A noun for an organization with "the"."""
    noun = words.either(lists.HEAD_NOUN)
    return re.compile(rf"{THE} (?:{words.either(lists.PUBLIC_LEVEL)} )?(?P<noun>{noun})\b(?! (?:of|for|on)\b)")


def known(naming: Naming) -> dict[str, str]:
    """The nouns that head the name of one organization alone, and that organization."""
    heads: dict[str, set[str]] = {}
    for agent in naming.agents.values():
        if naming.is_a(agent.iri, terms.Organization) and not naming.is_a(agent.iri, terms.NewsOrganization):
            for noun in naming.vocabulary.head_noun.intersection(_heads(agent.name)):
                heads.setdefault(noun, set()).add(agent.iri)
    return {noun: min(iris) for noun, iris in heads.items() if len(iris) == 1}


def find(naming: Naming) -> None:
    """Adds a mention where "the" and a noun stand for the one organization, named before, whose name that noun heads."""
    one = known(naming)
    if not one:
        return
    pattern = naming.vocabulary.of(_headed)
    for sentence, words in zip(naming.sentences, naming.words, strict=True):
        if one.keys().isdisjoint(words):
            continue
        for match in pattern.finditer(naming.low, sentence.span.start, sentence.span.end):
            if match["noun"] not in one:
                continue
            span, iri = Span(match.start(), match.end()), one[match["noun"]]
            capital = naming.folded[match.start("noun")].isupper()
            if not capital and not naming.quoted(span) and any(iri in m.agents for m in naming.before(span.start)):
                naming.refer(span, (iri,), "nominal", "name")


def _heads(name: str) -> set[str]:
    """The words that can stand for a name: its last, and that before an "of" or "for"."""
    words = _LINK.split(name.lower())
    return {part.split()[-1] for part in (words[0], name.lower()) if part.split()}
