"""The SPARQL 1.1 Protocol over the pool: GET, POST of a form, POST of a query; a workbench for browsers on the same URL.

Nothing here parses a query: the guard scans it, a worker answers it, and the bytes that come back are sent on as they
come. The status waits for the first of them; what fails later breaks the connection off, and never ends as if it were whole.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from flask import Blueprint, Flask, Response, current_app, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from graph import store
from graph.errors import PicketlineError, QueryError, StoreError
from graph.settings import Settings
from graph.turtle import PREFIXES
from graph.views import questions
from server import description, negotiation, publication, workbench
from server.pool import dataset, errors, guard
from server.pool.pool import Answer, Pool, Request

blueprint = Blueprint("sparql", __name__)
POOL = "picketline-pool"
METHODS = "GET, HEAD, POST, OPTIONS"
_DIRECT, _FORM, _UPDATE = "application/sparql-query", "application/x-www-form-urlencoded", "application/sparql-update"

# Status and title by kind of error. A limit reached is 503 or 504, as clients of endpoints know it; only `busy` may
# be tried again with success.
PROBLEMS: Mapping[type[PicketlineError], tuple[int, str]] = {
    errors.TooLong: (413, "The query is too long"),
    errors.TooDeep: (400, "The query nests too deeply"),
    errors.IsUpdate: (403, "The graph is read-only here"),
    errors.NamesService: (403, "Federated queries are not answered here"),
    errors.Malformed: (400, "The query cannot be parsed"),
    errors.BadGraph: (400, "A graph of the dataset is no IRI"),
    errors.NoFormat: (406, "None of the formats asked for is served"),
    errors.Busy: (503, "All workers are busy"),
    errors.TooMany: (429, "Too many queries at a time"),
    errors.Abandoned: (503, "The client left"),
    errors.Overrun: (504, "The query took too long"),
    errors.OutOfMemory: (503, "The query needs too much memory"),
    errors.TooLarge: (503, "The answer is too large"),
    errors.Died: (503, "The query ended its worker"),
    errors.Failed: (500, "The engine reported an error"),
    StoreError: (503, "Nothing is published"),
}


class BadRequest(PicketlineError):
    """A request that breaks the protocol; `status` is the answer it gets."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks: the query, None where there is none; its dataset; the formats that it names."""

    query: str | None
    default: tuple[str, ...] | None
    named: tuple[str, ...] | None
    formats: tuple[str, ...] = ()


def attach(app: Flask, settings: Settings) -> Pool:
    """Adds the endpoint to an application, with a pool that starts its workers when the first query comes."""
    made = Pool(settings)
    app.extensions[POOL] = (settings, made)
    app.register_blueprint(blueprint)
    return made


def pool(app: Flask) -> Pool:
    """The pool of an application."""
    found: Pool = app.extensions[POOL][1]
    return found


@blueprint.route("/sparql", methods=["GET", "POST", "OPTIONS"], provide_automatic_options=False)
def endpoint() -> Response:
    """Answers a query, describes itself, or shows the workbench."""
    if request.method == "OPTIONS":
        return Response(status=204, headers={"Allow": METHODS})
    settings, workers = current_app.extensions[POOL]
    asked = Asked(None, None, None, tuple(request.args.getlist("format")))
    try:
        asked = _read(settings)
        if asked.query is None:
            return _front(settings, asked)
        guard.check(asked.query, max_bytes=settings.max_query)
        return _answer(settings, workers, asked, asked.query)
    except PicketlineError as error:
        return _problem(settings, asked, error)


@blueprint.get("/.well-known/void")
def known() -> Response:
    """The same description, where VoID says that a site's datasets are found."""
    settings, _ = current_app.extensions[POOL]
    try:
        return _front(settings, Asked(None, None, None, tuple(request.args.getlist("format")) or _no_page()))
    except PicketlineError as error:
        return _problem(settings, Asked(None, None, None), error)


def _no_page() -> tuple[str, ...]:
    """A browser gets Turtle here: there is no page to show."""
    offers = {**negotiation.GRAPHS, **negotiation.PAGE}
    return ("turtle",) if negotiation.choose(request.headers.get("Accept"), offers) == "text/html" else ()


