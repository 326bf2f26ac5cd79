"""Who walks out where a strike grows joins it, and begins no other; who is called striking is at it."""

from datetime import date

import pytest

from graph.extract import extract, growth
from graph.model import Document, Published

WHEN = Published("2023-10-12", date(2023, 10, 12), "2023-10-12")


def starts(rules, title, text):
    headline = len(title)
    text = f"{title}\n\n{text}\n\nThe union and the employer have a collective bargaining agreement."
    found = extract(Document(key="a", text=text, title=title, published=WHEN), rules).reports
    return [
        (r.when.edtf if r.when else None, r)
        for r in found
        if r.type.endswith("#StrikeStart") and r.trigger.start >= headline
    ]


@pytest.mark.parametrize(
    ("title", "text", "grows"),
    [
        ("Teamsters news", "The Teamsters widened its strike on Tuesday when packers at UPS walked off the job.", True),
        ("Teamsters expands its strike at UPS", "In Reno, 900 drivers of the Teamsters walked out on Wednesday.", True),
        ("Teamsters expands its strike at UPS", "The Teamsters walked out at UPS on September 1.", False),
        ("Teamsters news", "Members of the Teamsters walked out at UPS on Tuesday.", False),
        ("Teamsters profits", "Profits at UPS grow. Members of the Teamsters walked out on Tuesday.", False),
    ],
)
def test_a_walkout_in_a_strike_that_grows(rules, title, text, grows):
    told = starts(rules, title, text)
    assert told
    assert any(growth.GROWS in report.factors for when, report in told if when) is grows


def test_who_is_called_striking_is_on_strike_and_no_day_of_another_verb_is_its(rules):
    ((when, report),) = starts(
        rules,
        "News",
        "Striking Hollywood actors and studios will go on with their talks on Friday, the SAG-AFTRA union said.",
    )
    assert (when, report.modality.value) == (None, "actual")
    assert "trigger:state" in report.factors
