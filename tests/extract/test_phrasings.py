"""Ordinary ways of telling each kind of event: `phrasings.csv` holds them, a sentence a row, with the type that a reader would give."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from graph import dates
from graph.extract import extract
from graph.model import Document

CONTEXT = "The labor dispute between the union and the employer is about a new collective bargaining agreement for the workers."


def rows():
    found = defaultdict(list)
    with (Path(__file__).parent / "phrasings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["type"]].append((row["modality"], row["sentence"]))
    return found


ROWS = rows()


@pytest.mark.parametrize("kind", sorted(ROWS))
def test_each_phrasing_is_read(rules, kind):
    unread = []
    for modality, sentence in ROWS[kind]:
        document = Document(key="a", text=f"{sentence}\n\n{CONTEXT}", title="", published=dates.published("2023-08-23"))
        told = [
            report
            for report in extract(document, rules).reports
            if report.trigger.start < len(sentence)
            and report.type in rules.frames
            and rules.frames[report.type].scored_as == kind
        ]
        if not any(report.agents() and modality in ("", report.modality.value) for report in told):
            unread.append(sentence)
    assert not unread
