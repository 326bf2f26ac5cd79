"""What a person decides wins, is listed on the event, and leaves no trace once it is taken back."""

import re

import pytest

from graph import build, reconcile, store
from graph.errors import JudgementError
from graph.reconcile import judgements
from graph.views import evidence, queries, timeline
from tests.reconcile.made import EAST, GUILD, ID, WEST, record

HEAD = """@prefix pl: <https://w3id.org/picketline/ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix j: <https://w3id.org/picketline/id/judgement/> .
"""
SIGNED = 'dct:creator "A. Reader" ; dct:date "2026-11-24"^^xsd:date ; pl:reason "Both tell of the count of Monday."'


def iri(name):
    return f"{ID}report/{name}"


def judged(name, verdict, *reports, more=""):
    on = " , ".join(f"<{iri(report)}>" for report in reports)
    return f"j:{name} a pl:{verdict}Judgement ; pl:judges {on} ; {more} {SIGNED} .\n"


def date(name, report, value):
    return judged(name, "Value", report, more=f'pl:judgedProperty pl:dateEdtf ; pl:judgedValue "{value}" ;')


def file(tmp_path, *lines):
    path = tmp_path / "judgements.ttl"
    path.write_text(HEAD + "".join(lines), encoding="utf-8")
    return path


def votes():
    return [
        record("a", "RatificationVote", GUILD, when="2023-10-09"),
        record("b", "RatificationVote", GUILD, when="2023-10-10"),
        record("c", "RatificationVote", GUILD, when="2023-12-05"),
        record("d", "LeadershipElection", WEST, when="2023-09-19"),
        record("e", "LeadershipElection", EAST, when="2023-09-21"),
    ]


def events(lexicon, found=()):
    clusters = reconcile.of_records(votes(), lexicon, judgements=found).clusters
    return {"".join(r.report.key for r in cluster.records): cluster for cluster in clusters}


def test_what_is_judged_the_same_is_one_event_and_what_is_judged_different_is_two(tmp_path, lexicon):
    assert sorted(events(lexicon)) == ["ab", "c", "d", "e"]
    found = judgements.read(file(tmp_path, judged("one", "Same", "d", "e"), judged("two", "Different", "a", "b")))
    assert [(j.verdict, j.author, j.day.isoformat()) for j in found] == [
        ("same", "A. Reader", "2026-11-24"),
        ("different", "A. Reader", "2026-11-24"),
    ]
    after = events(lexicon, found)
    assert sorted(after) == ["a", "b", "c", "de"]
    assert [j.iri.rpartition("/")[2] for j in after["de"].judgements] == ["one"]
    assert [j.iri.rpartition("/")[2] for j in after["a"].judgements] == ["two"]
    assert after["c"].judgements == ()


def test_the_same_is_handed_on_across_classes_and_years(tmp_path, lexicon):
    found = judgements.read(file(tmp_path, judged("one", "Same", "b", "c"), judged("two", "Same", "c", "d")))
    assert sorted("".join(sorted(name)) for name in events(lexicon, found)) == ["abcd", "e"]


def test_a_judged_date_is_shown_against_every_rule(tmp_path, lexicon):
    found = judgements.read(file(tmp_path, date("one", "a", "2023-10-10")))
    cluster = events(lexicon, found)["ab"]
    assert cluster.when.edtf == "2023-10-10"
    assert cluster.when.note == "judged by A. Reader: Both tell of the count of Monday."


def test_a_judgement_on_articles_not_yet_known_waits(tmp_path, lexicon):
    found = judgements.read(file(tmp_path, judged("one", "Same", "a", "not-known-yet")))
    assert sorted(events(lexicon, found)) == ["ab", "c", "d", "e"]


BAD = {
    "not Turtle": ("j:one a pl:SameJudgement", "not Turtle"),
    "no class": (
        f"j:one pl:judges <{iri('a')}> ; {SIGNED} .",
        "judgement/one: found the classes nothing; expected one of",
    ),
    "one report": (judged("one", "Same", "a"), "judgement/one: found pl:judges .*; expected two reports or more"),
    "no author": (
        'j:one a pl:SameJudgement ; pl:judges j:a , j:b ; dct:date "2026-11-24" ; pl:reason "x" .',
        "creator",
    ),
    "no day": (judged("one", "Same", "a", "b").replace("2026-11-24", "Monday"), "the date 'Monday'; expected a day"),
    "no date": (date("one", "a", "XXXX-10-09"), "expected an EDTF date with a year"),
    "no such property": (date("one", "a", "x").replace("pl:dateEdtf", "pl:madeBy"), "ns#madeBy; expected one of"),
    "contradiction": (
        judged("one", "Same", "a", "b") + judged("two", "Same", "b", "c") + judged("three", "Different", "a", "c"),
        "judgement/three: found that .*/a and .*/c are different, while .*/one, .*/two makes them the same",
    ),
    "a party not named": (
        judged("one", "Party", "a"),
        "judgement/one: found .*judgedParty nothing; expected one value",
    ),
    "a party of two reports": (
        judged("one", "Party", "a", "b", more=f"pl:judgedParty <{GUILD}> ;"),
        "judgement/one: .*expected one report",
    ),
    "a blank node": (f"[] a pl:SameJudgement ; pl:judges <{iri('a')}> ; {SIGNED} .", "a blank node; expected an IRI"),
}


