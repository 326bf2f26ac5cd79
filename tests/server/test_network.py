"""The explorer's routes: what they answer, what they refuse and how, and what hostile names do to them: nothing."""

import io
import json
import re
from pathlib import Path

import networkx as nx
import pytest

from graph import store
from graph.network import picture, record, views
from graph.network.model import KINDS
from server import create_app
from server import network as explorer

LIBRARY = f"/graph/lib/{picture.PYVIS}/vis-network.min.js"
ROUTES = [
    ("/graph", "text/html"),
    ("/graph?focus=agent/wga&depth=2&at=2023-09-24&types=union,event&sel=agent/wga", "text/html"),
    ("/graph.json", "application/json"),
    ("/graph.gexf", "application/gexf+xml"),
    ("/graph.graphml", "application/graphml+xml"),
    ("/graph.html", "text/html"),
    ("/graph/path?from=Disney&to=WGA", "text/html"),
    ("/api/network/ego?of=WGA", "application/json"),
    ("/api/network/path?from=Disney&to=WGA", "application/json"),
    ("/api/network/central?from=2023-05-01&to=2023-11-09&limit=3", "application/json"),
    (LIBRARY, "text/javascript"),
]


@pytest.fixture(scope="module")
def network(built):
    return record.of(store.open_published(built))


@pytest.mark.parametrize(("path", "kind"), ROUTES)
def test_every_route_answers(client, path, kind):
    response = client.get(path)
    assert response.status_code == 200
    assert response.mimetype == kind


@pytest.mark.parametrize("path", [path for path, kind in ROUTES if kind != "text/html"])
def test_an_answer_that_the_client_holds_is_not_sent_again(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_library_is_that_of_the_installed_package_and_may_be_kept(client):
    response = client.get(LIBRARY)
    assert response.data == picture.library()
    assert "immutable" in response.headers["Cache-Control"]
    assert client.get("/graph/lib/0.0.0/vis-network.min.js").status_code == 404


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/network/ego", 400, "parameter 'of' is missing; expected a name, alias, IRI or path"),
        ("/api/network/ego?of=nobody", 404, "nothing in the network bears this name"),
        ("/api/network/ego?of=SAG-AFTR", 404, "near it are"),
        ("/api/network/ego?of=WGA&depth=99", 400, "depth=99: expected a whole number from 0 to 6"),
        ("/api/network/ego?of=WGA&depth=-1", 400, "expected a whole number"),
        ("/api/network/ego?of=WGA&depth=1.5", 400, "expected a whole number"),
        ("/api/network/ego?of=WGA&at=yesterday", 400, "at=yesterday: expected a day such as 2023-07-14"),
        ("/api/network/ego?of=WGA&at=2023-02-30", 400, "expected a day"),
        ("/api/network/ego?of=WGA&running=1", 400, "expected a day as well"),
        (
            "/api/network/ego?of=WGA&dept=1",
            400,
            "parameter 'dept' is not known; expected some of at, depth, of, running",
        ),
        ("/api/network/path?from=WGA", 400, "parameter 'to' is missing"),
        ("/api/network/central?from=2023-06-01&to=2023-05-01", 400, "before it begins"),
        ("/api/network/central?limit=0", 400, "from 1 to 1000"),
        ("/graph.json?types=guild", 400, f"expected some of {', '.join(KINDS)}"),
        ("/graph.json?focus=nobody", 404, "nothing in the network bears this name"),
        ("/graph.gexf?" + "&".join(["add=agent/wga"] * 401), 400, "401 parts; expected at most 400"),
    ],
)
def test_a_wrong_parameter_is_answered_by_what_was_expected(client, path, status, words):
    response = client.get(path)
    assert response.status_code == status
    assert response.mimetype == "application/problem+json"
    body = response.get_json()
    assert body["status"] == status
    assert words in body["detail"]


@pytest.mark.parametrize(
    "path", ["/graph?types=guild", "/graph?find=nobody", "/graph?sel=nobody", "/graph/path?from=WGA&to=nobody"]
)
def test_the_pages_help_a_reader_who_asked_wrongly(client, path):
    response = client.get(path)
    assert response.status_code in (400, 404)
    assert 'role="alert"' in response.text
    assert "<form" in response.text


def test_a_search_leads_to_the_canonical_address(client):
    centred = client.get("/graph?find=Writers+Guild&as=centre")
    assert (centred.status_code, centred.headers["Location"]) == (303, "/graph?focus=agent/wga&sel=agent/wga")
    added = client.get("/graph?find=disney&as=add&focus=WGA&depth=2")
    assert added.headers["Location"] == "/graph?add=agent/disney&depth=2&focus=agent/wga&sel=agent/disney"


