"""What `picketline check` tells a labor expert about the frames."""

from dataclasses import replace

from graph import examples


def test_a_frame_needs_two_examples_and_a_counterexample(lexicon):
    frame = lexicon.frames[0]
    assert list(examples.too_few(frame)) == []
    poor = list(examples.too_few(replace(frame, examples=("One.",), counterexamples=())))
    assert len(poor) == 2
    assert all(frame.name in line for line in poor)


def test_every_verb_form_of_a_cue_is_shown(lexicon):
    frame = next(f for f in lexicon.frames if any(c.pattern.startswith("ratify/v") for c in f.cues))
    shown = "\n".join(examples.forms(frame))
    assert "ratified|ratifies|ratify|ratifying" in shown


def test_a_cue_of_two_frames_is_told_with_the_winner(rules):
    frames = rules.lexicon.frames
    one = frames[0]
    twin = replace(frames[1], cues=(*frames[1].cues, one.cues[0]), priority=one.priority + 1)
    lexicon = replace(rules.lexicon, frames=(one, twin))
    (line,) = examples.overlaps(replace(rules, lexicon=lexicon))
    assert one.name in line
    assert line.endswith(f"{twin.name} reads it")
