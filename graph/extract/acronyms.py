"""A short name of the registry in brackets settles who stands before it, however the long name is written.

"Alliance of Film and Television Producers (AMPTP)" and "Top Stories The Writers Guild of America (WGA)" name no new body.
"""

from __future__ import annotations

import re

from graph.extract.naming import Naming
from graph.model import Agent, Span
from ontology import terms

_BRACKET = re.compile(r"\(([A-Z][A-Za-z&-]{1,11})\)")
_SHARE = 0.6  # of the short name's letters that must be initials of the long one, in order


def settle(naming: Naming) -> None:
    """Makes one agent of a body found by pattern and the registry's whose short name follows it in brackets."""
    for match in _BRACKET.finditer(naming.folded):
        inner = naming.at(match.start(1))
        outer = naming.ending(match.start() - 1)
        if inner is None or outer is None or len(inner.agents) != 1 or len(outer.agents) != 1:
            continue
        known, found = naming.agents[inner.agents[0]], naming.agents[outer.agents[0]]
        if not known.reviewed or found.reviewed or terms.Person in (known.type, found.type):
            continue
        if _elsewhere(known.name, found.name, naming):
            _rename(match[1], known.iri, found, naming)
        elif _fits(match[1], outer.span.of(naming.folded)):
            naming.unite(found.iri, known.iri)


def _elsewhere(known: str, found: str, naming: Naming) -> bool:
    """Whether two names are of bodies of two places, whatever short name both bear: "the Maine (Texas) Nurses Union"."""
    one, other = (set(name.lower().split()) for name in (known, found))
    places = naming.vocabulary.place
    return bool((one - other) & places) and bool((other - one) & places)


def _rename(short: str, known: str, found: Agent, naming: Naming) -> None:
    """Gives the places of a short name to the body that the text itself brackets it with."""
    naming.short[short] = found.iri
    for mention in naming.within(Span(0, len(naming.folded))):
        if mention.agents == (known,) and mention.span.of(naming.folded) == short:
            naming.replace(mention.span, found, "name", "acronym")


def spelled(naming: Naming) -> None:
    """Makes one agent of a body known by its capitals and one whose initials they are: "BRT", "Bay River Transit"."""
    loose = [agent for agent in naming.agents.values() if not agent.reviewed and agent.type != terms.Person]
    longs: dict[str, str] = {}
    for agent in loose:
        words = agent.name.split()
        if len(words) > 1:
            longs["".join(word[0] for word in words if word[0].isupper())] = agent.iri
            longs["".join(word[0] for word in words).upper()] = agent.iri  # "NDOC", Department of Corrections
    for agent in loose:
        if len(agent.name) > 2 and agent.name.isupper() and agent.name in longs:
            naming.unite(agent.iri, longs[agent.name])


def clipped(naming: Naming) -> None:
    """Makes one agent of a body and the clipped first word that stands for it: "the Metropolitan Opera", "the Met"."""
    loose = [agent for agent in naming.agents.values() if naming.is_a(agent.iri, terms.Organization)]
    for agent in loose:
        short = agent.name
        if agent.reviewed or not 2 < len(short) < 6 or not short.isalpha() or not short.istitle():
            continue
        whole = [o.iri for o in loose if o.type == agent.type and " " in o.name and _clips(short, o.name.split()[0])]
        if len(whole) == 1 and f"the {short.lower()}" in naming.low:
            naming.unite(agent.iri, whole[0])


def _clips(short: str, word: str) -> bool:
    return len(word) > len(short) + 2 and word.startswith(short)


def _fits(short: str, name: str) -> bool:
    """Whether most letters of a short name are, in order, initials of a name."""
    letters = [c for c in short if c.isupper()]
    initials = [word[0] for word in re.findall(r"[A-Z][\w']*", name)]
    best = [0] * (len(initials) + 1)
    for letter in letters:
        last = 0
        for at, initial in enumerate(initials, start=1):
            above = best[at]
            best[at] = last + 1 if initial == letter else max(best[at], best[at - 1])
            last = above
    return best[-1] >= _SHARE * len(letters) and best[-1] > 1
