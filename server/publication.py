"""The published version that a request reads: opened once a version, the same from the request's first byte to its last."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import NoReturn

from flask import Flask, abort, current_app, g, redirect
from werkzeug.wrappers import Response as BaseResponse

from graph import iris, store
from graph.settings import Settings
from graph.store import Publication, Published
from graph.views import exports

LATEST = "latest"  # in place of a version: the newest
OPEN = 3  # older versions held open
_KEY = "picketline"


@dataclass(slots=True)
class Library:
    """The settings of the application and the version that was opened last."""

    settings: Settings
    lock: threading.Lock = field(default_factory=threading.Lock)
    opened: Published | None = None
    others: dict[str, Published] = field(default_factory=dict)

    def current(self) -> Published:
        """The version that the pointer names now. Raises `StoreError` where none can be read.

        A request that holds an older version goes on reading it: its files stay open until it is done.
        """
        named = store.current_version(self.settings)
        opened = self.opened
        if opened is not None and opened.version == named:
            return opened
        with self.lock:
            if self.opened is None or self.opened.version != named:
                self.opened = store.open_published(self.settings)
            return self.opened

    def older(self, found: Publication) -> Published:
        """A version that is kept, opened; of those that are not the published one, the last few asked for stay open."""
        with self.lock:
            opened = self.others.pop(found.version, None) or store.opened(found)
            self.others[found.version] = opened
            while len(self.others) > OPEN:
                del self.others[next(iter(self.others))]
            return opened


def install(app: Flask, settings: Settings) -> None:
    """Gives the application its library."""
    app.extensions[_KEY] = Library(settings)


def library() -> Library:
    """The library of the application at work."""
    found: Library = current_app.extensions[_KEY]
    return found


def current() -> Published:
    """The version of this request: settled at its first use, so that no answer mixes two."""
    if "published" not in g:
        g.published = library().current()
    published: Published = g.published
    return published


def exported() -> Publication:
    """The version of the newest exports, settled at the request's first use of them."""
    if "exported" not in g:
        published = current()
        g.exported = published if (published.path / "data").is_dir() else store.dumped(library().settings)
    found: Publication = g.exported
    return found


def license_() -> list[str]:
    """The licence of what this request reads; empty where a dump states none."""
    stated = current().manifest.get("license", exports.LICENSE)
    return [stated] if stated else []


def kept() -> list[Publication]:
    """The versions whose exports can be had, the newest first."""
    return store.kept(library().settings)


def version(name: str) -> Publication | None:
    """A version whose exports can be had, by name; None where it is none of them."""
    newest = exported()
    return newest if name == newest.version else store.version(library().settings, name)


def chosen(name: str) -> Publication:
    """The same; ends the request with 404 and the names of those that are where it is none of them."""
    found = version(name)
    if found is None:
        names = ", ".join(one.version for one in kept())
        abort(404, f"No version {name} is kept here. There are: {names}; /data/{LATEST} leads to the newest.")
    return found


def to_newest(rest: str) -> BaseResponse:
    """Leads to where something lies in the newest version; asked again each time."""
    response = redirect(f"/data/{exported().version}" + (f"/{rest}" if rest else ""), 307)
    response.headers["Cache-Control"] = "no-cache"
    return response


def opened_version(found: Publication) -> Published:
    """A version of `version`, for reading."""
    now = current()
    return now if now.version == found.version else library().older(found)


def missing(iri: str, detail: str) -> NoReturn:
    """Ends the request: 410 where an IRI was published once and is gone, else 404."""
    gone = store.current(library().settings).manifest.get("gone", ())
    once = (
        [iri, iris.article(iri.removeprefix(iris.ID).split("/")[1])] if iri.count("/") > iris.ID.count("/") else [iri]
    )
    if any(name in gone for name in once):
        abort(410, f"{iri} was published once; the article that told of it has been removed.")
    abort(404, detail)


def opened() -> Published | None:
    """The version of this request if it has used one."""
    found: Published | None = g.get("published")
    return found
