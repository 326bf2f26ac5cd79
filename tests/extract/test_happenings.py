"""Votes on offers, decisions of boards, strikes told by their length: which happenings are told, by whom and of what day."""

import pytest

from graph import predict


@pytest.fixture
def told(read_text, rules):
    """The event rows for a text published on Thursday, October 5, 2023."""

    def read(text, published="2023-10-05"):
        text = f"{text}\n\nThe union and the employer have a collective bargaining agreement."
        return predict.prediction(read_text(text, published=published), rules)["events"]

    return read


def rows(events, *types):
    return [(row["type"], row["date"]) for row in events if not types or row["type"] in types]


@pytest.mark.parametrize(
    "text",
    [
        "The UAW reached a tentative agreement with Ford, and talks with a second carmaker will resume on Tuesday.",
        "The UAW has struck a deal with Ford and will return to the table with its rival on Tuesday.",
    ],
)
def test_the_day_of_a_joined_clause_is_that_of_its_own_happening(told, text):
    assert rows(told(text), "TentativeAgreement") == [("TentativeAgreement", "2023-10")]


def test_an_answer_takes_no_day_ahead_from_beside_it(told):
    text = "The Teamsters rejected the latest offer from UPS, but talks will go on Friday, October 13."
    assert rows(told(text), "ProposalRejected") == [("ProposalRejected", "2023-10")]


@pytest.mark.parametrize(
    "text",
    [
        "Members of the Teamsters voted on Monday to reject the latest offer from UPS.",
        "Teamsters members voted down the latest offer of UPS on Monday.",
        "Members of the Teamsters voted 912 no, 92 yes on Monday, turning down the final offer of UPS.",
        "Teamsters members on Monday rejected the final offer of UPS by 912 to 92.",
        "The final offer of UPS was rejected by Teamsters members on Monday, 912 to 92.",
    ],
)
def test_a_vote_against_an_offer_rejects_it_and_makes_none(told, text):
    events = told(text)
    assert ("ProposalRejected", "2023-10-02") in rows(events)
    assert not rows(events, "ProposalMade")


def test_a_vote_against_a_deal_rejects_no_offer(told):
    events = told("Teamsters members voted on Monday to reject the tentative agreement with UPS.")
    assert rows(events, "RatificationVote", "ProposalRejected") == [("RatificationVote", "2023-10-02")]


