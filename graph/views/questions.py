"""The example questions of examples/*.rq: each a query with a header that says in words what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import QueryError

_FOLDER = Path(__file__).parent / "examples"
_FIELDS = ("title", "description", "shows")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words, and the query that answers it.

    `shows` is `table`, `graph` or `answer`; `empty` says why no row is expected, where none is.
    """

    name: str
    title: str
    description: str
    shows: str
    text: str
    empty: str | None = None


@cache
def every() -> tuple[Question, ...]:
    """All questions, in the order of their file names."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.rq")))


def named(name: str) -> Question:
    """The question of a name, its file's without ending. Raises `QueryError` where there is none."""
    for question in every():
        if question.name == name:
            return question
    raise QueryError(f"example {name!r}: known are {', '.join(question.name for question in every())}")


def _read(path: Path) -> Question:
    """A file's header, lines `# field: words` before the query, and the query."""
    text = path.read_text(encoding="utf-8")
    fields = {}
    for line in text.splitlines():
        if not line.startswith("# "):
            break
        field, _, words = line[2:].partition(": ")
        fields[field] = words.strip()
    missing = [field for field in _FIELDS if not fields.get(field)]
    if missing:
        raise QueryError(f"{path}: its header lacks {', '.join(missing)}")
    return Question(path.stem, fields["title"], fields["description"], fields["shows"], text, empty=fields.get("empty"))
