"""Two clauses joined without a comma: each has its own happening and its own day."""

import pytest

from graph import predict


@pytest.fixture
def told(read_text, rules):
    """The event rows for a text published on Thursday, October 5, 2023."""

    def read(text):
        text = f"{text}\n\nThe union and the employer have a collective bargaining agreement."
        return [
            (row["type"], row["date"], row["modality"])
            for row in predict.prediction(read_text(text, published="2023-10-05"), rules)["events"]
        ]

    return read


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "The Ferry Clerks Union said talks had stalled and rolling strikes would start on Monday.",
            {("NegotiationsBreakdown", "2023-10", "actual"), ("StrikeStart", "2023-10-09", "planned")},
        ),
        (
            "Talks with the Ferry Clerks Union broke down and a walkout is planned for October 12.",
            {("NegotiationsBreakdown", "2023-10", "actual"), ("StrikeStart", "2023-10-12", "planned")},
        ),
        (
            "The Ferry Clerks Union rejected the offer on Tuesday but talks will resume on October 16.",
            {("ProposalRejected", "2023-10-03", "actual"), ("NegotiationsResume", "2023-10-16", "planned")},
        ),
    ],
)
def test_a_clause_with_its_own_subject_is_told_apart(told, text, events):
    assert events <= set(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Staff represented by the Ferry Clerks Union and the Porters Union have voted to authorize a strike.",
        "Clerks who struck the yards and the port have returned to work, the Ferry Clerks Union said.",
        "The arbiter said the yards and the Ferry Clerks Union would resume talks on Monday.",
    ],
)
def test_two_parties_joined_are_one_subject(told, text):
    assert len(told(text)) <= 3
    assert any(kind in ("StrikeAuthorizationVote", "StrikeEnd", "NegotiationsResume") for kind, _, _ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Strike action involving 900 clerks of the Ferry Clerks Union is set to go ahead on October 9.",
        "A walkout by the Ferry Clerks Union is due to take place on October 9.",
        "Industrial action by the Ferry Clerks Union will begin on October 9.",
        "The Ferry Clerks Union strike is now expected to proceed on October 9.",
        "Stoppages across the yards are scheduled to start on October 9, the Ferry Clerks Union said.",
        "Strikes will commence on October 9, said the Ferry Clerks Union.",
    ],
)
def test_a_strike_that_is_to_go_ahead_is_a_plan_of_its_day(told, text):
    assert ("StrikeStart", "2023-10-09", "planned") in told(text)


@pytest.mark.parametrize("verb", ["make", "table", "put forward"])
def test_who_refuses_to_make_an_offer_has_turned_none_down(told, verb):
    text = f"The Ferry Clerks Union went on strike on Monday after Cove Yards refused to {verb} a new offer on pay."
    assert not any(kind in ("ProposalRejected", "ProposalMade") for kind, _, _ in told(text))


def test_a_place_between_and_a_new_subject_parts_two_clauses(read_text, rules):
    text = (
        "Members of the Rail Union who work on Marl Freight will walk out on October 22, and in Scotland, Rail Union members will "
        "also walk out for 24 hours on October 29."
    )
    found = predict.prediction(read_text(text, published="2022-10-11"), rules)["events"]
    assert {row["date"] for row in found if row["type"] == "StrikeStart"} == {"2022-10-22", "2022-10-29"}
