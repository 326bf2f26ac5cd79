"""The endpoint's description of itself, in RDF: what SPARQL 1.1 Service Description asks for."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from graph import iris, turtle
from graph.store import Publication

SD = "http://www.w3.org/ns/sparql-service-description#"
PREFIXES = {
    "sd": SD,
    "formats": "http://www.w3.org/ns/formats/",
    "dct": turtle.PREFIXES["dct"],
    "void": turtle.PREFIXES["void"],
}
_FILE = Path(__file__).with_name("description.ttl")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}


def describe(endpoint: str, publication: Publication, form: str) -> bytes:
    """The description of the endpoint at an address, over a published version, in a format of graphs."""
    triples = [quad.triple for quad in ox.parse(path=str(_FILE), format=ox.RdfFormat.TURTLE, base_iri=endpoint)]
    dataset = ox.NamedNode(endpoint + "#dataset")
    integer = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    count = ox.Literal(str(publication.manifest["statements"]), datatype=integer)
    triples.append(ox.Triple(dataset, ox.NamedNode("http://rdfs.org/ns/void#triples"), count))
    version = ox.NamedNode("http://purl.org/dc/terms/hasVersion")
    triples.append(ox.Triple(dataset, version, ox.Literal(publication.version)))
    for key in publication.manifest["articles"]:
        name = ox.NamedNode(iris.article(key))
        entry = ox.NamedNode(f"{endpoint}#graph-{key}")
        triples.append(ox.Triple(dataset, ox.NamedNode(SD + "namedGraph"), entry))
        triples.append(ox.Triple(entry, _TYPE, ox.NamedNode(SD + "NamedGraph")))
        triples.append(ox.Triple(entry, ox.NamedNode(SD + "name"), name))
    triples.sort(key=str)
    return ox.serialize(triples, format=_FORMATS[form], prefixes=PREFIXES) or b""
