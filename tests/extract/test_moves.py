"""Moves: who makes them to whom, in which words, what they answer, and what became of them."""

import pytest

from graph import predict
from ontology import terms


def named(extraction, report, role):
    names = {agent.iri: agent.name for agent in extraction.agents}
    return [names[agent] for agent in report.agents(role)]


def told(extraction, name):
    return [r for r in extraction.reports if r.type == terms.NS + name]


def test_two_unions_with_two_subjects_are_four_moves_with_their_own_terms(read_text):
    extraction = read_text("The WGA and SAG-AFTRA began a strike. Both unions demand better pay and AI rules.")
    demands = told(extraction, "Demand")
    assert {(named(extraction, d, terms.madeBy)[0], d.reading(terms.termsText).value) for d in demands} == {
        (union, words) for union in ("WGA", "SAG-AFTRA") for words in ("better pay", "AI rules")
    }


def test_a_participle_after_with_has_its_own_subject(read_text):
    extraction = read_text(
        "SAG-AFTRA walked out in July. The WGA has been on strike since May, with both unions looking for higher residuals.",
        published="2023-08-01",
    )
    assert {named(extraction, d, terms.madeBy)[0] for d in told(extraction, "Demand")} == {"WGA", "SAG-AFTRA"}


ANSWERS = [
    ("The WGA rejected the offer on Tuesday.", "Rejection", terms.rejects, terms.status_rejected),
    ("The WGA turned it down within an hour.", "Rejection", terms.rejects, terms.status_rejected),
    ("The WGA called the offer insulting.", "Criticism", terms.criticizes, terms.status_criticized),
    ("The WGA countered with 12 percent.", "Counterproposal", terms.counters, terms.status_countered),
    ("The WGA accepted the offer.", "Acceptance", terms.accepts, terms.status_agreed),
]


