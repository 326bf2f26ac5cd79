"""A dump is served as it is: ours with its pages, anybody's with its SPARQL and its files; a broken one is told with its line."""

import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from graph import replica, store, turtle
from graph.cli import main
from graph.errors import SourceError
from graph.settings import Settings
from server import create_app

ROOT = Path(__file__).parent.parent
FOREIGN = """
@prefix ex: <https://x.example/> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix dct: <http://purl.org/dc/terms/> .
ex:set a void:Dataset ; dct:license <https://x.example/licence> .
ex:ships { ex:ß ex:crew [ ex:of 12 ; ex:named "Ana"@pt ] ; ex:1 "one" . _:b ex:next _:b . }
"""
PAGES = ("/", "/timeline?show=all", "/agents", "/issues", "/articles", "/graph", "/sparql", "/data", "/ns")
JSON = {"Accept": "application/json"}


def told(client, query):
    """The rows of a query at the endpoint."""
    response = client.get("/sparql", query_string={"query": query}, headers=JSON)
    assert response.status_code == 200, response.text
    return [{k: v["value"] for k, v in row.items()} for row in response.json["results"]["bindings"]]


@pytest.fixture
def served(tmp_path):
    """Serves a text as a dump of some name: `served("a.trig", text)` gives a client."""

    def serve(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        place = Settings(instance=tmp_path / "instance")
        replica.publish(path, place)
        return create_app(place).test_client()

    return serve


def test_a_foreign_dump_is_asked_and_taken_away(served):
    client = served("ships.trig", FOREIGN)
    assert told(client, "SELECT ?n { GRAPH ?g { ?s <https://x.example/named> ?n } }") == [{"n": "Ana"}]
    assert told(client, "SELECT ?s { ?s ?p ?o }")
    for page in PAGES:
        response = client.get(page, headers={"Accept": "text/html"})
        assert response.status_code == 200, page
        assert "CC BY 4.0" not in response.text or page == "/sparql"
    listed = client.get("/data", headers=JSON).json
    for file in listed["files"]:
        assert client.get(file["url"], buffered=True).status_code == 200
    again = list(
        ox.parse(client.get(f"{listed['versions'][0]['url']}/all.nq", buffered=True).data, format=ox.RdfFormat.N_QUADS)
    )
    dataset = ox.Dataset(again)
    original = ox.Dataset(ox.parse(FOREIGN.encode(), format=ox.RdfFormat.TRIG))
    for each in (dataset, original):
        each.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    assert dataset == original
    license_ = client.get(listed["files"][0]["url"], buffered=True).headers["Link"]
    assert license_ == '<https://x.example/licence>; rel="license"'
    described = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert described.status_code == 200


@pytest.mark.parametrize(("name", "text"), [("a.nq", ""), ("a.trig", ""), ("a.nt", "# nothing\n"), ("a.ttl", "\n")])
def test_an_empty_dump_is_served(served, name, text):
    client = served(name, text)
    for page in PAGES:
        assert client.get(page, headers={"Accept": "text/html"}).status_code == 200, page
    assert told(client, "SELECT ?s { ?s ?p ?o }") == []


def test_a_dump_of_ours_has_our_pages(built, tmp_path):
    published = store.open_published(built)
    place = Settings(instance=tmp_path)
    copy = replica.publish(published.path / "data" / "all.nq", place)
    assert copy.version == published.version
    assert {turtle.line(q) for q in store.open_published(place).store} == {turtle.line(q) for q in published.store}
    for name in ("all.nq", "all.trig", "timeline.ttl", "events.csv", "network.json", "csv-metadata.json", "shapes.ttl"):
        assert (copy.path / "data" / name).read_bytes() == (published.path / "data" / name).read_bytes(), name
    ours, theirs = create_app(built).test_client(), create_app(place).test_client()
    assert ours.get("/timeline.json").json == theirs.get("/timeline.json").json
    article = published.manifest["articles"][0]
    assert copy.manifest["articles"] == published.manifest["articles"]
    for path in ("/", "/agent/wga", "/id/agent/wga.ttl", f"/article/{article}", *PAGES):
        assert theirs.get(path, headers={"Accept": "text/html"}, follow_redirects=True).status_code == 200, path
    page = theirs.get(f"/article/{article}", headers={"Accept": "text/html"}).text
    whole = ours.get(f"/article/{article}", headers={"Accept": "text/html"}).text
    used = [part.split("</span>")[0] for part in whole.split('<span class="used"')[1:]]
    assert used
    assert all(part in page for part in used)


@pytest.mark.parametrize("seed", range(3))
def test_any_part_of_a_dump_of_ours_is_served(built, served, seed):
    published = store.open_published(built)
    lines = (published.path / "data" / "all.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    chance = random.Random(seed)
    kept = [line for line in lines if chance.random() < (0.9, 0.5, 0.1)[seed]]
    client = served("part.nq", "".join(kept))
    things = sorted(set(re.findall(r"picketline/id(/(?:agent|event|article|issue|work)/[^>#/]+)>", "".join(kept))))
    for path in (*PAGES, "/timeline.json", "/timeline.csv", "/timeline.ttl", "/timeline?known=2023-07-01"):
        assert client.get(path, headers={"Accept": "text/html"}).status_code == 200, path
    for path in chance.sample(things, 30):
        assert client.get(path, headers={"Accept": "text/html"}).status_code in (200, 301, 404), path
        assert client.get(path + ".ttl").status_code in (200, 404), path


def test_what_a_dump_links_to_is_an_address_or_nothing(served):
    client = served(
        "a.trig",
        """@prefix pl: <https://w3id.org/picketline/ns#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dct: <http://purl.org/dc/terms/> .
        pl:Agent rdfs:subClassOf pl:Agent .
        <https://w3id.org/picketline/id/agent/x> a pl:Agent ; rdfs:label "<b>X</b>" ; foaf:homepage <javascript:alert(1)> .
        <https://x.example/set> a <http://rdfs.org/ns/void#Dataset> ; dct:license <javascript:alert(2)> .""",
    )
    page = client.get("/agent/x", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "<b>X" not in page.text
    assert 'href="javascript' not in page.text + client.get("/data", headers={"Accept": "text/html"}).text
    assert "javascript" not in client.get("/agent/x.ttl").headers["Link"]


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("a.nq", '<https://x.example/s> <https://x.example/p> "x" .\n<https://x.example/s> nothing .\n', 2, "N-Quads"),
        ("a.nq", b'<https://x.example/s> <https://x.example/p> "\xff" .\n', 1, "UTF-8"),
        ("a.nq", "<https://x.example/s> <https://x.example/p> <not an iri> .", 1, "IRI"),
        ("a.trig", "@prefix a: <https://x.example/> .\n\na:s a:p b:o .", 3, "prefix b:"),
        ("a.trig", '@prefix a: <https://x.example/> .\na:s a:p "open', 2, "TriG"),
        ("a.trig", "<s> <p> <o> .", 1, "absolute IRI"),
    ],
)
def test_a_broken_dump_is_told_with_its_line(tmp_path, name, text, line, words):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SourceError) as raised:
        replica.publish(path, Settings(instance=tmp_path / "instance"))
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert words in str(raised.value)
    assert "expected" in str(raised.value)


