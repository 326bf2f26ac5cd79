"""One thing of the graph at a time: what the timeline says of it, property by property, and what it takes part in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from graph.views import queries

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NAMES = ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property: an IRI with its label, or text."""

    text: str
    iri: str | None


@dataclass(frozen=True, slots=True)
class Thing:
    """What the default graph says of one IRI. `facts` maps a property's IRI to its label and values."""

    iri: str
    label: str
    types: tuple[Value, ...]
    facts: dict[str, tuple[str, tuple[Value, ...]]]

    def texts(self, prop: str) -> list[str]:
        """The values of a property as text."""
        return [value.text for value in self.facts.get(prop, ("", ()))[1]]

    def values(self, prop: str) -> tuple[Value, ...]:
        """The values of a property."""
        return self.facts.get(prop, ("", ()))[1]

    def first(self, prop: str) -> str | None:
        """One value of a property, the same each time, or None."""
        return next(iter(self.texts(prop)), None)


@dataclass(frozen=True, slots=True)
class Holding:
    """A dated role. `stated` counts the rows, from the registry and from articles, that say the same."""

    holder: Value
    office: str
    organization: Value
    date: str | None
    basis: str | None


def thing(store: ox.Store, iri: str) -> Thing | None:
    """What is said of an IRI; None where the timeline holds nothing of it."""
    found: dict[str, dict[tuple[str, bool], str]] = {}
    names: dict[str, str] = {}
    for row in queries.rows(store, "facts", [iri]):
        prop = row["property"]
        names[prop] = row.get("propertyLabel") or prop.rpartition("#")[2].rpartition("/")[2]
        is_iri = row["value"].startswith(("http://", "https://"))
        key = (row["value"], is_iri)
        labels = found.setdefault(prop, {})
        labels[key] = min(filter(None, (labels.get(key), row.get("valueLabel"))), default="") or ""
    if not found:
        return None
    facts = {
        prop: (
            names[prop],
            tuple(
                Value(label or (value.rpartition("#")[2] if "#" in value else value) if is_iri else value, iri)
                for (value, is_iri), label in labels.items()
                for iri in [value if is_iri else None]
            ),
        )
        for prop, labels in found.items()
    }
    label = next((text for prop in _NAMES for text in sorted(v.text for v in facts.get(prop, ("", ()))[1])), iri)
    return Thing(iri, label, facts.get(_TYPE, ("", ()))[1], facts)


def holdings(store: ox.Store, iri: str) -> list[Holding]:
    """The roles that an agent holds and those held in it; a dated one makes the undated ones of the same words needless."""
    met: dict[tuple[str, str, str], list[Holding]] = {}
    for row in queries.rows(store, "holdings", [iri]):
        one = Holding(
            Value(row["holderLabel"], row["holder"]),
            row["office"],
            Value(row["organizationLabel"], row["organization"]),
            row.get("date"),
            row.get("basis"),
        )
        met.setdefault((row["holder"], one.office, row["organization"]), []).append(one)
    out = []
    for group in met.values():
        dated = list(dict.fromkeys(one for one in group if one.date is not None))
        out.extend(dated or group[:1])
    return sorted(out, key=lambda h: (h.organization.text, h.office, h.date or "9999", h.holder.text))


def involved(store: ox.Store, iri: str) -> dict[str, list[str]]:
    """The events that an agent has a role in, each with the roles."""
    out: dict[str, list[str]] = {}
    for row in queries.rows(store, "involved", [iri]):
        out.setdefault(row["event"], []).append(row["roleLabel"])
    return out


def on_issues(store: ox.Store, issues: Iterable[str], *, by: date | None = None) -> set[str]:
    """The events on some issues or on any below them, as known by a day if one is given."""
    return {row["event"] for row in queries.rows(store, "on_issue", issues, known=by)}