@pytest.mark.parametrize(("answer", "kind", "link", "status"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_an_answer_is_linked_to_the_last_move_of_the_other_side(read_text, answer, kind, link, status):
    text = f"Contract negotiations went on. The AMPTP offered the WGA raises of 4 percent on Monday. {answer}"
    extraction = read_text(text, published="2023-05-03")
    (offer,) = told(extraction, "Proposal")
    (reply,) = told(extraction, kind)
    assert (link, offer.key) in reply.links
    assert offer.status == status
    assert offer.reading(terms.termsText).value == "raises of 4 percent"
    assert [str(q.low) for q in offer.quantities] == ["4"]


def test_an_answer_on_another_subject_links_to_nothing(read_text):
    extraction = read_text(
        "The AMPTP offered the WGA raises of 4 percent. The WGA rejected the pension plan proposal of the AMPTP on pensions."
    )
    (offer,) = (r for r in told(extraction, "Proposal") if r.issues[0].endswith("/comp"))
    assert offer.status == terms.status_tabled


def test_a_move_taken_back_is_its_makers_own(read_text):
    extraction = read_text(
        "SAG-AFTRA proposed a share of streaming revenue to the AMPTP. SAG-AFTRA dropped its proposal."
    )
    (back,) = told(extraction, "Withdrawal")
    assert [name for name, _ in back.links] == [terms.withdraws] * len(back.links)
    assert back.links
    assert {r.status for r in told(extraction, "Proposal") if r.key in {key for _, key in back.links}} == {
        terms.status_withdrawn
    }


def test_a_refusal_is_no_proposal_of_who_refuses(read_text, rules):
    extraction = read_text("SAG-AFTRA rejected the AI proposal of the AMPTP.")
    rows = predict.prediction(extraction, rules)["proposals"]
    assert [(row["by"], row["issue"], row["status"]) for row in rows] == [("AMPTP", "AI", "rejected")]


def test_an_offer_without_a_maker_is_of_whoever_offers_in_the_article(read_text):
    extraction = read_text(
        "The UAW and Ford went on bargaining over a contract. The UAW rejected an offer of Ford. "
        "The offer would have raised wages by 9 percent."
    )
    (offer,) = told(extraction, "Proposal")
    assert named(extraction, offer, terms.madeBy) == ["Ford"]
    assert [f.how for f in offer.fillers if f.role == terms.madeBy] == ["article"]


def test_an_offer_is_of_whom_it_comes_from_not_of_who_refuses_it(read_text):
    extraction = read_text(
        "The Teamsters walked out after receiving a pay offer from UPS. The Teamsters members rejected its final pay offer."
    )
    makers = [named(extraction, o, terms.madeBy) for n in ("Proposal", "FinalOffer") for o in told(extraction, n)]
    assert makers
    assert all(maker == ["UPS"] for maker in makers)


def test_terms_in_a_list_are_moves_of_who_leads_it(read_text):
    extraction = read_text(
        "The Teamsters began a strike at UPS. The union is demanding:\n- a 12 percent raise\n- better pensions\n\nTalks go on."
    )
    demands = told(extraction, "Demand")
    assert {tuple(named(extraction, d, terms.madeBy)) for d in demands} == {("Teamsters",)}
    assert len({issue for d in demands for issue in d.issues}) == 2


def test_they_in_a_speakers_words_are_the_other_side(read_text):
    extraction = read_text(
        "The WGA and the AMPTP broke off talks. “They offered a wage freeze and nothing on residuals,” "
        "the WGA said in a statement."
    )
    for offer in told(extraction, "Proposal"):
        assert named(extraction, offer, terms.madeBy) == ["AMPTP"]
        assert offer.attributed_to is not None


def makers(extraction, name):
    return {
        (named(extraction, r, terms.madeBy)[0], issue.rpartition("/")[2])
        for r in told(extraction, name)
        for issue in r.issues
    }


def test_what_an_employer_demands_is_its_own_proposal(read_text):
    extraction = read_text(
        "The Teamsters began contract talks with UPS. UPS wants to cut health insurance and is demanding a wage freeze. "
        "The Teamsters want better pensions."
    )
    assert makers(extraction, "EmployerDemand") == {("UPS", "benefit-health"), ("UPS", "comp")}
    assert makers(extraction, "Demand") == {("Teamsters", "benefit-pension")}


def test_an_employers_wish_on_another_matter_is_no_move(read_text):
    extraction = read_text(
        "The Teamsters began contract talks with UPS. UPS is looking for an engineer for machine learning. UPS wants new customers."
    )
    assert not told(extraction, "EmployerDemand")
    assert not told(extraction, "Demand")


def test_an_officer_asks_for_the_body_that_the_office_is_in(read_text):
    extraction = read_text(
        "Teamsters president Lena Orr wants a cap on overtime. UPS has not answered in the contract negotiations."
    )
    assert makers(extraction, "Demand") == {("Teamsters", "hours-scheduling")}


def test_a_standing_refusal_is_of_the_other_sides_move(read_text, rules):
    extraction = read_text("In contract talks the Teamsters have resisted cuts in pensions at UPS.")
    (row,) = predict.prediction(extraction, rules)["proposals"]
    assert (row["by"], row["issue"], row["status"]) == ("UPS", "health-pension", "rejected")


def test_workers_of_an_employer_of_that_name_ask_as_their_union(read_text):
    extraction = read_text(
        "The WGA began contract talks with the AMPTP. Writers working for studios and networks demanded better pay."
    )
    assert makers(extraction, "Demand") == {("WGA", "comp")}


def test_a_demand_that_an_employer_takes_back_is_not_the_unions(read_text):
    extraction = read_text(
        "The Teamsters are in contract talks. The hospitals said that they would drop their demand for lower pensions."
    )
    assert not told(extraction, "Demand")


def test_a_list_that_opens_a_demand_is_read_whole(read_text):
    extraction = read_text(
        "The Teamsters began contract talks with UPS. Sick leave, overtime and pensions are the main sticking points."
    )
    assert {issue for _, issue in makers(extraction, "Demand")} == {"benefit-leave", "comp-overtime", "benefit-pension"}


def test_the_cause_of_a_strike_is_no_move(read_text, rules):
    extraction = read_text(
        "The Teamsters went on strike over pay at UPS on May 2. The contract dispute over pensions goes on."
    )
    assert not predict.prediction(extraction, rules)["proposals"]


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("a 32-hour week and an end to two-tier wages", {"hours-scheduling", "tiers"}),
        ("smaller classes and a cap on caseloads", {"staffing"}),
        ("limits on outside contractors", {"contracting-out"}),
        ("fewer temporary workers", {"job-security"}),
        ("minimum rest between shifts", {"work-hours"}),
        ("lower deductibles and paid child care", {"benefit-health", "benefit-family"}),
        ("raises of 4 percent over a three-year contract", {"comp"}),
        ("that UPS pay into the health fund", {"benefit-health"}),
    ],
)
def test_subjects_of_other_industries(read_text, words, issues):
    extraction = read_text(f"Contract talks go on. The Teamsters demand {words}.")
    assert {issue for _, issue in makers(extraction, "Demand")} == issues


