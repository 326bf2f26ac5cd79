"""What the stages before the frames found in one document, handed on as one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extract import tokens
from graph.extract.tokens import Item
from graph.model import Agent, Document, Mention, Quantity, Quotation, Sentence, Span, TimeExpression


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
    _items: dict[Span, tuple[Item, ...]] = field(default_factory=dict)

    def items(self, sentence: Sentence) -> tuple[Item, ...]:
        """The sentence as items, made once however many stages ask."""
        found = self._items.get(sentence.span)
        if found is None:
            found = tokens.items(self.folded, sentence.span, self.mentions, self.times, self.quantities)
            self._items[sentence.span] = found
        return found
