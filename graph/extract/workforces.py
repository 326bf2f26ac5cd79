"""The people who do the work, standing for their union: "the actors", "nurses voted", "pilots at X walked out"."""

from __future__ import annotations

import re
from collections.abc import Set

from graph.extract.english import ADVERBS, FUTURE, MODALS
from graph.extract.gazetteer import Gazetteer, agent_of
from graph.extract.naming import Naming
from graph.extract.words import Words
from graph.model import Mention, Span
from ontology import lists, terms

_BEFORE = 16  # characters in which the word before workers is looked for
_MODAL = "|".join(sorted(MODALS | FUTURE | {"would", "should"}))
_ADVERB = "|".join(sorted(ADVERBS | {"been", "be", "overwhelmingly"}))
_PLURAL = r"[a-z]++(?<=[a-z]s)"  # all letters of a word, which ends in "s"
_AND_OTHERS = re.compile(r" and (?:the )?(?P<word>[a-z]+s)\b")  # "writers and actors want"
_REPRESENTED = re.compile(r"\brepresent(?:s|ing) [^.;:()]{0,80}$")


_COUNT = r"(?:(?:about|some|nearly|almost|over|roughly|more than) )?\d[\d,.]*"


class _Patterns:
    """What workers do and have, by which they stand for their union."""

    def __init__(self, words: Words) -> None:
        either = words.either
        self.owned = re.compile(
            rf"\b(?P<word>{_PLURAL})['’]? (?=(?:{either(lists.STOPPAGE_ADJECTIVE)} )?{either(lists.STOPPAGE_NOUN)}\b)"
        )
        self.acting = re.compile(
            rf"\b(?:(?P<the>the|{either(lists.WORKER_ADJECTIVE)}) )?(?P<word>{_PLURAL})"
            rf"(?=,? (?:[a-z]+ly )?(?:who|and|have|had|are|were|{_MODAL}|{either(lists.WORKER_VERB)})\b)"
        )
        self.acts = re.compile(
            rf",? (?:who )?(?:(?:have|had|are|were|{_MODAL}) )?(?:(?:{_ADVERB}) )*"
            r"(?:(?:and \w+ )?(?:are |were |went |go |have been )?on strike"
            rf"|remain(?:ed)? (?:on strike|in (?:talks|negotiations))|{either(lists.ACTING)})"
        )
        self.beside = re.compile(
            rf"\b(?:with|by|{either(lists.BESIDE_WORKERS)}) (?:the|{_COUNT}) (?P<word>{_PLURAL})\b"
        )
        self.workers = re.compile(
            rf"(?<![\w-])(?:(?P<before>[\w'-]++) )?(?P<word>{_PLURAL}|{either(lists.WORKER_COLLECTIVE)})\b"
            r"(?: (?:at|for|with|from) (?:the |all |both |its )?(?:[\w'.&-]+ ){0,5}?[\w'.&-]+?)?"
            rf"(?=,? (?:[a-z]+ly )?(?:who|have|had|are|were|{_MODAL}|{either(lists.WORKER_START)})\w*)"
        )
        self.of = re.compile(
            rf"\b{either(lists.WORKERS_ACT)} (?:of|by) (?:the |its |their |{_COUNT} )?(?P<word>[a-z]+)\b"
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
    bodies = tuple(f"{entry.iri}-" for entry in fitting)
    branches = [iri for iri in naming.agents if iri.startswith(bodies)] if bodies else []
    if len(branches) == 1 and not any(naming.named(e.iri) for e in named):
        return branches[0]  # of a body named for its branch alone, the branch
    if named:
        return naming.acting(gazetteer.choose(named, span, naming).iri)
    for agent in naming.agents.values():
        if not agent.reviewed and naming.is_a(agent.iri, terms.LaborUnion) and word.rstrip("s") in agent.name.lower():
            return agent.iri
    only = only_union(naming) if fitting and not _elsewhere(span, naming) else None
    if only is not None and of_unknown(naming, gazetteer):
        return only  # of nobody the registry knows the workers, but the text means its own union's
    if fitting and familiar(naming):
        entry = gazetteer.choose(fitting, span, naming)
        naming.agents.setdefault(entry.iri, agent_of(entry))
        return entry.iri
    return None


def _elsewhere(span: Span, naming: Naming) -> bool:
    """Whether workers are said to be of another year or nation than the article's own: "in 2003 actors", "the US actors"."""
    before = naming.low[max(0, span.start - _BEFORE) : span.start].rstrip().rpartition(" ")[2]
    return naming.past(span) or before.replace(".", "") in naming.vocabulary.demonym


def of_unknown(naming: Naming, gazetteer: Gazetteer) -> bool:
    """Whether the article names one union, and the registry does not know whom that organizes."""
    only = only_union(naming)
    return only is not None and not any(e.iri == only for entries in gazetteer.organizers.values() for e in entries)


def only_union(naming: Naming) -> str | None:
    """The one union that the text names, which its workers are of, whoever organizes such workers elsewhere."""
    unions = [agent.iri for agent in naming.agents.values() if naming.is_a(agent.iri, terms.LaborUnion)]
    return naming.acting(unions[0]) if len(unions) == 1 else None


def called(word: str, naming: Naming, gazetteer: Gazetteer) -> str | None:
    """The one union named in the text in whose name a word stands: "the staff union" of a guild is not the guild."""
    fitting = []
    for agent in naming.agents.values():
        if naming.is_a(agent.iri, terms.LaborUnion):
            entry = gazetteer.entries.get(agent.iri)
            names = (agent.name, *entry.aliases) if entry is not None else (agent.name,)
            if any(word in name.lower().split() for name in names):
                fitting.append(agent.iri)
    if not fitting:  # a body known by its initials, whose name the text writes out
        named = (m for m in naming.within(Span(0, len(naming.folded))) if m.kind == "name")
        written = (m.agents[0] for m in named if word in m.span.of(naming.low).split())
        fitting = list({iri: None for iri in written if naming.is_a(iri, terms.LaborUnion)})
    # Of a body and its branch, the branch is the one that the text means.
    fitting = [iri for iri in fitting if not any(o.startswith(f"{iri}-") for o in fitting)]
    return fitting[0] if len(fitting) == 1 else None


def _workers(sentence: Span, naming: Naming, gazetteer: Gazetteer) -> None:
    """ "nurses voted": workers whom no registry gives to a union act as the one that the article names for them."""
    vocabulary = naming.vocabulary
    told = vocabulary.of(_Patterns)
    for match in told.workers.finditer(naming.low, sentence.start, sentence.end):
        word, before = match["word"], match["before"] or ""
        if word not in vocabulary.workers or before in vocabulary.not_union:
            continue
        if word in gazetteer.organizers and match.end() == match.end("word"):
            continue  # read with the registry; but not "machinists at X walked out"
        span = Span(match.start("word"), match.end("word"))
        if told.acts.match(naming.low, match.end()) is None or naming.quoted(span) or naming.taken(span):
            continue
        owner = _owner(span, naming)
        if owner is not None and not _only_employer(owner.agents, naming):
            iri = called(
                word, naming, gazetteer
            )  # "Summit pilots": of several firms one's workers are of a union so named
        else:
            iri = _of_list(sentence.start, span, naming, gazetteer) or _whose(word, naming, gazetteer)
        if iri is not None:
            naming.refer(span, (iri,), "nominal", "workforce")
    for match in told.of.finditer(naming.low, sentence.start, sentence.end):
        span = Span(match.start("word"), match.end("word"))
        if match["word"] in gazetteer.organizers:
            iri = union_of(match["word"], span, naming, gazetteer) if not naming.taken(span) else None
        elif match["word"] in vocabulary.workers:
            iri = _whose(match["word"], naming, gazetteer)
        else:
            continue
        if iri is not None:
            naming.refer(span, (iri,), "nominal", "workforce")


def _of_list(start: int, span: Span, naming: Naming, gazetteer: Gazetteer) -> str | None:
    """The union of the workers who open a list that others close: "stagehands, dressers and makeup artists voted"."""
    opened = _LIST.search(naming.low, start, span.start)
    if opened is None or opened["word"] not in gazetteer.organizers:
        return None
    return union_of(opened["word"], span, naming, gazetteer)


_LIST = re.compile(r"\b(?P<word>[a-z]+s), (?:[a-z-]+,? ){1,8}and (?:[a-z-]+ ){0,4}$")


def _owner(span: Span, naming: Naming) -> Mention | None:
    """Who is named right before workers, an adjective between them at most: "Summit pilots", "Cove line workers"."""
    start = span.start
    between = naming.low[max(0, start - _BEFORE) : start - 1].rpartition(" ")[2]
    places = (start - 1, start - 3, start - 2 - len(between)) if between.isalpha() else (start - 1, start - 3)
    return next((owner for place in places if (owner := naming.ending(place)) is not None), None)


def _whose(word: str, naming: Naming, gazetteer: Gazetteer) -> str | None:
    """The union whose name tells of these workers, else the only one that the article names."""
    named = called(word, naming, gazetteer) or called(word.removesuffix("s") + "s'", naming, gazetteer)
    if named is not None:
        return named
    return only_union(naming)


def _only_employer(iris: tuple[str, ...], naming: Naming) -> bool:
    employers = {agent.iri for agent in naming.agents.values() if naming.is_a(agent.iri, terms.Company)}
    return employers == set(iris)


def _owners(sentence: Span, naming: Naming, gazetteer: Gazetteer) -> None:
    """ "the writers' walkout", "the actors strike": a workforce before what its union does or has."""
    for match in naming.vocabulary.of(_Patterns).owned.finditer(naming.low, sentence.start, sentence.end):
        word = match["word"]
        if word in gazetteer.organizers:
            span = Span(match.start("word"), match.end("word"))
            iri = union_of(word, span, naming, gazetteer)
            if iri is not None:
                naming.refer(span, (iri,), "nominal", "owner")


def _workforces(sentence: Span, naming: Naming, gazetteer: Gazetteer) -> None:
    """ "writers", "actors" where they act as a body: before a verb of industrial action, or as "the writers"."""
    told = naming.vocabulary.of(_Patterns)
    for match in told.acting.finditer(naming.low[sentence.start : sentence.end]):
        word = match["word"]
        entries = gazetteer.organizers.get(word)
        if not entries:
            continue
        after = naming.low[sentence.start + match.end() : sentence.start + match.end() + 60]
        joined = _AND_OTHERS.match(after)
        others = joined is not None and joined["word"] in gazetteer.organizers
        acts = told.acts.match(after) or (told.acts.match(after, joined.end()) if joined and others else None)
        if acts is None and match["the"] not in ("the",):
            continue
        start = sentence.start + match.start("word")
        span = Span(start, start + len(word))
        if _REPRESENTED.search(naming.low, sentence.start, start):
            continue  # "The union, which represents artists and writers, reached a deal"
        iri = union_of(word, span, naming, gazetteer)
        if iri is not None:
            naming.refer(span, (iri,), "nominal", "workforce")
    for match in told.beside.finditer(naming.low[sentence.start : sentence.end]):
        if match["word"] not in gazetteer.organizers:
            continue
        start = sentence.start + match.start("word")
        span = Span(start, start + len(match["word"]))
        iri = union_of(match["word"], span, naming, gazetteer)
        if iri is not None:
            naming.refer(span, (iri,), "nominal", "workforce")
