"""Organizations that no registry knows, by their names: a head word, a legal form, a number, an acronym beside it.

Longer names come first, so that a later part of one ("the Nurses Association") is read as the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph import iris
from graph.extract import capitals, heads, shortened
from graph.extract.capitals import Run, Word
from graph.extract.naming import Naming
from graph.extract.words import Words, either
from graph.model import Agent, Mention, Span
from ontology import lists, terms

_ACRONYM_AFTER = re.compile(
    r"(?:'s)?(?P<union> [Uu]nion)?,?(?: or)? \((?:the |or |then |now |formerly )?[\"']?(?P<acronym>[A-Z][\w&./-]{1,14})[\"']?\)(?P<after> union\b)?"
)
_LIST_BEFORE = re.compile(r"\b(?:[Tt]he|of|and) (?P<list>(?:[A-Z][\w'-]+, )+(?:[A-Z][\w'-]+ (?:and|&) )?)$")
_LIST_BEHIND = re.compile(r"(?:, [A-Z][\w-]+)+,? (?:and|&) [A-Z][\w-]+(?: [A-Z][\w-]+)?")
_OF_THE = frozenset(("of", "the", "and"))
_JOINING = frozenset(("of", "and", "&"))
_PUBLIC = (terms.PublicAgency, terms.Organization, terms.EmployerAssociation)


class _Patterns:
    """The parts of unions, by their kind and number."""

    def __init__(self, words: Words) -> None:
        kinds = either(kind.title() for kind in words.words(lists.PART_KIND))
        self.part = re.compile(rf"!? {kinds} \d{{1,5}}(?:-\d{{1,5}})?\w?\b")
        self.bare_part = re.compile(rf" \d{{2,5}}\b(?![,.]\d|%|-)(?! {words.either(lists.NUMBER_UNIT)}\b)")


class _Spellings:
    """Words that one article may write in two ways inside one name."""

    def __init__(self, words: Words) -> None:
        pairs = (entry.partition("|") for entry in words.lexicon.listed(lists.SPELLING))
        self._spellings = {one: other for one, _, other in pairs} | {"One": "1", "Two": "2"}
        written = either(word for word in self._spellings if word not in ("One", "Two"))
        self._pattern = re.compile(rf"\b(?:{written}|(?<=Local )(?:One|Two))\b")

    def one(self, name: str) -> str:
        """A name in the one of its spellings by which it is known again."""
        return self._pattern.sub(lambda word: self._spellings[word[0]], name)


_LEGAL_FORM = re.compile(r",? (?:Inc|LLC|Ltd|Corp|Cos|PLC)\b\.?")


def find(naming: Naming) -> None:
    """Adds organizations named by a head word, then the acronyms and short forms of them."""
    _parts(naming)
    found: list[tuple[Run, str]] = []
    for _, piece in naming.pieces:
        if len(piece) > 1:
            found.extend(_classed(piece, naming))
    known: dict[str, str] = {}
    for piece, kind in sorted(found, key=lambda pair: (-len(pair[0]), pair[0][0].start)):
        _add(piece, kind, naming, known)
    shortened.acronyms(naming)
    shortened.first_words(naming)


def _parts(naming: Naming) -> None:
    """A known union with a number behind it is a part of that union: "AFSCME District Council 33"; a known company's name
    goes on over its legal form.
    """
    told = naming.vocabulary.of(_Patterns)
    for mention in naming.within(Span(0, len(naming.folded))):
        if naming.folded[mention.span.end : mention.span.end + 2] == ") " and mention.kind == "name":
            _numbered_behind(mention.span, naming)
            continue
        if not naming.is_a(mention.agents[0], terms.LaborUnion):
            form = _LEGAL_FORM.match(naming.folded, mention.span.end) if mention.kind == "name" else None
            if form is not None and naming.is_a(mention.agents[0], terms.Company):
                known = naming.agents[mention.agents[0]]
                naming.replace(Span(mention.span.start, form.end()), known, "name", mention.rule)
            continue
        part = told.part.match(naming.folded, mention.span.end) or told.bare_part.match(naming.folded, mention.span.end)
        if part is not None:
            span = Span(mention.span.start, part.end())
            number = part[0].lstrip("!")
            if number.strip().isdigit() and f"Local{number}" in naming.folded:
                number = f" Local{number}"  # one local, written in two ways
            name = naming.agents[mention.agents[0]].name + number
            naming.replace(span, Agent(iris.agent(name), name, terms.LaborUnion, reviewed=False), "name", "part")
            naming.short.setdefault(part[0].strip("! "), iris.agent(name))


def _classed(piece: Run, naming: Naming) -> Iterator[tuple[Run, str]]:
    """The piece with its class, or what is left of it around names that the registry knows."""
    vocabulary = naming.vocabulary
    piece = _untitled(piece, naming)
    span = capitals.span(piece)
    if len(piece) == 2 and piece[0].low in vocabulary.given and piece[1].low in vocabulary.words(lists.PERSONAL_HEAD):
        return
    kind = heads.kind([word.low for word in piece], vocabulary)
    if kind is None and piece[-1].low in vocabulary.member and naming.folded.startswith(" union", span.end):
        kind = terms.LaborUnion
    if kind is not None and piece[-1].low[:1].isdigit():
        office = next(
            (
                at
                for at in range(len(piece) - 2, 0, -1)
                if piece[at - 1].low in vocabulary.title and not piece[at - 1].low.endswith("s")
            ),
            0,
        )
        piece = piece[office:]
        span = capitals.span(piece)
    inside = naming.within(span)
    if not inside:
        if kind is not None:
            yield piece, kind
        return
    inner = vocabulary.words(lists.BODY_INNER)
    ahead = {word.low for word in piece if word.end <= inside[0].span.start}
    if not ahead.isdisjoint(inner) and ahead <= inner | _OF_THE | vocabulary.words(lists.BOARD_MEMBER):
        return  # "Board of Directors of the Writers Guild": the guild's
    if kind is not None and not any(m.span.covers(span) for m in inside):
        if _inner(tuple(w for w in piece if w.start > inside[-1].span.end), naming):
            return
        if naming.folded[inside[-1].span.end - 1] == "." and piece[-1].start == inside[-1].span.end + 1:
            return  # the full stop of "Warner Bros." also ends a sentence
        unions = any(
            naming.is_a(iri, terms.LaborUnion)
            and (m.span.start == span.start or m.span.of(naming.low).split(" ", 1)[0] not in vocabulary.member)
            for m in inside
            for iri in m.agents
        )
        beside = piece[-1].low in vocabulary.workers and piece[-1].start == inside[0].span.end + 1
        if kind == terms.LaborUnion and beside and naming.is_a(inside[0].agents[0], terms.Company):
            return  # a company before "Machinists" in a headline: people of the company, by no name of theirs
        numbered = piece[-1].low[:1].isdigit()
        if piece[-1].low in vocabulary.body and not any(m.span.end >= piece[-1].end for m in inside):
            unions = False
        longer = kind == terms.Company and _longer(piece, inside, naming)
        if longer or (kind == terms.LaborUnion and (not unions or numbered)) or (kind in _PUBLIC and not unions):
            yield piece, kind
            return
    rest: list[Word] = []
    for word in (*piece, None):
        if word is not None and not any(m.span.meets(Span(word.start, word.end)) for m in inside):
            rest.append(word)
            continue
        left = capitals.trimmed(tuple(rest))
        rest = []
        if len(left) > 1 and not _inner(left, naming):
            kind = heads.kind([w.low for w in left], vocabulary)
            if kind is not None:
                yield left, kind


def _longer(piece: Run, inside: Sequence[Mention], naming: Naming) -> bool:
    """Whether a known company's name only opens that of another: "Universal International Studios"."""
    first = inside[0]
    own = len(inside) == 1 and first.span.start == piece[0].start and naming.is_a(first.agents[0], terms.Company)
    return own and sum(word.start > first.span.end and not word.link for word in piece) > 1


