"""Persons in a text: who is one, what office the text gives them, and which capitals name nobody."""

import pytest

from ontology import terms


def people(extraction):
    return {a.name: (a.role, names(extraction).get(a.affiliation)) for a in extraction.agents if a.type == terms.Person}


def names(extraction):
    return {a.iri: a.name for a in extraction.agents}


CASES = [
    ("Teamsters General President Sean Overby spoke.", {"Sean Overby": ("General President", "Teamsters")}),
    ("Alma Quist, president of the UAW, spoke.", {"Alma Quist": ("president", "United Auto Workers")}),
    (
        "Alma Quist is the president of the UAW, Tova Brandt its treasurer.",
        {"Alma Quist": (None, None), "Tova Brandt": ("treasurer", "United Auto Workers")},
    ),
    (
        "Alma Quist is the UAW's president, Tova Brandt its treasurer.",
        {"Alma Quist": (None, None), "Tova Brandt": ("treasurer", "United Auto Workers")},
    ),
    ("The CEO of Ford, Jonas Vermeulen, said he was sorry.", {"Jonas Vermeulen": ("CEO", "Ford")}),
    ("Ford CEO Jonas Vermeulen declined.", {"Jonas Vermeulen": ("CEO", "Ford")}),
    ("Tova Brandt, a nurse at Larkspur Hospital, marched.", {"Tova Brandt": ("nurse", "Larkspur Hospital")}),
    ("said Ondine Achterberg, 34, a line cook.", {"Ondine Achterberg": ("line cook", None)}),
    ("“We won,” said Mirela Kostova.", {"Mirela Kostova": (None, None)}),
    ("Zoltan Ferreira, who plays the villain, spoke.", {"Zoltan Ferreira": (None, None)}),
    ("A crowd met. “It is late,” Qadir Mbeki-Olsen said.", {"Qadir Mbeki-Olsen": (None, None)}),
    (
        "Mayor Alma Quist welcomed a Jonas Vermeulen-led plan. “Fine,” Vermeulen said.",
        {"Alma Quist": ("Mayor", None), "Jonas Vermeulen": (None, None)},
    ),
    ("Mayor Ysolde de la Cruz asked for calm.", {"Ysolde de la Cruz": ("Mayor", None)}),
    ("Prime Minister Ilkka Saarinen met the union.", {"Ilkka Saarinen": ("Prime Minister", None)}),
    ("“Enough,” said spokesperson W. H. Auberon.", {"W. H. Auberon": ("spokesperson", None)}),
    ("“Enough,” said A Karunaratne, a union leader.", {"A Karunaratne": ("union leader", None)}),
    ("Bill Overgaard told reporters of the strike.", {"Bill Overgaard": (None, None)}),
    ("According to Bertil O'Hanlon, the talks failed.", {"Bertil O'Hanlon": (None, None)}),
    (
        "Sheryl Lindqvist Jr. and Priya Nair marched.",
        {"Sheryl Lindqvist Jr.": (None, None), "Priya Nair": (None, None)},
    ),
    ("Talks failed. Mr Threlkeld told reporters so.", {"Threlkeld": (None, None)}),
    ("Chief Safety Officer Nadia Vell spoke.", {"Nadia Vell": ("Chief Safety Officer", None)}),
    ("“We won,” said Charlotte St. Orme. St. Orme smiled.", {"Charlotte St. Orme": (None, None)}),
    ("“Yes,” said Senior Adviser Ilkka Moss.", {"Ilkka Moss": ("Senior Adviser", None)}),
    (
        "Negotiators Ondine Roe and Quorra Bell met the UAW.",
        {"Ondine Roe": ("Negotiators", None), "Quorra Bell": (None, None)},
    ),
    ("Vice Provost for Tutoring Affairs Nina Farrow wrote.", {"Nina Farrow": (None, None)}),
    ("RMT regional organiser Ottilie Marsh met the press.", {"Ottilie Marsh": ("regional organiser", "RMT")}),
    # nobody
    ("The UAW met at its headquarters in Sherman Vale.", {}),
    ("Members met at the Beverly Palace on Monday.", {}),
    ("Guild Leaders Say Writers Absolutely Demand Better Terms", {}),
    ("Labor Day came. The Big Three met in Los Angeles.", {}),
    ("Santa Cruz and San Diego saw strikes on Monday.", {}),
    ("Network Rail said the network and the rail line closed.", {}),
    ("How the Strike Ended", {}),
    ("Nurses Strike Again In Ohio", {}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_person_is_known_by_the_company_of_the_name(read_text, text, expected):
    assert people(read_text(text)) == expected


def test_a_later_surname_is_the_same_person(read_text):
    extraction = read_text("Union president Alma Quist spoke. Quist left. Ms. Quist came back.")
    (person,) = [a for a in extraction.agents if a.type == terms.Person]
    assert [m.span.of(extraction.document.text) for m in extraction.mentions if person.iri in m.agents] == [
        "Alma Quist",
        "Quist",
        "Quist",
    ]


def test_a_middle_initial_makes_no_second_person(read_text):
    extraction = read_text("Union president Alma R. Quist spoke. “We won,” Alma Quist said.")
    assert len([a for a in extraction.agents if a.type == terms.Person]) == 1


def test_of_two_with_one_surname_the_last_met_is_meant(read_text):
    extraction = read_text("Mayor Alma Quist spoke. Governor Otto Quist left. Quist said no.")
    last = [m for m in extraction.mentions if m.kind == "surname"][-1]
    assert names(extraction)[last.agents[0]] == "Otto Quist"


def test_a_company_inside_a_persons_name_is_none_there(read_text):
    extraction = read_text("“It hurt,” said writer Robert Cargill. Cargill said no more.")
    assert [a.name for a in extraction.agents if a.type == terms.Person] == ["Robert Cargill"]
    assert not [a for a in extraction.agents if a.type == terms.Company]


@pytest.mark.parametrize("office", ["Guild President", "Union President", "Association Chairman", "Local President"])
def test_an_officer_of_a_body_told_by_its_noun_is_a_person(read_text, office):
    extraction = read_text(f"The Wire Service Guild is in talks. {office} Walter Moss said it was time to settle.")
    assert [a.name for a in extraction.agents if a.type == terms.Person] == ["Walter Moss"]
    assert [a.name for a in extraction.agents if a.type != terms.Person] == ["Wire Service Guild"]


@pytest.mark.parametrize(
    "line",
    [
        "By Staff Report",
        "Jane Doe, Times Staff Writer",
        "Los Angeles, CA",
        "LOS ANGELES",
        "Web posted at: 9:15 a.m. EST",
    ],
)
def test_a_line_above_the_story_names_no_person_but_its_writer(read_text, line):
    extraction = read_text(f"{line}\n\nThe Wire Service Guild struck on Monday. “We had to,” said member Ola Brandt.")
    named = {a.name for a in extraction.agents} - {"Wire Service Guild", "Ola Brandt"}
    assert named <= {"Jane Doe"}


def test_a_suburb_with_an_office_is_no_person(read_text):
    extraction = read_text("The WGA left the AMPTP's Sherman Oaks offices. The actors gathered in Woodland Grove.")
    assert not [a for a in extraction.agents if a.type == terms.Person]
