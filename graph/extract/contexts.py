"""Names known by their company alone: "members of X", "talks with X", "the carmaker X", "X said it offered".

Each place where a name stands votes for what it is; the name gets the class that most of them say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graph import iris
from graph.extract import capitals
from graph.extract.naming import Naming
from graph.extract.pieces import CALENDAR, opens
from graph.extract.times.words import number
from graph.model import Agent, Span
from ontology import terms

_UNION_AFTER = re.compile(
    r"(?: and [A-Z][\w-]*)? unions\b|(?:'s)? (?:union|labou?r union|trade union|local|locals|rank and file|rank-and-file|picket lines?|negotiating committee|bargaining (?:committee|team)|strike fund|branch|shop stewards?)\b"
    r"|,? (?:which|that|who) (?:represents?|represented|bargains|organi[sz]es)\b|, (?:an?|its|their|\w+'s|the(?! union (?:said|says|has|had|is|was|will|told)\b)) [\w' -]{0,40}\b(?:unions?|labou?r (?:organi[sz]ation|group|federation))\b|,? representing [\d\w, -]{0,30}(?:workers|members|employees|nurses|drivers|teachers|staff)\b"
)
_MEMBERS_AFTER = re.compile(r"(?:'s)? (?:members|leaders?|negotiators|leadership|stewards?|organi[sz]ers?|pickets)\b")
_UNION_BEFORE = re.compile(
    r"\b(?:(?:members|membership|locals?) of|represented by|(?:labou?r |trade )?unions?(?: \w+ed)?(?: called| known as|,)?|affiliated with|affiliate of|affiliates of|organi[sz]ed by|organi[sz]ing with|unioni[sz]ed (?:with|under)|(?:join|joined|joining) (?:with )?) (?:the )?$"
)
_UNION_LINKS = ("of", "by", "union", "unions", "called", "as", ",", "with", "under", "join", "joined", "joining", "ed")
_STAFF_BEFORE = re.compile(
    r"\b(?:workers|employees|nurses|drivers|teachers|staff|baristas|engineers|machinists|crews?|members|pilots|cooks|mechanics|miners|technicians|operators|janitors|guards|cleaners|porters|researchers|faculty|journalists|staffers|worker|employee|employed|work|works|worked|working|jobs|shifts?|unit|careers?) (?:at|for|by|with) (?:the )?$"
    r"|\b(?:strikes?|walkouts?|stoppages?|action|protests?|campaign|lockout|picket(?:ing|ed|s)?|charges?|complaints?|lawsuit|suit|boycott|layoffs|job cuts|cuts|union drive|dispute|disputes) (?:at|against|by|with|of) (?:the )?$"
    r"|\b(?:talks|negotiations|bargaining|discussions) (?:\w+ ){1,5}with (?:the )?$|\b(?:talks|negotiations|discussions|negotiate|negotiated|negotiating|bargain|bargaining|bargained|deal|deals|agreement|agreements|contracts?|settlement|offer|row|standoff|pact) (?:with|from|by|at) (?:the )?$"
    r"|\b(?:owned by|run by|operated by|acquired by|bought by|merger with|subsidiary of|division of|arm of|unit of|shares (?:of|in)|on strike at|strike at|struck|picketed|picketing|accuses?|accused|accusing|urged) (?:the )?$"
)
_STAFF_LINKS = frozenset(
    "at for by with against of from in struck picketed picketing accuses accused accusing urged".split()
)  # one of them ends whatever _STAFF_BEFORE finds
_COMPANY_AFTER = re.compile(
    r",? (?:said|says|announced|warned|confirmed|added|insisted|maintains?|argues?|claims?) (?:that )?(?:it|its)\b|(?:'s)? (?:(?:contract|latest|last|final|best|new|initial|current|revised|pay|wage) )*(?:offer|proposals?|earnings|profits?|revenue|headquarters|board of directors|owners?)\b"
    r"|'s? (?:parent|owner)\b|,? (?:which|that) (?:operates|owns|makes|employs|runs|manufactures|builds|produces|supplies)\b| (?:has |had )?(?:offered|operates|employs|owns|manufactures|posted|hired|locked out|laid off|recalled)\b"
    r"| spokes(?:man|woman|person)\b|,? (?:an?|the|one of the) (?:[\w'-]+ ){0,4}(?:company|maker|manufacturer|chain|retailer|producer|operator|giant|firm|supplier|carmaker|automaker|airline|carrier|contractor|developer|provider|publisher|brewer|conglomerate|startup|hospital)\b"
)
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_LISTED = r"[A-Z][\w.'&!-]*(?: [A-Z][\w.'&!-]*){0,3}"
_LIST_BEFORE = re.compile(rf"(?:{_LISTED},? (?:and )?)+$")
_LIST_AFTER = re.compile(rf"(?:,? (?:and )?{_LISTED})+")
_UNION_BEHIND = re.compile(r", (?:the|an?) (?:[a-z][\w'-]* ){0,4}union (?:for|of|that|which|representing)\b")
_COMPOUND = re.compile(r"^[A-Z][a-z]+-[a-z]")
_STRIKER = re.compile(
    r"(?:'s?)? (?:[\w-]+ ){0,2}(?:strikes?|strike action|walkouts?|industrial action|picket|members)\b"
)
_WORD_UNION_AFTER = re.compile(
    r"(?:'s)? (?:the union|union|members\b|general secretary|(?:[a-z-]+ ){0,3}(?:officers?|organi[sz]ers?|secretary|officials?|reps?|representatives?|spokes\w+|branch(?:es)?|stewards?|convenor|leaders?)\b|has (?:balloted|announced|called|rejected|warned|accused|urged|said)|says?\b|said\b|warned\b|is balloting|will ballot|announced\b|, which represents)"
)
_BODY = re.compile(r"\b(?:Association|Federation|Organi[sz]ation|Society|Alliance)\b")
_THE_UNION = re.compile(r"\b(?:[Tt]he|[Oo]ur|[Tt]heir) union\b")
_SPEAKS = re.compile(r" (?:says|said|has said|warned|announced|confirmed|called)\b")
_OFFICER_BEFORE = re.compile(
    r"\b(?:committee chair|steward|organi[sz]er|business agent|negotiator|local president|general secretary|secretary-treasurer|shop steward) (?:for|of|at|with) (?:the )?$"
)
_NO_NAMES = frozenset(
    "management ceo cfo coo ai tv covid covid-19 pm am usa est edt pst pdt pt et gmt utc hr pr pay god internet english spanish congress "
    "parliament government union unions guild strike company board covid-19 president local labor labour team committee phd md dc "
    "youtube facebook twitter instagram tiktok linkedin whatsapp zoom reddit x google-maps christmas thanksgiving easter ramadan "
    "diwali halloween big three four five north south east west state city county inflation nurses teachers i mr ms mrs dr sir ev evs "
    "gdp cpi rpi nhs-wide vfx cgi pto ppe epa cola pta id faq pdf rsvp dj lgbtq lgbt dei us uk eu un".split()
)


def votes(naming: Naming) -> dict[str, str]:
    """Names without a head word to the class that their surroundings give them."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name, span in _candidates(naming):
        for kind in _said(name, span, naming):
            found[name][kind] += 1
    return {name: max(counts, key=lambda k: (counts[k], k == terms.LaborUnion)) for name, counts in found.items()}


