"""What articles of further outlets showed: dates of sayings, plans that came to nothing, branches, offices set off."""

import pytest

from graph import predict


@pytest.fixture
def told(read_text, rules):
    """The prediction for a text published on a Thursday."""

    def read(text, published="2023-10-05"):
        text = f"{text}\n\nThe union and the employer have a collective bargaining agreement."
        return predict.prediction(read_text(text, published=published), rules)

    return read


def rows(prediction, *types):
    return [(e["type"], e["date"]) for e in prediction["events"] if not types or e["type"] in types]


def test_a_saying_with_a_day_and_a_quotation_without_are_one_statement(told):
    text = (
        "UAW president Dana Quist said on Tuesday that Ford had to move in the contract talks. The two sides meet again next week.\n\n"
        "“We have waited for a year and we will wait no longer,” Quist said."
    )
    assert rows(told(text), "Statement") == [("Statement", "2023-10-03")]


def test_the_day_of_the_thing_spoken_of_is_not_that_of_the_saying(told):
    text = "“We were close to a deal on wages,” UAW president Dana Quist said of Monday's bargaining session with Ford."
    assert rows(told(text), "Statement") == [("Statement", "2023-10")]


@pytest.mark.parametrize(
    ("lead", "day"),
    [("In the past few minutes", "2023-10-05"), ("On Monday", "2023-10-02")],
)
def test_a_date_that_opens_its_sentence_dates_the_saying(told, lead, day):
    text = (
        f"{lead}, Teamsters general secretary Dana Quist said that the members had made up their minds and that the "
        "vote gave the union “a clear mandate to go on with the fight at UPS.”"
    )
    assert rows(told(text), "Statement") == [("Statement", day)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The deal between the WGA and the AMPTP comes ahead of the November 1 expiration of the union's contract.",
         ("ContractExpiry", "2023-11-01")),
        ("Ford spoke of Monday's long bargaining session with the UAW.", ("NegotiationSession", "2023-10-02")),
        ("IATSE will hold a national vote on whether to ratify the agreement on the weekend of October 21.",
         ("RatificationVote", "2023-10-21/2023-10-22")),
        ("IATSE will hold a national vote on whether to ratify the agreement on the weekend of October 20.",
         ("RatificationVote", "2023-10-21/2023-10-22")),
        ("IATSE will hold a national vote on whether to ratify the agreement on the weekend of October 22.",
         ("RatificationVote", "2023-10-21/2023-10-22")),
        ("After bargaining for more than 30 hours on Monday, the UAW and Ford went home.",
         ("NegotiationSession", "2023-10-02")),
    ],
)  # fmt: skip
def test_dates_stand_before_and_behind_what_they_date(told, text, event):
    assert event in rows(told(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Ford and the UAW agreed on a deal with five hours to go until the union was set to walk out.", "StrikeStart"),
        ("Striking screenwriters of the WGA met the AMPTP on Monday.", "StrikeStart"),
        ("UAW negotiators met Ford on Monday in hopes of a deal to help get its drivers back to work.", "StrikeEnd"),
        ("Ford and the UAW have a deal, but ratification by the union's members is far from guaranteed.", "RatificationVote"),
        ("Talks between the UAW and Ford resume today. The talks are expected to begin at 10 a.m.", "NegotiationsOpen"),
        ("The UAW and Ford met on Monday. The two sides broke for the night and meet again on Friday.", "NegotiationsBreakdown"),
    ],
)  # fmt: skip
def test_what_did_not_happen_is_told_as_no_event_of_a_day(told, text, absent):
    assert not [row for row in rows(told(text), absent) if row[1] is not None]


def test_what_a_sentence_goes_on_from_is_no_news(told):
    text = "The UAW rallied in Detroit on Monday.\n\nBefore talks broke off, Ford had asked for an extension of the contract."
    assert rows(told(text), "NegotiationsBreakdown") in ([], [("NegotiationsBreakdown", None)])


def test_a_branch_acts_and_not_the_body_that_it_is_of(told):
    text = "The strike began Monday, when members of Local 9 of the UAW walked off the job at Ford."
    found = [e for e in told(text)["events"] if e["type"] == "StrikeStart"]
    assert [e["participants"][0] for e in found] == ["Local 9"]


def test_what_a_happening_is_held_against_is_no_party_to_it(told):
    text = "IATSE bargains with the AMPTP. That strike, which was authorized on Monday, would be the largest since the UAW walkout."
    found = [e for e in told(text)["events"] if e["type"] == "StrikeAuthorizationVote"]
    assert all("United Auto Workers" not in e["participants"] for e in found)


