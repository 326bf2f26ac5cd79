"""A sentence's items to clauses: where each begins and ends, what word opens it, and which clause it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.extract import openings
from graph.extract.english import (
    ARTICLES,
    AUXILIARY,
    COORDINATORS,
    PLAIN_PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from graph.extract.openings import BREAKS
from graph.extract.tokens import Item
from graph.extract.verbs import Verbs

_OF_SUBJECT = frozenset(("who", "which", "that"))
_NO_VERB = ARTICLES | {
    "they",
    "we",
    "he",
    "she",
    "i",
    "you",
    "it",
    "its",
    "their",
    "his",
    "her",
    "also",
    "not",
    "once",
    "no",
}
_NO_END = frozenset("and or but to not also they it he she we you i there what who which that so as than ,".split())
_GERUND_PREPOSITIONS = frozenset(
    "including following according regarding concerning involving excluding pending".split()
)
_PAIRS = {"(": ")", "[": "]", "—": "—", "–": "–"}
# All that can open or close a clause; the other words of a sentence need no look.
_MARKS = BREAKS | SUBORDINATORS | RELATIVES | COORDINATORS | AUXILIARY | {","}


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
    if any(items[at].word in _OF_SUBJECT for at in places):
        ends = [at for at, item in enumerate(items) if _past(item.word, verbs)]
        places = sorted({*places, *ends})
    tail = openings.tail(items) if any(items[at].word == "," for at in places) else len(items)
    last = {items[at].word: at for at in places if items[at].word in BREAKS}
    if items and items[0].word in SUBORDINATORS and openings.has_verb(items, 1, verbs):
        cuts[0] = (0, "sub", items[0].word)
    elif len(items) > 1 and items[0].word.endswith("ed") and items[1].word == "by" and verbs.finite(items[0].word):
        cuts[0] = (0, "participle", items[0].word)  # "Approved by the board, the contract goes to members"
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
        if (item.word in AUXILIARY or (_past(item.word, verbs) and _verb_of_main(items, at, cuts, verbs))) and _resumes(
            items, at, cuts[-1], verbs
        ):
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
        elif item.word in BREAKS and not (item.word == ":" and items[at - 1].word.isdigit()):  # "at 12:01 a.m."
            cuts.append((at + 1, "main", item.word))
        elif item.word in SUBORDINATORS and openings.opens_clause(items, at, verbs):
            cuts.append((at, "sub", item.word))
        elif item.word == "that" and openings.opens_complement(items, at, verbs):
            cuts.append((at, "complement", item.word))
        elif item.word in RELATIVES and openings.opens_relative(items, at, verbs):
            cuts.append((at, "relative", item.word))
        elif item.word in COORDINATORS and (
            openings.next_is_verb(items, at, verbs)
            or (cuts[-1][1] != "relative" and openings.joins_clauses(items, cuts[-1][0], at, verbs))
        ):
            cuts.append((at, "coordinate", item.word))
        elif item.word == "," and at + 1 < len(items):
            following = items[at + 1]
            if at + 1 >= tail and openings.attributes(items, at + 1, verbs):
                cuts.append((at + 1, "attribution", ""))
            elif (
                following.word in gerunds
                and following.word not in _GERUND_PREPOSITIONS
                and not _of_list(items, at + 1, verbs)
            ) or _aside(items, cuts[-1], at, verbs):
                cuts.append((at + 1, "participle", following.word))
            elif (
                _verb_behind(items, at + 1, verbs)
                and (cuts[-1][1] == "relative" or _interrupts(items, cuts, verbs.finite))
            ) or (cuts[-1][1] == "relative" and _dates_more(items, at + 1)):
                cuts.append((at + 1, "resume:main", ""))
            elif (
                cuts[-1][1] in ("sub", "participle", "relative")
                and openings.starts_main(items, at + 1, verbs)
                and not (cuts[-1][1] == "sub" and at > 1 and openings.tells_more(items, at, cuts[-1][0], verbs))
                and not (cuts[-1][1] == "relative" and openings.lists_on(items, at + 1, verbs))
                and not (cuts[-1][1] == "sub" and _goes_on_listing(items, cuts[-1][0], at, verbs))
            ):
                cuts.append((at + 1, "main", ""))
    return tuple(_clauses(cuts, len(items)))


def _of_list(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a form in -ing is a noun of a list, alone or before its noun: "wages, working conditions and pensions", "pay,
    staffing and leave".
    """
    if items[at].word not in verbs.noun_gerunds:
        return False
    rest = [item.word for item in items[at + 1 : at + _NOUNS]]
    stop = next((n for n, word in enumerate(rest) if word in (",", "and", "or")), None)
    return stop == 0 or (stop == 1 and rest[0].endswith("s"))


_NOUNS = 4  # items from such a form to the comma or "and" behind its noun


