"""Which reports are of one event, and which are not."""

import dataclasses
from decimal import Decimal

import pytest

from graph import reconcile
from graph.model import Basis, Modality
from graph.reconcile.values import Value
from ontology import terms
from tests.reconcile.made import AUTO, CREW, EAST, GUILD, ID, WEST, record

PLANNED = Modality.PLANNED
BASIC, STANDARDS = frozenset({frozenset({"basic"})}), frozenset({frozenset({"area", "standards"})})
MINIMUM = frozenset({frozenset({"minimum", "basic"})})
FORD, MOTORS = f"{ID}agent/ford", f"{ID}agent/gm"
STUDIOS, DISNEY, NETFLIX = (f"{ID}agent/{name}" for name in ("amptp", "disney", "netflix"))


def strike(name, when=None, *, phase="start", side=GUILD, **more):
    return record(name, "Strike", side, when=when, phase=phase, type=f"Strike{phase.title()}", **more)


def vote(name, when, side=GUILD, kind="RatificationVote", **more):
    return record(name, kind, side, when=when, **more)


def deal(name, when, *companies, **more):
    return record(name, "AgreementReached", AUTO, when=when, employers=frozenset(companies), **more)


def terms_of(name, when, side=AUTO, **more):
    return record(name, "TentativeAgreement", side, when=when, **more)


def said(name, when, *quoted, side=GUILD, **more):
    return record(name, "Statement", side, when=when, role=terms.madeBy, quoted=quoted, **more)


def offer(name, when, side, **more):
    return record(name, "FinalOffer", side, when=when, role=terms.madeBy, **more)


WORDS = "we will stay out as long as it takes to get a fair deal"

ONE = {
    "a day and its month": [vote("a", "2023-10-09"), vote("b", "2023-10")],
    "a day and the next, as some outlets count": [vote("a", "2023-10-09"), vote("b", "2023-10-10")],
    "a start, an end and a report without a date": [
        strike("a", "2023-05-02"),
        strike("b", "2023-09-27", phase="end", known="2023-09-28"),
        strike("c", None, known="2023-06-01"),
    ],
    "an end that only its article dates": [
        strike("a", "2023-05-02"),
        strike("b", None, phase="end", known="2023-09-28"),
    ],
    "a strike that runs, and one spoken of under another date": [
        strike("a", "2023-05-02"),
        strike("b", "2023-06-01", known="2023-06-02", factors=("trigger:noun",)),
    ],
    "a plan and what fulfils it": [
        strike("a", "2023-05-02", known="2023-04-20", modality=PLANNED),
        strike("b", "2023-05-02"),
    ],
    "a plan without a date and what fulfils it": [
        vote("a", None, known="2023-09-28", modality=PLANNED),
        vote("b", "2023-10-09", known="2023-10-10"),
    ],
    "a vote set for one day and held weeks later": [
        vote("a", "2023-10-29", known="2023-10-26", modality=PLANNED),
        vote("b", "2023-11-17", known="2023-11-18"),
    ],
    "a deal and a list that has its company": [
        deal("a", "2023-10-25", FORD),
        deal("b", "2023-10-26", FORD, MOTORS),
        deal("c", None, FORD, MOTORS, known="2023-10-27"),
    ],
    "a deal and its terms told in the same article": [
        deal("a", "2023-10-25", FORD, article="x", known="2023-10-26"),
        terms_of("b", None, article="x", known="2023-10-26"),
    ],
    "a deal and its terms dated to the day": [deal("a", "2023-10-25", FORD), terms_of("b", "2023-10-25")],
    "deals of one employer and day, with the union named and not": [
        deal("a", "2023-10-25", FORD),
        record("b", "AgreementReached", FORD, when="2023-10-25", role=terms.employer, employers=frozenset({FORD})),
    ],
    "a vote of no kind told and the vote of its day": [
        vote("a", "2023-10-09"),
        vote("b", "2023-10-09", kind="VoteEvent"),
    ],
    "a branch's vote told of the guild": [vote("a", "2023-09-19", WEST), vote("b", "2023-09-19", GUILD)],
    "a strike of a guild told of one branch and of the other": [
        strike("a", "2023-05-02"),
        strike("b", "2023-05-02", side=WEST),
        strike("c", "2023-05-02", side=EAST),
    ],
    "one agreement by a longer and a shorter name": [
        vote("a", "2023-10-09", agreements=MINIMUM),
        vote("b", "2023-10-09", agreements=BASIC),
    ],
    "an agreement named and not named": [
        vote("a", "2024-07-18", CREW, agreements=BASIC),
        vote("b", "2024-07-18", CREW),
    ],
    "a final offer of three companies": [
        offer("a", "2023-11-04", STUDIOS, issues=["pay"]),
        offer("b", "2023-11-04", DISNEY, issues=["ai"], grouped=frozenset({DISNEY, STUDIOS})),
        offer("c", "2023-11-04", NETFLIX, grouped=frozenset({NETFLIX, STUDIOS})),
    ],
    "a statement and the same words cut short": [
        said("a", "2023-07-13", WORDS),
        said("b", None, WORDS.rsplit(" ", 3)[0]),
    ],
    "walkouts at two companies on one day": [
        strike("a", "2023-09-15", side=AUTO, employers=frozenset({FORD})),
        strike("b", "2023-09-15", side=AUTO, employers=frozenset({MOTORS})),
    ],
}

