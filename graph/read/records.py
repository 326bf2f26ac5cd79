"""JSON articles: one object, a list of them, or one a line, each checked field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph import iris
from graph.errors import SourceError
from graph.model import Document
from graph.read import charset as charsets
from graph.read import file, page
from graph.settings import Settings

_REQUIRED = ("id", "url", "outlet", "published", "title", "text")
# Half of a character: JSON can spell it, but it can be written to no file.
_HALF = re.compile("[\ud800-\udfff]")
_NULLABLE = frozenset(("url", "outlet", "published", "title", "html"))


def whole(data: bytes, location: str, settings: Settings) -> Iterator[Document | SourceError]:
    """The articles of one JSON text."""
    text, _ = charsets.decode(data, location)
    if not text.strip():
        yield SourceError(location, "empty; expected a JSON article")
        return
    try:
        found = json.loads(text)
    except ValueError as error:
        yield SourceError(location, f"not JSON: {error}")
        return
    except RecursionError:
        yield SourceError(location, "not an article: nested too deeply")
        return
    for number, row in enumerate(found if isinstance(found, list) else [found]):
        where = f"{location}[{number}]" if isinstance(found, list) else location
        yield _one(row, where, settings)


def lines(path: Path, settings: Settings) -> Iterator[Document | SourceError]:
    """The articles of a file with one on each line, one at a time; a broken line is told with its number."""
    with path.open("rb") as stream:
        number = 0
        while True:
            row = stream.readline(settings.max_download + 1)
            if not row:
                break
            number += 1
            where = f"{path}:{number}"
            if len(row) > settings.max_download:
                yield SourceError(where, f"a line of over {settings.max_download:,} bytes; expected one article")
                return
            if row.strip():
                try:
                    yield _one(json.loads(charsets.decode(row, where)[0]), where, settings)
                except ValueError as error:
                    yield SourceError(where, f"not JSON: {error}")
                except RecursionError:
                    yield SourceError(where, "not an article: nested too deeply")
                except SourceError as error:
                    yield error
        if number == 0:
            yield SourceError(str(path), "empty; expected one JSON article a line")


def _one(row: Any, location: str, settings: Settings) -> Document | SourceError:
    try:
        return document(row, location, settings)
    except SourceError as error:
        return error


def document(row: Any, location: str, settings: Settings) -> Document:
    """One JSON article as a document. Raises `SourceError` naming the field, what was found and what was expected."""
    if not isinstance(row, dict):
        raise SourceError(location, f"found {_kind(row)}; expected an object with {', '.join(_REQUIRED)}")
    lacking = [name for name in _REQUIRED if name not in row]
    if lacking:
        raise SourceError(location, f"lacks {', '.join(lacking)}; expected {', '.join(_REQUIRED)}")
    for name in (*_REQUIRED, "html"):
        value = row.get(name)
        allowed = (
            isinstance(value, str)
            or (name in _NULLABLE and value is None)
            or (name == "id" and isinstance(value, int) and not isinstance(value, bool))
        )
        if not allowed and name in row:
            raise SourceError(
                location, f"{name}: found {_kind(value)}; expected text{' or null' if name in _NULLABLE else ''}"
            )
    row = {name: _HALF.sub("\ufffd", value) if isinstance(value, str) else value for name, value in row.items()}
    text = row["text"].replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip() and row.get("html"):
        text = page.text(row["html"], location)
    title = row["title"] or None
    return Document(
        key=iris.article_key(url=row["url"] or None, ident=str(row["id"]), outlet=row["outlet"], title=title),
        text=file.checked(text, location, settings),
        title=title,
        url=row["url"] or None,
        outlet=row["outlet"] or None,
        published=file.published(row["published"], location, "published", url=row["url"] or None),
        location=location,
    )


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    shown = (
        json.dumps(value, ensure_ascii=False)[:40] if value is not None and not isinstance(value, dict | list) else ""
    )
    return f"{names.get(type(value), 'a number')} {shown}".strip()
