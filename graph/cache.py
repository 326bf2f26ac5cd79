"""What was read out of each article before, so that no build reads or checks an unchanged one twice.

A file an article in instance/cache/<program>/: the name of the file is a digest of the article, that of the folder one of
the code, the vocabulary and the libraries, so that nothing is taken from another program. The folder may be thrown away.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

import ontology
from graph.model import Document, Extraction
from graph.read import shelf
from graph.settings import Settings
from ontology import calibration

KEPT = 2
_CODE = Path(__file__).parent
_READING = ("views", "network")  # folders that no build's result hangs on
_LIBRARIES = ("pyoxigraph", "pyshacl", "rdflib", "pyahocorasick")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one article: its extraction, or the reasons for which it is set aside."""

    extraction: Extraction | None
    reasons: tuple[str, ...] = ()


@cache
def program() -> str:
    """A digest of all that an extraction, a check and a timeline hang on beside the articles."""
    found = hashlib.sha256(sys.version.encode())
    for library in _LIBRARIES:
        found.update(f"{library} {metadata.version(library)}\n".encode())
    code = (path for path in _CODE.rglob("*.py") if path.relative_to(_CODE).parts[0] not in _READING)
    for path in (
        *sorted(code),
        *sorted(Path(ontology.__file__).parent.glob("*.py")),
        *ontology.files(),
        calibration.FILE,
    ):
        found.update(f"{path.name}\n".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def digest(document: Document) -> str:
    """The digest of all that is kept of an article; where it was read from makes no difference."""
    return hashlib.sha256(json.dumps(shelf.record(document), sort_keys=True).encode()).hexdigest()[:32]


class Cache:
    """The readings on disk."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.instance / "cache" / program()

    def get(self, name: str) -> Reading | None:
        """The reading of an article's digest; None where there is none, or none that can be read."""
        try:
            found = pickle.loads((self._folder / f"{name}.pickle").read_bytes())
        except (OSError, ValueError, EOFError, pickle.PickleError, AttributeError, TypeError):
            return None
        return found if isinstance(found, Reading) else None

    def put(self, name: str, reading: Reading) -> None:
        """Keeps a reading; a file is there whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = self._folder / f".{name}-{os.getpid()}"
        fresh.write_bytes(pickle.dumps(reading, protocol=5))
        os.replace(fresh, self._folder / f"{name}.pickle")

    def prune(self) -> None:
        """Drops what all but the newest programs left."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            os.utime(self._folder)
            folders = sorted(self._folder.parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        except OSError:
            return
        for path in folders[KEPT:]:
            shutil.rmtree(path, ignore_errors=True)
