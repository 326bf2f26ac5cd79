"""Stretches between quotation marks of every kind: double, single that are no apostrophes, and marks that nothing closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Span

_LONGEST = 4000  # characters between two marks
_END = re.compile(r"[,.?!…]'(?!\w)")
_SINGLE_OPENING = re.compile(r"\s'\w")
_MARK = re.compile("[\"']")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks: `span` without the marks, `outer` with them; `open` where no mark closes it."""

    span: Span
    outer: Span
    open: bool = False


def find(raw: str, text: str, paragraph: Span) -> Iterator[Marked]:
    """The stretches between double marks, or between single ones that cannot be apostrophes; open ones run to the end."""
    at = paragraph.start
    while (found := _MARK.search(text, at, paragraph.end)) is not None:
        at, mark = found.start(), found[0]
        if mark == '"' and _opens(raw, text, at, paragraph):
            close = _closing(raw, text, at, paragraph)
            if close is None:
                end = paragraph.end
                yield Marked(Span(at + 1, max(at + 2, _trim(text, at + 1, end))), Span(at, end), open=True)
                return
            again = _reopens(raw, text, close, paragraph) or (
                raw[close] == "“" and text[close + 1 : close + 2].isalnum()
            )
            if close > at + 1:
                end = close - 1 if again and text[close - 1] == " " else close
                yield Marked(Span(at + 1, max(at + 2, end)), Span(at, close if again else close + 1))
            at = close if again else close + 1  # a mark that opens tells that the one before it was left out
        elif mark == "'" and _opens_single(raw, text, at, paragraph):
            close = _closing_single(raw, text, at, paragraph)
            if close is not None and close > at + 1:
                yield Marked(Span(at + 1, close), Span(at, close + 1))
                at = close + 1
            elif close is None and text[at + 1].isupper() and (at == paragraph.start or text[at - 2 : at] == ": "):
                end = paragraph.end
                yield Marked(Span(at + 1, max(at + 2, _trim(text, at + 1, end))), Span(at, end), open=True)
                return
            else:
                at += 1
        else:
            at += 1


def _trim(text: str, start: int, end: int) -> int:
    """The end of an open quotation without white space and without the dots of a text that was cut."""
    while end > start and (text[end - 1].isspace() or text[end - 1] == "…"):
        end -= 1
    while text[start:end].endswith(("..", "...")):
        end -= 1
    if text[end : end + 1] == "." and text[end - 1 : end] == ".":
        end -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _opens(raw: str, text: str, at: int, paragraph: Span) -> bool:
    following = text[at + 1 : at + 2]
    return at + 1 < paragraph.end and not following.isspace()


def _closing(raw: str, text: str, at: int, paragraph: Span) -> int | None:
    """The mark that closes: the next double mark that no word follows at once; a nested opening is passed over."""
    limit = min(paragraph.end, at + _LONGEST)
    place = text.find('"', at + 1, limit)
    while place >= 0:
        if _reopens(raw, text, place, paragraph):
            inner = text.find('"', place + 1, limit)
            after = text.find('"', inner + 1, limit) if inner >= 0 and text[inner - 1] not in ",.?!" else -1
            if after >= 0:
                place = after  # a term quoted inside the words
                continue
        return place
    return None


def _reopens(raw: str, text: str, place: int, paragraph: Span) -> bool:
    """Whether a double mark inside a quotation opens another: a space stands before it and a word after."""
    if raw[place] not in '“"' or place + 1 >= paragraph.end:
        return False
    return text[place + 1].isalnum() and text[place - 1].isspace()


def _opens_single(raw: str, text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    following = text[at + 1 : at + 2]
    return (before.isspace() or before in "(—–-") and following.isalpha() and raw[at] in "‘'’"


def _closing_single(raw: str, text: str, at: int, paragraph: Span) -> int | None:
    limit = min(paragraph.end, at + 600)
    place = text.find("'", at + 1, limit)
    while place >= 0:
        after = text[place + 1 : place + 2]
        before = text[place - 1]
        if not after.isalnum() and not before.isspace():
            plural = before == "s" and after == " " and raw[place] in "’'"
            if not plural or not _closes_later(text, place + 1, limit):
                return place
        place = text.find("'", place + 1, limit)
    return None


def _closes_later(text: str, start: int, limit: int) -> bool:
    """Whether a plural's apostrophe, as in "the members' fight", is followed by the mark that ends the words."""
    end = _END.search(text, start, limit)
    opening = _SINGLE_OPENING.search(text, start, limit)
    return end is not None and (opening is None or end.start() < opening.start())
