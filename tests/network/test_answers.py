"""What the questions owe: neighbourhoods that grow, paths that join, dates that hold, counts by origin."""

import importlib.util
import json
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import AmbiguousName, QueryError, UnknownName
from graph.network import ego, names, naming, paths, relations, slices, views

# The strategies live with the fixtures; tests are no package, so they are loaded by path.
_spec = importlib.util.spec_from_file_location("network_made", Path(__file__).with_name("made.py"))
make = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make)

quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def ends(found):
    return {(relation.source, relation.target, relation.key) for relation in found.relations}


@given(make.networks(), st.data())
@quick
def test_depth_nought_is_the_thing_alone_and_deeper_holds_shallower(network, data):
    centre = data.draw(st.sampled_from(sorted(network.graph)))
    at = data.draw(st.one_of(st.just(""), make.DAYS.map(str)))
    found = [ego.ego(network, centre, depth=depth, at=at) for depth in range(4)]
    assert [thing["id"] for thing in found[0].nodes] == [centre]
    assert found[0].relations == ()
    for less, more in pairwise(found):
        assert set(less.distance) <= set(more.distance)
        assert ends(less) <= ends(more)


@given(make.networks(), make.DAYS.map(str), st.data())
@quick
def test_as_of_a_day_nothing_begins_after_it(network, day, data):
    centre = data.draw(st.sampled_from(sorted(network.graph)))
    found = ego.ego(network, centre, depth=4, at=day)
    for thing in found.nodes:
        assert thing["id"] == centre or slices.begins(thing) <= day
    for relation in found.relations:
        assert relation.dates["earliestStart"] <= day
        edge = network.graph.edges[relation.source, relation.target, relation.key]
        assert not (edge["lasting"] and edge["latestEnd"] and edge["latestEnd"] < day)


@given(make.networks(), make.DAYS.map(str), st.data())
@quick
def test_what_runs_on_a_day_stands_as_of_it(network, day, data):
    centre = data.draw(st.sampled_from(sorted(network.graph)))
    running = ego.ego(network, centre, depth=1, at=day, running=True)
    assert ends(running) <= ends(ego.ego(network, centre, depth=1, at=day))
    for relation in running.relations:
        assert not relation.dates["latestEnd"] or relation.dates["latestEnd"] >= day


@given(make.networks(), st.one_of(st.just(""), make.DAYS.map(str)), st.data())
@quick
def test_steps_of_a_path_join_and_none_is_shorter(network, at, data):
    source, target = (data.draw(st.sampled_from(sorted(network.graph))) for _ in range(2))
    found = paths.path(network, source, target, at=at)
    graph = nx.Graph(slices.as_of(network.graph, at) if at else network.graph)
    if source not in graph or target not in graph or not nx.has_path(graph, source, target):
        assert not found.found
        assert found.answer.startswith("No sourced path leads")
        return
    assert len(found.steps) == nx.shortest_path_length(graph, source, target)
    here = source
    for step in found.steps:
        assert step.start == here
        assert {step.start, step.end} == {step.relation.source, step.relation.target}
        assert step.forward == (step.relation.source == step.start)
        assert step.relation.sources
        here = step.end
    assert here == target


def test_of_paths_of_one_length_that_with_most_origins_is_taken():
    network = make.made(
        {key: make.node(key, "union" if key in "az" else "event") for key in "abcz"},
        [
            ("b", "a", "made by", {}, [1]),
            ("b", "z", "made by", {}, [1]),
            ("c", "a", "made by", {}, [1, 2]),
            ("c", "a", "joins", {}, [1]),
            ("c", "z", "made by", {}, [1]),
        ],
    )
    found = paths.path(network, "a", "z")
    assert [(step.start, step.relation.kind, step.end, step.forward, step.others) for step in found.steps] == [
        ("a", "made by", "c", False, 1),
        ("c", "made by", "z", True, 0),
    ]


def test_co_naming_counts_origins_not_articles_and_leaves_undated_out_of_a_window():
    nodes = {
        key: make.node(key, kind)
        for key, kind in {"u": "union", "v": "association", "e": "event", "f": "event"}.items()
    }
    dated = {"date": "2023-05-02", "earliestStart": "2023-05-02", "latestEnd": "2023-05-02"}
    network = make.made(
        nodes,
        [
            ("e", "u", "made by", dated, [1, 2]),
            ("e", "v", "made to", dated, [1, 2]),
            ("f", "u", "made by", {}, [3]),
            ("f", "v", "made to", {}, [3]),
        ],
    )
    network.articles["a2"] = network.articles["a1"].__class__(**{**network.articles["a1"].as_json(), "iri": "a2"})
    everything = naming.naming(network)
    assert [(pair.origins, pair.happenings) for pair in everything.pairs] == [(2, ("e", "f"))]
    may = naming.naming(network, start="2023-05-01", end="2023-05-31")
    assert [(pair.origins, pair.happenings, may.undated) for pair in may.pairs] == [(1, ("e",), 1)]
    assert naming.naming(network, start="2023-06-01").pairs == ()
    assert "power" not in json.dumps(everything.as_json())
    with pytest.raises(QueryError, match="before it begins"):
        naming.naming(network, start="2023-06-01", end="2023-05-01")


