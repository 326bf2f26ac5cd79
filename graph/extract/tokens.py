"""A sentence as items: words and marks one by one, names and dates whole, each with its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from graph.model import Mention, Quantity, Span, TimeExpression

T = TypeVar("T", Mention, TimeExpression, Quantity)

_TOKEN = re.compile(r"'s\b|[^\W_]+(?:[-.&][^\W_]+)*(?:'(?!s\b)[^\W_]+)?|\S")


class Item(NamedTuple):
    """One step of a sentence. `word` is lower case, or "" for a named thing; `kind` is "word", "mark", "agent", "time".

    `quantity` is set on each item that lies inside a figure.
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
    """The items of one sentence; mentions, times and quantities come sorted and are those of the whole text.

    A count such as "the fourth day of the strike" stays open to the frames, since its words may name a happening.
    """
    fixed: list[tuple[Span, Mention | TimeExpression]] = [(m.span, m) for m in within(mentions, sentence)]
    taken = [span for span, _ in fixed]
    for time in within(times, sentence):
        if time.kind not in ("ordinal", "duration") and not any(time.span.meets(span) for span in taken):
            fixed.append((time.span, time))
    fixed.sort(key=lambda pair: pair[0])
    figures = within(quantities, sentence)
    out: list[Item] = []
    at = sentence.start
    for span, value in fixed:
        if span.start < at:
            continue
        out.extend(_words(folded, at, span.start, figures))
        if isinstance(value, Mention):
            out.append(Item(span, "", "agent", capital=True, mention=value))
        else:
            out.append(Item(span, "", "time", time=value))
        at = span.end
    out.extend(_words(folded, at, sentence.end, figures))
    return tuple(out)


def _start(value: Mention | TimeExpression | Quantity) -> int:
    return value.span.start


def within(values: Sequence[T], span: Span) -> list[T]:
    """Those of the sorted values that lie inside the span."""
    out = []
    for at in range(bisect_left(values, span.start, key=_start), len(values)):
        value = values[at]
        if value.span.start >= span.end:
            break
        if value.span.end <= span.end:
            out.append(value)
    return out


def _words(folded: str, start: int, end: int, figures: Sequence[Quantity]) -> Iterator[Item]:
    at = bisect_left(figures, start, key=lambda quantity: quantity.span.end)
    for match in _TOKEN.finditer(folded, start, end):
        text = match.group()
        span = Span(match.start(), match.end())
        while at < len(figures) and figures[at].span.end < span.end:
            at += 1
        figure = figures[at] if at < len(figures) and figures[at].span.covers(span) else None
        kind = "word" if text[0].isalnum() or len(text) > 1 else "mark"
        yield Item(span, text.lower(), kind, capital=text[0].isupper(), quantity=figure)
