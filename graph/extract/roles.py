"""Who did it to whom: the agents of a clause by their place (subject, object, after "with", possessor, ...)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.extract import branches
from graph.extract.clauses import AUXILIARY, COORDINATORS, RELATIVES, SUBORDINATORS, Clause
from graph.extract.rules import Rules
from graph.extract.tokens import Item
from graph.model import Agent, Filler, Mention
from ontology import terms
from ontology.lexicon import Frame, Role

PREPOSITIONS = frozenset(
    "of in on at by with from to for against between among over into about during through under per via toward "
    "towards across within including like than without behind outside inside near".split()
)
_TRANSPARENT = frozenset(
    "the a an its their his her our both all major of several other some most many more these those big new local "
    "hollywood hollywood's striking union unionized represented national".split()
)
_DETERMINERS = frozenset("a an another any no".split())
_BETWEEN = frozenset(("between", "among"))
_CLOSING = {"—": "—", "–": "–", ")": "("}
_PASSING = frozenset(("both", "also", "still", "now", "each", "all"))
_JOINERS = frozenset(
    (",", "and", "&", "or", "both", "the", "as", "well", "its", "their", "other", "two", "three", "four", "five", "six")
)
# Bodies of an agent that act for it, however many: "leaders of 12 of the 13 locals of the X".
_BODIES = frozenset("locals branches chapters units lodges affiliates".split())


class Scene(NamedTuple):
    """Where a trigger fired: the sentence's items with their words and clauses, and which of them it took; `low` is the first
    item of its clause, `high` one past the last.
    """

    items: Sequence[Item]
    words: list[str]
    clauses: Sequence[Clause]
    clause: int
    low: int
    high: int
    start: int
    end: int
    head: int
    passive: bool
    noun: bool = False
    protest: bool = False


class Discourse(NamedTuple):
    """What an article has named so far: mentions up to this sentence, newest last, and agents by IRI."""

    before: Sequence[Mention]
    agents: dict[str, Agent]
    after: Sequence[Mention] = ()


def fill(frame: Frame, scene: Scene, discourse: Discourse, rules: Rules) -> tuple[Filler, ...]:
    """The fillers of a frame's roles, each from the first of its places that holds a fitting agent."""
    out: list[Filler] = []
    used: set[str] = set()
    unions = any(role.type == terms.LaborUnion for role in frame.roles)
    places: dict[str, list[Mention]] = {}
    move = frame.is_a(terms.BargainingMove)
    # A union that need not be named, as the one that is spoken to, comes after those who must be.
    for role in sorted(frame.roles, key=lambda role: (not role.required, role.type != terms.LaborUnion)):
        for place in _places(role, scene):
            if scene.noun and move and role.property == terms.madeBy and _of_somebody(scene, rules):
                break  # "members rejected the company's final offer": the offer is not the members'
            if place == "discourse" and move and role.type != terms.LaborUnion and _acted_by_others(scene):
                break
            if place not in places:
                places[place] = _at(place, scene, discourse, rules)
            found = [
                (iri, mention)
                for mention in places[place]
                for iri in mention.agents
                if _fits(iri, role, discourse, rules)
                and iri not in used
                and not (role.type == terms.LaborUnion and mention.part.lower() in rules.staff)
                and not (role.type == terms.LaborUnion and _by_its_staff(mention, scene, rules))
                and not (
                    move
                    and role.property == terms.madeBy
                    and _before_its_workers(iri, mention, scene, discourse, rules)
                )
                and not (unions and _other_side(iri, role, place, out, discourse, rules))
                and not (_apart(frame, place, scene) and discourse.agents[iri].type in _BYSTANDERS)
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
    if not out and unions and not scene.noun:
        out.extend(_struck(frame, scene, discourse, rules))
    return tuple(out)


def _struck(frame: Frame, scene: Scene, discourse: Discourse, rules: Rules) -> list[Filler]:
    """The employer named last, of workers whose union the article never names: "The musicians walked out"."""
    role = next((role for role in frame.roles if role.property == terms.employer), None)
    types = [agent.type for agent in discourse.agents.values()]
    if role is None or rules.workers.isdisjoint(item.word for item in scene.items[scene.low : scene.start]):
        return []
    if any(rules.lexicon.agent_is_a(kind, terms.LaborUnion) for kind in types):
        return []
    for mention in reversed(discourse.before):
        iri = mention.agents[0]
        if _fits(iri, role, discourse, rules) and discourse.agents[iri].type not in _BYSTANDERS:
            return [Filler(role.property, iri, "discourse", mention.span)]
    return []


def _by_its_staff(mention: Mention, scene: Scene, rules: Rules) -> bool:
    """Whether those who work for a union act, not the union: "the guild's own employees", "staff of the guild"."""
    at = next((n for n, item in enumerate(scene.items) if item.mention is mention), None)
    if at is None:
        return False
    before = [item.word for item in scene.items[max(0, at - 3) : at] if item.word != "the"]
    if len(before) > 1 and before[-1] in ("of", "at", "for") and before[-2] in rules.staff:
        return True
    after = [item.word for item in scene.items[at + 1 : at + 4]]
    return after[:1] == ["'s"] and any(
        word in rules.staff for word in (after[1:2] if "own" not in after else after[2:])
    )


def _before_its_workers(iri: str, mention: Mention, scene: Scene, discourse: Discourse, rules: Rules) -> bool:
    """Whether a company only tells whose workers make a move: "Harbor Freight clerks rejected the offer"."""
    if discourse.agents[iri].type != terms.Company:
        return False
    at = next((n for n, item in enumerate(scene.items) if item.mention is mention), None)
    if at is None:
        return False
    after = [item.word for item in scene.items[at + 1 : at + 3] if item.word != "'s"]
    return bool(after) and (after[0] in rules.workers or after[0] in _UNIONS)


_UNIONS = frozenset(("union", "unions", "unionists"))
OPEN = "role:open"  # a factor of a move: its sentence leaves out who makes it


def _acted_by_others(scene: Scene) -> bool:
    """Whether the clause has a subject that no known agent stands for, so that one from before must not take its place."""
    if scene.noun:
        return True
    if scene.passive or scene.items[scene.start - 1].word == "to":
        return False
    said = [item for item in scene.items[scene.low : scene.start] if item.kind == "word"]
    return any(len(item.word) > 2 and item.word not in _BEFORE_VERBS and not item.word.endswith("ly") for item in said)


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
            return any(before.word in _ANSWERS for before in scene.items[scene.low : at])
    return False


_ANSWERS = frozenset(
    "reject rejects rejected rejecting refuse refused refusing accept accepts accepted accepting approve approved approving "
    "ratified vote voted voting turned spurned dismissed considering reviewing".split()
)


_BEFORE_VERBS = (
    PREPOSITIONS
    | AUXILIARY
    | SUBORDINATORS
    | RELATIVES
    | COORDINATORS
    | frozenset(
        "they the this that these those both all who which while also then later earlier still again never not been being have "
        "had has be now just only did does do each side it its their his her you your our she him them there".split()
    )
)
MEMORY = 12  # mentions that a role looks back over
AHEAD = 6  # names that it looks forward to, where none came before
# Places that only say that somebody is named near.
_LOOSE = frozenset(("any", "sentence", "discourse"))
# Those who tell of a dispute are no party to it for being named near.
_BYSTANDERS = frozenset((terms.NewsOrganization,))
_OPPOSITE = frozenset(("with", "against", "between"))


def _apart(frame: Frame, place: str, scene: Scene) -> bool:
    """Whether who only tells of a thing cannot take the place; ", the paper says" makes no statement of the paper's."""
    return place in _LOOSE or not frame.is_a(terms.Statement) or scene.clauses[scene.clause].kind == "attribution"


def _other_side(iri: str, role: Role, place: str, out: Sequence[Filler], discourse: Discourse, rules: Rules) -> bool:
    """Whether a union would take the employers' place: only where the words set it against another union."""
    if role.type == terms.LaborUnion or not rules.lexicon.agent_is_a(discourse.agents[iri].type, terms.LaborUnion):
        return False
    if role.property != terms.employer:
        return False
    return not (place in _OPPOSITE and any(filler.role == terms.union for filler in out))


def _places(role: Role, scene: Scene) -> tuple[str, ...]:
    """The places in order; a noun's owner comes before the subject of the clause that it stands in."""
    if not scene.noun:
        return role.filled_by
    near = tuple(place for place in ("possessor", "of", "by", "from") if place in role.filled_by)
    return (*near, *(place for place in role.filled_by if place not in near))


def missing(
    frame: Frame, fillers: Sequence[Filler], scene: Scene, agents: dict[str, Agent], rules: Rules
) -> tuple[str, ...]:
    """The required roles that nothing fills. Where the workers' side goes unnamed and the employer is named, that will do
    if it is a body that bargains or the sentence speaks of workers: "nurses at X walked out" is a report, if not yet an event of the timeline.
    """
    filled = {filler.role for filler in fillers}
    employers = [agents[filler.agent].type for filler in fillers if filler.role == terms.employer]
    body = any(rules.lexicon.agent_is_a(kind, terms.EmployerAssociation) for kind in employers)
    if body or (employers and not rules.workers.isdisjoint(scene.words)):
        filled.add(terms.union)
    return tuple(role.property for role in frame.roles if role.required and role.property not in filled)


def _fits(iri: str, role: Role, discourse: Discourse, rules: Rules) -> bool:
    agent = discourse.agents.get(iri)
    if agent is None:
        return False
    return role.type is None or rules.lexicon.agent_is_a(agent.type, role.type)


def _at(place: str, scene: Scene, discourse: Discourse, rules: Rules) -> list[Mention]:
    items, low, high = scene.items, scene.low, scene.high
    match place:
        case "subject":
            return _by(scene) if scene.passive else subject(scene, rules)
        case "object":
            return subject(scene, rules) if scene.passive else _object(scene)
        case "between":
            return [m for word in _BETWEEN for m in _after(word, scene)]
        case "at":
            barred = frozenset[str]() if scene.protest else rules.protests
            return _workers_at(scene, rules) or _after(place, scene, barred=barred)
        case "by" if scene.passive:
            return _by(scene)
        case "by" | "with" | "against" | "to" | "from" | "of" | "for" | "outside":
            return _after(place, scene)
        case "possessor":
            return [_branch(mention, scene, discourse, rules) for mention in _possessor(scene)]
        case "any":
            return _named(scene, low, high, discourse, rules)
        case "sentence":
            return _named(scene, 0, len(items), discourse, rules)
        case "discourse":
            return list(reversed(discourse.before))[:MEMORY] or _sole(discourse)
        case _:
            return []


def _named(scene: Scene, low: int, high: int, discourse: Discourse, rules: Rules) -> list[Mention]:
    """The agents of a stretch, without those that only say whose branch another is, and those that what is told is held
    against: "the longest strike since the X walked out".
    """
    out: list[Mention] = []
    for at in range(low, high):
        mention = scene.items[at].mention
        if mention is None:
            continue
        if any(word in _COMPARING for word in scene.words[scene.end : at]):
            break
        if branches.before(scene.items, at, discourse.agents, rules) is None:
            out.append(mention)
    return out


_COMPARING = frozenset(("since", "than", "unlike"))


def _branch(mention: Mention, scene: Scene, discourse: Discourse, rules: Rules) -> Mention:
    """The branch that acts, where a mention only says of which body it is one."""
    at = next((n for n, item in enumerate(scene.items) if item.mention is mention), 0)
    return branches.before(scene.items, at, discourse.agents, rules) or mention


def _sole(discourse: Discourse) -> list[Mention]:
    """What the article names only later, where no name came before: "Teachers walked out. ... the union, the X, said"."""
    return list(discourse.after)


def subject(scene: Scene, rules: Rules) -> list[Mention]:
    """The agents that act: left of the trigger in its clause, else those of the clause it hangs on."""
    found = _giver(scene, rules) or _with_participle(scene) or _left(scene.items, scene.low, scene.start)
    if found:
        return found
    clause = scene.clauses[scene.clause]
    if clause.kind == "relative":
        antecedent = _antecedent(scene.items, clause.start)
        if antecedent:
            return antecedent
    seen = set()
    number = clause.parent
    while number >= 0 and number not in seen:
        seen.add(number)
        parent = scene.clauses[number]
        if parent.end > clause.start and number > scene.clause:
            break
        found = _brought_in(scene, parent.start, clause.start) or _left(
            scene.items, parent.start, parent.end, first=True
        )
        if found:
            return found
        number = parent.parent
    if clause.kind in ("participle", "sub"):
        for later in scene.clauses[scene.clause + 1 :]:
            found = _left(scene.items, later.start, later.end, first=True)
            if found:
                return found
    return []


def _with_participle(scene: Scene) -> list[Mention]:
    """The subject of a participle that "with" brings in: "has been on strike, with both unions looking for higher pay"."""
    items, at = scene.items, scene.start - 1
    if not items[scene.start].word.endswith("ing"):
        return []
    while at > scene.low and items[at].word in _PASSING:
        at -= 1
    out: list[Mention] = []
    while at > scene.low:
        mention = items[at].mention
        if mention is not None:
            out.insert(0, mention)
        elif not (out and (items[at].word in _JOINERS or items[at].word in _TRANSPARENT)):
            break
        at -= 1
    return out if items[at].word == "with" else []


def _brought_in(scene: Scene, low: int, high: int) -> list[Mention]:
    """Whom "with" and a participle bring in right before a clause that hangs on them: "with the X leaving when its
    contract expired".
    """
    at = next((n for n in range(high - 1, low, -1) if scene.items[n].word.endswith("ing")), low)
    return _with_participle(scene._replace(start=at, low=low)) if at > low else []


def _giver(scene: Scene, rules: Rules) -> list[Mention]:
    """Who acts where the trigger is a noun with its receiver before it: "the alliance made the guild an offer"."""
    if not scene.noun or scene.start - 2 <= scene.low or scene.items[scene.start - 1].word not in _DETERMINERS:
        return []
    at = scene.start - 2
    if scene.items[at].mention is None:
        return []
    while at > scene.low and (scene.items[at].mention is not None or scene.items[at].word in _TRANSPARENT):
        at -= 1
    if scene.items[at].word in PREPOSITIONS or not rules.finite(scene.items[at].word):
        return []
    return _left(scene.items, scene.low, at)


def _left(items: Sequence[Item], low: int, high: int, *, first: bool = False) -> list[Mention]:
    """Free agents (not inside a prepositional phrase) before `high`; the nearest group, or the first one."""
    groups: list[list[Mention]] = []
    last = -9
    for at in range(low, high):
        mention = items[at].mention
        if mention is None:
            continue
        if groups and _coordinate(items, last, at):
            groups[-1].append(mention)
        elif not _governed(items, at, low):
            groups.append([mention])
        else:
            continue
        last = at
    if not groups:
        return []
    return groups[0] if first else groups[-1]


def _coordinate(items: Sequence[Item], last: int, at: int) -> bool:
    """Whether only joining words and short names in brackets stand between two agents: "the X (A), the Y (B) and the Z"."""
    between = items[last + 1 : at]
    inside = last > 0 and items[last - 1].word == "("
    joins = 0
    for number, item in enumerate(between):
        if item.word == ")" and inside:
            inside = False
        elif item.word == "(" and _closes(items, last + 1 + number):
            inside = True
        elif not inside and item.word not in _JOINERS:
            return False
        else:
            joins += not inside
    return joins <= 3


def _closes(items: Sequence[Item], at: int) -> bool:
    return any(item.word == ")" for item in items[at + 1 : at + 4])


def _governed(items: Sequence[Item], at: int, low: int) -> bool:
    """Whether the agent at this place stands in a prepositional phrase; "members of the X" does not count."""
    step = at - 1
    while step >= low and items[step].word in _TRANSPARENT and items[step].word != "of":
        step -= 1
    if step < low or items[step].word not in PREPOSITIONS:
        return False
    if items[step].word != "of":
        return True
    if step > low and items[step - 1].word in _BODIES:
        return False
    mention = items[at].mention
    return mention is None or mention.part == ""


def _antecedent(items: Sequence[Item], start: int) -> list[Mention]:
    """The agent that a relative clause hangs on; what stands between dashes or in brackets before it is passed over."""
    if start and items[start - 1].word in _CLOSING:
        opening = _CLOSING[items[start - 1].word]
        before = next((at for at in range(start - 2, -1, -1) if items[at].word == opening), None)
        if before is not None:
            start = before
            if items[start - 1].word == ")":
                start = next((at for at in range(start - 2, -1, -1) if items[at].word == "("), start)
    for at in range(start - 1, max(-1, start - 5), -1):
        mention = items[at].mention
        if mention is not None:
            return [mention]
    return []


def _object(scene: Scene) -> list[Mention]:
    """Agents right of the trigger (or inside it) that no preposition governs."""
    out: list[Mention] = []
    last = scene.head
    for at in range(scene.head + 1, scene.high):
        mention = scene.items[at].mention
        if mention is None or (not out and _governed(scene.items, at, scene.head + 1)):
            continue
        if out and not _coordinate(scene.items, last, at):
            break
        out.append(mention)
        last = at
    return out


def _by(scene: Scene) -> list[Mention]:
    """Who acts in a passive: after the last "by", which a "by" inside the subject must not take the place of ("the offer by
    the district was rejected by the union").
    """
    for at in range(scene.end, scene.high):
        if scene.items[at].word == "by":
            return [m for m in _after("by", scene._replace(head=at)) if m.span.start > scene.items[at].span.start]
    return _after("by", scene)


def _after(word: str, scene: Scene, *, barred: frozenset[str] = frozenset()) -> list[Mention]:
    """Agents after a preposition of the clause: right of the trigger first, else left of it. Not after a barred word."""
    words = scene.words
    if word not in words:
        return []
    for low, high in ((scene.head, scene.high), (scene.low, scene.head)):
        for at in range(low, high):
            if words[at] != word or (word == "of" and words[at - 1] == "front"):
                continue  # "in front of" is a place
            if barred and not barred.isdisjoint(words[max(low, at - 6) : at]):
                continue
            out: list[Mention] = []
            quiet = 0
            for item in scene.items[at + 1 : high]:
                if item.mention is not None:
                    out.append(item.mention)
                    quiet = 0
                elif item.word in _JOINERS or item.word in ("(", ")"):
                    continue
                elif item.word in PREPOSITIONS and item.word != "of":
                    break
                else:
                    quiet += 1
                    if quiet > (3 if not out else 1):
                        break
            if out:
                return out
    return []


def _workers_at(scene: Scene, rules: Rules) -> list[Mention]:
    """Where those work who act: "members at the one mill ratified it, following workers at the other"."""
    for at in range(scene.low + 1, scene.start):
        if scene.words[at] == "at" and scene.words[at - 1] in rules.workers:
            return _after("at", scene._replace(head=at, high=scene.start))
    return []


def owners(scene: Scene) -> list[Mention]:
    """The agents whose thing the trigger's noun is: "the company's demand"."""
    return _possessor(scene)


def _possessor(scene: Scene) -> list[Mention]:
    """The agent right before the trigger: "the X strike", "X's proposal"; or "proposal of X"."""
    for at in range(scene.start - 1, max(scene.low - 1, scene.start - 5), -1):
        item = scene.items[at]
        if item.mention is not None:
            return _listed_with(scene, at)
        if (
            item.word in _DETERMINERS
            or (item.kind != "word" and item.word not in ("'", "'s"))
            or item.word in PREPOSITIONS
        ):
            break
    inside = [i.mention for i in scene.items[scene.start : scene.end] if i.mention is not None]
    if inside and scene.noun:
        return inside
    if scene.end < scene.high and scene.items[scene.end].word in ("of", "by"):
        return [i.mention for i in scene.items[scene.end + 1 : scene.end + 4] if i.mention is not None][:1]
    return []


def _listed_with(scene: Scene, at: int) -> list[Mention]:
    """The agent of an item and those that a list puts before it: "the X, the Y and the Z strike"."""
    last = scene.items[at].mention
    out = [last] if last is not None else []
    for earlier in range(at - 1, scene.low - 1, -1):
        mention = scene.items[earlier].mention
        if mention is None:
            continue
        joined = any(item.word in (",", "and", "&") for item in scene.items[earlier + 1 : at])
        if not joined or not _coordinate(scene.items, earlier, at):
            break
        out.insert(0, mention)
        at = earlier
    return out
