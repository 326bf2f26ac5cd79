"""Short names of organizations that a text has named in full: initials, first words, what members own."""

from __future__ import annotations

import re

from graph import iris
from graph.extract import capitals
from graph.extract.capitals import Run
from graph.extract.naming import Naming
from graph.extract.phrases import Names
from graph.extract.words import Words, either
from graph.model import Span
from ontology import lists, terms

_ACRONYM = re.compile(r"[A-Z](?<![\w&-][A-Z])[A-Z&]{1,6}(?![\w&-])(?= (?P<next>[A-Z][\w-]*)|)")


_OF = re.compile(r" (?:of|for|at|in) ")  # what parts the head of a name from where the body is


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
    for agent in naming.agents.values():
        head = _OF.split(agent.name)[0].split()
        if len(head) > 1 and head != agent.name.split() and not agent.reviewed:
            initials.setdefault("".join(w[0] for w in head if w[0].isupper()), agent.iri)
    if not initials:
        return
    for sentence in naming.sentences:
        for match in _ACRONYM.finditer(naming.folded, sentence.span.start, sentence.span.end):
            if match["next"] is not None and match["next"].lower() not in naming.vocabulary.titled:
                continue  # "ABC News" has a name of its own, "ABC President Jane Roe" is of ABC
            iri = naming.short.get(match[0]) or initials.get(match[0])
            if iri is not None and len(match[0]) > 1:
                _own(match, iri, naming)
                naming.refer(Span(match.start(), match.end()), (iri,), "name", "acronym")


def _own(match: re.Match[str], iri: str, naming: Naming) -> None:
    """Settles whom initials mean that also are those of a union elsewhere, of which the text has no other name: of two names
    with mostly the same words the one union, else the union of the text.
    """
    met = naming.at(match.start())
    if met is None or met.span.end != match.end() or met.agents == (iri,) or len(met.agents) != 1:
        return
    if f"({match[0]})" in naming.folded:
        return  # the brackets settle it
    known, found = naming.agents[met.agents[0]], naming.agents[iri]
    if known.type != found.type or found.type != terms.LaborUnion:
        return
    wordings = {m.span.of(naming.folded) for m in naming.within(Span(0, len(naming.folded))) if known.iri in m.agents}
    if wordings != {match[0]}:
        return
    if any(_alike(name, found.name, naming) for name in (known.name, *_aliases(known.iri, naming))):
        naming.unite(iri, known.iri)
    else:
        naming.replace(met.span, found, "name", "acronym")


def _aliases(iri: str, naming: Naming) -> tuple[str, ...]:
    """The other names of an agent of the registry."""
    return next((entry.aliases for entry in naming.lexicon.agents if entry.iri == iri), ())


def _alike(known: str, found: str, naming: Naming) -> bool:
    """Whether two names have the same words but for a few, or the same letters, and no place sets them apart."""
    one, other = known.lower().split(), found.lower().split()
    if "".join(one) == "".join(other):
        return True
    words = frozenset(other)
    return 2 * len(words & set(one)) >= len(words) and not (words - set(one)) & naming.vocabulary.place


def first_words(naming: Naming) -> None:
    """A company's first word stands for it where that word says enough: "Samsung" for "Samsung Electronics"."""
    vocabulary = naming.vocabulary
    shorter: list[tuple[str, str]] = []
    generic = vocabulary.words(lists.GENERIC_FIRST)
    common = (generic, vocabulary.place, vocabulary.demonym, naming.lowercase)
    for agent in naming.agents.values():
        words = agent.name.split()
        first = words[0]
        if (
            agent.reviewed
            or agent.type != terms.Company
            or len(words) < 2
            or len(first) < (3 if first.isupper() else 4)
            or first.endswith("'s")
        ):
            continue
        given = first.lower() in vocabulary.given and words[1].lower().strip(".,") not in vocabulary.suffix
        if first[0].isupper() and not given and not any(first.lower() in words for words in common):
            naming.short.setdefault(first, agent.iri)
            shorter.append((first, agent.iri))
    for first, iri in shorter:
        naming.unite(iris.agent(first), iri)
    _acting(naming)


def in_full(voted: dict[str, str], naming: Naming) -> None:
    """Makes of a company that speaks or acts by its first word alone, once named in full, the short name: "Tarn Platinum
    raised its offer. Tarn said ..." tells of one company.
    """
    met: dict[str, Span] = {}
    longer: dict[str, str] = {}
    for name, piece in naming.pieces:
        first = piece[0].text
        if first == name:
            met.setdefault(name, capitals.span(piece))
        elif voted.get(first) == terms.Company and first not in met and _in_full(piece, naming):
            longer.setdefault(first, name)
    for short, name in longer.items():
        voted.setdefault(name, terms.Company)
        naming.short.setdefault(short, iris.agent(name))


def _in_full(piece: Run, naming: Naming) -> bool:
    """Whether a free name of two or three words is one of a company that can be cut to its first."""
    vocabulary = naming.vocabulary
    lows = [word.low for word in piece]
    if not 1 < len(piece) < 4 or any(word.link for word in piece) or naming.taken(capitals.span(piece)):
        return False
    first, last, place = lows[0], lows[-1], vocabulary.place
    if first in place or first in vocabulary.demonym or last in vocabulary.words_not_surname or last in place:
        return False
    return vocabulary.titled.isdisjoint(lows) and vocabulary.workers.isdisjoint(lows) and not piece[1].text.isupper()


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
