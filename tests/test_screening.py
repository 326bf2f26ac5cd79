"""The quick look misses nothing that the full check finds: on graphs that break a shape, and on a good one spoilt at random."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

import ontology
from graph import check, screening
from graph.describe import article
from graph.extract import compile_rules, extract
from graph.model import Document
from ontology import terms

BAD = sorted((Path(__file__).parent / "ontology" / "bad").glob("*.ttl"))
TEXT = (
    "The Nurses' Union (NU) has been on strike since May 2, 2023. Its 1,200 members voted 97.5 percent in favor on April 17. "
    'On May 5 the union demanded a raise of 12 percent. "We will stay out until they talk to us," said Ada Lorne, president of the union.'
)


def read(path):
    return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]


@cache
def good():
    found = extract(Document("one", TEXT), compile_rules(ontology.load()))
    assert len(found.reports) > 2
    return tuple(quad.triple for quad in article.describe(found))


def breaks(triples):
    data = rdflib.Graph()
    for triple in triples:
        data.add(check.triple(ox.Quad(triple.subject, triple.predicate, triple.object)))
    return {focus for focus, _, _ in check.results(data)}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_what_breaks_a_shape_is_a_suspect(path):
    breaks_one = "# Breaks: " in path.read_text(encoding="utf-8")
    assert bool(screening.suspects(read(path))) == breaks_one


def test_a_good_graph_is_passed():
    assert screening.suspects(good()) == frozenset() == breaks(good())


WRONG = st.sampled_from(
    [
        ox.Literal("soon"),
        ox.Literal("1999-01-01", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")),
        ox.Literal("-1", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
        ox.Literal("400.0", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
        ox.NamedNode(terms.Person),
    ]
)


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_what_spoils_a_good_graph_is_suspected(data):
    triples = list(good())
    at = data.draw(st.integers(0, len(triples) - 1))
    spoilt = triples[at]
    deed = data.draw(st.sampled_from(["drop", "replace", "double"]))
    if deed != "double":
        del triples[at]
    if deed != "drop":
        triples.append(ox.Triple(spoilt.subject, spoilt.predicate, data.draw(WRONG)))
    assert breaks(triples) <= screening.suspects(triples)  # whom it suspects wrongly, the full check clears


def test_only_the_article_that_breaks_a_shape_is_named():
    whole = {"a": [ox.Quad(t.subject, t.predicate, t.object) for t in good()]}
    path = next(path for path in BAD if "evidenceshape-hash" in path.stem)
    whole["b"] = [ox.Quad(t.subject, t.predicate, t.object) for t in read(path)]
    broken = check.articles(whole)
    assert list(broken) == ["b"]
    assert "SHA-256" in broken["b"][0]
