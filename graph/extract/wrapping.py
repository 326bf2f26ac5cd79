"""Text with a line break at every sixtieth character or so, as wires send it: breaks inside its sentences are spaces."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

_FEW = 4  # lines that stand together before they count as wrapped
_SHORT, _LONG = 30, 100  # characters of a wrapped line
_ROOM = 18  # characters by which a line falls short where its paragraph ends
_ENDS = frozenset(".!?:;\"')…")


def joined(text: str) -> str:
    """The text with spaces for the breaks within wrapped paragraphs, of the same length; any other text as it is."""
    if text.count("\n") < _FEW - 1:
        return text
    lines = text.split("\n")
    out: list[str] = []
    for blank, block in itertools.groupby(lines, key=lambda line: not line.strip()):
        together = list(block)
        out.append("\n".join(together) if blank or not _wrapped(together) else _as_prose(together))
    return "\n".join(out)


def _as_prose(lines: Sequence[str]) -> str:
    measure = max(map(len, lines))
    out = [lines[0]]
    for line, following in itertools.pairwise(lines):
        over = line.rstrip()[-1:] in _ENDS and len(line) < measure - _ROOM and not following[:1].islower()
        out.append("\n" if over or len(line) < _SHORT else " ")
        out.append(following)
    return "".join(out)


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether many lines break off within a sentence, so that the next goes on in small letters, and none is long."""
    if len(lines) < _FEW or max(map(len, lines)) > _LONG:
        return False
    on = sum(
        len(line) >= _SHORT and line[-1:] not in _ENDS and following[:1].islower()
        for line, following in itertools.pairwise(lines)
    )
    return on > 1 and on * 3 > len(lines) - 1
