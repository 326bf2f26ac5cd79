"""The timeline as one picture: a lane a side, bars for stoppages, dots for days; positions in units of a fixed width."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.views.timeline import Entry

WIDTH = 1000
LANE = 34
HEAD = 22
MARGIN = 118
MOST_LANES = 5
MOST_YEARS = 4
_SIDES = ("union", "association", "company")


@dataclass(frozen=True, slots=True)
class Bar:
    """A stoppage: `x` and `width` in units; `open` where no end is known."""

    x: float
    width: float
    entry: Entry
    open: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """An event of a day, or of a few: its middle."""

    x: float
    entry: Entry


@dataclass(frozen=True, slots=True)
class Lane:
    """One side's row of the picture."""

    iri: str
    name: str
    kind: str
    y: int
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line with its words at the first day of a month or a year."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole picture; `height` and `width` in units. `year` where it shows one of many: the one with most events."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    first: dt.date
    last: dt.date
    year: int | None = None
    width: int = WIDTH

    @property
    def height(self) -> int:
        """Of all lanes and the words above them."""
        return HEAD + LANE * len(self.lanes) + 6


def draw(entries: Sequence[Entry], kinds: Mapping[str, str], stoppages: Iterable[str]) -> Strip | None:
    """The picture of some events; None where fewer than two are dated. The sides most often named get the lanes.

    Where they stretch over more years than one can read, it shows the year with most of them.
    """
    dated = [e for e in entries if e.earliest_start is not None]
    if len(dated) < 2:
        return None
    years = Counter(e.earliest_start.year for e in dated if e.earliest_start is not None)
    year = None
    if max(years) - min(years) > MOST_YEARS:
        year = min(years, key=lambda y: (-years[y], -y))
        dated = [e for e in dated if _in_year(e, year)]
    spans = frozenset(stoppages)
    starts = [e.earliest_start for e in dated if e.earliest_start is not None]
    ends = [e.latest_end for e in dated if e.latest_end is not None]
    first, last = min(starts) - dt.timedelta(3), max([*starts, *ends]) + dt.timedelta(3)
    if year is not None:
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    scale = (WIDTH - MARGIN - 8) / max(1, (last - first).days)

    def x(day: dt.date) -> float:
        return round(MARGIN + (min(max(day, first), last) - first).days * scale, 1)

    lanes: list[Lane] = []
    for iri, name, kind in _sides(dated, kinds):
        mine = [e for e in dated if iri in {agent for agent, _ in e.parties}]
        bars = tuple(_bar(e, x, last) for e in mine if e.type in spans and _long(e))
        dots = tuple(Dot(x(_middle(e)), e) for e in mine if not (e.type in spans and _long(e)))
        lanes.append(Lane(iri, name, kind, HEAD + LANE * len(lanes), bars, dots))
    return Strip(tuple(lanes), tuple(Tick(x(day), words) for day, words in _ticks(first, last)), first, last, year)


def _sides(dated: Sequence[Entry], kinds: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Unions above, the other side below; those named most often, at most `MOST_LANES`."""
    count: Counter[str] = Counter()
    names: dict[str, str] = {}
    for entry in dated:
        for iri, name in entry.parties:
            if kinds.get(iri) in _SIDES:
                count[iri] += 1
                names[iri] = name
    chosen = sorted(count, key=lambda iri: (-count[iri], iri))[:MOST_LANES]
    return [
        (iri, names[iri], kinds[iri])
        for iri in sorted(chosen, key=lambda iri: (_SIDES.index(kinds[iri]), -count[iri], iri))
    ]


def _in_year(entry: Entry, year: int) -> bool:
    """Whether an event begins in the year, or runs into it."""
    assert entry.earliest_start is not None
    start, end = entry.earliest_start.year, (entry.latest_end or entry.earliest_start).year
    return start == year or (start < year <= end and _long(entry))


def _long(entry: Entry) -> bool:
    if entry.date is not None and entry.date.endswith("/"):
        return False  # when it ended, nobody says
    return entry.latest_end is None or (entry.earliest_start is not None and entry.latest_end > entry.earliest_start)


def _bar(entry: Entry, x: Callable[[dt.date], float], last: dt.date) -> Bar:
    assert entry.earliest_start is not None
    low, high = x(entry.earliest_start), x(entry.latest_end or last)
    return Bar(low, max(3.0, round(high - low, 1)), entry, entry.latest_end is None)


def _middle(entry: Entry) -> dt.date:
    assert entry.earliest_start is not None
    end = entry.latest_end or entry.earliest_start
    return entry.earliest_start + (end - entry.earliest_start) / 2


def _ticks(first: dt.date, last: dt.date) -> Iterable[tuple[dt.date, str]]:
    """First days of months, of quarters or of years, so that the words do not run into each other."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((s for s in (1, 3, 12, 60, 120) if months / s <= 14), 240)
    number = first.year * 12 + first.month
    number += -(number - 1) % step
    while (day := dt.date((number - 1) // 12, (number - 1) % 12 + 1, 1)) <= last:
        if day >= first:
            yield day, f"{day.year}" if step >= 12 or day.month == 1 else f"{day:%b}"
        number += step
