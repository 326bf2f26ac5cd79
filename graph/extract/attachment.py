"""The time expression of a sentence that belongs to a trigger: by place, by clause, or because it governs the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph import dates
from graph.extract import belonging, leadup
from graph.extract.clauses import Clause
from graph.extract.english import ARTICLES, AUXILIARY, BEFORE_DATES
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item
from graph.model import Basis, TimeExpression
from ontology import lists

_POINTS = ("date", "clock")
# Clauses whose dates are their own: "has a deal while the other is on strike, having walked out last month".
_OWN_TIME = ("relative", "bracket", "sub", "complement", "participle")
_LIMITS = frozenset(("to", "until", "through"))
_PHRASE = 12  # items that can stand between a noun and the date that closes its phrase
_STOPS = frozenset("; : after before until unless if that".split())


def nearest(
    scene: Scene, *, noun: bool, opening: bool, saying: bool, voting: bool, rules: Rules
) -> TimeExpression | None:
    """The date nearest the trigger in its clause; for a bare noun, only one that is attached to it."""
    best: tuple[int, TimeExpression] | None = None
    for at, item in enumerate(scene.items[scene.low : _reach(scene)], scene.low):
        time = item.time
        if time is None or time.edtf is None or time.kind in ("ordinal", "duration"):
            continue
        if noun and not belonging.attached(scene, at, rules):
            continue
        thing = scene.items[scene.start].word in rules.words(lists.MADE_THING)  # "an August 2 offer that was rejected"
        # "ahead of the May 5 expiration of the contract"
        own = at == scene.start - 1 and not (thing and scene.end > scene.start + 1)
        # "submitted for approval at a May 5 board meeting", but not "postponed the planned Tuesday strike"
        inside = scene.start < at < scene.end and scene.items[at - 1].word in ARTICLES
        if not (noun or own) and (
            ((not inside or time.rule == "year") and belonging.to_noun(scene.items, at, rules))
            or belonging.of_made(scene, at, rules)
            or belonging.of_next(scene, at, rules)
            or belonging.of_stretch(scene, at)
        ):
            continue
        if not (noun or own) and at < scene.start and belonging.before_it(scene, at):
            continue
        if time.open == "since" and not opening and scene.start < at < scene.end:
            continue  # "talks that had dragged on since May collapsed"
        if time.open == "since" and not opening and at > scene.end and scene.items[at - 1].kind == "word":
            continue  # "deals with 20 hotels hit by strikes starting in July"
        if belonging.of_foretelling(scene, at, rules) or belonging.was_to(scene, at) or belonging.of_main(scene, at):
            continue
        if voting and belonging.of_start(scene, at, rules):
            continue
        if scene.start < at < scene.end and belonging.of_subject(scene, at):
            continue  # "a walkout on Thursday has been suspended"
        if belonging.of_another(scene, at, rules) or (saying and belonging.told_in_it(scene, at, rules)):
            continue
        if not noun and at > scene.end and belonging.came(scene, at):
            continue
        if at > 1 and not noun and belonging.foreseen(scene.items, at, rules) and at > scene.end:
            continue  # "called off the strike scheduled for May 5"
        last = max(scene.head, scene.end - 1)
        distance = at - last if at > last else (last - at) + 1 if at > scene.head else (scene.head - at) + 2
        if best is None or distance < best[0]:
            best = (distance, time)
    return best[1] if best is not None else None


def _reach(scene: Scene) -> int:
    """One past the last item in which a trigger's own date can stand: the end of the clause in which the trigger ends."""
    if scene.end <= scene.high:
        return scene.high
    return next((clause.end for clause in scene.clauses if clause.start < scene.end <= clause.end), scene.high)


def limit(scene: Scene) -> TimeExpression | None:
    """The limit that closes a trigger, as a day: "the contract runs until May 5"."""
    time = scene.items[scene.end - 1].time
    told = time is not None and (time.open == "by" or (not time.open and scene.words[scene.end - 2] in _LIMITS))
    if time is None or not told or time.edtf is None:
        return None
    return replace(time, edtf=time.edtf.removeprefix("../"), open="")


def of_phrase(scene: Scene, rules: Rules) -> TimeExpression | None:
    """The date that closes a noun's phrase: "a rally of several hundred people in Times Square on Tuesday"."""
    for item in scene.items[scene.end : min(scene.high, scene.end + _PHRASE)]:
        if item.time is not None:
            return item.time if item.time.kind in ("date", "clock") and item.time.edtf is not None else None
        if item.word in belonging.CLOSING or (rules.finite(item.word) and belonging.plain(item)):
            return None
    return None


