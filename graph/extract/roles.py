"""Who did it to whom: the roles of a frame filled with the agents of a clause, each from the first place that holds one."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract import places as standing
from graph.extract import subjects, unnamed
from graph.extract.english import COORDINATORS, PREPOSITIONS
from graph.extract.rules import Rules
from graph.extract.scene import Discourse, Scene
from graph.model import Agent, Filler, Mention
from ontology import lists, terms
from ontology.lexicon import Frame, Role


def fill(frame: Frame, scene: Scene, discourse: Discourse, rules: Rules) -> tuple[Filler, ...]:
    """The fillers of a frame's roles, each from the first of its places that holds a fitting agent."""
    out: list[Filler] = []
    used: set[str] = set()
    filling = rules.fillings[frame.iri]
    unions, move = filling.unions, filling.move
    places: dict[str, list[Mention]] = {}
    employers = move and frame.iri in rules.of_employers
    firm = unnamed.new_firm(scene, discourse, rules) if unions and not move else None
    for role, of_verb, of_noun in filling.roles:
        union, maker, receiver = (
            role.type == terms.LaborUnion,
            role.property == terms.madeBy,
            role.property == terms.madeTo,
        )
        if scene.noun and move and maker and _of_somebody(scene, rules):
            continue  # "members rejected the company's final offer": the offer is not the members'
        answers = not scene.noun and maker and _answers(frame)
        owned = scene.passive and receiver and _answers(frame)
        order = of_noun if scene.noun else of_verb
        for place in ("possessor", *order) if owned else order:
            if answers and _of_answered(place, scene):
                continue
            if place == "discourse" and move and not union and subjects.acted_by_others(scene):
                break
            if firm is not None and union and place == "discourse":
                break  # of another firm's workers the union may be another
            here = places.get(place)
            if here is None:
                here = standing.at(place, scene, discourse, rules)
                if move and place == "discourse" and union:
                    here = [*here, *discourse.after]  # named behind its first demand
                places[place] = here
            if not here:
                continue
            found = [
                (iri, mention)
                for mention in here
                if not (place == "for" and move and mention.kind == "pronoun")  # "asking us to pay for our health care"
                for iri in mention.agents
                if unnamed.fits(iri, role, discourse, rules)
                and iri not in used
                and not (union and mention.part.lower() in rules.staff)
                and not (employers and maker and unnamed.is_union(iri, discourse, rules))
                and not (move and receiver and _own_side(iri, out, discourse, rules))
                and not (union and _by_its_staff(mention, scene, rules))
                and not (move and (maker or receiver) and _before_its_workers(iri, mention, scene, discourse, rules))
                and not (unions and _other_side(iri, role, place, out, discourse, rules))
                and not (discourse.agents[iri].type in unnamed.BYSTANDERS and _apart(frame, place, scene))
                and not (place == "discourse" and move and discourse.agents[iri].type == terms.PublicAgency)
            ]
            if not found:
                continue
            if not role.many or place == "discourse":
                found = found[:1]
            for iri, mention in found:
                if iri not in used:
                    out.append(Filler(role.property, iri, place, mention.span))
                    used.add(iri)
            break
    if not out and frame.is_a(terms.Statement):
        out.extend(_of_side(frame, scene, discourse, rules))
    if move and scene.passive and not any(filler.role == terms.madeBy for filler in out):
        out.extend(_by_members(frame, scene, discourse, rules, used))
    if firm is not None and firm.agents[0] not in used and not any(f.role == terms.employer for f in out):
        out.extend(
            Filler(role.property, firm.agents[0], "workers", firm.span)
            for role in frame.roles
            if role.property == terms.employer
        )
    if unions and not move and not any(f.role == terms.employer for f in out):
        own = unnamed.own_firm(scene, discourse, rules)
        if own is not None and own.agents[0] not in used:
            out.extend(
                Filler(role.property, own.agents[0], "workers", own.span)
                for role in frame.roles
                if role.property == terms.employer
            )
    if not out and unions:
        out.extend(unnamed.struck(frame, scene, discourse, rules))
    return tuple(out)


def _by_members(frame: Frame, scene: Scene, discourse: Discourse, rules: Rules, used: set[str]) -> list[Filler]:
    """The union spoken of, where its members without a name act in a passive: "an offer that was rejected by union members"."""
    role = next((role for role in frame.roles if role.property == terms.madeBy), None)
    words = scene.words[scene.end : scene.end + _DOER]
    if role is None or words[:1] != ["by"] or rules.workers.isdisjoint(words):
        return []
    for place in ("sentence", "discourse"):
        for mention in standing.at(place, scene, discourse, rules):
            iri = mention.agents[0]
            union = rules.lexicon.agent_is_a(discourse.agents[iri].type, terms.LaborUnion)
            if union and iri not in used and len(mention.agents) == 1:
                return [Filler(role.property, iri, "by", mention.span)]
    return []


def _of_side(frame: Frame, scene: Scene, discourse: Discourse, rules: Rules) -> list[Filler]:
    """The union spoken of, where somebody without a name speaks for its side: "a union-side source told the paper"."""
    role = next((role for role in frame.roles if role.property == terms.madeBy), None)
    words = [word.partition("-")[0] for word in scene.words[scene.low : scene.start]]
    if role is None or rules.sides.isdisjoint(words):
        return []
    for mention in standing.at("discourse", scene, discourse, rules):
        if len(mention.agents) == 1 and rules.lexicon.agent_is_a(
            discourse.agents[mention.agents[0]].type, terms.LaborUnion
        ):
            return [Filler(role.property, mention.agents[0], "discourse", mention.span)]
    return []


_DOER = 5  # items from "by" to the members who act


