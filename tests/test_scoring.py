"""The measure itself: what counts as found, what as missed, and what leaves a score alone."""

import pytest

from tests import scoring

EVENT = {"type": "StrikeStart", "date": "2023-05-02", "participants": ["WGA"], "modality": "actual", "evidence": "x"}
UNION = {"name": "Writers Guild of America", "type": "Union", "mentions": ["WGA"]}


def facts(**lists):
    return {"id": "t", **{name: [] for name in scoring.LISTS}, **lists}


def quote(text, speaker="WGA", **more):
    return {"speaker": speaker, "text": text, "evidence": text, **more}


def test_a_perfect_prediction_scores_one_everywhere():
    gold = facts(entities=[UNION], events=[EVENT], quotes=[quote("We are out until they answer us")])
    tallies = scoring.article(gold, gold).tallies
    assert {tally.f1 for tally in tallies.values()} == {1.0}


def test_nothing_predicted_finds_nothing_and_says_what_was_missed():
    score = scoring.article(facts(entities=[UNION], events=[EVENT]), {})
    assert score.tallies["events"] == scoring.Tally(0, 0, 1)
    assert [where for where, _ in score.missed] == ["t entities", "t events"]


def test_names_meet_through_mentions():
    gold = facts(entities=[UNION], events=[EVENT])
    found = facts(
        entities=[{"name": "the WGA", "type": "Union", "mentions": []}],
        events=[EVENT | {"participants": ["The W.G.A."]}],
    )
    assert scoring.article(gold, found).tallies["entities"].hits == 1
    assert scoring.article(gold, found).tallies["events"].hits == 0
    found["events"][0]["participants"] = ["the WGA"]
    assert scoring.article(gold, found).tallies["events"].hits == 1


def test_an_optional_row_neither_helps_nor_harms():
    gold = facts(entities=[UNION], events=[EVENT | {"optional": True}])
    for events in ([], [EVENT]):
        assert scoring.article(gold, facts(entities=[UNION], events=events)).tallies["events"] == scoring.Tally()


def test_a_required_row_is_served_before_an_optional_one():
    gold = facts(entities=[UNION], events=[EVENT | {"optional": True}, EVENT | {"date": None}])
    assert scoring.article(gold, facts(entities=[UNION], events=[EVENT])).tallies["events"] == scoring.Tally(1, 1, 1)


@pytest.mark.parametrize(
    ("expected", "predicted", "same"),
    [
        ("2023-05-02", "2023-05", True),
        ("2023-05-02", "2023", False),
        ("2023", "2023", True),
        ("2023-05-02/2023-05-04", "2023-05-04", True),
        ("2023-05~", "2023-06-20", True),
        ("2023-05", "2023-06-20", False),
        ("../2023-05-02", "2023-05-01", True),
        ("2024-23", "2024-10", True),
        ("2023-05-02", None, False),
        ("2023-05-02", "May", False),
        ("2023-05-02", "XXXX-05-02", False),
    ],
)
def test_dates_agree_where_they_share_a_day_and_are_no_vaguer(expected, predicted, same):
    assert scoring.agree(expected, predicted) is same


@pytest.mark.parametrize(
    ("one", "other"), [("USD/hour", "$"), ("members", "people"), ("%", "percent"), ("day", "days")]
)
def test_units_meet_in_kind(one, other):
    assert scoring.unit(one) == scoring.unit(other)


def test_one_prediction_may_join_the_pieces_of_a_quote():
    pieces = [quote("We asked for a fair share of it"), quote("and they gave us a rounding error instead")]
    whole = quote("We asked for a fair share of it and they gave us a rounding error instead")
    score = scoring.article(facts(entities=[UNION], quotes=pieces), facts(entities=[UNION], quotes=[whole]))
    assert score.tallies["quotes"] == scoring.Tally(2, 2, 2)


def test_a_quote_of_another_speaker_costs_the_quote_and_the_speaker():
    gold = facts(entities=[UNION], quotes=[quote("We are out until they answer us")])
    found = facts(entities=[UNION], quotes=[quote("We are out until they answer us", speaker="AMPTP")])
    tallies = scoring.article(gold, found).tallies
    assert (tallies["quotes"].hits, tallies["speaker"]) == (0, scoring.Tally(0, 1, 1))


def test_modality_is_measured_on_the_events_that_met():
    gold = facts(entities=[UNION], events=[EVENT])
    found = facts(entities=[UNION], events=[EVENT | {"modality": "planned"}])
    assert scoring.article(gold, found).tallies["modality"] == scoring.Tally(0, 1, 1)


def test_whatever_an_article_on_other_matters_yields_is_a_false_alarm():
    score = scoring.article(facts(irrelevant=True), facts(entities=[UNION], events=[EVENT]))
    assert score.alarms == {"events": 1, "parties": 1}
    assert score.tallies["events"] == scoring.Tally()
