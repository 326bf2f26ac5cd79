"""Words for votes, talks, sayings and ends of strikes in other wordings, and what only sounds like them."""

import pytest

from graph import predict


@pytest.fixture
def told(read_text, rules):
    """The event rows for a text published on Thursday, October 5, 2023."""

    def read(text):
        text = f"{text}\n\nThe union and the employer have a collective bargaining agreement."
        return [
            (row["type"], row["date"], row["modality"], row["participants"][0])
            for row in predict.prediction(read_text(text, published="2023-10-05"), rules)["events"]
        ]

    return read


PORTERS = "Porters Union"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Porters Union's executive board will hold a vote on whether to strike or not on Monday.", ("BoardVote", "2023-10-09", "planned")),
        ("The board of the Porters Union will take a ballot on October 9.", ("BoardVote", "2023-10-09", "planned")),
        ("The Porters Union said its council would gather on Monday to decide whether to call members out.", ("BoardVote", "2023-10-09", "planned")),
        ("Members of the Porters Union on Monday voted 310 to 42 to return to work at Cove Yards.", ("StrikeEnd", "2023-10-02", "actual")),
        ("Members of the Porters Union agreed to resume work from Monday.", ("StrikeEnd", "2023-10-09", "planned")),
        ("The Porters Union will resume normal duties on October 9.", ("StrikeEnd", "2023-10-09", "planned")),
        ("Negotiations between the Porters Union and Cove Yards continued on Tuesday.", ("NegotiationSession", "2023-10-03", "actual")),
        ("The Porters Union and Cove Yards went into mediation on Tuesday.", ("NegotiationSession", "2023-10-03", "actual")),
        ("The Porters Union confirmed what its members had feared: the yard will close.", ("Statement", "2023-10", "actual")),
        ("The Porters Union echoed the concerns of the nurses.", ("Statement", "2023-10", "actual")),
        ("The Porters Union on Tuesday shot down the latest offer from Cove Yards.", ("ProposalRejected", "2023-10-03", "actual")),
    ],
)  # fmt: skip
def test_a_happening_is_told_in_other_words(told, text, event):
    assert (*event, PORTERS) in told(text)


def test_leaders_who_take_a_deal_to_the_members_plan_a_vote(told):
    text = (
        "The Porters Union and Cove Yards reached a deal. Its leaders will take it to the membership for ratification."
    )
    assert any(row[0] == "RatificationVote" and row[2] == "planned" for row in told(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks between the Porters Union and Cove Yards succeeded in breaking the deadlock on Tuesday.", "NegotiationsBreakdown"),
        ("Talks with the Porters Union broke new ground on Tuesday.", "NegotiationsBreakdown"),
        ("Members of the Porters Union will vote on Monday on whether to return to work.", "StrikeEnd"),
        ("The Porters Union was asked whether or not it had struck.", "StrikeStart"),
        ("The police charged that man in Cove on Monday, the Porters Union heard.", "Statement"),
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_no_event(told, text, kind):
    assert not any(row[0] == kind for row in told(text))


def test_other_before_a_place_begins_no_name(read_text):
    text = (
        "The Porters Union walked out. Other Cove unions and clerks from all over the coast came to the rally in Cove."
    )
    assert not any("Other" in agent.name for agent in read_text(text).agents)


def test_workers_of_a_body_named_for_its_branch_are_the_branch(told):
    text = "The American Federation of Musicians Local 802 met the theaters. The musicians' contract expired on September 30."
    parties = [row[3] for row in told(text) if row[0] == "ContractExpiry"]
    assert parties == ["AFM Local 802"]


def test_an_adverb_before_the_verb_keeps_workers_for_their_union(told):
    text = "The Cooks Guild met Cove Diners in March. Cooks overwhelmingly voted down the new offer in April."
    rows = told(text)
    assert ("ProposalRejected", "2023-04", "actual", "Cooks Guild") in rows
