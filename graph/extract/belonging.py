"""Whether a date belongs to something else than the trigger that it stands near: to a noun, to what was made, said or foreseen."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from graph.extract.clauses import Clause
from graph.extract.english import ARTICLES, AUXILIARY, BEFORE_DATES, BEING, COORDINATORS, FUTURE, MODALS
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item
from ontology import lists

_PHRASE = 12  # items that can stand between a noun and the date that closes its phrase
CLOSING = frozenset(", ; : ( ) — – that which who when where before after until since to".split())
_ATTACHING = frozenset(
    "there in on of from since that which who had has was were is are will would to over by against and could may might "
    "a.m p.m : . , ( the as at".split()
)
_BE = (BEING - {"being"}) | {"'s", "'re"}
_AROUND = frozenset("after before following ahead".split())
_AHEAD = frozenset(("will", "'ll", "would", "shall"))
_LATER = frozenset("before prior ahead".split())
_ARTICLES = ARTICLES | {"its", "their", "his", "her", "this", "that", "'s"}
_FIRST = 8  # items between "the first" and "since 1977"
_LONG = frozenset("year season-year quarter month-year half-year".split())  # rules of time expressions


def plain(item: Item) -> bool:
    """Whether a word can be a verb where it stands: neither a figure nor a compound ("Dallas-based")."""
    return item.quantity is None and "-" not in item.word


def came(scene: Scene, at: int) -> bool:
    """Whether a date is that of what something came after or before: "the extension came after the others agreed May 5"."""
    between = scene.words[scene.end : at]
    came = next((n for n, word in enumerate(between) if word in ("came", "comes", "come")), None)
    return came is not None and any(word in _AROUND for word in between[came + 1 : came + _ROUND])


_ROUND = 5  # words from "came" to "after": "came just a week after"


def told_in_it(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether a date belongs to what is said, not to the saying: "said it expects to announce the result on Friday"."""
    if scene.start <= at < scene.end:
        return False
    if at == scene.start - 1 and at > 0 and scene.words[at - 1] in _HAVE:
        return False  # "has today warned"
    if at < scene.start:  # "In a letter on Friday it said"; but "has reached a deal after a strike last week, it said"
        return any(rules.finite(item.word) for item in _before_saying(scene, at, rules))
    if _in_paper(scene.items[scene.end : at], rules):
        return False  # "said in a video posted late on Monday that"
    return any(rules.finite(item.word) or item.word in AUXILIARY for item in scene.items[scene.end : at])


def _in_paper(items: Sequence[Item], rules: Rules) -> bool:
    """Whether words only tell in what something was said: "in a letter sent to members on"."""
    if not items or items[0].word not in _IN or any(item.word == "that" for item in items):
        return False
    made = rules.words(lists.DOCUMENT_MADE)
    return all(item.word in made or not (rules.finite(item.word) or item.word in AUXILIARY) for item in items)


_HAVE = frozenset(("have", "has"))
_IN = frozenset(("in", "on", "at", "via", "through", "during"))


