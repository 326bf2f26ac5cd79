"""Identifiers, descriptions, the vocabulary and the downloads."""

import pyoxigraph as ox
import pytest

ID = "https://w3id.org/picketline/id/"


@pytest.mark.parametrize(
    ("accept", "leads"),
    [
        ("text/html", "/agent/wga"),
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "/agent/wga"),
        ("text/turtle", "/agent/wga.ttl"),
        ("application/ld+json", "/agent/wga.jsonld"),
        ("application/n-triples", "/agent/wga.nt"),
        ("application/rdf+xml", "/agent/wga.rdf"),
        ("application/rdf+xml,application/xhtml+xml;q=0.5", "/agent/wga.rdf"),
        ("application/trig", "/agent/wga.trig"),
        ("application/n-quads", "/agent/wga.nq"),
        ("text/html;q=0.5, text/turtle", "/agent/wga.ttl"),
        ("*/*", "/agent/wga"),
    ],
)
def test_an_identifier_leads_where_the_client_can_read(client, accept, leads):
    response = client.get("/id/agent/wga", headers={"Accept": accept})
    assert (response.status_code, response.headers["Location"]) == (303, leads)
    assert "Accept" in response.headers["Vary"]


def test_an_unknown_identifier_is_not_found(client):
    for rest in ("agent/nobody", "", "x y", "agent/%3Cscript%3E", "agent/" + "a" * 3000):
        assert client.get(f"/id/{rest}").status_code == 404


def test_every_iri_of_the_graph_dereferences(client, built):
    from graph import store

    opened = store.open_published(built).store
    base = "https://w3id.org/picketline"
    iris = {t.value for q in opened for t in (q.subject, q.predicate, q.object) if isinstance(t, ox.NamedNode)}
    assert all(iri.removeprefix(base).startswith(("/ns", "/id/")) for iri in iris if iri.startswith(base))
    by_kind = {}
    for iri in sorted(iri for iri in iris if iri.startswith(base)):
        kind = iri.removeprefix(base).split("/")[2] if iri.startswith(ID) else "ns"
        by_kind.setdefault((kind, "#" in iri), []).append(iri)
    assert {"agent", "event", "issue", "article", "report", "figure", "evidence", "mention", "role"} <= {
        kind for kind, _ in by_kind
    }
    for found in by_kind.values():
        for iri in found[:3]:
            for accept in ("text/html", "text/turtle"):
                response = client.get(iri.split("#")[0].removeprefix(base), headers={"Accept": accept})
                if not iri.startswith(base + "/ns"):
                    assert response.status_code == 303, iri
                target = response.headers.get("Location", "/ns").split("#")[0]
                answer = client.get(target, headers={"Accept": accept})
                assert answer.status_code == 200, (iri, target)
            told = ox.parse(answer.data, format=ox.RdfFormat.TURTLE)
            assert any(triple.subject.value == iri for triple in told), iri


FORMATS = {
    "ttl": ("text/turtle", ox.RdfFormat.TURTLE),
    "jsonld": ("application/ld+json", ox.RdfFormat.JSON_LD),
    "json": ("application/ld+json", ox.RdfFormat.JSON_LD),
    "nt": ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    "rdf": ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    "trig": ("application/trig", ox.RdfFormat.TRIG),
    "nq": ("application/n-quads", ox.RdfFormat.N_QUADS),
}