def of_answer(scene: Scene, time: TimeExpression, rules: Rules) -> bool:
    """Whether a date behind a thing is that of the answer to it: "approved the deal with the mills on June 13"."""
    made = rules.words(lists.MADE, lists.MAKING)
    at = next((i for i, item in enumerate(scene.items) if item.time is time), -1)
    if at < scene.end or not made.isdisjoint(scene.words[scene.end : at]):
        return False
    if scene.passive and at == scene.end:
        return False  # "until it ratifies the deal, expected to be voted on Tuesday"
    before = scene.words[scene.low : scene.start]
    return not rules.words(lists.ANSWERED).isdisjoint(before) and scene.items[at - 1].word not in ("of", "from")


def held(scene: Scene, rules: Rules) -> bool:
    """Whether a verb before a noun makes it a happening: "held a one-day strike against the district on April 29"."""
    holding = rules.words(lists.HOLDING)
    return not holding.isdisjoint(scene.words[max(scene.low, scene.start - 6) : scene.start])


def aside(scene: Scene) -> bool:
    """Whether a trigger without a verb only stands by: "will strike on May 5 in a long dispute over pay"."""
    before = scene.items[max(scene.low, scene.start - 4) : scene.start]
    return scene.noun and any(item.word in ("in", "amid") for item in before)


def made(scene: Scene, rules: Rules) -> TimeExpression | None:
    """The date on which what a noun names was made: "the agreement between A and B was announced on Friday"."""
    making = rules.words(lists.MADE, lists.CAME_ABOUT)
    for at in range(scene.end, len(scene.items)):
        item = scene.items[at]
        if item.time is not None:
            back = at - 1
            while back > scene.end and scene.items[back].word in BEFORE_DATES:
                back -= 1
            good = scene.items[back].word in making and item.time.kind in _POINTS and item.time.edtf is not None
            return item.time if good else None
        aside = any(c.start <= at < c.end and c.kind in ("relative", "bracket") for c in scene.clauses)
        passed = aside or item.quantity is not None or item.mention is not None or item.word in AUXILIARY
        if (
            not passed
            and item.word not in making
            and ((rules.finite(item.word) and belonging.plain(item)) or item.word in _STOPS)
        ):
            return None
    return None


def made_aside(scene: Scene, rules: Rules) -> TimeExpression | None:
    """The date on which an offer was made, told by the way: "the offer, made on Friday, would raise pay"."""
    making = rules.words(lists.MADE)
    for at in range(scene.start + 1, scene.end - 1):
        time = scene.items[at].time
        if time is not None and time.edtf is not None and time.kind in _POINTS:
            return (
                time
                if not making.isdisjoint(scene.words[scene.start : at]) and "," in scene.words[scene.start : at]
                else None
            )
    return None


def fronted(scene: Scene, rules: Rules) -> TimeExpression | None:
    """The date that opens a sentence and governs its main clauses: "On Friday the sides met, and the studios offered"."""
    if scene.clauses[scene.clause].kind not in ("main", "coordinate") and not leadup.past_relative(scene, rules):
        return None
    for at, item in enumerate(scene.items[:3]):  # "Late on Friday"
        if item.time is not None:
            told = item.time
            good = told.edtf is not None and told.open == "" and told.kind != "duration"
            return told if good and not belonging.of_foretelling(scene, at, rules) else None
        if item.word not in BEFORE_DATES:
            return None
    return None


def at_once(scene: Scene) -> TimeExpression | None:
    """The date of another clause that tells of the same time: "settled late Monday, ending a strike", "gathered on Tuesday
    as talks resumed", "in 1982, when two groups merged".
    """
    clause = scene.clauses[scene.clause]
    if clause.kind == "relative" and scene.start < clause.start and scene.clauses[clause.parent].marker == "when":
        clause = scene.clauses[clause.parent]  # "when talks that had dragged on since May collapsed"
    if clause.marker in ("when", "where", "which") and clause.start > 0:
        for item in reversed(scene.items[max(0, clause.start - 2) : clause.start]):
            if item.time is not None and item.time.edtf is not None:
                return _point(item.time)
            if item.word not in (",", "in", "on"):
                break
    if clause.kind in ("main", "coordinate") and scene.clause + 1 < len(scene.clauses):
        following = scene.clauses[scene.clause + 1]
        if following.kind == "sub" and following.marker == "when":
            return single(scene, following)  # "could strike when the contract runs out on October 1"
    same = clause.kind == "participle" or (clause.kind == "sub" and clause.marker in ("as", "while"))
    if not same or any(item.time is not None for item in scene.items[scene.low : scene.high]):
        return None
    if clause.kind == "participle" and clause.start == 0 and not scene.words[0].endswith("ing"):
        return None  # "Approved by the board, the contract goes to members on May 5": done before
    number = clause.parent if clause.start > 0 else scene.clause + 1
    if not 0 <= number < len(scene.clauses):
        return None
    other = scene.clauses[number]
    if other.kind == "coordinate" and other.parent >= 0 and not _dated(scene, other):
        other = scene.clauses[other.parent]  # "reached a deal on Friday and extended the contract, ending a walkout"
    return single(scene, other)


