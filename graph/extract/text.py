"""A document's text to sentences with their places, each marked with the part of the page that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.fold import fold
from graph.model import Document, Region, Sentence, Span

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"""[.!?…]+["')\]]*(?=\s|$)|(?<=[a-z0-9"')])[.!?](?=[A-Z"'][a-z])""")
# Characters after which a stretch without a full stop is cut, so that no stage meets a sentence without an end.
_LONGEST = 3000
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt st jr sr vs v no inc corp co ltd bros dept univ assn ave blvd rd mt ft "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun a.m p.m u.s u.k d.c l.a n.y e.g "
    "i.e etc approx est al hon rev pres atty vol ed".split()
)
# Abbreviations that more often end a name than a sentence; a capital may follow them inside it.
_NAME_ENDS = frozenset("bros inc corp co ltd jr sr".split())
_CREDIT = re.compile(
    r"(?i)^(?:photo|photograph|image|illustration|picture|video|credit|graphic|screenshot)s?(?: by| via| courtesy(?: of)?|:| credit:?)|"
    r"^(?:getty|shutterstock|reuters|ap photo|afp|istock|alamy|bloomberg via getty)(?: images)?\.?$|/\s?(?:getty|shutterstock|afp|reuters|ap|the verge)\b[^.]*$"
)
_BYLINE = re.compile(
    r"^(?:[Bb]y\s+)?(?P<name>[A-Z][\w.'-]+(?:\s(?:[A-Z][\w.'-]*|de|van|von|der|al|bin|la)){1,3})(?:\s*(?:,|\||•|·|—|-)\s*.{0,60})?$"
)
_NOT_NAMES = frozenset(
    "images getty news job board home page read more share sign log related topics image photo advertisement hollywood "
    "strike strikes deal ai the a in on of and for with to netflix union unions workers guild comments press daily "
    "what why how when who contact about privacy terms company studio media entertainment business".split()
)
_FURNITURE = re.compile(
    r"(?ix)^(?:"
    r"(?:add|follow|find|like|join|subscribe|sign|get|download|read|watch|see|share|click|tap|check|view|show|load|hide|leave|post|skip|log|listen|support|donate|save|print|email|copy)\b"
    r".{0,80}\b(?:feed|newsletter|newsletters|updates|google|facebook|twitter|instagram|whatsapp|telegram|linkedin|youtube|tiktok|x|inbox|app|apps|alerts|notifications|"
    r"comments?|here|now|more|up|in|this|article|story|link|page|free|today|podcast|account|content|replies|bluesky|threads|reddit)\b[^.]{0,40}[.!:)]?"
    r"|(?:related|recommended|more|also read|read also|most read|trending|advertisement|sponsored|promoted|editor'?s picks?|up next|topics?|tags?|filed under|share|comments?|newsletter|cookie|sign in|log in|menu|search|job board|jobs?|careers?|about us|contact us|privacy policy|terms of use|all rights reserved|loading|back to top|see also|read next|in this article|table of contents)"
    r"(?:\b.{0,40})?:?"
    r"|(?:©|\(c\)|copyright\b).{0,120}"
    r"|[\d,.]+\s?(?:comments?|shares?|likes?|views?|min(?:ute)?s? read).{0,20}"
    r")$"
)
# What tells of something is no button: "Support staff walked out today", "More than 500 nurses struck".
_TELLS = re.compile(
    r"(?i)(?<!^)\b(?:is|are|was|were|has|have|had|will|would|says?|said|went|struck|began|begins?|met|won|lost|took|fell|rose|broke|"
    r"(?!(?:reserved|related|recommended|sponsored|promoted|updated|posted|published|shared|filed|need|feed)\b)\w{2,}ed)\b"
)
_SERVICE = re.compile(
    r"(?i)\b(?:newsletters?|inbox|google|facebook|twitter|instagram|whatsapp|telegram|linkedin|youtube|tiktok|bluesky|reddit|apps?|alerts|notifications|podcast)\b"
)
# A label with another story's headline, however long: "READ ALSO: ...", "Related: ..."; and a line of hashtags.
_LINK = re.compile(
    r"(?i)^(?:(?:read|see|watch|listen) (?:also|next|more|this)|also (?:read|on)|related(?: (?:stor(?:y|ies)|articles?|news|content|coverage|reading))?"
    r"|see also|watch|more on this|recommended(?: reading)?|up next|don't miss|you may (?:also )?like|must[ -]read|trending(?: now)?)"
    r"\s?(?:[:|]|[-\u2013\u2014]{1,2}\s)\s*\S.{0,220}$"
    r"|^(?:\d+ \w+ ago\s+)?(?:#\w+[,;]?\s*){2,}$"
)
_UI = re.compile(r"[A-Z]{4,}(?: [A-Z]{4,})? ?\(\d+\)|\b(?:chevron|hamburger|icon|message circle)\b")

_LAST_WORD = re.compile(r"[\w.'&-]+$")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
# What surely opens a sentence where it follows an abbreviation, and what does behind one that ends a name.
_OPENS = re.compile(r"(?:The|But|In|On|It|They|A|He|She|And|This|We)\b")
_OPENS_AFTER_NAME = re.compile(r"(?:The|But|In|On|It|They|A|An|He|She|And|This|That|As|At|We)\b")
_SAYS = re.compile(r"(?:[A-Z][\w.-]+ ){1,3}(?:said|says|told|added|wrote|asked|replied)\b")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    words: str
    number: int


def sentences(document: Document, *, furniture: Sequence[str] = ()) -> tuple[Sentence, ...]:
    """The sentences of a document in order. Furniture and repeats are marked, never dropped."""
    folded = fold(document.text)
    paragraphs = list(_paragraphs(folded))
    regions = _regions(paragraphs, document, tuple(entry.lower() for entry in furniture if len(entry) > 3))
    out: list[Sentence] = []
    for paragraph, region in zip(paragraphs, regions, strict=True):
        for span in _split(folded, paragraph.span):
            out.append(Sentence(span, len(out), paragraph.number, region))
    return tuple(out)


def byline(document: Document, found: Sequence[Sentence]) -> tuple[Span, str] | None:
    """The place and the words of the author's name, where the text itself has a byline."""
    for sentence in found:
        if sentence.region is not Region.BYLINE:
            continue
        words = sentence.span.of(document.text)
        match = _BYLINE.match(fold(words))
        if match is not None:
            start = sentence.span.start + match.start("name")
            return Span(start, start + len(match["name"])), match["name"]
    return None


