"""The one writer of RDF files: sorts, then streams through pyoxigraph, so that the same statements give the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import IO

import pyoxigraph as ox

from graph import jsonld
from graph.errors import FormatError, StoreError
from graph.prefixes import PREFIXES

__all__ = ["FORMATS", "PREFIXES", "line", "named", "ordered", "text", "used", "write"]

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
_DEFAULT = ox.DefaultGraph()
# What a block of Turtle begins with, before the rest in the order of IRIs: what a thing is, and what it is called.
_FIRST = {
    PREFIXES["rdf"] + "type": 0,
    PREFIXES["rdfs"] + "label": 1,
    PREFIXES["skos"] + "prefLabel": 1,
    PREFIXES["dct"] + "title": 1,
}
_BLOCK_ENDS = re.compile(rb"( \.|\})\n(?=[^@}\s]|\t[^\t])")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ELEMENT = re.compile(r"[^\W\d][\w.\-]*\Z")


def line(quad: ox.Quad) -> str:
    """One statement as a line of N-Quads."""
    return f"{quad} .\n" if quad.graph_name != _DEFAULT else f"{quad.triple} .\n"


def named(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads as they are. Raises `StoreError` for a blank node: what we publish has none, so that it can be compared."""
    held = list(quads)
    for quad in held:
        for term in (quad.subject, quad.object, quad.graph_name):
            if isinstance(term, ox.BlankNode):
                raise StoreError(f"{quad}: holds a blank node; what is published has IRIs only")
    return held


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
    """Writes the quads to a binary file. Formats of one graph take the default graph alone.

    Raises `FormatError` for what RDF/XML or JSON-LD has no way to say.
    """
    if form not in FORMATS:
        raise StoreError(f"format {form!r}: known are {', '.join(sorted(FORMATS))}")
    chosen = FORMATS[form]
    rows = ordered(quads)
    if form == "nq":
        out.writelines(line(quad).encode() for quad in rows)
    elif form in ("ttl", "trig"):
        rows = _blocks(rows)
        held = rows if form == "trig" else _triples(rows)
        out.write(_BLOCK_ENDS.sub(rb"\1\n\n", ox.serialize(held, format=chosen, prefixes=used(rows)) or b""))
    elif form == "rdf":
        triples = _triples(_blocks(rows))
        _sayable(triples)
        # A reader of XML would take a carriage return as it stands for a line break.
        written = ox.serialize(triples, format=chosen, prefixes=used(rows)) or b""
        out.write(written.replace(b"\r", b"&#13;"))
    elif form == "jsonld":
        out.write(jsonld.text(_blocks(rows)))
    else:
        ox.serialize(_triples(rows), out, chosen)


def _triples(rows: Iterable[ox.Quad]) -> list[ox.Triple]:
    return [quad.triple for quad in rows if quad.graph_name == _DEFAULT]


def _blocks(rows: Sequence[ox.Quad]) -> list[ox.Quad]:
    """Rows in order, with the class and the name of each subject before the rest of it."""
    return sorted(rows, key=lambda q: (_graph(q), str(q.subject), _FIRST.get(q.predicate.value, 2)))


def used(rows: Iterable[ox.Quad]) -> dict[str, str]:
    """Those of `PREFIXES` that an IRI of the rows begins with."""
    terms = {term for q in rows for term in (q.subject, q.predicate, q.object, q.graph_name)}
    iris = {term.value for term in terms if isinstance(term, ox.NamedNode)}
    iris |= {term.datatype.value for term in terms if isinstance(term, ox.Literal)}
    found = {iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in iris}
    # What has a further part after a number sign is shortened all the same: event:x\#known.
    found |= {iri[: iri.rfind("/", 0, iri.find("#")) + 1] for iri in iris if "#" in iri}
    return {name: iri for name, iri in PREFIXES.items() if iri in found}


def _sayable(triples: Iterable[ox.Triple]) -> None:
    for triple in triples:
        if not _ELEMENT.search(triple.predicate.value):
            raise FormatError(
                f"{triple.predicate}: expected an IRI that ends in a name, as RDF/XML makes an element of it"
            )
        if isinstance(triple.object, ox.Literal) and (found := _NO_XML.search(triple.object.value)):
            raise FormatError(f"{triple.subject}: a text holds {found[0]!r}; expected characters that XML may hold")
