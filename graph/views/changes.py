"""What one version has that another has not: statements removed and added, read from the N-Quads of both side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import IO

Change = tuple[str, bytes]
REMOVED, ADDED = "D", "A"
_TERM = rb'(?:<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@\S+)?)'
_QUAD = re.compile(rb"%s %s %s (?:(\S+) )?\.\n" % (_TERM, _TERM, _TERM))


def between(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[Change]:
    """The lines that make the new N-Quads of the old, in their order. Both are in the order of `turtle.ordered`.

    Nothing but one line of each is held, so that files of any size can be compared. Raises `ValueError` for a line that is
    no N-Quad of ours.
    """
    ours, theirs = iter(old), iter(new)
    left, right = next(ours, None), next(theirs, None)
    while left is not None or right is not None:
        if left == right:
            left, right = next(ours, None), next(theirs, None)
        elif right is None or (left is not None and _place(left) < _place(right)):
            assert left is not None
            yield REMOVED, left
            left = next(ours, None)
        else:
            yield ADDED, right
            right = next(theirs, None)


def _place(line: bytes) -> tuple[bytes, bytes]:
    """What lines are ordered by: the graph, then the line. UTF-8 sorts as its code points do."""
    found = _QUAD.fullmatch(line)
    if found is None:
        raise ValueError(f"{line[:200]!r}: expected a line of N-Quads")
    return found[1] or b"", line


def _only(sign: str) -> Callable[[str, str, Iterable[Change]], Iterator[bytes]]:
    def lines(old: str, new: str, changes: Iterable[Change]) -> Iterator[bytes]:
        return (line for kind, line in changes if kind == sign)

    return lines


def _patch(old: str, new: str, changes: Iterable[Change]) -> Iterator[bytes]:
    """An RDF Patch: a header that names both versions, and one transaction of lines to delete (D) and to add (A)."""
    head = [f'H previous "{old}" .\n'.encode(), f'H version "{new}" .\n'.encode(), b"TX .\n"]
    return chain(head, (f"{kind} ".encode() + line for kind, line in changes), [b"TC .\n"])


FILES: Mapping[str, Callable[[str, str, Iterable[Change]], Iterator[bytes]]] = {
    "removed.nq": _only(REMOVED),
    "added.nq": _only(ADDED),
    "changes.rdfp": _patch,
}


def write(old: IO[bytes], new: IO[bytes], versions: tuple[str, str], name: str, out: IO[bytes]) -> None:
    """Writes one of `FILES` on the N-Quads of two versions, whose names come first."""
    out.writelines(FILES[name](*versions, between(old, new)))
