"""Predictions against hand-written facts: hits, predicted and expected rows of each kind, and what was missed.

Both sides are lists of plain rows as in `tests/expected/README.md`. Run by hand on two folders:
`python -m tests.scoring GOLD PREDICTED`.

How rows meet, each at most once:
  entities      same type, and one name or mention in common; case, punctuation and a leading "the" do not count
  events        same type, and one participant in common
  date exact    of the events that met: the same EDTF value; expected are all dated events
  date overlap  of the events that met: a day in common, and no vaguer than the expected date or a month
  proposals     same proposer and issue
  quantities    same value within a thousandth, same kind of unit
  quotes        same speaker, nine tenths of the words alike; one prediction may join the pieces of one quote
  modality      of the events that met: the same modality
  speaker       of the quotes whose words met, whoever is said to speak: the same speaker
Optional rows neither help nor harm. On articles of other matters everything predicted is a false alarm.
"""

from __future__ import annotations

import calendar
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]
LISTS = ("entities", "events", "proposals", "quantities", "quotes")
ROWS = ("entities", "events", "date exact", "date overlap", "proposals", "quantities", "quotes", "modality", "speaker")
_PEOPLE = ("member", "worker", "actor", "writer", "person", "striker", "voter", "employee", "subscriber")
_UNITS = (
    dict.fromkeys(_PEOPLE, "people")
    | {"%": "percent", "percentage": "percent", "per cent": "percent"}
    | {"$": "usd", "us$": "usd", "dollar": "usd", "ballot": "votes", "vote": "votes", "hr": "hours"}
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows that met, rows that were predicted, rows that were expected."""

    hits: int = 0
    predicted: int = 0
    expected: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.predicted + other.predicted, self.expected + other.expected)

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else float(not self.expected)

    @property
    def recall(self) -> float:
        return self.hits / self.expected if self.expected else float(not self.predicted)

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Score:
    """The tallies of one article or of many, its false alarms, and the rows that found no partner."""

    tallies: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(ROWS, Tally()))
    alarms: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str]] = field(default_factory=list)
    invented: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for row, tally in other.tallies.items():
            self.tallies[row] += tally
        self.alarms += other.alarms
        self.missed += other.missed
        self.invented += other.invented


@cache
def plain(name: str | None) -> str:
    """A name or a text without case, punctuation and leading article."""
    return re.sub(r"[\W_]+", " ", (name or "").casefold()).strip().removeprefix("the ")


def unit(text: str | None) -> str:
    """The kind of a unit: what stands before the denominator, in one spelling."""
    head = re.split(r"/| per ", (text or "").casefold())[0].strip()
    single = head.rstrip("s")
    return _UNITS.get(head) or _UNITS.get(single) or single


# ---------------------------------------------------------------- dates


def reach(edtf: str | None) -> tuple[date, date] | None:
    """First and last day that a date can mean; None without one, or with one that cannot be read."""
    if not edtf:
        return None
    try:
        if "/" not in edtf:
            return _reach(edtf)
        first, last = edtf.split("/")
        return (
            date.min if first in ("", "..") else _reach(first)[0],
            date.max if last in ("", "..") else _reach(last)[1],
        )
    except (ValueError, KeyError, OverflowError):
        return None


def _reach(point: str) -> tuple[date, date]:
    bare = point.rstrip("~?%")
    year, month, day = (*bare.split("-"), "XX", "XX")[:3]
    if month == "XX":
        first, last, slack = date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31), 365
    elif int(month) > 12:
        first = date(int(year), {21: 3, 22: 6, 23: 9, 24: 12}[int(month)], 1)
        last, slack = first + timedelta(91), 31
    elif day == "XX":
        first, slack = date(int(year), int(month), 1), 31
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    else:
        first = last = date(int(year), int(month), int(day))
        slack = 3
    margin = timedelta(slack if bare != point else 0)
    return first - margin, last + margin


def agree(expected: str | None, predicted: str | None) -> bool:
    """Whether two dates share a day and the predicted one is not too vague to count."""
    one, other = reach(expected), reach(predicted)
    if one is None or other is None or one[0] > other[1] or other[0] > one[1]:
        return False
    return (other[1] - other[0]).days <= max((one[1] - one[0]).days, 31)


# ---------------------------------------------------------------- names and words


def wordings(entity: Row) -> set[str]:
    """All names of an entity."""
    return {plain(name) for name in (entity["name"], *entity.get("mentions", ()))}


class Names:
    """Brings the names of both sides together, by way of the mentions that each side lists."""

    def __init__(self, gold: Row, predicted: Row) -> None:
        self._known: dict[str, str] = {}
        self._also: dict[str, tuple[str, ...]] = {}
        for entity in gold["entities"]:
            for name in (entity["name"], *entity.get("mentions", ())):
                self._known.setdefault(plain(name), entity["name"])
        for entity in predicted["entities"]:
            listed = (entity["name"], *entity.get("mentions", ()))
            for name in listed:
                self._also.setdefault(plain(name), tuple(plain(n) for n in listed))

    def __call__(self, name: str | None) -> str:
        for known in (plain(name), *self._also.get(plain(name), ())):
            if known in self._known:
                return self._known[known]
        return f"?{plain(name)}"


def alike(one: str, other: str, least: float) -> bool:
    """Whether two texts share at least that part of their letters in order."""
    matcher = SequenceMatcher(None, plain(one), plain(other), autojunk=False)
    return min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= least and matcher.ratio() >= least


# ---------------------------------------------------------------- pairing


def pairs(gold: Sequence[Row], predicted: Sequence[Row], worth: Callable[[Row, Row], float]) -> list[tuple[Row, Row]]:
    """Pairs of rows, the worthiest first, required rows before optional ones; a row is used once."""
    possible = []
    for i, expected in enumerate(gold):
        for j, found in enumerate(predicted):
            value = worth(expected, found)
            if value > 0:
                possible.append((bool(expected.get("optional")), -value, i, j))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    out = []
    for _, _, i, j in sorted(possible):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            out.append((gold[i], predicted[j]))
    return out


def _required(rows: Iterable[Row]) -> int:
    return sum(not row.get("optional") for row in rows)


def _tally(gold: Sequence[Row], predicted: Sequence[Row], met: Sequence[tuple[Row, Row]], joined: int = 0) -> Tally:
    hits = _required(expected for expected, _ in met)
    return Tally(hits + joined, len(predicted) - (len(met) - hits) + joined, _required(gold))


# ---------------------------------------------------------------- one article


def _worths(names: Names) -> dict[str, Callable[[Row, Row], float]]:
    """How well two rows of each list meet; 0 for not at all."""

    def entity(expected: Row, found: Row) -> float:
        shared = len(wordings(expected) & wordings(found)) + (plain(expected["name"]) == plain(found["name"]))
        return shared if expected["type"] == found.get("type") else 0

    def event(expected: Row, found: Row) -> float:
        shared = {names(p) for p in expected["participants"]} & {names(p) for p in found.get("participants", ())}
        if expected["type"] != found.get("type") or not shared:
            return 0
        same_day = 2 if expected["date"] == found.get("date") else int(agree(expected["date"], found.get("date")))
        same_words = alike(expected["evidence"], found.get("evidence", ""), 0.6)
        return 1 + 10 * same_day + 5 * same_words + len(shared) / 100

    def proposal(expected: Row, found: Row) -> float:
        same_issue = expected["issue"].casefold() == str(found.get("issue")).casefold()
        return float(same_issue and names(expected["by"]) == names(found.get("by")))

    def quantity(expected: Row, found: Row) -> float:
        value = found.get("value")
        near = isinstance(value, int | float) and abs(expected["value"] - value) <= abs(expected["value"]) / 1000 + 1e-9
        return float(near and unit(expected["unit"]) == unit(found.get("unit")))

    return {"entities": entity, "events": event, "proposals": proposal, "quantities": quantity}


def verdicts(gold: Row, predicted: Row, name: str) -> list[bool | None]:
    """For each predicted row of one list whether it is right; None where it meets an optional row, which is neither."""
    rows = predicted[name]
    if gold.get("irrelevant"):
        return [False] * len(rows)
    met = pairs(gold[name], rows, _worths(Names(gold, predicted))[name])
    partner = {id(found): expected for expected, found in met}
    return [None if partner.get(id(row), {}).get("optional") else id(row) in partner for row in rows]


def article(gold: Row, predicted: Row) -> Score:
    """The score of one article."""
    predicted = {name: predicted.get(name, []) for name in LISTS}
    score, ident = Score(), str(gold["id"])
    if gold.get("irrelevant"):
        score.alarms.update({name: len(predicted[name]) for name in LISTS[1:] if predicted[name]})
        parties = sum(e.get("type") in ("Union", "EmployerAssociation") for e in predicted["entities"])
        score.alarms.update({"parties": parties} if parties else {})
        score.invented += [(f"{ident} false alarm", shown(name, r)) for name in LISTS[1:] for r in predicted[name]]
        return score
    names = Names(gold, predicted)

    met: dict[str, list[tuple[Row, Row]]] = {}
    for name, worth in _worths(names).items():
        met[name] = pairs(gold[name], predicted[name], worth)
        score.tallies[name] = _tally(gold[name], predicted[name], met[name])
    met["quotes"], joined = _quotes(gold["quotes"], predicted["quotes"], names)
    extra = sum(not row.get("optional") for row in joined)
    score.tallies["quotes"] = _tally(gold["quotes"], predicted["quotes"], met["quotes"], extra)
    _dates(ident, gold["events"], met["events"], score)
    _accuracies(gold, predicted, met["events"], names, score)
    _unpaired(ident, gold, predicted, met, joined, score)
    return score


def _quotes(gold: Sequence[Row], predicted: Sequence[Row], names: Names) -> tuple[list[tuple[Row, Row]], list[Row]]:
    """The quotes that met, and the further pieces that a joining prediction covers."""
    met, joined, open_gold, open_found = [], [], list(gold), []
    for found in predicted:
        text = plain(found.get("text"))
        speaker = names(found.get("speaker"))
        pieces = [q for q in open_gold if plain(q["text"]) in text and names(q["speaker"]) == speaker]
        if len(pieces) > 1 and sum(len(plain(q["text"])) for q in pieces) >= 0.85 * len(text):
            pieces.sort(key=lambda q: bool(q.get("optional")))
            met.append((pieces[0], found))
            joined += pieces[1:]
            open_gold = [q for q in open_gold if not any(q is piece for piece in pieces)]
        else:
            open_found.append(found)

    def same(expected: Row, found: Row) -> float:
        spoken = names(expected["speaker"]) == names(found.get("speaker"))
        return float(spoken and alike(expected["text"], found.get("text", ""), 0.9))

    return [*met, *pairs(open_gold, open_found, same)], joined


def _dates(ident: str, gold: Sequence[Row], met: Sequence[tuple[Row, Row]], score: Score) -> None:
    wanted = sum(bool(e["date"]) and not e.get("optional") for e in gold)
    dated = [(e, f) for e, f in met if e["date"] and not e.get("optional")]
    told = sum(bool(f.get("date")) for _, f in dated)
    exact = sum(e["date"] == f.get("date") for e, f in dated)
    score.tallies["date exact"] = Tally(exact, told, wanted)
    score.tallies["date overlap"] = Tally(sum(agree(e["date"], f.get("date")) for e, f in dated), told, wanted)
    for expected, found in dated:
        if expected["date"] != found.get("date"):
            score.missed.append((f"{ident} date", f"{shown('events', expected)} was dated {found.get('date')}"))


def _accuracies(gold: Row, predicted: Row, met: Sequence[tuple[Row, Row]], names: Names, score: Score) -> None:
    sure = [(e, f) for e, f in met if not e.get("optional")]
    same = sum(e["modality"] == f.get("modality", "actual") for e, f in sure)
    score.tallies["modality"] = Tally(same, len(sure), len(sure))
    words = pairs(gold["quotes"], predicted["quotes"], lambda e, f: float(alike(e["text"], f.get("text", ""), 0.9)))
    spoken = [(e, f) for e, f in words if not e.get("optional")]
    right = sum(names(e["speaker"]) == names(f.get("speaker")) for e, f in spoken)
    score.tallies["speaker"] = Tally(right, len(spoken), len(spoken))


def _unpaired(
    ident: str, gold: Row, predicted: Row, met: dict[str, list[tuple[Row, Row]]], joined: list[Row], score: Score
) -> None:
    for name in LISTS:
        used = {id(row) for pair in met[name] for row in pair} | {id(row) for row in joined}
        score.missed += [
            (f"{ident} {name}", shown(name, row))
            for row in gold[name]
            if id(row) not in used and not row.get("optional")
        ]
        score.invented += [(f"{ident} {name}", shown(name, row)) for row in predicted[name] if id(row) not in used]
    for expected, found in met["events"]:
        if not expected.get("optional") and expected["modality"] != found.get("modality", "actual"):
            score.missed.append((f"{ident} modality", f"{shown('events', expected)} was told as {found['modality']}"))


def shown(name: str, row: Row) -> str:
    """One row in one line."""
    if name == "entities":
        return f"{row.get('type')}: {row['name']}"
    if name == "events":
        who = ", ".join(row.get("participants", ()))
        return (
            f"{row['type']} {row.get('date')} {row.get('modality', 'actual')} [{who}] {row.get('evidence', '')[:100]!r}"
        )
    if name == "proposals":
        return f"{row.get('by')}: {row.get('issue')} {row.get('evidence', '')[:100]!r}"
    if name == "quantities":
        return f"{row.get('value')} {row.get('unit')} {row.get('evidence', '')[:100]!r}"
    return f"{row.get('speaker')}: {row.get('text', '')[:100]!r}"


# ---------------------------------------------------------------- a folder


def folders(gold: Path, predicted: Path) -> Score:
    """The score of all articles of a folder; a prediction that is not there is an empty one."""
    total = Score()
    for path in sorted(gold.glob("*.json")):
        file = predicted / path.name
        found = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        total.add(article(json.loads(path.read_text(encoding="utf-8")), found))
    return total


def table(score: Score) -> str:
    """The rows of a score as text."""
    lines = [f"{'':14}{'P':>7}{'R':>7}{'F1':>7}{'hits':>7}{'pred':>7}{'gold':>7}"]
    for name, t in score.tallies.items():
        lines.append(f"{name:14}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}{t.hits:7}{t.predicted:7}{t.expected:7}")
    alarms = ", ".join(f"{count} {name}" for name, count in sorted(score.alarms.items())) or "none"
    return "\n".join([*lines, f"false alarms on other matters: {alarms}"])


def main(arguments: Sequence[str]) -> int:
    if len(arguments) < 2:
        print(__doc__)
        return 2
    score = folders(Path(arguments[0]), Path(arguments[1]))
    print(table(score))
    if "--verbose" in arguments:
        for title, rows in (("missed", score.missed), ("invented", score.invented)):
            print(f"\n{title}")
            print("\n".join(f"  {where}: {what}" for where, what in rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
