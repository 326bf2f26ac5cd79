"""A union's branch and the body that it is of: "Local 9 of the X", "Local 9 X" name one who acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.extract.rules import Rules
from graph.extract.tokens import Item
from graph.model import Agent, Mention
from ontology import terms


def before(items: Sequence[Item], at: int, agents: Mapping[str, Agent], rules: Rules) -> Mention | None:
    """The union named right before the one at a place, which only tells of which body that is a branch; None otherwise."""
    back = at - 1
    while back >= 0 and items[back].word in ("the", "of"):
        back -= 1
    branch, body = (items[back].mention if back >= 0 else None), items[at].mention
    if branch is None or body is None or branch.agents == body.agents:
        return None
    if len(branch.agents) != 1 or len(body.agents) != 1:
        return None
    kinds = [agents[iri].type for iri in (*branch.agents, *body.agents) if iri in agents]
    return branch if all(rules.lexicon.agent_is_a(kind, terms.LaborUnion) for kind in kinds) else None
