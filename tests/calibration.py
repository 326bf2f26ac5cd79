"""How many reports of each frame, and with each factor, are right of how many: the articles of `tests/expected` read by the
program and held against what was written of them by hand.

`python -m tests.calibration` writes `ontology/calibration.csv` anew.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import ontology
from graph import extract, predict
from graph.extract.rules import Rules
from graph.model import Report
from graph.read import records
from graph.settings import Settings
from ontology import calibration
from tests import scoring

ROOT = Path(__file__).parent / "expected"
_UNCOUNTED = ("cue:",)  # of cues there are hundreds, each seen once or twice


def measure(rules: Rules) -> calibration.Calibration:
    """The counts for the rules given."""
    frames: dict[str, Counter[bool]] = {}
    factors: dict[str, Counter[bool]] = {}
    for path in sorted((ROOT / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        (document,) = records.whole((ROOT / "articles" / path.name).read_bytes(), path.name, Settings())
        for report, right in judged(gold, extract.extract(document, rules), rules):
            frames.setdefault(report.frame, Counter())[right] += 1
            for factor in report.factors:
                if not factor.startswith(_UNCOUNTED):
                    factors.setdefault(factor, Counter())[right] += 1
    return calibration.Calibration(rules.lexicon.digest, _counts(frames), _counts(factors))


def judged(gold, extraction, rules: Rules) -> list[tuple[Report, bool]]:
    """The reports that make a row of the scoring schema, each with whether the row meets one written by hand; those that meet
    an optional row only are left out, since either way is right.
    """
    rows = predict.told(extraction, rules)
    met: dict[str, list[bool | None]] = {}
    reports = {}
    for name, pairs in rows.items():
        predicted = {**predict.prediction(extraction, rules), name: [row for row, _ in pairs]}
        verdicts = scoring.verdicts(gold, predicted, name)
        for (_, report), verdict in zip(pairs, verdicts, strict=True):
            reports[report.key] = report
            met.setdefault(report.key, []).append(verdict)
    out = []
    for key, verdicts in met.items():
        sure = [verdict for verdict in verdicts if verdict is not None]
        if sure:
            out.append((reports[key], any(sure)))
    return out


def _counts(found: dict[str, Counter[bool]]) -> dict[str, calibration.Count]:
    return {name: calibration.Count(c[True], c[True] + c[False]) for name, c in sorted(found.items())}


def main() -> int:
    counts = measure(extract.compile_rules(ontology.load()))
    calibration.FILE.write_text(calibration.text(counts), encoding="utf-8")
    print(f"{len(counts.frames)} frames, {len(counts.factors)} factors counted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
