"""Which reports become rows of the scoring schema."""

import pytest

from graph import predict


@pytest.fixture
def rows(read_text, rules):
    """The event rows of a text, as type, date and modality."""

    def read(text, published="2023-10-05"):
        told = predict.prediction(read_text(text, published=published), rules)
        return [(row["type"], row["date"], row["modality"]) for row in told["events"]]

    return read


def test_a_standing_demand_is_a_proposal_and_no_event(read_text, rules):
    text = "The WGA is demanding higher pay from the AMPTP. The union met with the studios on Monday."
    told = predict.prediction(read_text(text, published="2023-10-05"), rules)
    assert [(row["by"], row["issue"]) for row in told["proposals"]] == [("WGA", "wages")]
    assert [row["type"] for row in told["events"]] == ["NegotiationSession"]


def test_a_package_that_is_brought_is_an_offer(rows):
    assert ("ProposalMade", "2023-10-02", "actual") in rows(
        "The Teamsters came to UPS on Monday with a revised package that asks for raises of 5%."
    )


def test_what_a_dated_deal_contains_is_no_second_deal(rows):
    told = rows(
        "The DGA and the AMPTP reached a tentative agreement on Sunday. The guild's deal includes a raise in wages "
        "of 5% and better residuals."
    )
    assert [row for row in told if row[0] == "TentativeAgreement"] == [("TentativeAgreement", "2023-10-01", "actual")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "SAG-AFTRA has been renegotiating its agreement with the AMPTP since June 2023.",
            ("NegotiationsOpen", "2023-06", "actual"),
        ),
        (
            "The strike by the WGA, which ran from March 7 to August 7, 1988, hurt the studios.",
            ("StrikeStart", "1988-03-07", "actual"),
        ),
        ("The WGA voted to go on strike on Tuesday.", ("StrikeAuthorizationVote", "2023-10-03", "actual")),
        ("The UAW and Ford have reached a tentative new shop contract.", ("TentativeAgreement", "2023-10", "actual")),
        (
            "Talks between the WGA and the AMPTP took place in May but broke off before resuming on June 4.",
            ("NegotiationsResume", "2023-06-04", "actual"),
        ),
        ("The WGA West's board of directors approved the deal on Monday.", ("BoardVote", "2023-10-02", "actual")),
        (
            "The AFM has reached a tentative agreement with the AMPTP as of Wednesday.",
            ("TentativeAgreement", "2023-10-04", "actual"),
        ),
        ("The WGA's 2019 strike took place in 2019.", ("StrikeStart", "2019", "actual")),
        (
            "Negotiations between the WGA and the AMPTP on this contract have been taking place since June 5, 2023.",
            ("NegotiationsOpen", "2023-06-05", "actual"),
        ),
        (
            "The letter to members followed a meeting earlier on Tuesday between the AMPTP and the WGA.",
            ("NegotiationSession", "2023-10-03", "actual"),
        ),
        (
            "VFX workers of Marvel Studios filed for an election with IATSE, the union, on October 2.",
            ("Other", "2023-10-02", "actual"),
        ),
        (
            "WGA members approved the deal, with more votes than at the guild's last ratification vote in 2018.",
            ("RatificationVote", "2023-10", "actual"),
        ),
        (
            "The AMPTP and the WGA have come to a tentative agreement.",
            ("TentativeAgreement", "2023-10", "actual"),
        ),
        (
            "Negotiations for a new pact covering drivers of the Teamsters will begin with the AMPTP on October 9.",
            ("NegotiationsOpen", "2023-10-09", "planned"),
        ),
        (
            "Talks between the WGA and the AMPTP came to an abrupt halt on Monday.",
            ("NegotiationsBreakdown", "2023-10-02", "actual"),
        ),
        (
            "SAG-AFTRA has been renegotiating its pact with those companies since October 2022.",
            ("NegotiationsOpen", "2022-10", "actual"),
        ),
        ("WGA members voted by 95% on Monday to implement a code of conduct.", ("Other", "2023-10-02", "actual")),
    ],
)
def test_a_happening_is_told_with_its_day(rows, text, row):
    assert row in rows(text + " The union and the studios have met for a contract before.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The union conducts negotiations on a new deal with the AMPTP; the WGA is seeking a better deal.",
            "TentativeAgreement",
        ),
        ("The AMPTP made the WGA a strike settlement offer.", "TentativeAgreement"),
        ("Ann Roe called a strike by the WGA a possibility.", "StrikeStart"),
        ("Writers are a step closer to a WGA strike tonight.", "StrikeStart"),
        ("Striking actors can rest. SAG-AFTRA said so.", "StrikeStart"),
        ("IATSE members ratified an agreement tentatively struck last month with the AMPTP.", "StrikeStart"),
        ("The AFTRA board voted to suspend its joint bargaining agreement with SAG-AFTRA.", "NegotiationsBreakdown"),
        ("The studios will pay 1% into the SAG-AFTRA pension and health plans.", "ProposalMade"),
        ("SAG-AFTRA told a paper that strikes were a possibility.", "StrikeStart"),
        ("The IATSE is pushing for a better deal with the AMPTP.", "TentativeAgreement"),
    ],
)
def test_what_is_only_sought_or_possible_is_no_event(rows, text, kind):
    assert kind not in [row[0] for row in rows(text + " The union and the studios have met before.")]


