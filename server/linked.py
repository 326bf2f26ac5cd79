"""Every IRI of ours leads somewhere: to its page for people, to its statements for programs; and the vocabulary."""

from __future__ import annotations

import pyoxigraph as ox
from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response as BaseResponse

from graph import iris
from graph.errors import QueryError
from graph.views import linked, queries
from ontology import terms
from server import negotiation, publication, shown, things

pages = Blueprint("linked", __name__)
_OFFERED = {
    "text/html": "",
    "text/turtle": "ttl",
    "application/ld+json": "jsonld",
    "application/n-triples": "nt",
    "application/json": "jsonld",
}
_REPLACED = "http://purl.org/dc/terms/isReplacedBy"


class SlugConverter(BaseConverter):
    """The last part of an identifier: no slash, and no dot, so that an ending such as `.ttl` is never part of it."""

    regex = r"[^/.]+"


@pages.get("/id/<path:rest>")
@pages.get("/id/", defaults={"rest": ""})
def identifier(rest: str) -> BaseResponse:
    """303 to the page or to the data, by Accept; 301 to the heir of what was merged or split."""
    published = publication.current()
    iri = iris.ID + rest
    try:
        known = bool(linked.description(published.store, iri))
    except QueryError:
        known = False
    if not known:
        publication.missing(iri, f"The graph says nothing of {iri}.")
    heir = next(published.store.quads_for_pattern(queries.node(iri), queries.node(_REPLACED), None, None), None)
    if heir is not None and isinstance(heir.object, ox.NamedNode):
        return _varied(redirect("/id/" + heir.object.value.removeprefix(iris.ID), 301))
    if ending := _liked():
        return _varied(redirect(f"{shown.path(iri) if _paged(iri) else '/id-data/' + rest}.{ending}", 303))
    if _paged(iri):
        return _varied(redirect(shown.path(iri), 303))
    home = things.page_of(published, iri)
    return _varied(redirect(shown.path(home) if home else f"/id-data/{rest}.ttl", 303))


def _liked() -> str:
    """The ending of the format that the client likes best; empty for the page, which also serves who likes none."""
    return _OFFERED[negotiation.choose(request.headers.get("Accept"), _OFFERED) or "text/html"]


def _paged(iri: str) -> bool:
    return not shown.path(iri).startswith(("/id/", "/issues", "/data"))


def _varied(response: BaseResponse) -> BaseResponse:
    response.headers["Vary"] = "Accept"
    return response


@pages.get("/<any(agent,event,issue,article,work):kind>/<slug:slug>.<any(ttl,jsonld,json,nt):ending>")
def described(kind: str, slug: str, ending: str) -> BaseResponse:
    """The statements about a thing that has a page."""
    return _statements(f"{iris.ID}{kind}/{slug}", ending)


@pages.get("/id-data/<path:rest>.<any(ttl,jsonld,json,nt):ending>")
def statements(rest: str, ending: str) -> BaseResponse:
    """The statements about anything else: a report, a passage, a figure."""
    return _statements(iris.ID + rest, ending)


def _statements(iri: str, ending: str) -> BaseResponse:
    published = publication.current()
    form = "jsonld" if ending == "json" else ending
    body = linked.text(published.store, iri, form)
    if body is None:
        publication.missing(iri, f"The graph says nothing of {iri}.")
    response = make_response(body)
    response.mimetype = linked.FORMS[form]
    response.headers["Link"] = (
        f'<{iri}>; rel="describes", <https://creativecommons.org/licenses/by/4.0/>; rel="license"'
    )
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)


@pages.get("/ns")
def vocabulary() -> BaseResponse:
    """The vocabulary: a page for people, the ontology for programs."""
    if ending := _liked():
        return _varied(redirect(f"/ns.{ending}", 303))
    found: dict[str, list[dict[str, str]]] = {}
    for row in queries.rows(publication.current().store, "vocabulary"):
        found.setdefault(row["sort"], []).append(row)
    return _varied(make_response(render_template("ns.html", groups=found, ns=terms.NS)))


@pages.get("/ns.<any(ttl,jsonld,json,nt):ending>")
def ontology(ending: str) -> BaseResponse:
    """The ontology file, or the same in another format."""
    turtle_file = (publication.exported().path / "data" / "ontology.ttl").read_bytes()
    form = "jsonld" if ending == "json" else ending
    body = turtle_file if form == "ttl" else linked.converted(turtle_file, form)
    response = make_response(body)
    response.mimetype = linked.FORMS[form]
    response.add_etag()
    return _varied(response.make_conditional(request))
