"""How much of what a version holds: counts of its graphs, classes and properties, as VoID names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from graph.store import Published

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DEFAULT = ox.DefaultGraph()
_taken: dict[str, Statistics] = {}


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts. `totals` and the partitions are those of the default graph, by VoID's names; `graphs` holds the named ones.

    Classes are counted in instances, properties and graphs in triples; each mapping is in order of its IRIs.
    """

    totals: Mapping[str, int]
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    graphs: Mapping[str, int]


def of(published: Published) -> Statistics:
    """The counts of a version, taken once while it is the newest that was asked for."""
    found = _taken.get(published.version)
    if found is None:
        found = _counted(published.store)
        _taken.clear()
        _taken[published.version] = found
    return found


def _counted(store: ox.Store) -> Statistics:
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    subjects, objects, entities = set(), set(), set()
    for quad in store.quads_for_pattern(None, None, None, _DEFAULT):
        properties[quad.predicate.value] += 1
        subjects.add(quad.subject)
        objects.add(quad.object)
        if quad.predicate.value == _TYPE and isinstance(quad.object, ox.NamedNode):
            classes[quad.object.value] += 1
            entities.add(quad.subject)
    totals = {
        "triples": properties.total(),
        "entities": len(entities),
        "classes": len(classes),
        "properties": len(properties),
        "distinctSubjects": len(subjects),
        "distinctObjects": len(objects),
    }
    graphs = {
        graph.value: sum(1 for _ in store.quads_for_pattern(None, None, None, graph))
        for graph in store.named_graphs()
        if isinstance(graph, ox.NamedNode)
    }
    return Statistics(totals, _sorted(classes), _sorted(properties), _sorted(graphs))


def vocabularies(published: Published) -> list[str]:
    """The namespaces whose classes and properties the default graph uses."""
    found = of(published)
    return sorted({_namespace(iri) for iri in (*found.classes, *found.properties)})


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))
