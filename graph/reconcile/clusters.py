"""Records of one happening to one cluster: class, parties and dates must agree; what is undated joins what it fits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from graph import dates
from graph.model import Basis, Modality, When
from graph.reconcile.records import Record
from ontology import terms
from ontology.lexicon import Lexicon

DEFAULT_WITHIN = 3
_REACH = 240
_MOVES_REACH = 45
_LONGEST = 2 * 365  # days within which the end of a strike or lockout is looked for
_RANK = {Basis.EXPLICIT: 0, Basis.ORDINAL: 1, Basis.RELATIVE: 2, Basis.DURATION: 3, Basis.BOUND: 4, Basis.UNKNOWN: 5}


@dataclass(slots=True)
class Cluster:
    """The records of one event. `planned` where nothing says that it happened.

    `over_by` is the day on which a later one of the same side began, where nothing tells when this one ended.
    """

    kind: str
    records: list[Record] = field(default_factory=list)
    planned: bool = False
    over_by: date | None = None

    @property
    def parties(self) -> frozenset[str]:
        """All parties of its records."""
        return frozenset().union(*(record.parties for record in self.records))

    def value(self, phase: str) -> Record | None:
        """The record whose date is shown for a phase: the narrowest, then the firmest basis, then the most agreed on.

        Never the newest for being the newest.
        """
        dated = [r for r in self.records if r.phase == phase and r.when is not None and r.bounds is not None]
        if not dated:
            dated = [r for r in self.records if r.phase == phase and r.when is not None]
        votes = Counter(r.when.edtf for r in dated if r.when is not None)

        def order(record: Record) -> tuple[int, int, int, str]:
            assert record.when is not None
            when = record.when
            return (-dates.precision(when.edtf), -votes[when.edtf], _RANK[when.basis], record.iri)

        return min(dated, key=order, default=None)

    @property
    def when(self) -> When | None:
        """The date of the event: of a whole happening as reported, of an interval from its two ends."""
        whole = self.value("whole")
        start, end = self.value("start"), self.value("end")
        if start is None and end is None:
            return whole.when if whole is not None else None
        first = start.when.edtf if start is not None and start.when is not None else ""
        open_end = ".." if self.over_by is None else ""
        last = end.when.edtf if end is not None and end.when is not None else open_end
        chosen = start or end
        assert chosen is not None
        assert chosen.when is not None
        over = f"over by {self.over_by}, when the same side's next one began" if self.over_by is not None else None
        note = "; ".join(part for part in (chosen.when.note, over) if part)
        return When(interval(first, last), chosen.when.basis, chosen.when.rule, (), note)


def interval(first: str, last: str) -> str:
    """Two EDTF values to one: the start of the first, the end of the last; an open side stays open."""
    start = first.split("/")[0] if "/" in first else first
    end = last.split("/")[1] if "/" in last else last
    if start.startswith("["):
        start = start.strip("[]").split("..")[0].split(",")[0]
    if end.startswith("["):
        end = end.strip("[]").split("..")[-1].split(",")[-1]
    return f"{start}/{end}"


def build(found: Sequence[Record], lexicon: Lexicon) -> tuple[list[Cluster], list[tuple[Record, str]]]:
    """Clusters in a fixed order, and the records that make no event with the reason why."""
    within = {frame.iri: frame.same_within for frame in lexicon.frames}
    moves = {frame.iri for frame in lexicon.frames if frame.is_a(terms.BargainingMove)}
    packages = {frame.iri for frame in lexicon.frames if frame.whole_package}
    groups: dict[str, list[Record]] = defaultdict(list)
    left: list[tuple[Record, str]] = []
    for record in found:
        if record.report.modality in (Modality.DENIED, Modality.CONDITIONAL):
            left.append((record, f"{record.report.modality.value}: tells of no happening"))
        else:
            groups[record.kind].append(record)
    out: list[Cluster] = []
    for kind in sorted(groups):
        days = within.get(kind, DEFAULT_WITHIN)
        made: list[Cluster] = []
        for record in sorted(groups[kind], key=_order):
            home = _home(record, made, days=days, moves=kind in moves, package=kind in packages)
            if home is None:
                home = Cluster(kind, planned=record.report.modality is Modality.PLANNED)
                made.append(home)
            home.records.append(record)
        _close(made)
        out.extend(made)
    return out, left


def _close(made: Sequence[Cluster]) -> None:
    """Tells of each interval without an end that it was over when its side's next one began, if that was long after."""
    begun = [(day, cluster) for cluster in made if (day := _begun(cluster)) is not None]
    for day, cluster in begun:
        if cluster.value("end") is None:
            later = [d for d, other in begun if (d - day).days > _LONGEST and _sides(other) & _sides(cluster)]
            cluster.over_by = min(later, default=None)


