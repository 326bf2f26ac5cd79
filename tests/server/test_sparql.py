"""The protocol on /sparql, with real workers; waitress and a real client where they matter."""

import csv
import gzip
import http.client
import io
import json
import re
import socket
import threading
import time
import urllib.parse
import xml.etree.ElementTree as ET
from contextlib import contextmanager
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from flask import request
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from graph import store
from graph.views import questions
from server import create_app, description, negotiation, run, sparql
from server.pool import guard

STRIKES = "SELECT ?strike ?label WHERE { ?strike a pl:Strike ; rdfs:label ?label } ORDER BY ?strike"
GRAPH = "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s a pl:Strike ; rdfs:label ?o }"
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i ."
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
READERS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "jsonld": "json-ld",
    "rdfxml": "xml",
    "trig": "trig",
    "nquads": "nquads",
}
RESULTS = {"http://www.w3.org/2005/sparql-results#": "s"}


@pytest.fixture(scope="module")
def make(built):
    """Makes applications over the built graph with limits of their own, and closes their pools."""
    pools = []

    def call(place=None, **limits):
        app = create_app(replace(place or built, **limits))
        pools.append(app.extensions[sparql.POOL][1])
        return app.test_client()

    yield call
    for pool in pools:
        pool.close()


@pytest.fixture(scope="module")
def client(make):
    return make()


