"""What was known when, to RDF: the named graph of history, whose nodes hold for a stretch of days.

A state says what an event or a conflict was as known; a link, that a report belonged to an event. "As known by a day" is
the filter `knownFrom <= day`, and `knownUntil`, where there is one, `> day`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from graph import iris
from graph.describe import values
from ontology import terms

GRAPH = ox.NamedNode(iris.HISTORY)
Values = tuple[tuple[str, values.Term], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was known of a thing from `start` until the day before `end`; until now where that is None.

    Either the values of an event or a conflict, or that `report` belonged to the event.
    """

    subject: str
    report: str | None
    start: date
    end: date | None
    values: Values = ()


def describe(stretches: Iterable[Stretch]) -> Iterator[ox.Quad]:
    """The quads of some stretches, each under an IRI that leads to its thing."""
    for stretch in stretches:
        for subject, predicate, value in _stretch(stretch):
            yield ox.Quad(values.node(subject), values.node(predicate), value, GRAPH)


def _stretch(stretch: Stretch) -> Iterator[values.Statement]:
    day = stretch.start.isoformat()
    if stretch.report is not None:
        node = iris.known_link(stretch.subject, stretch.report, day)
        yield node, values.RDF_TYPE.value, values.node(terms.KnownLink)
        yield node, terms.linkOf, values.node(stretch.subject)
        yield node, terms.report, values.node(stretch.report)
    else:
        node = iris.known_state(stretch.subject, day)
        yield node, values.RDF_TYPE.value, values.node(terms.KnownState)
        yield node, terms.stateOf, values.node(stretch.subject)
        for predicate, value in stretch.values:
            yield node, terms.stateType if predicate == values.RDF_TYPE.value else predicate, value
    yield node, terms.knownFrom, ox.Literal(day, datatype=values.DATE)
    if stretch.end is not None:
        yield node, terms.knownUntil, ox.Literal(stretch.end.isoformat(), datatype=values.DATE)