def _answers(frame: Frame) -> bool:
    """Whether a frame is the other side's answer to a move, and puts no terms of its own."""
    return frame.answers_by not in (None, terms.withdraws) and not frame.is_a(terms.Proposal)


def _of_answered(place: str, scene: Scene) -> bool:
    """Whether a place tells whose move is answered, not who answers: "the guild's demand was rejected", "rejected a demand by
    the guild".
    """
    return place == "possessor" or (place == "by" and not scene.passive)


def _by_its_staff(mention: Mention, scene: Scene, rules: Rules) -> bool:
    """Whether those who work for a union act, not the union: "the guild's own employees", "staff of the guild"."""
    at = scene.place(mention)
    if at is None:
        return False
    before = [item.word for item in scene.items[max(0, at - 3) : at] if item.word != "the"]
    if len(before) > 1 and before[-1] in ("of", "at", "for") and before[-2] in rules.staff:
        return True
    after = scene.words[at + 1 : at + 4]
    return after[:1] == ["'s"] and any(
        word in rules.staff for word in (after[1:2] if "own" not in after else after[2:])
    )


def _before_its_workers(iri: str, mention: Mention, scene: Scene, discourse: Discourse, rules: Rules) -> bool:
    """Whether a company only tells whose workers make a move: "Harbor Freight clerks rejected the offer"."""
    if discourse.agents[iri].type != terms.Company:
        return False
    at = scene.place(mention)
    if at is None:
        return False
    after = [item.word for item in scene.items[at + 1 : at + 5] if item.word != "'s"]
    if after and after[0] in rules.words(lists.UNION_PEOPLE):
        return True
    for word in after[:3]:
        if word in rules.workers:
            return True
        if (
            rules.finite(word)
            or word in rules.verbs.asking
            or not word.isalpha()
            or word in PREPOSITIONS
            or word in COORDINATORS
        ):
            break
    return False


OPEN = "role:open"  # a factor of a move: its sentence leaves out who makes it
OPEN_EMPLOYER = "role:open-employer"  # the same, where the words tell of an employer: "owners", "management"
OPEN_EMPLOYERS = "role:open-employers"  # the same, where they tell of several: "the companies", "studios"


def _of_somebody(scene: Scene, rules: Rules) -> bool:
    """Whether the trigger is of somebody unknown: by a possessive right before it, with an adjective or two between, or by
    "from" right behind it ("a softer offer from producers").
    """
    behind = scene.items[scene.end : scene.end + 4]
    if len(behind) > 1 and behind[0].word == "from" and all(i.mention is None for i in behind):
        return behind[1].kind == "word" and behind[1].word.isalpha() and behind[1].quantity is None
    for at in range(scene.start + 1, scene.end):
        if scene.words[at] in ("by", "from"):  # "plans by the companies to cut pay"
            near = scene.items[at + 1 : at + 4]
            return all(i.mention is None for i in near) and any(
                i.word in rules.gazetteer.vocabulary.employer for i in near
            )
    for at in range(scene.start - 1, max(scene.low, scene.start - 4), -1):
        item = scene.items[at]
        if item.mention is not None or item.word in PREPOSITIONS:
            return False
        if item.word in ("'s", "'"):
            return scene.items[at - 1].mention is None
        if item.word in ("its", "their"):  # "members rejected its final offer": the employer's, not theirs
            return not rules.words(lists.ANSWERING).isdisjoint(scene.words[scene.low : at])
    return False


# Places that only say that somebody is named near.
_LOOSE = frozenset(("any", "sentence", "discourse"))
_OPPOSITE = frozenset(("with", "against", "between"))


def _apart(frame: Frame, place: str, scene: Scene) -> bool:
    """Whether who only tells of a thing cannot take the place; ", the paper says" makes no statement of the paper's."""
    if place in _LOOSE or not frame.is_a(terms.Statement):
        return True
    # ", the paper says"; "the paper obtained a statement from the yards"
    return scene.clauses[scene.clause].kind == "attribution" or (scene.noun and place == "subject")


def _other_side(iri: str, role: Role, place: str, out: Sequence[Filler], discourse: Discourse, rules: Rules) -> bool:
    """Whether a union would take the employers' place: only where the words set it against another union."""
    if role.type == terms.LaborUnion or not rules.lexicon.agent_is_a(discourse.agents[iri].type, terms.LaborUnion):
        return False
    if role.property != terms.employer:
        return False
    return not (place in _OPPOSITE and any(filler.role == terms.union for filler in out))


def missing(
    frame: Frame, fillers: Sequence[Filler], scene: Scene, agents: dict[str, Agent], rules: Rules
) -> tuple[str, ...]:
    """The required roles that nothing fills. Where the workers' side goes unnamed and the employer is named, that will do
    if it is a body that bargains or the sentence speaks of workers: "nurses at X walked out" is a report, if not yet an event of the timeline.
    """
    filled = {filler.role for filler in fillers}
    employers = [agents[filler.agent].type for filler in fillers if filler.role == terms.employer]
    body = any(rules.lexicon.agent_is_a(kind, terms.EmployerAssociation) for kind in employers)
    if body or (employers and (unnamed.of_workers(scene, rules) or not unnamed.any_union(agents, rules))):
        filled.add(terms.union)
    return tuple(role.property for role in frame.roles if role.required and role.property not in filled)


def _own_side(iri: str, out: Sequence[Filler], discourse: Discourse, rules: Rules) -> bool:
    """Whether a union would put its move to another: "Local 9 of the X turned down the mill's offer"."""
    return unnamed.is_union(iri, discourse, rules) and any(
        unnamed.is_union(filler.agent, discourse, rules) for filler in out
    )
