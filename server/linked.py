"""Every IRI of ours leads somewhere: to its page for people, to its statements for programs; and the vocabulary."""

from __future__ import annotations

import pyoxigraph as ox
from flask import Blueprint, abort, make_response, redirect, render_template, request
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response as BaseResponse

from graph import iris
from graph.errors import QueryError
from graph.store import Published
from graph.views import linked, queries
from ontology import terms
from server import links, negotiation, publication, sending, shown, things

pages = Blueprint("linked", __name__)
_OFFERED = {"text/html": "", **{media: ending for ending, media in linked.FORMS.items()}, "application/json": "jsonld"}
_OF_VOCABULARY = {media: ending for media, ending in _OFFERED.items() if ending not in linked.OF_DATASETS}
_REPLACED = "http://purl.org/dc/terms/isReplacedBy"
_KINDS = "any(agent,event,issue,article,work):kind"
_ENDINGS = "any(ttl,jsonld,json,nt,rdf,trig,nq):ending"
_OF_ONE_GRAPH = "any(ttl,jsonld,json,nt,rdf):ending"


class SlugConverter(BaseConverter):
    """The last part of an identifier: no slash, and no dot, so that an ending such as `.ttl` is never part of it."""

    regex = r"[^/.]+"


@pages.get("/id/<path:rest>")
@pages.get("/id/", defaults={"rest": ""})
def identifier(rest: str) -> BaseResponse:
    """303 to the page or to the data, by Accept or by an ending; 301 to the heir of what was merged or split."""
    published = publication.current()
    iri = iris.ID + rest
    ending = _liked(_OFFERED)
    if not _known(published, iri):
        bare, _, named = rest.rpartition(".")
        if named not in linked.FORMS or not _known(published, iris.ID + bare):
            publication.missing(iri, f"The graph says nothing of {iri}.")
        rest, iri, ending = bare, iris.ID + bare, named
    heir = next(published.store.quads_for_pattern(queries.node(iri), queries.node(_REPLACED), None, None), None)
    if heir is not None and isinstance(heir.object, ox.NamedNode):
        return _varied(redirect("/id/" + heir.object.value.removeprefix(iris.ID), 301))
    if ending:
        return _varied(redirect(f"{shown.path(iri) if _paged(iri) else '/id-data/' + rest}.{ending}", 303))
    if _paged(iri):
        return _varied(redirect(shown.path(iri), 303))
    if rest in shown.INDEXES:
        return _varied(redirect(shown.INDEXES[rest], 303))
    home = things.page_of(published, iri)
    return _varied(redirect(shown.path(home) if home else f"/id-data/{rest}.ttl", 303))


def _known(published: Published, iri: str) -> bool:
    try:
        return bool(linked.description(published.store, iri))
    except QueryError:
        return False


def _liked(offers: dict[str, str]) -> str:
    """The ending of the format that the client likes best; empty for the page, which also serves who likes none."""
    return offers[negotiation.choose(request.headers.get("Accept"), offers) or "text/html"]


def _paged(iri: str) -> bool:
    return not shown.path(iri).startswith(("/id/", "/issues", "/data"))


def _varied(response: BaseResponse) -> BaseResponse:
    response.headers["Vary"] = "Accept"
    return response


@pages.get(f"/<{_KINDS}>/<slug:slug>.<{_ENDINGS}>")
def described(kind: str, slug: str, ending: str) -> BaseResponse:
    """The statements about a thing that has a page."""
    published = publication.current()
    response = _statements(published, f"{iris.ID}{kind}/{slug}", ending, sending.ASK_AGAIN)
    if (published.path / "data").is_dir():
        response.headers["Content-Location"] = links.plain(f"/data/{published.version}{request.path}")
    return response


@pages.get(f"/id-data/<path:rest>.<{_ENDINGS}>")
def statements(rest: str, ending: str) -> BaseResponse:
    """The statements about anything else: a report, a passage, a figure."""
    return _statements(publication.current(), iris.ID + rest, ending, sending.ASK_AGAIN)


