"""Records of one block to clusters: each joins the nearest happening that it can be of, else it founds one.

The order is fixed by the records alone: facts before plans, dated before undated, starts before ends, the narrowest
first. What a cluster offers to those that come later is settled by its first records, so that it cannot creep along
from day to day; and it is found by class, party and day, so that no record looks at all clusters.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from graph import dates
from graph.model import Modality
from graph.reconcile import judgements, reach
from graph.reconcile.blocks import across, joint, sketch, twin
from graph.reconcile.clusters import Cluster
from graph.reconcile.judgements import Judgement
from graph.reconcile.kinds import Kind, Kinds
from graph.reconcile.reach import Span
from graph.reconcile.records import Record
from ontology import terms

_WIDE = 62  # days; what is wider is filed apart, so that the search for the others stays near
_NEXT = 1  # days between an event and the day on which a part of the outlets put it
_NEWS = 7  # days between two articles on a contract of one employer of which one names no union
_ALIKE = 0.5  # share of the runs of words of the shorter of two statements that the other holds
_OUTWEIGHS = 2  # how many times as many articles a strike must have to take a mention from a nearer one
_PHASES = {"start": 0, "whole": 1, "end": 2}


@dataclass(slots=True)
class _Home:
    """A cluster while it grows: what it shows to the records that may join it."""

    number: int
    cluster: Cluster
    kind: Kind
    founder: Record
    sides: set[str]
    allied: set[str]
    grouped: set[str]
    employers: set[str]
    agreements: set[frozenset[str]]
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
        narrowed = set() if self.kind.shared or self.kind.vote else self.employers & record.employers
        self.employers = narrowed or self.employers or set(record.employers)
        self.agreements = self.agreements or set(record.agreements)


class Growing:
    """The clusters of one block."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        self.homes: list[_Home] = []
        self.apart: dict[Hashable, set[Hashable]] = defaultdict(set)
        self._ends: dict[Hashable, set[str]] = defaultdict(set)
        self._running: dict[Hashable, list[int]] = {}
        self._days: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        self._listed: dict[Hashable, list[int]] = defaultdict(list)

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
        homes: dict[Hashable, _Home] = {}
        for record in sorted(block, key=self._order):
            mine = twin(record)
            names: list[Hashable] = [mine, joint(record, self.kinds[record.kind])]
            if mine in unit_of:
                names.insert(0, unit_of[mine])
            home = next((homes[name] for name in names if name is not None and name in homes), None)
            if home is None or self._kept_apart(record, home):
                home = self._nearest(record) or self._only(record) or self._founded(record)
            home.take(record)
            self._file(home, record)
            for name in names:
                homes.setdefault(name, home)
        self._take_in()
        clusters = [home.cluster for home in self.homes]
        for cluster in clusters:
            held = {record.iri for record in cluster.records}
            cluster.judgements = tuple(j for j in judged if held.intersection(j.reports))
        return clusters

    def _take_in(self) -> None:
        """Who is on strike begins no second one: what few articles date within a strike told by many, from its first day to
        its last, is a part of it that they take for its beginning.
        """
        running: dict[tuple[str, str], list[_Home]] = defaultdict(list)
        for home in self.homes:
            if home.kind.lasting and home.start is not None and home.end is not None:
                for side in sorted(home.sides):
                    running[home.cluster.kind, side].append(home)
        kept: list[_Home] = []
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

    def _part_of(self, home: _Home, whole: _Home) -> bool:
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

    def _founded(self, record: Record) -> _Home:
        planned = record.report.modality is Modality.PLANNED
        home = _Home(
            number=len(self.homes),
            cluster=Cluster(record.kind, planned=planned),
            kind=self.kinds[record.kind],
            founder=record,
            sides=set(record.sides),
            allied=set(record.allied),
            grouped=set(record.grouped),
            employers=set(record.employers),
            agreements=set(record.agreements),
        )
        self.homes.append(home)
        return home

    def _file(self, home: _Home, record: Record) -> None:
        """Where later records will look for the cluster: by what the record adds to it."""
        if home.kind.said:
            for side in record.sides:
                for words in sketch(record):
                    self._list(home, (side, words))
                dated = reach.span(record)
                if dated is not None and dated[0] == dated[1]:
                    self._list(home, (side, dated[0]))
            return
        for key in across(record, home.kind):
            self._list(home, key)
        day = home.day if home.day is not None else home.known
        wide = home.start is not None and home.start[1] - home.start[0] > _WIDE
        for party in _filed(record, home.kind):
            for kind in home.kind.lines:
                if day is None:
                    self._list(home, (kind, party, record.article))
                elif wide:
                    self._list(home, (kind, party))
                elif (entry := (day, home.number)) not in self._at(kind, party, day, day):
                    insort(self._days[kind, party], entry)

    def _list(self, home: _Home, key: Hashable) -> None:
        if not self._listed[key] or self._listed[key][-1] != home.number:
            self._listed[key].append(home.number)

    def _at(self, kind: str, party: str, low: int, high: int) -> list[tuple[int, int]]:
        filed = self._days.get((kind, party), [])
        return filed[bisect_left(filed, (low, -1)) : bisect_left(filed, (high + 1, -1))]

    def _near(self, record: Record, kind: Kind) -> Iterator[int]:
        """The numbers of the clusters that a record can belong to by class, party and day."""
        if kind.said:
            dated = reach.span(record)
            for side in record.sides:
                for words in sketch(record):
                    yield from self._listed.get((side, words), ())
                if dated is not None:
                    yield from self._listed.get((side, dated[0]), ())
            return
        for key in across(record, kind):
            yield from self._listed.get(key, ())
        window = reach.window(record, kind)
        for party in _filed(record, kind):
            if window is not None and window != reach.ALWAYS:
                yield from (number for _, number in self._at(record.kind, party, window[0] - _WIDE, window[1]))
                yield from self._listed.get((record.kind, party), ())
            yield from self._listed.get((record.kind, party, record.article), ())

    def _nearest(self, record: Record) -> _Home | None:
        kind = self.kinds[record.kind]
        known = reach.told(record)
        fits: list[tuple[int, int, int]] = []
        for number in set(self._near(record, kind)):
            home = self.homes[number]
            away = self._distance(record, home) if self._same(record, home, kind) else None
            if away is not None:
                day = home.day if home.day is not None else home.known
                since = abs(known - day) if known is not None and day is not None else 0
                fits.append((away, since, number))
        if kind.lasting and (record.phase == "end" or reach.mentions(record, kind)):
            # "The strike" is the one that everybody tells of, not a nearer one that a single article misdates.
            most = max((len(self.homes[number].articles) for _, _, number in fits), default=0)
            fits = [fit for fit in fits if len(self.homes[fit[2]].articles) * _OUTWEIGHS >= most]
        return self.homes[min(fits)[2]] if fits else None

    def _only(self, record: Record) -> _Home | None:
        """Where a report belongs that has no day, in an article without one: to the one happening of its class and parties
        that its figures allow; a strike spoken of is that of which by far the most articles tell.
        """
        kind = self.kinds[record.kind]
        if not reach.unplaced(record) or kind.said or kind.move:
            return None
        numbers = {number for party in record.allied for _, number in self._days.get((record.kind, party), ())}
        fits = [self.homes[number] for number in sorted(numbers)]
        fits = [h for h in fits if h.start is not None and not h.cluster.planned and self._same(record, h, kind)]
        told = {home.number: _agreement(record, home) for home in fits}
        agreeing = [home for home in fits if told[home.number] is True]
        open_ones = agreeing or [home for home in fits if told[home.number] is None]
        if reach.mentions(record, kind):
            most = max((len(home.articles) for home in open_ones), default=0)
            open_ones = [home for home in open_ones if len(home.articles) * _OUTWEIGHS > most]
        return open_ones[0] if len(open_ones) == 1 else None

    def _kept_apart(self, record: Record, home: _Home) -> bool:
        return bool(self.apart) and not self.apart.get(twin(record), set()).isdisjoint(home.members)

    def _same(self, record: Record, home: _Home, kind: Kind) -> bool:
        """Whether class, parties, agreement and terms allow that they are one happening."""
        if self._kept_apart(record, home):
            return False
        if not (record.sides & home.allied or record.allied & home.sides):
            one_package = kind.package and _same_day(record, home) and record.grouped & home.grouped
            if not one_package and not _across(record, home, kind) and not _unnamed(record, home, kind):
                return False
        if kind.said:
            return _same_words(record, home)
        if kind.move:
            same_terms = set(record.report.issues) == set(home.founder.report.issues)
            return same_terms or (kind.package and _same_day(record, home))
        return _same_agreement(record, home) and _same_company(record, home, kind)

    def _distance(self, record: Record, home: _Home) -> int | None:
        """How many days lie between a record and a cluster; None where they cannot be one happening."""
        kind, dated, known = home.kind, reach.span(record), reach.told(record)
        if kind.said:
            return 0
        if kind.lines[0] != record.kind and self.kinds[record.kind].terms:
            if not record.sides <= home.allied:
                return None  # what compares two unions' terms makes neither a party to the other's deal
            if dated is None:
                return 0 if record.article in home.articles else None
            return 0 if home.start is not None and reach.gap(dated, home.start) == 0 else None
        if record.kind != home.founder.kind and (
            dated is None or home.start is None or dated[1] - dated[0] > kind.days
        ):
            return None
        if record.phase == "end":
            return self._after_start(record, home)
        if dated is not None and home.start is not None:
            away = reach.gap(dated, home.start)
            if kind.vote and record.report.modality is Modality.PLANNED and not home.cluster.planned:
                # A vote set for one day and held on a later one is the same vote, if nothing came between.
                late = home.start[0] - dated[1]
                return away if 0 <= late <= reach.PUT_OFF and (known or 0) <= home.start[1] else _within(away, kind)
            if away > kind.days and reach.mentions(record, kind):
                return away if _ran(home, dated[0]) else None
            return _within(away, self.kinds[record.kind])
        if dated is not None and home.end is not None:
            away = home.end[0] - dated[0]
            return away if 0 <= away <= reach.LONGEST else None
        if dated is None and record.when is not None and dates.is_open_year(record.when.edtf):
            return None
        mine = known if dated is None else dated[0]
        theirs = home.day if home.day is not None else home.known
        if mine is None or theirs is None:
            return 0 if home.articles == {record.article} and home.day is None else None
        if record.report.modality is Modality.PLANNED:
            if kind.lasting and dated is None and home.start is not None and theirs <= mine:
                runs = mine <= (home.end[1] if home.end is not None else theirs + reach.LONGEST)
                return mine - theirs if runs else None
            return abs(theirs - mine) if -reach.AHEAD <= theirs - mine <= reach.FULFILLED else None
        away = mine - theirs
        if kind.vote and abs(away) > kind.days and _contradicts(record, home):
            return None  # a second vote, with another outcome
        return abs(away) if -reach.AHEAD <= away <= reach.back(kind) else None

    def _after_start(self, record: Record, home: _Home) -> int | None:
        """How long after the start of a running interval its end lies; a second end must agree with the first."""
        dated = reach.span(record)
        day = dated[0] if dated is not None else reach.told(record)
        if home.end is not None and dated is not None:
            away = reach.gap(dated, home.end)
            # It cannot have ended while it went on: who says so errs on the day, or on whose strike it was.
            during = home.start is not None and home.start[1] < dated[0] and dated[1] < home.end[0]
            return away if away <= reach.ENDS_APART or during else None
        if day is None or home.start is None:
            return 0 if home.articles == {record.article} else None
        away = (dated[1] if dated is not None else day) - home.start[0]
        return away if 0 <= away <= reach.LONGEST else None


