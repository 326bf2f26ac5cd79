"""The timeline that the seeds give against a table of what happened, written by hand.

A row is found if an event has its type (or one below or above it), its maker or first party, for a move one of its
subjects, and bounds that overlap. `told` marks a fact that only stands inside another row: no stranger, not counted.
Each event answers for one row at most. What is left over is a double (it fits some row), a stranger (dated, fits none)
or undated. The floors and ceilings are what the build gave when they were last moved: raise a floor, lower a ceiling.
"""

import csv
import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph import dates, store
from graph.views import queries, timeline

TABLE = Path(__file__).parent / "data" / "chronology.csv"
ONE_BODY = {"WGAW": "WGA", "WGAE": "WGA"}  # a guild of two branches, which reports name either way
WIDER = dt.timedelta(days=31)
FOUND_FLOOR = 188  # verified rows with an event of their own
ONCE_FLOOR = 188  # of these, rows without a double
ALL_PARTIES_FLOOR = 188  # of these, rows whose event has every party
DOUBLES_CEILING = 0
STRANGERS_CEILING = 0
UNDATED_CEILING = 0


@dataclass(frozen=True)
class Row:
    id: str
    type: str
    parties: tuple[str, ...]
    date: str
    issues: frozenset[str]
    verified: bool


@dataclass(frozen=True)
class Event:
    """An entry of the timeline with its makers, those at whose gates it was, and the families of its subjects."""

    entry: timeline.Entry
    makers: frozenset[str]
    hosts: frozenset[str]
    issues: frozenset[str]

    def __getattr__(self, name):
        return getattr(self.entry, name)


def families(notations):
    return frozenset(notation.partition("-")[0] for notation in notations if notation)


def happenings(opened):
    made, hosts, about = defaultdict(set), defaultdict(set), defaultdict(set)
    for row in queries.run(opened, "SELECT ?e ?name { ?e pl:madeBy/rdfs:label ?name }"):
        made[row["e"].value].add(ONE_BODY.get(row["name"].value, row["name"].value))
    for row in queries.run(opened, "SELECT ?e ?name { ?e pl:atPremisesOf/rdfs:label ?name }"):
        hosts[row["e"].value].add(row["name"].value)
    for row in queries.run(opened, "SELECT ?e ?notation { ?e pl:onIssue/skos:notation ?notation }"):
        about[row["e"].value].add(row["notation"].value)
    return [
        Event(entry, frozenset(made[entry.iri]), frozenset(hosts[entry.iri]), families(about[entry.iri]))
        for entry in timeline.entries(opened)
    ]


def table():
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            Row(
                row["id"],
                row["type"],
                tuple(ONE_BODY.get(name, name) for name in row["parties"].split(";") if name),
                row["date"],
                families(row["issues"].split(";")),
                row["verified"] == "yes",
            )
            for row in csv.DictReader(lines)
        ]


def kind(event):
    return event.type.rpartition("#")[2]


def names(event):
    return {ONE_BODY.get(name, name) for _, name in event.parties}


def dated(event):
    return event.earliest_start is not None or event.latest_end is not None


def fits_type(row, event, lines):
    return row.type in lines[kind(event)] or kind(event) in lines[row.type]


def fits_party(row, event):
    return not row.parties or row.parties[0] in (event.makers or names(event))


def fits_issue(row, event):
    return not row.issues or not event.issues or bool((row.issues | {"package"}) & event.issues)


def fits_date(row, event):
    """Whether the bounds overlap; where a row is an interval its start must, and its end unless that is rough.

    An event without a first day must have its last one in the row; one much wider than the row says nothing.
    """
    bounds = dates.bounds(row.date)
    begins, ends = event.earliest_start, event.latest_end
    if event.date is not None and event.date.endswith("/"):
        ends = None  # only known to be over when the side's next one began
    if "/" in row.date:
        starts = begins is not None and bounds.earliest_start <= begins <= bounds.latest_start
        if ends is None:
            return starts and row.date.endswith("~")
        return starts and bounds.earliest_end <= ends <= bounds.latest_end
    if begins is None:
        return ends is not None and bounds.earliest_start <= ends <= bounds.latest_end
    if ends is None:
        return bounds.earliest_start <= begins <= bounds.latest_end
    width = bounds.latest_end - bounds.earliest_start + WIDER
    return begins <= bounds.latest_end and ends >= bounds.earliest_start and ends - begins <= width


