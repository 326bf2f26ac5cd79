"""The endpoint's description of itself: SPARQL 1.1 Service Description, with VoID statistics of what it answers from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from graph import iris, turtle
from graph.store import Published
from graph.views import exports, statistics

SD = "http://www.w3.org/ns/sparql-service-description#"
PREFIXES = {
    "sd": SD,
    "formats": "http://www.w3.org/ns/formats/",
    "dct": turtle.PREFIXES["dct"],
    "void": turtle.PREFIXES["void"],
    "xsd": turtle.PREFIXES["xsd"],
}
_VOID = PREFIXES["void"]
# What ours and what anybody's dump is called.
_TITLES = {
    "#dataset": "The published graph: the timeline as default graph, one named graph an article",
    "#timeline": "The timeline: events, agents, roles, figures, subjects of bargaining, the vocabulary",
}
_DUMP = {"#dataset": "The graphs of {}, as they are", "#timeline": "The default graph of {}"}
_FILE = Path(__file__).with_name("description.ttl")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}


def describe(endpoint: str, root: str, published: Published, form: str) -> bytes:
    """The description of the endpoint at an address, over a published version, in a format of graphs.

    `root` is the address of the site, without a slash at its end, under which the downloads lie.
    """
    triples = [quad.triple for quad in ox.parse(path=str(_FILE), format=ox.RdfFormat.TURTLE, base_iri=endpoint)]
    triples += _named_so(endpoint, published)
    triples += _dataset(endpoint, root, published)
    triples += _default(endpoint, published)
    triples += _named(endpoint, published)
    triples.sort(key=str)
    return ox.serialize(triples, format=_FORMATS[form], prefixes=PREFIXES) or b""


def _named_so(endpoint: str, published: Published) -> Iterator[ox.Triple]:
    """Titles and licence: ours, or those of the dump that is served."""
    dump = published.manifest.get("dump")
    for fragment, title in (_DUMP if dump else _TITLES).items():
        words = ox.Literal(title.format(dump), language="en")
        yield ox.Triple(ox.NamedNode(endpoint + fragment), ox.NamedNode(PREFIXES["dct"] + "title"), words)
    if license_ := published.manifest.get("license") if dump else exports.LICENSE:
        for fragment in ("", "#dataset"):
            node = ox.NamedNode(endpoint + fragment)
            yield ox.Triple(node, ox.NamedNode(PREFIXES["dct"] + "license"), ox.NamedNode(license_))


def _dataset(endpoint: str, root: str, published: Published) -> Iterator[ox.Triple]:
    """Version, size, where it can be taken away, an IRI to begin with."""
    node = ox.NamedNode(endpoint + "#dataset")
    yield ox.Triple(node, ox.NamedNode(_VOID + "triples"), _count(published.manifest["statements"]))
    yield ox.Triple(node, ox.NamedNode(PREFIXES["dct"] + "hasVersion"), ox.Literal(published.version))
    if "dump" not in published.manifest:
        yield ox.Triple(node, ox.NamedNode(_VOID + "uriSpace"), ox.Literal(iris.ID))
    for name in exports.HOLDS:
        if name.endswith((".nq", ".trig")):
            dump = ox.NamedNode(f"{root}/data/latest/{name}")
            yield ox.Triple(node, ox.NamedNode(_VOID + "dataDump"), dump)
    for vocabulary in statistics.vocabularies(published):
        yield ox.Triple(node, ox.NamedNode(_VOID + "vocabulary"), ox.NamedNode(vocabulary))


def _default(endpoint: str, published: Published) -> Iterator[ox.Triple]:
    """The default graph: how many triples, subjects and objects, of which classes, with which properties."""
    node = ox.NamedNode(endpoint + "#timeline")
    found = statistics.of(published)
    for name, number in found.totals.items():
        yield ox.Triple(node, ox.NamedNode(_VOID + name), _count(number))
    for kind, of, counted, counts in (
        ("classPartition", "class", "entities", found.classes),
        ("propertyPartition", "property", "triples", found.properties),
    ):
        for i, (iri, number) in enumerate(counts.items(), 1):
            part = ox.NamedNode(f"{endpoint}#{of}-{i}")
            yield ox.Triple(node, ox.NamedNode(_VOID + kind), part)
            yield ox.Triple(part, ox.NamedNode(_VOID + of), ox.NamedNode(iri))
            yield ox.Triple(part, ox.NamedNode(_VOID + counted), _count(number))


def _named(endpoint: str, published: Published) -> Iterator[ox.Triple]:
    """The named graphs, each with its size."""
    dataset = ox.NamedNode(endpoint + "#dataset")
    for i, (iri, number) in enumerate(statistics.of(published).graphs.items(), 1):
        entry, graph = ox.NamedNode(f"{endpoint}#named-{i}"), ox.NamedNode(f"{endpoint}#graph-{i}")
        yield ox.Triple(dataset, ox.NamedNode(SD + "namedGraph"), entry)
        yield ox.Triple(entry, _TYPE, ox.NamedNode(SD + "NamedGraph"))
        yield ox.Triple(entry, ox.NamedNode(SD + "name"), ox.NamedNode(iri))
        yield ox.Triple(entry, ox.NamedNode(SD + "graph"), graph)
        yield ox.Triple(graph, _TYPE, ox.NamedNode(SD + "Graph"))
        yield ox.Triple(graph, ox.NamedNode(_VOID + "triples"), _count(number))


def _count(number: int) -> ox.Literal:
    return ox.Literal(str(number), datatype=_INTEGER)
