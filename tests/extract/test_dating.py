"""Dates by evidence: what a report's date rests on, and what stays open."""

from datetime import date

import pytest

from graph.extract import extract, reckoning
from graph.model import Basis, Document, Published


def reports(rules, text, published="2023-10-12"):
    when = Published(published, date.fromisoformat(published), published) if published else None
    text = f"{text}\n\nThe union and the employer have a collective bargaining agreement."
    return extract(Document(key="a", text=text, title="", published=when), rules).reports


def dated(rules, text, name, published="2023-10-12"):
    found = [r for r in reports(rules, text, published) if r.type.endswith("#" + name)]
    assert found, f"no {name} in: {text}"
    return found[0].when.edtf if found[0].when is not None else None


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("The Teamsters have been on strike at UPS since May 6.", "StrikeStart", "2023-05-06"),
        ("The Teamsters strike at UPS entered its 92nd day.", "StrikeStart", "2023-07-13"),
        ("The Teamsters strike at UPS enters its second month.", "StrikeStart", "2023-09"),
        ("The Teamsters have been on strike for 100 days.", "StrikeStart", "2023-07-04"),
        ("The Teamsters have been on strike for more than three months.", "StrikeStart", "2023-07~"),
        ("On October 10, two days after the Teamsters struck UPS, a judge spoke.", "StrikeStart", "2023-10-08"),
        ("The Teamsters have been on strike at UPS since mid-July.", "StrikeStart", "2023-07-11~/2023-07-20~"),
        ("The Teamsters have been on strike at UPS since last week.", "StrikeStart", "2023-10-01/2023-10-07"),
        ("The Teamsters' strike at UPS, which has reached 40 days, drags on.", "StrikeStart", "2023-09-02"),
        ("The walkout by the Teamsters at UPS has lasted 40 days.", "StrikeStart", "2023-09-02"),
        ("The Teamsters came out on strike at UPS on Monday over pensions.", "StrikeStart", "2023-10-09"),
        (
            "The Teamsters walked out on Monday, the 12th day after their contract ran out.",
            "ContractExpiration",
            "2023-09-27",
        ),
        ("The Teamsters have been on strike at UPS for 30 days.", "StrikeStart", "2023-09-12"),
        (
            "On Tuesday, the Teamsters walked out at UPS, and on Wednesday it closed the gates.",
            "StrikeStart",
            "2023-10-10",
        ),
        (
            "The deal of the Teamsters with UPS, reached Sunday, must be ratified by members by October 20.",
            "RatificationVote",
            "../2023-10-20",
        ),
        (
            "Drivers of the Teamsters ratified the agreement, reached on September 24, on Tuesday.",
            "RatificationVote",
            "2023-10-10",
        ),
        (
            "The walkout goes on until the Teamsters ratifies the deal, expected to come to a vote this coming Tuesday.",
            "RatificationVote",
            "2023-10-17",
        ),
        ("The deal between the Teamsters and UPS came Sunday night.", "AgreementReached", "2023-10-08"),
        (
            "The pact of the Teamsters will be submitted for approval at an October 20 board meeting.",
            "BoardVote",
            "2023-10-20",
        ),
        ("It was day three of the walkout by the Teamsters at UPS.", "StrikeStart", "2023-10-10"),
        ("The Teamsters announced Tuesday that it would strike UPS.", "StrikeStart", None),
        ("The Teamsters announced on Tuesday it will strike UPS.", "StrikeCall", None),
        ("The Teamsters announced on Tuesday it will strike UPS on October 20.", "StrikeCall", "2023-10-20"),
        ("On Tuesday, the Teamsters said that it would strike UPS.", "StrikeStart", None),
        ("The Teamsters said on Tuesday that it had struck UPS.", "StrikeStart", "2023-10-10"),
        (
            "The Teamsters lifted it on Tuesday as of 12:01 a.m. Wednesday, 20 days after drivers walked out at UPS.",
            "StrikeStart",
            "2023-09-21",
        ),
        (
            "The Teamsters have been on strike at UPS since talks failed and the contract ran out on September 14.",
            "StrikeStart",
            "2023-09-14",
        ),
        ("It has been over a month since Teamsters drivers struck UPS.", "StrikeStart", "2023-09~"),
        ("It has been almost a year since the Teamsters went on strike at UPS.", "StrikeStart", "2022-10~"),
        (
            "Drivers of the Teamsters ratified the deal with UPS, ending a row that had split towns for most of 2023.",
            "RatificationVote",
            None,
        ),
        (
            "UPS wrote to the Teamsters on Tuesday. The news comes two days after the Teamsters walked out at UPS.",
            "StrikeStart",
            "2023-10-08",
        ),
        ("The news comes two days after the Teamsters walked out at UPS.", "StrikeStart", "2023-10-10"),
        (
            "Drivers of the Teamsters ratified the deal with UPS. The vote, whose results were announced Tuesday night, ends a long row.",
            "RatificationVote",
            "2023-10-10",
        ),
        (
            "The Teamsters and UPS reached a deal on pay Sunday night and extended the contract through January 15, ending a three-day walkout.",
            "ContractExtension",
            "2023-10-08",
        ),
        (
            "The Teamsters and UPS reached a deal on pay Sunday night and extended the contract through January 15, ending a three-day walkout.",
            "StrikeEnd",
            "2023-10-08",
        ),
        (
            "The Teamsters called off its strike at UPS on Tuesday and gave it until October 20 to make an offer.",
            "StrikeEnd",
            "2023-10-10",
        ),
        ("The Teamsters and UPS met this week.", "NegotiationSession", "2023-10-08/2023-10-12"),
        ("In August, two months after the Teamsters strike began, shops reopened.", "StrikeStart", "2023-06"),
        ("From May 2 to July 9, the Teamsters went on strike.", "StrikeStart", "2023-05-02"),
        ("Members of the Teamsters went on strike in late November.", "StrikeStart", "2022-11-21~/2022-11-30~"),
        ("The Teamsters and UPS reached a tentative agreement on Tuesday.", "AgreementReached", "2023-10-10"),
        ("The Teamsters announced Tuesday that it had reached a deal with UPS.", "AgreementReached", "2023-10-10"),
        ("The Teamsters called off the strike scheduled for November 26.", "StrikeCancellation", None),
        ("The Teamsters called for a two-day strike on January 9.", "StrikeCall", "2024-01-09"),
        ("After 20 days on strike, the Teamsters and UPS reached a deal on Monday.", "StrikeStart", "2023-09-20"),
        ("A new strike deadline for the Teamsters at UPS of January 15 was set.", "StrikeCall", "2024-01-15"),
        (
            "“We may strike at any time,” said Una Farrow, a member of the Teamsters, in a letter, on Monday.",
            "Statement",
            "2023-10-09",
        ),
        ("The Teamsters said a 72-hour walkout will go ahead from November 3.", "StrikeStart", "2023-11-03"),
        ("A walkout by the Teamsters on Thursday has been suspended.", "StrikeSuspension", None),
        ("The vote comes a month after the Teamsters walked out at UPS.", "StrikeStart", "2023-09"),
        ("“From April 1 we will be out,” a Teamsters steward said on Monday.", "Statement", "2023-10-09"),
        ("The Teamsters extended the contract with UPS until October 30.", "ContractExtension", None),
        ("The Teamsters struck UPS for the first time since 1997.", "StrikeStart", None),
        (
            "Packers of the Teamsters, who had been on strike since April 3, went back on Monday.",
            "StrikeStart",
            "2023-04-03",
        ),
        ("The Teamsters said its members voted to approve the agreement reached last month.", "RatificationVote", None),
        ("Members of the Teamsters ratified the contract agreed in July.", "RatificationVote", None),
        (
            "Voting on a new contract with UPS opened September 25 and closed Tuesday, the Teamsters said.",
            "RatificationVote",
            "2023-10-10",
        ),
        (
            "The Teamsters said Tuesday that drivers at UPS had voted to back a deal reached after a march.",
            "AgreementReached",
            None,
        ),
        (
            "Ahead of talks with UPS on October 5, members of the Teamsters voted to authorize a strike.",
            "StrikeAuthorizationVote",
            None,
        ),
        (
            "Monday's vote came weeks after the Teamsters walked out after failing to reach a deal with UPS.",
            "TalksBreakdown",
            None,
        ),
        (
            "Members of the Teamsters have approved a new contract with UPS after a strike in July and August.",
            "RatificationVote",
            None,
        ),
        (
            "The contract with UPS runs out on November 30, and the Teamsters has voted to authorize a strike.",
            "StrikeAuthorizationVote",
            None,
        ),
        (
            "The Teamsters is set to open talks with UPS, the company that carries most parcels, on Friday.",
            "TalksOpening",
            "2023-10-13",
        ),
        ("Talks between the Teamsters and UPS broke down.", "TalksBreakdown", None),
        ("October 10 was in the second week of the Teamsters strike.", "StrikeStart", "[2023-09-27..2023-10-03]"),
        ("The Teamsters settled with UPS late Monday, ending a strike.", "StrikeEnd", "2023-10-09"),
        (
            "Drivers gathered in Reno on Tuesday as the Teamsters resumed talks with UPS.",
            "TalksResumption",
            "2023-10-10",
        ),
        ("The Teamsters left work on Monday after talks with UPS broke down.", "TalksBreakdown", "2023-10-09~"),
        ("Hours after talks with UPS broke down on Monday, the Teamsters left work.", "TalksBreakdown", "2023-10-09"),
        ("The Teamsters protest rally of many angry drivers in Reno on Tuesday was loud.", "Rally", "2023-10-10"),
        ("UPS said Thursday that a strike by the Teamsters cost it $840 million.", "StrikeStart", None),
        ("Today, members of the Teamsters are on strike at UPS.", "StrikeStart", None),
        (
            "A tentative agreement between the Teamsters and UPS was announced on Friday.",
            "AgreementReached",
            "2023-10-06",
        ),
        ("The Teamsters held a one-day strike against UPS on April 29, 2022.", "StrikeStart", "2022-04-29"),
        ("On Sunday, the Teamsters said it had rejected an offer of 4% in 2023 from UPS.", "Rejection", "2023-10-08"),
        ("On Friday, October 6, the sides met, and UPS offered the Teamsters higher pay.", "Proposal", "2023-10-06"),
        ("UPS offered the Teamsters a pay rise of 4% for 2022.", "Proposal", None),
        ("The Teamsters says the threat of a Nov. 1 strike is growing.", "Statement", None),
        ("The Teamsters said it expects to meet UPS on Friday.", "Statement", None),
        ("The offer lapsed on July 31 but was kept, the Teamsters said.", "Statement", None),
        ("This is the first walkout of the Teamsters at UPS since 1997.", "StrikeStart", None),
        (
            "UPS announced Wednesday that it has reached a deal, averting an October strike by the Teamsters.",
            "AgreementReached",
            "2023-10-11",
        ),
        (
            "Drivers of the Teamsters struck UPS on Monday, the third day of limited service.",
            "StrikeStart",
            "2023-10-09",
        ),
        ("The Teamsters strike at UPS is set to begin at noon on November 5.", "StrikeStart", "2023-11-05"),
        ("The Teamsters postponed the planned Tuesday strike at UPS.", "StrikeCancellation", None),
        ("The Teamsters struck UPS at 12:01 yesterday morning.", "StrikeStart", "2023-10-11"),
        (
            "A strike by the Teamsters against UPS began at 12:01 a.m. Thursday after talks.",
            "StrikeStart",
            "2023-10-12",
        ),
        (
            "Hours after the Teamsters rejected the offer on Tuesday, UPS presented a final offer.",
            "FinalOffer",
            "2023-10-10",
        ),
        ("The Teamsters struck UPS over the Labor Day weekend.", "StrikeStart", "2023-09-02/2023-09-04"),
        ("The Teamsters and UPS reached a deal on September 5 or 6.", "AgreementReached", "[2023-09-05,2023-09-06]"),
        (
            "The Teamsters said negotiations took place in a hall, with plans to go on on Friday, October 20.",
            "NegotiationSession",
            None,
        ),
        ("The Teamsters struck UPS on Friday, October 14.", "StrikeStart", "2022-10-14"),
        ("The Teamsters and UPS opened talks around May 10.", "TalksOpening", "2023-05-10~"),
        ("The Teamsters council approved the deal with UPS on September 13.", "AgreementReached", None),
        ("The Teamsters council approved the deal with UPS on September 13.", "BoardVote", "2023-09-13"),
        ("The Teamsters council approved the deal with UPS reached on July 3.", "AgreementReached", "2023-07-03"),
        ("The Teamsters rejected an offer of UPS and on Friday voted to strike.", "Rejection", None),
        ("The WGA strike began on May 2 and the SAG-AFTRA strike on July 14.", "StrikeStart", "2023-05-02"),
        ("The Teamsters strike at UPS entered its third week on Monday.", "StrikeStart", "2023-09-25"),
        ("The Teamsters called off a strike at UPS that was to begin on Monday.", "StrikeCancellation", "2023-10-16"),
        ("The Teamsters called off a strike at UPS on Monday.", "StrikeEnd", "2023-10-09"),
        ("Teamsters leaders said on Monday that drivers at UPS were ready to strike.", "StrikeStart", None),
        ("The Teamsters strike at UPS enters its fourth week on Friday.", "StrikeStart", "2023-09-22"),
        ("The Teamsters strike at UPS was in its third week on Monday.", "StrikeStart", "[2023-09-19..2023-09-25]"),
        ("The Teamsters struck UPS for the third time this year on Monday.", "StrikeStart", "2023-10-09"),
        ("The Teamsters struck UPS for the third time this month.", "StrikeStart", "2023-10"),
        (
            "UPS and the Teamsters settled on Monday, ending a strike that had begun Sept. 21.",
            "StrikeStart",
            "2023-09-21",
        ),
        ("Members of the Teamsters voted to strike UPS last spring.", "StrikeAuthorizationVote", "2023-21"),
        ("Members of the Teamsters voted to strike UPS last fall.", "StrikeAuthorizationVote", "2022-23"),
        ("The strike by the Teamsters at UPS lasted from May 3 to June 9, 2019.", "StrikeStart", "2019-05-03"),
        ("The Teamsters' strike at UPS ran from May 3 to June 9, 2019.", "StrikeStart", "2019-05-03"),
        ("The strike by the Teamsters at UPS lasted through August 5.", "StrikeStart", None),
        ("The strike by the Teamsters at UPS is now in its third week.", "StrikeStart", "[2023-09-22..2023-09-28]"),
        ("The Teamsters ratified the deal with UPS that ended their strike on Tuesday.", "StrikeEnd", "2023-10-10"),
        (
            "The Teamsters said Tuesday that members had voted to authorize a strike at UPS in balloting that ended Monday.",
            "StrikeAuthorizationVote",
            "2023-10-09",
        ),
        ("The Teamsters turned down an offer of UPS, and in May authorized a strike.", "Rejection", None),
        (
            "The Teamsters rejected an offer of UPS and on Friday voted to strike.",
            "StrikeAuthorizationVote",
            "2023-10-06",
        ),
        ("The Teamsters rejected an offer of UPS on Friday and voted to strike.", "Rejection", "2023-10-06"),
        ("Members of the Teamsters have ratified the 2023 parcel/freight contract with UPS.", "RatificationVote", None),
        (
            "Members of the Teamsters ratified their 2023 master contract with UPS on Friday.",
            "RatificationVote",
            "2023-10-06",
        ),
        (
            "Late on Friday, as a deadline drew near, UPS and the Teamsters announced a tentative contract.",
            "AgreementReached",
            "2023-10-06",
        ),
        (
            "Members of the Teamsters voted to let negotiators call a strike after November 1.",
            "StrikeAuthorizationVote",
            None,
        ),
    ],
)
def test_the_date_of_a_report(rules, text, name, value):
    assert dated(rules, text, name) == value


