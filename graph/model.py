"""The values that pass between the stages: frozen, without behaviour that touches disk, network or clock.

Offsets are Unicode code points, half-open, into `Document.text` exactly as stored.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A stretch of a document's text: code points, half-open. A tuple, since an article makes thousands of them."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


# ---------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: `edtf` as precisely as known, `day` the newsroom's calendar day or None.

    `stamp` keeps the source's own wording (an RFC 3339 date-time, a date, a month).
    """

    edtf: str
    day: date | None
    stamp: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `key` is its stable identity within the corpus (see `graph.iris`).

    `kind` is "digest" where the text is our own paraphrase of `digest_of`, else "article". `origins` pairs a field with
    where it was found ("published", "JSON-LD datePublished"); `notes` tell of what the source contradicts itself in.
    """

    key: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: Published | None = None
    retrieved: date | None = None
    digest_of: str | None = None
    charset: str = "utf-8"
    location: str = ""
    origins: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Whether the text is an article's own or our digest of one."""
        return "article" if self.digest_of is None else "digest"


# ---------------------------------------------------------------- what is found in a text


class Region(enum.Enum):
    """What part of a page a stretch of text is. Furniture is marked and passed over, never deleted."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    HEADING = "heading"
    BODY = "body"
    REPEATED = "repeated"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, trimmed of outer white space; `number` counts from 0 over the whole text."""

    span: Span
    number: int
    paragraph: int
    region: Region


class Basis(enum.Enum):
    """On what a date rests."""

    EXPLICIT = "explicit"  # the words give it in full, or with a year supplied by nearness to publication
    RELATIVE = "relative"  # reckoned from the day of publication
    ORDINAL = "ordinal"  # reckoned from a count: "the fourth day of the strike"
    DURATION = "duration"  # reckoned from a stated length
    BOUND = "bound"  # only a limit is stated: "since May", "by Friday", or "before this was published"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time. `kind` is "date", "interval", "duration", "clock" or "ordinal".

    `edtf` is the value, None for durations and ordinals; a year that nothing supplies stays open (`XXXX-05-05`).
    `duration` is ISO 8601 (`P147D`). `count` and `unit` belong to ordinals: 4 and "day" for "the fourth day of".
    `hedge` is "", "about", "over", "under", "nearly"; `open` is "since" or "by" where one side is open; `stretch` is the
    stretch in which that limit lies, where it is no single day ("since mid-July").
    """

    span: Span
    kind: str
    edtf: str | None
    basis: Basis
    rule: str
    duration: str | None = None
    count: int | None = None
    unit: str | None = None
    hedge: str = ""
    open: str = ""
    stretch: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The date of a report: an EDTF value, what it rests on, and the words that say so."""

    edtf: str
    basis: Basis
    rule: str
    spans: tuple[Span, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure. `low` and `high` are equal for a single value; a range has both.

    `unit` is a word of the list in `graph.extract.amounts` ("USD", "percent", "people", "votes", "days", ...);
    `per` the denominator ("year") or ""; `hedge` "", "about", "over", "at least", "under", "at most", "nearly";
    `noun` the counted noun as written ("film and television actors").
    """

    span: Span
    low: Decimal
    high: Decimal
    unit: str
    per: str = ""
    hedge: str = ""
    noun: str = ""

    def is_a(self, kind: str) -> bool:
        """Whether the figure is of a kind: "percent", "money" (a currency's three letters) or "count", all the rest."""
        if kind == "percent":
            return self.unit == "percent"
        money = len(self.unit) == 3 and self.unit.isupper()
        return money if kind == "money" else not money and self.unit != "percent"


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody or something that acts: from the registry, or found in the text (`reviewed` False).

    `type` is the IRI of a class below `Agent` or of `CreativeWork`; `role` and `affiliation` as the text gives them.
    """

    iri: str
    name: str
    type: str
    reviewed: bool = True
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an agent. `agents` are IRIs; more than one for "both unions".

    `kind` is "name", "surname", "nominal" or "pronoun"; `rule` says how it was resolved. `part` is the word for
    a body that belongs to the agent ("members", "board"), "" where the agent itself is meant.
    """

    span: Span
    agents: tuple[str, ...]
    kind: str
    rule: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks. `span` excludes the marks; `evidence` is the sentence or sentences around them.

    `speaker` and `told_to` are agent IRIs or None. `kind` is "direct" or "fragment" (a few words, not attributed).
    `unnamed` describes a speaker of whom no name is told ("union-side source"). A joint statement is a row a speaker.
    """

    span: Span
    evidence: Span
    kind: str
    speaker: str | None = None
    cue: Span | None = None
    told_to: str | None = None
    rule: str = ""
    unnamed: str = ""


class Modality(enum.Enum):
    """Whether the article tells of a fact, a plan, a possibility or a denial."""

    ACTUAL = "actual"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Filler:
    """One agent in one role of a report. `how` is the path: "subject", "object", "with", "discourse", ..."""

    role: str
    agent: str
    how: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of a report with the words that give it: property IRI, the value as it is written down, its kind.

    `kind` is "decimal", "integer" or "text".
    """

    property: str
    value: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """What this article states about one happening, communication or role.

    `type` is a class of the ontology, `frame` the frame that fired, `trigger` the words that made it fire.
    `evidence` holds at least one sentence. `key` is stable within the article. `issues` are concept IRIs.
    `properties` are further literal statements: (property IRI, text). `links` point to other reports of the
    article: (property IRI, key). `readings` are values with their own words: the shares of a vote, the terms of a move;
    `status` is the concept for what became of a move, "" for all else.
    """

    key: str
    type: str
    frame: str
    modality: Modality
    trigger: Span
    evidence: tuple[Span, ...]
    fillers: tuple[Filler, ...] = ()
    when: When | None = None
    issues: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributed_to: str | None = None
    summary: str = ""
    factors: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    readings: tuple[Reading, ...] = ()
    status: str = ""

    def changed(self, **values: Any) -> Report:
        """A copy with other values: `dataclasses.replace` for the class of which an article makes most copies."""
        made = Report(*_values(self))
        for name, value in values.items():
            object.__setattr__(made, name, value)  # a value of this call's own, not yet handed to anybody
        return made

    def reading(self, name: str) -> Reading | None:
        """The first reading of a property, None where there is none."""
        return next((reading for reading in self.readings if reading.property == name), None)

    def agents(self, *roles: str) -> tuple[str, ...]:
        """The agents that fill the roles given, or all of them."""
        found = [f.agent for f in self.fillers if not roles or f.role in roles]
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


_values = attrgetter(*(field.name for field in fields(Report)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with the agent it tells of and the sentence that gives it."""

    key: str
    quantity: Quantity
    about: str | None
    evidence: Span
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two passages of one article that cannot both be true; `reports` are keys of the reports concerned."""

    key: str
    reason: str
    evidence: tuple[Span, ...]
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A trigger that fired and was turned down, for `picketline explain`."""

    span: Span
    frame: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document; every part keeps its span.

    `about_labor` is whether its words show it to be about labor at all: who and what is named in one about baseball is
    found, and goes nowhere.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    agents: tuple[Agent, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    reports: tuple[Report, ...] = ()
    figures: tuple[Figure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    ruleset: str = field(default="")
    about_labor: bool = True

    @property
    def told(self) -> Extraction:
        """What may be published: itself, or the bare document where it is not about labor."""
        if self.about_labor:
            return self
        return Extraction(self.document, self.sentences, ruleset=self.ruleset, about_labor=False)