def retype(naming: Naming) -> None:
    """An association that strikes, is struck for or has a rank and file is a union, whatever its name leaves open."""
    open_ones = {a.iri for a in naming.agents.values() if not a.reviewed and a.type == terms.Organization}
    if not open_ones:
        return
    bodies = [iri for iri in open_ones if _BODY.search(naming.agents[iri].name)]
    unions = any(naming.is_a(iri, terms.LaborUnion) for iri in naming.agents)
    if len(bodies) == 1 and not unions and _THE_UNION.search(naming.folded):
        naming.agents[bodies[0]] = replace(naming.agents[bodies[0]], type=terms.LaborUnion)
    for mention in naming.within(Span(0, len(naming.folded))):
        iri = mention.agents[0]
        if iri not in open_ones or naming.agents[iri].type != terms.Organization:
            continue
        after = naming.folded[mention.span.end : mention.span.end + 90].lstrip(")")
        before = naming.folded[max(0, mention.span.start - 44) : mention.span.start].lower()
        if _STRIKER.match(after) or _UNION_AFTER.match(after) or _UNION_BEFORE.search(before):
            naming.agents[iri] = replace(naming.agents[iri], type=terms.LaborUnion)


def speakers(naming: Naming) -> None:
    """Capitals that speak in an article that names no union are taken for the union."""
    if any(naming.is_a(agent.iri, terms.LaborUnion) for agent in naming.agents.values()):
        return
    for name, span in _candidates(naming):
        if " " not in name and name.isupper() and 2 < len(name) < 8 and _SPEAKS.match(naming.folded, span.end):
            iri = iris.agent(name)
            naming.agents.setdefault(iri, Agent(iri, name, terms.LaborUnion, reviewed=False))
            naming.short.setdefault(name, iri)
            return


