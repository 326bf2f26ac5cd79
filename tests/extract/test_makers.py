"""Whose move it is where the words are passive, listed, or refused by nobody named."""

import pytest

from graph import predict
from ontology import terms

LEAD = "The Harbor Pilots Union is in contract talks with Corvid Air. "


def moves(extraction):
    """(maker, issue, status) of every demand and proposal."""
    names = {agent.iri: agent.name for agent in extraction.agents}
    kinds = ("Demand", "Proposal", "EmployerDemand", "ContractOffer", "Counterproposal", "FinalOffer")
    return {
        (names[maker], issue.rpartition("/")[2], report.status.rpartition("-")[2])
        for report in extraction.reports
        if report.type.rpartition("#")[2] in kinds
        for maker in report.agents(terms.madeBy)
        for issue in report.issues
    }


UNION, AIRLINE = "Harbor Pilots Union", "Corvid Air"
CASES = [
    ("Under the proposal, Corvid Air pilots would receive a 21% raise.", {(AIRLINE, "comp", "tabled")}),
    (
        "Among the union's proposals are minimum rest on night routes and limits on the use of cameras.",
        {(UNION, "work-hours", "tabled"), (UNION, "monitoring", "tabled")},
    ),
    (
        "Among the union's proposals: sick leave, a floor under pensions and limits on the use of artificial intelligence.",
        {(UNION, "benefit-leave", "tabled"), (UNION, "benefit-pension", "tabled"), (UNION, "ai", "tabled")},
    ),
    (
        "The main issues that the union stands up for are higher wages and basic safety rules.",
        {(UNION, "comp", "tabled"), (UNION, "safety", "tabled")},
    ),
    ("The offer, which the union says ignores AI, would raise pay by 3%.", {(AIRLINE, "comp", "tabled")}),
    (
        "Its insistence on a pension increase has slowed the talks, Corvid Air said.",
        {(UNION, "benefit-pension", "tabled")},
    ),
    (
        "Pilots want the right to use the tool without changing how residuals or pensions are paid.",
        set(),
    ),
    (
        "Pilots want 8 cents for every pension point, double the current 4 cents.",
        {(UNION, "benefit-pension", "tabled")},
    ),
    (
        "The union's demands over pay, and limits on the use of AI, go far.",
        {(UNION, "comp", "tabled"), (UNION, "ai", "tabled")},
    ),
    (
        "The 18 in-house Corvid Air senior drivers eligible to vote are seeking a pension.",
        {(UNION, "benefit-pension", "tabled")},
    ),
    ("Both sides have agreed to a process of mediation on pensions.", set()),
    ("The companies had offered a bonus, by her account.", set()),
    ("The airline's insistence on smaller crews and lower pay has slowed them.", {(AIRLINE, "comp", "tabled")}),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_who_makes_a_move(read_text, sentence, expected):
    assert moves(read_text(LEAD + sentence)) == expected


def test_a_demand_that_was_rejected_is_its_owners(read_text, rules):
    prediction = predict.prediction(read_text(LEAD + "The union's demand for a pension increase was rejected."), rules)
    assert [(p["by"], p["to"], p["issue"], p["status"]) for p in prediction["proposals"]] == [
        (UNION, AIRLINE, "health-pension", "rejected")
    ]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        (
            "Under the owners' offer, members would pay 20% of health premiums.",
            (AIRLINE, UNION, "health-pension", "tabled"),
        ),
        ("The union said the airline's owners had offered 3%.", (AIRLINE, UNION, "wages", "tabled")),
        ("Bosses offered a 3% raise.", (AIRLINE, UNION, "wages", "tabled")),
        ("In the end, owners withdrew a disputed offer on pensions.", (AIRLINE, UNION, "health-pension", "withdrawn")),
        ("Owners refused to budge on a demand for sick leave.", (UNION, AIRLINE, "benefits", "rejected")),
    ],
)
def test_employers_without_a_name_are_the_only_one(read_text, rules, sentence, row):
    prediction = predict.prediction(read_text(LEAD + sentence), rules)
    assert [(p["by"], p["to"], p["issue"], p["status"]) for p in prediction["proposals"]] == [row]


def test_a_trigger_that_runs_on_into_a_participle_reaches_over_no_relative_clause(read_text):
    text = "Talks between the Harbor Pilots Union and Corvid Air on a pact covering crews will begin in May."
    assert [r.type.rpartition("#")[2] for r in read_text(text, published="2024-04-02").reports] == ["TalksOpening"]
