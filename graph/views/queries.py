"""SPARQL over an opened store: answers in the formats of the command, and the .rq files of this folder."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from graph import turtle
from graph.errors import QueryError

_FOLDER = Path(__file__).parent
_RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in turtle.PREFIXES.items())


@cache
def named(name: str) -> str:
    """The text of a query of this folder, by name without ending."""
    return (_FOLDER / f"{name}.rq").read_text(encoding="utf-8")


def run(store: ox.Store, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Answers a query that is ours; the usual prefixes are known to it."""
    try:
        return store.query(PREFIXES + text)
    except SyntaxError as error:
        raise QueryError(f"the query cannot be parsed: {error}") from error


def rows(store: ox.Store, name: str, things: Iterable[str] = (), *, known: date | None = None) -> list[dict[str, str]]:
    """The rows of a query of this folder as text by variable, unbound ones left out.

    A list, since the engine's own iterator must not outlive the thread that made it.

    `things` are IRIs that take the place of `$things` in it; one that is no IRI is a `QueryError`. With a day, the query
    is the one named `..._known`, which tells what the articles published by that day tell.
    """
    text = named(name) if known is None else named(f"{name}_known").replace("$known", f'"{known}"^^xsd:date')
    if "$things" in text:
        text = text.replace("$things", " ".join(str(node(thing)) for thing in things))
    found = run(store, text)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [
        {n: term.value for n in names if (term := row[n]) is not None and not isinstance(term, ox.Triple)}
        for row in found
    ]


def node(text: str) -> ox.NamedNode:
    """An IRI as a node. Raises `QueryError` where the text is none."""
    try:
        return ox.NamedNode(text)
    except ValueError as error:
        raise QueryError(f"{text!r} is no IRI: {error}") from error


def answer(store: ox.Store, text: str, *, form: str) -> str:
    """A query's answer as text: a table, JSON, CSV or TSV; triples as Turtle."""
    found = run(store, text)
    if isinstance(found, ox.QueryTriples):
        if form not in ("turtle", "table"):
            raise QueryError(f"a query that constructs triples is answered as turtle, not as {form}")
        quads = [ox.Quad(t.subject, t.predicate, t.object) for t in found]
        return turtle.text(quads, "ttl").decode()
    if isinstance(found, ox.QueryBoolean):
        if form in ("json", "csv", "tsv") and form != "tsv":
            return _serialized(found, form)
        return f"{bool(found)}\n".lower()
    if form == "turtle":
        raise QueryError("a query that selects rows is answered as table, json, csv or tsv, not as turtle")
    return _table(found) if form == "table" else _serialized(found, form)


def _serialized(found: ox.QuerySolutions | ox.QueryBoolean, form: str) -> str:
    out = io.BytesIO()
    found.serialize(out, _RESULTS[form])
    text = out.getvalue().decode()
    return text if text.endswith("\n") else text + "\n"


def _table(found: ox.QuerySolutions) -> str:
    head = [variable.value for variable in found.variables]
    rows = [[_shown(row[i]) for i in range(len(head))] for row in found]
    widths = [max([len(name), *(len(row[i]) for row in rows)]) for i, name in enumerate(head)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (head, *rows)
    ]
    return "\n".join(lines) + "\n"


def _shown(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        for name, iri in turtle.PREFIXES.items():
            if term.value.startswith(iri) and "/" not in term.value[len(iri) :]:
                return f"{name}:{term.value[len(iri) :]}"
        return term.value
    return " ".join(term.value.split()) if isinstance(term, ox.Literal) else str(term)
