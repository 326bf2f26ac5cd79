"""On which day, and whether in fact, what a story tells happened: history by nouns, days told twice, counts and announcements."""

import pytest

from graph import predict

LEAD = "The Alder Teachers Union walked out on Monday. "


def rows(read_text, rules, text, *kinds):
    found = predict.prediction(read_text(text, published="2023-10-12"), rules)["events"]
    return {(e["type"], e["date"], e["modality"]) for e in found if not kinds or e["type"] in kinds}


HISTORY = [
    ("In 1987, a strike by teachers lasted 19 days.", {"1987"}),
    ("A 1987 walkout lasted 19 days.", {"1987"}),
    ("That outlasted the 1987 strike, which ran for 19 days.", {"1987"}),
    ("In June, a three-day strike by teachers shut every school.", {"2023-06"}),
    ("Thirty-six years ago, a strike by teachers went on for 19 days.", {"1987"}),
    ("Teachers' strikes closed schools in 1979 and 1987.", {"1979", "1987"}),
    ("The union struck in 1979 and again in 1987.", {"1979", "1987"}),
    ("It is the first walkout by teachers since a bitter strike in 1987.", {"1987"}),
    ("In June, the strike vote was put off.", set()),
    ("In 1987, a strike by teachers could have lasted 19 days.", set()),
]


@pytest.mark.parametrize(("text", "years"), HISTORY, ids=[text for text, _ in HISTORY])
def test_strikes_of_other_times_keep_their_own(read_text, rules, text, years):
    starts = {date for _, date, _ in rows(read_text, rules, LEAD + text, "StrikeStart")}
    assert starts == {"2023-10-09", *years}


def test_what_was_done_again_is_told_of_each_day(read_text, rules):
    text = LEAD + "Talks between the union and the district broke down on Aug. 9 and again on Aug. 14."
    found = {date for _, date, _ in rows(read_text, rules, text, "NegotiationsBreakdown")}
    assert found == {"2023-08-09", "2023-08-14"}


def test_the_day_of_a_dateline_is_that_of_no_happening(read_text, rules):
    text = "HARLOW, Oct. 11 (Tidewire) — The Alder Teachers Union voted to end its strike on Monday, ending a long dispute."
    assert "2023-10-11" not in {date for _, date, _ in rows(read_text, rules, text)}


def test_a_deal_is_of_the_day_before_it_was_announced(read_text, rules):
    text = "The Alder Teachers Union reached a deal late Monday. Its president, Ann Roe, announced the deal on Tuesday."
    assert rows(read_text, rules, text, "TentativeAgreement") == {("TentativeAgreement", "2023-10-09", "actual")}


def test_a_strike_that_a_board_voted_to_call_is_none_yet(read_text, rules):
    text = "The board of the Alder Teachers Union voted unanimously on Monday to call a walkout."
    assert rows(read_text, rules, text, "StrikeStart") == set()
    text = "Members of the Alder Teachers Union voted on Monday to begin a walkout on Oct. 20."
    assert rows(read_text, rules, text, "StrikeStart") == {("StrikeStart", "2023-10-20", "planned")}
    text = "Members of the Alder Teachers Union voted on Monday to go back to work."
    assert ("StrikeEnd", "2023-10-09", "actual") in rows(read_text, rules, text)


def test_a_vote_is_of_the_day_on_which_it_was_counted(read_text, rules):
    text = "The Alder Teachers Union has ratified the contract. Ballots were counted late Tuesday."
    assert rows(read_text, rules, text, "RatificationVote") == {("RatificationVote", "2023-10-10", "actual")}


def test_the_day_of_the_deal_counts_among_those_of_the_strike(read_text, rules):
    text = "The Alder Teachers Union reached a deal on Monday, ending a 15-day strike."
    assert ("StrikeStart", "2023-09-25", "actual") in rows(read_text, rules, text)


