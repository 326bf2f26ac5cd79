"""Strikes whose end nobody tells: over, at the latest, when their union began the next one or when it ceased to be."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from graph import dates
from graph.reconcile import reach
from graph.reconcile.clusters import Cluster
from ontology import terms
from ontology.lexicon import Lexicon


def ceased(lexicon: Lexicon) -> dict[str, date]:
    """The last day of each body that the registry tells to be no more, by IRI."""
    known = {e.iri: dates.bounds(e.active_to) for e in lexicon.agents if e.active_to}
    return {iri: bounds.latest_end for iri, bounds in known.items() if bounds is not None and bounds.latest_end}


def close(clusters: Sequence[Cluster], last_days: Mapping[str, date]) -> None:
    """Tells of each interval without an end by when it was over, and why, if its sides say so."""
    begun: dict[tuple[str, str], list[int]] = defaultdict(list)
    days = [_begun(cluster) for cluster in clusters]
    for cluster, day in zip(clusters, days, strict=True):
        if day is not None:
            for side in _unions(cluster):
                insort(begun[cluster.kind, side], day)
    for cluster, day in zip(clusters, days, strict=True):
        cluster.over_by, cluster.over_why = None, ""
        if day is None or cluster.value("end") is not None:
            continue
        sides = _unions(cluster)
        later = []
        for side in sides:
            others = begun[cluster.kind, side]
            place = bisect_left(others, day + reach.LONGEST + 1)
            later.extend(others[place : place + 1])
        if later:
            cluster.over_by = date.fromordinal(min(later))
            cluster.over_why = "when the same side's next one began"
        last = max((last_days[side] for side in sides), default=None) if sides and sides <= last_days.keys() else None
        if last is not None and day <= last.toordinal() and (cluster.over_by is None or last < cluster.over_by):
            cluster.over_by, cluster.over_why = last, "when its side ceased to be"


def _begun(cluster: Cluster) -> int | None:
    start = cluster.value("start") if not cluster.planned else None
    known = start.bounds if start is not None else None
    day = known.earliest_start if known is not None else None
    return day.toordinal() if day is not None else None


def _unions(cluster: Cluster) -> set[str]:
    return {agent for record in cluster.records for agent in record.report.agents(terms.union)}
