"""Names of the registry, found in one pass: longest first, on word boundaries, in the case that the name is written in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

import ahocorasick

from graph import iris
from graph.extract.fold import fold
from graph.extract.naming import Naming
from graph.extract.vocabulary import Vocabulary
from graph.model import Agent, Span
from ontology import lists, terms
from ontology.lexicon import AgentEntry, Lexicon

_KNOWN = {
    lists.KNOWN_UNION: terms.LaborUnion,
    lists.KNOWN_ASSOCIATION: terms.EmployerAssociation,
    lists.KNOWN_COMPANY: terms.Company,
    lists.KNOWN_PUBLIC_BODY: terms.PublicAgency,
    lists.KNOWN_OUTLET: terms.NewsOrganization,
}
_DATELINE = re.compile(
    r"^[A-Z][\w.,' /-]{2,60}?\s?\((?P<agency>[A-Z][\w .'/-]{1,30})\)\s?(?:--|[—–-])", re.MULTILINE
)  # "OAKLAND, Calif. (AP) —", "OTTAWA, Oct. 10 (Xinhua) --"
_PRIZE = re.compile(r" (?:Life Achievement )?Awards?\b")  # a guild's prize is not the guild
_JOINED = re.compile(r"(?<=[A-Za-z])-(?=[A-Z])")  # the hyphen of "SAG-AFTRA", which many write as a space or a dash
_BEHIND = re.compile(r" \((?:the )?[\"']?([A-Z][\w&./-]{1,14})[\"']?\)")
_GUILD = re.compile(r"\bguild(?=$| of | for |,)")
_OF_PLACE = re.compile(r" of (?:the )?([A-Z][\w.]+)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Name:
    """One written form: of a registry entry, of a well-known body of which only the class is told, or of a blocker."""

    surface: str
    entry: AgentEntry | None
    known: Agent | None = None


class Gazetteer:
    """The registry's names, nominals and blockers in one automaton; built once, read by every document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.vocabulary = Vocabulary(lexicon)
        words = self.vocabulary
        self._led = re.compile(rf" {words.either(lists.CABINET)}\b(?! {words.either(lists.CABINET_OFFICE)})")
        workers = [word.title() for word in sorted(self.vocabulary.words(lists.POSSESSIVE_WORKERS))]
        self.entries = {entry.iri: entry for entry in lexicon.agents}
        self._names: dict[str, list[_Name]] = defaultdict(list)
        self.nominals: dict[str, list[AgentEntry]] = defaultdict(list)
        self.organizers: dict[str, list[AgentEntry]] = {}
        for entry in lexicon.agents:
            for name in (entry.name, *entry.aliases):
                for surface in _variants(name, workers):
                    self._names[surface.lower()].append(_Name(surface, entry))
            for blocker in entry.blockers:
                self._names[fold(blocker).lower()].append(_Name(fold(blocker), None))
            for word in {form for w in entry.workforce for form in (w, w.rstrip("s"), w + "s")}:
                self.organizers.setdefault(word, []).append(entry)
            for nominal in entry.nominals:
                self.nominals[fold(nominal).lower()].append(entry)
        shared = {
            name.entry.iri
            for names in self._names.values()
            if len({n.entry.iri for n in names if n.entry is not None}) > 1
            for name in names
            if name.entry is not None
        }
        self.sole = {entry.iri: entry.iri not in shared for entry in lexicon.agents}
        self.guilds = {
            entry.iri
            for entry in lexicon.agents
            if any(_GUILD.search(name.lower()) for name in (entry.name, *entry.aliases))
        }
        self.phrases = sorted(self.nominals, key=len, reverse=True)
        registered = frozenset(self._names)
        for list_name, kind in _KNOWN.items():
            for listed in lexicon.listed(list_name):
                names = [name.strip() for name in listed.split("|")]
                agent = Agent(iris.agent(names[0]), names[0], kind, reviewed=False)
                for surface in {surface for name in names for surface in _variants(name, workers)}:
                    if surface.lower() not in registered:
                        self._names[surface.lower()].append(_Name(surface, None, agent))
        self._automaton = ahocorasick.Automaton()
        for key in self._names:
            self._automaton.add_word(key, key)
        self._empty = not self._names
        if not self._empty:
            self._automaton.make_automaton()

    def names(self, naming: Naming) -> None:
        """Adds a mention for each registry name, the longest at each place."""
        if self._empty:
            return
        low = naming.low.replace("\n", " ")
        folded = naming.folded.replace("\n", " ")
        hits = []
        suffixes = self.vocabulary.words(lists.NAME_SUFFIX)
        for last, key in self._automaton.iter(low):
            span = Span(last - len(key) + 1, last + 1)
            if _whole(low, span, suffixes):
                hits.append((span, key))
        blocked = bytearray(len(low))
        for line in _DATELINE.finditer(naming.folded):
            _mark(blocked, Span(line.start("agency"), line.end("agency")))
        shared: list[tuple[Span, list[AgentEntry]]] = []
        for span, key in sorted(hits, key=lambda hit: (hit[0].start - hit[0].end, hit[0].start)):
            if any(blocked[span.start : span.end]) or not naming.told(span) or _PRIZE.match(folded, span.end):
                continue
            if " " not in key and not key.isupper() and self._led.match(folded, span.end):
                continue
            if " " in key and " of " not in key and self._elsewhere(folded, span):
                continue
            written = span.of(folded)
            fitting = [name for name in self._names[key] if _same_case(written, name.surface)]
            if not fitting:
                continue
            if any(name.entry is None and name.known is None for name in fitting):
                _mark(blocked, span)
                continue
            entries = [n.entry for n in fitting if n.entry is not None]
            if entries:
                if len(entries) > 1:
                    shared.append((span, entries))
                    _mark(blocked, span)
                    continue
                naming.add(span, agent_of(entries[0]), "name", "registry")
            else:
                naming.add(span, next(n.known for n in fitting if n.known is not None), "name", "well-known")
        for span, entries in shared:  # last, since the bodies named beside them tell the time
            entry = self._told(entries, span, naming) or self.choose(entries, span, naming)
            naming.add(span, agent_of(entry), "name", "registry")
        _join_acronyms(naming)

    def _elsewhere(self, folded: str, span: Span) -> bool:
        """Whether a name goes on with a place of its own, and so is another body's: "the Bakers Union of Brazil"."""
        place = _OF_PLACE.match(folded, span.end)
        if place is None:
            return False
        return place[1].split()[0].lower().strip(".") not in self.vocabulary.words(lists.OWN_COUNTRY)

    def _told(self, entries: Sequence[AgentEntry], span: Span, naming: Naming) -> AgentEntry | None:
        """The one of several bearers of a name whose short name stands in brackets behind it."""
        if len(entries) < 2:
            return None
        behind = _BEHIND.match(naming.folded, span.end)
        short = self._names.get(behind[1].lower(), ()) if behind is not None else ()
        told = {name.entry.iri for name in short if name.entry is not None}
        fitting = [entry for entry in entries if entry.iri in told]
        return fitting[0] if len(fitting) == 1 else None

    def choose(self, entries: Sequence[AgentEntry], span: Span, naming: Naming) -> AgentEntry:
        """The agent that a shared name means: one that existed in the year told of there, the later of two."""
        if len(entries) == 1:
            return entries[0]
        unique = list({entry.iri: entry for entry in entries}.values())
        living = self.living(unique, span, naming) or unique
        return max(living, key=lambda e: (e.active_to is None, e.active_from or "", e.iri))

    def living(self, entries: Sequence[AgentEntry], span: Span, naming: Naming) -> list[AgentEntry]:
        """Those that existed when what is told there happened."""
        year = naming.year(span)
        beside = self._ended_beside(span, naming) if len(entries) > 1 else None
        if beside is not None and (year is None or year > beside):
            year = beside
        return [e for e in entries if year is None or _lives(e, year)]

    def _ended_beside(self, span: Span, naming: Naming) -> int | None:
        """The last year of a body of the past that the same sentence names: whoever acts with it acted then."""
        sentence = naming.sentence(span.start)
        if sentence is None:
            return None
        ends = [
            int(entry.active_to[:4]) - 1
            for mention in naming.within(sentence)
            for iri in mention.agents
            if mention.kind == "name"
            and (entry := self.entries.get(iri)) is not None
            and entry.active_to is not None
            and self.sole.get(iri, False)
        ]
        return min(ends, default=None)