TWO = {
    "elections of two branches": [
        vote("a", "2023-09-19", WEST, kind="LeadershipElection"),
        vote("b", "2023-09-21", EAST, kind="LeadershipElection"),
    ],
    "two agreements named, ratified on one day": [
        vote("a", "2024-07-18", CREW, agreements=BASIC),
        vote("b", "2024-07-18", CREW, agreements=STANDARDS),
    ],
    "deals with two companies in one week": [
        vote("a", "2023-11-15", AUTO, employers=frozenset({FORD})),
        vote("b", "2023-11-16", AUTO, employers=frozenset({MOTORS})),
    ],
    "a deal with one company, and days later one that recalls it": [
        deal("a", "2023-10-25", FORD),
        deal("b", "2023-10-28", FORD, MOTORS),
    ],
    "a deal and terms summed up elsewhere the day after": [
        deal("a", "2023-10-25", FORD),
        terms_of("b", "2023-10-26", known="2023-10-26"),
    ],
    "deals of two unions with one employer on one day": [
        deal("a", "2023-10-25", FORD),
        record("b", "AgreementReached", CREW, when="2023-10-25", employers=frozenset({FORD})),
    ],
    "two statements of one day with other words": [
        said("a", "2023-07-13", WORDS),
        said("b", "2023-07-13", "nothing that was said about scans of background actors is true"),
    ],
    "votes of two rounds": [vote("a", "2020-07-29"), vote("b", "2023-10-09")],
    "a plan that came true for another": [
        strike("a", "2023-09-14", side=AUTO, modality=PLANNED),
        strike("b", "2023-09-14"),
    ],
    "a vote set for a day months before the one held": [
        vote("a", "2023-07-01", known="2023-06-20", modality=PLANNED),
        vote("b", "2023-10-09", known="2023-10-10"),
    ],
    "a plan after the event is one for the next": [
        vote("a", "2023-10-09", known="2023-10-10"),
        vote("b", None, known="2023-11-20", modality=PLANNED),
    ],
    "a strike of 1988 and one of 2023": [strike("a", "1988-03-07"), strike("b", "2023-05-02")],
    "a company's forecast and another step of it on the same day": [
        record("a", "EarningsAnnouncement", DISNEY, when="2023-09-05"),
        record("b", "CorporateEvent", DISNEY, when="2023-09-05"),
    ],
    "unions with one alias": [
        vote("a", "2023-10-09", f"{ID}agent/nurses-west"),
        vote("b", "2023-10-09", f"{ID}agent/nurses-east"),
    ],
}


def names(found, lexicon, **more):
    clusters = reconcile.of_records(found, lexicon, **more).clusters
    return sorted("".join(sorted(r.iri.rpartition("/")[2] for r in cluster.records)) for cluster in clusters)


@pytest.mark.parametrize("found", ONE.values(), ids=ONE)
def test_one_event(found, lexicon):
    assert names(found, lexicon) == ["".join(sorted(r.report.key for r in found))]


@pytest.mark.parametrize("found", TWO.values(), ids=TWO)
def test_two_events(found, lexicon):
    assert names(found, lexicon) == ["a", "b"]


def test_a_plan_that_nothing_fulfils_stays_a_plan(lexicon):
    (cluster,) = reconcile.of_records([strike("a", "2023-08-01", modality=PLANNED)], lexicon).clusters
    assert cluster.planned
    (cluster,) = reconcile.of_records(ONE["a plan and what fulfils it"], lexicon).clusters
    assert not cluster.planned


