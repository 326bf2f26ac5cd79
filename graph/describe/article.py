"""An extraction to RDF: the one named graph of its article, with provenance. Writes no blank node, invents no date."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator

import pyoxigraph as ox

from graph import dates, iris
from graph.describe import values
from graph.model import Agent, Conflict, Document, Extraction, Figure, Report, Span
from ontology import terms

CONTEXT = 32


def describe(extraction: Extraction) -> tuple[ox.Quad, ...]:
    """The article's graph: its own metadata, what it mentions, its reports, figures and conflicts, all with evidence."""
    graph, node, quad = values.node(iris.article(extraction.document.key)), values.node, ox.Quad
    told = dict.fromkeys(_article(extraction))
    return tuple([quad(node(subject), node(predicate), value, graph) for subject, predicate, value in told])


def _article(extraction: Extraction) -> Iterator[values.Statement]:
    writer = _Writer(extraction)
    yield from metadata(extraction.document)
    yield writer.iri, terms.rulesetDigest, ox.Literal(extraction.ruleset)
    for agent in extraction.agents:
        yield from _agent(agent)
    yield from writer.mentions()
    for report in extraction.reports:
        yield from writer.report(report)
    for figure in extraction.figures:
        yield from writer.figure(figure)
    for conflict in extraction.conflicts:
        yield from writer.conflict(conflict)


def metadata(document: Document) -> Iterator[values.Statement]:
    """What is known of an article itself; a digest is told as what it is."""
    iri = iris.article(document.key)
    digest = document.kind == "digest"
    yield iri, values.RDF_TYPE.value, values.node(terms.Article)
    if document.title is not None:
        yield iri, values.DCT + "title", ox.Literal(document.title)
    if document.url is not None:
        yield iri, values.SCHEMA + "url", values.link(document.url)
    if document.outlet is not None:
        publisher = iris.agent(document.outlet)
        yield iri, values.DCT + "publisher", values.node(publisher)
        yield publisher, values.RDF_TYPE.value, values.node(terms.NewsOrganization)
        yield publisher, values.LABEL.value, ox.Literal(document.outlet)
    if document.author is not None:
        yield iri, values.DCT + "creator", ox.Literal(document.author)
    if document.digest_of is not None:
        yield iri, terms.digestOf, values.link(document.digest_of)
        yield iri, values.DCT + "license", values.DATA_LICENSE
    kind = terms.evidence_digest if digest else terms.evidence_verbatim
    yield iri, terms.evidenceKind, values.node(kind)
    if document.published is not None:
        yield iri, terms.publishedEdtf, ox.Literal(document.published.edtf, datatype=values.EDTF)
        bounds = dates.bounds(document.published.edtf)
        if bounds is not None and bounds.earliest_start is not None:
            yield iri, terms.publishedEarliest, ox.Literal(bounds.earliest_start.isoformat(), datatype=values.DATE)
        if bounds is not None and bounds.latest_end is not None:
            yield iri, terms.publishedLatest, ox.Literal(bounds.latest_end.isoformat(), datatype=values.DATE)
    if document.retrieved is not None:
        yield iri, terms.retrieved, ox.Literal(document.retrieved.isoformat(), datatype=values.DATE)
    for field, place in dict(document.origins).items():
        origin = iris.field_origin(document.key, field)
        yield iri, terms.fieldOrigin, values.node(origin)
        yield origin, values.RDF_TYPE.value, values.node(terms.FieldOrigin)
        yield origin, terms.field, ox.Literal(field)
        yield origin, terms.foundIn, ox.Literal(place)
    for note in document.notes:
        yield iri, terms.sourceNote, ox.Literal(note)
    yield iri, terms.textSha256, ox.Literal(hashlib.sha256(document.text.encode()).hexdigest())


def _agent(agent: Agent) -> Iterator[values.Statement]:
    yield agent.iri, values.RDF_TYPE.value, values.node(agent.type)
    yield agent.iri, values.LABEL.value, ox.Literal(agent.name)
    if not agent.reviewed:
        yield agent.iri, terms.reviewStatus, values.node(terms.review_unreviewed)


