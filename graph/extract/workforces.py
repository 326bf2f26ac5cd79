"""The people who do the work, standing for their union: "the actors", "nurses voted", "pilots at X walked out"."""

from __future__ import annotations

import re
from collections.abc import Set

from graph.extract.gazetteer import Gazetteer, agent_of
from graph.extract.naming import Naming
from graph.model import Span
from ontology import terms

_OWNED = re.compile(
    r"\b(?P<word>[a-z]+s)['’]? (?=(?:own |three-week |long |new |ongoing |looming |current |possible |potential |first )?"
    r"(?:strikes?|walkouts?|stoppages?|talks|negotiations|contract|agreement|deal|settlement|picket|pickets|board|leaders)\b)"
)


_ACTING = re.compile(
    r"\b(?:(?P<the>the|hollywood|hollywood's|film|screen|striking|union|unionized) )?(?P<word>[a-z]+s)(?=,? (?:who|and|have|had|are|were|went|walked|voted|struck|strike|joined|join|return|returned|are|reached|agreed|began|remain|remained|on strike|ratified|approved|rejected|strike|marched|picketed|won)\b)"
)
_ACTS = re.compile(
    r",? (?:who )?(?:have |had |are |were )?(?:also |been |now |overwhelmingly )*(?:(?:and \w+ )?(?:are |were |went |go |have been )?on strike|remain(?:ed)? (?:on strike|in (?:talks|negotiations))|walk|strik|struck|vot|join|picket|ratif|reach|agree|return|march|approv|reject|won)"
)
_BESIDE = re.compile(r"\b(?:joined|join|joining|with|by|supporting) the (?P<word>[a-z]+s)\b")
_WORKERS = re.compile(
    r"(?<![\w-])(?:(?P<before>[\w'-]+) )?(?P<word>[a-z]+s|staff|faculty|workforce)\b"
    r"(?: (?:at|for|with|from) (?:the |all |both |its )?(?:[\w'.&-]+ ){0,5}?[\w'.&-]+?)?(?=,? (?:who|have|had|are|were|went|walk|vot|str|ratif|reject|approv|picket|return|began|also|now|overwhelmingly|narrowly|have)\w*)"
)

_REPRESENTED = re.compile(r"\brepresent(?:s|ing) [^.;:()]{0,80}$")
_OF = re.compile(
    r"\b(?:strikes?|walkouts?|stoppages?|pickets?|vote|demands?) (?:of|by) (?:the |its |their )?(?P<word>[a-z]+)\b"
)


def find(sentence: Span, words: Set[str], naming: Naming, gazetteer: Gazetteer) -> None:
    """Adds the workforces of one sentence; `words` are its lower-case words."""
    if not gazetteer.organizers.keys().isdisjoint(words):
        _owners(sentence, naming, gazetteer)
        _workforces(sentence, naming, gazetteer)
    if not naming.vocabulary.workers.isdisjoint(words):
        _workers(sentence, naming, gazetteer)


def familiar(naming: Naming) -> bool:
    """Whether the article names a party of the registry at all, so that its nominals can be meant."""
    return any(
        agent.reviewed and naming.is_a(agent.iri, terms.LaborUnion, terms.EmployerAssociation, terms.Company)
        for agent in naming.agents.values()
    )


def union_of(word: str, span: Span, naming: Naming, gazetteer: Gazetteer) -> str | None:
    """The union of a workforce at a place: one named in the text, else the registry's if the text can mean it."""
    word = word.rstrip("'’").removesuffix("'s").removesuffix("’s")
    fitting = gazetteer.organizers.get(word, [])
    fitting = gazetteer.living(fitting, span, naming) or fitting
    named = [e for e in fitting if e.iri in naming.agents]
    if named:
        return naming.acting(gazetteer.choose(named, span, naming).iri)
    for agent in naming.agents.values():
        if not agent.reviewed and naming.is_a(agent.iri, terms.LaborUnion) and word.rstrip("s") in agent.name.lower():
            return agent.iri
    if fitting and familiar(naming):
        entry = gazetteer.choose(fitting, span, naming)
        naming.agents.setdefault(entry.iri, agent_of(entry))
        return entry.iri
    return None


