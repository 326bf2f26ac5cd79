"""Writes terms.py from core.ttl: one constant a term, so that a misspelt term is an error of types, not of data.

Run as `python -m ontology.generate_terms`.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

FOLDER = Path(__file__).parent
NS = "https://w3id.org/picketline/ns#"
_HEAD = '''"""The structural terms as full IRIs. Generated from core.ttl by `python -m ontology.generate_terms`; do not edit."""

from typing import Final

NS: Final = "https://w3id.org/picketline/ns#"
'''


def text(core: Path = FOLDER / "core.ttl") -> str:
    """The whole module."""
    names = sorted(
        {
            quad.subject.value.removeprefix(NS)
            for quad in ox.parse(path=str(core), format=ox.RdfFormat.TURTLE)
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(NS)
        }
        - {""}
    )
    return _HEAD + "".join(f'{name.replace("-", "_")}: Final = NS + "{name}"\n' for name in names)


def main() -> None:
    """Writes the file beside core.ttl."""
    (FOLDER / "terms.py").write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
