"""Writes terms.py from core.ttl and lists.py from the word lists: one constant a term or list, so that a misspelt name is an
error of types, not of data.

Run as `python -m ontology.generate_terms`.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from ontology import wordlists

FOLDER = Path(__file__).parent
NS = "https://w3id.org/picketline/ns#"
_HEAD = '''"""The structural terms as full IRIs. Generated from core.ttl by `python -m ontology.generate_terms`; do not edit."""

from typing import Final

NS: Final = "https://w3id.org/picketline/ns#"
'''
_LISTS = '''"""The names of the word lists, and the file of each. Generated from the Turtle by `python -m ontology.generate_terms`;
do not edit."""

from collections.abc import Mapping
from typing import Final

'''


def text(core: Path = FOLDER / "core.ttl") -> str:
    """The whole module of terms."""
    names = sorted(
        {
            quad.subject.value.removeprefix(NS)
            for quad in ox.parse(path=str(core), format=ox.RdfFormat.TURTLE)
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(NS)
        }
        - {""}
    )
    return _HEAD + "".join(f'{name.replace("-", "_")}: Final = NS + "{name}"\n' for name in names)


def lists(folder: Path = FOLDER) -> str:
    """The whole module of the names of word lists."""
    files = {found.name: found.file for found in wordlists.read(folder)}
    names = [f'{name.replace("-", "_").upper()}: Final = "{name}"\n' for name in sorted(files)]
    places = [f'    "{name}": "{file}",\n' for name, file in sorted(files.items())]
    return _LISTS + "".join(names) + "FILES: Final[Mapping[str, str]] = {\n" + "".join(places) + "}\n"


def main() -> None:
    """Writes both files beside core.ttl."""
    (FOLDER / "terms.py").write_text(text(), encoding="utf-8")
    (FOLDER / "lists.py").write_text(lists(), encoding="utf-8")


if __name__ == "__main__":
    main()
