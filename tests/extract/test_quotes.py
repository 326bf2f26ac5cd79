"""Who said what: marks of every kind, interrupted and continued words, speakers before and after, and nobody."""

import pytest


def said(extraction):
    """(speaker or None, words) of every direct quotation, in order."""
    names = {a.iri: a.name for a in extraction.agents}
    text = extraction.document.text
    return [(names.get(q.speaker), q.span.of(text)) for q in extraction.quotations if q.kind == "direct"]


Q = "Alma Quist"
INTRO = "Union president Alma Quist met the press. "

CASES = [
    # verbs that go on with the subject before them, and words that nobody says
    (
        "UAW president Alma Quist welcomed the plan but said it would not do under the contract with Ford, saying “that does not touch what we are here for.”",
        [(Q, "that does not touch what we are here for.")],
    ),
    (
        "The UAW issued a statement in support of the Teamsters, adding that “responsibility rests with the company alone.”",
        [("United Auto Workers", "responsibility rests with the company alone.")],
    ),
    (
        "The AMPTP, which speaks for studios such as Amazon, Netflix and NBCUniversal, expressed regret, writing in a statement that “nobody wins by waiting for this.”",
        [("AMPTP", "nobody wins by waiting for this.")],
    ),
    ("Members of the UAW marched on Ford, carrying signs that read: “No more free work for us.”", []),
    (
        "The UAW, which was in talks with Ford, praised the outcome of the vote of the Teamsters.\n\n“This is a good day for all of us,” it said.",
        [("United Auto Workers", "This is a good day for all of us,")],
    ),
    (
        "UAW president Alma Quist signed the letter with treasurer Bo Lind. “This shows the strength that we have,” the two wrote.",
        [(Q, "This shows the strength that we have,"), ("Bo Lind", "This shows the strength that we have,")],
    ),
    # documents, asides and ages
    (
        "The UAW struck Ford. The union issued a statement on Sunday.\n\n“We gave Ford every chance,” the statement read. “They chose to walk away.”",
        [("United Auto Workers", "We gave Ford every chance,"), ("United Auto Workers", "They chose to walk away.")],
    ),
    (
        f"{INTRO}One mechanic, who asked not to be named because he feared reprisal, said: “I cannot live on this wage.”",
        [(None, "I cannot live on this wage.")],
    ),
    (f"{INTRO}Quist, 54, a former welder, called it “an insult to all of us.”", [(Q, "an insult to all of us.")]),
    (
        f"{INTRO}“It hurts all of us,” Quist told the crowd. Teamsters secretary Bo Lind spoke as well: “We will not cross your line.”",
        [(Q, "It hurts all of us,"), ("Bo Lind", "We will not cross your line.")],
    ),
    # marks
    (f'{INTRO}"We will not be moved from here," Quist said.', [(Q, "We will not be moved from here,")]),
    (f"{INTRO}“We will not be moved from here,” Quist said.", [(Q, "We will not be moved from here,")]),
    (f"{INTRO}”We will not be moved from here,“ Quist said.", [(Q, "We will not be moved from here,")]),
    (f"{INTRO}‘We won’t be moved from here,’ Quist said.", [(Q, "We won’t be moved from here,")]),
    (f"{INTRO}'We will not be moved from here,' said Quist.", [(Q, "We will not be moved from here,")]),
    (f'{INTRO}Quist added: "We will never be moved fr...', [(Q, "We will never be moved fr")]),
    # place of the speaker
    ("“It hurts all of us,” said Alma Quist, president of the UAW.", [(Q, "It hurts all of us,")]),
    ("In a letter, Ford said: “We have made a fair offer.”", [("Ford", "We have made a fair offer.")]),
    ("“We have made a fair offer,” Ford said in a statement.", [("Ford", "We have made a fair offer,")]),
    ("“It hurts all of us,” according to Alma Quist.", [(Q, "It hurts all of us,")]),
    ("“It hurts all of us,” the UAW president said. ", [("United Auto Workers", "It hurts all of us,")]),
    (
        "UAW president Alma Quist came. “It hurts all of us,” the UAW president said.",
        [(Q, "It hurts all of us,")],
    ),
    (f"{INTRO}“It hurts all of us,” she said.", [(Q, "It hurts all of us,")]),
    ("“It hurts us all,” said committee member and steward Alma Quist.", [(Q, "It hurts us all,")]),
    (
        "Steward Alma Quist said members “want to get this over with quickly”, adding that it takes two.",
        [(Q, "want to get this over with quickly")],
    ),
    (
        "Said Ford president Otto Brandt in a note, “We have made a fair offer.”",
        [("Otto Brandt", "We have made a fair offer.")],
    ),
    (
        "The Teamsters, which represent drivers at Ford, said the plan “would ruin the whole town.”",
        [("Teamsters", "would ruin the whole town.")],
    ),
    (
        "The UAW then thanked the Teamsters.\n\n“The Teamsters stood with us in the rain,” the union stated.",
        [("United Auto Workers", "The Teamsters stood with us in the rain,")],
    ),
    (
        "The UAW met Ford.\n\n“We will be back at the table,” union leaders said.",
        [("United Auto Workers", "We will be back at the table,")],
    ),
    (
        "According to a statement released by the UAW, which told of president Alma Quist, it was time.\n\n"
        "“To this day we have no answer from Ford,” the statement said.",
        [("United Auto Workers", "To this day we have no answer from Ford,")],
    ),
    (
        "The UAW met Ford.\n\n“We will be back at the table,” the bargaining committee wrote to members.",
        [("United Auto Workers", "We will be back at the table,")],
    ),
    ("``It hurts all of us,'' said Alma Quist.", [(Q, "It hurts all of us,")]),
    (
        "Alma Quist, UAW president, called the talks “a start only” but said “it is not a great one either”.",
        [(Q, "it is not a great one either")],
    ),
    # an office with a word of speech in it
    ("“It hurts all of us,” UAW state convenor Alma Quist told reporters.", [(Q, "It hurts all of us,")]),
    # a surname that is also a verb of speech
    (
        "“We made a fair offer today,” Ford president Otto Counter said of the talks.",
        [("Otto Counter", "We made a fair offer today,")],
    ),
    # interrupted and continued
    (
        f"{INTRO}“We will stay,” she said, “until they sign the deal.”",
        [(Q, "We will stay,"), (Q, "until they sign the deal.")],
    ),
    (
        f"{INTRO}“We will stay here,” Quist said. “They know where we are.”",
        [(Q, "We will stay here,"), (Q, "They know where we are.")],
    ),
    (
        f"{INTRO}Quist said: “We will stay here.\n\n“They know where we are.”",
        [(Q, "We will stay here."), (Q, "They know where we are.")],
    ),
    (
        f"{INTRO}\n\n“We will stay here,” Quist said.\n\n“They know where we all are.”",
        [(Q, "We will stay here,"), (Q, "They know where we all are.")],
    ),
    (
        f"{INTRO}Quist told Sky News:\n\nWe cannot see a way out unless the firm moves, and we will stay out.",
        [(Q, "We cannot see a way out unless the firm moves, and we will stay out.")],
    ),
    # the subject of the sentence before, not the last name in it
    (
        "Minister Otto Brandt joined the line, against Sir Ian Vale's orders. He told a crowd: “We stand with you today.”",
        [("Otto Brandt", "We stand with you today.")],
    ),
    # a quotation names others
    (
        f"{INTRO}“We met Otto Brandt over there,” Quist said.\n\n“He was kind to us,” she added.",
        [(Q, "We met Otto Brandt over there,"), (Q, "He was kind to us,")],
    ),
    # nobody told of by name between, or spoken to
    (f"{INTRO}Quist told Sky's Otto Brandt of it. “We will stay here,” she told Otto.", [(Q, "We will stay here,")]),
    # a colon, and a mark that nobody closed
    (
        f"{INTRO}Quist said: “We will stay right here. “They know where we are.”",
        [(Q, "We will stay right here."), (Q, "They know where we are.")],
    ),
    (
        f"{INTRO}“We will not move an inch,” Quist said after a meeting that the Ford board had asked for. “They know that.”",
        [(Q, "We will not move an inch,"), (Q, "They know that.")],
    ),
    (f"{INTRO}Asked if they would stop, Quist said, “Not at all.”", [(Q, "Not at all.")]),
    # a paragraph that only quotes, after one that only reports
    (
        f"{INTRO}\n\nQuist said nobody had asked for this strike.\n\n“All we ever wanted was to be heard.”",
        [(Q, "All we ever wanted was to be heard.")],
    ),
    # furniture between two pieces
    (
        f"{INTRO}\n\n“We will stay here,” Quist said. “They know it.\n\nNew map shows the closed lines of today\n\n“We will be here at Christmas.”",
        [(Q, "We will stay here,"), (Q, "They know it."), (Q, "We will be here at Christmas.")],
    ),
    # a document, and who made it
    (
        "The UAW put out a letter on Monday.\n\nThe letter read: “We have nothing left to give.”",
        [("United Auto Workers", "We have nothing left to give.")],
    ),
    (
        f"{INTRO}\n\nThey raised the rent and then they asked us to be thankful for it.\n\n— Alma Quist (@aquist) May 2, 2023",
        [(Q, "They raised the rent and then they asked us to be thankful for it.")],
    ),
    # apostrophes, and marks inside marks
    (
        f"{INTRO}'We won't go,' Quist said. 'It's the members' fight, and the members' patience is gone,' she added.",
        [(Q, "We won't go,"), (Q, "It's the members' fight, and the members' patience is gone,")],
    ),
    (f"{INTRO}«We will not be moved from here», Quist said.", [(Q, "We will not be moved from here")]),
    (f"{INTRO}„We will not be moved from here“, Quist said.", [(Q, "We will not be moved from here")]),
    (
        f"{INTRO}“They told us ‘take it or leave it’ and left,” Quist said.",
        [(Q, "They told us ‘take it or leave it’ and left,")],
    ),
    (
        f'{INTRO}"They told us "take it or leave it" and left the room," Quist said.',
        [(Q, 'They told us "take it or leave it" and left the room,')],
    ),
    (
        "The UAW and Ford said in a joint statement that they had “reached terms that both can live with.”",
        [
            ("Ford", "reached terms that both can live with."),
            ("United Auto Workers", "reached terms that both can live with."),
        ],
    ),
    # two speak as one
    (
        "“We are united on this one,” UAW president Alma Quist and Ford boss Otto Brandt said in a joint statement.",
        [("Otto Brandt", "We are united on this one,"), (Q, "We are united on this one,")],
    ),
    (
        "“We are united on this one,” said UAW president Alma Quist and Ford boss Otto Brandt. They added: “We mean it, all of it.”",
        [
            (Q, "We are united on this one,"),
            ("Otto Brandt", "We are united on this one,"),
            (Q, "We mean it, all of it."),
            ("Otto Brandt", "We mean it, all of it."),
        ],
    ),
    # whoever speaks for a body speaks on as it
    (
        f"{INTRO}“We will stay here,” Quist said.\n\nA spokeswoman for Ford told the BBC that talks were off.\n\nShe added: “We made a fair offer in May.”",
        [(Q, "We will stay here,"), ("Ford", "We made a fair offer in May.")],
    ),
    # "it" is no body that only the quotation names
    (
        "Ford disputed that. “Our offer speaks to all that the UAW has asked for,” it said in a statement.",
        [("Ford", "Our offer speaks to all that the UAW has asked for,")],
    ),
    # nobody
    ("The UAW met. “It hurts all of us,” a union-side source said.", [(None, "It hurts all of us,")]),
    ("The UAW met. “No one should speak,” a young man told Ford workers.", [(None, "No one should speak,")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_go_to_whoever_said_them(read_text, text, expected):
    assert said(read_text(text)) == expected


UNNAMED = [
    ("The UAW met. “It hurts all of us,” a union-side source said.", "union-side source"),
    ("The UAW met. “It hurts all of us,” said one nurse at Ford's clinic.", "nurse"),
    ("The UAW met. A studio executive told the BBC: “It hurts all of us.”", "studio executive"),
    ("The UAW met. “It hurts all of us,” according to an industry source.", "industry source"),
    ("The UAW met. Workers at Ford say that “one job should be enough.”", "workers"),
]


def test_whoever_only_the_words_name_does_not_speak(read_text):
    text = (
        "The UAW met. “The members have spoken,” Loeb told Variety in a statement. “This is about the lives of us all.”"
    )
    assert not any(q.unnamed for q in read_text(text).quotations)


@pytest.mark.parametrize(("text", "who"), UNNAMED)
def test_a_speaker_without_a_name_is_told_of_in_the_text_s_words(read_text, text, who):
    assert [(q.speaker, q.unnamed) for q in read_text(text).quotations] == [(None, who)]


SCARE = [
    "Ford called the move “grossly irresponsible” on Monday.",
    "Alma Quist spoke of a “new phase” in the strike.",
    "The “last, best and final” offer failed.",
]


def test_a_term_that_qualifies_a_noun_is_nobody_s_statement(read_text):
    extraction = read_text(
        "UAW president Alma Quist said a “meagre 2 per cent” raise and Ford's “last, best and final” offer failed."
    )
    assert said(extraction) == []


@pytest.mark.parametrize("text", SCARE)
def test_terms_of_a_few_words_are_no_statement(read_text, text):
    extraction = read_text(text)
    assert all(q.speaker is None for q in extraction.quotations if len(q.span.of(text).split()) < 4)


def test_the_outlet_told_is_kept(read_text):
    extraction = read_text(f"{INTRO}“We will stay out here,” Quist told The Hollywood Reporter.")
    names = {a.iri: a.name for a in extraction.agents}
    assert [(names[q.speaker], names[q.told_to]) for q in extraction.quotations] == [(Q, "The Hollywood Reporter")]


def test_words_and_evidence_slice_back(read_text):
    text = f"{INTRO}\n\n“We will stay here,” Quist said. “They know where we are.”"
    for quotation in read_text(text).quotations:
        assert quotation.evidence.covers(quotation.span)
        assert quotation.span.of(text).strip("“”") == quotation.span.of(text)


def test_an_item_of_a_list_signs_nothing(read_text):
    text = (
        "Alma Quist led the UAW at the talks with Ford for a long time this year.\n\nIt was a long summer of talks here.\n\n"
        "- UAW members went home."
    )
    assert said(read_text(text)) == []


@pytest.mark.parametrize("office", ["A company spokesman", "A company spokeswoman", "A spokesman for the company"])
def test_a_spokesman_who_opens_a_paragraph_speaks_for_the_body_of_his_noun(read_text, office):
    text = f"The Mail Workers Union struck at Royal Mail.\n\n{office} said: “The vote will change nothing here.”"
    extraction = read_text(text)
    names = {a.iri: a.name for a in extraction.agents}
    assert [names[q.speaker] for q in extraction.quotations] == ["Royal Mail"]
