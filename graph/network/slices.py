"""What of a network holds as of a day, on a day, or within a window; dates are ISO text, whose order is that of time.

*As of* a day stands what may have begun by then, without the offices that were over before it: what happened stays
happened. Something undated counts from the day it was known, since what is told as fact has begun by then.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

Attributes = Mapping[str, Any]
Graph = nx.MultiDiGraph


def begins(attributes: Attributes) -> str:
    """The first day on which it may have begun; "" where it may always have been."""
    if attributes["earliestStart"]:
        return str(attributes["earliestStart"])
    if any(attributes[name] for name in ("latestStart", "earliestEnd", "latestEnd")):
        return ""
    return str(attributes["knownFrom"])


def begun(attributes: Attributes, day: str) -> bool:
    """Whether it may have begun by the day."""
    return begins(attributes) <= day


def over(attributes: Attributes, day: str) -> bool:
    """Whether it was surely over before the day; what has no known end goes on."""
    return bool(attributes["latestEnd"]) and str(attributes["latestEnd"]) < day


def stands(attributes: Attributes, day: str) -> bool:
    """Whether an edge stands as of the day: begun, and no office that was over."""
    return begun(attributes, day) and not (attributes["lasting"] and over(attributes, day))


def running(attributes: Attributes, day: str) -> bool:
    """Whether it can touch the day itself; of something undated nobody can say, so no."""
    dated = any(attributes[name] for name in ("earliestStart", "latestStart", "earliestEnd", "latestEnd"))
    return (dated or bool(attributes.get("lasting"))) and begun(attributes, day) and not over(attributes, day)


def touches(attributes: Attributes, start: str, end: str) -> bool:
    """Whether a dated thing can touch the window from `start` to `end`; "" leaves a side open."""
    if not any(attributes[name] for name in ("earliestStart", "latestStart", "earliestEnd", "latestEnd")):
        return False
    return (not end or begins(attributes) <= end) and not (start and over(attributes, start))


def as_of(graph: Graph[str], day: str) -> Graph[str]:
    """The part of a graph that stands as of a day; a node goes with what it is, agents and subjects stay."""
    view: Graph[str] = nx.subgraph_view(
        graph,
        filter_node=lambda node: begun(graph.nodes[node], day),
        filter_edge=lambda *edge: stands(graph.edges[edge], day),
    )
    return view


def on(graph: Graph[str], day: str) -> Graph[str]:
    """The part of a graph that runs on the day itself."""
    view: Graph[str] = nx.subgraph_view(
        graph,
        filter_node=lambda node: not _happens(graph.nodes[node]) or running(graph.nodes[node], day),
        filter_edge=lambda *edge: running(graph.edges[edge], day),
    )
    return view


def _happens(attributes: Attributes) -> bool:
    return attributes["kind"] in ("event", "proposal")