def _agreement(record: Record, home: _Home) -> bool | None:
    """Whether the figures of a report are those of a cluster; None where both tell none that can be compared."""
    theirs = [value for other in home.cluster.records for value in other.values]
    mine = [value for value in record.values if value.number is not None]
    compared = [one.text == two.text for one in mine for two in theirs if one.key == two.key]
    return any(compared) if compared else None


def _contradicts(record: Record, home: _Home) -> bool:
    """Whether a report gives a vote another outcome or share than all that tell of a cluster."""
    for key in (terms.outcome, terms.yesPercent, terms.noPercent):
        mine = [value for value in record.values if value.key == key]
        theirs = [value for other in home.cluster.records for value in other.values if value.key == key]
        if mine and theirs and not any(one.agrees(two) for one in mine for two in theirs):
            return True
    return False


def _ran(home: _Home, day: int) -> bool:
    """Whether what a cluster tells of was under way on a day, for all that is known."""
    if home.start is None or day < home.start[0]:
        return False
    return day <= (home.end[1] if home.end is not None else home.start[0] + reach.BACK)


def _within(away: int, kind: Kind) -> int | None:
    return away if away <= kind.days else None


def _same_day(record: Record, home: _Home) -> bool:
    dated = reach.span(record)
    return dated is not None and dated == home.start and dated[0] == dated[1]


