"""Names told by what stands around them: appositions, short names, sites, initials, bodies of employers, officers."""

import pytest

LEAD = "The Kelmont Clerks Union has been bargaining with Farrow Stores over a labor contract. "
USUAL = {"Kelmont Clerks Union": "LaborUnion", "Farrow Stores": "Company"}


def found(extraction):
    """The named agents as {name: class}, without those of the lead."""
    named = {iri for m in extraction.mentions if m.kind in ("name", "surname") for iri in m.agents}
    out = {agent.name: agent.type.rpartition("#")[2] for agent in extraction.agents if agent.iri in named}
    return {name: kind for name, kind in out.items() if USUAL.get(name) != kind}


CASES = [
    # the trade in an apposition
    ("Tarn Nickel, the world's third largest nickel producer, watched the talks.", {"Tarn Nickel": "Company"}),
    ("Penfold, a family-owned grocer, said its offer was fair.", {"Penfold": "Company"}),
    ("Piet Kruger, a miner at Holm, said the offer was poor.", {"Piet Kruger": "Person"}),
    ("The trade body Stagepact offered 3% on Monday.", {"Stagepact": "EmployerAssociation"}),
    ("Talks with Stagepact, the trade body for touring shows, broke down.", {"Stagepact": "EmployerAssociation"}),
    (
        "Harborline, which represents shipping lines and terminal operators, made an offer.",
        {"Harborline": "EmployerAssociation"},
    ),
    (
        "Allied Grocers, which represents Farrow Stores and Penfold Foods, made an offer.",
        {"Allied Grocers": "EmployerAssociation", "Penfold Foods": "Company"},
    ),
    ("News came that Vocalis - the performing arts trade union - would strike.", {"Vocalis": "LaborUnion"}),
    # a full name and its first word
    (
        "Tarn Platinum had raised its pay offer. Tarn, a small platinum miner, has offered 6%.",
        {"Tarn Platinum": "Company"},
    ),
    # officers are persons
    ("Union chief negotiator Ola Brandt said it was not.", {"Ola Brandt": "Person"}),
    ("The spokesperson for Kelmont Clerks Union, Ilsabet Brown, said so.", {"Ilsabet Brown": "Person"}),
    ("Francisco Ortega, the union's president, said clerks will strike.", {"Francisco Ortega": "Person"}),
    ("Francisco Rao, the company's head of personnel, said it was sad.", {"Francisco Rao": "Person"}),
    # words and places that are no names
    ("Notably, the company had reached an agreement with clerks.", {}),
    ("Employees at the Holloway mine walked out on Monday.", {}),
    ("Farrow's Dunholt plant was shut as workers at Dunholt struck.", {}),
    # lists, clipped names, what is tied to a name
    (
        "The union plans a strike at Anglo Crown Platinum, Tarn Platinum and Lonhall.",
        {"Anglo Crown Platinum": "Company", "Tarn Platinum": "Company", "Lonhall": "Company"},
    ),
    ("Pilots at Merivale and Corvane airlines must act.", {"Merivale": "Company", "Corvane": "Company"}),
    ("Talks at the Metropolitan Opera go on. The Met said it was sad.", {"Metropolitan Opera": "Company"}),
    ("Nova Scotia-based Collage Productions made an offer.", {"Collage Productions": "Company"}),
    ("Last Friday the Haulers Union met.", {"Haulers Union": "LaborUnion"}),
    ("Members of Haulers Local 9 met. For the Haulers, the pact was ratified.", {"Haulers Local 9": "LaborUnion"}),
    ("Orchard members voted to strike, the executive of Orchard said.", {"Orchard": "LaborUnion"}),
    # public bodies written small
    ("The Ontario government offered 3%. The province said so.", {"Ontario government": "PublicAgency"}),
    ("Dunholt city council offered 3%. The council said so.", {"Dunholt city council": "PublicAgency"}),
    ("A Kenyan court ruled against the strike.", {"Kenyan court": "PublicAgency"}),
    ("The Brandt government will pass a law.", {}),
    # written forms
    ("Workers at Geo. B. Tilden & Co.'s plant struck.", {"Geo. B. Tilden & Co.": "Company"}),
    (
        "A deal with the Lakeland Screen Owners Assn. is near. The Screen Owners Assn. met.",
        {"Lakeland Screen Owners Assn.": "EmployerAssociation"},
    ),
    (
        "The Lakeland Film and Television Production Association (LFTPA) met. The LFTPA offered 3%.",
        {"Lakeland Film and Television Production Association": "EmployerAssociation"},
    ),
    (
        "The Department of Docks met both sides. The Department of Docks and Wharves said so.",
        {"Department of Docks and Wharves": "PublicAgency"},
    ),
    ("The Allied Food Workers (AFW) Local 88 met. AFW members left.", {"Allied Food Workers Local 88": "LaborUnion"}),
    (
        "The Faculty Union of Brandt College met. FU spokesman Dan Holt spoke.",
        {"Faculty Union of Brandt College": "LaborUnion", "Dan Holt": "Person"},
    ),
    (
        "The Faculty Association met. The Non-Tenure Faculty Association left.",
        {"Faculty Association": "LaborUnion", "Non-Tenure Faculty Association": "LaborUnion"},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_what_a_name_is(read_text, sentence, expected):
    assert found(read_text(LEAD + sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Kelmont Clerks Union general secretary Lena Orde said the deal was poor.", "Lena Orde"),
        ("The union's regional secretary, Paul Orde, said a strike was near.", "Paul Orde"),
        ("The Kelmont Clerks Union national secretary, Paul Orde, said members were tired.", "Paul Orde"),
    ],
)
def test_a_statement_is_made_for_the_body_of_its_speaker(read_text, sentence, person):
    extraction = read_text(LEAD + sentence)
    names = {agent.iri: agent.name for agent in extraction.agents}
    said = next(r for r in extraction.reports if r.type.endswith("#Statement"))
    assert [names[iri] for iri in said.agents()] == [person, "Kelmont Clerks Union"]


def test_workers_whom_a_union_organizes_act_as_that_union(read_text):
    extraction = read_text(
        "Guards backed a picket at a Penfold Foods store where cleaners organized by the Kelmont Clerks Union are "
        "fighting for a living wage."
    )
    names = {agent.iri: agent.name for agent in extraction.agents}
    demand = next(r for r in extraction.reports if r.type.endswith("#Demand"))
    assert [names[f.agent] for f in demand.fillers if f.role.endswith("#madeBy")] == ["Kelmont Clerks Union"]


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Farrow Stores is late, said Mark Dunne, a business agent with the union.", "Mark Dunne"),
        ("Clerks at Farrow Stores earn too little, says union spokesman Bo Ry in an email.", "Bo Ry"),
        ("They are in dispute with Farrow Stores, said the union's president, Jo Roe, on Tuesday.", "Jo Roe"),
        ("It is too late, said Al Roe, regional chairman, Kelmont Clerks Union, in a letter.", "Al Roe"),
        ("His counterpart at the Kelmont Clerks Union, chief negotiator Jon Roe, said no.", "Jon Roe"),
        ("KCU General Secretary Nan Roe said that clerks were tired.", "Nan Roe"),
        ("KCU National Organiser for Shops Jo Roe said that clerks were tired.", "Jo Roe"),
    ],
)
def test_the_officer_behind_or_before_the_verb_speaks_for_the_body(read_text, sentence, person):
    extraction = read_text(LEAD + sentence)
    names = {agent.iri: agent.name for agent in extraction.agents}
    said = next(r for r in extraction.reports if r.type.endswith("#Statement"))
    assert [names[iri] for iri in said.agents()][:1] == [person]
    if "Organiser" not in sentence:
        assert [names[iri] for iri in said.agents()] == [person, "Kelmont Clerks Union"]