def of_foretelling(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether a date before a trigger is that of a saying which tells what is to come: "said Tuesday it would strike"."""
    if at >= scene.end - 1:
        return False
    words = scene.words[: scene.start if at < scene.start else scene.end]
    said = next((n for n in range(len(words) - 1, -1, -1) if words[n] in rules.verbs.saying), None)
    if said is None or not any(word in _TO_COME for word in words[max(said, at) + 1 :]):
        return False
    return at < said or all(word in BEFORE_DATES for word in words[said + 1 : at])


_TO_COME = FUTURE | MODALS | {"would", "should"}


def _before_saying(scene: Scene, at: int, rules: Rules) -> Sequence[Item]:
    """The words before a date that can tell of something other than the saying: not those of the paper that says it ("in an
    email sent on Sunday, it said"), nor of what was done by it ("responded Wednesday by saying").
    """
    front = scene.items[scene.low : at]
    comma = next((n for n in range(len(front) - 1, -1, -1) if front[n].word == ","), -1)
    if comma >= 0 and _in_paper(front[comma + 1 :], rules):
        return front[:comma]  # "Roe, in a letter sent on Friday, said"
    if front and front[0].word == "in" and all(item.word != "," for item in front):
        made = rules.words(lists.DOCUMENT_MADE)
        return [item for item in front if item.word not in made]
    between = scene.words[at + 1 : scene.start]
    return () if between == ["by"] else front


def foreseen(items: Sequence[Item], at: int, rules: Rules) -> bool:
    """Whether a date belongs to "scheduled for" and the like, which stand after a noun."""
    ahead = rules.words(lists.FORESEEN)
    for step in (2, 3):
        if at >= step + 1 and items[at - step].word in ahead and items[at - step - 1].word not in _BE:
            return True
    return False


def was_to(scene: Scene, at: int) -> bool:
    """Whether a date behind a trigger is that for which its object had been set: "called off a strike that was to begin on
    Thursday".
    """
    words = scene.words[scene.end : at]
    return any(
        a in ("that", "which") and b in _BE and c == "to" for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def of_subject(scene: Scene, at: int) -> bool:
    """Whether a date stands behind the noun that a passive trigger opens with, and so is that of the thing named."""
    passive = not BEING.isdisjoint(scene.words[at + 1 : scene.end])
    return passive and scene.items[at - 1].word in ("on", "in", "for", "from", "planned", "scheduled")


def of_another(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether a date tells of another time: "for the first time since 2007"; "for the third time this year"; "extended the
    contract to July 12".
    """
    time = scene.items[at].time
    before = scene.items[at - 1].word if at else ""
    long = time is not None and (time.rule in _LONG or time.rule == "relative-unit")
    if long and before in ("time", "times") and any(i.time not in (None, time) for i in scene.items):
        return True
    if time is not None and time.open == "since":
        low = scene.low if scene.low < at else 0  # "expired last July 31 and they have been locked out since Dec. 8"
        words = scene.words[max(low, at - _FIRST) : at]
        return before in ("time", "one", "not") or not rules.words(lists.EXTREME).isdisjoint(words)
    former = not rules.words(lists.FORMER).isdisjoint(scene.words[max(0, at - 5) : at - 1])
    if time is not None and time.rule in _LONG and at > scene.end + 3 and before in ("in", "of") and former:
        return True  # "more than at the guild's last vote in 2018"
    if time is not None and time.rule in _LONG and at > scene.end and before in ("for", "of"):
        pair = scene.words[max(0, at - 2) : at]
        if before == "for" or (pair[-1] == "of" and pair[0] in _ALL):
            return True  # "offered a rise of 4% for 2022"
    return at > scene.head and (
        before in ("to", "until", "till") or (time is not None and time.rule == "until" and time.open != "")
    )


def goes_its_way(scene: Scene, clause: Clause, rules: Rules) -> bool:
    """Whether a clause joined to the one before tells of a time of its own: it looks ahead, or has a subject of its own
    ("reached a deal, and talks on the next will resume on Tuesday", "approved it and set a vote for Sunday").
    """
    if clause.marker not in COORDINATORS:
        return False
    words = [item.word for item in scene.items[clause.start : clause.end] if not item.word.endswith("ly")]
    if not _AHEAD.isdisjoint(words) or not rules.words(lists.FORESEEN).isdisjoint(words):
        return True
    return not (len(words) > 1 and (words[1] in AUXILIARY or rules.finite(words[1])))


def of_next(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether a date opens what a verb behind the trigger tells: "rejected the offer and on Friday voted to strike"."""
    first = at
    while first > scene.end and scene.items[first - 1].word in BEFORE_DATES:
        first -= 1
    if first <= scene.end or scene.items[first - 1].word not in COORDINATORS or at + 1 >= len(scene.items):
        return False
    following = scene.items[at + 1]
    return rules.finite(following.word) and plain(following)


def of_start(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether a date is that on which the thing that a trigger ends with begins: "voted for a strike beginning at noon Monday"."""
    thing = scene.words[scene.end - 1]
    if at < scene.end or (thing not in rules.stoppages and thing not in rules.words(lists.MADE_THING)):
        return False
    time = scene.items[at].time
    between = scene.words[scene.end : min(at, scene.end + 2)]
    return (time is not None and time.open == "since") or not STARTING.isdisjoint(between)


STARTING = frozenset("beginning starting commencing effective".split())
_ALL = frozenset("whole most much all rest".split())


def before_it(scene: Scene, at: int) -> bool:
    """Whether a date is that of what came later: "ahead of talks on May 5, members voted to allow a strike"."""
    words = scene.words[scene.low : at]
    if words[:1] == ["with"] and "," in scene.words[at : scene.start]:
        return True  # "with its contract set to run out June 1, the board voted"
    late = not _LATER.isdisjoint(words) and "," not in words
    return late and words[0] not in _IN  # but "In testimony before the house on May 5"


def of_main(scene: Scene, at: int) -> bool:
    """Whether a date is that of the main clause behind a phrase that only says on what it hangs: "Pending approval by the
    board, the contract takes effect on Monday".
    """
    low = 0 if scene.words[0] in _HANGS_ON else scene.low  # "Pending approval and ratification, it takes effect"
    if at < scene.end or low >= len(scene.words) or scene.words[low] not in _HANGS_ON:
        return False
    return "," in scene.words[scene.end : at] and "," not in scene.words[low : scene.start]


_HANGS_ON = frozenset("pending barring despite without awaiting absent assuming subject".split())


def of_made(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether a date is that of the making of a thing that the trigger does something with: "voted on the deal reached last
    month". The participle follows its noun, and is no word of the trigger.
    """
    making = rules.words(lists.MADE, lists.MAKING)
    back = at - 1
    while back > 0 and scene.items[back].word in BEFORE_DATES:
        back -= 1
    if at < scene.end - 1:  # "the deal with the makers, reached Sunday, must be ratified"
        return back > 0 and scene.items[back].word in making and scene.items[back - 1].word == ","
    if back == at - 1:  # "the deal reached with the makers Apr. 3"; with "on" the day can be that of the trigger
        while back > max(1, scene.end, at - _WITH) and scene.items[back].word not in making | CLOSING:
            back -= 1
    if back < max(1, scene.end) or scene.items[back].word not in making:
        return False
    before = scene.items[back - 1]
    if before.word == "," or before.word.endswith("ly"):
        before = scene.items[back - 2]
    return before.kind == "word" and before.word in rules.words(lists.MADE_THING)


def of_stretch(scene: Scene, at: int) -> bool:
    """Whether a month or season is that of what came before: "approved the pact after a strike in May and June"."""
    time, earlier = scene.items[at].time, scene.items[at - 2].time if at > 1 else None
    if time is None or time.rule not in _STRETCHES:
        return False
    if scene.items[at - 1].word == "and" and earlier is not None and at - 2 > scene.end:
        return of_stretch(scene, at - 2)
    if scene.items[at - 1].word not in ("in", "of", "during"):
        return False
    between = scene.words[scene.end : at - 1]
    told = next((i for i in range(len(between) - 1, -1, -1) if between[i] in ("after", "following")), None)
    return told is not None and 0 < len(between) - told - 1 <= _PHRASE and "," not in between[told:]


_WITH = 8  # items between the making of a thing and its date
_STRETCHES = frozenset(("month", "month-year", "part-of-month", "season", "season-year"))


def attached(scene: Scene, at: int, rules: Rules) -> bool:
    """Whether a date stands so near a noun, before or behind it, that it can only be its own."""
    if at < scene.start:
        following = scene.items[at + 1]
        owned = at == scene.start - 2 and (following.kind == "agent" or following.word == "'s")
        adjectives = scene.words[at + 2 : scene.start]
        described = following.word == "'s" and len(adjectives) <= 2 and all(map(str.isalpha, adjectives))
        return at == scene.start - 1 or owned or described
    tying = rules.words(lists.ATTACHING)
    return (
        not to_noun(scene.items, at, rules)
        and at - scene.end <= _PHRASE
        and all(
            item.word in _ATTACHING or item.word in tying or item.mention is not None or item.word[:1].isdigit()
            for item in scene.items[scene.end : at]
        )
    )


_KIND = 2  # items in which the noun stands that a day owns
_MEANT = 3  # items from a date to the noun that it qualifies


def to_noun(items: Sequence[Item], at: int, rules: Rules) -> bool:
    """Whether a time only qualifies the noun after it ("the 2020 contract", "an Oct. 1 deadline", "Sunday's session"), so
    that it dates the thing named.
    """
    time = items[at].time
    if time is None or at + 1 >= len(items):
        return False
    following = items[at + 1]
    if at > 1 and items[at - 1].word in ("'s", "'") and following.kind == "word" and following.word.isalpha():
        return True  # "the producers' June 30 proposal"
    if following.word == "'s":
        behind = [item.word for item in items[at + 2 : at + 2 + _KIND]]  # "today's press conference"
        return rules.words(lists.MEETING).isdisjoint(behind)
    if (
        at > 0
        and items[at - 1].word in rules.words(lists.FORESEEN)
        and following.kind == "word"
        and following.word.isalpha()
    ):
        return following.word not in BEFORE_DATES  # "postponed the planned Tuesday strike"
    if at == 0 or items[at - 1].word not in _ARTICLES or following.kind not in ("word", "agent"):
        return False
    long = time.rule in ("year", "month", "year-range", "season")
    phrase = itertools.takewhile(
        lambda item: item.kind == "word" and item.word.isalpha(), items[at + 1 : at + 1 + _MEANT]
    )
    meets = any(item.word in rules.words(lists.MEETING) for item in phrase)  # "at a June 6 board meeting"
    return long or (time.rule in ("month-day", "month-day-year") and not meets and following.word.isalpha())
