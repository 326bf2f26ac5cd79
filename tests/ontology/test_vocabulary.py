"""The Turtle of the ontology: parses, has no blank nodes, says what it means, and contradicts nothing."""

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

import ontology
from graph import check
from ontology import generate_terms, terms

CHRONOLOGY_TYPES = (
    "Statement RatificationVote AgreementReached Strike Proposal TalksOpening Counterproposal StrikeAuthorizationVote "
    "BoardVote LeadershipElection TentativeAgreement Rally StrikeCall TalksResumption LegalEvent Merger RoleChange "
    "TalksBreakdown ProductionShutdown Rejection NegotiationSession CorporateEvent ContractExpiration DemandsApprovalVote "
    "OpenLetter StrikeEndVote Picket ContractExtension MediationRequest JobListing EarningsAnnouncement FinalOffer "
    "InterimAgreement VoteEvent"
).split()
SCORED = set(
    "StrikeStart StrikeEnd StrikeAuthorizationVote NegotiationsOpen NegotiationsBreakdown NegotiationsResume "
    "NegotiationSession ProposalMade CounterproposalMade ProposalRejected TentativeAgreement RatificationVote BoardVote "
    "ContractExpiry ContractExtension Picket Statement JobListing Layoff Legal Other".split()
)


@pytest.mark.parametrize("path", ontology.files(), ids=lambda path: path.name)
def test_a_file_parses_and_has_no_blank_nodes(path):
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_terms_are_in_step_with_the_core():
    assert (generate_terms.FOLDER / "terms.py").read_text(encoding="utf-8") == generate_terms.text()


def test_every_term_has_a_label_and_a_definition():
    graph = check.vocabulary()
    ours = {s for s in graph.subjects() if str(s).startswith(terms.NS)}
    kinds = (RDFS.Class, RDF.Property, SKOS.Concept)
    for term in sorted(ours):
        if any((term, RDF.type, kind) in graph for kind in kinds):
            assert graph.value(term, RDFS.label) or graph.value(term, SKOS.prefLabel), term
            assert graph.value(term, SKOS.definition), term


def test_all_types_of_the_chronology_exist():
    graph = check.vocabulary()
    for name in CHRONOLOGY_TYPES:
        assert (rdflib.URIRef(terms.NS + name), RDF.type, RDFS.Class) in graph, name


def test_every_frame_has_examples_both_ways_and_a_known_scoring_type(lexicon):
    for frame in lexicon.frames:
        assert len(frame.examples) >= 2, frame.name
        assert len(frame.counterexamples) >= 1, frame.name
        assert frame.scored_as in {*SCORED, None}, frame.name


def closed(extra):
    graph = check.vocabulary() + rdflib.Graph()
    for triple in extra:
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return {str(o) for o in graph.objects(None, rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"))}


@pytest.mark.filterwarnings("ignore")
def test_the_ontology_is_consistent_and_a_contradiction_is_noticed():
    both = rdflib.URIRef("https://w3id.org/picketline/id/agent/both")
    data = [(both, RDF.type, rdflib.URIRef(terms.Person)), (both, RDF.type, rdflib.URIRef(terms.Organization))]
    # One run for the two: were the vocabulary itself inconsistent, there would be more.
    (contradiction,) = closed(data)
    assert all(word in contradiction for word in (terms.Person, terms.Organization, str(both)))
    assert (rdflib.URIRef(terms.Person), OWL.disjointWith, rdflib.URIRef(terms.Organization)) in check.vocabulary()


def test_a_file_that_does_not_parse_is_named(tmp_path):
    (tmp_path / "core.ttl").write_text(
        "@prefix pl: <https://w3id.org/picketline/ns#> .\npl:A a pl:B ;;; oops", encoding="utf-8"
    )
    with pytest.raises(ontology.VocabularyError, match=r"core\.ttl.*not Turtle"):
        ontology.load(tmp_path)


def test_a_blank_node_is_refused(tmp_path):
    (tmp_path / "x.ttl").write_text(
        "@prefix pl: <https://w3id.org/picketline/ns#> .\npl:A pl:word [] .", encoding="utf-8"
    )
    with pytest.raises(ontology.VocabularyError, match="blank node"):
        ontology.load(tmp_path)


_FRAME = """@prefix pl: <https://w3id.org/picketline/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
pl:Waltz a rdfs:Class ; rdfs:label "waltz" ; skos:definition "A dance." ; pl:cue "$steps/v with" .
"""
_STEPS = 'pl:words-steps a pl:WordList ; rdfs:label "steps" ; rdfs:comment "x" ; pl:word "turn" , "glide" .'


def test_a_cue_may_name_a_family_of_words(tmp_path):
    (tmp_path / "x.ttl").write_text(_FRAME + _STEPS, encoding="utf-8")
    (frame,) = ontology.load(tmp_path).frames
    assert [cue.pattern for cue in frame.cues] == ["glide|turn/v with"]


def test_a_family_that_is_not_there_is_named_with_its_cue(tmp_path):
    (tmp_path / "x.ttl").write_text(_FRAME, encoding="utf-8")
    with pytest.raises(ontology.VocabularyError, match=r"Waltz.*\$steps/v with.*expected a word list pl:words-steps"):
        ontology.load(tmp_path)
