"""Who is shown as a party of an event that many articles tell of."""

from graph import reconcile
from graph.describe import timeline
from ontology import terms
from tests.reconcile.made import AUTO, CREW, record


def shown(found, lexicon):
    (cluster,) = reconcile.of_records(found, lexicon).clusters
    told = timeline.event("https://example.org/event", cluster, timeline.Names.of(lexicon))
    return {value.value for _, predicate, value in told if predicate == terms.union}


def test_a_party_that_one_article_of_many_names_is_not_shown(lexicon):
    many = [record(name, "AgreementReached", AUTO, when="2023-10-25") for name in "abcd"]
    mixed = record("e", "AgreementReached", AUTO, CREW, when="2023-10-25")
    assert shown([*many, mixed], lexicon) == {AUTO}
    assert shown([*many[:2], mixed], lexicon) == {AUTO, CREW}


def test_each_union_of_a_strike_is_shown(lexicon):
    many = [record(name, "Strike", AUTO, when="2023-10-25", phase="start", type="StrikeStart") for name in "abcd"]
    both = record("e", "Strike", AUTO, CREW, when="2023-10-25", phase="start", type="StrikeStart")
    assert shown([*many, both], lexicon) == {AUTO, CREW}