@pages.get(f"/data/latest/<{_KINDS}>/<slug:slug>.<{_ENDINGS}>")
def latest(kind: str, slug: str, ending: str) -> BaseResponse:
    """Where the newest version tells of one thing."""
    return publication.to_newest(f"{kind}/{slug}.{ending}")


@pages.get(f"/data/<slug:version>/<{_KINDS}>/<slug:slug>.<{_ENDINGS}>")
def versioned(version: str, kind: str, slug: str, ending: str) -> BaseResponse:
    """The statements about a thing as a version has them: they never change."""
    published = publication.opened_version(publication.chosen(version))
    return _statements(published, f"{iris.ID}{kind}/{slug}", ending, sending.FOREVER)


def _statements(published: Published, iri: str, ending: str, cache: str) -> BaseResponse:
    form = "jsonld" if ending == "json" else ending
    try:
        body = linked.text(published.store, iri, form)
    except QueryError:
        body = None
    if body is None:
        publication.missing(iri, f"The graph says nothing of {iri}.")
    response = sending.body(body, linked.FORMS[form], cache=cache)
    base = request.path.removesuffix(f".{ending}")
    told = [
        *links.common(request.base_url),
        *links.alternates(base, linked.FORMS, but=form),
        (iri, {"rel": "describes"}),
    ]
    if _paged(iri):
        told.append((shown.path(iri), {"rel": "alternate", "type": "text/html"}))
    response.headers["Link"] = links.header(told)
    return response


@pages.get("/ns")
def vocabulary() -> BaseResponse:
    """The vocabulary: a page for people, the ontology for programs."""
    if ending := _liked(_OF_VOCABULARY):
        return _varied(redirect(f"/ns.{ending}", 303))
    found: dict[str, list[dict[str, str]]] = {}
    for row in queries.rows(publication.current().store, "vocabulary"):
        found.setdefault(row["sort"], []).append(row)
    return _varied(make_response(render_template("ns.html", groups=found, ns=terms.NS)))


@pages.get(f"/ns.<{_OF_ONE_GRAPH}>")
def ontology(ending: str) -> BaseResponse:
    """The ontology file, or the same in another format."""
    return _exported("ontology.ttl", ending, terms.NS.removesuffix("#"))


@pages.get(f"/ns/shapes.<{_OF_ONE_GRAPH}>")
def shapes(ending: str) -> BaseResponse:
    """The shapes that the data conform to."""
    return _exported("shapes.ttl", ending, terms.NS.removesuffix("#") + "/shapes")


@pages.get("/ns/shapes")
def shapes_for() -> BaseResponse:
    """The shapes in the format that the client likes best."""
    return _varied(redirect(f"/ns/shapes.{_liked(_OF_VOCABULARY) or 'ttl'}", 303))


def _exported(name: str, ending: str, iri: str) -> BaseResponse:
    """A Turtle file among the exports, or the same in another format."""
    path = publication.exported().path / "data" / name
    if not path.is_file():
        abort(404, f"{name} is not among the files of version {publication.exported().version}.")
    turtle_file = path.read_bytes()
    form = "jsonld" if ending == "json" else ending
    body = turtle_file if form == "ttl" else linked.converted(turtle_file, form)
    response = sending.body(body, linked.FORMS[form], cache=sending.ASK_AGAIN)
    base = request.path.removesuffix(f".{ending}")
    told = [
        *links.common(request.base_url),
        *links.alternates(base, links.VOCABULARY, but=form),
        (iri, {"rel": "describes"}),
    ]
    if name == "ontology.ttl":
        told.append(("/ns/shapes.ttl", {"rel": "related", "type": "text/turtle", "title": "SHACL shapes"}))
    response.headers["Link"] = links.header(told)
    return response
