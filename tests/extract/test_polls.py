"""When members vote, told in a sentence after that which says on what."""

import pytest

from graph import predict


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Voting opens on Dec. 14 and closes on Dec. 19.", "2023-12-14/2023-12-19"),
        ("Voting opened on Dec. 5 and runs through Dec. 19.", "2023-12-05/2023-12-19"),
        ("Ballots are due Dec. 19.", "2023-12-19"),
        ("Voting will take place from Dec. 14 to Dec. 19.", "2023-12-14/2023-12-19"),
        ("The union says no more. Voting begins Dec. 14.", "2023-12-14"),
        ("The two sides meet on Dec. 14.", None),
    ],
)
def test_a_coming_vote_has_the_days_of_its_voting(read_text, rules, told, date):
    text = f"Members of the Screen Stunt Guild will vote on the tentative agreement. {told}"
    rows = predict.prediction(read_text(text, published="2023-12-11"), rules)["events"]
    assert [row["date"] for row in rows if row["type"] == "RatificationVote"] == [date]


def test_what_will_happen_has_no_day_that_is_past(read_text, rules):
    text = "Performers will vote on whether to authorize a strike, the SAG-AFTRA board decided on Friday."
    rows = predict.prediction(read_text(text, published="2023-12-11"), rules)["events"]
    assert [row["date"] for row in rows if row["type"] == "StrikeAuthorizationVote"] == [None]


def test_the_days_of_voting_are_evidence_of_the_vote(read_text):
    text = "Members of the Teamsters will vote on the tentative agreement. Voting opens on Dec. 14."
    found = read_text(text, published="2023-12-11")
    vote = next(r for r in found.reports if r.type.endswith("#RatificationVote"))
    assert [span.of(text).split()[0] for span in vote.evidence] == ["Members", "Voting"]
