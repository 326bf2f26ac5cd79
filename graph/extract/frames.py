"""Frames over sentences: each trigger that holds is given its parties, date, issues and standing as a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from graph.extract import tokens
from graph.extract.findings import Findings
from graph.extract.reading import Reading
from graph.extract.rules import Rules
from graph.model import Region, Rejected, Report, Sentence
from ontology import terms

_PASSED_OVER = (Region.FURNITURE, Region.REPEATED, Region.BYLINE)


def reports(findings: Findings, rules: Rules) -> tuple[tuple[Report, ...], tuple[Rejected, ...]]:
    """All reports of a document about labor, one for each trigger that holds, and those turned down with their reasons."""
    out: list[Report] = []
    rejected: list[Rejected] = []
    for number, sentence in enumerate(findings.sentences):
        if sentence.region in _PASSED_OVER:
            continue
        made, refused = _sentence(sentence, findings, rules)
        out.extend(made)
        rejected.extend(refused)
        if findings.folded[sentence.span.end - 1] == ":":
            out.extend(_listed(number, findings, rules))
    return tuple(out), tuple(rejected)


def _listed(number: int, findings: Findings, rules: Rules) -> Iterator[Report]:
    """The moves whose terms stand as a list under their sentence: "The union is demanding:" and an item a line."""
    lead = findings.sentences[number]
    opening = findings.items(lead)[:-1]
    for sentence in islice(findings.sentences, number + 1, number + 1 + _LIST):
        mark = _BULLET.match(findings.folded, sentence.span.start, sentence.span.end)
        if mark is None:
            return
        term = [item for item in findings.items(sentence) if item.span.start >= mark.end()]
        made, _ = Reading(sentence, (*opening, *term), findings, rules).reports()
        for report in made:
            moves = rules.frames[report.type].is_a(terms.BargainingMove)
            if moves and report.issues and report.trigger.start < lead.span.end:
                yield replace(report, evidence=(sentence.span, lead.span))


_BULLET = re.compile(r"(?:[-•*–—·▪●]|\d{1,2}[.)])\s+")
_LIST = 12  # items of a list that are read


def _sentence(sentence: Sentence, findings: Findings, rules: Rules) -> tuple[list[Report], list[Rejected]]:
    if not rules.triggers.may_meet(findings.words(sentence)):
        return [], []
    read = Reading(sentence, findings.items(sentence), findings, rules)
    out, rejected = read.reports()
    if findings.spoken and tokens.within(findings.spoken, sentence.span):
        # The moves that a speaker tells of as "we" or "they"; everything else inside quotations stays the speaker's word.
        out.extend(Reading(sentence, findings.heard(sentence), findings, rules).told())
    return out, rejected
