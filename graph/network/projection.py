"""The published timeline to a networkx MultiDiGraph: every edge is stated by a report, and so has a sentence to show.

Nodes are agents, events, moves and subjects of bargaining, under their local paths; what only the registry knows, without
an article, is no edge. Attributes of nodes: iri, label, short, kind, page, names, planned and the dates of `model.DATES`.
Of edges, keyed by property or office: kind (the role's label), property, lasting, origins, articles, reports, and the dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox

from graph import iris, turtle
from graph.errors import QueryError
from graph.network.model import DATES, Article, Network, Passage, Report, local, page
from ontology import terms

_FOLDER = Path(__file__).parent
_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in turtle.PREFIXES.items())
_NO_DATES = dict.fromkeys(DATES, "")

Row = Mapping[str, str]


@cache
def _query(name: str) -> str:
    return _PREFIXES + (_FOLDER / f"{name}.rq").read_text(encoding="utf-8")


def _rows(store: ox.Store, name: str) -> list[dict[str, str]]:
    """The rows of a query of this folder, unbound variables left out, in an order that is always the same."""
    solutions = store.query(_query(name))
    if not isinstance(solutions, ox.QuerySolutions):
        raise QueryError(f"{name}.rq: expected a query that selects rows")
    names = [variable.value for variable in solutions.variables]
    rows = [{name: row[name].value for name in names if row[name] is not None} for row in solutions]
    return sorted(rows, key=lambda row: sorted(row.items()))


def of(quads: Iterable[ox.Quad]) -> Network:
    """The projection of quads in memory."""
    store = ox.Store()
    store.bulk_extend(quads)
    return project(store)


def project(store: ox.Store) -> Network:
    """The projection of a store whose default graph is the timeline and whose named graphs are the articles."""
    articles = {row["article"]: _article(row) for row in _rows(store, "articles")}
    # A part of a graph may hold a report and know nothing of its article: what cannot be cited is not drawn.
    reports = {iri: r for iri, r in _reports(_rows(store, "evidence")).items() if r.article in articles}
    nodes = _nodes(store)
    edges = _Edges(nodes, reports, articles)
    unreviewed = {(row["from"], row["to"]) for row in _rows(store, "unreviewed")}
    for row in (*_rows(store, "relations"), *_rows(store, "links")):
        if (row["from"], row["to"]) in unreviewed:
            continue
        key = row["property"].rpartition("#")[2]
        edges.add(
            row, key, kind=row.get("label", key), property=row["property"], dates=nodes.get(local(row["from"]), {})
        )
    for row in _first_known(_rows(store, "holdings")):
        kind = row.get("label") or row.get("text") or "member"
        edges.add(
            row, f"role-{iris.slug(kind)}", kind=kind, property=row.get("role", terms.role), dates=row, lasting=True
        )
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    met = edges.ends()
    for key in sorted(nodes):
        if key in met or key.startswith("event/"):
            graph.add_node(key, **nodes[key])
    for (source, target, key), attributes in sorted(edges.found.items()):
        graph.add_edge(source, target, key=key, **edges.finished(attributes))
    used = {iri for _, _, data in graph.edges(data=True) for iri in data["reports"]}
    held = {iri: reports[iri] for iri in sorted(used)}
    cited = {report.article for report in held.values()}
    return Network(
        graph, held, {iri: articles[iri] for iri in sorted(cited)}, withheld=len(edges.strangers & _persons(store))
    )


def _persons(store: ox.Store) -> set[str]:
    quads = store.quads_for_pattern(None, ox.NamedNode(_TYPE), _PERSON, None)
    return {local(quad.subject.value) for quad in quads if isinstance(quad.subject, ox.NamedNode)}


_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_PERSON = ox.NamedNode(terms.Person)


def _article(row: Row) -> Article:
    return Article(
        iri=row["article"],
        title=row.get("title", ""),
        outlet=row.get("outlet", ""),
        published=row.get("published", ""),
        known=row.get("known", ""),
        url=row.get("url", ""),
        digest=row["kind"] == terms.evidence_digest,
        origin=row["origin"],
    )


def _reports(rows: Sequence[Row]) -> dict[str, Report]:
    """Reports with their passages: those inside another are dropped, and the one that holds the trigger comes first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["report"]].append(row)
    out = {}
    for iri, group in found.items():
        passages = {Passage(int(row["start"]), int(row["end"]), row["text"]) for row in group}
        widest = [p for p in passages if not any(o != p and o.start <= p.start and p.end <= o.end for o in passages)]
        trigger = group[0]["trigger"]
        widest.sort(key=lambda p: (trigger not in p.text, p.start, p.end))
        modality = group[0]["modality"].rpartition("#")[2].removeprefix("modality-")
        out[iri] = Report(iri, group[0]["article"], modality, tuple(widest))
    return out


