"""IRIs are promises: laws of the ledger over random corpora."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import iris
from graph.errors import StoreError
from graph.ledger import Ledger, write

REPORTS = [f"https://w3id.org/picketline/id/report/a{n}/r" for n in range(12)]


@st.composite
def clusterings(draw):
    """A random partition of some of the reports into clusters."""
    chosen = draw(st.lists(st.sampled_from(REPORTS), unique=True, min_size=1))
    groups: dict[int, list[str]] = {}
    for report in chosen:
        groups.setdefault(draw(st.integers(0, 4)), []).append(report)
    return [("strike", ("p",), tuple(sorted(group))) for group in groups.values()]


def named(ledger, clusters):
    """The event of each cluster, in the order given; the ledger takes note of them."""
    found = [ledger.name(*cluster) for cluster in clusters]
    for event, (_, _, reports) in zip(found, clusters, strict=True):
        ledger.bear(event, reports)
    return found


def events(clusters, found):
    """The event of each report."""
    return {report: event for (_, _, reports), event in zip(clusters, found, strict=True) for report in reports}


@given(clusterings(), clusterings(), st.randoms())
def test_the_order_of_clusters_does_not_matter_to_those_that_the_ledger_knows(before, after, chance):
    one, other = Ledger(), Ledger()
    assert events(before, named(one, before)) == events(before, named(other, before))
    shuffled = list(after)
    chance.shuffle(shuffled)
    assert events(after, named(one, after)) == events(shuffled, named(other, shuffled))


@given(clusterings(), clusterings())
def test_the_same_clusters_and_ledger_give_the_same_iris(before, after):
    ledger = Ledger()
    named(ledger, before)
    first = named(ledger, after)
    assert named(ledger, after) == first
    assert len(set(first)) == len(first)


@given(clusterings(), clusterings())
def test_what_came_between_leaves_no_trace_in_the_iris(before, between):
    ledger = Ledger()
    first = named(ledger, before)
    named(ledger, between)
    assert named(ledger, before) == first


@given(clusterings(), clusterings())
def test_no_iri_of_the_ledger_is_lost(before, after):
    ledger = Ledger()
    once = set(named(ledger, before))
    now = events(after, named(ledger, after))
    lost = ledger.lost(now)
    assert once <= set(now.values()) | lost.replaced.keys() | set(lost.gone)
    assert set(lost.replaced.values()) <= set(now.values())
    reported = {report for _, _, reports in after for report in reports}
    assert all(not ledger.events[event].keys() & reported for event in lost.gone)


@given(clusterings())
def test_more_reports_keep_every_iri(clusters):
    ledger = Ledger()
    first = named(ledger, clusters)
    grown = [
        (kind, parties, (f"https://w3id.org/picketline/id/report/a-new{n}/r", *reports))
        for n, (kind, parties, reports) in enumerate(clusters)
    ]
    assert named(ledger, grown) == first


def test_a_merge_leaves_a_replacement_and_a_removal_leaves_it_gone():
    ledger = Ledger()
    apart = [("strike", ("p",), (REPORTS[0],)), ("strike", ("p",), (REPORTS[1], REPORTS[2]))]
    first = named(ledger, apart)
    whole = [("strike", ("p",), tuple(REPORTS[:3]))]
    merged = named(ledger, whole)
    assert merged == [first[0]]
    assert ledger.lost(events(whole, merged)).replaced == {first[1]: first[0]}
    assert ledger.lost({REPORTS[0]: first[0]}).gone == (first[1],)


def test_a_split_leaves_the_old_iri_with_the_founder():
    ledger = Ledger()
    (whole,) = named(ledger, [("strike", ("p",), tuple(REPORTS[:3]))])
    one, other = named(ledger, [("strike", ("p",), (REPORTS[0],)), ("strike", ("p",), tuple(REPORTS[1:3]))])
    assert (one, other != whole) == (whole, True)
    again = {REPORTS[1]: other, REPORTS[2]: other}
    assert ledger.lost(again).replaced == {whole: other}


def reworded(tmp_path, *lost):
    """What became of the only events that a file names, each of one report, when their article tells of one strike anew."""
    ledger = Ledger()
    path = tmp_path / "iris.csv"
    old = [ledger.name(kind, ("p",), (f"{REPORTS[0]}eport/{report}",)) for kind, report in lost]
    write(path, ledger.text(ledger.lost({})))
    ledger = Ledger.read([path])
    report = f"{REPORTS[0]}eport/strike-2222222222"
    new = ledger.name("strike", ("p",), (report,))
    return old, new, ledger.lost({report: new}), ledger


def test_an_article_worded_anew_leads_from_its_old_event_to_the_new_one(tmp_path):
    (old,), new, lost, ledger = reworded(tmp_path, ("strike", "strike-1111111111"))
    assert lost.replaced == {old: new}
    write(tmp_path / "iris.csv", ledger.text(lost))
    later = Ledger.read([tmp_path / "iris.csv"])
    assert later.lost({f"{REPORTS[0]}eport/strike-2222222222": new}).replaced == {old: new}
    assert later.lost({}).gone == tuple(sorted((old, new)))


def test_an_event_of_another_class_of_the_article_is_no_heir(tmp_path):
    (old,), _, lost, _ = reworded(tmp_path, ("rally", "rally-1111111111"))
    assert lost.gone == (old,)


def test_an_heir_that_is_replaced_in_its_turn_leads_on(tmp_path):
    path = tmp_path / "iris.csv"
    first, second, third = (f"{iris.ID}event/strike-{letter * 8}" for letter in "123")
    report = f"{REPORTS[0]}eport/strike-{'4' * 10}"
    path.write_text(
        f"report,event,replaced_by\n{report}old,{first},\n{report},{second},\n{report},{third},\n,{first},{second}\n,{third},{second}\n",
        encoding="utf-8",
    )
    assert Ledger.read([path]).lost({report: third}).replaced == {first: third, second: third}


def test_it_is_written_and_read_back(tmp_path):
    ledger = Ledger()
    clusters = [("strike", ("p",), tuple(random.Random(n).sample(REPORTS[n * 4 : n * 4 + 4], 3))) for n in range(3)]
    found = named(ledger, clusters)
    lost = ledger.lost(events(clusters[1:], found[1:]))
    write(tmp_path / "iris.csv", ledger.text(lost))
    again = Ledger.read([tmp_path / "iris.csv"])
    assert again.text(lost) == ledger.text(lost)
    assert named(again, clusters) == found
    assert Ledger.read([tmp_path / "absent.csv"]) == Ledger()


def test_events_that_replace_each_other_are_refused_by_name(tmp_path):
    one, other, third = (f"{iris.ID}event/{name}" for name in ("one", "other", "third"))
    path = tmp_path / "iris.csv"
    path.write_text(f"report,event,replaced_by\n,{third},{one}\n,{one},{other}\n,{other},{one}\n", encoding="utf-8")
    with pytest.raises(StoreError) as raised:
        Ledger.read([path])
    assert str(raised.value).startswith(f"{path}: found events that replace each other: {one} -> {other} -> {one}")
    path.write_text(f"report,event,replaced_by\n,{one},{other}\n,{third},{other}\n", encoding="utf-8")
    assert Ledger.read([path]).lost({"r": other}).replaced == {one: other, third: other}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n", "expected report,event,replaced_by"),
        ("report,event,replaced_by\nx,y\n", "iris.csv:2: found"),
        ("report,event,replaced_by\nx,nowhere,\n", "iris.csv:2"),
    ],
)
def test_a_bad_row_is_named(tmp_path, text, says):
    (tmp_path / "iris.csv").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=says):
        Ledger.read([tmp_path / "iris.csv"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example/a?utm_source=x", "http://news.example/a/"),
        ("HTTPS://News.Example:443/a#top", "https://news.example/a"),
        ("https://news.example/a?id=1&fbclid=z", "https://news.example/a?id=1"),
    ],
)
def test_a_page_has_one_key_however_its_url_is_written(one, other):
    assert iris.normal_url(one) == iris.normal_url(other)


@given(st.text(min_size=1))
def test_a_slug_is_never_empty_and_always_safe(text):
    assert iris.slug(text)
    assert set(iris.slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
