"""Which reports become rows of the scoring schema."""

import pytest

from graph import predict


@pytest.fixture
def rows(read_text, rules):
    """The event rows of a text, as type, date and modality."""

    def read(text, published="2023-10-05"):
        told = predict.prediction(read_text(text, published=published), rules)
        return [(row["type"], row["date"], row["modality"]) for row in told["events"]]

    return read


def test_a_standing_demand_is_a_proposal_and_no_event(read_text, rules):
    text = "The WGA is demanding higher pay from the AMPTP. The union met with the studios on Monday."
    told = predict.prediction(read_text(text, published="2023-10-05"), rules)
    assert [(row["by"], row["issue"]) for row in told["proposals"]] == [("WGA", "wages")]
    assert [row["type"] for row in told["events"]] == ["NegotiationSession"]


def test_a_package_that_is_brought_is_an_offer(rows):
    assert ("ProposalMade", "2023-10-02", "actual") in rows(
        "The Teamsters came to UPS on Monday with a revised package that asks for raises of 5%."
    )


def test_what_a_dated_deal_contains_is_no_second_deal(rows):
    told = rows(
        "The DGA and the AMPTP reached a tentative agreement on Sunday. The guild's deal includes a raise in wages "
        "of 5% and better residuals."
    )
    assert [row for row in told if row[0] == "TentativeAgreement"] == [("TentativeAgreement", "2023-10-01", "actual")]
