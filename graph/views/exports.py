"""What a published version can be taken away as: Turtle, TriG, N-Quads, JSON-LD, CSV, with checksums."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

import ontology
from graph import iris, turtle
from graph.errors import QueryError
from graph.network import record
from graph.store import Publication
from graph.views import frames, tables
from graph.views.tables import Table
from graph.views.timeline import Entry
from ontology import terms

CSV_COLUMNS = ("iri", "type", "label", "date", "earliestStart", "latestEnd", "parties", "articles", "origins")
_DEFAULT = ox.DefaultGraph()
_TYPE = turtle.PREFIXES["rdf"] + "type"
_STATED = turtle.PREFIXES["dct"] + "license"
_DATASET = ox.NamedNode(turtle.PREFIXES["void"] + "Dataset")
_SHACL = turtle.PREFIXES["sh"]
_LISTS = (turtle.PREFIXES["rdf"] + "first", turtle.PREFIXES["rdf"] + "rest")
_OF_CLASSES = (
    turtle.PREFIXES["rdf"] + "type",
    turtle.PREFIXES["rdfs"] + "subClassOf",
    turtle.PREFIXES["rdfs"] + "label",
)
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Dump:
    """What is written out: the statements in order, and the version that they are."""

    rows: list[ox.Quad]
    version: str

    @cached_property
    def store(self) -> ox.Store:
        """The statements, to be queried."""
        store = ox.Store()
        store.bulk_extend(self.rows)
        return store


Writer = Callable[[Dump], bytes]


def _timeline(form: str) -> Writer:
    def write(dump: Dump) -> bytes:
        return turtle.text((q for q in dump.rows if q.graph_name == _DEFAULT), form)

    return write


def _all(form: str) -> Writer:
    def write(dump: Dump) -> bytes:
        return turtle.text(dump.rows, form)

    return write


def _ontology(dump: Dump) -> bytes:
    quads = [q for path in ontology.files() for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    return turtle.text(quads, "ttl")


def _shapes(dump: Dump) -> bytes:
    """What a validator needs of the vocabulary: the shapes, and the classes that they are of."""
    quads = [q for path in ontology.files() for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    shapes = {q.subject for q in quads if q.predicate.value.startswith(_SHACL)}
    shapes |= {q.subject for q in quads if q.predicate.value.startswith(_LISTS)}
    kept = (_SHACL, *_LISTS, *_OF_CLASSES)
    parents = (q for q in quads if q.predicate.value.startswith(_OF_CLASSES[1]))
    own = (q for q in quads if q.subject in shapes and q.predicate.value.startswith(kept))
    return turtle.text((*own, *parents), "ttl")


def _table(chosen: Table) -> Writer:
    return lambda dump: tables.table(dump.store, chosen)


def row(entry: Entry) -> list[str | int]:
    """An event as a row under `CSV_COLUMNS`."""
    told = entry.as_json()
    names = "; ".join(name for _, name in entry.parties)
    cells = [told["iri"], told["type"], told["label"], told["date"], told["earliestStart"], told["latestEnd"], names]
    return [*(tables.safe(cell or "") for cell in cells), entry.articles, entry.origins]


EXPORTS: Mapping[str, Writer] = {
    "timeline.ttl": _timeline("ttl"),
    "timeline.jsonld": _timeline("jsonld"),
    "all.trig": _all("trig"),
    "all.nq": _all("nq"),
    **{table.file: _table(table) for table in tables.tables()},
    tables.METADATA: lambda dump: tables.metadata(dump.version, license_of(dump.rows)),
    "network.json": lambda dump: record.published(dump.rows, dump.version),
    "ontology.ttl": _ontology,
    "shapes.ttl": _shapes,
    "context.jsonld": lambda dump: frames.context(),
    "event-frame.jsonld": lambda dump: frames.events(),
    "agent-frame.jsonld": lambda dump: frames.agents(),
}
HOLDS: Mapping[str, str] = {
    "timeline.ttl": "The timeline in Turtle: events, agents, roles, subjects of bargaining, the vocabulary",
    "timeline.jsonld": "The same in JSON-LD",
    "all.trig": "Everything in TriG: the timeline, and one named graph an article with its reports and evidence",
    "all.nq": "Everything in N-Quads, one statement a line",
    **{table.file: f"{table.title} as a table" for table in tables.tables()},
    tables.METADATA: "What the tables and their columns mean, and how they belong together (CSV on the Web)",
    "ontology.ttl": "The vocabulary alone: classes, properties, subjects of bargaining, shapes",
    "shapes.ttl": "The shapes alone (SHACL), with the classes that they are of",
    "context.jsonld": "The context of our JSON-LD: short names for classes and properties",
    "event-frame.jsonld": "A frame that makes trees of events of our JSON-LD",
    "agent-frame.jsonld": "A frame that makes trees of agents with their roles",
    "network.json": "The network of agents, events, proposals and subjects, with the places of the picture",
}
CHECKSUMS = "SHA256SUMS"


def dataset() -> Iterator[ox.Quad]:
    """What the default graph says of the data itself: title and licence."""
    node = ox.NamedNode(iris.DATASET)
    dct = "http://purl.org/dc/terms/"
    yield ox.Quad(
        node,
        ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        ox.NamedNode("http://rdfs.org/ns/void#Dataset"),
    )
    yield ox.Quad(
        node,
        ox.NamedNode(dct + "title"),
        ox.Literal("Picketline: labor negotiations, dated and sourced", language="en"),
    )
    yield ox.Quad(node, ox.NamedNode(dct + "license"), ox.NamedNode(LICENSE))
    yield ox.Quad(node, ox.NamedNode("http://purl.org/vocab/vann/preferredNamespaceUri"), ox.Literal(terms.NS))


def license_of(quads: Iterable[ox.Quad]) -> str | None:
    """The address of the licence that the default graph states of its data set; None where it states none, or several."""
    found = [q for q in quads if q.graph_name == _DEFAULT and q.predicate.value in (_TYPE, _STATED)]
    sets = {q.subject for q in found if q.object == _DATASET}
    stated = {q.object.value for q in found if q.subject in sets and isinstance(q.object, ox.NamedNode)} - {
        _DATASET.value
    }
    return stated.pop() if len(stated) == 1 and min(stated).startswith(("http://", "https://")) else None


def write(rows: list[ox.Quad], folder: Path, version: str) -> None:
    """Writes every export and the checksums over them."""
    sums = []
    dump = Dump(rows, version)
    for name, writer in EXPORTS.items():
        data = writer(dump)
        (folder / name).write_bytes(data)
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
    (folder / CHECKSUMS).write_text("".join(sorted(sums, key=lambda row: row[66:])), encoding="utf-8")


def copy(published: Publication, names: Iterable[str], target: Path) -> Iterator[Path]:
    """Copies exports of a published version to a folder: those named, or all."""
    known = (*EXPORTS, CHECKSUMS)
    wanted = tuple(names) or known
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise QueryError(f"export {unknown[0]!r}: known are {', '.join(sorted(known))}")
    target.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        shutil.copyfile(published.path / "data" / name, target / name)
        yield target / name
