"""What articles on other industries showed: workers without a union's name, days of what is voted for, plans told as such."""

import pytest

from graph.predict import prediction

CONTEXT = "\n\nThe labor dispute between the union and the employer is about a collective bargaining agreement for the workers."
UNNAMED = "\n\nLeaders of the workers' union and managers disagree about collective bargaining, pickets and the strike."


def rows(read_text, rules, text, context=CONTEXT):
    told = prediction(read_text(text + context, published="2023-07-14"), rules)
    return [row for row in told["events"] if row["evidence"][:20] in text]


def days(found, kind):
    return {(row["date"], row["modality"]) for row in found if row["type"] == kind}


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Alder Foods Inc. is the largest grocer here. A one-day strike shut its depots on Tuesday.", "StrikeStart", "2023-07-11"),
        ("Contracts with the three unions expired June 30. Alder Ferries Inc. runs nine boats.", "ContractExpiry", "2023-06-30"),
        (
            "Managers broke off contract talks with striking teachers on Thursday. Ola Brandt speaks for Alder College.",
            "NegotiationsBreakdown",
            "2023-07-13",
        ),
    ],
)  # fmt: skip
def test_where_no_union_is_named_the_employer_is_the_party(read_text, rules, text, kind, date):
    found = [row for row in rows(read_text, rules, text, UNNAMED) if row["type"] == kind]
    assert [row["date"] for row in found] == [date]
    assert found[0]["participants"][0].startswith("Alder")


def test_the_employer_of_the_workers_who_act_is_a_party(read_text, rules):
    found = rows(read_text, rules, "Alder Foods machinists voted on Thursday to strike.")
    assert any("Alder Foods" in row["participants"] for row in found if row["type"] == "StrikeAuthorizationVote")


@pytest.mark.parametrize(
    ("text", "vote", "strike"),
    [
        ("Members of the Alder Guild voted 83 percent in support of a strike beginning at 12:01 a.m. Monday.", "2023-07", "2023-07-17"),
        ("The Alder Guild voted on Tuesday to back a strike starting Monday.", "2023-07-11", "2023-07-17"),
        ("The Alder Guild voted on Tuesday to approve a walkout beginning July 20.", "2023-07-11", "2023-07-20"),
    ],
)  # fmt: skip
def test_a_strike_that_is_voted_for_has_its_own_day(read_text, rules, text, vote, strike):
    found = rows(read_text, rules, text)
    assert days(found, "StrikeAuthorizationVote") == {(vote, "actual")}
    assert days(found, "StrikeStart") == {(strike, "planned")}


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Members of the Alder Guild voted on Tuesday to ratify a contract effective July 1.", "RatificationVote", {("2023-07-11", "actual")}),
        ("The strike will go on, it said, until the members of the Alder Guild ratify the deal.", "RatificationVote", {(None, "planned")}),
        ("Alder Foods workers will return after the contract is ratified by the Alder Guild.", "RatificationVote", {(None, "planned")}),
        (
            "Alder Foods workers returned after the contract was ratified by the Alder Guild on Tuesday.",
            "RatificationVote",
            {("2023-07-11", "actual")},
        ),
        (
            "Trains will run again on Saturday after the Alder Guild, the union of 3,000 drivers, reached a tentative deal with Alder Rail.",
            "TentativeAgreement",
            {("2023-07", "actual")},
        ),
        ("The Alder Guild made known its intention to go on strike at Alder Foods.", "StrikeStart", set()),
        ("The Alder Guild withdrew its notice of a fifth strike on Tuesday.", "Other", {("2023-07-11", "actual")}),
        ("Alder Foods said that the Alder Guild's ballot on strike action should have been held mill by mill.", "StrikeAuthorizationVote", set()),
        ("Parliament was asked to pass back to work legislation against the Alder Guild.", "StrikeEnd", set()),
        ("Alder Foods asked a federal judge on Thursday to halt the strike by the Alder Guild.", "StrikeEnd", set()),
    ],
)  # fmt: skip
def test_plans_and_days_of_other_things(read_text, rules, text, kind, told):
    assert days(rows(read_text, rules, text), kind) == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Fire Brigades' Union met. The Cabin Stewards' Union did too.", {"Fire Brigades' Union", "Cabin Stewards' Union"}),
        ("Those struck are Tri County West, based in Englewood, and Amerifone, based in Chicago.", {"Tri County West", "Amerifone"}),
        ("UK-based pilots were glad. Neither the chain nor the union told more.", set()),
        ("Patrick Stevedores runs four ports.", {"Patrick Stevedores"}),
        ("The strike hit Marl Foods, Tarn Mills and Lonhall.", {"Marl Foods", "Tarn Mills", "Lonhall"}),
    ],
)  # fmt: skip
def test_names_of_bodies(read_text, rules, text, names):
    told = prediction(read_text(text + CONTEXT, published="2023-07-14"), rules)
    assert {row["name"] for row in told["entities"]} == names


