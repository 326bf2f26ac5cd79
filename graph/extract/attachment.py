"""The time expression of a sentence that belongs to a trigger: by place, by clause, or because it governs the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.extract.clauses import AUXILIARY, Clause
from graph.extract.roles import Scene
from graph.extract.tokens import Item
from graph.model import Basis, TimeExpression

Finite = Callable[[str], bool]
_POINTS = ("date", "clock")
_PHRASE = 12  # items that can stand between a noun and the date that closes its phrase
_ATTACHING = frozenset(
    "there in on of from since that which who had has was were is are will would to set due scheduled expected begin "
    "begins commenced launched go going ahead over by against and could may might a.m p.m : . began begun started starting , ( the early late as at".split()
)
_CLOSING = frozenset(", ; : ( ) — – that which who when where before after until since to".split())
_FORESEEN = frozenset("scheduled set slated planned due threatened".split())
_BE = frozenset("is are was were be been 's 're".split())
# What is done with an offer, a deal or a letter when it comes about; ratifying comes after.
_MADE = frozenset("reached announced signed made delivered presented tabled submitted unveiled sent struck".split())
_HOLDING = frozenset("held hold holds staged staging stage began begun launched started mounted waged".split())
_BEFORE_DATES = frozenset("on in at late early by".split())
_FIRST = 8  # items between "the first" and "since 1977"
_FIRSTS = frozenset("first only last biggest largest longest worst".split())
_FORMER = frozenset("last previous prior earlier former preceding".split())
_LONG = frozenset("year season-year quarter month-year half-year".split())


def nearest(scene: Scene, *, noun: bool, opening: bool, saying: bool, finite: Finite) -> TimeExpression | None:
    """The date nearest the trigger in its clause; for a bare noun, only one that is attached to it."""
    best: tuple[int, TimeExpression] | None = None
    for at in range(scene.low, scene.high):
        time = scene.items[at].time
        if time is None or time.edtf is None or time.kind in ("ordinal", "duration"):
            continue
        if noun and not _attached(scene, at):
            continue
        own = at == scene.start - 1  # "ahead of the May 5 expiration of the contract"
        if not (noun or own) and (_belongs_to_noun(scene.items, at) or _of_made(scene, at) or _of_stretch(scene, at)):
            continue
        if not (noun or own) and at < scene.start and _before_it(scene, at):
            continue
        if time.open == "since" and not opening and at > scene.end and scene.items[at - 1].kind == "word":
            continue  # "deals with 20 hotels hit by strikes starting in July"
        if scene.start < at < scene.end and _of_subject(scene, at):
            continue  # "a walkout on Thursday has been suspended"
        if _of_another(scene, at) or (saying and _told_in_it(scene, at, finite)):
            continue
        if not noun and at > scene.end and _came(scene, at):
            continue
        if at > 1 and not noun and _foreseen(scene.items, at) and at > scene.end:
            continue  # "called off the strike scheduled for May 5"
        last = max(scene.head, scene.end - 1)
        distance = at - last if at > last else (last - at) + 1 if at > scene.head else (scene.head - at) + 2
        if best is None or distance < best[0]:
            best = (distance, time)
    return best[1] if best is not None else None


def _came(scene: Scene, at: int) -> bool:
    """Whether a date is that of what something came after or before: "the extension came after the others agreed May 5"."""
    between = [item.word for item in scene.items[scene.end : at]]
    came = next((n for n, word in enumerate(between) if word in ("came", "comes", "come")), None)
    return came is not None and any(word in _AROUND for word in between[came + 1 : came + _ROUND])


_AROUND = frozenset("after before following ahead".split())
_ROUND = 5  # words from "came" to "after": "came just a week after"


def closing(scene: Scene) -> TimeExpression | None:
    """The day on which a vote closed, where the words tell when it opened as well: "began August 3 and concluded Tuesday"."""
    for at in range(scene.end, len(scene.items) - 1):
        if scene.items[at].word in _CLOSES:
            told = next((i.time for i in scene.items[at + 1 : at + 4] if i.time is not None), None)
            if told is not None and told.kind in _POINTS and told.edtf is not None:
                return told
    return None


_CLOSES = frozenset("concluded concludes ended ends closed closes finished finishes".split())


def of_phrase(scene: Scene, finite: Callable[[str], bool]) -> TimeExpression | None:
    """The date that closes a noun's phrase: "a rally of several hundred people in Times Square on Tuesday"."""
    for item in scene.items[scene.end : min(scene.high, scene.end + _PHRASE)]:
        if item.time is not None:
            return item.time if item.time.kind in ("date", "clock") and item.time.edtf is not None else None
        if item.word in _CLOSING or (finite(item.word) and _plain(item)):
            return None
    return None


