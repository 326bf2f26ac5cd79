"""The downloads: each version that is kept as files, with sizes and checksums; `latest` leads to the newest."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, jsonify, make_response, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from graph.store import Publication
from graph.views import exports, tables
from server import links, negotiation, publication, sending

pages = Blueprint("data", __name__)
_JSON_LD = "http://www.w3.org/ns/json-ld"
PROFILES = {"context.jsonld": "context", "event-frame.jsonld": "frame", "agent-frame.jsonld": "frame"}
TYPES = {
    "ttl": "text/turtle; charset=utf-8",
    "trig": "application/trig; charset=utf-8",
    "nq": "application/n-quads; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json; charset=utf-8",
    tables.METADATA: "application/csvm+json; charset=utf-8",
    **{name: f'application/ld+json; profile="{_JSON_LD}#{profile}"' for name, profile in PROFILES.items()},
}
_LISTS = {"text/html": "", "application/json": "json"}


@dataclass(frozen=True, slots=True)
class File:
    """A download: `size` in bytes, `sha256` in hexadecimal digits."""

    name: str
    size: int
    sha256: str
    holds: str


@pages.get("/data")
def index() -> BaseResponse:
    """The versions that are kept, and what there is of the newest."""
    return _listed(publication.exported())


@pages.get("/data/<slug:version>")
def one(version: str) -> BaseResponse:
    """What there is of a version."""
    if version == publication.LATEST:
        return publication.to_newest("")
    return _listed(publication.chosen(version))


def _listed(published: Publication) -> BaseResponse:
    kept = publication.kept()
    files = _files(published)
    if negotiation.choose(request.headers.get("Accept"), _LISTS) == "application/json":
        response: Response = jsonify(
            version=published.version,
            latest=publication.exported().version,
            versions=[_told(v) for v in kept],
            files=[_row(published, file) for file in files],
        )
    else:
        newest = publication.current().version
        page = render_template(
            "data.html", files=files, manifest=published.manifest, kept=kept, newest=newest, sums=exports.CHECKSUMS
        )
        response = make_response(page)
    response.headers["Vary"] = "Accept"
    response.headers["Cache-Control"] = sending.ASK_AGAIN
    response.add_etag()
    return response.make_conditional(request)


def _told(version: Publication) -> dict[str, Any]:
    manifest = version.manifest
    counts = {"statements": manifest["statements"], "articles": len(manifest["articles"])}
    return {"version": version.version, "url": f"/data/{version.version}", **counts}


def _row(published: Publication, file: File) -> dict[str, Any]:
    address = f"/data/{published.version}/{file.name}"
    return {"name": file.name, "url": address, "size": file.size, "sha256": file.sha256, "holds": file.holds}


def _files(published: Publication) -> list[File]:
    """The files of a version; one that an older program made may have fewer."""
    sums = _sums(published)
    return [
        File(name, (published.path / "data" / name).stat().st_size, sums[name], words)
        for name, words in exports.HOLDS.items()
        if name in sums
    ]


def _sums(published: Publication) -> dict[str, str]:
    text = (published.path / "data" / exports.CHECKSUMS).read_text(encoding="utf-8")
    return {name: digest for digest, _, name in (row.partition("  ") for row in text.splitlines())}


@pages.get("/data/latest/<name>")
def latest(name: str) -> BaseResponse:
    """Where the file of the newest version is: asked again each time."""
    _known(publication.exported(), name)
    return publication.to_newest(name)


@pages.get("/data/<slug:version>/<name>")
def download(version: str, name: str) -> BaseResponse:
    """A file of a version: it never changes."""
    published = publication.chosen(version)
    etag = _known(published, name)
    mimetype = TYPES.get(name) or TYPES.get(name.rpartition(".")[2], "text/plain; charset=utf-8")
    response = sending.file((published.path / "data" / name).resolve(), mimetype, etag)
    told = links.licensed()
    if name.endswith(".csv"):
        told.append((f"/data/{version}/{tables.METADATA}", {"rel": "describedby", "type": "application/csvm+json"}))
    response.headers["Link"] = links.header(told)
    return response


def _known(published: Publication, name: str) -> str:
    """The digest of a file. Ends the request with 404 and the names of those that are where it is none of them."""
    sums = _sums(published)
    if name == exports.CHECKSUMS:
        return hashlib.sha256((published.path / "data" / name).read_bytes()).hexdigest()
    if name not in sums:
        abort(404, f"No download is called {name}. There are: {', '.join(sums)}, {exports.CHECKSUMS}.")
    return sums[name]


@pages.get('/ns/<any(context,"event-frame","agent-frame"):name>.jsonld')
def jsonld(name: str) -> BaseResponse:
    """The context and the frames beside the vocabulary."""
    published = publication.exported()
    etag = _known(published, f"{name}.jsonld")
    response = sending.file(
        (published.path / "data" / f"{name}.jsonld").resolve(), TYPES[f"{name}.jsonld"], etag, cache=sending.ASK_AGAIN
    )
    response.headers["Link"] = links.header(links.common(request.base_url))
    return response


@pages.get("/ontology.ttl")
def ontology() -> BaseResponse:
    """The vocabulary's file, where people look for it."""
    return publication.to_newest("ontology.ttl")


@pages.get("/robots.txt")
def robots() -> Response:
    """Pages may be read by anyone; the query form need not be crawled."""
    response = make_response("User-agent: *\nDisallow: /sparql\nDisallow: /graph/path\n")
    response.mimetype = "text/plain"
    return response
