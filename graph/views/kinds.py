"""What sort of thing an IRI names, as pages and pictures tell sorts apart: by shape, letter and colour."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from graph.views import queries
from ontology import terms

# The first that a class falls under is its kind.
_ORDER: tuple[tuple[str, str], ...] = (
    (terms.LaborUnion, "union"),
    (terms.EmployerAssociation, "association"),
    (terms.NewsOrganization, "other"),  # who reports, not a side, though most are companies
    (terms.Company, "company"),
    (terms.Person, "person"),
    (terms.BargainingMove, "proposal"),
    (terms.TimelineEntry, "event"),
    (terms.Article, "article"),
    (terms.CreativeWork, "work"),
    (terms.Agent, "other"),
)
LETTERS: Mapping[str, str] = {
    "union": "U",
    "association": "A",
    "company": "S",
    "person": "P",
    "proposal": "O",
    "event": "E",
    "article": "N",
    "issue": "I",
    "work": "W",
    "other": "B",
}
WORDS: Mapping[str, str] = {
    "union": "union",
    "association": "employers' association",
    "company": "company",
    "person": "person",
    "proposal": "proposal or demand",
    "event": "event",
    "article": "article",
    "issue": "subject of bargaining",
    "work": "film, series or other work",
    "other": "other body",
}


def of_classes(store: ox.Store) -> dict[str, str]:
    """The kind of every class of the ontology that has one."""
    above: dict[str, set[str]] = {}
    for row in queries.rows(store, "classes"):
        above.setdefault(row["class"], set()).add(row["above"])
    return {
        name: kind for name, over in above.items() for kind in [next((k for c, k in _ORDER if c in over), "")] if kind
    }


def of_agents(store: ox.Store) -> dict[str, str]:
    """The kind of every agent and work in the graph."""
    classes = of_classes(store)
    rank = {kind: number for number, (_, kind) in reversed(list(enumerate(_ORDER)))}
    out: dict[str, str] = {}
    for row in queries.rows(store, "agents"):
        kind = classes.get(row["class"])
        if kind is not None and rank[kind] < rank.get(out.get(row["agent"], ""), len(rank)):
            out[row["agent"]] = kind
    return out
