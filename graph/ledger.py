"""IRIs are promises: which event IRI each report was ever given, so that a later build gives the same.

A CSV of four columns. `report,event` rows are only ever added; a `replaced_by` marks an event whose reports went to another.
"""

from __future__ import annotations

import csv
import itertools
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph import iris
from graph.errors import StoreError

COLUMNS = ("report", "event", "replaced_by")
_REPLACED = ox.NamedNode("http://purl.org/dc/terms/isReplacedBy")

Identity = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The IRI of each cluster, in the order given; which old IRIs others took the place of; which are gone."""

    iris: tuple[str, ...]
    reports: tuple[tuple[str, ...], ...]
    replaced: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]

    def quads(self) -> Iterator[ox.Quad]:
        """`dct:isReplacedBy` for each IRI that another took the place of."""
        for old, new in self.replaced:
            yield ox.Quad(ox.NamedNode(old), _REPLACED, ox.NamedNode(new))


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows: each report's event, and the heirs of replaced events."""

    events: dict[str, str]
    heirs: dict[str, str]

    @classmethod
    def read(cls, paths: Iterable[Path]) -> Ledger:
        """The ledger of some files, the first to name a report wins; a missing file is empty."""
        events: dict[str, str] = {}
        heirs: dict[str, str] = {}
        for path in paths:
            if not path.is_file():
                continue
            with path.open(encoding="utf-8", newline="") as file:
                rows = csv.reader(file)
                head = next(rows, list(COLUMNS))
                if tuple(head) != COLUMNS:
                    raise StoreError(f"{path}:1: found columns {','.join(head)}; expected {','.join(COLUMNS)}")
                for number, row in enumerate(rows, start=2):
                    if len(row) != len(COLUMNS) or not row[1].startswith(iris.ID):
                        raise StoreError(f"{path}:{number}: found {row!r}; expected report,event,replaced_by as IRIs")
                    if row[0]:
                        events.setdefault(row[0], row[1])
                    if row[2]:
                        heirs.setdefault(row[1], row[2])
        return cls(events, heirs)

    def assign(self, clusters: Sequence[Identity]) -> Assignment:
        """An IRI for each cluster: the one that most of its reports bore; where two claim one, the one with more of them."""
        claims: list[tuple[int, str, str, int]] = []
        for number, (_, _, reports) in enumerate(clusters):
            votes = Counter(self.events[r] for r in reports if r in self.events)
            claims.extend((-count, iri, min(reports), number) for iri, count in votes.items())
        given: dict[int, str] = {}
        taken: set[str] = set()
        for _, iri, _, number in sorted(claims):
            if number not in given and iri not in taken:
                given[number] = iri
                taken.add(iri)
        for number in sorted((n for n in range(len(clusters)) if n not in given), key=lambda n: min(clusters[n][2])):
            kind, parties, reports = clusters[number]
            given[number] = self._fresh(kind, parties, reports, taken)
            taken.add(given[number])
        names = tuple(given[number] for number in range(len(clusters)))
        return Assignment(names, tuple(c[2] for c in clusters), *self._lost(clusters, names))

    def _fresh(self, kind: str, parties: Sequence[str], reports: Sequence[str], taken: set[str]) -> str:
        used = taken | set(self.events.values())
        founding = sorted(reports)
        # A report whose own name the ledger gave to a larger event founds its part of a split under a numbered name.
        numbered = (f"{founding[0]}|{number}" for number in itertools.count(2))
        names = (iris.event(kind, parties, name) for name in itertools.chain(founding, numbered))
        return next(iri for iri in names if iri not in used)

    def _lost(
        self, clusters: Sequence[Identity], names: Sequence[str]
    ) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
        """Events of the ledger that no cluster bears now: replaced by the one that has their reports, or gone."""
        now = {report: name for (_, _, reports), name in zip(clusters, names, strict=True) for report in reports}
        heirs: dict[str, Counter[str]] = {}
        for report, event in self.events.items():
            if event not in set(names):
                heirs.setdefault(event, Counter())
                if report in now:
                    heirs[event][now[report]] += 1
        replaced = tuple(
            (event, min(found, key=lambda iri: (-found[iri], iri))) for event, found in sorted(heirs.items()) if found
        )
        return replaced, tuple(event for event, found in sorted(heirs.items()) if not found)

    def extended(self, assignment: Assignment) -> Ledger:
        """The ledger with what an assignment adds; nothing is taken away."""
        events = dict(self.events)
        for name, reports in zip(assignment.iris, assignment.reports, strict=True):
            for report in reports:
                events.setdefault(report, name)
        heirs = {**self.heirs, **dict(assignment.replaced)}
        for name in assignment.iris:
            heirs.pop(name, None)
        return Ledger(events, heirs)

    def write(self, path: Path) -> None:
        """Writes all rows, sorted, in one step."""
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}-{os.getpid()}")
        with fresh.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(COLUMNS)
            rows.writerows((report, event, "") for report, event in sorted(self.events.items()))
            rows.writerows(("", event, heir) for event, heir in sorted(self.heirs.items()))
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
