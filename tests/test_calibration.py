"""The committed counts are those of a fresh count, and a small count is not passed off as a measure."""

import pytest

from graph.describe import calibration as described
from ontology import calibration, terms
from ontology.errors import VocabularyError
from tests import calibration as measuring


def test_the_committed_counts_are_those_of_a_fresh_count(rules):
    held = calibration.load()
    if held.ruleset != rules.lexicon.digest:
        pytest.skip("measured with an earlier vocabulary: `python -m tests.calibration` counts anew")
    fresh = measuring.measure(rules)
    assert calibration.text(held) == calibration.text(fresh), "run `python -m tests.calibration` and commit the counts"


def test_every_frame_counted_is_one_of_the_vocabulary(lexicon):
    held = calibration.load()
    assert held.frames
    assert set(held.frames) <= {frame.iri for frame in lexicon.frames} | {terms.Statement}
    assert all(0 <= c.right <= c.seen for c in (*held.frames.values(), *held.factors.values()))


def test_below_twenty_reports_a_share_is_called_uncalibrated():
    few, enough = calibration.Count(12, 15), calibration.Count(19, 20)
    assert not few.calibrated
    assert enough.calibrated
    quads = list(described.describe(calibration.Calibration("d", {terms.Statement: few}, {"trigger:noun": enough})))
    told = {
        (q.subject.value.rpartition("/")[2], q.object.value) for q in quads if q.predicate.value == terms.calibrated
    }
    assert told == {("frame-statement", "false"), ("factor-trigger-noun", "true")}


def test_a_line_that_is_no_count_is_named(tmp_path):
    bad = tmp_path / "calibration.csv"
    bad.write_text("kind,name,right,seen\nframe,x,many,3\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="frame,x,many,3"):
        calibration.load(bad)
