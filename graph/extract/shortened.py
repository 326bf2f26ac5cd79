"""Short names of organizations that a text has named in full: initials, first words, what members own."""

from __future__ import annotations

import re

from graph import iris
from graph.extract.naming import Naming
from graph.extract.phrases import Names
from graph.extract.words import Words, either
from graph.model import Span
from ontology import lists, terms

_ACRONYM = re.compile(r"[A-Z](?<![\w&-][A-Z])[A-Z&]{1,6}(?![\w&-]| [A-Z])")


def _owned(words: Words) -> re.Pattern[str]:
    """A name that a union's members own: "Actors' Equity"."""
    whole = either(head.title() for head in words.words(lists.OWNED_NOT))
    return re.compile(rf"(?:[A-Z][\w-]+ )?[A-Z][\w-]+(?:s'|'s) (?P<short>(?!{whole})[A-Z][a-z]+)(?: Association)?")


def _acts(words: Words) -> str:
    """What follows a company's first word that acts alone."""
    return rf" {words.either(lists.COMPANY_ACTS)}\b|'s {words.either(lists.COMPANY_OWN)}"


def acronyms(naming: Naming) -> None:
    """Capitals that are the first letters of an organization named in the text stand for it."""
    initials: dict[str, str] = {}
    for agent in naming.agents.values():
        if agent.reviewed or not naming.is_a(agent.iri, terms.Organization):
            continue
        words = [w for w in re.split(r"[ ,-]+", agent.name) if w[:1].isupper()]
        if len(words) > 1:
            initials.setdefault("".join(w[0] for w in words), agent.iri)
    if not initials:
        return
    for sentence in naming.sentences:
        for match in _ACRONYM.finditer(naming.folded, sentence.span.start, sentence.span.end):
            iri = naming.short.get(match[0]) or initials.get(match[0])
            if iri is not None and len(match[0]) > 1:
                naming.refer(Span(match.start(), match.end()), (iri,), "name", "acronym")


def first_words(naming: Naming) -> None:
    """A company's first word stands for it where that word says enough: "Samsung" for "Samsung Electronics"."""
    vocabulary = naming.vocabulary
    shorter: list[tuple[str, str]] = []
    common = vocabulary.words(lists.GENERIC_FIRST) | vocabulary.place | vocabulary.demonym | naming.lowercase
    for agent in naming.agents.values():
        words = agent.name.split()
        first = words[0]
        if agent.reviewed or agent.type != terms.Company or len(words) < 2 or len(first) < 4 or first.endswith("'s"):
            continue
        given = first.lower() in vocabulary.given and words[1].lower().strip(".,") not in vocabulary.suffix
        if first[0].isupper() and first.lower() not in common and not given:
            naming.short.setdefault(first, agent.iri)
            shorter.append((first, agent.iri))
    for first, iri in shorter:
        naming.unite(iris.agent(first), iri)
    _acting(naming)


def _acting(naming: Naming) -> None:
    """A company's first word, common as it is, where it acts alone: "American said" in an article on American Airlines."""
    common, acts = naming.vocabulary.words(lists.COMMON_NAME), naming.vocabulary.of(_acts)
    for agent in list(naming.agents.values()):
        words = agent.name.split()
        if agent.type != terms.Company or len(words) != 2 or words[0].lower() not in common:
            continue
        for match in re.finditer(rf"(?<![A-Z][a-z] )\b{words[0]}(?={acts})", naming.folded):
            if naming.told(Span(match.start(), match.end())):
                naming.refer(Span(match.start(), match.end()), (agent.iri,), "name", "first-word")


def _after_owner(naming: Naming) -> None:
    """ "Equity" for "Actors' Equity": what a union's name says of its own members is dropped later."""
    for mention in naming.within(Span(0, len(naming.folded))):
        name = naming.vocabulary.of(_owned).fullmatch(mention.span.of(naming.folded))
        if name is not None and naming.is_a(mention.agents[0], terms.LaborUnion):
            naming.short.setdefault(name["short"], mention.agents[0])


def repeats(naming: Naming) -> None:
    """Later uses of short names and of names found by context."""
    _after_owner(naming)
    known = dict(naming.short)
    for agent in list(naming.agents.values()):
        if not agent.reviewed and naming.is_a(agent.iri, terms.Organization):
            known.setdefault(agent.name, agent.iri)
    # "Buchan" is a person where the text names one, whatever "Buchan Knight Casting" begins with.
    known = {name: iri for name, iri in known.items() if ("", name) not in naming.people}
    if not known:
        return
    names = Names(known, before=r"[\w&/@#-]", after=r"[\w&]|-[A-Z]")
    for _, at, name in names.each(naming.folded, naming.sentences):
        if known[name] in naming.agents:
            naming.refer(Span(at, at + len(name)), (known[name],), "name", "repeat")
