"""One edge as an answer tells it: who, what, whom, when, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.network.model import DATES, Article, Network, Report

Edge = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """A report of an edge with its article."""

    report: Report
    article: Article

    @property
    def line(self) -> str:
        """Who says it and when: `our digest of Deadline, 2023-05-01`."""
        outlet = self.article.outlet or self.article.title or self.article.iri
        return ", ".join(
            part for part in (f"our digest of {outlet}" if self.article.digest else outlet, self.day) if part
        )

    @property
    def day(self) -> str:
        """When the article appeared, in plain words, "" where nobody knows."""
        return readable(self.article.published) if self.article.published else ""

    @property
    def sentence(self) -> str:
        """The sentence; in quotation marks only where the words are the source's own."""
        words = " ".join(self.report.passages[0].text.split())
        return words if self.article.digest else f"“{words}”"

    def as_json(self) -> dict[str, Any]:
        """The evidence in full: passages with offsets, outlet, date, whether it is our digest."""
        return {
            "report": self.report.iri,
            "modality": self.report.modality,
            "article": self.article.iri,
            "page": self.article.page,
            "title": self.article.title,
            "outlet": self.article.outlet,
            "published": self.article.published,
            "url": self.article.url,
            "digest": self.article.digest,
            "origin": self.article.origin,
            "line": self.line,
            "passages": [passage.as_json() for passage in self.report.passages],
        }


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge with the labels of its ends and its sources, the earliest article first."""

    source: str
    target: str
    key: str
    source_label: str
    target_label: str
    kind: str
    dates: Mapping[str, str]
    origins: int
    sources: tuple[Source, ...]

    @property
    def date(self) -> str:
        """The date in plain words, "undated" where there is none."""
        return readable(self.dates["date"])

    def as_json(self) -> dict[str, Any]:
        """Ends, kind, dates, number of independent origins, sources."""
        return {
            "from": self.source,
            "fromLabel": self.source_label,
            "kind": self.kind,
            "to": self.target,
            "toLabel": self.target_label,
            "key": self.key,
            "when": self.date,
            **self.dates,
            "origins": self.origins,
            "sources": [source.as_json() for source in self.sources],
        }


def readable(edtf: str) -> str:
    """An EDTF date as people read it: days as they are; intervals, one-of sets and open sides in words."""
    first, between, last = edtf.partition("/")
    if not between:
        return _point(edtf) or "undated"
    start, end = _point(first), _point(last)
    if start and end:
        return f"{start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else "undated"


def _point(edtf: str) -> str:
    """One side of a date, "" where it is open."""
    if not edtf.startswith(("[", "{")):
        return edtf.strip(".")
    inner = edtf[1:-1]
    low, between, high = inner.partition("..")
    if not between:
        return (" or " if edtf[0] == "[" else " and ").join(part.strip() for part in inner.split(","))
    if low and high:
        return f"between {low} and {high}"
    return f"{low} or later" if low else f"{high} or earlier" if high else ""


def of(network: Network, edge: Edge) -> Relation:
    """The relation of one edge."""
    source, target, key = edge
    data = network.graph.edges[edge]
    reports = [network.reports[iri] for iri in data["reports"]]
    sources = [Source(report, network.articles[report.article]) for report in reports]
    return Relation(
        source=source,
        target=target,
        key=key,
        source_label=network.graph.nodes[source]["label"],
        target_label=network.graph.nodes[target]["label"],
        kind=data["kind"],
        dates={name: data[name] for name in DATES},
        origins=data["origins"],
        sources=tuple(sorted(sources, key=lambda s: (s.article.known or "9", s.article.iri, s.report.iri))),
    )


def dated(network: Network, edges: Iterable[Edge]) -> tuple[Relation, ...]:
    """Relations in order of time, undated ones last."""
    found = [of(network, edge) for edge in edges]
    return tuple(sorted(found, key=order))


def order(relation: Relation) -> tuple[str, ...]:
    """By start, then end, then ends and key."""
    dates = relation.dates
    start = dates["earliestStart"] or dates["latestStart"] or dates["latestEnd"] or "9"
    return (start, dates["latestEnd"] or "9", relation.source, relation.target, relation.key)