def test_what_goes_on_with_history_takes_no_month_of_publication(rows):
    told = rows(
        "In June 1988 the AMPTP made an offer to the WGA on residuals. The offer was turned down by the guild. "
        "The union and the studios have met before."
    )
    assert [row[1] for row in told if row[0] == "ProposalRejected"] == [None]


def test_a_call_and_the_day_it_is_for_are_one_strike(rows):
    told = rows("SAG-AFTRA has called a strike. The SAG-AFTRA strike will begin on October 9.")
    assert [row for row in told if row[0] == "StrikeStart"] == [("StrikeStart", "2023-10-09", "planned")]


def test_what_employers_without_a_name_want_is_no_demand_of_the_union(read_text, rules):
    text = "The WGA met the agencies. Advertisers want to drop residuals; instead, they want lower pay. Talks go on."
    assert predict.prediction(read_text(text, published="2023-10-05"), rules)["proposals"] == []


@pytest.fixture
def parties(read_text, rules):
    """The participants of the events of one type in a text."""

    def read(text, kind):
        told = predict.prediction(read_text(text, published="2023-10-05"), rules)
        return [sorted(row["participants"]) for row in told["events"] if row["type"] == kind]

    return read


def test_the_staff_of_a_union_do_not_strike_as_the_union(parties):
    text = "The WGA's employees, represented by the Writers Guild Staff Union, walked out on Monday."
    assert parties(text + " The union and the guild have met.", "StrikeStart") == [["WGSU"]]


def test_a_phrase_behind_a_name_means_the_name(parties):
    text = (
        "Actors' Equity, the union that represents actors, reached a tentative deal with the Broadway League on Monday."
    )
    (who,) = parties(text + " SAG-AFTRA sent a greeting.", "TentativeAgreement")
    assert "SAG-AFTRA" not in who


def test_workers_without_a_named_union_strike_their_employer(parties):
    text = (
        "The Halden Symphony Orchestra and its musicians reached a deal to end a strike. Members voted to ratify a new "
        "contract. The musicians walked out on Monday after talks broke down. They picketed the hall."
    )
    assert parties(text, "StrikeStart") == [["Halden Symphony Orchestra"]]


def test_the_date_of_a_thing_is_not_that_of_speaking_about_it(rows):
    told = rows("The SAG-AFTRA negotiator Ann Roe said the producers' June 30 contract proposal is poor. Talks go on.")
    assert [row[1] for row in told if row[0] == "Statement"] == ["2023-10"]


def test_the_day_a_deal_was_struck_is_not_that_of_its_ratification(rows):
    told = rows("IATSE members have ratified the agreement tentatively struck last month with the AMPTP.")
    assert {("RatificationVote", "2023-10", "actual"), ("TentativeAgreement", "2023-09", "actual")} <= set(told)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The AMPTP offered the WGA proposals that would gut the pact: a 60 percent rate cut and lower residuals.",
            ("AMPTP", "residuals"),
        ),
    ],
)
def test_terms_behind_a_colon_are_proposals(read_text, rules, text, row):
    told = predict.prediction(read_text(text + " Talks go on.", published="2023-10-05"), rules)
    assert row in [(made["by"], made["issue"]) for made in told["proposals"]]


