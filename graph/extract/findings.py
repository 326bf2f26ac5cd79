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
    named: dict[Span, tuple[IssueMention, ...]] = field(default_factory=dict)  # by sentence, for `issues.of_sentence`
    _items: dict[Span, tuple[Item, ...]] = field(default_factory=dict)
    _mentions: dict[Span, list[Mention]] = field(init=False)  # these three by sentence
    _times: dict[Span, list[TimeExpression]] = field(init=False)
    _quantities: dict[Span, list[Quantity]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_mentions", tokens.by_sentence(self.mentions, self.sentences))
        object.__setattr__(self, "_times", tokens.by_sentence(self.times, self.sentences))
        object.__setattr__(self, "_quantities", tokens.by_sentence(self.quantities, self.sentences))

    def words(self, sentence: Sentence) -> frozenset[str]:
        """The sentence's words, digits and marks as a set (see `steps`)."""
        return steps.of(self.document.text, sentence.span)

    def items(self, sentence: Sentence) -> tuple[Item, ...]:
        """The sentence as items, made once however many stages ask."""
        found = self._items.get(sentence.span)
        if found is None:
            found = self._items[sentence.span] = self._read(sentence, self.mentions_of(sentence))
        return found

    def _read(self, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Item, ...]:
        times, quantities = self.times_of(sentence), self.quantities_of(sentence)
        return tokens.items(self.folded, sentence.span, mentions, times, quantities)

    def mentions_of(self, sentence: Sentence) -> Sequence[Mention]:
        """The mentions inside a sentence."""
        return self._mentions.get(sentence.span, ())

    def times_of(self, sentence: Sentence) -> Sequence[TimeExpression]:
        """The times that a sentence tells."""
        return self._times.get(sentence.span, ())

    def quantities_of(self, sentence: Sentence) -> Sequence[Quantity]:
        """The figures that a sentence gives."""
        return self._quantities.get(sentence.span, ())

    def heard(self, sentence: Sentence) -> tuple[Item, ...]:
        """The sentence as items, with "we" and "they" of a quotation as the sides they stand for."""
        inside = tokens.within(self.spoken, sentence.span)
        return self._read(sentence, sides.with_(self.mentions_of(sentence), inside))

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place of the text, None between sentences."""
        number = bisect_left(self.sentences, (place + 1,), key=_span) - 1
        if number < 0 or place >= self.sentences[number].span.end:
            return None
        return self.sentences[number]
