"""What a user added: one JSON file an article in instance/articles/, written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from graph import dates, iris
from graph.errors import SourceError
from graph.model import Document, Published
from graph.settings import Settings


def put(document: Document, settings: Settings) -> bool:
    """Keeps a document under its key; False where exactly that is kept already. An edited one replaces."""
    path = settings.articles / f"{document.key}.json"
    body = json.dumps(record(document), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") == body:
        return False
    settings.articles.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
    return True


def record(document: Document) -> dict[str, Any]:
    """A document as plain JSON. Where it was read from is a matter of one machine and not kept."""
    return {
        "key": document.key,
        "title": document.title,
        "url": document.url,
        "outlet": document.outlet,
        "author": document.author,
        "published": document.published.stamp if document.published is not None else None,
        "told": document.published.edtf if document.published is not None else None,
        "retrieved": document.retrieved.isoformat() if document.retrieved is not None else None,
        "digest_of": document.digest_of,
        "charset": document.charset,
        "origins": [list(pair) for pair in document.origins],
        "notes": list(document.notes),
        "text": document.text,
    }


def load(settings: Settings) -> Iterator[Document | SourceError]:
    """All that is kept, sorted by key; a damaged file comes out as a `SourceError` naming it."""
    for path in sorted(settings.articles.glob("*.json")):
        try:
            yield article(path)
        except SourceError as error:
            yield error


def article(path: Path) -> Document:
    """One article of the shelf. Raises `SourceError` for a damaged file."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return Document(
            key=row["key"],
            text=row["text"],
            title=row["title"],
            url=row["url"],
            outlet=row["outlet"],
            author=row["author"],
            published=_published(row),
            retrieved=date.fromisoformat(row["retrieved"]) if row["retrieved"] else None,
            digest_of=row["digest_of"],
            charset=row["charset"],
            location=str(path),
            origins=tuple((str(name), str(origin)) for name, origin in row.get("origins", ())),
            notes=tuple(str(note) for note in row.get("notes", ())),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(
            str(path), f"a damaged file of the shelf ({error}); remove it and add the article again"
        ) from error


def _published(row: dict[str, Any]) -> Published | None:
    """The day as it was told when the article was read; only then was the zone of its newsroom known."""
    if not row["published"]:
        return None
    told = dates.published(row.get("told") or row["published"])
    return replace(told, stamp=row["published"])


def remove(name: str, settings: Settings) -> Document | None:
    """Drops the article of a key, an IRI or a URL; None where no such article is kept."""
    for item in load(settings):
        if isinstance(item, SourceError):
            continue
        same_url = item.url is not None and "://" in name and iris.normal_url(name) == iris.normal_url(item.url)
        if name in (item.key, iris.article(item.key)) or same_url:
            (settings.articles / f"{item.key}.json").unlink()
            return item
    return None
