"""The events in order, filtered by days, party and class."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from graph.errors import QueryError
from graph.views import queries
from ontology import terms


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as the timeline shows it."""

    iri: str
    type: str
    label: str
    date: str | None
    earliest_start: dt.date | None
    latest_end: dt.date | None
    parties: tuple[tuple[str, str], ...]
    articles: int
    origins: int
    actual: bool = True  # whether it is told of as a fact, not as a plan or a threat

    def as_json(self) -> dict[str, Any]:
        """The event in the documented JSON form."""
        return {
            "iri": self.iri,
            "type": self.type,
            "label": self.label,
            "date": self.date,
            "earliestStart": self.earliest_start.isoformat() if self.earliest_start else None,
            "latestEnd": self.latest_end.isoformat() if self.latest_end else None,
            "parties": [{"iri": iri, "name": name} for iri, name in self.parties],
            "articles": self.articles,
            "origins": self.origins,
        }


def entries(
    store: ox.Store,
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
    party: str | None = None,
    type: str | None = None,
    planned: bool = False,
    at: dt.date | None = None,
    known: dt.date | None = None,
) -> list[Entry]:
    """The events that can touch the days given, sorted by start, then end, then IRI; undated ones come last.

    `party` is a name, an alias or an IRI; `type` the local name, label or IRI of a class, and stands for those below it.
    `at` keeps what can touch that one day; `known` tells it as the articles published by that day tell it.
    """
    found = within(every(store, known=known), start=start, end=end, at=at, planned=planned)
    wanted = agents(store, party) if party is not None else None
    wanted_classes = classes(store, type) if type is not None else None
    return [
        entry
        for entry in found
        if (wanted_classes is None or entry.type in wanted_classes)
        and (wanted is None or wanted & {iri for iri, _ in entry.parties})
    ]


def every(store: ox.Store, *, known: dt.date | None = None) -> list[Entry]:
    """All events, plans among them, in the order of `entries`; with a day, as the articles published by it tell them."""
    parties = _parties(store, known)
    return sorted((_entry(row, parties) for row in queries.rows(store, "timeline", known=known)), key=_order)


def within(
    found: Iterable[Entry],
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
    at: dt.date | None = None,
    planned: bool = False,
) -> list[Entry]:
    """Those that can touch the days given; plans only if asked for. Raises `QueryError` where the range ends first."""
    if start is not None and end is not None and end < start:
        raise QueryError(f"the range ends on {end}, before it begins on {start}")
    return [
        entry
        for entry in found
        if (planned or entry.actual)
        and ((start is None and end is None) or _touches(entry, start, end))
        and (at is None or _touches(entry, at, at))
    ]


def _order(entry: Entry) -> tuple[dt.date, dt.date, str]:
    return (entry.earliest_start or entry.latest_end or dt.date.max, entry.latest_end or dt.date.max, entry.iri)


def _touches(entry: Entry, start: dt.date | None, end: dt.date | None) -> bool:
    if entry.earliest_start is None and entry.latest_end is None:
        return False
    begins = entry.earliest_start or dt.date.min
    return (end is None or begins <= end) and (start is None or (entry.latest_end or dt.date.max) >= start)


def _entry(row: dict[str, str], parties: dict[str, list[tuple[str, str]]]) -> Entry:
    return Entry(
        iri=row["iri"],
        type=row["type"],
        label=row["label"],
        date=row.get("date"),
        earliest_start=_day(row.get("earliestStart")),
        latest_end=_day(row.get("latestEnd")),
        parties=tuple(sorted(parties.get(row["iri"], ()))),
        articles=int(row["articles"]),
        origins=int(row["origins"]),
        actual=row["modality"] == terms.modality_actual,
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _parties(store: ox.Store, known: dt.date | None) -> dict[str, list[tuple[str, str]]]:
    """The parties of each event; one name an agent, for one that nobody reviewed the first of those told by then."""
    told: dict[str, str] = {}
    if known is not None:
        for row in queries.rows(store, "names", known=known):
            told[row["agent"]] = min(told.get(row["agent"], row["name"]), row["name"])
    names: dict[tuple[str, str], str] = {}
    for row in queries.rows(store, "parties", known=known):
        key = (row["iri"], row["agent"])
        names[key] = told.get(row["agent"]) or min(names.get(key, row["name"]), row["name"])
    out: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (iri, agent), name in names.items():
        out[iri].append((agent, name))
    return out


def agents(store: ox.Store, party: str) -> frozenset[str]:
    """The agents that a name, an alias, a slug or an IRI stands for. Raises `QueryError` where there is none."""
    solutions = queries.run(store, queries.named("names"))
    assert isinstance(solutions, ox.QuerySolutions)
    key = party.casefold()
    found = frozenset(row["agent"].value for row in solutions if key in _keys(row["name"].value, row["agent"].value))
    if not found:
        raise QueryError(f"party {party!r}: no agent of that name, alias or IRI in the graph")
    return found


def _keys(name: str, iri: str) -> tuple[str, ...]:
    return (name.casefold(), iri.casefold(), iri.rpartition("/")[2])


def below(store: ox.Store, kind: str) -> frozenset[str]:
    """A class, by IRI, and those below it; itself alone where the graph does not know it."""
    rows = queries.rows(store, "classes")
    return frozenset(row["class"] for row in rows if row["above"] == kind) | {kind}


def classes(store: ox.Store, kind: str) -> frozenset[str]:
    """A class, by local name, label or IRI, and those below it. Raises `QueryError` where there is none."""
    solutions = queries.run(store, queries.named("classes"))
    assert isinstance(solutions, ox.QuerySolutions)
    rows = [(row["class"].value, row["above"].value, row["label"].value) for row in solutions]
    key = kind.casefold().removeprefix("pl:")
    named = {c for c, _, label in rows if key in (c.casefold(), c.rpartition("#")[2].casefold(), label.casefold())}
    if not named:
        raise QueryError(f"type {kind!r}: no class of that name, label or IRI in the ontology")
    return frozenset(c for c, above, _ in rows if above in named)
