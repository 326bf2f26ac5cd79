"""A page a thing: agents, events, subjects of bargaining, articles; and the lists that lead to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import pyoxigraph as ox
from flask import Blueprint, abort, redirect, render_template
from werkzeug.wrappers import Response

from graph import iris
from graph.store import Published
from graph.views import evidence, kinds, marked, queries, things, timeline, wording
from graph.views.things import Thing
from graph.views.timeline import Entry
from ontology import terms
from server import publication

pages = Blueprint("things", __name__)
_HANDLED = frozenset(
    (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://www.w3.org/2004/02/skos/core#altLabel",
        "http://www.w3.org/2004/02/skos/core#definition",
        "http://www.w3.org/2004/02/skos/core#broader",
        "http://www.w3.org/2004/02/skos/core#inScheme",
        "http://www.w3.org/2004/02/skos/core#topConceptOf",
        "http://www.w3.org/2004/02/skos/core#example",
        terms.report,
        terms.modality,
        terms.dateEdtf,
        terms.dateBasis,
        terms.dateNote,
        terms.earliestStart,
        terms.latestStart,
        terms.earliestEnd,
        terms.latestEnd,
        terms.articleCount,
        terms.originCount,
        terms.quotation,
        terms.conflictCount,
        terms.judgement,
        terms.toldAhead,
        terms.knownFrom,
        terms.reviewStatus,
        # how the extractor finds a thing: for the vocabulary's page, not for a reader
        terms.cue,
        terms.nominal,
        terms.notName,
        terms.workforce,
        terms.caseSensitive,
        terms.scoredAs,
    )
)


@dataclass(frozen=True, slots=True)
class Row:
    """An event in a list of a page: the roles that the page's thing has in it, and the sentence that tells of it."""

    entry: Entry
    roles: tuple[str, ...]
    told: evidence.Told | None


def _thing(published: Published, iri: str) -> Thing:
    found = things.thing(published.store, iri)
    if found is None:
        publication.missing(
            iri, f"The graph knows nothing of {iri}. The lists of agents, subjects and articles show what it knows."
        )
    return found


def _others(found: Thing) -> list[tuple[str, tuple[things.Value, ...]]]:
    """What is said of a thing that its page has no place of its own for."""
    return [pair for prop, pair in sorted(found.facts.items()) if prop not in _HANDLED]


def _rows(published: Published, iris_: Callable[[Entry], bool], roles: dict[str, list[str]]) -> list[Row]:
    store = published.store
    entries = [e for e in timeline.entries(store, planned=True) if iris_(e)]
    told = evidence.told(store, [e.iri for e in entries])
    return [Row(e, tuple(roles.get(e.iri, ())), next(iter(told.get(e.iri, ())), None)) for e in entries]


@pages.get("/agent/<slug:slug>")
@pages.get("/work/<slug:slug>")
def agent(slug: str) -> str:
    """Who or what it is, its dated roles, what it took part in, the numbers about it, the articles that name it."""
    published = publication.current()
    store = published.store
    found = next((t for base in ("agent", "work") if (t := things.thing(store, f"{iris.ID}{base}/{slug}"))), None)
    if found is None:
        abort(404, f"The graph knows nobody and no body called {slug}. The list of agents shows whom it knows.")
    roles = things.involved(store, found.iri)
    named: dict[str, list[str]] = {}
    for row in queries.rows(store, "mentioned", [found.iri]):
        named.setdefault(row["article"], []).append(row["wording"])
    known = evidence.sources(store, named)
    return render_template(
        "agent.html",
        thing=found,
        kind=kinds.of_agents(store).get(found.iri, "other"),
        aliases=sorted(set(found.texts("http://www.w3.org/2004/02/skos/core#altLabel")) - {found.label}),
        unreviewed=terms.review_unreviewed in {v.iri for v in found.values(terms.reviewStatus)},
        others=_others(found),
        holdings=things.holdings(store, found.iri),
        rows=_rows(published, lambda e: e.iri in roles, roles),
        figures=_figures(published, found.iri),
        named=[(known[iri], words) for iri, words in named.items() if iri in known],
        kinds=kinds.of_classes(store),
    )


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number with its sentence."""

    wording: str
    measure: str
    sentence: str
    number: int
    source: evidence.Source


def _figures(published: Published, iri: str) -> list[FigureRow]:
    rows = queries.rows(published.store, "figures", [iri])
    known = evidence.cited(published.store, dict.fromkeys(row["article"] for row in rows))
    out: dict[str, FigureRow] = {}
    for row in rows:
        one = FigureRow(
            row["wording"],
            row.get("measure", ""),
            " ".join(row["exact"].split()),
            int(row["sentence"]),
            known[row["article"]],
        )
        if row["figure"] not in out or len(one.sentence) > len(out[row["figure"]].sentence):
            out[row["figure"]] = one
    return list(out.values())


@pages.get("/event/<slug:slug>")
def event(slug: str) -> str | Response:
    """When, who, on what, and what each source says of it; one that was merged or split leads to its heir."""
    published = publication.current()
    store = published.store
    found = _thing(published, f"{iris.ID}event/{slug}")
    for heir in found.values("http://purl.org/dc/terms/isReplacedBy"):
        if heir.iri is not None:
            return redirect("/" + heir.iri.removeprefix(iris.ID), 301)
    entries = timeline.entries(store, planned=True)
    place = next((n for n, e in enumerate(entries) if e.iri == found.iri), None)
    if place is None:
        abort(404, f"{found.iri} is no event of the timeline.")
    roles: dict[str, list[things.Value]] = {}
    participants = {row["role"]: row["label"] for row in queries.rows(store, "roles")}
    for prop, (label, values) in found.facts.items():
        if prop in participants:
            roles.setdefault(label, []).extend(values)
    return render_template(
        "event.html",
        thing=found,
        entry=entries[place],
        earlier=entries[place - 1] if place else None,
        later=entries[place + 1] if place + 1 < len(entries) else None,
        roles=roles,
        issues=found.values(terms.onIssue),
        others=[
            pair
            for prop, pair in sorted(found.facts.items())
            if prop not in _HANDLED and prop not in participants and prop != terms.onIssue
        ],
        told=evidence.told(store, [found.iri]).get(found.iri, []),
        numbers=_numbers(published, found.iri),
        precision=queries.rows(store, "precision", [found.iri]),
        disagreements=evidence.disagreements(store, [found.iri]).get(found.iri, []),
        judgements=evidence.judgements(store, found.iri),
        ahead={value.iri for value in found.values(terms.toldAhead)},
        kinds=kinds.of_classes(store),
        sides=kinds.of_agents(store),
        days=wording.length(entries[place].date, entries[place].earliest_start, entries[place].latest_end),
        basis=found.first(terms.dateBasis),
        note=found.first(terms.dateNote),
        stoppage=entries[place].type in timeline.below(store, terms.WorkStoppage),
    )


def _numbers(published: Published, iri: str) -> list[tuple[str, evidence.Source, int]]:
    """The numbers of an event's reports: wording, article, sentence; the same words of one article once."""
    rows = queries.rows(published.store, "event_figures", [iri])
    known = evidence.cited(published.store, dict.fromkeys(row["article"] for row in rows))
    met = {(row["wording"], row["article"]): int(row["sentence"]) for row in reversed(rows)}
    return [
        (words, known[article], number) for (words, article), number in sorted(met.items(), key=lambda m: m[0][::-1])
    ]


