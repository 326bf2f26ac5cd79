"""The headline of a short entry, put before its text: many feeds tell the news in the headline and only the rest below."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Document

SHORT = 450  # characters: two or three sentences; a whole article tells its news in its own words


def led(document: Document) -> Document:
    """The document with its title as first line of its text, where the text is short and does not hold the title."""
    title = " ".join((document.title or "").split())
    if not title or len(document.text.strip()) > SHORT or _plain(title) in _plain(document.text):
        return document
    return replace(document, text=f"{title}\n\n{document.text.lstrip()}")


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())
