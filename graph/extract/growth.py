"""Strikes that grow: who walks out where "the union expands its strike" joins one that runs, and begins no other."""

from __future__ import annotations

from collections.abc import Sequence

from graph import dates
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.model import Report, Sentence

GROWS = "strike:grows"
_LEAD = 1  # paragraphs below the headline that tell what the news is
_NEWS = 3  # days before publication in which what the news tells of happened


def marked(reports: Sequence[Report], findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """The reports, those of a beginning that is the growth of a strike with the factor that says so.

    Such is one in a sentence that tells of growth, and one of these days where the headline or the lead does.
    """
    opening = [report for report in reports if report.type in rules.openings]
    if not opening:
        return tuple(reports)
    told = {s.span for r in opening if (s := findings.sentence_at(r.trigger.start)) is not None}
    near = (s for s in findings.sentences if s.paragraph <= _LEAD or s.span in told)
    growing = [s for s in near if _grows(s, findings, rules)]
    news = any(sentence.paragraph <= _LEAD for sentence in growing)
    part = {
        report.key
        for report in opening
        if any(sentence.span.covers(report.trigger) for sentence in growing)
        or (news and _of_these_days(report, findings))
    }
    return tuple(r.changed(factors=(*r.factors, GROWS)) if r.key in part else r for r in reports)


def _grows(sentence: Sentence, findings: Findings, rules: Rules) -> bool:
    words = {item.word for item in findings.items(sentence)}
    return not rules.growth.isdisjoint(words) and not rules.stoppages.isdisjoint(words)


def _of_these_days(report: Report, findings: Findings) -> bool:
    known = dates.bounds(report.when.edtf) if report.when is not None else None
    day = findings.document.published.day if findings.document.published is not None else None
    if day is None or known is None or known.earliest_start is None:
        return False
    return 0 <= (day - known.earliest_start).days <= _NEWS
