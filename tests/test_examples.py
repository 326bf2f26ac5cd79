"""The example sentences of the event types yield their class, and the counterexamples do not."""

import pytest

import ontology
from graph import examples

CASES = [(frame.name, frame) for frame in ontology.load().frames]


@pytest.mark.parametrize(("name", "frame"), CASES, ids=[name for name, _ in CASES])
def test_examples_of_a_frame(name, frame, rules):
    assert list(examples.unmet(frame, rules)) == []
