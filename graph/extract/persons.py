"""People named in a text, by the company their names keep: a title before or after, a verb of speech, "who".

A later bare surname is the same person. Roles and affiliations are kept as the text words them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph import iris
from graph.extract.naming import Naming
from graph.model import Agent, Span
from ontology import inflect, terms

_PART = r"(?:(?:[A-Z]\.){1,2}|[A-Z][a-zA-Z'’-]*[a-z]|(?:de|da|van|von|der|del|bin|la|le|di)(?= [A-Z])|(?:Mc|O'|Mac)[A-Z][a-z]+)"
_PERSON = rf"{_PART}(?: {_PART}){{1,3}}(?:,? (?:Jr\.|Sr\.|III|II))?"
_NAME = re.compile(_PERSON)
_NOT_FIRST = frozenset(
    "the a an in on at by for from with as and but or if when while after before since because although though however "
    "meanwhile this that these those their its his her our my your some many most more last next first no not both all each "
    "every according hollywood american monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december new los san las north south east west united great saint st "
    "black national international labor black mr mrs ms dr prof sen rep gov president general deal talks strike union guild "
    "how why what who where yes today tonight photo image image: video watch read breaking update exclusive former chief vice "
    "executive senior co actor actress writer director screenwriter producer showrunner comedian star governor senator mayor "
    "secretary chairman chairwoman chair ceo judge attorney lawyer spokesman spokeswoman spokesperson negotiator organizer "
    "professor doctor nurse teacher driver member".split()
)
_NOT_LAST = frozenset(
    "street avenue boulevard road studios studio pictures guild union association city county state university hospital inc corp "
    "company group news times post strike agreement act law day week month year awards award festival show series house park "
    "center centre america states kingdom angeles york francisco vegas jersey dakota carolina virginia hampshire mexico zealand "
    "korea africa ireland alliance federation league council board department district court bill committee team plaza square "
    "building theater theatre tower beach valley hills springs island islands lake river bay coast international media "
    "entertainment games interactive productions network channel radio magazine journal weekly tribune herald press learning "
    "intelligence platform contract negotiations proposal deal season episode film movie screen machine product manager listing "
    "workers teachers nurses actors writers motors airlines health care services system systems technologies wars bros mirror "
    "panther doctor strange world basic bargaining demands labor day friday monday sunday saturday".split()
)
_SPEECH = frozenset(
    form
    for verb in "say tell add explain write note argue warn state claim announce ask reply respond tweet post insist declare predict acknowledge comment joke recall stress urge".split()
    for form in inflect.verb_forms(verb)
    if form not in ("comments", "posts", "notes", "claims", "states", "comment", "post", "state", "claim", "note", "ask", "reply", "joke", "tweet", "tweets", "posting", "saying", "say")
)  # fmt: skip


@lru_cache(maxsize=8)
def _title_pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(t) for t in titles), key=len, reverse=True))
    lead = r"(?:(?:national|chief|senior|executive|assistant|deputy|vice|international|lead|former|acting|general|co-|associate|interim|longtime|veteran|regional|local|founding|managing|principal|head|top|union|guild|studio|film|television|tv|voice|video game|VFX|United States|U\.S\.|[A-Z][a-z]+(?: [A-Z][a-z]+)? (?=Division|Department))[ -]?)*"
    return re.compile(rf"(?i:{lead}(?:{words})s?(?: (?:and|&|/) {lead}(?:{words}))*)")


def find(naming: Naming, byline: tuple[Span, str] | None) -> None:
    """Adds persons found by pattern, first those whose office the text states."""
    titles = naming.lexicon.words.get("title", ())
    if byline is not None:
        span, name = byline
        naming.add(span, Agent(iris.agent(name), name, terms.Person, reviewed=False, role="reporter"), "name", "byline")
    if titles:
        pattern = _title_pattern(tuple(titles))
        for sentence in naming.sentences:
            _title_before(pattern, sentence.span, naming)
            _title_after(pattern, sentence.span, naming)
    for sentence in naming.sentences:
        _by_company(sentence.span, naming)
    if titles:
        _registry_roles(_title_pattern(tuple(titles)), naming)


def _candidate(words: str, start: int) -> tuple[Span, str] | None:
    """A person's name without what is no name at its ends; None where nothing of two words is left."""
    parts = words.split(" ")
    while parts and parts[0].lower().strip(".,'") in _NOT_FIRST:
        start += len(parts[0]) + 1
        parts = parts[1:]
    name = " ".join(parts)
    if name.endswith("'s"):
        name = name[:-2]
    low = [part.lower().strip(".,'") for part in name.split()]
    if len(low) < 2 or any(part in _NOT_LAST for part in low) or any(part in _NOT_FIRST for part in low[1:]):
        return None
    if sum(1 for part in name.split() if part[:1].isupper() and len(part.rstrip(".")) > 1) < 2 or name.isupper():
        return None
    return Span(start, start + len(name)), name


