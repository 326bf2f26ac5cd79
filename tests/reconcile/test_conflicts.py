"""What cannot both be true, and which value is shown."""

from decimal import Decimal

import pytest

from graph import reconcile
from graph.model import Basis, Modality
from graph.reconcile import conflicts
from graph.reconcile.values import Value
from ontology import terms
from tests.reconcile.made import GUILD, record


def start(name, when, **more):
    return record(name, "Strike", GUILD, when=when, phase="start", type="StrikeStart", **more)


def vote(name, *values, when="2023-10-09", **more):
    return record(name, "RatificationVote", GUILD, when=when, values=tuple(values), **more)


def share(text, loose=False):
    return Value(terms.yesPercent, terms.yesPercent, text, Decimal(text), loose)


def people(text):
    return Value(terms.figure, f"{terms.figure} writers", text, Decimal(text), kind="integer")


def outcome(text):
    return Value(terms.outcome, terms.outcome, text, kind="text")


def of(found, lexicon):
    (cluster,) = reconcile.of_records(found, lexicon).clusters
    return cluster, [(c.on.rpartition("#")[2], *c.values) for c in conflicts.of(cluster)]


def test_two_dates_of_one_start_are_one_conflict_however_many_give_them(lexicon):
    found = [start("a", "2023-07-14"), start("b", "2023-07-14"), start("c", "2023-07-13"), start("d", "2023-07-13")]
    cluster, told = of([*found, start("e", "2023-07-14")], lexicon)
    assert told == [("earliestStart", "2023-07-14", "2023-07-13")]
    assert cluster.when.edtf == "2023-07-14/.."


def test_neither_alone_disagrees_nor_do_a_day_and_its_month_nor_a_plan(lexicon):
    assert of([start("a", "2023-07-14")], lexicon)[1] == []
    assert of([start("a", "2023-07-14"), start("b", "2023-07")], lexicon)[1] == []
    plan = start("b", "2023-07-13", modality=Modality.PLANNED, known="2023-07-10")
    assert of([start("a", "2023-07-14"), plan], lexicon)[1] == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("97.85", "98", True),
        ("97.85", "97", True),
        ("96", "97", False),
        ("11500", "11000", True),
        ("160000", "171000", False),
    ],
)
def test_a_rounded_number_agrees_with_its_number(one, other, agree):
    first, second = (share(text[:-1]) if text.endswith("%") else people(text) for text in (one, other))
    assert first.agrees(second) == second.agrees(first) == agree


def test_shares_and_outcomes_that_exclude_each_other_are_conflicts(lexicon):
    _, told = of([vote("a", share("96"), outcome("approved")), vote("b", share("97"), outcome("approved"))], lexicon)
    assert [row[0] for row in told] == ["yesPercent"]
    _, told = of([vote("a", outcome("approved")), vote("b", outcome("rejected"))], lexicon)
    assert [row[0] for row in told] == ["outcome"]
    _, told = of([vote("a", share("96")), vote("b", share("97", loose=True))], lexicon)
    assert told == []


def test_the_value_shown_is_the_narrowest_then_of_most_origins_then_of_the_nearest_article(lexicon):
    day, month = vote("a", when="2023-10-09", known="2024-05-01"), vote("b", when="2023-10", known="2023-10-10")
    assert of([day, month], lexicon)[0].when.edtf == "2023-10-09"
    one = vote("a", when="2023-10-08", known="2023-10-09")
    two = [vote(name, when="2023-10-09", known="2023-11-01") for name in ("b", "c")]
    assert of([one, *two], lexicon)[0].when.edtf == "2023-10-09"
    copies = [vote(name, when="2023-10-09", known="2023-11-01", origin="one source") for name in ("b", "c")]
    assert of([one, *copies], lexicon)[0].when.edtf == "2023-10-08"
    reckoned = vote("a", when="2023-10-08", known="2023-10-09", basis=Basis.RELATIVE)
    assert of([reckoned, copies[0]], lexicon)[0].when.edtf == "2023-10-09"


def test_the_number_shown_is_the_finest_then_of_most_origins(lexicon):
    cluster, _ = of([vote("a", share("98")), vote("b", share("97.85")), vote("c", share("98"))], lexicon)
    assert cluster.figures[terms.yesPercent][1].text == "97.85"
    cluster, _ = of([vote("a", share("96")), vote("b", share("97")), vote("c", share("97"))], lexicon)
    assert cluster.figures[terms.yesPercent][1].text == "97"


def test_what_contradicts_the_share_shown_does_not_stand_beside_it(lexicon):
    against = Value(terms.noPercent, terms.noPercent, "10", Decimal(10))
    found = [vote("a", share("97")), vote("b", share("97")), vote("c", share("90"), against)]
    cluster, told = of(found, lexicon)
    assert {key: value.text for key, (_, value) in cluster.figures.items()} == {terms.yesPercent: "97"}
    assert told == [("yesPercent", "97", "90")]
