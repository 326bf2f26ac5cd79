"""The one check that all which was extracted rests on words that are there."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Extraction, Span


def problems(extraction: Extraction) -> tuple[str, ...]:
    """What does not slice back to the text, or names an agent that the extraction does not hold; empty if all is well."""
    return tuple(_problems(extraction))


def _problems(extraction: Extraction) -> Iterator[str]:
    length = len(extraction.document.text)
    known = {agent.iri for agent in extraction.agents}
    keys = {report.key for report in extraction.reports}
    for name, span in _spans(extraction):
        if not 0 <= span.start < span.end <= length:
            yield f"{name}: span {span.start}-{span.end} lies outside the text of {length} characters"
        elif not span.of(extraction.document.text).strip():
            yield f"{name}: span {span.start}-{span.end} holds no words"
    for mention in extraction.mentions:
        for iri in mention.agents:
            if iri not in known:
                yield f"mention {mention.span.start}-{mention.span.end}: unknown agent {iri}"
    for report in extraction.reports:
        if not report.evidence:
            yield f"report {report.key}: no evidence"
        for _, key in report.links:
            if key not in keys:
                yield f"report {report.key}: link to unknown report {key}"


def _spans(extraction: Extraction) -> Iterator[tuple[str, Span]]:
    for sentence in extraction.sentences:
        yield f"sentence {sentence.number}", sentence.span
    for mention in extraction.mentions:
        yield "mention", mention.span
    for time in extraction.times:
        yield "time", time.span
    for quantity in extraction.quantities:
        yield "quantity", quantity.span
    for quotation in extraction.quotations:
        yield "quotation", quotation.span
        yield "quotation's evidence", quotation.evidence
    for report in extraction.reports:
        yield f"report {report.key}", report.trigger
        for span in report.evidence:
            yield f"evidence of {report.key}", span
        for reading in report.readings:
            yield f"{reading.property} of {report.key}", reading.span
        if report.when is not None:
            for span in report.when.spans:
                yield f"date of {report.key}", span
    for figure in extraction.figures:
        yield f"figure {figure.key}", figure.evidence
    for conflict in extraction.conflicts:
        for span in conflict.evidence:
            yield f"evidence of {conflict.key}", span