def test_a_plan_told_in_the_present_is_no_fact(rules):
    (report,) = [r for r in reports(rules, "The Teamsters strike goes into effect November 3.") if "Strike" in r.type]
    assert (report.modality.value, report.when.edtf) == ("planned", "2023-11-03")


def test_how_often_is_no_strike(rules):
    for often in ("only once", "twice", "three times"):
        found = reports(rules, f"The Teamsters have struck {often}, and for minutes. The Teamsters met UPS.")
        assert not [r for r in found if "Strike" in r.type]


def test_a_step_back_from_a_plan_is_a_plan(rules):
    text = "The Teamsters will strike UPS four days before the contract expires on November 30."
    planned = {r.type.rpartition("#")[2]: r.when.edtf for r in reports(rules, text) if r.when is not None}
    assert planned == {"StrikeStart": "2023-11-26", "ContractExpiration": "2023-11-30"}


def test_history_keeps_its_own_year(rules):
    text = "The Teamsters struck UPS in 1997. On Tuesday the Teamsters reached a tentative agreement with UPS."
    assert dated(rules, text, "StrikeStart") == "1997"
    assert dated(rules, text, "AgreementReached") == "2023-10-10"


def test_a_day_without_a_year_keeps_the_year_of_its_paragraph(rules):
    text = "The Teamsters went on strike on March 7, 1988. Talks between the Teamsters and UPS resumed on May 23."
    assert dated(rules, text, "TalksResumption") == "1988-05-23"