@blueprint.after_request
def share(response: Response) -> Response:
    """Lets pages of any origin read what is meant for machines."""
    response.vary.add("Accept")
    if response.mimetype != "text/html" or request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Picketline-Version, Retry-After, Server-Timing"
    if response.status_code >= 400:
        response.headers["Cache-Control"] = "no-store"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def _read(settings: Settings) -> Asked:
    """The request, by the three ways of the protocol."""
    if request.method != "POST":
        return _asked(request.args, _single(request.args, "query"))
    # Percent-encoding makes three bytes of one.
    request.max_content_length = request.max_form_memory_size = 3 * settings.max_query + 100_000
    kind = request.mimetype
    if kind == _UPDATE:
        raise errors.IsUpdate("SPARQL Update is not taken here: the graph is read-only")
    try:
        if kind == _FORM:
            query = _single(request.form, "query")
            if query is None and "update" not in request.form:
                raise BadRequest(400, "the form has no parameter `query`")
            # Clients put the dataset into the address too, where the specification has it in the body.
            return _asked(request.values, _given(query))
        if kind == _DIRECT:
            return _asked(request.args, _given(request.get_data(cache=False).decode("utf-8")))
    except RequestEntityTooLarge:
        raise errors.TooLong(f"the request is too long; a query may have {settings.max_query:,} bytes") from None
    except UnicodeDecodeError as error:
        raise BadRequest(400, f"the query is not UTF-8: {error.reason} at byte {error.start}") from None
    raise BadRequest(415, f"content type {kind or 'missing'}: expected {_DIRECT} or {_FORM}")


def _given(query: str | None) -> str | None:
    if query is not None and not query.strip():
        raise BadRequest(400, "the query is empty")
    return query


def _asked(found: MultiDict[str, str], query: str | None) -> Asked:
    if "update" in found:
        raise errors.IsUpdate("SPARQL Update is not taken here: the graph is read-only")
    example = _single(found, "example")
    if query is None and example is not None:
        try:
            query = questions.named(example).text
        except QueryError as error:
            raise BadRequest(404, str(error)) from None
    # Some forms send an empty default-graph-uri where the reader left the field alone.
    default, named = ([iri for iri in found.getlist(f"{name}-graph-uri") if iri] for name in ("default", "named"))
    dataset = bool(default or named)
    return Asked(
        query=query.removeprefix("\ufeff") if query is not None and query.strip() else None,
        default=tuple(default) if dataset else None,
        named=tuple(named) if dataset else None,
        formats=tuple(name for name in (*found.getlist("format"), *request.args.getlist("format")) if name),
    )


def _single(found: MultiDict[str, str], name: str) -> str | None:
    values = found.getlist(name)
    if len(values) > 1:
        raise BadRequest(400, f"the parameter `{name}` is given {len(values)} times; expected once")
    return values[0] if values else None


def _wanted(asked: Asked, offers: Mapping[str, str]) -> str | None:
    """The media type that the client wants of those offered; a format in the URL outweighs the header.

    SPARQLWrapper names its format several times, in several ways; the first that is served counts, and where none is,
    the header, if it names what it takes.
    """
    offers = {**offers, **negotiation.PAGE}
    for name in asked.formats:
        if found := negotiation.named(name, offers):
            return found
    accept = request.headers.get("Accept")
    if asked.formats and (accept is None or "*/*" in accept):
        return None
    return negotiation.choose(accept, offers)


def _for_people(asked: Asked) -> bool:
    """Whether an error is best told in a page: to a browser, also when it followed a link to a file."""
    offers = {**negotiation.ROWS, **negotiation.PAGE}
    return "html" in asked.formats or negotiation.choose(request.headers.get("Accept"), offers) == "text/html"


def _front(settings: Settings, asked: Asked) -> Response:
    """No query: the workbench for people, the description of the service for machines."""
    media = _wanted(asked, negotiation.GRAPHS)
    if media is None:
        raise errors.NoFormat("graph")
    if media == "text/html":
        store.current(settings)
        return _page(settings, asked, 200)
    _given(request.args.get("query"))
    published = publication.current()
    root = request.root_url.rstrip("/")
    body = description.describe(f"{root}/sparql", root, published, negotiation.GRAPHS[media])
    response = Response(body, content_type=_typed(media), headers=_told(published.version))
    response.add_etag()
    response.make_conditional(request)
    return response


