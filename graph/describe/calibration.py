"""Measured precision to RDF: for each frame and factor how many reports were right of how many, and whether that is enough."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph import iris
from graph.describe import values
from ontology import terms
from ontology.calibration import Calibration, Count


def describe(calibration: Calibration) -> Iterator[ox.Quad]:
    """The quads of the default graph that tell how precise frames and factors were found to be."""
    for name, count in sorted(calibration.frames.items()):
        node = iris.precision("frame " + name.rpartition("#")[2])
        yield ox.Quad(values.node(node), values.node(terms.ofFrame), values.node(name))
        yield from _count(node, count, calibration.ruleset)
    for name, count in sorted(calibration.factors.items()):
        node = iris.precision("factor " + name)
        yield ox.Quad(values.node(node), values.node(terms.ofFactor), ox.Literal(name))
        yield from _count(node, count, calibration.ruleset)


def _count(node: str, count: Count, ruleset: str) -> Iterator[ox.Quad]:
    told = (
        (values.RDF_TYPE.value, values.node(terms.Precision)),
        (terms.right, ox.Literal(str(count.right), datatype=values.INTEGER)),
        (terms.seen, ox.Literal(str(count.seen), datatype=values.INTEGER)),
        (terms.calibrated, ox.Literal(str(count.calibrated).lower(), datatype=ox.NamedNode(values.XSD + "boolean"))),
        (terms.rulesetDigest, ox.Literal(ruleset)),
    )
    for predicate, value in told:
        yield ox.Quad(values.node(node), values.node(predicate), value)
