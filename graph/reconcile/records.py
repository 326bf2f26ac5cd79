"""One report as the reconciler sees it: its class on the timeline, its parties, its date, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph import dates, iris
from graph.model import Extraction, Report, When
from ontology import terms
from ontology.lexicon import Frame, Lexicon


@dataclass(frozen=True, slots=True)
class Record:
    """A report with what its article adds. `phase` is "start" or "end" where it opens or closes an interval, else "whole".

    `kind` is the class of the event it tells of; `known` the day from which it was known: of publication, else of
    retrieval; `quoted` the words of its quotations; `origin` the independent source, so that two digests of one page count once. `year_from` is the report
    that supplied a year which the article leaves open.
    """

    iri: str
    article: str
    report: Report
    kind: str
    phase: str
    parties: frozenset[str]
    when: When | None
    known: date | None
    origin: str
    quoted: tuple[str, ...] = ()
    year_from: str | None = None

    @property
    def bounds(self) -> dates.Bounds | None:
        """The bounds of its date, None where nothing or no year is known."""
        return None if self.when is None else dates.bounds(self.when.edtf)


def records(extraction: Extraction, lexicon: Lexicon) -> Iterator[Record]:
    """The records of one article, role holdings left aside."""
    document = extraction.document
    article = iris.article(document.key)
    frames = {frame.iri: frame for frame in lexicon.frames}
    published = dates.bounds(document.published.edtf) if document.published is not None else None
    known = published.latest_end if published is not None else None
    for report in extraction.reports:
        if report.type == terms.RoleHolding:
            continue
        frame = frames.get(report.type)
        yield Record(
            iri=iris.report(document.key, report.key),
            article=article,
            report=report,
            kind=_kind(report.type, frame),
            phase=_phase(frame),
            parties=parties(report, lexicon),
            when=report.when,
            known=known or document.retrieved,
            origin=document.digest_of or document.url or article,
            quoted=tuple(q.span.of(document.text) for q in report.quotations),
        )


def parties(report: Report, lexicon: Lexicon) -> frozenset[str]:
    """Who the report is about, with the bodies that they belong to: a guild's branch stands for the guild as well."""
    sides = report.agents(terms.union) or report.agents(terms.madeBy) or report.agents()
    above = {entry.iri: (*((entry.parent,) if entry.parent else ()), *entry.coalition) for entry in lexicon.agents}
    out = set(sides)
    for side in sides:
        out.update(above.get(side, ()))
    return frozenset(out)


def _kind(reported: str, frame: Frame | None) -> str:
    if frame is None:
        return reported
    return frame.opens or frame.closes or reported


def _phase(frame: Frame | None) -> str:
    if frame is not None and frame.opens is not None:
        return "start"
    if frame is not None and frame.closes is not None:
        return "end"
    return "whole"
