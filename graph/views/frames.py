"""The published context of JSON-LD, and frames: what a processor makes trees of events and of agents by."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox

import ontology
from graph import jsonld
from graph.prefixes import PREFIXES
from ontology import terms

_BELOW = PREFIXES["rdfs"] + "subClassOf"


def context() -> bytes:
    """The whole context, as a document that others may name."""
    return _written({"@context": jsonld.context()})


def events() -> bytes:
    """Events at the top, each with what it points to inside it: parties, subjects, reports, their passages."""
    return _written({"@context": jsonld.context(), "type": _classes(terms.TimelineEntry), "@embed": "@always"})


def agents() -> bytes:
    """Agents and works at the top, each with the roles that it holds as `holds`."""
    context = {**jsonld.context(), "holds": {"@reverse": "pl:holder"}}
    top = [*_classes(terms.Agent), *_classes(terms.CreativeWork)]
    roles = {"type": "RoleHolding", "@embed": "@always"}
    return _written({"@context": context, "type": top, "@embed": "@always", "holds": roles})


def _classes(top: str) -> list[str]:
    """The names of a class and those below it, as the context has them."""
    above: dict[str, set[str]] = {}
    for path in ontology.files():
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if quad.predicate.value == _BELOW:
                above.setdefault(quad.object.value, set()).add(quad.subject.value)
    found, fresh = {top}, {top}
    while fresh:
        fresh = {below for iri in fresh for below in above.get(iri, ())} - found
        found |= fresh
    return sorted(iri.removeprefix(terms.NS) for iri in found if iri.startswith(terms.NS))


def _written(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
