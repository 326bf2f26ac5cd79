"""The same statements give the same bytes."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import turtle
from graph.errors import StoreError

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
        turtle.text([quad], "ttl")
    with pytest.raises(StoreError, match="known are"):
        turtle.text([], "xls")
