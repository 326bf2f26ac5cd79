"""Whom an article has named where a sentence stands."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from operator import attrgetter

from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.scene import AHEAD, MEMORY, Discourse
from graph.model import Mention, Sentence
from ontology import terms

_span = attrgetter("span")


def around(sentence: Sentence, findings: Findings, rules: Rules) -> Discourse:
    """The mentions just before a sentence; where none names a union, the first names after it."""
    at = bisect_left(findings.mentions, sentence.span[:1], key=_span)
    following = (m for m in findings.mentions if m.kind == "name" and m.span.start >= sentence.span.end)
    unions = any(_is_union(m, findings, rules) for m in findings.mentions[:at]) if at <= AHEAD else True
    after = () if unions else tuple(islice(following, AHEAD))
    return Discourse(findings.mentions[max(0, at - MEMORY) : at], findings.agents, after)


def _is_union(mention: Mention, findings: Findings, rules: Rules) -> bool:
    kinds = (findings.agents[iri].type for iri in mention.agents)
    return any(rules.lexicon.agent_is_a(kind, terms.LaborUnion) for kind in kinds)
