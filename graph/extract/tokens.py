"""A sentence as items: words and marks one by one, names and dates whole, each with its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import TypeVar

from graph.extract.english import BARE_JOINERS, SENTENCE_JOINERS
from graph.model import Mention, Quantity, Sentence, Span, TimeExpression

T = TypeVar("T", Mention, TimeExpression, Quantity)

_span = attrgetter("span")
_first = itemgetter(0)
# The constructors of `Span` and `Item` take twice as long, and an article has a thousand words and marks.
_new, _bare = tuple.__new__, object.__new__
# Plain letters and digits apart, which the engine knows at one look; the others are asked for one by one.
_LETTERS = r"(?:[A-Za-z0-9]+(?:(?=[^\x00-\x7f])[^\W_]+)?|(?=[^\x00-\x7f])[^\W_]+)"
_TOKEN = re.compile(
    rf"'s\b|\d(?<!\d\d)\d{{0,2}}(?:,\d{{3}})+(?!\d)(?:-[^\W_]+)*|{_LETTERS}(?:[-.&]{_LETTERS})*(?:'(?!s\b)[^\W_]+)?|--+|\S"
)


@dataclass(slots=True)
class Item:
    """One step of a sentence, never changed once its sentence is made. `word` is lower case, or "" for a named thing; `kind` is "word", "mark", "agent", "time".

    `quantity` is set on each item that lies inside a figure. Neither a tuple nor frozen: an article reads these fields some
    twenty thousand times, and makes a thousand of them.
    """

    span: Span
    word: str
    kind: str
    capital: bool = False
    mention: Mention | None = None
    time: TimeExpression | None = None
    quantity: Quantity | None = None

    @property
    def named(self) -> bool:
        """Whether the item stands for something found before, and is not a plain word."""
        return self.kind in ("agent", "time")


def items(
    folded: str,
    sentence: Span,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    quantities: Sequence[Quantity],
) -> tuple[Item, ...]:
    """The items of one sentence; mentions, times and quantities come sorted and are those inside it.

    A word that only joins the sentence to the one before is left out, so that "But on Friday" reads as "On Friday" does.
    A count such as "the fourth day of the strike" stays open to the frames, since its words may name a happening.
    """
    fixed: list[tuple[Span, Mention | TimeExpression]] = [(m.span, m) for m in mentions]
    for time in times:
        if time.kind not in ("ordinal", "duration") and not _met(time.span, mentions):
            fixed.append((time.span, time))
    if len(fixed) > len(mentions) > 0:
        fixed.sort(key=_first)
    out: list[Item] = []
    at = sentence.start
    for span, value in fixed:
        if span.start < at:
            continue
        _words(out, folded, at, span.start)
        if isinstance(value, Mention):
            word = _of_people(value, folded)
            out.append(Item(span, word, "agent", capital=True, mention=value))
        else:
            out.append(Item(span, "", "time", time=value))
        at = span.end
    _words(out, folded, at, sentence.end)
    for figure in quantities:
        _mark(out, figure)
    return tuple(out[_joiner(out) :])


def _joiner(out: Sequence[Item]) -> int:
    """How many items only join the sentence to the one before: "But", "Meanwhile,"."""
    if len(out) < 3 or out[0].word not in SENTENCE_JOINERS or not out[0].capital:
        return 0
    return 2 if out[1].word == "," else int(out[0].word in BARE_JOINERS)


class Places:
    """Where the words of a sentence stand, gone through once for all who ask."""

    __slots__ = ("counted", "held", "of", "words")

    def __init__(self, items: Sequence[Item]) -> None:
        self.words = words = [item.word for item in items]
        self.counted = [at for at, item in enumerate(items) if item.quantity is not None]  # items inside a figure
        self.held = frozenset(words)
        self.of: dict[str, list[int]] = {word: [] for word in self.held}
        for at, word in enumerate(words):
            self.of[word].append(at)

    def of_any(self, words: Iterable[str]) -> list[int]:
        """Where any of the words stands, left to right."""
        return sorted([at for word in words if word in self.of for at in self.of[word]])


def within(values: Sequence[T], span: Span) -> list[T]:
    """Those of the sorted values that lie inside the span."""
    if not values:
        return []
    start, end = span
    found: list[T] = []
    for at in range(bisect_left(values, (start,), key=_span), len(values)):
        value = values[at]
        low, high = value.span
        if low >= end:
            break
        if high <= end:
            found.append(value)
    return found


def by_sentence(values: Sequence[T], sentences: Sequence[Sentence]) -> dict[Span, list[T]]:
    """The sorted values by the span of the sentence that they lie inside; sentences without one are left out."""
    found: dict[Span, list[T]] = {}
    at = 0
    for sentence in sentences:
        start, end = sentence.span
        while at < len(values) and values[at].span.start < start:
            at += 1
        first = at
        while at < len(values) and values[at].span.start < end:
            at += 1
        if at > first:
            found[sentence.span] = [value for value in values[first:at] if value.span.end <= end]
    return found


def _met(span: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a stretch shares a character with a mention."""
    for mention in mentions:  # noqa: SIM110
        if span.meets(mention.span):
            return True
    return False


def _words(out: list[Item], folded: str, start: int, end: int) -> None:
    """Adds the words and marks of a stretch that holds no name and no date. Only white space stands between two of them, so
    that each is found right behind the last.
    """
    if start >= end:
        return
    find, append = folded.find, out.append
    for word in _TOKEN.findall(folded, start, end):
        start = find(word, start)
        stop = start + len(word)
        item = _bare(Item)
        item.span = _new(Span, (start, stop))
        item.word, item.kind, item.capital = _shape(word)
        item.mention = item.time = item.quantity = None
        append(item)
        start = stop


def _of_people(mention: Mention, folded: str) -> str:
    """The word by which cues know a mention: what "the nurses" are, the noun of "both sides"; "" of any other."""
    if mention.rule == "workforce":
        return folded[mention.span.start : mention.span.end].lower()
    return folded[mention.span.start : mention.span.end].rpartition(" ")[2].lower() if mention.rule == "pair" else ""


def _mark(out: list[Item], figure: Quantity) -> None:
    """Sets the figure on the words and marks that lie inside it."""
    at = bisect_left(out, (figure.span.start,), key=_span)
    while at < len(out) and out[at].span.end <= figure.span.end:
        if not out[at].named:
            out[at].quantity = figure
        at += 1


@lru_cache(maxsize=16384)
def _shape(text: str) -> tuple[str, str, bool]:
    """The word in lower case, its kind, and whether it has a capital; most words of an article are met again and again."""
    first = text[0]
    if first == "-" and len(text) > 1:
        return "—", "mark", False  # as a typewriter writes it
    return text.lower(), "word" if first.isalnum() or len(text) > 1 else "mark", first.isupper()
