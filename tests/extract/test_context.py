"""Whether a text is about labor at all: words of labor in other senses are no sign of it."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "An air strike on a depot killed nine. The strike came before talks on a tentative agreement.",
        "He threw strike three and walked off. The walkout song was loud, and two strikes were called.",
        "The credit union will merge with another. Members of the union vote in June.",
        "The European Union wants a deal. The union's envoy spoke of strikes on sanctions.",
        "The student union has a picket fence. A strike at the bowling alley costs nothing.",
        "A prisoner is on hunger strike. His strike is in its third week, and talks go on.",
        "They struck a deal for the house, and lightning struck the barn.",
        "The Harbor City Union signed a goalkeeper to a contract extension. The Union said that talks had gone well.",
        "The Harbor City Union struck twice before half-time, and the Teamsters football team struck back.",
        "The Directors Guild of America named its nominees. The guild hands out its annual awards in May.",
        "The Elm Street Tenants Union began a rent strike against its landlord. The strike began in March.",
        "A school was put into a state of lockout, the Union-Sun & Journal said. The lockout ended at noon.",
    ],
)
def test_other_senses_are_no_labor_news(read_text, text):
    found = read_text(text, published="2024-05-01")
    assert not found.about_labor
    assert found.reports == found.figures == found.told.agents == found.told.quotations == ()


@pytest.mark.parametrize(
    "text",
    [
        "Workers at a tyre plant in Dunmore walked out on Monday, and the union says the strike will last a week.",
        "The Amalgamated Tyre Workers Union went on strike on Monday.",
        "Nurses on the picket line want a contract; the strike is in its third day.",
        "The UAW and Ford reached a deal.",
        "The Directors Guild of America and the AMPTP reached a deal days before its annual awards.",
        "Teachers in California ended an 82-day school strike, the teachers union said.",
        "The tenants of the block brought soup to the pickets; the UAW strike is in its second week.",
        "Union members ratified the contract after a strike; a hunger strike by three of them ended as well.",
    ],
)
def test_short_news_of_unknown_unions_is_labor_news(read_text, text):
    assert read_text(text, published="2024-05-01").about_labor