def of_answer(scene: Scene, time: TimeExpression) -> bool:
    """Whether a date behind a thing is that of the answer to it: "approved the deal with the mills on June 13"."""
    at = next((i for i, item in enumerate(scene.items) if item.time is time), -1)
    if at < scene.end or any(item.word in _MAKINGS for item in scene.items[scene.end : at]):
        return False
    before = [item.word for item in scene.items[scene.low : scene.start]]
    return any(word in _ANSWERED for word in before) and scene.items[at - 1].word not in ("of", "from")


_ANSWERED = frozenset(
    "approve approves approved approving ratify ratifies ratified ratifying reject rejects rejected rejecting accept accepts "
    "accepted accepting endorse endorses endorsed endorsing vote votes voted voting recommend recommended".split()
)


def held(scene: Scene) -> bool:
    """Whether a verb before a noun makes it a happening: "held a one-day strike against the district on April 29"."""
    return any(item.word in _HOLDING for item in scene.items[max(scene.low, scene.start - 6) : scene.start])


def aside(scene: Scene) -> bool:
    """Whether a trigger without a verb only stands by: "will strike on May 5 in a long dispute over pay"."""
    before = scene.items[max(scene.low, scene.start - 4) : scene.start]
    return scene.noun and any(item.word in ("in", "amid") for item in before)


def made(scene: Scene, finite: Finite) -> TimeExpression | None:
    """The date on which what a noun names was made: "the agreement between A and B was announced on Friday"."""
    for at in range(scene.end, len(scene.items)):
        item = scene.items[at]
        if item.time is not None:
            back = at - 1
            while back > scene.end and scene.items[back].word in _BEFORE_DATES:
                back -= 1
            good = scene.items[back].word in _MADE and item.time.kind in _POINTS and item.time.edtf is not None
            return item.time if good else None
        aside = any(c.start <= at < c.end and c.kind in ("relative", "bracket") for c in scene.clauses)
        passed = aside or item.quantity is not None or item.mention is not None or item.word in AUXILIARY
        if not passed and item.word not in _MADE and ((finite(item.word) and _plain(item)) or item.word in _STOPS):
            return None
    return None


_STOPS = frozenset("; : after before until unless if that".split())


def _plain(item: Item) -> bool:
    """Whether a word can be a verb where it stands: neither a figure nor a compound ("Dallas-based")."""
    return item.quantity is None and "-" not in item.word


def fronted(scene: Scene) -> TimeExpression | None:
    """The date that opens a sentence and governs its main clauses: "On Friday the sides met, and the studios offered"."""
    if scene.clauses[scene.clause].kind not in ("main", "coordinate"):
        return None
    for item in scene.items[:2]:
        if item.time is not None:
            told = item.time
            return told if told.edtf is not None and told.open == "" and told.kind != "duration" else None
        if item.word not in _BEFORE_DATES:
            return None
    return None


def at_once(scene: Scene) -> TimeExpression | None:
    """The date of another clause that tells of the same time: "settled late Monday, ending a strike", "gathered on Tuesday
    as talks resumed", "in 1982, when two groups merged".
    """
    clause = scene.clauses[scene.clause]
    if clause.marker in ("when", "where", "which") and clause.start > 0:
        for item in reversed(scene.items[max(0, clause.start - 2) : clause.start]):
            if item.time is not None and item.time.edtf is not None:
                return _point(item.time)
            if item.word not in (",", "in", "on"):
                break
    if clause.kind in ("main", "coordinate") and scene.clause + 1 < len(scene.clauses):
        following = scene.clauses[scene.clause + 1]
        if following.kind == "sub" and following.marker == "when":
            return _single(scene, following)  # "could strike when the contract runs out on October 1"
    same = clause.kind == "participle" or (clause.kind == "sub" and clause.marker in ("as", "while"))
    if not same or any(item.time is not None for item in scene.items[scene.low : scene.high]):
        return None
    number = clause.parent if clause.start > 0 else scene.clause + 1
    return _single(scene, scene.clauses[number]) if 0 <= number < len(scene.clauses) else None


def _single(scene: Scene, other: Clause) -> TimeExpression | None:
    """The one date of a clause, if it tells no other time."""
    told = [i.time for i in scene.items[other.start : other.end] if i.time is not None and i.time.edtf is not None]
    dated = [t for t in told if t.kind in ("date", "clock") and t.rule != "year"]
    return dated[0] if len(dated) == 1 and len(told) == 1 else None


