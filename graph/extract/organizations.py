"""Organizations that no registry knows: by the head word of the name, by an acronym beside it, by what is said of them."""

from __future__ import annotations

import re

from graph import iris
from graph.extract.naming import Naming
from graph.model import Agent, Span
from ontology import terms

_CAP = r"[A-Z][\w'&.-]*[\w]|[A-Z]"
_LINK = r"(?:of the|of|for the|for|and|&|at|in the|de)"
_NAME = re.compile(rf"(?:{_CAP})(?:(?: {_LINK})? (?:{_CAP}|\d{{1,5}}(?!\w)))*")
_HEADS = (
    (
        terms.EmployerAssociation,
        "alliance league chamber producers employers manufacturers owners exchange",
    ),
    (
        terms.LaborUnion,
        "union guild brotherhood teamsters workers local federation nurses teachers machinists pilots longshoremen steelworkers "
        "autoworkers carpenters electricians equity",
    ),
    (
        terms.PublicAgency,
        "department board commission agency bureau ministry court senate congress legislature council administration service "
        "authority committee police assembly parliament district",
    ),
    (
        terms.NewsOrganization,
        "times post journal herald tribune news gazette chronicle magazine press reporter observer",
    ),
    (
        terms.Company,
        "inc corp corporation company co ltd llc group holdings studios studio pictures entertainment airlines airways motors "
        "hospital hospitals health healthcare medical university college railway railroad hotels hotel resorts stores markets foods "
        "media networks network games interactive productions industries systems technologies logistics express bank "
        "automotive partners enterprises brands energy steel ports terminals orchestra opera theatre theatres museum center",
    ),
)
_TYPE_OF = {word: kind for kind, words in _HEADS for word in words.split()}
_AMBIGUOUS = frozenset(
    "council committee service board center district local press news post express equity producers owners".split()
)
_LEADING = frozenset(
    "the a an in on at by for from with as and but or if when while after before since because although though however "
    "meanwhile this that these those their its his her our my your some many most more last next first no not both all each "
    "every according hollywood american striking former monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december president ceo chairman".split()
)
_UNION_CONTEXT = re.compile(
    r"(?:(?P<a>[A-Z]{2,8}|(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+)(?: |'s )(?:union|members|leaders|negotiators|local|strike|picket|contract talks|bargaining committee|rank and file|rank-and-file))|"
    r"(?:members|leaders|locals?) of (?:the )?(?P<b>[A-Z]{2,8})\b|"
    r"union,? (?:called |known as )?(?:the )?(?P<c>[A-Z]{3,8})\b|represented by (?:the )?(?P<d>[A-Z]{3,8})\b"
)
_COMPANY_CONTEXT = re.compile(
    r"(?P<a>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,3})(?:'s)? (?:CEO|chief executive|spokesman|spokeswoman|spokesperson|executives?|employees|workers|management|plants?|factor(?:y|ies)|warehouses?|stores?|shareholders|stock|facilit(?:y|ies)|managers)\b|"
    r"(?:workers|employees|nurses|drivers|teachers|staff|members|baristas|engineers|machinists|crews?|talks|negotiations|bargaining|negotiating|a deal|an agreement|agreement|contract|strike|employed|jobs|layoffs|job cuts|employer|company|automaker|carmaker|carrier|airline|retailer|studio|streamer|giant|chain|manufacturer|hospital operator) "
    r"(?:(?:at|with|against|by|for|of|from|like) )?(?:the )?(?P<b>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,3})"
)
_ACRONYM_AFTER = re.compile(r" \((?:the )?[\"']?(?P<acronym>[A-Z][A-Za-z&.-]{1,11})[\"']?\)")
_PLACES = frozenset(
    "hollywood california america american washington york london los angeles chicago detroit texas michigan ohio seattle "
    "boston manhattan brooklyn canada britain england europe mexico china japan france germany oregon florida georgia "
    "pennsylvania jersey illinois philadelphia atlanta vegas nevada hawaii massachusetts minnesota wisconsin new san "
    "francisco oakland diego portland denver dallas houston miami north south east west united states us u.s uk "
    "toronto vancouver ontario quebec paris tokyo berlin sydney australia india ukraine russia israel".split()
)


def find(naming: Naming) -> None:
    """Adds organizations found by pattern."""
    for sentence in naming.sentences:
        for match in _NAME.finditer(naming.folded, sentence.span.start, sentence.span.end):
            _named(match, naming)
    for sentence in naming.sentences:
        text = naming.folded
        for match in _UNION_CONTEXT.finditer(text, sentence.span.start, sentence.span.end):
            _contextual(match, terms.LaborUnion, naming)
        for match in _COMPANY_CONTEXT.finditer(text, sentence.span.start, sentence.span.end):
            _contextual(match, terms.Company, naming)
    _repeats(naming)


