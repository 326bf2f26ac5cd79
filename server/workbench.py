"""The page on which people ask in SPARQL: what is shown of an answer or an error, as values for the template."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from flask import render_template

from graph import turtle
from graph.settings import Settings
from graph.views import questions
from server.pool import guard
from server.pool.pool import Answer

_DOWNLOADS = {
    "rows": {"csv": "CSV", "json": "JSON", "tsv": "TSV", "xml": "XML"},
    "graph": {"turtle": "Turtle", "ntriples": "N-Triples", "jsonld": "JSON-LD", "rdfxml": "RDF/XML", "trig": "TriG"},
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer; a query that cannot be parsed has a place, its line and the column marked in it."""

    name: str
    title: str
    detail: str
    line: int | None = None
    column: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a result: what is read, where it leads, what it says when pointed at."""

    text: str
    href: str | None = None
    title: str | None = None
    language: str | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The workbench over one query with its answer or its problem."""

    settings: Settings
    root: str
    query: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    answer: Answer | None
    problem: Problem | None

    def html(self) -> str:
        """The page."""
        result = json.loads(self.answer.body) if self.answer is not None else None
        return render_template(
            "sparql.html",
            page=self,
            result=result,
            rows=[[self.cell(term) for term in row] for row in result["rows"]] if result and "rows" in result else [],
            downloads=self.downloads(),
            examples=questions.every(),
            prefixes=turtle.PREFIXES,
            depth=guard.MAX_DEPTH,
        )

    def downloads(self) -> list[tuple[str, str]]:
        """The same query in the formats for machines: name and address."""
        if self.answer is None:
            return []
        fixed = [("query", self.query)]
        fixed += [("default-graph-uri", iri) for iri in self.default]
        fixed += [("named-graph-uri", iri) for iri in self.named]
        return [
            (label, f"{self.root}/sparql?{urlencode([*fixed, ('format', form)])}")
            for form, label in _DOWNLOADS[self.answer.kind].items()
        ]

    def cell(self, term: dict[str, Any] | None) -> Cell:
        """One term as it is shown; an IRI by its label, leading to our page of it where it is ours."""
        if term is None:
            return Cell("")
        value = term["value"]
        if term["type"] == "iri":
            return Cell(term["label"] or self._short(value), self._link(value), value)
        if term["type"] == "literal":
            datatype = term["datatype"]
            numeric = datatype is not None and datatype.rpartition("#")[2] in ("integer", "decimal", "double", "float")
            return Cell(value, None, datatype and self._short(datatype), term["language"], numeric)
        return Cell(value)

    def _short(self, iri: str) -> str:
        """An IRI with its prefix; one of ours without the base, which all share."""
        for name, namespace in turtle.PREFIXES.items():
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and local and "/" not in local:
                return f"{name}:{local}"
        return iri.removeprefix(self.settings.base + "id/")

    def _link(self, iri: str) -> str | None:
        """Our own path for what is ours; the address itself elsewhere, if it is one of the web."""
        for own in ("id/", "ns#"):
            if iri.startswith(self.settings.base + own):
                return f"{self.root}/{iri.removeprefix(self.settings.base)}"
        return iri if iri.startswith(("https://", "http://")) else None


def marked(problem: Problem, query: str, line: int | None, column: int | None) -> Problem:
    """A problem with the line of the query that it is about."""
    lines = query.split("\n")
    if line is None or column is None or not 1 <= line <= len(lines):
        return problem
    return replace(problem, line=line, column=column, source=lines[line - 1].rstrip("\r"))