def _point(time: TimeExpression) -> TimeExpression | None:
    """What a limit starts from: "without a contract since Saturday, when it lapsed"."""
    if time.open == "since" and time.edtf is not None:
        return replace(time, edtf=time.edtf.partition("/")[0], basis=Basis.EXPLICIT)
    return time if time.open == "" else None


def of_saying(scene: Scene) -> TimeExpression | None:
    """The day on which what a complement clause tells was said: "announced Tuesday that it had reached a deal"."""
    parent = scene.clauses[scene.clauses[scene.clause].parent]
    told = [
        i.time
        for i in scene.items[parent.start : parent.end]
        if i.time is not None and i.time.kind in ("date", "clock")
    ]
    return told[-1] if told and told[-1].edtf is not None else None


def only(scene: Scene, times: Sequence[TimeExpression], *, saying: bool) -> TimeExpression | None:
    """The sentence's single date where the clause has none: it opens or closes the sentence and governs all of it."""
    dated = [t for t in times if t.edtf is not None and t.kind not in ("ordinal", "duration")]
    if not dated or any(time.edtf != dated[0].edtf for time in dated):
        return None
    only = dated[-1]
    at = next((i for i, item in enumerate(scene.items) if item.time is only), 0)
    if (
        (at > scene.end and _came(scene, at))
        or (at > 1 and _foreseen(scene.items, at))
        or _of_another(scene, at)
        or only.open == "since"
    ):
        return None
    if (
        _belongs_to_noun(scene.items, at)
        or _of_made(scene, at)
        or (at < scene.start and _before_it(scene, at))
        or (scene.start < at < scene.end and _of_subject(scene, at))
    ):
        return None
    own = scene.clauses[scene.clause]
    if saying and (own.kind != "coordinate" or any(item.word == "had" for item in scene.items[: scene.start])):
        return None  # "the offer lapsed on July 31, the union said"; but "left the table on July 31 and said"
    if own.kind in ("sub", "relative", "participle"):
        return None  # "met on August 4, for the first time since the walkout began": the date is the main clause's
    for number, clause in enumerate(scene.clauses):
        inside = any(item.time is only for item in scene.items[clause.start : clause.end])
        if inside and clause.kind in ("relative", "bracket", "sub", "complement") and number != scene.clause:
            return None
    return only


def _told_in_it(scene: Scene, at: int, finite: Finite) -> bool:
    """Whether a date belongs to what is said, not to the saying: "said it expects to announce the result on Friday"."""
    if scene.start <= at < scene.end:
        return False
    if at < scene.start:  # "In a letter on Friday it said"; but "has reached a deal after a strike last week, it said"
        return any(finite(item.word) for item in scene.items[scene.low : at])
    return any(finite(item.word) or item.word in AUXILIARY for item in scene.items[scene.end : at])


def _foreseen(items: Sequence[Item], at: int) -> bool:
    """Whether a date belongs to "scheduled for" and the like, which stand after a noun."""
    for step in (2, 3):
        if at >= step + 1 and items[at - step].word in _FORESEEN and items[at - step - 1].word not in _BE:
            return True
    return False


def _of_subject(scene: Scene, at: int) -> bool:
    """Whether a date stands behind the noun that a passive trigger opens with, and so is that of the thing named."""
    passive = any(item.word in _PASSIVE for item in scene.items[at + 1 : scene.end])
    return passive and scene.items[at - 1].word in ("on", "for", "from", "planned", "scheduled")


_PASSIVE = frozenset("been was were is are being".split())


def _of_another(scene: Scene, at: int) -> bool:
    """Whether a date tells of another time: "for the first time since 2007"; "extended the contract to July 12"."""
    time = scene.items[at].time
    before = scene.items[at - 1].word if at else ""
    if time is not None and time.open == "since":
        words = [item.word for item in scene.items[max(0, at - _FIRST) : at]]
        return before in ("time", "one", "not") or any(word in _FIRSTS for word in words)
    former = not _FORMER.isdisjoint(item.word for item in scene.items[max(0, at - 5) : at - 1])
    if time is not None and time.rule in _LONG and at > scene.end + 3 and before in ("in", "of") and former:
        return True  # "more than at the guild's last vote in 2018"
    if time is not None and time.rule in _LONG and at > scene.end and before in ("for", "of"):
        pair = [item.word for item in scene.items[max(0, at - 2) : at]]
        if before == "for" or pair == ["whole", "of"]:
            return True  # "offered a rise of 4% for 2022"
    return at > scene.head and (before in ("to", "until", "till") or (time is not None and time.rule == "until"))