def _inner(words: Run, naming: Naming) -> bool:
    """Whether words right behind a body's name only tell its own board: "AFM International Executive Board"."""
    if not words or naming.ending(words[0].start - 1) is None:
        return False
    lows = {word.low for word in words}
    inner = naming.vocabulary.words(lists.BODY_INNER)
    beside = naming.vocabulary.words(lists.BODY_INNER, lists.BODY_INNER_BESIDE)
    return bool(lows & inner) and lows <= beside | _JOINING


def _untitled(piece: Run, naming: Naming) -> Run:
    """A name without the holder of an office behind it: "Department of Ports Secretary Ola Brandt" names a department, "Guild
    President Ola Brandt" no body.
    """
    vocabulary = naming.vocabulary
    for at in range(1 if piece[0].low in vocabulary.organization_head else 2, len(piece) - 2):
        behind = piece[at + 1 :]
        holder = not any(word.link or word.low in vocabulary.organization_head for word in behind)
        if holder and piece[at].low in vocabulary.title and not piece[at - 1].link:
            return piece[:at]
    return piece


def _add(piece: Run, kind: str, naming: Naming, known: dict[str, str]) -> None:
    """One name; a part of a longer one that stands in the text is the longer one."""
    span = capitals.span(piece)
    union = naming.folded[span.end : span.end + 6] == " union"
    topics = _topics(piece, span, naming)
    if topics is not None:
        span = topics
    elif kind in (terms.LaborUnion, terms.Organization, terms.EmployerAssociation) or union:
        listed = _LIST_BEFORE.search(naming.folded, max(0, span.start - 60), span.start)
        if listed is not None and len(piece) < 5 and not naming.within(Span(listed.start("list"), span.start)):
            span = Span(listed.start("list"), span.end)
    name = span.of(naming.folded).rstrip("'")
    dotted = piece[-1].text.rstrip(".") in naming.vocabulary.lexicon.listed(lists.DOTTED_WORD)
    if name.endswith(".") and not dotted and piece[-1].low not in naming.vocabulary.suffix and len(piece[-1].text) > 2:
        name, span = name[:-1], Span(span.start, span.end - 1)
    alike = naming.vocabulary.of(_Spellings).one(name)
    shorts: list[str] = []
    iri = known.get(name) or naming.short.get(name) or known.get(alike)
    if iri is None:
        iri = iris.agent(name)
        known[alike] = iri
        for at in range(1, max(1, len(piece) - 1)):
            if not piece[at].link and not piece[0].low.startswith("non-"):
                known.setdefault(" ".join(w.text for w in piece[at:]).removesuffix("'s"), iri)
        known[name] = iri
        if kind == terms.PublicAgency and piece[0].low in naming.vocabulary.government_of:
            for at in range(3, len(piece)):  # "Department of Education", later "and Training"
                if piece[at].low == "and":
                    shorter = " ".join(w.text for w in piece[:at])
                    known.setdefault(shorter, iri)
                    shorts.append(iris.agent(shorter))
        _short_of_local(piece, iri, naming)
        if piece[-1].low in naming.vocabulary.suffix and len(piece) > 2:
            known.setdefault(" ".join(w.text for w in piece[:-1]).rstrip(","), iri)
            naming.short.setdefault(" ".join(w.text for w in piece[:-1]).rstrip(","), iri)
        elif piece[-1].low in naming.vocabulary.suffix and len(piece[0].text) > 3:
            naming.short.setdefault(piece[0].text.rstrip(","), iri)
    agent = naming.agents.get(iri) or Agent(iri, name, kind, reviewed=False)
    if naming.within(span):
        naming.replace(span, agent, "name", "head-word")
    elif not naming.add(span, agent, "name", "head-word"):
        return
    for shorter in shorts:
        naming.unite(shorter, iri)
    acronym = _ACRONYM_AFTER.match(naming.folded, span.end)
    if acronym is not None:
        naming.short.setdefault(acronym["acronym"], iri)
        inner = naming.at(acronym.start("acronym"))
        if inner is not None and inner.span.end == acronym.end("acronym") and inner.agents[0] != iri:
            naming.unite(inner.agents[0], iri)
        short = Span(acronym.start("acronym"), acronym.end("acronym"))
        naming.refer(short, (iri,), "name", "acronym")
        _numbered_behind(short, naming)