def find(naming: Naming, voted: dict[str, str]) -> None:
    """Adds the names that got votes, wherever they stand free."""
    for name, kind in voted.items():
        iri = naming.short.get(name) or iris.agent(name)
        if iri not in naming.agents:
            naming.agents[iri] = Agent(iri, name, kind, reviewed=False)
    if voted:
        for name, piece in naming.pieces:
            if name in voted:
                iri = naming.short.get(name) or iris.agent(name)
                naming.refer(capitals.span(piece), (iri,), "name", "context")


def _candidates(naming: Naming) -> Iterator[tuple[str, Span]]:
    """Free pieces of one to four words that can be a name and are no place, month or common word."""
    vocabulary = naming.vocabulary
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
            or lows[0] in _NO_NAMES
            or number(lows[0]) is not None  # "Fifteen unions"
            or text[0].isdigit()
        ):
            continue
        if "'" in lows[0] and (lows[0].endswith("n't") or lows[0].partition("'")[0] in vocabulary.lead):
            continue  # "We've offered"
        phrase = " ".join(lows)
        if _ACRONYMS.fullmatch(text):
            continue  # "CEOs": many of a kind, no name
        if phrase in _NO_NAMES or phrase in vocabulary.no_names:
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
    before = text[max(0, span.start - 44) : span.start].lower()
    after = text[span.end : span.end + 90]
    if re.match(r" (?:government|administration)\b", after):
        return  # "the Farrow government" is named after a person
    if name.lower() in vocabulary.union_word:
        if any(p.match(after) for p in (_WORD_UNION_AFTER, _UNION_AFTER)) or _UNION_BEFORE.search(before):
            yield terms.LaborUnion
        return
    acronym = name.isupper() and len(name) > 1
    last = before.rstrip(" ").removesuffix(" the").rsplit(" ", 1)[-1]
    if _UNION_AFTER.match(after) or (last.endswith(_UNION_LINKS) and _UNION_BEFORE.search(before)):
        yield terms.LaborUnion
        yield terms.LaborUnion
    if acronym and _MEMBERS_AFTER.match(after):
        yield terms.LaborUnion
    if acronym and re.match(r" (?:general secretary|chapter|president|steward)\b", after):
        yield terms.LaborUnion
    if acronym and _OFFICER_BEFORE.search(before):
        yield terms.LaborUnion
    if text[span.start - 2 : span.start] == ", " and _among_companies(span, naming):
        yield terms.Company
    nouns = before.rstrip(" ,").removesuffix(" the").replace(",", " ,").split()[-3:]
    if (nouns and nouns[-1] in _STAFF_LINKS and _STAFF_BEFORE.search(before)) or _COMPANY_AFTER.match(after):
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


def _among_companies(span: Span, naming: Naming) -> bool:
    """Whether a name stands in a list of companies: "Disney, X, Sony and Netflix"."""
    text = naming.folded
    floor = max(naming.sentence_start(span.start), span.start - 120)
    left, right = _LIST_BEFORE.search(text, floor, span.start), _LIST_AFTER.match(text, span.end, span.end + 120)
    if left is None or right is None:
        return False
    beside = naming.within(Span(left.start(), right.end()))
    return len(beside) > 1 and all(naming.is_a(m.agents[0], terms.Company) for m in beside)
