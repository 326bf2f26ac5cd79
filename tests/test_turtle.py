"""The same statements give the same bytes."""

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from graph import turtle
from graph.errors import FormatError, StoreError

NODE = st.integers(0, 6).map(lambda n: ox.NamedNode(f"https://w3id.org/picketline/id/event/e{n}"))
VALUE = NODE | st.text(max_size=8).map(ox.Literal)
GRAPH = st.none() | NODE
QUAD = st.builds(lambda s, p, o, g: ox.Quad(s, p, o, g) if g else ox.Quad(s, p, o), NODE, NODE, VALUE, GRAPH)


@given(st.lists(QUAD), st.randoms(), st.sampled_from(sorted(turtle.FORMATS)))
def test_order_and_repetition_do_not_matter(quads, chance, form):
    shuffled = [*quads, *quads[:2]]
    chance.shuffle(shuffled)
    assert turtle.text(quads, form) == turtle.text(shuffled, form)


@given(st.lists(QUAD), st.sampled_from(["trig", "nq", "jsonld"]))
def test_a_dataset_reads_back(quads, form):
    again = ox.parse(turtle.text(quads, form), format=turtle.FORMATS[form])
    assert set(again) == set(quads)


def test_a_blank_node_and_an_unknown_format_are_refused():
    quad = ox.Quad(ox.BlankNode(), ox.NamedNode("https://x.example/p"), ox.Literal("x"))
    with pytest.raises(StoreError, match="blank node"):
        turtle.named([quad])
    with pytest.raises(StoreError, match="known are"):
        turtle.text([], "xls")


def test_turtle_is_one_block_a_subject_with_the_prefixes_it_uses():
    event, pl, rdf = (turtle.PREFIXES[name] for name in ("event", "pl", "rdf"))
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    rows = [
        ("b", pl + "note", "x"),
        ("a", pl + "note", "two\nlines. }\nthree"),
        ("a", label, "A"),
        ("a", pl + "a", "y"),
    ]
    quads = [ox.Quad(ox.NamedNode(event + s), ox.NamedNode(p), ox.Literal(o)) for s, p, o in rows]
    quads.append(ox.Quad(ox.NamedNode(event + "a"), ox.NamedNode(rdf + "type"), ox.NamedNode(pl + "Thing")))
    assert turtle.text(quads, "ttl").decode().splitlines()[5:] == [
        "",
        "event:a a pl:Thing ;",
        '\trdfs:label "A" ;',
        '\tpl:a "y" ;',
        '\tpl:note "two\\nlines. }\\nthree" .',
        "",
        'event:b pl:note "x" .',
    ]
    head = [row.split()[1] for row in turtle.text(quads, "ttl").decode().splitlines() if row.startswith("@prefix")]
    assert sorted(head) == ["event:", "pl:", "rdf:", "rdfs:", "xsd:"]


@given(st.lists(QUAD))
def test_blank_lines_change_nothing(quads):
    for form in ("ttl", "trig"):
        kept = [q for q in quads if form == "trig" or q.graph_name == ox.DefaultGraph()]
        again = ox.parse(turtle.text(quads, form), format=turtle.FORMATS[form])
        assert {(q.subject, q.predicate, q.object) for q in again} == {(q.subject, q.predicate, q.object) for q in kept}


NO_XML = {chr(n) for n in range(32)} - set("\t\n\r") | {"\ufffe", "\uffff"}
TEXT = st.text(max_size=8) | st.sampled_from(["a\r\nb", "<&>", "\x0b", "\ufffe", " . ", "}"])


@given(st.lists(st.tuples(NODE, TEXT), max_size=4))
def test_rdf_xml_reads_back_or_is_refused(pairs):
    p = ox.NamedNode("https://x.example/p")
    quads = [ox.Quad(node, p, ox.Literal(words)) for node, words in pairs]
    if any(letter in NO_XML for _, words in pairs for letter in words):
        with pytest.raises(FormatError, match="XML"):
            turtle.text(quads, "rdf")
        return
    written = turtle.text(quads, "rdf")
    assert {t.object for t in ox.parse(written, format=ox.RdfFormat.RDF_XML)} == {q.object for q in quads}
    rdflib.Graph().parse(data=written, format="xml")


def test_a_property_that_is_no_element_s_name_is_refused_in_rdf_xml():
    quad = ox.Quad(ox.NamedNode("https://x.example/s"), ox.NamedNode("https://x.example/1"), ox.Literal("x"))
    with pytest.raises(FormatError, match="ends in a name"):
        turtle.text([quad], "rdf")
