"""Seeds and shelf as they lie on disk; only files that changed since the last build are read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph import cache, read
from graph.corpus import Source
from graph.errors import SourceError
from graph.model import Document
from graph.settings import Settings


@dataclass(slots=True)
class Found:
    """The files by path, the digest of each article by key, and the articles of the files that were read this time."""

    settings: Settings
    files: dict[str, Source] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    read: dict[Path, Document] = field(default_factory=dict)

    def document(self, key: str) -> Document:
        """The article of a key. Raises `SourceError` where its file is gone since."""
        path = self.paths[key]
        if path not in self.read:
            self.read[path] = _document(path, self.settings)
        return self.read[path]


def scan(settings: Settings, before: Mapping[str, Source]) -> Found:
    """What lies there: one article a key, the shelf's before the seeds', in the order of their keys."""
    found = Found(settings)
    for path in (*sorted(settings.seeds.glob("*.txt")), *sorted(settings.articles.glob("*.json"))):
        stat = path.stat()
        stamp = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
        known = before.get(str(path))
        if known is None or known.stamp != stamp:
            known = _source(path, stamp, found)
        found.files[str(path)] = known
        if not known.problem:
            found.digests[known.key] = known.digest
            found.paths[known.key] = path
    found.digests = dict(sorted(found.digests.items()))
    return found


def _source(path: Path, stamp: tuple[int, ...], found: Found) -> Source:
    try:
        document = _document(path, found.settings)
    except SourceError as error:
        return Source(stamp, error.location, "", error.problem)
    found.read[path] = document
    return Source(stamp, document.key, cache.digest(document))


def _document(path: Path, settings: Settings) -> Document:
    if path.suffix == ".json":
        return read.shelf.article(path)
    (item,) = read.documents(str(path), settings)
    if isinstance(item, SourceError):
        raise item
    return item