def paired(rows, events, lines):
    """A pairing of rows and events that fit, as large as can be; the closest fit first."""

    def distance(row, event):
        width = (event.latest_end - event.earliest_start).days if event.earliest_start and event.latest_end else 9999
        return (kind(event) != row.type, len(set(row.parties) - names(event)), width, event.iri)

    fitting = {
        row: sorted(
            (
                e
                for e in events
                if fits_type(row, e, lines) and fits_party(row, e) and fits_issue(row, e) and fits_date(row, e)
            ),
            key=lambda e, row=row: distance(row, e),
        )
        for row in rows
    }
    taken = {}

    def place(row, seen):
        for event in fitting[row]:
            if event.iri not in seen:
                seen.add(event.iri)
                if event.iri not in taken or place(taken[event.iri], seen):
                    taken[event.iri] = row
                    return True
        return False

    for row in sorted(rows, key=lambda row: (len(fitting[row]), row.id)):
        place(row, set())
    by_iri = {event.iri: event for event in events}
    return {row: by_iri[iri] for iri, row in taken.items()}, fitting


@pytest.fixture(scope="module")
def lines(lexicon):
    """Each class by name, with itself and the classes above it."""
    found = {}
    for frame in lexicon.frames:
        above = [iri.rpartition("#")[2] for iri in frame.ancestors]
        for name in above:
            found.setdefault(name, {name})
        found[frame.name] = set(above)
    return found


def another_issue(row, pairs, event):
    """Whether a row of several issues has the event for one of them and another event for another: each is a move apart."""
    return len(row.issues) > 1 and row in pairs and bool(event.issues) and not event.issues & pairs[row].issues


@pytest.fixture(scope="module")
def compared(built, lines):
    opened = store.open_published(built).store
    events = happenings(opened)
    rows = table()
    pairs, fitting = paired(rows, events, lines)
    used = {event.iri for event in pairs.values()}
    doubles = defaultdict(list)
    strangers, undated = [], []
    for event in events:
        if event.iri in used:
            continue
        near = [row for row in rows if event in fitting[row]]
        if any(another_issue(row, pairs, event) for row in near):
            continue
        if near:
            doubles[min(near, key=lambda row: (row.type != kind(event), row not in pairs, row.id))].append(event)
        elif dated(event):
            strangers.append(event)
        else:
            undated.append(event)
    return rows, events, lines, pairs, doubles, strangers, undated


def why_missing(row, events, lines):
    """What the nearest event has wrong: its date, its party, its type, or nothing is near."""
    sorts = [
        ("date", lambda e: fits_type(row, e, lines) and row.parties and set(row.parties) <= names(e)),
        ("party", lambda e: fits_type(row, e, lines) and fits_date(row, e)),
        ("type", lambda e: fits_party(row, e) and fits_date(row, e) and "/" not in (e.date or "")),
    ]
    for wrong, near in sorts:
        found = [event for event in events if near(event)]
        if found:
            return wrong, found
    return "absent", []


def shown(event):
    return f"{event.date or 'undated'} {kind(event)}: {event.label}"


def test_each_row_of_the_table_is_one_event(compared):
    rows, events, lines, pairs, doubles, _, _ = compared
    verified = [row for row in rows if row.verified]
    missing = [row for row in verified if row not in pairs]
    reasons = Counter()
    for row in missing:
        wrong, near = why_missing(row, [e for e in events if e not in pairs.values()], lines)
        reasons[wrong] += 1
        print(f"{row.id} {row.date} {row.type} {';'.join(row.parties)}: {wrong}", *map(shown, near[:3]), sep="\n    ")
    for row, more in sorted(doubles.items(), key=lambda item: item[0].id):
        print(f"{row.id} again:", *map(shown, more), sep="\n    ")
    once = [row for row in verified if row in pairs and row not in doubles]
    whole = [row for row in verified if row in pairs and set(row.parties) <= names(pairs[row]) | pairs[row].hosts]
    found = len(verified) - len(missing)
    spare = sum(map(len, doubles.values()))
    print(f"{len(verified)} verified, {found} found, {len(once)} once, {len(whole)} with all parties, {spare} doubles")
    print(dict(reasons))
    assert found >= FOUND_FLOOR
    assert len(once) >= ONCE_FLOOR
    assert len(whole) >= ALL_PARTIES_FLOOR
    assert spare <= DOUBLES_CEILING


def test_few_events_are_of_no_row(compared):
    *_, strangers, undated = compared
    print(*map(shown, strangers), sep="\n")
    print(*map(shown, undated), sep="\n")
    print(f"{len(strangers)} strangers, {len(undated)} undated:", Counter(map(kind, undated)))
    assert len(strangers) <= STRANGERS_CEILING
    assert len(undated) <= UNDATED_CEILING


def test_the_table_is_sound(lines):
    rows = table()
    assert len({row.id for row in rows}) == len(rows)
    assert {row.type for row in rows} <= lines.keys()
    assert all(dates.bounds(row.date) is not None for row in rows)


def test_the_strikes_of_2023_have_their_two_sides_and_nobody_else(compared):
    labels = {event.label for event in compared[1] if kind(event) == "Strike" and (event.date or "").startswith("2023")}
    assert labels == {"WGA, AMPTP: strike", "SAG-AFTRA, AMPTP: strike"}
