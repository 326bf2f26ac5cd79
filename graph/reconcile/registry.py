"""What the records of all articles need of the vocabulary: who belongs to whom, names of agreements, words of one sense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graph import dates, iris
from graph.model import Agent, When
from ontology import inflect, lists, terms
from ontology.lexicon import Frame, Lexicon

WORD = re.compile(r"[^\W_]+")
_PART = re.compile(
    r"(?P<whole>\S.*\S),? (?:Local|Lodge|District Council|District Lodge|District|Council|Branch|Division) (?:No\. ?)?\d{1,5}\w?$"
)
bounds = lru_cache(maxsize=65536)(dates.bounds)


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(word.lower() for word in WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Registry:
    """What the records of all articles need of the vocabulary.

    `above` are the bodies that each belongs to, `members` its associations with the time of each membership, `before`
    the day a body began with the bodies whose place it took, `outlets` the news organizations and `unions` the unions by name.
    """

    frames: Mapping[str, Frame]
    above: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[tuple[str, str], ...]]
    before: Mapping[str, tuple[date, tuple[str, ...]]]
    outlets: Mapping[str, str]
    news: frozenset[str]
    companies: frozenset[str]
    unions: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    agreement: re.Pattern[str]
    plain: frozenset[str]
    bodies: frozenset[str]
    calling_off: tuple[frozenset[str], ...]
    relays: tuple[tuple[str, ...], tuple[str, ...]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Registry:
        """The registry of a lexicon, made once."""
        if lexicon.digest not in _REGISTRIES:
            _REGISTRIES.clear()
            _REGISTRIES[lexicon.digest] = cls._made(lexicon)
        return _REGISTRIES[lexicon.digest]

    @classmethod
    def _made(cls, lexicon: Lexicon) -> Registry:
        """A body that began on the day on which others of its class ceased took their place."""
        before: dict[str, tuple[date, tuple[str, ...]]] = {}
        for entry in lexicon.agents:
            begun = dates.bounds(entry.active_from) if entry.active_from else None
            if begun is not None and begun.earliest_start is not None:
                same = (e for e in lexicon.agents if e.active_to == entry.active_from and e.type == entry.type)
                before[entry.iri] = (begun.earliest_start, tuple(e.iri for e in same))
        news = {e.iri for e in lexicon.agents if lexicon.agent_is_a(e.type, terms.NewsOrganization)}
        heads = "|".join(re.escape(word) for word in lexicon.listed(lists.AGREEMENT_NAME)) or "(?!)"
        return cls(
            frames={frame.iri: frame for frame in lexicon.frames},
            above={e.iri: (*((e.parent,) if e.parent else ()), *e.coalition) for e in lexicon.agents},
            members={
                e.iri: tuple((t.organization, t.edtf) for t in e.tenures if t.role == terms.role_member_company)
                for e in lexicon.agents
            },
            before=before,
            outlets={name: e.iri for e in lexicon.agents if e.iri in news for name in (*e.aliases, e.name)},
            news=frozenset(news),
            companies=frozenset(e.iri for e in lexicon.agents if lexicon.agent_is_a(e.type, terms.Company)),
            unions={
                name: e.iri
                for e in lexicon.agents
                if lexicon.agent_is_a(e.type, terms.LaborUnion)
                for name in (*e.aliases, e.name)
            },
            names={e.iri: words_of(" ".join((*e.aliases, e.name))) for e in lexicon.agents},
            agreement=re.compile(rf"(?:[A-Z][\w/&’'-]*\s+(?:and\s+|&\s+|of\s+)?)+(?:{heads})\b"),
            plain=frozenset(lexicon.listed(lists.AGREEMENT_ANY)),
            calling_off=tuple(
                frozenset((form, *rest))
                for entry in lexicon.listed(lists.CALLING_OFF)
                for verb, *rest in [entry.split()]
                for form in inflect.verb_forms(verb.partition("/")[0])
            ),
            bodies=frozenset(lexicon.listed(lists.DECIDING_BODY)),
            relays=(tuple(lexicon.listed(lists.RELAY_BEFORE)), tuple(lexicon.listed(lists.RELAY_AFTER))),
        )

    def parents(self, agents: Iterable[Agent]) -> dict[str, str]:
        """The union that each numbered part met in a text belongs to, by its name: of "Dockers Union Local 7" the Dockers Union."""
        out: dict[str, str] = {}
        for agent in agents:
            part = _PART.match(agent.name) if agent.iri not in self.names else None
            if part is not None:
                out[agent.iri] = self.unions.get(part["whole"]) or iris.agent(part["whole"])
        return out

    def calls_off(self, words: str) -> bool:
        """Whether the words of a trigger end a strike, or forestall one."""
        told = words_of(words)
        return any(forms <= told for forms in self.calling_off)

    def passes_on(self, before: str, after: str) -> bool:
        """Whether the words around an outlet's name say that its account is passed on."""
        first, then = self.relays
        return before.endswith(first) or after.startswith(then)

    def parties(self, sides: Iterable[str]) -> frozenset[str]:
        """The sides and the bodies that they belong to: a guild's branch stands for the guild as well."""
        return frozenset(body for side in sides for body in (side, *self.above.get(side, ())))

    def allied(self, parties: frozenset[str], when: When | None) -> frozenset[str]:
        """The parties, and of one that a report dates before its beginning those whose place it took."""
        known = bounds(when.edtf) if when is not None else None
        if known is None or known.latest_start is None:
            return parties
        begun = (self.before.get(party, (date.min, ())) for party in parties)
        return parties.union(*(others for day, others in begun if known.latest_start < day))

    def grouped(self, parties: frozenset[str], when: When | None) -> frozenset[str]:
        """The parties and the associations that they were members of on the date."""
        known = bounds(when.edtf) if when is not None else None
        out = set(parties)
        for party in parties:
            for organization, edtf in self.members.get(party, ()):
                held = bounds(edtf)
                if known is None or held is None or dates.overlaps(known, held):
                    out.add(organization)
        return frozenset(out)


_REGISTRIES: dict[str, Registry] = {}  # of the lexicon last seen, by its digest
