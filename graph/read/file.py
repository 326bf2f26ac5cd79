"""A text file with a header block, or a bare text, to a document; and back."""

from __future__ import annotations

import email.parser
import email.policy
import re
from datetime import date
from pathlib import Path

from graph import dates, iris
from graph.errors import SourceError
from graph.model import Document, Published
from graph.read import charset as charsets
from graph.read import language, zones
from graph.settings import Settings

HEADERS = ("Title", "URL", "Outlet", "Author", "Published", "Retrieved", "Digest-Of", "Id")
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z-]{1,20}):(?: |$)")


def data(path: Path, settings: Settings) -> bytes:
    """A file's bytes, refused where they are too many to be an article."""
    try:
        size = path.stat().st_size
        if size > settings.max_download:
            raise SourceError(str(path), f"{size:,} bytes; at most {settings.max_download:,} are read")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror}") from error


def document(
    content: bytes,
    settings: Settings,
    *,
    location: str,
    stem: str = "",
    charset: str | None = None,
    url: str | None = None,
) -> Document:
    """The document of a text. Without a header block nothing is known but the words, and nothing is invented."""
    text, name = charsets.decode(content, location, header=charset)
    head, body = _parted(text, location)
    if not head:
        title = next((row.strip() for row in text.split("\n") if row.strip()), "")
        key = iris.article_key(url=url, ident=stem, outlet=None, title=title[:120])
        return Document(key=key, text=checked(text, location, settings), url=url, charset=name, location=location)
    return _with_head(head, body, settings, location=location, stem=stem, charset=name)


def checked(text: str, location: str, settings: Settings) -> str:
    """The text, if it is one that can be an article: not empty, not too long, not in another language."""
    if not text.strip():
        raise SourceError(location, "empty; expected an article's text")
    if len(text) > settings.max_article:
        raise SourceError(location, f"{len(text):,} characters; at most {settings.max_article:,} are read")
    tongue = language.foreign(text)
    if tongue is not None:
        raise SourceError(location, f"in {tongue}; only English is read")
    return text


def _parted(text: str, location: str) -> tuple[dict[str, str], str]:
    """The header block and the body; no header where the text does not begin with a known name."""
    first = _HEADER_LINE.match(text.lstrip("\n"))
    block, _, body = text.lstrip("\n").partition("\n\n")
    rows = block.split("\n")
    named = [match[1] for row in rows if (match := _HEADER_LINE.match(row)) is not None]
    known = {name.lower() for name in HEADERS}
    if (
        first is None
        or not any(name.lower() in known for name in named)
        or len(named) < len([r for r in rows if not r[:1].isspace()])
    ):
        return {}, text
    for name in named:
        if name.lower() not in known:
            raise SourceError(location, f"unknown header {name!r}; known are {', '.join(HEADERS)}")
    parsed = email.parser.Parser(policy=email.policy.compat32).parsestr(block + "\n\n", headersonly=True)
    return {key.lower(): " ".join(str(value).split()) for key, value in parsed.items()}, body


def _with_head(
    head: dict[str, str], body: str, settings: Settings, *, location: str, stem: str, charset: str
) -> Document:
    url, title = head.get("url") or None, head.get("title") or None
    return Document(
        key=iris.article_key(url=url, ident=head.get("id") or stem, outlet=head.get("outlet"), title=title),
        text=checked(body, location, settings),
        title=title,
        url=url,
        outlet=head.get("outlet") or None,
        author=head.get("author") or None,
        published=published(head.get("published"), location, "Published", url=url),
        retrieved=day(head.get("retrieved"), location),
        digest_of=head.get("digest-of") or None,
        charset=charset,
        location=location,
    )


def published(stamp: str | None, location: str, field: str, *, url: str | None) -> Published | None:
    """A publication stamp as written in a header or a record, told in the zone of the outlet; None where there is none."""
    if not stamp:
        return None
    try:
        return dates.published(stamp, zone=zones.newsroom(url))
    except ValueError as error:
        raise SourceError(location, f"{field}: {error}") from error


def day(text: str | None, location: str) -> date | None:
    """The day of the header Retrieved."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SourceError(location, f"Retrieved: found {text!r}; expected a day such as 2023-07-14") from None


def _stamp(document_: Document) -> str | None:
    """The stamp, or where the address alone would not give its day again, the day."""
    told = document_.published
    if told is None:
        return None
    again = dates.published(told.stamp, zone=zones.newsroom(document_.url))
    return told.stamp if again.edtf == told.edtf else told.edtf


def write(document_: Document) -> str:
    """A document as a file with a header block; reading it gives the document again."""
    rows = [
        ("Title", document_.title),
        ("URL", document_.url),
        ("Outlet", document_.outlet),
        ("Author", document_.author),
        ("Published", _stamp(document_)),
        ("Retrieved", document_.retrieved.isoformat() if document_.retrieved else None),
        ("Digest-Of", document_.digest_of),
    ]
    return "".join(f"{name}: {value}\n" for name, value in rows if value) + "\n" + document_.text
