"""The figures of votes: shares, counts, ballots, turnout, outcome, margin, each with the words that give it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Modality
from ontology import terms

CASES = [
    (
        "Members of SAG-AFTRA voted to authorize a strike, with 97.91 percent in favor and a turnout of 48 percent.",
        {"yesPercent": "97.91", "turnoutPercent": "48", "outcome": "approved"},
    ),
    (
        "UAW members at Ford ratified the contract, 69 percent to 31 percent.",
        {"yesPercent": "69", "noPercent": "31", "outcome": "approved"},
    ),
    (
        "Teamsters members voted to ratify the contract with 86.3 percent, on 58 percent turnout.",
        {"yesPercent": "86.3", "turnoutPercent": "58", "outcome": "approved"},
    ),
    (
        "UAW members ratified the contract with Deere. In favor were 61 percent and against 39 percent.",
        {"yesPercent": "61", "noPercent": "39", "outcome": "approved"},
    ),
    (
        "Of 9,218 ballots cast, 97.9% were yes, the WGA said of its strike authorization vote.",
        {"ballotsCast": "9218", "yesPercent": "97.9"},
    ),
    (
        "Members of the WGA ratified the contract by 11,000 to 1,200.",
        {"votesFor": "11000", "votesAgainst": "1200", "outcome": "approved"},
    ),
    (
        "UAW members narrowly rejected the contract with Deere: 55% voted no.",
        {"noPercent": "55", "outcome": "rejected", "margin": "narrowly"},
    ),
    (
        "WGA members voted 8,435-90 to ratify the agreement. Turnout was 76 percent.",
        {"votesFor": "8435", "votesAgainst": "90", "turnoutPercent": "76", "outcome": "approved"},
    ),
    (
        "UAW members overwhelmingly ratified a contract with 25 percent raises over four years.",
        {"outcome": "approved", "margin": "overwhelmingly"},
    ),
    (
        "The WGA, the union that represents 11,500 writers, voted to authorize a strike.",
        {"outcome": "approved"},
    ),
]


def of_votes(extraction, rules):
    return [r for r in extraction.reports if rules.frames[r.type].is_a(terms.VoteEvent)]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_vote_is_read_with_its_figures(text, expected, read_text, rules):
    extraction = read_text(text, published="2023-06-06")
    (vote,) = of_votes(extraction, rules)
    assert {r.property.removeprefix(terms.NS): r.value for r in vote.readings} == expected
    for reading in vote.readings:
        words = reading.span.of(text).replace(",", "")
        assert reading.kind == "text" or reading.value in words


def test_two_votes_of_one_sentence_keep_their_own_figures(read_text, rules):
    text = "Teamsters members voted by 71% to reject the final offer of UPS and by 89% to authorize a strike."
    refused, granted = of_votes(read_text(text), rules)
    assert refused.reading(terms.noPercent).value == "71"
    assert granted.reading(terms.yesPercent).value == "89"
    assert refused.reading(terms.outcome).value == "rejected"


def test_two_contracts_of_one_article_are_two_votes(read_text, rules):
    text = (
        "Teamsters members ratified the National Carriage Agreement on May 4, 2022, with 61 percent in favor. They ratified "
        "the Western Freight Agreement on May 4, 2022, too, with 77 percent in favor. The union had its largest turnout."
    )
    votes = of_votes(read_text(text), rules)
    assert [vote.reading(terms.yesPercent).value for vote in votes] == ["61", "77"]
    again = text.replace("the Western Freight Agreement", "the National Carriage Contract")
    assert len(of_votes(read_text(again), rules)) == 1


def test_a_vote_to_come_has_no_outcome(read_text, rules):
    (vote,) = of_votes(read_text("Members of the UAW will vote to authorize a strike at Ford on Friday."), rules)
    assert vote.modality is Modality.PLANNED
    assert vote.reading(terms.outcome) is None


@given(yes=st.integers(51, 99), turnout=st.integers(1, 100), no=st.integers(0, 100))
def test_shares_never_exceed_the_whole(read_text, rules, yes, turnout, no):
    text = (
        f"Members of the UAW ratified the contract with Ford: {yes} percent voted in favor, {no} percent against, "
        f"with a turnout of {turnout} percent."
    )
    for vote in of_votes(read_text(text), rules):
        shares = [vote.reading(name) for name in (terms.yesPercent, terms.noPercent)]
        assert sum(Decimal(share.value) for share in shares if share is not None) <= Decimal("100.1")
