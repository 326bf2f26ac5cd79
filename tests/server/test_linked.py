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
    iris = {q.subject.value for q in opened if q.subject.value.startswith(ID)}
    by_kind = {}
    for iri in sorted(iris):
        by_kind.setdefault(iri.removeprefix(ID).split("/")[0], []).append(iri)
    assert {"agent", "event", "issue", "article", "report", "figure", "evidence", "mention", "role"} <= set(by_kind)
    for found in by_kind.values():
        for iri in found[:5]:
            for accept in ("text/html", "text/turtle"):
                response = client.get(iri.removeprefix("https://w3id.org/picketline"), headers={"Accept": accept})
                assert response.status_code == 303, iri
                target = response.headers["Location"].split("#")[0]
                assert client.get(target, headers={"Accept": accept}).status_code == 200, (iri, target)


@pytest.mark.parametrize(
    ("ending", "form"), [("ttl", "TURTLE"), ("jsonld", "JSON_LD"), ("json", "JSON_LD"), ("nt", "N_TRIPLES")]
)
def test_a_description_holds_the_statements_about_the_thing(client, ending, form):
    response = client.get(f"/agent/wga.{ending}")
    assert response.status_code == 200
    triples = list(ox.parse(response.data, format=getattr(ox.RdfFormat, form)))
    subject = ox.NamedNode(ID + "agent/wga")
    assert any(t.subject == subject and t.object.value == "WGA" for t in triples)
    again = client.get(f"/agent/wga.{ending}", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


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
    for ending, form in (("nt", ox.RdfFormat.N_TRIPLES), ("jsonld", ox.RdfFormat.JSON_LD)):
        other = {
            ox.Triple(t.subject, t.predicate, t.object) for t in ox.parse(client.get(f"/ns.{ending}").data, format=form)
        }
        assert len(other) == len(triples)


def test_every_answer_carries_the_policy(client):
    for path in ("/", "/nope", "/agent/wga.ttl", "/data/latest/all.nq", "/static/site.css"):
        headers = client.get(path).headers
        assert "'unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
