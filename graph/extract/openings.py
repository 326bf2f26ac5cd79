"""Whether a clause begins at a place of a sentence, and of what kind: by the word there and the verbs around it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.english import (
    AUXILIARY,
    BEFORE_DATES,
    COORDINATORS,
    DETERMINERS,
    PLAIN_PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from graph.extract.tokens import Item
from graph.extract.verbs import Verbs

BREAKS = frozenset(";:—–()[]")
# These never stand before a mere noun, so that a verb need not be seen to know a clause.
_ALWAYS = frozenset("while because although though if whereas unless when whenever".split())
_BEFORE_DEMONSTRATIVES = SUBORDINATORS | PLAIN_PREPOSITIONS - {"in", "so"}
_CLOSING_MARKS = frozenset((".", '"', "”", "'"))


def has_verb(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a finite verb follows closely."""
    return any(verbs.finite(item.word) for item in items[at : at + 12])


_SUBJECT = 18  # items within which the verb of a clause comes: "after leaders of 12 of the 13 locals of the X agreed"


def opens_clause(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether "after", "as" and the like begin a clause here, and not a mere phrase ("after 118 days")."""
    following = items[at + 1 : at + _SUBJECT]
    if not following or (items[at].word == "so" and following[0].word in _SO):
        return False  # "has so far offered"
    if items[at].word == "if" and following[0].word in _NEEDED and _closes(following[1:2]):
        return False  # "backed a walkout, if needed, in a ballot on Friday"
    if items[at].word == "as" and (_words(items, at, at + 3) == _AS_WELL or _words(items, at - 2, at + 1) == _AS_WELL):
        return False  # "to raise pay, as well as to set rules on AI": a list
    if following[0].word in verbs.gerunds or items[at].word in _ALWAYS:
        return True
    for step, item in enumerate(following):
        if verbs.finite(item.word):
            return True
        if item.word == ",":
            return tells_more(items, at + step + 1, at, verbs)
        if (item.word in BREAKS and item.word not in "()") or item.word in (",", "."):
            return False
    return False


def _closes(behind: Sequence[Item]) -> bool:
    return not behind or behind[0].word in (",", ".", ")", "—")


_NEEDED = frozenset("needed necessary required".split())


def _words(items: Sequence[Item], low: int, high: int) -> list[str]:
    return [item.word for item in items[max(0, low) : high]]


_AS_WELL = ["as", "well", "as"]


def tells_more(items: Sequence[Item], at: int, opened: int, verbs: Verbs) -> bool:
    """Whether the comma at a place opens what tells more of the name that a clause opens with, so that its verb comes behind
    the next one: "after the X, the union of the drivers, reached".
    """
    if not opened < at - 1 < opened + _NAME or items[at - 1].kind != "agent" or at + 1 >= len(items):
        return False
    close = next((n for n in range(at + 2, min(at + _APPOSITION, len(items) - 1)) if items[n].word == ","), None)
    if close is None or (items[at + 1].word not in DETERMINERS and items[at + 1].kind != "agent"):
        return False
    behind = items[close + 1].word
    return behind in AUXILIARY or verbs.finite(behind)


_NAME = 3  # items up to a name that opens a clause
_APPOSITION = 14  # items of what tells more of a name
_SO = frozenset("far much many few long often called".split())


def opens_relative(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether "who", "which" or "that" hangs a clause on what stands before it."""
    word, before = items[at].word, items[at - 1]
    if word == "that" and before.word in verbs.asking:
        return False  # "asks that members be paid": what is asked is no clause apart
    if word == "that" and before.word in _BEFORE_DEMONSTRATIVES:
        return False  # "five days before that contract expired"
    if word == "that" and _that_thing(items, at, verbs):
        return False  # "rejected that demand, and talks ended"
    if word == "that" and before.kind != "word":  # "a deal with the mills that was reached on Friday"
        following = items[at + 1].word if at + 1 < len(items) else ""
        return before.named and (following in AUXILIARY or verbs.finite(following))
    if word == "that":
        return any(verbs.finite(item.word) for item in items[at + 1 : at + 8])
    return before.word not in PLAIN_PREPOSITIONS or word in ("which", "whom")


def _that_thing(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether "that" behind a verb points at what was told before: "rejected that demand", "turned down that offer on Monday"."""
    behind = [item for item in items[max(0, at - 2) : at] if item.word not in _PARTICLES]
    told = bool(behind) and behind[-1].word.endswith("ed") and verbs.finite(behind[-1].word)
    if told and at + 1 < len(items) and items[at + 1].word in _CLOSING_THAT:
        return True  # "rejected that, and talks ended"
    if not told or at + 2 >= len(items):
        return False
    thing, after = items[at + 1], items[at + 2]
    if thing.kind != "word" or thing.word.endswith(("s", "ed")) or thing.word in AUXILIARY:
        return False
    return after.word in _GOVERNED or after.word in _AFTER_THING or after.kind in ("mark", "time")


_CLOSING_THAT = frozenset(", . ; and but".split())
_PARTICLES = frozenset(("down", "off", "out"))
_AFTER_THING = frozenset(", . ; and but or at by with as when while after before because".split())


def opens_complement(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether "that" gives what somebody said or saw: "announced on Thursday that talks would begin", "served
    notice that".
    """
    if not any(verbs.finite(item.word) for item in items[at + 1 : at + 14]):
        return False
    whose = items[at + 1].word in AUXILIARY or verbs.finite(items[at + 1].word)  # "a notice that was posted"
    for item in reversed(items[max(0, at - 4) : at]):
        if item.word in verbs.saying or (item.word in verbs.telling_nouns and not whose):
            return True
        if item.kind not in ("time", "agent") and not item.capital and item.word not in _BEFORE_THAT:
            return False
    return False


def tail(items: Sequence[Item]) -> int:
    """Where the last words of a sentence begin that can be an attribution, which is short."""
    at, left = len(items), _ATTRIBUTION
    while at > 0 and left >= 0:
        at -= 1
        left -= items[at].word not in _CLOSING_MARKS
    return at + 1 if left < 0 else at


_ATTRIBUTION = 9  # words of ", the union said Tuesday"
_BEFORE_THAT = frozenset(("on", "in", "also", "a"))  # between what tells and its "that"


def attributes(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether only an attribution is left of the sentence: ", the union said Tuesday." """
    rest = [item for item in items[at:] if item.word not in _CLOSING_MARKS]
    if len(rest) < 2:
        return False
    said = next((i for i, item in enumerate(rest) if item.word in verbs.saying), None)
    if said is not None and said and rest[said - 1].word in COORDINATORS:
        return False  # ", hire contractors and add a shift": the next things of a list
    return said is not None and not any(verbs.finite(item.word) for item in rest[said + 1 :] + rest[:said])


def next_is_verb(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a coordinator joins verbs or clauses, not nouns."""
    ahead = items[at + 1 : at + 9]
    if not ahead or (items[at].word == "yet" and items[at - 1].word in _NOT_YET):
        return False  # "have not yet approved" joins nothing
    skip = 1 if ahead[0].word.endswith("ly") and len(ahead) > 1 else 0
    if verbs.finite(ahead[skip].word):
        return not (_adjective(ahead[skip:], verbs) or _noun(ahead[skip:], verbs))
    return starts_main(items, at + 1, verbs) and items[at - 1].word == ","


_NOT_YET = frozenset("not n't have has had is are was were".split())


def _adjective(ahead: Sequence[Item], verbs: Verbs) -> bool:
    """Whether a participle is part of the next thing listed: "higher wages and paid leave", "pay and improved staffing"."""
    if len(ahead) < 2 or ahead[0].word not in verbs.adjectives:
        return False
    after = ahead[1]
    plain = after.kind == "word" and after.quantity is None and after.word.isalpha()
    return plain and after.word not in _DETERMINERS and after.word not in PLAIN_PREPOSITIONS


def _noun(ahead: Sequence[Item], verbs: Verbs) -> bool:
    """Whether a word that can be a verb is the next thing listed: "a wage freeze and changes to work rules"."""
    return len(ahead) > 1 and ahead[0].word in verbs.nouns and ahead[1].word in _GOVERNED


_GOVERNED = frozenset("to in on of for from over against around about".split())
_DETERMINERS = DETERMINERS | {"it", "them", "him", "us", "no", "all"}


def joins_clauses(items: Sequence[Item], low: int, at: int, verbs: Verbs) -> bool:
    """Whether a coordinator without a comma stands between a clause with a verb and one whose auxiliary comes soon: "talks had
    stalled and pickets would go up"; but "said the yards and the guild would meet", "staff employed by the yards and the
    port have".
    """
    place = _behind_place(items, at)
    ahead = items[place + 1 : place + 2 + _NEW_SUBJECT]
    verb = next((step for step, item in enumerate(ahead) if item.word in AUXILIARY), 0)
    if not verb or any(item.word in _NO_SUBJECT for item in ahead[:verb]):
        return False
    if any(verbs.finite(item.word) for item in ahead[: verb - 1]):
        return False  # but "and strikes would"
    last = next(
        (n for n in range(at - 1, low - 1, -1) if items[n].word in AUXILIARY or verbs.finite(items[n].word)), None
    )
    if last is None or items[last].word in verbs.saying:
        return False
    return last + 1 == at or items[last + 1].word not in _NO_SUBJECT


def _behind_place(items: Sequence[Item], at: int) -> int:
    """The comma behind a place that a coordinator leads to, else the coordinator: "and in Scotland, pilots will"."""
    if at + 1 >= len(items) or items[at + 1].word not in ("in", "at", "on"):
        return at
    return next((n for n in range(at + 2, min(at + 6, len(items))) if items[n].word == ","), at)


_NEW_SUBJECT = 6  # items of a subject behind a coordinator
_NO_SUBJECT = RELATIVES | SUBORDINATORS | COORDINATORS | PLAIN_PREPOSITIONS | BREAKS | {",", "by", "not", "to"}


def lists_on(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a list goes on here and a comma closes it before the verb: "which represents A, B and C, offered"."""
    for number in range(at, min(at + 14, len(items) - 1)):
        if verbs.finite(items[number].word):
            return False
        if items[number].word == ",":
            following = items[number + 1].word
            if verbs.finite(following) or following in AUXILIARY:
                return True
    return False


def starts_main(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a subject and a finite verb follow closely, behind a date if one stands first: "and on Friday it walked out"."""
    if at + 1 < len(items) and items[at].word in BEFORE_DATES and items[at + 1].kind == "time":
        at += 2 if at + 2 < len(items) and items[at + 2].word != "," else 3
    for step, item in enumerate(items[at : at + 14]):
        if verbs.finite(item.word) and not _noun(items[at + step : at + step + 2], verbs):
            return step > 0
        if (item.word in BREAKS and item.word not in "()") or item.word in SUBORDINATORS or item.word in RELATIVES:
            return False
        if item.word in PLAIN_PREPOSITIONS and step == 0:
            return False
    return False