MORE = [
    (
        "The Department of Forests, Mines and Energy met both.",
        {"Department of Forests, Mines and Energy": "PublicAgency"},
    ),
    ("The Department of Labour, Penfold Foods and Galloway Mills met.", {"Department of Labour", "Galloway Mills"}),
    ("The Media, Stage and Arts Alliance met.", {"Media, Stage and Arts Alliance": "Organization"}),
    ("Mayor Jo Doe wrote Farrow Stores President Gil Roe Jan. 26.", {"Jo Doe": "Person", "Gil Roe": "Person"}),
    ("The Directors Guild of Ruritania struck.", {"Directors Guild of Ruritania": "LaborUnion"}),
]


@pytest.mark.parametrize(("sentence", "expected"), MORE)
def test_where_a_name_ends(read_text, sentence, expected):
    kinds = found(read_text(LEAD + sentence))
    assert kinds == expected if isinstance(expected, dict) else expected <= kinds.keys()


def test_the_head_of_a_name_before_an_office_tells_the_body(read_text):
    extraction = read_text("Players struck the Lakeland Orchestra. Orchestra president Ann Poe said it was sad.")
    names = {agent.iri: agent.name for agent in extraction.agents}
    assert {names.get(a.affiliation) for a in extraction.agents if a.name == "Ann Poe"} == {"Lakeland Orchestra"}


