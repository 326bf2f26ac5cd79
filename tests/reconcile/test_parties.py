"""Who is shown as a party of an event that many articles tell of."""

from graph import reconcile
from graph.describe import timeline
from ontology import terms
from tests.reconcile.made import AUTO, CREW, record


def shown(found, lexicon, role=terms.union):
    (cluster,) = reconcile.of_records(found, lexicon).clusters
    told = timeline.event("https://example.org/event", cluster, timeline.Names.of(lexicon))
    return {value.value for _, predicate, value in told if predicate == role}


def made(kind, name, *companies):
    """A contract, or a vote on one, with some companies, whose union nobody names."""
    return record(name, kind, *companies, when="2023-10-25", role=terms.employer, employers=frozenset(companies))


def test_a_party_that_one_article_of_many_names_is_not_shown(lexicon):
    many = [record(name, "AgreementReached", AUTO, when="2023-10-25") for name in "abcd"]
    mixed = record("e", "AgreementReached", AUTO, CREW, when="2023-10-25")
    assert shown([*many, mixed], lexicon) == {AUTO}
    assert shown([*many[:2], mixed], lexicon) == {AUTO, CREW}


def test_a_contract_told_of_one_company_is_shown_with_it_alone(lexicon):
    for kind in ("AgreementReached", "RatificationVote"):
        one = made(kind, "a", AUTO)
        beside = [made(kind, name, AUTO, CREW) for name in "bcd"]
        assert shown([one, *beside], lexicon, terms.employer) == {AUTO}
        assert shown(beside, lexicon, terms.employer) == {AUTO, CREW}


def test_each_union_of_a_strike_is_shown(lexicon):
    many = [record(name, "Strike", AUTO, when="2023-10-25", phase="start", type="StrikeStart") for name in "abcd"]
    both = record("e", "Strike", AUTO, CREW, when="2023-10-25", phase="start", type="StrikeStart")
    assert shown([*many, both], lexicon) == {AUTO, CREW}
