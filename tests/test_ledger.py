"""IRIs are promises: laws of the ledger over random corpora."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import iris
from graph.errors import StoreError
from graph.ledger import Ledger

REPORTS = [f"https://w3id.org/picketline/id/report/a{n}/r" for n in range(12)]


@st.composite
def clusterings(draw):
    """A random partition of some of the reports into clusters."""
    chosen = draw(st.lists(st.sampled_from(REPORTS), unique=True, min_size=1))
    groups: dict[int, list[str]] = {}
    for report in chosen:
        groups.setdefault(draw(st.integers(0, 4)), []).append(report)
    return [("strike", ("p",), tuple(sorted(group))) for group in groups.values()]


EMPTY = Ledger({}, {})


@given(clusterings(), st.randoms())
def test_the_order_of_clusters_does_not_matter(clusters, chance):
    shuffled = list(clusters)
    chance.shuffle(shuffled)
    one = dict(zip([c[2] for c in clusters], EMPTY.assign(clusters).iris, strict=True))
    other = dict(zip([c[2] for c in shuffled], EMPTY.assign(shuffled).iris, strict=True))
    assert one == other


@given(clusterings())
def test_the_same_clusters_and_ledger_give_the_same_iris(clusters):
    first = EMPTY.assign(clusters)
    again = EMPTY.extended(first).assign(clusters)
    assert again.iris == first.iris
    assert again.replaced == again.gone == ()
    assert len(set(first.iris)) == len(first.iris)


@given(clusterings(), clusterings())
def test_no_iri_of_the_ledger_is_lost(before, after):
    ledger = EMPTY.extended(EMPTY.assign(before))
    assignment = ledger.assign(after)
    accounted = set(assignment.iris) | {old for old, _ in assignment.replaced} | set(assignment.gone)
    assert set(ledger.events.values()) <= accounted
    assert {new for _, new in assignment.replaced} <= set(assignment.iris)
    assert len(set(assignment.iris)) == len(assignment.iris)


@given(clusterings())
def test_more_reports_keep_every_iri(clusters):
    ledger = EMPTY.extended(EMPTY.assign(clusters))
    grown = [
        (kind, parties, (*reports, f"https://w3id.org/picketline/id/report/new{n}/r"))
        for n, (kind, parties, reports) in enumerate(clusters)
    ]
    assert ledger.assign(grown).iris == EMPTY.assign(clusters).iris


def test_a_merge_leaves_a_replacement_and_a_removal_leaves_it_gone():
    apart = [("strike", ("p",), (REPORTS[0],)), ("strike", ("p",), (REPORTS[1], REPORTS[2]))]
    first = EMPTY.assign(apart)
    ledger = EMPTY.extended(first)
    merged = ledger.assign([("strike", ("p",), tuple(REPORTS[:3]))])
    assert merged.iris == (first.iris[1],)
    assert merged.replaced == ((first.iris[0], first.iris[1]),)
    assert ledger.assign([apart[0]]).gone == (first.iris[1],)


def test_it_is_written_and_read_back(tmp_path):
    ledger = EMPTY.extended(EMPTY.assign([("strike", ("p",), tuple(random.Random(1).sample(REPORTS, 4)))]))
    ledger.write(tmp_path / "iris.csv")
    assert Ledger.read([tmp_path / "iris.csv"]) == ledger
    assert Ledger.read([tmp_path / "absent.csv"]) == EMPTY


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
