"""Quantities to figures: what each number counts, and whom it tells of."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from graph.extract import employers, measures
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.model import Figure, Mention, Quantity, Region, Sentence
from ontology import terms

_PASSED_OVER = (Region.FURNITURE, Region.REPEATED, Region.BYLINE)


def find(findings: Findings, rules: Rules) -> tuple[Figure, ...]:
    """One figure a quantity of the text proper, with the nearest agent of its sentence, else the one last named."""
    out = []
    last: str | None = None
    organizations = {iri for iri, agent in findings.agents.items() if _is_body(agent.type, rules)}
    for sentence in findings.sentences:
        if sentence.region in _PASSED_OVER:
            continue
        here = [m for m in findings.mentions_of(sentence) if not _passing(m, sentence)]
        bodies = [mention.agents[0] in organizations for mention in here]
        quantities = findings.quantities_of(sentence)
        wording = " ".join(sentence.span.of(findings.document.text).split()) if quantities else ""
        for quantity in quantities:
            about = _about(quantity, here, bodies) or last
            words = measures.measure(quantity, findings.items(sentence), findings.document.text, rules)
            out.append(Figure(_key(quantity, sentence, wording), quantity, about, sentence.span, words))
        last = next((m.agents[0] for m, body in zip(here, bodies, strict=True) if body), last)
    return tuple(out)


def _passing(mention: Mention, sentence: Sentence) -> bool:
    """Whether employers without a name stand behind others: "writers ended a five-month strike after a deal with studios"."""
    return mention.rule == employers.RULE and mention.span.start > sentence.span.start


def _about(quantity: Quantity, here: Sequence[Mention], bodies: Sequence[bool]) -> str | None:
    """An organization before a person; before the figure rather than after it; near rather than far."""
    start = quantity.span.start
    ranked = [(not body, m.span.start > start, abs(m.span.start - start)) for m, body in zip(here, bodies, strict=True)]
    return here[ranked.index(min(ranked))].agents[0] if ranked else None


def _is_body(kind: str, rules: Rules) -> bool:
    news = rules.lexicon.agent_is_a(kind, terms.NewsOrganization)
    return rules.lexicon.agent_is_a(kind, terms.Organization) and not news


def _key(quantity: Quantity, sentence: Sentence, words: str) -> str:
    offset = quantity.span.start - sentence.span.start
    return "figure-" + hashlib.sha256(f"{words}|{offset}|{quantity.low}|{quantity.unit}".encode()).hexdigest()[:10]
