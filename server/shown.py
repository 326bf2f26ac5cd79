"""How values are shown in templates: dates in words, IRIs as local paths, kinds as letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from flask import Flask, request

from graph import iris
from graph.views import exports, kinds, wording
from ontology import terms
from server import publication

INDEXES = {"issue": "/issues", "dataset": "/data"}


def path(iri: str) -> str:
    """The local path of an IRI of ours; another's address stays as it is, and what is no address leads nowhere."""
    if iri.startswith(terms.NS):
        return "/ns#" + iri.removeprefix(terms.NS)
    if not iri.startswith(iris.ID):
        return iri if iri.startswith(("http://", "https://")) else "#"
    rest = iri.removeprefix(iris.ID)
    if rest in INDEXES:
        return INDEXES[rest]
    paged = rest.split("/", 1)[0] in ("agent", "event", "issue", "article", "work")
    return quote(f"/{rest}" if paged else f"/id/{rest}")


def local(name: str) -> str:
    """The last part of an IRI."""
    return name.rpartition("#")[2].rpartition("/")[2]


def spaced(name: str) -> str:
    """The local name of a value such as `basis-explicit` without its family: "explicit"."""
    return local(name).split("-", 1)[-1].replace("-", " ")


def day(value: dt.date) -> str:
    """A day in words."""
    return wording.date(value.isoformat())


def plural(count: int, one: str, many: str | None = None) -> str:
    """ "1 article", "2 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def address(changes: Mapping[str, Any] | None = None, *, to: str | None = None) -> str:
    """The address of this page, or of another, with the same filters; keys sorted, empty ones left out."""
    values = {key: request.args.getlist(key) for key in request.args}
    for key, value in (changes or {}).items():
        values[key] = [] if value is None else [str(value)]
    pairs = sorted((key, value) for key, found in values.items() for value in found if value)
    return (to or request.path) + ("?" + urlencode(pairs) if pairs else "")


def install(app: Flask) -> None:
    """Makes these known to templates."""
    app.jinja_env.filters.update(path=path, local=local, spaced=spaced, words=wording.date, day=day, plural=plural)
    app.jinja_env.globals.update(letters=kinds.LETTERS, kind_words=kinds.WORDS, address=address)

    @app.context_processor
    def version() -> dict[str, Any]:
        """The version that the page was made from, where one was opened."""
        opened = publication.opened()
        if opened is None:
            return {"version": None, "license": exports.LICENSE, "dump": None}
        license_ = next(iter(publication.license_()), None)
        return {"version": opened.version, "license": license_, "dump": opened.manifest.get("dump")}
