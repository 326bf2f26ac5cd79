"""The conductor: articles in, a published graph out. One bad article is set aside and listed; the others go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

import ontology
from graph import check, iris, read, reconcile, store
from graph.describe import article as article_graph
from graph.describe import timeline as timeline_graph
from graph.errors import CheckFailed, ReadingFailed, SourceError
from graph.extract import Rules, compile_rules, extract, ground
from graph.ledger import Ledger
from graph.model import Document, Extraction
from graph.settings import Settings
from graph.views import exports

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that was left out, and why."""

    location: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did. `events` counts the timeline, `reports` what the articles state."""

    version: str
    articles: int
    reports: int
    events: int
    figures: int
    conflicts: int
    agents: int
    quads: int
    set_aside: tuple[SetAside, ...]


def _quiet(stage: str, done: int, total: int) -> None:
    """Says nothing of the progress."""


def build(settings: Settings, *, progress: Progress = _quiet) -> Outcome:
    """Reads seeds and shelf, extracts, describes, checks, reconciles and publishes; raises only if nothing can be done."""
    rules = compile_rules(ontology.load())
    documents, aside = _documents(settings)
    extractions: list[Extraction] = []
    for number, document in enumerate(documents, start=1):
        try:
            extractions.append(_extracted(document, rules))
        except ReadingFailed as error:
            aside.append(SetAside(error.location, (error.problem,)))
        except CheckFailed as error:
            aside.append(SetAside(error.subject, error.reasons))
        progress("extract", number, len(documents))
    extractions, refused = checked(extractions, progress=progress)
    aside.extend(refused)
    return publish(extractions, rules, settings, aside=aside, progress=progress)


def _extracted(document: Document, rules: Rules) -> Extraction:
    """What one article tells. Raises ReadingFailed where the rules broke on it, CheckFailed where no words bear it out."""
    location = document.location or document.key
    try:
        extraction = extract(document, rules).told
    except Exception as fault:
        raise ReadingFailed(location, fault) from fault
    wrong = ground.problems(extraction)
    if wrong:
        raise CheckFailed(location, wrong)
    return extraction


def _documents(settings: Settings) -> tuple[list[Document], list[SetAside]]:
    """Seeds and shelf, one document a key, in the order of their keys so that the order of files does not matter."""
    found: dict[str, Document] = {}
    aside = []
    for item in (*read.seeds(settings), *read.shelf.load(settings)):
        if isinstance(item, SourceError):
            aside.append(SetAside(item.location, (item.problem,)))
        else:
            found[item.key] = item
    return [found[key] for key in sorted(found)], aside


def checked(
    extractions: Iterable[Extraction], *, progress: Progress = _quiet
) -> tuple[list[Extraction], list[SetAside]]:
    """Those whose graphs keep the shapes; all graphs are checked at once, and each violation goes to its article."""
    kept = list(extractions)
    graphs = {iris.article(e.document.key): article_graph.describe(e) for e in kept}
    progress("check", 0, 1)
    broken = check.articles(graphs)
    progress("check", 1, 1)
    good = [e for e in kept if iris.article(e.document.key) not in broken]
    bad = [
        SetAside(e.document.location or e.document.key, broken[iris.article(e.document.key)])
        for e in kept
        if iris.article(e.document.key) in broken
    ]
    return good, bad


def publish(
    extractions: list[Extraction],
    rules: Rules,
    settings: Settings,
    *,
    aside: list[SetAside],
    progress: Progress = _quiet,
) -> Outcome:
    """Reconciles and publishes; the ledger is written after the graph that it belongs to is up."""
    timeline = reconcile.timeline(extractions, rules.lexicon)
    ledger = Ledger.read((settings.seeds / "iris.csv", settings.instance / "iris.csv"))
    assignment = ledger.assign([_identity(cluster) for cluster in timeline.clusters])
    named = list(zip(assignment.iris, timeline.clusters, strict=True))
    quads = list(_quads(named, extractions, rules, ledger_quads=assignment.quads()))
    progress("publish", 0, 1)
    publication = store.publish(
        settings,
        quads,
        exports=exports.write,
        texts={e.document.key: read.shelf.record(e.document) for e in extractions},
        facts={"ruleset": rules.lexicon.digest},
    )
    ledger.extended(assignment).write(settings.instance / "iris.csv")
    progress("publish", 1, 1)
    return Outcome(
        version=publication.version,
        articles=len(extractions),
        reports=sum(len(e.reports) for e in extractions),
        events=len(timeline.clusters),
        figures=sum(len(e.figures) for e in extractions),
        conflicts=sum(len(e.conflicts) for e in extractions),
        agents=len({a.iri for e in extractions for a in e.agents}),
        quads=len(quads),
        set_aside=tuple(aside),
    )


def _identity(cluster: reconcile.Cluster) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return (
        cluster.kind.rpartition("#")[2],
        tuple(sorted(cluster.parties)),
        tuple(sorted(record.iri for record in cluster.records)),
    )


def _quads(
    named: list[tuple[str, reconcile.Cluster]],
    extractions: list[Extraction],
    rules: Rules,
    *,
    ledger_quads: Iterable[ox.Quad],
) -> Iterator[ox.Quad]:
    """Every quad of a publication, each once."""
    seen: set[ox.Quad] = set()
    for quad in _all(named, extractions, rules, ledger_quads):
        if quad not in seen:
            seen.add(quad)
            yield quad


def _all(
    named: list[tuple[str, reconcile.Cluster]],
    extractions: list[Extraction],
    rules: Rules,
    ledger_quads: Iterable[ox.Quad],
) -> Iterator[ox.Quad]:
    for path in ontology.files():
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)
    yield from exports.dataset()
    yield from timeline_graph.describe(named, extractions, rules.lexicon)
    yield from ledger_quads
    for extraction in extractions:
        yield from article_graph.describe(extraction)
