"""`calibration.csv` in, counts out: how many reports of each frame, and with each factor, were right of how many, in the
articles of `tests/expected`. Written by `python -m tests.calibration`; no number in it is estimated.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import VocabularyError

FILE = Path(__file__).parent / "calibration.csv"
ENOUGH = 20  # reports below which a share says too little
_HEADER = ["kind", "name", "right", "seen"]
_KINDS = ("ruleset", "frame", "factor")


@dataclass(frozen=True, slots=True)
class Count:
    """Reports that were right, of those seen."""

    right: int
    seen: int

    @property
    def calibrated(self) -> bool:
        """Whether enough was seen for the share to mean something."""
        return self.seen >= ENOUGH


@dataclass(frozen=True, slots=True)
class Calibration:
    """Counts by frame (IRI) and by factor, and the digest of the vocabulary that they were measured with."""

    ruleset: str
    frames: Mapping[str, Count]
    factors: Mapping[str, Count]


def load(path: Path = FILE) -> Calibration:
    """The counts of a file. Raises `VocabularyError` where a line is none."""
    ruleset, found = "", {"frame": dict[str, Count](), "factor": dict[str, Count]()}
    rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
    if next(rows, None) != _HEADER:
        raise VocabularyError(f"{path}: first line is not {','.join(_HEADER)}")
    for row in rows:
        if len(row) != len(_HEADER) or row[0] not in _KINDS or not row[2].isdigit() or not row[3].isdigit():
            raise VocabularyError(f"{path}: found {','.join(row)!r}; expected kind,name,right,seen")
        if row[0] == "ruleset":
            ruleset = row[1]
        else:
            found[row[0]][row[1]] = Count(int(row[2]), int(row[3]))
    return Calibration(ruleset, found["frame"], found["factor"])


def text(calibration: Calibration) -> str:
    """The counts as the text of a file, sorted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerow(["ruleset", calibration.ruleset, *_total(calibration.frames.values())])
    for kind, counts in (("frame", calibration.frames), ("factor", calibration.factors)):
        for name, count in sorted(counts.items()):
            writer.writerow([kind, name, count.right, count.seen])
    return out.getvalue()


def _total(counts: Iterable[Count]) -> tuple[int, int]:
    held = list(counts)
    return sum(c.right for c in held), sum(c.seen for c in held)