@pytest.mark.parametrize(
    "text",
    [
        "The committee approved a budget during the Alder Guild convention.",
        "The Alder Guild put the question of dues to members.",
        "Alder Foods went to the Chamber of Commerce to stop rumors, and the Alder Guild sent a card.",
        "The Alder Guild withdrew notice of a picnic.",
        "The storm came to an end Thursday, and Alder Guild drivers rejoiced.",
        "Alder Foods applied for a building permit, the Alder Guild was told.",
        "The committee sent the Alder Guild to dinner.",
    ],
)
def test_like_words_about_other_matters_tell_nothing(read_text, rules, text):
    assert [row for row in rows(read_text, rules, text) if row["type"] != "Statement"] == []


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Members of the Alder Guild will walk out from Friday 4 to Monday 7 August.", "StrikeStart", {("2023-08-04", "planned")}),
        (
            "Members of the Alder Guild will strike on Tuesday 1, Friday 4 and Thursday 10 August.",
            "StrikeStart",
            {("2023-08-01", "planned"), ("2023-08-04", "planned"), ("2023-08-10", "planned")},
        ),
        ("There will be five days of strikes by the Alder Guild (12 - 16 August).", "StrikeStart", {("2023-08-12", "planned")}),
        ("The Alder Guild's walkout ran from 25 June to 4 July.", "StrikeStart", {("2023-06-25", "actual")}),
        ("The strike, led by the Alder Guild, the largest union in town, began Tuesday.", "StrikeStart", {("2023-07-11", "actual")}),
        ("Ola Brandt, an Alder Foods cook, told Feedpost last week that she was striking with the Alder Guild.", "StrikeStart", {(None, "actual")}),
        ("The Alder Guild has today warned that talks could fail.", "Statement", {("2023-07-14", "actual")}),
        (
            "Last week, the Alder Guild union which represents guards withdrew its notice of a fifth strike.",
            "Other",
            {("2023-07-02/2023-07-08", "actual")},
        ),
        ("The Alder Guild rejected a deal that was tentatively approved last month by Alder Foods negotiators.", "TentativeAgreement", {("2023-06", "actual")}),
        ("The pact had ended a two-week walkout by the Alder Guild.", "StrikeStart", set()),
        ("The move follows constructive talks on Tuesday between the Alder Guild and Alder Foods.", "NegotiationSession", {("2023-07-11", "actual")}),
        ("Bids by Alder Foods to have the walkout of the Alder Guild banned were rejected by the Fair Work Commission last week.", "Legal", {("2023-07-02/2023-07-08", "actual")}),
        ("Alder Foods shut out 1,400 workers of the Alder Guild on Monday.", "Other", {("2023-07-10", "actual")}),
        # other matters
        ("The strike demonstrates the need for action, the Alder Guild said.", "Picket", set()),
        ("Shoppers rallied behind the Alder Guild.", "Picket", set()),
        ("The walkout started with four bargaining units of the Alder Guild.", "NegotiationsOpen", set()),
        ("The Alder Guild says that Alder Foods committed unfair labor practices.", "Legal", set()),
        ("The Alder Guild held internal meetings on Monday.", "NegotiationSession", set()),
    ],
)  # fmt: skip
def test_days_and_happenings(read_text, rules, text, kind, told):
    assert days(rows(read_text, rules, text), kind) == told


