"""Reconciled events to RDF: the default graph, beside the ontology and the agents it holds."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

import pyoxigraph as ox

from graph import dates, iris
from graph.describe import article, values
from graph.model import Agent, Basis, Extraction, Modality, When
from graph.reconcile import Cluster, Judgement, Record, conflicts
from graph.reconcile.conflicts import Conflict
from ontology import terms
from ontology.lexicon import AgentEntry, Lexicon

LABEL_PARTIES = 4
JUDGED = {
    "same": terms.SameJudgement,
    "different": terms.DifferentJudgement,
    "value": terms.ValueJudgement,
    "party": terms.PartyJudgement,
}


@dataclass(frozen=True, slots=True)
class Names:
    """Labels by IRI: of agents, event classes and issues; of a branch the body above it; offices by their names."""

    agents: MutableMapping[str, str]
    classes: Mapping[str, str]
    issues: Mapping[str, str]
    parents: Mapping[str, str]
    offices: Mapping[str, str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Names:
        """The names that the registry gives."""
        agents = {entry.iri: entry.name for entry in lexicon.agents}
        classes = {frame.iri: frame.label for frame in lexicon.frames}
        issues = {issue.iri: issue.label for issue in lexicon.issues}
        parents = {entry.iri: entry.parent for entry in lexicon.agents if entry.parent}
        return cls(agents, {**lexicon.labels, **classes}, issues, parents, lexicon.offices)

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
    for predicate, value in _readings(cluster, facts):
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
    yield iri, terms.originCount, _count(cluster.origins)
    known = min((record.known for record in cluster.records if record.known is not None), default=None)
    if known is not None:
        yield iri, terms.knownFrom, ox.Literal(known.isoformat(), datatype=values.DATE)
    for record in cluster.ahead:
        yield iri, terms.toldAhead, values.node(record.iri)
    yield from _conflicts(iri, conflicts.of(cluster))
    yield from _judgements(iri, cluster.judgements)


def _readings(cluster: Cluster, facts: Sequence[Record]) -> Iterator[tuple[str, ox.Literal]]:
    """The figures and the outcome of a vote as reconciling shows them; the terms of a move in every wording, and of other
    words the most told. What else was said stays with the reports.
    """
    shown = cluster.figures
    for key in sorted(shown):
        value = shown[key][1]
        if value.on != terms.figure:
            yield value.on, values.figure(value.text, value.kind)
    told: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for record in facts:
        for reading in record.report.readings:
            if reading.kind == "text" and reading.property not in shown:
                told[reading.property][reading.value] += 1
    for predicate, times in sorted(told.items()):
        best = min(times, key=lambda words: (-times[words], words))
        for words in sorted(times) if predicate == terms.termsText else (best,):
            yield predicate, ox.Literal(words)


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
    """Roles with their agents. A body and its branch are one side of one strike: beside the body the branch goes unnamed.

    A party to a contract that few articles among many name is taken for misread, and not shown. Who was judged to take part,
    and is told in no role, is a participant.
    """
    told = {(f.role, f.agent) for r in facts for f in r.report.fillers}
    named = {agent for _, agent in told}
    told |= {(terms.participant, j.party) for j in cluster.judgements if j.party is not None and j.party not in named}
    if all(record.phase == "whole" for record in cluster.records):
        return told - _doubtful(facts, cluster.table)
    return {(role, agent) for role, agent in told if (role, names.parents.get(agent)) not in told}


def _doubtful(facts: Sequence[Record], table: Set[str]) -> set[tuple[str, str]]:
    """Unions and employers that few articles name, where several times as many name another in that role; and companies that
    are told beside the one whose contract it is.
    """
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in facts:
        for filler in record.report.fillers:
            if filler.role in (terms.union, terms.employer):
                articles[filler.role, filler.agent].add(record.article)
    most = {role: max(len(found) for (r, _), found in articles.items() if r == role) for role, _ in articles}
    few = {key for key, found in articles.items() if len(found) * _MANY <= most[key[0]]}
    beside = {company for record in facts for company in record.employers - table} if table else set()
    return few | {(terms.employer, company) for company in beside}


_MANY = 4  # times as many articles that name another party in the same role


def _metadata(extraction: Extraction, registry: Set[str]) -> Iterator[values.Statement]:
    """What is known of an article; a publisher of the registry, a union say, keeps the class that it has there."""
    for subject, predicate, value in article.metadata(extraction.document):
        if subject not in registry or predicate not in (values.RDF_TYPE.value, values.LABEL.value):
            yield subject, predicate, value


def joined(clusters: Sequence[tuple[str, Cluster]]) -> Iterator[values.Statement]:
    """Which event another began after: one side joined the other's, by the word of an article that tells of both."""
    told: dict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for iri, cluster in clusters:
        for record in cluster.records:
            for union in record.report.agents(terms.union):
                told[cluster.kind, record.article, union][iri] = None
    for iri, cluster in clusters:
        for record in cluster.records:
            if record.report.modality is Modality.ACTUAL:
                for union in record.report.agents(terms.joins):
                    for other in told.get((cluster.kind, record.article, union), ()):
                        if other != iri:
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


def _count(values_: Set[str]) -> ox.Literal:
    return ox.Literal(str(len(values_)), datatype=values.INTEGER)


def _conflicts(iri: str, found: Sequence[Conflict]) -> Iterator[values.Statement]:
    """What the reports disagree on, each value against the one shown a node that names both reports."""
    if found:
        yield iri, terms.conflictCount, ox.Literal(str(len(found)), datatype=values.INTEGER)
    for conflict in found:
        node = iris.disagreement(conflict.shown.iri, conflict.other.iri, conflict.on)
        yield node, values.RDF_TYPE.value, values.node(terms.Conflict)
        yield node, terms.about, values.node(iri)
        yield node, terms.concerns, values.node(conflict.shown.iri)
        yield node, terms.concerns, values.node(conflict.other.iri)
        yield node, terms.conflictOn, values.node(conflict.on)
        yield node, terms.valueShown, ox.Literal(conflict.values[0])
        yield node, terms.valueAgainst, ox.Literal(conflict.values[1])
        yield node, terms.reason, ox.Literal(conflict.reason)


def _judgements(iri: str, found: Sequence[Judgement]) -> Iterator[values.Statement]:
    """The human decisions on an event's reports, as they stand in their file."""
    for judgement in found:
        yield iri, terms.judgement, values.node(judgement.iri)
        yield judgement.iri, values.RDF_TYPE.value, values.node(JUDGED[judgement.verdict])
        for report in judgement.reports:
            yield judgement.iri, terms.judges, values.node(report)
        if judgement.property is not None and judgement.value is not None:
            yield judgement.iri, terms.judgedProperty, values.node(judgement.property)
            yield judgement.iri, terms.judgedValue, ox.Literal(judgement.value)
        if judgement.party is not None:
            yield judgement.iri, terms.judgedParty, values.node(judgement.party)
        yield judgement.iri, values.DCT + "creator", ox.Literal(judgement.author)
        yield judgement.iri, values.DCT + "date", ox.Literal(judgement.day.isoformat(), datatype=values.DATE)
        yield judgement.iri, terms.reason, ox.Literal(judgement.reason)


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
            if not office and text.lower() in names.offices:
                yield iri, terms.role, values.node(names.offices[text.lower()])
        yield iri, terms.report, values.node(iris.report(document.key, report.key))
        when = None
        if bounds is not None and bounds.latest_end is not None and published is not None and published.day is not None:
            when = When(f"[..{published.day.isoformat()}]/..", Basis.BOUND, "held-when-published")
        yield from values.dated(iri, when)
