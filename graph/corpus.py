"""What a build leaves for the next one: the corpus as it was published, beside the store, part by part.

A part is what one article, or one block of reports, puts into the timeline. `corpus.sqlite` holds the parts' statements,
so that the next build takes out those of what changed and leaves the others alone.
"""

from __future__ import annotations

import dataclasses
import gc
import io
import pickle
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import pyoxigraph as ox

from graph import turtle
from graph.describe.history import Stretch
from graph.model import Agent
from graph.reconcile import Judgement, Record
from graph.reconcile.origins import Text

NAME = "corpus.sqlite"


class _Pickler(pickle.Pickler):
    """Writes a frozen value as its class and its fields: a third of the time that the standard way takes."""

    _fields: ClassVar[dict[type, tuple[str, ...] | None]] = {}

    def reducer_override(self, value: Any) -> Any:
        """The class and the fields of a frozen value; anything else goes the standard way."""
        kind = type(value)
        if kind not in self._fields:
            frozen = dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
            self._fields[kind] = tuple(field.name for field in dataclasses.fields(kind)) if frozen else None
        names = self._fields[kind]
        return NotImplemented if names is None else (kind, tuple([getattr(value, name) for name in names]))


def _frozen(value: object) -> bytes:
    out = io.BytesIO()
    _Pickler(out, protocol=5).dump(value)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Held:
    """An article that takes part: its digest, its reports, its text's runs of words, whom it names, and how many things it tells.

    `shared` are lines of the timeline that other articles may give as well; `brought` are agents that the registry lacks.
    """

    digest: str
    records: tuple[Record, ...]
    text: Text
    said: tuple[tuple[str, str], ...]
    brought: tuple[Agent, ...]
    agents: frozenset[str]
    shared: tuple[str, ...]
    reports: int
    figures: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it lay there: its stamp tells whether it changed; its article's key and digest, or why it has none."""

    stamp: tuple[int, ...]
    key: str
    digest: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """An article that was set aside, with its digest and the reasons."""

    digest: str
    location: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block: all its reports, and for those that make events the event of each."""

    records: frozenset[str]
    events: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Corpus:
    """All parts of a published version."""

    program: str
    ledger: str = ""
    sources: dict[str, Source] = field(default_factory=dict)
    articles: dict[str, Held] = field(default_factory=dict)
    refused: dict[str, Refused] = field(default_factory=dict)
    blocks: dict[str, Block] = field(default_factory=dict)
    replaced: dict[str, str] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    judged: tuple[Judgement, ...] = ()

    @classmethod
    def load(cls, home: Path, program: str) -> Corpus | None:
        """The corpus of a published version; None where it left none, or another program made it."""
        if not (home / NAME).is_file():
            return None
        try:
            with closing(_open(home / NAME)) as base:
                found, data = base.execute("SELECT program, data FROM corpus").fetchone()
                return _thawed(data) if found == program else None
        except (sqlite3.Error, TypeError, pickle.PickleError, EOFError, AttributeError, ValueError):
            return None


def _thawed(data: bytes) -> Corpus | None:
    gc.disable()  # it would walk the many small things that come up here again and again
    try:
        found = pickle.loads(data)
    finally:
        gc.enable()
    return found if isinstance(found, Corpus) else None


@dataclass(frozen=True, slots=True)
class Part:
    """The statements of one article or block, and a block's stretches."""

    quads: tuple[ox.Quad, ...]
    stretches: tuple[Stretch, ...] = ()


def parts(home: Path, names: Iterable[str]) -> Iterator[tuple[str, Part]]:
    """Some parts of a published version, by name."""
    with closing(_open(home / NAME)) as base:
        for name in names:
            row = base.execute("SELECT lines, stretches FROM part WHERE name = ?", (name,)).fetchone()
            quads = tuple(ox.parse(row[0], format=ox.RdfFormat.N_QUADS))
            yield name, Part(quads, pickle.loads(row[1]))


def write(
    corpus: Corpus, folder: Path, *, base: Path | None, dropped: Iterable[str], added: Mapping[str, Part]
) -> None:
    """Writes a corpus into a version's folder: the parts of the version it came from, with some exchanged."""
    fresh = folder / f".{NAME}"
    fresh.unlink(missing_ok=True)
    if base is not None:
        shutil.copyfile(base / NAME, fresh)
    with closing(_open(fresh)) as file, file:
        file.execute("PRAGMA synchronous = OFF")  # whoever makes the version writes all of it out at the end
        file.execute(
            "CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY, lines BLOB, stretches BLOB) WITHOUT ROWID"
        )
        file.execute("CREATE TABLE IF NOT EXISTS corpus (program TEXT, data BLOB)")
        file.executemany("DELETE FROM part WHERE name = ?", ((name,) for name in dropped))
        rows = ((name, _lines(part), _frozen(part.stretches)) for name, part in added.items())
        file.executemany("INSERT OR REPLACE INTO part VALUES (?, ?, ?)", rows)
        file.execute("DELETE FROM corpus")
        file.execute("INSERT INTO corpus VALUES (?, ?)", (corpus.program, _frozen(corpus)))
    fresh.replace(folder / NAME)


def _lines(part: Part) -> bytes:
    return "".join(map(turtle.line, part.quads)).encode()


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path)
