"""Graphs held against the shapes. All articles of a build are screened at once, since each run of SHACL has a fixed price;
pySHACL then tells what is wrong with those that did not pass, and a violation goes to the article whose node it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib import RDF, SH, URIRef

import ontology
from graph import screening
from graph.errors import SourceError

_FORMATS = {".ttl": "turtle", ".trig": "trig", ".nt": "nt", ".nq": "nquads", ".jsonld": "json-ld"}


@cache
def vocabulary() -> rdflib.Graph:
    """The whole ontology with its shapes."""
    graph = rdflib.Graph()
    for path in ontology.files():
        graph.parse(str(path), format="turtle")
    return graph


def articles(graphs: Mapping[str, Iterable[ox.Quad]]) -> dict[str, tuple[str, ...]]:
    """The articles whose graphs break a shape, each with its reasons; empty where all conform."""
    held = {article: list(quads) for article, quads in graphs.items()}
    owner: dict[str, str] = {}
    for article, quads in held.items():
        for quad in quads:
            owner.setdefault(str(_value(quad.subject)), article)
    suspected = screening.suspects(quad.triple for quads in held.values() for quad in quads)
    blamed = sorted({owner[focus] for focus in suspected if focus in owner})
    if not blamed:
        return {}
    data = rdflib.Graph()
    for article in blamed:
        for quad in held[article]:
            data.add(triple(quad))
    broken: dict[str, list[str]] = defaultdict(list)
    for focus, reason in violations(data):
        if owner.get(focus) in blamed:
            broken[owner[focus]].append(reason)
    return {article: tuple(reasons) for article, reasons in broken.items()}


def violations(data: rdflib.Graph) -> Iterator[tuple[str, str]]:
    """The focus node and the reason of each violation in a graph, sorted."""
    found = [(focus, f"{focus}: {message} ({shape})") for focus, shape, message in results(data)]
    yield from sorted(found)


def results(data: rdflib.Graph) -> list[tuple[str, str, str]]:
    """Focus node, source shape and message of each violation. The ontology is passed as shapes and as data: constraints of
    a parent class, and the concepts that `sh:class` asks for, are missed otherwise.
    """
    whole = data + vocabulary()
    _, report, _ = pyshacl.validate(
        whole, shacl_graph=vocabulary(), ont_graph=None, inference=None, advanced=False, meta_shacl=False, inplace=True
    )
    out = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus = report.value(result, SH.focusNode)
        shape = report.value(result, SH.sourceShape)
        message = report.value(result, SH.resultMessage)
        out.append((str(focus), str(shape).rpartition("#")[2], str(message)))
    return out


def triple(quad: ox.Quad) -> tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]:
    """A statement of the store as one of rdflib."""
    return _value(quad.subject), URIRef(quad.predicate.value), _value(quad.object)


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language is not None:
            return rdflib.Literal(term.value, lang=term.language)
        kind = term.datatype.value
        plain = kind == "http://www.w3.org/2001/XMLSchema#string"
        return rdflib.Literal(term.value) if plain else rdflib.Literal(term.value, datatype=URIRef(kind))
    return rdflib.BNode(str(term))


def complaints(files: Iterable[Path]) -> Iterator[str]:
    """What is wrong with RDF files, each line naming its file; without files, what the ontology's own data break."""
    chosen = list(files)
    if not chosen:
        for _, reason in violations(rdflib.Graph()):
            yield f"ontology: {reason}"
        return
    for path in chosen:
        form = _FORMATS.get(path.suffix.lower())
        if form is None:
            raise SourceError(str(path), f"unknown ending {path.suffix!r}; expected {', '.join(sorted(_FORMATS))}")
        data = rdflib.Dataset(default_union=True)
        try:
            data.parse(str(path), format=form)
        except Exception as error:
            raise SourceError(str(path), f"not {form}: {error}") from error
        merged = rdflib.Graph()
        for row in data.triples((None, None, None)):
            merged.add(row[:3])
        for _, reason in violations(merged):
            yield f"{path}: {reason}"
