"""A sentence's items to clauses: where each begins and ends, what word opens it, and which clause it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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

# These never stand before a mere noun, so that a verb need not be seen to know a clause.
_ALWAYS = frozenset("while because although though if whereas unless when whenever".split())
_BEFORE_DEMONSTRATIVES = SUBORDINATORS | PLAIN_PREPOSITIONS - {"in", "so"}
_NO_END = frozenset("and or but to not also they it he she we you i there what who which that so as than ,".split())
_BREAKS = frozenset(";:—–()[]")
_GERUND_PREPOSITIONS = frozenset(
    "including following according regarding concerning involving excluding pending".split()
)
_CLOSING_MARKS = frozenset((".", '"', "”", "'"))
_PAIRS = {"(": ")", "[": "]", "—": "—", "–": "–"}
# All that can open or close a clause; the other words of a sentence need no look.
_MARKS = _BREAKS | SUBORDINATORS | RELATIVES | COORDINATORS | AUXILIARY | {","}


@dataclass(slots=True)
class Clause:
    """Items `start` to `end` (half-open). `kind` is main, sub, relative, complement, coordinate, participle, attribution or bracket.

    `marker` is the word that opens it; `parent` the number of the clause it hangs on, -1 for none.
    """

    start: int
    end: int
    kind: str
    marker: str
    parent: int


def split(items: Sequence[Item], verbs: Verbs) -> tuple[Clause, ...]:
    """The clauses of one sentence in order."""
    gerunds = verbs.gerunds
    cuts: list[tuple[int, str, str]] = [(0, "main", "")]
    short: set[int] = set()
    depth: list[tuple[str, str, str]] = []
    places = [at for at, item in enumerate(items) if item.word in _MARKS]
    tail = _tail(items) if any(items[at].word == "," for at in places) else len(items)
    last = {items[at].word: at for at in places if items[at].word in _BREAKS}
    if items and items[0].word in SUBORDINATORS and _has_verb(items, 1, verbs):
        cuts[0] = (0, "sub", items[0].word)
    for at in places:
        if at == 0:
            continue
        item = items[at]
        if depth and item.word == depth[-1][0]:
            _, kind, marker = depth.pop()
            cuts.append((at + 1, "resume:" + kind, marker))
            continue
        if at in short:
            continue
        if item.word in AUXILIARY and _resumes(items, at, cuts[-1], verbs):
            cuts.append((at, "resume:main", ""))
            continue
        if item.word == "(":
            closing = next((to for to in range(at + 1, min(at + 4, len(items))) if items[to].word == ")"), None)
            if closing is not None:
                short.add(closing)
                continue  # a short name in brackets interrupts nothing
        if item.word in _PAIRS and last.get(_PAIRS[item.word], 0) > at:
            depth.append((_PAIRS[item.word], cuts[-1][1].removeprefix("resume:"), cuts[-1][2]))
            cuts.append((at + 1, "bracket", item.word))
        elif item.word in _BREAKS and not (item.word == ":" and items[at - 1].word.isdigit()):  # "at 12:01 a.m."
            cuts.append((at + 1, "main", item.word))
        elif item.word in SUBORDINATORS and _opens_clause(items, at, verbs):
            cuts.append((at, "sub", item.word))
        elif item.word == "that" and _opens_complement(items, at, verbs):
            cuts.append((at, "complement", item.word))
        elif item.word in RELATIVES and _opens_relative(items, at, verbs):
            cuts.append((at, "relative", item.word))
        elif item.word in COORDINATORS and _next_is_verb(items, at, verbs):
            cuts.append((at, "coordinate", item.word))
        elif item.word == "," and at + 1 < len(items):
            following = items[at + 1]
            if at + 1 >= tail and _attributes(items, at + 1, verbs):
                cuts.append((at + 1, "attribution", ""))
            elif following.word in gerunds and following.word not in _GERUND_PREPOSITIONS:
                cuts.append((at + 1, "participle", following.word))
            elif _verb_behind(items, at + 1, verbs) and (
                cuts[-1][1] == "relative" or _interrupts(items, cuts, verbs.finite)
            ):
                cuts.append((at + 1, "resume:main", ""))
            elif (
                cuts[-1][1] in ("sub", "participle", "relative")
                and _starts_main(items, at + 1, verbs)
                and not (cuts[-1][1] == "relative" and _lists_on(items, at + 1, verbs))
            ):
                cuts.append((at + 1, "main", ""))
    return tuple(_clauses(cuts, len(items)))


def _verb_behind(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a verb follows, an adverb aside: ", finally began", ", were"."""
    if items[at].word.endswith("ly") and at + 1 < len(items):
        at += 1
    return verbs.finite(items[at].word) or items[at].word in AUXILIARY