def _add(span: Span, name: str, naming: Naming, rule: str, role: str | None, affiliation: str | None) -> str | None:
    mention = naming.at(span.start)
    if mention is not None and mention.span == span:
        iri = mention.agents[0]
        if naming.is_a(iri, terms.Person) and role:
            naming.revise(iri, role=role, affiliation=affiliation)
        return iri if naming.is_a(iri, terms.Person) else None
    iri = next((a.iri for a in naming.agents.values() if a.type == terms.Person and a.name == name), iris.agent(name))
    agent = Agent(iri, name, terms.Person, reviewed=False, role=role, affiliation=affiliation)
    return iri if naming.add(span, agent, "name", rule) else None


def _title_before(pattern: re.Pattern[str], sentence: Span, naming: Naming) -> None:
    """ "Teamsters General President Sean O'Brien", "AMPTP president Carol Lombardini", "actor Bryan Cranston"."""
    text = naming.folded
    for match in pattern.finditer(text, sentence.start, sentence.end):
        if match.start() and text[match.start() - 1].isalnum():
            continue
        after = re.match(r"(?: of [A-Z]\S+)?,? ", text[match.end() :])
        start = match.end() + (after.end() if after else 0)
        if after is None:
            continue
        found = _NAME.match(text, start, sentence.end)
        if found is None:
            continue
        candidate = _candidate(found[0], start)
        if candidate is None or candidate[0].start != start:
            continue
        before = naming.ending(match.start() - 1) or naming.ending(match.start() - 3) if match.start() > 2 else None
        organization = (
            naming.organization(before)
            if before is not None and text[before.span.end : match.start()] in (" ", "'s ", "' ")
            else None
        )
        _add(*candidate, naming, "title-before", match[0].strip(), organization)


def _title_after(pattern: re.Pattern[str], sentence: Span, naming: Naming) -> None:
    """ "Ellen Stutzman, chief negotiator for the WGA", "Jane Roe, the union's president", "Mark Patch, a VFX organizer for X"."""
    text = naming.folded
    for found in _NAME.finditer(text, sentence.start, sentence.end):
        candidate = _candidate(found[0], found.start())
        if candidate is None:
            continue
        end = candidate[0].end
        opening = re.match(
            r", (?:who (?:is|was) )?(?:the |a |an |its |their )?(?:(?:[a-z]+(?: [a-z]+)?) (?:union|guild)'s )?",
            text[end : end + 60],
        )
        if opening is None:
            continue
        at = end + opening.end()
        organization = None
        holder = naming.at(at)
        if holder is not None and text[holder.span.end : holder.span.end + 3] == "'s ":
            organization = naming.organization(holder)
            at = holder.span.end + 3
        elif holder is not None and text[holder.span.end : holder.span.end + 1] == " ":
            organization = naming.organization(holder)
            at = holder.span.end + 1
        title = pattern.match(text, at, sentence.end)
        if title is None:
            continue
        tail = re.match(
            r"(?:,)? (?:of|at|for|with|from) (?:the )?(?:union |guild |company )?", text[title.end() : title.end() + 30]
        )
        if tail is not None and organization is None:
            organization = naming.organization(naming.at(title.end() + tail.end()))
        _add(*candidate, naming, "title-after", title[0].strip(), organization)


def _by_company(sentence: Span, naming: Naming) -> None:
    """Names that speak, or that "who" follows, or that stand with a worker's noun."""
    text = naming.folded
    for found in _NAME.finditer(text, sentence.start, sentence.end):
        candidate = _candidate(found[0], found.start())
        if candidate is None or naming.taken(candidate[0]):
            continue
        span, name = candidate
        after = text[span.end : span.end + 24]
        before = text[max(sentence.start, span.start - 24) : span.start].rstrip().lower()
        verb = re.match(r"(?: (?:also|later|then|further|recently))? ([a-z]+)\b", after)
        last = before.rsplit(" ", 1)[-1].strip("\"',")
        speaks = (verb is not None and verb[1] in _SPEECH) or last in _SPEECH
        if (
            speaks
            or re.match(r",? who\b", after)
            or (last in ("told", "with", "like", "including", "named") and _given(name))
        ):
            _add(span, name, naming, "speaks" if speaks else "named", None, None)
        elif _given(name) and len(name.split()) in (2, 3):
            _add(span, name, naming, "given-name", None, None)


def _given(name: str) -> bool:
    return name.split()[0].lower().rstrip(".") in _GIVEN or bool(re.match(r"[A-Z]\. ?[A-Z]", name))


