"""Workers whose union a sentence, or the whole article, does not name: their employer stands for the dispute."""

from __future__ import annotations

from collections.abc import Mapping

from graph.extract.rules import Rules
from graph.extract.scene import Discourse, Scene
from graph.model import Agent, Filler, Mention
from ontology import lists, terms
from ontology.lexicon import Frame, Role


def new_firm(scene: Scene, discourse: Discourse, rules: Rules) -> Mention | None:
    """The employer whose workers act, where it is named here for the first time, and the article has named others and more
    than one union: "Summit pilots voted to return", "janitors at the Cove mill walked out".
    """
    workers, organized = rules.workers, rules.gazetteer.vocabulary.workers
    for at in range(scene.low, scene.start):
        mention = scene.items[at].mention
        if mention is None or len(mention.agents) != 1:
            continue
        kind = discourse.agents[mention.agents[0]].type
        if kind not in _FIRMS:
            return None
        near = scene.words[at + 1 : min(at + 3, scene.start)]
        earlier = scene.words[max(0, at - 2)] if scene.words[at - 1 : at] == ["at"] else ""
        behind = earlier in workers or earlier in organized
        if not behind and workers.isdisjoint(near) and organized.isdisjoint(near):
            continue
        unions = [a for a in discourse.agents.values() if rules.lexicon.agent_is_a(a.type, terms.LaborUnion)]
        if len(unions) < 2:
            return None
        named = [iri for other in discourse.before for iri in other.agents]
        firms = {iri for iri in named if discourse.agents[iri].type in _FIRMS}
        return mention if firms and mention.agents[0] not in firms else None
    return None


_FIRMS = frozenset((terms.Company, terms.PublicAgency))
# Those who tell of a dispute are no party to it for being named near.
BYSTANDERS = frozenset((terms.NewsOrganization,))


def own_firm(scene: Scene, discourse: Discourse, rules: Rules) -> Mention | None:
    """The employer named right before the workers who act, or behind them: "Summit machinists voted to strike", "janitors at
    the Cove mill walked out", "a strike by employees of Cove".
    """
    named = [(at, m) for at in range(scene.low, scene.high) if (m := scene.items[at].mention) is not None]
    firms = [(at, m) for at, m in named if m.kind == "name" and _is_firm(m, discourse)]
    for at, mention in firms:
        of = at - 1 - (scene.words[at - 1] == "the")
        if of > scene.low and scene.words[of] in _OF and _workers(scene, of - 1, rules):
            return mention
    for at, mention in reversed(firms):
        if at >= scene.start or discourse.agents[mention.agents[0]].type not in _FIRMS:
            continue
        if any(at < other < scene.start and m.kind == "name" for other, m in named):
            return None
        near = [word for word in scene.words[at + 1 : min(at + 4, scene.start)] if word not in _FORMS]
        return mention if any(_known(word, rules) for word in near[:2]) else None
    return None


def _is_firm(mention: Mention, discourse: Discourse) -> bool:
    kind = discourse.agents[mention.agents[0]].type if len(mention.agents) == 1 else ""
    return kind in _FIRMS or kind in BYSTANDERS


def _known(word: str, rules: Rules) -> bool:
    return word in rules.workers or word in rules.gazetteer.vocabulary.workers


def _workers(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether an item is a plural for workers, known for a union's or not."""
    item = scene.items[at]
    if item.mention is not None:
        return item.mention.rule == "workforce"
    return item.word.endswith("s") and _known(item.word, rules)


_OF = frozenset(("of", "for", "at"))
_FORMS = frozenset(("co", "inc", "corp", "ltd", "."))


def struck(frame: Frame, scene: Scene, discourse: Discourse, rules: Rules) -> list[Filler]:
    """The employer named last, or next, of workers whose union the article never names: "The musicians walked out"."""
    role = next((role for role in frame.roles if role.property == terms.employer), None)
    if role is None or not (of_workers(scene, rules) or not rules.unnamed.isdisjoint(scene.words)):
        return []
    if any_union(discourse.agents, rules):
        return []
    here = (item.mention for item in scene.items if item.mention is not None)
    for mention in (*here, *reversed(discourse.before), *discourse.after):
        agent = discourse.agents.get(mention.agents[0])
        if agent is None or not fits(agent.iri, role, discourse, rules) or agent.type in BYSTANDERS:
            continue
        if agent.reviewed and (scene.noun or agent.type == terms.PublicAgency):
            continue  # whose unions are known, or which sees to it that others keep the law
        return [Filler(role.property, agent.iri, "discourse", mention.span)]
    return []


def any_union(agents: Mapping[str, Agent], rules: Rules) -> bool:
    """Whether an article names a union at all."""
    return any(rules.lexicon.agent_is_a(agent.type, terms.LaborUnion) for agent in agents.values())


def of_workers(scene: Scene, rules: Rules) -> bool:
    """Whether a sentence speaks of workers, their unions, or of a stoppage by its trigger."""
    words = scene.words
    if not rules.workers.isdisjoint(words) or not rules.words(lists.UNION_PEOPLE).isdisjoint(words):
        return True
    return scene.noun and not rules.words(lists.STOPPAGE).isdisjoint(words[scene.start : scene.end])


def fits(iri: str, role: Role, discourse: Discourse, rules: Rules) -> bool:
    """Whether an agent is of the class that a role asks for."""
    agent = discourse.agents.get(iri)
    if agent is None:
        return False
    return role.type is None or rules.lexicon.agent_is_a(agent.type, role.type)


def is_union(iri: str, discourse: Discourse, rules: Rules) -> bool:
    """Whether an agent is a union."""
    return rules.lexicon.agent_is_a(discourse.agents[iri].type, terms.LaborUnion)