def called(word: str, naming: Naming, gazetteer: Gazetteer) -> str | None:
    """The one union named in the text in whose name a word stands: "the staff union" of a guild is not the guild."""
    fitting = []
    for agent in naming.agents.values():
        if naming.is_a(agent.iri, terms.LaborUnion):
            entry = gazetteer.entries.get(agent.iri)
            names = (agent.name, *entry.aliases) if entry is not None else (agent.name,)
            if any(word in name.lower().split() for name in names):
                fitting.append(agent.iri)
    return fitting[0] if len(fitting) == 1 else None


def _workers(sentence: Span, naming: Naming, gazetteer: Gazetteer) -> None:
    """ "nurses voted": workers whom no registry gives to a union act as the one that the article names for them."""
    vocabulary = naming.vocabulary
    for match in _WORKERS.finditer(naming.low, sentence.start, sentence.end):
        word, before = match["word"], match["before"] or ""
        if word not in vocabulary.workers or word in gazetteer.organizers or before in vocabulary.not_union:
            continue
        span = Span(match.start("word"), match.end("word"))
        if _ACTS.match(naming.low, match.end()) is None or naming.quoted(span) or naming.taken(span):
            continue
        owner = naming.ending(span.start - 1) or naming.ending(span.start - 3)
        if owner is not None and not _only_employer(owner.agents, naming):
            continue
        iri = _whose(word, naming, gazetteer)
        if iri is not None:
            naming.refer(span, (iri,), "nominal", "workforce")
    for match in _OF.finditer(naming.low, sentence.start, sentence.end):
        if match["word"] in vocabulary.workers and match["word"] not in gazetteer.organizers:
            iri = _whose(match["word"], naming, gazetteer)
            if iri is not None:
                naming.refer(Span(match.start("word"), match.end("word")), (iri,), "nominal", "workforce")


def _whose(word: str, naming: Naming, gazetteer: Gazetteer) -> str | None:
    """The union whose name tells of these workers, else the only one that the article names."""
    named = called(word, naming, gazetteer) or called(word.removesuffix("s") + "s'", naming, gazetteer)
    if named is not None:
        return named
    unions = [agent.iri for agent in naming.agents.values() if naming.is_a(agent.iri, terms.LaborUnion)]
    return unions[0] if len(unions) == 1 else None


def _only_employer(iris: tuple[str, ...], naming: Naming) -> bool:
    employers = {agent.iri for agent in naming.agents.values() if naming.is_a(agent.iri, terms.Company)}
    return employers == set(iris)


def _owners(sentence: Span, naming: Naming, gazetteer: Gazetteer) -> None:
    """ "the writers' walkout", "the actors strike": a workforce before what its union does or has."""
    for match in _OWNED.finditer(naming.low, sentence.start, sentence.end):
        word = match["word"]
        if word in gazetteer.organizers:
            span = Span(match.start("word"), match.end("word"))
            iri = union_of(word, span, naming, gazetteer)
            if iri is not None:
                naming.refer(span, (iri,), "nominal", "owner")


def _workforces(sentence: Span, naming: Naming, gazetteer: Gazetteer) -> None:
    """ "writers", "actors" where they act as a body: before a verb of industrial action, or as "the writers"."""
    for match in _ACTING.finditer(naming.low[sentence.start : sentence.end]):
        word = match["word"]
        entries = gazetteer.organizers.get(word)
        if not entries:
            continue
        after = naming.low[sentence.start + match.end() : sentence.start + match.end() + 60]
        acts = _ACTS.match(after)
        if acts is None and match["the"] not in ("the",):
            continue
        start = sentence.start + match.start("word")
        span = Span(start, start + len(word))
        if _REPRESENTED.search(naming.low, sentence.start, start):
            continue  # "The union, which represents artists and writers, reached a deal"
        iri = union_of(word, span, naming, gazetteer)
        if iri is not None:
            naming.refer(span, (iri,), "nominal", "workforce")
    for match in _BESIDE.finditer(naming.low[sentence.start : sentence.end]):
        if match["word"] not in gazetteer.organizers:
            continue
        start = sentence.start + match.start("word")
        span = Span(start, start + len(match["word"]))
        iri = union_of(match["word"], span, naming, gazetteer)
        if iri is not None:
            naming.refer(span, (iri,), "nominal", "workforce")
