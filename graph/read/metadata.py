"""A page's markup to what it says of itself: title, outlet, author, address, day of publication, each with its origin.

JSON-LD is asked first, since it names the article and not the site, then OpenGraph, the other meta elements, the plain
elements of the page, and for the day last htmldate. Where two origins give different days, the first wins and a note
says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from graph import dates
from graph.model import Published
from graph.read import charset, trust, zones

_TITLES = ("headline", "og:title", "twitter:title", "dc.title", "title")
_OUTLETS = ("publisher", "og:site_name", "application-name", "dc.publisher", "twitter:site")
_AUTHORS = ("author", "article:author", "author", "byl", "parsely-author", "sailthru.author", "dc.creator")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publish-date",
    "publication_date",
    "date",
)
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Coverage)$")
_BY = re.compile(r"(?i)^\s*by\s+")
# How an origin is worded; the name of the field fills the gap.
_JSON_LD, _OPEN_GRAPH, _META, _ELEMENT, _GUESS = "JSON-LD {}", "OpenGraph {}", "meta {}", "element {}", "htmldate"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself. `origins` pairs each field with where it was found; `notes` tell of contradictions."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    origins: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def metadata(tree: HtmlElement, html: str, *, url: str | None = None) -> Metadata:
    """The metadata of a page; `url` is where it was fetched from and goes before what the page says."""
    linked = _article_node(tree)
    metas = _metas(tree)
    title = _first(
        (*_named(linked, ("headline", "name")), *_meta(metas, _TITLES), *_elements(tree, "//title", "title"))
    )
    outlet = _first((*_publisher(linked), *_meta(metas, _OUTLETS)))
    author = _first((*_authors(linked), *_meta(metas, _AUTHORS), *_elements(tree, "//a[@rel='author']", "rel author")))
    address = _first((*_address(tree), *_meta(metas, ("og:url",)), *_named(linked, ("url",))))
    locale = _first((*_meta(metas, ("og:locale",)), *((v, "html lang") for v in tree.xpath("/html/@lang"))))
    link = url or (address[0] if address is not None and "://" in address[0] else None)
    published, origin, notes = _published(
        [*_named(linked, ("datePublished", "dateCreated")), *_meta(metas, _DAYS), *_times(tree)],
        html,
        zone=zones.newsroom(link, locale[0] if locale is not None else None),
    )
    found = {"title": title, "outlet": outlet, "author": author, "url": address if url is None else None}
    origins = [(name, value[1]) for name, value in found.items() if value is not None]
    return Metadata(
        title=_without_outlet(title, outlet),
        outlet=outlet[0].lstrip("@") if outlet is not None else None,
        author=_BY.sub("", author[0]) if author is not None else None,
        url=link,
        published=published,
        origins=(*origins, *((("published", origin),) if origin is not None else ())),
        notes=notes,
    )


Found = tuple[str, str]


def _first(candidates: tuple[Found, ...]) -> Found | None:
    return candidates[0] if candidates else None


def _text(value: Any) -> str | None:
    """A value's words on one line; None where there are none."""
    return " ".join(charset.without_entities(value).split()) or None if isinstance(value, str) else None


# ---------------------------------------------------------------- JSON-LD


def _article_node(tree: HtmlElement) -> dict[str, Any]:
    """The node of JSON-LD that describes the article; empty where none does."""
    fallback: dict[str, Any] = {}
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            nodes = list(_nodes(json.loads(script.text or "", strict=False), 0))
        except (ValueError, RecursionError):
            continue
        for node in nodes:
            kinds = node.get("@type", ())
            if any(isinstance(k, str) and _ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                return node
            if "datePublished" in node and not fallback:
                fallback = node
    return fallback


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth)
    elif isinstance(value, dict):
        yield value
        if depth < 3:
            for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
                yield from _nodes(value.get(name), depth + 1)


