"""What was known when: filters over the published history tell what a build from the articles of that day tells."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from graph import build, dates, read, store
from graph.settings import Settings
from graph.views import evidence, queries, timeline

ROOT = Path(__file__).parent.parent
DAYS = [dt.date(2023, 5, 4), dt.date(2023, 7, 15), dt.date(2023, 10, 12), dt.date(2024, 7, 20)]


def nothing(rows, folder, version):
    """Writes no exports."""


def told(opened, *, known=None):
    """Everything that pages show of the events: entries, reports, disagreements."""
    entries = timeline.entries(opened, planned=True, known=known)
    iris = [entry.iri for entry in entries]
    reports = evidence.told(opened, iris, by=known)
    conflicts = evidence.disagreements(opened, iris, by=known)
    return (
        entries,
        {iri: sorted(one.iri for one in found) for iri, found in reports.items()},
        {iri: sorted((one.iri, one.reason, one.reports) for one in found) for iri, found in conflicts.items()},
    )


def known_on(document):
    bounds = dates.bounds(document.published.edtf) if document.published is not None else None
    return bounds.latest_end if bounds is not None else document.retrieved


@pytest.fixture(scope="module")
def some(built, tmp_path_factory):
    """A graph from every third seed, which takes its readings from the whole one's cache."""
    place = Settings(seeds=tmp_path_factory.mktemp("some"), instance=tmp_path_factory.mktemp("some-instance"))
    for path in sorted(built.seeds.glob("*.txt"))[::3]:
        shutil.copyfile(path, place.seeds / path.name)
    shutil.copytree(built.instance / "cache", place.instance / "cache")
    build.build(place, write=nothing)
    return place


@pytest.mark.parametrize("day", DAYS)
def test_the_filter_tells_what_a_build_from_the_articles_of_that_day_tells(some, day, tmp_path):
    part = Settings(seeds=tmp_path / "seeds", instance=tmp_path / "instance")
    part.seeds.mkdir()
    for path in some.seeds.glob("*.txt"):
        (document,) = read.documents(str(path), some)
        if known_on(document) <= day:
            shutil.copyfile(path, part.seeds / path.name)
    shutil.copytree(some.instance / "cache", part.instance / "cache")
    shutil.copyfile(some.instance / "iris.csv", part.instance / "iris.csv")
    build.build(part, write=nothing)
    whole = told(store.open_published(some).store, known=day)
    assert whole[0]
    assert whole == told(store.open_published(part).store)


def test_the_last_day_tells_what_is_known_now(some):
    opened = store.open_published(some).store
    assert told(opened, known=dt.date(2100, 1, 1)) == told(opened)


def test_in_july_nobody_knew_of_the_agreement_of_september(built):
    opened = store.open_published(built).store
    july = timeline.entries(opened, known=dt.date(2023, 7, 15))
    assert any(entry.type.endswith("#StrikeCall") for entry in july)
    assert not [entry for entry in july if entry.earliest_start and entry.earliest_start > dt.date(2023, 7, 31)]
    agreed = {entry.iri for entry in timeline.entries(opened, type="AgreementReached", start=dt.date(2023, 9, 1))}
    assert agreed
    assert not agreed & {entry.iri for entry in timeline.entries(opened, planned=True, known=dt.date(2023, 7, 15))}
    on_strike = timeline.entries(opened, type="Strike", at=dt.date(2023, 6, 1), known=dt.date(2023, 7, 15))
    assert ("2023-05-02/..", ["WGA"]) in [(e.date, [n for _, n in e.parties if n == "WGA"]) for e in on_strike]


STRIKE = """Title: Actors walk out {number}
URL: https://news.example/actors-{number}
Outlet: Example Courier {number}
Published: {published}

SAG-AFTRA went on strike on July {day}, 2023.
"""


def test_a_disagreement_shows_once_both_sources_are_in(settings, tmp_path):
    for number, (published, day) in enumerate([("2023-07-15", 14), ("2023-07-18", 13), ("2023-07-21", 14)]):
        path = tmp_path / f"{number}.txt"
        path.write_text(STRIKE.format(number=number, published=published, day=day), encoding="utf-8")
        for item in read.documents(str(path), settings):
            read.shelf.put(item, settings)
    build.build(settings, write=nothing)
    opened = store.open_published(settings).store
    shown = {}
    for day in (14, 15, 17, 18, 20, 21):
        known = dt.date(2023, 7, day)
        entries = timeline.entries(opened, known=known)
        found = evidence.disagreements(opened, [e.iri for e in entries], by=known)
        shown[day] = ([(e.articles, e.date) for e in entries], sum(map(len, found.values())))
    assert shown[14] == ([], 0)
    assert shown[15] == shown[17] == ([(1, "2023-07-14/..")], 0)
    assert shown[18] == shown[20]
    assert (shown[18][0][0][0], shown[18][1]) == (2, 1)
    assert shown[21][0] == [(3, "2023-07-14/..")]
    states = queries.run(
        opened, """SELECT ?state { GRAPH ?history { ?state pl:stateType pl:Conflict ; pl:knownFrom ?day } }"""
    )
    assert len({row["state"].value.partition("#")[0] for row in states}) == shown[21][1] == 1


def shown_in(path):
    """The queries of a page of the documentation, or of a file; prefixes are known to the views."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"```sparql\n(.*?)```", text, re.DOTALL) if path.suffix == ".md" else [text]
    return ["".join(line for line in b.splitlines(keepends=True) if not line.startswith("PREFIX")) for b in blocks]


def test_the_queries_that_the_documentation_shows_give_both_axes(built):
    opened = store.open_published(built).store
    both, disagreements = shown_in(ROOT / "docs" / "timeline.md")
    (example,) = shown_in(ROOT / "graph" / "views" / "examples" / "known-by-a-date.rq")
    at, known = dt.date(2023, 7, 14), dt.date(2023, 7, 15)
    found = timeline.entries(opened, at=at, known=known)
    expected = {entry.iri for entry in found if entry.earliest_start is not None and entry.date is not None}
    assert expected
    for text in (both, example):
        assert {row["event"].value for row in queries.run(opened, text)} == expected
    rows = [
        (row["event"].value, dt.date.fromisoformat(row["from"].value)) for row in queries.run(opened, disagreements)
    ]
    assert rows
    for event, day in rows[:4]:
        assert evidence.disagreements(opened, [event], by=day)
