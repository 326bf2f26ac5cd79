"""Reconciled events to RDF: the default graph, beside the ontology and the agents it holds."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

import pyoxigraph as ox

from graph import dates, iris
from graph.describe import article, values
from graph.model import Agent, Basis, Extraction, Modality, Reading, When
from graph.reconcile import Cluster, Record
from ontology import terms
from ontology.lexicon import AgentEntry, Lexicon

LABEL_PARTIES = 4


@dataclass(frozen=True, slots=True)
class Names:
    """Labels by IRI: of agents, event classes and issues; and of a branch the body above it."""

    agents: MutableMapping[str, str]
    classes: Mapping[str, str]
    issues: Mapping[str, str]
    parents: Mapping[str, str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Names:
        """The names that the registry gives."""
        agents = {entry.iri: entry.name for entry in lexicon.agents}
        classes = {frame.iri: frame.label for frame in lexicon.frames}
        issues = {issue.iri: issue.label for issue in lexicon.issues}
        parents = {entry.iri: entry.parent for entry in lexicon.agents if entry.parent}
        return cls(agents, {**lexicon.labels, **classes}, issues, parents)

    def beside(self, told: Iterable[tuple[str, str]]) -> Names:
        """These with the names (IRI, name) that some articles tell; the registry's win, then the first in order."""
        met: dict[str, str] = {}
        for iri, name in told:
            if iri not in self.agents:
                met[iri] = min(met.get(iri, name), name)
        return replace(self, agents=ChainMap(met, self.agents)) if met else self


def of_article(extraction: Extraction, names: Names, registry: Set[str]) -> Iterator[ox.Quad]:
    """What the timeline takes from one article as it stands: its metadata, figures and roles."""
    own = names.beside((agent.iri, agent.name) for agent in extraction.agents)
    yield from quads(_metadata(extraction, registry))
    yield from quads(_figures(extraction))
    yield from quads(_holdings(extraction, own))


def of_registry(lexicon: Lexicon) -> Iterator[ox.Quad]:
    """The names of the registry's agents."""
    for entry in lexicon.agents:
        yield from quads(_entry(entry))


def of_agent(agent: Agent) -> Iterator[ox.Quad]:
    """An agent that articles brought and the registry does not hold; marked as not reviewed."""
    yield from quads(
        (
            (agent.iri, values.RDF_TYPE.value, values.node(agent.type)),
            (agent.iri, values.LABEL.value, ox.Literal(agent.name)),
            (agent.iri, terms.reviewStatus, values.node(terms.review_unreviewed)),
        )
    )


def quads(statements: Iterable[values.Statement]) -> Iterator[ox.Quad]:
    """Statements as quads of the timeline."""
    for subject, predicate, value in statements:
        yield ox.Quad(values.node(subject), values.node(predicate), value)


def event(iri: str, cluster: Cluster, names: Names) -> Iterator[values.Statement]:
    """One event: class, label, parties, issues, date with basis, the reports behind it and what they disagree on."""
    facts = [r for r in cluster.records if r.report.modality is Modality.ACTUAL] or cluster.records
    yield iri, values.RDF_TYPE.value, values.node(cluster.kind)
    yield iri, values.LABEL.value, ox.Literal(label(cluster, facts, names), language="en")
    planned = Modality.PLANNED if cluster.planned else Modality.ACTUAL
    yield iri, terms.modality, values.node(values.MODALITY[planned])
    for role, agent in sorted(_fillers(cluster, facts, names)):
        yield iri, role, values.node(agent)
    for issue in sorted({issue for r in facts for issue in r.report.issues}):
        yield iri, terms.onIssue, values.node(issue)
    for predicate, words in sorted({pair for r in facts for pair in r.report.properties}):
        yield iri, predicate, ox.Literal(words)
    for predicate, value in _readings(facts):
        yield iri, predicate, value
    status = _status(facts)
    if status is not None:
        yield iri, terms.moveStatus, values.node(status)
    yield from values.dated(iri, cluster.when)
    if cluster.over_by is not None:
        yield iri, terms.latestEnd, ox.Literal(cluster.over_by.isoformat(), datatype=values.DATE)
    if cluster.when is not None and cluster.when.note:
        yield iri, terms.dateNote, ox.Literal(cluster.when.note)
    for record in cluster.records:
        yield iri, terms.report, values.node(record.iri)
    for wording in sorted({words for record in facts for words in record.quoted}):
        yield iri, terms.quotation, ox.Literal(wording)
    yield iri, terms.articleCount, _count({record.article for record in cluster.records})
    yield iri, terms.originCount, _count({record.origin for record in cluster.records})
    known = min((record.known for record in cluster.records if record.known is not None), default=None)
    if known is not None:
        yield iri, terms.knownFrom, ox.Literal(known.isoformat(), datatype=values.DATE)
    yield from _disagreement(iri, cluster)


