"""Names known by their company alone: "members of X", "talks with X", "the carmaker X", "X said it offered".

Each place where a name stands votes for what it is; the name gets the class that most of them say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graph import iris
from graph.extract import capitals, listings, shortened
from graph.extract.english import CALENDAR
from graph.extract.naming import Naming
from graph.extract.pieces import opens
from graph.extract.surroundings import Around
from graph.extract.times.words import number
from graph.model import Agent, Span
from ontology import lists, terms

_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_UNION_BEHIND = re.compile(r", (?:the|an?) (?:[a-z][\w'-]* ){0,4}union (?:for|of|that|which|representing)\b")
_COMPOUND = re.compile(r"^[A-Z][A-Za-z.]+-[a-z]")
_BASED = re.compile(r",? (?:which is )?(?:based|headquartered) in (?:the |downtown )?[A-Z]")
_THE_UNION = re.compile(r"\b(?:[Tt]he|[Oo]ur|[Tt]heir) union\b")


def votes(naming: Naming) -> dict[str, str]:
    """Names without a head word to the class that their surroundings give them."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    sites: dict[str, bool] = {}  # those of mines and plants, and whether one would be an employer there
    listed = -1  # where the last name of a list of companies ends
    for name, span in _candidates(naming):
        kinds = (*_said(name, span, naming), *_across(span, naming))
        if not kinds and (listings.goes_on(listed, span, naming) or listings.closes(span, naming)):
            kinds = (terms.Company,)
        listed = span.end if set(kinds) == {terms.Company} else -1
        if _is_site(span, naming):
            sites[name] = sites.get(name, False) or set(kinds) == {terms.Company}
            continue
        for kind in kinds:
            found[name][kind] += 1
    if sites:
        others = any(terms.Company in counts for name, counts in found.items() if name not in sites)
        others = others or any(naming.is_a(iri, *_EMPLOYERS) for iri in naming.agents)
        for name, employs in sites.items():
            if others and set(found.get(name, ())) == {terms.Company}:
                del found[name]
            elif employs and not others:  # "staff at the X mine", of nobody else
                found[name][terms.Company] += 1
    return {name: max(counts, key=lambda k: (counts[k], k == terms.LaborUnion)) for name, counts in found.items()}


_EMPLOYERS = (terms.Company, terms.EmployerAssociation)


def retype(naming: Naming) -> None:
    """An association that strikes, is struck for or has a rank and file is a union, whatever its name leaves open."""
    around = naming.vocabulary.of(Around)
    open_ones = {a.iri for a in naming.agents.values() if not a.reviewed and a.type == terms.Organization}
    if not open_ones:
        return
    bodies = [iri for iri in open_ones if around.open_body.search(naming.agents[iri].name)]
    unions = any(naming.is_a(iri, terms.LaborUnion) for iri in naming.agents)
    if len(bodies) == 1 and not unions and _THE_UNION.search(naming.folded):
        naming.agents[bodies[0]] = replace(naming.agents[bodies[0]], type=terms.LaborUnion)
    for mention in naming.within(Span(0, len(naming.folded))):
        iri = mention.agents[0]
        if iri not in open_ones or naming.agents[iri].type != terms.Organization:
            continue
        after = naming.folded[mention.span.end : mention.span.end + 90].lstrip(")")
        before = naming.folded[max(0, mention.span.start - 44) : mention.span.start].lower()
        if around.striker.match(after) or around.union_after.match(after) or around.union_before.search(before):
            naming.agents[iri] = replace(naming.agents[iri], type=terms.LaborUnion)


def speakers(naming: Naming) -> None:
    """Capitals that speak in an article that names no union are taken for the union."""
    if any(naming.is_a(agent.iri, terms.LaborUnion) for agent in naming.agents.values()):
        return
    speaks = naming.vocabulary.of(Around).speaks
    for name, span in _candidates(naming):
        if " " not in name and name.isupper() and 2 < len(name) < 8 and speaks.match(naming.folded, span.end):
            iri = iris.agent(name)
            naming.agents.setdefault(iri, Agent(iri, name, terms.LaborUnion, reviewed=False))
            naming.short.setdefault(name, iri)
            return


def find(naming: Naming, voted: dict[str, str]) -> None:
    """Adds the names that got votes, wherever they stand free."""
    voted = {name: kind for name, kind in voted.items() if name.isupper() or ("", name) not in naming.people}
    shortened.in_full(voted, naming)
    known = {
        name: naming.short.get(name) or _within(name, kind, naming) or iris.agent(name) for name, kind in voted.items()
    }
    for name, kind in voted.items():
        iri = known[name]
        if iri not in naming.agents:
            naming.agents[iri] = Agent(iri, name, kind, reviewed=False)
    if voted:
        for name, piece in naming.pieces:
            if name in voted:
                naming.refer(capitals.span(piece), (known[name],), "name", "context")


