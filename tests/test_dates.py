"""EDTF bounds, and publication stamps."""

from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import dates

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@given(DAYS)
def test_a_day_is_its_own_four_bounds(day):
    assert dates.bounds(day.isoformat()) == dates.Bounds(day, day, day, day)


@given(DAYS, DAYS)
def test_an_interval_has_the_bounds_of_its_ends(one, other):
    first, last = sorted((one, other))
    assert dates.bounds(f"{first}/{last}") == dates.Bounds(first, first, last, last)
    assert dates.bounds(f"{first}/..") == dates.Bounds(first, first, None, None)
    assert dates.bounds(f"../{last}") == dates.Bounds(None, None, last, last)


@pytest.mark.parametrize(
    "text", ["2023", "2023-05", "2023-05-02", "2023-05-02/2023-09-27", "193X", "2023-02", "2024-02"]
)
def test_bounds_agree_with_the_reference_parser(text):
    parsed = edtf.parse_edtf(text)
    found = dates.bounds(text)
    assert found.earliest_start.timetuple()[:3] == tuple(parsed.lower_strict()[:3])
    assert found.latest_end.timetuple()[:3] == tuple(parsed.upper_strict()[:3])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2023-35", "2023-07-01", "2023-09-30"),
        ("[2023-03-20..2023-05-01]", "2023-03-20", "2023-05-01"),
        ("[2023-09-05,2023-09-06]", "2023-09-05", "2023-09-06"),
        ("2023-05-02~", "2023-04-29", "2023-05-05"),
        ("2023-07-14T00:01:00-07:00", "2023-07-14", "2023-07-14"),
        ("2023-05-XX", "2023-05-01", "2023-05-31"),
    ],
)
def test_bounds_of_other_forms(text, first, last):
    found = dates.bounds(text)
    assert (found.earliest_start.isoformat(), found.latest_end.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["XXXX-05-02", "", "May 2023", "2023-13-40", "2023-02-30", "../..", "[x]"])
def test_what_has_no_bounds(text):
    assert dates.bounds(text) is None


@pytest.mark.parametrize(
    "stamp",
    ["0001-01-01", "1699-12-31", "2200-01-01", "9999-12-31T23:00:00Z", "0000", "2023-01-01/..", "[..1699-12-31]"],
)
def test_a_year_in_which_no_article_appeared_is_refused(stamp):
    with pytest.raises(ValueError, match="expected a"):
        dates.published(stamp)


@pytest.mark.parametrize("stamp", ["1900-01-01", "2150-07-14"])
def test_an_old_day_and_one_to_come_are_taken_at_their_word(stamp):
    assert dates.published(stamp).day.isoformat() == stamp


def test_an_open_year_is_closed():
    assert dates.is_open_year("XXXX-05-02/..")
    assert dates.close_year("XXXX-05-02/..", 2023) == "2023-05-02/.."


def test_the_narrower_date_is_the_more_precise():
    order = ["2023-05-02", "2023-05-02/..", "2023-05", "2023", "193X~"]
    assert [dates.precision(text) for text in order] == sorted((dates.precision(text) for text in order), reverse=True)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2023-07-14", "2023-07-14"),
        ("2023-07-14T00:30:00Z", "2023-07-13"),
        ("2023-07-14T09:00:00-04:00", "2023-07-14"),
        ("Fri, 14 Jul 2023 00:30:00 +0000", "2023-07-13"),
        ("2023-07", None),
        ("[2023-07-25..2023-07-31]", None),
        ("[..2026-11-23]", None),
    ],
)
def test_a_stamp_is_told_as_the_newsroom_s_day(stamp, day):
    found = dates.published(stamp)
    assert (found.day.isoformat() if found.day else None) == day


@pytest.mark.parametrize("stamp", ["", "yesterday", "14/07/2023", "2023-02-30", "9999999"])
def test_a_stamp_that_is_none_is_refused(stamp):
    with pytest.raises(ValueError, match="expected a day"):
        dates.published(stamp)
