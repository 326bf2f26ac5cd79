"""Whom "he", "she", "it" and "they" mean: the nearest agent that agrees."""

from __future__ import annotations

import re

from graph.extract import workforces
from graph.extract.english import PREPOSITIONS
from graph.extract.naming import Naming
from graph.extract.words import Words
from graph.model import Mention, Span
from ontology import lists, terms

WORDS = frozenset("it they he she".split())
_OWNS = re.compile(r"['’]|(?: [a-z]+){1,2}['’]")
PATTERN = re.compile(r"\b(?P<noun>it|they|he|she)\b")


def _nobody(words: Words) -> re.Pattern[str]:
    """What stands behind an "it" that means nobody."""
    return re.compile(rf"(?:['’]s| is| was| will be| would be) (?:not|the|a|{words.either(lists.IT_IS)})\b")


def _answered(words: Words) -> re.Pattern[str]:
    """A verb by which a side answers an offer, right before it."""
    return re.compile(rf"\b{words.either(lists.ANSWERING)} $")


_ANSWER = 14  # characters of a verb before "it"


def topic(span: Span, sentence: Span, naming: Naming) -> Mention | None:
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
    """Whether the sentence is so far about employers whom nobody names: "Agencies want a flat fee; they say ..."; or the
    pronoun is the subject of what such employers say: "the studios say they offered".
    """
    nominal = naming.vocabulary.employers_nominal.pattern
    for match in nominal.finditer(naming.low, max(sentence.start, span.start - _NEAR), span.start):
        between = naming.low[match.end() : span.start].split()
        if len(between) == 1 and naming.at(match.start()) is None:
            return True
    if any(m.kind != "pronoun" for m in naming.within(Span(sentence.start, span.start))):
        return False
    if naming.vocabulary.employer_nominal.pattern.search(naming.low, sentence.start, span.start):
        return True  # "The city says it has offered 3 percent": nobody has named the city
    words = naming.low[sentence.start : span.start].split()[:4]
    return any(word.endswith("s") and word in naming.vocabulary.employer for word in words)


def _unnamed_union(span: Span, sentence: Span, naming: Naming) -> bool:
    """Whether the sentence is so far about a union that the article has not named: "The union has said it will ask"."""
    words = naming.low[sentence.start : span.start].split()[:3]
    nouns = naming.vocabulary.words(lists.UNION_BODY)
    return bool(nouns.intersection(words)) and not any(
        m.kind != "pronoun" for m in naming.within(Span(sentence.start, span.start))
    )


def _after_employers(body: Mention, pronoun: Span, sentence: Span, naming: Naming) -> bool:
    """Whether a sentence that opens with "They" comes after employers whom nobody names: "It asked the railroads for sick days.
    They rejected that".
    """
    if pronoun.start > sentence.start + 1 or body.span.start >= sentence.start:
        return False
    start = naming.sentence_start(max(0, sentence.start - 2))
    if not naming.is_a(body.agents[0], terms.LaborUnion) or not naming.low.startswith("it ", start):
        return False
    words = naming.low[start : sentence.start].split()
    return any(word.endswith("s") and word in naming.vocabulary.employer for word in words)


def _of_workers(body: Mention, pronoun: Span, naming: Naming) -> bool:
    """Whether workers are named between an employer and "they" in one sentence: those are meant."""
    if naming.is_a(body.agents[0], terms.LaborUnion) or naming.sentence_start(pronoun.start) > body.span.start:
        return False
    words = naming.low[body.span.end : pronoun.start].split()
    return any(word.endswith("s") and word in naming.vocabulary.workers for word in words)


def _fits(mention: Mention, kinds: tuple[str, ...], naming: Naming, *, many: bool) -> bool:
    """Whether a mention can be meant, of one agent or, where `many` can be meant, of several."""
    if mention.kind == "pronoun" or (len(mention.agents) > 1 and not many):
        return False
    return all(naming.is_a(iri, *kinds) and not naming.is_a(iri, terms.NewsOrganization) for iri in mention.agents)


def _subject(last: Mention, kinds: tuple[str, ...], naming: Naming, *, many: bool) -> Mention:
    """Of an earlier sentence the agent that it is about: its first that no preposition governs and that owns nothing, else
    the last one named.
    """
    start = naming.sentence_start(last.span.start)
    for mention in naming.within(Span(start, last.span.end)):
        before = naming.low[start : mention.span.start].removesuffix("the ").split()
        owns = _OWNS.match(naming.low, mention.span.end) is not None
        if not many and mention.kind == "nominal" and naming.low[mention.span.end - 1] == "s":
            continue  # "The companies met it halfway. It also seeks": not the companies
        if _fits(mention, kinds, naming, many=many) and not owns and (not before or before[-1] not in PREPOSITIONS):
            return mention
    return last