def _within(name: str, kind: str, naming: Naming) -> str | None:
    """The one union whose name holds another that is told of as a union: "Equity" of an "Actors' Equity Association"."""
    words = set(name.lower().split())
    fitting = [a.iri for a in naming.agents.values() if a.type == kind and words <= set(a.name.lower().split())]
    return fitting[0] if len(fitting) == 1 and kind == terms.LaborUnion else None


def _candidates(naming: Naming) -> Iterator[tuple[str, Span]]:
    """Free pieces of one to four words that can be a name and are no place, month or common word."""
    vocabulary = naming.vocabulary
    no_names = vocabulary.words(lists.NOT_NAME)
    for text, piece in naming.pieces:
        if len(piece) > 4 or len(text) < 2:
            continue
        span = capitals.span(piece)
        if naming.taken(span):
            continue
        lows = [word.low for word in piece]
        if len(lows) == 1 and lows[0] in vocabulary.union_word:
            yield text, span
            continue
        if len(lows) == 1 and (
            (lows[0] in vocabulary.alone and not _apposed_union(span, naming))
            or (lows[0] in naming.lowercase and not text.isupper())
            or lows[0] in no_names
            or lows[0] in vocabulary.acting_employers
            or number(lows[0]) is not None  # "Fifteen unions"
            or text[0].isdigit()
        ):
            continue
        if "'" in lows[0] and (lows[0].endswith("n't") or lows[0].partition("'")[0] in vocabulary.lead):
            continue  # "We've offered"
        if len(lows) == 1 and lows[0].endswith("ly") and text not in naming.inside and _opening(span, naming):
            continue  # "Notably, the company said"
        if len(lows) > 2 and text.isupper():
            continue  # a slogan: "HOLD THE LINES"
        if lows[0].isdigit() and all(low in no_names or low in vocabulary.alone for low in lows[1:]):
            continue  # "36 Locals"
        phrase = " ".join(lows)
        if _ACRONYMS.fullmatch(text):
            continue  # "CEOs": many of a kind, no name
        if phrase in no_names or phrase in vocabulary.no_names:
            continue
        if f"{lows[-1]} union" in vocabulary.no_names and naming.low.startswith(" union", span.end):
            continue
        if not CALENDAR.isdisjoint(lows):
            continue
        if all(low in vocabulary.place or low in vocabulary.demonym for low in lows) or text in naming.places:
            continue
        if ("-" in text and _COMPOUND.search(piece[-1].text)) or lows[-1] in vocabulary.words_not_surname:
            continue
        if len(lows) > 1 and (
            lows[-1] in vocabulary.title or lows[0] in vocabulary.honorific or lows[0] in vocabulary.lead
        ):
            continue
        yield text, span


def _opening(span: Span, naming: Naming) -> bool:
    """Whether a word opens its sentence before a comma, as an adverb does."""
    return span.start == naming.sentence_start(span.start) and naming.folded.startswith(",", span.end)


def _apposed_union(span: Span, naming: Naming) -> bool:
    """Whether a word that elsewhere names no body is told of as a union: "Equity, the union for performers"."""
    before = naming.low[max(0, span.start - 13) : span.start]
    if before.endswith("the ") and naming.low.startswith(" union ", span.end):
        return True
    return (
        before.endswith((" trade union ", " labor union ")) or _UNION_BEHIND.match(naming.folded, span.end) is not None
    )