def _short_of_local(piece: Run, iri: str, naming: Naming) -> None:
    """The words before the number of a local are short for it, if they are no common ones: "Haulers Local 9", "the Haulers"."""
    vocabulary = naming.vocabulary
    if len(piece) != 3 or not piece[2].low[:1].isdigit() or piece[1].low not in vocabulary.words(lists.NUMBERED):
        return
    low = piece[0].low
    if low not in naming.lowercase and low not in vocabulary.workers and low not in vocabulary.place:
        naming.short.setdefault(piece[0].text, iri)


def _topics(piece: Run, span: Span, naming: Naming) -> Span | None:
    """The whole of "Department of Forests, Mines and Energy"; None for any other name."""
    if len(piece) < 3 or not piece[1].link or piece[0].low not in naming.vocabulary.government_of:
        return None
    rest = _LIST_BEHIND.match(naming.folded, span.end)
    if rest is None or naming.within(Span(span.end, rest.end())):
        return None
    words = set(re.findall(r"[a-z-]+", rest[0].lower())) - {"and"}
    return Span(span.start, rest.end()) if words <= naming.vocabulary.words(lists.DEPARTMENT_TOPIC) else None


def _numbered_behind(short: Span, naming: Naming) -> None:
    """A number behind the initials in brackets is of the union before them: "the Food Workers (FW) Local 88" is one local."""
    inner, outer = naming.at(short.start), naming.ending(short.start - 2)
    if (
        inner is None
        or outer is None
        or inner.agents != outer.agents
        or not naming.is_a(inner.agents[0], terms.LaborUnion)
    ):
        return
    part = naming.vocabulary.of(_Patterns).part.match(naming.folded, short.end + 1)
    if part is None or naming.folded[short.end] != ")":
        return
    name = naming.agents[inner.agents[0]].name + part[0]
    local = Agent(iris.agent(name), name, terms.LaborUnion, reviewed=False)
    naming.replace(Span(outer.span.start, part.end()), local, "name", "part")
    naming.short[part[0].strip()] = local.iri
    naming.short[short.of(naming.folded) + part[0]] = local.iri
    if not naming.agents[inner.agents[0]].reviewed:
        naming.short[short.of(naming.folded)] = local.iri