def test_the_command_tells_what_is_wrong_with_a_file(tmp_path):
    for name, text, words in (
        ("a.xls", "", "unknown ending '.xls'; expected .nq"),
        ("a.nq", "nonsense\n", "a.nq:1: "),
        ("b.nq", "<https://x.example/s> <https://x.example/p> <<( <a:a> <a:a> <a:a> )>> .", "triple as its object"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        result = CliRunner().invoke(main, ["serve", "--dump", str(tmp_path / name)])
        assert result.exit_code == 3
        assert words in result.output
    assert CliRunner().invoke(main, ["serve", "--dump", str(tmp_path / "none.nq")]).exit_code == 2


def test_the_same_dump_gives_the_same_bytes(tmp_path):
    path = tmp_path / "a.trig"
    path.write_text(FOREIGN, encoding="utf-8")
    versions = [replica.publish(path, Settings(instance=tmp_path / name)) for name in ("one", "two")]
    sums = [(version.path / "data" / "SHA256SUMS").read_bytes() for version in versions]
    assert sums[0] == sums[1]


def test_the_command_serves_and_leaves_nothing_behind(tmp_path):
    (tmp_path / "ships.trig").write_text(FOREIGN, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    spare = tmp_path / "temporary"
    spare.mkdir()
    started = subprocess.Popen(
        [sys.executable, "-m", "graph", "serve", "--port", str(port), "--dump", str(tmp_path / "ships.trig")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(spare)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert "7 statements" in started.stdout.readline()
        deadline = time.monotonic() + 60
        while True:
            try:
                request = urllib.request.Request(f"http://127.0.0.1:{port}/data", headers=JSON)
                with urllib.request.urlopen(request, timeout=10) as answer:
                    assert json.load(answer)["versions"]
                break
            except OSError:
                assert time.monotonic() < deadline
                time.sleep(0.2)
        started.send_signal(signal.SIGTERM)
        assert started.wait(timeout=60) == 0
        assert list(spare.iterdir()) == []
    finally:
        started.kill()
        started.wait()
        started.stdout.close()


def test_a_foreign_dump_is_described_as_what_it_is(served):
    described = served("ships.trig", FOREIGN).get("/sparql", headers={"Accept": "text/turtle"}).text
    assert "The graphs of ships.trig, as they are" in described
    assert "<https://x.example/licence>" in described
    assert "picketline/id" not in described
    assert "creativecommons" not in described
    assert "imeline:" not in described
