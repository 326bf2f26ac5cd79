"""Offers without a subject, the terms that the next sentence tells of them, and what is said to be left out."""

import pytest

from graph import dates, predict
from graph.extract import extract
from graph.model import Document

FIRST = "The union dispute goes on. "
MOVES = {"ProposalMade", "CounterproposalMade", "ProposalRejected"}


def read(rules, text):
    document = Document(key="a", text=FIRST + text, title="Story", published=dates.published("2024-05-15"))
    return predict.prediction(extract(document, rules), rules)


def proposals(rules, text):
    return {(row["by"], row["issue"]) for row in read(rules, text)["proposals"]}


def moves(rules, text):
    return {(row["type"], row["participants"][0]) for row in read(rules, text)["events"] if row["type"] in MOVES}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Teamsters gave UPS their proposals on Monday. They include higher minimums and better pensions.",
            {("Teamsters", "wages"), ("Teamsters", "health-pension")},
        ),
        (
            "Boeing made a new offer to the UAW on Sunday. It would raise pay by 30 percent and shorten shifts.",
            {("Boeing", "wages"), ("Boeing", "working-conditions")},
        ),
        (
            "The UAW rejected the latest offer of Ford. Under it, workers would get 10 percent more.",
            {("Ford", "wages")},
        ),
        (
            "UPS presented a counterproposal to the Teamsters on Friday. It covers air conditioning and part-time pay.",
            {("UPS", "working-conditions"), ("UPS", "wages")},
        ),
    ],
)
def test_a_pronoun_tells_the_terms_of_the_offer_before(rules, text, rows):
    assert proposals(rules, text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The Teamsters met UPS on Monday. They include many pensioners.",
        "Ford made a new offer to the UAW on Sunday. It opened a plant, and wages in Ohio are low.",
        "The Teamsters rejected the offer of UPS. It was late, and the trucks would carry the pay clerks home.",
    ],
)
def test_a_pronoun_that_stands_for_nothing_offered_tells_no_terms(rules, text):
    assert proposals(rules, text) == set()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The AMPTP handed the WGA a new offer on Friday.", {("ProposalMade", "AMPTP")}),
        ("Ford laid its proposals before the UAW on Monday. They cover pensions.", set()),
        (
            "Members of SAG-AFTRA said no to what the companies called a fair offer.",
            {("ProposalRejected", "SAG-AFTRA")},
        ),
        ("The Teamsters said no on Monday to a plan of UPS for two-tier wages.", {("ProposalRejected", "Teamsters")}),
        ("The WGA said it had rejected the package of the AMPTP.", {("ProposalRejected", "WGA")}),
        ("UPS responded on Tuesday with 2.5 percent for drivers of the Teamsters.", {("CounterproposalMade", "UPS")}),
    ],
)
def test_moves_told_in_other_words(rules, text, rows):
    assert rows <= moves(rules, text)


@pytest.mark.parametrize(
    "text",
    [
        "The UAW said on Monday that Ford had offered nothing on pensions.",
        "UPS has offered little on pensions, the Teamsters said.",
        "The Teamsters asked UPS for talks; its counter left out pensions.",
    ],
)
def test_what_is_left_out_is_not_offered(rules, text):
    assert proposals(rules, text) == set()


def test_a_demand_that_nobody_takes_off_the_table_is_not_refused(rules):
    text = "UPS left the room on Monday after the Teamsters refused to take their demand for pensions off the table."
    assert moves(rules, text) == set()