YEARS = [
    ("The talks recall those of 2019, when negotiations began on June 7 and collapsed on July 2.", {"2019-06-07", "2019-07-02"}),
    ("The 2019 strike, which began on July 14, went on until Nov. 9.", {"2019-07-14"}),
    ("In 2019, teachers walked out on July 14. That walkout was settled on Nov. 8.", {"2019-07-14", "2019-11-08"}),
    ("The 2022 walkout, which began on July 14, shut schools.", {"2022-07-14"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), YEARS, ids=[text for text, _ in YEARS])
def test_days_told_with_a_year_are_of_that_year(read_text, rules, text, days):
    told = {date for _, date, _ in rows(read_text, rules, LEAD + text) if date is not None}
    assert told == {"2023-10-09", *days}


TENSES = [
    ("The Alder Guild's contract with Brisk expires June 30.", ("ContractExpiry", "2024-06-30", "planned")),
    ("The Alder Guild's contract with Brisk expired June 30.", ("ContractExpiry", "2023-06-30", "actual")),
    ("The Alder Guild's contract with Brisk was due to expire July 31.", ("ContractExpiry", "2023-07-31", "planned")),
    ("Talks between the Alder Guild and Brisk resume on Monday.", ("NegotiationsResume", "2023-10-16", "planned")),
    ("A vote by the Alder Guild to ratify the deal runs through Oct. 25.", ("RatificationVote", "2023-10-25", "planned")),
    ("The Alder Guild's president, Ann Roe, speaking at a rally on Tuesday, said no.", ("Statement", "2023-10-10", "actual")),
    ("The Alder Guild rejected the offer of Brisk in ballots that closed on Oct. 3.", ("ProposalRejected", "2023-10-03", "actual")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), TENSES, ids=[text for text, _ in TENSES])
def test_the_tense_tells_whether_a_day_is_behind_or_ahead(read_text, rules, text, event):
    assert event in rows(read_text, rules, text)


def test_a_day_counted_out_gives_way_to_the_day_told(read_text, rules):
    text = "On Tuesday, 12 days into the strike by the Alder Guild, talks with Brisk went on. The Alder Guild walked out on Sept. 29."
    assert rows(read_text, rules, text, "StrikeStart") == {("StrikeStart", "2023-09-29", "actual")}


def test_what_else_is_the_first_since_some_year_makes_no_strike_of_it(read_text, rules):
    text = "The Alder Guild walked out on Monday, when it was said that no fair would be held for the first time since 1904."
    assert rows(read_text, rules, text, "StrikeStart") == {("StrikeStart", "2023-10-09", "actual")}


CLAUSES = [
    ("Members of the Alder Guild voted down a deal with Brisk that was reached on Sept. 14.", "RatificationVote", "2023-10"),
    ("Members of the Alder Guild ratified the agreement, which was reached on Sept. 14.", "TentativeAgreement", "2023-09-14"),
    ("Members of the Alder Guild were on strike from November to February.", "StrikeStart", "2022-11"),
    ("Members of the Alder Guild were on strike from November to February.", "StrikeEnd", "2023-02"),
    ("The Alder Guild struck Brisk from May 2, 2019, to June 6, 2019.", "StrikeEnd", "2019-06-06"),
    ("The Alder Guild's strike began on Oct. 2 and ended last Thursday.", "StrikeEnd", "2023-10-05"),
    ("The strike, called by the Alder Guild on May 3, ended on June 9.", "StrikeStart", "2023-05-03"),
    ("The strike, called by the Alder Guild on May 3, ended on June 9.", "StrikeEnd", "2023-06-09"),
    ("The contract of the Alder Guild, ratified in May 2020, runs out on Dec. 31.", "ContractExpiry", "2023-12-31"),
    ("The contract of the Alder Guild, ratified in May 2020, runs out on Dec. 31.", "RatificationVote", "2020-05"),
    ("The Alder Guild met Brisk. Brisk's latest offer, made on Sept. 29, would raise wages.", "ProposalMade", "2023-09-29"),
    ("It was not until Sept. 8 that the Alder Guild and Brisk reached a deal.", "TentativeAgreement", "2023-09-08"),
    ("The Alder Guild and Brisk did not resume talks until Monday.", "NegotiationsResume", "2023-10-09"),
    ("If no agreement is reached by Oct. 31, the Alder Guild will strike the next day.", "StrikeStart", "2023-11-01"),
    ("Asked on Tuesday about a strike, Ann Roe, president of the Alder Guild, said no.", "Statement", "2023-10-10"),
    ("The Alder Guild struck Brisk on Dec. 1 last year.", "StrikeStart", "2022-12-01"),
    (
        "The contract between the Alder Guild and Brisk, dated Sept. 5, includes residuals that follow the success of streaming series.",
        "TentativeAgreement",
        "2023-09-05",
    ),
    ("If its board approves the deal, members of the Alder Guild would vote on the deal on Saturday.", "RatificationVote", "2023-10-14"),
    ("The Alder Guild voted down the offer. It said 81 percent of those who cast ballots over the weekend were opposed.", "RatificationVote", "2023-10-07/2023-10-08"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "day"), CLAUSES, ids=[f"{kind}: {text}" for text, kind, _ in CLAUSES])
def test_a_day_belongs_to_the_clause_that_tells_it(read_text, rules, text, kind, day):
    assert {date for _, date, _ in rows(read_text, rules, text, kind)} == {day}


def test_what_is_to_be_decided_has_no_day(read_text, rules):
    text = "Members of the Alder Guild will vote next week on whether to strike, its president, Ann Roe, said."
    assert rows(read_text, rules, text, "StrikeStart") == set()


def test_a_strike_counted_in_days_of_work_is_the_one_that_is_dated(read_text, rules):
    text = "Members of the Alder Guild returned to work on Wednesday, ending a six-day strike. The Alder Guild walked out on Oct. 3."
    assert rows(read_text, rules, text, "StrikeStart") == {("StrikeStart", "2023-10-03", "actual")}


FURTHER = [
    ("The walkout by the Alder Guild, the longest in its history, began on July 21.", "StrikeStart", {"2023-07-21"}),
    ("The Alder Guild met Brisk. Talks, now in their third week, broke down on Friday.", "NegotiationsBreakdown", {"2023-10-06"}),
    ("The Alder Guild's longest strike, in 1981, lasted 50 days.", "StrikeStart", {"1981"}),
    ("Members of the Alder Guild will walk out on Friday and Monday.", "StrikeStart", {"2023-10-13", "2023-10-16"}),
    ("The Alder Guild and Brisk held talks on Monday and Wednesday last week.", "NegotiationSession", {"2023-10-02", "2023-10-04"}),
    ("The Alder Guild struck Brisk on Tuesday last week.", "StrikeStart", {"2023-10-03"}),
    ("Mills stood still on Tuesday as members of the Alder Guild began a strike this week.", "StrikeStart", {"2023-10-10"}),
    ("Members of the Alder Guild will walk out at midnight tonight.", "StrikeStart", {"2023-10-13"}),
    ("Members of the Alder Guild walked out at midnight.", "StrikeStart", {"2023-10-12"}),
    ("The contract between the Alder Guild and Brisk ran out at midnight.", "ContractExpiry", {"2023-10-11"}),
    (
        "The Alder Guild ended its pickets on Sept. 25, two days after it reached a tentative agreement with Brisk at dawn on a Saturday.",
        "TentativeAgreement",
        {"2023-09-23"},
    ),
    ("The Alder Guild's strike began on Friday, Oct. 6, after talks broke down that morning.", "NegotiationsBreakdown", {"2023-10-06"}),
    (
        "The Alder Guild's walkout started on July 21, when talks that had dragged on since May collapsed.",
        "NegotiationsBreakdown",
        {"2023-07-21"},
    ),
    ("The deal of the Alder Guild goes to its members, who sit down to vote on the deal on Monday.", "RatificationVote", {"2023-10-16"}),
    ("Members of the Alder Guild defied an order to return to work on Tuesday.", "StrikeEnd", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "days"), FURTHER, ids=[text for text, _, _ in FURTHER])
def test_further_wordings_of_a_day(read_text, rules, text, kind, days):
    assert {date for _, date, _ in rows(read_text, rules, text, kind)} == days


def test_what_an_aside_foresees_makes_no_plan_of_the_verb_behind_it(read_text, rules):
    text = "The Alder Guild's contract, first due to lapse on June 30, was extended on Tuesday."
    assert ("ContractExtension", "2023-10-10", "actual") in rows(read_text, rules, text)


SAID = [
    ("Ann Roe, president of the Alder Guild, said in a video posted to the web late Monday that nurses were ready.", "2023-10-09"),
    ("Reached by phone on Tuesday, Ann Roe, president of the Alder Guild, said nurses were ready.", "2023-10-10"),
    ("Ann Roe, president of the Alder Guild, in a letter sent to members on Friday, said nurses were ready.", "2023-10-06"),
    ("In testimony before the Senate on March 3, Ann Roe, president of the Alder Guild, said nurses were ready.", "2023-03-03"),
    ("Ann Roe, president of the Alder Guild, said following a long session on Tuesday that no deal was near.", "2023-10-10"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), SAID, ids=[text for text, _ in SAID])
def test_words_around_a_saying_tell_its_day(read_text, rules, text, day):
    text += " The Alder Guild is in a dispute with Brisk over pay."
    assert ("Statement", day, "actual") in rows(read_text, rules, text)


NOTHING = [
    ("Members of the Alder Guild had threatened to walk out on Monday but agreed on Sunday to keep working.", "StrikeStart"),
    ("Had the two sides not agreed on Sunday, members of the Alder Guild would have walked out on Monday.", "StrikeStart"),
    ("Members of the Alder Guild will not go back to the table until the strike is over.", "StrikeEnd"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), NOTHING, ids=[text for text, _ in NOTHING])
def test_what_did_not_come_about_is_no_event(read_text, rules, text, kind):
    assert rows(read_text, rules, text, kind) == set()


AGES = [
    ("The walkout by the Alder Guild, now 10 days old, has closed two wards.", {"2023-10-02"}),
    ("The 10-day-old strike by the Alder Guild has closed two wards.", {"2023-10-02"}),
    ("Members of the Alder Guild struck for a day on May 4, June 8 and July 13.", {"2023-05-04", "2023-06-08", "2023-07-13"}),
    ("Three years ago this month, members of the Alder Guild struck for five days.", {"2020-10"}),
    ("Members of the Alder Guild returned to work on Monday, ending a five-day strike.", {"2023-10-04"}),
    ("Members of the Alder Guild voted on Monday to end their five-day strike and get back to work.", {"2023-10-05"}),
    ("The Alder Guild and Brisk reached a deal on Wednesday, hours before the strike was to start.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), AGES, ids=[text for text, _ in AGES])
def test_a_strike_is_as_old_as_it_is_told_to_be(read_text, rules, text, days):
    assert {date for _, date, _ in rows(read_text, rules, text, "StrikeStart")} == days


def test_what_was_to_start_is_a_plan(read_text, rules):
    text = "Members of the Alder Guild have struck Brisk. Talks between the two were to resume on Tuesday."
    assert ("NegotiationsResume", "2023-10-10", "planned") in rows(read_text, rules, text)


def test_a_vote_on_the_deal_that_ended_a_strike_does_not_date_the_strike(read_text, rules):
    text = "Members of the Alder Teachers Union vote on Tuesday on the deal that ended their 40-day strike."
    assert all(date is None for _, date, _ in rows(read_text, rules, text, "StrikeStart"))
    text = "The Alder Teachers Union ended its 40-day strike on Monday."
    assert any(date is not None for _, date, _ in rows(read_text, rules, text, "StrikeStart"))


def test_the_most_exact_date_beside_a_quotation_is_that_of_the_saying(read_text, rules):
    text = (
        '"We need every teacher we have," Dana Frew of the Alder Teachers Union said during a second quarter call '
        "with reporters on Monday."
    )
    assert rows(read_text, rules, text, "Statement") == {("Statement", "2023-10-09", "actual")}


@pytest.mark.parametrize("joiner", ["", "But ", "And ", "Meanwhile, ", "However, ", "Still, "])
@pytest.mark.parametrize(
    "text",
    [
        "in a press release issued Tuesday, union president Ada Moss said the district had failed to move.",
        "earlier Tuesday, union president Ada Moss, who heads the bargaining team, said there was “no will to settle.”",
        "on Tuesday, union president Ada Moss said the district had failed to move.",
    ],
)
def test_a_word_that_joins_sentences_hides_no_day(read_text, rules, joiner, text):
    sentence = joiner + (text if joiner else text[0].upper() + text[1:])
    assert ("Statement", "2023-10-10", "actual") in rows(read_text, rules, LEAD + sentence, "Statement")


CHRONOLOGY = """How the strike came about:

• May 1, 2023{0}The contract between the Alder Teachers Union and the district expires at midnight. Talks break down.

• May 2{0}The teachers go on strike. “We had no choice,” union president Ada Moss says.

• June 9{0}The district makes a new offer, and the union rejects it two days later.
"""


@pytest.mark.parametrize("mark", [": ", " – ", " -- "])
def test_each_entry_of_a_chronology_is_told_as_on_its_day(read_text, rules, mark):
    found = rows(read_text, rules, CHRONOLOGY.format(mark))
    assert {
        ("ContractExpiry", "2023-05-01", "actual"),
        ("NegotiationsBreakdown", "2023-05-01", "actual"),
        ("StrikeStart", "2023-05-02", "actual"),
        ("Statement", "2023-05-02", "actual"),
        ("ProposalRejected", "2023-06-11", "actual"),
    } <= found


def test_one_line_that_opens_with_a_day_is_no_chronology(read_text, rules):
    text = "May 1: A day of marches. Teachers at the Alder Teachers Union walked out.\n\nTalks broke down."
    found = rows(read_text, rules, text, "StrikeStart", "NegotiationsBreakdown")
    assert {date for _, date, _ in found} <= {"2023-10", None}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The union voted to ratify the 2022 Schools Agreement, the district said.",
            ("RatificationVote", "2023-10", "actual"),
        ),
        (
            "Members of the union voted to authorize a longer strike. Members voted by emailed ballot between October 2 and October 6.",
            ("StrikeAuthorizationVote", "2023-10-02/2023-10-06", "actual"),
        ),
        (
            "Negotiations between the union and the district begin later this week.",
            ("NegotiationsOpen", "2023-10-13/2023-10-14", "planned"),
        ),
    ],
)
def test_the_year_in_a_name_dates_nothing_and_days_of_voting_date_a_vote(read_text, rules, text, row):
    assert row in rows(read_text, rules, LEAD + text)


def test_a_phrase_before_a_comma_is_a_fact_whatever_may_happen_behind_it(read_text, rules):
    text = "The Alder Teachers Union is out. Three weeks into the teachers' strike, talks with the district may break down."
    found = rows(read_text, rules, text, "StrikeStart")
    assert {mood for _, _, mood in found} == {"actual"}


@pytest.mark.parametrize(
    "text",
    [
        "The union ratified the pact, ending months of negotiations and strikes.",
        "It is doubtful that the strike can be settled before Sunday.",
        "The union turned down an extension of the contract.",
    ],
)
def test_what_ended_or_is_in_doubt_did_not_break_down_settle_or_go_on(read_text, rules, text):
    told = {kind for kind, _, mood in rows(read_text, rules, LEAD + text) if mood != "conditional"}
    assert told.isdisjoint({"NegotiationsBreakdown", "TentativeAgreement", "ContractExtension"})


def test_talks_through_the_night_began_the_day_before(read_text, rules):
    text = LEAD + "The union and the district settled early on Tuesday after an all-night bargaining session."
    assert ("NegotiationSession", "2023-10-09/2023-10-10", "actual") in rows(read_text, rules, text)
