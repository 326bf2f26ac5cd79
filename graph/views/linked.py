"""What the graph says of one IRI, as quads that another program can take: the statements of which it is the subject."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyoxigraph as ox

from graph import turtle
from graph.views import queries
from ontology import terms

_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
FORMS = {"ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json"}


def description(store: ox.Store, iri: str) -> list[ox.Quad]:
    """All statements about an IRI, from the timeline and the articles, and labels for what they point to.

    An article's description holds the whole of its named graph; that of a conflict settled by now, its states as it was
    known. Empty where the graph knows nothing of the IRI.
    """
    node = queries.node(iri)
    own = list(store.quads_for_pattern(node, None, None, None))
    own.extend(store.quads_for_pattern(None, None, None, node))
    if not own:
        states = [quad.subject for quad in store.quads_for_pattern(None, queries.node(terms.stateOf), node, None)]
        own = [quad for state in states for quad in store.quads_for_pattern(state, None, None, None)]
    known = {quad.subject for quad in own}
    objects = {quad.object for quad in own if isinstance(quad.object, ox.NamedNode)} - known
    return [*_flat(own), *_labels(store, objects)]


def known(store: ox.Store, iri: str, *, by: date | None) -> list[ox.Quad]:
    """The description of an event; as known by a day, that of its state then."""
    if by is None:
        return description(store, iri)
    return [quad for row in queries.rows(store, "states", [iri], known=by) for quad in description(store, row["state"])]


def _flat(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    return [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads]


def _labels(store: ox.Store, nodes: Iterable[ox.NamedNode]) -> list[ox.Quad]:
    default = ox.DefaultGraph()
    return [quad for node in nodes for quad in store.quads_for_pattern(node, _LABEL, None, default)]


def text(store: ox.Store, iri: str, form: str) -> bytes | None:
    """The description in one of `FORMS`, always the same bytes; None where there is none."""
    quads = description(store, iri)
    return turtle.text(quads, form) if quads else None


def converted(document: bytes, form: str) -> bytes:
    """A Turtle document of ours in another of `FORMS`."""
    triples = ox.parse(document, format=ox.RdfFormat.TURTLE)
    return turtle.text((ox.Quad(t.subject, t.predicate, t.object) for t in triples), form)