@contextmanager
def serving(app):
    """The address of the application under waitress."""
    server = run.listener(app, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    sparql.pool(app).close()
    server.close()
    thread.join(5)


@pytest.fixture
def live(built):
    """The address of an endpoint."""
    with serving(create_app(replace(built, query_deadline=2.0))) as address:
        yield address + "/sparql"


def ask(client, query, accept=None, **parameters):
    headers = {"Accept": accept} if accept else {}
    return client.get("/sparql", query_string={"query": query, **parameters}, headers=headers)


def bindings(response):
    assert response.status_code == 200, response.text
    return response.json["results"]["bindings"]


def problem(response, status, name):
    assert response.status_code == status, response.text
    assert response.mimetype == "application/problem+json"
    assert response.json["status"] == status
    assert response.json["type"].endswith("/sparql#" + name)
    assert response.json["title"]
    assert response.json["detail"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    return response.json


def test_the_three_ways_of_asking_answer_alike(client):
    answers = [
        ask(client, STRIKES),
        client.post("/sparql", data={"query": STRIKES}),
        client.post("/sparql", data=STRIKES, content_type="application/sparql-query"),
        client.post("/sparql", data=STRIKES.encode(), content_type="application/sparql-query; charset=utf-8"),
    ]
    assert len({answer.data for answer in answers}) == 1
    assert len(bindings(answers[0])) >= 2


def test_rows_in_each_format_tell_the_same(client):
    wanted = [(row["strike"]["value"], row["label"]["value"]) for row in bindings(ask(client, STRIKES))]
    answer = ask(client, STRIKES, "text/csv")
    assert [tuple(row) for row in csv.reader(io.StringIO(answer.text))] == [("strike", "label"), *wanted]
    assert answer.content_type == "text/csv; charset=utf-8"
    answer = ask(client, STRIKES, "text/tab-separated-values")
    assert answer.text.splitlines()[0] == "?strike\t?label"
    assert len(answer.text.splitlines()) == len(wanted) + 1
    answer = ask(client, STRIKES, "application/sparql-results+xml")
    assert answer.content_type == "application/sparql-results+xml"
    root = ET.fromstring(answer.data)
    assert [uri.text for uri in root.iter("{http://www.w3.org/2005/sparql-results#}uri")] == [row[0] for row in wanted]


@pytest.mark.parametrize("media", [m for m in negotiation.GRAPHS if m != "text/plain"])
def test_a_graph_in_each_format_is_the_same_graph(client, media):
    def read(accept):
        answer = ask(client, GRAPH, accept)
        assert answer.status_code == 200
        assert answer.mimetype == accept
        return set(rdflib.Graph().parse(data=answer.data, format=READERS[negotiation.GRAPHS[accept]]))

    assert read(media) == read("application/n-triples") != set()


def test_ask_and_describe(client):
    assert ask(client, "ASK { ?s a pl:Strike }").json == {"head": {}, "boolean": True}
    assert "pl:LaborUnion" in ask(client, "DESCRIBE agent:sag-aftra").text


@pytest.mark.parametrize(
    ("format", "query", "media"),
    [
        ("json", STRIKES, "application/sparql-results+json"),
        ("csv", STRIKES, "text/csv"),
        ("xml", STRIKES, "application/sparql-results+xml"),
        ("json", GRAPH, "application/ld+json"),
        ("ttl", GRAPH, "text/turtle"),
        ("nt", GRAPH, "application/n-triples"),
        ("html", STRIKES, "text/html"),
    ],
)
def test_a_format_in_the_url_outweighs_the_header(client, format, query, media):
    answer = ask(client, query, "text/tab-separated-values, text/turtle;q=0.5", format=format)
    assert answer.status_code == 200
    assert answer.mimetype == media
    posted = client.post(f"/sparql?format={format}", data=query, content_type="application/sparql-query")
    assert posted.mimetype == media


def test_what_cannot_be_served_as_asked_is_406_with_a_list(client):
    assert "text/csv" in problem(ask(client, STRIKES, "text/turtle"), 406, "format")["detail"]
    assert "text/turtle" in problem(ask(client, GRAPH, "text/csv"), 406, "format")["detail"]
    problem(ask(client, STRIKES, format="excel"), 406, "format")
    problem(client.get("/sparql", headers={"Accept": "image/png"}), 406, "format")


def test_the_dataset_comes_from_the_parameters(client, built):
    key = store.current(built).manifest["articles"][0]
    graph = f"https://w3id.org/picketline/id/article/{key}"
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    inside = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"

    def number(response):
        return int(bindings(response)[0]["n"]["value"])

    one = number(ask(client, count, **{"default-graph-uri": graph}))
    assert 0 < one < number(ask(client, count))
    assert number(ask(client, inside, **{"named-graph-uri": graph})) == one
    assert number(ask(client, count, **{"named-graph-uri": graph})) == 0
    assert number(client.post("/sparql", data={"query": count, "default-graph-uri": graph})) == one
    direct = client.post(
        "/sparql", query_string={"default-graph-uri": graph}, data=count, content_type="application/sparql-query"
    )
    assert number(direct) == one
    problem(ask(client, count, **{"default-graph-uri": "no iri"}), 400, "graph")


def test_a_syntax_error_names_line_and_column_and_shows_the_line(client):
    query = "SELECT ?s WHERE {\n  ?s a pl:Strike\n  rdfs:label ?l }"
    told = problem(ask(client, query), 400, "syntax")
    assert (told["line"], told["column"], told["source"]) == (3, 3, "  rdfs:label ?l }")
    page = ask(client, query, BROWSER)
    assert page.status_code == 400
    assert "Line 3, column 3" in page.text
    assert '  <mark class="here">r</mark>dfs:label ?l }' in page.text
    assert "?s a pl:Strike\n  rdfs:label ?l }</textarea>" in page.text


@pytest.mark.parametrize("update", ["INSERT DATA { <urn:a> <urn:b> 1 }", "PREFIX e: <urn:e>\nDROP ALL"])
def test_updates_are_forbidden_by_every_way(client, update):
    told = problem(ask(client, update), 403, "update")
    assert "read-only" in told["detail"]
    problem(client.post("/sparql", data={"query": update}), 403, "update")
    problem(client.post("/sparql", data={"update": update}), 403, "update")
    problem(client.post("/sparql", data=update, content_type="application/sparql-query"), 403, "update")
    problem(client.post("/sparql", data=update, content_type="application/sparql-update"), 403, "update")
    problem(client.get("/sparql", query_string={"update": update}), 403, "update")
    assert "read-only" in ask(client, update, BROWSER).text


def test_a_federated_query_is_forbidden_with_a_sentence(client):
    told = problem(ask(client, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), 403, "service")
    assert "contacts no other" in told["detail"]


@pytest.mark.parametrize("size", [4_000, 10_000])
@pytest.mark.parametrize("pair", ["()", "[]", "{}"])
def test_deep_nesting_is_refused(client, size, pair):
    query = "ASK {" + pair[0] * (size // 2) + pair[1] * (size // 2) + "}"
    problem(client.post("/sparql", data={"query": query}), 400, "too-deep")
    assert bindings(ask(client, STRIKES))


def test_past_the_guard_a_deadly_query_takes_a_worker_and_not_the_site(make, monkeypatch):
    client = make(query_deadline=3.0, max_query=2_000_000)
    monkeypatch.setattr(guard, "check", lambda query, **limits: None)
    for half in (2_000, 5_000, 15_000):
        for pair in ("()", "[]", "{}"):
            query = "ASK {" + pair[0] * half + pair[1] * half + "}"
            assert client.post("/sparql", data={"query": query}).status_code in (200, 400, 503, 504)
    braces = "ASK {" + "{" * 400_000 + "}" * 400_000 + "}"
    problem(client.post("/sparql", data={"query": braces}), 503, "died")
    assert bindings(ask(client, STRIKES))


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT * WHERE {{ {CROSS} }} }}",
        f"SELECT * WHERE {{ {CROSS} }} ORDER BY ?f",
        f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}",
        f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {CROSS} }}",
    ],
    ids=["distinct", "ordered", "counted", "constructed"],
)
def test_a_query_without_end_gets_a_clean_answer_and_the_next_is_served(make, query):
    client = make(query_deadline=2.0, query_memory=600_000_000)
    answer = ask(client, query)
    told = problem(answer, answer.status_code, answer.json["type"].rpartition("#")[2])
    assert (answer.status_code, answer.json["type"].rpartition("#")[2]) in {
        (504, "overrun"),
        (503, "memory"),
        (503, "too-large"),
    }
    assert re.search(r"\d", told["detail"]), "the sentence names the limit"
    assert bindings(ask(client, STRIKES))