def _mark(blocked: bytearray, span: Span) -> None:
    blocked[span.start : span.end] = b"\1" * (span.end - span.start)


def agent_of(entry: AgentEntry) -> Agent:
    """A registry entry as an agent of a document; the office is the article's to state, not the registry's."""
    return Agent(entry.iri, entry.name, entry.type)


def _lives(entry: AgentEntry, year: int) -> bool:
    start = int(entry.active_from[:4]) if entry.active_from else 0
    end = int(entry.active_to[:4]) if entry.active_to else 9999
    return start <= year <= end


def _variants(name: str, workers: Sequence[str]) -> set[str]:
    """A name as registered, without its full stops' and apostrophes' variants."""
    plain = fold(name)
    out = {plain, plain.replace("&", "and"), plain.replace(" and ", " & "), _SPACES.sub(" ", plain)}
    if plain.startswith("United States "):
        out |= {plain.replace("United States", short, 1) for short in ("U.S.", "US")}
    if " Bros. " in plain:
        out.add(plain.replace(" Bros. ", " Bros "))
    for word in workers:
        if f"{word} " in plain:
            out |= {plain.replace(f"{word} ", f"{written} ", 1) for written in (f"{word}'", f"{word[:-1]}'s")}
    if plain.isalpha() and plain.isupper() and 1 < len(plain) <= _SPELLED:
        out.add("".join(f"{letter}." for letter in plain))  # "U.A.W."
    if _JOINED.search(plain):
        out |= {_JOINED.sub(mark, plain) for mark in (" ", "/", "–", " - ", " – ", " — ")}
    return {variant for variant in out if len(variant) > 1}


