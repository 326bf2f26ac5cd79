"""Document and compiled lexicon in, `Extraction` out: a pure function, without clock, network or store.

The stages run top to bottom; each hands on values that keep their place in the text.
"""

from __future__ import annotations

from graph.extract import (
    agents,
    amounts,
    ballots,
    constraints,
    figures,
    fold,
    frames,
    growth,
    holdings,
    letters,
    merge,
    moves,
    occasions,
    polls,
    provisions,
    quotes,
    relevance,
    retold,
    statements,
    text,
    times,
)
from graph.extract.findings import Findings
from graph.extract.quotes import sides
from graph.extract.rules import Rules, compile_rules
from graph.model import Document, Extraction, Region
from ontology import terms

__all__ = ["Rules", "compile_rules", "extract"]

_PASSED_OVER = (Region.FURNITURE, Region.REPEATED)


def extract(document: Document, rules: Rules) -> Extraction:
    """All that the rules find in one document."""
    lexicon = rules.lexicon
    sentences = text.sentences(document, rules.vocabulary)
    told = [s for s in sentences if s.region not in _PASSED_OVER]
    spans = [s.span for s in told]
    found, mentions = agents.find(document, sentences, lexicon, rules.gazetteer)
    by_iri = {agent.iri: agent for agent in found}
    when = times.find(document.text, rules.vocabulary, published=document.published, spans=spans)
    named = [mention.span for mention in mentions if mention.kind == "name"]
    quantities = amounts.find(document.text, rules.vocabulary, spans=spans, times=when, named=named)
    quotations = quotes.find(document, told, mentions, by_iri, rules.vocabulary)
    folded = fold.fold(document.text)
    mentions = letters.voiced(document, folded, mentions=mentions, quotations=quotations, agents=by_iri, rules=rules)
    findings = Findings(
        document=document,
        folded=folded,
        sentences=sentences,
        agents=by_iri,
        mentions=mentions,
        times=when,
        quantities=quantities,
        quotations=quotations,
        spoken=sides.find(folded, quotations, mentions, by_iri, rules.vocabulary),
        entries=times.entries.of_text(folded, when),
    )
    about = relevance.in_context(findings, rules)
    reports, rejected = frames.reports(findings, rules) if about else ((), ())
    reports, unmade = moves.completed(reports, findings, rules)
    reports = polls.dated(reports, findings, rules)
    held = holdings.reports(findings, rules) if about else []
    said = statements.reports(findings, rules) if about else ()
    companies = frozenset(agent.iri for agent in found if lexicon.agent_is_a(agent.type, terms.Company))
    joined = merge.reports((*reports, *said, *held), document, rules, companies=companies)
    joined = statements.on_behalf(joined, by_iri)
    joined = retold.dated(constraints.anchored(joined, findings, rules), findings, rules)
    told_of = constraints.possible(occasions.dated(joined, findings, rules), findings)
    merged = constraints.ordered(told_of, rules)
    merged = provisions.worded(moves.answered(merged, rules), findings, rules)
    merged = growth.marked(ballots.counted(merged, findings, rules), findings, rules)
    return Extraction(
        document=document,
        sentences=sentences,
        agents=found,
        mentions=mentions,
        times=when,
        quantities=quantities,
        quotations=quotations,
        reports=merged,
        figures=figures.find(findings, rules) if about else (),
        conflicts=constraints.conflicts(merged, findings, rules),
        rejected=(*rejected, *unmade),
        ruleset=lexicon.digest,
        about_labor=about,
    )
