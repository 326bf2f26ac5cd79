"""Moves inside quotations: "we" makes the speaker's side's, "they" the other side's; anybody else's words make none."""

import pytest

from ontology import terms

NURSES = (
    "Nurses at Alder Hospital walked out on Monday. Rosa Lund, president of the Harbor Nurses Union, met the press. "
    "Alder Hospital chief executive Otto Brandt was away. "
)
DOCKS = (
    "Dockers struck the port on Monday. The Dockers Federation and the Port Employers Association met in May. "
    "Ann Low, president of the Dockers Federation, spoke at the gate. "
)
GAMES = (
    "Testers at Brightforge Studios walked out. Game Workers Guild called the strike. Brightforge Studios offered talks. "
    "Simone Adair, president of Game Workers Guild, spoke. "
)
CASES = [
    (NURSES + '"We demand better pay and safe staffing," Lund said.', "Harbor Nurses Union"),
    (NURSES + '"We are asking for a wage increase of 9 percent," Lund said.', "Harbor Nurses Union"),
    (NURSES + '"They offered a wage increase of 2 percent," Lund said.', "Alder Hospital"),
    (NURSES + '"We offered a wage increase of 5 percent," Brandt said.', "Alder Hospital"),
    (DOCKS + '"We are demanding higher wages," Low said.', "Dockers Federation"),
    (DOCKS + '"They rejected the wage proposal," Low said.', "Port Employers Association"),
    (GAMES + "“We want higher pay,” Adair told the BBC.", "Game Workers Guild"),
    ("The AMPTP made no offer. “We demand higher pay,” SAG-AFTRA said in a statement.", "SAG-AFTRA"),
    ("SAG-AFTRA left the contract talks. “We offered higher pay,” the AMPTP said in a statement.", "AMPTP"),
]


def moves(extraction, rules):
    names = {a.iri: a.name for a in extraction.agents}
    return [
        (names[f.agent].removeprefix("the "), f.how, names.get(r.attributed_to))
        for r in extraction.reports
        if r.type in rules.frames and rules.frames[r.type].is_a(terms.BargainingMove)
        for f in r.fillers
        if f.role == terms.madeBy and f.how.startswith("heard as")
    ]


@pytest.mark.parametrize(("text", "maker"), CASES)
def test_a_pronoun_in_a_quotation_makes_the_move_of_its_side(read_text, rules, text, maker):
    found = moves(read_text(text), rules)
    assert [name for name, _, _ in found][:1] == [maker]
    assert all(speaker for _, _, speaker in found)


def test_the_path_tells_that_the_maker_was_inherited(read_text, rules):
    ((_, how, speaker),) = moves(read_text(CASES[2][0]), rules)
    assert how == "heard as counterparty: subject"
    assert speaker == "Rosa Lund"


NO_MOVE = [
    NURSES + '"Our nurses are tired. They want higher pay," Lund said.',
    NURSES + '"We demand higher pay," one patient said.',
    NURSES + "Economist Jean Falk came. “We want higher pay for all,” Falk said.",
]


@pytest.mark.parametrize("text", NO_MOVE)
def test_words_of_no_side_make_no_move_of_a_side(read_text, rules, text):
    assert not moves(read_text(text), rules)
