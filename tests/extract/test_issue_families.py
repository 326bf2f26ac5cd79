"""The words of bargaining by family: each tells its subject where it is asked for, and nothing in an everyday sense."""

import pytest

from graph import predict

LEAD = "The Alder Haulage Union has been on strike against Brisk Freight since May 5. "
CASES = [
    ("The union wants limits on the use of agency staff.", {"job-security"}),
    ("The company wants to close two depots.", {"job-security"}),
    ("The union wants protection from depot closures.", {"job-security"}),
    ("The union wants a say over new machinery and self-driving trucks.", {"job-security"}),
    ("The union wants double time on Sundays and back pay.", {"wages"}),
    ("The union wants a day rate, higher commissions and better mileage rates.", {"wages"}),
    ("The company wants clerks back in the office.", {"working-conditions"}),
    ("The union wants advance notice of shifts and longer breaks.", {"working-conditions"}),
    ("The union wants air-conditioned cabs and better protective gear.", {"working-conditions"}),
    ("The union wants tuition reimbursement.", {"benefits"}),
    ("The company offered to hire 60 drivers.", {"staffing"}),
    ("The union wants more counsellors hired.", {"staffing"}),
    ("The union wants an employer match and lower deductibles.", {"health-pension"}),
    ("The union wants a five-year contract.", {"other"}),
    ("The union wants data on viewership.", {"streaming-transparency"}),
    ("The union wants a ban on AI-written scripts and synthetic voices.", {"AI"}),
    ("The union wants paid casting tapes.", {"self-tape"}),
    ("The union wants a share of streaming profits.", {"residuals"}),
    ("The union wants the strike to end before the holidays.", set()),
    ("The union wants a vote in two tiers of members.", set()),
    ("The company wants to hire replacement workers.", set()),
    ("The union wants a meeting at the credit union.", set()),
    ("The company wants to close the gap between the sides.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_subject_by_its_words(read_text, rules, text, expected):
    rows = predict.prediction(read_text(LEAD + text), rules)["proposals"]
    assert {row["issue"] for row in rows} == expected
