"""From an Accept header, or a format named in the URL, to a media type that can be served.

Two tables say what is served, in order of preference where a client has none; `choose` is the one function over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

ROWS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/plain": "ntriples",
    "application/x-turtle": "turtle",
}
PAGE: Mapping[str, str] = {"text/html": "html"}

# Other names of formats in `format=`: file endings, and what `json` and `xml` mean of a graph.
_ALIASES: Mapping[str, str] = {
    "ttl": "turtle",
    "nt": "ntriples",
    "n-triples": "ntriples",
    "json-ld": "jsonld",
    "nq": "nquads",
    "n-quads": "nquads",
}
_OF_GRAPHS: Mapping[str, str] = {"json": "jsonld", "xml": "rdfxml", "rdf": "rdfxml"}

_TYPE = re.compile(r"([!#$&^_.+\w*-]+)/([!#$&^_.+\w*-]+)")
_QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")


def choose(accept: str | None, offers: Mapping[str, str]) -> str | None:
    """The media type to serve: best liked, then named most exactly, then first offered. None where none is acceptable."""
    ranges = list(_ranges(accept)) if accept is not None and accept.strip() else [("*", "*", 1.0)]
    best: tuple[float, int, int] | None = None
    chosen = None
    for place, offer in enumerate(offers):
        exactness, quality = _match(offer, ranges)
        rank = (quality, exactness, -place)
        if quality > 0 and (best is None or rank > best):
            best, chosen = rank, offer
    return chosen


def named(name: str, offers: Mapping[str, str]) -> str | None:
    """The media type that a `format=` parameter stands for: a format, a file ending or a media type."""
    key = name.strip().lower()
    if key in offers:
        return key
    wanted = {key, _ALIASES.get(key, key)}
    if "turtle" in offers.values():
        wanted.add(_OF_GRAPHS.get(key, key))
    return next((media for media, form in offers.items() if form in wanted), None)


def _match(offer: str, ranges: list[tuple[str, str, float]]) -> tuple[int, float]:
    """How exactly the most exact range names an offer, 0 to 2, and the quality it gives it."""
    kind, _, subtype = offer.partition("/")
    found = [((a != "*") + (b != "*"), quality) for a, b, quality in ranges if a in ("*", kind) and b in ("*", subtype)]
    return max(found, default=(0, 0.0))


def _ranges(accept: str) -> Iterator[tuple[str, str, float]]:
    """The media ranges of a header with their qualities; what is no media range is passed over."""
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        found = _TYPE.fullmatch(media)
        if found is None or (found[1] == "*" and found[2] != "*"):
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                quality = float(value) if _QUALITY.fullmatch(value.strip()) else 0.0
        yield found[1], found[2], quality