def _paragraphs(folded: str) -> Iterator[_Paragraph]:
    number = 0
    for match in _PARAGRAPH.finditer(folded):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield _Paragraph(Span(start, start + len(words)), words, number)
            number += 1


def _regions(paragraphs: Sequence[_Paragraph], document: Document, furniture: tuple[str, ...]) -> list[Region]:
    """What part of the page each paragraph is. Only a text that comes without a title can hold one."""
    bare = document.title is None
    counts: dict[str, int] = {}
    for paragraph in paragraphs:
        counts[paragraph.words] = counts.get(paragraph.words, 0) + 1
    out: list[Region] = []
    seen: set[str] = set()
    for at, paragraph in enumerate(paragraphs):
        words = paragraph.words
        following = paragraphs[at + 1].words if at + 1 < len(paragraphs) else ""
        if _is_furniture(words, furniture):
            region = Region.FURNITURE
        elif words in seen and len(words) > 20:
            region = Region.REPEATED
        elif _CREDIT.search(words) and len(words) < 160:
            region = Region.CAPTION
        elif (document.title is not None and at == 0 and words == fold(document.title).strip()) or (
            bare and at == 0 and len(paragraphs) > 2 and len(words) < 200
        ):
            region = Region.TITLE
        elif at <= 5 and _is_byline(words):
            region = Region.BYLINE
        elif (counts[words] > 1 and len(words) > 20 and at < 8) or (
            _CREDIT.search(following) and at < 8 and len(words) < 300 and bare and at > 1
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


def _is_furniture(words: str, listed: tuple[str, ...]) -> bool:
    if _LINK.match(words):
        return True
    if len(words) > 140:
        return False
    low = words.lower()
    if low.startswith(listed) and any(low.startswith(entry) and len(low) < len(entry) + 30 for entry in listed):
        return True
    if _UI.search(words):
        return True
    if _FURNITURE.match(words) is None or re.search(r"[.!?] [A-Z]", words):
        return False
    return (
        _TELLS.search(words) is None
        or _SERVICE.search(words) is not None
        or low.startswith(("\u00a9", "(c)", "copyright"))
    )


def _is_byline(words: str) -> bool:
    match = _BYLINE.match(words)
    if match is None or (words.endswith((".", "?", "!", ":", ",")) and not words.endswith("Jr.")):
        return False
    parts = match["name"].lower().split()
    explicit = words.lower().startswith("by ")
    return not set(parts) & _NOT_NAMES and (explicit or len(words.split()) <= 4 or "|" in words)


def _is_heading(words: str) -> bool:
    return len(words) < 80 and len(words.split()) <= 12 and words[-1] not in ".!?…:;,\"')" and words[0].isupper()


def _split(folded: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _END.finditer(folded, paragraph.start, paragraph.end):
        if match.end() <= start or not _ends(folded, match, start, paragraph.end):
            continue
        yield from _trimmed(folded, start, match.end())
        start = match.end()
    yield from _trimmed(folded, start, paragraph.end)


def _trimmed(folded: str, start: int, end: int) -> Iterator[Span]:
    words = folded[start:end]
    bare = words.strip()
    first = start + len(words) - len(words.lstrip())
    while len(bare) > _LONGEST:
        cut = max(bare.rfind(" ", 0, _LONGEST), 0) or _LONGEST
        yield Span(first, first + len(bare[:cut].rstrip()))
        rest = bare[cut:].lstrip()
        first += len(bare) - len(rest)
        bare = rest
    if bare:
        yield Span(first, first + len(bare))


def _ends(folded: str, match: re.Match[str], start: int, limit: int) -> bool:
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
        if word in _NAME_ENDS:
            return (not following.isupper() and not following.islower() and following not in ",;") or bool(
                _OPENS_AFTER_NAME.match(rest)
            )
        if word in _ABBREVIATIONS or _INITIALS.fullmatch(word):
            return word in ("a.m", "p.m", "u.s", "etc") and bool(_OPENS.match(rest))
    if following.islower():
        return False
    if mark.startswith("..") or "…" in mark:
        return following.isupper() or following in "\"'"
    if mark[-1] in "\"'" and _SAYS.match(rest):
        return mark[0] == "."
    return True
