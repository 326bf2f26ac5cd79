"""The published graph on disk: built aside, swapped whole by a pointer, opened read-only.

    instance/published/CURRENT            the name of the version that is published
    instance/published/<version>/store/   Oxigraph; default graph = timeline, one named graph an article
    instance/published/<version>/data/    the exports
    instance/published/<version>/texts/   the articles' texts, one JSON file each
    instance/published/<version>/manifest.json
    instance/published/DUMPS              the version whose exports are the newest, while those of CURRENT are being written

A build killed at any point leaves the pointer on a whole version. Readers never see half of one. What only changes some
statements copies the store, swaps those, and publishes before the exports are written.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph import turtle, versions
from graph.errors import StoreError
from graph.settings import Settings

FORMAT = 4

Exports = Callable[[list[ox.Quad], Path, str], None]
Checkpoint = Callable[[str], None]
Beside = Callable[[Path], None]
_MODULUS = 2**256


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


def _none(folder: Path) -> None:
    """Writes nothing beside the store."""


def publish(
    settings: Settings,
    quads: Iterable[ox.Quad],
    *,
    exports: Exports,
    texts: Mapping[str, Mapping[str, Any]],
    facts: Mapping[str, Any],
    articles: Iterable[str] = (),
    blank_nodes: bool = False,
    beside: Beside = _none,
    checkpoint: Checkpoint = _nothing,
) -> Publication:
    """Publishes the quads under a version that is a digest of them; the same content again changes nothing.

    `articles` are keys of those whose texts are not at hand. `beside` may write what a later amendment wants to find in the
    version's folder. Raises `StoreError` for a blank node, unless they are allowed.
    """
    with versions.lock(settings.published):
        rows = turtle.ordered(quads if blank_nodes else turtle.named(quads))
        manifest = _manifest(weigh(rows), len(rows), {*texts, *articles}, facts)
        home = settings.published / manifest["version"]
        checkpoint("sorted")

        def fill(aside: Path) -> None:
            checkpoint("begun")
            store = ox.Store(str(aside / "store"))
            store.bulk_extend(rows)
            store.optimize()
            store.flush()
            del store
            checkpoint("stored")
            (aside / "data").mkdir()
            exports(rows, aside / "data", manifest["version"])
            checkpoint("exported")
            (aside / "texts").mkdir()
            _write_texts(texts, aside / "texts")

        return _put(settings, home, manifest, fill, beside, checkpoint)


def amend(
    settings: Settings,
    base: Publication,
    *,
    removed: Collection[ox.Quad],
    added: Collection[ox.Quad],
    dropped: Collection[str],
    texts: Mapping[str, Mapping[str, Any]],
    facts: Mapping[str, Any],
    beside: Beside = _none,
    checkpoint: Checkpoint = _nothing,
) -> Publication:
    """Publishes a version with some of its quads and texts exchanged, under the name that a whole build would give it.

    Its exports are left to `dumps`; until then readers find those of the version before. Raises `StoreError` where another
    version than `base` is published now.
    """
    with versions.lock(settings.published):
        if current_version(settings) != base.version:
            raise StoreError(f"{settings.published}: another build published meanwhile; run this one again")
        weight = (int(base.manifest["weight"], 16) - weigh(removed) + weigh(added)) % _MODULUS
        keys = (set(base.manifest["articles"]) - set(dropped)) | set(texts)
        manifest = _manifest(weight, base.manifest["statements"] - len(removed) + len(added), keys, facts)
        home = settings.published / manifest["version"]

        def fill(aside: Path) -> None:
            checkpoint("begun")
            ox.Store.read_only(str(base.path / "store")).backup(str(aside / "store"))
            store = ox.Store(str(aside / "store"))
            for quad in removed:
                store.remove(quad)
            store.extend(turtle.named(added))
            store.flush()
            del store
            checkpoint("stored")
            (aside / "texts").mkdir()
            _write_texts(texts, aside / "texts")
            for key in keys - texts.keys():
                os.link(base.path / "texts" / f"{key}.json", aside / "texts" / f"{key}.json")

        return _put(settings, home, manifest, fill, beside, checkpoint)


def _manifest(weight: int, statements: int, keys: Iterable[str], facts: Mapping[str, Any]) -> dict[str, Any]:
    named = f"{weight:064x}"
    version = hashlib.sha256(named.encode()).hexdigest()[:16]
    told = {"format": FORMAT, "version": version, "weight": named, "statements": statements, "articles": sorted(keys)}
    return {**told, **facts}


def weigh(quads: Iterable[ox.Quad]) -> int:
    """The sum of the SHA-256 of each quad's line, which tells sets of quads apart, and to which others can be added.

    A version is a digest of it: no clock is in it, and no order.
    """
    total = 0
    for quad in quads:
        total += int.from_bytes(hashlib.sha256(turtle.line(quad).encode()).digest())
    return total % _MODULUS


def _put(
    settings: Settings,
    home: Path,
    manifest: dict[str, Any],
    fill: Callable[[Path], None],
    beside: Beside,
    checkpoint: Checkpoint,
) -> Publication:
    """Makes a version, unless it lies there whole, and points to it."""
    if _whole(home):
        beside(home)
        _write_manifest(manifest, home)
    else:
        _build(home, manifest, fill, beside, checkpoint)
    if not (home / "data").is_dir():
        with suppress(StoreError):  # where nothing was exported before, readers are told so
            versions.mark_dumps(settings.published, dumped(settings).version)
    checkpoint("renamed")
    versions.point(settings.published, versions.CURRENT, home.name)
    if (home / "data").is_dir():
        versions.mark_dumps(settings.published, None)
    checkpoint("pointed")
    versions.drop_old(settings.published, home.name, settings.kept_versions)
    return Publication(home.name, home, manifest)


def _whole(home: Path) -> bool:
    """Whether a version lies there complete and in this format; an older program may have built it with fewer exports."""
    try:
        manifest = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(manifest.get("format") == FORMAT)


def _build(
    home: Path, manifest: Mapping[str, Any], fill: Callable[[Path], None], beside: Beside, checkpoint: Checkpoint
) -> None:
    aside = versions.aside(home.parent)
    try:
        aside.mkdir()
        fill(aside)
        beside(aside)
        _write_manifest(manifest, aside)
        versions.sync(aside)
        checkpoint("written")
        if home.exists():
            shutil.rmtree(home)
        os.rename(aside, home)
        versions.sync_folder(home.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write_manifest(manifest: Mapping[str, Any], folder: Path) -> None:
    fresh = folder / f".manifest-{os.getpid()}"
    fresh.write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    os.replace(fresh, folder / "manifest.json")


def _write_texts(texts: Mapping[str, Mapping[str, Any]], folder: Path) -> None:
    for key, record in texts.items():
        body = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / f"{key}.json").write_text(body + "\n", encoding="utf-8")


def dumps(settings: Settings, exports: Exports) -> None:
    """Writes the exports of the published version where they are not there yet, and lets readers find them."""
    with versions.lock(settings.published):
        published = open_published(settings)
        if (published.path / "data").is_dir():
            return
        aside = versions.aside(settings.published)
        try:
            aside.mkdir()
            exports(turtle.ordered(published.store), aside, published.version)
            versions.sync(aside)
            os.rename(aside, published.path / "data")
            versions.sync_folder(published.path)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        versions.mark_dumps(settings.published, None)
        versions.drop_old(settings.published, published.version, settings.kept_versions)


def dumped(settings: Settings) -> Publication:
    """The version of the newest exports: the published one, or the one before while its own are being written."""
    published = current(settings)
    if (published.path / "data").is_dir():
        return published
    try:
        named = (settings.published / versions.DUMPS).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise StoreError(f"{published.path}: no exports yet; run `picketline build`") from None
    return _read(settings.published / named)


def current_version(settings: Settings) -> str:
    """The name of the version that is published. Raises `StoreError` where there is none."""
    try:
        return (settings.published / versions.CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise StoreError(f"{settings.published}: nothing is published yet; run `picketline build`") from None


def current(settings: Settings) -> Publication:
    """The published version, not opened. Raises `StoreError` where there is none, or one of another format."""
    return _read(settings.published / current_version(settings))


def _read(home: Path) -> Publication:
    try:
        manifest = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{home}: no readable manifest.json ({error}); run `picketline build`") from error
    if manifest.get("format") != FORMAT:
        raise StoreError(f"{home}: store of format {manifest.get('format')}; expected {FORMAT}; run `picketline build`")
    return Publication(home.name, home, manifest)


def kept(settings: Settings) -> list[Publication]:
    """The versions whose exports can be had, the one published last first; one of another format is left out."""
    found = (version(settings, name) for name in versions.names(settings.published))
    return [publication for publication in found if publication is not None]


def version(settings: Settings, name: str) -> Publication | None:
    """A version whose exports can be had; None where the name, which may be anybody's text, is that of no such version."""
    if name not in versions.names(settings.published) or not (settings.published / name / "data").is_dir():
        return None
    try:
        return _read(settings.published / name)
    except StoreError:
        return None


def open_published(settings: Settings) -> Published:
    """The published version, for reading. Raises `StoreError` as `current` does, or where the store is damaged."""
    return opened(current(settings))


def opened(found: Publication) -> Published:
    """A version for reading. Raises `StoreError` where its store is damaged."""
    try:
        store = ox.Store.read_only(str(found.path / "store"))
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreError(f"{found.path}: the store cannot be opened ({error}); run `picketline build`") from error
    return Published(found.version, found.path, found.manifest, store)
