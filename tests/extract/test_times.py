"""Words that tell a time: each expression has its value, and words that tell none are left alone."""

import csv
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import dates
from graph.extract import times
from graph.extract.words import Words
from graph.model import Published
from ontology import load

WORDS = Words(load())

with (Path(__file__).parent.parent / "data" / "temporal.csv").open(encoding="utf-8") as file:
    CASES = [tuple(row.values()) for row in csv.DictReader(file, delimiter="|")]


def found_in(sentence, published="2023-06-10"):
    return times.find(sentence, WORDS, published=Published(published, date.fromisoformat(published), published))


def test_there_are_enough_cases():
    assert len(CASES) >= 172


@pytest.mark.parametrize(("published", "sentence", "expression", "value"), CASES, ids=[f"{c[1]}-{c[2]}" for c in CASES])
def test_an_expression_has_its_value(published, sentence, expression, value):
    at = sentence.index(expression)
    covering = [t for t in found_in(sentence, published) if t.span.start < at + len(expression) and at < t.span.end]
    assert [t.edtf or t.duration for t in covering] == [value]


@pytest.mark.parametrize(
    "sentence",
    [
        "The crew may march on the gate for a second time.",
        "She said they may, in the end, agree.",
        "They march because they must.",
        "He was second to none in the guild.",
        "The sun shone on the pickets.",
        "It was a fair deal.",
    ],
)
def test_words_that_tell_no_time_are_left_alone(sentence):
    assert found_in(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "count", "unit"),
    [
        ("On the fourth day of the stoppage it rained.", 4, "day"),
        ("It enters its second month with no talks.", 2, "month"),
        ("This is day 100 of the stoppage.", 100, "day"),
        ("It entered its 92nd day.", 92, "day"),
        ("They are three months into the stoppage.", 4, "month"),
    ],
)
def test_a_count_keeps_number_and_unit(sentence, count, unit):
    assert [(t.count, t.unit) for t in found_in(sentence) if t.kind == "ordinal"] == [(count, unit)]


def test_without_a_day_of_publication_nothing_is_supplied():
    sentence = "They met on Friday, and on May 5 they stopped."
    assert [t.edtf for t in times.find(sentence, WORDS, published=None)] == [None, "XXXX-05-05"]


@given(st.text(max_size=300), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_text_has_spans_inside_it_in_order(text, day):
    found = times.find(text, WORDS, published=Published(day.isoformat(), day, day.isoformat()))
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.dates(date(1950, 1, 1), date(2060, 12, 1)))
def test_what_is_told_ahead_lies_ahead_and_last_lies_behind(day):
    for words, later in (("They will meet on Monday.", True), ("They met last Monday.", False)):
        (time,) = found_in(words, day.isoformat())
        known = dates.bounds(time.edtf)
        assert (known.earliest_start >= day) if later else (known.earliest_start < day)


def calls_for(text):
    """How many calls it takes to find the times of a text that is one line."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        found = found_in(text)
    finally:
        sys.setprofile(None)
    return count, len(found)


@pytest.mark.parametrize(
    "line",
    [
        "They met on Friday, May 5, 2023, at noon, and two weeks later it was over. ",
        "They met May 5 and May 6 and May 7 and ",
        "the first day of the second week by Friday before June since ",
        "1,",
        "more than twenty-",
    ],
)
def test_ten_times_the_line_takes_ten_times_the_work(line):
    few, found = calls_for(line * 30)
    many, more = calls_for(line * 300)
    assert many <= 10.5 * few
    assert abs(more - 10 * found) <= 10


def test_days_listed_under_a_month_are_days_of_it(read_text):
    text = "A look back.\n\nNOVEMBER\n\n30: Talks open.\n\nMARCH 2023\n\n1: Talks end.\n\n32: No such day.\n\nMay was warm. 5: odd."
    found = read_text(text, published="2023-08-09").times
    assert [t.edtf for t in found if t.rule == "listed-day"] == ["2022-11-30", "2023-03-01"]


def test_what_a_list_tells_is_dated_by_its_day(read_text):
    text = "The WGA and the AMPTP met.\n\nAPRIL\n\n17: WGA talks break down\n\nMAY\n\n2: WGA Strike Begins"
    told = {(r.type.rpartition("#")[2], r.when.edtf) for r in read_text(text, published="2023-08-09").reports if r.when}
    assert {("TalksBreakdown", "2023-04-17"), ("StrikeStart", "2023-05-02")} <= told
