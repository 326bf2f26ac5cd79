"""An RSS or Atom feed to documents, one an entry; the feed's own text is used, nothing is fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from graph import dates, iris
from graph.errors import SourceError
from graph.model import Document, Published
from graph.read import file, trust, zones
from graph.settings import Settings

_FEED = re.compile(rb"(?i)<(?:rss|feed|rdf:rdf)\b")
_BLOCK = re.compile(r"(?i)</(?:p|div|li|h[1-6]|blockquote|tr)>|<br\s*/?>")
_HIDDEN = re.compile(r"(?is)<(script|style|figure|iframe|noscript)\b.*?</\1>")
_TAG = re.compile(r"<[^>]*>")


def looks_like(data: bytes, media_type: str) -> bool:
    """Whether a page is a feed."""
    return "rss" in media_type or "atom" in media_type or _FEED.search(data[:1024]) is not None


def documents(data: bytes, location: str, settings: Settings) -> Iterator[Document | SourceError]:
    """The entries of a feed in its order."""
    found = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
    if not found.entries:
        reason = found.get("bozo_exception")
        yield SourceError(location, f"no entries in the feed{f' ({reason})' if reason else ''}; expected RSS or Atom")
        return
    outlet, tongue = found.feed.get("title"), found.feed.get("language")
    for number, entry in enumerate(found.entries):
        where = f"{location}#{entry.get('id') or entry.get('link') or number}"
        try:
            yield _document(entry, where, outlet, settings, locale=tongue)
        except SourceError as error:
            yield error


def _document(entry: Any, location: str, outlet: str | None, settings: Settings, *, locale: str | None) -> Document:
    contents = [part.get("value", "") for part in entry.get("content", ())]
    title = plain(entry.get("title", "")) or None
    text = plain(max([*contents, entry.get("summary", "")], key=len)) or title  # some feeds give headlines alone
    if not text:
        raise SourceError(location, "an entry without text or headline")
    link = entry.get("link") or None
    published, notes = _published(entry, zones.newsroom(link, locale))
    return Document(
        key=iris.article_key(url=link, ident=entry.get("id"), outlet=outlet, title=title),
        text=file.checked(text, location, settings),
        title=title,
        url=link,
        outlet=outlet,
        author=entry.get("author") or None,
        published=published,
        location=location,
        notes=notes,
    )


def plain(markup: str) -> str:
    """The words of a feed's markup, a paragraph a line."""
    without = _TAG.sub("", _BLOCK.sub("\n", _HIDDEN.sub("", markup)))
    rows = (" ".join(row.split()) for row in html.unescape(without).split("\n"))
    return "\n\n".join(row for row in rows if row)


def _published(entry: Any, zone: str) -> tuple[Published | None, tuple[str, ...]]:
    """The day of an entry, and what was found in its place and not believed."""
    notes: list[str] = []
    for name in ("published", "updated"):
        # Asked first: feedparser gives the day of publication for a missing day of change.
        stamp = entry.get(name) if name in entry else None
        if stamp:
            try:
                told = dates.published(stamp, zone=zone)
            except ValueError:
                continue
            reason = trust.doubt(told, trust.today())
            if reason is None:
                return told, tuple(notes)
            notes.append(f"published: feed {name} says {told.edtf}, {reason}; not used")
    return None, tuple(notes)
