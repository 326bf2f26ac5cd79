"""People whose office names a side by its noun alone: "union president A", "airline spokesman B"; or by what stands behind
the name: "A, its president", "A, who leads the council".
"""

from __future__ import annotations

import re

from graph.extract import nominals, pronouns
from graph.extract.gazetteer import Gazetteer
from graph.extract.naming import Naming
from graph.extract.words import Words
from graph.model import Mention, Span
from ontology import lists, terms

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


class _Links:
    """What stands between a name and the body that it is of."""

    def __init__(self, words: Words) -> None:
        self.of_it = re.compile(r",? (?:— |– |-- )?(?:its|their) ")
        self.office = re.compile(
            rf",? (?:— |– |-- )?the (?:{words.either(lists.UNION_CHIEF)}|{words.either(lists.FIRM_CHIEF)})\b(?! (?:of|at|for|from)\b)"
        )
        self.heads = re.compile(rf", who {words.either(lists.HEADING)} (?P<the>the )?")


def beside(naming: Naming) -> None:
    """Puts a person on the side that the words behind the name tell of: "A, its president", "A, the general secretary", "A, who
    leads the council".
    """
    links = naming.vocabulary.of(_Links)
    met: set[str] = set()
    for mention in naming.within(Span(0, len(naming.low))):
        agent = naming.agents[mention.agents[0]]
        if agent.type != terms.Person or agent.affiliation is not None or agent.iri in met:
            continue
        met.add(agent.iri)
        heads = links.heads.match(naming.low, mention.span.end)
        if heads is not None:
            headed = naming.at(heads.end()) or naming.at(heads.start("the") if heads["the"] else heads.end())
            iri = naming.organization(headed)
        elif agent.role is None:
            continue
        elif links.of_it.match(naming.low, mention.span.end):
            iri = pronouns.body(mention.span, naming)
        elif links.office.match(naming.low, mention.span.end):
            iri = _chief_of(agent.role.lower(), naming)
        else:
            continue
        if iri is not None:
            naming.revise(agent.iri, role=agent.role or _HEAD, affiliation=iri)


_HEAD = "head"  # the office of whoever "leads" a body


def _chief_of(office: str, naming: Naming) -> str | None:
    """The only union of the article, or its only employer, by whichever of them has such an office."""
    of_union = office in naming.vocabulary.words(lists.UNION_CHIEF)
    kinds = (terms.LaborUnion,) if of_union else (terms.Company, terms.EmployerAssociation)
    found = [
        agent.iri
        for agent in naming.agents.values()
        if naming.is_a(agent.iri, *kinds) and not naming.is_a(agent.iri, terms.NewsOrganization)
    ]
    return found[0] if len(found) == 1 else None


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