def _answer(settings: Settings, pool: Pool, asked: Asked, query: str) -> Response:
    media = {"rows": _wanted(asked, negotiation.ROWS), "graph": _wanted(asked, negotiation.GRAPHS)}
    forms = {**negotiation.ROWS, "text/html": "table"}, {**negotiation.GRAPHS, "text/html": "table"}
    lasting = request.method != "POST" and not guard.volatile(query)
    if lasting and request.if_none_match:
        version = store.current_version(settings)
        if request.if_none_match.contains_weak(_tag(version, asked, media)):
            return _tagged(Response(status=304, headers=_told(version)), _tag(version, asked, media))
    own = dataset.named_in(query, PREFIXES) if asked.default is None else None
    wanted = Request(
        query,
        default=own[0] if own else asked.default,
        named=own[1] if own else asked.named,
        rows=forms[0].get(media["rows"] or ""),
        graph=forms[1].get(media["graph"] or ""),
    )
    answer = _asked_of(pool, wanted)
    if answer.form == "table":
        return _page(settings, asked, 200, answer=answer)
    headers = {**_told(answer.version), "Server-Timing": f"query;dur={answer.seconds * 1000:.1f}"}
    body = answer.body if answer.whole else answer.pieces
    if request.method == "HEAD" and not answer.whole:
        answer.close()
        body = b""
    response = Response(body, content_type=_typed(media[answer.kind] or ""), headers=headers)
    if not lasting:
        response.headers["Cache-Control"] = "no-store"
        return response
    return _tagged(response, _tag(answer.version, asked, media))


def _asked_of(workers: Pool, wanted: Request) -> Answer:
    """The answer; that to the decoded query where only escapes of code points keep it from being one.

    SPARQL 1.1 decodes these before it parses (section 19.2); the engine, as SPARQL 1.2 does, in strings and IRIs alone.
    """
    who = request.remote_addr or ""
    gone = request.environ.get("waitress.client_disconnected")
    try:
        return workers.ask(wanted, client=who, gone=gone)
    except errors.Malformed:
        decoded = guard.decoded(wanted.query)
        if decoded == wanted.query:
            raise
        with suppress(errors.Malformed):
            return workers.ask(dataclasses.replace(wanted, query=decoded), client=who, gone=gone)
        raise


def _told(version: str) -> dict[str, str]:
    """What every answer says of its version; a cache asks each time whether it is still the one."""
    return {"Picketline-Version": version, "Cache-Control": "public, no-cache"}


def _tag(version: str, asked: Asked, media: Mapping[str, str | None]) -> str:
    """The tag of an answer, known before it is there: the version, the query, its dataset and its format decide it."""
    parts = json.dumps([version, asked.query, asked.default, asked.named, media["rows"], media["graph"]])
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _tagged(response: Response, tag: str) -> Response:
    """Weak: rows that no ORDER BY sorts may come in another order."""
    response.set_etag(tag, weak=True)
    return response


def _typed(media: str) -> str:
    """A media type with its character set, where text needs one."""
    return media + "; charset=utf-8" if media.startswith("text/") else media


def _page(
    settings: Settings,
    asked: Asked,
    status: int,
    *,
    answer: Answer | None = None,
    problem: workbench.Problem | None = None,
) -> Response:
    page = workbench.Page(
        settings=settings,
        root=request.script_root,
        query=asked.query or "",
        default=asked.default or (),
        named=asked.named or (),
        answer=answer,
        problem=problem,
    )
    return Response(page.html(), status=status, content_type="text/html; charset=utf-8")


def _problem(settings: Settings, asked: Asked, error: PicketlineError) -> Response:
    """An error as a page for people, as a problem document (RFC 9457) for machines."""
    status, title = PROBLEMS.get(type(error), (400, "The request cannot be answered"))
    name = getattr(error, "name", "store" if isinstance(error, StoreError) else "request")
    if isinstance(error, BadRequest):
        status = error.status
    elif isinstance(error, errors.TooLong) and request.method != "POST":
        status = 414
    detail = str(error)
    if isinstance(error, errors.NoFormat):
        what, offers = ("a graph", negotiation.GRAPHS) if detail == "graph" else ("rows", negotiation.ROWS)
        detail = f"the answer is {what}, served as {', '.join(offers)}"
    problem = workbench.Problem(name, title, detail)
    if isinstance(error, errors.Malformed):
        problem = workbench.marked(problem, asked.query or "", error.line, error.column)
    headers = {"Retry-After": "5"} if isinstance(error, errors.Busy | errors.TooMany) else {}
    if _for_people(asked):
        response = _page(settings, asked, status, problem=problem)
    else:
        fields = {key: value for key, value in dataclasses.asdict(problem).items() if value is not None}
        place = {"type": f"{request.base_url}#{fields.pop('name')}", "status": status}
        body = json.dumps({**place, **fields}, ensure_ascii=False)
        response = Response(body, status=status, content_type="application/problem+json")
    response.headers.extend(headers)
    return response
