"""Answers compressed for who takes gzip: whole ones at once, those that come in pieces as they come.

Flask-Compress was tried: it compresses a part of a file (206) as if it were the whole, and takes `gzip;q=0` for a wish.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Self

from flask import Flask, Response, request

LEAST = 300  # bytes below which compressing costs more than it saves
WHOLE = 1 << 20  # bytes up to which a file is compressed at once
_LEVEL = 5
_GZIP = zlib.MAX_WBITS + 16
# What else is worth it is text, or says so in its name: application/ld+json, image/svg+xml.
_WORTH = frozenset(("application/n-triples", "application/n-quads", "application/trig", "application/rdf-patch"))


def install(app: Flask) -> None:
    """Compresses what the application answers, where it is worth it and the client takes it."""
    app.after_request(encode)


def encode(response: Response) -> Response:
    """The answer, compressed or as it was. Parts of files stay as they are: their places count in the file's bytes."""
    if not _compressible(response):
        return response
    response.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("gzip") <= 0 or response.status_code != 200 or request.range:
        return response
    size = response.content_length
    if size is not None and size < LEAST:
        return response
    response.direct_passthrough = False
    if response.is_streamed and (size is None or size > WHOLE):
        response.response = Compressed(response.iter_encoded(), getattr(response.response, "close", None))
        response.headers.pop("Content-Length", None)
    else:
        response.set_data(b"".join(Compressed(iter([response.get_data()]))))
    response.headers["Content-Encoding"] = "gzip"
    tag, weak = response.get_etag()
    if tag is not None and not weak:
        # Other bytes, so another strong tag; If-None-Match was compared with the plain one and is again with this.
        response.set_etag(f"{tag}-gzip")
        if request.if_none_match.contains(f"{tag}-gzip"):
            response.close()
            response.response = ()
            response.make_conditional(request)
            response.headers.pop("Content-Length", None)
    return response


class Compressed:
    """The gzip of pieces, in bytes that come as they do; the same bytes give the same gzip."""

    def __init__(self, pieces: Iterator[bytes], close: Callable[[], None] | None = None) -> None:
        self._pieces = pieces
        self._close = close
        self._work = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
        self._done = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        while not self._done:
            piece = next(self._pieces, None)
            self._done = piece is None
            if out := self._work.flush() if piece is None else self._work.compress(piece):
                return out
        raise StopIteration

    def close(self) -> None:
        """Closes what the pieces come from."""
        if self._close is not None:
            self._close()


def _compressible(response: Response) -> bool:
    kind = response.mimetype or ""
    worth = kind.startswith("text/") or kind in _WORTH or kind.endswith(("json", "xml", "javascript"))
    return worth and "Content-Encoding" not in response.headers