def test_an_employer_that_nobody_names_asks_as_the_only_one_of_the_article(read_text):
    extraction = read_text("UPS is in contract talks with the Teamsters. Managers want to freeze wages.")
    assert makers(extraction, "EmployerDemand") == {("UPS", "comp")}
    assert not told(extraction, "Demand")


def test_the_head_of_a_name_is_who_offers(read_text):
    extraction = read_text(
        "The Teamsters are in contract talks with the Calder Transit Authority. "
        "The authority’s latest proposal freezes wages for two years and has drivers paying more for health insurance."
    )
    assert makers(extraction, "Proposal") == {
        ("Calder Transit Authority", "comp"),
        ("Calder Transit Authority", "benefit-health"),
    }


def test_an_offer_told_by_what_it_does_is_of_the_one_employer(read_text):
    extraction = read_text("UPS is in contract talks with the Teamsters. The latest package features better pensions.")
    assert makers(extraction, "Proposal") == {("UPS", "benefit-pension")}


def test_an_offer_from_somebody_unnamed_is_not_of_who_refuses_it(read_text):
    extraction = read_text(
        "After rejecting a final offer from producers on pay, the WGA went on strike in the contract dispute."
    )
    assert not [r for r in told(extraction, "FinalOffer") if named(extraction, r, terms.madeBy) == ["WGA"]]


def test_what_is_asked_stands_in_the_clause_of_the_asking(read_text):
    extraction = read_text("In contract talks the Teamsters ask that shifts be cut when heat closes a yard.")
    assert {issue for _, issue in makers(extraction, "Demand")} >= {"hours-scheduling"}


def test_a_union_is_known_by_its_trade_in_the_singular(read_text):
    extraction = read_text(
        "The Harlow Teachers Association is in contract talks with the Harlow School District. The teacher union proposed a 7% raise."
    )
    assert makers(extraction, "Proposal") == {("Harlow Teachers Association", "comp")}


def test_a_council_of_employers_makes_its_offer_and_no_mediator_does(read_text):
    extraction = read_text(
        "The Harbor Employers Council asked the Federal Mediation and Conciliation Service to help in talks with the "
        "Teamsters. The council tabled its final offer: a pay rise of 9%."
    )
    assert makers(extraction, "FinalOffer") == {("Harbor Employers Council", "comp")}


@pytest.mark.parametrize(
    ("sentence", "issues"),
    [
        (
            "Their demands include a raise of 9 percent, a shorter work week and pensions.",
            {"comp", "hours-scheduling", "benefit-pension"},
        ),
        ("The union wants higher wages and improved staffing.", {"comp", "staffing"}),
        ("The union asked UPS for an 8 percent raise.", {"comp"}),
        ("The union wants the company to bring back and fund the old pensions.", {"benefit-pension"}),
        (
            "Health care and mandatory overtime are the union's biggest concerns.",
            {"benefit-health", "hours-scheduling"},
        ),
        ("Wages remain the main sticking point.", {"comp"}),
    ],
)
def test_ways_to_tell_what_a_union_asks(read_text, sentence, issues):
    extraction = read_text(f"The Teamsters are in contract talks with UPS. {sentence}")
    assert makers(extraction, "Demand") == {("Teamsters", issue) for issue in issues}


@pytest.mark.parametrize(
    "sentence",
    [
        "The plans by companies to shift more health care costs to drivers go on.",
        "The package would increase costs by more than $14 million.",
        "The Calder, which lost money last year, has asked for cuts to wages.",
    ],
)
def test_what_is_no_move_of_the_union(read_text, sentence):
    extraction = read_text(f"The Teamsters are in contract talks. {sentence}")
    assert not [r for r in extraction.reports if "Teamsters" in named(extraction, r, terms.madeBy) and r.issues]


def test_a_list_does_not_take_the_next_ones_demand(read_text):
    extraction = read_text(
        "In contract talks the Teamsters ask for limits on its use in every single yard, UPS for lower wages."
    )
    assert ("Teamsters", "comp") not in makers(extraction, "Demand")


def test_terms_may_stand_in_the_makers_words(read_text):
    extraction = read_text(
        "The Teamsters are in contract talks with UPS. UPS says that it has offered “a raise of more than 4 percent for all drivers”, "
        "and that it is willing to pay 50 percent of health premiums."
    )
    assert makers(extraction, "Proposal") == {("UPS", "comp"), ("UPS", "benefit-health")}


