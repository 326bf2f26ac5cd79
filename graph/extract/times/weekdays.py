"""Readers of weekdays, and what before a time tells whether it lies ahead: "will meet again on Friday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from graph.extract.times.value import Context, Value
from graph.extract.times.words import DAYS
from graph.extract.words import Words
from graph.model import Basis
from ontology import lists

_PAST = re.compile(r"\b(?:was|were|had|did|said|met|[a-z]{3,}ed)\b[^.;:]{0,40}$")


class _Ahead:
    """What before a weekday puts it ahead, what can look both ways, and what puts a day behind that was to come."""

    def __init__(self, words: Words) -> None:
        self.future = re.compile(
            rf"\b(?:will|would|set(?! up\b)|must|shall|(?:is|are) to|(?<!\bin )(?<!\bof )(?<!\bsince )may(?! \d)|could|can|{words.either(lists.AHEAD)}"
            rf"|(?<!\bto )(?<!\bnot )(?<!\bdid ){words.either(lists.BARELY_AHEAD)})\b[^.;:]{{0,60}}$"
            rf"|\b{words.either(lists.FORETELLING)}\b[^.;:]{{0,60}} for (?:early |late |noon |midnight )?$"
        )
        self.either_way = re.compile(rf"\b{words.either(lists.EITHER_WAY)}\b[^.;:]{{0,60}}$")
        self.were = re.compile(
            rf"\b(?:was|were) (?:also )?{words.either(lists.WAS_SET)}\b[^.;:]{{0,60}}$"
            r"|\b(?:was|were|had)\b[^.;:]{0,60}\bcould\b[^.;:]{0,40}$"
            rf"|\bhad (?:also )?{words.either(lists.THREATENED)}\b[^.;:]{{0,60}}$"
        )


def weekday(match: re.Match[str], context: Context) -> Value | None:
    """The last such day up to publication; the next one where the words look ahead."""
    day = context.day
    if day is None:
        return Value("date", None, Basis.UNKNOWN)
    target = DAYS[match["weekday"].rstrip(".")]
    which = (match.groupdict().get("which") or "").strip()
    back = (day.weekday() - target) % 7
    if not which and _any_such(match, context):
        return Value("date", None, Basis.UNKNOWN)  # "on a Saturday"
    week = _AND_WEEK.match(context.text, match.end()) if not which else None
    if week is not None:
        return _in_week(week["week"], target, day)  # "on Monday and Wednesday last week"
    if which == "last":
        found = day - timedelta(back if back > 1 else back + 7)  # yesterday is no "last Tuesday" on a Wednesday
    elif which in ("next", "coming"):
        monday = day - timedelta(day.weekday())
        found = monday + timedelta(7 + target)
    elif which == "this":
        found = day + timedelta((target - day.weekday()) % 7)
        if _PAST.search(context.text, max(0, match.start() - 60), match.start()) and not told_ahead(match, context):
            found = day - timedelta(back)
    elif told_ahead(match, context):
        forth = (target - day.weekday()) % 7
        clause, told = _clause(match, context), context.words.of(_Ahead)
        behind = told.future.search(clause) is None or told.were.search(clause) is not None
        doubtful = behind and not _goes_on(match, context)
        nearer_behind = doubtful and _IF.match(context.text, match.end()) is None and back < forth
        found = day - timedelta(back) if nearer_behind else day + timedelta(forth)
    else:
        found = day - timedelta(back)
    return Value("date", found.isoformat(), Basis.RELATIVE)


_ANY_SUCH = re.compile(r"\b(?:on (?:a|one|any)|each|every) $")
_ALONE = re.compile(r"[,.;)]|$| (?:in|at|and) ")


def _any_such(match: re.Match[str], context: Context) -> bool:
    """Whether no weekday of the calendar is meant: "reached at dawn on a Saturday", but "in a Sunday vote"."""
    before = _ANY_SUCH.search(context.text, max(0, match.start() - 8), match.start())
    return before is not None and _ALONE.match(context.text, match.end()) is not None


_AND_WEEK = re.compile(r" and (?:on )?[a-z]{3,6}day (?:of )?(?P<week>last|this|next) week\b")
_WEEKS = {"last": -1, "this": 0, "next": 1}


def of_week(match: re.Match[str], context: Context) -> Value | None:
    """A weekday of a week: "on Tuesday last week", "Friday of this week"."""
    day, target = context.day, DAYS[match["weekday"].rstrip(".")]
    return Value("date", None, Basis.UNKNOWN) if day is None else _in_week(match["week"], target, day)


def _in_week(which: str, target: int, day: date) -> Value:
    monday = day - timedelta(day.weekday()) + timedelta(7 * _WEEKS[which])
    return Value("date", (monday + timedelta(target)).isoformat(), Basis.RELATIVE)


def told_ahead(match: re.Match[str], context: Context) -> bool:
    """Whether the words before put the date ahead: "will meet again on Friday"."""
    clause = _clause(match, context)
    told = context.words.of(_Ahead)
    ahead = told.future.search(clause) is not None or told.either_way.search(clause) is not None
    if _goes_on(match, context):
        return True
    if clause.endswith(" from ") and _PAST.search(clause) is None:
        return True  # "when they walk out from Tuesday"
    return ahead or _IF.match(context.text, match.end()) is not None


def _goes_on(match: re.Match[str], context: Context) -> bool:
    """Whether a time opens what is to come: "On Tuesday members will vote"."""
    if _GOES_ON.match(context.text, match.end()) is None:
        return False
    return _OPENS.search(context.text, max(0, match.start() - 24), match.start()) is not None


_OPENS = re.compile(r"(?:^|[\n.”\"—;] ?|, (?:and|but) |\bthat )(?:(?:on|early|late|by|starting|beginning) )*$")


def to_come(match: re.Match[str], context: Context) -> bool:
    """Whether a time stands in a clause that "would" or "will" governs from afar: of a season the one ahead is meant."""
    sentence = context.text[max(0, match.start() - _FAR) : match.start()]
    return _GOVERNS.search(_BREAK.split(sentence)[-1]) is not None


_FAR = 240  # characters of a sentence before a time
_GOVERNS = re.compile(r"\b(?:would|will|shall)\b(?! have\b)")
_GOES_ON = re.compile(r",? (?:(?!said\b|told\b|that\b|who\b|which\b|[a-z]+ed\b)[\w'-]+ ){1,6}?(?:will|would|shall)\b")
_IF = re.compile(r",? (?:if|unless)\b")
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?(?: [a-z]{1,2}t\b)?,?")
_BREAK = re.compile(r"[.;:]|, (?:but|and|who|which)|\bafter\b|\bsaid\b(?! (?:it|they|that|its|the))")


# A thing that somebody put forward, and no planning: "a plan that the union rejected on Monday".
_A_PLAN = re.compile(
    r"\b(?:an?|the|this|that|its|their|['’]s) (?:[a-z-]+ )?plans? (?=that\b|which\b|was\b|were\b|on\b)"
)
# What only says who somebody is: "with the association, the body that speaks for the mills, on Wednesday".
_ASIDE = re.compile(r", (?:the|a|an|which|who|whose)\b[^,.;:]{1,90},")


def _clause(match: re.Match[str], context: Context) -> str:
    """The words of a clause that stand before a time, 80 characters of them at most, without what stands aside."""
    return _last_clause(context.text[max(0, match.start() - 180) : match.start()])


@lru_cache(maxsize=16)
def _last_clause(before: str) -> str:
    before = before.rpartition('," ')[2]  # what is said is no plan of it
    if before.count(",") > 1:
        before = _ASIDE.sub("", before)
    before = _A_PLAN.sub(" ", before)
    return _BREAK.split(_CLOCK.sub("", before[-80:]))[-1]


def weekdays(match: re.Match[str], context: Context) -> Value | None:
    """Two weekdays of one stretch: both behind, or both ahead; "Thursday and Saturday" are none."""
    first, last = (DAYS[match[name].rstrip(".")] for name in ("weekday", "weekday2"))
    return None if " and " in match[0] and (last - first) % 7 > 1 else _stretch(match, context)


def _stretch(match: re.Match[str], context: Context) -> Value:
    day = context.day
    if day is None:
        return Value("interval", None, Basis.UNKNOWN)
    first, last = (DAYS[match[name].rstrip(".")] for name in ("weekday", "weekday2"))
    length = (last - first) % 7
    if told_ahead(match, context):
        start = day + timedelta((first - day.weekday()) % 7)
    else:
        start = day - timedelta((day.weekday() - last) % 7 + length)
    return Value("interval", f"{start.isoformat()}/{(start + timedelta(length)).isoformat()}", Basis.RELATIVE)


def weekdays_listed(match: re.Match[str], context: Context) -> Value | None:
    """Three weekdays in a row: "Monday, Tuesday and Wednesday"."""
    first, middle, last = (DAYS[match[name].rstrip(".")] for name in ("weekday", "weekday3", "weekday2"))
    return _stretch(match, context) if (middle - first) % 7 == (last - middle) % 7 == 1 else None


def week_off(match: re.Match[str], context: Context) -> Value | None:
    """Seven days beyond a weekday: "a week from Monday", "a week ago Friday"."""
    day = context.day
    if day is None:
        return Value("date", None, Basis.UNKNOWN)
    target = DAYS[match["weekday"].rstrip(".")]
    if match["way"] == "from":
        found = day + timedelta((target - day.weekday()) % 7 + 7)
    else:
        found = day - timedelta((day.weekday() - target) % 7 + 7)
    return Value("date", found.isoformat(), Basis.RELATIVE)
