"""Nouns for a side, resolved: "the actors union", "both sides", "the company", "management", "the bargaining committee"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Set

from graph.extract import workforces
from graph.extract.gazetteer import Gazetteer
from graph.extract.naming import Naming
from graph.extract.words import Words
from graph.model import Agent, Mention, Span
from ontology import lists, terms

_APPOSED = re.compile(r"(?:, | \(|, called )(?:the )?")
_WHOSE = re.compile(r",? (?:representing|that represents|which represents) ((?:[\w,-]+ ){0,5}[a-z]+s)\b")
_WHOM = re.compile(r" (?:that|which) (?:represents|represented) (?:[a-z'’-]+ ){0,4}?(?:[a-z-]+s)\b(?= ?[,.;)])")
# After these words "union leaders" stands for itself: not "nurses union leaders".
_LEADING = "|".join(rf"(?<=\b{word} )" for word in "of but and that as after before while when by with since".split())
_EMPLOYERS = (terms.Company, terms.EmployerAssociation)


class Nominal:
    """The patterns of nouns for a side, and the words without which each cannot match in a sentence."""

    def __init__(self, words: Words) -> None:
        self.union_nouns = words.words(lists.UNION_NOUN)
        self.paired = words.words(lists.SIDE_NOUN)
        self.joined = words.words(lists.JOINED_NOUN)
        self.committee_kinds = words.words(lists.COMMITTEE_KIND)
        self.managements = words.words(lists.MANAGEMENT)
        self.union = re.compile(
            r"\b(?:the|their|its|this|a) (?P<strong>[\w,]+-(?:strong|member|person) )?(?:(?P<what>[a-z]+(?:['’]s?)?(?: and [a-z]+['’]?)?(?:['’]s?)?) )?"
            rf"(?P<noun>{words.either(lists.UNION_NOUN)})\b(?!-)(?!['’]?s? {words.either(lists.UNION_THING)})"
        )
        self.led = words.firsts(lists.UNION_LEADER)
        self.leaders = re.compile(
            rf"(?:(?<![\w'’-] )|{_LEADING})(?<!\w)(?P<noun>{words.either(lists.UNION_BODY)}) "
            rf"{words.either(lists.UNION_LEADER)}\b"
        )
        self.both = re.compile(rf"\b(?:both|the two|the|all) (?P<noun>{words.either(lists.SIDE_NOUN)})\b")
        self.workers_unions = re.compile(
            rf"\b(?P<one>[a-z]+)['’]? and (?P<two>[a-z]+)['’]? (?P<noun>{words.either(lists.JOINED_NOUN)})\b"
        )
        self.committee = re.compile(
            rf"\b(?:the|its|their) (?P<noun>{words.either(lists.COMMITTEE_KIND)} {words.either(lists.COMMITTEE_NOUN)})\b"
            r"(?! (?:of|for|at|representing) )"
        )
        others = "".join(rf"(?<!{re.escape(word)} )" for word in sorted(words.words(lists.MANAGEMENT_NOT_BEFORE)))
        self.management = re.compile(
            rf"{others}\b(?P<noun>{words.either(lists.MANAGEMENT)})\b"
            rf"(?! (?:of\b|{words.either(lists.MANAGEMENT_NOT_BEHIND)}))"
        )


def union(match: re.Match[str], naming: Naming, gazetteer: Gazetteer) -> None:
    """Refers "the union", "the nurses union" to the union that the words around it tell of, else to the nearest."""
    what, noun = match["what"], match["noun"]
    span = Span(match.start("noun") if match["strong"] else match.start(), match.end())
    if noun.endswith("s"):
        return
    if _apposed(span, (terms.LaborUnion,), naming) or _behind(span, naming):
        return
    whose = _WHOSE.match(naming.low, span.end)
    aside = whose is not None and whose[0].startswith(",") and _met(span, naming)
    if whose is not None and what is None and not aside:
        of = next((u for w in whose[1].split() if (u := workforces.union_of(w, span, naming, gazetteer))), None)
        if of is not None:
            naming.refer(span, (of,), "nominal", "workforce")
            return
        if _of_another_trade(whose[1], span, naming):
            return
    if what is not None:
        trade = what.split()[-1]
        iri = workforces.union_of(trade, span, naming, gazetteer) or workforces.union_of(
            f"{trade}s", span, naming, gazetteer
        )
        if iri is not None:
            naming.refer(span, (iri,), "nominal", "workforce")
            return
        named = workforces.called(what.split()[-1], naming, gazetteer)
        if named is not None:
            naming.refer(span, (named,), "nominal", "name")
            return
        if not naming.vocabulary.workers.isdisjoint((trade, f"{trade}s")):
            only = workforces.only_union(naming)  # "the teacher union" where the article names one union
            if only is not None:
                naming.refer(span, (only,), "nominal", "only-one")
            return
        if what not in naming.vocabulary.words(lists.UNION_ADJECTIVE):
            return
    nearest(span, naming, (terms.LaborUnion,), rule="recency", guilds=gazetteer.guilds if noun == "guild" else None)


def _of_another_trade(words: str, span: Span, naming: Naming) -> bool:
    """Whether "the union representing dancers" is none that the article names: each of those is of another trade."""
    trades = naming.vocabulary.member - naming.vocabulary.words(lists.WORKERS_ANY)
    told = trades.intersection(words.split())
    unions = [agent.name for agent in naming.agents.values() if naming.is_a(agent.iri, terms.LaborUnion)]
    theirs = [trades.intersection(name.lower().replace("'", "").split()) for name in unions]
    return bool(told) and all(theirs) and all(told.isdisjoint(of) for of in theirs)


def _met(span: Span, naming: Naming) -> bool:
    """Whether the article has named a union before, which "the union, which represents ..." then goes on with."""
    return any(
        m.kind == "name" and naming.is_a(m.agents[0], terms.LaborUnion)
        for m in itertools.islice(naming.before(span.start), 12)
    )


def _apposed(span: Span, kinds: tuple[str, ...], naming: Naming) -> bool:
    """ "their union, the X", "the airline, Y": the name behind a phrase says whom it means."""
    opening = _APPOSED.match(naming.low, span.end)
    named = naming.at(opening.end()) if opening is not None else None
    if named is None or len(named.agents) != 1 or not naming.is_a(named.agents[0], *kinds):
        return False
    return naming.refer(span, named.agents, "nominal", "apposition")


def _behind(span: Span, naming: Naming) -> bool:
    """ "X, the union that represents actors": the name before a phrase says whom it means."""
    named = naming.ending(span.start - 2) if naming.low[span.start - 2 : span.start] == ", " else None
    if named is None or len(named.agents) != 1 or not naming.is_a(named.agents[0], terms.LaborUnion):
        return False
    members = _WHOM.match(naming.low, span.end)
    whole = Span(span.start, members.end() if members is not None else span.end)
    return named.kind == "name" and naming.refer(whole, named.agents, "nominal", "apposition")


def both(match: re.Match[str], naming: Naming) -> None:
    """Refers "both sides", "the two unions" to the last two that fit."""
    span = Span(match.start(), match.end())
    noun = match["noun"]
    kinds = (
        (terms.LaborUnion,)
        if noun in naming.vocabulary.words(lists.UNION_NOUN)
        else (terms.LaborUnion, terms.EmployerAssociation, terms.Company)
    )
    found: list[str] = []
    for mention in naming.before(span.start):
        for iri in mention.agents:
            if naming.is_a(iri, *kinds) and not naming.is_a(iri, terms.NewsOrganization) and iri not in found:
                found.append(iri)
        if len(found) >= 2:
            break
    if noun not in naming.vocabulary.words(lists.UNION_NOUN):
        union = next((iri for iri in found if naming.is_a(iri, terms.LaborUnion)), None)
        other = next((iri for iri in found if not naming.is_a(iri, terms.LaborUnion)), None)
        found = [iri for iri in (union, other) if iri is not None]
    if len(found) >= 2:
        naming.refer(span, tuple(found[:2]), "nominal", "pair")


def two_workforces(match: re.Match[str], naming: Naming, gazetteer: Gazetteer) -> None:
    """Refers "the actors and writers strikes" to the unions of both workforces."""
    span = Span(match.start(), match.end())
    found = [
        iri
        for word in (match["one"], match["two"])
        if (iri := workforces.union_of(word, span, naming, gazetteer)) is not None
    ]
    if len(found) == 2 and found[0] != found[1]:
        end = match.end("two") if match["noun"].startswith("strike") else match.end()
        naming.refer(Span(match.start(), end), tuple(found), "nominal", "workforces")


def side(match: re.Match[str], naming: Naming, kinds: tuple[str, ...]) -> None:
    """Refers a noun for employers to the only one of the article, else to the nearest."""
    span = Span(match.start(), match.end())
    noun = match["noun"]
    if noun in naming.vocabulary.words(lists.BODY_NOUN):
        nearest(span, naming, kinds, rule="recency")
        return
    if kinds == (terms.Company,):
        employer(span, noun.split()[-1], naming)
        return
    named = [a.iri for a in naming.agents.values() if naming.is_a(a.iri, *kinds)]
    if len(named) == 1:
        naming.refer(span, (named[0],), "nominal", "only-one")
    elif named:
        nearest(span, naming, kinds, rule="recency")


def employer(span: Span, noun: str, naming: Naming) -> None:
    """ "the hospital", "the district", "the airline": the last whose name says so, else, of companies, the last."""
    if _apposed(span, (terms.Company, terms.PublicAgency), naming):
        return
    if noun in naming.vocabulary.public_noun and naming.low.endswith("in ", 0, span.start):
        return  # "in the province": a place
    iri = by_noun(span, noun, naming)
    if iri is not None:
        naming.refer(span, (iri,), "nominal", "name")
    elif noun not in naming.vocabulary.public_noun:
        nearest(span, naming, (terms.Company,), rule="recency")


def by_noun(span: Span, noun: str, naming: Naming) -> str | None:
    """The last employer named before a place whose name tells of a noun: "the airline" of X Airways."""
    words = naming.vocabulary.kinds.get(noun, frozenset())
    public = noun in naming.vocabulary.public_noun
    for mention in itertools.islice(naming.before(span.start), 60):
        iri = mention.agents[0]
        if len(mention.agents) > 1 or mention.kind != "name" or not naming.is_a(iri, terms.Company, terms.PublicAgency):
            continue
        name = naming.agents[iri].name.lower().split()
        if not words.isdisjoint((name[0], name[-1]) if public else name) and not compared(mention, naming):
            return iri
    return None


def compared(mention: Mention, naming: Naming) -> bool:
    """Whether a body is only named to hold another against it: "in line with those of X", "better than X"."""
    return naming.low[max(0, mention.span.start - _COMPARING) : mention.span.start].endswith(_COMPARISONS)


_COMPARISONS = (
    "those of ",
    "that of ",
    "those at ",
    "that at ",
    " than ",
    " than at ",
    " like ",
    " rival ",
    " unlike ",
)
_COMPARING = 10  # characters before a name


def management(sentence: Span, naming: Naming) -> None:
    """ "management" is the employer where the article names but one."""
    named = [a.iri for a in naming.agents.values() if naming.is_a(a.iri, *_EMPLOYERS)]
    employers = [iri for iri in named if not naming.is_a(iri, terms.NewsOrganization)]
    if len(employers) == 1:
        for match in naming.vocabulary.of(Nominal).management.finditer(naming.low, sentence.start, sentence.end):
            span = Span(match.start("noun"), match.end("noun"))
            owner = naming.ending(match.start() - 1) or naming.ending(match.start() - 3)
            if owner is None and not naming.quoted(span):
                naming.refer(span, (employers[0],), "nominal", "only-one")


def _is_guild(agent: Agent, guilds: Set[str]) -> bool:
    if agent.reviewed:
        return agent.iri in guilds
    return "guild" in agent.name.lower() or "G" in agent.name


def nearest(span: Span, naming: Naming, kinds: tuple[str, ...], *, rule: str, guilds: Set[str] | None = None) -> None:
    """Refers a phrase to the nearest agent of a class; of `guilds` where given. One that only a quotation names comes last."""
    iri = chosen(span, naming, kinds, guilds)
    if iri is not None:
        naming.refer(span, (iri,), "nominal", rule)


def chosen(span: Span, naming: Naming, kinds: tuple[str, ...], guilds: Set[str] | None) -> str | None:
    """The agent of a class named last before a place, whom the article is about; else the only one that it names."""
    fallback: str | None = None
    passed: str | None = None  # one that only a quotation names
    spoken, umbrellas = naming.quoted(span), naming.vocabulary.words(lists.UMBRELLA)
    for step, mention in enumerate(naming.before(span.start)):
        if step > 40:
            break
        iri = mention.agents[0]
        if len(mention.agents) != 1 or not naming.is_a(iri, *kinds) or naming.is_a(iri, terms.NewsOrganization):
            continue
        aside = compared(mention, naming) or naming.agents[iri].name.lower() in umbrellas
        if aside or (not spoken and naming.quoted(mention.span)):
            passed = passed or iri
            continue
        if guilds is not None and not _is_guild(naming.agents[iri], guilds):
            fallback = fallback or iri
            continue
        return naming.acting(_subject_before(mention, span, kinds, naming, guilds) or iri)
    fallback = fallback or passed
    if fallback is None:
        named = [
            a.iri
            for a in naming.agents.values()
            if naming.is_a(a.iri, *kinds) and not naming.is_a(a.iri, terms.NewsOrganization)
        ]
        mentions = naming.within(Span(0, len(naming.low))) if len(named) == 1 else []
        fallback = named[0] if any(named[0] in mention.agents for mention in mentions) else None
    return fallback


def _subject_before(
    mention: Mention, span: Span, kinds: tuple[str, ...], naming: Naming, guilds: Set[str] | None
) -> str | None:
    """Of an earlier sentence that is about one body and only names another, the first: "A thanked B. The union ..."."""
    start = naming.sentence_start(mention.span.start)
    if start == naming.sentence_start(span.start):
        return None
    for first in naming.within(Span(start, mention.span.start)):
        if first.span.start - start > 4 or len(first.agents) != 1 or first.kind != "name":
            return None
        fitting = guilds is None or _is_guild(naming.agents[first.agents[0]], guilds)
        return first.agents[0] if fitting and naming.is_a(first.agents[0], *kinds) else None
    return None