def _before_it(scene: Scene, at: int) -> bool:
    """Whether a date is that of what came later: "ahead of talks on May 5, members voted to allow a strike"."""
    words = [item.word for item in scene.items[scene.low : at]]
    return any(word in _LATER for word in words) and "," not in words


_LATER = frozenset("before prior ahead".split())


def owns(scene: Scene, time: TimeExpression) -> bool:
    """Whether a time only says which of several things is meant: "Monday's vote"."""
    return any(a.time is time and b.word == "'s" for a, b in zip(scene.items, scene.items[1:], strict=False))


def _of_made(scene: Scene, at: int) -> bool:
    """Whether a date is that of the making of a thing that the trigger does something with: "voted on the deal reached last
    month". The participle follows its noun, and is no word of the trigger.
    """
    back = at - 1
    while back > 0 and scene.items[back].word in _BEFORE_DATES:
        back -= 1
    if back == at - 1:  # "the deal reached with the makers Apr. 3"; with "on" the day can be that of the trigger
        while back > max(1, scene.end, at - _WITH) and scene.items[back].word not in _MAKINGS | _CLOSING:
            back -= 1
    if back < max(1, scene.end) or scene.items[back].word not in _MAKINGS:
        return False
    before = scene.items[back - 1]
    if before.word.endswith("ly"):
        before = scene.items[back - 2]
    return before.kind == "word" and before.word in _MADE_THINGS


def _of_stretch(scene: Scene, at: int) -> bool:
    """Whether a month or season is that of what came before: "approved the pact after a strike in May and June"."""
    time, earlier = scene.items[at].time, scene.items[at - 2].time if at > 1 else None
    if time is None or time.rule not in _STRETCHES:
        return False
    if scene.items[at - 1].word == "and" and earlier is not None and at - 2 > scene.end:
        return _of_stretch(scene, at - 2)
    if scene.items[at - 1].word not in ("in", "of", "during"):
        return False
    between = [item.word for item in scene.items[scene.end : at - 1]]
    told = next((i for i in range(len(between) - 1, -1, -1) if between[i] in ("after", "following")), None)
    return told is not None and 0 < len(between) - told - 1 <= _PHRASE and "," not in between[told:]


_WITH = 8  # items between the making of a thing and its date
_MAKINGS = _MADE | frozenset(
    "negotiated agreed concluded brokered settled drafted made launched called started begun held staged".split()
)
_MADE_THINGS = frozenset(
    "agreement agreements deal deals contract contracts pact pacts accord accords offer offers proposal proposals settlement "
    "strike strikes walkout walkouts stoppage stoppages".split()
)
_STRETCHES = frozenset(("month", "month-year", "part-of-month", "season", "season-year"))


def _attached(scene: Scene, at: int) -> bool:
    if at < scene.start:
        following = scene.items[at + 1]
        owned = at == scene.start - 2 and (following.kind == "agent" or following.word == "'s")
        adjectives = [item.word for item in scene.items[at + 2 : scene.start]]
        described = following.word == "'s" and len(adjectives) <= 2 and all(map(str.isalpha, adjectives))
        return at == scene.start - 1 or owned or described
    return (
        not _belongs_to_noun(scene.items, at)
        and at - scene.end <= _PHRASE
        and all(
            item.word in _ATTACHING or item.mention is not None or item.word[:1].isdigit()
            for item in scene.items[scene.end : at]
        )
    )


def _belongs_to_noun(items: Sequence[Item], at: int) -> bool:
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
        return at + 2 >= len(items) or items[at + 2].word not in _MEETINGS
    if at > 0 and items[at - 1].word in _FORESEEN and following.kind == "word" and following.word.isalpha():
        return following.word not in _BEFORE_DATES  # "postponed the planned Tuesday strike"
    if at == 0 or items[at - 1].word not in _ARTICLES or following.kind not in ("word", "agent"):
        return False
    long = time.rule in ("year", "month", "year-range", "season")
    return long or (
        time.rule in ("month-day", "month-day-year") and following.word not in _MEETINGS and following.word.isalpha()
    )


_ARTICLES = frozenset("the a an its their his her this that 's".split())
# What happens on its day, so that its day is also that of what was done there.
_MEETINGS = frozenset(
    "meeting meetings rally session hearing vote event conference call letter statement email".split()
)