def test_the_union_set_off_by_a_comma_is_the_one_named_before(told):
    text = (
        "Actors' Equity and the Broadway League have a tentative agreement.\n\n"
        "The union, which represents actors and stage managers, said its members would ratify the contract."
    )
    assert "SAG-AFTRA" not in [e["name"] for e in told(text)["entities"]]


def test_a_name_between_commas_behind_an_office_is_a_person(told):
    text = (
        "The Teamsters struck UPS. Responding to the union, UPS Deputy CEO, Director of Legal Matters, Odo Brack, said drivers were “understandably "
        "upset about the new hours.”"
    )
    assert [(q["speaker"], q["text"]) for q in told(text)["quotes"]] == [
        ("Odo Brack", "understandably upset about the new hours.")
    ]


def test_who_blames_speaks(told):
    text = "The AMPTP blamed the leaders of the WGA for making “demands that no studio in the world could meet.”"
    assert [q["speaker"] for q in told(text)["quotes"]] == ["AMPTP"]


def test_the_weekend_of_a_day_without_a_year_stays_open(read_text):
    found = list(read_text("The UAW votes on the weekend of May 6.", published=None).times)
    assert [t.rule for t in found] == ["weekend-of"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Players of the AFM have been performing without a contract since August 31, the union said.",
         ("ContractExpiry", "2023-08-31")),
        ("The vote of the UAW comes a day before the start of negotiations between the Teamsters and UPS.",
         ("NegotiationsOpen", "2023-10")),
        ("Ford and the UAW could not come to terms; just after midnight the contract expired.",
         ("NegotiationsBreakdown", "2023-10-05")),
        ("Ford and the UAW could not come to terms; just after midnight the contract expired.",
         ("ContractExpiry", "2023-10-05")),
        ("The expiration of the contract of the UAW was extended by the union and Ford on Monday.",
         ("ContractExtension", "2023-10-02")),
        ("The UAW struck Ford. Following a meeting on Tuesday, the union and Ford went home.",
         ("NegotiationSession", "2023-10-03")),
        ("UAW president Dana Quist made the announcement on Tuesday. “The contract is done,” Quist said.",
         ("Statement", "2023-10-03")),
    ],
)  # fmt: skip
def test_further_words_for_what_happens(told, text, event):
    assert event in rows(told(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Members of the UAW have not yet approved the new contract with Ford.", "RatificationVote"),
        ("The producers of the show, who pay the UAW, share what they earn from package deals with writers.", "TentativeAgreement"),
        ("Dana Quist of the UAW said on Monday that she had opposed recommending the contract with Ford.", "BoardVote"),
    ],
)  # fmt: skip
def test_what_nobody_did_is_no_event(told, text, absent):
    assert rows(told(text), absent) == []


def test_a_day_behind_came_after_is_not_that_of_what_came(told):
    text = "The Teamsters contract extension came after leaders of 9 of the 13 locals of IATSE agreed on September 26 to a new deal."
    found = rows(told(text))
    assert ("TentativeAgreement", "2023-09-26") in found
    assert ("ContractExtension", "2023-09-26") not in found


def test_locals_of_a_body_act_for_it(told):
    text = "Leaders of 9 of the 13 locals of IATSE agreed on Monday to a new deal with the AMPTP."
    (event,) = (e for e in told(text)["events"] if e["type"] == "TentativeAgreement")
    assert event["participants"] == ["IATSE", "AMPTP"]


def test_workers_of_a_body_named_for_its_branch_alone_are_the_branch(told):
    text = (
        "Broadway musicians voted to authorize a strike on Sunday.\n\nOn Sunday nine in ten at Local 802 of the American "
        "Federation of Musicians said yes, the union confirmed on Monday."
    )
    found = [e for e in told(text)["events"] if e["type"] == "StrikeAuthorizationVote"]
    assert [e["participants"] for e in found] == [["Local 802"]]


def test_whom_a_union_represents_are_not_another_union(told):
    text = (
        "The Animation Guild and the AMPTP have been in talks. The guild, which represents 6,000 artists and writers, "
        "reached a tentative deal on Monday."
    )
    (event,) = (e for e in told(text)["events"] if e["type"] == "TentativeAgreement")
    assert event["participants"][0] == "The Animation Guild"


