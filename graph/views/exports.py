"""What a published version can be taken away as: Turtle, TriG, N-Quads, JSON-LD, CSV, with checksums."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

import ontology
from graph import iris, turtle
from graph.errors import QueryError
from graph.network import record
from graph.store import Publication
from graph.views import timeline
from graph.views.timeline import Entry
from ontology import terms

CSV_COLUMNS = ("iri", "type", "label", "date", "earliestStart", "latestEnd", "parties", "articles", "origins")
_DEFAULT = ox.DefaultGraph()
_SHACL = turtle.PREFIXES["sh"]
_LISTS = (turtle.PREFIXES["rdf"] + "first", turtle.PREFIXES["rdf"] + "rest")
_OF_CLASSES = (
    turtle.PREFIXES["rdf"] + "type",
    turtle.PREFIXES["rdfs"] + "subClassOf",
    turtle.PREFIXES["rdfs"] + "label",
)
LICENSE = "https://creativecommons.org/licenses/by/4.0/"

Writer = Callable[[list[ox.Quad], str], bytes]


def _timeline(form: str) -> Writer:
    def write(rows: list[ox.Quad], version: str) -> bytes:
        return turtle.text((q for q in rows if q.graph_name == _DEFAULT), form)

    return write


def _all(form: str) -> Writer:
    def write(rows: list[ox.Quad], version: str) -> bytes:
        return turtle.text(rows, form)

    return write


def _ontology(rows: list[ox.Quad], version: str) -> bytes:
    quads = [q for path in ontology.files() for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    return turtle.text(quads, "ttl")


def _shapes(rows: list[ox.Quad], version: str) -> bytes:
    """What a validator needs of the vocabulary: the shapes, and the classes that they are of."""
    quads = [q for path in ontology.files() for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    shapes = {q.subject for q in quads if q.predicate.value.startswith(_SHACL)}
    shapes |= {q.subject for q in quads if q.predicate.value.startswith(_LISTS)}
    kept = (_SHACL, *_LISTS, *_OF_CLASSES)
    parents = (q for q in quads if q.predicate.value.startswith(_OF_CLASSES[1]))
    own = (q for q in quads if q.subject in shapes and q.predicate.value.startswith(kept))
    return turtle.text((*own, *parents), "ttl")


def _events(rows: list[ox.Quad], version: str) -> bytes:
    store = ox.Store()
    store.bulk_extend(q for q in rows if q.graph_name == _DEFAULT)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(CSV_COLUMNS)
    table.writerows(row(entry) for entry in timeline.entries(store))
    return out.getvalue().encode()


def row(entry: Entry) -> list[str | int]:
    """An event as a row under `CSV_COLUMNS`."""
    told = entry.as_json()
    names = "; ".join(name for _, name in entry.parties)
    cells = [told["iri"], told["type"], told["label"], told["date"], told["earliestStart"], told["latestEnd"], names]
    return [*(safe(cell or "") for cell in cells), entry.articles, entry.origins]


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _events_metadata(rows: list[ox.Quad], version: str) -> bytes:
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": "events.csv",
        "dc:title": "Picketline: events of the timeline",
        "dc:license": {"@id": LICENSE},
        "dc:identifier": version,
        "tableSchema": {"columns": [{"name": name, "titles": name} for name in CSV_COLUMNS]},
    }
    return (json.dumps(described, indent=1) + "\n").encode()


EXPORTS: Mapping[str, Writer] = {
    "timeline.ttl": _timeline("ttl"),
    "timeline.jsonld": _timeline("jsonld"),
    "all.trig": _all("trig"),
    "all.nq": _all("nq"),
    "events.csv": _events,
    "events.csv-metadata.json": _events_metadata,
    "network.json": record.published,
    "ontology.ttl": _ontology,
    "shapes.ttl": _shapes,
}
HOLDS: Mapping[str, str] = {
    "timeline.ttl": "The timeline in Turtle: events, agents, roles, subjects of bargaining, the vocabulary",
    "timeline.jsonld": "The same in JSON-LD",
    "all.trig": "Everything in TriG: the timeline, and one named graph an article with its reports and evidence",
    "all.nq": "Everything in N-Quads, one statement a line",
    "events.csv": "The events as a table",
    "events.csv-metadata.json": "What the columns of events.csv mean (CSV on the Web)",
    "ontology.ttl": "The vocabulary alone: classes, properties, subjects of bargaining, shapes",
    "shapes.ttl": "The shapes alone (SHACL), with the classes that they are of",
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


def write(rows: list[ox.Quad], folder: Path, version: str) -> None:
    """Writes every export and the checksums over them."""
    sums = []
    for name, writer in EXPORTS.items():
        data = writer(rows, version)
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
