"""Each bad graph breaks the one shape that it names, and each shape has a bad graph."""

import re
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, SH

from graph import check
from ontology import terms

BAD = sorted((Path(__file__).parent / "bad").glob("*.ttl"))
EVENT_CLASS_SHAPES = re.compile(r"^[A-Z]\w+-\w+$")


def named(path):
    found = re.search(r"# Breaks: (\S+)", path.read_text(encoding="utf-8"))
    return found[1] if found else None


def broken(path):
    return {shape for _, shape, _ in check.results(rdflib.Graph().parse(path))}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_graph_breaks_the_shape_it_names_and_no_other(path):
    expected = named(path)
    assert broken(path) == ({expected} if expected else set())


def test_every_cross_cutting_shape_has_a_bad_graph():
    shapes = rdflib.Graph().parse(Path(check.ontology.__file__).parent / "shapes.ttl")
    properties = {str(s).removeprefix(terms.NS) for s in shapes.objects(None, SH.property)}
    with_sparql = {str(s).removeprefix(terms.NS) for s in shapes.subjects(SH.sparql, None)}
    assert properties | with_sparql <= {named(path) for path in BAD}


def required_roles():
    graph = check.vocabulary()
    for kind in sorted(graph.subjects(RDF.type, SH.NodeShape)):
        for shape in sorted(graph.objects(kind, SH.property)):
            if (
                graph.value(shape, rdflib.URIRef(terms.filledBy)) is not None
                and graph.value(shape, SH.minCount) is not None
            ):
                yield pytest.param(str(kind), str(shape), id=str(shape).removeprefix(terms.NS))


@pytest.mark.parametrize(("kind", "shape"), list(required_roles()))
def test_an_event_without_a_required_role_breaks_the_shape_of_that_role(kind, shape):
    graph = check.vocabulary()
    data = rdflib.Graph()
    node = rdflib.URIRef("https://w3id.org/picketline/id/event/x")
    data.add((node, RDF.type, rdflib.URIRef(kind)))
    data.add((node, rdflib.RDFS.label, rdflib.Literal("x")))
    data.add((node, rdflib.URIRef(terms.report), rdflib.URIRef("https://w3id.org/picketline/id/report/a/b")))
    data.add((node, rdflib.URIRef(terms.articleCount), rdflib.Literal(1)))
    data.add((node, rdflib.URIRef(terms.modality), rdflib.URIRef(terms.modality_actual)))
    assert shape.removeprefix(terms.NS) in {found for _, found, _ in check.results(data)}
    path = graph.value(rdflib.URIRef(shape), SH.path)
    party = graph.value(rdflib.URIRef(shape), SH["class"])
    somebody = rdflib.URIRef("https://w3id.org/picketline/id/agent/x")
    data.add((node, path, somebody))
    data.add((somebody, RDF.type, party))
    assert shape.removeprefix(terms.NS) not in {found for _, found, _ in check.results(data)}
