"""The published graph on disk: built aside, swapped whole by a pointer, opened read-only.

    instance/published/CURRENT            the name of the version that is published
    instance/published/<version>/store/   Oxigraph; default graph = timeline, one named graph an article
    instance/published/<version>/data/    the exports
    instance/published/<version>/texts/   the articles' texts, one JSON file each
    instance/published/<version>/manifest.json

A build killed at any point leaves the pointer on a whole version. Readers never see half of one.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph import turtle
from graph.errors import StoreError
from graph.settings import Settings

FORMAT = 2
KEPT = 2

Exports = Callable[[list[ox.Quad], Path, str], None]
Checkpoint = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Publication:
    """A published version: its name, where it lies, what its manifest says."""

    version: str
    path: Path
    manifest: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Published(Publication):
    """A published version, opened for reading."""

    store: ox.Store


def _nothing(step: str) -> None:
    """Takes no notice of the steps."""


def publish(
    settings: Settings,
    quads: Iterable[ox.Quad],
    *,
    exports: Exports,
    texts: Mapping[str, Mapping[str, Any]],
    facts: Mapping[str, Any],
    checkpoint: Checkpoint = _nothing,
) -> Publication:
    """Publishes the quads under a version that is a digest of them; the same content again changes nothing."""
    with _lock(settings.published):
        rows = turtle.ordered(quads)
        version = digest(rows)
        home = settings.published / version
        manifest = {
            "format": FORMAT,
            "version": version,
            "statements": len(rows),
            "articles": sorted(texts),
            **facts,
        }
        checkpoint("sorted")
        if not _whole(home):
            _build(rows, home, manifest, texts, exports, checkpoint)
        checkpoint("renamed")
        _point(settings.published, version)
        checkpoint("pointed")
        _drop_old(settings.published, version)
        return Publication(version, home, manifest)


def digest(rows: Iterable[ox.Quad]) -> str:
    """The version of sorted quads: 16 hexadecimal digits of SHA-256, with no clock in it."""
    found = hashlib.sha256()
    for quad in rows:
        found.update(turtle.line(quad).encode())
    return found.hexdigest()[:16]


def _whole(home: Path) -> bool:
    """Whether a version lies there complete and in this format; an older program may have built it with fewer exports."""
    try:
        manifest = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(manifest.get("format") == FORMAT)


def _build(
    rows: list[ox.Quad],
    home: Path,
    manifest: Mapping[str, Any],
    texts: Mapping[str, Mapping[str, Any]],
    exports: Exports,
    checkpoint: Checkpoint,
) -> None:
    aside = home.parent / f".building-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        (aside / "texts").mkdir(parents=True)
        checkpoint("begun")
        store = ox.Store(str(aside / "store"))
        store.bulk_extend(rows)
        store.optimize()
        store.flush()
        del store
        checkpoint("stored")
        (aside / "data").mkdir()
        exports(rows, aside / "data", str(manifest["version"]))
        checkpoint("exported")
        for key, record in texts.items():
            body = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
            (aside / "texts" / f"{key}.json").write_text(body + "\n", encoding="utf-8")
        (aside / "manifest.json").write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        _sync(aside)
        checkpoint("written")
        if home.exists():
            shutil.rmtree(home)
        os.rename(aside, home)
        _sync_folder(home.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Everything below a folder, out of the cache and on the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _point(folder: Path, version: str) -> None:
    pointer = folder / "CURRENT"
    if pointer.is_file() and pointer.read_text(encoding="utf-8").strip() == version:
        return
    fresh = folder / f".CURRENT-{os.getpid()}"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(version + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, pointer)
    _sync_folder(folder)


def _drop_old(folder: Path, version: str) -> None:
    """All but the current version and the one before it, and what builds that died left behind."""
    for path in folder.glob(".building-*"):
        if not _alive(int(path.name.split("-")[1])):
            shutil.rmtree(path, ignore_errors=True)
    versions = sorted(
        (path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")),
        key=lambda path: (path.name == version, path.stat().st_mtime),
        reverse=True,
    )
    for path in versions[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)


def _alive(process: int) -> bool:
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """One publisher at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreError(f"{folder}: another build is publishing; try again when it is done") from None
        yield


def current_version(settings: Settings) -> str:
    """The name of the version that is published. Raises `StoreError` where there is none."""
    try:
        return (settings.published / "CURRENT").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise StoreError(f"{settings.published}: nothing is published yet; run `picketline build`") from None


def current(settings: Settings) -> Publication:
    """The published version, not opened. Raises `StoreError` where there is none, or one of another format."""
    version = current_version(settings)
    home = settings.published / version
    try:
        manifest = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{home}: no readable manifest.json ({error}); run `picketline build`") from error
    if manifest.get("format") != FORMAT:
        raise StoreError(f"{home}: store of format {manifest.get('format')}; expected {FORMAT}; run `picketline build`")
    return Publication(version, home, manifest)


def open_published(settings: Settings) -> Published:
    """The published version, for reading. Raises `StoreError` as `current` does, or where the store is damaged."""
    found = current(settings)
    try:
        store = ox.Store.read_only(str(found.path / "store"))
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreError(f"{found.path}: the store cannot be opened ({error}); run `picketline build`") from error
    return Published(found.version, found.path, found.manifest, store)
