"""The articles replayed in order of publication: what was known of each event, from which day until which.

Comes in a block of reports that share no event with those of any other block; goes out the events as known in the end,
and the stretches of days over which each value held. Only the days on which an article of the block appeared are replayed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph import reconcile
from graph.describe import timeline, values
from graph.describe.history import Stretch, Values
from graph.describe.timeline import Names
from graph.ledger import Ledger
from graph.reconcile import Cluster, Judgement, Record
from ontology import terms
from ontology.lexicon import Lexicon

_UNDATED = "9999-99-99"  # after every day: what only articles of no known day tell
_Key = tuple[str, str | None]
Said = Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Replayed:
    """A block's events under their IRIs, as known in the end, and all its stretches, sorted."""

    events: tuple[tuple[str, Cluster], ...]
    statements: tuple[values.Statement, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Replayer:
    """What a replay needs beside the reports: the lexicon, its names, by article the names (IRI, name) told, and
    what people judged."""

    lexicon: Lexicon
    names: Names
    said: Said
    judged: Sequence[Judgement] = ()

    def replay(
        self, block: Sequence[Record], ledger: Ledger, *, since: date = date.min, before: Iterable[Stretch] = ()
    ) -> Replayed:
        """The history of a block. `before` is that of a part of it, right up to the day `since`.

        New events are entered in the ledger under the day on which they were first known.
        """
        running, done = _resumed(before, since)
        described: dict[object, tuple[values.Statement, ...]] = {}
        days = sorted({r.known for r in block if r.known is not None and r.known >= since})
        for day in days:
            told = [record for record in block if record.known is not None and record.known <= day]
            events = self._events(told, ledger, day.isoformat())
            state = _grouped(self._statements(events, described), frozenset(iri for iri, _ in events))
            for key in [key for key, stretch in running.items() if state.get(key) != stretch.values]:
                if running[key].start < day:
                    done.append(replace(running[key], end=day))
                del running[key]
            for key, found in state.items():
                if key not in running:
                    running[key] = Stretch(key[0], key[1], day, None, found)
        last = self._events(block, ledger, _UNDATED)
        return Replayed(
            last,
            tuple(self._statements(last, described)),
            tuple(sorted((*done, *running.values()), key=lambda s: (s.subject, s.report or "", s.start))),
        )

    def _events(self, told: Sequence[Record], ledger: Ledger, day: str) -> tuple[tuple[str, Cluster], ...]:
        named = [
            (cluster, tuple(sorted(record.iri for record in cluster.records)))
            for cluster in reconcile.of_records(told, self.lexicon, judgements=self.judged).clusters
        ]
        named.sort(key=lambda pair: pair[1])
        return tuple(
            (ledger.name(cluster.kind.rpartition("#")[2], tuple(sorted(cluster.parties)), reports, day=day), cluster)
            for cluster, reports in named
        )

    def _statements(
        self, events: Sequence[tuple[str, Cluster]], described: dict[object, tuple[values.Statement, ...]]
    ) -> Iterator[values.Statement]:
        for iri, cluster in events:
            key = (iri, cluster.planned, cluster.over_by, tuple((r.iri, r.when) for r in cluster.records))
            if key not in described:
                told = (pair for record in cluster.records for pair in self.said.get(record.article, ()))
                described[key] = tuple(timeline.event(iri, cluster, self.names.beside(told)))
            yield from described[key]
        yield from timeline.joined(events)


def _resumed(before: Iterable[Stretch], since: date) -> tuple[dict[_Key, Stretch], list[Stretch]]:
    """What was running on the day before `since`, and what had ended by then."""
    running: dict[_Key, Stretch] = {}
    done = []
    for stretch in before:
        if stretch.start < since:
            if stretch.end is not None and stretch.end < since:
                done.append(stretch)
            else:
                running[stretch.subject, stretch.report] = replace(stretch, end=None)
    return running, done


def _grouped(statements: Iterable[values.Statement], events: frozenset[str]) -> dict[_Key, Values]:
    """The statements by event or conflict; the reports of an event apart, each a link of its own."""
    found: dict[_Key, dict[tuple[str, values.Term], None]] = defaultdict(dict)
    for subject, predicate, value in statements:
        if predicate == terms.report and subject in events:
            found[subject, value.value] = {}
        elif predicate != terms.knownFrom:
            found[subject, None][predicate, value] = None
    return {key: tuple(sorted(pairs, key=lambda pair: (pair[0], str(pair[1])))) for key, pairs in found.items()}
