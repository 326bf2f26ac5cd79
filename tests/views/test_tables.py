"""The tables and what is said of them agree: columns, datatypes, keys; a validator of CSVW agrees as well."""

import csv
import datetime as dt
import io
import json
import re
from decimal import Decimal

import pyoxigraph as ox
import pytest

from graph import store
from graph.views import exports, tables

CHECKS = {
    "anyURI": re.compile(r"[a-z]+:[^\s<>\"]+").fullmatch,
    "date": dt.date.fromisoformat,
    "decimal": Decimal,
    "integer": int,
    "string": lambda cell: True,
}


@pytest.fixture(scope="module")
def folder(built):
    return store.open_published(built).path / "data"


@pytest.fixture(scope="module")
def read(folder):
    def rows(name):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return rows


def described():
    return tables.described()["tables"]


def key(row, columns):
    return tuple(row[name] for name in ([columns] if isinstance(columns, str) else columns))


@pytest.mark.parametrize("entry", described(), ids=lambda entry: entry["url"])
def test_a_table_is_as_it_is_described(entry, read):
    schema = entry["tableSchema"]
    rows = read(entry["url"])
    assert rows
    assert list(rows[0]) == [column["name"] for column in schema["columns"]]
    for column in schema["columns"]:
        datatype = column["datatype"]
        base = datatype if isinstance(datatype, str) else datatype["base"]
        cells = [row[column["name"]] for row in rows]
        assert all(cells) or not column.get("required"), column["name"]
        assert all(CHECKS[base](cell) for cell in cells if cell and cell != "0"), column["name"]
        assert column["dc:description"].endswith(".")
    keys = [key(row, schema["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys)
    for foreign in schema.get("foreignKeys", ()):
        reference = foreign["reference"]
        known = {key(row, reference["columnReference"]) for row in read(reference["resource"])}
        assert {key(row, foreign["columnReference"]) for row in rows} <= known, foreign


def test_what_is_above_stands_in_the_same_table(read):
    for name, column in (("agents.csv", "parent"), ("issues.csv", "broader")):
        rows = read(name)
        assert {row[column] for row in rows} - {""} <= {row["iri"] for row in rows}


def test_a_column_says_which_property_it_tells_of(read, built):
    opened = store.open_published(built).store
    told = 0
    for entry in described():
        schema = entry["tableSchema"]
        if "aboutUrl" not in schema:
            continue
        for column in schema["columns"]:
            if "propertyUrl" not in column:
                continue
            prop = ox.NamedNode(column["propertyUrl"])
            for row in read(entry["url"])[:20]:
                held = {q.object.value for q in opened.quads_for_pattern(ox.NamedNode(row["iri"]), prop, None)}
                cell = row[column["name"]]
                values = cell.split(column["separator"]) if "separator" in column and cell else [cell] if cell else []
                assert set(values) <= {tables.safe(value) for value in held} | held, (entry["url"], column["name"])
                assert bool(values) == bool(held), (entry["url"], column["name"], row["iri"])
                told += len(values)
    assert told > 1000


def test_the_events_are_those_of_the_timeline(built, read):
    from graph.views import timeline

    entries = {entry.iri: entry for entry in timeline.entries(store.open_published(built).store, planned=True)}
    rows = {row["iri"]: row for row in read("events.csv")}
    assert rows.keys() == entries.keys()
    for iri, row in rows.items():
        assert row["date"] == (entries[iri].date or "")
        assert set(filter(None, row["parties"].split("; "))) == {name for _, name in entries[iri].parties}
        assert int(row["articles"]) == entries[iri].articles


def test_the_document_names_the_version_and_every_table(folder, built):
    told = json.loads((folder / "csv-metadata.json").read_bytes())
    assert told["dc:identifier"] == store.current_version(built)
    assert {entry["url"] for entry in told["tables"]} == {path.name for path in folder.glob("*.csv")}


def test_a_validator_of_csvw_finds_nothing_wrong(folder):
    csvw = pytest.importorskip("csvw")
    assert csvw.CSVW(str(folder / "csv-metadata.json"), validate=True).is_valid


def test_several_values_are_one_cell_and_a_formula_is_text():
    agent, ns = ox.NamedNode("https://x.example/a"), "https://w3id.org/picketline/ns#"
    rdfs, skos = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#"
    told = [
        (agent, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", ox.NamedNode(ns + "Agent")),
        (agent, rdfs + "label", ox.Literal("=SUM(A1)")),
        (agent, skos + "altLabel", ox.Literal("Two; halves")),
        (agent, skos + "altLabel", ox.Literal('Also\n"so"')),
    ]
    made = ox.Store()
    made.extend(ox.Quad(s, ox.NamedNode(p), o) for s, p, o in told)
    (chosen,) = (table for table in tables.tables() if table.file == "agents.csv")
    (row,) = csv.DictReader(io.StringIO(tables.table(made, chosen).decode(), newline=""))
    assert (row["name"], row["aliases"]) == ("'=SUM(A1)", 'Also\n"so"; Two halves')


def test_a_graph_without_our_vocabulary_makes_tables_without_rows():
    for chosen in tables.tables():
        assert tables.table(ox.Store(), chosen).count(b"\r\n") == 1
    assert {table.file for table in tables.tables()} <= exports.EXPORTS.keys()
