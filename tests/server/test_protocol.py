"""SPARQL 1.1 Protocol, Query, Service Description and HTTP as tables: what is sent, what must come back.

The site serves four graphs made for this: the default graph, two named ones, and one that both share a statement with.
"""

import gzip
import json
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
import rdflib

from graph import store
from graph.settings import Settings
from server import create_app, sparql

A, B = "http://data.example/a", "http://data.example/b"
NOWHERE = "http://data.example/nowhere"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
NAMES = "SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o"
GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    place = Settings(instance=tmp_path_factory.mktemp("protocol"), query_deadline=5.0)
    named = [(None, "default"), (A, "in a"), (A, "in both"), (B, "in b"), (B, "in both")]
    quads = [
        ox.Quad(
            ox.NamedNode("http://data.example/s"),
            ox.NamedNode("http://data.example/p"),
            ox.Literal(words),
            ox.DefaultGraph() if graph is None else ox.NamedNode(graph),
        )
        for graph, words in named
    ]
    store.publish(place, quads, exports=lambda rows, folder, version: None, texts={}, facts={"ruleset": "none"})
    app = create_app(place)
    yield app.test_client()
    sparql.pool(app).close()


def values(answer):
    """The one column of the rows."""
    assert answer.status_code == 200, answer.text
    return [term["value"] for row in answer.json["results"]["bindings"] for term in row.values()]