def test_an_answer_that_is_too_large_is_refused_by_name_not_cut(make):
    told = problem(ask(make(max_result=5_000), "SELECT * WHERE { ?s ?p ?o }"), 503, "too-large")
    assert "5,000 bytes" in told["detail"]


def test_a_query_that_is_too_long_is_413(make):
    client = make(max_query=1_000)
    query = "ASK { } #" + "é" * 600
    problem(ask(client, query), 414, "too-long")
    problem(client.post("/sparql", data={"query": query}), 413, "too-long")
    problem(client.post("/sparql", data=query.encode(), content_type="application/sparql-query"), 413, "too-long")
    huge = "ASK { } #" + "x" * 2_000_000
    problem(client.post("/sparql", data={"query": huge}), 413, "too-long")
    problem(client.post("/sparql", data=huge, content_type="application/sparql-query"), 413, "too-long")


def test_requests_that_break_the_protocol_are_told_how(client):
    problem(client.get("/sparql?query=ASK{}&query=ASK{}"), 400, "request")
    problem(client.post("/sparql", data={"nothing": "here"}), 400, "request")
    problem(client.post("/sparql", data="ASK {}", content_type="text/plain"), 415, "request")
    problem(
        client.post("/sparql", data=b"ASK { ?s ?p '\xff' }", content_type="application/sparql-query"), 400, "request"
    )
    problem(client.get("/sparql?example=no-such", headers={"Accept": "*/*"}), 404, "request")
    assert client.put("/sparql", data="ASK {}").status_code == 405
    assert ask(client, "ASK { ?s ?p '\ud800' }".encode("utf-8", "surrogatepass")).status_code in (200, 400)
    problem(client.post("/sparql", data="ASK { \x00 }", content_type="application/sparql-query"), 400, "syntax")


def test_cross_origin_requests_are_allowed_and_preflighted(client):
    answer = client.options("/sparql", headers={"Origin": "https://a.example", "Access-Control-Request-Method": "POST"})
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]
    assert ask(client, STRIKES).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/sparql", headers={"Accept": BROWSER}).headers


def test_answers_vary_by_accept_and_name_their_version(client, built):
    answer = ask(client, STRIKES)
    assert {"accept", "accept-encoding"} <= {word.lower() for word in answer.vary}
    assert answer.headers["Picketline-Version"] == store.current(built).version


