"""Whether those whom a sentence names can do what it tells: employers do not strike, two sides make no move together."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract import makers
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item
from graph.model import Filler, Mention
from ontology import lists, terms

_OWN_PLACES = frozenset(("subject", "by", "office"))  # places of a maker that employers without a name do not take


def alliance(scene: Scene, findings: Findings, rules: Rules) -> bool:
    """Whether a body of employers stands right before a walkout: "the alliance walked out of the talks"."""
    if scene.passive:
        return False
    before = [item for item in scene.items[max(scene.low, scene.start - 1) : scene.start] if item.word != ","]
    kinds = [findings.agents[iri].type for item in before if item.mention for iri in item.mention.agents]
    strikes = rules.words(lists.STOPPAGE_VERB)
    return set(kinds) == {terms.EmployerAssociation} and scene.words[scene.start] in strikes


def employers(acting: Sequence[Mention], findings: Findings, rules: Rules) -> bool:
    """Whether no union, and no person, is among those who act: "they broke off the talks and walked out"."""
    kinds = [findings.agents[iri].type for mention in acting for iri in mention.agents]
    return not any(rules.lexicon.agent_is_a(k, u) for k in kinds for u in (terms.LaborUnion, terms.Person))


def both_sides(fillers: Sequence[Filler], findings: Findings, rules: Rules) -> bool:
    """Whether a union and an employer make a move together: "both sides have agreed to mediation" tells of none."""
    made = [f for f in fillers if f.role == terms.madeBy]
    kinds = [findings.agents[f.agent].type for f in made]
    unions = [rules.lexicon.agent_is_a(kind, terms.LaborUnion) for kind in kinds]
    return len({f.span for f in made}) == 1 and any(unions) and not all(unions)


def persons(acting: Sequence[Mention], fillers: Sequence[Filler], findings: Findings) -> bool:
    """Whether those who make a move are people who speak for no side: "a group of actors offered a plan"."""
    if any(f.role == terms.madeBy and f.how in _OWN_PLACES for f in fillers):
        return False
    people = [findings.agents[iri] for mention in acting if mention.kind != "pronoun" for iri in mention.agents]
    return bool(people) and all(agent.type == terms.Person and agent.affiliation is None for agent in people)


def no_union(acting: Sequence[Mention], items: Sequence[Item], findings: Findings, rules: Rules) -> bool:
    """Whether somebody named does it who is no union: "the company wants to" makes no union's demand."""
    kinds = [findings.agents[iri].type for mention in acting for iri in mention.agents]
    union = any(rules.lexicon.agent_is_a(kind, terms.LaborUnion) for kind in kinds)
    return not union and any(makers.plain(mention, items, findings, rules) for mention in acting)


def another_union(scene: Scene, rules: Rules) -> bool:
    """Whether a thing is done with a union that nobody names: "reached an agreement with a smaller union"."""
    unions = rules.words(lists.UNION_NOUN)
    words = scene.words[scene.end : min(scene.end + _WITH, scene.high)]
    if words[:1] != ["with"] or words[1:2] not in (["a"], ["an"], ["another"], ["one"]):
        return False
    at = next((n for n, word in enumerate(words) if word in unions), None)
    return at is not None and all(words[1:at])


_WITH = 6  # items from what is done to the union with which