def resolve(match: re.Match[str], sentence: Span, naming: Naming) -> None:
    """A pronoun takes the nearest agent that agrees, in this sentence or the one before."""
    span = Span(match.start(), match.end())
    word = match["noun"]
    kinds = (terms.Person,) if word in ("he", "she") else _BODIES
    if kinds == (terms.Person,):
        person = topic(span, sentence, naming)
        if person is not None:
            naming.refer(span, person.agents, "pronoun", "agreement")
        return
    if word == "it" and naming.vocabulary.of(_answered).search(
        naming.low, max(sentence.start, span.start - _ANSWER), span.start
    ):
        return  # "rejected it": the offer
    if _unnamed_employers(span, sentence, naming) or _unnamed_union(span, sentence, naming):
        return
    best = _nearest(span, sentence, kinds, naming, many=word == "they")
    if word == "they" and best is not None and _after_employers(best, span, sentence, naming):
        return
    if word == "they" and best is not None and _of_workers(best, span, naming):
        only = workforces.only_union(naming)  # "the mill said 900 strikers would go after they rejected the deal"
        if only is not None:
            naming.refer(span, (only,), "pronoun", "workforce")
        return
    if best is not None and not (
        word == "it" and naming.vocabulary.of(_nobody).match(naming.low[span.end : span.end + 30])
    ):
        agents = _together(best, kinds, naming) if word == "they" else best.agents
        naming.refer(span, agents, "pronoun", "agreement")


def _nearest(span: Span, sentence: Span, kinds: tuple[str, ...], naming: Naming, *, many: bool) -> Mention | None:
    """The last agent named before a pronoun in its sentence, else the one that the sentence before is about."""
    for mention in naming.before(span.start):
        if mention.span.end < sentence.start - _BACK:
            break
        if _fits(mention, kinds, naming, many=many) and not _account(mention, naming):
            if mention.span.start >= sentence.start:
                return _speaking(mention, span, kinds, naming, many=many)
            return _subject(mention, kinds, naming, many=many)
    return None


def _speaking(last: Mention, pronoun: Span, kinds: tuple[str, ...], naming: Naming, *, many: bool) -> Mention:
    """Who says what a pronoun is the subject of, where a name right before the verb only tells where: "the union at the yard
    said it would strike"; else the last one named.
    """
    between = naming.low[last.span.end : pronoun.start].split()
    saying = naming.vocabulary.words(lists.SAYING)
    if not between or any(word not in saying and word not in _HAS_THAT for word in between):
        return last
    for mention in naming.before(last.span.start):
        joined = naming.low[mention.span.end : last.span.start].split()
        where = joined[:1] and joined[0] in _WHERE and joined[1:] in ([], ["the"])
        return mention if where and _fits(mention, kinds, naming, many=many) else last
    return last


_HAS_THAT = frozenset(("has", "have", "had", "that", "also"))
_WHERE = frozenset(("at", "of", "for", "in"))


def _account(mention: Mention, naming: Naming) -> bool:
    """Whether a body is only named for its account of another's doings: "in the union's words they want more"."""
    return naming.vocabulary.of(_accounts).match(naming.low, mention.span.end) is not None


def _accounts(words: Words) -> re.Pattern[str]:
    return re.compile(rf"['’]s? {words.either(lists.ACCOUNT)}\b")


def body(span: Span, naming: Naming) -> str | None:
    """The body that "its" right behind a name means: "A, its president"."""
    start = naming.sentence_start(span.start)
    found = _nearest(span, Span(start, span.end), _BODIES, naming, many=False)
    return found.agents[0] if found is not None else None


_BODIES = (terms.LaborUnion, terms.EmployerAssociation, terms.Company, terms.PublicAgency)
_BACK = 320  # characters before a sentence in which an agent is looked for


def _together(first: Mention, kinds: tuple[str, ...], naming: Naming) -> tuple[str, ...]:
    """The agents of a mention and of those that "and" joins to it: "The X and the Y opened talks. They met again"."""
    agents, last = list(first.agents), first
    for mention in naming.within(Span(first.span.end, first.span.end + _JOIN)):
        if not _AND.fullmatch(naming.low, last.span.end, mention.span.start):
            break
        if set(mention.agents) <= set(agents):
            last = mention  # the short name of the same in brackets
            continue
        if not _fits(mention, kinds, naming, many=True):
            break
        agents.extend(mention.agents)
        last = mention
    return tuple(dict.fromkeys(agents))


_NEAR = 48  # characters from "the studios" to their "they"
_JOIN = 160  # characters within which a list of subjects ends
_AND = re.compile(r"\)?(?: \(|,? (?:and|or|&) (?:the )?|, (?:the )?)")