def test_the_page_without_script_has_the_picture_s_items_and_the_details(client, network):
    page = client.get("/graph?sel=agent/wga").text
    drawn = client.get("/graph.json").get_json()["nodes"]
    rows = re.findall(r'data-row="([^"]+)"', page)
    assert sorted(rows) == sorted(node["id"] for node in drawn)
    assert len(rows) <= views.CORE
    relations = network.graph.degree("agent/wga")
    assert f"Relations ({relations}), by date" in page
    assert "our digest of" in page
    assert 'class="verbatim"' not in page
    assert "“" not in page[page.index('id="panel"') :]


def test_the_details_hold_as_of_the_day(client):
    early = client.get("/graph?sel=agent/wga&at=2023-05-02").text
    late = client.get("/graph?sel=agent/wga&at=2023-12-31").text
    count = re.compile(r"Relations \((\d+)\)")
    assert int(count.search(early)[1]) < int(count.search(late)[1])
    assert "2023-09-24" not in early[early.index('id="panel"') : early.index('id="items"')]


def test_the_same_node_stands_at_the_same_place_in_every_view(client):
    views_ = [
        client.get("/graph.json" + query).get_json()["nodes"] for query in ("", "?focus=WGA", "?focus=AMPTP&depth=2")
    ]
    places = [{node["id"]: (node["x"], node["y"]) for node in nodes} for nodes in views_]
    for key in set(places[0]) & set(places[1]) & set(places[2]):
        assert places[0][key] == places[1][key] == places[2][key]
    assert all(isinstance(value, int) for place in places[0].values() for value in place)


def test_the_picture_has_no_title_and_physics_is_off(client):
    body = client.get("/graph.json").get_json()
    assert all("title" not in item for item in body["nodes"] + body["edges"])
    assert body["options"]["physics"] == {"enabled": False}
    assert all(isinstance(node["id"], str) and node["group"] in body["options"]["groups"] for node in body["nodes"])


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_the_files_read_back(client, network, form):
    read = nx.read_gexf if form == "gexf" else nx.read_graphml
    graph = read(io.BytesIO(client.get(f"/graph.{form}").data))
    assert set(graph) == set(network.graph)
    part = read(io.BytesIO(client.get(f"/graph.{form}?focus=WGA").data))
    assert set(part) == {"agent/wga", *nx.all_neighbors(network.graph, "agent/wga")}


def test_a_path_is_json_where_the_client_prefers_it(client):
    body = client.get("/graph/path?from=Disney&to=WGA", headers={"Accept": "application/json"}).get_json()
    assert body["found"]
    assert all(step["relation"]["sources"][0]["passages"][0]["text"] for step in body["steps"])
    nowhere = client.get("/graph/path?from=Disney&to=WGA&at=1990-01-01")
    assert nowhere.status_code == 200
    assert "No sourced path leads from" in nowhere.text


def test_nothing_published_is_told_as_such(settings):
    response = create_app(settings).test_client().get("/graph")
    assert response.status_code == 503
    assert "picketline build" in response.text


def test_the_colours_of_the_legend_are_those_of_the_picture():
    static = Path(explorer.__file__).parent / "static"
    styles = (static / "site.css").read_text(encoding="utf-8") + (static / "graph.css").read_text(encoding="utf-8")
    for kind in ("union", "association", "company", "person", "proposal", "event"):
        assert {picture.LOOKS[kind].light, picture.LOOKS[kind].dark} <= set(re.findall(rf"--{kind}: *(#\w+)", styles))


def test_hostile_names_stay_text(client, hostile):
    words = hostile
    for path in ("/graph", "/graph?sel=agent/u", "/graph.html", "/graph/path?from=agent/u&to=event/e"):
        page = client.get(path)
        assert page.status_code == 200
        for markup in ("<script>alert", "<img src=x", "<a href='https://evil", "</script><script>alert"):
            assert markup not in page.text
    body = client.get("/graph.json").get_json()
    assert {node["name"] for node in body["nodes"]} == {words}
    assert all(len(node["label"]) < 80 and "\u202e" not in node["label"] for node in body["nodes"])
    for form in ("gexf", "graphml"):
        assert client.get(f"/graph.{form}").status_code == 200
    told = client.get("/api/network/ego?of=agent/u").get_json()
    assert told["relations"][0]["sources"][0]["passages"][0]["text"] == words
    assert json.dumps(told)


def test_hostile_parameters_are_refused_in_short(client):
    for path in ("/graph?sel=", "/graph.json?focus=", "/api/network/ego?of="):
        response = client.get(path + "x" * 5000)
        assert response.status_code == 404
        assert "x" * 200 not in response.text
    response = client.get("/graph?find=<script>alert(1)</script>")
    assert "<script>alert" not in response.text
