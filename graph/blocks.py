"""Reports to blocks that can be reconciled apart: none shares an event, or the source of a year, with those of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from graph import dates
from graph.reconcile import Record
from ontology import terms


def of(records: Sequence[Record]) -> list[tuple[Record, ...]]:
    """The blocks, each sorted by IRI, in the order of their first reports.

    Two reports are of one block where they are of one class and have a party in common, where one joins the other's side,
    or where their article leaves years open, which what it tells elsewhere may close.
    """
    parents: dict[Hashable, Hashable] = {}

    def root(key: Hashable) -> Hashable:
        while (above := parents.setdefault(key, key)) != key:
            parents[key] = parents[above]
            key = parents[key]
        return key

    for record in records:
        home = root(record.iri)
        for key in _keys(record):
            parents[root(key)] = home
    found: dict[Hashable, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda record: record.iri):
        found[root(record.iri)].append(record)
    return [tuple(block) for block in found.values()]


def _keys(record: Record) -> Iterator[Hashable]:
    for agent in record.parties | set(record.report.agents(terms.joins)):
        yield record.kind, agent
    if record.when is not None and dates.is_open_year(record.when.edtf):
        yield record.article
