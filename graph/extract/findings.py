"""What the stages before the frames found in one document, handed on as one value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from graph.extract import steps, tokens
from graph.extract.quotes import sides
from graph.extract.tokens import Item
from graph.model import Agent, Document, Mention, Quantity, Quotation, Sentence, Span, TimeExpression

if TYPE_CHECKING:
    from graph.extract.issues import IssueMention

_span = attrgetter("span")


@dataclass(frozen=True, slots=True)
class Findings:
    """What the earlier stages found in one document; every sequence is sorted by place."""

    document: Document
    folded: str
    sentences: Sequence[Sentence]
    agents: dict[str, Agent]
    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    quantities: Sequence[Quantity]
    quotations: Sequence[Quotation]
    spoken: Sequence[Mention] = ()  # "we" and "they" inside quotations
    entries: Sequence[tuple[Span, TimeExpression]] = ()  # what stands in each entry of a chronology, and its day
    _items: dict[Span, tuple[Item, ...]] = field(default_factory=dict)
    _times_of: dict[Span, list[TimeExpression]] = field(default_factory=dict)
    named: dict[Span, tuple[IssueMention, ...]] = field(
        default_factory=dict
    )  # by sentence, as `issues.of_sentence` found them

    def words(self, sentence: Sentence) -> frozenset[str]:
        """The sentence's words, digits and marks as a set (see `steps`)."""
        return steps.each(self.document.text, (sentence.span,))[0]

    def items(self, sentence: Sentence) -> tuple[Item, ...]:
        """The sentence as items, made once however many stages ask."""
        found = self._items.get(sentence.span)
        if found is None:
            found = tokens.items(self.folded, sentence.span, self.mentions, self.times, self.quantities)
            self._items[sentence.span] = found
        return found

    def times_of(self, sentence: Sentence) -> list[TimeExpression]:
        """The times that a sentence tells, looked for once however many stages ask."""
        found = self._times_of.get(sentence.span)
        if found is None:
            found = self._times_of[sentence.span] = tokens.within(self.times, sentence.span)
        return found

    def heard(self, sentence: Sentence) -> tuple[Item, ...]:
        """The sentence as items, with "we" and "they" of a quotation as the sides they stand for."""
        inside = tokens.within(self.spoken, sentence.span)
        mentions = sides.with_(tokens.within(self.mentions, sentence.span), inside)
        return tokens.items(self.folded, sentence.span, mentions, self.times, self.quantities)

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place of the text, None between sentences."""
        number = bisect_left(self.sentences, (place + 1,), key=_span) - 1
        if number < 0 or place >= self.sentences[number].span.end:
            return None
        return self.sentences[number]
