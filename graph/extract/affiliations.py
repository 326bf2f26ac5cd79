"""People whose office names a side by its noun alone: "union president A", "airline spokesman B"; or by "its": "A, its
president".
"""

from __future__ import annotations

import re

from graph.extract import nominals, pronouns
from graph.extract.gazetteer import Gazetteer
from graph.extract.naming import Naming
from graph.model import Mention, Span
from ontology import terms

_UNION_NOUNS = frozenset(("union", "guild", "local"))


def find(naming: Naming, gazetteer: Gazetteer) -> None:
    """Puts each such person on the side that was named last, or that the article names alone."""
    open_ones = {
        agent.iri: agent.role.lower().split()[0]
        for agent in naming.agents.values()
        if agent.type == terms.Person and agent.role and agent.affiliation is None
    }
    nouns = _UNION_NOUNS | naming.vocabulary.kinds.keys()
    open_ones = {iri: noun for iri, noun in open_ones.items() if noun in nouns or noun in _ANY_EMPLOYER}
    mentions = naming.within(Span(0, len(naming.low))) if open_ones else []
    named = {iri for mention in mentions for iri in mention.agents}
    for mention in mentions:
        noun = open_ones.pop(mention.agents[0], "")
        if noun:
            iri = _side(noun, mention, naming, gazetteer)
            role = naming.agents[mention.agents[0]].role
            if iri in named and role is not None:
                naming.revise(mention.agents[0], role=role.partition(" ")[2] or role, affiliation=iri)


_ANY_EMPLOYER = frozenset(("company",))
_ITS = re.compile(r",? (?:— |– |-- )?(?:its|their) ")


def of_it(naming: Naming) -> None:
    """Puts a person in an office "of it" on the side that the sentence is about, or the one before: "The council wants more,
    A, its president, said".
    """
    for agent in list(naming.agents.values()):
        if agent.type != terms.Person or agent.role is None or agent.affiliation is not None:
            continue
        mention = next((m for m in naming.within(Span(0, len(naming.low))) if m.agents == (agent.iri,)), None)
        if mention is None or _ITS.match(naming.low, mention.span.end) is None:
            continue
        iri = pronouns.body(mention.span, naming)
        if iri is not None:
            naming.revise(agent.iri, role=agent.role, affiliation=iri)


def _side(noun: str, mention: Mention, naming: Naming, gazetteer: Gazetteer) -> str | None:
    if noun in _UNION_NOUNS:
        guilds = gazetteer.guilds if noun == "guild" else None
        return nominals.chosen(mention.span, naming, (terms.LaborUnion,), guilds)
    named = nominals.by_noun(mention.span, noun, naming)
    if named is not None or noun in naming.vocabulary.public_noun:
        return named
    companies = [
        agent.iri
        for agent in naming.agents.values()
        if naming.is_a(agent.iri, terms.Company) and not naming.is_a(agent.iri, terms.NewsOrganization)
    ]
    return companies[0] if len(companies) == 1 else None
