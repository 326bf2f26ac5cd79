"""The expected facts are well formed: known types, words that stand in the text, names that the file declares."""

import json
import re
from pathlib import Path

import pytest

from graph import dates

ROOT = Path(__file__).parent / "expected"
IDS = sorted(path.stem for path in (ROOT / "articles").glob("*.json"))
ENTITIES = {"Union", "EmployerAssociation", "Company", "Person", "GovernmentBody", "Production", "Other"}
EVENTS = set(
    "StrikeStart StrikeEnd StrikeAuthorizationVote NegotiationsOpen NegotiationsBreakdown NegotiationsResume"
    " NegotiationSession ProposalMade CounterproposalMade ProposalRejected TentativeAgreement RatificationVote BoardVote"
    " ContractExpiry ContractExtension Picket Statement JobListing Layoff Legal Other".split()
)
ISSUES = set(
    "AI wages residuals staffing health-pension streaming-transparency working-conditions self-tape benefits"
    " job-security other".split()
)
LISTS = ("entities", "events", "proposals", "quantities", "quotes")


def load(folder, ident):
    return json.loads((ROOT / folder / f"{ident}.json").read_text(encoding="utf-8"))


def test_every_article_has_its_facts():
    assert sorted(path.stem for path in (ROOT / "gold").glob("*.json")) == IDS
    assert len(IDS) >= 25


def test_the_set_has_variety():
    gold = [load("gold", ident) for ident in IDS]
    assert sum(bool(g.get("irrelevant")) for g in gold) >= 3
    assert {g["group"] for g in gold} == {"hollywood", "other"}
    articles = [load("articles", ident) for ident in IDS]
    assert len({a["outlet"] for a in articles}) >= 8
    assert sum("html" in a for a in articles) >= 5
    assert len({a["published"][:4] for a in articles}) >= 8


@pytest.mark.parametrize("ident", IDS)
def test_an_article_is_complete(ident):
    article = load("articles", ident)
    assert article["id"] == ident
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", article["published"])
    for name in ("url", "outlet", "title", "text"):
        assert article[name].strip(), name
    assert re.search(r"\.example\b", article["url"])


@pytest.mark.parametrize("ident", IDS)
def test_facts_use_known_types_and_declared_names(ident):
    gold = load("gold", ident)
    declared = [entity["name"] for entity in gold["entities"]]
    assert len(declared) == len(set(declared))
    for entity in gold["entities"]:
        assert entity["type"] in ENTITIES
        assert entity["mentions"]
        assert entity.get("affiliation", declared[0]) in declared
    for event in gold["events"]:
        assert event["type"] in EVENTS
        assert event["modality"] in {"actual", "planned", "conditional"}
        assert event["participants"]
        assert set(event["participants"]) <= set(declared), event
        assert event["date"] is None or dates.bounds(event["date"]) is not None, event["date"]
    for proposal in gold["proposals"]:
        assert {proposal["by"], proposal.get("to", proposal["by"])} <= set(declared), proposal
        assert proposal["issue"] in ISSUES
    for quantity in gold["quantities"]:
        assert isinstance(quantity["value"], int | float)
        assert quantity["unit"]
        assert quantity["about"] in declared, quantity
    for quote in gold["quotes"]:
        assert quote["speaker"] in declared or quote.get("optional"), quote


@pytest.mark.parametrize("ident", IDS)
def test_facts_stand_in_the_text(ident):
    gold, text = load("gold", ident), load("articles", ident)["text"]
    for entity in gold["entities"]:
        for mention in entity["mentions"]:
            assert mention in text, mention
    for name in LISTS[1:]:
        for row in gold[name]:
            assert row["evidence"] in text, row
    for quote in gold["quotes"]:
        assert quote["text"] in quote["evidence"], quote


@pytest.mark.parametrize("ident", [i for i in IDS if i.startswith("x")])
def test_an_article_on_other_matters_has_no_facts(ident):
    gold = load("gold", ident)
    assert gold["irrelevant"] is True
    assert not any(gold[name] for name in LISTS)
