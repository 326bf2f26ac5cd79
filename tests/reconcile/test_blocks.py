"""Reports apart that cannot meet, and the laws that follow: the set of reports decides, not their order or company."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph import reconcile
from tests.reconcile.made import AUTO, EAST, GUILD, WEST, corpora, record

SOME = settings(max_examples=150, deadline=None)


def shape(clusters):
    """What a set of clusters says, without regard to the order of clusters."""
    return sorted(
        (
            cluster.kind,
            cluster.planned,
            str(cluster.over_by),
            cluster.when.edtf if cluster.when is not None else "",
            tuple(r.iri for r in cluster.records),
        )
        for cluster in clusters
    )


def events(found, lexicon):
    return shape(reconcile.of_records(found, lexicon).clusters)


@SOME
@given(corpora(), st.randoms())
def test_the_order_of_reports_makes_no_difference(lexicon, found, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert events(shuffled, lexicon) == events(found, lexicon)


@SOME
@given(corpora())
def test_every_report_is_in_one_event_or_left_out_with_a_reason(lexicon, found):
    outcome = reconcile.of_records(found, lexicon)
    told = [r.iri for cluster in outcome.clusters for r in cluster.records] + [r.iri for r, _ in outcome.left_out]
    assert sorted(told) == sorted(r.iri for r in found)
    assert all(why for _, why in outcome.left_out)


@SOME
@given(corpora(), st.data())
def test_part_of_a_block_gives_what_it_gives_among_all_others(lexicon, found, data):
    articles = sorted({r.article for r in found})
    kept = data.draw(st.sets(st.sampled_from(articles)))
    part = [r for r in found if r.article in kept]
    alone = []
    for block in reconcile.blocks(found, lexicon):
        alone.extend(reconcile.of_records([r for r in block if r.article in kept], lexicon).clusters)
    assert shape(alone) == events(part, lexicon)


@SOME
@given(corpora(), st.data())
def test_the_blocks_of_fewer_reports_lie_inside_those_of_all(lexicon, found, data):
    part = data.draw(st.lists(st.sampled_from(found), unique_by=lambda r: r.iri))
    home = {r.iri: number for number, block in enumerate(reconcile.blocks(found, lexicon)) for r in block}
    for block in reconcile.blocks(part, lexicon):
        assert len({home[r.iri] for r in block}) == 1


def test_parties_classes_and_years_that_cannot_meet_are_apart(lexicon):
    found = [
        record("a", "Picket", GUILD, when="2023-05-05"),
        record("b", "Picket", GUILD, when="2023-05-05", known="2023-05-06"),
        record("c", "Picket", AUTO, when="2023-05-05"),
        record("d", "Picket", GUILD, when="2007-05-05"),
        record("e", "Rally", GUILD, when="2023-05-05"),
    ]
    random.Random(1).shuffle(found)
    assert [[r.iri.rpartition("/")[2] for r in block] for block in reconcile.blocks(found, lexicon)] == [
        ["a", "b"],
        ["c"],
        ["d"],
        ["e"],
    ]


def test_branches_meet_in_a_block_only_where_something_is_told_of_the_whole(lexicon):
    west = record("west", "RatificationVote", WEST, when="2023-05-02")
    east = record("east", "RatificationVote", EAST, when="2023-05-03")
    assert len(reconcile.blocks([west, east], lexicon)) == 2
    guild = record("guild", "RatificationVote", GUILD, when="2023-05-02")
    assert len(reconcile.blocks([west, guild, east], lexicon)) == 1
    later = record("later", "RatificationVote", GUILD, when="2029-05-02")
    assert len(reconcile.blocks([west, later, east], lexicon)) == 3