@pytest.mark.parametrize("accept", ["text/csv", "application/sparql-results+xml"])
def test_an_answer_that_the_client_has_is_304(client, accept):
    first = ask(client, STRIKES, accept)
    assert first.headers["Cache-Control"] == "public, no-cache"
    held = {"Accept": accept, "If-None-Match": first.headers["ETag"]}
    again = client.get("/sparql", query_string={"query": STRIKES}, headers=held)
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert {"accept", "accept-encoding"} <= {word.lower() for word in again.vary}
    for other in (ask(client, STRIKES, "text/tab-separated-values"), ask(client, STRIKES + "\nLIMIT 1", accept)):
        assert other.headers["ETag"] != first.headers["ETag"]
    graph = store.open_published(client.application.extensions[sparql.POOL][0]).manifest["articles"][0]
    elsewhere = ask(client, STRIKES, accept, **{"default-graph-uri": f"https://w3id.org/picketline/id/article/{graph}"})
    assert elsewhere.headers["ETag"] != first.headers["ETag"]


@pytest.mark.parametrize("function", ["NOW()", "rand()", "UUID()", "STRUUID()"])
def test_what_differs_each_time_is_not_kept(client, function):
    answer = ask(client, f"SELECT ({function} AS ?x) WHERE {{}}")
    assert answer.status_code == 200
    assert "ETag" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_behind_a_proxy_a_client_is_known_by_its_own_address(built):
    app = create_app(replace(built, proxies=1))
    seen = []
    app.before_request(lambda: seen.append(request.remote_addr))
    app.test_client().get("/robots.txt", headers={"X-Forwarded-For": "9.9.9.9, 192.0.2.7"})
    assert seen == ["192.0.2.7"]


def test_errors_are_not_kept(client):
    assert ask(client, "SELECT").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("query", [STRIKES, "SELECT * WHERE { ?s ?p ?o . ?s a ?class }"], ids=["whole", "in pieces"])
def test_who_takes_gzip_gets_it(client, query):
    plain = ask(client, query, "text/csv")
    assert "Content-Encoding" not in plain.headers
    for header, taken in (("gzip, br;q=0.5", True), ("gzip;q=0, *", False), ("identity", False)):
        held = {"Accept": "text/csv", "Accept-Encoding": header}
        answer = client.get("/sparql", query_string={"query": query}, headers=held)
        assert (answer.headers.get("Content-Encoding") == "gzip") is taken
        assert (gzip.decompress(answer.data) if taken else answer.data) == plain.data


def test_head_of_a_long_answer_ends_the_work(client):
    answer = client.head("/sparql", query_string={"query": "SELECT * WHERE { ?s ?p ?o . ?s a ?class }"})
    assert (answer.status_code, answer.data) == (200, b"")
    assert not sparql.pool(client.application).admission.under_way()


def test_head_is_get_without_a_body(client):
    answer = client.head("/sparql", query_string={"query": STRIKES})
    assert (answer.status_code, answer.data) == (200, b"")


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_without_a_query_the_service_describes_itself(client, built, media):
    answer = client.get("/sparql", headers={"Accept": media})
    assert answer.mimetype == media
    graph = rdflib.Graph().parse(data=answer.data, format=READERS[negotiation.GRAPHS[media]])
    sd = rdflib.Namespace(description.SD)
    endpoint = rdflib.URIRef("http://localhost/sparql")
    assert (endpoint, sd.endpoint, endpoint) in graph
    assert (endpoint, sd.supportedLanguage, sd.SPARQL11Query) in graph
    names = {str(name).rpartition("/")[2] for name in graph.objects(None, sd.name)}
    assert names == set(store.current(built).manifest["articles"]) | {"history"}
    served = {str(o).rpartition("/")[2] for o in graph.objects(endpoint, sd.resultFormat)}
    rows = {"SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"}
    assert served == rows | {"Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads"}
    assert len(served) == len(set(negotiation.ROWS.values())) + len(set(negotiation.GRAPHS.values()))


