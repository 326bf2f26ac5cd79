"""How dates and lengths are put into words."""

from datetime import date

import pytest

from graph.views import wording

FIRST, LAST = date(2023, 5, 2), date(2023, 9, 27)


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2023-05-02/2023-09-27", 148),
        ("2023-05-02", 148),
        ("2023-05-02/", None),  # over by the last day, nobody says since when
        ("2023-05-02/..", None),
        ("/2023-09-27", None),
    ],
)
def test_a_length_is_told_where_both_ends_are_stated(edtf, days):
    assert wording.length(edtf, FIRST, LAST) == days


def test_a_length_to_about_a_day_is_counted_to_that_day():
    first, last = date(2026, 2, 17), date(2026, 5, 13)
    assert wording.length("2026-02-17/2026-05-10~", first, last) == 82


def test_a_length_with_an_open_side_is_unknown():
    assert wording.length("2023-05-02/..", FIRST, None) is None


def test_an_office_held_when_an_article_appeared_is_told_by_its_day():
    assert wording.date("[..2020-07-23]/..") == "since 23 July 2020 or before"
    assert wording.date("[..2020-07-23]") == "by 23 July 2020"
