"""IRIs are promises: which event IRI each report was ever given, so that a later build gives the same.

A CSV of three columns. `report,event,` rows stand in the order in which they were given and are never taken away; the
first of an event names its founder. A cluster of reports bears the oldest event whose founder it holds, so that its name
hangs on its own reports and the ledger alone. A `,event,replaced_by` row tells where an event went that no cluster bears.
"""

from __future__ import annotations

import csv
import io
import itertools
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from graph import iris
from graph.errors import StoreError

COLUMNS = ("report", "event", "replaced_by")
_REPLACED = ox.NamedNode("http://purl.org/dc/terms/isReplacedBy")
Age = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Lost:
    """Events of the ledger that no cluster bears: those replaced, each with its heir, and those that are gone."""

    replaced: Mapping[str, str]
    gone: tuple[str, ...]

    def quads(self) -> Iterator[ox.Quad]:
        """`dct:isReplacedBy` for each event that another took the place of."""
        for old, new in self.replaced.items():
            yield ox.Quad(ox.NamedNode(old), _REPLACED, ox.NamedNode(new))


@dataclass(slots=True)
class Ledger:
    """The events with their ages and reports, founder first; `founders` leads from a report to the event it founded, `fresh`
    are the events that no file names yet.
    """

    events: dict[str, dict[str, None]] = field(default_factory=dict)
    ages: dict[str, Age] = field(default_factory=dict)
    founders: dict[str, str] = field(default_factory=dict)
    heirs: dict[str, str] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, paths: Iterable[Path]) -> Ledger:
        """The ledger of some files, the first one's events being older; a missing file is empty.

        Raises `StoreError` with file and line for a bad row, with file and IRIs for events that replace each other.
        """
        ledger = cls()
        for path in paths:
            if not path.is_file():
                continue
            heirs: dict[str, str] = {}
            with path.open(encoding="utf-8", newline="") as file:
                rows = csv.reader(file)
                head = next(rows, list(COLUMNS))
                if tuple(head) != COLUMNS:
                    raise StoreError(f"{path}:1: found columns {','.join(head)}; expected {','.join(COLUMNS)}")
                for number, row in enumerate(rows, start=2):
                    if len(row) != len(COLUMNS) or not row[1].startswith(iris.ID):
                        raise StoreError(f"{path}:{number}: found {row!r}; expected report,event,replaced_by as IRIs")
                    if row[0]:
                        ledger._enter(row[1], row[0], (len(ledger.events), "", ""))
                    if row[2]:
                        heirs[row[1]] = row[2]
            _no_cycle(heirs, path)
            ledger.heirs.update(heirs)
        return ledger

    def _enter(self, event: str, report: str, age: Age) -> None:
        if event not in self.events:
            self.events[event] = {}
            self.ages[event] = age
            self.founders.setdefault(report, event)
        self.events[event][report] = None

    def name(self, kind: str, parties: Sequence[str], reports: Sequence[str], *, day: str = "") -> str:
        """The IRI of a cluster. One that holds no founder is entered as a new event of that day, its first report's."""
        held = [self.founders[report] for report in reports if report in self.founders]
        if held:
            return min(held, key=lambda event: self.ages[event])
        founding = sorted(reports)
        # Two founders whose digests agree in eight digits: the next report, or a number, tells their events apart.
        numbered = (f"{founding[0]}|{number}" for number in itertools.count(2))
        names = (iris.event(kind, parties, name) for name in itertools.chain(founding, numbered))
        event = next(iri for iri in names if iri not in self.events)
        self._enter(event, founding[0], (len(self.events) if not day else 2**31, day, founding[0]))
        self.fresh.add(event)
        return event

    def bear(self, event: str, reports: Iterable[str]) -> None:
        """Enters the reports that an event has now."""
        for report in sorted(reports):
            self.events[event][report] = None

    def lost(self, now: Mapping[str, str]) -> Lost:
        """What became of the events that no report bears, given each report's event.

        The heir has the founder, else most of the reports, else is whom an older build named, else tells what is left of an
        article that was worded anew.
        """
        alive = set(now.values())
        anew: dict[tuple[str, str], set[str]] = defaultdict(set)
        for report, bearer in now.items():
            if bearer in self.fresh:
                anew[_place(report), _sort(bearer)].add(bearer)
        replaced: dict[str, str] = {}
        gone = []
        for event in sorted((self.events.keys() | self.heirs.keys()) - alive):
            heir = self._heir(event, now) or self._named(event, now, alive) or self._reworded(event, anew)
            if heir is None:
                gone.append(event)
            else:
                replaced[event] = heir
        return Lost(replaced, tuple(gone))

    def _heir(self, event: str, now: Mapping[str, str]) -> str | None:
        reports = self.events.get(event, {})
        founder = next(iter(reports), "")
        if founder in now:
            return now[founder]
        found = Counter(now[report] for report in reports if report in now)
        return min(found, key=lambda iri: (-found[iri], iri), default=None)

    def _reworded(self, event: str, anew: Mapping[tuple[str, str], set[str]]) -> str | None:
        """The one new event of the same class and parties that the articles of a lost event tell of now: words that change
        give a report another IRI, and what it tells of would be lost with the old one.
        """
        found = {new for report in self.events.get(event, {}) for new in anew.get((_place(report), _sort(event)), ())}
        return found.pop() if len(found) == 1 else None

    def _named(self, event: str, now: Mapping[str, str], alive: set[str]) -> str | None:
        """Whom an older build named as its heir, or who is the heir of that one now."""
        met: set[str] = set()
        while event in self.heirs and event not in met:
            met.add(event)
            event = self.heirs[event]
        return event if event in alive else self._heir(event, now)

    def text(self, lost: Lost) -> str:
        """All rows: events by age, then what replaced those that are lost."""
        out = io.StringIO()
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(COLUMNS)
        for event in sorted(self.events, key=lambda event: self.ages[event]):
            rows.writerows((report, event, "") for report in self.events[event])
        rows.writerows(("", event, heir) for event, heir in sorted(lost.replaced.items()))
        return out.getvalue()


def _place(report: str) -> str:
    """The article of a report with the class that it tells of: its IRI but for the digest of its words."""
    article, _, name = report.rpartition("/")
    return f"{article}/{name.rpartition('-')[0]}"


def _sort(event: str) -> str:
    """The class and parties of an event, as its IRI names them."""
    return event.rpartition("-")[0]


def write(path: Path, text: str) -> None:
    """Writes a ledger's rows in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def _no_cycle(heirs: Mapping[str, str], path: Path) -> None:
    """Refuses a file in which events replace each other in a circle."""
    done: set[str] = set()
    for start in heirs:
        chain: dict[str, None] = {}
        event = start
        while event in heirs and event not in done:
            if event in chain:
                circle = list(chain)[list(chain).index(event) :]
                raise StoreError(
                    f"{path}: found events that replace each other: {' -> '.join([*circle, event])}; "
                    "expected each replaced_by to end at an event that stands"
                )
            chain[event] = None
            event = heirs[event]
        done.update(chain)
