"""The whole line: from articles on disk to a published graph, and back out of it."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph import build, read, store
from graph.errors import QueryError, StoreError
from graph.settings import Settings
from graph.views import exports, queries, timeline

ROOT = Path(__file__).parent.parent
ARTICLE = """Title: Hospital nurses walk out
URL: https://news.example/nurses-walk-out
Outlet: Example Courier
Published: 2024-03-12

Members of National Nurses United went on strike against Kaiser Permanente on March 11, 2024. The union is demanding higher pay.
"""


def write(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def kept(settings, path):
    for item in read.documents(str(path), settings):
        read.shelf.put(item, settings)


def all_nq(settings):
    return (store.open_published(settings).path / "data" / "all.nq").read_bytes()


def test_the_seeds_tell_both_strikes_from_opening_to_ratification(built):
    entries = timeline.entries(store.open_published(built).store)
    shown = {(e.type.rpartition("#")[2], e.date, name) for e in entries for _, name in e.parties}
    for expected in [
        ("TalksOpening", "2023-03-20", "WGA"),
        ("StrikeAuthorizationVote", "2023-04-17", "WGA"),
        ("ContractExpiration", "2023-05-01", "WGA"),
        ("StrikeCall", "2023-05-01", "WGA"),
        ("Strike", "2023-05-02/2023-09-27", "WGA"),
        ("Picket", "2023-05-05", "WGA"),
        ("NegotiationSession", "2023-08-04", "WGA"),
        ("TalksResumption", "2023-09-20", "WGA"),
        ("AgreementReached", "2023-09-24", "WGA"),
        ("RatificationVote", "2023-10-09", "WGA"),
        ("AgreementReached", "2023-06-03", "DGA"),
        ("StrikeAuthorizationVote", "2023-06-05", "SAG-AFTRA"),
        ("TalksOpening", "2023-06-07", "SAG-AFTRA"),
        ("StrikeCall", "2023-07-13", "SAG-AFTRA"),
        ("Strike", "2023-07-14/2023-11-09", "SAG-AFTRA"),
        ("TalksBreakdown", "2023-10-11", "SAG-AFTRA"),
        ("TalksResumption", "2023-10-24", "SAG-AFTRA"),
        ("AgreementReached", "2023-11-08", "SAG-AFTRA"),
        ("RatificationVote", "2023-12-05", "SAG-AFTRA"),
    ]:
        assert expected in shown


def test_each_strike_is_one_event(built):
    rows = queries.run(
        store.open_published(built).store,
        "SELECT ?union ?strike WHERE { ?strike a pl:Strike ; pl:union ?union ; pl:earliestStart ?day FILTER(YEAR(?day) = 2023) }",
    )
    unions = [row["union"].value for row in rows]
    assert len(unions) == len(set(unions)) == 2


def test_a_year_left_open_is_closed_by_another_article_and_the_note_says_so(built):
    found = queries.run(
        store.open_published(built).store,
        'SELECT ?note WHERE { ?e a pl:Picket ; pl:dateEdtf "2023-05-05"^^edtf:EDTF ; pl:dateNote ?note }',
    )
    notes = [row["note"].value for row in found]
    assert notes == [] or any("the year 2023 comes from" in note for note in notes)


def test_building_twice_changes_nothing_and_file_order_does_not_matter(tmp_path):
    names = sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))[:8]
    versions = []
    for attempt in range(2):
        place = Settings(seeds=tmp_path / f"seeds{attempt}", instance=tmp_path / f"instance{attempt}")
        order = random.Random(attempt).sample(names, len(names))
        for number, name in enumerate(order):
            write(
                place.seeds,
                f"{number:02}-{name}" if attempt else name,
                (ROOT / "seeds" / name).read_text(encoding="utf-8"),
            )
        versions.append(build.build(place).version)
        assert build.build(place).version == versions[-1]
    assert versions[0] == versions[1]


def test_the_dumps_hold_what_was_published(built):
    published = store.open_published(built)
    folder = published.path / "data"
    # No blank nodes, so that graphs are alike where their statements are.
    trig = set(ox.parse(path=str(folder / "all.trig"), format=ox.RdfFormat.TRIG))
    assert trig == set(published.store)
    assert trig == set(ox.parse(path=str(folder / "all.nq"), format=ox.RdfFormat.N_QUADS))


def test_evidence_slices_back_to_the_text(built):
    published = store.open_published(built)
    rows = queries.run(
        published.store,
        "SELECT ?source ?exact ?start ?end WHERE { GRAPH ?g { ?e oa:hasSource ?source ; oa:hasSelector ?q , ?p . ?q oa:exact ?exact . ?p oa:start ?start ; oa:end ?end } }",
    )
    texts = {}
    count = 0
    for row in rows:
        key = row["source"].value.rpartition("/")[2]
        if key not in texts:
            texts[key] = json.loads((published.path / "texts" / f"{key}.json").read_text(encoding="utf-8"))["text"]
        assert texts[key][int(row["start"].value) : int(row["end"].value)] == row["exact"].value
        count += 1
    assert count > 200


def test_adding_is_idempotent_editing_replaces_removing_restores(settings, tmp_path):
    path = write(tmp_path / "in", "a.txt", ARTICLE)
    other = write(
        tmp_path / "in",
        "b.txt",
        ARTICLE.replace("nurses-walk-out", "second")
        .replace("Kaiser Permanente", "Ford")
        .replace("National Nurses United", "the United Auto Workers")
        .replace("March 11", "March 7"),
    )
    kept(settings, other)
    first = build.build(settings).version
    before = all_nq(settings)
    kept(settings, path)
    second = build.build(settings).version
    kept(settings, path)
    assert build.build(settings).version == second != first
    write(tmp_path / "in", "a.txt", ARTICLE.replace("March 11", "March 10"))
    kept(settings, path)
    build.build(settings)
    assert b"2024-03-10" in all_nq(settings)
    assert b"March 11" not in all_nq(settings)
    assert read.shelf.remove("https://news.example/nurses-walk-out", settings) is not None
    assert build.build(settings).version == first
    assert all_nq(settings) == before


def test_an_article_on_which_the_rules_break_is_listed_and_the_others_go_on(settings, tmp_path, monkeypatch):
    kept(settings, write(tmp_path / "in", "a.txt", ARTICLE))
    text = ARTICLE.replace("nurses-walk-out", "breaks").replace("walk out", "break it")
    kept(settings, write(tmp_path / "in", "b.txt", text))
    whole = build.extract

    def breaks(document, rules):
        if document.url.endswith("breaks"):
            raise IndexError("tuple index out of range")
        return whole(document, rules)

    monkeypatch.setattr(build, "extract", breaks)
    outcome = build.build(settings)
    (aside,) = outcome.set_aside
    assert "nurses-break-it" in aside.location
    assert "IndexError: tuple index out of range at test_line.py:" in aside.reasons[0]
    assert outcome.articles == 1
    assert b"2024-03-11" in all_nq(settings)


STEPS = ("sorted", "begun", "stored", "exported", "written", "renamed", "pointed")
KILLED = """
import os, signal, sys
from pathlib import Path
import pyoxigraph as ox
from graph import store
from graph.settings import Settings
def stop(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)
quad = ox.Quad(ox.NamedNode("https://x.example/s"), ox.NamedNode("https://x.example/p"), ox.Literal("new"))
store.publish(Settings(instance=Path(sys.argv[1])), [quad], exports=lambda *_: None, texts={}, facts={}, checkpoint=stop)
"""


@pytest.mark.parametrize("step", STEPS)
def test_a_build_killed_at_any_step_leaves_a_whole_graph(step, tmp_path):
    place = Settings(instance=tmp_path)
    old = ox.Quad(ox.NamedNode("https://x.example/s"), ox.NamedNode("https://x.example/p"), ox.Literal("old"))
    nothing = {"exports": lambda *_: None, "texts": {}, "facts": {}}
    store.publish(place, [old], **nothing)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), step],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    values = [quad.object.value for quad in store.open_published(place).store]
    assert values == (["new"] if step == "pointed" else ["old"])
    fresh = ox.Quad(ox.NamedNode("https://x.example/s"), ox.NamedNode("https://x.example/p"), ox.Literal("newer"))
    store.publish(place, [fresh], **nothing)
    assert [quad.object.value for quad in store.open_published(place).store] == ["newer"]
    assert not list(place.published.glob(".building-*"))


def test_opening_nothing_another_format_or_a_damaged_store_says_what_to_do(settings):
    with pytest.raises(StoreError, match="picketline build"):
        store.open_published(settings)
    home = settings.published / "v"
    write(home, "manifest.json", '{"format": 99}')
    write(settings.published, "CURRENT", "v\n")
    with pytest.raises(StoreError, match=f"format 99; expected {store.FORMAT}"):
        store.open_published(settings)
    write(home, "manifest.json", "{")
    with pytest.raises(StoreError, match=r"manifest\.json"):
        store.open_published(settings)


def test_exports_are_complete_and_their_sums_are_right(built, tmp_path):
    import hashlib

    published = store.open_published(built)
    assert set(exports.HOLDS) == set(exports.EXPORTS)
    paths = list(exports.copy(published, (), tmp_path / "out"))
    assert {path.name for path in paths} == {*exports.EXPORTS, "SHA256SUMS"}
    for row in (tmp_path / "out" / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = row.split("  ")
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest
    assert b"creativecommons.org/licenses/by/4.0" in (tmp_path / "out" / "timeline.ttl").read_bytes()
    with pytest.raises(QueryError, match="known are"):
        list(exports.copy(published, ("nothing.xls",), tmp_path / "out"))


def test_the_timeline_is_filtered_by_day_party_and_class(built):
    opened = store.open_published(built).store
    import datetime as dt

    may = timeline.entries(
        opened, start=dt.date(2023, 6, 10), end=dt.date(2023, 6, 20), party="Writers Guild of America"
    )
    assert [e.type.rpartition("#")[2] for e in may if e.earliest_start] == ["Strike"]
    votes = timeline.entries(opened, type="VoteEvent")
    assert {"RatificationVote", "StrikeAuthorizationVote"} <= {e.type.rpartition("#")[2] for e in votes}
    with pytest.raises(QueryError, match="no agent"):
        timeline.entries(opened, party="Nobody at all")
    with pytest.raises(QueryError, match="no class"):
        timeline.entries(opened, type="Picnic")
    with pytest.raises(QueryError, match="before it begins"):
        timeline.entries(opened, start=dt.date(2023, 6, 2), end=dt.date(2023, 6, 1))


JOINED = """In July the actors union joined the writers in their walkout.

