"""The conductor: articles in, a published graph out. One bad article is set aside and listed; the others go on.

What an earlier build of the same program left is taken over: only articles that changed are read and checked, only
blocks of reports that they touch are replayed, only statements that differ are swapped in the store. The outcome is the
same, byte for byte, as that of a build from nothing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

import ontology
from graph import cache, check, corpus, iris, ledger, parts, read, reconcile, sources, store
from graph.cache import Cache, Reading
from graph.corpus import Corpus, Held, Refused
from graph.describe import article as article_graph
from graph.describe import calibration as measured
from graph.describe.timeline import Names
from graph.errors import ReadingFailed, StoreError
from graph.extract import Rules, compile_rules, extract, ground
from graph.ledger import Ledger, Lost
from graph.model import Document, Extraction
from graph.parts import Change
from graph.settings import Settings
from graph.store import Publication
from graph.views import exports
from ontology import calibration

CHECKED_AT_ONCE = 500  # articles; more only take more memory

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


def _unseen(outcome: Outcome) -> None:
    """Takes no notice of what is published."""


def build(
    settings: Settings,
    *,
    anew: bool = False,
    progress: Progress = _quiet,
    published: Callable[[Outcome], None] = _unseen,
    write: store.Exports = exports.write,
) -> Outcome:
    """Reads seeds and shelf, and publishes what they tell; raises only if nothing can be done.

    With `anew`, nothing is taken over from the version published. `published` is told of the outcome as soon as pages and
    queries see it; the exports may follow, as `write` writes them.
    """
    rules = compile_rules(ontology.load())
    base, before = (None, Corpus(cache.program())) if anew else _before(settings)
    found = sources.scan(settings, before.sources)
    changed = _changed(found, before)
    progress("read", len(changed), len(found.digests))
    if base is not None and 2 * len(changed) > len(found.digests):
        base, before, changed = None, Corpus(cache.program()), list(found.digests)
    extractions, refused = _readings(found, changed, rules, settings, progress)
    outcome = publish(
        extractions,
        rules,
        settings,
        found=found,
        refused=refused,
        base=base,
        before=before,
        write=write,
        progress=progress,
    )
    published(outcome)
    progress("exports", 0, 1)
    store.dumps(settings, write)
    progress("exports", 1, 1)
    return outcome


def _before(settings: Settings) -> tuple[Publication | None, Corpus]:
    """The published version with the corpus that it was made from, where this program made it."""
    nothing = Corpus(cache.program())
    try:
        base = store.current(settings)
    except StoreError:
        return None, nothing
    held = Corpus.load(base.path, cache.program())
    return (base, held) if held is not None else (None, nothing)


def _changed(found: sources.Found, before: Corpus) -> list[str]:
    """Keys of the articles that are new, or not what they were."""
    known = {key: one.digest for key, one in before.refused.items()}
    known.update((key, one.digest) for key, one in before.articles.items())
    return [key for key, digest in found.digests.items() if known.get(key) != digest]


def _readings(
    found: sources.Found, keys: list[str], rules: Rules, settings: Settings, progress: Progress
) -> tuple[list[Extraction], dict[str, Refused]]:
    """The extractions of some articles, and those set aside; what is in the cache is neither read nor checked again."""
    kept = Cache(settings)
    good: list[Extraction] = []
    refused: dict[str, Refused] = {}
    fresh: dict[str, Reading] = {}
    for number, key in enumerate(keys, start=1):
        document = found.document(key)
        digest = found.digests[key]
        reading = kept.get(digest)
        if reading is None:
            fresh[key] = reading = _extracted(document, rules)
        if reading.extraction is None:
            refused[key] = Refused(digest, document.location or key, reading.reasons)
        elif key not in fresh:
            good.append(reading.extraction)
        progress("extract", number, len(keys))
    broken: dict[str, tuple[str, ...]] = {}
    whole = [reading.extraction for reading in fresh.values() if reading.extraction is not None]
    for start in range(0, len(whole), CHECKED_AT_ONCE):
        progress("check", start, len(whole))
        broken.update(checked(whole[start : start + CHECKED_AT_ONCE]))
    for key, reading in fresh.items():
        if key in broken:
            reading = Reading(None, broken[key])
            refused[key] = Refused(found.digests[key], found.document(key).location or key, broken[key])
        elif reading.extraction is not None:
            good.append(reading.extraction)
        kept.put(found.digests[key], reading)
    if fresh:
        kept.prune()
    progress("check", 1, 1)
    return sorted(good, key=lambda extraction: extraction.document.key), refused


def _extracted(document: Document, rules: Rules) -> Reading:
    """What one article tells; or that the rules broke on it, or that no words bear it out."""
    try:
        extraction = extract(document, rules).told
    except Exception as fault:
        return Reading(None, (ReadingFailed(document.location or document.key, fault).problem,))
    wrong = ground.problems(extraction)
    return Reading(None, wrong) if wrong else Reading(extraction)


def checked(extractions: Iterable[Extraction]) -> dict[str, tuple[str, ...]]:
    """Those whose graphs break the shapes, by key with their reasons.

    All graphs are checked at once; one that breaks a shape there is checked alone, so that no other's word condemns it.
    """
    graphs = {e.document.key: (iris.article(e.document.key), article_graph.describe(e)) for e in extractions}
    if not graphs:
        return {}
    suspects = check.articles(dict(graphs.values()))
    if len(graphs) == 1:
        return {key: suspects[iri] for key, (iri, _) in graphs.items() if iri in suspects}
    found = {}
    for key, (iri, quads) in graphs.items():
        if iri in suspects and (alone := check.articles({iri: quads})):
            found[key] = alone[iri]
    return found


def publish(
    extractions: list[Extraction],
    rules: Rules,
    settings: Settings,
    *,
    found: sources.Found,
    refused: dict[str, Refused],
    base: Publication | None,
    before: Corpus,
    write: store.Exports,
    progress: Progress = _quiet,
) -> Outcome:
    """Replays what changed and publishes; the ledger is written after the graph that it belongs to is up."""
    progress("replay", 0, 1)
    paths = (settings.seeds / "iris.csv", settings.instance / "iris.csv")
    book = Ledger.read(paths)
    after = Corpus(cache.program(), sources=found.files)
    after.refused = {k: r for k, r in {**before.refused, **refused}.items() if found.digests.get(k) == r.digest}
    told = {extraction.document.key: extraction for extraction in extractions}
    names = Names.of(rules.lexicon)
    held = {key: parts.held(e, found.digests[key], rules.lexicon, names) for key, e in told.items()}
    after.articles = {
        key: one for key, one in sorted({**before.articles, **held}.items()) if found.digests.get(key) == one.digest
    }
    after.origins = reconcile.origins.of({iris.article(key): one.text for key, one in after.articles.items()})
    decided = settings.seeds / "judgements.ttl"
    after.judged = reconcile.judgements.read(decided)
    change = Change(base.path if base is not None else None)
    parts.articles(change, before, after, told, names)
    named = _digest(*(path.read_text("utf-8") if path.is_file() else "" for path in paths))
    parts.blocks(change, before, after, book, rules.lexicon, renamed=before.ledger != named)
    registry = frozenset(entry.iri for entry in rules.lexicon.agents)
    reconcile.judgements.check(after.judged, _phases(after), decided, registry)
    lost = book.lost(dict(pair for block in after.blocks.values() for pair in block.events))
    after.replaced = dict(lost.replaced)
    parts.common(
        change,
        before,
        after,
        rules.lexicon,
        (*_vocabulary(), *measured.describe(calibration.load()), *exports.dataset()),
    )
    progress("replay", 1, 1)
    text = book.text(lost)
    after.ledger = _digest(paths[0].read_text("utf-8") if paths[0].is_file() else "", text)
    facts = _facts(settings, before, after, book, lost, rules)
    publication = _published(settings, base, change, after, told, facts, write)
    ledger.write(paths[1], text)
    progress("store", 1, 1)
    return _outcome(publication, after)


def _phases(after: Corpus) -> Iterator[list[tuple[str, str]]]:
    """The reports of each event, each with the phase that it tells of."""
    phases = {record.iri: record.phase for one in after.articles.values() for record in one.records}
    events: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for block in after.blocks.values():
        for report, event in block.events:
            events[event].append((report, phases[report]))
    yield from events.values()


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _vocabulary() -> Iterator[ox.Quad]:
    for path in ontology.files():
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)


def _facts(
    settings: Settings, before: Corpus, after: Corpus, book: Ledger, lost: Lost, rules: Rules
) -> dict[str, object]:
    """What the manifest says beside the version: the rules, and which IRIs were published once and are gone."""
    keys = {
        report.removeprefix(iris.report("", "")[:-1]).split("/")[0]
        for event in book.events.values()
        for report in event
    }
    once = {iris.article(key) for key in keys | before.articles.keys()}
    with suppress(StoreError, KeyError):  # where nothing readable was published, the ledger is all there is
        once.update(iri for iri in store.current(settings).manifest["gone"] if iri.startswith(iris.article("")))
    gone = once - {iris.article(key) for key in after.articles}
    return {"ruleset": rules.lexicon.digest, "gone": sorted({*lost.gone, *gone})}


def _published(
    settings: Settings,
    base: Publication | None,
    change: Change,
    after: Corpus,
    told: dict[str, Extraction],
    facts: dict[str, object],
    write: store.Exports,
) -> Publication:
    texts = {key: read.shelf.record(told[key].document) for key in after.articles if key in told}

    def beside(folder: Path) -> None:
        corpus.write(after, folder, base=change.base, dropped=change.dropped, added=change.parts)

    if base is None:
        return store.publish(settings, change.added, exports=write, texts=texts, facts=facts, beside=beside)
    return store.amend(
        settings,
        base,
        removed=change.removed - change.added,
        added=change.added - change.removed,
        dropped=set(base.manifest["articles"]) - after.articles.keys(),
        texts=texts,
        facts=facts,
        beside=beside,
    )


def _outcome(publication: Publication, after: Corpus) -> Outcome:
    held: list[Held] = list(after.articles.values())
    unread = (SetAside(s.key, (s.problem,)) for s in after.sources.values() if s.problem)
    refused = (SetAside(r.location, r.reasons) for _, r in sorted(after.refused.items()))
    return Outcome(
        version=publication.version,
        articles=len(held),
        reports=sum(one.reports for one in held),
        events=len({event for block in after.blocks.values() for _, event in block.events}),
        figures=sum(one.figures for one in held),
        conflicts=sum(one.conflicts for one in held),
        agents=len(frozenset().union(*(one.agents for one in held))),
        quads=publication.manifest["statements"],
        set_aside=(*unread, *refused),
    )