@pytest.mark.parametrize(
    "text",
    [
        "The executive board of the Teamsters accepted the offer from UPS on Monday.",
        "The offer from UPS was accepted by the executive board of the Teamsters on Monday.",
    ],
)
def test_a_board_that_takes_an_offer_decides(told, text):
    assert ("BoardVote", "2023-10-02") in rows(told(text))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Members of the Teamsters said on Monday that they had had enough of the contract talks at UPS.", ["Teamsters"]),
        ("Two members of the Teamsters said on Monday that they had had enough of the contract talks at UPS.", []),
    ],
)  # fmt: skip
def test_the_members_of_a_body_are_that_body_and_a_few_of_them_are_not(told, text, speakers):
    assert [row["participants"][0] for row in told(text) if row["type"] == "Statement"] == speakers


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Members of the Teamsters voted to ratify the contract with UPS. Voting opened on September 20 and closed on Tuesday.",
         ("RatificationVote", "2023-09-20/2023-10-03")),
        ("Members of the Teamsters voted to ratify the contract with UPS. Ballots were cast by mail from September 20 through September 28.",
         ("RatificationVote", "2023-09-20/2023-09-28")),
        ("The ratification vote of the Teamsters at UPS began on Tuesday and will conclude on October 16.",
         ("RatificationVote", "2023-10-03/2023-10-16")),
        ("The Teamsters asked members to vote to authorize a strike at UPS (the ballots are due October 18).",
         ("StrikeAuthorizationVote", "2023-10-18")),
        ("The Teamsters have voted to reject the last offer of UPS. The votes were held from September 20 through September 28.",
         ("ProposalRejected", "2023-09-20/2023-09-28")),
        ("Members of the Teamsters will vote on the contract with UPS. Voting runs from Monday, October 9 until October 13.",
         ("RatificationVote", "2023-10-09/2023-10-13")),
    ],
)  # fmt: skip
def test_the_days_of_a_vote_may_stand_beside_it(told, text, row):
    assert row in rows(told(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ford met the UAW to end the strike, which has reached 60 days.", "2023-08-06"),
        ("The Teamsters' strike at UPS has passed the 30-day mark.", "2023-09-05"),
        ("After a bitter 20-day strike, the Teamsters and UPS came to a two-year agreement.", "2023-09-15"),
        ("Following a 19-day strike, the Teamsters reached a tentative agreement with UPS on Tuesday.", "2023-09-15"),
        ("The Teamsters and UPS struck a deal on Tuesday to end a 19-day strike.", "2023-09-15"),
        ("UPS and the Teamsters, on strike for five weeks, met again.", "2023-08-31"),
        ("A deal would end the strike that began on August 2, the Teamsters said of UPS.", "2023-08-02"),
        ("Both unions came out on strike on Monday. The Teamsters and the UAW want more from UPS.", "2023-10-02"),
    ],
)  # fmt: skip
def test_a_strike_began_so_long_before(told, text, date):
    assert ("StrikeStart", date) in rows(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Teamsters won their pensions after a 19-day strike in 1997, a historian of UPS said.",
        "The Teamsters plan a 10-day strike at UPS.",
        "The last Teamsters contract with UPS came after the 19-day strike.",
        "The Teamsters ended a two-day strike at UPS on Monday in March 2019.",
    ],
)
def test_a_length_of_another_time_begins_no_strike_of_these_days(told, text):
    assert not [row for row in rows(told(text), "StrikeStart") if row[1] and row[1] > "2023-08"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Talks between the Teamsters and UPS ended Tuesday night with no new meetings planned.",
         ("NegotiationsBreakdown", "2023-10-03")),
        ("Back-channel talks on Tuesday between the Teamsters and UPS led to a compromise.",
         ("NegotiationSession", "2023-10-03")),
        ("No contract has been in place between the Teamsters and UPS since the end of July.",
         ("ContractExpiry", "2023-07-31")),
        ("The Teamsters have been working without a contract at UPS since July 31.", ("ContractExpiry", "2023-07-31")),
        ("The pact of the Teamsters will be submitted for approval at an October 16 board meeting.",
         ("BoardVote", "2023-10-16")),
    ],
)  # fmt: skip
def test_further_words_for_what_happens(told, text, row):
    assert row in rows(told(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The Teamsters say so far the carriers have failed to agree to fair terms in the talks with UPS.", "NegotiationsBreakdown"),
        ("Given the size of the executives' compensation packages, the Teamsters of UPS will suffer.", "ProposalMade"),
        ("Picketing by the Teamsters at UPS is currently on hold.", "Picket"),
    ],
)  # fmt: skip
def test_what_is_none_of_it(told, text, absent):
    assert rows(told(text), absent) == []


def test_that_behind_before_only_points_to_a_thing(told):
    text = "The Teamsters agreed on September 26 to a new deal with UPS, five days before that contract expired."
    assert ("ContractExpiry", "2023-10-01") in rows(told(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The negotiating committee of the Teamsters recommended that the council approve a strike authorization vote at UPS.",
         "StrikeAuthorizationVote"),
        ("The Teamsters told UPS that it was still drafting its counterproposal.", "CounterproposalMade"),
        ("The Teamsters will hold membership meetings in mid-October on the dispute with UPS.", "NegotiationSession"),
        ("The orchestra's board of trustees must ratify the agreement with the Teamsters.", "BoardVote"),
        ("Some Teamsters stewards said they'd vote against the UPS deal.", "BoardVote"),
    ],
)  # fmt: skip
def test_what_is_asked_drafted_or_would_be_done_is_not_told_as_done(told, text, absent):
    assert rows(told(text), absent) == []


