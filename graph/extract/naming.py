"""What has been named so far in one document: agents by IRI, mentions by place, short names met on the way."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from graph import dates
from graph.extract import capitals, steps
from graph.extract import pieces as cut
from graph.extract.capitals import Run
from graph.extract.fold import lower
from graph.extract.vocabulary import Vocabulary
from graph.extract.words import Words, behind, either
from graph.model import Agent, Document, Mention, Sentence, Span
from ontology import lists, terms
from ontology.lexicon import Lexicon

# What must stand before a letter is asked behind it, so that the engine passes by all other letters at one look.
_INSIDE = re.compile(r"[A-Z](?<=[a-z,'] .)[\w-]*")
_QUOTED = re.compile(r'"[^"\n]*(?:"|$)', re.MULTILINE)
_SMALL = re.compile(r"[a-z](?>(?<=[ \n].)|(?<![\w'-].))[\w'-]{2,}")
_DATELINE = re.compile(r"([A-Z](?<![^\n].)[\w'-]++(?: [A-Z][\w'-]++)?),? (?:[A-Z]\w+\.?,? )?\([A-Z]\w+\)")


def _year(words: Words) -> re.Pattern[str]:
    """A year of what happens, not one since which it has been so, and no number of people."""
    founded = "".join(rf"(?<!{re.escape(phrase)} )" for phrase in sorted(words.words(lists.FOUNDED)))
    return re.compile(rf"\b{founded}(?<![$\d,.])(?:1[89]|20)\d\d(?!\w|,\d| {words.either(lists.PEOPLE_COUNTED)})")


def _places(words: Words) -> tuple[re.Pattern[str], ...]:
    """Names behind "in" and the like, before "city" and the like, and in a dateline."""
    after = either(words.lexicon.listed(lists.PLACE_BEHIND))
    before = behind(words.words(lists.PLACE_BEFORE))
    return (
        re.compile(rf"([A-Z](?<=[a-z] .){before}[\w.'-]*\w(?: [A-Z][\w'-]*\w)*)(?! [A-Z])"),
        re.compile(rf"([A-Z](?<!\w.)[\w'-]++(?: [A-Z][\w'-]++)?),? {after}"),
        _DATELINE,
    )


class Naming:
    """The working state of the naming steps for one document; nothing of it outlives the call."""

    def __init__(
        self, document: Document, folded: str, sentences: Sequence[Sentence], lexicon: Lexicon, vocabulary: Vocabulary
    ) -> None:
        self.document = document
        self.folded = folded
        self.low = lower(document.text)
        self.sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self.lexicon = lexicon
        self.vocabulary = vocabulary
        self.runs: list[tuple[Span, Run]] = [
            (sentence.span, run) for sentence in sentences for run in capitals.runs(folded, sentence.span, vocabulary)
        ]
        self.agents: dict[str, Agent] = {}
        self.short: dict[str, str] = {}
        self.people: dict[tuple[str, str], str] = {}
        self._mentions: list[Mention] = []
        self._places: list[int] = []  # where each mention starts

    def add(self, span: Span, agent: Agent, kind: str, rule: str, *, part: str = "") -> bool:
        """Records a mention of one agent; False where another mention stands in the way."""
        known = self.agents.get(agent.iri)
        if not self.refer(span, (agent.iri,), kind, rule, part=part):
            return False
        if known is None:
            self.agents[agent.iri] = agent
            words = agent.name.replace(",", "").split()
            if agent.type == terms.Person:
                self.people.setdefault((words[0], words[-1]), agent.iri)
                self.people.setdefault(("", words[-1]), agent.iri)
        elif agent.role is not None and known.role is None:
            self.agents[agent.iri] = replace(known, role=agent.role, affiliation=agent.affiliation or known.affiliation)
        return True

    def refer(self, span: Span, iris: tuple[str, ...], kind: str, rule: str, *, part: str = "") -> bool:
        """Records a mention of agents that are known already."""
        if self.taken(span):
            return False
        at = bisect_left(self._places, span.start)
        self._places.insert(at, span.start)
        self._mentions.insert(at, Mention(span, iris, kind, rule, part))
        return True

    def replace(self, span: Span, agent: Agent, kind: str, rule: str) -> None:
        """Records a mention in place of those inside its span."""
        at = max(0, bisect_left(self._places, span.start) - 1)
        while at < len(self._mentions) and self._mentions[at].span.start < span.end:
            if self._mentions[at].span.meets(span):
                del self._mentions[at], self._places[at]
            else:
                at += 1
        self.add(span, agent, kind, rule)

    def unite(self, iri: str, other: str) -> None:
        """Makes one agent of two where only the text, not the registry, has them apart; the second stays."""
        if iri == other or iri not in self.agents or self.agents[iri].reviewed:
            return
        self._mentions = [
            replace(m, agents=tuple(dict.fromkeys(other if a == iri else a for a in m.agents)))
            if iri in m.agents
            else m
            for m in self._mentions
        ]
        del self.agents[iri]
        self.short = {name: other if known == iri else known for name, known in self.short.items()}

    def remove(self, mention: Mention) -> None:
        """Takes back a mention."""
        at = self._mentions.index(mention, bisect_left(self._places, mention.span.start))
        del self._mentions[at], self._places[at]

    def forget(self, iri: str) -> None:
        """Takes back every mention of one agent."""
        self._mentions = [mention for mention in self._mentions if iri not in mention.agents]
        self._places = [mention.span.start for mention in self._mentions]
        self.agents.pop(iri, None)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence of an offset begins."""
        at = bisect_right(self._starts, offset) - 1
        return self._starts[at] if at >= 0 else 0

    def sentence(self, offset: int) -> Span | None:
        """The sentence that an offset lies in."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at].span if at >= 0 else None

    def year(self, span: Span) -> int | None:
        """The year that is told of where a name stands: the nearest of its sentence, else the last one told of in the
        two sentences before it in its paragraph, else the article's."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0:
            place, paragraph = self.sentences[at].span, self.sentences[at].paragraph
            told = self._years(place)
            if told:
                return min(told, key=lambda pair: abs(pair[0] - span.start))[1]
            for earlier in reversed(self.sentences[max(0, at - 2) : at]):
                told = self._years(earlier.span) if earlier.paragraph == paragraph else []
                if told:
                    return told[-1][1]
        return self._published

    def past(self, span: Span) -> bool:
        """Whether a place tells of a year before the article's."""
        year = self.year(span)
        return year is not None and self._published is not None and year < self._published

    def _years(self, span: Span) -> list[tuple[int, int]]:
        return [
            (match.start(), int(match[0]))
            for match in self.vocabulary.of(_year).finditer(self.folded, span.start, span.end)
        ]

    @cached_property
    def _published(self) -> int | None:
        published = self.document.published
        known = dates.bounds(published.edtf) if published is not None else None
        return known.earliest_start.year if known is not None and known.earliest_start is not None else None

    def told(self, span: Span) -> bool:
        """Whether a span lies inside a sentence of the text proper."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self.sentences[at].span.covers(span)

    @cached_property
    def pieces(self) -> list[tuple[str, Run]]:
        """The runs cut into what can be one name each, with its words as the text has them."""
        out = []
        last, headed = None, False
        for sentence, run in self.runs:
            if sentence is not last:
                last, headed = sentence, capitals.headed(self.folded, sentence)
            if headed:
                continue
            for whole in cut.pieces(run, self.vocabulary):
                piece = cut.stripped(whole, self.folded, sentence.start, self.vocabulary)
                if piece:
                    out.append((capitals.span(piece).of(self.folded), piece))
        return out

    @cached_property
    def words(self) -> Sequence[frozenset[str]]:
        """The lower-case words of each sentence: cheap to ask before a pattern is tried on it."""
        return steps.each(self.document.text, (s.span for s in self.sentences))

    @cached_property
    def lowercase(self) -> frozenset[str]:
        """Words that the text also writes small; such a word at the start of a sentence is no name."""
        return frozenset(_SMALL.findall(self.folded))

    @cached_property
    def _quoted(self) -> list[Span]:
        return [Span(match.start(), match.end()) for match in _QUOTED.finditer(self.folded)]

    def quoted(self, span: Span) -> bool:
        """Whether a span stands between double quotation marks."""
        at = bisect_right(self._quoted, span.start, key=lambda quoted: quoted.start) - 1
        return at >= 0 and self._quoted[at].covers(span)

    @cached_property
    def inside(self) -> frozenset[str]:
        """Capitalised words that stand inside a sentence somewhere, not only at its start."""
        return frozenset(_INSIDE.findall(self.folded))

    @cached_property
    def places(self) -> frozenset[str]:
        """Names that the text treats as places: after "in", in a dateline, before "city"."""
        return frozenset(name for pattern in self.vocabulary.of(_places) for name in pattern.findall(self.folded))

    def taken(self, span: Span) -> bool:
        """Whether a mention stands on any character of the span."""
        at = bisect_left(self._places, span.start)
        if at < len(self._places) and self._places[at] < span.end:
            return True
        return at > 0 and self._mentions[at - 1].span.end > span.start

    def revise(self, iri: str, *, role: str, affiliation: str | None) -> None:
        """Adds a role, or the organization of the same role, to a person who had none."""
        agent = self.agents[iri]
        if agent.role is None:
            self.agents[iri] = replace(agent, role=role, affiliation=affiliation or agent.affiliation)
        elif agent.affiliation is None and affiliation is not None:
            self.agents[iri] = replace(agent, role=role, affiliation=affiliation)

    def at(self, offset: int) -> Mention | None:
        """The mention that begins at an offset."""
        place = bisect_left(self._places, offset)
        if place < len(self._mentions) and self._mentions[place].span.start == offset:
            return self._mentions[place]
        return None

    def ending(self, offset: int) -> Mention | None:
        """The mention that ends at an offset."""
        place = bisect_left(self._places, offset)
        if place and self._mentions[place - 1].span.end == offset:
            return self._mentions[place - 1]
        return None

    def before(self, offset: int) -> Iterator[Mention]:
        """Mentions that end before an offset, the nearest first."""
        place = bisect_left(self._places, offset)
        for at in range(place - 1, -1, -1):
            if self._mentions[at].span.end <= offset:
                yield self._mentions[at]

    def within(self, span: Span) -> list[Mention]:
        """Mentions inside a span."""
        return self._mentions[bisect_left(self._places, span.start) : bisect_left(self._places, span.end)]

    def is_a(self, iri: str, *kinds: str) -> bool:
        """Whether an agent is of one of the classes."""
        agent = self.agents.get(iri)
        if agent is None:
            return False
        return self.lexicon.is_any(agent.type, kinds)

    def named(self, iri: str) -> bool:
        """Whether a mention names an agent."""
        return any(mention.kind == "name" and iri in mention.agents for mention in self._mentions)

    def acting(self, iri: str) -> str:
        """The branch that a text tells of, where it names a body only to say whose branch that is: "Local 9 of the X"."""
        return self._branches.get(iri, iri)

    @cached_property
    def _branches(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for earlier, mention in pairwise((None, *self._mentions)):
            if mention is None or mention.kind != "name" or not self.is_a(mention.agents[0], terms.LaborUnion):
                continue
            gap = self.low[earlier.span.end : mention.span.start] if earlier is not None else "."
            branch = earlier.agents[0] if earlier is not None and gap in (" of the ", " of ", " ") else None
            known = branch is not None and branch != mention.agents[0] and self.is_a(branch, terms.LaborUnion)
            found.setdefault(mention.agents[0], set()).add(branch if known and branch is not None else "")
        return {body: branches.pop() for body, branches in found.items() if len(branches) == 1 and "" not in branches}

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
