"""Films, series, episodes and games that a text names, told by quotation marks or by the noun beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph import iris
from graph.extract.english import ARTICLES
from graph.extract.naming import Naming
from graph.extract.phrases import Names
from graph.extract.words import Words
from graph.model import Agent, Span
from ontology import lists, terms

_TITLE = r"[A-Z][\w'’-]*(?:(?: (?:of|the|and|in|is|a|to|on|at|for|&) | )[A-Z0-9][\w'’-]*){0,5}"
_QUOTED_NEAR = re.compile(rf"[\"'](?P<title>{_TITLE})[,.]?[\"']")
_CREDIT = re.compile(rf" \((?P<title>{_TITLE})\)")


class _Works:
    """The nouns beside titles as patterns, and the words without which each cannot match in a sentence."""

    def __init__(self, words: Words) -> None:
        noun, maker = words.either(lists.WORK_NOUN), words.either(lists.WORK_MAKER)
        context = words.words(lists.WORK_CONTEXT)
        self.before = re.compile(rf"\b{noun}s?,? (?P<mark>[\"'])?(?P<title>{_TITLE})(?(mark)[,.]?[\"'])")
        self.after = re.compile(rf"(?P<mark>[\"'])?(?P<title>{_TITLE})(?(mark)[,.]?[\"'])(?:'s)? {noun}\b")
        self.behind = re.compile(rf"\b{maker}s? (?:behind|of) (?P<list>{_TITLE}(?:, ?{_TITLE})*(?:,? and {_TITLE})?)")
        self.context = re.compile(rf"\b(?:{noun}s?|{words.either(lists.WORK_CONTEXT)})\b")
        self.nouns = _both(word for form in words.words(lists.WORK_NOUN) for word in form.split())
        self.makers = _both(form.split()[-1] for form in words.words(lists.WORK_MAKER))
        self.near = self.nouns | {form.split()[0] for form in context}
        self.not_titles = _SMALL | words.words(lists.NOT_TITLE)


_SMALL = ARTICLES | {"this", "that", "its", "their"}


def _both(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, f"{noun}s"))


def find(naming: Naming) -> None:
    """Adds works found by pattern."""
    text, works = naming.folded, naming.vocabulary.of(_Works)
    for sentence, words in zip(naming.sentences, naming.words, strict=True):
        start, end = sentence.span.start, sentence.span.end
        for match in works.behind.finditer(text, start, end) if not works.makers.isdisjoint(words) else ():
            at = match.start("list")
            for title in re.split(r",? and |, ?", match["list"]):
                place = text.index(title, at)
                _add(Span(place, place + len(title)), title, naming)
                at = place + len(title)
        for pattern in (works.after, works.before) if not works.nouns.isdisjoint(words) else ():
            for match in pattern.finditer(text, start, end):
                if match["mark"] is None and pattern is works.before and len(match["title"].split()) < 2:
                    continue
                if match["mark"] is None and pattern is works.after and not _plain_title(match, text, start, works):
                    continue
                _add(Span(match.start("title"), match.end("title")), match["title"], naming)
        for match in _QUOTED_NEAR.finditer(text, start, end) if not works.near.isdisjoint(words) else ():
            around = (
                text[max(start, match.start() - 60) : match.start()] + text[match.end() : min(end, match.end() + 30)]
            )
            upper = sum(word[0].isupper() for word in match["title"].split())
            if upper >= 1 and works.context.search(around.lower()) and len(match["title"]) > 3:
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


def _plain_title(match: re.Match[str], text: str, start: int, works: _Works) -> bool:
    """Whether an unmarked capitalised name before "episode" or "series" is a title and not the start of a sentence."""
    words = match["title"].split()
    return (
        len(words) > 1
        and words[0].lower() not in works.not_titles
        and (match.start() > start or text[match.start() - 4 : match.start()].lower() == "the ")
    )


def _add(span: Span, title: str, naming: Naming) -> None:
    words = title.split()
    if not words or (len(words) == 1 and _common(words[0].lower(), naming)):
        return
    naming.add(span, Agent(iris.work(title), title, terms.CreativeWork, reviewed=False), "name", "work")


def _common(word: str, naming: Naming) -> bool:
    """Whether a word alone is no title."""
    return word in naming.vocabulary.of(_Works).not_titles or word in naming.vocabulary.union_word


def _repeats(naming: Naming) -> None:
    works = {agent.name: agent.iri for agent in naming.agents.values() if agent.type == terms.CreativeWork}
    if not works:
        return
    for at, name in Names(works, before=r"\w", after=r"\w").find(naming.folded, 0, len(naming.folded)):
        span = Span(at, at + len(name))
        if naming.told(span):
            naming.refer(span, (works[name],), "name", "repeat")
