"""Frames over sentences: what each way of telling yields, and the senses that yield nothing."""

import pytest

from graph.extract import extract
from graph.model import Document

CONTEXT = "The union and the employer have a collective bargaining agreement."


def types(rules, sentence, context=CONTEXT):
    found = extract(Document(key="a", text=f"{sentence}\n{context}", title=""), rules).reports
    return {r.type.rpartition("#")[2] for r in found if r.trigger.start < len(sentence)}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The strike by the Teamsters at depots along the coast has been suspended.", "StrikeSuspension"),
        ("The contract with UPS requires approval by Teamsters members.", "RatificationVote"),
        ("The Teamsters called off their strike, which was to start on Monday.", "StrikeCancellation"),
        ("The Teamsters postponed a walkout at UPS that was due to start on Monday.", "StrikeCancellation"),
        ("The Teamsters want more from UPS. The two sides met for nine hours on Wednesday.", "NegotiationSession"),
        ("Talks between the Teamsters and UPS were revived before Thanksgiving.", "TalksResumption"),
        ("Talks between the Teamsters and UPS made no headway on Monday.", "TalksBreakdown"),
        ("Picketing by the Teamsters at UPS is to start on Tuesday.", "Picket"),
        ("The Teamsters struck a deal with UPS, capping a strike of six weeks.", "StrikeEnd"),
        ("Members of the Teamsters voted on Monday to launch a walkout.", "StrikeAuthorizationVote"),
        ("The Teamsters met. The pact will need the approval of union members.", "RatificationVote"),
        ("The Teamsters called off the proposed two-day strike.", "StrikeCancellation"),
        ("The Teamsters called for a nationwide strike on January 31.", "StrikeCall"),
        ("Members of the Teamsters voted in favour of industrial action.", "StrikeAuthorizationVote"),
        ("The Teamsters began a marking boycott on Monday.", "PartialAction"),
        ("A reballot of Teamsters members found 89 percent in favor of strike action.", "StrikeAuthorizationVote"),
        ("The Teamsters called off a 48-hour strike over pay.", "StrikeCancellation"),
        ("The Teamsters issued a 72-hour strike notice to UPS.", "StrikeNotice"),
        ("Negotiations of the Teamsters with UPS (United Parcel Service) have fallen to pieces and once more broken down.", "TalksBreakdown"),
        ("Talks with UPS, which fell apart in August, cost the Teamsters dear.", "TalksBreakdown"),
        ("The offer of UPS was turned down by the Teamsters.", "Rejection"),
        ("The contract was approved by the board and members of the Teamsters.", "BoardVote"),
        ("The contract was approved by the board and members of the Teamsters.", "RatificationVote"),
        ("Members of the Teamsters voted overwhelmingly against the offer of UPS.", "RatificationVote"),
        ("The dispute sent members of the Teamsters on a three-day strike last week.", "StrikeStart"),
        ("A protest rally of the Teamsters in Times Square drew hundreds.", "Rally"),
        ("The Teamsters and UPS reached a deal and members ratified it.", "AgreementReached"),
        ("The Teamsters ended the strike and returned to the bargaining table.", "StrikeEnd"),
        ("The Teamsters ended the strike and returned to the bargaining table.", "TalksResumption"),
    ],
)  # fmt: skip
def test_a_sentence_yields_the_class(rules, sentence, name):
    assert name in types(rules, sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Five days of renewed talks with UPS tired the Teamsters.", "TalksResumption"),
        ("Hundreds of striking Teamsters cheered.", "UnionElection"),
        ("Thousands of unionized drivers of the Teamsters cheered.", "UnionElection"),
        ("The Teamsters do not think these agreements offer enough protection on AI.", "Proposal"),
        ("The Teamsters agreed to suspend the strike while negotiations continue.", "TalksBreakdown"),
        ("The Teamsters and UPS announced a deal to end a strike.", "StrikeCall"),
        ("The Teamsters met UPS once after the strike began on May 2 -- but these talks went badly.", "TalksOpening"),
        ("UPS, which bargains with the Teamsters every five years, opened a depot.", "NegotiationSession"),
    ],
)
def test_a_sentence_does_not_yield_the_class(rules, sentence, name):
    assert name not in types(rules, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "An air strike hit the depot at dawn.",
        "The prisoner began a hunger strike on Monday.",
        "The pitcher threw a third strike in the ninth inning.",
        "The gang smoked Lucky Strike on the porch.",
        "The leaders struck a deal over the border.",
        "Her speech struck a chord with voters.",
        "The band played its walkout song.",
        "A white picket fence ran round the yard.",
        "The priest blessed their union in marriage.",
        "The European Union began trade talks with Japan.",
        "The credit union opened a branch.",
        "Lightning strikes twice in this valley.",
        "The drone strike killed two.",
        "The ministers ratified the treaty.",
    ],
)
def test_another_sense_yields_nothing_without_a_labor_context(rules, sentence):
    assert types(rules, sentence, "The day was warm.") == set()


def test_a_short_entry_that_names_both_sides_is_about_labor(rules):
    sentence = "Talks will resume between SAG-AFTRA and the AMPTP beginning on November 26."
    assert types(rules, sentence, "") == {"TalksResumption"}


def test_what_somebody_says_is_not_done_by_those_who_say_it(rules):
    assert "BoardVote" not in types(rules, "Leaders of the Teamsters said 90% voted to approve the deal with UPS.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Flights resumed after the storm on Monday.",
        "School resumed in September in the district.",
        "New rules for labor unions took effect in May.",
        "A Senate hearing was scheduled for Friday.",
        "The company idled 3 machines.",
        "Some workers fear they may lose their jobs.",
        "Fans gathered outside the theater.",
        "The council decided whether to build the bridge.",
        "Voters said no to the tax deal.",
        "The court barred the film.",
        "Work stopped at the mine when the power failed on Monday.",
        "The directors spent Saturday talking about films.",
        "The city approved a deal in principle for a stadium.",
    ],
)
def test_what_happens_beside_a_dispute_is_none_of_its_events(rules, sentence):
    assert not types(rules, sentence, "The Teamsters and UPS are in talks over a new labor contract.")