def test_co_naming_of_the_seeds_is_symmetric_and_ranked(network):
    found = naming.naming(network, limit=100)
    assert [pair.origins for pair in found.pairs] == sorted((pair.origins for pair in found.pairs), reverse=True)
    assert all(pair.one < pair.other for pair in found.pairs)
    one = naming.naming(network, of=found.pairs[0].one, limit=100)
    assert all(found.pairs[0].one in (pair.one, pair.other) for pair in one.pairs)


def test_a_name_is_a_label_an_alias_an_iri_or_a_path(network):
    key = names.resolve(network, "WGA")
    for name in (key, f"/{key}", network.graph.nodes[key]["iri"], "wga", "  Writers  Guild of America "):
        assert names.resolve(network, name) == key
    with pytest.raises(UnknownName, match=r"near it are .*SAG-AFTRA") as unknown:
        names.resolve(network, "SAG-AFTR")
    assert "SAG-AFTRA" in unknown.value.near
    labels = [data["label"] for _, data in network.graph.nodes(data=True)]
    double = next(label for label in labels if labels.count(label) > 1)
    with pytest.raises(AmbiguousName, match="several things bear this name; expected one of event/"):
        names.resolve(network, double)
    with pytest.raises(UnknownName, match="no name is near it"):
        names.resolve(network, "x" * 5000)


@given(make.networks(), st.data())
@quick
def test_opening_a_node_adds_its_neighbours_and_counts_the_rest(network, data):
    key = data.draw(st.sampled_from(sorted(network.graph)))
    before = views.view(network, focus=(key,), depth=0)
    after = views.view(network, focus=(key,), depth=0, opened=(key,))
    around = set(nx.all_neighbors(network.graph, key)) - {key}
    assert before.nodes == (key,)
    assert before.hidden[key] == len(around)
    assert set(after.nodes) == {key} | around
    assert after.hidden[key] == 0


def test_no_more_than_twenty_five_open_at_once():
    nodes = {"u": make.node("u", "union"), **{f"e{n:02}": make.node(f"e{n:02}", "event") for n in range(60)}}
    network = make.made(nodes, [(f"e{n:02}", "u", "made by", {}, [1]) for n in range(60)])
    shown = [views.view(network, focus=("u",), depth=0, opened=("u",) * n) for n in range(4)]
    assert [len(view.nodes) for view in shown] == [1, 26, 51, 61]
    assert [view.hidden["u"] for view in shown] == [60, 35, 10, 0]
    assert views.view(network, focus=("u",), depth=1, limit=40).cut == 21


@given(make.networks(), st.sets(st.sampled_from(["union", "event"]), min_size=1), st.data())
@quick
def test_a_filter_keeps_the_kinds_asked_for_and_the_focus(network, kinds, data):
    key = data.draw(st.sampled_from(sorted(network.graph)))
    view = views.view(network, focus=(key,), depth=2, types=kinds)
    assert key in view.nodes
    assert all(node == key or network.graph.nodes[node]["kind"] in kinds for node in view.nodes)
    assert all({source, target} <= set(view.nodes) for source, target, _ in view.edges)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-05-02", "2023-05-02"),
        ("2023-05", "2023-05"),
        ("2023-05-02/2023-09-27", "2023-05-02 to 2023-09-27"),
        ("[2023-07-25..2023-07-31]", "between 2023-07-25 and 2023-07-31"),
        ("[2023-07-25,2023-07-31]", "2023-07-25 or 2023-07-31"),
        ("[..2023-07-31]/..", "since 2023-07-31 or earlier"),
        ("[..2023-09-18]/2025-09-23", "2023-09-18 or earlier to 2025-09-23"),
        ("2023-05-02/..", "since 2023-05-02"),
        ("/2023", "until 2023"),
        ("[2023-05-02..]", "2023-05-02 or later"),
        ("", "undated"),
    ],
)
def test_a_date_is_told_in_plain_words(edtf, words):
    assert relations.readable(edtf) == words


def test_words_of_a_digest_stand_without_quotation_marks(network):
    edge = next(iter(network.graph.edges(keys=True)))
    source = relations.of(network, edge).sources[0]
    assert source.article.digest
    assert source.line.startswith(f"our digest of {source.article.outlet}")
    assert not source.sentence.startswith("“")
    own = make.made({"u": make.node("u", "union"), "e": make.node("e", "event")}, [("e", "u", "made by", {}, [1])])
    told = relations.of(own, ("e", "u", "made by")).sources[0]
    assert told.sentence == "“Said”"
    assert told.line == "Outlet 1, 2023-05-01"
