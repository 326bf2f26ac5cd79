"""Whose words a spokesperson without a name or a body says: ""...," a spokesman said" goes on with the body spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Mention, Span
from ontology import terms

if TYPE_CHECKING:
    from graph.extract.quotes.speakers import Speakers

_BACK = 60  # characters before a verb in which its subject stands
_MEMORY = 900  # characters in which a body was named last
_BODIES = frozenset(
    (terms.LaborUnion, terms.Company, terms.PublicAgency, terms.EmployerAssociation, terms.Organization)
)


class Spokespeople:
    """Spokespersons of one document, asked while its quotations are read."""

    def __init__(self, speech: Speakers) -> None:
        self._of = speech

    def body(self, verb: Span) -> str | None:
        """The body that a bare "a spokesman" before or behind a verb speaks for: that of the noun before ("a union spokesman"),
        else the one that the sentence before begins with.
        """
        speech = self._of
        wording = speech.wording
        found = wording.spokesperson_says.search(
            speech.text[max(0, verb.start - _BACK) : verb.start].lower()
        ) or wording.said_spokesperson.match(speech.text, verb.end)
        if found is None:
            return None
        noun = found["of"]
        if noun is not None:
            kind = terms.LaborUnion if noun.lower() in wording.union_nouns else terms.Company
            near = speech.mentions_in(Span(max(0, verb.start - _MEMORY), verb.start))
            return next((m.agents[0] for m in reversed(near) if self._is(m, frozenset((kind,)))), None)
        start = speech.sentence_before(verb.start)
        if start is None:
            return None
        subject = next((m for m in speech.mentions_in(Span(start, verb.start)) if self._is(m, _BODIES)), None)
        return None if subject is None or speech.aside(subject) else subject.agents[0]

    def _is(self, mention: Mention, kinds: frozenset[str]) -> bool:
        """Whether a mention outside quotations is of one body of some classes."""
        agent = self._of.agents.get(mention.agents[0])
        one = len(mention.agents) == 1 and agent is not None and agent.type in kinds
        return one and self._of.can_speak(mention) and not self._of.in_marks(mention.span.start)
