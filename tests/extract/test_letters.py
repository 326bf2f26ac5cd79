"""Letters to members: who "we" and "they" are outside quotations."""

import pytest

LETTER = (
    "Dear Members,\n\nWe met the AMPTP on Monday, and our committee brought a plan. They broke off talks on Tuesday and "
    "walked out again. We will be back. We demand better residuals. The WGA thanks you."
)


@pytest.fixture
def told(read_text):
    def read(text, title="A headline"):
        found = read_text(text, published="2007-12-14", title=title)
        names = {agent.iri: agent.name for agent in found.agents}
        return {(m.span.of(found.document.text), names[m.agents[0]]) for m in found.mentions if m.rule == "letter"}, {
            (r.type.rpartition("#")[2], r.modality.value) for r in found.reports
        }

    return read


def test_we_is_the_union_and_they_the_other_side(told):
    mentions, reports = told(LETTER)
    assert {("We", "WGA"), ("our", "WGA"), ("They", "AMPTP")} <= mentions
    assert ("TalksBreakdown", "actual") in reports
    assert ("Demand", "actual") in reports


def test_an_employer_that_walks_out_does_not_strike(told):
    assert ("StrikeStart", "actual") not in told(LETTER)[1]


def test_a_title_tells_a_letter_too(told):
    text = LETTER.removeprefix("Dear Members,\n\n")
    assert told(text, title="Message from the committee")[0]
    assert told(text)[0] == set()


def test_what_is_quoted_in_a_letter_is_its_speakers(told):
    mentions, _ = told(LETTER + " “We made a fair offer to them,” the AMPTP said.")
    assert ("them", "WGA") not in mentions
