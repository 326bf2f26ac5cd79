"""Pronouns inside quotations: "we" is the side that the speaker belongs to, "they" the other side of the table.

Quotations with speakers in, mentions out; their rule tells that the agent was inherited and from whom.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from graph.extract.amounts.counted import Counted
from graph.extract.scene import Scene
from graph.extract.words import Words
from graph.model import Agent, Filler, Mention, Quotation, Span
from ontology import terms
from ontology.lexicon import Lexicon

OWN, OTHER = "speaker's side", "counterparty"
PRONOUN = re.compile(
    r"\b(?:(?P<own>we|us|our|ours)|(?P<other>they|them|their|theirs))\b(?!['’]?s\s+(?:go|say)\b)", re.I
)
_WORD = re.compile(r"[A-Za-z]+")
_HEARD = "heard as "
_REACH = 4  # items between a pronoun and the move that it makes
_EMPLOYERS = (terms.EmployerAssociation, terms.Company, terms.PublicAgency)


def find(
    folded: str,
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    agents: Mapping[str, Agent],
    words: Words,
) -> tuple[Mention, ...]:
    """A mention a pronoun that a side is known for, sorted by place."""
    table, counted = Table(mentions, agents, words.lexicon), words.of(Counted)
    out: dict[Span, Mention] = {}
    for quotation in quotations:
        if quotation.kind != "direct" or quotation.speaker is None:
            continue
        own = table.side_of(quotation.speaker)
        if own is None:
            continue
        for match in PRONOUN.finditer(folded, quotation.span.start, quotation.span.end):
            span = Span(match.start(), match.end())
            if match["own"] is not None:
                out.setdefault(span, Mention(span, (own,), "pronoun", OWN))
            elif not of_people(counted, folded, quotation.span.start, match.start()):
                other = table.facing(own, match.start())
                if other is not None:
                    out.setdefault(span, Mention(span, (other,), "pronoun", OTHER))
    return tuple(out[span] for span in sorted(out))


def with_(mentions: Sequence[Mention], spoken: Sequence[Mention]) -> tuple[Mention, ...]:
    """All mentions in order, those of the sides in place of what stood there."""
    taken = {m.span.start for m in spoken}
    return tuple(sorted((*(m for m in mentions if m.span.start not in taken), *spoken), key=lambda m: m.span))


def of_people(counted: Counted, folded: str, start: int, end: int) -> bool:
    """Whether people named in the quotation before are meant: "Our nurses are tired. They deserve better"."""
    words = _WORD.findall(folded[max(start, end - 200) : end].lower())
    return any(word.endswith(("s", "people", "men")) and counted.unit_of(word) == "people" for word in words)


def near(filler: Filler, scene: Scene) -> bool:
    """Whether a pronoun stands right at the move: "we demand", "they have offered", "our offer"; never far before a noun."""
    if not filler.how.startswith(_HEARD) or (scene.noun and not filler.how.endswith(("possessor", "of", "by"))):
        return False
    place = next((at for at, item in enumerate(scene.items) if item.span == filler.span), None)
    return place is not None and -_REACH <= place - scene.start <= scene.end - scene.start


def heard(filler: Filler, scene: Scene) -> Filler:
    """The filler with its path, where a pronoun of a quotation stands for it."""
    mention = next((i.mention for i in scene.items if i.mention is not None and i.mention.span == filler.span), None)
    if mention is None or mention.rule not in (OWN, OTHER):
        return filler
    return replace(filler, how=f"{_HEARD}{mention.rule}: {filler.how}")


class Table:
    """Who sits on which side: unions on one, those who employ on the other."""

    def __init__(self, mentions: Sequence[Mention], agents: Mapping[str, Agent], lexicon: Lexicon) -> None:
        self._agents = agents
        self._lexicon = lexicon
        self._places = {
            kind: self._named(mentions, {iri for iri in agents if self._is(iri, kind)}) for kind in (True, False)
        }

    def side_of(self, speaker: str) -> str | None:
        """The body that a speaker is, or belongs to by office; None for an outlet, an expert or a bystander."""
        agent = self._agents[speaker]
        body = agent.affiliation if agent.type == terms.Person else speaker
        if body is None or body not in self._agents or not (self._is(body, True) or self._is(body, False)):
            return None
        return body

    def facing(self, own: str, offset: int) -> str | None:
        """The other side that was named last before a place, else the first named after."""
        across = self._places[not self._is(own, True)]
        at = bisect_left(across, offset, key=lambda m: m.span.start)
        if at:
            return across[at - 1].agents[0]
        return across[0].agents[0] if across else None

    @staticmethod
    def _named(mentions: Sequence[Mention], side: Set[str]) -> list[Mention]:
        return [mention for mention in mentions if len(mention.agents) == 1 and mention.agents[0] in side]

    def _is(self, iri: str, union: bool) -> bool:
        """Whether an agent is a union, or where not asked for one, an employer."""
        kind = self._agents[iri].type
        if union:
            return self._lexicon.agent_is_a(kind, terms.LaborUnion)
        if self._lexicon.agent_is_a(kind, terms.NewsOrganization):
            return False
        return any(self._lexicon.agent_is_a(kind, wanted) for wanted in _EMPLOYERS)
