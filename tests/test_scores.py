"""What is found in the thirty articles of `tests/expected`, held against floors that only an explicit flag can lower.

`pytest tests/test_scores.py --raise-floors` lifts the floors to what is reached now where that is more;
`--lower-floors` sets them to what is reached now, also where that is less.
"""

import json
import math
from pathlib import Path

import pytest

from graph import extract, predict
from graph.read import records
from graph.settings import Settings
from tests import scoring

ROOT = Path(__file__).parent / "expected"
FLOORS = ROOT / "floors.json"
GROUPS = ("all", "hollywood", "other")


@pytest.fixture(scope="module")
def scores(rules):
    """The score of each group of articles, extracted afresh."""
    out = {group: scoring.Score() for group in GROUPS}
    for path in sorted((ROOT / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        data = (ROOT / "articles" / path.name).read_bytes()
        (document,) = records.whole(data, path.name, Settings())
        score = scoring.article(gold, predict.prediction(extract.extract(document, rules), rules))
        for group in ("all", gold["group"]):
            out[group].add(score)
    return out


def reached(score):
    """The figures that are pinned: F1 of each row, rounded down, and the count of false alarms."""
    rows = {row: math.floor(tally.f1 * 1000) / 1000 for row, tally in score.tallies.items()}
    return rows | {"false alarms": sum(score.alarms.values())}


def falls(floor, now):
    """The rows that are worse than their floor."""
    return {
        row: (least, now[row])
        for row, least in floor.items()
        if (now[row] > least if row == "false alarms" else now[row] < least)
    }


def better(floor, now):
    """Floor and present figures, the better of each row."""
    return {row: (min if row == "false alarms" else max)(now[row], floor.get(row, now[row])) for row in now}


def test_no_row_falls_below_its_floor(scores, request):
    now = {group: reached(score) for group, score in scores.items()}
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lower, higher = request.config.getoption("--lower-floors"), request.config.getoption("--raise-floors")
    if lower or higher:
        floors = now if lower else {group: better(floors.get(group, {}), now[group]) for group in GROUPS}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    told = []
    for group in GROUPS:
        found = falls(floors[group], now[group])
        told += [f"{group}: {row} is {have}, its floor is {least}" for row, (least, have) in found.items()]
    if told:
        rows = [f"  {where}: {what}" for where, what in scores["all"].missed]
        extra = [f"  {where}: {what}" for where, what in scores["all"].invented]
        pytest.fail(
            "\n".join([*told, scoring.table(scores["all"]), "missed:", *rows, "invented:", *extra]), pytrace=False
        )


def test_every_row_and_group_has_a_floor(scores):
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert set(floors) == set(GROUPS)
    for group in GROUPS:
        assert set(floors[group]) == {*scoring.ROWS, "false alarms"}


def test_a_floor_is_lowered_by_nothing_but_the_flag():
    floor, now = {"events": 0.6, "false alarms": 2}, {"events": 0.5, "false alarms": 3}
    assert falls(floor, now) == {"events": (0.6, 0.5), "false alarms": (2, 3)}
    assert better(floor, now) == floor
    assert better(floor, {"events": 0.7, "false alarms": 1}) == {"events": 0.7, "false alarms": 1}
