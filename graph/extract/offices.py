"""The office that a text gives to a person, and in which organization: before the name, after it, or between both."""

from __future__ import annotations

import re

from graph.extract import headnouns
from graph.extract.naming import Naming
from graph.extract.words import Words
from graph.model import Span
from ontology import lists, terms

Office = tuple[str, str | None]

_OPENING = re.compile(
    r",? (?:\(|- |-- |— |– )?(?:\d\d, )?(?:(?:who|which) (?:is|was|serves as|works as|has been) )?(?P<article>(?:an?|the|its|their|his|her|one of the|then) )?"
)
_AT = re.compile(r"\b(?:of|at|for) (?:the )?\Z")
_TOLD = re.compile(r"^[a-z]+(?:ed|es|s) (?:the|a|an|his|her|their|its) ")
_IS = re.compile(r"\b(?:is|was|became|becomes|remains) (?:[\w'’-]+ )*\Z")
_WORDS = re.compile(r"[\w'’.&/-]+")


def _link(words: Words) -> re.Pattern[str]:
    """What stands between an office and the name of the body."""
    return re.compile(
        rf"^(?:,? (?:of|at|for|with|from|in|on) )(?P<the>the )?(?:[a-z]+ {words.either(lists.OFFICE_OF)} )?"
    )


def _stop(words: Words) -> re.Pattern[str]:
    """What ends an office behind a name."""
    return re.compile(
        r"[,.;:()\"\n—–]| (?:of|at|for|with|who|in|from|on|to|that|is|was|has|and (?:his|her|a|the)"
        rf"|{words.either(lists.OFFICE_STOP)}) "
    )


def before(span: Span, sentence: Span, naming: Naming) -> Office | None:
    """ "Teamsters General President Sean O'Brien", "the CEO of Ford, Jim Farley"."""
    text = naming.folded
    left = text[max(sentence.start, span.start - 110) : span.start]
    if left.endswith((" of ", " at ")):
        return None
    if left.endswith(", "):
        return _before_comma(span.start - 2, sentence, naming)
    if not left.endswith(" ") or left.endswith("  "):
        return None
    return _ending(span.start - 1, sentence, naming)


def _ending(end: int, sentence: Span, naming: Naming) -> Office | None:
    """The title that ends at an offset, with the organization before it."""
    vocabulary, text = naming.vocabulary, naming.folded
    start = max(sentence.start, end - 100)
    low = text[max(start, end - 40) : end].lower()
    if not low.endswith(vocabulary.title_ends.get(low[-2:], ())):
        return None
    places = [(m.start(), m.end()) for m in _WORDS.finditer(text, start, end)]
    if not places or places[-1][1] != end:
        return None
    found = 0
    for size in (4, 3, 2, 1):
        if len(places) >= size and text[places[-size][0] : end].lower() in vocabulary.title:
            found = size
            break
    if not found:
        return None
    at = len(places) - found
    for back in (1, 2, 3) if text[places[-1][0] : end].lower() == "officer" else ():
        if at >= back and text[places[at - back][0] : places[at - back][1]].lower() == "chief":
            at -= back
            break
    while at > 0:
        low = text[places[at - 1][0] : places[at - 1][1]].lower()
        gap = text[places[at - 1][1] : places[at][0]]
        if gap not in (" ", ", ") or naming.taken(Span(*places[at - 1])):
            break
        if (
            low in vocabulary.modifier
            or low in vocabulary.title
            or (low == "and" and at > 1 and _in_title(text, places, at - 2, naming))
        ):
            at -= 1
            continue
        break
    while at < len(places) - found and text[places[at][0] : places[at][1]].lower() in ("and", "&", "of", "for", "then"):
        at += 1
    role = text[places[at][0] : end]
    holder = naming.ending(places[at][0] - 1)
    if holder is None and text[max(0, places[at][0] - 3) : places[at][0]] == "'s ":
        holder = naming.ending(places[at][0] - 3)
    elif holder is None and text[max(0, places[at][0] - 2) : places[at][0]] == "' ":
        holder = naming.ending(places[at][0] - 2)
    elif holder is None and text[max(0, places[at][0] - 2) : places[at][0]] == ", ":
        holder = naming.ending(places[at][0] - 2)  # "his counterpart at X, chief negotiator Jane Roe"
        if (
            holder is not None
            and _AT.search(text, max(sentence.start, holder.span.start - 9), holder.span.start) is None
        ):
            holder = None
    if holder is None and at > 0 and text[places[at - 1][1] : places[at][0]] == " ":
        noun = text[slice(*places[at - 1])].lower()  # "League President Jane Roe"
        if noun in vocabulary.head_noun:
            return role, headnouns.known(naming).get(noun)
    return role, naming.organization(holder)


def _in_title(text: str, places: list[tuple[int, int]], at: int, naming: Naming) -> bool:
    low = text[places[at][0] : places[at][1]].lower()
    return low in naming.vocabulary.title or low in naming.vocabulary.modifier