def test_a_rally_is_a_week_after_what_was_told_before(rules):
    text = "Drivers gathered in Reno on Tuesday. The rally came a week after the Teamsters walked out at UPS."
    assert dated(rules, text, "StrikeStart") == "2023-10-03"


@pytest.mark.parametrize(
    ("after", "value"),
    [
        ("In these talks the Teamsters proposed higher pay.", "2023-03-20/2023-05-01"),
        ("On July 1 a mediator spoke. The Teamsters proposed higher pay.", None),
    ],
)
def test_a_move_keeps_the_stretch_of_the_talks_if_it_is_the_date_told_last(rules, after, value):
    talks = "The Teamsters and UPS were in talks from March 20 to May 1, 2023."
    assert dated(rules, f"{talks}\n\n{after}", "Proposal") == value


def test_a_date_on_a_line_of_its_own_dates_what_stands_under_it(rules):
    text = "June 10, 2023\n\nThe Teamsters halted talks with UPS.\n\nJuly 1, 2023\n\nUPS presented a final offer."
    assert dated(rules, text, "TalksBreakdown") == "2023-06-10"
    assert dated(rules, text, "FinalOffer") == "2023-07-01"


def test_what_is_told_of_next_year_is_no_date_of_a_fact(rules):
    assert dated(rules, "UPS offered the Teamsters a pay rise of 4% next year.", "Proposal") is None


