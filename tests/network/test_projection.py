"""The projection's laws: every edge has a sentence that slices back, and the same statements give the same bytes."""

import json
import random

import networkx as nx
import pyoxigraph as ox
import pytest

from graph import store
from graph.errors import StoreError
from graph.network import layout, projection, record, views
from graph.network.model import DATES, KINDS


@pytest.fixture(scope="module")
def published(built):
    return store.open_published(built)


def test_every_edge_has_a_sentence_that_slices_back(network, published):
    texts = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))["text"] for path in (published.path / "texts").iterdir()
    }
    assert network.graph.number_of_edges() > 100
    for source, target, data in network.graph.edges(data=True):
        assert data["reports"], (source, target)
        for iri in data["reports"]:
            report = network.reports[iri]
            assert report.passages
            text = texts[report.article.rpartition("/")[2]]
            for passage in report.passages:
                assert text[passage.start : passage.end] == passage.text


def test_every_edge_is_stated_by_its_reports_in_their_articles(network, published):
    for source, target, data in network.graph.edges(data=True):
        if data["lasting"]:
            continue
        subject, object_ = (ox.NamedNode(network.graph.nodes[key]["iri"]) for key in (source, target))
        for iri in data["reports"]:
            article = ox.NamedNode(network.reports[iri].article)
            told = ox.NamedNode(iri)
            stated = list(published.store.quads_for_pattern(told, ox.NamedNode(data["property"]), None, article))
            assert stated
            assert list(published.store.quads_for_pattern(subject, None, told, None))
            if list(published.store.quads_for_pattern(object_, None, None, article)):
                assert object_ in {quad.object for quad in stated} or "/event/" in object_.value


def test_attributes_are_complete_and_of_known_kinds(network):
    for key, data in network.graph.nodes(data=True):
        assert data["kind"] in KINDS
        assert data["iri"].endswith(key)
        assert data["page"] == f"/{key}"
        assert all(isinstance(data[name], str) for name in DATES)
        assert data["label"] in data["names"]
    for *_, data in network.graph.edges(data=True):
        assert data["origins"] <= len(data["articles"])
        assert set(data["articles"]) == {network.reports[iri].article for iri in data["reports"]}


def test_an_office_that_an_article_tells_is_the_office_of_the_vocabulary(network, published):
    told = published.store.query(
        "PREFIX pl: <https://w3id.org/picketline/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        "SELECT ?words ?label WHERE { ?holding pl:roleText ?words ; pl:role/skos:prefLabel ?label }"
    )
    offices = {row["words"].value: row["label"].value for row in told}
    assert offices["president"] == "president"
    assert all(words in offices for words in offices.values())
    assert "agent/gabrielle-carteris" in network.graph


def test_a_person_without_office_who_did_not_speak_is_left_out(network):
    assert network.withheld == 1
    persons = {data["label"] for _, data in network.graph.nodes(data=True) if data["kind"] == "person"}
    assert persons
    assert "Eric Heisserer" not in persons
    assert "Eric Heisserer" not in {name for _, data in network.graph.nodes(data=True) for name in data["names"]}


def test_what_only_the_registry_knows_is_no_edge(network, published):
    held = {data["reports"] for *_, data in network.graph.edges(data=True) if data["lasting"]}
    assert held
    offices = list(
        published.store.quads_for_pattern(None, ox.NamedNode("https://w3id.org/picketline/ns#holder"), None, None)
    )
    assert len(held) < len({quad.subject for quad in offices})


def test_the_order_of_statements_does_not_matter(published):
    rows = list(published.store)
    one = record.published(rows, "v")
    random.Random(1).shuffle(rows)
    assert record.published(rows, "v") == one
    assert (published.path / "data" / record.NAME).read_bytes() == record.published(rows, published.version)


def test_the_file_reads_back_to_the_same_network(network):
    data = record.dump(network, version=network.version, core=network.core, places=dict(network.places))
    again = record.load(data)
    assert nx.utils.graphs_equal(again.graph, network.graph)
    assert (again.reports, again.articles, again.places, again.core) == (
        network.reports,
        network.articles,
        network.places,
        network.core,
    )


def test_a_version_without_its_network_says_what_to_do(tmp_path):
    (tmp_path / "data").mkdir()
    with pytest.raises(StoreError, match=r"network\.json: no readable network .* run `picketline build`"):
        record.of(store.Publication("v", tmp_path, {}))


