"""Organizations that no registry knows: which words are one name, of which class, and which are none."""

import pytest

from ontology import terms

KINDS = {"U": "LaborUnion", "E": "EmployerAssociation", "C": "Company", "G": "PublicAgency", "O": "Organization"}


def found(extraction):
    """The named organizations as {name: letter}."""
    letters = {name: letter for letter, name in KINDS.items()}
    named = {iri for mention in extraction.mentions if mention.kind == "name" for iri in mention.agents}
    out = {}
    for agent in extraction.agents:
        kind = agent.type.rpartition("#")[2]
        if agent.iri in named and kind in letters:
            out[agent.name] = letters[kind]
    return out


CASES = [
    # by head word
    ("The Plainfield Teachers Association rejected the offer.", {"Plainfield Teachers Association": "U"}),
    (
        "The National Association of Widget Manufacturers objected.",
        {"National Association of Widget Manufacturers": "E"},
    ),
    ("The Midland Federation of Hospital Owners made an offer.", {"Midland Federation of Hospital Owners": "E"}),
    ("The Brotherhood of Tunnel Workers struck.", {"Brotherhood of Tunnel Workers": "U"}),
    ("Orchard Workers United called a walkout.", {"Orchard Workers United": "U"}),
    ("The Amalgamated Glass and Pottery Workers walked out.", {"Amalgamated Glass and Pottery Workers": "U"}),
    ("Members of the Canadian Union of Quarry Employees voted.", {"Canadian Union of Quarry Employees": "U"}),
    ("The Puppeteers Guild of Ruritania met.", {"Puppeteers Guild of Ruritania": "U"}),
    ("The Harbour Nurses and Midwives' Association met.", {"Harbour Nurses and Midwives' Association": "U"}),
    ("The strike at Larkspur Motors went on.", {"Larkspur Motors": "C"}),
    ("West End actors left. The Footing union met on Monday.", {"Footing": "U"}),
    ("Dancers of the trade union Footing met in Leeds.", {"Footing": "U"}),
    ("Solidarity, the union for ushers, told a paper that it had met.", {"Solidarity": "U"}),
    ("The AFM International Executive Board approved the pact.", {"AFM": "U"}),
    ("The Society of Bath Theatre met on Monday.", {"Society of Bath Theatre": "E"}),
    (
        "It has contracts with Disney, Quillmark, Penhallow and Sony.",
        {"Disney": "C", "Quillmark": "C", "Penhallow": "C", "Sony": "C"},
    ),
    ("The Board of Directors of the Writers Guild of America voted to strike the studios.", {}),
    (
        "The League of Puppet Theaters met Local 8. The League of Puppet Theatres left.",
        {"League of Puppet Theaters": "E", "Local 8": "U"},
    ),
    ("Streamers and their CEOs said that they would meet.", {}),
    ("Guild Contract Talks Are Ready When Studios Meet Again", {}),
    ("Nurses at St. Aldate Medical Center walked out.", {"St. Aldate Medical Center": "C"}),
    ("Graduate workers struck the University of Northfield.", {"University of Northfield": "C"}),
    ("Musicians of the Detroit Symphony Orchestra voted.", {"Detroit Symphony Orchestra": "C"}),
    ("The strike at Quill & Thorn Inc. ended.", {"Quill & Thorn Inc.": "C"}),
    ("Staff of Dallas-based Penrose Healthcare struck.", {"Penrose Healthcare": "C"}),
    ("The Oakmont Unified School District closed schools.", {"Oakmont Unified School District": "G"}),
    ("The Ministry of Labour called the union in.", {"Ministry of Labour": "G"}),
    ("The Oregon Department of Transportation hired.", {"Oregon Department of Transportation": "G"}),
    # a part of a union
    ("Clerks of Teamsters Local 9917 walked out.", {"Teamsters Local 9917": "U"}),
    ("Clerks of UAW 9917 walked out, the union said.", {"United Auto Workers 9917": "U"}),
    ("The lead negotiator for Allied Employers said the strike was wrong.", {"Allied Employers": "E"}),
    ("A steward of Local 9917 said the strike was on.", {"Local 9917": "U"}),
    (
        "The AFSCME District Council 33 strike ended.",
        {"American Federation of State, County and Municipal Employees District Council 33": "U"},
    ),
    ("The Teamsters Canada Rail Conference struck.", {"Teamsters Canada Rail Conference": "U"}),
    # by what is said of them
    ("Members of KLMW walked out on Friday.", {"KLMW": "U"}),
    ("The Vantor union called a strike.", {"Vantor": "U"}),
    ("Vantor, which represents 5,000 welders, called a strike.", {"Vantor": "U"}),
    ("The Korb and Vantor unions agreed to the deal.", {"Korb": "U", "Vantor": "U"}),
    ("Workers at Brimstone struck on Monday.", {"Brimstone": "C"}),
    ("The strike against Brimstone entered a second week.", {"Brimstone": "C"}),
    ("The union is in talks with Brimstone about pay.", {"Brimstone": "C"}),
    ("The planemaker Brimstone made a new offer.", {"Brimstone": "C"}),
    ("The mill belongs to the parent company, Brimstone.", {"Brimstone": "C"}),
    ("Late on Sunday, Brimstone said it offered a raise.", {"Brimstone": "C"}),
    ("A Brimstone spokesperson declined to comment.", {"Brimstone": "C"}),
    ("The Ruritanian Banks' Association made an offer.", {"Ruritanian Banks' Association": "E"}),
    ("The strike upset Department of Ports Secretary Ola Brandt.", {"Department of Ports": "G"}),
    # unions named by an everyday word
    ("Unite members at the mill walked out on Monday.", {"Unite": "U"}),
    ("“No,” said Prospect national secretary Ola Brandt of the strike.", {"Prospect": "U"}),
    ("Unite and win, the marchers sang on strike. The prospect of talks is dim.", {}),
    # the only association of an article that tells of "the union"
    ("The Quillmont Students Association struck. The union wants more.", {"Quillmont Students Association": "U"}),
    # with the registry's names inside
    ("The Ford Salaried Employees Guild struck.", {"Ford Salaried Employees Guild": "U"}),
    # two names that "and" joins
    ("Workers at the Elmira Tribune and the Elmira Tribune Guild met.", {"Elmira Tribune Guild": "U"}),
    ("The Directors Guild of America and the UAW struck.", {"DGA": "U", "United Auto Workers": "U"}),
    (
        "The Larkspur Association of Teachers and Larkspur Public Schools struck a deal.",
        {"Larkspur Association of Teachers": "U", "Larkspur Public Schools": "G"},
    ),
    # inner bodies and words after the name
    ("The General Council of the Pottery Workers Congress met.", {"Pottery Workers Congress": "U"}),
    ("A deal with the Coalition of Larkspur Unions Friday ended it.", {"Coalition of Larkspur Unions": "U"}),
    # no names
    ("We've offered a raise. Don't strike, the mayor said.", {}),
    ("The strike is about the Threlkeld government and its cuts.", {}),
    ("Blue-collar workers struck on Red Cup Day.", {}),
    ("Workers in Toledo struck. The Toledo plant closed.", {}),
    ("Hourly workers struck. Striking employees marched.", {}),
    ("Indian workers at the plant walked out on Monday.", {}),
    ("The European Union and a credit union lent money.", {}),
    ("The student union and Western Union were closed.", {}),
    ("She lives in Union City, near Union Square.", {}),
    ("The Negotiating Committee and the National Board met.", {}),
    ("Wages rose in Los Angeles, Detroit and New York.", {}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_organization_is_known_by_its_name_or_its_company(read_text, text, expected):
    assert found(read_text(text)) == expected


def names_of(extraction, name):
    iri = next(a.iri for a in extraction.agents if a.name == name)
    return [m.span.of(extraction.document.text) for m in extraction.mentions if iri in m.agents and m.kind == "name"]


SAME = [
    (
        "Pilots of United Airlines struck. United said it would talk to the Sky Pilots Union.",
        "United Airlines",
        ["United Airlines", "United"],
    ),
    (
        "The Harrow Tram Drivers Union (HTDU) struck. HTDU members picketed.",
        "Harrow Tram Drivers Union",
        ["Harrow Tram Drivers Union", "HTDU", "HTDU"],
    ),
    (
        "The Plainfield Teachers Association struck. PTA members marched. The Teachers Association met.",
        "Plainfield Teachers Association",
        ["Plainfield Teachers Association", "PTA", "Teachers Association"],
    ),
    (
        "Workers at Brimfort Electronics struck. Brimfort said it would talk.",
        "Brimfort Electronics",
        ["Brimfort Electronics", "Brimfort"],
    ),
    (
        "Drivers of Rhenia Bahn AG struck. Talks with Rhenia Bahn failed.",
        "Rhenia Bahn AG",
        ["Rhenia Bahn AG", "Rhenia Bahn"],
    ),
    (
        "The Ship, Dock and Quay Workers union (SDQ) struck. The SDQ won.",
        "Ship, Dock and Quay Workers",
        ["Ship, Dock and Quay Workers", "SDQ", "SDQ"],
    ),
]


@pytest.mark.parametrize(("text", "name", "mentions"), SAME)
def test_short_names_are_the_organization_they_shorten(read_text, text, name, mentions):
    assert names_of(read_text(text), name) == mentions


def test_an_agent_found_in_text_is_not_reviewed_and_has_a_stable_iri(read_text):
    one, two = (
        next(a for a in read_text(text).agents if a.name == "Larkspur Motors")
        for text in ("Workers struck Larkspur Motors.", "Talks with Larkspur Motors broke down.")
    )
    assert not one.reviewed
    assert one.iri == two.iri


def test_the_agency_of_a_dateline_is_no_agent_of_the_story(read_text):
    assert found(read_text("TOLEDO, Ohio (CBS) — Nurses walked out.")) == {}
    assert not list(read_text("TOLEDO, Ohio (AP) — Nurses walked out.").agents)


def test_an_association_that_strikes_is_a_union(read_text):
    kinds = found(read_text("The Borough Medical Association's planned strike goes on."))
    assert kinds == {"Borough Medical Association": "U"}


OTHER_SENSES = [
    "The air strike on Monday hit a depot near Kharkiv, the Defense Ministry said. Union forces did not answer.",
    "A hunger strike by prisoners in the state of Texas entered its second week, activists said.",
    "The pitcher threw a strike in the ninth inning. The Detroit Tigers beat the Boston Red Sox.",
    "The European Union agreed on sanctions. Members of the European Parliament voted 412-101.",
    "The Navy Federal Credit Union raised its rates. Members of the credit union were told on Friday.",
    "The student union at Leeds voted to ban straws. The Students Union building was closed.",
    "The white picket fence in Union County needed paint. The local hardware store had none.",
    "Lucky Strike cigarettes were sold at the Union Street store by the American Tobacco Company.",
    "He chose a walkout song by the band. The Western Union office near Union Station was open.",
    "The Rugby Football Union named a squad. England's captain said the scrum would strike early.",
    "Lightning may strike twice in Union City, the National Weather Service said.",
    "Last night the 26th Annual Screen Actors Guild Awards honored a thriller. The SAG Awards had no host.",
    "Western Union said transfers to Mexico rose 8% in the State of the Union week.",
]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_other_senses_of_union_and_strike_name_no_party(read_text, text):
    kinds = set(found(read_text(text, published="2023-05-05")).values())
    assert not kinds & {"U", "E"}


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        (
            "The Alliance of Film and Television Producers (AMPTP) met the WGA.",
            "AMPTP",
            "Alliance of Film and Television Producers",
        ),
        (
            "Top Stories The Writers Guild of America (WGA) went on strike.",
            "WGA",
            "Top Stories The Writers Guild of America",
        ),
        ("The Writer’s Guild of America (WGA) went on strike.", "WGA", "Writer's Guild of America"),
    ],
)
def test_a_known_short_name_in_brackets_settles_the_long_one(read_text, text, there, absent):
    names = {agent.name for agent in read_text(text).agents}
    assert there in names
    assert absent not in names