def test_without_publication_a_weekday_has_no_date(rules):
    assert dated(rules, "The Teamsters walked out at UPS on Friday.", "StrikeStart", None) is None


def test_a_count_is_anchored_to_the_strike_of_the_same_union(rules):
    text = "The Teamsters went on strike on May 2, 2023.\n\nMembers of the Teamsters picketed UPS on the fourth day of the strike."
    (picket,) = [r for r in reports(rules, text) if r.type.endswith("#Picket")]
    assert (picket.when.edtf, picket.when.basis) == ("2023-05-05", Basis.ORDINAL)
    assert "2023-05-02" in picket.when.note


@pytest.mark.parametrize(
    ("count", "unit", "start", "value"),
    [
        (4, "day", "2023-05-02", "2023-05-05"),
        (2, "month", "2023-05-02", "2023-06-02/2023-07-01"),
        (100, "day", "2023-07-14", "2023-10-21"),
        (2, "week", "2023-05-02", "2023-05-09/2023-05-15"),
        (4, "day", "XXXX-05-02", "XXXX-05-05"),
        (4, "day", "2023-05", None),
    ],
)
def test_the_nth_unit_of_what_began_on_a_day(count, unit, start, value):
    assert reckoning.counted(count, unit, start) == value


def test_a_count_that_leads_to_another_start_is_a_conflict(rules):
    text = "A strike by the Teamsters at UPS, which began on May 2, has entered its second month."
    when = Published("2023-10-12", date(2023, 10, 12), "2023-10-12")
    found = extract(Document(key="a", text=text, title="", published=when), rules)
    assert [r.when.edtf for r in found.reports if r.type.endswith("#StrikeStart") and r.when] == ["2023-05-02"]
    (conflict,) = found.conflicts
    assert "second month" in conflict.reason


