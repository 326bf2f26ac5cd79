"""JSON-LD says the same as N-Quads, whatever is in it; its context and its frames work in a processor."""

import json

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from graph import jsonld, store, turtle
from graph.errors import FormatError
from graph.prefixes import PREFIXES
from graph.views import frames

XSD = PREFIXES["xsd"]
EXTERN = ["https://x.example/a", "urn:a:b", "event:x", "id:x", "type:y", "label:z", "pl:Strike", "https://x.example/ß#"]
IRI = st.sampled_from(
    [
        *(
            PREFIXES["pl"] + name
            for name in ("Strike", "report", "articleCount", "role", "dateEdtf", "calibrated", "x/y")
        ),
        *(PREFIXES["event"] + name for name in ("a", "a#b", "a/b", "", ".", "@id", "//x")),
        PREFIXES["rdf"] + "type",
        PREFIXES["rdfs"] + "label",
        PREFIXES["dct"] + "source",
        PREFIXES["oa"] + "start",
        *EXTERN,
    ]
).map(ox.NamedNode)
WORDS = st.text(max_size=5) | st.sampled_from(["3", "-0", "007", "true", "1", "2023-05-02", "@id", "event:a", "_:b0"])
TYPES = [XSD + name for name in ("integer", "boolean", "date", "decimal", "string", "double")] + [
    PREFIXES["edtf"] + "EDTF",
    "https://x.example/type",
]
LITERAL = (
    WORDS.map(ox.Literal)
    | st.builds(lambda words, tag: ox.Literal(words, language=tag), WORDS, st.sampled_from(["en", "pt-br"]))
    | st.builds(lambda words, kind: ox.Literal(words, datatype=ox.NamedNode(kind)), WORDS, st.sampled_from(TYPES))
)
NODE = IRI | st.sampled_from(["b0", "b1"]).map(ox.BlankNode)
QUAD = st.builds(
    lambda s, p, o, g: ox.Quad(s, p, o, g) if g else ox.Quad(s, p, o), NODE, IRI, NODE | LITERAL, st.none() | IRI
)


def read(name, built):
    return json.loads((store.open_published(built).path / "data" / name).read_bytes())


@given(st.lists(QUAD, max_size=8))
def test_a_document_says_the_same_as_the_quads(quads):
    assert set(ox.parse(turtle.text(quads, "jsonld"), format=ox.RdfFormat.JSON_LD)) == set(quads)


def test_the_names_are_those_of_the_context(built):
    told = read("timeline.jsonld", built)
    published = read("context.jsonld", built)["@context"]
    assert published == jsonld.context()
    assert told["@context"].items() <= published.items()
    keys = {key for node in told["@graph"] for key in node}
    assert (
        {"label", "articleCount", "dateEdtf", "report"}
        <= keys
        <= told["@context"].keys() | {"id", "type"} | {key for key in keys if ":" in key}
    )
    event = next(node for node in told["@graph"] if "articleCount" in node)
    assert isinstance(event["articleCount"], int)
    assert event["dateBasis"].startswith("pl:basis-")


def test_every_class_and_property_of_ours_has_a_name(built):
    terms = set(jsonld.context())
    for quad in store.open_published(built).store:
        iri = quad.predicate.value
        if iri.startswith(PREFIXES["pl"]):
            name = iri.removeprefix(PREFIXES["pl"])
            assert name in terms or f"pl:{name}" in terms


def test_the_events_and_the_agents_are_framed(built):
    processor = pytest.importorskip("pyld").jsonld

    def refuse(url, options=None):
        raise AssertionError(f"{url} was asked for")

    processor.set_document_loader(refuse)
    opened = store.open_published(built).store
    from graph.views import linked, timeline

    entry = next(e for e in timeline.entries(opened) if e.parties and e.date)
    document = json.loads(linked.text(opened, entry.iri, "jsonld"))
    framed = processor.frame(document, read("event-frame.jsonld", built))
    assert framed["id"].rpartition(":")[2] == entry.iri.rpartition("/")[2]
    reports = framed["report"] if isinstance(framed["report"], list) else [framed["report"]]
    passages = reports[0]["evidence"]
    (first, *_) = passages if isinstance(passages, list) else [passages]
    assert any("oa:exact" in selector for selector in first["oa:hasSelector"])
    holder = next(q.object.value for q in opened.quads_for_pattern(None, ox.NamedNode(PREFIXES["pl"] + "holder"), None))
    document = json.loads(linked.text(opened, holder, "jsonld"))
    framed = processor.frame(document, read("agent-frame.jsonld", built))
    tree = next(node for node in framed.get("@graph", [framed]) if node["id"].endswith(holder.rpartition("/")[2]))
    held = tree["holds"] if isinstance(tree["holds"], list) else [tree["holds"]]
    assert all(role["type"] == "RoleHolding" for role in held)


def test_frames_name_classes_of_the_context():
    terms = set(jsonld.context())
    for frame in (frames.events(), frames.agents()):
        assert set(json.loads(frame)["type"]) <= terms


def test_a_triple_within_a_triple_is_refused():
    p = ox.NamedNode("https://x.example/p")
    with pytest.raises(FormatError, match="JSON-LD has no way"):
        turtle.text([ox.Quad(p, p, ox.Triple(p, p, p))], "jsonld")


def test_rdflib_reads_the_same(built):
    opened = store.open_published(built).store
    from graph.views import linked

    iri = sorted(name.value for name in opened.named_graphs())[1]
    graphs = [
        rdflib.Graph().parse(data=linked.text(opened, iri, form), format=name)
        for form, name in (("jsonld", "json-ld"), ("nt", "nt"))
    ]
    assert set(graphs[0]) == set(graphs[1])
