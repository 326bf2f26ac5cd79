"""The network as a value: a networkx graph, the reports that its edges rest on, their articles, and where nodes stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph import iris

KINDS = ("union", "association", "company", "person", "proposal", "event", "issue", "other")
PARTIES = ("union", "association", "company")
AGENTS = (*PARTIES, "person", "other")
# The fields of a node's or an edge's date, as they are named in every format; all are text, "" where nothing is known.
DATES = ("date", "earliestStart", "latestStart", "earliestEnd", "latestEnd", "knownFrom")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article, by code points of its text."""

    start: int
    end: int
    text: str

    def as_json(self) -> dict[str, Any]:
        """Place and words."""
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Article:
    """What the evidence line tells of an article. `published` is EDTF, `origin` the independent source, by URL or IRI."""

    iri: str
    title: str
    outlet: str
    published: str
    known: str
    url: str
    digest: bool
    origin: str

    @property
    def page(self) -> str:
        """The path of its page."""
        return page(self.iri)

    def as_json(self) -> dict[str, Any]:
        """Every field, with the page's path."""
        return {
            "iri": self.iri,
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published,
            "known": self.known,
            "url": self.url,
            "digest": self.digest,
            "origin": self.origin,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What one article states: told as fact, plan, possibility or denial, in these passages; the first is its sentence."""

    iri: str
    article: str
    modality: str
    passages: tuple[Passage, ...]

    def as_json(self) -> dict[str, Any]:
        """Every field."""
        return {
            "iri": self.iri,
            "article": self.article,
            "modality": self.modality,
            "passages": [passage.as_json() for passage in self.passages],
        }


@dataclass(frozen=True, slots=True)
class Network:
    """The projection. Keys of nodes are local paths such as `agent/x`; edges run from subject to object as the timeline states them.

    `places` holds the positions, in pixels; a node without one is isolated and is listed, not drawn. `core` are the nodes
    of the opening view. `withheld` counts the persons left out because they hold no office and have not spoken in public.
    """

    graph: nx.MultiDiGraph[str]
    reports: Mapping[str, Report]
    articles: Mapping[str, Article]
    withheld: int = 0
    version: str = ""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    core: tuple[str, ...] = ()


def local(iri: str) -> str:
    """The key of a node: the path below the data's namespace, or the IRI itself from elsewhere."""
    return iri.removeprefix(iris.ID)


def page(iri: str) -> str:
    """The path of a thing's page on the server; an IRI from elsewhere has none."""
    return "/" + iri.removeprefix(iris.ID) if iri.startswith(iris.ID) else ""
