"""What the extractor saw in a text, sentence by sentence: what was found, by which frame, what was turned down and why."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extract.rules import Rules
from graph.model import Extraction, Report, Sentence


def lines(extraction: Extraction, rules: Rules) -> Iterator[str]:
    """The explanation as lines of plain text."""
    names = {agent.iri: agent.name for agent in extraction.agents}
    if not extraction.about_labor:
        yield "not about labor, as far as its words show: nothing of it is published"
    for sentence in extraction.sentences:
        yield f"[{sentence.number}] ({sentence.region.value}) {' '.join(sentence.span.of(extraction.document.text).split())}"
        yield from _found(sentence, extraction, names)
        for report in extraction.reports:
            if report.trigger.meets(sentence.span):
                yield from _report(report, extraction, rules, names)
        for refused in extraction.rejected:
            if refused.span.meets(sentence.span):
                words = refused.span.of(extraction.document.text)
                yield f"    x {local(refused.frame)} on “{words}”: {refused.reason}"
    for conflict in extraction.conflicts:
        yield f"conflict: {conflict.reason}"
        for span in conflict.evidence:
            yield f"    “{' '.join(span.of(extraction.document.text).split())}”"


def _found(sentence: Sentence, extraction: Extraction, names: dict[str, str]) -> Iterator[str]:
    text = extraction.document.text
    for mention in extraction.mentions:
        if sentence.span.covers(mention.span):
            who = ", ".join(names.get(iri, iri) for iri in mention.agents)
            yield f"    agent     “{mention.span.of(text)}” = {who} ({mention.kind}, {mention.rule})"
    for time in extraction.times:
        if sentence.span.covers(time.span):
            value = (
                time.edtf or time.duration or f"{time.unit} {time.count}" if time.count else time.edtf or time.duration
            )
            yield f"    time      “{time.span.of(text)}” = {value or 'not known'} ({time.basis.value}, {time.rule})"
    for quantity in extraction.quantities:
        if sentence.span.covers(quantity.span):
            span = f"{quantity.low}" if quantity.low == quantity.high else f"{quantity.low} to {quantity.high}"
            per = f" per {quantity.per}" if quantity.per else ""
            yield f"    figure    “{quantity.span.of(text)}” = {quantity.hedge} {span} {quantity.unit}{per}".replace(
                "=  ", "= "
            )
    for quotation in extraction.quotations:
        if quotation.span.meets(sentence.span):
            speaker = names.get(quotation.speaker or "", quotation.unnamed or "nobody named")
            yield f"    quotation by {speaker} ({quotation.kind}, {quotation.rule})"


def _report(report: Report, extraction: Extraction, rules: Rules, names: dict[str, str]) -> Iterator[str]:
    frame = rules.frames.get(report.type)
    label = frame.label if frame is not None else local(report.type)
    words = " ".join(report.trigger.of(extraction.document.text).split())
    yield f"    > {label} ({local(report.type)}), {report.modality.value}, on “{words}”"
    for filler in report.fillers:
        yield f"        {local(filler.role)}: {names.get(filler.agent, local(filler.agent))} ({filler.how})"
    if report.when is not None:
        note = f"; {report.when.note}" if report.when.note else ""
        yield f"        date: {report.when.edtf} ({report.when.basis.value}, {report.when.rule}{note})"
    for issue in report.issues:
        yield f"        issue: {local(issue)}"
    for reading in report.readings:
        where = " ".join(reading.span.of(extraction.document.text).split())
        yield f"        {local(reading.property)}: {reading.value}, on “{where}”"
    if report.status:
        yield f"        status: {local(report.status)}"
    for link, key in report.links:
        yield f"        {local(link)}: {key}"
    cues = [factor.removeprefix("cue:") for factor in report.factors if factor.startswith("cue:")]
    if cues:
        yield f"        cue: {'; '.join(cues)}"


def local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rpartition("#")[2].rpartition("/")[2]