def _begun(cluster: Cluster) -> date | None:
    start = cluster.value("start")
    known = start.bounds if start is not None else None
    return known.earliest_start if known is not None and not cluster.planned else None


def _sides(cluster: Cluster) -> set[str]:
    return {agent for record in cluster.records for agent in record.report.agents(terms.union)}


def _order(record: Record) -> tuple[bool, bool, int, int, str, str]:
    """Facts before plans, dated before undated, starts before ends, the narrowest first."""
    bounds = record.bounds
    day = bounds.earliest_start.isoformat() if bounds is not None and bounds.earliest_start is not None else "9999"
    narrow = -dates.precision(record.when.edtf) if record.when is not None else 0
    phase = {"start": 0, "whole": 1, "end": 2}[record.phase]
    return (record.report.modality is Modality.PLANNED, bounds is None, phase, narrow, day, record.iri)


def _home(record: Record, made: Sequence[Cluster], *, days: int, moves: bool, package: bool) -> Cluster | None:
    fits = [
        (distance, number)
        for number, cluster in enumerate(made)
        if record.parties & cluster.parties
        and (not moves or _same_terms(record, cluster) or (package and _same_day(record, cluster)))
        and (record.report.type != terms.Statement or _same_words(record, cluster))
        and (distance := _distance(record, cluster, days, moves=moves)) is not None
    ]
    return made[min(fits)[1]] if fits else None


def _same_terms(record: Record, cluster: Cluster) -> bool:
    first = cluster.records[0].report
    return set(first.issues) == set(record.report.issues)


def _same_day(record: Record, cluster: Cluster) -> bool:
    shown = cluster.value("whole")
    known = shown.when if shown is not None else None
    return record.when is not None and known is not None and record.when.edtf == known.edtf and "XXXX" not in known.edtf


def _same_words(record: Record, cluster: Cluster) -> bool:
    """Statements are one where one article gave them, or both are dated the same day on the same issue."""
    for other in cluster.records:
        if other.article == record.article and other.report.key == record.report.key:
            return True
        dated = record.when is not None and other.when is not None and record.when.edtf == other.when.edtf
        if dated and set(record.report.issues) & set(other.report.issues):
            return True
    return False


def _distance(record: Record, cluster: Cluster, days: int, *, moves: bool) -> int | None:
    """How many days lie between a record and a cluster; None where they cannot be one happening."""
    start = cluster.value("start") or cluster.value("whole")
    theirs = start.bounds if start is not None else None
    if record.phase == "end":
        return _after_start(record, cluster, theirs)
    mine = record.bounds
    if mine is not None and theirs is not None:
        gap = _gap(mine, theirs)
        return gap if gap <= days else None
    if mine is None and record.when is not None and dates.is_open_year(record.when.edtf):
        return None
    anchor = record.known
    their_day = theirs.earliest_start if theirs is not None else None
    if their_day is None:
        known = [other.known for other in cluster.records if other.known is not None]
        their_day = min(known, default=None)
    if anchor is None or their_day is None:
        same = {other.article for other in cluster.records} == {record.article}
        return 0 if same and theirs is None else None
    reach = _MOVES_REACH if moves or theirs is None else _REACH
    away = (anchor - their_day).days
    return abs(away) if -7 <= away <= reach else None


def _after_start(record: Record, cluster: Cluster, start: dates.Bounds | None) -> int | None:
    """How long after the start of a running interval its end lies; a second end must agree with the first."""
    mine = record.bounds
    day = mine.earliest_start if mine is not None else record.known
    begun = start.earliest_start if start is not None else None
    ended = cluster.value("end")
    if ended is not None and ended.bounds is not None and mine is not None:
        gap = _gap(mine, ended.bounds)
        return gap if gap <= 31 else None
    if day is None or begun is None:
        return 0 if {other.article for other in cluster.records} == {record.article} else None
    return (day - begun).days if begun <= day and (day - begun).days <= _LONGEST else None


def _gap(one: dates.Bounds, other: dates.Bounds) -> int:
    """Days between two dates' starts, 0 where they can be the same day."""
    a, b = _span(one), _span(other)
    if a[0] <= b[1] and b[0] <= a[1]:
        return 0
    return (b[0] - a[1]).days if a[1] < b[0] else (a[0] - b[1]).days


def _span(bounds: dates.Bounds) -> tuple[date, date]:
    first = bounds.earliest_start or date.min
    return first, bounds.latest_start or bounds.latest_end or date.max
