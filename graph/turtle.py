"""The one writer of RDF files: sorts, then streams through pyoxigraph, so that the same statements give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import IO

import pyoxigraph as ox

from graph.errors import StoreError
from graph.settings import BASE

PREFIXES = {
    "pl": BASE + "ns#",
    "agent": BASE + "id/agent/",
    "issue": BASE + "id/issue/",
    "role": BASE + "id/role/",
    "event": BASE + "id/event/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "oa": "http://www.w3.org/ns/oa#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "void": "http://rdfs.org/ns/void#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}
FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_DEFAULT = ox.DefaultGraph()


def line(quad: ox.Quad) -> str:
    """One statement as a line of N-Quads. Blank nodes are refused: what is published has none."""
    for term in (quad.subject, quad.object, quad.graph_name):
        if isinstance(term, ox.BlankNode):
            raise StoreError(f"{quad}: holds a blank node; what is published has IRIs only")
    return f"{quad} .\n" if quad.graph_name != _DEFAULT else f"{quad.triple} .\n"


def ordered(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Each quad once: the default graph first, then the named graphs, sorted by their N-Quads."""
    unique = {line(quad): quad for quad in quads}
    return [quad for _, quad in sorted(unique.items(), key=lambda pair: (_graph(pair[1]), pair[0]))]


def _graph(quad: ox.Quad) -> str:
    return "" if quad.graph_name == _DEFAULT else str(quad.graph_name)


def text(quads: Iterable[ox.Quad], form: str) -> bytes:
    """The quads in a format, the same bytes whatever their order."""
    out = io.BytesIO()
    write(quads, form, out)
    return out.getvalue()


def write(quads: Iterable[ox.Quad], form: str, out: IO[bytes]) -> None:
    """Writes the quads to a binary file. Formats of one graph take the default graph alone."""
    if form not in FORMATS:
        raise StoreError(f"format {form!r}: known are {', '.join(sorted(FORMATS))}")
    chosen = FORMATS[form]
    rows = ordered(quads)
    if form == "nq":
        out.writelines(line(quad).encode() for quad in rows)
        return
    if not chosen.supports_datasets:
        triples = [quad.triple for quad in rows if quad.graph_name == _DEFAULT]
        ox.serialize(triples, out, chosen, prefixes=PREFIXES)
    else:
        ox.serialize(rows, out, chosen, prefixes=PREFIXES)