def test_the_day_of_a_phrase_with_with_is_its_own(told):
    text = "With its contract set to run out on November 1, the Teamsters council voted to send the deal with UPS to the members."
    assert ("BoardVote", "2023-10") in rows(told(text))


def test_unions_that_strike_together_are_one_row(told):
    events = told("SAG-AFTRA and the WGA are at odds with UPS. Both unions came out on strike last Monday.")
    found = [sorted(row["participants"]) for row in events if row["type"] == "StrikeStart"]
    assert found == [["SAG-AFTRA", "WGA"]]


def test_a_strike_settled_by_an_agreement_ends_with_it(told):
    text = "The strike was settled when the Teamsters and UPS reached an agreement on October 3."
    assert {("StrikeEnd", "2023-10-03"), ("TentativeAgreement", "2023-10-03")} <= set(rows(told(text)))


def test_a_vote_on_the_last_contract_is_another(told):
    text = (
        "The Teamsters have ratified a new contract with UPS. Their last contract was approved by some 80% of members."
    )
    assert rows(told(text), "RatificationVote") == [("RatificationVote", "2023-10"), ("RatificationVote", None)]


def test_an_extension_that_came_after_another_union_settled(told):
    text = (
        "The WGA contract extension at UPS came after the heads of 9 of the 11 West locals of the Teamsters agreed on "
        "September 26 to a new deal — five days before that contract expired."
    )
    parties = {row["type"]: row["participants"][0] for row in told(text)}
    assert (parties["ContractExtension"], parties["ContractExpiry"]) == ("WGA", "Teamsters")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Talks between the Teamsters and the Alliance of Harbor Employers, representing the yards and independent haulers, "
         "broke down on Tuesday.", ("NegotiationsBreakdown", "2023-10-03")),
        ("Talks between the Teamsters and the Alliance of Harbor Employers, which represents the yards and the haulers, "
         "broke down on Tuesday.", ("NegotiationsBreakdown", "2023-10-03")),
        ("The strike of the Teamsters at UPS, which started on August 2, lasted for more than 40 days.",
         ("StrikeStart", "2023-08-02")),
        ("The deal between the Teamsters and UPS was approved. It will now go to a vote of all members.",
         ("RatificationVote", None)),
        ("The pact emerged late Tuesday after four hard days of negotiations between the Teamsters and UPS.",
         ("NegotiationSession", "2023-09-30/2023-10-03")),
    ],
)  # fmt: skip
def test_what_an_aside_or_a_passive_keeps_apart(told, text, row):
    assert row in rows(told(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The Teamsters joined the UAW in signing a statement in support of the talks with UPS.", "StrikeStart"),
        ("UPS met the Teamsters. “It has been a hard year for my family,” said another driver, who has waited since May.",
         "Statement"),
    ],
)  # fmt: skip
def test_who_is_named_beside_it_does_not_act(told, text, absent):
    assert rows(told(text), absent) == []


def test_other_workers_of_another_year_are_not_the_union_of_the_news(told):
    text = "The Teamsters struck UPS on Monday. The last strike at the depots was in 1998, when musicians walked out."
    found = [row["participants"] for row in told(text) if row["date"] == "1998"]
    assert "Teamsters" not in [name for names in found for name in names]


def test_a_source_of_the_union_side_speaks_for_it(told):
    text = "The Teamsters and UPS are in contract talks. “They can wait for it,” a union-side source said on Monday."
    assert ("Statement", "2023-10-02") in rows(told(text))