def test_a_fact_is_not_dated_after_its_article(rules):
    text = "The Teamsters said that its members at UPS have voted to authorize a strike as early as November 4."
    assert dated(rules, text, "StrikeAuthorizationVote", "2023-10-12") is None


@pytest.mark.parametrize("state", ["are already on strike", "have been on strike", "remain on strike"])
def test_what_is_so_now_is_no_part_of_what_was_in_an_earlier_year(rules, state):
    text = f"In October 2016 the Teamsters went on strike at UPS. Its members {state} at the ports of Alaska."
    starts = [r for r in reports(rules, text) if r.type.endswith("#StrikeStart")]
    assert [r.when and r.when.edtf for r in starts] == ["2016-10", None]
    then = "In August 2023 the Teamsters went on strike at UPS. Its members are still on strike at UPS."
    assert len([r for r in reports(rules, then) if r.type.endswith("#StrikeStart")]) == 1


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("The Teamsters and UPS have reached a tentative agreement. The breakthrough came late Sunday after a week of talks.",
         "AgreementReached", "2023-10-08"),
        ("The Teamsters and UPS have reached a pact. According to a statement posted late Saturday, the new pact goes to a vote on October 20.",
         "AgreementReached", "2023-10-07"),
        ("Members of the Teamsters ratified a contract with UPS. The vote was held on Sunday.", "RatificationVote", "2023-10-08"),
        ("The Teamsters and UPS have reached a pact. It announced that the pact, which covers 4,000 drivers in two states, had been reached on Friday.",
         "AgreementReached", "2023-10-06"),
        ("Talks between the Teamsters and UPS have broken down. The collapse came on Tuesday night.", "TalksBreakdown", "2023-10-10"),
        ("The Teamsters and UPS have reached a deal to end a walkout that has idled two hubs since September 5, both said on Wednesday.",
         "AgreementReached", "2023-10-11"),
        ("Members of the Teamsters ratified a contract with UPS. The deal was struck on Sunday.", "RatificationVote", None),
        ("Members of the Teamsters ratified a contract with UPS. The vote comes on the heels of talks that ended Sunday.",
         "RatificationVote", None),
        ("The Teamsters walked out at UPS. The decision was announced on Sunday.", "StrikeStart", None),
    ],
)  # fmt: skip
def test_the_next_sentence_tells_the_day(rules, text, name, value):
    assert dated(rules, text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In an October 3 letter to drivers, the Teamsters leaders claimed that UPS was stalling. “They want us to tire first,” the Teamsters wrote.",
         "2023-10-03"),
        ("Teamsters steward Una Farrow addressed pickets at UPS on Monday. “They want us to tire first,” Farrow told them.",
         "2023-10-09"),
        ("Talks with UPS will resume on October 20 and 21, said Teamsters steward Una Farrow on Tuesday.\n\n“They want us to tire first,” Farrow wrote.",
         "2023-10-10"),
        ("UPS made the Teamsters an offer on Tuesday, steward Una Farrow said. “They want us to tire first,” Farrow said.", None),
        ("Teamsters steward Una Farrow said the union had struck UPS on Monday. “They want us to tire first,” Farrow said.", None),
        ("“They want us to tire before they do,” Teamsters steward Una Farrow told a cheering crowd of UPS drivers at the hall on Monday.",
         "2023-10-09"),
        ("At a rally outside the UPS hub in Harlow on Tuesday, Teamsters steward Una Farrow told drivers: “They want us to tire before they do.”",
         "2023-10-10"),
        ("“They want us to tire before they do,” Teamsters steward Una Farrow said of the October 20 vote at UPS.", None),
        ("“They want us to tire before they do,” Teamsters steward Una Farrow said ahead of a vote on October 20 at UPS.", None),
        ("Since the walkout at UPS began on September 15, Teamsters steward Una Farrow has said “they want us to tire before they do.”", None),
        ("In an email sent to drivers on Sunday night, the Teamsters said that UPS was stalling.", "2023-10-08"),
        ("UPS answered on Tuesday by saying that the Teamsters were stalling.", "2023-10-10"),
        ("In a run of posts on Monday night, Teamsters steward Una Farrow commented:\n“They want us to tire before they do.”", "2023-10-09"),
        ("“They want us to tire before they do,” Teamsters steward Una Farrow said in an interview last week.", "2023-10-01/2023-10-07"),
        ("In a memo last month, the Teamsters said of UPS: “They want us to tire before they do.”", "2023-09"),
        ("The Teamsters added that a meeting with UPS last week had “brought nothing that anybody could use.”", None),
    ],
)  # fmt: skip
def test_the_day_of_an_occasion_is_that_of_what_was_said_there(rules, text, value):
    assert dated(rules, text, "Statement") == value


