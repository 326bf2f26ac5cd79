"""The downloads: what is published, as files, with sizes and checksums, under the version and under `latest`."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, abort, make_response, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response as BaseResponse

from graph.views import exports
from server import publication

pages = Blueprint("data", __name__)
_TYPES = {
    "ttl": "text/turtle; charset=utf-8",
    "trig": "application/trig; charset=utf-8",
    "nq": "application/n-quads; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class File:
    """A download: `size` in bytes, `sha256` in hexadecimal digits."""

    name: str
    size: int
    sha256: str
    holds: str


@pages.get("/data")
def index() -> str:
    """What there is to take, with checksums."""
    published = publication.exported()
    sums = _sums()
    files = [
        File(name, (published.path / "data" / name).stat().st_size, sums.get(name, ""), words)
        for name, words in exports.HOLDS.items()
    ]
    return render_template("data.html", files=files, manifest=published.manifest, newest=publication.current().version)


@pages.get("/data/<version>/<name>")
def download(version: str, name: str) -> BaseResponse:
    """One file. Under its version it never changes; `latest` is asked again each time."""
    published = publication.exported()
    if version not in ("latest", published.version):
        known = (publication.library().settings.published / version).is_dir() and version.isalnum()
        if name in exports.HOLDS or name == exports.CHECKSUMS:
            detail = "The files of this version are not there." if known else "No such version is published."
            abort(
                404, f"{detail} The newest files are of version {published.version}; /data/latest/{name} leads to them."
            )
        abort(404)
    if name not in exports.HOLDS and name != exports.CHECKSUMS:
        abort(404, f"No download is called {name}. There are: {', '.join(exports.HOLDS)}, {exports.CHECKSUMS}.")
    file = (published.path / "data" / name).resolve()
    mimetype = _TYPES.get(name.rpartition(".")[2], "text/plain; charset=utf-8")
    etag = _sums().get(name, published.version)
    response = send_file(file, mimetype=mimetype, etag=etag, conditional=True, last_modified=None)
    response.headers.pop("Last-Modified", None)
    response.headers["Cache-Control"] = "no-cache" if version == "latest" else "public, max-age=31536000, immutable"
    response.headers["Access-Control-Allow-Origin"] = "*"
    if version == "latest":
        response.headers["Content-Location"] = url_for("data.download", version=published.version, name=name)
    return response


def _sums() -> dict[str, str]:
    text = (publication.exported().path / "data" / exports.CHECKSUMS).read_text(encoding="utf-8")
    return {name: digest for digest, _, name in (row.partition("  ") for row in text.splitlines())}


@pages.get("/ontology.ttl")
def ontology() -> BaseResponse:
    """The vocabulary's file, where people look for it."""
    return redirect(url_for("data.download", version="latest", name="ontology.ttl"))


@pages.get("/robots.txt")
def robots() -> Response:
    """Pages may be read by anyone; the query form need not be crawled."""
    response = make_response("User-agent: *\nDisallow: /sparql\nDisallow: /graph/path\n")
    response.mimetype = "text/plain"
    return response
