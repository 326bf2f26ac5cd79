"""An HTML page to a document: trafilatura finds the article, its own metadata say what it is. Nothing is guessed."""

from __future__ import annotations

import re
from typing import Any

from graph import dates, iris
from graph.errors import SourceError
from graph.model import Document, Published
from graph.read import charset as charsets
from graph.read import file
from graph.settings import Settings

_LEAST_WORDS = 25
_HTML = re.compile(rb"(?i)<(?:!doctype html|html|head|body)\b")
_STAMP = re.compile(
    r"""(?i)(?:article:published_time|datePublished|parsely-pub-date|sailthru\.date|dc\.date(?:\.issued)?|pubdate|publish-date)["']?\s*[:=]?\s*(?:content\s*=\s*)?["']?\s*["']([^"']{8,40})["']"""
)


def looks_like(data: bytes) -> bool:
    """Whether bytes are HTML."""
    return _HTML.search(data[:2048]) is not None


def text(html: str, location: str) -> str:
    """The article's text of a page. Raises `SourceError` where there is none."""
    import trafilatura  # here, since it takes half a second that only pages should pay

    found = trafilatura.extract(
        html, include_comments=False, include_tables=False, favor_precision=False, deduplicate=False
    )
    words = len((found or "").split())
    if found is None or words < _LEAST_WORDS:
        raise SourceError(
            location, f"no article found in the page ({words} words of text); expected at least {_LEAST_WORDS}"
        )
    return str(found).replace("\r\n", "\n").replace("\r", "\n")


def document(
    data: bytes, settings: Settings, *, location: str, charset: str | None = None, url: str | None = None
) -> Document:
    """The document of a page, with what the page says of itself."""
    html, name = charsets.decode(data, location, header=charset)
    if not html.strip():
        raise SourceError(location, "empty; expected a page")
    body = text(html, location)
    metadata = _metadata(html, url)
    title = (metadata.title or None) if metadata is not None else None
    link = url or (metadata.url if metadata is not None and metadata.url else None)
    outlet = metadata.sitename if metadata is not None and metadata.sitename else None
    return Document(
        key=iris.article_key(url=link, ident=None if link else location.rpartition("/")[2], outlet=outlet, title=title),
        text=file.checked(body, location, settings),
        title=title,
        url=link,
        outlet=outlet,
        author=metadata.author if metadata is not None and metadata.author else None,
        published=_published(html),
        charset=name,
        location=location,
    )


def _metadata(html: str, url: str | None) -> Any:
    from trafilatura.metadata import extract_metadata

    try:
        return extract_metadata(html, default_url=url, date_config={"original_date": True, "extensive_search": False})
    except (ValueError, TypeError, AttributeError):
        return None


def _published(html: str) -> Published | None:
    """The publication date that the page's own metadata state, with their zone; never one found elsewhere."""
    for match in _STAMP.finditer(html[:300_000]):
        try:
            return dates.published(match[1].strip())
        except ValueError:
            continue
    return None
