"""Letters of a union to its members: outside quotations "we" is the union, "they" the other side of the table.

A letter is known by its greeting or by its title; both are data of the ontology (`letter-greeting`, `letter-title`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graph.extract.amounts.counted import Counted
from graph.extract.quotes import sides
from graph.extract.rules import Rules
from graph.model import Agent, Document, Mention, Quotation, Span
from ontology import lists, terms

_TOP = 400  # characters in which a greeting stands
_LEAST = 3  # times that a letter says "we" or "our"


def voiced(
    document: Document,
    folded: str,
    *,
    mentions: tuple[Mention, ...],
    quotations: Sequence[Quotation],
    agents: Mapping[str, Agent],
    rules: Rules,
) -> tuple[Mention, ...]:
    """The mentions of a document, with the pronouns of a letter as the sides they stand for; of other texts as they are."""
    if not _is_letter(document, folded, rules):
        return mentions
    author = _author(mentions, agents, rules)
    if author is None:
        return mentions
    counted = rules.vocabulary.of(Counted)
    table = sides.Table(mentions, agents, rules.lexicon)
    quoted = [q.span for q in quotations if q.kind == "direct"]
    spoken = [m for m in sides.PRONOUN.finditer(folded) if not any(q.start <= m.start() < q.end for q in quoted)]
    if sum(match["own"] is not None for match in spoken) < _LEAST:
        return mentions
    named = {place for m in mentions if m.kind != "pronoun" for place in range(m.span.start, m.span.end)}
    heard: list[Mention] = []
    for match in spoken:
        span = Span(match.start(), match.end())
        if span.start in named:
            continue
        if match["own"] is not None:
            heard.append(Mention(span, (author,), "pronoun", "letter"))
        elif not sides.of_people(counted, folded, max(0, span.start - 60), span.start):
            other = table.facing(author, span.start)
            if other is not None:
                heard.append(Mention(span, (other,), "pronoun", "letter"))
    return sides.with_(mentions, heard)


def _is_letter(document: Document, folded: str, rules: Rules) -> bool:
    title = (document.title or "").lower()
    if any(phrase in title for phrase in rules.list(lists.LETTER_TITLE)):
        return True
    lines = (line.strip() for line in folded[:_TOP].lower().split("\n"))
    return any(line.startswith(rules.list(lists.LETTER_GREETING)) and len(line) < 60 for line in lines)


def _author(mentions: Sequence[Mention], agents: Mapping[str, Agent], rules: Rules) -> str | None:
    """The union that the letter names most, the first of equals."""
    counts = Counter(
        iri
        for m in mentions
        if m.kind == "name" and len(m.agents) == 1
        for iri in m.agents
        if rules.lexicon.agent_is_a(agents[iri].type, terms.LaborUnion)
    )
    return counts.most_common(1)[0][0] if counts else None
