"""An article as its page shows it: paragraphs in pieces, each piece plain or marked as what was read there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from graph.views import queries

LONGEST = 10_000_000  # characters of an article that is put together from its passages


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that were read as something: `kind` is "agent", "date" or "figure"; `iri` what they name."""

    start: int
    end: int
    kind: str
    iri: str
    label: str


@dataclass(slots=True)
class Used:
    """A sentence that at least one report rests on; `events` are pairs of IRI and label."""

    number: int
    start: int
    end: int
    events: list[tuple[str, str]] = field(default_factory=list)
    pieces: list[tuple[str, Mark | None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Parts of one paragraph in order: text that nothing rests on, and sentences used."""

    parts: tuple[str | Used, ...]


def article(store: ox.Store, iri: str, record: Mapping[str, Any]) -> tuple[list[Paragraph], list[Used]]:
    """The paragraphs of an article's text as held, and its sentences used, in order."""
    text = str(record["text"])
    used, marks = _read(store, iri)
    for one in used:
        one.pieces = list(_pieces(text, one, marks))
    return list(_paragraphs(text, used)), used


def rebuilt(store: ox.Store, iri: str) -> dict[str, str]:
    """As much of an article's text as its passages hold, each in its place, with blanks between."""
    rows = queries.rows(store, "passages", [iri])
    spans = [(int(row["start"]), int(row["end"]), row["exact"]) for row in rows]
    spans = [(start, end, exact) for start, end, exact in spans if end - start == len(exact) and end <= LONGEST]
    text = [" "] * max((end for _, end, _ in spans), default=0)
    for start, end, exact in spans:
        text[start:end] = exact
    return {"text": "".join(text)}


def _read(store: ox.Store, iri: str) -> tuple[list[Used], list[Mark]]:
    spans: dict[tuple[int, int], Used] = {}
    marks: dict[tuple[int, int], Mark] = {}
    for row in queries.rows(store, "sentences", [iri]):
        start, end = int(row["start"]), int(row["end"])
        if row["kind"] == "report":
            one = spans.setdefault((start, end), Used(int(row["sentence"]), start, end))
            if "event" in row and (row["event"], row["label"]) not in one.events:
                one.events.append((row["event"], row["label"]))
        else:
            marks.setdefault((start, end), Mark(start, end, row["kind"], row["node"], row.get("label", "")))
    return _merged(sorted(spans.values(), key=lambda u: (u.start, -u.end))), sorted(
        marks.values(), key=lambda m: m.start
    )


def _merged(found: Sequence[Used]) -> list[Used]:
    """Passages that overlap become one, so that no words are shown twice."""
    out: list[Used] = []
    for one in found:
        if out and one.start < out[-1].end:
            last = out[-1]
            last.end = max(last.end, one.end)
            last.events.extend(event for event in one.events if event not in last.events)
        else:
            out.append(one)
    return out


def _pieces(text: str, used: Used, marks: Sequence[Mark]) -> Iterator[tuple[str, Mark | None]]:
    at = used.start
    inside = [
        m for m in marks if used.start <= m.start and m.end <= used.end and m.end - m.start < used.end - used.start
    ]
    for mark in sorted(inside, key=lambda m: (m.start, -m.end)):
        if mark.start < at:
            continue
        if mark.start > at:
            yield text[at : mark.start], None
        yield text[mark.start : mark.end], mark
        at = mark.end
    if at < used.end:
        yield text[at : used.end], None


def _paragraphs(text: str, used: Sequence[Used]) -> Iterator[Paragraph]:
    """The text cut at its line breaks; a sentence used that spans a break keeps its paragraph whole."""
    parts: list[str | Used] = []
    at = 0
    for one in used:
        yield from _cut(text[at : one.start], parts)
        parts.append(one)
        at = one.end
    yield from _cut(text[at:], parts)
    if parts:
        yield Paragraph(tuple(parts))


def _cut(plain: str, parts: list[str | Used]) -> Iterator[Paragraph]:
    lines = plain.split("\n")
    for number, line in enumerate(lines):
        if number and parts:
            yield Paragraph(tuple(parts))
            parts.clear()
        if line.strip() or (line and parts):
            parts.append(line)
