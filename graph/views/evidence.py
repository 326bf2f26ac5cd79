"""What stands behind events: each report with its article, its date and the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import pyoxigraph as ox

from graph.views import queries
from ontology import terms


@dataclass(frozen=True, slots=True)
class Source:
    """An article. `digest` is whether the text held is our own paraphrase of it."""

    iri: str
    title: str
    outlet: str
    url: str | None
    published: str | None
    author: str | None
    digest: bool

    @property
    def link(self) -> str | None:
        """Where the original is, if it can be followed."""
        return self.url if self.url is not None and self.url.startswith(("https://", "http://")) else None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article, and the number of the sentence that they stand in."""

    words: str
    sentence: int


@dataclass(slots=True)
class Told:
    """One report of an event. `dates` are the words that its date was read from."""

    iri: str
    type: str
    modality: str
    source: Source
    date: str | None
    basis: str
    note: str | None
    passages: list[Passage] = field(default_factory=list)
    dates: list[Passage] = field(default_factory=list)

    @property
    def actual(self) -> bool:
        """Whether it tells of a fact."""
        return self.modality == terms.modality_actual


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Reports that cannot all be true."""

    iri: str
    reason: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A human decision on an event's reports. `value` is what it gives: a property's name with its value, or a party."""

    verdict: str
    author: str
    day: str
    reason: str
    value: str | None


def sources(store: ox.Store, articles: Iterable[str] | None = None) -> dict[str, Source]:
    """Articles by IRI: those given, or every one."""
    found: dict[str, Source] = {}
    rows = queries.rows(store, "sources") if articles is None else queries.rows(store, "sources_of", articles)
    for row in rows:
        digest = row["kind"] == terms.evidence_digest
        found[row["article"]] = Source(
            iri=row["article"],
            title=row.get("title") or "Untitled",
            outlet=row.get("outlet") or "outlet not stated",
            url=(row.get("digestOf") if digest else None) or row.get("url"),
            published=row.get("published"),
            author=row.get("author"),
            digest=digest,
        )
    return found


def cited(store: ox.Store, articles: Iterable[str]) -> dict[str, Source]:
    """The articles given; one that the timeline does not know, as in a part of a graph, has no title and no outlet."""
    wanted = tuple(articles)
    found = sources(store, wanted)
    return {
        iri: found.get(iri) or Source(iri, "Untitled", "outlet not stated", None, None, None, False) for iri in wanted
    }


def published_by(store: ox.Store, day: date) -> int:
    """How many articles were published by a day; one without a day of its own counts from that on which it was read."""
    (row,) = queries.rows(store, "articles", known=day)
    return int(row["articles"])


def told(store: ox.Store, events: Iterable[str], *, by: date | None = None) -> dict[str, list[Told]]:
    """The reports of each event, those known by a day if one is given: facts before plans, dated first, then by article."""
    reports: dict[tuple[str, str], Told] = {}
    seen: dict[tuple[str, str], list[tuple[int, Passage, bool]]] = {}
    rows = queries.rows(store, "told", events, known=by)
    known = cited(store, dict.fromkeys(row["article"] for row in rows))
    for row in rows:
        key = (row["event"], row["report"])
        source = known[row["article"]]
        if key not in reports:
            reports[key] = Told(
                row["report"],
                row["type"],
                row["modality"],
                source,
                row.get("date"),
                row["basis"],
                row.get("note"),
            )
        passage = Passage(" ".join(row["exact"].split()), int(row["sentence"]))
        seen.setdefault(key, []).append((int(row["start"]), passage, row["dates"] == "true"))
    out: dict[str, list[Told]] = {}
    for (event, report), one in reports.items():
        _place(one, sorted(seen[event, report], key=lambda item: (item[0], -len(item[1].words))))
        out.setdefault(event, []).append(one)
    for reports_of in out.values():
        reports_of.sort(key=lambda t: (not t.actual, t.date is None, t.source.published or "9999", t.iri))
    return out


def _place(one: Told, found: Sequence[tuple[int, Passage, bool]]) -> None:
    """Sentences apart from the words in them that gave the date; a passage inside another is not shown twice."""
    shown: list[tuple[int, int]] = []
    for start, passage, dates in found:
        if dates:
            one.dates.append(passage)
        elif not any(low <= start and start + len(passage.words) <= high for low, high in shown):
            one.passages.append(passage)
            shown.append((start, start + len(passage.words)))


def disagreements(store: ox.Store, events: Iterable[str], *, by: date | None = None) -> dict[str, list[Disagreement]]:
    """What the reports of each event disagree on, as known by a day if one is given."""
    met: dict[tuple[str, str, str], list[str]] = {}
    for row in queries.rows(store, "disagreements", events, known=by):
        met.setdefault((row["event"], row["conflict"], row["reason"]), []).append(row["report"])
    out: dict[str, list[Disagreement]] = {}
    for (event, conflict, reason), reports in met.items():
        out.setdefault(event, []).append(Disagreement(conflict, reason, tuple(reports)))
    return out


def judgements(store: ox.Store, event: str) -> list[Judged]:
    """What a person decided about the reports of an event."""
    return [
        Judged(
            row["verdict"],
            row["author"],
            row["day"],
            row["reason"],
            f"{row['property']} {row['value']}" if "value" in row else row.get("party"),
        )
        for row in queries.rows(store, "judgements", [event])
    ]
