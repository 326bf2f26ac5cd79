"""An HTML page to a document: trafilatura finds the article, its own metadata say what it is."""

from __future__ import annotations

import re

import lxml.html
from lxml.html import HtmlElement

from graph import iris
from graph.errors import SourceError
from graph.model import Document
from graph.read import charset as charsets
from graph.read import file
from graph.read.metadata import Metadata, metadata
from graph.settings import Settings

_LEAST_WORDS = 25
_HTML = re.compile(rb"(?i)<(?:!doctype html|html|head|body)\b")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def looks_like(data: bytes) -> bool:
    """Whether bytes are HTML."""
    return _HTML.search(data[:2048]) is not None


def text(html: str, location: str) -> str:
    """The article's text of a page, a paragraph a line. Raises `SourceError` where there is none."""
    return _text(_tree(html, location), location)


def document(
    data: bytes, settings: Settings, *, location: str, charset: str | None = None, url: str | None = None
) -> Document:
    """The document of a page, with what the page says of itself and where it says so."""
    html, name = charsets.decode(data, location, header=charset)
    if not html.strip():
        raise SourceError(location, "empty; expected a page")
    tree = _tree(html, location)
    said = metadata(tree, html, url=url)
    body = _text(tree, location, title=said.title)
    return Document(
        key=iris.article_key(
            url=said.url,
            ident=None if said.url else location.rpartition("/")[2],
            outlet=said.outlet,
            title=said.title,
        ),
        text=file.checked(body, location, settings),
        title=said.title,
        url=said.url,
        outlet=said.outlet,
        author=said.author,
        published=said.published,
        charset=name,
        location=location,
        origins=_origins(said, name),
        notes=said.notes,
    )


def _origins(said: Metadata, charset: str) -> tuple[tuple[str, str], ...]:
    return (*said.origins, ("charset", charset))


def _tree(html: str, location: str) -> HtmlElement:
    try:
        return lxml.html.document_fromstring(_DECLARATION.sub("", html))
    except (lxml.etree.ParserError, ValueError) as error:
        raise SourceError(location, f"no page ({error}); expected HTML") from error


def _text(tree: HtmlElement, location: str, *, title: str | None = None) -> str:
    import trafilatura  # here, since it takes half a second that only pages should pay

    _keep_captions(tree)
    _keep_quotes(tree)
    found = trafilatura.extract(
        tree, include_comments=False, include_tables=False, favor_precision=False, deduplicate=False
    )
    rows = charsets.without_entities(found or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if title is not None and rows[0].strip() == title:
        rows = rows[1:]  # the headline, which the document already has as its title
    words = sum(len(row.split()) for row in rows)
    if words < _LEAST_WORDS:
        raise SourceError(
            location, f"no article found in the page ({words} words of text); expected at least {_LEAST_WORDS}"
        )
    return "\n".join(rows)


def _keep_captions(tree: HtmlElement) -> None:
    """Makes each picture with a caption a paragraph of the caption's words: trafilatura drops figures whole.

    A caption dates and places its picture ("on the picket line on the fourth day of the strike, May 5, 2023").
    """
    told = {
        " ".join(p.text_content().split())
        for p in tree.xpath("//p[not(ancestor::figure) and not(contains(../@class, 'wp-caption'))]")
    }
    for figure in tree.xpath("//figure[.//figcaption] | //div[contains(@class, 'wp-caption')][p]"):
        captions = figure.xpath(".//figcaption | ./p[contains(@class, 'caption')]")
        parent = figure.getparent()
        words = [" ".join(caption.text_content().split()) for caption in captions]
        # A figure may wrap a whole quotation or table; those are left to be read as they are.
        if parent is None or figure.xpath(".//blockquote | .//table") or not any(words):
            continue
        paragraph = lxml.html.Element("p")
        if " ".join(word for word in words if word) in told:
            words = []  # the article's own text says the same; a duplicate would count as a second telling
        paragraph.text = " ".join(word for word in words if word)
        paragraph.tail = figure.tail
        parent.replace(figure, paragraph)


def _keep_quotes(tree: HtmlElement) -> None:
    """Writes out the marks of `q`, which a browser draws and a text would lose."""
    for element in tree.xpath("//q"):
        element.text = "“" + (element.text or "")
        last = element[-1] if len(element) else None
        if last is None:
            element.text += "”"
        else:
            last.tail = (last.tail or "") + "”"
        element.drop_tag()
