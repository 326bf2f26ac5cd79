"""Who answers an offer and whose it is: relative clauses, "that demand", officers, moves kept, counters with a day."""

import pytest

from graph import predict
from ontology import terms

LEAD = "The Harbor Pilots Union is in contract talks with Corvid Air. "
UNION, AIRLINE = "Harbor Pilots Union", "Corvid Air"


def told(extraction, *kinds):
    """(kind, maker, to) of the reports of some kinds."""
    names = {agent.iri: agent.name for agent in extraction.agents}
    return {
        (report.type.rpartition("#")[2], names[maker], *(names[to] for to in report.agents(terms.madeTo)))
        for report in extraction.reports
        if report.type.rpartition("#")[2] in kinds
        for maker in report.agents(terms.madeBy)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Corvid Air said it would replace 90 strikers after they rejected its last offer.",
        "Corvid Air made an offer the union dismissed as a pay cut.",
        "Corvid Air had put up 2 percent, a proposal that the union quickly rejected.",
        "Corvid Air wants a freeze. The union rejected that demand, and talks were put off.",
        "The union rejected what Corvid Air called its last, best and final offer.",
        "The union spurned a proposal by Corvid Air.",
        "Ann Rowe, its president, rejected a proposal by Corvid Air, which the union met on Monday.",
        "Pilots turned down a previous offer.",
        "Corvid Air put up 2 percent. The union rejected that, saying it was thin.",
        "Corvid Air put up 2 percent. The union rejected it a month later.",
        "The airline's offer of 2 percent was thrown out by the union.",
        "Corvid Air wants a freeze. The union refused, saying prices were up.",
        "The union has turned down a request by Corvid Air for arbitration.",
        "The union's leaders rejected the airline's idea of a longer probation.",
    ],
)
def test_a_rejection_is_of_the_side_that_answers(read_text, sentence):
    found = told(read_text(LEAD + sentence), "Rejection")
    assert {row[:2] for row in found} == {("Rejection", UNION)}


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Corvid Air refused to drop its demand for lower pensions.", (AIRLINE, "health-pension", "tabled")),
        ("Corvid Air would not budge on its plan to close the Elmira depot.", (AIRLINE, "job-security", "tabled")),
        ("The union refused to budge on its demand for higher pay.", (UNION, "wages", "tabled")),
        ("Corvid Air countered last week with a raise of 3 percent.", (AIRLINE, "wages", "tabled")),
        (
            "According to Corvid Air, its offer matched the raises ratified by the Teamsters.",
            (AIRLINE, "wages", "tabled"),
        ),
        ("On pensions, Corvid Air has proposed 6 percent.", (AIRLINE, "health-pension", "tabled")),
        ("Corvid Air says it can afford no more than 2 percent.", (AIRLINE, "wages", "tabled")),
        ("Corvid Air has so far offered raises of 2 percent.", (AIRLINE, "wages", "tabled")),
        (
            "Corvid Air wants pilots to start paying $15 a week for health coverage.",
            (AIRLINE, "health-pension", "tabled"),
        ),
        (
            "The union opposes the shift patterns that Corvid Air has proposed.",
            (AIRLINE, "working-conditions", "tabled"),
        ),
        ("Corvid Air cannot pay the 9 percent raise that the union has demanded.", (UNION, "wages", "tabled")),
        ("The union's members are after better health benefits.", (UNION, "health-pension", "tabled")),
        ("Its members say they need better pensions.", (UNION, "health-pension", "tabled")),
        ("Corvid Air said that it wanted pilots to fly longer shifts.", (AIRLINE, "working-conditions", "tabled")),
        ("Pilots struck for two months that spring, also over pay.", None),
        (
            "The union will strike unless Corvid Air agrees to longer rest breaks.",
            (UNION, "working-conditions", "tabled"),
        ),
        ("Pilots will strike unless managers agree to raise pay.", (UNION, "wages", "tabled")),
        ("The union asked instead for better pensions.", (UNION, "health-pension", "tabled")),
        (
            "Corvid Air put a deal on the table worth $4 million to close a gap in pensions.",
            (AIRLINE, "health-pension", "tabled"),
        ),
        (
            "Lou Hart, the general manager, has called for cuts of 9 percent in labor costs.",
            (AIRLINE, "wages", "tabled"),
        ),
        ("The deal, announced on Tuesday, also calls for a study of pensions.", (AIRLINE, "health-pension", "agreed")),
        ("Corvid Air agreed to lift its pay scale.", (AIRLINE, "wages", "agreed")),
        ("Corvid Air has proposed to raise copayments from $15 to $25.", (AIRLINE, "health-pension", "tabled")),
        ("The union wants fewer hours at full pay.", (UNION, "working-conditions", "tabled")),
        ("The union proposed doubling the pension rate, to about $9 an hour.", (UNION, "health-pension", "tabled")),
        ("Corvid Air came back with 4 percent.", (AIRLINE, "wages", "tabled")),
        (
            "According to the union's chief negotiator, Ann Rowe, the airline wants to cut overtime.",
            (AIRLINE, "wages", "tabled"),
        ),
        ("The union says that is not so: its proposal limits cameras.", (UNION, "working-conditions", "tabled")),
        ("Corvid Air has shelved its idea of lower pensions.", (AIRLINE, "health-pension", "withdrawn")),
        ("The airline is sorry, but it still wants pilots to forgo extra pay.", (AIRLINE, "wages", "tabled")),
        ("Pilots walked out with dental care as their chief demand.", (UNION, "health-pension", "tabled")),
        ("Corvid Air has proposed to let contractors load the mail.", (AIRLINE, "job-security", "tabled")),
        (
            "The union wants better rest breaks. Corvid Air made an offer but would not discuss it.",
            (UNION, "working-conditions", "tabled"),
        ),
        ("The union set out to get 12 percent.", (UNION, "wages", "tabled")),
        ("Corvid Air consented to longer rest breaks.", (AIRLINE, "working-conditions", "agreed")),
        ("The union wants profit sharing.", (UNION, "wages", "tabled")),
        (
            "The union wants a promise that future models will be built at its plants.",
            (UNION, "job-security", "tabled"),
        ),
        ("The union wants limits on overtime.", (UNION, "working-conditions", "tabled")),
        ("Corvid Air wants to trim dental benefits to pay for raises.", (AIRLINE, "health-pension", "tabled")),
        ("The new contract gives pilots raises of 5 percent.", (AIRLINE, "wages", "agreed")),
        ("The current contract gives pilots raises of 5 percent.", None),
        ("Any new agreement would have to raise pensions.", None),
        ("Corvid Air has proposed further talks.", None),
        ("Pilots will stay out until pensions are restored.", (UNION, "health-pension", "tabled")),
        ("The pilot union has proposed 6 percent.", (UNION, "wages", "tabled")),
        ("Pilots rejected a five-year deal.", None),
        (
            "Managers, represented by Corvid Air, began by calling for lower pensions.",
            (AIRLINE, "health-pension", "tabled"),
        ),
        ("The airline's latest proposal would lift rates by 15 percent.", (AIRLINE, "wages", "tabled")),
        (
            "Corvid Air will not sell its hubs but wants rosters to be longer.",
            (AIRLINE, "working-conditions", "tabled"),
        ),
        ("Corvid Air made an offer that would raise pensions.", (AIRLINE, "health-pension", "tabled")),
        ("The union wants a cut of pay television.", None),
        ("The union wants a rise that beats prices.", (UNION, "wages", "tabled")),
        ("The airline's proposal is a 6% raise.", (AIRLINE, "wages", "tabled")),
        ("The airline's offer stands at 4%.", (AIRLINE, "wages", "tabled")),
        ("The authority wants lower pay.", None),
    ],
)
def test_what_a_side_holds_to_is_its_own(read_text, rules, sentence, row):
    rows = predict.prediction(read_text(LEAD + sentence), rules)["proposals"]
    assert [(r["by"], r["issue"], r["status"]) for r in rows] == ([row] if row else [])


