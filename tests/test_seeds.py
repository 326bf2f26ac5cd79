"""The digests: complete headers, the right length, even words."""

import re
from pathlib import Path

import pytest

from graph import dates, read
from graph.settings import Settings

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
UNEVEN = re.compile(r"(?i)\b(?:scabs?|greedy|hostages?|walked away|bully|bullies|demand against)\b")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_digest_is_complete_and_even(path):
    (document,) = read.documents(str(path), Settings())
    assert document.kind == "digest"
    assert document.title
    assert document.url == document.digest_of
    assert document.outlet
    assert document.published is not None
    assert dates.bounds(document.published.edtf) is not None
    assert document.retrieved is not None
    assert 80 <= len(document.text.split()) <= 250
    assert not UNEVEN.search(document.text)
    assert '"' not in document.text
    assert "“" not in document.text


def test_there_are_at_least_a_dozen():
    assert len(SEEDS) >= 12