def _nodes(store: ox.Store) -> dict[str, dict[str, Any]]:
    """Every thing that may be a node, by key, with its attributes."""
    kinds: dict[str, tuple[int, str]] = {}
    for row in _rows(store, "kinds"):
        rank = (int(row["rank"]), row["kind"])
        kinds[row["class"]] = min(kinds.get(row["class"], rank), rank)
    names: dict[str, set[str]] = defaultdict(set)
    for row in _rows(store, "names"):
        names[row["node"]].add(row["name"])
    ranks: dict[str, tuple[int, str]] = {}
    out: dict[str, dict[str, Any]] = {}
    for row in _rows(store, "things"):
        iri, key = row["node"], local(row["node"])
        rank = kinds.get(row["class"], (99, "other"))
        if key in ranks and ranks[key] <= rank:
            continue
        ranks[key] = rank
        label = row["label"]
        out[key] = {
            "iri": iri,
            "label": label,
            "short": label.rpartition(": ")[2] if rank[1] in ("event", "proposal") else label,
            "kind": rank[1],
            "page": page(iri),
            "names": tuple(sorted({label, *names.get(iri, ())})),
            "planned": row.get("modality") == terms.modality_planned,
            **_dates(row),
        }
    return out


def _dates(row: Mapping[str, Any]) -> dict[str, str]:
    return {name: row.get(name, "") for name in DATES}


def _first_known(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Holdings, each office's best dated one first, so that an edge made of several takes its date."""
    return sorted(
        rows, key=lambda row: (row.get("latestStart", "9"), row.get("date", ""), row["holding"], row["report"])
    )


class _Edges:
    """Edges as they are gathered from rows, one report each."""

    def __init__(
        self, nodes: Mapping[str, Any], reports: Mapping[str, Report], articles: Mapping[str, Article]
    ) -> None:
        self.nodes, self.reports, self.articles = nodes, reports, articles
        self.found: dict[tuple[str, str, str], dict[str, Any]] = {}
        self.strangers: set[str] = set()

    def add(
        self, row: Row, key: str, *, kind: str, property: str, dates: Mapping[str, Any], lasting: bool = False
    ) -> None:
        """Takes up one row; one whose ends are no nodes, or whose report shows no passage, is no edge."""
        source, target = local(row["from"]), local(row["to"])
        self.strangers.update(end for end in (source, target) if end not in self.nodes)
        if source not in self.nodes or target not in self.nodes or row["report"] not in self.reports:
            return
        edge = self.found.setdefault(
            (source, target, key),
            {"kind": kind, "property": property, "lasting": lasting, "reports": set(), **_dates(dates)},
        )
        edge["reports"].add(row["report"])

    def ends(self) -> set[str]:
        """The nodes that some edge touches."""
        return {end for source, target, _ in self.found for end in (source, target)}

    def finished(self, edge: Mapping[str, Any]) -> dict[str, Any]:
        """The attributes of an edge, with its articles and the number of independent origins."""
        told = {self.reports[iri].article for iri in edge["reports"]}
        known = min((self.articles[iri].known for iri in told if self.articles[iri].known), default="")
        return {
            **edge,
            "knownFrom": edge["knownFrom"] or known,
            "reports": tuple(sorted(edge["reports"])),
            "articles": tuple(sorted(told)),
            "origins": len({self.articles[iri].origin for iri in told}),
        }
