"""A cluster while it grows: what it shows to the records that may join it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from graph.model import Modality
from graph.reconcile import reach
from graph.reconcile.blocks import twin
from graph.reconcile.clusters import Cluster
from graph.reconcile.kinds import Kind
from graph.reconcile.reach import Span
from graph.reconcile.records import Record


@dataclass(slots=True)
class Home:
    """A growing cluster. What it offers is settled by its first records, so that it cannot creep along from day to day."""

    number: int
    cluster: Cluster
    kind: Kind
    founder: Record
    sides: set[str]
    allied: set[str]
    grouped: set[str]
    employers: set[str]
    agreements: set[frozenset[str]]
    bodies: set[str]
    start: Span | None = None
    end: Span | None = None
    known: int | None = None
    days: set[int] = field(default_factory=set)
    members: set[Hashable] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    @property
    def day(self) -> int | None:
        """The day of a dated cluster: its start, else its end."""
        dated = self.start or self.end
        return dated[0] if dated is not None else None

    def take(self, record: Record) -> None:
        """Adds a record, and what it tells that nobody told before."""
        self.cluster.records.append(record)
        self.members.add(twin(record))
        self.articles.add(record.article)
        dated, known = reach.span(record), reach.told(record)
        fact = record.report.modality is Modality.ACTUAL or self.cluster.planned or reach.announced(record)
        if dated is not None and fact:
            if record.phase == "end":
                self.end = self.end or dated
            else:
                self.start = self.start or dated
                if dated[0] == dated[1]:
                    self.days.add(dated[0])
        if known is not None:
            self.known = known if self.known is None else min(self.known, known)
        # A report of the guild does not open its branch's election to the other branch; a strike they walk together.
        # Nor does a plan that names two unions' contracts open the one to the other.
        if self.kind.shared or record.report.modality is Modality.ACTUAL:
            own = record.sides - record.employers  # who names no union stands for its employer only there
            fresh = own if self.kind.lasting else own - self.founder.allied
            self.sides |= fresh
            self.allied |= record.parties if fresh else frozenset()
        # The list of a deal is narrowed by who names one company of it alone; a strike keeps its first.
        narrowed = set() if self.kind.shared else self.employers & record.employers
        self.employers = narrowed or self.employers or set(record.employers)
        self.agreements = self.agreements or set(record.agreements)
        self.bodies = self.bodies or set(record.bodies)

    @classmethod
    def of(cls, record: Record, kind: Kind, number: int) -> Home:
        """The home that a record founds; it is still to be taken in."""
        planned = record.report.modality is Modality.PLANNED
        return cls(
            number=number,
            cluster=Cluster(record.kind, planned=planned),
            kind=kind,
            founder=record,
            sides=set(record.sides),
            allied=set(record.allied),
            grouped=set(record.grouped),
            employers=set(record.employers),
            agreements=set(record.agreements),
            bodies=set(record.bodies),
        )
