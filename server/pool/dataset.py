"""The dataset that a query names for itself: its FROM clauses, read from its tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin

from server.pool import guard
from server.pool.guard import Token

_BODY = frozenset(("where", "{"))


def named_in(query: str, prefixes: Mapping[str, str]) -> tuple[list[str], list[str]] | None:
    """The IRIs after FROM and after FROM NAMED where the query merges several graphs as its default; else None.

    `prefixes` are those known without being declared. None also where a clause cannot be read: the parser will say so.
    """
    words = [token for token in guard.scan(query) if token[0] != "string"]
    if sum(text.lower() == "from" for _, text, _ in words) < 2:
        return None
    known = dict(prefixes)
    base, place = "", 0
    default: list[str] = []
    named: list[str] = []
    while place < len(words):
        word = words[place][1].lower()
        if word in _BODY:
            break
        if word == "base":
            base = urljoin(base, _iri(words, place + 1, base, known) or "")
        elif word == "prefix" and (name := _text(words, place + 1)).endswith(":"):
            known[name[:-1]] = _iri(words, place + 2, base, known) or ""
            place += 1
        elif word == "from":
            listed, at = (named, place + 2) if _text(words, place + 1).lower() == "named" else (default, place + 1)
            iri = _iri(words, at, base, known)
            if iri is None:
                return None
            listed.append(iri)
            place = at
        place += 1
    unique = list(dict.fromkeys(default))
    return (unique, list(dict.fromkeys(named))) if len(unique) > 1 else None


def _text(words: Sequence[Token], place: int) -> str:
    return words[place][1] if place < len(words) else ""


def _iri(words: Sequence[Token], place: int, base: str, prefixes: Mapping[str, str]) -> str | None:
    """The IRI that a token stands for; None where it stands for none."""
    kind, text, _ = words[place] if place < len(words) else ("", "", 0)
    if kind == "iri":
        iri = guard.decoded(text[1:-1])
        return urljoin(base, iri) if base else iri
    prefix, colon, local = text.partition(":")
    if kind != "name" or not colon or prefix not in prefixes:
        return None
    return prefixes[prefix] + "".join(_unescaped(local))


def _unescaped(local: str) -> Iterator[str]:
    """The local part of a prefixed name without the backslashes before its marks."""
    for i, letter in enumerate(local):
        if letter != "\\" or (i and local[i - 1] == "\\"):
            yield letter
