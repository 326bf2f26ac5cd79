"""The dates of one article held against each other: what must come after what, and what cannot all be true."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from graph import dates
from graph.extract import reckoning, tokens
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.model import Basis, Conflict, Modality, Report, Span, When
from ontology import terms

_ZONES = timedelta(days=1)  # a newsroom's evening is the next day elsewhere


def possible(reports: Sequence[Report], findings: Findings) -> tuple[Report, ...]:
    """Facts without the dates that lie after the article: whoever tells of a vote in June did not tell it from July."""
    published = findings.document.published
    known = dates.bounds(published.edtf) if published is not None else None
    last = known.latest_end if known is not None else None
    if last is None:
        return tuple(reports)
    return tuple(r.changed(when=None) if _ahead(r, last + _ZONES, findings) else r for r in reports)


def _ahead(report: Report, last: date, findings: Findings) -> bool:
    first, *_ = report.trigger.of(findings.folded).split()
    if report.modality is not Modality.ACTUAL or report.when is None or not first.lower().endswith("ed"):
        return False  # "expires on Friday" is told rightly of a day to come; "voted" is not
    told = dates.bounds(report.when.edtf)
    return told is not None and told.earliest_start is not None and told.earliest_start > last


def ordered(reports: Sequence[Report], rules: Rules) -> tuple[Report, ...]:
    """Reports of a side that joins another's action, linked to the action that was already running."""
    opening = {
        union: report
        for report in reports
        if _opens(report, rules) and report.modality is Modality.ACTUAL and not report.agents(terms.joins)
        for union in report.agents(terms.union)
    }
    out = []
    for report in reports:
        links = tuple(
            (terms.startsAfter, opening[joined].key)
            for joined in report.agents(terms.joins)
            if joined in opening and opening[joined].key != report.key
        )
        out.append(report.changed(links=(*report.links, *links)) if links else report)
    return tuple(out)


def anchored(reports: Sequence[Report], findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """Undated reports that a count dates: "on the fifth day of the strike", where the article dates that union's strike."""
    starts: dict[str, Report] = {}
    for report in reports:
        if _opens(report, rules) and report.modality is Modality.ACTUAL and report.when is not None:
            for union in report.agents(terms.union):
                if union not in starts or _counted_only(starts[union]):
                    starts[union] = report
    kept = [r for r in reports if not (_counted_only(r) and _named(r) and _other_start(r, starts))]
    return tuple(_anchored_to(report, starts, findings, rules) for report in kept)


def _counted_only(report: Report) -> bool:
    """Whether a start is only reckoned back from the day of publication."""
    return report.when is not None and report.when.basis is Basis.ORDINAL and len(report.when.spans) == 1


def _named(report: Report) -> bool:
    return "trigger:noun" in report.factors


def _other_start(report: Report, starts: Mapping[str, Report]) -> bool:
    """Whether the article dates the strike itself, so that "on the fourth day of the strike" counts from there."""
    return any(starts.get(union, report) is not report for union in report.agents(terms.union))


def _anchored_to(report: Report, starts: Mapping[str, Report], findings: Findings, rules: Rules) -> Report:
    if report.when is not None or report.modality is not Modality.ACTUAL or _opens(report, rules):
        return report
    start = next((starts[agent] for agent in report.agents() if agent in starts), None)
    if start is None or start.when is None:
        return report
    for time in tokens.within(findings.times, report.evidence[0]):
        if time.kind != "ordinal" or time.count is None or time.rule == "count-into":
            continue
        edtf = reckoning.counted(time.count, time.unit or "day", start.when.edtf)
        if edtf is not None:
            note = f"{time.unit} {time.count} of what began on {start.when.edtf}"
            spans = (time.span, *start.when.spans)
            return replace(report, when=When(edtf, Basis.ORDINAL, f"{time.rule}+{start.when.rule}", spans, note))
    return report


def conflicts(reports: Sequence[Report], findings: Findings, rules: Rules) -> tuple[Conflict, ...]:
    """Pairs of passages that cannot both be true, each with the sentences that say so."""
    return tuple({c.key: c for c in (*_shared_counts(reports, rules), *_counts(reports, findings, rules))}.values())


def _shared_counts(reports: Sequence[Report], rules: Rules) -> list[Conflict]:
    """One count given for the actions of two unions, where another passage says that one began after the other."""
    by_key = {report.key: report for report in reports}
    out = []
    for later in reports:
        for link, key in later.links:
            earlier = by_key.get(key)
            if link != terms.startsAfter or earlier is None:
                continue
            counted = [
                (mine, theirs)
                for mine in _counted(reports, later.agents(terms.union), rules)
                for theirs in _counted(reports, earlier.agents(terms.union), rules)
                if set(mine.evidence) & set(theirs.evidence) and _elapsed(mine) & _elapsed(theirs)
            ]
            for mine, theirs in counted:
                shared = [span for span in mine.evidence if span in theirs.evidence]
                words = sorted(_elapsed(mine) & _elapsed(theirs))[0]
                reason = f"one count, “{words}”, is given for actions of which one began after the other"
                others = [span for span in (*later.evidence, *earlier.evidence) if span not in shared]
                out.append(_conflict(reason, (*shared, *others), (mine, theirs, later, earlier)))
    return out


def _counts(reports: Sequence[Report], findings: Findings, rules: Rules) -> list[Conflict]:
    """A count of weeks or months that does not lead from a stated start to the day of publication."""
    published = findings.document.published
    if published is None or published.day is None:
        return []
    out = []
    for report in reports:
        if not _opens(report, rules) or report.when is None or not _elapsed(report):
            continue
        start = dates.bounds(report.when.edtf)
        if start is None or start.earliest_start is None or start.latest_start is None:
            continue
        for evidence in report.evidence:
            for time in tokens.within(findings.times, evidence):
                if time.kind != "ordinal" or time.count is None or _anchored(findings, evidence, report.when):
                    continue
                first, last = reckoning.elapsed(time, published.day)
                slack = 4 if time.unit in ("week", "month") else 1
                if start.earliest_start > dates.moved(last, slack) or start.latest_start < dates.moved(first, -slack):
                    words = time.span.of(findings.document.text)
                    reason = f"“{words}” on {published.day} does not lead back to a start on {report.when.edtf}"
                    out.append(_conflict(reason, report.evidence, (report,)))
    return out


def _anchored(findings: Findings, evidence: Span, start: When) -> bool:
    """Whether the sentence itself names the day that its count is of."""
    others = [t for t in tokens.within(findings.times, evidence) if t.span not in start.spans]
    return any(t.edtf is not None and t.kind in ("date", "clock") for t in others)


def _counted(reports: Sequence[Report], unions: Sequence[str], rules: Rules) -> list[Report]:
    return [r for r in reports if _opens(r, rules) and _elapsed(r) and set(r.agents(terms.union)) & set(unions)]


def _opens(report: Report, rules: Rules) -> bool:
    return report.type in rules.openings


def _elapsed(report: Report) -> set[str]:
    return {text for name, text in report.properties if name == terms.reportedElapsed}


def _conflict(reason: str, evidence: Sequence[Span], concerned: Sequence[Report]) -> Conflict:
    keys = tuple(dict.fromkeys(report.key for report in concerned))
    digest = hashlib.sha256("|".join((reason, *sorted(keys))).encode()).hexdigest()[:10]
    return Conflict(f"conflict-{digest}", reason, tuple(dict.fromkeys(evidence)), keys)