ONTOLOGY = """
@prefix pl: <https://w3id.org/picketline/ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix id: <https://w3id.org/picketline/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix event: <https://w3id.org/picketline/id/event/> .
@prefix agent: <https://w3id.org/picketline/id/agent/> . @prefix report: <https://w3id.org/picketline/id/report/> .
pl:LaborUnion rdfs:subClassOf pl:Agent . pl:Person rdfs:subClassOf pl:Agent . pl:Hearing rdfs:subClassOf pl:LegalEvent .
pl:LegalEvent rdfs:subClassOf pl:TimelineEntry . pl:union a rdf:Property ; rdfs:label "union side" .
pl:person a rdf:Property ; rdfs:label "person involved" .
event:h a pl:Hearing ; rdfs:label "hearing" ; pl:articleCount 1 ; pl:modality pl:modality-actual ; pl:report report:r ; pl:union agent:u ; pl:person agent:p .
agent:u a pl:LaborUnion ; rdfs:label "Union" . agent:p a pl:Person ; rdfs:label "Person" .
id:said pl:madeBy agent:p .
<https://w3id.org/picketline/id/article/a> a pl:Article ; pl:evidenceKind pl:evidence-digest .
"""
ARTICLE = """
@prefix pl: <https://w3id.org/picketline/ns#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix id: <https://w3id.org/picketline/id/> . @prefix report: <https://w3id.org/picketline/id/report/> .
@prefix agent: <https://w3id.org/picketline/id/agent/> .
report:r a pl:Report ; pl:modality pl:modality-actual ; pl:trigger "hearing" ; pl:evidence id:e ; pl:union agent:u ; pl:person agent:p .
id:e oa:hasSelector id:q , id:o . id:q oa:exact "A hearing." . id:o oa:start 0 ; oa:end 10 .
"""


def test_a_persons_part_in_a_legal_event_waits_for_review():
    graph = ox.NamedNode("https://w3id.org/picketline/id/article/a")
    told = [ox.Quad(q.subject, q.predicate, q.object, graph) for q in ox.parse(ARTICLE, format=ox.RdfFormat.TURTLE)]
    quads = [*ox.parse(ONTOLOGY, format=ox.RdfFormat.TURTLE), *told]
    assert list(projection.of(quads).graph.edges()) == [("event/h", "agent/u")]
    reviewed = ox.Quad(
        ox.NamedNode("https://w3id.org/picketline/id/event/h"),
        ox.NamedNode("https://w3id.org/picketline/ns#reviewStatus"),
        ox.NamedNode("https://w3id.org/picketline/ns#review-accepted"),
    )
    assert set(projection.of([*quads, reviewed]).graph.edges()) == {("event/h", "agent/u"), ("event/h", "agent/p")}


def test_positions_are_whole_numbers_and_labels_do_not_overlap(network):
    assert set(network.places) == {key for key in network.graph if network.graph.degree(key)}
    boxes = [(x, y, layout.width(network.graph, key)) for key, (x, y) in network.places.items()]
    assert all(isinstance(x, int) and isinstance(y, int) for x, y, _ in boxes)
    for i, (x, y, wide) in enumerate(boxes):
        for other_x, other_y, other_wide in boxes[i + 1 :]:
            apart = abs(x - other_x) >= (wide + other_wide) / 2 - 3 or abs(y - other_y) >= layout.HEIGHT - 3
            assert apart


def test_the_union_side_stands_left_of_the_employers(network):
    def mean(kind):
        places = [network.places[key][0] for key in network.core if network.graph.nodes[key]["kind"] == kind]
        return sum(places) / len(places)

    assert mean("union") < mean("association")


def test_the_opening_view_is_of_one_component(network):
    parts = [part for part in nx.weakly_connected_components(network.graph) if part & set(network.core)]
    assert len(parts) == 1
    assert len(parts[0]) == max(map(len, nx.weakly_connected_components(network.graph)))


def test_the_opening_view_is_small_and_connected_to_itself(network):
    assert 20 <= len(network.core) <= views.CORE
    inside = network.graph.subgraph(network.core)
    assert all(inside.degree(key) for key in inside)
    kinds = {network.graph.nodes[key]["kind"] for key in network.core}
    assert {"union", "association", "event", "proposal", "person"} <= kinds
