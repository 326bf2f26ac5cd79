"""What changed between two versions that are kept, as files."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
import weakref
from pathlib import Path

from flask import Blueprint, Flask, abort, current_app, jsonify, redirect
from werkzeug.wrappers import Response as BaseResponse

from graph.store import Publication
from graph.views import changes
from server import links, publication, sending

pages = Blueprint("changes", __name__)
HELD = 12  # files
TYPES = {"nq": "application/n-quads; charset=utf-8", "rdfp": "application/rdf-patch; charset=utf-8"}
_KEY = "picketline-changes"
_ALL = "all.nq"


class Shelf:
    """Files of changes, each made when it is first asked for; the last few asked for are held, in a temporary folder."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock = threading.Lock()
        self._held: dict[str, str] = {}

    def get(self, old: Publication, new: Publication, name: str) -> tuple[Path, str]:
        """The file and its SHA-256."""
        key = f"{old.version}..{new.version}-{name}"
        with self._lock:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="picketline-changes-"))
                weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
            path = self._folder / key
            digest = self._held.pop(key, None) or _written(old, new, name, path)
            self._held[key] = digest
            while len(self._held) > HELD:
                oldest = next(iter(self._held))
                del self._held[oldest]
                (self._folder / oldest).unlink(missing_ok=True)
        return path, digest


def install(app: Flask) -> None:
    """Gives the application its shelf."""
    app.extensions[_KEY] = Shelf()


def _written(old: Publication, new: Publication, name: str, path: Path) -> str:
    before, after = old.path / "data" / _ALL, new.path / "data" / _ALL
    with before.open("rb") as ours, after.open("rb") as theirs, path.open("w+b") as out:
        changes.write(ours, theirs, (old.version, new.version), name, out)
        out.seek(0)
        return hashlib.file_digest(out, "sha256").hexdigest()


@pages.get("/data/<slug:old>..<slug:new>")
def listed(old: str, new: str) -> BaseResponse:
    """Which files tell of the changes, with their sizes and sums."""
    if publication.LATEST in (old, new):
        return _settled(old, new, "")
    before, after = publication.chosen(old), publication.chosen(new)
    files = []
    for name in changes.FILES:
        path, digest = _shelf().get(before, after, name)
        address = f"/data/{old}..{new}/{name}"
        files.append({"name": name, "url": address, "size": path.stat().st_size, "sha256": digest})
    response: BaseResponse = jsonify({"from": old, "to": new, "files": files})
    return response


@pages.get("/data/<slug:old>..<slug:new>/<name>")
def file(old: str, new: str, name: str) -> BaseResponse:
    """One of them. Between two versions it never changes."""
    if name not in changes.FILES:
        abort(404, f"Changes have no file {name}. There are: {', '.join(changes.FILES)}.")
    if publication.LATEST in (old, new):
        return _settled(old, new, f"/{name}")
    path, digest = _shelf().get(publication.chosen(old), publication.chosen(new), name)
    response = sending.file(path, TYPES[name.rpartition(".")[2]], digest)
    response.headers["Link"] = links.header(links.licensed())
    return response


def _settled(old: str, new: str, rest: str) -> BaseResponse:
    """Leads to the changes between versions by name."""
    newest = publication.exported().version
    names = [newest if name == publication.LATEST else name for name in (old, new)]
    response = redirect(f"/data/{'..'.join(names)}{rest}", 307)
    response.headers["Cache-Control"] = sending.ASK_AGAIN
    return response


def _shelf() -> Shelf:
    found: Shelf = current_app.extensions[_KEY]
    return found
