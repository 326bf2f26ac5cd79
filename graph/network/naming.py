"""Who is named with whom: a count over the reporting, by independent origin. It measures sources, never power."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import networkx as nx

from graph.errors import QueryError
from graph.network import slices
from graph.network.model import AGENTS, Network

CAPTION = "Most often named together in these sources"
MOST = 1000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two agents, in how many independent origins they are named together, and at which events."""

    one: str
    other: str
    labels: tuple[str, str]
    origins: int
    happenings: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The pair with its counts."""
        return {
            "one": self.one,
            "oneLabel": self.labels[0],
            "other": self.other,
            "otherLabel": self.labels[1],
            "origins": self.origins,
            "events": len(self.happenings),
            "at": list(self.happenings),
        }


@dataclass(frozen=True, slots=True)
class Named:
    """An agent, in how many origins it is named with another one, and with how many others."""

    key: str
    label: str
    kind: str
    origins: int
    others: int

    def as_json(self) -> dict[str, Any]:
        """The agent with its counts."""
        return {"id": self.key, "label": self.label, "kind": self.kind, "origins": self.origins, "others": self.others}


@dataclass(frozen=True, slots=True)
class Naming:
    """The most named pairs and agents of a window; `undated` counts what could not be placed in it."""

    start: str
    end: str
    of: str
    pairs: tuple[Pair, ...]
    agents: tuple[Named, ...]
    undated: int

    def as_json(self) -> dict[str, Any]:
        """The answer in the documented JSON form."""
        return {
            "caption": CAPTION,
            "from": self.start or None,
            "to": self.end or None,
            "of": self.of or None,
            "undated": self.undated,
            "pairs": [pair.as_json() for pair in self.pairs],
            "agents": [agent.as_json() for agent in self.agents],
        }


def naming(network: Network, *, start: str = "", end: str = "", of: str = "", limit: int = 10) -> Naming:
    """Pairs and agents by the number of independent origins that name them together, ties by events, then by name.

    Two agents are named together where one event, move or office has both. `start` and `end` are days: only what can touch
    them counts, and what has no date is left out and counted. `of` narrows the answer to one agent.
    """
    if start and end and end < start:
        raise QueryError(f"the range ends on {end}, before it begins on {start}")
    if not 1 <= limit <= MOST:
        raise QueryError(f"limit {limit}: expected a number from 1 to {MOST}")
    together, undated = _together(network, start, end)
    labels = network.graph.nodes
    pairs = [
        Pair(one, two, (labels[one]["label"], labels[two]["label"]), len(data["origins"]), tuple(sorted(data["at"])))
        for (one, two), data in ((_ends(edge), together.edges[edge]) for edge in together.edges)
        if not of or of in (one, two)
    ]
    agents = [
        Named(
            key,
            labels[key]["label"],
            labels[key]["kind"],
            len(set().union(*(data["origins"] for _, _, data in together.edges(key, data=True)))),
            together.degree(key),
        )
        for key in together
        if not of or key == of or together.has_edge(key, of)
    ]
    pairs.sort(key=lambda pair: (-pair.origins, -len(pair.happenings), pair.labels, pair.one, pair.other))
    agents.sort(key=lambda agent: (-agent.origins, -agent.others, agent.label, agent.key))
    return Naming(start, end, of, tuple(pairs[:limit]), tuple(agents[:limit]), undated)


def _together(network: Network, start: str, end: str) -> tuple[nx.Graph[str], int]:
    """The graph of co-naming: an edge joins two agents, and holds the origins and the events that name both."""
    graph, undated = network.graph, set()
    named: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends = [end_ for end_ in (source, target) if graph.nodes[end_]["kind"] in AGENTS]
        if not ends:
            continue
        where = source if len(ends) == 1 else f"{source} {key} {target}"
        where = target if len(ends) == 1 and ends[0] == source else where
        if (start or end) and not slices.touches(data, start, end):
            undated.update({where} if not _dated(data) else set())
            continue
        origins = {network.articles[iri].origin for iri in data["articles"]}
        for agent in ends:
            named[where][agent] |= origins
    together: nx.Graph[str] = nx.Graph()
    for where in sorted(named):
        for one, two in combinations(sorted(named[where]), 2):
            both = named[where][one] & named[where][two]
            if not both:
                continue
            if not together.has_edge(one, two):
                together.add_edge(one, two, origins=set(), at=set())
            together.edges[one, two]["origins"] |= both
            together.edges[one, two]["at"].add(where)
    return together, len(undated)


def _ends(edge: tuple[str, str]) -> tuple[str, str]:
    return (min(edge), max(edge))


def _dated(data: slices.Attributes) -> bool:
    return any(data[name] for name in ("earliestStart", "latestStart", "earliestEnd", "latestEnd"))