def test_members_who_refused_an_offer_are_the_union_and_its_day_is_not_theirs(told):
    events = told(
        "The Teamsters called the pact better than an August 2 offer of UPS that was rejected by union members."
    )
    assert [row["participants"][0] for row in events if row["type"] == "ProposalRejected"] == ["Teamsters"]
    assert not [row for row in rows(events) if row[1] == "2023-08-02"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Teamsters gave their assent to the deal that ended their strike at UPS in August.", ("StrikeEnd", "2023-08")),
        ("The events preceded the conclusion of the Teamsters strike at UPS in March 2008.", ("StrikeEnd", "2008-03")),
        ("Leaders of the Teamsters voted to go on strike on Tuesday, hours after the talks with UPS.",
         ("BoardVote", "2023-10-03")),
        ("On Tuesday, 20 members of the Teamsters observed a silent protest outside the UPS office.",
         ("Picket", "2023-10-03")),
        ("The Teamsters struck UPS after the breakdown of their negotiations in August.",
         ("NegotiationsBreakdown", "2023-08")),
    ],
)  # fmt: skip
def test_verbs_behind_that_and_further_nouns(told, text, row):
    assert row in rows(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Daily News obtained a statement by the spokesperson of the yards. The Teamsters met UPS.",
        "In an article posted by the Harbor Daily News in May, the strike of the Teamsters at UPS is told of.",
    ],
)
def test_a_paper_that_obtains_or_prints_something_makes_no_statement(told, text):
    assert rows(told(text), "Statement") == []


def test_a_length_up_to_some_day_of_last_month_begins_nothing(told):
    text = "Last month, after 48 days on strike, the Teamsters reached a deal with UPS."
    assert not [row for row in rows(told(text), "StrikeStart") if row[1]]


@pytest.mark.parametrize("words", ["carrying signs that read: ", "with banners reading "])
def test_what_a_sign_reads_is_nobodys_statement(told, words):
    text = f"Members of the Teamsters marched outside UPS, {words}“Fair pay for every last one of us now.”"
    assert rows(told(text), "Statement") == []


def test_a_deal_that_has_yet_to_be_ratified_is_to_be_voted_on(told):
    events = told("The Teamsters reached a deal with UPS. It has yet to be ratified by most union members.")
    assert [row["modality"] for row in events if row["type"] == "RatificationVote"] == ["planned"]


def test_what_opens_a_sentence_as_done_has_not_the_day_of_its_main_clause(told):
    text = "Approved by 86% of the Teamsters executive board, the contract with UPS goes to members on December 5."
    events = told(text)
    assert "RatificationVote" not in {row["type"] for row in events if row["modality"] == "actual"}
    (vote,) = [row for row in events if row["type"] == "BoardVote"]
    assert (vote["date"], vote["modality"]) == ("2023-10", "actual")


def test_a_walkout_by_those_who_then_approve_is_no_vote_on_it(told):
    text = "Teamsters at the depots of UPS hit by the walkout approved a tentative deal."
    assert "StrikeAuthorizationVote" not in {row["type"] for row in told(text)}


def test_a_legislature_makes_no_offer(rules, read_text):
    text = (
        "The Brotherhood of Railroad Signalmen turned the contract down. Congress could delay a strike.\n\n"
        "The railroads are offering a pay hike of 14%."
    )
    names = {agent.name for agent in read_text(text).agents}
    assert "Congress" in names
    moves = predict.prediction(read_text(text), rules)["proposals"]
    assert "Congress" not in {row["by"] for row in moves}


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        ("The Teamsters filed an unfair labor practice charge against UPS on Monday.", True),
        ("The Teamsters went on strike at UPS over what they call unfair labor practices.", False),
        ("The Teamsters walked out at UPS to protest unfair labor practices.", False),
        ("Teamsters outside UPS held signs that read “Unfair Labor Practices.”", False),
    ],
)
def test_only_a_charge_of_unfair_practices_is_one_at_law(told, text, charged):
    assert bool(rows(told(text), "Legal")) is charged
