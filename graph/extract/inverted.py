"""Who speaks behind the verb: ", said Jane Roe, an agent of the union"; ", says union president Lou Kim"."""

from __future__ import annotations

from collections.abc import Mapping

from graph.extract.english import AUXILIARY, PREPOSITIONS
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.model import Agent, Mention
from ontology import lists, terms

_BEFORE = frozenset((",", '"', "'", "-", "--", "—", "–"))
_CLOSES = frozenset(', . ; : ( ) " who which in on at during after before when while as via this last'.split()) | {
    "—",
    "–",
}
_PAST = ("ed", "id", "ld")
_FAR = 12  # items from the verb to the speaker's name
_OF = frozenset(("of", "for", "at", "with"))


def speaker(scene: Scene, agents: Mapping[str, Agent], rules: Rules) -> list[Mention]:
    """The one named behind a verb of saying that a comma or a mark parts from what was said; none where the verb has another
    order. Of a body and the person in its office the person speaks.
    """
    items = scene.items
    if scene.noun or scene.passive or scene.start == 0 or items[scene.start - 1].word not in _BEFORE:
        return []
    if items[scene.start].word not in rules.words(lists.SPEECH_INVERTED):
        return []
    told = items[scene.start].word.endswith(_PAST)  # "says the union" sums up where a side stands
    found: Mention | None = None
    person = False
    for at in range(scene.start + 1, min(len(items), scene.start + _FAR)):
        item = items[at]
        if item.mention is not None:
            found = item.mention
            person = len(found.agents) == 1 and agents[found.agents[0]].type == terms.Person
            if person:
                break
        elif item.word == "," and found is not None and _holder(scene, at + 1, agents):
            continue  # "said the union's president, Jane Roe"
        elif item.word in AUXILIARY or (item.word in PREPOSITIONS and item.word not in _OF) or item.kind != "word":
            break
    else:
        return []
    if found is None or not (person or told):
        return []
    behind = scene.place(found)
    closed = behind is not None and (behind + 1 >= len(items) or _ends(scene, behind + 1))
    return [found] if closed else []


def _holder(scene: Scene, at: int, agents: Mapping[str, Agent]) -> bool:
    """Whether a person's name stands at a place."""
    mention = scene.items[at].mention if at < len(scene.items) else None
    return mention is not None and len(mention.agents) == 1 and agents[mention.agents[0]].type == terms.Person


def _ends(scene: Scene, at: int) -> bool:
    item = scene.items[at]
    return item.word in _CLOSES or item.time is not None
