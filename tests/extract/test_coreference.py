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
    ("Nurses voted to strike. The Oregon Nurses Association asks for staff.", "Nurses", ["Oregon Nurses Association"]),
    ("Cooks walked out. Unite Here asks for more.", "Cooks", ["UNITE HERE"]),
    ("Replacement nurses went on strike duty. The Oregon Nurses Association met.", "nurses", []),
    ("Drivers voted to strike, said Aslef. The RMT waits.", "Drivers", []),
    (
        "Nurses at Mercy Hospital walked out, the Oregon Nurses Association said.",
        "Nurses",
        ["Oregon Nurses Association"],
    ),
    ("Ford nurses walked out. The UAW met General Motors.", "nurses", []),
    ("The UAW met Ford. Management left.", "Management", ["Ford"]),
    ("The UAW met Ford and Kellogg. Management left.", "Management", []),
    ("The UAW met Mercy Hospital and Ford. The hospital closed.", "The hospital", ["Mercy Hospital"]),
    (
        "The teachers met the Elk Unified School District. The district left.",
        "The district",
        ["Elk Unified School District"],
    ),
    ("The teachers met the Elk City Unified School District. The city was quiet.", "The city", []),
    ("The airline, WestJet, met Ford.", "The airline", ["WestJet"]),
    ("Their union, the Writers Guild Staff Union, met the WGAW.", "Their union", ["WGSU"]),
    ("The WGSU met the WGAW. The strike of the staff is over.", "staff", ["WGSU"]),
    ("The WGSU struck the WGAW. The guild said no.", "The guild", ["WGAW"]),
    ("The WGSU struck the WGAW. The staff union said so.", "The staff union", ["WGSU"]),
    ("SAG-AFTRA met the studios. A union-side source spoke.", "A union", []),
    (
        "The UAW struck Ford, Kellogg and UPS. The three companies said no.",
        "The three companies",
        ["Ford", "Kellogg's", "UPS"],
    ),
    ("The UAW struck Ford and Kellogg. UPS watched. Both companies said no.", "Both companies", ["Ford", "Kellogg's"]),
    ("The UAW struck Ford. Kellogg watched. The companies said no.", "The companies", []),
    (
        "The United Auto Workers (UAW) and Ford opened talks. They broke off in May.",
        "They",
        ["United Auto Workers", "Ford"],
    ),
    ("Ford answered the demands of the UAW. It offered a raise.", "It", ["Ford"]),
    ("The Ford offer to the UAW lapsed. It asked for more.", "It", ["Ford"]),
    ("The UAW met Ford. The two sides were tired. They will meet again.", "They", ["United Auto Workers", "Ford"]),
    ("The Allied Lamplighters voted to strike. The city says it offered a raise.", "it", []),
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


DATED = [
    ("The Screen Actors Guild struck in 1960.", "Screen Actors Guild", ["SAG"]),
    ("The Screen Actors Guild struck on July 14, 2023.", "Screen Actors Guild", ["SAG-AFTRA"]),
    ("The Screen Actors Guild struck, its first strike since 1980.", "Screen Actors Guild", ["SAG-AFTRA"]),
    ("The Screen Actors Guild and AFTRA struck.", "Screen Actors Guild", ["SAG"]),
    ("The Screen Actors Guild (SAG-AFTRA) recalled 1960.", "Screen Actors Guild", ["SAG-AFTRA"]),
    ("Then came 1980. SAG struck for 95 days.", "SAG", ["SAG"]),
    ("SAG struck on Friday.", "SAG", ["SAG-AFTRA"]),
    ("In 1960 Ronald Reagan led the actors union; SAG-AFTRA is its heir.", "the actors union", ["SAG"]),
]


@pytest.mark.parametrize(("text", "words", "expected"), DATED)
def test_a_shared_name_means_the_body_of_the_year_told(read_text, text, words, expected):
    assert refers(read_text(text), words) == expected
