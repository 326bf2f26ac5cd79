"""Parts of a network to look at: the opening view, and what a reader focuses on, opens and adds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.network import relations, slices
from graph.network.model import PARTIES, Network

CORE = 60  # nodes of the opening view, at most
LARGEST = 300  # nodes of any view, at most
OPENED = 25  # nodes that opening one node adds
# How many of the opening view may be of a kind: those who bargain, those who speak for them, what it is about.
SHARES = {"parties": 12, "person": 8, "issue": 8}


@dataclass(frozen=True, slots=True)
class View:
    """A part of a network, nodes and edges in a fixed order. `hidden` counts neighbours not shown, by node."""

    nodes: tuple[str, ...]
    edges: tuple[relations.Edge, ...]
    hidden: dict[str, int]
    cut: int


def core(graph: nx.MultiDiGraph[str], *, limit: int = CORE) -> tuple[str, ...]:
    """The nodes of the opening view, by kind, origins and degree, never by name.

    The parties, persons and subjects with most edges come first; then the events and moves told by most origins, those with
    both sides before those with one, dated before undated. What is left without an edge to the others is dropped. All are of
    the largest component: another stands beside the whole of it, far from its middle, and would make the picture small.
    """
    parts = sorted(nx.weakly_connected_components(graph), key=lambda part: (-len(part), min(part)))
    graph = graph.subgraph(parts[0] if parts else ())
    degree = dict(graph.degree())
    weight = {node: max((d["origins"] for *_, d in _edges(graph, node)), default=0) for node in graph}
    chosen: list[str] = []
    for kind, share in SHARES.items():
        kinds = PARTIES if kind == "parties" else (kind,)
        found = [node for node in graph if graph.nodes[node]["kind"] in kinds and degree[node]]
        chosen.extend(sorted(found, key=lambda node: (-degree[node], node))[:share])
    parties = {node for node in graph if graph.nodes[node]["kind"] in PARTIES}
    happenings = [node for node in graph if graph.nodes[node]["kind"] in ("event", "proposal")]
    ranked = sorted(
        happenings,
        key=lambda node: (
            graph.nodes[node]["planned"],
            not graph.nodes[node]["date"],
            -weight[node],
            -len(_around(graph, node) & parties),
            -degree[node],
            node,
        ),
    )
    for node in ranked:
        if len(chosen) >= limit:
            break
        if graph.nodes[node]["date"] or _around(graph, node) & set(chosen):
            chosen.append(node)
    linked = graph.subgraph(chosen)
    return tuple(sorted(node for node in chosen if linked.degree(node)))


def _edges(graph: nx.MultiDiGraph[str], node: str) -> list[tuple[str, str, dict[str, int]]]:
    return [*graph.out_edges(node, data=True), *graph.in_edges(node, data=True)]


def _around(graph: nx.MultiDiGraph[str], node: str) -> set[str]:
    return {*graph.successors(node), *graph.predecessors(node)} - {node}


def view(
    network: Network,
    *,
    focus: Sequence[str] = (),
    depth: int = 1,
    opened: Sequence[str] = (),
    added: Sequence[str] = (),
    types: Collection[str] = (),
    at: str = "",
    limit: int = LARGEST,
) -> View:
    """What a reader asked to see: around the focus, else the opening view; then what was opened and added.

    `types` keeps nodes of these kinds, all if it is empty; `at` what stands as of a day. A focus stays whatever its kind.
    """
    graph = slices.as_of(network.graph, at) if at else network.graph
    whole = graph.to_undirected(as_view=True)
    shown: dict[str, None] = {}
    if focus:
        near: dict[str, int] = {}
        for node in (node for node in focus if node in graph):
            for key, steps in nx.single_source_shortest_path_length(whole, node, cutoff=depth).items():
                near[key] = min(near.get(key, steps), steps)
        shown.update(dict.fromkeys(sorted(near, key=lambda key: (near[key], *rank(graph, key)))))
    else:
        shown.update(dict.fromkeys(node for node in network.core if node in graph))
    for node in opened:
        shown.update(dict.fromkeys(more(network, node, shown, at=at)))
    shown.update(dict.fromkeys(node for node in added if node in graph))
    kept = [node for node in shown if not types or graph.nodes[node]["kind"] in types or node in focus]
    nodes = kept[:limit]
    inside = graph.subgraph(nodes)
    return View(
        nodes=tuple(nodes),
        edges=tuple(sorted((source, target, str(key)) for source, target, key in inside.edges(keys=True))),
        hidden={node: len(_around(network.graph, node) - set(nodes)) for node in nodes},
        cut=len(kept) - len(nodes),
    )


def more(network: Network, node: str, shown: Collection[str], *, at: str = "") -> list[str]:
    """The next neighbours of a node that are not shown yet, `OPENED` at most: most origins first, then the earlier."""
    graph = slices.as_of(network.graph, at) if at else network.graph
    if node not in graph:
        return []
    found = _around(graph, node) - set(shown)
    return sorted(found, key=lambda key: rank(graph, key))[:OPENED]


def rank(graph: nx.MultiDiGraph[str], key: str) -> tuple[int, str, str]:
    """The order in which neighbours are shown."""
    origins = max((data["origins"] for *_, data in _edges(graph, key)), default=0)
    return (-origins, slices.begins(graph.nodes[key]) or "9", key)
