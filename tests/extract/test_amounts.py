"""Numbers that count something: value, unit, denominator and hedge; and numbers that count nothing."""

from decimal import Decimal

import pytest

from graph.extract import amounts
from graph.extract.words import Words
from ontology import load

WORDS = Words(load())


def read(text):
    """Each quantity as "low[-high] unit[/per] [hedge]"."""
    out = []
    for q in amounts.find(text, WORDS):
        value = f"{q.low.normalize():f}" + (f"-{q.high.normalize():f}" if q.high != q.low else "")
        out.append(f"{value} {q.unit}" + (f"/{q.per}" if q.per else "") + (f" {q.hedge}" if q.hedge else ""))
    return out


CASES = [
    # a ballot named by its sides, a part of a counted whole, a length with any adjective
    ("in a 25-to-6 vote", ["25 votes", "6 votes"]),
    ("on a 31-4 board vote", ["31 votes", "4 votes"]),
    ("the 13-0 pro-union vote comes soon", ["13 votes", "0 votes"]),
    ("a 2.5 percent rise in year one, then 3 percent in the next", ["2.5 percent", "3 percent"]),
    ("at 27 of the current 35 depots", ["27 depot", "35 depot"]),
    ("after four gruelling days and 12 bitter weeks of talks", ["4 days", "12 weeks"]),
    ("on 12 of those days", []),
    # places in a row, and what only tells the kind of a work
    ("met for the fourth consecutive day", ["4 days"]),
    ("began a fifth day on strike", ["5 days"]),
    ("the third week of talks", ["3 weeks"]),
    ("the second day was calm", []),
    ("residuals for one-hour shows and two-hour special films", []),
    ("a two-hour session", ["2 hours"]),
    # money
    ("a $40m fund", ["40000000 USD"]),
    ("a $1-billion loss", ["1000000000 USD"]),
    ("57 cents per subscriber", ["0.57 USD/subscriber"]),
    ("$300,000 - $900,000", ["300000-900000 USD"]),
    ("between $20 and $25 an hour", ["20-25 USD/hour"]),
    ("from $20 to $25 an hour", ["20-25 USD/hour"]),
    ("$5 and $6 an hour", ["5 USD", "6 USD/hour"]),
    ("an $18-an-hour wage", ["18 USD/hour"]),
    ("$25/hour", ["25 USD/hour"]),
    ("raised to $1,200 a week", ["1200 USD/week"]),
    ("£1.2bn and €3.4m", ["1200000000 GBP", "3400000 EUR"]),
    ("C$5,000 or A$6,000 or NZ$7,000", ["5000 CAD", "6000 AUD", "7000 NZD"]),
    ("a firm worth £2tn", ["2000000000000 GBP"]),
    ("a 14pc rise and cuts of up to 6.5 pc", ["14 percent", "6.5 percent at most"]),
    ("24- or 72-hour stoppages", ["24-72 hours"]),
    ("its 26 paraprofessionals", ["26 people"]),
    ("the 320-odd tram drivers", ["320 people"]),
    ("25,000 rupees ($300) a month", ["25000 INR", "300 USD"]),
    ("Rs 7,000 crore", ["70000000000 INR"]),
    ("₹5 lakh", ["500000 INR"]),
    ("1.5 million euros", ["1500000 EUR"]),
    ("about 250 million pounds", ["250000000 GBP about"]),
    ("a 30p hourly increase", ["0.3 GBP/hour"]),
    ("$600 weekly salaries", ["600 USD/week"]),
    ("offered 25p an hour more", ["0.25 GBP/hour"]),
    ("142,300 won a month at the Korean yard", ["142300 KRW/month"]),
    ("155 lakh crore rupees", ["155000000000000 INR"]),
    ("$15 or $16 an hour", ["15 USD", "16 USD/hour"]),
    # shares
    ("15 or 16 per cent", ["15 percent", "16 percent"]),
    ("nearly 80% of members", ["80 percent nearly"]),
    ("a 4% rise in the first year and 3.5% in the second", ["4 percent", "3.5 percent"]),
    ("raises of 5, 4 and 3.5 percent", ["5 percent", "4 percent", "3.5 percent"]),
    ("between 10% and 15%", ["10-15 percent"]),
    ("a rise of 10 to 15 per cent", ["10-15 percent"]),
    ("an eight per cent rise", ["8 percent"]),
    ("twenty-five percent", ["25 percent"]),
    ("a 22.3 to 39.4 per cent hike", ["22.3-39.4 percent"]),
    ("up to 25 percent", ["25 percent at most"]),
    # people
    ("over 8,700 union members", ["8700 people over"]),
    ("the 160,000-person union", ["160000 people"]),
    ("the 10,000-strong union", ["10000 people"]),
    ("a 1,200-member local", ["1200 people"]),
    ("as many as 15-thousand nurses", ["15000 people at most"]),
    ("eleven and a half thousand writers", ["11500 people"]),
    ("11,500 film and television writers", ["11500 people"]),
    ("5,000 drivers in Ohio and over 2,300 in Texas", ["5000 people", "2300 people over"]),
    ("3,400 of the 5,000 workers", ["3400 people", "5000 people"]),
    ("On Monday 65,000 members voted", ["65000 people"]),
    ("around ten representatives", ["10 people about"]),
    ("around 10 lakh bank employees", ["1000000 people about"]),
    ("nearly half a million workers", ["500000 people nearly"]),
    ("over a million bank employees", ["1000000 people over"]),
    ("3,700 other workers", ["3700 people"]),
    ("maybe 300 of us", ["300 people"]),
    ("about 24,000 of Impact's 61,000 members", ["24000 people about", "61000 people"]),
    ("a vote by 90% of its 45,000 members voted in favour", ["90 percent", "45000 people"]),
    ("45,000 trainee doctors ballot for a strike", ["45000 people"]),
    # votes
    ("won by 112 votes to 19", ["112 votes", "19 votes"]),
    ("9,020 votes in favor and 198 opposed", ["9020 votes", "198 votes"]),
    ("9,020 voted in favor, while 198 opposed", ["9020 votes", "198 votes"]),
    ("all 32 who participated voted yes", ["32 votes"]),
    ("a vote of 1,897 to 4,244", ["1897 votes", "4244 votes"]),
    ("voted 512-48 to strike", ["512 votes", "48 votes"]),
    # lengths
    ("after 118 days", ["118 days"]),
    ("a four-year contract", ["4 years"]),
    ("a year and a half", ["1.5 years"]),
    ("a 34-day strike", ["34 days"]),
    ("seven work days on strike", ["7 days"]),
    ("a raise of 4% over three years", ["4 percent", "3 years"]),
    ("it lasted for over three years", ["3 years over"]),
    ("the two-year-old contract talks", ["2 years"]),
    # other things counted
    ("nearly two dozen hotels", ["24 hotel nearly"]),
    ("hotels in 20 cities face expiring contracts", ["20 city"]),
    ("850 properties across the country", ["850 property"]),
    ("nine bank employee unions", ["9 union"]),
    ("two sides and three unions", []),
    ("Some 120 000 miners struck", ["120000 people about"]),
    ("all of its 7 400 staff", ["7400 people"]),
    ("R90-million a day", ["90000000 ZAR/day"]),
    ("R12 500 a month", ["12500 ZAR/month"]),
    ("pupils saw R2-D2", []),
    ("inflation was 4,6%", ["4.6 percent"]),
    ("pounds 28,000 a man", ["28000 GBP"]),
    ("a membership of 135,000", ["135000 people"]),
    ("voted 736 to 118 to return", ["736 votes", "118 votes"]),
    ("11 bank employee unions", ["11 union"]),
    ("all 43 Pellman's stores", ["43 store"]),
    ("14 train operators", ["14 operator"]),
    ("14 negotiation sessions", ["14 session"]),
    ("13 train operating companies", ["13 company"]),
    ("closed 81 beds", ["81 bed"]),
]

