"""A parser's complaint made readable: the place where the query goes wrong, and in plain words what is wrong there.

The engine names the place that it had read up to when it gave up. It reads a keyword whole before it compares, so that
place lies behind the fault by the keyword's length; here the fault itself is named.
"""

from __future__ import annotations

import re

from server.pool import guard
from server.pool.errors import Malformed

_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.S)
_CLASS = re.compile(r"\[[^\]]*\]", re.S)
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
_KEYWORD = re.compile(r"[A-Z]+(?: [A-Z]+)*")
_ANYTHING = "[_]"


def explain(query: str, message: str) -> Malformed:
    """The error to raise for a query, from the engine's message."""
    found = _PLACE.fullmatch(message)
    if found is None:
        return Malformed(message, None, None)
    reached = _offset(query, int(found[1]), int(found[2]))
    classes = set(_CLASS.findall(found[3]))
    rest = _CLASS.sub("", found[3])
    literals = _LITERAL.findall(rest)
    pieces = [" ".join(piece.split()) for piece in _LITERAL.sub("", rest).split(",")]
    keywords = [piece for piece in pieces if _KEYWORD.fullmatch(piece)]
    sentences = [piece for piece in pieces if " " in piece and not _KEYWORD.fullmatch(piece) and piece[0].isalpha()]
    if sentences:
        fault, said = _token_before(query, reached), sentences[0][0].lower() + sentences[0][1:]
    elif literals or classes - {_ANYTHING}:
        fault, said = reached, _expected([literal[1:-1] for literal in literals] + keywords)
    elif _ANYTHING in classes:
        fault, said = _back(query, reached, 1), _expected([])
    else:
        fault = _back(query, reached, min((len(word) for word in keywords), default=0))
        said = _expected(keywords if len(keywords) > 1 else [])
    line = query.count("\n", 0, fault) + 1
    column = fault - (query.rfind("\n", 0, fault) + 1) + 1
    return Malformed(f"line {line}, column {column}: {said}", line, column)


def _expected(words: list[str]) -> str:
    if not words:
        return "the query cannot go on like this"
    return f"expected {', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else f"expected {words[0]}"


def _offset(query: str, line: int, column: int) -> int:
    """The offset of a line and column, which count from 1; no further than the end."""
    start = 0
    for _ in range(line - 1):
        start = query.find("\n", start) + 1
    return min(start + column - 1, len(query))


def _back(query: str, place: int, size: int) -> int:
    """The offset that many bytes of UTF-8 earlier: the engine counts in these."""
    while place > 0 and size > 0:
        place -= 1
        size -= len(query[place].encode("utf-8", "surrogatepass"))
    return place


def _token_before(query: str, place: int) -> int:
    """Where the token begins that ends at a place: what the engine read and then found wrong."""
    if query[:place].endswith(">"):
        # An IRI with a space in it, say, is no token to the guard.
        return max(query.rfind("<", 0, place), 0)
    starts = [start for _, _, start in guard.scan(query[:place])]
    return starts[-1] if starts else place