def test_a_report_without_date_or_party_joins_nothing(lexicon):
    found = [
        vote("a", "2023-04-17"),
        record("b", "RatificationVote", when=None),
        record("c", "RatificationVote", when="2023-04-17"),
    ]
    outcome = reconcile.of_records(found, lexicon)
    assert names(found, lexicon) == ["a", "c"]
    assert [(r.report.key, why) for r, why in outcome.left_out] == [
        ("b", "names no party and no date, so that it can be told from nothing")
    ]


def test_a_union_stands_for_those_whose_place_it_took_before_it_began(lexicon):
    old, new = f"{ID}agent/sag", f"{ID}agent/sag-aftra"
    found = [
        strike("a", "1960-03-07", side=old),
        strike("b", "1960-03-07", side=new, allied=frozenset({old, new})),
    ]
    assert names(found, lexicon) == ["ab"]


def test_an_event_told_before_it_happened_is_kept_and_flagged(lexicon):
    found = [strike("a", "2023-05-02", known="2023-04-20"), strike("b", "2023-05-02", known="2023-05-01")]
    (cluster,) = reconcile.of_records(found, lexicon).clusters
    assert not cluster.planned
    assert [r.report.key for r in cluster.ahead] == ["a"]


def test_ten_thousand_copies_of_one_article_are_one_event_of_one_origin(lexicon):
    first = said("a", None, WORDS)
    copies = [
        dataclasses.replace(first, iri=f"{ID}report/copy-{n}", article=f"{ID}article/copy-{n}") for n in range(10_000)
    ]
    (cluster,) = reconcile.of_records([first, *copies], lexicon).clusters
    assert len(cluster.records) == 10_001
    assert len(cluster.origins) == 1


def test_an_end_closes_the_strike_that_most_articles_tell_of(lexicon):
    told = [strike(name, "2023-05-02", known="2023-05-03") for name in "abc"]
    stray = strike("d", "2023-07-13", known="2023-07-13")
    end = strike("e", "2023-09-27", phase="end", known="2023-09-28")
    spoken = strike("f", None, known="2023-08-20", factors=("trigger:noun",))
    clusters = reconcile.of_records([*told, stray, end, spoken], lexicon).clusters
    assert [sorted(r.report.key for r in c.records) for c in clusters] == [["a", "b", "c", "d", "e", "f"]]
    assert clusters[0].when.edtf == "2023-05-02/2023-09-27"


def test_the_end_that_more_tell_of_is_that_of_the_strike(lexicon):
    found = [
        strike("a", "2023-07-14", known="2023-07-14"),
        strike("b", "2023-10-07", phase="end", known="2023-10-12"),
        strike("c", "2023-11-09", phase="end", known="2023-11-09"),
        strike("d", "2023-11-09", phase="end", known="2023-11-08", modality=PLANNED),
    ]
    (cluster,) = reconcile.of_records(found, lexicon).clusters
    assert cluster.when.edtf == "2023-07-14/2023-11-09"


def test_a_strike_has_not_ended_while_later_articles_say_that_it_goes_on(lexicon):
    found = [
        strike("a", "2023-07-14", known="2023-07-14"),
        strike("b", "2023-09-27", phase="end", known="2023-10-12"),
        strike("c", None, known="2023-10-20", factors=("trigger:state",)),
        strike("d", None, known="2023-12-20", factors=("trigger:state", "tense:past")),
        strike("e", "2023-11-09", phase="end", known="2023-11-08", modality=PLANNED),
    ]
    (cluster,) = reconcile.of_records(found, lexicon).clusters
    assert cluster.when.edtf == "2023-07-14/2023-11-09"


def test_what_few_date_within_a_strike_is_no_second_one(lexicon):
    told = [strike(name, "2023-09-15", known="2023-09-16") for name in "abc"]
    end = strike("d", "2023-10-30", phase="end", known="2023-10-31")
    spread, later = strike("e", "2023-10-23", known="2023-10-26"), strike("f", "2024-02-01", known="2024-02-01")
    assert names([*told, end, spread, later], lexicon) == ["abcde", "f"]
    about = strike("h", "2023-10-28~", known="2023-10-28")
    assert names([*told, end, about], lexicon) == ["abcdh"]
    elsewhere = strike("g", "2023-10-23", known="2023-10-26", employers=frozenset(("mill",)))
    whole = [strike(name, "2023-09-15", known="2023-09-16", employers=frozenset(("yard",))) for name in "abc"]
    assert names([*whole, end, elsewhere], lexicon) == ["abcd", "g"]