def test_company_officials_act_for_the_company(read_text, rules):
    text = "The Alder Guild met Alder Foods on Monday. Company negotiators made their final offer on July 12."
    found = [row for row in rows(read_text, rules, text) if row["type"] == "ProposalMade"]
    assert [(row["date"], "Alder Foods" in row["participants"]) for row in found] == [("2023-07-12", True)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Around 300 of the company's Elm Park employees struck.", {(300, "people")}),
        ("The strike will hit 450,000 of Elm County's poorest residents.", {(450000, "people")}),
        ("The deal ends a 4-1/2-month walkout.", {(4.5, "months")}),
        ("They met in a four-and-a-half-hour session; talks took 9½ weeks.", {(4.5, "hours"), (9.5, "weeks")}),
        ("The strike will cost GBP120 million.", {(120000000, "GBP")}),
        ("Some 1,200 miners struck in May, and another 350 struck in June.", {(1200, "people"), (350, "people")}),
        ("Food 4 Less was not hit; the railway will lay off 1,600 personnel and 600 wharfies.", {(1600, "people"), (600, "people")}),
    ],
)  # fmt: skip
def test_figures(read_text, rules, text, figures):
    told = prediction(read_text(text + CONTEXT, published="2023-07-14"), rules)["quantities"]
    assert {(float(row["value"]), row["unit"]) for row in told} == figures


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Cooks of the Alder Guild are set to strike July 20 after rejecting a tentative agreement.", "StrikeStart", {("2023-07-20", "planned")}),
        ("The Alder Guild is close to striking a deal with Alder Foods.", "StrikeStart", set()),
        (
            "Workers of the Alder Guild voted on Monday by a three-fifths margin to accept an Alder Foods contract offer.",
            "RatificationVote",
            {("2023-07-10", "actual")},
        ),
        ("The Alder Guild voted Monday by a 9-to-1 margin to strike.", "StrikeAuthorizationVote", {("2023-07-10", "actual")}),
        ("The Alder Guild strike will be the day before the final, on Friday 4 August.", "StrikeStart", {("2023-08-04", "planned")}),
        ("A membership vote is scheduled for July 21, the Alder Guild said.", "RatificationVote", {("2023-07-21", "planned")}),
        ("The lockout will end if members oust the Alder Guild or accept the Alder Foods offer.", "TentativeAgreement", set()),
        (
            "The Alder Guild said that drivers will walk out on three days: 12 August, 31 August and 3 September.",
            "StrikeStart",
            {("2023-08-12", "planned"), ("2023-08-31", "planned"), ("2023-09-03", "planned")},
        ),
    ],
)  # fmt: skip
def test_votes_and_lists_of_days(read_text, rules, text, kind, told):
    assert days(rows(read_text, rules, text), kind) == told


def test_a_count_reaches_over_a_list_of_trades(read_text, rules):
    text = "The strike will take in 14,000 kitchen, yard staff and ferry stewards."
    told = prediction(read_text(text + CONTEXT, published="2023-07-14"), rules)["quantities"]
    assert [(float(row["value"]), row["unit"]) for row in told] == [(14000, "people")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The strike will continue, the Alder Guild said, until Alder Foods makes a new offer.", "2023-07"),
        ("Talks will resume on Monday, the Alder Guild said Tuesday, if Alder Foods agrees.", "2023-07-11"),
    ],
)
def test_a_saying_set_off_by_commas_is_no_plan(read_text, rules, text, day):
    assert days(rows(read_text, rules, text), "Statement") == {(day, "actual")}


def test_voting_that_is_scheduled_is_a_plan(read_text, rules):
    text = "The pact must be ratified by the Alder Guild. Voting is scheduled for Saturday and Sunday."
    assert days(rows(read_text, rules, text), "RatificationVote") == {("2023-07-15/2023-07-16", "planned")}
