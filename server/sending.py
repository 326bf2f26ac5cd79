"""Files and bodies that clients may hold, take in parts and ask for again."""

from __future__ import annotations

from pathlib import Path

from flask import Response, request, send_file

EXPOSED = "Content-Length, Content-Range, ETag, Link, Location, Retry-After"
TAKEN = "Accept, If-Match, If-None-Match, If-Range, Range"
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def file(path: Path, mimetype: str, etag: str, *, cache: str = FOREVER) -> Response:
    """A file under a strong `ETag`: whole, the part asked for, or the word that the client has it already."""
    _plain()
    response = send_file(path, mimetype=mimetype, etag=etag, conditional=True, last_modified=None)
    response.headers.pop("Last-Modified", None)
    response.headers["Cache-Control"] = cache
    return response


def body(content: bytes, mimetype: str, *, cache: str = FOREVER) -> Response:
    """The same for bytes that were made for the request; their `ETag` is their digest."""
    _plain()
    response = Response(content, mimetype=mimetype)
    response.add_etag()
    response.headers["Cache-Control"] = cache
    response.make_conditional(request, accept_ranges=True, complete_length=len(content))
    return response


def _plain() -> None:
    """Passes over a `Range` that HTTP lets a server pass over: misspelt, of another unit or method, of several parts."""
    asked = request.range
    if asked is None or request.method != "GET" or asked.units != "bytes" or len(asked.ranges) != 1:
        request.environ.pop("HTTP_RANGE", None)
        request.__dict__.pop("range", None)


def share(response: Response) -> Response:
    """Lets pages of any origin read what is meant for programs, after every request but those that see to it themselves."""
    if request.blueprint == "sparql":
        return response
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "GET, HEAD, OPTIONS")
        response.headers["Access-Control-Allow-Headers"] = TAKEN
        response.headers["Access-Control-Max-Age"] = "86400"
    elif response.mimetype == "text/html" and not 300 <= response.status_code < 400:
        return response
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = EXPOSED
    return response
