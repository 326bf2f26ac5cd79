"""Records of one block to clusters: each joins the nearest happening that it can be of, else it founds one.

The order is fixed by the records alone: facts before plans, dated before undated, starts before ends, the narrowest
first. What can be one happening is told by `sameness` and `distances`; `filing` finds what lies near.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from graph import dates
from graph.model import Modality
from graph.reconcile import judgements, reach, sameness
from graph.reconcile.blocks import joint, twin
from graph.reconcile.clusters import Cluster
from graph.reconcile.distances import distance
from graph.reconcile.filing import Files
from graph.reconcile.homes import Home
from graph.reconcile.judgements import Judgement
from graph.reconcile.kinds import Kind, Kinds
from graph.reconcile.records import Record

_OUTWEIGHS = 2  # how many times as many articles a strike must have to take a mention from a nearer one
_PHASES = {"start": 0, "whole": 1, "end": 2}


class Growing:
    """The clusters of one block."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self.homes: list[Home] = []
        self.apart: dict[Hashable, set[Hashable]] = defaultdict(set)
        self._ends: dict[Hashable, set[str]] = defaultdict(set)
        self._running: dict[Hashable, list[int]] = {}
        self.unbegun: list[Record] = []
        self._files = Files()

    def grow(self, block: Sequence[Record], judged: Sequence[Judgement]) -> list[Cluster]:
        """The clusters of a block. What a person judged of a report holds for its copies as well."""
        twins = {iri: twin(r) for r in block for iri in (r.iri,)} if judged else {}
        unit_of = {
            twins[iri]: number for number, unit in enumerate(judgements.units(judged)) for iri in unit if iri in twins
        }
        for judgement in judged:
            if judgement.verdict == "different":
                found = [twins[iri] for iri in judgement.reports if iri in twins]
                for one in found:
                    self.apart[one].update(other for other in found if other != one)
        lasting: dict[Hashable, list[Record]] = defaultdict(list)
        for record in block:
            for side in record.sides:
                if record.phase == "end":
                    self._ends[record.kind, side, reach.span(record)].add(record.origin)
                elif reach.running(record):
                    lasting[record.kind, side].append(record)
        self._running = {key: reach.running_days(found) for key, found in lasting.items()}
        homes: dict[Hashable, Home] = {}
        for record in sorted(block, key=self._order):
            mine = twin(record)
            names: list[Hashable] = [mine, joint(record, self.kinds[record.kind])]
            if mine in unit_of:
                names.insert(0, unit_of[mine])
            home = next((homes[name] for name in names if name is not None and name in homes), None)
            if home is None or self._kept_apart(record, home):
                home = self._nearest(record) or self._only(record) or self._founded(record)
            home.take(record)
            self._files.add(home, record)
            for name in names:
                homes.setdefault(name, home)
        self._take_in()
        self._take_out()
        for home in self.homes:
            if home.kind.contract:
                home.cluster.table = frozenset(home.employers)
        clusters = [home.cluster for home in self.homes]
        for cluster in clusters:
            held = {record.iri for record in cluster.records}
            cluster.judgements = tuple(j for j in judged if held.intersection(j.reports))
        return clusters

    def _take_in(self) -> None:
        """Who is on strike begins no second one: what few articles date within a strike told by many, from its first day to
        its last, is a part of it that they take for its beginning.
        """
        running: dict[tuple[str, str], list[Home]] = defaultdict(list)
        for home in self.homes:
            if home.kind.lasting and home.start is not None and home.end is not None:
                for side in sorted(home.sides):
                    running[home.cluster.kind, side].append(home)
        kept: list[Home] = []
        for home in self.homes:
            around = [whole for side in sorted(home.sides) for whole in running[home.cluster.kind, side]]
            whole = next((whole for whole in around if self._part_of(home, whole)), None)
            if whole is None:
                kept.append(home)
            else:
                for record in home.cluster.records:
                    whole.cluster.records.append(record)
                    whole.members.add(twin(record))
        self.homes = kept

    def _take_out(self) -> None:
        """What is called off and of which only a plan is told had not begun, and so did not end."""
        plans = [home for home in self.homes if home.kind.lasting and home.cluster.planned]
        kept: list[Home] = []
        for home in self.homes:
            if any(_forestalled(home, plan) for plan in plans):
                self.unbegun.extend(home.cluster.records)
            else:
                kept.append(home)
        self.homes = kept

    def _part_of(self, home: Home, whole: Home) -> bool:
        if home is whole or home.start is None or whole.start is None or whole.end is None or home.cluster.planned:
            return False
        within = whole.start[1] < home.start[0] < whole.end[0] and (home.end or home.start)[0] < whole.end[0]
        fewer = len(home.articles) * _OUTWEIGHS <= len(whole.articles)
        one_table = not home.employers or not whole.employers or not home.employers.isdisjoint(whole.employers)
        kept_apart = any(self._kept_apart(record, whole) for record in home.cluster.records)
        return within and fewer and one_table and not kept_apart

    def _order(self, record: Record) -> tuple[bool, bool, bool, int, int, int, int, int, int, str]:
        dated = reach.span(record)
        narrow = dates.precision(record.when.edtf) if record.when is not None else 0
        above = len(record.allied - record.sides)  # a guild before its branches
        depth = len(self.kinds[record.kind].lines)
        planned = record.report.modality is Modality.PLANNED and not reach.announced(record)
        day = dated[0] if dated is not None else 0
        # Two ends far apart are not of one strike: the one that more tell of is the first to find its own.
        ends = max((self._backed(record, side) for side in record.sides), default=0) if record.phase == "end" else 0
        mention = reach.mentions(record, self.kinds[record.kind])
        return (planned, mention, dated is None, -depth, _PHASES[record.phase], -narrow, -ends, above, day, record.iri)

    def _backed(self, end: Record, side: str) -> int:
        """How many sources tell of an end, less the articles that say later that it goes on."""
        told = len(self._ends.get((end.kind, side, reach.span(end)), ()))
        return told - reach.outlived(reach.span(end), self._running.get((end.kind, side), ()))

    def _founded(self, record: Record) -> Home:
        home = Home.of(record, self.kinds[record.kind], len(self.homes))
        self.homes.append(home)
        return home

    def _nearest(self, record: Record) -> Home | None:
        kind = self.kinds[record.kind]
        known = reach.told(record)
        fits: list[tuple[int, int, int]] = []
        for number in set(self._files.near(record, kind)):
            home = self.homes[number]
            away = distance(record, home, self.kinds) if self._same(record, home, kind) else None
            if away is not None:
                day = home.day if home.day is not None else home.known
                since = abs(known - day) if known is not None and day is not None else 0
                fits.append((away, since, number))
        if kind.lasting and (record.phase == "end" or reach.mentions(record, kind)):
            # "The strike" is the one that everybody tells of, not a nearer one that a single article misdates.
            most = max((len(self.homes[number].articles) for _, _, number in fits), default=0)
            fits = [fit for fit in fits if len(self.homes[fit[2]].articles) * _OUTWEIGHS >= most]
        return self.homes[min(fits)[2]] if fits else None

    def _only(self, record: Record) -> Home | None:
        """Where a report belongs that has no day, in an article without one: to the one happening of its class and parties
        that its figures allow; a strike spoken of is that of which by far the most articles tell.
        """
        kind = self.kinds[record.kind]
        if not reach.unplaced(record) or kind.said or kind.move:
            return None
        fits = [self.homes[number] for number in sorted(self._files.dated(record))]
        fits = [h for h in fits if h.start is not None and not h.cluster.planned and self._same(record, h, kind)]
        told = {home.number: sameness.agreeing(record, home) for home in fits}
        agreeing = [home for home in fits if told[home.number] is True]
        open_ones = agreeing or [home for home in fits if told[home.number] is None]
        if reach.mentions(record, kind):
            most = max((len(home.articles) for home in open_ones), default=0)
            open_ones = [home for home in open_ones if len(home.articles) * _OUTWEIGHS > most]
        return open_ones[0] if len(open_ones) == 1 else None

    def _same(self, record: Record, home: Home, kind: Kind) -> bool:
        return not self._kept_apart(record, home) and sameness.same(record, home, kind)

    def _kept_apart(self, record: Record, home: Home) -> bool:
        return bool(self.apart) and not self.apart.get(twin(record), set()).isdisjoint(home.members)


def _forestalled(home: Home, plan: Home) -> bool:
    """Whether all that is told of one is that it was called off, weeks at most from the news of the other, a plan."""
    off = all(record.called_off and record.phase == "end" for record in home.cluster.records)
    if not off or home.cluster.kind != plan.cluster.kind or home.sides.isdisjoint(plan.allied):
        return False
    return home.known is not None and plan.known is not None and abs(home.known - plan.known) <= reach.FULFILLED
