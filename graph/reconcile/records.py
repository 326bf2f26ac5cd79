"""One report as the reconciler sees it: its class on the timeline, its parties, its date, where it comes from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graph import dates, iris
from graph.model import Agent, Extraction, Report, When
from graph.reconcile import origins, values
from graph.reconcile.values import Value
from ontology import terms
from ontology.lexicon import Frame, Lexicon

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(
    r"(?P<whole>\S.*\S),? (?:Local|Lodge|District Council|District Lodge|District|Council|Branch|Division) (?:No\. ?)?\d{1,5}\w?$"
)
_RUN = 3  # words of a shingle by which two wordings are compared
bounds = lru_cache(maxsize=65536)(dates.bounds)


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
    statements are compared. `year_from` is the report that supplied a year which the article leaves open; `unpublished`
    where nothing tells when the article appeared.
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

    @property
    def bounds(self) -> dates.Bounds | None:
        """The bounds of its date, None where nothing or no year is known."""
        return None if self.when is None else bounds(self.when.edtf)


@dataclass(frozen=True, slots=True)
class Registry:
    """What the records of all articles need of the vocabulary.

    `above` are the bodies that each belongs to, `members` its associations with the time of each membership, `before`
    the day a body began with the bodies whose place it took, `outlets` the news organizations and `unions` the unions by name.
    """

    frames: Mapping[str, Frame]
    above: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[tuple[str, str], ...]]
    before: Mapping[str, tuple[date, tuple[str, ...]]]
    outlets: Mapping[str, str]
    news: frozenset[str]
    companies: frozenset[str]
    unions: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    agreement: re.Pattern[str]
    plain: frozenset[str]
    relays: tuple[tuple[str, ...], tuple[str, ...]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Registry:
        """The registry of a lexicon, made once."""
        if lexicon.digest not in _REGISTRIES:
            _REGISTRIES.clear()
            _REGISTRIES[lexicon.digest] = cls._made(lexicon)
        return _REGISTRIES[lexicon.digest]

    @classmethod
    def _made(cls, lexicon: Lexicon) -> Registry:
        """A body that began on the day on which others of its class ceased took their place."""
        before: dict[str, tuple[date, tuple[str, ...]]] = {}
        for entry in lexicon.agents:
            begun = dates.bounds(entry.active_from) if entry.active_from else None
            if begun is not None and begun.earliest_start is not None:
                same = (e for e in lexicon.agents if e.active_to == entry.active_from and e.type == entry.type)
                before[entry.iri] = (begun.earliest_start, tuple(e.iri for e in same))
        news = {e.iri for e in lexicon.agents if lexicon.agent_is_a(e.type, terms.NewsOrganization)}
        heads = "|".join(re.escape(word) for word in lexicon.words.get("agreement-name", ())) or "(?!)"
        return cls(
            frames={frame.iri: frame for frame in lexicon.frames},
            above={e.iri: (*((e.parent,) if e.parent else ()), *e.coalition) for e in lexicon.agents},
            members={
                e.iri: tuple((t.organization, t.edtf) for t in e.tenures if t.role == terms.role_member_company)
                for e in lexicon.agents
            },
            before=before,
            outlets={name: e.iri for e in lexicon.agents if e.iri in news for name in (*e.aliases, e.name)},
            news=frozenset(news),
            companies=frozenset(e.iri for e in lexicon.agents if lexicon.agent_is_a(e.type, terms.Company)),
            unions={
                name: e.iri
                for e in lexicon.agents
                if lexicon.agent_is_a(e.type, terms.LaborUnion)
                for name in (*e.aliases, e.name)
            },
            names={e.iri: _words(" ".join((*e.aliases, e.name))) for e in lexicon.agents},
            agreement=re.compile(rf"(?:[A-Z][\w/&’'-]*\s+(?:and\s+|&\s+|of\s+)?)+(?:{heads})\b"),
            plain=frozenset(lexicon.words.get("agreement-any", ())),
            relays=(tuple(lexicon.words.get("relay-before", ())), tuple(lexicon.words.get("relay-after", ()))),
        )

    def parents(self, agents: Iterable[Agent]) -> dict[str, str]:
        """The union that each numbered part met in a text belongs to, by its name: of "Dockers Union Local 7" the Dockers Union."""
        out: dict[str, str] = {}
        for agent in agents:
            part = _PART.match(agent.name) if agent.iri not in self.names else None
            if part is not None:
                out[agent.iri] = self.unions.get(part["whole"]) or iris.agent(part["whole"])
        return out

    def passes_on(self, before: str, after: str) -> bool:
        """Whether the words around an outlet's name say that its account is passed on."""
        first, then = self.relays
        return before.endswith(first) or after.startswith(then)

    def parties(self, sides: Iterable[str]) -> frozenset[str]:
        """The sides and the bodies that they belong to: a guild's branch stands for the guild as well."""
        return frozenset(body for side in sides for body in (side, *self.above.get(side, ())))

    def allied(self, parties: frozenset[str], when: When | None) -> frozenset[str]:
        """The parties, and of one that a report dates before its beginning those whose place it took."""
        known = bounds(when.edtf) if when is not None else None
        if known is None or known.latest_start is None:
            return parties
        begun = (self.before.get(party, (date.min, ())) for party in parties)
        return parties.union(*(others for day, others in begun if known.latest_start < day))

    def grouped(self, parties: frozenset[str], when: When | None) -> frozenset[str]:
        """The parties and the associations that they were members of on the date."""
        known = bounds(when.edtf) if when is not None else None
        out = set(parties)
        for party in parties:
            for organization, edtf in self.members.get(party, ()):
                held = bounds(edtf)
                if known is None or held is None or dates.overlaps(known, held):
                    out.add(organization)
        return frozenset(out)


_REGISTRIES: dict[str, Registry] = {}  # of the lexicon last seen, by its digest


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
        against = {f.agent for f in report.fillers if f.role == terms.employer and f.how != "discourse"}
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
        name = _words(found[0].rpartition(" ")[0]) - parties
        if name:
            yield name


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def shingles(words: str) -> frozenset[int]:
    """The runs of three words of a wording, as numbers; of a shorter one the whole."""
    told = [word.lower() for word in _WORD.findall(words)]
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
