"""What a sentence tells of others without saying its verb again."""

import pytest

from graph import dates, predict
from graph.extract import extract
from graph.model import Document


def read(rules, text):
    document = Document(
        key="a", text=f"The union dispute goes on. {text}", title="Story", published=dates.published("2023-07-21")
    )
    return predict.prediction(extract(document, rules), rules)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The WGA walked out on May 2 and SAG-AFTRA on July 14.",
            {("StrikeStart", "2023-05-02", ("WGA",)), ("StrikeStart", "2023-07-14", ("SAG-AFTRA",))},
        ),
        (
            "The UAW struck Ford on Monday and Stellantis on Tuesday.",
            {
                ("StrikeStart", "2023-07-17", ("Ford", "United Auto Workers")),
                ("StrikeStart", "2023-07-18", ("Stellantis", "United Auto Workers")),
            },
        ),
        (
            "The Teamsters walked out at UPS on Monday, the Association of Flight Attendants at Boeing on Tuesday.",
            {
                ("StrikeStart", "2023-07-17", ("Teamsters", "UPS")),
                ("StrikeStart", "2023-07-18", ("Association of Flight Attendants", "Boeing")),
            },
        ),
        (
            "SAG-AFTRA rejected the offer of the AMPTP on Monday; the WGA on Tuesday.",
            {
                ("ProposalRejected", "2023-07-17", ("AMPTP", "SAG-AFTRA")),
                ("ProposalRejected", "2023-07-18", ("AMPTP", "WGA")),
            },
        ),
    ],
)
def test_each_party_has_its_own_day(rules, text, rows):
    assert {(r["type"], r["date"], tuple(sorted(r["participants"]))) for r in read(rules, text)["events"]} == rows


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        (
            "In the talks with the UAW, Ford offered 20 percent, General Motors 18 percent and Stellantis 17.5 percent.",
            {"Ford", "General Motors", "Stellantis"},
        ),
        ("The UAW wants 40 percent, the Teamsters 30 percent.", {"United Auto Workers", "Teamsters"}),
        ("The UAW wants 40 percent, and Ford sold 30 percent more trucks.", {"United Auto Workers"}),
        ("The UAW asked Ford for 36 percent, down from 40 percent.", {"United Auto Workers"}),
    ],
)
def test_each_party_has_its_own_figure(rules, text, makers):
    assert {row["by"] for row in read(rules, text)["proposals"]} == makers


@pytest.mark.parametrize(
    "text",
    [
        "The UAW walked out at Ford on Monday, and General Motors closed a plant on Tuesday.",
        "The UAW walked out at Ford on Monday, and the Teamsters on Tuesday spoke of a mistake.",
        "The UAW will walk out at Ford on Friday, the Teamsters on Sunday.",
    ],
)
def test_a_clause_with_a_verb_of_its_own_is_no_gap(rules, text):
    starts = [row for row in read(rules, text)["events"] if row["type"] == "StrikeStart"]
    assert [row["participants"][0] for row in starts] == ["United Auto Workers"]


@pytest.mark.parametrize(
    "text",
    [
        "SAG-AFTRA and the WGA are on strike. Writers and actors want limits on AI.",
        "SAG-AFTRA and the WGA are on strike. Hollywood's actors and writers demand limits on AI.",
    ],
)
def test_two_workforces_are_two_unions(rules, text):
    assert {(row["by"], row["issue"]) for row in read(rules, text)["proposals"]} == {("WGA", "AI"), ("SAG-AFTRA", "AI")}


def test_workers_beside_others_who_do_something_else_are_no_party(rules):
    text = "The WGA is on strike. Actors and directors watched the game on Thursday."
    assert {row["type"] for row in read(rules, text)["events"]} == {"StrikeStart"}