def within(scene: Scene, wide: TimeExpression) -> TimeExpression | None:
    """The day of the clause that tells of the same time, where it lies in a week, month or year told with the trigger: "came to
    a halt on Tuesday as crews began three days of strikes this week".
    """
    clause = scene.clauses[scene.clause]
    if wide.rule != "relative-unit" or clause.kind != "sub" or clause.marker not in ("as", "while", "when"):
        return None
    day = single(scene, scene.clauses[clause.parent]) if clause.start > 0 else None
    told, stretch = (dates.bounds(t.edtf) if t is not None and t.edtf is not None else None for t in (day, wide))
    return day if told is not None and stretch is not None and dates.overlaps(told, stretch) else None


def since_then(scene: Scene) -> TimeExpression | None:
    """The day of what a state has lasted since: "on strike since the talks collapsed on May 2"."""
    following = scene.clauses[scene.clause + 1] if scene.clause + 1 < len(scene.clauses) else None
    if following is None or following.kind != "sub" or following.marker != "since":
        return None
    end = next(
        (c.start for c in scene.clauses if c.start >= following.end and c.kind != "coordinate"), len(scene.items)
    )
    told = single(scene, replace(following, end=end))
    return None if told is None or told.edtf is None else replace(told, edtf=f"{told.edtf}/..", open="since")


def single(scene: Scene, other: Clause) -> TimeExpression | None:
    """The one date of a clause, if it tells no other time."""
    told = [i.time for i in scene.items[other.start : other.end] if i.time is not None and i.time.edtf is not None]
    dated = [t for t in told if t.kind in ("date", "clock") and t.rule != "year"]
    return dated[0] if len(dated) == 1 and len(told) == 1 else None


def _dated(scene: Scene, clause: Clause) -> Sequence[Item]:
    """The items of a clause that tell a point in time, and no mere limit."""
    return [i for i in scene.items[clause.start : clause.end] if i.time is not None and not i.time.open and i.time.edtf]


def _point(time: TimeExpression) -> TimeExpression | None:
    """What a limit starts from: "without a contract since Saturday, when it lapsed"."""
    if time.open == "since" and time.edtf is not None:
        return replace(time, edtf=time.edtf.partition("/")[0], basis=Basis.EXPLICIT)
    return time if time.open == "" else None


def only(
    scene: Scene, times: Sequence[TimeExpression], rules: Rules, *, saying: bool, voting: bool
) -> TimeExpression | None:
    """The sentence's single date where the clause has none: it opens or closes the sentence and governs all of it."""
    dated = [t for t in times if t.edtf is not None and t.kind not in ("ordinal", "duration")]
    if len(dated) > 1:  # "a deal to end a strike that has shut the mills since May 10, both sides said on Wednesday"
        dated = [t for t in dated if t.open == ""]
    if not dated or any(time.edtf != dated[0].edtf for time in dated):
        return None
    only = dated[-1]
    at = next((i for i, item in enumerate(scene.items) if item.time is only), 0)
    if (
        (at > scene.end and (belonging.came(scene, at) or belonging.was_to(scene, at)))
        or (at > 1 and belonging.foreseen(scene.items, at, rules))
        or belonging.of_another(scene, at, rules)
        or only.open == "since"
        or belonging.of_foretelling(scene, at, rules)
        or belonging.of_main(scene, at)
        or (voting and belonging.of_start(scene, at, rules))
    ):
        return None
    if (
        belonging.to_noun(scene.items, at, rules)
        or belonging.of_made(scene, at, rules)
        or belonging.of_next(scene, at, rules)
        or (at < scene.start and (belonging.before_it(scene, at) or leadup.before_perfect(scene, at)))
        or (scene.start < at < scene.end and belonging.of_subject(scene, at))
    ):
        return None
    own = scene.clauses[scene.clause]
    if saying and (own.kind != "coordinate" or "had" in scene.words[: scene.start]):
        return None  # "the offer lapsed on July 31, the union said"; but "left the table on July 31 and said"
    if own.kind in ("sub", "relative", "participle"):
        return None  # "met on August 4, for the first time since the walkout began": the date is the main clause's
    for number, clause in enumerate(scene.clauses):
        inside = any(item.time is only for item in scene.items[clause.start : clause.end])
        if inside and clause.kind in _OWN_TIME and number != scene.clause:
            return None
        if inside and number > scene.clause and belonging.goes_its_way(scene, clause, rules):
            return None
    return only


def owns(scene: Scene, time: TimeExpression) -> bool:
    """Whether a time only says which of several things is meant: "Monday's vote"."""
    return any(a.time is time and b.word == "'s" for a, b in zip(scene.items, scene.items[1:], strict=False))
