"""Whose move it is where the words alone leave that open: what a union demands is a demand, what an employer demands is
its own proposal, and whoever acts for a body in an office acts as that body.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.extract import issues, places, settling, slots, subjects, tokens
from graph.extract.english import AUXILIARY
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item, Places
from graph.extract.triggers import Trigger
from graph.model import Agent, Filler, Mention, Span
from ontology import lists, terms


def turned(trigger: Trigger, scene: Scene, findings: Findings, rules: Rules) -> Trigger:
    """The trigger as one of the class that its own names by `pl:otherwise`, where none but employers act."""
    other = trigger.frame.otherwise
    if other is None:
        return trigger
    if not scene.noun and workers_act(scene, rules):
        return trigger
    acting = subjects.subject(scene, rules)
    if scene.noun:
        at = scene.items[scene.start].span.start
        acting = [mention for mention in places.owners(scene, rules) if mention.span.end <= at]
    if not (acting and all(_employer(mention, findings, rules) for mention in acting)) and (
        acting or not unnamed(scene, rules)
    ):
        return trigger
    found = Places(scene.items)
    slot = slots.test_of(findings, rules, issues.all_of(scene.items, found, rules))
    barred = settling.blocked({other}, scene.items, found, slot, rules)
    if any(start < trigger.match.end and trigger.match.start < end for _, start, end in barred):
        return trigger
    return replace(trigger, frame=rules.frames[other])


def workers_act(scene: Scene, rules: Rules) -> bool:
    """Whether workers are the subject of the clause though its sentence names an employer: "UPS offered 3 percent, while
    drivers want 9", "UPS night drivers want 9".
    """
    own = scene.items[scene.low : scene.start]
    last = max((at for at, item in enumerate(own) if item.mention is not None), default=-1)
    near = own if last < 0 else own[last + 1 : last + 4]
    return any(item.word in rules.workers and item.word.endswith("s") for item in near) or _workers_asking(scene, rules)


def _workers_asking(scene: Scene, rules: Rules) -> bool:
    """Whether a participle tells what the workers right before it ask, whoever the sentence is about: "was hit by a walkout
    of 300 drivers demanding higher pay", "faces a strike by its drivers, calling for higher pay".
    """
    at = scene.start - 1
    if scene.noun or at < 1 or not scene.words[scene.start].endswith("ing"):
        return False
    apart = scene.words[at] == ","
    at -= apart
    if scene.words[at] not in rules.words(lists.ORGANIZATION_MEMBER) or not scene.words[at].endswith("s"):
        return False
    return not apart or not _BY.isdisjoint(scene.words[max(0, at - 3) : at])


_BY = frozenset(("by", "of", "from"))


def strangers_act(scene: Scene, findings: Findings, rules: Rules) -> bool:
    """Whether workers act of whom the article speaks nowhere else: "The last strike was in 2003, when musicians walked out"."""
    if not workers_act(scene, rules):
        return False
    words = scene.words[scene.low : scene.start]
    acting = next((word for word in reversed(words) if word in rules.workers and word.endswith("s")), "")
    return bool(acting) and sum(acting in findings.words(sentence) for sentence in findings.sentences) < 2


def unnamed(scene: Scene, rules: Rules) -> bool:
    """Whether employers whom nobody names do it: "advertisers want", "instead, they want", "stores dropped their demand"."""
    if scene.noun and scene.items[scene.start - 1].word not in _OWN:
        return False
    acting = scene.items[0 if scene.noun else scene.low : scene.start]
    words = [item.word for item in acting if item.mention is None or item.mention.rule == "workforce"]
    if not rules.sides.isdisjoint(words):
        return False  # "union officials"
    employers = rules.gazetteer.vocabulary.acting_employers
    behind = (*words[1:], "")  # "theatre performers" are no theatres
    acts = (w for w, b in zip(words, behind, strict=False) if w in rules.workers or b not in rules.workers)
    first = next((w for w in acts if w == "they" or w in employers or w in rules.workers), "")
    return first == "they" or first in employers or (not first and _unknown_name(scene))


def employers_act(scene: Scene, rules: Rules) -> str:
    """The noun for employers without a name who make a move, as its subject or as the owner of its noun; "" for none:
    "producers withdrew", "under the owners' offer".
    """
    employers = rules.gazetteer.vocabulary.acting_employers
    items = scene.items
    if scene.noun:
        owners = (
            items[at - 1]
            for at in range(max(scene.low, scene.start - 3) + 1, scene.end)
            if items[at].word in ("'", "'s")
        )
        return next((item.word for item in owners if item.mention is None and item.word in employers), "")
    saying = rules.verbs.saying
    low = next((at + 1 for at in range(scene.start - 1, scene.low - 1, -1) if items[at].word in saying), scene.low)
    known = employers | rules.workers
    subject = next((i for i in items[low : scene.start] if i.mention is not None or i.word in known), None)
    acting = subject is not None and subject.mention is None and subject.word in employers
    return subject.word if acting and subject is not None else ""


def _unknown_name(scene: Scene) -> bool:
    """Whether a name that stands for no known agent is right before the verb: "the Calder is seeking lower pay", "the Calder,
    which lost money, has asked for lower pay".
    """
    opening = scene.clauses[0]
    places = [*range(scene.start - 1, scene.low - 1, -1)]
    if scene.clause != 0 and opening.kind == "main":
        places += range(opening.end - 1, 0, -1)
    for at in places:
        item = scene.items[at]
        if item.word in AUXILIARY or item.word in _BETWEEN or item.word.endswith("ly"):
            continue
        return at > 0 and item.capital and item.kind == "word" and item.mention is None and len(item.word) > 2
    return False


_BETWEEN = frozenset(", also now still been being not again then".split())


_OWN = frozenset(("its", "their"))
_GOVERNED = 6  # items
_HOLDING = frozenset(("on", "from", "off", "over"))


def own(scene: Scene, rules: Rules) -> bool:
    """Whether "its" stands before the noun of a move, so that it is there whatever is denied: "did not yield on its demand"; or
    a verb that leaves it where it is: "will not drop a demand".
    """
    if not scene.noun:
        return False
    if not rules.words(lists.LEAVES_STANDING).isdisjoint(
        scene.words[max(scene.low, scene.start - _GOVERNED) : scene.start]
    ):
        return True
    at = next((at for at in range(scene.start - 1, max(scene.low, scene.start - 3), -1) if scene.words[at] in _OWN), 0)
    return scene.words[at - 1] in _HOLDING if at else False


def _employer(mention: Mention, findings: Findings, rules: Rules) -> bool:
    """Whether a mention is of employers by name, phrase or "it", or "they" behind them in one sentence. What "they" of another
    sentence means is too unsure to say whose demand it is; the public bodies of the registry see to it that others keep the law.
    """
    agents = [_body(findings.agents[iri], findings) for iri in mention.agents]
    if mention.kind == "pronoun" and not _sure(mention, findings):
        return False
    return all(
        rules.lexicon.agent_is_a(agent.type, terms.Organization)
        and not rules.lexicon.agent_is_a(agent.type, terms.LaborUnion)
        and not rules.lexicon.agent_is_a(agent.type, terms.NewsOrganization)
        and not (agent.reviewed and agent.type == terms.PublicAgency)
        for agent in agents
    )


def plain(mention: Mention, items: Sequence[Item], findings: Findings, rules: Rules) -> bool:
    """Whether a mention is no pronoun, or one that passes over a union named before it in its sentence: "in the union's words
    they want".
    """
    return mention.kind != "pronoun" or any(
        rules.lexicon.agent_is_a(findings.agents[iri].type, terms.LaborUnion)
        for item in items
        if item.mention is not None and item.span.start < mention.span.start
        for iri in item.mention.agents
    )


def _sure(pronoun: Mention, findings: Findings) -> bool:
    """Whether it is plain whom a pronoun means."""
    if pronoun.span.of(findings.document.text).lower() == "it":
        return True
    sentence = findings.sentence_at(pronoun.span.start)
    before = tokens.within(findings.mentions, Span(sentence.span.start, pronoun.span.start)) if sentence else ()
    return any(other.kind != "pronoun" and other.agents == pronoun.agents for other in before)


def _body(agent: Agent, findings: Findings) -> Agent:
    """The body that an officer acts for, any other agent as it is."""
    return findings.agents.get(agent.affiliation or "", agent) if agent.type == terms.Person else agent


def through_office(
    trigger: Trigger, scene: Scene, fillers: Sequence[Filler], findings: Findings, rules: Rules
) -> tuple[Filler, ...]:
    """The fillers of a move, its maker the body of the officer who acts: "the union's president wants a higher floor"."""
    role = next((role for role in trigger.frame.roles if role.property == terms.madeBy), None)
    made = next((filler for filler in fillers if filler.role == terms.madeBy), None)
    if role is None or scene.noun or (made is not None and made.how not in ("discourse", "sentence")):
        return tuple(fillers)
    acting = [m for m in subjects.subject(scene, rules) if len(m.agents) == 1]
    if not acting or len({m.agents for m in acting}) > 1 or findings.agents[acting[0].agents[0]].type != terms.Person:
        return tuple(fillers)
    body = findings.agents.get(findings.agents[acting[0].agents[0]].affiliation or "")
    if body is None or not rules.lexicon.agent_is_a(body.type, role.type or terms.Organization):
        return tuple(fillers)
    if body.type in (terms.NewsOrganization, terms.PublicAgency):
        return tuple(fillers)
    rest = (f for f in fillers if f.role != terms.madeBy and f.agent != body.iri)
    return (Filler(terms.madeBy, body.iri, OFFICE, acting[0].span), *rest)


OFFICE = "office"  # how a maker came whom the office of the one who acts tells
