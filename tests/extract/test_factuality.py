"""Fact, plan, possibility, denial."""

import pytest

from graph.extract import extract
from graph.model import Document


def moods(rules, sentence):
    text = f"{sentence}\nThe union and the employer have a collective bargaining agreement."
    end = len(sentence)
    found = extract(Document(key="a", text=text, title=""), rules).reports
    return {(r.type.rpartition("#")[2], r.modality.value) for r in found if r.trigger.start < end}


@pytest.mark.parametrize(
    ("sentence", "name", "mood"),
    [
        ("The Teamsters will strike UPS at midnight.", "StrikeStart", "planned"),
        (
            "Members struck after the Teamsters were unable to agree on a deal with UPS.",
            "AgreementReached",
            "denied",
        ),
        ("More Teamsters walked out, as a deal with UPS remained elusive.", "AgreementReached", "denied"),
        ("Pickets were set up by the Teamsters outside UPS on the same day.", "Picket", "actual"),
        ("The Teamsters set up pickets at UPS depots on Monday.", "Picket", "actual"),
        ("Picket lines of the Teamsters were set to go up on Monday.", "Picket", "planned"),
        ("Once ratified by the Teamsters, the contract will run for four years.", "RatificationVote", "planned"),
        ("Once ratified by the Teamsters, the contract was printed.", "RatificationVote", "actual"),
        (
            "It would be the first time in decades that drivers and the Teamsters have staged a walkout at UPS.",
            "StrikeStart",
            "conditional",
        ),
        ("A ratification vote on the contract of the Teamsters is being scheduled.", "RatificationVote", "planned"),
        ("Strikes by the Teamsters could follow in May.", "StrikeStart", "conditional"),
        ("The walkouts of the Teamsters would be held in May.", "StrikeStart", "planned"),
        ("Teamsters plan first walkout at UPS.", "StrikeStart", "planned"),
        ("The Teamsters contract set to expire this month covers UPS.", "ContractExpiration", "planned"),
        (
            "By 71% the Teamsters voted to reject it and by 89% to authorize a strike.",
            "StrikeAuthorizationVote",
            "actual",
        ),
        ("The Teamsters could strike UPS if talks fail.", "StrikeStart", "conditional"),
        ("The Teamsters can walk out on Saturday.", "StrikeStart", "conditional"),
        ("The Teamsters authorized a strike at UPS.", "StrikeAuthorizationVote", "actual"),
        ("The Teamsters denied that talks with UPS broke off.", "TalksBreakdown", "denied"),
        ("The Teamsters are scheduled to vote on the contract on Tuesday.", "RatificationVote", "planned"),
        ("The Teamsters are now set to return to the bargaining table.", "TalksResumption", "planned"),
        (
            "The agreement between the Teamsters and UPS needs to be ratified by both sides.",
            "RatificationVote",
            "planned",
        ),
        ("The Teamsters deal at UPS must be approved by the members.", "RatificationVote", "planned"),
        ("The deal is subject to ratification by members of the Teamsters.", "RatificationVote", "planned"),
        ("The Teamsters said bargaining with UPS would begin on Friday.", "TalksOpening", "planned"),
        ("The Teamsters are calling on UPS to reach an agreement.", "AgreementReached", "conditional"),
        ("The Teamsters tried to reach a deal with UPS.", "AgreementReached", "conditional"),
        ("None of the Teamsters locals was able to reach a deal with UPS.", "AgreementReached", "denied"),
        ("The Teamsters and UPS could not reach an agreement.", "TalksBreakdown", "actual"),
        ("The Teamsters agreed to suspend the strike at UPS.", "StrikeSuspension", "actual"),
        ("The Teamsters answered the offer to end the strike.", "StrikeEnd", "conditional"),
        ("The Teamsters vote puts an end to the threat of a strike at UPS.", "StrikeEnd", "conditional"),
        ("The Teamsters must wait until members ratify the contract.", "RatificationVote", "planned"),
        ("The Teamsters went on strike after talks with UPS failed.", "StrikeStart", "actual"),
        ("The Teamsters went on strike after talks with UPS failed.", "TalksBreakdown", "actual"),
        ("Members of the Teamsters support going on strike if necessary.", "StrikeStart", "conditional"),
        ("A ten-day work stoppage could cost UPS dear, the Teamsters said.", "StrikeStart", "conditional"),
        ("The vote does not mean that the Teamsters will strike UPS.", "StrikeStart", "denied"),
        ("The vote doesn't mean there will be a strike by the Teamsters.", "StrikeStart", "denied"),
        ("A massive strike was scheduled for July 31, the Teamsters said.", "StrikeStart", "planned"),
        ("Any strike by the Teamsters would hurt UPS.", "StrikeStart", "conditional"),
        ("The Teamsters strike at UPS could last for months.", "StrikeStart", "actual"),
        ("The Teamsters reached a deal with UPS days before a strike was set to begin.", "StrikeStart", "planned"),
    ],
)
def test_the_mood_of_a_report(rules, sentence, name, mood):
    assert (name, mood) in moods(rules, sentence)


def test_a_bare_possibility_is_no_fact(rules):
    assert ("StrikeStart", "actual") not in moods(rules, "The Teamsters may strike.")