def test_the_parent_in_brackets_is_not_its_local(read_text):
    found = read_text("Members of Stagehands Local One (IATSE) went on strike.")
    assert any(agent.name != "IATSE" and "Local" in agent.name for agent in found.agents)


@pytest.mark.parametrize(
    "written",
    [
        "SAG AFTRA",
        "SAG–AFTRA",
        "SAG/AFTRA",
        "Screen Actors Guild – American Federation of Television and Radio Artists",
    ],
)
def test_a_hyphen_in_a_name_may_be_a_space_or_a_dash(read_text, written):
    found = read_text(f"Members of {written} went on strike on Friday.", published="2023-07-15")
    assert {agent.name for agent in found.agents} == {"SAG-AFTRA"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("After a summer on strike, the United Millhands ended their walkout at Corbel Steel.", "United Millhands", "LaborUnion"),
        ("The Allied Lamplighters voted to strike on Monday, and talks go on.", "Allied Lamplighters", "LaborUnion"),
        ("Lanternfolk, which has 47,000 members, is on strike over its contract.", "Lanternfolk", "LaborUnion"),
        ("The Teamsters are on strike. The Corbel Blues voted to strike a bargain with their coach.", "Corbel Blues", None),
    ],
)  # fmt: skip
def test_a_name_is_a_unions_by_what_its_bearers_do(read_text, text, name, kind):
    found = {a.name: a.type.rpartition("#")[2] for a in read_text(text, published="2023-10-05").agents}
    assert found.get(name) == kind


