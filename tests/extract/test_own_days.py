"""Each happening has its own day: what the next sentence tells of "it", what hangs on another clause, and what somebody announced."""

import pytest

from graph import predict

LEAD = "The Alder Stage Union has a dispute with Cove Playhouse. "


@pytest.fixture(scope="module")
def told(read_text, rules):
    def told(text, kind):
        rows = predict.prediction(read_text(LEAD + text, published="2023-10-12"), rules)["events"]
        return {(row["date"], row["modality"]) for row in rows if row["type"] == kind}

    return told


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        # the next sentence says when "it" began
        (
            "The walkout by the union was in its 17th week. It began on June 19 when talks failed.",
            "StrikeStart",
            {"2023-06-19"},
        ),
        (
            "The strike by the union is now in its second week. It began a season of plays on June 19.",
            "StrikeStart",
            {"2023-09-29/2023-10-05"},
        ),
        (
            "Members must still ratify the deal. The vote will kick off on Sunday, Oct. 22.",
            "RatificationVote",
            {"2023-10-22"},
        ),
        # a phrase in front hangs on the main clause and has not its day
        (
            "Pending ratification by members of the union, the theater could open next Monday.",
            "RatificationVote",
            {None},
        ),
        ("Pending a ratification vote on Oct. 20, the theater stays open.", "RatificationVote", {"2023-10-20"}),
        (
            "Pending approval by the board and ratification by members of the union, work could resume next Monday.",
            "RatificationVote",
            {None},
        ),
        # a state in a clause of its own has not the day of the clause before
        ("The union's contract expires Oct. 31, and negotiations are ongoing.", "ContractExpiry", {"2023-10-31"}),
        # the limit of a contract is the day on which it ends
        ("The union's contract runs until December 6.", "ContractExpiry", {"2023-12-06"}),
        ("Talks on the union's contract ran until late on Friday.", "ContractExpiry", set()),
        # talks that open are no talks opened by somebody
        ("On Aug. 14, talks commenced between the union and the theater.", "NegotiationsOpen", {"2023-08-14"}),
        ("On Oct. 9, the offer made by the theater in August lapsed.", "NegotiationsOpen", set()),
        # the day of the announcement gives way to the day itself
        (
            "A strike by the union has been called off, its leaders announced on Tuesday. It ended the strike on Monday.",
            "StrikeEnd",
            {"2023-10-09"},
        ),
        # what a deal ended is no plan
        ("Talks with the union dragged on until a deal was reached on Sunday.", "TentativeAgreement", {"2023-10-08"}),
        # a clause that tells who it is keeps no verb of the sentence
        ("On Monday, the actors who make films went on strike with the union.", "StrikeStart", {"2023-10-09"}),
        (
            "Actors of the union who work in tents run by Cove voted on Monday to ratify a deal.",
            "RatificationVote",
            {"2023-10-09"},
        ),
        # a month is no verb
        (
            "The union and the theater first met on May 18 and again on Monday for hours.",
            "NegotiationSession",
            {"2023-05-18", "2023-10-09"},
        ),
        # the day of a stoppage of hours is the one told with it
        (
            "The union settled with the theater on Tuesday after a strike that ran for three hours.",
            "StrikeStart",
            {"2023-10-10"},
        ),
        # a vote that could close a house is to be held
        ("A strike vote on Saturday by the union could close every stage.", "StrikeAuthorizationVote", {"2023-10-14"}),
        (
            "Members of the union will be asked to ratify the deal in a vote next week.",
            "RatificationVote",
            {"2023-10-15/2023-10-21"},
        ),
        # what follows "and if" hangs on something, not what stands before
        (
            "The union's contract expires on Oct. 31 and if members walk out, the theater closes.",
            "ContractExpiry",
            {"2023-10-31"},
        ),
        # days of two numbers before their month, twice
        (
            "Members of the union will strike on 8 and 9 November, and again on 21 and 22 November.",
            "StrikeStart",
            {"2023-11-08", "2023-11-21"},
        ),
        # an extension since a day began on it; "last July" of another clause does not take it away
        (
            "The contract of the union with the theater had been extended since June 2021.",
            "ContractExtension",
            {"2021-06"},
        ),
        # they met often and have no deal: nothing broke down
        (
            "The union and the theater have met 18 times since May without reaching a deal.",
            "NegotiationsBreakdown",
            set(),
        ),
        # who tells of a plan on a day gives it none
        (
            "The union plans to hold a ratification vote on the deal, its president said Tuesday.",
            "RatificationVote",
            {None},
        ),
        # a notice was issued before what must wait for it
        ("After issuing a strike notice on Tuesday, the union must wait 72 hours.", "Other", {"2023-10-10"}),
        (
            "Several bodies called on Cove's stage workers for a three-day strike starting November 5, the union said.",
            "StrikeStart",
            {"2023-11-05"},
        ),
        # an aside stands between the vote and what it was for
        (
            "Members of the union this week voted unanimously, with full participation, to authorize a strike.",
            "StrikeAuthorizationVote",
            {"2023-10-08/2023-10-12"},
        ),
        (
            "A date near the Nov. 4 start date for talks between the union and the theater is meant.",
            "NegotiationsOpen",
            {"2023-11-04"},
        ),
        # talks that have not failed so far
        ("The union began talks on May 3, but has been unable so far to reach a deal.", "NegotiationsBreakdown", set()),
        # talks that end with a deal have not failed
        ("The union announced the deal on Tuesday after talks ended Monday night.", "NegotiationsBreakdown", set()),
    ],
)
def test_a_happening_has_its_own_day(told, text, kind, days):
    assert {day for day, _ in told(text, kind)} == days


