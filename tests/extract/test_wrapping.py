"""Text that a wire wrapped at every sixtieth character is read like the same text in one line."""

from hypothesis import given
from hypothesis import strategies as st

from graph import predict
from graph.extract.wrapping import joined

PROSE = (
    "HALVERTON, May 3 - Drivers of the Teamsters walked out at UPS on Monday after talks over a new contract broke down, "
    'the union said. "We had no other way left to be heard," said Dana Frew, a spokeswoman for the Teamsters. '
    "The company offered a raise of 3 percent last week, which the union turned down. Both sides are to meet again on Friday."
)


def wrapped(text, width=60):
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def test_wrapped_lines_are_one_paragraph():
    assert joined(wrapped(PROSE)) == PROSE


def test_headlines_lists_and_paragraphs_of_one_line_keep_their_breaks():
    for text in (
        "Teamsters walk out\nBy Dana Frew\nThe Teamsters walked out on Monday.\nUPS said it was sorry.\nTalks go on.",
        "Here is what the union wants:\n- higher pay\n- shorter hours\n- safer trucks\n- a pension\n- a say in routes",
    ):
        assert joined(text) == text


def test_a_short_last_line_ends_a_paragraph():
    text = f"{wrapped(PROSE)}\nThe Teamsters speak for\n340,000 drivers."
    assert joined(text).startswith(PROSE)


def test_wrapping_changes_nothing_that_is_read(read_text, rules):
    def rows(text):
        told = predict.prediction(read_text(text, published="2023-05-03"), rules)
        events = [(e["type"], e["date"], tuple(e["participants"])) for e in told["events"]]
        return events, [(q["speaker"], " ".join(q["text"].split())) for q in told["quotes"]], len(told["quantities"])

    assert rows(wrapped(PROSE)) == rows(PROSE)


@given(st.lists(st.text(alphabet="aB .,\n", max_size=80), max_size=12).map("\n".join))
def test_the_length_stays(text):
    assert len(joined(text)) == len(text)
    assert joined(text).replace("\n", " ") == text.replace("\n", " ")


def test_long_lines_apart_are_gone_through_once():
    text = "\n\n".join("The Teamsters and UPS talk on. " * 3000 for _ in range(5))
    assert joined(text) == text