NOTHING = [
    "in 2023 and 2007-08",
    "on May 5 and July 31, 2024",
    "at 12:01 a.m. and 6:30 p.m.",
    "from 6pm to 7.30am",
    "call 313-555-0172 today",
    "(313) 555-0172",
    "hundreds of workers",
    "tens of thousands of nurses",
    "members of Local 600",
    "a 34-year-old nurse",
    "the 401(k) plan",
    "a 401k with a match",
    "open 24/7",
    "No. 2 carmaker",
    "the Covid-19 outbreak",
    "Section 8(a) of the act",
    "one of the workers",
    "the 130th street",
    "Big Three carmakers",
    "the 737 jet",
    "the 1,200 won their case",
    "a screen of 1080p",
    "they met 31 times",
    "a single mother raising her four children",
    "one in ten shifts",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_number_is_read_with_its_unit(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_a_number_that_counts_nothing_is_no_figure(text):
    assert read(text) == []


def test_the_words_slice_back():
    text = "Pay of $20 to $25 an hour for over 8,700 union members."
    assert [q.span.of(text) for q in amounts.find(text, WORDS)] == ["$20 to $25 an hour", "over 8,700 union members"]


def test_values_are_exact():
    (quantity,) = amounts.find("$0.57 each", WORDS)
    assert quantity.low == Decimal("0.57")


def test_a_length_that_dates_something_is_still_a_length(read_text):
    extraction = read_text("The UAW turned down the contract offer about two hours later.")
    assert [(q.low, q.unit, q.hedge) for q in extraction.quantities] == [(Decimal(2), "hours", "about")]
