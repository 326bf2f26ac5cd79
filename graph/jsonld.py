"""JSON-LD that people can read: nodes in order, short names from the published context, which each file carries along.

A file holds as much of the context as it uses, so that no reader has to fetch anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

import ontology
from graph.errors import FormatError
from graph.prefixes import PREFIXES

_BASE = Path(__file__).with_name("context.jsonld")  # what our own vocabulary does not define
_XSD, _OWL, _RDF = PREFIXES["xsd"], PREFIXES["owl"], PREFIXES["rdf"]
_TYPE = _RDF + "type"
_NAMED = {_OWL + "Class", _OWL + "ObjectProperty", _OWL + "DatatypeProperty", _RDF + "Property"}
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]*")
_CANONICAL = re.compile(r"0|-?[1-9][0-9]{0,14}")  # integers that JSON's numbers hold exactly
_DEFAULT = ox.DefaultGraph()

Definition = str | dict[str, str]


@cache
def context() -> Mapping[str, Definition]:
    """The published context: prefixes, and a term for every class and property of ours and for some of others."""
    terms: dict[str, Definition] = dict(json.loads(_BASE.read_text(encoding="utf-8"))["@context"])
    ranges: dict[str, str] = {}
    kinds: dict[str, set[str]] = {}
    for path in ontology.files():
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                if quad.predicate.value == _TYPE:
                    kinds.setdefault(quad.subject.value, set()).add(quad.object.value)
                elif quad.predicate.value == PREFIXES["rdfs"] + "range":
                    ranges[quad.subject.value] = quad.object.value
    for iri, types in kinds.items():
        name = iri.removeprefix(PREFIXES["pl"])
        if name == iri or not types & _NAMED:
            continue
        definition: Definition = f"pl:{name}"  # a class, or a property whose values may be anything
        if _OWL + "ObjectProperty" in types:
            definition = {"@id": f"pl:{name}", "@type": "@id"}
        elif ranges.get(iri, "").startswith((_XSD, PREFIXES["edtf"])) and ranges[iri] != _XSD + "string":
            definition = {"@id": f"pl:{name}", "@type": _short(ranges[iri], PREFIXES)}
        terms[name if name not in PREFIXES and name not in terms else f"pl:{name}"] = definition
    keywords = {name: value for name, value in terms.items() if isinstance(value, str) and value.startswith("@")}
    others = {name: terms[name] for name in sorted(terms.keys() - keywords)}
    return {**keywords, **PREFIXES, **others}


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI by prefix, where what follows is a plain name; else as it is."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    name = next((name for name, base in prefixes.items() if base == iri[:cut]), None)
    return f"{name}:{iri[cut:]}" if name is not None and _LOCAL.fullmatch(iri[cut:]) else iri


def text(rows: Iterable[ox.Quad]) -> bytes:
    """Sorted quads as a document: a node object a subject, one a line; of a named graph, its nodes inside it."""
    return _Document(list(rows)).text()


class _Document:
    """One document in the making, with the terms and prefixes that it has used."""

    def __init__(self, rows: list[ox.Quad]) -> None:
        self._rows = rows
        # An IRI such as <event:x> would be read as one of our prefix: such a prefix is not used.
        schemes = {
            term.value.partition(":")[0]
            for quad in rows
            for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)
            if isinstance(term, ox.NamedNode)
        }
        schemes |= {q.object.datatype.value.partition(":")[0] for q in rows if isinstance(q.object, ox.Literal)}
        self._prefixes = {name: iri for name, iri in PREFIXES.items() if name not in schemes}
        self._terms = _by_iri() if len(self._prefixes) == len(PREFIXES) else {}
        self._used: set[str] = {"id", "type"}
        self._shortened: dict[str, str] = {}

    def text(self) -> bytes:
        graphs: dict[str, dict[str, dict[str, Any]]] = {}
        for quad in self._rows:
            graph = "" if quad.graph_name == _DEFAULT else self._node(quad.graph_name)
            subject = self._node(quad.subject)
            node = graphs.setdefault(graph, {}).setdefault(subject, {"id": subject})
            self._add(node, quad)
        lines = []
        for graph, nodes in graphs.items():
            held = [json.dumps(_single(node), ensure_ascii=False) for node in nodes.values()]
            if graph:
                inside = ",\n  ".join(held)
                lines.append(f'{{"id": {json.dumps(graph, ensure_ascii=False)}, "@graph": [\n  {inside}]}}')
            else:
                lines.extend(held)
        body = ",\n ".join(lines)
        head = json.dumps(self._context(), ensure_ascii=False)
        return f'{{"@context": {head},\n"@graph": [\n {body}\n]}}\n'.encode()

    def _add(self, node: dict[str, Any], quad: ox.Quad) -> None:
        prop = quad.predicate.value
        if prop == _TYPE and isinstance(quad.object, ox.NamedNode):
            node.setdefault("type", []).append(self._class(quad.object.value))
            return
        key, coerced = self._property(prop)
        node.setdefault(key, []).append(self._value(quad.object, coerced))

    def _node(self, term: ox.NamedNode | ox.BlankNode | ox.Triple | ox.DefaultGraph) -> str:
        if isinstance(term, ox.NamedNode):
            return self._iri(term.value)
        if isinstance(term, ox.BlankNode):
            return f"_:{term.value}"
        raise FormatError(f"{term}: JSON-LD has no way to say it")

    def _iri(self, iri: str) -> str:
        found = self._shortened.get(iri)
        if found is None:
            found = self._shortened[iri] = _short(iri, self._prefixes)
            if found != iri:
                self._used.add(found.partition(":")[0])
        return found

    def _class(self, iri: str) -> str:
        name, definition = self._terms.get(iri, ("", None))
        if name and isinstance(definition, str):
            self._used.add(name)
            return name
        return self._iri(iri)

    def _property(self, iri: str) -> tuple[str, str | None]:
        """The key of a property, and the datatype that the context gives its values, `@id` for IRIs."""
        name, definition = self._terms.get(iri, ("", None))
        if not name:
            return self._iri(iri), None
        self._used.add(name)
        return name, definition.get("@type") if isinstance(definition, dict) else None

    def _value(self, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, coerced: str | None) -> Any:
        if not isinstance(term, ox.Literal):
            node = self._node(term)
            return node if coerced == "@id" else {"id": node}
        if term.language is not None:
            return {"@value": term.value, "@language": term.language}
        datatype = term.datatype.value
        if datatype == _XSD + "integer" and _CANONICAL.fullmatch(term.value) and coerced in (None, "xsd:integer"):
            return int(term.value)
        if datatype == _XSD + "boolean" and term.value in ("true", "false") and coerced in (None, "xsd:boolean"):
            return term.value == "true"
        if datatype == _XSD + "string":
            return term.value if coerced is None else {"@value": term.value}
        if coerced is not None and coerced == _short(datatype, PREFIXES):
            return term.value
        return {"@value": term.value, "@type": self._iri(datatype)}

    def _context(self) -> dict[str, Definition]:
        """As much of the context as the document uses."""
        every = context()
        for name in tuple(self._used):
            definition = every[name]
            for part in definition.values() if isinstance(definition, dict) else (definition,):
                if not part.startswith("@") and part.partition(":")[0] in PREFIXES:
                    self._used.add(part.partition(":")[0])
        return {name: definition for name, definition in every.items() if name in self._used}


@cache
def _by_iri() -> Mapping[str, tuple[str, Definition]]:
    """The terms of the context by the IRI that each stands for."""
    found: dict[str, tuple[str, Definition]] = {}
    for name, definition in context().items():
        short = definition["@id"] if isinstance(definition, dict) else definition
        prefix, _, local = short.partition(":")
        if name not in PREFIXES and prefix in PREFIXES:
            found[PREFIXES[prefix] + local] = (name, definition)
    return found


def _single(node: dict[str, Any]) -> dict[str, Any]:
    """Lists of one value as that value."""
    return {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}
