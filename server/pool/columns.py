"""The columns of `SELECT *`: the engine gives them in the order of the alphabet, people expect that of the query."""

from __future__ import annotations

from server.pool import guard


def starred(query: str) -> tuple[int, list[str]] | None:
    """Where the star of an outermost `SELECT *` stands, and the names of variables in order of appearance; else None."""
    tokens = list(guard.scan(query))
    place = guard.after_prologue(tokens)
    words = [text.lower() for _, text, _ in tokens[place : place + 3]]
    if not words or words.pop(0) != "select":
        return None
    at = place + 1
    if words and words[0] in ("distinct", "reduced"):
        at += 1
    if at >= len(tokens) or tokens[at][1] != "*":
        return None
    names = [text[1:] for kind, text, _ in tokens if kind == "variable"]
    return tokens[at][2], list(dict.fromkeys(names))