def _interrupts(items: Sequence[Item], cuts: Sequence[tuple[int, str, str]], finite: Callable[[str], bool]) -> bool:
    """Whether a participle stands between a subject and its verb: "talks with the league, speaking for the yards, broke down"."""
    if len(cuts) < 2 or cuts[-1][1] != "participle":
        return False
    return verbless(items, cuts[-2][0], cuts[-1][0], finite)


def verbless(items: Sequence[Item], low: int, high: int, finite: Callable[[str], bool]) -> bool:
    """Whether a stretch holds no verb; what looks like one before a preposition is a noun ("talks between the sides")."""
    return not any(
        (finite(items[at].word) or items[at].word in AUXILIARY)
        and not (items[at].word.endswith("s") and at + 1 < high and items[at + 1].word in PLAIN_PREPOSITIONS)
        for at in range(low, high)
    )


def _resumes(items: Sequence[Item], at: int, cut: tuple[int, str, str], verbs: Verbs) -> bool:
    """Whether a second verb closes a relative clause and takes the main clause up again, where no comma shows it: "nurses
    who have been on strike since May are to vote".
    """
    start, kind, marker = cut
    if kind != "relative" or marker not in ("who", "which", "that") or at < start + 4:
        return False
    inside = [item.word for item in items[start + 1 : at]]
    before = items[at - 1]
    if any(word in verbs.saying for word in inside) or before.kind == "agent" or before.word in _NO_END:
        return False
    places = [i for i, word in enumerate(inside) if word in AUXILIARY or verbs.finite(word)]
    return bool(places) and places[-1] < len(inside) - 1


def _clauses(cuts: list[tuple[int, str, str]], total: int) -> list[Clause]:
    out: list[Clause] = []
    for number, (start, kind, marker) in enumerate(cuts):
        end = cuts[number + 1][0] if number + 1 < len(cuts) else total
        if kind.startswith("resume:"):
            parent = max(0, number - 2) if len(out) >= 2 else 0
            out.append(Clause(start, end, kind.removeprefix("resume:") or "main", marker, parent))
        elif kind == "main":
            out.append(Clause(start, end, "main", marker, -1 if marker in ("", ";", ":") else number - 1))
        else:
            out.append(Clause(start, end, kind, marker, number - 1))
    return _kept(out) or [Clause(0, total, "main", "", -1)]


