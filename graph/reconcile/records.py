"""One report as the reconciler sees it: its class on the timeline, its parties, its date, where it comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from graph import dates, iris
from graph.model import Extraction, Report, When
from graph.reconcile import origins, values
from graph.reconcile.registry import WORD, Registry, bounds, words_of
from graph.reconcile.values import Value
from ontology import terms
from ontology.lexicon import Frame, Lexicon

_RUN = 3  # words of a shingle by which two wordings are compared


@dataclass(frozen=True, slots=True)
class Record:
    """A report with what its article adds. `phase` is "start" or "end" where it opens or closes an interval, else "whole".

    `kind` is the class of the event it tells of; `sides` who it is about, `parties` these and the bodies they belong to,
    `allied` these and the predecessors of its day, `grouped` the associations that they were members of then;
    `employers` the companies named on the other side;
    `known` the day from which it was known: of publication, else of retrieval; `quoted` the words of its quotations;
    `origin` the page its article tells of, or of which it is a copy (see `reconcile.origins`);
    `outlet` who published it, `relayed` the news organizations whose account it passes on; `agreements` the words of
    each agreement that its sentences name; `values` its numbers and its outcome; `wording` the hash of its sentences, `shingles` the runs of words by which
    statements are compared; `bodies` the bodies of the union that a trigger names, of a vote that is not the members'.
    `year_from` is the report that supplied a year which the article leaves open; `unpublished`
    where nothing tells when the article appeared; `called_off` where its words fit what never began as well.
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
    sides: frozenset[str] = frozenset()
    allied: frozenset[str] = frozenset()
    grouped: frozenset[str] = frozenset()
    employers: frozenset[str] = frozenset()
    outlet: str | None = None
    relayed: frozenset[str] = frozenset()
    agreements: frozenset[frozenset[str]] = frozenset()
    values: tuple[Value, ...] = ()
    wording: str = ""
    shingles: frozenset[int] = frozenset()
    unpublished: bool = False
    bodies: frozenset[str] = frozenset()
    called_off: bool = False

    @property
    def bounds(self) -> dates.Bounds | None:
        """The bounds of its date, None where nothing or no year is known."""
        return None if self.when is None else bounds(self.when.edtf)


def records(extraction: Extraction, lexicon: Lexicon) -> Iterator[Record]:
    """The records of one article, role holdings left aside; each has its own page for its origin."""
    told = Registry.of(lexicon)
    document = extraction.document
    origin = origins.page(document)
    published = dates.bounds(document.published.edtf) if document.published is not None else None
    known = published.latest_end if published is not None else None
    outlet = None
    if document.outlet is not None:
        outlet = told.outlets.get(document.outlet) or iris.agent(document.outlet)
    met = {agent.iri for agent in extraction.agents if lexicon.agent_is_a(agent.type, terms.NewsOrganization)}
    news = told.news | met
    whole = told.parents(extraction.agents)
    companies = told.companies | {a.iri for a in extraction.agents if lexicon.agent_is_a(a.type, terms.Company)}
    for report in extraction.reports:
        if report.type == terms.RoleHolding:
            continue
        frame = told.frames.get(report.type)
        sides = frozenset(report.agents(terms.union) or report.agents(terms.madeBy) or report.agents())
        parties = told.parties((*sides, *(whole[side] for side in sides if side in whole)))
        words = " ".join(" ".join(span.of(document.text).split()) for span in report.evidence)
        quoted = tuple(q.span.of(document.text) for q in report.quotations)
        relayed = {agent for agent in _relayed(report, extraction, told, news) if agent in news}
        unnamed = not report.agents(terms.union)  # then the employer, named here or before, is all there is
        against = {f.agent for f in report.fillers if f.role == terms.employer and (unnamed or f.how != "discourse")}
        yield Record(
            iri=iris.report(document.key, report.key),
            article=iris.article(document.key),
            report=report,
            kind=_kind(report.type, frame),
            phase=_phase(frame),
            parties=parties,
            when=report.when,
            known=known or document.retrieved,
            unpublished=known is None,
            origin=origin,
            quoted=quoted,
            sides=sides,
            allied=told.allied(parties, report.when),
            grouped=told.grouped(parties, report.when),
            employers=told.parties(against & companies),
            outlet=outlet,
            relayed=frozenset(relayed - {outlet}),
            agreements=frozenset(_agreements(words, report, told)),
            values=tuple(values.of(report)),
            called_off=told.calls_off(report.trigger.of(document.text)),
            bodies=_bodies(report, frame, document.text, told),
            wording=_digest(words),
            shingles=shingles(" ".join(quoted) or _said(report, extraction))
            if report.type == terms.Statement
            else frozenset(),
        )


def _said(report: Report, extraction: Extraction) -> str:
    """The words of a statement without the names of who makes it and without dates, which others of that day share."""
    agents = set(report.agents())
    aside = [m.span for m in extraction.mentions if agents.intersection(m.agents)]
    aside += [time.span for time in extraction.times]
    text, parts = extraction.document.text, []
    for span in report.evidence:
        at = span.start
        for one in sorted(other for other in aside if span.covers(other)):
            parts.append(text[at : max(at, one.start)])
            at = max(at, one.end)
        parts.append(text[at : span.end])
    return " ".join(parts)


def _relayed(report: Report, extraction: Extraction, registry: Registry, news: Set[str]) -> Iterator[str]:
    """The news organizations whose account a report passes on: by whom it is vouched for, or as its sentences say."""
    yield from (agent for agent in (report.attributed_to, *report.agents(terms.toldTo)) if agent is not None)
    text = extraction.document.text
    for mention in extraction.mentions:
        if len(mention.agents) == 1 and mention.agents[0] in news:
            for span in report.evidence:
                if span.covers(mention.span):
                    before = text[span.start : mention.span.start].lower().replace("the ", "").split()
                    after = text[mention.span.end : span.end].lower().split()
                    if registry.passes_on(" ".join(before[-5:]), " ".join(after[:3])):
                        yield mention.agents[0]


def _agreements(words: str, report: Report, registry: Registry) -> Iterator[frozenset[str]]:
    """The agreements that a sentence names, each as its telling words: "area standards"; the parties' names tell nothing."""
    parties = registry.plain.union(*(registry.names.get(agent, frozenset()) for agent in report.agents()))
    for found in registry.agreement.finditer(words):
        name = words_of(found[0].rpartition(" ")[0]) - parties
        if name:
            yield name


def _bodies(report: Report, frame: Frame | None, text: str, registry: Registry) -> frozenset[str]:
    if frame is None or not frame.is_a(terms.CommitteeVote):
        return frozenset()
    words = words_of(report.trigger.of(text))
    return registry.bodies.intersection(words | {word.removesuffix("s") for word in words})


def shingles(words: str) -> frozenset[int]:
    """The runs of three words of a wording, as numbers; of a shorter one the whole."""
    told = [word.lower() for word in WORD.findall(words)]
    runs = [told[at : at + _RUN] for at in range(max(1, len(told) - _RUN + 1))] if told else []
    return frozenset(int(_digest(" ".join(run)), 16) for run in runs)


def _digest(words: str) -> str:
    return hashlib.blake2b(words.encode(), digest_size=6).hexdigest()


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
