"""What the graph says of one IRI, as quads that another program can take: the statements of which it is the subject."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyoxigraph as ox

from graph import turtle
from graph.views import queries
from ontology import terms

_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_OA = "http://www.w3.org/ns/oa#"
_TOLD_BY = frozenset(
    (
        terms.report,
        terms.figure,
        terms.evidence,
        terms.dateEvidence,
        terms.termsEvidence,
        terms.countEvidence,
        _OA + "hasSelector",
    )
)
FORMS = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
OF_DATASETS = ("trig", "nq")  # formats that tell which graph each statement stands in


def description(store: ox.Store, iri: str) -> list[ox.Quad]:
    """All statements about an IRI, from the timeline and the articles, and labels for what they point to.

    An article's description holds the whole of its named graph; that of a conflict settled by now, its states as it was
    known. Empty where the graph knows nothing of the IRI.
    """
    return _flat(_labelled(store, _own(store, queries.node(iri))))


def document(store: ox.Store, iri: str) -> list[ox.Quad]:
    """The description with what belongs to it: to an event its reports and what was known of it when, to a report its
    passages, to an agent its roles. Each statement stands in the graph that it was found in.
    """
    node = queries.node(iri)
    own = _own(store, node)
    met = {quad.subject for quad in own}
    for prop in (terms.holder, terms.stateOf, terms.linkOf):
        for quad in store.quads_for_pattern(None, queries.node(prop), node, None):
            if quad.subject not in met:
                met.add(quad.subject)
                own.extend(store.quads_for_pattern(quad.subject, None, None, quad.graph_name))
    at = 0
    while at < len(own):
        quad = own[at]
        at += 1
        if quad.predicate.value in _TOLD_BY and quad.object not in met and isinstance(quad.object, ox.NamedNode):
            met.add(quad.object)
            own.extend(store.quads_for_pattern(quad.object, None, None, None))
    return _labelled(store, own)


def _own(store: ox.Store, node: ox.NamedNode) -> list[ox.Quad]:
    own = list(store.quads_for_pattern(node, None, None, None))
    own.extend(store.quads_for_pattern(None, None, None, node))
    if not own:
        states = [quad.subject for quad in store.quads_for_pattern(None, queries.node(terms.stateOf), node, None)]
        own = [quad for state in states for quad in store.quads_for_pattern(state, None, None, None)]
    return own


def known(store: ox.Store, iri: str, *, by: date | None) -> list[ox.Quad]:
    """The description of an event; as known by a day, that of its state then."""
    if by is None:
        return description(store, iri)
    return [quad for row in queries.rows(store, "states", [iri], known=by) for quad in description(store, row["state"])]


def _flat(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    return [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads]


def _labelled(store: ox.Store, quads: list[ox.Quad]) -> list[ox.Quad]:
    """The quads, and what the timeline calls that which they point to without saying more of it."""
    default = ox.DefaultGraph()
    told = {quad.subject for quad in quads}
    objects = {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)} - told
    return [*quads, *(quad for node in objects for quad in store.quads_for_pattern(node, _LABEL, None, default))]


def text(store: ox.Store, iri: str, form: str) -> bytes | None:
    """The document on an IRI in one of `FORMS`, always the same bytes; None where there is none.

    Raises `FormatError` where the format cannot say it.
    """
    quads = document(store, iri)
    return turtle.text(quads if form in OF_DATASETS else _flat(quads), form) if quads else None


def converted(document: bytes, form: str) -> bytes:
    """A Turtle document of ours in another of `FORMS`."""
    triples = ox.parse(document, format=ox.RdfFormat.TURTLE)
    return turtle.text((ox.Quad(t.subject, t.predicate, t.object) for t in triples), form)