class _Writer:
    """The parts of one article's graph that need its text and its sentences."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.document = extraction.document
        self.key = extraction.document.key
        self.iri = iris.article(self.key)
        self.ends = [sentence.span.end for sentence in extraction.sentences]
        self.written: set[Span] = set()

    def evidence(self, subject: str, span: Span) -> Iterator[values.Statement]:
        """A link to the passage, and the passage itself the first time."""
        iri = iris.evidence(self.key, span.start, span.end)
        yield subject, terms.evidence, values.node(iri)
        if span in self.written:
            return
        self.written.add(span)
        text = self.document.text
        words = span.of(text)
        digest = self.document.kind == "digest"
        yield iri, values.RDF_TYPE.value, values.node(values.OA + "SpecificResource")
        yield iri, values.OA + "hasSource", values.node(self.iri)
        yield iri, terms.evidenceKind, values.node(terms.evidence_digest if digest else terms.evidence_verbatim)
        yield iri, terms.sentenceIndex, ox.Literal(str(self._number(span)), datatype=values.INTEGER)
        yield iri, terms.quoteSha256, ox.Literal(hashlib.sha256(words.encode()).hexdigest())
        quote, position = iri + "/quote", iri + "/position"
        yield iri, values.OA + "hasSelector", values.node(quote)
        yield iri, values.OA + "hasSelector", values.node(position)
        yield quote, values.RDF_TYPE.value, values.node(values.OA + "TextQuoteSelector")
        yield quote, values.OA + "exact", ox.Literal(words)
        yield quote, values.OA + "prefix", ox.Literal(text[max(0, span.start - CONTEXT) : span.start])
        yield quote, values.OA + "suffix", ox.Literal(text[span.end : span.end + CONTEXT])
        yield position, values.RDF_TYPE.value, values.node(values.OA + "TextPositionSelector")
        yield position, values.OA + "start", ox.Literal(str(span.start), datatype=values.INTEGER)
        yield position, values.OA + "end", ox.Literal(str(span.end), datatype=values.INTEGER)

    def _number(self, span: Span) -> int:
        at = bisect_right(self.ends, span.start)
        sentence = self.extraction.sentences[at] if at < len(self.ends) else None
        return sentence.number if sentence is not None and sentence.span.meets(span) else 0

    def mentions(self) -> Iterator[values.Statement]:
        """The first place of each wording of each agent."""
        seen = set()
        for mention in self.extraction.mentions:
            for agent in mention.agents:
                words = mention.span.of(self.document.text)
                if (agent, words) in seen:
                    continue
                seen.add((agent, words))
                iri = iris.mention(self.key, mention.span.start, mention.span.end, agent)
                yield iri, values.RDF_TYPE.value, values.node(terms.Mention)
                yield iri, terms.refersTo, values.node(agent)
                yield iri, terms.fromArticle, values.node(self.iri)
                yield iri, terms.mentionKind, ox.Literal(mention.kind)
                yield iri, terms.wording, ox.Literal(words)
                yield from self.evidence(iri, mention.span)
                yield self.iri, terms.mentions, values.node(agent)

    def report(self, report: Report) -> Iterator[values.Statement]:
        """One report with its type, parties, date, modality, attribution, factors and evidence."""
        iri = iris.report(self.key, report.key)
        yield iri, values.RDF_TYPE.value, values.node(terms.Report)
        yield iri, terms.reportedType, values.node(report.type)
        yield iri, terms.fromArticle, values.node(self.iri)
        yield iri, values.PROV + "wasDerivedFrom", values.node(self.iri)
        yield iri, terms.frame, values.node(report.frame)
        yield iri, terms.modality, values.node(values.MODALITY[report.modality])
        yield iri, terms.trigger, ox.Literal(report.trigger.of(self.document.text))
        for filler in report.fillers:
            yield iri, filler.role, values.node(filler.agent)
        for issue in report.issues:
            yield iri, terms.onIssue, values.node(issue)
        yield from values.dated(iri, report.when)
        if report.when is not None and report.when.note:
            yield iri, terms.dateNote, ox.Literal(report.when.note)
        for span in (*report.evidence, *(report.when.spans if report.when is not None else ())):
            yield from self.evidence(iri, span)
        for span in report.when.spans if report.when is not None else ():
            yield iri, terms.dateEvidence, values.node(iris.evidence(self.key, span.start, span.end))
        for quotation in report.quotations:
            yield iri, terms.quotation, ox.Literal(quotation.span.of(self.document.text))
            yield from self.evidence(iri, quotation.span)
        for figure in self.extraction.figures if report.quantities else ():
            if figure.quantity in report.quantities:
                yield iri, terms.figure, values.node(iris.figure(self.key, figure.key))
        yield iri, terms.attributedTo, values.node(report.attributed_to or self.iri)
        for reading in report.readings:
            yield iri, reading.property, values.reading(reading)
            about = terms.termsEvidence if reading.property == terms.termsText else terms.countEvidence
            yield iri, about, values.node(iris.evidence(self.key, reading.span.start, reading.span.end))
            yield from self.evidence(iri, reading.span)
        if report.status:
            yield iri, terms.moveStatus, values.node(report.status)
        for factor in report.factors:
            yield iri, terms.factor, ox.Literal(factor)
        for predicate, words in report.properties:
            yield iri, predicate, ox.Literal(words)
        for predicate, key in report.links:
            yield iri, predicate, values.node(iris.report(self.key, key))

    def figure(self, figure: Figure) -> Iterator[values.Statement]:
        """One number as it stands in the text."""
        iri = iris.figure(self.key, figure.key)
        yield iri, values.RDF_TYPE.value, values.node(terms.Figure)
        yield iri, terms.fromArticle, values.node(self.iri)
        yield from values.amount(iri, figure.quantity)
        yield iri, terms.wording, ox.Literal(figure.quantity.span.of(self.document.text))
        if figure.measure:
            yield iri, terms.measure, ox.Literal(figure.measure)
        if figure.about is not None:
            yield iri, terms.about, values.node(figure.about)
        yield from self.evidence(iri, figure.evidence)
        yield from self.evidence(iri, figure.quantity.span)

    def conflict(self, conflict: Conflict) -> Iterator[values.Statement]:
        """Two passages that cannot both be true, with the reports that they gave."""
        iri = iris.conflict(self.key, conflict.key)
        yield iri, values.RDF_TYPE.value, values.node(terms.Conflict)
        yield iri, terms.fromArticle, values.node(self.iri)
        yield iri, terms.reason, ox.Literal(conflict.reason)
        for key in conflict.reports:
            yield iri, terms.concerns, values.node(iris.report(self.key, key))
        for span in conflict.evidence:
            yield from self.evidence(iri, span)
