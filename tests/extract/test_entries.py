"""Short entries of feeds, a headline and a sentence or two: what they tell, as fact or plan, and what they do not tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph import dates
from graph.extract import Rules, extract
from graph.model import Document, Modality, Published, Report
from graph.read import headline

TABLE = Path(__file__).parents[1] / "data" / "entries.tsv"
ENTRIES = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()]


def _reports(day: str, title: str, text: str, rules: Rules) -> tuple[Report, ...]:
    published = Published(day, date.fromisoformat(day), day)
    document = headline.led(Document("entry", text, title=title, published=published))
    return extract(document, rules).reports


def _tells(report: Report, words: str) -> bool:
    name, mood, *when = words.split()
    if report.type.rpartition("#")[2] != name or report.modality.value != mood:
        return False
    if not when:
        return True
    told, meant = dates.bounds(report.when.edtf) if report.when is not None else None, dates.bounds(when[0])
    return told is not None and meant is not None and dates.overlaps(told, meant)


@pytest.mark.parametrize(("day", "title", "text", "expected"), ENTRIES, ids=[row[1] + " " + row[0] for row in ENTRIES])
def test_entry_tells_its_news(day: str, title: str, text: str, expected: str, rules: Rules) -> None:
    found = _reports(day, title, text, rules)
    told = [(r.type.rpartition("#")[2], r.modality.value, r.when.edtf if r.when is not None else None) for r in found]
    for words in expected.split("|"):
        if words.startswith("!"):
            kinds = [r.type.rpartition("#")[2] for r in found if r.modality is Modality.ACTUAL]
            assert words[1:] not in kinds, told
        else:
            assert any(_tells(report, words) for report in found), told


def test_company_and_union_of_a_short_entry_are_sides_of_one_vote(rules: Rules) -> None:
    title, text = (
        "Tesla workers reject contract",
        "Members of the Dalton Battery Workers Union had been in talks since May.",
    )
    entry = f"{text} Union members rejected the contract on Thursday."
    votes = [r for r in _reports("2024-07-26", title, entry, rules) if r.type.endswith("#RatificationVote")]
    assert len(votes) == 1


def test_a_company_s_workers_in_capitals_are_no_union(rules: Rules) -> None:
    document = Document("entry", "Tesla Machinists rejected the offer, members of the Dalton Battery Union said.")
    assert "Tesla Machinists" not in [agent.name for agent in extract(document, rules).agents]