def test_a_day_set_for_something_else_is_not_stepped_back_to_date_a_fact(rules):
    text = "The board of the Teamsters approved the deal with UPS, with one abstention, and scheduled mass meetings Sunday."
    assert dated(rules, text, "BoardVote") is None


def test_how_often_since_a_year_is_no_start(rules):
    assert not [
        r for r in reports(rules, "Since 2019, the Teamsters has struck UPS twice.") if r.type.endswith("StrikeStart")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Drivers rallied at the UPS hub on Tuesday. Many brought children.\n\n“They want us to tire before we do,” Una Farrow told the crowd.",
         "2023-10-10"),
        ("Drivers marched through Harlow on Sunday. “They want us to tire before we do,” Una Farrow told cheering supporters.", "2023-10-08"),
        ("The senate held a hearing on Monday. Few came. “They want us to tire before we do,” Una Farrow said at the hearing.", "2023-10-09"),
        ("The sides sat through a long meeting on Monday. “They want us to tire before we do,” Una Farrow said after the meeting.",
         "2023-10-09"),
        ("The sides held a meeting on Monday. After the meeting on Tuesday, Una Farrow said: “They want us to tire before we do.”",
         "2023-10-10"),
        ("A meeting is set for October 20. “They want us to tire before we do,” Una Farrow said after the meeting.", None),
        ("Drivers rallied at the UPS hub on Tuesday. “They want us to tire before we do,” Una Farrow told a reporter.", None),
        ("The sides met on Monday. Trucks stood still on Sunday. “They want us to tire before we do,” Una Farrow told the crowd.", None),
        ("Drivers held a rally on Tuesday. “They want us to tire before we do,” Una Farrow said before the rally.", None),
    ],
)  # fmt: skip
def test_a_saying_that_names_its_gathering_again_is_of_its_day(rules, text, value):
    lead = "The Teamsters have a steward at UPS, Una Farrow."
    assert dated(rules, f"{lead} {text}", "Statement") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("The Teamsters walked out at UPS on Monday after talks broke down.", "TalksBreakdown", "2023-10-09~"),
        ("The Teamsters walked out at UPS in July after talks broke down.", "TalksBreakdown", "2023-07~"),
        ("The Teamsters walked out at UPS in 2019 after talks broke down.", "TalksBreakdown", "2019~"),
        ("The Teamsters and UPS settled on Monday after drivers walked out over pay.", "StrikeStart", None),
        ("UPS came back with an offer on Monday after the Teamsters voted to strike.", "StrikeAuthorizationVote", None),
        (
            "Terms were good, Teamsters leaders said on Monday after their board approved the deal with UPS.",
            "BoardVote",
            "2023-10-09~",
        ),
    ],
)
def test_what_led_to_something_is_about_as_old_unless_it_can_lie_far_back(rules, text, name, value):
    assert dated(rules, text, name) == value