def test_a_union_that_stays_out_until_a_deal_has_none_yet(told):
    assert "actual" not in {
        mood for _, mood in told("The union will stay out until a deal was reached.", "TentativeAgreement")
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The producers' adviser envisions the union picketing the theater.", "Picket"),
        ("The union had authorised a strike starting on Oct. 1.", "StrikeStart"),
        ("The union needs a margin of at least 75% to strike.", "StrikeAuthorizationVote"),
        ("The theater offered the union no meaningful improvement on pay.", "ProposalMade"),
        ("An actor of the union spoke at an emergency meeting on Thursday.", "NegotiationSession"),
        ("The theater signed letters of adherence with the union.", "Statement"),
        ("The negotiating team of the union voted to accept the deal.", "RatificationVote"),
        ("The negotiating team representing the Alder Stage Union voted to accept the deal.", "RatificationVote"),
        ("Members of the union voted at meetings held on Oct. 10.", "NegotiationSession"),
    ],
)
def test_what_only_looks_like_it_is_not_told(told, text, kind):
    assert told(text, kind) == set()


@pytest.mark.parametrize(
    ("text", "who", "day"),
    [
        (
            'Actress Wen Crane summed it up at today\'s press conference: "We do not work for free. Not on stage."',
            "Wen Crane",
            "2023-10-12",
        ),
        ('Wen Crane spoke of Sunday\'s session: "We do not work for free. Not on stage."', "Wen Crane", "2023-10"),
    ],
)
def test_words_said_at_a_gathering_have_its_day(read_text, rules, text, who, day):
    found = predict.prediction(read_text(LEAD + text, published="2023-10-12"), rules)["events"]
    assert [row["date"] for row in found if row["type"] == "Statement" and who in row["participants"]] == [day]


def test_a_deal_with_another_union_is_not_of_the_one_that_is_told_of(read_text, rules):
    text = "The Alder Stage Union met Cove Playhouse after the theater reached a deal with a smaller union."
    found = predict.prediction(read_text(text, published="2023-10-12"), rules)["events"]
    deals = [row["participants"] for row in found if row["type"] == "TentativeAgreement"]
    assert all("Alder Stage Union" not in who for who in deals)


def test_union_officials_behind_but_are_the_union(read_text, rules):
    text = (
        LEAD + "A walkout at Cove Playhouse was on hold on Monday, but union officials said it could begin at any time."
    )
    found = predict.prediction(read_text(text, published="2023-10-12"), rules)["events"]
    assert ["Alder Stage Union"] in [row["participants"] for row in found if row["type"] == "Statement"]


def test_what_came_after_something_of_long_ago_is_not_of_the_month_of_the_paper(read_text, rules):
    news = "The Alder Stage Union and Cove Playhouse have a new contract for the stage workers of the house. " * 4
    text = f"{news}\n\nBargaining began after the contract of the Alder Stage Union expired on Dec. 31, 2022."
    found = predict.prediction(read_text(text, published="2023-10-12"), rules)["events"]
    assert [row["date"] for row in found if row["type"] == "NegotiationsOpen"] == [None]


def test_a_strike_by_writers_is_theirs_whomever_the_text_names(read_text, rules):
    text = "SAG-AFTRA met Disney on Monday. Last year, a long strike by writers shut the studios."
    found = predict.prediction(read_text(text, published="2023-10-12"), rules)["events"]
    assert [row["participants"] for row in found if row["type"] == "StrikeStart"] == [["WGA"]]


def test_a_province_before_a_branch_is_no_union(read_text, rules):
    text = "The B.C. arm of the Directors Guild of Canada announced a deal on Wednesday with the AMPTP."
    found = predict.prediction(read_text(text, published="2023-10-12"), rules)
    assert "B.C." not in {entity["name"] for entity in found["entities"]}
