"""Who asks or offers what: verbs behind an aside, claims told by their noun, workers whom a sentence names beside an employer."""

import pytest

from graph import predict

LEAD = "The Alder Haulage Union has been on strike against Brisk Freight since May 5. "
UNION, FIRM = "Alder Haulage Union", "Brisk Freight"
CASES = [
    ("The union, which speaks for 900 drivers, wants a 9 percent raise and says profits allow it.", {(UNION, "wages")}),
    ("Brisk Freight, which lost money last year, wants to freeze pensions.", {(FIRM, "health-pension")}),
    ("The drivers, who have worked without a contract since March, want higher pay.", {(UNION, "wages")}),
    ("Clerks, whose shifts have grown, demand a pension.", {(UNION, "health-pension")}),
    ("A 4.5 percent pay rise offered by the company was rejected.", {(FIRM, "wages")}),
    ("The pay offer, which the union calls too low, was rejected by members.", {(FIRM, "wages")}),
    ("A pay rise of 4 percent has been offered.", {(FIRM, "wages")}),
    ("The offer is for a 7 percent rise.", {(FIRM, "wages")}),
    ("Under the company's proposal, drivers would pay more for health care.", {(FIRM, "health-pension")}),
    (
        "Union demands centre on two areas, including pensions and job security.",
        {(UNION, "health-pension"), (UNION, "job-security")},
    ),
    ("Its main demand is a shorter working week.", {(UNION, "working-conditions")}),
    ("The union's top priority is restoring pensions.", {(UNION, "health-pension")}),
    ("The union's pension claim was lodged in June.", {(UNION, "health-pension")}),
    ("The union is after a 6 per cent rise.", {(UNION, "wages")}),
    ('"We need stronger job security," said union president Ida Moran.', {(UNION, "job-security")}),
    (
        "Brisk Freight faces a strike by its drivers, calling for better pay and pensions.",
        {(UNION, "wages"), (UNION, "health-pension")},
    ),
    ("Brisk Freight was hit by a walkout of 300 drivers demanding higher pay.", {(UNION, "wages")}),
    ("The union needs your help to get a contract.", set()),
    ("The union's injury claim against a newspaper was thrown out.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_claim_is_whose_it_is(read_text, rules, text, expected):
    rows = predict.prediction(read_text(LEAD + text), rules)["proposals"]
    assert {(row["by"], row["issue"]) for row in rows} == expected
