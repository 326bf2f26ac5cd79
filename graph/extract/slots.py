"""What the slots of a cue stand for: agents by their class, times, issues and figures."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.cues import SlotTest
from graph.extract.findings import Findings
from graph.extract.issues import IssueMention
from graph.extract.rules import Rules
from graph.extract.tokens import Item
from ontology import terms

_KINDS = {
    "union": (terms.LaborUnion,),
    "employer": (terms.EmployerAssociation, terms.Company),
    "organization": (terms.Organization,),
    "person": (terms.Person,),
    "agent": (terms.Agent,),
}


def test_of(findings: Findings, rules: Rules, named: Sequence[IssueMention]) -> SlotTest:
    """The test of whether a slot of a cue fits at an item, and how many items it takes."""
    starts = {m.start: m.end - m.start for m in named}

    def test(kind: str, items: Sequence[Item], at: int) -> int:
        item = items[at]
        if kind in _KINDS:
            if item.mention is None:
                return 0
            return int(any(rules.lexicon.is_any(findings.agents[i].type, _KINDS[kind]) for i in item.mention.agents))
        if kind == "pronoun":
            return int(_points_back(item, findings))
        if kind == "time":
            return int(item.time is not None)
        if kind == "issue":
            return starts.get(at, 0)
        quantity = item.quantity
        if quantity is None or not quantity.is_a(kind):
            return 0
        width = 1
        while at + width < len(items) and items[at + width].quantity is quantity:
            width += 1
        return width

    return test


def _points_back(item: Item, findings: Findings) -> bool:
    """Whether an item is a pronoun that can stand for a thing told before: "it", "they", "these", but not "she"."""
    if item.mention is None:
        return item.word in _POINTING
    mention = item.mention
    return mention.kind == "pronoun" and all(findings.agents[iri].type != terms.Person for iri in mention.agents)


_POINTING = frozenset("it they them this these those".split())
