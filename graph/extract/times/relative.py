"""Readers of times reckoned from the day of publication: weekdays, "last week", "two months ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graph import dates
from graph.extract.times import words
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
            rf"\b(?:will|would|set(?! up\b)|must|shall|(?:is|are) to|may|could|can|{words.either(lists.AHEAD)})\b[^.;:]{{0,60}}$"
        )
        self.either_way = re.compile(rf"\b{words.either(lists.EITHER_WAY)}\b[^.;:]{{0,60}}$")
        self.were = re.compile(
            rf"\b(?:was|were) (?:also )?{words.either(lists.WAS_SET)}\b[^.;:]{{0,60}}$"
            r"|\b(?:was|were|had)\b[^.;:]{0,60}\bcould\b[^.;:]{0,40}$"
        )


def weekday(match: re.Match[str], context: Context) -> Value | None:
    """The last such day up to publication; the next one where the words look ahead."""
    day = context.day
    if day is None:
        return Value("date", None, Basis.UNKNOWN)
    target = DAYS[match["weekday"].rstrip(".")]
    which = (match.groupdict().get("which") or "").strip()
    back = (day.weekday() - target) % 7
    if which == "last":
        found = day - timedelta(back or 7)
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


# What only says who somebody is: "with the association, the body that speaks for the mills, on Wednesday".
_ASIDE = re.compile(r", (?:the|a|an|which|who|whose)\b[^,.;:]{1,90},")


def _clause(match: re.Match[str], context: Context) -> str:
    """The words of a clause that stand before a time, 80 characters of them at most, without what stands aside."""
    before = context.text[max(0, match.start() - 180) : match.start()].rpartition('," ')[
        2
    ]  # what is said is no plan of it
    if before.count(",") > 1:
        before = _ASIDE.sub("", before)
    return _BREAK.split(_CLOCK.sub("", before[-80:]))[-1]


def weekdays(match: re.Match[str], context: Context) -> Value | None:
    """Two weekdays of one stretch: both behind, or both ahead."""
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
    return weekdays(match, context) if (middle - first) % 7 == (last - middle) % 7 == 1 else None


def relative_day(match: re.Match[str], context: Context) -> Value | None:
    """Yesterday, today, tomorrow and their parts."""
    day = context.day
    if day is None:
        return Value("date", None, Basis.UNKNOWN)
    shift = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(match["word"], 0)
    return Value("date", (day + timedelta(shift)).isoformat(), Basis.RELATIVE)


def overnight(match: re.Match[str], context: Context) -> Value | None:
    """The night into the day of publication, or the one out of it where the words look ahead."""
    day = context.day
    if day is None:
        return Value("interval", None, Basis.UNKNOWN)
    first = day if told_ahead(match, context) else day - timedelta(1)
    return Value("interval", f"{first.isoformat()}/{(first + timedelta(1)).isoformat()}", Basis.RELATIVE)


def relative_unit(match: re.Match[str], context: Context) -> Value | None:
    """The last, this or next week, month, quarter or year."""
    which, unit = match["which"].strip(), match["unit"]
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit == "week":
        return _week(match, context, shift)
    if unit == "month":
        month = context.month
        if month is None:
            return Value("date", None, Basis.UNKNOWN)
        moved = dates.moved_months(month, shift)
        return Value("date", f"{moved.year:04}-{moved.month:02}", Basis.RELATIVE)
    anchor = context.anchor
    if anchor is None:
        return Value("date", None, Basis.UNKNOWN)
    if unit == "year":
        return Value("date", f"{anchor.year + shift:04}", Basis.RELATIVE)
    if unit == "quarter":
        quarter = (anchor.month - 1) // 3 + shift
        return Value("date", f"{anchor.year + quarter // 4}-{33 + quarter % 4}", Basis.RELATIVE)
    return None


def new_year(match: re.Match[str], context: Context) -> Value | None:
    """The year that begins soon, or has begun: "will resume in the new year"."""
    anchor = context.anchor
    if anchor is None:
        return Value("date", None, Basis.UNKNOWN)
    return Value("date", f"{anchor.year + (anchor.month > _SPRING):04}", Basis.RELATIVE)


_SPRING = 6  # a month up to which the new year is still the one that runs


def _week(match: re.Match[str], context: Context, shift: int) -> Value:
    """A newspaper's week, from Sunday to Saturday. On a Sunday "this week" is still the one that ended the day before,
    unless the words look ahead; "earlier this week" and "later this week" end and begin with the day itself.
    """
    day = context.day
    if day is None:
        return Value("interval", None, Basis.UNKNOWN)
    late = match[0].startswith("later")
    ahead = late or told_ahead(match, context) or to_come(match, context) or _WILL.match(context.text, match.end())
    if shift == 0 and day.weekday() == 6 and not ahead:
        shift = -1
    first = dates.week_of(day) + timedelta(7 * shift)
    last = first + timedelta(6)
    if shift == 0 and match[0].startswith("earlier"):
        last = day
    elif shift == 0 and late:
        first = day
    return Value("interval", f"{first.isoformat()}/{last.isoformat()}", Basis.RELATIVE)


_WILL = re.compile(r"[^.;:]{0,60}\b(?:will|shall)\b")


def weekend(match: re.Match[str], context: Context) -> Value | None:
    """The Saturday and Sunday before publication, or ahead."""
    day = context.day
    if day is None:
        return Value("interval", None, Basis.UNKNOWN)
    which = (match.groupdict().get("which") or "").strip()
    saturday = day - timedelta((day.weekday() - 5) % 7)
    if which in ("next", "coming") or (which == "this" and (told_ahead(match, context) or day.weekday() in (2, 3, 4))):
        saturday = day + timedelta((5 - day.weekday()) % 7)
    elif day.weekday() == 5 and which != "this":
        saturday = day
    return Value("interval", f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}", Basis.RELATIVE)


def ago(match: re.Match[str], context: Context) -> Value | None:
    """A count of units before or after publication."""
    count, unit = words.number(match["number"]), match["unit"]
    day = context.day
    later = match["way"] in ("from now",)
    if day is None or count is None:
        return Value("date", None, Basis.UNKNOWN)
    sign = 1 if later else -1
    mark = "~" if match.groupdict().get("hedge") else ""
    if unit in ("day", "week"):
        found = day + timedelta(sign * count * (7 if unit == "week" else 1))
        return Value("date", found.isoformat() + mark, Basis.RELATIVE)
    if unit == "hour":
        return Value("date", (day + timedelta(sign * count // 24)).isoformat(), Basis.RELATIVE)
    if unit == "month":
        found = dates.moved_months(day, sign * count)
        return Value("date", f"{found.year:04}-{found.month:02}{mark}", Basis.RELATIVE)
    years = count * (10 if unit == "decade" else 1)
    return Value("date", f"{day.year + sign * years:04}{mark}", Basis.RELATIVE)


def just_now(match: re.Match[str], context: Context) -> Value | None:
    """The day of publication: "in the past few minutes", "just after midnight"."""
    day = context.day
    return Value("date", day.isoformat() if day is not None else None, Basis.RELATIVE)


def last_month_named(match: re.Match[str], context: Context) -> Value | None:
    """A month by its name, before or after publication."""
    anchor = context.anchor
    if anchor is None:
        return Value("date", f"XXXX-{words.month(match['month']):02}", Basis.UNKNOWN)
    month = words.month(match["month"])
    word = match["which"]
    year = anchor.year
    if word == "next" and month <= anchor.month:
        year += 1
    if word in ("last", "past") and month >= anchor.month:
        year -= 1
    return Value("date", f"{year:04}-{month:02}", Basis.RELATIVE)


def past_units(match: re.Match[str], context: Context) -> Value | None:
    """A stretch that runs up to publication: "over the past five days"."""
    day, count = context.day, words.number(match["number"])
    if day is None or count is None or match["unit"] not in ("day", "week", "month"):
        return Value("interval", None, Basis.UNKNOWN)
    if match["unit"] == "month":
        first = dates.moved_months(day, -count)
    else:
        first = day - timedelta(count * (7 if match["unit"] == "week" else 1))
    return Value("interval", f"{first.isoformat()}/{day.isoformat()}", Basis.RELATIVE)


def edge(match: re.Match[str], context: Context) -> Value | None:
    """The first or last day of a unit: "by the end of the month"."""
    day = context.day
    if day is None:
        return Value("date", None, Basis.UNKNOWN)
    step = {"next": 1, "last": -1}.get(match["which"], 0)
    first: date
    if match["unit"] == "week":
        first = day - timedelta(day.weekday()) + timedelta(7 * step)
        last = first + timedelta(6)
    elif match["unit"] == "month":
        first = dates.moved_months(day.replace(day=1), step)
        last = dates.moved_months(first, 1) - timedelta(1)
    else:
        first, last = date(day.year + step, 1, 1), date(day.year + step, 12, 31)
    return Value("date", (last if match["edge"] == "the end" else first).isoformat(), Basis.RELATIVE)
