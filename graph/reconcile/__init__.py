"""Reports of many articles to events of one timeline. Article graphs are read, never rewritten.

First level: reports of one strike, vote, agreement or move become one event where class, parties and dates agree.
The order of the articles makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Extraction
from graph.reconcile import clusters, years
from graph.reconcile.clusters import Cluster
from graph.reconcile.records import Record, records
from ontology.lexicon import Lexicon

__all__ = ["Cluster", "Record", "Timeline", "records", "timeline"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The outcome: clusters of reports, each one event, and the reports left out with their reasons."""

    clusters: tuple[Cluster, ...]
    left_out: tuple[tuple[Record, str], ...]


def timeline(extractions: Iterable[Extraction], lexicon: Lexicon) -> Timeline:
    """The events of a set of articles."""
    found: list[Record] = []
    for extraction in extractions:
        found.extend(records(extraction, lexicon))
    return of_records(found, lexicon)


def of_records(found: Sequence[Record], lexicon: Lexicon) -> Timeline:
    """The events of a set of reports."""
    ordered = sorted(found, key=lambda record: record.iri)
    closed = years.close(ordered, lexicon)
    made, left = clusters.build(closed, lexicon)
    return Timeline(tuple(made), tuple(left))
