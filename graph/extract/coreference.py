"""Phrases that refer to an agent named elsewhere: "the actors union", "both unions", "the studios", "it", "they".

A phrase is resolved by what it says of the agent, else by the nearest agent of the right class. Words inside direct speech
are left alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Set

from graph.extract import companies, headnouns, workforces
from graph.extract.gazetteer import Gazetteer, agent_of
from graph.extract.naming import Naming
from graph.model import Agent, Mention, Span
from ontology import terms

_UNION = re.compile(
    r"\b(?:the|their|its|this|a) (?:(?P<what>[a-z]+(?:['’]s?)?(?: and [a-z]+['’]?)?(?:['’]s?)?) )?(?P<noun>unions?|guilds?|local)\b(?!-)(?!['’]?s? (?:busting|label|station|jack|hall))"
)
_LEADERS = re.compile(
    r"(?:(?<![\w'’-] )|(?<=\bof ))(?<!\w)(?P<noun>union|guild) (?:leaders|leadership|negotiators|members)\b"
)
_APPOSED = re.compile(r"(?:, | \(|, called )(?:the )?")
_WHOSE = re.compile(r",? (?:representing|that represents|which represents) ((?:[\w,-]+ ){0,5}[a-z]+s)\b")
_WHOM = re.compile(r" (?:that|which) (?:represents|represented) (?:[a-z'’-]+ ){0,4}?(?:[a-z-]+s)\b(?= ?[,.;)])")
_BOTH = re.compile(r"\b(?:both|the two|the|all) (?P<noun>unions|guilds|sides|parties)\b")
_WORKERS_UNIONS = re.compile(
    r"\b(?P<one>[a-z]+)['’]? and (?P<two>[a-z]+)['’]? (?P<noun>unions|guilds|strikes?|strike)\b"
)
_COMMITTEE = re.compile(
    r"\b(?:the|its|their) (?P<noun>(?:bargaining|negotiating|organi[sz]ing) (?:committee|team|unit|council))\b(?! (?:of|for|at) )"
)
_MANAGEMENT = re.compile(
    r"(?<!middle )(?<!senior )(?<!case )(?<!project )(?<!time )\b(?P<noun>management)\b(?! (?:team|rights|fee|style|compan|consult|of\b|system|plan))"
)
_EMPLOYER_KINDS = (terms.Company, terms.EmployerAssociation)
_UNIONIST = re.compile(r"\bthe (?:trade unionist|unionist|union (?:leader|boss|chief|head)|labou?r leader)\b(?! [A-Z])")
_PRONOUN = re.compile(r"\b(?P<noun>it|they|he|she)\b")
# Words without which a pattern cannot match in a sentence.
_JOINED = frozenset("unions guilds strike strikes".split())
_COMMITTEE_NOUNS = frozenset(("bargaining", "negotiating", "organizing", "organising"))
_PAIRED = frozenset("unions guilds sides parties".split())
_UNION_NOUNS = frozenset("union unions guild guilds local".split())
_UNIONIST_NOUNS = frozenset("unionist leader boss chief head".split())
_PRONOUNS = frozenset("it they he she".split())


def find(naming: Naming, gazetteer: Gazetteer) -> None:
    """Adds nominal and pronoun mentions; sides that only a nominal names are taken from the registry."""
    _registry_nominals(naming, gazetteer)
    headnouns.find(naming)
    _offices(naming)
    low, vocabulary = naming.low, naming.vocabulary
    for sentence, words in zip(naming.sentences, naming.words, strict=True):
        start, end = sentence.span.start, sentence.span.end
        if "and" in words and not _JOINED.isdisjoint(words):
            for match in _WORKERS_UNIONS.finditer(low, start, end):
                _two_workforces(match, naming, gazetteer)
        if not _PAIRED.isdisjoint(words):
            for match in _BOTH.finditer(low, start, end):
                _both(match, naming)
        if not _UNION_NOUNS.isdisjoint(words):
            for match in _UNION.finditer(low, start, end):
                _union(match, naming, gazetteer)
            for match in _LEADERS.finditer(low, start, end):
                _nearest(
                    Span(match.start(), match.end()),
                    naming,
                    (terms.LaborUnion,),
                    rule="recency",
                    guilds=gazetteer.guilds if match["noun"] == "guild" else None,
                )
        if "the" in words:
            if not vocabulary.employers_nominal.begins.isdisjoint(words):
                for match in vocabulary.employers_nominal.pattern.finditer(low, start, end):
                    _side(match, naming, (terms.EmployerAssociation,))
            if not vocabulary.employer_nominal.begins.isdisjoint(words):
                for match in vocabulary.employer_nominal.pattern.finditer(low, start, end):
                    _side(match, naming, (terms.Company,))
        companies.find(sentence.span, words, naming)
        if not _COMMITTEE_NOUNS.isdisjoint(words):
            for match in _COMMITTEE.finditer(low, start, end):
                _nearest(Span(match.start("noun"), match.end()), naming, (terms.LaborUnion,), rule="recency")
        if "management" in words:
            _management(sentence.span, naming)
        workforces.find(sentence.span, words, naming, gazetteer)
        if not _PRONOUNS.isdisjoint(words):
            for match in _PRONOUN.finditer(low, start, end):
                _pronoun(match, sentence.span, naming)


def _offices(naming: Naming) -> None:
    """ "the RMT general secretary", "the superintendent": the one person to whom the text gives that office."""
    common = naming.vocabulary.common_office
    by_office: dict[str, set[str]] = {}
    for agent in naming.agents.values():
        if agent.role is not None and agent.type == terms.Person and agent.role.lower() not in common:
            by_office.setdefault(agent.role.lower(), set()).add(agent.iri)
            last = agent.role.lower().split()[-1]
            if last not in common:
                by_office.setdefault(last, set()).add(agent.iri)
    offices = {office: min(iris) for office, iris in by_office.items() if len(iris) == 1}
    for match in _UNIONIST.finditer(naming.low) if _names_leader(naming) else ():
        person = _topic(
            Span(match.start(), match.end()), Span(naming.sentence_start(match.start()), match.end()), naming
        )
        if person is not None and naming.told(Span(match.start(), match.end())):
            naming.refer(Span(match.start(), match.end()), person.agents, "nominal", "recency")
    if not offices:
        return
    words = "|".join(re.escape(office) for office in sorted(offices, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:the|its|their|'s|’s) (?:[\w'’&-]+ ){{0,3}}?(?P<office>{words})\b(?!['’]s? )")
    met: dict[str, int] = {}
    for mention in naming.within(Span(0, len(naming.low))):
        met.setdefault(mention.agents[0], mention.span.end)
    firsts = {re.split(r"[^a-z]", office, maxsplit=1)[0] for office in offices}
    for sentence, present in zip(naming.sentences, naming.words, strict=True):
        if "" not in firsts and firsts.isdisjoint(present):
            continue
        for match in pattern.finditer(naming.low, sentence.span.start, sentence.span.end):
            iri = offices[match["office"]]
            follows = re.match(r",? (?:of |for |at )?(?:the )?[A-Z]", naming.folded[match.end() : match.end() + 12])
            if follows is None and met.get(iri, match.end()) < match.start():
                naming.refer(Span(match.start("office"), match.end()), (iri,), "nominal", "office")


def _names_leader(naming: Naming) -> bool:
    return any(not _UNIONIST_NOUNS.isdisjoint(words) for words in naming.words)


def _registry_nominals(naming: Naming, gazetteer: Gazetteer) -> None:
    """Phrases that the registry gives to one agent; generic ones ("the studios") only where the agent is named too."""
    for phrase in gazetteer.phrases:
        at = naming.low.find(phrase)
        while at >= 0:
            span = Span(at, at + len(phrase))
            at = naming.low.find(phrase, span.end)
            if not _word(naming.low, span) or not naming.told(span):
                continue
            entry = gazetteer.choose(gazetteer.nominals[phrase], span, naming)
            union = naming.lexicon.agent_is_a(entry.type, terms.LaborUnion)
            if entry.iri in naming.agents or (union and workforces.familiar(naming)):
                naming.agents.setdefault(entry.iri, agent_of(entry))
                naming.refer(span, (entry.iri,), "nominal", "registry")


def _word(low: str, span: Span) -> bool:
    before = low[span.start - 1] if span.start else " "
    after = low[span.end] if span.end < len(low) else " "
    return not (before.isalnum() or after.isalnum())


def _union(match: re.Match[str], naming: Naming, gazetteer: Gazetteer) -> None:
    what, noun = match["what"], match["noun"]
    span = Span(match.start(), match.end())
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
        if what not in ("same", "powerful", "largest", "striking", "labor", "labour", "trade", "whole", "entire"):
            return
    _nearest(span, naming, (terms.LaborUnion,), rule="recency", guilds=gazetteer.guilds if noun == "guild" else None)


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


def _both(match: re.Match[str], naming: Naming) -> None:
    span = Span(match.start(), match.end())
    noun = match["noun"]
    kinds = (
        (terms.LaborUnion,)
        if noun in ("unions", "guilds")
        else (terms.LaborUnion, terms.EmployerAssociation, terms.Company)
    )
    found: list[str] = []
    for mention in naming.before(span.start):
        for iri in mention.agents:
            if naming.is_a(iri, *kinds) and not naming.is_a(iri, terms.NewsOrganization) and iri not in found:
                found.append(iri)
        if len(found) >= 2:
            break
    if noun in ("sides", "parties"):
        union = next((iri for iri in found if naming.is_a(iri, terms.LaborUnion)), None)
        other = next((iri for iri in found if not naming.is_a(iri, terms.LaborUnion)), None)
        found = [iri for iri in (union, other) if iri is not None]
    if len(found) >= 2:
        naming.refer(span, tuple(found[:2]), "nominal", "pair")


def _two_workforces(match: re.Match[str], naming: Naming, gazetteer: Gazetteer) -> None:
    span = Span(match.start(), match.end())
    found = [
        iri
        for word in (match["one"], match["two"])
        if (iri := workforces.union_of(word, span, naming, gazetteer)) is not None
    ]
    if len(found) == 2 and found[0] != found[1]:
        end = match.end("two") if match["noun"].startswith("strike") else match.end()
        naming.refer(Span(match.start(), end), tuple(found), "nominal", "workforces")


def _side(match: re.Match[str], naming: Naming, kinds: tuple[str, ...]) -> None:
    span = Span(match.start(), match.end())
    noun = match["noun"]
    if noun in ("association", "alliance", "group"):
        _nearest(span, naming, kinds, rule="recency")
        return
    if kinds == (terms.Company,):
        _employer(span, noun.split()[-1], naming)
        return
    named = [a.iri for a in naming.agents.values() if naming.is_a(a.iri, *kinds)]
    if len(named) == 1:
        naming.refer(span, (named[0],), "nominal", "only-one")
    elif named:
        _nearest(span, naming, kinds, rule="recency")


def _employer(span: Span, noun: str, naming: Naming) -> None:
    """ "the hospital", "the district", "the airline": the last whose name says so, else, of companies, the last."""
    if _apposed(span, (terms.Company, terms.PublicAgency), naming):
        return
    words = naming.vocabulary.kinds.get(noun, frozenset())
    public = noun in naming.vocabulary.public_noun
    for mention in itertools.islice(naming.before(span.start), 60):
        iri = mention.agents[0]
        if len(mention.agents) > 1 or mention.kind != "name" or not naming.is_a(iri, terms.Company, terms.PublicAgency):
            continue
        name = naming.agents[iri].name.lower().split()
        if not words.isdisjoint((name[0], name[-1]) if public else name):
            naming.refer(span, (iri,), "nominal", "name")
            return
    if not public:
        _nearest(span, naming, (terms.Company,), rule="recency")


def _management(sentence: Span, naming: Naming) -> None:
    """ "management" is the employer where the article names but one."""
    employers = [a.iri for a in naming.agents.values() if naming.is_a(a.iri, *_EMPLOYER_KINDS)]
    employers = [iri for iri in employers if not naming.is_a(iri, terms.NewsOrganization)]
    if len(employers) == 1:
        for match in _MANAGEMENT.finditer(naming.low, sentence.start, sentence.end):
            span = Span(match.start("noun"), match.end("noun"))
            owner = naming.ending(match.start() - 1) or naming.ending(match.start() - 3)
            if owner is None and not naming.quoted(span):
                naming.refer(span, (employers[0],), "nominal", "only-one")


def _is_guild(agent: Agent, guilds: Set[str]) -> bool:
    if agent.reviewed:
        return agent.iri in guilds
    return "guild" in agent.name.lower() or "G" in agent.name


def _nearest(span: Span, naming: Naming, kinds: tuple[str, ...], *, rule: str, guilds: Set[str] | None = None) -> None:
    fallback: str | None = None
    passed: str | None = None  # one that only a quotation names
    spoken = naming.quoted(span)
    for step, mention in enumerate(naming.before(span.start)):
        if step > 40:
            break
        iri = mention.agents[0]
        if len(mention.agents) != 1 or not naming.is_a(iri, *kinds) or naming.is_a(iri, terms.NewsOrganization):
            continue
        if not spoken and naming.quoted(mention.span):
            passed = passed or iri
            continue
        if guilds is not None and not _is_guild(naming.agents[iri], guilds):
            fallback = fallback or iri
            continue
        whom = _subject_before(mention, span, kinds, naming, guilds) or iri
        naming.refer(span, (naming.acting(whom),), "nominal", rule)
        return
    fallback = fallback or passed
    if fallback is None:
        named = [
            a.iri
            for a in naming.agents.values()
            if naming.is_a(a.iri, *kinds) and not naming.is_a(a.iri, terms.NewsOrganization)
        ]
        fallback = named[0] if len(named) == 1 else None
    if fallback is not None:
        naming.refer(span, (fallback,), "nominal", rule)


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
        fits = naming.is_a(first.agents[0], *kinds) and (
            guilds is None or _is_guild(naming.agents[first.agents[0]], guilds)
        )
        return first.agents[0] if fits else None
    return None


def _topic(span: Span, sentence: Span, naming: Naming) -> Mention | None:
    """Whom "he" or "she" means: the last person of the sentence so far, else the first of the sentence before."""
    earlier: Mention | None = None
    start: int | None = None
    spoken = naming.quoted(span)
    for mention in naming.before(span.start):
        if mention.span.end < sentence.start - (320 if spoken else 1200):
            break
        if len(mention.agents) != 1 or not naming.is_a(mention.agents[0], terms.Person) or mention.kind == "pronoun":
            continue
        if not spoken and naming.quoted(mention.span):
            continue
        if mention.span.start >= sentence.start:
            return mention
        at = naming.sentence_start(mention.span.start)
        if start is not None and at != start:
            break
        start, earlier = at, mention
    return earlier


def _unnamed_employers(span: Span, sentence: Span, naming: Naming) -> bool:
    """Whether the sentence is so far about employers whom nobody names: "Agencies want a flat fee; they say ..."."""
    if any(m.kind != "pronoun" for m in naming.within(Span(sentence.start, span.start))):
        return False
    words = naming.low[sentence.start : span.start].split()[:4]
    return any(word.endswith("s") and word in naming.vocabulary.employer for word in words)


def _pronoun(match: re.Match[str], sentence: Span, naming: Naming) -> None:
    """A pronoun takes the nearest agent that agrees, in this sentence or the one before."""
    span = Span(match.start(), match.end())
    word = match["noun"]
    kinds = (terms.Person,) if word in ("he", "she") else (terms.LaborUnion, terms.EmployerAssociation, terms.Company)
    limit = sentence.start - 320
    if kinds == (terms.Person,):
        topic = _topic(span, sentence, naming)
        if topic is not None:
            naming.refer(span, topic.agents, "pronoun", "agreement")
        return
    best: Mention | None = None
    if word == "they" and _unnamed_employers(span, sentence, naming):
        return
    for mention in naming.before(span.start):
        if mention.span.end < limit:
            break
        if len(mention.agents) == 1 and naming.is_a(mention.agents[0], *kinds) and mention.kind != "pronoun":
            if naming.is_a(mention.agents[0], terms.NewsOrganization):
                continue
            best = mention
            break
    if best is not None and not (
        word == "it"
        and re.match(
            r" (?:is|was|will be|would be) (?:clear|unclear|important|likely|not|the|a|being|just|just|possible|time|hard)\b",
            naming.low[span.end : span.end + 30],
        )
    ):
        naming.refer(span, best.agents, "pronoun", "agreement")