# How a query can be sent: method, where its parameters go, content type.
WAYS = {
    "get": lambda client, pairs, **headers: client.get("/sparql?" + urlencode(pairs), headers=headers),
    "form": lambda client, pairs, **headers: client.post(
        "/sparql", data=urlencode(pairs), content_type=FORM, headers=headers
    ),
    "direct": lambda client, pairs, **headers: client.post(
        "/sparql?" + urlencode([pair for pair in pairs if pair[0] != "query"]),
        data=dict(pairs)["query"].encode(),
        content_type=DIRECT,
        headers=headers,
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("pairs", "wanted"),
    [
        ([("query", NAMES)], ["default"]),
        ([("query", NAMES), ("default-graph-uri", A)], ["in a", "in both"]),
        ([("query", NAMES), ("default-graph-uri", A), ("default-graph-uri", B)], ["in a", "in b", "in both"]),
        ([("query", NAMES), ("default-graph-uri", NOWHERE)], []),
        ([("query", NAMES), ("named-graph-uri", A)], []),
        ([("query", GRAPHS)], [A, B]),
        ([("query", GRAPHS), ("named-graph-uri", B)], [B]),
        ([("query", GRAPHS), ("named-graph-uri", A), ("named-graph-uri", B)], [A, B]),
        ([("query", GRAPHS), ("named-graph-uri", NOWHERE)], []),
        ([("query", GRAPHS), ("default-graph-uri", A)], []),
        ([("query", GRAPHS), ("default-graph-uri", A), ("named-graph-uri", B)], [B]),
        # The protocol's dataset outweighs the query's own.
        ([("query", NAMES.replace("WHERE", f"FROM <{B}> WHERE"))], ["in b", "in both"]),
        ([("query", NAMES.replace("WHERE", f"FROM <{B}> WHERE")), ("default-graph-uri", A)], ["in a", "in both"]),
        ([("query", NAMES.replace("WHERE", f"FROM <{A}> FROM <{B}> WHERE"))], ["in a", "in b", "in both"]),
        ([("query", GRAPHS.replace("WHERE", f"FROM NAMED <{A}> WHERE"))], [A]),
        ([("query", GRAPHS.replace("WHERE", f"FROM NAMED <{A}> WHERE")), ("named-graph-uri", B)], [B]),
        ([("query", NAMES.replace("WHERE", f"FROM <{NOWHERE}> WHERE"))], []),
    ],
)
def test_the_dataset_of_a_query(client, way, pairs, wanted):
    assert values(WAYS[way](client, pairs, Accept=JSON)) == wanted


KINDS = {
    "select": ("SELECT * WHERE { ?s ?p ?o }", {JSON, XML, "text/csv", "text/tab-separated-values"}),
    "ask": ("ASK { ?s ?p ?o }", {JSON, XML, "text/csv", "text/tab-separated-values"}),
    "construct": (
        "CONSTRUCT WHERE { ?s ?p ?o }",
        {
            "text/turtle",
            "application/n-triples",
            "application/ld+json",
            "application/rdf+xml",
            "application/trig",
            "application/n-quads",
        },
    ),
    "describe": ("DESCRIBE <http://data.example/s>", {"text/turtle", "application/rdf+xml", "application/ld+json"}),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("kind", "media"), [(kind, media) for kind in KINDS for media in sorted(KINDS[kind][1])])
def test_every_form_of_query_in_every_format(client, way, kind, media):
    answer = WAYS[way](client, [("query", KINDS[kind][0])], Accept=media)
    assert (answer.status_code, answer.mimetype) == (200, media)
    if media.startswith("text/"):
        assert answer.mimetype_params["charset"].lower() == "utf-8"


@pytest.mark.parametrize(
    ("accept", "rows", "graph"),
    [
        (None, JSON, "text/turtle"),
        ("*/*", JSON, "text/turtle"),
        ("application/*", JSON, "application/n-triples"),
        ("text/*;q=0.5", "text/csv", "text/turtle"),
        ("application/json", "application/json", "application/json"),
        ("application/xml", "application/xml", "application/xml"),
        (f"{XML};q=0.9, {JSON};q=0.1", XML, 406),
        (f"{XML};q=0, */*;q=0.1", JSON, "text/turtle"),
        ("TEXT/CSV", "text/csv", 406),
        (f"text/csv;charset=utf-8;q=0.2,{XML};q=0.3", XML, 406),
        ("text/turtle;q=0.3, application/ld+json;profile=x;q=0.8", 406, "application/ld+json"),
        ("image/png", 406, 406),
        ("image/png, */*;q=0.01", JSON, "text/turtle"),
        ("nonsense", 406, 406),
        ("text/csv;q=banana", 406, 406),
    ],
)
def test_the_format_follows_the_header(client, accept, rows, graph):
    headers = {} if accept is None else {"Accept": accept}
    for kind, wanted in (("select", rows), ("construct", graph)):
        answer = WAYS["get"](client, [("query", KINDS[kind][0])], **headers)
        assert wanted in (answer.status_code, answer.mimetype), (kind, answer.status_code, answer.mimetype)


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "status"),
    [
        ("GET", "/sparql?query=" + quote("SELECT * WHERE"), None, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, None, 400),
        ("POST", "/sparql", "query=ASK%7B%7D&query=ASK%7B%7D", FORM, 400),
        ("POST", "/sparql", "query=ASK%7B%7D", "text/plain", 415),
        ("POST", "/sparql", "query=ASK%7B%7D", "", 415),
        ("POST", "/sparql", "ASK {}", "", 415),
        ("POST", "/sparql", "ASK {}", "application/json", 415),
        ("POST", "/sparql", "ASK {}", "multipart/form-data; boundary=x", 415),
        ("POST", "/sparql", b"ASK { ?s ?p \xff }", DIRECT, 400),
        ("POST", "/sparql", "ASK { ?s ?p 'é' }".encode("utf-16"), DIRECT, 400),
        ("POST", "/sparql", "ASK {", DIRECT, 400),
        ("POST", "/sparql", "", DIRECT, 400),
        ("POST", "/sparql", "", FORM, 400),
        ("POST", "/sparql", "other=1", FORM, 400),
        ("GET", "/sparql?query=" + quote("ASK { <not an iri> ?p ?o }"), None, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=not%20an%20iri", None, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&format=docx", None, None, 406),
        ("GET", "/sparql?query=" + "x" * 200_000, None, None, 414),
        ("POST", "/sparql", "x" * 200_000, DIRECT, 413),
        ("PUT", "/sparql", "ASK {}", DIRECT, 405),
        ("PATCH", "/sparql", "ASK {}", DIRECT, 405),
        ("DELETE", "/sparql", None, None, 405),
        # Updates, however they come.
        ("POST", "/sparql", "CLEAR ALL", "application/sparql-update", 403),
        ("POST", "/sparql", "update=CLEAR+ALL", FORM, 403),
        ("GET", "/sparql?update=CLEAR+ALL", None, None, 403),
        ("GET", "/sparql?query=CLEAR+ALL", None, None, 403),
        ("POST", "/sparql", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", DIRECT, 403),
        ("GET", "/sparql?query=" + quote("ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"), None, None, 403),
    ],
)
def test_what_breaks_the_protocol_gets_its_status_and_a_sentence(client, method, path, body, kind, status):
    answer = client.open(path, method=method, data=body, content_type=kind, headers={"Accept": "*/*"})
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    told = answer.json
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    assert answer.headers["Cache-Control"] == "no-store"
    if status == 405:
        assert {word.strip() for word in answer.headers["Allow"].split(",")} == {"GET", "HEAD", "POST", "OPTIONS"}