def _goes_on_listing(items: Sequence[Item], start: int, at: int, verbs: Verbs) -> bool:
    """Whether a clause behind the main one has had no verb yet: "struck after talks between the union, the yards and the city
    collapsed".
    """
    return (
        start > 0 and "between" in [item.word for item in items[start:at]] and verbless(items, start, at, verbs.finite)
    )


def _aside(items: Sequence[Item], cut: tuple[int, str, str], at: int, verbs: Verbs) -> bool:
    """Whether a participle behind a comma tells more of a subject whose verb comes behind the next one: "the contract, ratified
    in May, runs out"; "the walkout, called by the union on Friday, ended".
    """
    if cut[1] not in ("main", "resume:main", "sub") or at + 3 >= len(items) or not verbs.finite(items[at + 1].word):
        return False
    behind = items[at + 2]
    if behind.time is None and behind.word not in _BEHIND_PARTICIPLE:
        return False
    if not verbless(items, cut[0], at, verbs.finite):
        return False
    close = next((n for n in range(at + 2, min(at + _ASIDE, len(items) - 1)) if items[n].word == ","), None)
    return close is not None and _verb_behind(items, close + 1, verbs)


_BEHIND_PARTICIPLE = frozenset("by in on at with between last after under during early late".split())
_ASIDE = 16  # items


def _dates_more(items: Sequence[Item], at: int) -> bool:
    """Whether a date behind a comma closes the sentence: "will meet UPS, the firm that carries most of it, on Friday"."""
    dated = items[at].word == "on" and at + 1 < len(items) and items[at + 1].time is not None
    return dated and all(item.kind == "mark" for item in items[at + 2 :])


def _verb_behind(items: Sequence[Item], at: int, verbs: Verbs) -> bool:
    """Whether a verb follows, an adverb aside: ", finally began", ", were"; a bare one if it asks or says: ", demand more"."""
    if items[at].word.endswith("ly") and at + 1 < len(items):
        at += 1
    word = items[at].word
    if word in verbs.asking or word in verbs.saying:
        return at + 1 < len(items) and items[at + 1].word not in PLAIN_PREPOSITIONS - {"to"}
    return verbs.finite(word) or word in AUXILIARY


def _interrupts(items: Sequence[Item], cuts: Sequence[tuple[int, str, str]], finite: Callable[[str], bool]) -> bool:
    """Whether a participle stands between a subject and its verb: "talks with the league, speaking for the yards, broke down"."""
    if len(cuts) < 2 or cuts[-1][1] != "participle":
        return False
    return verbless(items, cuts[-2][0], cuts[-1][0], finite)


def verbless(items: Sequence[Item], low: int, high: int, finite: Callable[[str], bool]) -> bool:
    """Whether a stretch holds no verb; what looks like one before a preposition is a noun ("talks between the sides")."""
    for at in range(low, high):
        word = items[at].word
        if (word in AUXILIARY or finite(word)) and not (
            word.endswith("s") and at + 1 < high and items[at + 1].word in PLAIN_PREPOSITIONS
        ):
            return False
    return True


def _resumes(items: Sequence[Item], at: int, cut: tuple[int, str, str], verbs: Verbs) -> bool:
    """Whether a second verb closes a relative clause and takes the main clause up again, where no comma shows it: "nurses
    who have been on strike since May are to vote".
    """
    start, kind, marker = cut
    if kind != "relative" or marker not in _OF_SUBJECT or at < start + 3:
        return False
    inside = [item.word for item in items[start + 1 : at]]
    before = items[at - 1]
    # "those who make films": what follows "who" is its verb
    acts = marker == "who" and items[start + 1].kind == "word" and inside[0] not in _NO_VERB
    if any(word in verbs.saying for word in inside) or before.word in _NO_END or (before.kind == "agent" and not acts):
        return False
    places = [0] if acts else []
    places += [i for i, word in enumerate(inside) if word in AUXILIARY or verbs.finite(word)]
    return bool(places) and (places[-1] < len(inside) - 1 or (len(places) > 1 and before.word.endswith("s")))


def _past(word: str, verbs: Verbs) -> bool:
    """Whether a word can be the verb of a clause in the past: "walked", "went"; what ends in -s can be a noun."""
    return verbs.finite(word) and not word.endswith("s") and word not in AUXILIARY


def _verb_of_main(items: Sequence[Item], at: int, cuts: Sequence[tuple[int, str, str]], verbs: Verbs) -> bool:
    """Whether a verb inside a relative clause without commas is that of the clause around it, which has none: "those who make
    films walked out"; not "those who make films cut by half walked out", where another follows.
    """
    if len(cuts) < 2 or cuts[-1][1] != "relative" or items[cuts[-1][0] - 1].word == ",":
        return False
    if not verbless(items, cuts[-2][0], cuts[-1][0], verbs.finite) or cuts[-2][1] not in ("main", "sub", "complement"):
        return False
    for item in items[at + 1 :]:
        if item.word in _MARKS and item.word not in AUXILIARY:
            return True
        if item.word in AUXILIARY or _past(item.word, verbs):
            return False
    return True


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