def _registry_roles(pattern: re.Pattern[str], naming: Naming) -> None:
    """The office that the text gives to a person of the registry or to one found before."""
    text = naming.folded
    for sentence in naming.sentences:
        for mention in naming.within(sentence.span):
            if len(mention.agents) != 1 or not naming.is_a(mention.agents[0], terms.Person):
                continue
            for title in pattern.finditer(text, max(sentence.span.start, mention.span.start - 70), mention.span.start):
                gap = text[title.end() : mention.span.start]
                if gap not in (" ", ", ", " and "):
                    continue
                holder = naming.ending(title.start() - 1) or naming.ending(title.start() - 3)
                naming.revise(mention.agents[0], role=title[0].strip(), affiliation=naming.organization(holder))
            opening = re.match(r", (?:the |a |an )?", text[mention.span.end : mention.span.end + 8])
            if opening is not None:
                at = mention.span.end + opening.end()
                holder = naming.at(at)
                organization = None
                if holder is not None:
                    organization = naming.organization(holder)
                    skip = re.match(r"(?:'s)? ", text[holder.span.end : holder.span.end + 4])
                    at = holder.span.end + (skip.end() if skip else 0)
                title_match = pattern.match(text, at, sentence.span.end)
                if title_match is not None:
                    tail = re.match(r" (?:of|at|for|with) (?:the )?", text[title_match.end() : title_match.end() + 12])
                    if tail is not None and organization is None:
                        organization = naming.organization(naming.at(title_match.end() + tail.end()))
                    naming.revise(mention.agents[0], role=title_match[0].strip(), affiliation=organization)


def surnames(naming: Naming) -> None:
    """Later uses of a surname, or of a full name, of a person met before."""
    people = [a for a in naming.agents.values() if naming.is_a(a.iri, terms.Person)]
    for agent in sorted(people, key=lambda a: a.iri):
        first = next((m for m in naming.within(Span(0, len(naming.folded))) if agent.iri in m.agents), None)
        if first is None:
            continue
        words = agent.name.replace(",", "").split()
        last = next((w for w in reversed(words) if w not in ("Jr.", "Sr.", "II", "III")), words[-1])
        for name, kind in ((agent.name, "name"), (last, "surname")):
            if len(name) < 3 or name.lower() in _NOT_LAST:
                continue
            pattern = re.escape(name).replace("'", "['’]")
            for match in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", naming.folded[first.span.end :]):
                start = first.span.end + match.start()
                span = Span(start, start + len(match[0]))
                if any(s.span.covers(span) for s in naming.sentences):
                    naming.refer(span, (agent.iri,), kind, "surname" if kind == "surname" else "repeat")


_GIVEN = frozenset(
    "james john robert michael mike william bill david richard rick joseph joe thomas tom charles charlie christopher chris daniel dan "
    "matthew matt anthony tony mark donald don steven steve stephen paul andrew andy joshua josh kenneth ken kevin brian george "
    "timothy tim ronald ron edward ed jason jeffrey jeff ryan jacob jake gary nicholas nick eric jonathan jon larry justin scott "
    "brandon benjamin ben samuel sam gregory greg alexander alex frank patrick raymond ray jack dennis jerry tyler aaron jose adam "
    "nathan henry douglas doug zachary peter kyle ethan walter noah jeremy christian keith roger terry gerald harold sean shawn "
    "austin carl arthur lawrence dylan jesse jordan bryan billy bruce gabriel logan albert willie alan juan wayne elijah randy roy "
    "vincent ralph eugene russell bobby mason philip phil louis bob rob ted bernie shawn duncan fran drescher ellen meredith carol "
    "mary patricia jennifer jen linda elizabeth liz barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley "
    "kimberly kim emily donna michelle michele carolyn amanda melissa deborah stephanie rebecca laura sharon cynthia dorothy amy kathleen "
    "angela shirley emma brenda pamela nicole anna samantha katherine kate christine debra rachel carolyn janet maria catherine "
    "heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan "
    "cheryl jacqueline martha madison teresa gloria sara janice ann anne kathryn abigail sophia frances jean alice judy isabella "
    "julia grace denise amber marilyn danielle beverly charlotte natalie theresa diana brittany doris kayla alexis lori tiffany "
    "beth randi becky lindsay sara liam lena luis carlos miguel antonio pedro jorge hector javier diego rosa ana elena sofia "
    "ahmed mohammed ali omar hassan fatima raj priya wei ming li mei hiroshi kenji yuki jin bryce casey drew blake morgan taylor "
    "quentin leslie lesli glenn marc marcus leonard stanley harvey leo max oscar felix simon neil neal graham ian colin nigel gavin "
    "zoe chloe tina tammy gina wendy molly holly cindy sally peggy joanne joely travis betsy todd lou gene hugh jay joel kurt lance".split()
)
