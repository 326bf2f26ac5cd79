"""The neighbourhood of one thing: what lies within so many steps of it, as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.errors import QueryError
from graph.network import relations, slices
from graph.network.model import DATES, Network

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Ego:
    """A neighbourhood. `distance` is the number of steps from the centre, by key."""

    centre: str
    depth: int
    at: str
    running: bool
    distance: dict[str, int]
    nodes: tuple[dict[str, Any], ...]
    relations: tuple[relations.Relation, ...]

    def as_json(self) -> dict[str, Any]:
        """The neighbourhood in the documented JSON form."""
        return {
            "of": self.centre,
            "depth": self.depth,
            "at": self.at or None,
            "running": self.running,
            "nodes": list(self.nodes),
            "relations": [relation.as_json() for relation in self.relations],
        }


def ego(network: Network, centre: str, *, depth: int = 1, at: str = "", running: bool = False) -> Ego:
    """What lies within `depth` steps of a node, edges walked either way.

    `at` is a day: only what stands as of it counts; with `running`, only what runs on the day itself.
    """
    if not 0 <= depth <= DEEPEST:
        raise QueryError(f"depth {depth}: expected a number of steps from 0 to {DEEPEST}")
    if running and not at:
        raise QueryError("running: expected a day as well (at), such as 2023-07-14")
    graph = network.graph
    held = slices.on(graph, at) if running else slices.as_of(graph, at) if at else graph
    if centre not in held:
        distance = {centre: 0}
        inside = graph.subgraph([])
    else:
        distance = dict(nx.single_source_shortest_path_length(held.to_undirected(as_view=True), centre, cutoff=depth))
        inside = held.subgraph(distance)
    edges = [] if depth == 0 else list(inside.edges(keys=True))
    found = sorted(distance, key=lambda key: (distance[key], key))
    return Ego(
        centre=centre,
        depth=depth,
        at=at,
        running=running,
        distance=distance,
        nodes=tuple(thing(network, key, steps=distance[key]) for key in found),
        relations=relations.dated(network, edges),
    )


def thing(network: Network, key: str, **more: Any) -> dict[str, Any]:
    """A node in the documented JSON form."""
    data = network.graph.nodes[key]
    return {
        "id": key,
        "iri": data["iri"],
        "label": data["label"],
        "kind": data["kind"],
        "page": data["page"],
        "planned": data["planned"],
        "when": relations.readable(data["date"]),
        **{name: data[name] for name in DATES},
        **more,
    }