def test_a_request_may_carry_what_the_protocol_does_not_know(client):
    assert values(client.get("/sparql?" + urlencode({"query": NAMES, "timeout": "30", "debug": ""}))) == ["default"]


@pytest.mark.parametrize(
    ("formats", "accept", "media"),
    [
        (["csv"], "*/*", "text/csv"),
        (["docx", "xml"], "*/*", XML),
        (["rdf+xml", "application/rdf+xml"], "application/rdf+xml, application/xml", "application/xml"),
        (["docx"], "text/csv, */*;q=0.1", None),
        (["docx"], "text/csv", "text/csv"),
        (["docx"], None, None),
    ],
)
def test_a_client_that_names_formats_several_times_is_understood(client, formats, accept, media):
    pairs = [("query", KINDS["select"][0]), *(("format", name) for name in formats)]
    answer = WAYS["get"](client, pairs, **({} if accept is None else {"Accept": accept}))
    assert (answer.status_code, answer.mimetype) == ((200, media) if media else (406, "application/problem+json"))


def test_an_empty_graph_is_none_and_a_byte_order_mark_is_no_word(client):
    assert values(client.get("/sparql?" + urlencode({"query": NAMES, "default-graph-uri": ""}))) == ["default"]
    for way in WAYS.values():
        assert values(way(client, [("query", "\ufeff" + NAMES)], Accept=JSON)) == ["default"]


def test_a_query_in_a_form_may_have_its_dataset_in_the_address(client):
    # The specification has them in the body; clients send them in the address too.
    answer = client.post("/sparql?default-graph-uri=" + quote(A), data={"query": NAMES})
    assert values(answer) == ["in a", "in both"]


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=UTF-8"])
def test_a_direct_query_is_utf8(client, charset):
    answer = client.post(
        "/sparql", data="SELECT ('é🎬' AS ?x) {}".encode(), content_type=DIRECT + charset, headers={"Accept": JSON}
    )
    assert values(answer) == ["é🎬"]


def test_relative_iris_are_resolved_against_the_querys_base(client):
    answer = WAYS["get"](client, [("query", "BASE <http://data.example/> ASK { <s> <p> 'default' }")])
    assert answer.json["boolean"] is True


def test_columns_stand_as_the_query_has_them(client):
    for query, columns in (
        ("SELECT ?o ?s WHERE { ?s ?p ?o }", ["o", "s"]),
        ("SELECT * WHERE { ?s ?p ?o }", ["s", "p", "o"]),
        ("SELECT * WHERE { ?z ?p ?a . ?b ?c ?d }", ["z", "p", "a", "b", "c", "d"]),
        ("SELECT * WHERE { BIND(1 AS ?z) VALUES ?a { 1 } }", ["z", "a"]),
    ):
        assert WAYS["get"](client, [("query", query)]).json["head"]["vars"] == columns, query


def test_escapes_of_code_points_are_decoded_before_the_query_is_parsed(client):
    for query in ("\\u0041SK {}", "ASK { ?\\u0073 ?p ?o }", "PREFIX d: <http://data.example/> ASK { d:\\u0073 ?p ?o }"):
        assert WAYS["get"](client, [("query", query)]).json["boolean"] is True, query
    for query in ("\\u0041SK {", "ASK { ?s ?p '\\ud800' }", "ASK { ?s ?p '\\u00' }", "\\ud800"):
        assert WAYS["get"](client, [("query", query)]).status_code == 400, query


def test_a_syntax_error_has_its_place(client):
    told = WAYS["get"](client, [("query", "SELECT ?s\nWHERE { ?s ?p }")], Accept=JSON).json
    assert (told["line"], told["source"]) == (2, "WHERE { ?s ?p }")
    assert told["column"] == 15


# HTTP.


