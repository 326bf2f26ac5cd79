"""Feed entries about other things, each a headline and two sentences of our own: none tells of a labor event."""

from datetime import date
from pathlib import Path

import pytest

from graph.extract import extract
from graph.model import Document, Published

TABLE = Path(__file__).parents[1] / "data" / "other_fields.tsv"
ENTRIES = [tuple(line.split("\t")) for line in TABLE.read_text(encoding="utf-8").splitlines()]
WHEN = Published("2024-03-05", date(2024, 3, 5), "2024-03-05")


@pytest.mark.parametrize(("title", "words"), ENTRIES, ids=[title for title, _ in ENTRIES])
def test_an_entry_about_something_else_gives_no_event(rules, title, words):
    found = extract(Document(key="a", text=f"{title}\n\n{words}", title=title, published=WHEN), rules).told
    assert [(r.type, r.modality, r.trigger.of(found.document.text)) for r in found.reports] == []