def _named(match: re.Match[str], naming: Naming) -> None:
    """One capitalised sequence with a head word; its type is that of the head."""
    words = match[0].split(" ")
    start = match.start()
    while words and words[0].lower().rstrip(".,'") in _LEADING:
        start += len(words[0]) + 1
        words = words[1:]
    while words and re.fullmatch(_LINK, words[-1]):
        words = words[:-1]
    name = " ".join(words)
    if name.endswith("'s"):
        name = name[:-2]
    if name.endswith(("'", ".")) and not name.endswith((".Inc.", "Inc.", "Corp.", "Co.")):
        name = name.rstrip("'.")
    if len(name.split()) < 2:
        return
    kind = _kind(name)
    span = Span(start, start + len(name))
    if kind is None or naming.taken(span):
        return
    agent = Agent(iris.agent(name), name, kind, reviewed=False)
    naming.add(span, agent, "name", "head-word")
    acronym = _ACRONYM_AFTER.match(naming.folded, span.end)
    if acronym is not None:
        naming.short.setdefault(acronym["acronym"], agent.iri)
        naming.refer(Span(acronym.start("acronym"), acronym.end("acronym")), (agent.iri,), "name", "acronym")


def _kind(name: str) -> str | None:
    """The class that the name's head implies: the head of "National Association of X" depends on X."""
    low = [word.strip("'.,").lower() for word in name.split()]
    if "association" in low or "society" in low:
        rest = set(low)
        if rest & {
            "producers",
            "manufacturers",
            "employers",
            "owners",
            "broadcasters",
            "railroads",
            "hospitals",
            "advertisers",
            "agencies",
            "retailers",
            "contractors",
            "maritime",
            "restaurant",
        }:
            return terms.EmployerAssociation
        if rest & {
            "nurses",
            "teachers",
            "education",
            "pilots",
            "machinists",
            "longshoremen",
            "workers",
            "musicians",
            "faculty",
            "employees",
            "attendants",
            "officers",
            "letter",
            "police",
            "firefighters",
            "players",
        }:
            return terms.LaborUnion
        return terms.Organization
    if "union" in low and low[0] in ("european", "credit", "soviet", "african", "western"):
        return None
    if re.search(
        r"\b(?:workers|employees|teachers|nurses|teamsters|machinists|writers|actors|drivers)\b.*\b(?:united|union|local|guild|of america|international)\b|^(?:united|international|amalgamated|communications|service|national)\b.*\b(?:workers|employees|teamsters|teachers|nurses)\b",
        " ".join(low),
    ):
        return terms.LaborUnion
    if re.search(
        r"^(?:department|ministry|board|bureau|office|court|city|state) of\b|\b(?:department|commission|board|court|senate|legislature)$",
        " ".join(low),
    ):
        return terms.PublicAgency
    for position in (-1, 0):
        kind = _TYPE_OF.get(low[position])
        if kind is not None and (
            low[position] not in _AMBIGUOUS
            or len(low) > 2
            or (position == -1 and low[position] in ("local", "council"))
        ):
            return kind
    if len(low) > 2 and low[-2] in ("local", "lodge", "chapter", "district") and low[-1].isdigit():
        return terms.LaborUnion
    for word in low[1:-1]:
        if word in ("union", "guild", "federation", "brotherhood", "alliance"):
            return _TYPE_OF[word]
    return None


def _contextual(match: re.Match[str], kind: str, naming: Naming) -> None:
    """A name known only by its company: "talks with X", "X CEO", "members of XYZ"."""
    group = next((g for g in ("a", "b", "c", "d") if match.groupdict().get(g)), None)
    if group is None:
        return
    words = match[group].split(" ")
    start = match.start(group)
    while words and (words[0].lower() in _LEADING or words[0].lower() in _PLACES):
        start += len(words[0]) + 1
        words = words[1:]
    name = " ".join(words).rstrip("'.")
    low = {word.lower() for word in words}
    if not name or low <= _PLACES or low & _LEADING or len(name) < 2 or name.lower() in _TYPE_OF:
        return
    if {"ceo", "ai", "tv", "covid", "pm", "am", "usa"} & low or (
        kind == terms.LaborUnion and not name.isupper() and _kind(name) != kind
    ):
        return
    span = Span(start, start + len(name))
    if naming.taken(span):
        return
    found = _kind(name) if len(words) > 1 else None
    naming.add(
        span, Agent(naming.short.get(name) or iris.agent(name), name, found or kind, reviewed=False), "name", "context"
    )


def _repeats(naming: Naming) -> None:
    """Later uses of short names and of names found by context."""
    known = dict(naming.short)
    for agent in list(naming.agents.values()):
        if not agent.reviewed:
            known.setdefault(agent.name, agent.iri)
            first = agent.name.split()
            if (
                len(first) > 1
                and _TYPE_OF.get(first[-1].lower().rstrip(".")) is not None
                and len(first[0]) > 3
                and first[0].lower() not in _PLACES | _LEADING
                and agent.type == terms.Company
                and len(first) == 2
            ):
                known.setdefault(first[0], agent.iri)
    for name, iri in sorted(known.items(), key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<![\w&-]){re.escape(name)}(?![\w&])", naming.folded):
            span = Span(match.start(), match.end())
            if any(s.span.covers(span) for s in naming.sentences) and iri in naming.agents:
                naming.refer(span, (iri,), "name", "repeat")
