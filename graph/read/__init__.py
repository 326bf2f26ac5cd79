"""A location to documents: a file, a folder, a page, a feed. What cannot be used comes out as a `SourceError`, not raised,
so that the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from graph.errors import SourceError
from graph.model import Document
from graph.read import feed, file, page, records, shelf, web
from graph.settings import Settings

__all__ = ["Fetch", "documents", "seeds", "shelf"]

Fetch = Callable[[str, Settings], web.Fetched]
_TEXT = frozenset((".txt", ".text", ".md", ""))
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_FEEDS = frozenset((".xml", ".rss", ".atom"))
_LINES = frozenset((".jsonl", ".ndjson"))


def documents(location: str, settings: Settings, *, fetch: Fetch = web.fetch) -> Iterator[Document | SourceError]:
    """Everything that a location holds, in order."""
    try:
        if "://" in location:
            yield from _remote(location, settings, fetch)
        else:
            yield from _local(Path(location), settings)
    except SourceError as error:
        yield error


def seeds(settings: Settings) -> Iterator[Document | SourceError]:
    """The digests of the seeds folder, sorted by name."""
    for path in sorted(settings.seeds.glob("*.txt")):
        yield from documents(str(path), settings)


def _local(path: Path, settings: Settings) -> Iterator[Document | SourceError]:
    if path.is_dir():
        known = _TEXT - {""} | _PAGES | _FEEDS | _LINES | {".json"}
        found = [p for p in sorted(path.iterdir()) if p.is_file() and p.suffix.lower() in known]
        if not found:
            raise SourceError(str(path), "a folder without articles; expected .txt, .html, .json, .jsonl or feed files")
        for entry in found:
            yield from documents(str(entry), settings)
        return
    if not path.exists():
        raise SourceError(str(path), "no such file")
    suffix = path.suffix.lower()
    if suffix in _LINES:
        yield from records.lines(path, settings)
        return
    data = file.data(path, settings)
    if suffix == ".json":
        yield from records.whole(data, str(path), settings)
    elif suffix in _FEEDS:
        yield from feed.documents(data, str(path), settings)
    elif suffix in _PAGES or (suffix not in _TEXT and page.looks_like(data)):
        yield page.document(data, settings, location=str(path))
    else:
        yield file.document(data, settings, location=str(path), stem=path.stem)


def _remote(url: str, settings: Settings, fetch: Fetch) -> Iterator[Document | SourceError]:
    fetched = fetch(url, settings)
    if feed.looks_like(fetched.data, fetched.media_type):
        yield from feed.documents(fetched.data, fetched.url, settings)
    elif fetched.media_type in ("application/json", "application/ld+json"):
        yield from records.whole(fetched.data, fetched.url, settings)
    elif fetched.media_type == "text/plain":
        yield file.document(fetched.data, settings, location=fetched.url, charset=fetched.charset, url=fetched.url)
    else:
        yield page.document(fetched.data, settings, location=fetched.url, charset=fetched.charset, url=fetched.url)