def test_a_vote_with_another_outcome_weeks_later_is_a_second_one(lexicon):
    def outcome(word):
        return (Value(terms.outcome, terms.outcome, word, kind="text"),)

    first = vote("a", "2024-09-12", AUTO, known="2024-09-13", values=outcome("rejected"))
    again = vote("b", None, AUTO, known="2024-09-20", values=outcome("rejected"))
    second = vote("c", None, AUTO, known="2024-11-05", values=outcome("approved"))
    assert names([first, again, second], lexicon) == ["ab", "c"]


def test_what_nobody_dates_lies_between_the_articles_on_it(lexicon):
    coming = [
        vote(name, None, AUTO, known=day, modality=PLANNED) for name, day in (("a", "2023-10-13"), ("b", "2023-10-20"))
    ]
    done = [vote("c", None, AUTO, known="2023-11-09"), vote("d", None, AUTO, known="2023-11-10")]
    (cluster,) = reconcile.of_records([*coming, *done], lexicon).clusters
    assert (cluster.when.edtf, cluster.when.basis) == ("[2023-10-20..2023-11-09]", Basis.BOUND)
    for found in (coming, done):
        (cluster,) = reconcile.of_records(found, lexicon).clusters
        assert cluster.when is None


def test_an_employer_named_before_stands_for_a_union_that_nobody_names(lexicon, read_text):
    text = "The Teamsters spoke. Members of the Teamsters at UPS ratified a new contract."
    told = read_text(text, published="2023-11-09")
    for without, employers in ((terms.union, 1), (None, 0)):
        reports = [
            dataclasses.replace(
                report,
                fillers=tuple(dataclasses.replace(f, how="discourse") for f in report.fillers if f.role != without),
            )
            for report in told.reports
        ]
        found = reconcile.records(dataclasses.replace(told, reports=tuple(reports)), lexicon)
        assert [len(r.employers) for r in found if r.kind.endswith("#RatificationVote")] == [employers]


def test_a_committee_and_a_board_decide_each_for_itself(lexicon):
    def approval(name, when, *bodies, **more):
        return record(name, "BoardVote", GUILD, when=when, bodies=frozenset(bodies), known="2023-11-09", **more)

    committee, board = approval("a", "2023-11-08", "committee"), approval("b", "2023-11-10", "board", modality=PLANNED)
    assert names([committee, board], lexicon) == ["a", "b"]
    assert names([committee, approval("c", "2023-11-08")], lexicon) == ["ac"]


def test_a_body_is_read_from_the_words(lexicon, read_text):
    for words, body in (("negotiating committee", "committee"), ("board members", "board"), ("council", None)):
        text = f"The Teamsters {words} approved the deal with UPS."
        found = reconcile.records(read_text(text, published="2023-05-05"), lexicon)
        bodies = [r.bodies for r in found if r.kind.endswith("#BoardVote")]
        assert bodies == [frozenset((body,)) if body is not None else frozenset()]


def test_what_is_called_off_before_it_began_is_no_strike(lexicon):
    planned = strike("a", "2023-08-01", known="2023-07-20", modality=PLANNED)
    off = strike("b", "../2023-06-30", phase="end", known="2023-07-02", called_off=True)
    told = reconcile.of_records([planned, off], lexicon)
    assert [[r.report.key for r in c.records] for c in told.clusters] == [["a"]]
    assert [record.report.key for record, _ in told.left_out] == ["b"]
    assert names([off], lexicon) == ["b"]
    begun = strike("c", "2023-05-02", known="2023-05-02")
    assert names([begun, planned, off], lexicon) == ["a", "bc"]


def test_a_numbered_part_of_a_union_stands_with_it(lexicon, read_text):
    part = read_text("Members of the Pavers Union Local 12 voted 91% to authorize a strike.", published="2023-05-05")
    whole = read_text("On Thursday, the Pavers Union voted to authorize a strike.", published="2023-05-05")
    found = [*reconcile.records(part, lexicon), *reconcile.records(whole, lexicon)]
    votes = [r for r in found if r.kind.endswith("#StrikeAuthorizationVote")]
    assert len({side for r in votes for side in r.sides}) == 2
    assert frozenset.intersection(*(r.parties for r in votes))


def test_what_was_done_last_week_is_what_was_done_on_a_day_of_it(lexicon):
    on_day = deal("a", "2023-10-28", FORD)
    in_week = deal("b", "2023-10-23/2023-10-29", FORD, MOTORS, known="2023-10-30")
    assert names([on_day, in_week], lexicon) == ["ab"]


