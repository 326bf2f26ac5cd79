"""The records of one event, and which of their values are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from graph import dates
from graph.model import Basis, Modality, When
from graph.reconcile import reach
from graph.reconcile.judgements import Judgement
from graph.reconcile.records import Record
from graph.reconcile.values import Value
from ontology import terms

_RANK = {Basis.EXPLICIT: 0, Basis.ORDINAL: 1, Basis.RELATIVE: 2, Basis.DURATION: 3, Basis.BOUND: 4, Basis.UNKNOWN: 5}
_FIGURES = {
    terms.yesPercent: "decimal",
    terms.noPercent: "decimal",
    terms.turnoutPercent: "decimal",
    terms.outcome: "text",
}
_CLOCKS = 1  # days that an article may lie before what it tells as done: it is tomorrow elsewhere


@dataclass(slots=True)
class Cluster:
    """The records of one event. `planned` where nothing says that it happened.

    `over_by` is the day by which it was over, where nothing tells when it ended, and `over_why` says why.
    `table` are the companies of a contract or of a vote, one alone where some report names one alone;
    `judgements` are the human decisions that made it what it is.
    """

    kind: str
    records: list[Record] = field(default_factory=list)
    planned: bool = False
    over_by: date | None = None
    over_why: str = ""
    table: frozenset[str] = frozenset()
    judgements: tuple[Judgement, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """All parties of its records."""
        return frozenset().union(*(record.parties for record in self.records))

    @property
    def facts(self) -> list[Record]:
        """The records that tell of it as done; of a plan all."""
        return [r for r in self.records if r.report.modality is Modality.ACTUAL] or self.records

    @property
    def ahead(self) -> list[Record]:
        """The records that tell as done what they date after their own article: kept, and flagged."""
        return [
            record
            for record in self.records
            if record.report.modality is Modality.ACTUAL
            and record.bounds is not None
            and record.bounds.earliest_start is not None
            and record.known is not None
            and (record.bounds.earliest_start - record.known).days > _CLOCKS
        ]

    @property
    def origins(self) -> frozenset[str]:
        """The independent sources behind it."""
        return origins(self.records)

    def value(self, phase: str) -> Record | None:
        """The record whose date is shown for a phase, by the rule of docs/timeline.md; never the newest for being the newest.

        A judgement, then the narrowest date, then the one that most independent sources give, then the firmest basis,
        then that of the article nearest to the day.
        """
        of_phase = [r for r in self.records if r.phase == phase and r.when is not None]
        of_phase = [r for r in of_phase if not reach.grows(r)] or of_phase
        dated = [r for r in of_phase if r.bounds is not None] or of_phase
        dated = [r for r in dated if r.report.modality is Modality.ACTUAL or reach.announced(r)] or dated
        judged = self._judged_date(phase)
        if judged is not None or len(dated) < 2:
            return judged or next(iter(dated), None)
        narrowest = max(dates.precision(_edtf(r)) for r in dated)
        same: dict[str, list[Record]] = defaultdict(list)
        for record in dated:
            if dates.precision(_edtf(record)) == narrowest:
                same[_edtf(record)].append(record)
        backed = {edtf: list(given) for edtf, given in same.items()}
        if phase == "end":
            # An end is set ahead to the minute and told as done by whoever hears of it first: the plan is a witness too.
            for record in of_phase:
                if record.report.modality is Modality.PLANNED and _edtf(record) in backed:
                    backed[_edtf(record)].append(record)
        running = reach.running_days(self.records) if phase == "end" else []
        outlived = {edtf: reach.outlived(reach.span(given[0]), running) for edtf, given in same.items()}
        return min(
            (min(given, key=_nearness) for given in same.values()),
            key=lambda r: (outlived[_edtf(r)] - len(origins(backed[_edtf(r)])), reach.announced(r), *_nearness(r)),
        )

    def _judged_date(self, phase: str) -> Record | None:
        """The record that a person dated, under the date judged."""
        places = {record.iri: record for record in self.records if record.phase == phase}
        for judgement in self.judgements:
            record = places.get(judgement.reports[0])
            if judgement.property == terms.dateEdtf and judgement.value is not None and record is not None:
                note = f"judged by {judgement.author}: {judgement.reason}"
                when = When(judgement.value, Basis.EXPLICIT, "judgement", (), note)
                agreeing = (r for r in places.values() if _edtf(r) == judgement.value)
                return replace(min(agreeing, key=lambda r: r.iri, default=record), when=when)
        return None

    @property
    def figures(self) -> dict[str, tuple[Record, Value]]:
        """The number or outcome shown for each thing that can be compared, with its record, by the same rule as dates.

        The outcome and the share in favor come first; what a report that contradicts them says does not stand beside them.
        """
        shown: dict[str, tuple[Record, Value]] = {}
        keys = {value.key for record in self.facts for value in record.values}
        for key in sorted(keys, key=lambda key: (key != terms.outcome, key != terms.yesPercent, key)):
            among = [
                record
                for record in self.facts
                if all(value.agrees(shown[value.key][1]) for value in record.values if value.key in shown)
            ]
            chosen = _chosen([(r, v) for r in among for v in r.values if v.key == key])
            if chosen is not None:
                shown[key] = chosen
        places = {record.iri: record for record in self.records}
        for judgement in self.judgements:
            judged = places.get(judgement.reports[0])
            if judgement.property in _FIGURES and judgement.value is not None and judged is not None:
                kind = _FIGURES[judgement.property]
                number = Decimal(judgement.value) if kind != "text" else None
                record = shown[judgement.property][0] if judgement.property in shown else judged
                value = Value(judgement.property, judgement.property, judgement.value, number, kind=kind)
                shown[judgement.property] = record, value
        return shown

    @property
    def when(self) -> When | None:
        """The date of the event: of a whole happening as reported, of an interval from its two ends."""
        whole = self.value("whole")
        start, end = self.value("start"), self.value("end")
        if start is None and end is None:
            return whole.when if whole is not None else self._between()
        first = start.when.edtf if start is not None and start.when is not None else ""
        open_end = ".." if self.over_by is None else ""
        last = end.when.edtf if end is not None and end.when is not None else open_end
        chosen = start or end
        assert chosen is not None
        assert chosen.when is not None
        over = f"over by {self.over_by}, {self.over_why}" if self.over_by is not None else None
        note = "; ".join(part for part in (chosen.when.note, over) if part)
        return When(interval(first, last), chosen.when.basis, chosen.when.rule, (), note)

    def _between(self) -> When | None:
        """Of what no report dates, the days from the last article that tells of it as to come to the first that tells of it as
        done; None where no article tells of it as to come.
        """
        done = [day for r in self.facts if not self.planned and (day := reach.told(r)) is not None]
        plans = [reach.told(r) for r in self.records if r.report.modality is Modality.PLANNED]
        coming = [day for day in plans if day is not None and done and day <= min(done)]
        if not coming or any(record.phase != "whole" for record in self.records):
            return None
        first, last = (date.fromordinal(day).isoformat() for day in (max(coming), min(done)))
        edtf = f"[{first}..{last}]" if first != last else last
        return When(edtf, Basis.BOUND, "between-articles", (), f"told as to come on {first}, as done on {last}")


def _edtf(record: Record) -> str:
    return record.when.edtf if record.when is not None else ""


def _chosen(given: Iterable[tuple[Record, Value]]) -> tuple[Record, Value] | None:
    """The finest firm value, then the one that most independent sources give, then that of the nearest article."""
    by_text: dict[str, list[tuple[Record, Value]]] = defaultdict(list)
    for record, value in given:
        by_text[value.text].append((record, value))
    firm = [found for found in by_text.values() if not all(value.loose for _, value in found)] or list(by_text.values())
    if not firm:
        return None
    finest = min(found[0][1].grain for found in firm)
    best = min(
        (found for found in firm if found[0][1].grain == finest),
        key=lambda found: (-len(origins(r for r, _ in found)), min(_distance(r) for r, _ in found), found[0][1].text),
    )
    return min(best, key=lambda pair: (_distance(pair[0]), pair[0].iri))


def _nearness(record: Record) -> tuple[int, int, str]:
    """The firmest basis first, then the least time between the day and the article."""
    assert record.when is not None
    return _RANK[record.when.basis], _distance(record), record.iri


def _distance(record: Record) -> int:
    """Days between what a report dates and its article, as many as there are where either is unknown."""
    known = record.bounds
    day = known.earliest_start or known.latest_end if known is not None else None
    return abs((record.known - day).days) if record.known is not None and day is not None else date.max.toordinal()


def origins(records: Iterable[Record]) -> frozenset[str]:
    """The independent sources of some records: an account that an article passes on is its teller's, not the article's.

    An article that tells some of it itself is its own source; so there are never more origins than articles.
    """
    of_article: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        of_article[record.article].append(record)
    firsthand: dict[str, str] = {}
    relayed: list[str] = []
    out: set[str] = set()
    for article in sorted(of_article):
        told = of_article[article]
        own = next((record for record in told if not record.relayed), None)
        if own is None:
            relayed.append(min(min(record.relayed) for record in told))
        else:
            out.add(own.origin)
            if own.outlet is not None:
                firsthand.setdefault(own.outlet, own.origin)
    return frozenset(out | {firsthand.get(teller, teller) for teller in relayed})


def interval(first: str, last: str) -> str:
    """Two EDTF values to one: the start of the first, the end of the last; an open side stays open."""
    start = first.split("/")[0] if "/" in first else first
    end = last.split("/")[1] if "/" in last else last
    if start.startswith("["):
        start = start.strip("[]").split("..")[0].split(",")[0]
    if end.startswith("["):
        end = end.strip("[]").split("..")[-1].split(",")[-1]
    return f"{start}/{end}"
