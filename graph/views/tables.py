"""The graph as CSV tables: a query of the folder `tables` each, columns and keys as its csv-metadata.json declares them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.views import queries

_FOLDER = Path(__file__).parent / "tables"
METADATA = "csv-metadata.json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `separator` stands between the values of one that holds several, `text` tells that a person wrote them."""

    name: str
    text: bool
    separator: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; rows of its query that agree on the key are one row."""

    file: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


@cache
def described() -> Mapping[str, Any]:
    """What is said of the tables for everybody: a CSVW document."""
    found: dict[str, Any] = json.loads((_FOLDER / METADATA).read_text(encoding="utf-8"))
    return found


@cache
def tables() -> tuple[Table, ...]:
    """The tables in the order of the document."""
    return tuple(_table(entry) for entry in described()["tables"])


def _table(entry: Mapping[str, Any]) -> Table:
    schema = entry["tableSchema"]
    key = schema["primaryKey"]
    columns = tuple(
        Column(column["name"], column["datatype"] == "string", column.get("separator")) for column in schema["columns"]
    )
    return Table(entry["url"], entry["dc:title"], columns, (key,) if isinstance(key, str) else tuple(key))


def metadata(version: str, license_: str | None) -> bytes:
    """The document for a version under a licence, to lie beside its tables."""
    told = {**described(), "dc:identifier": version}
    if license_ is not None:
        told["dc:license"] = {"@id": license_}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def table(store: ox.Store, chosen: Table) -> bytes:
    """A table as CSV, always the same bytes. Of several values where one is expected, the first in order is kept."""
    text = (_FOLDER / chosen.file).with_suffix(".rq").read_text(encoding="utf-8")
    found = queries.run(store, text)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    rows: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for solution in found:
        cells = {n: term.value for n in names if (term := solution[n]) is not None and not isinstance(term, ox.Triple)}
        row = rows.setdefault(tuple(cells[name] for name in chosen.key), {})
        for name, value in cells.items():
            row.setdefault(name, set()).add(value)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in chosen.columns)
    writer.writerows(
        [_cell(column, row.get(column.name, ())) for column in chosen.columns] for _, row in sorted(rows.items())
    )
    return out.getvalue().encode()


def _cell(column: Column, values: Sequence[str] | set[str]) -> str:
    if not values:
        return ""
    if column.separator is None:
        cell = min(values)
    else:
        cell = column.separator.join(sorted(value.replace(column.separator, " ") for value in values))
    return safe(cell) if column.text else cell


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