def test_a_part_of_a_unions_name_is_the_union(read_text):
    found = read_text(
        "The Harbor Pilots' Guild Union struck. Guild Union voted to strike again.", published="2023-10-05"
    )
    assert len([a for a in found.agents if a.type.endswith("#LaborUnion")]) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The strike ended, said the Harbor Nurses Association/National Nurses United.", {"Harbor Nurses Association", "National Nurses United"}),
        ("The Teamsters struck UPS. (AP Photo/Jane Q. Roe)", {"Teamsters", "UPS"}),
        ("The Teamsters struck UPS, says news.example/Story Time.", {"Teamsters", "UPS"}),
    ],
)  # fmt: skip
def test_a_slash_joins_two_names(read_text, text, names):
    assert {a.name for a in read_text(text, published="2023-10-05").agents} == names


@pytest.mark.parametrize("text", [
    "The Teamsters struck UPS. Another union, the Lamplighters of Ohio, voted to strike.",
    "The UFCW praised the deal with Corbel Clinic and said that Registered nurses with UFCW Local 9 had won.",
])  # fmt: skip
def test_a_capital_word_before_a_noun_is_no_name(read_text, text):
    names = {a.name for a in read_text(text, published="2023-10-05").agents}
    assert names.isdisjoint({"Another", "Registered"})


def test_where_a_company_has_a_plant_is_no_company(read_text):
    text = "Workers at Lode Motors are on strike. The carmaker said work had resumed at its Marlow plant. It reopened the Marlow plant."
    companies = {a.name for a in read_text(text).agents if a.type == terms.Company}
    assert companies == {"Lode Motors"}