The dispute is with the Alliance of Motion Picture and Television Producers (AMPTP), the body that represents the big studios, \
among them Apple, Netflix and Sony. The Writers Guild of America went on strike on May 2, 2023.
"""


def test_an_association_s_companies_and_the_order_of_joined_strikes_are_told(settings, tmp_path):
    kept(settings, write(tmp_path / "in", "joined.txt", JOINED))
    build.build(settings)
    opened = store.open_published(settings).store
    members = queries.run(opened, "SELECT ?name { ?body pl:represents ?company . ?company rdfs:label ?name }")
    assert {row["name"].value for row in members} == {"Apple", "Netflix", "Sony"}
    order = queries.run(
        opened,
        "SELECT ?second ?first { ?a pl:startsAfter ?b . ?a pl:union/rdfs:label ?second . ?b pl:union/rdfs:label ?first }",
    )
    assert [(row["second"].value, row["first"].value) for row in order] == [("SAG-AFTRA", "WGA")]


LONG_AGO = """The Writers Guild of America (WGA) went on strike on January 16, 1960. The Writers Guild of America (WGA) and its \
western branch are no two unions in it.

The Writers Guild of America West (WGAW) went on strike on March 7, 1988. The WGA strike ended on August 7, 1988.

The WGA strike began on March 7, 1988. The contract with the studios had run out.
"""


def test_a_strike_whose_end_nobody_tells_was_over_when_its_side_s_next_one_began(settings, tmp_path):
    kept(settings, write(tmp_path / "in", "old.txt", LONG_AGO))
    build.build(settings)
    entries = timeline.entries(store.open_published(settings).store, type="Strike")
    assert [(e.date, e.latest_end.isoformat(), [name for _, name in e.parties]) for e in entries] == [
        ("1960-01-16/", "1988-03-07", ["WGA"]),
        ("1988-03-07/1988-08-07", "1988-08-07", ["WGA"]),
    ]


LAST_OFFER = """The Alliance of Motion Picture and Television Producers (AMPTP) gave SAG-AFTRA its last, best and final offer on \
November 4, 2023, which covers minimum rates, residuals and digital replicas.

The union answered that talks go on. The strike had begun on July 14, 2023.
"""


def test_a_final_offer_on_several_subjects_is_one_event(settings, tmp_path):
    kept(settings, write(tmp_path / "in", "offer.txt", LAST_OFFER))
    build.build(settings)
    (offer,) = timeline.entries(store.open_published(settings).store, type="FinalOffer")
    assert offer.date == "2023-11-04"