def _said(name: str, span: Span, naming: Naming) -> Iterator[str]:
    text, vocabulary = naming.folded, naming.vocabulary
    around = vocabulary.of(Around)
    before = text[max(0, span.start - 44) : span.start].lower()
    after = text[span.end : span.end + 90]
    if around.cabinet.match(after):
        return  # "the Farrow government" is named after a person
    if name.lower() in vocabulary.union_word:
        behind, ahead = (around.word_union_after, around.union_after), (around.union_before, around.officer_before)
        if any(p.match(after) for p in behind) or any(p.search(before) for p in ahead) or _beside_union(span, naming):
            yield terms.LaborUnion
        return
    aside = around.aside.match(after)
    if aside is not None and not vocabulary.title.isdisjoint(re.findall(r"[\w-]+", aside[0])):
        aside = None  # "Ann Rowe, the company's head of personnel, said it"
    later = text[span.end + aside.end() : span.end + aside.end() + 90] if aside is not None else ""
    acronym = name.isupper() and len(name) > 1
    last = before.rstrip(" ").removesuffix(" the").rsplit(" ", 1)[-1]
    union_before = around.union_before.search(before) if last.endswith(around.union_links) else None
    if union_before is not None and text[span.start - len(before) + union_before.start()] == "U":
        union_before = None  # "the spokesman for the X Union, Jane Roe": the end of a name, which "Jane Roe" is not
    if around.association_after.match(after) or around.association_before.search(before):
        yield from (terms.EmployerAssociation,) * 3
        return
    if around.union_after.match(after) or union_before is not None:
        yield terms.LaborUnion
        yield terms.LaborUnion
    if (acronym or " " in name) and last not in ("at", "from") and around.deed_after.match(after):
        yield terms.LaborUnion
        yield terms.LaborUnion
    if (acronym and around.members_after.match(after)) or around.members_did.match(after):
        yield terms.LaborUnion
    if acronym and around.acronym_office.match(after):
        yield terms.LaborUnion
    if acronym and around.officer_before.search(before):
        yield terms.LaborUnion
    if naming.vocabulary.given.isdisjoint((name.lower().split()[0],)) and _BASED.match(after):
        yield terms.Company
    if text[span.start - 2 : span.start] == ", " and listings.among_companies(span, naming):
        yield terms.Company
    nouns = before.rstrip(" ,").removesuffix(" the").replace(",", " ,").split()[-3:]
    if (nouns and nouns[-1] in around.company_links and around.company_before.search(before)) or (
        text[max(0, span.start - 3) : span.start] != "'s "
        and (_of_company(after, naming) or around.company_after.match(later))
    ):
        yield terms.Company
    for size in (1, 2, 3):
        if len(nouns) >= size and " ".join(nouns[-size:]) in vocabulary.noun:
            yield terms.Company
            break
    following = re.match(r"(?:'s?)? (?P<word>[A-Za-z]+(?: [a-z]+)?)", after)
    leads = (
        " " not in name
        and not acronym
        and name not in naming.inside
        and opens(span.start, text, naming.sentence_start(span.start))
    )
    if following is not None and not leads:
        words = following["word"].lower()
        if words.split()[0] in vocabulary.staff or words.replace(" ", "-") in vocabulary.staff:
            yield terms.Company


def _beside_union(span: Span, naming: Naming) -> bool:
    """Whether a list puts a name behind a union: "the X, the Y and Unite"."""
    at = span.start - 5
    other = naming.ending(at) if naming.folded.startswith(" and ", at) else None
    return other is not None and naming.is_a(other.agents[0], terms.LaborUnion)


def _is_site(span: Span, naming: Naming) -> bool:
    """Whether a name is that of a mine or a depot, or of where a company has a plant: "the X mine", "Farrow's X plant",
    "its X plant".
    """
    around, text = naming.vocabulary.of(Around), naming.folded
    if around.site.match(text, span.end) is not None:
        return True
    owned = text[max(0, span.start - 7) : span.start].endswith(("'s ", " its ", " their "))
    return owned and around.owned_site.match(text, span.end) is not None


def _of_company(after: str, naming: Naming) -> bool:
    """Whether what stands behind a name is told of companies; "a miner" is a person but for a word of size."""
    around = naming.vocabulary.of(Around)
    told = around.company_after.match(after)
    if told is None:
        return False
    last = told[0].rsplit(" ", 1)[-1]
    office = last in around.kinds and last in naming.vocabulary.title
    return not office or around.sizes.search(told[0]) is not None


def _across(span: Span, naming: Naming) -> Iterator[str]:
    """Who sits across the table from a union: "talks between the X Union (XU) and Y", "a dispute between Y and the XU"."""
    text = naming.folded
    start = span.start - 4 if text.startswith("the ", max(0, span.start - 4)) else span.start
    before = text[max(naming.sentence_start(start), start - 120) : start]
    if before.endswith(" and "):
        other = naming.ending(start - 5) or naming.ending(start - 6)
    elif before.endswith(" between ") and text.startswith(" and ", span.end):
        other = naming.at(span.end + 5) or naming.at(span.end + 9)
    else:
        return
    union = other is not None and naming.is_a(other.agents[0], terms.LaborUnion)
    if union and naming.vocabulary.of(Around).between.search(before.lower()):
        yield terms.Company