def test_things_counted_are_told_in_the_plural(read_text, rules):
    text = "The AMPTP speaks for 350 companies in its talks with the WGA, and for one company abroad."
    told = predict.prediction(read_text(text, published="2023-10-05"), rules)
    assert (350, "companies") in [(figure["value"], figure["unit"]) for figure in told["quantities"]]


def test_what_will_be_a_central_issue_is_asked_for(read_text, rules):
    text = "The SAG-AFTRA negotiators said that streaming residuals will be central issues in its talks with the AMPTP."
    told = predict.prediction(read_text(text, published="2023-10-05"), rules)
    assert ("SAG-AFTRA", "residuals") in [(made["by"], made["issue"]) for made in told["proposals"]]


def test_what_a_ratified_contract_contains_is_no_agreement_of_its_own(rows):
    told = rows(
        "WGA members ratified a contract with the AMPTP on Monday. The contract includes raises of 5% in pay and AI rules."
    )
    assert [row[0] for row in told] == ["RatificationVote"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The UAW will strike Ford on October 9 and 10 over a contract.", "2023-10-09"),
        ("The UAW called for a two-day strike at Ford on October 31 and November 1.", "2023-10-31"),
        ("The UAW will strike Ford between October 9 and October 12 over a contract.", "2023-10-09/2023-10-12"),
    ],
)
def test_a_strike_of_some_days_starts_on_the_first(rows, text, day):
    assert [row[1] for row in rows(text) if row[0] == "StrikeStart"] == [day]


@pytest.mark.parametrize("paragraphs", [6, 40])
def test_what_is_said_without_a_day_is_said_for_the_news(rows, paragraphs):
    filler = "\n\n".join(
        "The lines at the gates were long and the coffee in the tents was cold on most days." for _ in range(paragraphs)
    )
    text = f"The UAW struck Ford on Monday. {filler}\n\nA.\n\nB.\n\nC.\n\n“We will wait for as long as we must,” UAW president Dana Quist said."
    assert ("Statement", "2023-10", "actual") in rows(text)


def test_a_long_article_tells_what_was_said_in_an_earlier_year(rows):
    filler = "The lines at the gates were long and the coffee in the tents was cold on most days. " * 40
    text = f"The UAW struck Ford on Monday. {filler}\n\nTalks broke down in 2019. “We will wait for as long as we must,” UAW president Dana Quist said."
    assert ("Statement", None, "actual") in rows(text)


@pytest.mark.parametrize(
    "aside",
    ["which ended a strike last month", "which came after talks broke down last month"],
)
def test_what_the_news_tells_by_the_way_puts_it_in_no_past(rows, aside):
    text = f"The vote was close. Members of the Teamsters voted to ratify their new contract with UPS, {aside}."
    assert ("RatificationVote", "2023-10", "actual") in rows(text)


def test_what_an_outlet_was_told_in_a_long_article_can_be_of_any_time(rows):
    filler = "The lines at the gates were long and the coffee in the tents was cold on most days. " * 40
    text = f"The UAW struck Ford on Monday. {filler}\n\n“We will wait for as long as we must,” UAW president Dana Quist told Reuters."
    assert ("Statement", None, "actual") in rows(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The UAW walked out at Ford on Monday after talks broke down.", "2023-10"),
        ("The UAW walked out at Ford in 2019 after talks broke down.", "2019"),
        ("UAW drivers at Ford waited, the union said on Monday after talks broke down.", "2023-10-02"),
    ],
)
def test_how_long_before_something_talks_failed_is_not_told_but_by_a_word_about_it(rows, text, day):
    assert [
        row[1] for row in rows(f"The UAW and Ford have a contract. {text}") if row[0] == "NegotiationsBreakdown"
    ] == [day]


def test_what_was_said_at_the_time_is_not_of_the_month_of_the_news(rows):
    text = "The UAW and Ford have a contract. “We will wait for as long as we must,” UAW president Dana Quist said at the time."
    assert ("Statement", None, "actual") in rows(text)