def test_the_name_of_a_work_takes_no_speaker_away(told):
    text = (
        "The WGA strike goes on. Ola Brandt, the director of “The Mill at Night,” said on Monday that the terms are "
        "“far from what we had hoped for,” and that he would vote no."
    )
    assert [(q["speaker"], q["text"]) for q in told(text)["quotes"]] == [
        ("Ola Brandt", "far from what we had hoped for,")
    ]


def test_who_issues_a_statement_for_a_body_speaks_in_it(told):
    text = (
        "The WGA strike goes on. Soon after, the AMPTP's president Odo Brack, issued a statement:\n\n"
        "We have had six meetings and our offers met with silence. We have tried and we will try again."
    )
    assert [q["speaker"] for q in told(text)["quotes"]] == ["Odo Brack"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The UAW's national council rejected the offer from Ford on Tuesday.", ("BoardVote", "2023-10-03")),
        ("UAW members have voted overwhelmingly – 89% to 11% – to ratify a new contract with Ford.",
         ("RatificationVote", "2023-10")),
        ("The UAW agreement on a new contract with Ford, reached September 8 after long talks, ends a dispute.",
         ("TentativeAgreement", "2023-09-08")),
        ("On Monday UAW members voted to give their officers permission to call a strike.",
         ("StrikeAuthorizationVote", "2023-10-02")),
        ("Workers of Ford voted on Monday to accept representation by the UAW.", ("Other", "2023-10-02")),
        ("UAW members have been without a collective agreement since May 31.", ("ContractExpiry", "2023-05-31")),
        ("After last week's deal between the UAW and Ford, shares rose.", ("TentativeAgreement", "2023-09-24/2023-09-30")),
        ("On Monday, UAW leaders asked members in a letter to stay patient.", ("Statement", "2023-10-02")),
    ],
)  # fmt: skip
def test_more_words_for_what_happens(told, text, event):
    assert event in rows(told(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Workers of Ford voted on Monday to accept representation by the UAW.", "RatificationVote"),
        ("The UAW shops go on as long as the owners agree to sign a new contract.", "TentativeAgreement"),
        ("The UAW strike at Ford goes on, the Los Angeles Times reports.", "Statement"),
        ("In union results posted tonight, members of the UAW voted to strike.", "Statement"),
        ("UAW members have been without a contract since May 31.", "NegotiationsBreakdown"),
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_no_event(told, text, absent):
    assert rows(told(text), absent) == []


def test_an_offer_is_not_dated_ahead_by_what_is_said_of_an_earlier_one(told):
    text = "Ford's latest proposal to the UAW, changed from the offer that it put on the table December 30, lifts pay."
    assert not [row for row in rows(told(text), "ProposalMade") if row[1] and row[1] > "2023-10-05"]


def test_a_number_names_no_union(told):
    text = "Fifteen unions at the opera had been negotiating since February. IATSE struck."
    assert "Fifteen" not in [e["name"] for e in told(text)["entities"]]


def test_a_memo_told_of_before_is_quoted_below(told):
    text = (
        "Over the weekend, the WGA issued a statement to its members about its next steps. Here is a part of the memo:\n\n"
        "“We want to move the talks forward and end this strike.”"
    )
    assert [q["speaker"] for q in told(text)["quotes"]] == ["WGA"]


def test_an_office_behind_a_name_makes_a_person(told):
    text = "Odo Brack, the gala's television producer, said the show goes on, strike of the WGA or not."
    assert ("Person", "Odo Brack") in [(e["type"], e["name"]) for e in told(text)["entities"]]


def test_what_gave_way_to_a_reading_without_its_party_is_read_in_its_place(told):
    text = (
        "Actress Mara Quill joined the picket line outside Paramount on Tuesday, as members of SAG-AFTRA did all week."
    )
    assert ("Picket", "2023-10-03") in rows(told(text))


def test_who_plays_a_part_holds_no_office(read_text):
    text = "Mara Quill, who plays the detective in an NBC series, joined the SAG-AFTRA strike."
    quill = next(a for a in read_text(text).agents if a.name == "Mara Quill")
    assert (quill.role, quill.affiliation) == (None, None)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The contract with the Teamsters, which covers 12,000 clerks, loaders and other staff at UPS, ran out on October 2.", ("ContractExpiry", "2023-10-02")),
        ("Teamsters talks with UPS, which began in May, broke down on Monday.", ("NegotiationsBreakdown", "2023-10-02")),
        ("Teamsters talks with UPS, which began in May, broke down on Monday.", ("NegotiationsOpen", "2023-05")),
        ("The Teamsters served notice on Monday that 12,000 members will strike UPS on October 9.", ("StrikeStart", "2023-10-09")),
    ],
)  # fmt: skip
def test_a_clause_is_read_across_what_interrupts_it(told, text, event):
    assert event in rows(told(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Teamsters leaders on Monday asked members to authorize a strike at UPS.", ("StrikeAuthorizationVote", None)),
        ("The Teamsters board is to take up the deal with UPS on October 9.", ("BoardVote", "2023-10-09")),
        ("Mayor Dana Quist urged the Teamsters to come back to the table with UPS.", ("Statement", "2023-10")),
    ],
)
def test_what_is_asked_of_members_boards_and_the_other_side(told, text, event):
    assert event in rows(told(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Teamsters talks with UPS broke down in May and resumed on October 2.", {("NegotiationsBreakdown", "2023-05"), ("NegotiationsResume", "2023-10-02")}),
        ("A deal with UPS was reached on Sunday and will be voted on by Teamsters members on October 20.", {("TentativeAgreement", "2023-10-01"), ("RatificationVote", "2023-10-20")}),
        ("Talks between UPS and the Teamsters, which walked out in July, finally opened last week and are due to resume Monday.", {("StrikeStart", "2023-07"), ("NegotiationsOpen", "2023-09-24/2023-09-30")}),
    ],
)  # fmt: skip
def test_a_noun_has_a_verb_on_each_side_of_and(told, text, events):
    assert events <= set(rows(told(text)))


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("The Teamsters walked out at UPS on Tuesday for the first time since 1997.", ["1997", "2023-10-03"]),
        ("Teamsters drivers began their first strike since 1997 on October 2.", ["1997", "2023-10-02"]),
        ("The Teamsters have not been on strike at UPS since 1997.", ["1997"]),
        ("The Teamsters met UPS for the first talks since the strike began on September 4.", ["2023-09-04"]),
    ],
)
def test_the_strike_before_is_told_by_since_when_there_was_none(told, text, starts):
    assert sorted(date for _, date in rows(told(text), "StrikeStart") if date) == starts


