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


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Air Line Pilots Association at Delta Air Lines said it is proposing a pay increase of 9 percent.",
            {("Air Line Pilots Association", "wages")},
        ),
        (
            "The WGA maintains that its latest proposal to the AMPTP, presented yesterday, included movement on DVDs.",
            {("WGA", "residuals")},
        ),
        (
            "The Teamsters made a counter-offer to UPS on Sunday, according to a Facebook post. The counter-offer includes "
            "a 6% raise, the Teamsters said.",
            {("Teamsters", "wages")},
        ),
        (
            "The Teamsters sent UPS an opening proposal in May asking for a 40 percent pay increase.",
            {("Teamsters", "wages")},
        ),
    ],
)
def test_whose_offer_it_is(rules, text, rows):
    assert proposals(rules, text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The Teamsters and UPS are seeking federal mediation in the contract talks.",
        "Drivers of the Teamsters at UPS have requested mediation services.",
    ],
)
def test_whoever_seeks_a_mediator_demands_nothing(rules, text):
    assert proposals(rules, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "UPS left the room on Monday after the Teamsters refused to take their demand for pensions off the table.",
        "The Teamsters won't drop a demand for pensions at UPS.",
    ],
)
def test_a_demand_that_is_not_let_go_stands(rules, text):
    assert proposals(rules, text) == {("Teamsters", "health-pension")}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ford offered a two-year pay freeze, a plan that the UAW rejected on Monday.", "2024-05-13"),
        ("Ford made an offer that the UAW rejected on Monday.", "2024-05-13"),
        ("UPS proposed a day of paid leave, which the Teamsters rejected on Tuesday.", "2024-05-14"),
        ("The Ford plan on pay was rejected by the UAW on Monday.", "2024-05-13"),
        ("A union rejected an offer of Ford on pay. The UAW rejected it on Monday, it said.", "2024-05-13"),
        ("The United Steelworkers proposed a bonus. Asarco said no.", "2024-05"),
    ],
)
def test_one_rejection_with_its_day(rules, text, date):
    rows = [row for row in read(rules, text)["events"] if row["type"] == "ProposalRejected"]
    assert [row["date"] for row in rows] == [date]


@pytest.mark.parametrize("text", ["Asked whether a strike was near, UPS said no.", "The lawsuit, UPS said, no."])
def test_not_every_no_is_a_rejection(rules, text):
    assert moves(rules, text) == set()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("UPS offered the Teamsters a 3 percent raise this year and 2 percent next year.", "2024-05"),
        ("UPS countered with a raise of 1 percent for 2024-25, the Teamsters said.", "2024-05"),
        ("In 2019 UPS offered the Teamsters a raise of 1 percent.", "2019"),
    ],
)
def test_the_year_of_a_raise_does_not_date_the_offer(rules, text, date):
    (row,) = (row for row in read(rules, text)["events"] if row["type"] in MOVES)
    assert row["date"] == date


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("UPS presented a package to the Teamsters on Friday that raises pay by 4 percent.", {("UPS", "wages")}),
        (
            "The UAW is in talks with Ford. They call for higher pay, and Ford has said no.",
            {("United Auto Workers", "wages")},
        ),
        ("Southern Rail tabled a 3 percent deal, and ASLEF threw it out the same day.", {("Southern Rail", "wages")}),
        ("The DGA is in talks. It has put pensions high on its list.", {("DGA", "health-pension")}),
        ("Pensions will be a top priority, the DGA said.", {("DGA", "health-pension")}),
        ("Safety is a top priority for UPS, a spokesman said. The Teamsters are on strike.", set()),
        ("UPS made a new offer to end the row with the Teamsters over pay and pensions.", set()),
        ("55% of the Teamsters rejected the proposal and 45% voting in favor lost. UPS is sad.", set()),
    ],
)
def test_subjects_and_their_side(rules, text, rows):
    assert proposals(rules, text) == rows


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The UAW and Ford met on Sunday. The company offered a 10 percent raise.", "2024-05-12"),
        ("The UAW and Ford met on Sunday. The company has offered a 10 percent raise.", "2024-05"),
        ("The UAW and Ford met on Sunday. UPS offered a 10 percent raise to the Teamsters.", "2024-05"),
        ("The Teamsters struck UPS last month and have rejected an offer.", None),
    ],
)
def test_the_day_of_the_talks_is_that_of_the_move_told_next(rules, text, date):
    (row,) = (row for row in read(rules, text)["events"] if row["type"] in MOVES)
    assert row["date"] == date


def test_a_move_on_several_subjects_is_one_event(rules):
    text = "UPS offered 4 percent on Monday. The Teamsters answered with 16 percent, more staff and paid leave."
    assert sorted(row["type"] for row in read(rules, text)["events"] if row["type"] in MOVES) == [
        "CounterproposalMade",
        "ProposalMade",
    ]


def test_what_an_employer_wants_of_its_workers_is_its_own(rules):
    text = "UPS wants hourly workers to pay twice as much for their health insurance, the Teamsters said."
    assert proposals(rules, text) == {("UPS", "health-pension")}


@pytest.mark.parametrize(
    ("text", "about_labor"),
    [
        (
            "SEIU Local 99 says it is seeking a 30 percent raise. The Los Angeles Unified School District has offered 23 percent.",
            True,
        ),
        ("SAG-AFTRA presented its final proposal to the video game companies on Tuesday.", True),
        ("The Teamsters endorsed Dana Quist. The Riverton City Council approved a deal for a stadium.", False),
        ("The Directors Guild of America named its nominees. The City of Glendale offered the park for a gala.", False),
    ],
)
def test_a_public_body_can_be_the_other_side(rules, text, about_labor):
    document = Document(key="a", text=text, title="Story", published=dates.published("2024-05-15"))
    rows = predict.prediction(extract(document, rules), rules)
    assert bool([*rows["proposals"], *(row for row in rows["events"] if row["type"] in MOVES)]) is about_labor