@pytest.mark.parametrize(("text", "told"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_followed_is_refused_with_the_reason(text, told, tmp_path):
    with pytest.raises(JudgementError, match=rf"judgements\.ttl: .*{told}"):
        judgements.read(file(tmp_path, text))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([judged("one", "Same", "a", "gone")], "judgement/one: found the report .*/gone, which is of no event"),
        (
            [date("one", "a", "2023-10-08"), date("two", "b", "2023-10-09")],
            "judgement/two: .* while .*/one gives 2023-10-08",
        ),
        (
            [judged("one", "Party", "a", more=f"pl:judgedParty <{ID}agent/nobody> ;")],
            "judgement/one: found the party .*/nobody; expected an agent of the registry",
        ),
    ],
)
def test_a_judgement_that_the_timeline_cannot_bear_is_refused(lines, told, tmp_path, lexicon):
    path = file(tmp_path, *lines)
    found = judgements.read(path)
    clusters = reconcile.of_records(votes(), lexicon, judgements=found).clusters
    with pytest.raises(JudgementError, match=told):
        judgements.check(found, ([(r.iri, r.phase) for r in cluster.records] for cluster in clusters), path)


FIRST = """Title: Nurses back the contract
URL: https://one.example/vote
Outlet: Example Courier
Published: 2024-03-13

Members of National Nurses United ratified a new contract with Kaiser Permanente on March 12, 2024.
"""
SECOND = FIRST.replace("one.example", "two.example").replace("Courier", "Gazette").replace("March 12", "March 29")


@pytest.fixture
def two(settings):
    """A settings whose seeds are two articles on two votes."""
    settings.seeds.mkdir(parents=True, exist_ok=True)
    for name, words in (("a.txt", FIRST), ("b.txt", SECOND)):
        (settings.seeds / name).write_text(words, encoding="utf-8")
    return settings


def published(settings):
    home = store.open_published(settings)
    return home, (home.path / "data" / "all.nq").read_bytes()


def test_a_judgement_is_published_with_its_event_and_taken_back_without_a_trace(two):
    build.build(two)
    home, before = published(two)
    reports = re.findall(r"<https://w3id.org/picketline/id/(report/[^/>]+/ratificationvote-\w+)>", before.decode())
    one, other = sorted(set(reports))
    path = two.seeds / "judgements.ttl"
    path.write_text(HEAD + judged("one", "Same", one[7:], other[7:]), encoding="utf-8")
    build.build(two)
    home, _ = published(two)
    (row,) = queries.run(
        home.store,
        "SELECT ?author ?reason ?count { ?e pl:judgement ?j ; pl:articleCount ?count . ?j a pl:SameJudgement ;"
        " dct:creator ?author ; pl:reason ?reason }",
    )
    assert [row[n].value for n in ("author", "reason", "count")] == [
        "A. Reader",
        "Both tell of the count of Monday.",
        "2",
    ]
    path.unlink()
    build.build(two)
    assert published(two)[1] == before


def test_a_party_judged_is_on_the_event_and_taken_back_without_a_trace(two):
    build.build(two)
    home, before = published(two)
    one = min(re.findall(r"<https://w3id.org/picketline/id/report/([^/>]+/ratificationvote-\w+)>", before.decode()))
    path = two.seeds / "judgements.ttl"
    path.write_text(HEAD + judged("one", "Party", one, more=f"pl:judgedParty <{ID}agent/nlrb> ;"), encoding="utf-8")
    build.build(two)
    home, _ = published(two)
    (row,) = queries.run(home.store, f"SELECT ?e {{ ?e pl:participant <{ID}agent/nlrb> ; pl:judgement ?j }}")
    (found,) = evidence.judgements(home.store, row["e"].value)
    assert (found.verdict, found.value, found.author) == ("party judgement", "NLRB", "A. Reader")
    (entry,) = (entry for entry in timeline.every(home.store) if entry.iri == row["e"].value)
    assert "NLRB" in {name for _, name in entry.parties}
    path.unlink()
    build.build(two)
    assert published(two)[1] == before


def test_a_judgement_on_a_report_that_is_gone_leaves_the_published_graph_alone(two):
    build.build(two)
    _, before = published(two)
    (two.seeds / "judgements.ttl").write_text(HEAD + judged("one", "Same", "gone", "lost"), encoding="utf-8")
    (two.seeds / "c.txt").write_text(FIRST.replace("one.example", "three.example"), encoding="utf-8")
    with pytest.raises(JudgementError, match=r"judgements\.ttl: .*/one: found the report .*/gone"):
        build.build(two)
    assert published(two)[1] == before