def test_options_names_the_methods_and_what_other_origins_may_send(client):
    asked = {
        "Origin": "https://a.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = client.options("/sparql", headers=asked)
    assert answer.status_code == 204
    assert answer.headers["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "content-type" in answer.headers["Access-Control-Allow-Headers"].lower()


@pytest.mark.parametrize("path", ["/sparql?query=" + quote(NAMES), "/sparql", "/.well-known/void"])
def test_http_manners(client, path):
    headers = {"Accept": "*/*", "Origin": "https://a.example"}
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert {"accept", "accept-encoding"} <= {word.lower() for word in answer.vary}
    assert "no-cache" in answer.headers["Cache-Control"]
    head = client.head(path, headers=headers)
    assert (head.status_code, head.data) == (200, b"")
    for name in ("Content-Type", "Content-Length", "ETag", "Vary"):
        assert head.headers[name] == answer.headers[name], name
    again = client.get(path, headers={**headers, "If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == answer.headers["ETag"]
    assert client.get(path, headers={**headers, "If-None-Match": '"other"'}).status_code == 200
    zipped = client.get(path, headers={**headers, "Accept-Encoding": "gzip"})
    if zipped.headers.get("Content-Encoding") == "gzip":
        assert gzip.decompress(zipped.data) == answer.data
        fresh = {**headers, "Accept-Encoding": "gzip", "If-None-Match": zipped.headers["ETag"]}
        assert client.get(path, headers=fresh).status_code == 304
    else:
        assert len(answer.data) < 300


# The service's description.


@pytest.fixture(scope="module")
def described(client):
    return rdflib.Graph().parse(data=client.get("/sparql", headers={"Accept": "text/turtle"}).data, format="turtle")


def test_the_service_describes_what_it_can(described):
    service = rdflib.URIRef("http://localhost/sparql")
    assert (service, rdflib.RDF.type, SD.Service) in described
    assert described.value(service, SD.endpoint) == service
    assert set(described.objects(service, SD.supportedLanguage)) == {SD.SPARQL10Query, SD.SPARQL11Query}
    formats = {str(found).rpartition("/")[2] for found in described.objects(service, SD.resultFormat)}
    assert {"SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"} < formats
    assert {"Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads"} < formats
    assert not set(described.objects(service, SD.feature)) & {SD.BasicFederatedQuery, SD.UnionDefaultGraph}


def test_the_service_describes_what_it_holds(described, client):
    service = rdflib.URIRef("http://localhost/sparql")
    dataset = described.value(service, SD.defaultDataset)
    assert (dataset, rdflib.RDF.type, SD.Dataset) in described
    assert int(described.value(dataset, VOID.triples)) == 5
    assert described.value(dataset, VOID.sparqlEndpoint) == service
    assert described.value(dataset, rdflib.DCTERMS.license)
    default = described.value(dataset, SD.defaultGraph)
    assert (default, rdflib.RDF.type, SD.Graph) in described
    assert int(described.value(default, VOID.triples)) == 1
    assert int(described.value(default, VOID.properties)) == 1
    part = described.value(default, VOID.propertyPartition)
    assert str(described.value(part, VOID.property)) == "http://data.example/p"
    sizes = {
        str(described.value(entry, SD.name)): int(described.value(described.value(entry, SD.graph), VOID.triples))
        for entry in described.objects(dataset, SD.namedGraph)
    }
    assert sizes == {A: 2, B: 2}


def test_the_description_agrees_with_the_data(client, built):
    app = create_app(built)
    site = app.test_client()
    described = rdflib.Graph().parse(data=site.get("/.well-known/void").data, format="turtle")
    parts = list(described.subject_objects(VOID["class"]))
    assert len(parts) > 20
    for part, name in parts[::7]:
        query = f"SELECT (COUNT(?s) AS ?n) {{ ?s a <{name}> }}"
        assert values(site.get("/sparql", query_string={"query": query})) == [str(described.value(part, VOID.entities))]
    sparql.pool(app).close()


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("text/html,*/*;q=0.1", "text/turtle"),
    ],
)
def test_the_well_known_address_has_the_description_too(client, accept, media):
    answer = client.get("/.well-known/void", headers={} if accept is None else {"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, media)
    if media == "application/ld+json":
        assert json.loads(answer.data)
