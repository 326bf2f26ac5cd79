"""Dates, amounts and links as RDF terms: what the article graphs and the timeline write alike."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox

from graph import dates
from graph.model import Basis, Modality, Quantity, Reading, When
from ontology import terms

RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
DCT = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
DATE = ox.NamedNode(XSD + "date")
INTEGER = ox.NamedNode(XSD + "integer")
DECIMAL = ox.NamedNode(XSD + "decimal")
DATA_LICENSE = ox.NamedNode("https://creativecommons.org/licenses/by/4.0/")

MODALITY = {
    Modality.ACTUAL: terms.modality_actual,
    Modality.PLANNED: terms.modality_planned,
    Modality.CONDITIONAL: terms.modality_conditional,
    Modality.DENIED: terms.modality_denied,
}
BASIS = {
    Basis.EXPLICIT: terms.basis_explicit,
    Basis.RELATIVE: terms.basis_relative,
    Basis.ORDINAL: terms.basis_ordinal,
    Basis.DURATION: terms.basis_duration,
    Basis.BOUND: terms.basis_bound,
    Basis.UNKNOWN: terms.basis_unknown,
}
_BOUNDS = (
    ("earliest_start", terms.earliestStart),
    ("latest_start", terms.latestStart),
    ("earliest_end", terms.earliestEnd),
    ("latest_end", terms.latestEnd),
)

Term = ox.NamedNode | ox.Literal
Statement = tuple[str, str, Term]


@lru_cache(maxsize=8192)
def node(iri: str) -> ox.NamedNode:
    """An IRI as a node; made once for the many statements about one thing, since making one costs more than finding it."""
    return ox.NamedNode(iri)


def dated(subject: str, when: When | None) -> Iterator[Statement]:
    """EDTF, basis and the bounds that follow; an open year has no bounds, an unknown date says so."""
    if when is None:
        yield subject, terms.dateBasis, node(terms.basis_unknown)
        return
    yield subject, terms.dateEdtf, ox.Literal(when.edtf, datatype=EDTF)
    yield subject, terms.dateBasis, node(BASIS[when.basis])
    bounds = dates.bounds(when.edtf)
    if bounds is None:
        return
    for field, predicate in _BOUNDS:
        value = getattr(bounds, field)
        if value is not None:
            yield subject, predicate, ox.Literal(value.isoformat(), datatype=DATE)


def amount(subject: str, quantity: Quantity) -> Iterator[Statement]:
    """Value or range, unit, denominator and hedge of a quantity."""
    if quantity.low == quantity.high:
        yield subject, SCHEMA + "value", _decimal(quantity.low)
    else:
        yield subject, SCHEMA + "minValue", _decimal(quantity.low)
        yield subject, SCHEMA + "maxValue", _decimal(quantity.high)
    yield subject, terms.unit, ox.Literal(quantity.unit)
    for predicate, text in (
        (terms.per, quantity.per),
        (terms.hedge, quantity.hedge),
        (terms.countedNoun, quantity.noun),
    ):
        if text:
            yield subject, predicate, ox.Literal(text)


def _decimal(value: Decimal) -> ox.Literal:
    text = format(value.normalize(), "f")
    return ox.Literal(text, datatype=DECIMAL)


def reading(value: Reading) -> ox.Literal:
    """A value that was read with words of its own: a number or text."""
    return figure(value.value, value.kind)


def figure(text: str, kind: str) -> ox.Literal:
    """A value of the kind "decimal", "integer" or "text"."""
    datatype = {"decimal": DECIMAL, "integer": INTEGER}.get(kind)
    return ox.Literal(text) if datatype is None else ox.Literal(text, datatype=datatype)


def link(url: str) -> Term:
    """A URL as a node; one that is no IRI is kept as text."""
    try:
        return node(url)
    except ValueError:
        return ox.Literal(url)
