"""What has been named so far in one document: agents by IRI, mentions by place, short names met on the way."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.fold import lower
from graph.model import Agent, Document, Mention, Sentence, Span
from ontology import terms
from ontology.lexicon import Lexicon


class Naming:
    """The working state of the naming steps for one document; nothing of it outlives the call."""

    def __init__(self, document: Document, folded: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self.document = document
        self.folded = folded
        self.low = lower(document.text)
        self.sentences = sentences
        self.lexicon = lexicon
        self.agents: dict[str, Agent] = {}
        self.short: dict[str, str] = {}
        self._mentions: list[Mention] = []

    def add(self, span: Span, agent: Agent, kind: str, rule: str, *, part: str = "") -> bool:
        """Records a mention of one agent; False where another mention stands in the way."""
        known = self.agents.get(agent.iri)
        if not self.refer(span, (agent.iri,), kind, rule, part=part):
            return False
        if known is None:
            self.agents[agent.iri] = agent
        elif agent.role is not None and known.role is None:
            self.agents[agent.iri] = replace(known, role=agent.role, affiliation=agent.affiliation or known.affiliation)
        return True

    def refer(self, span: Span, iris: tuple[str, ...], kind: str, rule: str, *, part: str = "") -> bool:
        """Records a mention of agents that are known already."""
        if self.taken(span):
            return False
        insort(self._mentions, Mention(span, iris, kind, rule, part), key=lambda m: m.span)
        return True

    def taken(self, span: Span) -> bool:
        """Whether a mention stands on any character of the span."""
        at = bisect_left(self._mentions, span.start, key=lambda m: m.span.start)
        return any(m.span.meets(span) for m in self._mentions[max(0, at - 1) : at + 1])

    def revise(self, iri: str, *, role: str, affiliation: str | None) -> None:
        """Adds a role to a person who had none."""
        agent = self.agents[iri]
        if agent.role is None:
            self.agents[iri] = replace(agent, role=role, affiliation=affiliation or agent.affiliation)

    def at(self, offset: int) -> Mention | None:
        """The mention that begins at an offset."""
        place = bisect_left(self._mentions, offset, key=lambda m: m.span.start)
        if place < len(self._mentions) and self._mentions[place].span.start == offset:
            return self._mentions[place]
        return None

    def ending(self, offset: int) -> Mention | None:
        """The mention that ends at an offset."""
        place = bisect_left(self._mentions, offset, key=lambda m: m.span.start)
        if place and self._mentions[place - 1].span.end == offset:
            return self._mentions[place - 1]
        return None

    def before(self, offset: int) -> Iterator[Mention]:
        """Mentions that end before an offset, the nearest first."""
        place = bisect_left(self._mentions, offset, key=lambda m: m.span.start)
        for mention in reversed(self._mentions[:place]):
            if mention.span.end <= offset:
                yield mention

    def within(self, span: Span) -> list[Mention]:
        """Mentions inside a span."""
        place = bisect_left(self._mentions, span.start, key=lambda m: m.span.start)
        out = []
        for mention in self._mentions[place:]:
            if mention.span.start >= span.end:
                break
            out.append(mention)
        return out

    def is_a(self, iri: str, *kinds: str) -> bool:
        """Whether an agent is of one of the classes."""
        agent = self.agents.get(iri)
        return agent is not None and any(self.lexicon.agent_is_a(agent.type, kind) for kind in kinds)

    def organization(self, mention: Mention | None) -> str | None:
        """The organization that a mention names, if it is one and only one."""
        if mention is None or len(mention.agents) != 1:
            return None
        return mention.agents[0] if self.is_a(mention.agents[0], terms.Organization) else None

    def result(self) -> tuple[tuple[Agent, ...], tuple[Mention, ...]]:
        """Agents that have a mention, sorted by IRI, and the mentions by place."""
        used = {iri for mention in self._mentions for iri in mention.agents}
        for iri in list(used):
            affiliation = self.agents[iri].affiliation
            if affiliation is not None and affiliation in self.agents:
                used.add(affiliation)
        agents = tuple(self.agents[iri] for iri in sorted(used))
        return agents, tuple(self._mentions)
