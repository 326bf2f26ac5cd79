"""What "to" before a verb makes of it: something to come, or, behind "voted", "agreed" or "prompting", something done."""

from __future__ import annotations

from graph.extract.english import AUXILIARY
from graph.extract.modal import Cues
from graph.extract.rules import Rules
from graph.extract.scene import Scene


def to_come(scene: Scene, before: list[str], rules: Rules) -> bool:
    """Whether "to" tells of what is coming: "drivers are to strike", or in a headline "Drivers to strike in May"."""
    if before[-2:-1] and before[-2] in ("is", "are"):
        return True
    if scene.items[-1].word == "." or not AUXILIARY.isdisjoint(before):
        return False
    subject = scene.items[scene.start - 2]
    return (
        subject.mention is not None
        or subject.word in rules.workers
        or subject.word in rules.vocabulary.of(Cues).workers
    )


_OBJECT = 9  # words from a participle to the "to" behind its object


def _leads(words: list[str], word: str) -> bool:
    """Whether a word opens the words of a clause, or stands behind a comma."""
    at = words.index(word)
    return at == 0 or words[at - 1] == ","


def opens(before: list[str], rules: Rules) -> bool:
    """Whether "to" opens the verb, and what governs it does not make a fact of it."""
    cues = rules.vocabulary.of(Cues)
    words = [word for word in before if not word.endswith("ly")]
    while words[-4:-3] and words[-2][:1].isdigit() and words[-3] == "to" and words[-4][:1].isdigit():
        del words[-4:-1]  # "voted 310 to 42 to return"
    if not words or words[-1] != "to":
        return False
    if any(word.endswith("ing") and word in rules.implied for word in words[-_OBJECT:] if _leads(words, word)):
        return False  # ", prompting cooks and porters to walk off the job"
    if words[-2:-1] == ["due"] and AUXILIARY.isdisjoint(words[-4:]):
        return False  # "cancelled all sailings due to strike"
    if len(words) > 3 and words[-4] == "by" and words[-2] in cues.shares:
        return False  # "voted by 71% to reject the offer and by 89% to authorize a strike"
    return not any(
        words[at] in rules.implied and (at == 0 or words[at - 1] not in cues.noun_marks)
        for at in range(max(0, len(words) - 4), len(words) - 1)
    )
