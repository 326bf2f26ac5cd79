"""The network as GEXF and GraphML, for Gephi, yEd and networkx itself: both read back to the same nodes, edges, attributes.

Dates are text. What networkx keeps as a tuple becomes one text, parts parted by spaces (IRIs) or by " | " (names). The key of an edge
stands in `relation` too, since networkx reads GEXF without parallel edges as a DiGraph, which has no keys.
"""

from __future__ import annotations

import io
import re

import networkx as nx

from graph.network.model import Network

Scalar = str | int | bool

# What XML 1.0 cannot hold, even escaped; also lone surrogates.
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STAMP = re.compile(rb' lastmodifieddate="[^"]*"')


def flat(network: Network) -> nx.MultiDiGraph[str]:
    """The graph with attributes that any format can hold, the sentence of every edge among them."""
    out: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key in sorted(network.graph):
        data = network.graph.nodes[key]
        x, y = network.places.get(key, (0, 0))
        drawn = key in network.places
        out.add_node(_clean(key), **{name: _scalar(value) for name, value in data.items()}, x=x, y=y, drawn=drawn)
    for source, target, key, data in sorted(network.graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        told = [network.reports[iri] for iri in data["reports"]]
        outlets = " | ".join(dict.fromkeys(network.articles[report.article].outlet for report in told))
        digest = all(network.articles[report.article].digest for report in told)
        out.add_edge(
            _clean(source),
            _clean(target),
            key=_clean(key),
            **{name: _scalar(value) for name, value in data.items()},
            relation=_clean(key),
            sentence=_clean(told[0].passages[0].text),
            outlets=_clean(outlets),
            digest=digest,
        )
    return out


def part(network: Network, nodes: tuple[str, ...]) -> Network:
    """The network of some nodes and the edges between them."""
    held: nx.MultiDiGraph[str] = nx.MultiDiGraph(network.graph.subgraph(nodes))
    return Network(held, network.reports, network.articles, network.withheld, network.version, network.places)


def gexf(network: Network) -> bytes:
    """GEXF 1.2; the same network gives the same bytes, so without the day on which it was written."""
    out = io.BytesIO()
    graph = flat(network)
    nx.write_gexf(graph, out)
    return _STAMP.sub(b"", out.getvalue())


def graphml(network: Network) -> bytes:
    """GraphML; the key of an edge is its id."""
    out = io.BytesIO()
    nx.write_graphml_xml(flat(network), out, named_key_ids=True)
    return out.getvalue()


def _scalar(value: object) -> Scalar:
    if isinstance(value, tuple):
        parts = [str(part) for part in value]
        return _clean((" " if all(part.startswith("http") for part in parts) else " | ").join(parts))
    if isinstance(value, bool | int):
        return value
    return _clean(str(value))


def _clean(text: str) -> str:
    return _UNSPEAKABLE.sub("�", text).replace("\r\n", "\n").replace("\r", "\n")
