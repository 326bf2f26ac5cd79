"""The published version that a request reads: opened once a version, the same from the request's first byte to its last."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from flask import Flask, current_app, g

from graph import store
from graph.settings import Settings
from graph.store import Published

_KEY = "picketline"


@dataclass(slots=True)
class Library:
    """The settings of the application and the version that was opened last."""

    settings: Settings
    lock: threading.Lock = field(default_factory=threading.Lock)
    opened: Published | None = None

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


def opened() -> Published | None:
    """The version of this request if it has used one."""
    found: Published | None = g.get("published")
    return found
