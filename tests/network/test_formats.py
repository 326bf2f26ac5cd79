"""GEXF and GraphML read back to the same nodes, edges and attributes, whatever the words hold."""

import importlib.util
import io
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.network import formats

_spec = importlib.util.spec_from_file_location("network_made", Path(__file__).with_name("made.py"))
make = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make)

HOSTILE = [
    "<script>alert(1)</script>",
    "a href='x' & \"quoted\"",
    "\u202eright to left\u202c \u200f",
    "nul \x00 and bell \x07 and \ufffe",
    "x" * 5000,
    "]]> <!-- -->",
    "  spaces\tand\nlines  ",
]


def read_gexf(data):
    """What networkx reads; where no edges are parallel it gives a DiGraph, whose keys stand in `relation`."""
    read = nx.read_gexf(io.BytesIO(data))
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(read.nodes(data=True))
    for source, target, attributes in read.edges(data=True):
        attributes.pop("id")
        graph.add_edge(source, target, key=attributes["relation"], **attributes)
    assert read.is_directed()
    return graph


def read_graphml(data):
    return nx.read_graphml(io.BytesIO(data), force_multigraph=True)


WAYS = [(formats.gexf, read_gexf), (formats.graphml, read_graphml)]


@pytest.mark.parametrize(("write", "read"), WAYS)
def test_the_seeds_read_back(network, write, read):
    flat = formats.flat(network)
    again = read(write(network))
    assert dict(again.nodes(data=True)) == dict(flat.nodes(data=True))
    assert {e[:3]: e[3] for e in again.edges(keys=True, data=True)} == {
        e[:3]: e[3] for e in flat.edges(keys=True, data=True)
    }
    assert write(network) == write(network)


@pytest.mark.parametrize(("write", "read"), WAYS)
@given(network=make.networks(), words=st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_network_with_any_words_reads_back(write, read, network, words):
    for key in network.graph:
        network.graph.nodes[key].update(label=words, short=words, names=(words, key))
    flat = formats.flat(network)
    again = read(write(network))
    assert dict(again.nodes(data=True)) == dict(flat.nodes(data=True))
    assert {e[:3]: e[3] for e in again.edges(keys=True, data=True)} == {
        e[:3]: e[3] for e in flat.edges(keys=True, data=True)
    }


def test_dates_are_text_and_the_sentence_is_with_its_edge(network):
    flat = formats.flat(network)
    dates = [data["date"] for _, data in flat.nodes(data=True)]
    assert all(isinstance(date, str) for date in dates)
    assert "2023-05-02/2023-09-27" in dates
    assert all(data["sentence"] and data["outlets"] for *_, data in flat.edges(data=True))
