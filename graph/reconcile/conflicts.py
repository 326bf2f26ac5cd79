"""Reports of one event that cannot both be true: their dates, their numbers or their outcomes exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph import dates
from graph.reconcile.clusters import Cluster
from graph.reconcile.records import Record
from ontology import terms

_PROPERTIES = {"start": terms.earliestStart, "end": terms.earliestEnd, "whole": terms.dateEdtf}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two reports that disagree on the property `on`, with the value shown and the other."""

    on: str
    shown: Record
    other: Record
    values: tuple[str, str]

    @property
    def reason(self) -> str:
        """The disagreement in words."""
        what = {terms.earliestStart: "start: ", terms.earliestEnd: "end: ", terms.dateEdtf: ""}
        name = what.get(self.on)
        if name is None:
            name = "".join(" " + c.lower() if c.isupper() else c for c in self.on.rpartition("#")[2]) + ": "
        return f"{name}{self.values[0]} against {self.values[1]}"


def of(cluster: Cluster) -> list[Conflict]:
    """What the reports of an event disagree on: one conflict a value that cannot be true beside the one shown.

    For each value stands the report that was the first to give it, so that later ones leave the conflict as it is. Plans
    conflict with nothing: what was planned need not have happened.
    """
    found = [*_of_dates(cluster), *_of_values(cluster)]
    return sorted(found, key=lambda c: (c.on, c.values, c.shown.iri, c.other.iri))


def _of_dates(cluster: Cluster) -> Iterator[Conflict]:
    for phase, prop in _PROPERTIES.items():
        shown = cluster.value(phase)
        if shown is None or shown.bounds is None or shown.when is None:
            continue
        others: dict[str, list[Record]] = defaultdict(list)
        for record in cluster.facts:
            if record.phase == phase and record.when is not None and record.when.edtf != shown.when.edtf:
                others[record.when.edtf].append(record)
        for edtf, records in others.items():
            known = records[0].bounds
            if known is not None and not _meet(phase, shown.bounds, known):
                mine = [
                    r
                    for r in cluster.facts
                    if r.phase == phase and r.when is not None and r.when.edtf == shown.when.edtf
                ]
                yield Conflict(prop, _first(mine or [shown]), _first(records), (shown.when.edtf, edtf))


def _meet(phase: str, one: dates.Bounds, other: dates.Bounds) -> bool:
    """Whether two dates can be the same: of a start the days on which it can have begun, of an end those it can have ended."""
    if phase == "start":
        a = (one.earliest_start or date.min, one.latest_start or date.max)
        b = (other.earliest_start or date.min, other.latest_start or date.max)
    elif phase == "end":
        a = (one.earliest_end or date.min, one.latest_end or date.max)
        b = (other.earliest_end or date.min, other.latest_end or date.max)
    else:
        a, b = dates.hull(one), dates.hull(other)
    return a[0] <= b[1] and b[0] <= a[1]


def _first(records: Iterable[Record]) -> Record:
    """The one that was known first."""
    return min(records, key=lambda r: (r.known or date.max, r.iri))


def _of_values(cluster: Cluster) -> Iterator[Conflict]:
    """Shares, counts and outcomes: each value that does not agree with the one shown."""
    by_property: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in cluster.facts:
        for value in record.values:
            by_property[value.key][value.text].append(record)
    figures = cluster.figures if by_property else {}
    for key, given in by_property.items():
        if key not in figures:
            continue
        shown, mine = figures[key]
        for text, records in given.items():
            theirs = next(v for v in records[0].values if v.key == key and v.text == text)
            if not mine.agrees(theirs):
                yield Conflict(theirs.on, _first(given.get(mine.text, [shown])), _first(records), (mine.text, text))