def test_what_workers_ask_beside_an_employers_offer_is_their_unions(read_text):
    extraction = read_text(
        "The Teamsters are in contract talks with UPS. UPS offered 3 percent, while the drivers want pay for weekend work."
    )
    assert not told(extraction, "EmployerDemand")
    assert ("Teamsters", "comp") in makers(extraction, "Demand")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Teamsters are seeking minimum staffing of six drivers per depot and subscriber-based residuals from UPS.",
            {"minimum staffing of six drivers per depot", "subscriber-based residuals"},
        ),
        (
            "UPS made the Teamsters an offer, which includes a 13% wage increase over three years, a new minimum for helpers.",
            {"13% wage increase over three years", "new minimum for helpers"},
        ),
    ],
)
def test_each_term_of_a_list_is_told_in_its_own_words(read_text, text, words):
    found = read_text(f"{text} The contract talks go on.", published="2023-10-05").reports
    told = {reading.value for report in found for reading in report.readings if reading.property.endswith("#termsText")}
    assert words <= told


def proposals(read_text, rules, text):
    """(maker, issue) of the rows for a text."""
    extraction = read_text(f"The strike by SAG-AFTRA against the AMPTP goes on. {text}", published="2023-08-23")
    return {(row["by"], row["issue"]) for row in predict.prediction(extraction, rules)["proposals"]}


STUDIOS, ACTORS = "AMPTP", "SAG-AFTRA"
TOLD_TERMS = [
    (
        "Both sides met to discuss the studios' offer, which includes higher minimums, some rules on AI and better residuals.",
        {(STUDIOS, "wages"), (STUDIOS, "AI"), (STUDIOS, "residuals")},
    ),
    (
        "The AMPTP held that it “presented a deal that offered record pay and residual increases, with new rules on AI.”",
        {(STUDIOS, "wages"), (STUDIOS, "residuals"), (STUDIOS, "AI")},
    ),
    ("The AMPTP called SAG-AFTRA's stand a pity: “we presented a deal that raised pay.”", {(STUDIOS, "wages")}),
    ("The offer from the AMPTP to SAG-AFTRA would raise wages 7% in a year.", {(STUDIOS, "wages")}),
    (
        "The AMPTP sent a counteroffer. According to the latest proposal, SAG-AFTRA would get a pay rise of 13%.",
        {(STUDIOS, "wages")},
    ),
    ("Under the studios' proposal, residuals would be cut.", {(STUDIOS, "residuals")}),
    ("The companies' latest package contains AI guardrails.", {(STUDIOS, "AI")}),
    (
        "The AMPTP also offered to supply the union with the number of hours viewed of any series.",
        {(STUDIOS, "streaming-transparency")},
    ),
    ("SAG-AFTRA opposes a wage freeze proposed by the AMPTP.", {(STUDIOS, "wages")}),
    (
        "Actors were hoping to improve wages, working conditions, and pensions, as well as establish AI rules.",
        {(ACTORS, "wages"), (ACTORS, "working-conditions"), (ACTORS, "health-pension"), (ACTORS, "AI")},
    ),
    ("SAG-AFTRA wants “clear language” that will protect its members from companies that use AI.", {(ACTORS, "AI")}),
    ("SAG-AFTRA refuses to give up fixed fees for residuals.", {(ACTORS, "residuals")}),
    ("SAG-AFTRA and the AMPTP agreed to seek arbitration.", set()),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_TERMS, ids=[text for text, _ in TOLD_TERMS])
def test_terms_are_told_of_whoever_puts_them(read_text, rules, text, expected):
    assert proposals(read_text, rules, text) == expected


def test_a_refusal_is_of_those_named_before_a_form_in_ing(read_text):
    extraction = read_text(
        "The strike by SAG-AFTRA against the AMPTP goes on. The AMPTP, vexed by SAG-AFTRA rebuffing its pay proposals, left."
    )
    (refusal,) = told(extraction, "Rejection")
    assert named(extraction, refusal, terms.madeBy) == ["SAG-AFTRA"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The Dock Workers Union is on strike against the city of Philadelphia. The city offered 7 percent.",
            {"City of Philadelphia"},
        ),
        ("The Dock Workers Union marched in the city of Philadelphia.", set()),
    ],
)
def test_a_city_that_bargains_is_an_employer(read_text, text, bodies):
    extraction = read_text(text)
    assert {a.name for a in extraction.agents if a.type == terms.PublicAgency} == bodies