def test_staff_from_two_unions_act_as_both(read_text):
    extraction = read_text("Staff from both the Haulers Union and the Drivers Guild will strike on May 20.")
    names = {agent.iri: agent.name for agent in extraction.agents}
    assert {names[f.agent] for r in extraction.reports for f in r.fillers} == {"Haulers Union", "Drivers Guild"}


def test_a_union_told_by_its_strength_is_the_one_named_before(read_text):
    extraction = read_text("The Dock Union met. The 50,000-strong union demands that the Ontario government raise pay.")
    names = {agent.iri: agent.name for agent in extraction.agents}
    assert {names[f.about] for f in extraction.figures} == {"Dock Union"}


@pytest.mark.parametrize(
    ("text", "union", "employers"),
    [
        (
            "Theaters and the striking ushers union have reached a deal. Ushers Local 9 struck the League of Lakeland "
            "Theaters in May.",
            "Ushers Local 9",
            "League of Lakeland Theaters",
        ),
        (
            "The Actors Union reached a deal with producers on Monday. The Alliance of Screen Producers was glad.",
            "Actors Union",
            "Alliance of Screen Producers",
        ),
    ],
)
def test_employers_without_a_name_are_the_one_body_of_employers(read_text, text, union, employers):
    extraction = read_text(text)
    names = {agent.iri: agent.name for agent in extraction.agents}
    deal = next(r for r in extraction.reports if "Agreement" in r.type)
    assert {names[f.agent] for f in deal.fillers} == {union, employers}


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ('Farrow Stores said talks go on.\n"We met today," a spokesman said.', "Farrow Stores"),
        ('The talks go on.\n"We met today," a company spokeswoman said.', "Farrow Stores"),
        ('The talks go on.\n"We are ready to strike," said a union spokesman.', "Kelmont Clerks Union"),
    ],
)
def test_a_spokesman_without_a_name_speaks_for_the_body_told_of(read_text, said, speaker):
    extraction = read_text(LEAD + "\n" + said)
    names = {agent.iri: agent.name for agent in extraction.agents}
    assert [names.get(q.speaker) for q in extraction.quotations if q.kind == "direct"] == [speaker]


def test_a_union_of_another_trade_is_none_of_those_named(read_text):
    extraction = read_text(LEAD + "Separate talks will be held with the union representing dancers.")
    assert not [m for m in extraction.mentions if m.kind == "nominal"]
