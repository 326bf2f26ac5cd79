"""Who did it to whom."""

import pytest

from graph.extract import extract
from graph.model import Document
from ontology import terms


def roles(rules, sentence, name):
    text = f"{sentence}\nThe union and the employer have a collective bargaining agreement."
    found = extract(Document(key="a", text=text, title=""), rules)
    names = {agent.iri: agent.name for agent in found.agents}
    out = set()
    for report in found.reports:
        if report.type.endswith("#" + name) and report.trigger.start < len(sentence):
            out |= {(f.role.rpartition("#")[2], names[f.agent]) for f in report.fillers}
    return out


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("The Teamsters reached a tentative agreement with UPS.", "AgreementReached", {("union", "Teamsters"), ("employer", "UPS")}),
        ("UPS reached a tentative agreement with the Teamsters.", "AgreementReached", {("union", "Teamsters"), ("employer", "UPS")}),
        ("A deal was reached by the Teamsters and UPS.", "AgreementReached", {("union", "Teamsters"), ("employer", "UPS")}),
        ("Talks between the Teamsters and UPS broke down.", "TalksBreakdown", {("union", "Teamsters"), ("employer", "UPS")}),
        ("The proposal of UPS on pay was rejected by the Teamsters.", "Rejection", {("madeBy", "Teamsters")}),
        ("After rejecting the offer from UPS, the Teamsters went on strike.", "Rejection", {("madeBy", "Teamsters")}),
        ("The Teamsters' strike against UPS began on Friday.", "StrikeStart", {("union", "Teamsters"), ("employer", "UPS")}),
        ("The Writers Guild of America (WGA), SAG-AFTRA and the Teamsters held a rally.", "Rally", {("union", "WGA"), ("union", "SAG-AFTRA"), ("union", "Teamsters")}),
        ("The Writers Guild of America (WGA) and the Directors Guild of America (DGA) filed an unfair labor practice charge.", "UnfairLaborPracticeCharge", {("participant", "WGA"), ("participant", "DGA")}),
        ("Members of the Teamsters met. UPS workers narrowly approved a similar contract.", "RatificationVote", {("union", "Teamsters"), ("employer", "UPS")}),
        ("SAG-AFTRA walked out. Last month 91% of union members had voted for a strike, weeks after the Teamsters left work.", "StrikeAuthorizationVote", {("union", "SAG-AFTRA")}),
        ("SAG-AFTRA said it would join in, with the Teamsters calling a walkout when their contract expired on May 1.", "ContractExpiration", {("union", "Teamsters")}),
        ("SAG-AFTRA and the Teamsters have been on strike together since July 14.", "StrikeStart", {("union", "SAG-AFTRA"), ("union", "Teamsters")}),
        ("The Teamsters and SAG-AFTRA both want higher residuals.", "Demand", {("madeBy", "SAG-AFTRA"), ("madeBy", "Teamsters")}),
        ("The Teamsters struck Ford and UPS on Friday.", "StrikeStart", {("union", "Teamsters"), ("employer", "Ford"), ("employer", "UPS")}),
        ("The Teamsters (IBT) and UPS (NYSE) have broken off talks.", "TalksBreakdown", {("union", "Teamsters")}),
    ],
)  # fmt: skip
def test_the_parties_of_a_report(rules, sentence, name, expected):
    assert expected <= roles(rules, sentence, name)


def test_each_company_has_its_own_vote_and_its_own_contract(rules):
    text = (
        "Teamsters workers at UPS approved a new contract on Friday. Ford workers narrowly approved a similar contract."
    )
    found = extract(Document(key="a", text=text, title=""), rules).reports
    votes = [r for r in found if r.type.endswith("#RatificationVote")]
    assert sorted(len(vote.agents(terms.employer)) for vote in votes) == [1, 1]


def test_who_acts_at_a_place_comes_before_whom_they_follow(rules):
    text = "Teamsters members at UPS voted to ratify their contract, following workers at Ford."
    assert ("employer", "UPS") in roles(rules, text, "RatificationVote")
    assert ("employer", "Ford") not in roles(rules, text, "RatificationVote")


def test_a_union_takes_no_employers_place(rules):
    found = roles(rules, "A deal was reached between SAG-AFTRA and the studios.", "AgreementReached")
    assert ("union", "SAG-AFTRA") in found
    assert ("employer", "SAG-AFTRA") not in found


def test_an_outlet_is_no_party_for_being_named_near(rules):
    found = roles(rules, "UPS offered to raise wages by 5 percent, the New York Times reports.", "Proposal")
    assert ("madeBy", "UPS") in found
    assert all("Times" not in name for _, name in found)


def test_a_union_named_only_later_fills_the_role(rules):
    text = "Drivers walked off the job on Friday.\nThe Teamsters said the strike at UPS would go on."
    found = extract(Document(key="a", text=text, title=""), rules)
    unions = {f.agent for r in found.reports if r.type.endswith("#StrikeStart") for f in r.fillers}
    assert any("teamsters" in iri for iri in unions)


def test_what_somebody_unnamed_does_is_not_the_main_clauses_subjects(rules):
    text = "The Teamsters ended their strike after port operators raised their wage offer to 62% over six years."
    assert roles(rules, text, "Proposal") == set()