def _before_comma(end: int, sentence: Span, naming: Naming) -> Office | None:
    """ "the CEO of Ford, Jim Farley"; "the union's president, Jane Roe"."""
    text = naming.folded
    holder = naming.ending(end)
    if holder is not None and naming.organization(holder) is not None:
        link = re.search(
            r" (?:of|at|for) (?:the )?$", text[max(sentence.start, holder.span.start - 10) : holder.span.start]
        )
        if link is None:
            return None
        found = _ending(holder.span.start - len(link[0]), sentence, naming)
        if found is None or _another(holder.span.start - len(link[0]), found[0], sentence, text):
            return None
        return found[0], naming.organization(holder)
    found = _ending(end, sentence, naming)
    if found is None or _another(end, found[0], sentence, text):
        return None
    lead = text[max(sentence.start, end - len(found[0]) - 30) : end - len(found[0])].lower()
    return found if found[1] is not None or re.search(r"(?:\bthe|\bits|\btheir|'s?) $", lead) else None


def _another(end: int, role: str, sentence: Span, text: str) -> bool:
    """Whether an office ends a clause of its own: "Ann Roe is the union's president, Lou Kemp its treasurer"."""
    return _IS.search(text, max(sentence.start, end - len(role) - 30), end - len(role)) is not None


def after(span: Span, sentence: Span, naming: Naming) -> Office | None:
    """ "Ellen Stutzman, chief negotiator for the WGA", "Jane Roe, the union's president", "John Doe, a nurse at X"."""
    text, vocabulary = naming.folded, naming.vocabulary
    opening = _OPENING.match(text, span.end, sentence.end)
    if opening is None or text[span.end : span.end + 1] not in ",( ":
        return None
    if text[span.end : span.end + 1] == " " and not re.match(r" (?:\(|-|—|–)", text[span.end : span.end + 3]):
        # "Ann Roe is the union's president and Lou Kemp its treasurer"
        joined = text[max(0, span.start - 5) : span.start].endswith((", ", " and ")) and text.startswith(
            (" its ", " their "), span.end
        )
        if not joined:
            return None
    at = opening.end()
    organization = None
    holder = naming.at(at) or (naming.at(opening.start("article")) if opening["article"] is not None else None)
    if holder is not None:
        organization = naming.organization(holder)
        follow = text[holder.span.end : holder.span.end + 3]
        at = holder.span.end + (
            3 if follow == "'s " else 2 if follow.startswith("' ") else 1 if follow.startswith(" ") else 0
        )
    stop = vocabulary.of(_stop).search(text, at, min(sentence.end, at + 110))
    end = stop.start() if stop is not None else min(sentence.end, at + 110)
    region = text[at:end]
    owner = re.search(r"^(?:[\w-]+ ){0,4}[\w-]+'s? (?=[a-z])", region)
    words = region.split()
    if not 0 < len(words) <= 10:
        return None
    for size in (4, 3, 2, 1):
        if len(words) >= size and " ".join(words[-size:]).lower() in vocabulary.title:
            break
    else:
        return None
    if _TOLD.search(region) is not None:
        return None  # "Lou Kemp, 41, backed the teachers"
    if words[0] in ("and", "who", "which"):
        return None  # "A, and B as vice president" tells of B; "A, who plays the detective" of no office
    role = region[owner.end() :] if owner is not None and organization is None else region
    if organization is None:
        link = vocabulary.of(_link).match(text[end : end + 50])
        if link is not None:
            named = naming.at(end + link.end()) or (naming.at(end + link.start("the")) if link["the"] else None)
            if (
                named is None or text[named.span.end : named.span.end + 2] != "'s"
            ):  # not "of the guild's western branch"
                organization = naming.organization(named)
        elif text[end : end + 2] == ", ":  # "Al Roe, regional chairman, Kelmont Clerks Union, said"
            named = naming.at(end + 2)
            if named is not None and named.kind == "name" and text[named.span.end : named.span.end + 1] in (",", "."):
                organization = naming.organization(named)
    return role.strip(), organization


def state(naming: Naming) -> None:
    """Adds office and organization to every person of the text, from the first mention that tells them; once more when
    phrases are resolved, for those in an office of "the union" or "the airline".
    """
    for sentence in naming.sentences:
        for mention in naming.within(sentence.span):
            if mention.kind not in ("name", "surname") or not naming.is_a(mention.agents[0], terms.Person):
                continue
            known = naming.agents[mention.agents[0]]
            if known.role is not None and known.affiliation is not None:
                continue
            office = before(mention.span, sentence.span, naming)
            if office is None or office[1] is None:
                other = after(mention.span, sentence.span, naming)
                office = other if office is None else (office[0], other[1] if other is not None else None)
            if office is not None:
                naming.revise(mention.agents[0], role=office[0], affiliation=office[1])
