"""Verb and noun forms against a reference inflector."""

import lemminflect
import pytest

from ontology import inflect

VERBS = (
    "strike walk reach vote ratify approve reject authorize picket veto quit offer counter submit admit refer prefer open "
    "resume collapse stall break hold meet say tell demand seek ask want withdraw table withhold call bargain negotiate agree "
    "settle sign ink end suspend extend expire lapse file sue charge allege accuse condemn praise urge back support endorse "
    "join honor cross lay fire hire furlough cut raise increase pay earn win lose plan schedule threaten warn vow pledge "
    "refuse decline deny fail panic free die tie dye see guarantee ban hit put set let run begin stop drop commit control "
    "occur visit benefit target budget market go do have make take give come become leave lead bring build buy keep think "
    "write speak stand sit shut send spend rise fall grow know draw drive eat find fight forget freeze get hang hear hide "
    "hurt read ride ring sell shake shoot show sing sink sleep split spread stick swear sweep teach tear throw understand "
    "wear wind undergo overcome oversee clinch hammer launch stage mount march rally protest demonstrate mediate arbitrate"
).split()
NOUNS = (
    "strike vote ballot union guild contract agreement worker actor writer nurse company party city body ally salary "
    "benefit proposal offer pact box tax loss bus crash batch person man woman spokesman craftsman child crisis series "
    "studio veto hero boss dress watch church country valley day delay member driver teacher clerk cook half life wife"
).split()


@pytest.mark.parametrize("lemma", VERBS)
def test_verb_forms_agree_with_the_reference(lemma):
    forms = inflect.verb_forms(lemma)
    for tag, code in (("past", "VBD"), ("participle", "VBN"), ("gerund", "VBG"), ("third", "VBZ")):
        mine = {form for form, tags in forms.items() if tag in tags}
        assert mine & set(lemminflect.getInflection(lemma, code)), (tag, mine)


@pytest.mark.parametrize("lemma", NOUNS)
def test_noun_forms_agree_with_the_reference(lemma):
    assert set(inflect.noun_forms(lemma)) & set(lemminflect.getInflection(lemma, "NNS"))
