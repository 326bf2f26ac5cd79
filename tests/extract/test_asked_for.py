"""Claims told by priorities, agendas, goals and calls, and offers told of by whoever makes them."""

import pytest

from graph import predict

LEAD = "The Alder Haulage Union has been on strike against Brisk Freight since May 5. "
UNION, FIRM = "Alder Haulage Union", "Brisk Freight"
CASES = [
    ("Brisk spokesman Paul Orr said the offer included a $3,000 bonus.", {(FIRM, "wages")}),
    ("According to the company, its latest offer would boost wages by 14 percent.", {(FIRM, "wages")}),
    ("The offer on the table is 4 percent.", {(FIRM, "wages")}),
    ("Brisk Freight said it was prepared to improve its offer on pay.", {(FIRM, "wages")}),
    ("The company backed away from its plan to freeze pensions.", {(FIRM, "health-pension")}),
    (
        "Brisk Freight wants to make several changes to its pension scheme.",
        {(FIRM, "health-pension")},
    ),
    ("The company has resisted the union's push for a shorter working week.", {(UNION, "working-conditions")}),
    ("The company refused the union's request to discuss pensions.", {(UNION, "health-pension")}),
    ("The union has dropped its call for paid holidays.", {(UNION, "benefits")}),
    ("Also on the union's list are longer breaks.", {(UNION, "working-conditions")}),
    (
        "The union's wish list includes longer breaks and pensions.",
        {(UNION, "working-conditions"), (UNION, "health-pension")},
    ),
    ("The union has made pensions its top priority.", {(UNION, "health-pension")}),
    ("Pensions are a priority for the union.", {(UNION, "health-pension")}),
    ("For the union, the biggest issue is job security.", {(UNION, "job-security")}),
    ("The goal of the union is to end tiers.", {(UNION, "wages")}),
    ("The union says any agreement must protect pensions.", {(UNION, "health-pension")}),
    ("The union is holding firm on pensions.", {(UNION, "health-pension")}),
    ("The union's demands over pay, and limits on the future use of AI, go far.", {(UNION, "wages"), (UNION, "AI")}),
    (
        "Other parts of the contract call for drivers to gain six days off per year.",
        {("Brisk Freight", "working-conditions")},
    ),
    ("The union made a plea for calm.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_asked_for_and_by_whom(read_text, rules, text, expected):
    rows = predict.prediction(read_text(LEAD + text), rules)["proposals"]
    assert {(row["by"], row["issue"]) for row in rows} == expected
