"""The strip and the words for dates."""

import datetime as dt

import pytest

from graph.views import strip, wording
from graph.views.timeline import Entry


def entry(name, start, end, date=None, party="u"):
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    return Entry(
        name, "stoppage" if "strike" in name else "talks", name, date or start, first, last, ((party, "U"),), 1, 1
    )


KINDS = {"u": "union", "a": "association"}


def test_a_stoppage_is_a_bar_and_a_day_a_dot():
    drawn = strip.draw(
        [entry("talks", "2023-03-20", "2023-03-20"), entry("strike", "2023-05-02", "2023-09-27")], KINDS, ["stoppage"]
    )
    (lane,) = drawn.lanes
    assert (len(lane.bars), len(lane.dots), drawn.year) == (1, 1, None)
    assert strip.MARGIN <= lane.dots[0].x < lane.bars[0].x < lane.bars[0].x + lane.bars[0].width <= strip.WIDTH


def test_many_years_show_the_one_with_most_and_an_unstated_end_is_no_bar():
    found = [
        entry("strike of old", "1960-01-16", "1980-07-20", date="1960-01-16/"),
        entry("talks 1", "2023-03-20", "2023-03-20"),
        entry("talks 2", "2023-10-02", "2023-10-02"),
        entry("strike on", "2022-12-01", None, date="2022-12-01/.."),
    ]
    drawn = strip.draw(found, KINDS, ["stoppage"])
    assert drawn.year == 2023
    assert [bar.entry.label for lane in drawn.lanes for bar in lane.bars] == []
    assert {dot.entry.label for lane in drawn.lanes for dot in lane.dots} == {"talks 1", "talks 2"}
    assert all(strip.MARGIN <= dot.x <= strip.WIDTH for lane in drawn.lanes for dot in lane.dots)


def test_one_dated_event_makes_no_picture():
    assert strip.draw([entry("talks", "2023-03-20", "2023-03-20")], KINDS, []) is None


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "undated"),
        ("2023-05-02", "2 May 2023"),
        ("2023-05", "May 2023"),
        ("2023-05-02~", "about 2 May 2023"),
        ("193X", "the 1930s"),
        ("2023-22", "summer 2023"),
        ("2023-05-02/2023-09-27", "2 May to 27 September 2023"),
        ("2007-11-05/2008-02-12", "5 November 2007 to 12 February 2008"),
        ("2023-05-02/..", "since 2 May 2023"),
        ("1960-01-16/", "from 16 January 1960, end not stated"),
        ("../2023-05-02", "until 2 May 2023"),
        ("[..2023-05-02]", "by 2 May 2023"),
        ("[2023-09-05,2023-09-06]", "5 September 2023 or 6 September 2023"),
        ("[2023-07-25..2023-07-31]", "between 25 July 2023 and 31 July 2023"),
        ("XXXX-05-02", "2 May, year not stated"),
    ],
)
def test_dates_in_words(edtf, words):
    assert wording.date(edtf) == words
