"""Errors to answers: a page that helps for people, problem details (RFC 9457) for programs."""

from __future__ import annotations

import json

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError

from graph.errors import FormatError, PicketlineError, QueryError, StoreError
from server import negotiation

_OFFERED = {"application/problem+json": "", "application/json": "", "text/turtle": "", "text/html": ""}
_TITLES = {
    400: "That cannot be answered as asked",
    403: "Not allowed",
    404: "Nothing here",
    405: "Not that way",
    406: "Not in that form",
    410: "No longer here",
    413: "Too long",
    500: "A fault on our side",
    503: "Not ready",
    504: "Took too long",
}


def wants_page() -> bool:
    """Whether the client is a browser rather than a program."""
    accept = request.headers.get("Accept")
    return accept is not None and negotiation.choose(accept, _OFFERED) == "text/html"


def answer(status: int, detail: str) -> Response:
    """An error as a page or as problem details."""
    title = _TITLES.get(status, "That did not work")
    if wants_page():
        response = make_response(render_template("error.html", status=status, title=title, detail=detail), status)
    else:
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        response = Response(json.dumps(body) + "\n", status, mimetype="application/problem+json")
    response.headers["Vary"] = "Accept"
    response.headers["Cache-Control"] = "no-store"
    return response


def install(app: Flask) -> None:
    """Answers for what the package raises on purpose, for HTTP's own errors, and for faults."""

    @app.errorhandler(StoreError)
    def unpublished(error: StoreError) -> Response:
        """Nothing is published, or what is cannot be read."""
        response = answer(503, str(error))
        response.headers["Retry-After"] = "30"
        return response

    @app.errorhandler(QueryError)
    def misasked(error: QueryError) -> Response:
        """A parameter that cannot be answered."""
        return answer(400, str(error))

    @app.errorhandler(FormatError)
    def unsayable(error: FormatError) -> Response:
        """A format that has no words for what was asked for."""
        return answer(406, f"{error}; Turtle, N-Triples and JSON-LD can say it.")

    @app.errorhandler(PicketlineError)
    def failed(error: PicketlineError) -> Response:
        """Anything else of the family."""
        return answer(500, str(error))

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:
        """HTTP's own errors; redirects pass as they are."""
        if error.code is None or error.code < 400:
            return make_response(error.get_response())
        detail = error.description or ""
        if isinstance(error, InternalServerError):
            detail = "The page could not be made. The fault is in the log of the server."
        response = answer(error.code, detail)
        for name, value in error.get_headers(request.environ):
            if name not in ("Content-Type", "Content-Length"):
                response.headers[name] = value
        return response
