"""A quick look at many graphs at once: which of them may break a shape. The reasons are then `graph.check`'s to give.

Rudof, a SHACL processor in Rust, takes a tenth of the time of pySHACL, whose messages and whose word are the ones that
count. So a graph that conforms is passed here, and only one that does not is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox
import pyrudof

import ontology

# What a shape asks of a node that it points to: its class, the classes above, the scheme of a concept.
_ASKED = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
    "http://www.w3.org/2000/01/rdf-schema#subClassOf",
    "http://www.w3.org/2004/02/skos/core#inScheme",
}


def suspects(triples: Iterable[ox.Triple]) -> frozenset[str]:
    """The focus nodes that seem to break a shape, as IRIs; empty where the triples with the ontology conform."""
    held = list(triples)
    told = {str(triple.subject.value) for triple in held if isinstance(triple.subject, ox.NamedNode)}
    return frozenset(focus for focus in _breaking(held) if focus in told or focus not in _cut_short())


def _breaking(triples: list[ox.Triple]) -> frozenset[str]:
    rudof = _rudof()
    rudof.read_data(
        _text([*triples, *_vocabulary()]), pyrudof.RDFFormat.NTriples, reader_mode=pyrudof.ReaderMode.Strict
    )
    report = rudof.validate_shacl(pyrudof.ShaclValidationMode.Native)
    rudof.reset_data()
    return frozenset(str(violation.focus_node) for violation in report.violations)


@cache
def _cut_short() -> frozenset[str]:
    """Nodes of the ontology that break a shape only since most of what it says of them is left out here."""
    return _breaking([])


@cache
def _rudof() -> pyrudof.Rudof:
    """The processor with the shapes read."""
    rudof = pyrudof.Rudof(pyrudof.RudofConfig())
    rudof.read_shacl(_text(_ontology()), pyrudof.ShaclFormat.NTriples)
    return rudof


@cache
def _ontology() -> tuple[ox.Triple, ...]:
    return tuple(
        quad.triple for path in ontology.files() for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    )


@cache
def _vocabulary() -> tuple[ox.Triple, ...]:
    """The statements of the ontology that a verdict on data can hang on."""
    return tuple(triple for triple in _ontology() if triple.predicate.value in _ASKED)


def _text(triples: Iterable[ox.Triple]) -> str:
    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    return written.decode()