def test_weeks_before_a_part_of_a_month_lead_to_no_day(rules):
    text = "In late August the Teamsters and UPS met, their first meeting since the strike began three weeks earlier."
    assert dated(rules, text, "StrikeStart") is None


def test_minutes_ago_is_the_day_of_publication(rules):
    assert (
        dated(rules, "The Teamsters and UPS reached a tentative agreement just minutes ago.", "AgreementReached")
        == "2023-10-12"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The senate held a hearing on the strike of the Teamsters at UPS on Tuesday.",
        "The Teamsters held rallies during the strike at UPS on Tuesday.",
        "UPS launched an inquiry into the strike by the Teamsters on Tuesday.",
    ],
)
def test_what_is_held_over_a_strike_starts_none(rules, text):
    assert not [r for r in reports(rules, text) if r.type.endswith("#StrikeStart") and r.when is not None]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Officials of the Teamsters said here Monday that 88 percent of the members backed a strike, if needed, in a vote "
            "over the weekend.",
            "StrikeAuthorizationVote",
            "2023-10-07/2023-10-08",
        ),
        (
            "The Teamsters and UPS failed to agree on terms, prompting clerks and drivers to walk off the job on Sunday.",
            "StrikeStart",
            "2023-10-08",
        ),
        ("The Teamsters ended a strike at UPS that began at midnight last Wednesday.", "StrikeStart", "2023-10-04"),
    ],
)
def test_what_a_clause_does_is_of_its_own_day(rules, text, kind, day):
    assert dated(rules, text, kind) == day