def test_a_strike_voted_for_has_not_the_day_of_the_vote(told):
    text = "The Teamsters board voted unanimously on Tuesday to strike UPS."
    assert rows(told(text), "StrikeStart") == []


def test_they_of_employers_without_a_name_are_not_the_union(told):
    text = "The Teamsters want a higher pension; the studios say they offered the highest wage increase in 35 years."
    assert [p["by"] for p in told(text)["proposals"] if p["issue"] == "wages"] == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Teamsters talks with UPS continued over the weekend.", "2023-09-30/2023-10-01"),
        ("The Teamsters had threatened to strike UPS after going into mediation on Tuesday.", "2023-10-03"),
        ("The Teamsters and UPS set a date after their last session on September 18.", "2023-09-18"),
    ],
)
def test_a_session_by_other_words(told, text, date):
    assert ("NegotiationSession", date) in rows(told(text))


def test_two_strikes_of_one_clause_have_their_days(told):
    text = "The Teamsters will hold a short strike on the evening of October 9, and a second strike beginning on October 14."
    assert rows(told(text), "StrikeStart") == [("StrikeStart", "2023-10-09"), ("StrikeStart", "2023-10-14")]


def test_the_day_of_a_participle_is_not_that_of_the_main_clause(told):
    text = "The Teamsters reached a tentative agreement with UPS, having walked out last month."
    assert ("TentativeAgreement", "2023-10") in rows(told(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("On Wednesday SAG-AFTRA settled with the AMPTP, an end to the long 118-day strike.", ("StrikeStart", "2023-06-09")),
        ("The contract with UPS still requires approval by the members of the Teamsters.", ("RatificationVote", None)),
    ],
)  # fmt: skip
def test_what_is_ended_and_what_is_still_required(told, text, event):
    assert event in rows(told(text))


def test_an_alliance_that_walks_out_does_not_strike(told):
    text = "SAG-AFTRA rejected the offer on Monday, and the AMPTP walked out of the bargaining room."
    assert rows(told(text), "StrikeStart") == []


def test_the_number_of_a_local_may_hold_a_hyphen(read_text):
    found = read_text("Members of CWA District 2-13 are on strike over their contract.", published="2023-10-05")
    assert "Communications Workers of America District 2-13" in {agent.name for agent in found.agents}