def _named(node: dict[str, Any], names: tuple[str, ...]) -> Iterator[Found]:
    for name in names:
        words = _text(node.get(name))
        if words is not None:
            yield words, _JSON_LD.format(name)


def _people(value: Any) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    names = [_text(part.get("name") if isinstance(part, dict) else part) for part in parts]
    return [name for name in names if name is not None and "://" not in name]


def _publisher(node: dict[str, Any]) -> Iterator[Found]:
    for name in _people(node.get("publisher"))[:1]:
        yield name, _JSON_LD.format("publisher")


def _authors(node: dict[str, Any]) -> Iterator[Found]:
    names = _people(node.get("author"))
    if names:
        yield ", ".join(dict.fromkeys(names)), _JSON_LD.format("author")


# ---------------------------------------------------------------- meta and other elements


def _metas(tree: HtmlElement) -> dict[str, str]:
    out: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        words = _text(element.get("content"))
        if words is not None:
            out.setdefault(name.lower(), words)
    return out


def _meta(metas: dict[str, str], names: tuple[str, ...]) -> Iterator[Found]:
    for name in names:
        if name in metas and not (name.endswith("author") and "://" in metas[name]):
            kind = _OPEN_GRAPH if name.startswith(("og:", "article:")) else _META
            yield metas[name], kind.format(name)


def _elements(tree: HtmlElement, path: str, name: str) -> Iterator[Found]:
    for element in tree.xpath(path)[:1]:
        words = _text(element.text_content())
        if words is not None:
            yield words, _ELEMENT.format(name)


def _address(tree: HtmlElement) -> Iterator[Found]:
    for href in tree.xpath("//link[@rel='canonical']/@href")[:1]:
        yield str(href), _ELEMENT.format("canonical")


def _times(tree: HtmlElement) -> Iterator[Found]:
    """The first time element: an article's own stands before those of the stories that are linked below it."""
    for stamp in tree.xpath("//time/@datetime | //*[@itemprop='datePublished']/@datetime")[:1]:
        yield str(stamp), _ELEMENT.format("time")


def _without_outlet(title: Found | None, outlet: Found | None) -> str | None:
    """The title without the outlet's name that a page's own title carries behind a bar or a dash."""
    if title is None:
        return None
    if outlet is None:
        return title[0]
    return re.sub(rf"\s+[|–—•·-]\s+{re.escape(outlet[0])}$", "", title[0]) or title[0]


# ---------------------------------------------------------------- the day


def _published(stamps: list[Found], html: str, *, zone: str) -> tuple[Published | None, str | None, tuple[str, ...]]:
    told: list[tuple[Published, str]] = []
    doubted: list[str] = []
    by = trust.today()
    for stamp, origin in stamps:
        try:
            value = dates.published(stamp, zone=zone)
        except ValueError:
            continue
        reason = trust.doubt(value, by)
        if reason is None:
            told.append((value, origin))
        else:
            doubted.append(f"published: {origin} says {value.edtf}, {reason}; not used")
    if not told:
        guess = _guessed(html)
        if guess is None or trust.doubt(guess, by) is not None:
            return None, None, tuple(doubted)
        return guess, _GUESS, tuple(doubted)
    first, origin = told[0]
    other = {p.edtf: o for p, o in reversed(told[1:]) if p.day is not None and p.day != first.day}
    notes = [f"published: {origin} says {first.edtf} and is used; {o} says {edtf}" for edtf, o in other.items()]
    return first, origin, (*doubted, *notes)


def _guessed(html: str) -> Published | None:
    """The day that htmldate finds in the address or the layout of a page which states none."""
    from htmldate import find_date  # here, since only pages without metadata should pay for it

    # A fixed last day: its own default is today's, and the same page must give the same day tomorrow.
    found = find_date(html, extensive_search=False, original_date=True, min_date="1990-01-01", max_date="2100-01-01")
    return dates.published(found) if found else None
