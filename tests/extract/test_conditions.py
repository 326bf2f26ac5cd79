"""What a strike to come hangs on, the days for which something is called, and since when there was none."""

import datetime

import pytest

from graph import dates, predict
from graph.extract import extract
from graph.model import Document


def told(rules, text, day="2023-07-14"):
    """Type, date and modality of the events of a text published on a Friday."""
    document = Document(key="a", text=text, title="Story", published=dates.published(day))
    rows = predict.prediction(extract(document, rules), rules)["events"]
    return {(row["type"], str(row["date"]), row["modality"]) for row in rows}


@pytest.mark.parametrize(
    "sentence",
    [
        "Without a deal, drivers of the Teamsters at UPS will strike on Friday, July 21.",
        "Unless UPS gives way, the Teamsters will strike on July 21.",
        "The Teamsters will strike UPS on July 21 unless the company gives way.",
        "If no agreement is reached, SAG-AFTRA will go on strike on July 21.",
        "Barring a last-minute settlement, the UAW will walk out at Ford on July 21.",
        "Should talks fail, the UAW will walk out at Ford on July 21.",
        "In the absence of a deal, the WGA will strike on July 21.",
    ],
)
def test_a_strike_that_hangs_on_something_is_no_plan(rules, sentence):
    assert told(rules, sentence) == {("StrikeStart", "2023-07-21", "conditional")}


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Drivers of the Teamsters, without a contract since June, will strike at UPS on July 21.", "planned"),
        ("Without naming a reason, the Teamsters will strike at UPS on July 21.", "planned"),
        ("The Teamsters will strike at UPS on July 21 without pay.", "planned"),
        ("Without a deal, the Teamsters walked out at UPS on July 10.", "actual"),
    ],
)
def test_what_only_says_how_it_stands_is_no_condition(rules, sentence, row):
    assert ("StrikeStart", row) in {(kind, mood) for kind, _, mood in told(rules, sentence)}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The WGA has announced a strike for Tuesday.", "StrikeStart"),
        ("The WGA has called a strike for Tuesday.", "StrikeStart"),
        ("The Teamsters scheduled a one-day walkout for Tuesday at UPS.", "StrikeStart"),
        ("The WGA has called a strike authorization vote for Tuesday.", "StrikeAuthorizationVote"),
        ("The strike at UPS is over. The Teamsters have set a vote on the contract for Tuesday.", "RatificationVote"),
        ("The strike goes on. The WGA and the AMPTP have set a meeting for Tuesday.", "NegotiationSession"),
        ("The strike goes on. The Teamsters have announced a picket outside UPS for Tuesday.", "Picket"),
    ],
)
def test_what_is_called_for_a_weekday_is_to_come(rules, sentence, kind):
    assert (kind, "2023-07-18", "planned") in told(rules, sentence)


def test_what_is_called_on_a_weekday_is_not(rules):
    day = datetime.date(2023, 7, 11).isoformat()
    assert told(rules, "The WGA called a strike on Tuesday.") == {("StrikeStart", day, "actual")}


def test_days_to_vote_are_a_vote_to_come(rules):
    for span in ("until July 25", "ten days"):
        text = f"The strike at UPS is over. Members of the Teamsters have {span} to vote on the contract."
        assert ("RatificationVote", "None", "planned") in told(rules, text)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("It is the first time since 1960 that both the WGA and the Screen Actors Guild have been on strike.", "1960"),
        ("Not since 1997 have the Teamsters walked out at UPS.", "1997"),
        ("For the first time since 1960, both the WGA and SAG-AFTRA are on strike.", "1960"),
    ],
)
def test_since_when_there_was_none_stands_before_the_strike(rules, sentence, year):
    assert ("StrikeStart", year, "actual") in told(rules, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Not since 1997 have the Teamsters endorsed a candidate. They are on strike.",
        "It is the first time since 1960 that both the WGA and SAG-AFTRA have endorsed a candidate, said a striker.",
    ],
)
def test_since_when_nobody_did_something_else(rules, sentence):
    assert not {date for _, date, _ in told(rules, sentence)} & {"1997", "1960"}