@pages.get("/issue/<slug:slug>")
def issue(slug: str) -> str:
    """What the subject is, and every move and event on it or on what is below it."""
    published = publication.current()
    found = _thing(published, f"{iris.ID}issue/{slug}")
    on = things.on_issues(published.store, [found.iri])
    below = [row for row in queries.rows(published.store, "issues") if row.get("broader") == found.iri]
    return render_template(
        "issue.html",
        thing=found,
        definition=found.first("http://www.w3.org/2004/02/skos/core#definition"),
        above=found.values("http://www.w3.org/2004/02/skos/core#broader"),
        below=below,
        rows=_rows(published, lambda e: e.iri in on, {}),
        kinds=kinds.of_classes(published.store),
        sides=kinds.of_agents(published.store),
    )


@pages.get("/article/<slug:key>")
def article(key: str) -> str:
    """What was read in an article, sentence by sentence. The whole text is shown where it is ours to show."""
    published = publication.current()
    iri = iris.article(key)
    source = evidence.sources(published.store, [iri]).get(iri)
    if source is None:
        publication.missing(iri, f"No article of the graph is called {key}. The list of sources shows all.")
    file = published.path / "texts" / f"{key}.json"
    whole = file.is_file()  # a replica has the passages alone
    record = json.loads(file.read_text(encoding="utf-8")) if whole else marked.rebuilt(published.store, iri)
    paragraphs, used = marked.article(published.store, iri, record)
    origins = queries.rows(published.store, "field_origins", [iri])
    return render_template(
        "article.html",
        source=source,
        paragraphs=paragraphs,
        whole=whole,
        used_list=used,
        origins=[(row["field"], row["place"]) for row in origins if "place" in row],
        notes=[row["note"] for row in origins if "note" in row],
    )


@pages.get("/agents")
def agents() -> str:
    """Every agent that an article names, by kind; the rest of the registry apart."""
    store = publication.current().store
    sorts = kinds.of_agents(store)
    names = {row["agent"]: row["name"] for row in queries.rows(store, "agents")}
    named = {row["agent"] for row in queries.rows(store, "named_agents")}
    groups: dict[str, list[tuple[str, str]]] = {}
    for iri, name in sorted(names.items(), key=lambda pair: (pair[1].casefold(), pair[0])):
        if iri in named:
            groups.setdefault(sorts.get(iri, "other"), []).append((iri, name))
    order = [kind for kind in kinds.WORDS if kind in groups]
    return render_template("agents.html", groups=[(k, groups[k]) for k in order], total=len(named))


@pages.get("/issues")
def issues() -> str:
    """The subjects of bargaining as a tree, with how many events are on each."""
    rows = list(queries.rows(publication.current().store, "issues"))
    below: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        below.setdefault(row.get("broader", ""), []).append(row)
    return render_template("issues.html", below=below)


@pages.get("/articles")
def articles() -> str:
    """Every source, newest first."""
    known = evidence.sources(publication.current().store)
    ordered = sorted(known.values(), key=lambda s: (s.published or "", s.iri), reverse=True)
    return render_template("articles.html", sources=ordered)


def page_of(published: Published, iri: str) -> str | None:
    """The IRI whose page tells of something that has none of its own: a report's article, a holding's holder."""
    for quad in published.store.quads_for_pattern(queries.node(iri), None, None, None):
        if isinstance(quad.object, ox.NamedNode) and quad.predicate.value in (
            terms.fromArticle,
            terms.holder,
            terms.about,
            "http://www.w3.org/ns/oa#hasSource",
        ):
            return quad.object.value
    # A conflict that is settled by now is told of where its event is.
    for state in published.store.quads_for_pattern(None, queries.node(terms.stateOf), queries.node(iri), None):
        for about in published.store.quads_for_pattern(state.subject, queries.node(terms.about), None, None):
            return about.object.value if isinstance(about.object, ox.NamedNode) else None
    return None
