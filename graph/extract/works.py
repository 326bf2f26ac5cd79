"""Films, series, episodes and games that a text names, told by quotation marks or by the noun beside them."""

from __future__ import annotations

import re

from graph import iris
from graph.extract.naming import Naming
from graph.extract.phrases import Names
from graph.model import Agent, Span
from ontology import terms

_NOUN = r"(?:film|movie|series|show|sitcom|drama|comedy|miniseries|thriller|blockbuster|sequel|reboot|episode|game|video game|play|musical|podcast|documentary|franchise|anthology)"
_TITLE = r"[A-Z][\w'’-]*(?:(?: (?:of|the|and|in|is|a|to|on|at|for|&) | )[A-Z0-9][\w'’-]*){0,5}"
_BEFORE = re.compile(rf"\b{_NOUN}s?,? (?P<mark>[\"'])?(?P<title>{_TITLE})(?(mark)[,.]?[\"'])")
_AFTER = re.compile(rf"(?P<mark>[\"'])?(?P<title>{_TITLE})(?(mark)[,.]?[\"'])(?:'s)? (?:{_NOUN})\b")
_QUOTED_NEAR = re.compile(rf"[\"'](?P<title>{_TITLE})[,.]?[\"']")
_BEHIND = re.compile(
    rf"\b(?:writer|creator|director|star|showrunner|executive producer)s? (?:behind|of) (?P<list>{_TITLE}(?:, ?{_TITLE})*(?:,? and {_TITLE})?)"
)
_CREDIT = re.compile(rf" \((?P<title>{_TITLE})\)")
_CONTEXT = re.compile(rf"\b(?:{_NOUN}s?|season|starred|starring|stars|wrote|directed|role in|known for)\b")
# Words without which a pattern cannot match in a sentence.
_SINGULAR = frozenset(re.findall(r"[a-z]+", _NOUN.removeprefix("(?:")))
_NOUNS = _SINGULAR | {f"{noun}s" for noun in _SINGULAR}
_MAKERS = frozenset(
    "writer creator director star showrunner producer writers creators directors stars showrunners producers".split()
)
_NEAR = _NOUNS | frozenset("season starred starring stars wrote directed role known".split())
_NOT_TITLES = frozenset("the a an this that our his her its their hollywood netflix tv ai".split())


def find(naming: Naming) -> None:
    """Adds works found by pattern."""
    text = naming.folded
    for sentence, words in zip(naming.sentences, naming.words, strict=True):
        start, end = sentence.span.start, sentence.span.end
        for match in _BEHIND.finditer(text, start, end) if not _MAKERS.isdisjoint(words) else ():
            at = match.start("list")
            for title in re.split(r",? and |, ?", match["list"]):
                place = text.index(title, at)
                _add(Span(place, place + len(title)), title, naming)
                at = place + len(title)
        for pattern in (_AFTER, _BEFORE) if not _NOUNS.isdisjoint(words) else ():
            for match in pattern.finditer(text, start, end):
                if match["mark"] is None and pattern is _BEFORE and len(match["title"].split()) < 2:
                    continue
                if match["mark"] is None and pattern is _AFTER and not _plain_title(match, text, start):
                    continue
                _add(Span(match.start("title"), match.end("title")), match["title"], naming)
        for match in _QUOTED_NEAR.finditer(text, start, end) if not _NEAR.isdisjoint(words) else ():
            around = (
                text[max(start, match.start() - 60) : match.start()] + text[match.end() : min(end, match.end() + 30)]
            )
            upper = sum(word[0].isupper() for word in match["title"].split())
            if upper >= 1 and _CONTEXT.search(around.lower()) and len(match["title"]) > 3:
                _add(Span(match.start("title"), match.end("title")), match["title"], naming)
        if "(" in text and text.find(" (", start, end) >= 0:
            _credits(sentence.span, naming)
    _repeats(naming)


def _credits(sentence: Span, naming: Naming) -> None:
    """ "Jane Roe (The Long Shift)": titles in brackets after persons, where a sentence lists two or more."""
    found = []
    for mention in naming.within(sentence):
        if mention.kind == "name" and naming.is_a(mention.agents[0], terms.Person):
            credit = _CREDIT.match(naming.folded, mention.span.end, sentence.end)
            if credit is not None and not credit["title"].isupper():
                found.append(credit)
    if len(found) > 1:
        for credit in found:
            _add(Span(credit.start("title"), credit.end("title")), credit["title"], naming)


def _plain_title(match: re.Match[str], text: str, start: int) -> bool:
    """Whether an unmarked capitalised name before "episode" or "series" is a title and not the start of a sentence."""
    words = match["title"].split()
    return (
        len(words) > 1
        and words[0].lower() not in _NOT_TITLES
        and (match.start() > start or text[match.start() - 4 : match.start()].lower() == "the ")
    )


def _add(span: Span, title: str, naming: Naming) -> None:
    words = title.split()
    if not words or (words[0].lower() in _NOT_TITLES and len(words) == 1):
        return
    naming.add(span, Agent(iris.work(title), title, terms.CreativeWork, reviewed=False), "name", "work")


def _repeats(naming: Naming) -> None:
    works = {agent.name: agent.iri for agent in naming.agents.values() if agent.type == terms.CreativeWork}
    if not works:
        return
    for at, name in Names(works, before=r"\w", after=r"\w").find(naming.folded, 0, len(naming.folded)):
        span = Span(at, at + len(name))
        if naming.told(span):
            naming.refer(span, (works[name],), "name", "repeat")