@pytest.mark.parametrize("ending", FORMATS)
def test_a_description_holds_the_statements_about_the_thing(client, ending):
    media, form = FORMATS[ending]
    response = client.get(f"/agent/wga.{ending}")
    assert (response.status_code, response.mimetype) == (200, media)
    triples = {(t.subject, t.predicate, t.object) for t in ox.parse(response.data, format=form)}
    turtle = ox.parse(client.get("/agent/wga.ttl").data, format=ox.RdfFormat.TURTLE)
    assert triples == {(t.subject, t.predicate, t.object) for t in turtle}
    again = client.get(f"/agent/wga.{ending}", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    led = client.get(f"/id/agent/wga.{ending}")
    assert ending == "json" or (led.status_code, led.headers["Location"]) == (303, f"/agent/wga.{ending}")


def test_an_event_s_document_holds_its_reports_with_their_passages(client):
    path = "/event/" + client.get("/timeline.json").json[0]["iri"].rpartition("/")[2]
    quads = list(ox.parse(client.get(f"{path}.trig").data, format=ox.RdfFormat.TRIG))
    event = ox.NamedNode(f"{ID}{path[1:]}")
    reports = {q.object for q in quads if q.subject == event and q.predicate.value.endswith("#report")}
    assert reports
    for report in reports:
        (passage, *_) = (q.object for q in quads if q.subject == report and q.predicate.value.endswith("#evidence"))
        selectors = {q.object for q in quads if q.subject == passage and q.predicate.value.endswith("hasSelector")}
        assert any(q.subject in selectors and q.predicate.value.endswith("exact") for q in quads)
        assert all("/article/" in q.graph_name.value for q in quads if q.subject == report)
    assert any(q.predicate.value.endswith("#stateOf") and q.object == event for q in quads)


def test_an_agent_s_document_holds_the_roles_held(client):
    held = [
        row for row in client.get("/agents", headers={"Accept": "text/html"}).text.split('href="') if "/agent/" in row
    ]
    found = []
    for row in held[:60]:
        triples = ox.parse(client.get(row.split('"')[0] + ".nt").data, format=ox.RdfFormat.N_TRIPLES)
        found.extend(t for t in triples if t.predicate.value.endswith("#holder"))
    assert found


def test_pages_and_documents_say_where_the_same_is_in_other_formats(client):
    for path in ("/agent/wga", "/agent/wga.ttl", "/timeline?party=wga", "/ns", "/ns.ttl", "/data", "/ns/shapes.ttl"):
        response = client.get(path, headers={"Accept": "text/html"})
        links = [part.split(">; ") for part in response.headers["Link"].replace("; title", ";title").split(", ")]
        by_rel = {}
        for target, rest in links:
            by_rel.setdefault(rest.split('"')[1], []).append((target[1:], rest))
        assert by_rel["canonical"][0][0] == "http://localhost" + path.split("?")[0]
        assert "creativecommons" in by_rel["license"][0][0]
        for target, rest in by_rel["alternate"] + by_rel.get("describedby", []) + by_rel.get("related", []):
            answer = client.get(target, headers={"Accept": "text/html"})
            assert answer.status_code == 200, (path, target)
            assert f'type="{answer.mimetype}"' in rest
        assert len(by_rel["alternate"]) >= 3


def test_a_thing_is_told_of_as_a_version_has_it(client):
    response = client.get("/event/" + client.get("/timeline.json").json[0]["iri"].rpartition("/")[2] + ".ttl")
    frozen = client.get(response.headers["Content-Location"])
    assert frozen.data == response.data
    assert "immutable" in frozen.headers["Cache-Control"]
    rest = response.headers["Content-Location"].split("/", 3)[3]
    led = client.get(f"/data/latest/{rest}")
    assert (led.status_code, led.headers["Location"]) == (307, response.headers["Content-Location"])
    part = client.get(response.headers["Content-Location"], headers={"Range": "bytes=5-9"})
    assert (part.status_code, part.data) == (206, response.data[5:10])
    assert client.get("/data/latest/agent/nobody.ttl", follow_redirects=True).status_code == 404
    assert client.get("/data/0000000000000000/agent/wga.ttl").status_code == 404


def test_an_article_s_description_is_its_whole_graph(client, built):
    from graph import store

    opened = store.open_published(built).store
    name = min(g.value for g in opened.named_graphs())
    turtle = client.get(name.removeprefix("https://w3id.org/picketline/id") + ".ttl").data
    told = {(t.subject, t.predicate, t.object) for t in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
    held = {(q.subject, q.predicate, q.object) for q in opened.quads_for_pattern(None, None, None, ox.NamedNode(name))}
    assert held <= told


def test_the_vocabulary_is_for_people_and_for_programs(client):
    page = client.get("/ns", headers={"Accept": "text/html"}).get_data(as_text=True)
    assert 'id="Proposal"' in page
    assert client.get("/ns", headers={"Accept": "text/turtle"}).headers["Location"] == "/ns.ttl"
    triples = set(ox.parse(client.get("/ns.ttl").data, format=ox.RdfFormat.TURTLE))
    for ending in ("nt", "jsonld", "rdf"):
        other = ox.parse(client.get(f"/ns.{ending}").data, format=FORMATS[ending][1])
        assert {(t.subject, t.predicate, t.object) for t in other} == {
            (t.subject, t.predicate, t.object) for t in triples
        }


def test_the_shapes_alone_judge_a_graph(client, built):
    import pyshacl
    import rdflib

    assert (
        client.get("/ns/shapes", headers={"Accept": "application/ld+json"}).headers["Location"] == "/ns/shapes.jsonld"
    )
    shapes = rdflib.Graph().parse(data=client.get("/ns/shapes.ttl").data, format="turtle")
    assert not list(shapes.subject_objects(rdflib.URIRef("https://w3id.org/picketline/ns#cue")))
    report = rdflib.URIRef("https://x.example/report")
    wrong = rdflib.Graph().add((report, rdflib.RDF.type, rdflib.URIRef("https://w3id.org/picketline/ns#Report")))
    conforms, _, text = pyshacl.validate(wrong, shacl_graph=shapes)
    assert not conforms
    assert "a report rests on at least one passage" in text


def test_every_answer_carries_the_policy(client):
    for path in ("/", "/nope", "/agent/wga.ttl", "/data/latest/all.nq", "/static/site.css"):
        headers = client.get(path).headers
        assert "'unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