def _readings(facts: Sequence[Record]) -> Iterator[tuple[str, ox.Literal]]:
    """The figures of a vote from the report that gives most of them, so that they stand together; outcome and margin from any
    report; the terms of a move in every wording. What else was said stays with the reports.
    """
    fullest = max(facts, key=lambda r: (len(r.report.readings), r.iri)).report.readings
    told: dict[str, list[Reading]] = {reading.property: [reading] for reading in fullest if reading.kind != "text"}
    for record in facts:
        for reading in record.report.readings:
            if reading.kind == "text":
                told.setdefault(reading.property, []).append(reading)
    for predicate, found in sorted(told.items()):
        times = Counter(reading.value for reading in found)
        best = min(found, key=lambda r: (-times[r.value], r.value))
        shown = {r.value: r for r in found}.values() if predicate == terms.termsText else (best,)
        for reading in sorted(shown, key=lambda r: r.value):
            yield predicate, values.reading(reading)


def _status(facts: Sequence[Record]) -> str | None:
    """What became of a move: what the latest article that tells of an answer says, else that it was tabled."""
    told = [r for r in facts if r.report.status]
    answered = [r for r in told if r.report.status != terms.status_tabled]
    latest = max(answered or told, key=lambda r: (r.known or date.min, r.iri), default=None)
    return latest.report.status if latest is not None else None


def answers(records: Mapping[str, Record], events: Mapping[str, str]) -> Iterator[values.Statement]:
    """Which move answers which: by the links between reports of one article. `records` and `events` go by report IRI."""
    for iri, record in records.items():
        for predicate, key in record.report.links:
            other = iris.report(record.article.rpartition("/")[2], key)
            if predicate == terms.startsAfter or other not in records or iri not in events or other not in events:
                continue
            own = set(record.report.agents(terms.madeBy)) & set(records[other].report.agents(terms.madeBy))
            if events[iri] != events[other] and bool(own) is (predicate == terms.withdraws):
                yield events[iri], predicate, values.node(events[other])


def _fillers(cluster: Cluster, facts: Sequence[Record], names: Names) -> set[tuple[str, str]]:
    """Roles with their agents. A body and its branch are one side of one strike: beside the body the branch goes unnamed."""
    told = {(f.role, f.agent) for r in facts for f in r.report.fillers}
    if all(record.phase == "whole" for record in cluster.records):
        return told
    return {(role, agent) for role, agent in told if (role, names.parents.get(agent)) not in told}


def _metadata(extraction: Extraction, registry: Set[str]) -> Iterator[values.Statement]:
    """What is known of an article; a publisher of the registry, a union say, keeps the class that it has there."""
    for subject, predicate, value in article.metadata(extraction.document):
        if subject not in registry or predicate not in (values.RDF_TYPE.value, values.LABEL.value):
            yield subject, predicate, value


def joined(clusters: Sequence[tuple[str, Cluster]]) -> Iterator[values.Statement]:
    """Which event another began after: one side joined the other's, by the word of an article that tells of both."""
    for iri, cluster in clusters:
        for record in cluster.records:
            joined = set(record.report.agents(terms.joins))
            if not joined or record.report.modality is not Modality.ACTUAL:
                continue
            for other, candidate in clusters:
                told = {r.article for r in candidate.records if joined & set(r.report.agents(terms.union))}
                if candidate.kind == cluster.kind and other != iri and record.article in told:
                    yield iri, terms.startsAfter, values.node(other)