def _across(record: Record, home: _Home, kind: Kind) -> bool:
    """Whether one of both leaves the union unnamed, and the employer and the day are the same."""
    if kind.shared or record.employers.isdisjoint(home.employers) or not _same_day(record, home):
        return False
    told = (bool(r.report.agents(terms.union)) for r in home.cluster.records)
    return not (any(told) and record.report.agents(terms.union))


def _filed(record: Record, kind: Kind) -> frozenset[str]:
    """Whom a record is filed and looked for under: its parties, of a strike and a contract the employers as well."""
    if kind.package:
        return record.grouped
    return record.allied | record.employers if kind.lasting or not kind.shared else record.allied


def _unnamed(record: Record, home: _Home, kind: Kind) -> bool:
    """Whether one of both leaves the union of a strike unnamed, and the employer is the same; of a contract, where one has no
    day, and the news of both are days apart at most.
    """
    if record.employers.isdisjoint(home.employers) or (kind.shared and not kind.lasting):
        return False
    told = any(r.report.agents(terms.union) for r in home.cluster.records)
    if told and record.report.agents(terms.union):
        return False
    if kind.lasting:
        return True
    mine, theirs = reach.told(record), home.day if home.day is not None else home.known
    undated = reach.span(record) is None or home.day is None
    return undated and mine is not None and theirs is not None and abs(mine - theirs) <= _NEWS


