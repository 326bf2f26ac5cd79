"""The part of the page that each paragraph of a text is: title, byline, picture's credit, furniture, body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.fold import fold
from graph.extract.words import Words
from graph.model import Document, Region, Span
from ontology import lists

BYLINE = re.compile(
    r"^(?:[Bb]y\s+)?(?P<name>[A-Z][\w.'-]+(?:\s(?:[A-Z][\w.'-]*|de|van|von|der|al|bin|la)){1,3})(?:\s*(?:,|\||•|·|—|-)\s*.{0,60})?$"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text: its place, its words, its number."""

    span: Span
    words: str
    number: int


class _Page:
    """What a page holds beside its article, as patterns."""

    def __init__(self, words: Words) -> None:
        one = words.either
        self.credit = re.compile(
            rf"(?i)^{one(lists.PICTURE_WORD)}s?(?: by| via| courtesy(?: of)?|:| credit:?)"
            rf"|^{one(lists.PICTURE_AGENCY)}(?: images)?\.?$|/\s?{one(lists.PICTURE_SOURCE)}\b[^.]*$"
        )
        self.furniture = re.compile(
            rf"(?i)^(?:{one(lists.BUTTON_VERB)}\b.{{0,80}}\b{one(lists.BUTTON_OBJECT)}\b[^.]{{0,40}}[.!:)]?"
            rf"|{one(lists.PAGE_LABEL)}(?:\b.{{0,40}})?:?"
            r"|(?:©|\(c\)|copyright\b).{0,120}"
            rf"|[\d,.]+\s?{one(lists.PAGE_COUNT)}.{{0,20}})$"
        )
        # What tells of something is no button: "Support staff walked out today", "More than 500 nurses struck".
        self.tells = re.compile(
            rf"(?i)(?<!^)\b(?:is|are|was|were|has|have|had|will|would|{one(lists.LINE_TELLS)}"
            rf"|(?!{one(lists.LINE_TELLS_NOT)}\b)\w{{2,}}ed)\b"
        )
        self.service = re.compile(rf"(?i)\b{one(lists.PAGE_SERVICE)}\b")
        # A label with another story's headline, however long: "READ ALSO: ...", "Related: ..."; and a line of hashtags.
        self.link = re.compile(
            rf"(?i)^(?:{one(lists.LINK_VERB)} {one(lists.LINK_MORE)}|{one(lists.LINK_LABEL)})"
            r"\s?(?:[:|]|[-\u2013\u2014]{1,2}\s)\s*\S.{0,220}$"
            r"|^(?:\d+ \w+ ago\s+)?(?:#\w+[,;]?\s*){2,}$"
        )
        self.icon = re.compile(rf"[A-Z]{{4,}}(?: [A-Z]{{4,}})? ?\(\d+\)|\b{one(lists.PAGE_ICON)}\b")
        self.not_byline = words.words(lists.NOT_BYLINE)
        self.place = words.words(lists.PLACE)
        self.listed = tuple(entry for entry in words.words(lists.FURNITURE) if len(entry) > 3)


def regions(paragraphs: Sequence[Paragraph], document: Document, vocabulary: Words) -> list[Region]:
    """What part of the page each paragraph is. Only a text that comes without a title can hold one."""
    page = vocabulary.of(_Page)
    bare = document.title is None
    counts: dict[str, int] = {}
    for paragraph in paragraphs:
        counts[paragraph.words] = counts.get(paragraph.words, 0) + 1
    out: list[Region] = []
    seen: set[str] = set()
    for at, paragraph in enumerate(paragraphs):
        words = paragraph.words
        following = paragraphs[at + 1].words if at + 1 < len(paragraphs) else ""
        if _is_furniture(words, page):
            region = Region.FURNITURE
        elif words in seen and len(words) > 20:
            region = Region.REPEATED
        elif len(words) < 160 and page.credit.search(words):
            region = Region.CAPTION
        elif (document.title is not None and at == 0 and words == fold(document.title).strip()) or (
            bare and at == 0 and len(paragraphs) > 2 and len(words) < 200
        ):
            region = Region.TITLE
        elif at <= 5 and _is_byline(words, page):
            region = Region.BYLINE
        elif (counts[words] > 1 and len(words) > 20 and at < 8) or (
            bare and 1 < at < 8 and len(words) < 300 and page.credit.search(following)
        ):
            region = Region.CAPTION
        elif bare and at == 1 and out[0] is Region.TITLE and len(words) < 400 and len(paragraphs) > 4:
            region = Region.DECK
        elif _is_heading(words) and 0 < at < len(paragraphs) - 1:
            region = Region.HEADING
        else:
            region = Region.BODY
        seen.add(words)
        out.append(region)
    return out


def _is_furniture(words: str, page: _Page) -> bool:
    if page.link.match(words):
        return True
    if len(words) > 140:
        return False
    low = words.lower()
    if low.startswith(page.listed) and any(
        low.startswith(entry) and len(low) < len(entry) + 30 for entry in page.listed
    ):
        return True
    if page.icon.search(words):
        return True
    if page.furniture.match(words) is None or re.search(r"[.!?] [A-Z]", words):
        return False
    return (
        page.tells.search(words) is None
        or page.service.search(words) is not None
        or low.startswith(("\u00a9", "(c)", "copyright"))
    )


def _is_byline(words: str, page: _Page) -> bool:
    match = BYLINE.match(words)
    if match is None or (words.endswith((".", "?", "!", ":", ",")) and not words.endswith("Jr.")):
        return False
    parts = match["name"].lower().split()
    explicit = words.lower().startswith("by ")
    if not explicit and page.place.issuperset(parts):
        return False  # "Los Angeles, CA"
    return not set(parts) & page.not_byline and (explicit or len(words.split()) <= 4 or "|" in words)


def _is_heading(words: str) -> bool:
    return len(words) < 80 and len(words.split()) <= 12 and words[-1] not in ".!?…:;,\"')" and words[0].isupper()