def label(cluster: Cluster, facts: Sequence[Record], names: Names) -> str:
    """ "WGA, AMPTP: agreement reached": the parties by side, then the class, then a move's issue."""
    sides: dict[str, None] = {}
    kept = _fillers(cluster, facts, names)
    for role in (terms.union, terms.madeBy, terms.employer, terms.madeTo, terms.participant, terms.person):
        for record in facts:
            for agent in (a for a in record.report.agents(role) if (role, a) in kept):
                sides.setdefault(names.agents.get(agent, agent), None)
    if not sides:
        for record in facts:
            for agent in record.report.agents():
                sides.setdefault(names.agents.get(agent, agent), None)
    shown = list(sides)[:LABEL_PARTIES]
    parties = ", ".join(shown) + (" and others" if len(sides) > LABEL_PARTIES else "")
    what = names.classes.get(cluster.kind, cluster.kind.rpartition("#")[2])
    issues = sorted({names.issues.get(i, i) for r in facts for i in r.report.issues})
    on = f" ({issues[0]})" if len(issues) == 1 else ""
    return f"{parties}: {what}{on}" if parties else f"{what}{on}"


def _count(values_: set[str]) -> ox.Literal:
    return ox.Literal(str(len(values_)), datatype=values.INTEGER)


def _disagreement(iri: str, cluster: Cluster) -> Iterator[values.Statement]:
    """Reports whose dates exclude the one shown, as a conflict that names both."""
    for phase in ("start", "end", "whole"):
        shown = cluster.value(phase)
        if shown is None or shown.bounds is None or shown.when is None:
            continue
        for other in cluster.records:
            if other.phase != phase or other.bounds is None or other.when is None or other.iri == shown.iri:
                continue
            if dates.overlaps(shown.bounds, other.bounds):
                continue
            conflict = iris.disagreement(shown.iri, other.iri)
            yield conflict, values.RDF_TYPE.value, values.node(terms.Conflict)
            yield conflict, terms.about, values.node(iri)
            yield conflict, terms.concerns, values.node(shown.iri)
            yield conflict, terms.concerns, values.node(other.iri)
            reason = f"{_phase(phase)}{shown.when.edtf} against {other.when.edtf}"
            yield conflict, terms.reason, ox.Literal(reason)


def _phase(phase: str) -> str:
    return "" if phase == "whole" else f"{phase}: "


def _entry(entry: AgentEntry) -> Iterator[values.Statement]:
    yield entry.iri, values.LABEL.value, ox.Literal(entry.name)


def _figures(extraction: Extraction) -> Iterator[values.Statement]:
    document = extraction.document
    for figure in extraction.figures:
        iri = iris.figure(document.key, figure.key)
        yield iri, values.RDF_TYPE.value, values.node(terms.Figure)
        yield iri, terms.fromArticle, values.node(iris.article(document.key))
        yield from values.amount(iri, figure.quantity)
        yield iri, terms.wording, ox.Literal(figure.quantity.span.of(document.text))
        if figure.measure:
            yield iri, terms.measure, ox.Literal(figure.measure)
        if figure.about is not None:
            yield iri, terms.about, values.node(figure.about)


def _holdings(extraction: Extraction, names: Names) -> Iterator[values.Statement]:
    """Roles that an article states, dated by it: held at the latest on the day it appeared."""
    document = extraction.document
    published = document.published
    bounds = dates.bounds(published.edtf) if published is not None else None
    for report in extraction.reports:
        if report.type != terms.RoleHolding:
            continue
        holder, organization = report.agents(terms.holder), report.agents(terms.roleIn)
        if not holder or not organization:
            continue
        office = report.agents(terms.role)
        text = dict(report.properties).get(terms.roleText, "")
        iri = iris.role(holder[0], text or office[0].rpartition("#")[2], organization[0], document.key)
        yield iri, values.RDF_TYPE.value, values.node(terms.RoleHolding)
        what = text or names.classes.get(office[0], "member company")
        who = f"{names.agents.get(holder[0], holder[0])}: {what}, {names.agents.get(organization[0], organization[0])}"
        yield iri, values.LABEL.value, ox.Literal(who)
        yield iri, terms.holder, values.node(holder[0])
        yield iri, terms.roleIn, values.node(organization[0])
        if office:
            yield iri, terms.role, values.node(office[0])
            if office[0] == terms.role_member_company:
                yield organization[0], terms.represents, values.node(holder[0])
        if text:
            yield iri, terms.roleText, ox.Literal(text)
        yield iri, terms.report, values.node(iris.report(document.key, report.key))
        when = None
        if bounds is not None and bounds.latest_end is not None and published is not None and published.day is not None:
            when = When(f"[..{published.day.isoformat()}]/..", Basis.BOUND, "held-when-published")
        yield from values.dated(iri, when)
