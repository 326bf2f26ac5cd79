"""A document's text to sentences with their places, each marked with the part of the page that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.extract.fold import fold
from graph.extract.regions import BYLINE, Paragraph, regions
from graph.extract.words import Words
from graph.model import Document, Region, Sentence, Span
from ontology import lists

_PARAGRAPH = re.compile(r"[^\n]+")
# Opens with the mark itself, so that the engine looks at nothing else.
_END = re.compile(r"""[.!?…](?:[.!?…]*["')\]]*(?=\s|$)|(?<=[a-z0-9"')][.!?])(?=[A-Z"'][a-z]))""")
# Characters after which a stretch without a full stop is cut, so that no stage meets a sentence without an end.
_LONGEST = 3000


_LAST_WORD = re.compile(r"[\w.'&-]+$")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
# What surely opens a sentence where it follows an abbreviation, and what does behind one that ends a name.
_OPENS = re.compile(r"(?:The|But|In|On|It|They|A|He|She|And|This|We)\b")
_OPENS_AFTER_NAME = re.compile(r"(?:The|But|In|On|It|They|A|An|He|She|And|This|That|As|At|We)\b")


class _Stops:
    """Abbreviations, and a speaker behind a quotation."""

    def __init__(self, words: Words) -> None:
        self.abbreviations = words.words(lists.ABBREVIATION)
        self.of_names = words.words(lists.NAME_ABBREVIATION)
        self.closing = words.words(lists.CLOSING_ABBREVIATION)
        self.speaker = re.compile(rf"(?:[A-Z][\w.-]+ ){{1,3}}{words.either(lists.SPEECH_BEHIND)}\b")


def sentences(document: Document, words: Words) -> tuple[Sentence, ...]:
    """The sentences of a document in order. Furniture and repeats are marked, never dropped."""
    stops = words.of(_Stops)
    folded = fold(document.text)
    paragraphs = list(_paragraphs(folded))
    out: list[Sentence] = []
    for paragraph, region in zip(paragraphs, regions(paragraphs, document, words), strict=True):
        for span in _split(folded, paragraph.span, stops):
            out.append(Sentence(span, len(out), paragraph.number, region))
    return tuple(out)


def byline(document: Document, found: Sequence[Sentence]) -> tuple[Span, str] | None:
    """The place and the words of the author's name, where the text itself has a byline."""
    for sentence in found:
        if sentence.region is not Region.BYLINE:
            continue
        words = sentence.span.of(document.text)
        match = BYLINE.match(fold(words))
        if match is not None:
            start = sentence.span.start + match.start("name")
            return Span(start, start + len(match["name"])), match["name"]
    return None


def _paragraphs(folded: str) -> Iterator[Paragraph]:
    number = 0
    for match in _PARAGRAPH.finditer(folded):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Paragraph(Span(start, start + len(words)), words, number)
            number += 1


def _split(folded: str, paragraph: Span, stops: _Stops) -> Iterator[Span]:
    start = paragraph.start
    for match in _END.finditer(folded, paragraph.start, paragraph.end):
        if match.end() <= start or not _ends(folded, match, start, paragraph.end, stops):
            continue
        yield from _trimmed(folded, start, match.end())
        start = match.end()
    yield from _trimmed(folded, start, paragraph.end)


def _trimmed(folded: str, start: int, end: int) -> Iterator[Span]:
    bare = folded[start:end].lstrip()
    first = end - len(bare)
    bare = bare.rstrip()
    while len(bare) > _LONGEST:
        cut = max(bare.rfind(" ", 0, _LONGEST), 0) or _LONGEST
        yield Span(first, first + len(bare[:cut].rstrip()))
        rest = bare[cut:].lstrip()
        first += len(bare) - len(rest)
        bare = rest
    if bare:
        yield Span(first, first + len(bare))


def _ends(folded: str, match: re.Match[str], start: int, limit: int, stops: _Stops) -> bool:
    """Whether a full stop ends a sentence here."""
    rest = folded[match.end() : min(limit, match.end() + 40)].lstrip()
    if not rest:
        return True
    mark = match[0]
    before = _LAST_WORD.search(folded[max(start, match.start() - 24) : match.start()])
    word = before[0].lower() if before else ""
    following = rest[0]
    if mark == ".":
        if len(word) == 1 and word.isalpha():
            return False
        if word in stops.of_names:
            return (not following.isupper() and not following.islower() and following not in ",;") or bool(
                _OPENS_AFTER_NAME.match(rest)
            )
        if word in stops.abbreviations or _INITIALS.fullmatch(word):
            return word in stops.closing and bool(_OPENS.match(rest))
    if following.islower():
        return False
    if mark.startswith("..") or "…" in mark:
        return following.isupper() or following in "\"'"
    if mark[-1] in "\"'" and stops.speaker.match(rest):
        return mark[0] == "."
    return True
