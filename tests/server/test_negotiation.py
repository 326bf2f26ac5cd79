"""From an Accept header or a format's name to a media type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import negotiation as n

ROWS = {**n.ROWS, **n.PAGE}
GRAPHS = {**n.GRAPHS, **n.PAGE}
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "rows", "graph"),
    [
        (None, JSON, "text/turtle"),
        ("", JSON, "text/turtle"),
        ("*/*", JSON, "text/turtle"),
        (FIREFOX, "text/html", "text/html"),
        ("text/html", "text/html", "text/html"),
        (XML, XML, None),
        ("text/turtle", None, "text/turtle"),
        ("application/json", "application/json", "application/json"),
        ("application/xml", "application/xml", "application/xml"),
        ("application/ld+json, application/sparql-results+json", JSON, "application/ld+json"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values", None),
        ("text/csv;q=0.5, */*;q=0.1", "text/csv", "text/turtle"),
        ("text/csv, */*", "text/csv", "text/turtle"),
        ("text/*", "text/csv", "text/turtle"),
        ("application/*", JSON, "application/n-triples"),
        ("application/*;q=0.2, text/csv;q=0.1", JSON, "application/n-triples"),
        (f"{JSON};q=0, */*;q=0.5", "application/json", "text/turtle"),
        ("*/*;q=0", None, None),
        ("text/turtle;q=0, */*", JSON, "application/n-triples"),
        ("TEXT/CSV", "text/csv", None),
        ("text/csv ; q=0.7 , application/xml ; q=0.8", "application/xml", "application/xml"),
        ("text/csv;charset=utf-8;q=0.9", "text/csv", None),
        ("image/png", None, None),
        ("image/png, text/csv;q=0.001", "text/csv", None),
        ("text/csv;q=2", None, None),
        ("text/csv;q=abc, application/xml;q=0.1", "application/xml", "application/xml"),
        ("nonsense, text/csv", "text/csv", None),
        ("*/csv", None, None),
        (",,;;,", None, None),
        ("application/rdf+xml, text/plain;q=0.5", None, "application/rdf+xml"),
    ],
)
def test_a_header_chooses(accept, rows, graph):
    assert n.choose(accept, ROWS) == rows
    assert n.choose(accept, GRAPHS) == graph


@pytest.mark.parametrize(
    ("name", "rows", "graph"),
    [
        ("json", JSON, "application/ld+json"),
        ("xml", XML, "application/rdf+xml"),
        ("csv", "text/csv", None),
        ("tsv", "text/tab-separated-values", None),
        ("ttl", None, "text/turtle"),
        ("turtle", None, "text/turtle"),
        ("nt", None, "application/n-triples"),
        ("jsonld", None, "application/ld+json"),
        ("JSON-LD", None, "application/ld+json"),
        ("rdf", None, "application/rdf+xml"),
        ("html", "text/html", "text/html"),
        ("text/csv", "text/csv", None),
        ("excel", None, None),
    ],
)
def test_a_format_is_named(name, rows, graph):
    assert n.named(name, ROWS) == rows
    assert n.named(name, GRAPHS) == graph


@given(st.text())
def test_no_header_breaks_it(header):
    assert n.choose(header, ROWS) in {None, *ROWS}


@given(st.lists(st.sampled_from([*ROWS, "*/*", "text/*"]), min_size=1), st.randoms())
def test_the_order_of_equals_decides_nothing(ranges, random):
    shuffled = list(ranges)
    random.shuffle(shuffled)
    assert n.choose(", ".join(ranges), ROWS) == n.choose(", ".join(shuffled), ROWS)