_SPELLED = 6  # letters of a short name that some papers write with stops


def _same_case(written: str, surface: str) -> bool:
    """Whether a name is written as a name: as registered, all capitals, or each main word with a capital."""
    if written == surface or (surface.isupper() and len(surface) > 4 and written == surface.title()):
        return True
    if surface.isupper() and len(surface) <= 5:
        return False
    words, wanted = written.split(), surface.split()
    if written.isupper() and len(written) > 5:
        return True
    if len(words) != len(wanted):
        return False
    return (
        all(
            w == s or (s[:1].isupper() and w[:1].isupper()) or w.lower() == s
            for w, s in zip(words, wanted, strict=True)
        )
        and len(words) > 1
    )


def _whole(low: str, span: Span, suffixes: Set[str]) -> bool:
    before = low[span.start - 1] if span.start else " "
    after = low[span.end] if span.end < len(low) else " "
    if before.isalnum() or after.isalnum() or before in "@#/_" or after == "_":
        return False
    if before == "-" and span.start > 1 and low[span.start - 2].isalnum():
        return False
    return not (
        after == "-"
        and low[span.end + 1 : span.end + 2].isalnum()
        and low[span.end + 1 : span.end + 8].split("-")[0][:7] not in suffixes
    )


def _join_acronyms(naming: Naming) -> None:
    """Makes a capital acronym in brackets after a name a short name of the same agent."""
    for match in re.finditer(r"\((?:the )?[\"']?([A-Z][A-Za-z&.-]{1,11})[\"']?\)", naming.folded):
        mention = naming.ending(match.start() - 1) or naming.ending(match.start())
        if mention is not None and len(mention.agents) == 1:
            naming.short.setdefault(match[1], mention.agents[0])
            inner = naming.at(match.start(1))
            if inner is not None and inner.span.end == match.end(1):
                naming.unite(inner.agents[0], mention.agents[0])
            if naming.at(match.start(1)) is None:
                naming.refer(Span(match.start(1), match.end(1)), mention.agents, "name", "acronym")
