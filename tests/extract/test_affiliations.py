"""Officers whose side is told by a noun alone, and who sits across the table by no head word."""

import pytest

from ontology import terms

LEAD = "The Harbor Crafts Guild is on strike against Orbit Pictures. "


def told(extraction):
    names = {agent.iri: agent.name for agent in extraction.agents}
    return {a.name: (a.role, names.get(a.affiliation)) for a in extraction.agents if a.type == terms.Person}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("“It is late,” guild president Ann Rowe said.", {"Ann Rowe": ("president", "Harbor Crafts Guild")}),
        ("“It is late,” said union spokesman Lou Hart.", {"Lou Hart": ("spokesman", "Harbor Crafts Guild")}),
        ("Company spokeswoman Lou Hart declined to comment.", {"Lou Hart": ("spokeswoman", "Orbit Pictures")}),
        ("Bo Lind, the guild's treasurer, was there.", {"Bo Lind": ("treasurer", "Harbor Crafts Guild")}),
        ("The studio's chief executive, Ada Moss, was there.", {"Ada Moss": ("chief executive", "Orbit Pictures")}),
        (
            "The guild has no plans to meet. Ann Rowe, its president, was there.",
            {"Ann Rowe": ("president", "Harbor Crafts Guild")},
        ),
        (
            "Orbit Pictures, said Ada Moss, its chief negotiator, is late.",
            {"Ada Moss": ("chief negotiator", "Orbit Pictures")},
        ),
        ("Ann Rowe, the general secretary, was there.", {"Ann Rowe": ("general secretary", "Harbor Crafts Guild")}),
        ("Ada Moss, the chief executive, was there.", {"Ada Moss": ("chief executive", "Orbit Pictures")}),
        ("Bo Lind, who leads the Harbor Crafts Guild, was there.", {"Bo Lind": ("head", "Harbor Crafts Guild")}),
        ("“It is late,” said former union president Ann Rowe.", {"Ann Rowe": ("former union president", None)}),
    ],
)
def test_an_officer_belongs_to_the_side_that_the_office_names(read_text, sentence, person):
    assert told(read_text(LEAD + sentence)) == person


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks between the Metro Drivers Union (MDU) and Clarion collapsed.",
        "The dispute between Clarion and the Metro Drivers Union drags on.",
        "On Friday the Metro Drivers Union met at the union's Mid-Town headquarters to discuss the dispute at Clarion.",
        "A spokesperson for Clarion said it had made a fair offer to the Metro Drivers Union.",
    ],
)
def test_who_faces_a_union_is_an_employer(read_text, sentence):
    kinds = {a.name: a.type for a in read_text(sentence).agents}
    assert kinds == {"Metro Drivers Union": terms.LaborUnion, "Clarion": terms.Company}


def test_workers_of_another_union_than_the_article_is_about_make_their_own_demands(read_text):
    extraction = read_text("The WGA is in talks with the AMPTP. Actors are looking for increases in residual pay.")
    names = {agent.iri: agent.name for agent in extraction.agents}
    demands = [r for r in extraction.reports if r.type == terms.NS + "Demand"]
    assert [names[a] for r in demands for a in r.agents(terms.madeBy)] == ["SAG-AFTRA"]


def test_a_local_may_have_its_number_in_words(read_text):
    extraction = read_text("Local One of the Harbor Stagehands Alliance struck on Monday.")
    kinds = {a.name: a.type for a in extraction.agents}
    assert kinds["Local One"] == kinds["Harbor Stagehands Alliance"] == terms.LaborUnion


def test_a_slash_parts_two_names_unless_it_stands_inside_one(read_text):
    text = (
        "The WGAE/Harbor Media Group committee met before the strike against G/O Media, the company that employs them."
    )
    kinds = {a.name: a.type for a in read_text(text).agents}
    assert kinds == {"WGAE": terms.LaborUnion, "Harbor Media Group": terms.Company, "G/O Media": terms.Company}


def test_initials_in_brackets_are_those_of_the_body_of_its_own_place(read_text):
    text = "The Ohio Nurses Association (ONA) is on strike. ONA President Rick Doyle spoke. Lou Kemp, 41, backed the teachers."
    extraction = read_text(text)
    assert {a.name for a in extraction.agents if a.type == terms.LaborUnion} == {"Ohio Nurses Association"}
    assert told(extraction) == {"Rick Doyle": ("President", "Ohio Nurses Association"), "Lou Kemp": (None, None)}


def test_a_surname_of_a_person_is_no_company_and_a_known_name_goes_on(read_text):
    text = (
        "The strike idles Universal International Studios and Netflix Inc., said Ann Rowe of Rowe Knight Casting. "
        "“It is late,” Rowe said. Workers picketed Rowe, and Broadway's actors came."
    )
    kinds = {a.name: a.type for a in read_text(text).agents}
    assert kinds.pop("Ann Rowe") == terms.Person
    assert set(kinds) == {"Universal International Studios", "Netflix", "Rowe Knight Casting"}