def _same_company(record: Record, home: _Home, kind: Kind) -> bool:
    """Whether the companies allow that they are one: one in common; a list of more joins what lies a day away at most."""
    if not record.employers or not home.employers or (kind.lasting and _same_day(record, home)):
        return True
    if record.employers.isdisjoint(home.employers):
        return False
    dated = reach.span(record)
    if kind.shared or kind.vote or record.employers == home.employers or dated is None or not home.days:
        return True
    return any(reach.gap(dated, (day, day)) <= _NEXT for day in home.days)


def _same_agreement(record: Record, home: _Home) -> bool:
    """Whether the texts name no two different agreements: names that share no word are of two."""
    if not record.agreements or not home.agreements:
        return True
    return any(one & other for one in record.agreements for other in home.agreements)


def _same_words(record: Record, home: _Home) -> bool:
    """Statements of one maker are one where their words are alike; where only one is quoted, by day and subject."""
    founder = home.founder
    dated, theirs = reach.span(record), home.start
    if dated is not None and theirs is not None and reach.gap(dated, theirs) > home.kind.days:
        return False
    if bool(record.quoted) == bool(founder.quoted):
        shorter = min(len(record.shingles), len(founder.shingles))
        return shorter > 0 and len(record.shingles & founder.shingles) >= _ALIKE * shorter
    return _same_day(record, home) and bool(set(record.report.issues) & set(founder.report.issues))
