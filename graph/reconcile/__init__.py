"""Reports of many articles to events of one timeline. Article graphs are read, never rewritten.

Reports of one strike, vote, agreement or move become one event where class, parties and dates agree (docs/timeline.md).
What comes out depends on the set of the articles alone. `blocks` parts reports into groups that cannot meet: the events
of a group depend on its reports alone, so that only groups with a new report need to be reconciled anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph import iris
from graph.model import Extraction, Modality
from graph.reconcile import blocks as parting
from graph.reconcile import closing, conflicts, growing, judgements, origins, years
from graph.reconcile.clusters import Cluster
from graph.reconcile.judgements import Judgement
from graph.reconcile.kinds import Kinds
from graph.reconcile.records import Record, records
from ontology.lexicon import Lexicon

__all__ = [
    "Cluster",
    "Judgement",
    "Record",
    "Timeline",
    "blocks",
    "conflicts",
    "judgements",
    "of_records",
    "origins",
    "records",
    "timeline",
    "traced",
]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The outcome: clusters of reports, each one event, and the reports left out with their reasons."""

    clusters: tuple[Cluster, ...]
    left_out: tuple[tuple[Record, str], ...]


def timeline(extractions: Iterable[Extraction], lexicon: Lexicon, *, judgements: Sequence[Judgement] = ()) -> Timeline:
    """The events of a set of articles. Judgements on reports that are not among theirs are passed over."""
    read = list(extractions)
    origin = origins.of({iris.article(extraction.document.key): origins.text(extraction) for extraction in read})
    found = [traced(record, origin) for extraction in read for record in records(extraction, lexicon)]
    return of_records(found, lexicon, judgements=judgements)


def traced(record: Record, origin: Mapping[str, str]) -> Record:
    """A record under the origin that its article has among all others."""
    return record if record.origin == origin[record.article] else replace(record, origin=origin[record.article])


def blocks(
    found: Sequence[Record], lexicon: Lexicon, *, judgements: Sequence[Judgement] = ()
) -> list[tuple[Record, ...]]:
    """Groups of reports that cannot meet. The blocks of fewer reports lie inside these, so that
    `of_records` of any part of a block gives the clusters that the same part gives among all others.
    """
    return parting.split(found, Kinds.of(lexicon), judgements)


def of_records(found: Sequence[Record], lexicon: Lexicon, *, judgements: Sequence[Judgement] = ()) -> Timeline:
    """The events of a set of reports, in the order of their class and first report."""
    kinds = Kinds.of(lexicon)
    last_days = closing.ceased(lexicon)
    concerned: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        for iri in judgement.reports:
            concerned[iri].append(judgement)
    made: list[Cluster] = []
    left: list[tuple[Record, str]] = []
    for block in parting.split(found, kinds, judgements):
        judged = sorted({j for record in block for j in concerned.get(record.iri, ())}, key=lambda j: j.iri)
        happened = []
        for record in years.close(block):
            why = _left_out(record)
            if why is None:
                happened.append(record)
            else:
                left.append((record, why))
        grown = growing.Growing(kinds)
        clusters = grown.grow(happened, judged)
        left.extend((record, "calls off what never began: tells of no end") for record in grown.unbegun)
        closing.close(clusters, last_days)
        made.extend(clusters)
    made.sort(key=lambda cluster: (cluster.kind, cluster.records[0].iri))
    return Timeline(tuple(made), tuple(sorted(left, key=lambda pair: pair[0].iri)))


def _left_out(record: Record) -> str | None:
    if record.report.modality in (Modality.DENIED, Modality.CONDITIONAL):
        return f"{record.report.modality.value}: tells of no happening"
    if not record.sides and record.when is None:
        return "names no party and no date, so that it can be told from nothing"
    return None