def test_a_strike_told_without_its_union_is_that_of_its_employer(lexicon):
    named = strike("a", "2023-09-15", side=AUTO, employers=frozenset({FORD}))
    bare = strike("b", "2023-09-16", side=FORD, employers=frozenset({FORD}))
    bare = dataclasses.replace(bare, report=dataclasses.replace(bare.report, fillers=()))
    crew = strike("c", "2023-09-15", side=CREW, employers=frozenset({FORD}))
    assert names([named, bare], lexicon) == ["ab"]
    assert names([named, crew], lexicon) == ["a", "c"]


def test_a_contract_told_without_its_union_and_day_is_that_of_its_employer_these_days(lexicon):
    named = deal("a", "2023-10-25", FORD, known="2023-10-26")
    bare = record("b", "AgreementReached", FORD, known="2023-10-27", role=terms.employer, employers=frozenset({FORD}))
    late = record("c", "AgreementReached", FORD, known="2023-12-27", role=terms.employer, employers=frozenset({FORD}))
    assert names([named, bare, late], lexicon) == ["ab", "c"]


def test_a_report_without_any_day_joins_the_one_happening_that_its_figures_allow(lexicon):
    def share(number):
        return (Value(terms.yesPercent, terms.yesPercent, number, Decimal(number)),)

    june = vote("a", "2023-06-05", values=share("97.91"))
    later = vote("b", "2023-12-05", values=share("78.33"))
    told = vote("c", None, unpublished=True, values=share("78.33"))
    bare = vote("d", None, unpublished=True)
    assert names([june, later, told, bare], lexicon) == ["a", "bc", "d"]
    assert names([june, bare], lexicon) == ["ad"]


def test_who_joins_a_strike_that_grows_begins_none_and_dates_none(lexicon):
    first = strike("a", "2023-09-15", known="2023-09-15")
    more = [strike(name, "2023-10-11", known="2023-10-12", factors=("strike:grows",)) for name in "bcd"]
    (cluster,) = reconcile.of_records([first, *more], lexicon).clusters
    assert cluster.when.edtf == "2023-09-15/.."
    (alone,) = reconcile.of_records(more, lexicon).clusters
    assert alone.when.edtf == "2023-10-11/.."


def test_a_second_strike_is_told_by_its_verb(lexicon):
    first, second = strike("a", "2023-05-02"), strike("b", "2023-07-13", factors=("trigger:verb",))
    assert len(reconcile.of_records([first, second], lexicon).clusters) == 2


def test_an_end_that_was_announced_ahead_outweighs_one_told_in_passing(lexicon):
    found = [
        strike("a", "2023-05-02"),
        strike("b", "2023-09-26", phase="end", known="2023-09-26"),
        strike("c", "2023-09-27", phase="end", known="2023-10-20"),
        strike("d", "2023-09-27", phase="end", known="2023-09-26", modality=PLANNED),
    ]
    (cluster,) = reconcile.of_records(found, lexicon).clusters
    assert cluster.value("end").when.edtf == "2023-09-27"
    (cluster,) = reconcile.of_records(found[:3], lexicon).clusters
    assert cluster.value("end").when.edtf == "2023-09-26"


def test_three_deals_of_one_fortnight_are_three_events(lexicon):
    found = [
        deal("a", "2023-10-25", FORD),
        deal("b", "2023-10-28", NETFLIX, FORD, MOTORS),
        deal("c", "2023-10-28", NETFLIX),
        deal("d", "2023-10-30", MOTORS),
    ]
    assert names(found, lexicon) == ["a", "bc", "d"]


def test_a_plan_of_two_unions_does_not_make_their_expirations_one(lexicon):
    found = [
        record("a", "ContractExpiration", GUILD, when="2023-06-30"),
        record("b", "ContractExpiration", GUILD, CREW, when="2023-06-30", modality=PLANNED),
        record("c", "ContractExpiration", CREW, when="2023-06-30", modality=PLANNED),
    ]
    assert names(found, lexicon) == ["ab", "c"]


def test_a_strike_without_an_end_is_over_when_its_union_ceased_to_be(lexicon):
    gone = f"{ID}agent/sag"
    (cluster,) = reconcile.of_records([strike("a", "1960-03-07", side=gone)], lexicon).clusters
    assert cluster.when.edtf == "1960-03-07/"
    assert cluster.when.note == "over by 2012-03-30, when its side ceased to be"
    (later,) = reconcile.of_records([strike("b", "2012-04-02", side=gone)], lexicon).clusters
    assert later.over_by is None
    (running,) = reconcile.of_records([strike("d", "2023-07-14")], lexicon).clusters
    assert running.when.edtf == "2023-07-14/.."