def _kept(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that hold a word, numbered anew; what hung on an empty one hangs on that one's parent."""
    numbers: dict[int, int] = {-1: -1}
    out: list[Clause] = []
    for number, clause in enumerate(clauses):
        if clause.end > clause.start:
            numbers[number] = len(out)
            parent = numbers[clause.parent]
            out.append(
                clause
                if parent == clause.parent
                else Clause(clause.start, clause.end, clause.kind, clause.marker, parent)
            )
        else:
            numbers[number] = numbers[clause.parent]
    return out


def _has_verb(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    return any(verbs.finite(item.word) for item in items[at : at + 12])


_SUBJECT = 18  # items within which the verb of a clause comes: "after leaders of 12 of the 13 locals of the X agreed"


def _opens_clause(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether "after", "as" and the like begin a clause here, and not a mere phrase ("after 118 days")."""
    following = items[at + 1 : at + _SUBJECT]
    if not following:
        return False
    if following[0].word in verbs.gerunds or items[at].word in _ALWAYS:
        return True
    for item in following:
        if verbs.finite(item.word):
            return True
        if (item.word in _BREAKS and item.word not in "()") or item.word in (",", "."):
            return False
    return False


def _opens_relative(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    word, before = items[at].word, items[at - 1]
    if word == "that" and before.word in verbs.asking:
        return False  # "asks that members be paid": what is asked is no clause apart
    if word == "that" and before.word in _BEFORE_DEMONSTRATIVES:
        return False  # "five days before that contract expired"
    if word == "that":
        return before.kind == "word" and any(verbs.finite(item.word) for item in items[at + 1 : at + 8])
    return before.word not in PLAIN_PREPOSITIONS or word in ("which", "whom")


def _opens_complement(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether "that" gives what somebody said or saw: "announced on Thursday that talks would begin", "served
    notice that".
    """
    if not any(verbs.finite(item.word) for item in items[at + 1 : at + 14]):
        return False
    whose = items[at + 1].word in AUXILIARY or verbs.finite(items[at + 1].word)  # "a notice that was posted"
    for item in reversed(items[max(0, at - 4) : at]):
        if item.word in verbs.saying or (item.word in verbs.telling_nouns and not whose):
            return True
        if item.kind not in ("time", "agent") and item.word not in _BEFORE_THAT:
            return False
    return False


def _tail(items: Sequence[Item]) -> int:
    """Where the last words of a sentence begin that can be an attribution, which is short."""
    at, left = len(items), _ATTRIBUTION
    while at > 0 and left >= 0:
        at -= 1
        left -= items[at].word not in _CLOSING_MARKS
    return at + 1 if left < 0 else at


_ATTRIBUTION = 9  # words of ", the union said Tuesday"
_BEFORE_THAT = frozenset(("on", "in", "also", "a"))  # between what tells and its "that"


def _attributes(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether only an attribution is left of the sentence: ", the union said Tuesday." """
    rest = [item for item in items[at:] if item.word not in _CLOSING_MARKS]
    if len(rest) < 2:
        return False
    said = next((i for i, item in enumerate(rest) if item.word in verbs.saying), None)
    return said is not None and not any(verbs.finite(item.word) for item in rest[said + 1 :] + rest[:said])


def _next_is_verb(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a coordinator joins verbs or clauses, not nouns."""
    ahead = items[at + 1 : at + 9]
    if not ahead or (items[at].word == "yet" and items[at - 1].word in _NOT_YET):
        return False  # "have not yet approved" joins nothing
    skip = 1 if ahead[0].word.endswith("ly") and len(ahead) > 1 else 0
    if verbs.finite(ahead[skip].word):
        return not (_adjective(ahead[skip:], verbs) or _noun(ahead[skip:], verbs))
    return _starts_main(items, at + 1, verbs) and items[at - 1].word == ","


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


def _lists_on(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a list goes on here and a comma closes it before the verb: "which represents A, B and C, offered"."""
    for number in range(at, min(at + 14, len(items) - 1)):
        if verbs.finite(items[number].word):
            return False
        if items[number].word == ",":
            following = items[number + 1].word
            if verbs.finite(following) or following in AUXILIARY:
                return True
    return False


def _starts_main(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a subject and a finite verb follow closely, behind a date if one stands first: "and on Friday it walked out"."""
    if at + 1 < len(items) and items[at].word in BEFORE_DATES and items[at + 1].kind == "time":
        at += 2 if at + 2 < len(items) and items[at + 2].word != "," else 3
    for step, item in enumerate(items[at : at + 14]):
        if verbs.finite(item.word):
            return step > 0
        if (item.word in _BREAKS and item.word not in "()") or item.word in SUBORDINATORS or item.word in RELATIVES:
            return False
        if item.word in PLAIN_PREPOSITIONS and step == 0:
            return False
    return False
