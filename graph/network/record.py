"""The network as the file `network.json`: written when publishing, read by the command and the server."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx
import pyoxigraph as ox

from graph.errors import StoreError
from graph.network import layout, projection, views
from graph.network.model import Article, Network, Passage, Report
from graph.store import Publication

NAME = "network.json"
_LISTS = ("names", "articles", "reports")


def published(rows: list[ox.Quad], version: str) -> bytes:
    """The file of sorted quads: the projection, with positions and the opening view."""
    network = projection.of(rows)
    core = views.core(network.graph)
    return dump(network, version=version, core=core, places=layout.places(network.graph, core))


def dump(network: Network, *, version: str, core: tuple[str, ...], places: dict[str, tuple[int, int]]) -> bytes:
    """The same network gives the same bytes, one node, edge, report or article a line."""
    graph = network.graph
    nodes = [{"id": key, **graph.nodes[key], "place": places.get(key)} for key in sorted(graph)]
    edges = [
        {"from": source, "to": target, "key": key, **data}
        for source, target, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]
    parts = {
        "nodes": nodes,
        "edges": edges,
        "reports": [network.reports[iri].as_json() for iri in sorted(network.reports)],
        "articles": [network.articles[iri].as_json() for iri in sorted(network.articles)],
    }
    head = {"version": version, "withheld": network.withheld, "core": list(core)}
    body = ",\n".join(f"{json.dumps(name)}: [\n" + ",\n".join(map(_line, rows)) + "\n]" for name, rows in parts.items())
    return f"{json.dumps(head, ensure_ascii=False)[:-1]},\n{body}\n}}\n".encode()


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def load(data: bytes) -> Network:
    """The network of a file's bytes."""
    held = json.loads(data)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    places = {}
    for node in held["nodes"]:
        key, place = node.pop("id"), node.pop("place")
        graph.add_node(key, **_tuples(node))
        if place is not None:
            places[key] = (place[0], place[1])
    for edge in held["edges"]:
        graph.add_edge(edge.pop("from"), edge.pop("to"), key=edge.pop("key"), **_tuples(edge))
    return Network(
        graph,
        {row["iri"]: _report(row) for row in held["reports"]},
        {row["iri"]: Article(**row) for row in held["articles"]},
        withheld=held["withheld"],
        version=held["version"],
        places=places,
        core=tuple(held["core"]),
    )


def _tuples(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if name in _LISTS else value for name, value in attributes.items()}


def _report(row: dict[str, Any]) -> Report:
    passages = tuple(Passage(**passage) for passage in row["passages"])
    return Report(row["iri"], row["article"], row["modality"], passages)


def of(publication: Publication) -> Network:
    """The network of a published version. Raises `StoreError` where the file is absent or cannot be read."""
    path = publication.path / "data" / NAME
    try:
        return load(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: no readable network ({error!r}); run `picketline build`") from error
