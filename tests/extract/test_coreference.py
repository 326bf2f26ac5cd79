"""What refers back: the union, both sides, the company, an office, he and she."""

import pytest


def refers(extraction, words):
    """The names that the last mention of these words stands for."""
    names = {a.iri: a.name for a in extraction.agents}
    text = extraction.document.text
    hits = [m for m in extraction.mentions if m.span.of(text) == words]
    return [names[iri] for iri in hits[-1].agents] if hits else []


CASES = [
    ("The UAW struck Ford. The union wants more.", "The union", ["United Auto Workers"]),
    ("The UAW struck Ford. The company closed a plant.", "The company", ["Ford"]),
    ("The UAW met Ford. Both sides went home.", "Both sides", ["United Auto Workers", "Ford"]),
    ("The Vantor union struck. The union wants more.", "The union", ["Vantor"]),
    ("“They refuse,” the union said. It is the Vantor union.", "the union", ["Vantor"]),
    ("UAW president Alma Quist spoke. The president left.", "president", ["Alma Quist"]),
    ("Superintendent Phil Orr spoke. The superintendent left.", "superintendent", ["Phil Orr"]),
    (
        "Boss Alma Quist of the UAW met them. When asked, the trade unionist said no.",
        "the trade unionist",
        ["Alma Quist"],
    ),
    ("Mayor Otto Brandt came, against Governor Ian Vale's wish. He stayed.", "He", ["Otto Brandt"]),
    ("Mayor Otto Brandt said he would stay.", "he", ["Otto Brandt"]),
    ("SAG-AFTRA met the studios. A union-side source spoke.", "A union", []),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_a_phrase_stands_for_what_was_named(read_text, text, words, expected):
    assert refers(read_text(text), words) == expected


def test_he_outside_a_quotation_is_nobody_named_inside_it(read_text):
    text = "Mayor Otto Brandt came. “We saw Governor Ian Vale there today.” He left."
    assert refers(read_text(text), "He") == ["Otto Brandt"]


@pytest.mark.parametrize(("year", "expected"), [("2008-06-10", "SAG"), ("2023-06-10", "SAG-AFTRA")])
def test_a_guild_is_the_one_that_existed_then(read_text, year, expected):
    extraction = read_text("The Screen Actors Guild met on Tuesday.", published=year)
    assert [a.name for a in extraction.agents] == [expected]
