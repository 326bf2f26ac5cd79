"""Where clusters are filed and looked for: by class, party and day, so that no record looks at all of them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Hashable, Iterator

from graph.reconcile import reach
from graph.reconcile.blocks import across, sketch
from graph.reconcile.homes import Home
from graph.reconcile.kinds import Kind
from graph.reconcile.records import Record

_WIDE = 62  # days; what is wider is filed apart, so that the search for the others stays near


class Files:
    """The clusters of one block by what they have shown so far."""

    def __init__(self) -> None:
        self._days: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        self._listed: dict[Hashable, list[int]] = defaultdict(list)

    def add(self, home: Home, record: Record) -> None:
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
        for party in _parties(record, home.kind):
            for kind in home.kind.lines:
                if day is None:
                    self._list(home, (kind, party, record.article))
                elif wide:
                    self._list(home, (kind, party))
                elif (entry := (day, home.number)) not in self._at(kind, party, day, day):
                    insort(self._days[kind, party], entry)

    def _list(self, home: Home, key: Hashable) -> None:
        if not self._listed[key] or self._listed[key][-1] != home.number:
            self._listed[key].append(home.number)

    def _at(self, kind: str, party: str, low: int, high: int) -> list[tuple[int, int]]:
        filed = self._days.get((kind, party), [])
        return filed[bisect_left(filed, (low, -1)) : bisect_left(filed, (high + 1, -1))]

    def near(self, record: Record, kind: Kind) -> Iterator[int]:
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
        for party in _parties(record, kind):
            if window is not None and window != reach.ALWAYS:
                yield from (number for _, number in self._at(record.kind, party, window[0] - _WIDE, window[1]))
                yield from self._listed.get((record.kind, party), ())
            yield from self._listed.get((record.kind, party, record.article), ())

    def dated(self, record: Record) -> set[int]:
        """The numbers of the clusters with a day that are of a record's class and one of its parties."""
        return {number for party in record.allied for _, number in self._days.get((record.kind, party), ())}


def _parties(record: Record, kind: Kind) -> frozenset[str]:
    """Whom a record is filed and looked for under: its parties, of a strike and a contract the employers as well."""
    if kind.package:
        return record.grouped
    return record.allied | record.employers if kind.lasting or not kind.shared else record.allied
