"""Bytes to text by a fixed policy, never by guessing: mark, header, meta, strict UTF-8, UTF-16 by its zeros, Windows-1252."""

from __future__ import annotations

import codecs
import html
import re

from graph.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_-]+)|<\?xml[^>]+encoding\s*=\s*["']([a-z0-9_-]+)"""
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def decode(data: bytes, location: str, *, header: str | None = None) -> tuple[str, str]:
    """The text with one kind of line break, and the charset it was in. Raises `SourceError` for what is no text."""
    text, name = _decoded(data, location, header)
    if _CONTROL.search(text[:200_000]):
        raise SourceError(location, f"binary content ({_hint(data)}); expected text")
    return text.replace("\r\n", "\n").replace("\r", "\n"), name


def without_entities(text: str) -> str:
    """The signs of entities that are still written out: a page or its JSON-LD had them encoded once or twice too often."""
    for _ in range(2):
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def _decoded(data: bytes, location: str, header: str | None) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, location), name.removesuffix("-sig")
    found = _META.search(data[:4096])
    declared = (found[1] or found[2]).decode("ascii") if found is not None else None
    for stated in (header, declared):
        if stated is None:
            continue
        try:
            return data.decode(codecs.lookup(stated).name), stated.lower()
        except (LookupError, UnicodeDecodeError):
            continue
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    zeros = data[:2000].count(0)
    if zeros * 5 > min(len(data), 2000) * 2:
        name = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return _strict(data, name, location), name
    if zeros or _UNDEFINED.search(data[:200_000]):
        raise SourceError(location, f"binary content ({_hint(data)}); expected text")
    return data.decode("windows-1252"), "windows-1252"


def _strict(data: bytes, name: str, location: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise SourceError(
            location, f"marked as {name}, yet byte {error.start} is not; expected text in that charset"
        ) from error


def _hint(data: bytes) -> str:
    return "begins with " + " ".join(f"{byte:02x}" for byte in data[:8])
