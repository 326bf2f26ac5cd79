"""What a figure measures, in words a reader can take in."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Teamsters want a raise of $4.50 an hour.", ["raise"]),
        ("The Teamsters reached a deal; UPS has offered 57 cents.", ["offered"]),
        ("With 71 per cent of ballots returned, the Teamsters voted to strike.", ["ballots returned"]),
        ("UPS offered raises of 12% to 14% over four years to the Teamsters.", ["raises"]),
        ("The Teamsters represent 11,500 drivers and clerks at UPS.", ["drivers"]),
        ("UPS offered the Teamsters a 3% annual wage increase, and they said no.", ["annual wage increase"]),
    ],
)
def test_a_figure_says_what_it_measures(read_text, sentence, words):
    found = [
        figure.measure
        for figure in read_text(f"{sentence}\nTheir contract talks go on.").figures
        if figure.quantity.unit != "years"
    ]
    assert list(dict.fromkeys(found)) == words


def test_the_words_of_a_measure_stand_in_the_text(read_text):
    text = "The Teamsters, 4,000  of whose members\nvoted at UPS, ask for 9 percent more pay and 2 days of rest."
    for figure in read_text(text).figures:
        assert figure.measure in " ".join(text.split())
