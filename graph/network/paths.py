"""The shortest way from one thing to another along sourced edges, walked either way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.network import relations, slices
from graph.network.ego import thing
from graph.network.model import Network


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path. `forward` says that it is walked as the timeline states it; `others` counts parallel edges."""

    start: str
    end: str
    forward: bool
    relation: relations.Relation
    others: int

    def as_json(self) -> dict[str, Any]:
        """The step with its relation in full."""
        return {
            "start": self.start,
            "end": self.end,
            "direction": "forward" if self.forward else "backward",
            "others": self.others,
            "relation": self.relation.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one node to another; `found` is False where there is none."""

    source: str
    target: str
    at: str
    found: bool
    nodes: tuple[dict[str, Any], ...]
    steps: tuple[Step, ...]

    @property
    def answer(self) -> str:
        """The answer in one sentence."""
        as_of = f" as of {self.at}" if self.at else ""
        if not self.found:
            return f"No sourced path leads from {self.source} to {self.target}{as_of}."
        return (
            f"{len(self.steps)} step{'' if len(self.steps) == 1 else 's'} from {self.source} to {self.target}{as_of}."
        )

    def as_json(self) -> dict[str, Any]:
        """The path in the documented JSON form."""
        return {
            "from": self.source,
            "to": self.target,
            "at": self.at or None,
            "found": self.found,
            "answer": self.answer,
            "nodes": list(self.nodes),
            "steps": [step.as_json() for step in self.steps],
        }


def path(network: Network, source: str, target: str, *, at: str = "") -> Path:
    """A shortest path, `at` a day as of which its edges must stand.

    Of several of one length the same is always taken: at each step the edge with most origins, then the earlier one, then
    the one whose node and key come first.
    """
    graph = slices.as_of(network.graph, at) if at else network.graph
    if source not in graph or target not in graph:
        return Path(source, target, at, False, (), ())
    left = nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), target)
    if source not in left:
        return Path(source, target, at, False, (), ())
    here, steps = source, []
    while here != target:
        nearer = {
            node
            for node in {*graph.successors(here), *graph.predecessors(here)}
            if left.get(node, len(left)) == left[here] - 1
        }
        edges = sorted(
            (edge for node in nearer for edge in between(graph, here, node)),
            key=lambda edge: _choice(graph, here, edge),
        )
        best = edges[0]
        there = other(best, here)
        steps.append(
            Step(
                start=here,
                end=there,
                forward=best[0] == here,
                relation=relations.of(network, best),
                others=sum(other(edge, here) == there for edge in edges) - 1,
            )
        )
        here = there
    nodes = (source, *(step.end for step in steps))
    return Path(source, target, at, True, tuple(thing(network, key) for key in nodes), tuple(steps))


def between(graph: slices.Graph[str], one: str, two: str) -> list[relations.Edge]:
    """The edges between two nodes, in either direction."""
    return [
        *((one, two, str(key)) for key in graph.get_edge_data(one, two) or ()),
        *((two, one, str(key)) for key in (graph.get_edge_data(two, one) or ()) if one != two),
    ]


def other(edge: relations.Edge, here: str) -> str:
    """The end of an edge that is not the one given."""
    return edge[1] if edge[0] == here else edge[0]


def _choice(graph: slices.Graph[str], here: str, edge: relations.Edge) -> tuple[int, str, str, str, bool]:
    data = graph.edges[edge]
    return (-data["origins"], data["earliestStart"] or "9", other(edge, here), edge[2], edge[0] != here)
