"""A report to one for each party that it holds true of, and its key, the same for the same words of an article."""

from __future__ import annotations

import hashlib

from graph.extract.factors import AGAIN, PRECEDENT
from graph.model import Document, Filler, Report
from ontology import terms
from ontology.lexicon import Frame

INHERITED = "article"  # how a filler came that no words of the sentence give: from the article's other moves


def apart(report: Report, about: tuple[str, ...], frame: Frame) -> list[Report]:
    """One report a maker and issue where the frame is a move ("both unions demand pay and AI rules" is four), and one a
    union where it opens or closes an interval: each union's strike is its own.
    """
    if frame.opens is not None or frame.closes is not None:
        unions = [f for f in report.fillers if f.role == terms.union]
        rest = tuple(f for f in report.fillers if f.role != terms.union)
        return [_with(report, (one, *rest), about) for one in unions] or [_with(report, report.fillers, about)]
    if not frame.is_a(terms.BargainingMove):
        return [_with(report, report.fillers, about)]
    makers: list[Filler | None] = [f for f in report.fillers if f.role == terms.madeBy]
    makers = makers or [None]
    others = tuple(f for f in report.fillers if f.role != terms.madeBy)
    out = []
    for maker in makers:
        fillers = others if maker is None else (maker, *others)
        for issue in about or (None,):
            out.append(_with(report, fillers, () if issue is None else (issue,)))
    return out


def _with(report: Report, fillers: tuple[Filler, ...], issues: tuple[str, ...]) -> Report:
    """The report with these parties and issues; itself where it has them, since a copy costs."""
    if report.issues == issues and report.fillers == fillers:
        return report
    return report.changed(issues=issues, fillers=fillers)


def keyed(report: Report, document: Document) -> Report:
    """The report with its key: stable for the same words of the same article, whatever else changes around them."""
    name = report.type.rpartition("#")[2].lower()
    identity = "|".join(
        (
            name,
            " ".join(report.evidence[0].of(document.text).split()),
            " ".join(report.trigger.of(document.text).split()),
            ",".join(sorted(f"{f.role}={f.agent}" for f in report.fillers if f.how != INHERITED)),
            ",".join(report.issues),
            *((PRECEDENT,) if PRECEDENT in report.factors else ()),
            *((report.when.edtf,) if AGAIN in report.factors and report.when is not None else ()),
        )
    )
    return report.changed(key=f"{name}-{hashlib.sha256(identity.encode()).hexdigest()[:10]}")
