"""The parts of the timeline that a build has to write: of articles that changed, of blocks that these touch, of all alike.

Each function adds to a `Change` the statements that come and those that go.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from graph import corpus, iris, reconcile, replay, turtle
from graph.corpus import Block, Corpus, Held, Part
from graph.describe import article as article_graph
from graph.describe import history, timeline
from graph.describe.history import Stretch
from graph.ledger import Ledger, Lost
from graph.model import Agent, Extraction
from graph.reconcile import Record
from ontology.lexicon import Lexicon

_OWN = (iris.article(""), iris.figure("", "")[:-1])


@dataclass(slots=True)
class Change:
    """What a version gets and loses against that of the folder `base`; all it gets, where there is none."""

    base: Path | None
    removed: set[ox.Quad] = field(default_factory=set)
    added: set[ox.Quad] = field(default_factory=set)
    dropped: list[str] = field(default_factory=list)
    parts: dict[str, Part] = field(default_factory=dict)

    def drop(self, names: Iterable[str]) -> None:
        """Takes parts of the base away, where there is a base."""
        if self.base is not None:
            for name, part in corpus.parts(self.base, names):
                self.dropped.append(name)
                self.removed.update(part.quads)

    def put(self, name: str, part: Part) -> None:
        """Adds a part."""
        self.parts[name] = part
        self.added.update(part.quads)


def held(extraction: Extraction, digest: str, lexicon: Lexicon, names: timeline.Names) -> Held:
    """What the corpus keeps of an article."""
    registry = names.agents.keys()
    quads = timeline.of_article(extraction, names, registry)
    return Held(
        digest=digest,
        records=tuple(reconcile.records(extraction, lexicon)),
        text=reconcile.origins.text(extraction),
        said=tuple((agent.iri, agent.name) for agent in extraction.agents if agent.iri not in registry),
        brought=tuple(agent for agent in extraction.agents if agent.iri not in registry),
        agents=frozenset(agent.iri for agent in extraction.agents),
        shared=tuple(dict.fromkeys(turtle.line(quad) for quad in quads if not _own(quad))),
        reports=len(extraction.reports),
        figures=len(extraction.figures),
        conflicts=len(extraction.conflicts),
    )


def _own(quad: ox.Quad) -> bool:
    """Whether no other article can give the statement as well."""
    return isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(_OWN)


def articles(
    change: Change, before: Corpus, after: Corpus, told: Mapping[str, Extraction], names: timeline.Names
) -> None:
    """The graphs of the articles that came, changed or went, and what the timeline says of each itself."""
    registry = names.agents.keys()
    if change.base is not None:
        gone = [key for key, one in before.articles.items() if after.articles.get(key) is not one]
        change.drop(f"article {key}" for key in gone)
        opened = ox.Store.read_only(str(change.base / "store"))
        for key in gone:
            change.removed.update(opened.quads_for_pattern(None, None, None, ox.NamedNode(iris.article(key))))
    for key, extraction in told.items():
        if key in after.articles:
            own = (quad for quad in timeline.of_article(extraction, names, registry) if _own(quad))
            change.put(f"article {key}", Part(tuple(dict.fromkeys(own))))
            change.added.update(article_graph.describe(extraction))


def blocks(change: Change, before: Corpus, after: Corpus, book: Ledger, lexicon: Lexicon, *, renamed: bool) -> None:
    """The events of the blocks that are new or hold other reports than they did, with their history.

    `renamed` where another ledger named the events of `before`, so that nothing of theirs stands; nor does it where people
    judged otherwise.
    """
    records = [reconcile.traced(r, after.origins) for one in after.articles.values() for r in one.records]
    digests = {iri: f"{one.digest} {after.origins[iri]}" for iri, one in _by_iri(after)}
    said = {iris.article(key): one.said for key, one in after.articles.items()}
    replayer = replay.Replayer(lexicon, timeline.Names.of(lexicon), said, after.judged)
    found = {
        _block_name(block, digests): block for block in reconcile.blocks(records, lexicon, judgements=after.judged)
    }
    known = {} if renamed or before.judged != after.judged else before.blocks
    change.drop(f"block {name}" for name in before.blocks.keys() - (found.keys() & known.keys()))
    same = {iri for iri, one in _by_iri(before) if before.origins.get(iri) == after.origins.get(iri)}
    steady = {
        r.iri
        for key, one in before.articles.items()
        if after.articles.get(key) is one
        for r in one.records
        if r.article in same
    }
    home = {report: name for name, block in known.items() for report in block.records}
    for name, reports in found.items():
        if name in known:
            after.blocks[name] = known[name]
            continue
        since, old = _resumable(reports, home, known, steady, change.base)
        replayed = replayer.replay(reports, book, since=since, before=old)
        pairs: list[tuple[str, str]] = []
        for event, cluster in replayed.events:
            borne = sorted(record.iri for record in cluster.records)
            book.bear(event, borne)
            pairs.extend((report, event) for report in borne)
        after.blocks[name] = Block(frozenset(record.iri for record in reports), tuple(pairs))
        quads = dict.fromkeys((*timeline.quads(replayed.statements), *history.describe(replayed.stretches)))
        change.put(f"block {name}", Part(tuple(quads), replayed.stretches))


def _by_iri(corpus_: Corpus) -> Iterator[tuple[str, Held]]:
    yield from ((iris.article(key), one) for key, one in corpus_.articles.items())


def _block_name(block: Sequence[Record], digests: Mapping[str, str]) -> str:
    found = hashlib.sha256()
    for record in block:
        found.update(f"{record.iri} {digests[record.article]}\n".encode())
    return found.hexdigest()[:32]


def _resumable(
    block: Sequence[Record],
    home: Mapping[str, str],
    known: Mapping[str, Block],
    steady: set[str],
    base: Path | None,
) -> tuple[date, list[Stretch]]:
    """The first day on which the block is not what the older blocks in it were, and the stretches of those."""
    mine = {record.iri for record in block}
    older = sorted({home[iri] for iri in mine if iri in home})
    if base is None or not older or any(not known[name].records <= mine & steady for name in older):
        return date.min, []
    since = min((r.known or date.max for r in block if home.get(r.iri) is None), default=date.min)
    return since, [s for _, part in corpus.parts(base, (f"block {n}" for n in older)) for s in part.stretches]


def common(change: Change, before: Corpus, after: Corpus, lexicon: Lexicon, fixed: Iterable[ox.Quad]) -> None:
    """What no one part owns: the vocabulary, the agents and publishers that articles bring, which move answers which, and what
    was replaced.
    """
    always = {*fixed, *timeline.of_registry(lexicon)}
    now = {*_parsed(after), *_agents(after), *_answers(after), *Lost(after.replaced, ()).quads()}
    if change.base is None:
        change.added.update(always, now)
        return
    then = {*_parsed(before), *_agents(before), *_answers(before), *Lost(before.replaced, ()).quads()}
    change.added.update(now - then - always)
    change.removed.update(then - now - always)


def _parsed(held: Corpus) -> Iterator[ox.Quad]:
    lines = dict.fromkeys(line for one in held.articles.values() for line in one.shared)
    yield from ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS)


def _agents(held: Corpus) -> Iterator[ox.Quad]:
    """The agents that the registry does not hold, each under the first of the names told."""
    met: dict[str, Agent] = {}
    for one in held.articles.values():
        for agent in one.brought:
            if agent.iri not in met or (agent.name, agent.type) < (met[agent.iri].name, met[agent.iri].type):
                met[agent.iri] = agent
    for agent in met.values():
        yield from timeline.of_agent(agent)


def _answers(held: Corpus) -> Iterator[ox.Quad]:
    """Which event answers which: a move and its answer are of two classes, and so of two blocks."""
    records = {record.iri: record for one in held.articles.values() for record in one.records}
    events = dict(pair for block in held.blocks.values() for pair in block.events)
    yield from timeline.quads(timeline.answers(records, events))