def test_a_browser_gets_the_workbench(client):
    page = client.get("/sparql", headers={"Accept": BROWSER})
    assert page.mimetype == "text/html"
    assert '<form class="ask" action="/sparql" method="get">' in page.text
    for question in questions.every():
        assert f"?example={question.name}" in page.text
    assert "<script>" not in page.text
    assert " style=" not in page.text
    assert "<style" not in page.text


def test_a_result_page_links_things_by_their_names_and_offers_the_files(client):
    page = ask(client, STRIKES, BROWSER)
    rows = bindings(ask(client, STRIKES))
    for row in rows:
        path = row["strike"]["value"].removeprefix("https://w3id.org/picketline")
        assert f'<a href="{path}" title="{row["strike"]["value"]}"><bdi>{row["label"]["value"]}</bdi></a>' in page.text
    assert f"{len(rows)} rows" in page.text
    assert re.search(r"In \d+\.\d{3} seconds", page.text)
    for form in ("csv", "json", "tsv", "xml"):
        address = re.search(rf'href="([^"]*format={form})"', page.text)[1].replace("&amp;", "&")
        assert client.get(address, headers={"Accept": BROWSER}).status_code == 200
    assert STRIKES.replace("?", "%3F").split()[0] in address


def test_a_graph_and_a_yes_are_shown_too(client):
    page = ask(client, GRAPH, BROWSER)
    assert re.search(r"\d+ statements", page.text)
    assert "format=turtle" in page.text
    assert '<h2 id="result">Yes</h2>' in ask(client, "ASK { }", BROWSER).text
    assert "nothing matches it" in ask(client, "SELECT * { ?s pl:union 1 }", BROWSER).text


def test_long_results_are_shown_in_part_and_say_so(client):
    page = ask(client, "SELECT * WHERE { ?s ?p ?o }", BROWSER)
    assert "The first 1,000 are shown" in page.text
    assert page.text.count("<tr>") == 1_001 + len(re.findall(r"<tr><th scope", page.text)) - 1
    total = int(bindings(ask(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))[0]["n"]["value"])
    # Counting stops after a second, which a busy machine may need for fewer.
    said = re.search(r"(More than )?([\d,]+) rows", page.text)
    counted = int(said[2].replace(",", ""))
    assert 1_000 <= counted <= total if said[1] else counted == total


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", '" onmouseover="alert(1)', "\u202egnp.exe", "{{ 7 * 7 }}", "x" * 5_000],
)
def test_hostile_words_stay_words(client, words):
    literal = json.dumps(words, ensure_ascii=False)
    page = ask(client, f"SELECT ?x WHERE {{ BIND({literal} AS ?x) }}", BROWSER)
    assert page.status_code == 200
    assert "<script>" not in page.text
    assert ' onmouseover="' not in page.text
    assert "<bdi>" in page.text
    link = ask(client, "SELECT ?x WHERE { BIND(<javascript:alert(1)> AS ?x) }", BROWSER)
    assert 'href="javascript' not in link.text
    assert "<script>" not in ask(client, "</textarea><script>alert(1)</script>", BROWSER).text


def test_nothing_published_is_said_on_every_face(make, settings):
    client = make(settings)
    told = problem(ask(client, "ASK {}"), 503, "store")
    assert "picketline build" in told["detail"]
    page = client.get("/sparql", headers={"Accept": BROWSER})
    assert page.status_code == 503
    assert "picketline build" in page.text
    problem(client.get("/sparql", headers={"Accept": "text/turtle"}), 503, "store")


def test_a_busy_site_says_when_to_come_back(make):
    client = make(query_workers=1, query_queue=1, query_wait=0.1, query_quick=0.1, query_deadline=4.0)
    endless = f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}"
    running = threading.Thread(target=ask, args=(client, endless))
    running.start()
    try:
        answers = [ask(client, endless) for _ in range(3)]
    finally:
        running.join()
    refused = [answer for answer in answers if answer.status_code == 503]
    assert refused
    assert problem(refused[0], 503, "busy")
    assert refused[0].headers["Retry-After"] == "5"
    assert bindings(ask(client, STRIKES))