def test_employers_plans_are_of_no_union(read_text):
    extraction = read_text(
        "The Harbor Pilots Union will strike on Monday unless employers drop plans to automate the cranes."
    )
    assert not told(extraction, "EmployerDemand")


def test_performers_of_theatres_are_no_theatres(read_text):
    extraction = read_text(
        "The Harbor Players Union met the Society of Lagoon Theatres. Theatre performers could walk out if their pay demands are not met."
    )
    assert not told(extraction, "EmployerDemand")


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("a $5-an-hour raise in each year of a six-year contract", {"comp"}),
        ("more full-time jobs", {"job-security"}),
        ("that the airline protect 300 jobs at the hub", {"job-security"}),
        ("better pensions for part-time workers", {"benefit-pension"}),
        ("limits on driverless trucks", {"automation"}),
        ("an end to surveillance", {"monitoring"}),
        ("new evaluations", {"union-security"}),
    ],
)
def test_subjects(read_text, words, issues):
    extraction = read_text(f"{LEAD}The union demands {words}.")
    found = {i.rpartition("/")[2] for r in extraction.reports if r.type.endswith("#Demand") for i in r.issues}
    assert found == issues


def test_capitals_with_stops_are_the_short_name(read_text):
    extraction = read_text("The U.A.W. struck Ford on Monday. Talks with U.P.S. go on.", published="2023-09-18")
    assert {"United Auto Workers", "Ford", "UPS"} <= {agent.name for agent in extraction.agents}


