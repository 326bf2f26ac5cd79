"""Phrases that refer to an agent named elsewhere: "the actors union", "both unions", "the studios", "it", "they".

A phrase is resolved by what it says of the agent, else by the nearest agent of the right class. Words inside direct speech
are left alone.
"""

from __future__ import annotations

from graph.extract import companies, employers, headnouns, nominals, officeholders, pronouns, workforces
from graph.extract.gazetteer import Gazetteer, agent_of
from graph.extract.naming import Naming
from graph.extract.nominals import Nominal
from graph.model import Span
from ontology import terms


def find(naming: Naming, gazetteer: Gazetteer) -> None:
    """Adds nominal and pronoun mentions; sides that only a nominal names are taken from the registry."""
    _registry_nominals(naming, gazetteer)
    headnouns.find(naming)
    officeholders.find(naming)
    low, vocabulary = naming.low, naming.vocabulary
    told = vocabulary.of(Nominal)
    body = employers.body(naming)
    several, single = vocabulary.employers_nominal, vocabulary.employer_nominal
    for sentence, words in zip(naming.sentences, naming.words, strict=True):
        start, end = sentence.span.start, sentence.span.end
        if "and" in words and not told.joined.isdisjoint(words):
            for match in told.workers_unions.finditer(low, start, end):
                nominals.two_workforces(match, naming, gazetteer)
        if not told.paired.isdisjoint(words):
            for match in told.both.finditer(low, start, end):
                nominals.both(match, naming)
        if not told.union_nouns.isdisjoint(words):
            for match in told.union.finditer(low, start, end):
                nominals.union(match, naming, gazetteer)
            for match in told.leaders.finditer(low, start, end) if not told.led.isdisjoint(words) else ():
                nominals.nearest(
                    Span(match.start("noun"), match.end("noun")),
                    naming,
                    (terms.LaborUnion,),
                    rule="recency",
                    guilds=gazetteer.guilds if match["noun"] == "guild" else None,
                )
        if "the" in words:
            if not several.begins.isdisjoint(words):
                for match in several.pattern.finditer(low, start, end):
                    nominals.side(match, naming, (terms.EmployerAssociation,))
            if not single.begins.isdisjoint(words):
                for match in single.pattern.finditer(low, start, end):
                    nominals.side(match, naming, (terms.Company,))
        if body is not None:
            employers.find(sentence, words, naming, body)
        companies.find(sentence.span, words, naming)
        if not told.committee_kinds.isdisjoint(words):
            for match in told.committee.finditer(low, start, end):
                nominals.nearest(Span(match.start("noun"), match.end()), naming, (terms.LaborUnion,), rule="recency")
        if "company" in words:
            employers.officers(sentence.span, naming)
        if not told.managements.isdisjoint(words):
            nominals.management(sentence.span, naming)
        workforces.find(sentence.span, words, naming, gazetteer)
        if not pronouns.WORDS.isdisjoint(words):
            for match in pronouns.PATTERN.finditer(low, start, end):
                pronouns.resolve(match, sentence.span, naming)


def _registry_nominals(naming: Naming, gazetteer: Gazetteer) -> None:
    """Phrases that the registry gives to one agent; generic ones ("the studios") only where the agent is named too."""
    for phrase in gazetteer.phrases:
        at = naming.low.find(phrase)
        while at >= 0:
            span = Span(at, at + len(phrase))
            at = naming.low.find(phrase, span.end)
            if not _word(naming.low, span) or not naming.told(span):
                continue
            entry = gazetteer.choose(gazetteer.nominals[phrase], span, naming)
            union = naming.lexicon.agent_is_a(entry.type, terms.LaborUnion)
            if union and entry.iri not in naming.agents and workforces.of_unknown(naming, gazetteer):
                continue  # "the country's actors' union" is the one that the article names
            if entry.iri in naming.agents or (union and workforces.familiar(naming)):
                naming.agents.setdefault(entry.iri, agent_of(entry))
                naming.refer(span, (entry.iri,), "nominal", "registry")


def _word(low: str, span: Span) -> bool:
    before = low[span.start - 1] if span.start else " "
    after = low[span.end] if span.end < len(low) else " "
    return not (before.isalnum() or after.isalnum())
