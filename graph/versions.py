"""The folder of published versions: its pointers, its lock, what is kept in it and what is dropped."""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError

CURRENT = "CURRENT"  # the pointer to the version that is published
DUMPS = "DUMPS"  # the pointer to the version of the newest exports, while those of the published one are being written


def aside(folder: Path) -> Path:
    """A name for what is being made; it goes when its maker is dead."""
    return folder / f".building-{os.getpid()}-{secrets.token_hex(4)}"


def sync(folder: Path) -> None:
    """Everything below a folder, out of the cache and on the disk; what an older version shares is there already."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_nlink == 1:
            with path.open("rb") as file:
                os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """The names in a folder, on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def point(folder: Path, name: str, version: str) -> None:
    """Lets a pointer name a version, in one step."""
    pointer = folder / name
    if pointer.is_file() and pointer.read_text(encoding="utf-8").strip() == version:
        return
    fresh = folder / f".{name}-{os.getpid()}"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(version + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, pointer)
    sync_folder(folder)


def mark_dumps(folder: Path, version: str | None) -> None:
    """Names the version of the newest exports; None where the published one has its own."""
    if version is None:
        (folder / DUMPS).unlink(missing_ok=True)
    else:
        point(folder, DUMPS, version)


def names(folder: Path) -> list[str]:
    """The versions that are kept, the one published last first. Empty where the folder is not there."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    return [path.name for path in sorted(found, key=lambda path: (path.stat().st_mtime, path.name), reverse=True)]


def drop_old(folder: Path, version: str, kept: int) -> None:
    """All but the current version, those before it up to `kept` in all and the one of the exports; and what dead builds left."""
    exported = (folder / DUMPS).read_text(encoding="utf-8").strip() if (folder / DUMPS).is_file() else version
    for path in folder.glob(".building-*"):
        if not _alive(int(path.name.split("-")[1])):
            shutil.rmtree(path, ignore_errors=True)
    before = [name for name in names(folder) if name != version]
    for name in before[kept - 1 :]:
        if name != exported:
            shutil.rmtree(folder / name, ignore_errors=True)


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
def lock(folder: Path) -> Iterator[None]:
    """One publisher at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreError(f"{folder}: another build is publishing; try again when it is done") from None
        yield