def test_each_of_a_list_of_employers_asks(read_text):
    extraction = read_text(
        "The United Food and Commercial Workers is on strike. Safeway, Kroger and Albertsons want workers to pay for dental care."
    )
    assert {row[1] for row in told(extraction, "EmployerDemand")} == {"Safeway", "Kroger", "Albertsons"}


def test_whoever_counters_that_something_holds_makes_no_offer(read_text):
    assert not told(read_text(LEAD + "Corvid Air counters that it cannot compete."), "Counterproposal")


def test_it_behind_a_union_that_nobody_names_is_no_company(read_text):
    extraction = read_text("Clerks met Corvid Air over a contract. The union has said it will ask for better pensions.")
    assert not told(extraction, "EmployerDemand")


def test_a_union_with_a_word_for_a_name_is_known_by_who_leads_it(read_text):
    extraction = read_text("The strike goes on, said Tova Brandt, the joint general secretary of Unite.")
    assert "Unite" in {agent.name for agent in extraction.agents}


def test_a_joined_clause_goes_on_with_an_offer(read_text, rules):
    text = (
        LEAD
        + "Lou Hart said Corvid Air had raised its offer to 12 percent, and would expand health benefits for those who work long hours."
    )
    rows = predict.prediction(read_text(text), rules)["proposals"]
    assert {(r["by"], r["issue"]) for r in rows} == {(AIRLINE, "wages"), (AIRLINE, "health-pension")}


def test_a_firm_that_another_is_held_against_is_not_the_airline(read_text, rules):
    text = LEAD + "It wants wages in line with those of Merle Airways. The airline offered a raise of 3 percent."
    rows = predict.prediction(read_text(text), rules)["proposals"]
    assert (AIRLINE, "wages") in {(r["by"], r["issue"]) for r in rows}


def test_a_local_answers_the_firm_and_not_its_own_union(read_text):
    extraction = read_text(
        LEAD + "Local 9 of the Harbor Pilots Union voted down the company's offer, which included raises of 2 percent."
    )
    assert {row[2] for row in told(extraction, "Rejection")} == {"Corvid Air"}


def test_a_union_with_a_word_for_a_name_is_known_by_a_union_before_it(read_text):
    extraction = read_text("Four unions - Aslef, the RMT and Unite - want limits on night shifts.")
    assert "Unite" in {agent.name for agent in extraction.agents}


def test_a_list_of_what_an_employer_wants_is_all_its_own(read_text, rules):
    text = LEAD + "The airline wants to replace the pension, contract out the mail and add a 12-hour shift."
    rows = predict.prediction(read_text(text), rules)["proposals"]
    wanted = {(AIRLINE, issue) for issue in ("health-pension", "job-security", "working-conditions")}
    assert {(r["by"], r["issue"]) for r in rows} == wanted


def test_they_behind_employers_whom_nobody_names_are_not_the_union(read_text, rules):
    text = "The Harbor Pilots Union is on strike. It asked the railroads for seven sick days. They rejected that on Monday."
    extraction = read_text(text)
    assert not told(extraction, "Rejection")
    assert [r["issue"] for r in predict.prediction(extraction, rules)["proposals"]] == ["benefits"]
