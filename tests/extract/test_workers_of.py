"""Workers without their union's name: of which union they are, and when nobody can tell."""

import pytest

from graph.predict import prediction

KILN = "The Glaziers Guild reached a tentative agreement with Kiln Glass on Monday. The Porters Union struck Marl Freight in May. "


@pytest.fixture(scope="module")
def told(read_text, rules):
    def told(text):
        rows = prediction(read_text(text, published="2019-06-27"), rules)["events"]
        return [(row["type"], tuple(row["participants"])) for row in rows]

    return told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # workers whom the registry gives to a union elsewhere are of the one that the text names
        (
            "The Island Players Union, which speaks for 900 performers, called the strike. The actors' strike is over, the union said.",
            ("StrikeEnd", ("Island Players Union",)),
        ),
        (
            "The union representing 300 editors, writers and technicians walked out on Tuesday. The Aerial Workers Union said more would follow.",
            ("StrikeStart", ("Aerial Workers Union",)),
        ),
        # of several firms one's workers are of the union whose name tells of them
        (
            KILN + "Members of the River Pilots Union met. Lode Ferries pilots voted to accept the offer on June 20.",
            ("RatificationVote", ("River Pilots Union",)),
        ),
        # a list of workers is of the union of those who open it
        (
            "Actors in SAG-AFTRA met. Some 900 stagehands, riggers, and hair and makeup crews voted for a strike. IATSE speaks for them.",
            ("StrikeAuthorizationVote", ("IATSE",)),
        ),
        # workers told by their number
        (
            "SAG-AFTRA met the studios. Actors may cross lines set by the Harbor Musicians Union. The strike by some 900 actors began on June 12.",
            ("StrikeStart", ("SAG-AFTRA",)),
        ),
        # "the union" is none that only speaks for other unions
        (
            "The Aerial Workers Union struck Kiln Glass in May. The head of Kiln Glass met AFL-CIO Treasurer Ann Roe. The union called off its strike on June 20.",
            ("StrikeEnd", ("Aerial Workers Union",)),
        ),
        # an everyday word is a union's name beside those it represents and its president
        (
            "Equity, representing 900 stage actors, has warned of a strike. Members of Equity voted on June 20 to reject the offer.",
            ("ProposalRejected", ("Equity",)),
        ),
        # of a firm met for the first time nobody knows the union
        (
            KILN + "Brine Foods drivers walked out on June 20.",
            ("StrikeStart", ("Brine Foods",)),
        ),
        (
            KILN + "Workers at Brine Foods went on strike on June 20.",
            ("StrikeStart", ("Brine Foods",)),
        ),
    ],
)  # fmt: skip
def test_workers_act_for_their_own_union(told, text, event):
    kind, parties = event
    assert any(row == kind and who[: len(parties)] == parties for row, who in told(text))


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        (KILN + "Brine Foods drivers walked out on June 20.", "Porters Union"),
        (KILN + "Brine Foods drivers ended their strike on June 20.", "Porters Union"),
        (
            "The Island Players Union met the theatres on Monday. In 2003, actors walked out for four days.",
            "Island Players Union",
        ),
    ],
)
def test_others_workers_are_not_given_to_a_union_that_the_text_names(told, text, stranger):
    assert not any(
        stranger in who
        for kind, who in told(text)
        if kind.startswith("Strike") and who != ("Porters Union", "Marl Freight")
    )


def test_a_union_of_several_firms_acts_for_all_of_them(told):
    text = "The Glaziers Guild reached a deal with Kiln Glass on Monday. Brine Glass workers approved a new contract on Tuesday."
    assert ("RatificationVote", ("Glaziers Guild", "Brine Glass")) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Members of the Glaziers Guild voted on Tuesday to return to work after nine weeks.",
        "Members of the Glaziers Guild voted 310 to 42 to go back to work.",
        "Glaziers Guild members voted to end the strike at Kiln Glass on Tuesday.",
    ],
)
def test_a_vote_to_go_back_is_a_vote_on_the_terms(told, text):
    assert any(kind == "RatificationVote" and who[0] == "Glaziers Guild" for kind, who in told(text))


FERRIES = "Workers at Lode Ferries are on strike, and their union wants a new contract. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks between the union and Lode Ferries broke down on Tuesday.", "NegotiationsBreakdown"),
        ("The strike at Lode Ferries ended on Tuesday after nine days.", "StrikeEnd"),
        ("Lode Ferries and the union reached a tentative agreement on Tuesday.", "TentativeAgreement"),
        ("Talks will resume on Friday, Lode Ferries said.", "NegotiationsResume"),
        ("Deckhands left for the picket line on Monday after negotiations broke down.", "NegotiationsBreakdown"),
    ],
)
def test_where_no_union_is_named_the_employer_stands_for_the_dispute(told, text, kind):
    assert (kind, ("Lode Ferries",)) in told(FERRIES + text)


@pytest.mark.parametrize(
    "text",
    [
        "Lode Ferries reached a deal with Marl Freight on the sale of two ships. Lode Ferries opened talks with investors.",
        "The Deckhands Union is on strike. Marl Freight reached a deal with Lode Ferries on the sale of two ships.",
    ],
)
def test_firms_that_deal_with_each_other_are_in_no_dispute(told, text):
    kinds = {kind for kind, who in told(text) if set(who) <= {"Lode Ferries", "Marl Freight"}}
    assert kinds.isdisjoint({"TentativeAgreement", "NegotiationsOpen"})
