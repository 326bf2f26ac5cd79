"""The agents of a clause by their place: subject, object, behind a preposition, owner of the trigger's noun, anywhere near."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph.extract import branches, inverted
from graph.extract.english import ARTICLES, PREPOSITIONS
from graph.extract.rules import Rules
from graph.extract.scene import MEMORY, Discourse, Scene
from graph.extract.subjects import JOINERS, NOUN_MARKS, coordinate, governed, left, subject
from graph.model import Mention
from ontology import lists

_BETWEEN = frozenset(("between", "among"))
_BEHIND = frozenset("at by with against to from of for outside".split())  # places behind the preposition of that name


def at(place: str, scene: Scene, discourse: Discourse, rules: Rules) -> list[Mention]:
    """The agents that stand at a place, those of a list together; of `discourse`, the last named first."""
    items, low, high = scene.items, scene.low, scene.high
    if place in _BEHIND and place not in scene.words and not (place == "by" and scene.passive):
        return []
    if place == "discourse":
        return _named_before(discourse, rules)[:MEMORY] or _sole(discourse)
    match place:
        case "subject":
            if scene.passive:
                return _by(scene)
            return inverted.speaker(scene, discourse.agents, rules) or subject(scene, rules)
        case "object":
            return subject(scene, rules) if scene.passive else _object(scene, rules)
        case "between":
            return [m for word in _BETWEEN for m in _after(word, scene)]
        case "at":
            barred = frozenset[str]() if scene.protest else rules.protests
            return _workers_at(scene, rules) or _after(place, scene, barred=barred)
        case "by" if scene.passive:
            return _by(scene)
        case "by" if scene.noun:
            return _after(place, scene, finite=rules.finite)
        case "by" | "with" | "against" | "to" | "from" | "of" | "for" | "outside":
            return _after(place, scene)
        case "possessor":
            return [_branch(mention, scene, discourse, rules) for mention in owners(scene, rules)]
        case "any":
            return _named(scene, low, high, discourse, rules)
        case "sentence":
            return _named(scene, 0, len(items), discourse, rules)
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
        if not _COMPARING.isdisjoint(scene.words[scene.end : at]):
            break
        if branches.before(scene.items, at, discourse.agents, rules) is None:
            out.append(mention)
    return out


_COMPARING = frozenset(("since", "than", "unlike"))


def _branch(mention: Mention, scene: Scene, discourse: Discourse, rules: Rules) -> Mention:
    """The branch that acts, where a mention only says of which body it is one."""
    return branches.before(scene.items, scene.place(mention) or 0, discourse.agents, rules) or mention


def _named_before(discourse: Discourse, rules: Rules) -> list[Mention]:
    """Who was named before, the last first, and bodies of many unions last of all."""
    umbrellas = rules.words(lists.UMBRELLA)
    last_first = list(reversed(discourse.before))
    of_many = [m for m in last_first if any(discourse.agents[iri].name.lower() in umbrellas for iri in m.agents)]
    return [*(m for m in last_first if m not in of_many), *of_many] if of_many else last_first


def _sole(discourse: Discourse) -> list[Mention]:
    """What the article names only later, where no name came before: "Teachers walked out. ... the union, the X, said"."""
    return list(discourse.after)


def _object(scene: Scene, rules: Rules) -> list[Mention]:
    """Agents right of the trigger (or inside it) that no preposition governs."""
    out: list[Mention] = []
    last = scene.head
    for at in range(scene.head + 1, scene.high):
        mention = scene.items[at].mention
        if mention is None or (not out and governed(scene.items, at, scene.head + 1, rules)):
            continue
        if out and not coordinate(scene.items, last, at):
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
            return [m for m in _after("by", replace(scene, head=at)) if m.span.start > scene.items[at].span.start]
    inside = scene.words[scene.start : scene.end]
    return _after("by", scene) if "by" not in inside[:-1] else []


def _after(
    word: str,
    scene: Scene,
    *,
    barred: frozenset[str] = frozenset(),
    finite: Callable[[str], bool] | None = None,
) -> list[Mention]:
    """Agents after a preposition of the clause: right of the trigger first, else left of it. Not after a barred word, nor, by
    `finite`, whoever does what another participle tells: "its offer matched the terms ratified by the X".
    """
    words = scene.words
    if word not in words:
        return []
    for low, high in ((scene.head, scene.high), (scene.low, scene.head)):
        for at in range(low, high):
            if words[at] != word or (word in _PHRASAL and words[at - 1] == _PHRASAL[word]):
                continue  # "in front of" is a place, "according to" a source
            if finite is not None and at - 1 > scene.end and finite(words[at - 1]):
                continue
            if barred and not barred.isdisjoint(words[max(low, at - 6) : at]):
                continue
            out: list[Mention] = []
            quiet = 0
            for item in scene.items[at + 1 : high]:
                if item.mention is not None:
                    out.append(item.mention)
                    quiet = 0
                elif item.word in JOINERS or item.word in ("(", ")"):
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


_PHRASAL = {"of": "front", "to": "according"}


def _workers_at(scene: Scene, rules: Rules) -> list[Mention]:
    """Where those work who act: "members at the one mill ratified it, following workers at the other"."""
    for at in range(scene.low + 1, scene.start):
        if scene.words[at] == "at" and scene.words[at - 1] in rules.workers:
            return _after("at", replace(scene, head=at, high=scene.start))
    return []


def owners(scene: Scene, rules: Rules) -> list[Mention]:
    """The agent right before the trigger: "the X strike", "X's proposal"; or "proposal of X"."""
    low = _first(scene)
    for at in range(scene.start - 1, max(low - 1, scene.start - 5), -1):
        item = scene.items[at]
        if item.mention is not None:
            return _listed_with(scene, at)
        if item.word in ("its", "their") and at > 1 and scene.words[at - 1] == ",":
            fronted = scene.items[at - 2].mention  # "According to X, its offer would raise pay"
            if fronted is not None:
                return [fronted]
        if item.word in ("its", "their") and at > 1 and (at == low or _told_that(scene, at, rules)):
            before = left(scene.items, 0, at, rules)  # "the yards deny it: their offer would raise pay"
            if before:
                return before
        if (
            item.word in NOUN_MARKS
            or (item.kind != "word" and item.word not in ("'", "'s"))
            or item.word in PREPOSITIONS
        ):
            break
    # "under X's offer, workers would get more" is of X, "under the offer, X would get more" is not
    own = scene.words[scene.start] == "under"
    inside = [
        mention
        for at in range(scene.start, scene.end)
        if (mention := scene.items[at].mention) is not None
        and not scene.passes_over(at)
        and not (own and scene.words[at + 1] not in ("'", "'s"))
        and not _receives(scene, at, rules)
    ]
    if inside and scene.noun:
        return inside
    if scene.end < scene.high and scene.items[scene.end].word in ("of", "by"):
        return [i.mention for i in scene.items[scene.end + 1 : scene.end + 4] if i.mention is not None][:1]
    return []


def _first(scene: Scene) -> int:
    """Where the clause begins in which the trigger does; its verb may stand in the one behind: "the yards' offer, which raises"."""
    if scene.start >= scene.low:
        return scene.low
    return next(c.start for c in reversed(scene.clauses) if c.start <= scene.start)


def _receives(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether an agent inside a trigger is whom the thing is for: "the offer from X to Y would", "under the proposal, Y would",
    "a package that guarantees Y".
    """
    for that in range(scene.start + 1, at - 1):
        if scene.words[that] in ("that", "which") and rules.finite(scene.words[that + 1]):
            return True
    before = next((n for n in range(at - 1, scene.start, -1) if scene.words[n] not in ARTICLES), scene.start)
    return scene.words[before] == "to" or (scene.words[before] == "," and scene.words[at + 1] == "would")


def _told_that(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether an item opens what somebody says: "the X maintains that its offer", but not "the X's claim that its offer"."""
    verb = scene.low - 1
    if at != scene.low + 1 or scene.words[scene.low] != "that" or verb < 1:
        return False
    return scene.words[verb] in rules.words(lists.SAYING) and scene.words[verb - 1] not in ("'", "'s", "the", "a")


def _listed_with(scene: Scene, at: int) -> list[Mention]:
    """The agent of an item and those that a list puts before it: "the X, the Y and the Z strike"."""
    last = scene.items[at].mention
    out = [last] if last is not None else []
    for earlier in range(at - 1, scene.low - 1, -1):
        mention = scene.items[earlier].mention
        if mention is None:
            continue
        joined = any(item.word in (",", "and", "&") for item in scene.items[earlier + 1 : at])
        if not joined or not coordinate(scene.items, earlier, at):
            break
        out.insert(0, mention)
        at = earlier
    return out