def test_a_client_with_too_many_queries_is_429(make):
    client = make(query_workers=1, query_per_client=1, query_quick=0.1, query_wait=60.0, query_deadline=4.0)
    endless = f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}"
    running = threading.Thread(target=ask, args=(client, endless))
    running.start()
    while not sparql.pool(client.application).admission.under_way():
        time.sleep(0.01)
    answer = ask(client, endless)
    running.join()
    assert "one client" in problem(answer, 429, "too-many")["detail"]
    assert answer.headers["Retry-After"] == "5"


@pytest.mark.parametrize("question", questions.every(), ids=lambda question: question.name)
def test_every_example_answers_its_question(client, question):
    answer = ask(client, question.text)
    assert answer.status_code == 200, answer.text
    if question.shows == "answer":
        assert answer.json["boolean"] is True
    elif question.shows == "graph":
        assert list(ox.parse(answer.data, format=ox.RdfFormat.TURTLE))
    else:
        assert bool(answer.json["results"]["bindings"]) is (question.empty is None)
    page = client.get(f"/sparql?example={question.name}", headers={"Accept": BROWSER})
    assert page.status_code == 200
    assert 'id="result"' in page.text


def test_there_are_examples_enough_and_each_is_a_question_of_its_own():
    every = questions.every()
    assert len(every) >= 24
    assert len({question.title for question in every}) == len(every)
    for question in every:
        assert question.shows in ("table", "graph", "answer")
        assert "PREFIX" in question.text


def test_a_clients_library_reads_the_live_endpoint(live):
    remote = SPARQLStore(query_endpoint=live)
    graph = rdflib.Graph(store=remote)
    query = "PREFIX pl: <https://w3id.org/picketline/ns#> SELECT ?s WHERE { ?s a pl:Strike }"
    assert len(list(graph.query(query))) >= 2
    assert graph.query(query.replace("SELECT ?s WHERE", "ASK")).askAnswer is True
    constructed = graph.query(query.replace("SELECT ?s WHERE", "CONSTRUCT { ?s a pl:Strike } WHERE"))
    assert len(constructed.graph) >= 2
    for form in ("xml", "json", "csv", "tsv"):
        reader = SPARQLStore(query_endpoint=live, returnFormat=form, method="POST")
        assert len(list(reader.query(query))) >= 2
    posted = SPARQLStore(query_endpoint=live, method="POST_FORM")
    assert len(list(posted.query(query))) >= 2
    predicate = rdflib.URIRef("https://w3id.org/picketline/ns#represents")
    assert list(graph.triples((None, predicate, None)))


def test_slow_and_quick_queries_side_by_side_under_waitress(live):
    import urllib.error
    import urllib.parse
    import urllib.request

    def get(query):
        try:
            with urllib.request.urlopen(f"{live}?{urllib.parse.urlencode({'query': query})}") as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            error.close()
            return error.code

    statuses = []
    slow = f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}"
    threads = [threading.Thread(target=lambda: statuses.append(get(slow))) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert [get(STRIKES) for _ in range(20)] == [200] * 20
    for thread in threads:
        thread.join()
    assert statuses == [504, 504]
    assert get(STRIKES) == 200


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_an_answer_that_fails_in_its_midst_breaks_off(built, encoding):
    app = create_app(replace(built, max_result=3_000_000))
    with serving(app) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
        query = urllib.parse.urlencode({"query": f"SELECT * WHERE {{ {CROSS} }}", "format": "csv"})
        connection.request("GET", f"/sparql?{query}", headers={"Accept-Encoding": encoding})
        answer = connection.getresponse()
        assert answer.status == 200
        with pytest.raises((http.client.IncompleteRead, ConnectionError)):
            answer.read()
        connection.close()


def test_a_client_that_leaves_ends_its_query(built):
    app = create_app(replace(built, query_deadline=60.0))
    pool = sparql.pool(app)
    with serving(app) as address:
        host, port = address.removeprefix("http://").split(":")
        query = urllib.parse.quote(f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}")
        with socket.create_connection((host, int(port))) as client:
            client.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            while not pool.processes():
                time.sleep(0.01)
            (worker,) = pool.processes()
            assert pool.admission.under_way()
        until = time.monotonic() + 20
        while worker in pool.processes():
            assert time.monotonic() < until, "the worker goes on for nobody"
            time.sleep(0.05)
