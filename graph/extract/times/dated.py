"""The rules of days, months and years as the calendar names them, alone and in spans and lists."""

from __future__ import annotations

import re

from graph.extract.times import explicit, named, ranges, relative, triggers, weekdays
from graph.extract.times.value import Reader, Rule
from graph.extract.times.words import DASH, PART, WEEKDAY, D, M, Y


def rule(name: str, key: str, pattern: str, read: Reader) -> Rule:
    """A rule by its name, the sort of its key words, its pattern and what reads a match."""
    needed = triggers.NEEDED.get(name, frozenset[str]())
    lead = triggers.LEAD.get(name, triggers.REACH)
    opens = triggers.OPENS.get(name)
    return Rule(name, key, re.compile(rf"{pattern}(?!\w)"), read, needed, lead, opens)


month, day, year = M.format(""), D.format(""), Y.format("")  # without a number, as one date has them
_WD = rf"(?:{WEEKDAY.replace('weekday', 'weekday0')},? )?"
_DAY_OF_WEEK = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day "
_NAMED = rf"(?:{_DAY_OF_WEEK})?"
_CLOCK = r"(?:(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>\d\d))? ?(?P<half>[ap])\.?m\.?(?:,? ?\(?(?P<zone>[pmce][sd]?t)\)?)?|midnight|noon)"
POINTS = (
    rule("iso", "year", r"(?P<year>\d{4})-(?P<mon>\d\d)-(?P<day>\d\d)", explicit.iso),
    rule("month-day-year", "month", rf"{_WD}{month} {day},? {year}", explicit.full),
    rule("day-month-year", "month", rf"{_WD}{day} (?:of )?{month},? {year}", explicit.full),
    rule(
        "month-year",
        "month",
        rf"(?P<part>early |mid-|mid |late |the end of )?{month},? (?:of )?{year}",
        explicit.month_only,
    ),
    rule("month-day", "month", rf"{_WD}{month} {day}(?!\s?%|,\d|\d|-(?:year|day))", explicit.full),
    rule("day-month", "month", rf"{_WD}{day} (?:of )?{month}(?! \d)", explicit.full),
    rule(
        "season-year", "season", rf"(?:the )?(?P<season>spring|summer|fall|autumn|winter)(?: of)? {year}", named.season
    ),
    rule("part-of-month", "month", rf"(?P<part>early |mid-|mid |late |the end of ){month}", explicit.month_only),
    rule(
        "decade",
        "decade",
        r"(?:the )?(?:(?P<part>early|mid|late)[- ])?'?(?P<decade>1[89]\d0|20\d0|[2-9]0)'?s",
        named.decade,
    ),
    rule(
        "weekday",
        "weekday",
        rf"(?:(?P<which>last|next|this|this past|this coming|coming) )?(?:early |late )?{WEEKDAY}(?: {PART})?",
        weekdays.weekday,
    ),
    rule(
        "day-word",
        "day-word",
        rf"(?:early |late |later )?(?P<word>yesterday|today|tonight|tomorrow|last night|this morning|this afternoon|this evening)(?: {PART})?",
        relative.relative_day,
    ),
    rule("year", "year", year + r"(?![-–]\d|\s?%|,\d)", explicit.year_only),
    rule("month", "month", month, explicit.month_only),
)
SPANS = (
    rule(
        "range-months",
        "month",
        rf"(?:from |between )?{M.format('1')} {D.format('1')}(?:,? {Y.format('1')})?,?(?: to | through | until | and |{DASH}){M.format('2')} {D.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_months,
    ),
    rule(
        "range-days",
        "month",
        rf"(?:from |between )?{M.format('1')} {D.format('1')}(?: to | through |{DASH}){D.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_days,
    ),
    rule(
        "range-whole-months",
        "month",
        rf"(?:from |between ){M.format('1')}(?:,? {Y.format('1')})?(?: to | through | until | and ){M.format('2')}(?:,? (?:of )?{Y.format('2')})?(?! \d)",
        ranges.whole_months,
    ),
    rule(
        "range-day-first",
        "month",
        rf"(?:from |between ){D.format('1')} (?:to|and|until) {D.format('2')} {M.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_days,
    ),
    rule(
        "range-day-months",
        "month",
        rf"(?:from |between )?{_NAMED}{D.format('1')} {M.format('1')}(?:,? {Y.format('1')})?(?: to | through | until | and |{DASH}){_NAMED}{D.format('2')} {M.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_months,
    ),
    rule(
        "range-weekday-days",
        "month",
        rf"(?:from |between )?{_DAY_OF_WEEK}{D.format('1')}(?: to | through | until |{DASH}){_NAMED}{D.format('2')} {M.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_days,
    ),
    rule(
        "range-dash-days",
        "month",
        rf"{D.format('1')}{DASH}{D.format('2')} {M.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_days,
    ),
    rule(
        "days-listed",
        "month",
        rf"{M.format('1')} {D.format('1')}(?P<days>(?:, (?:0?[1-9]|[12]\d|3[01])){{1,5}}),? (?:and|&) {D.format('2')}(?:,? {Y.format('2')})?(?! [a-z]+day|,\d)",
        ranges.listed,
    ),
    rule(
        "days-together",
        "month",
        rf"{M.format('1')} {D.format('1')} and {D.format('2')}(?:,? {Y.format('2')})?(?! [a-z]+day)",
        ranges.together,
    ),
    rule(
        "day-first-together",
        "month",
        rf"{D.format('1')} and {D.format('2')} (?:of )?{M.format('2')}(?:,? {Y.format('2')})?",
        ranges.together,
    ),
    rule("weekday", "weekday", rf"{WEEKDAY}(?: {PART})?,? (?:of )?(?P<week>last|this|next) week", weekdays.of_week),
    rule("week-off", "weekday", rf"a week (?P<way>from|ago) (?:last |this |on )?{WEEKDAY}", weekdays.week_off),
    rule(
        "weekdays-listed",
        "weekday",
        rf"{WEEKDAY}, {WEEKDAY.replace('weekday', 'weekday3')},? and {WEEKDAY.replace('weekday', 'weekday2')}",
        weekdays.weekdays_listed,
    ),
    rule(
        "weekdays",
        "weekday",
        rf"{WEEKDAY}(?: and | through | to |{DASH}){WEEKDAY.replace('weekday', 'weekday2')}(?: {PART}s?)?",
        weekdays.weekdays,
    ),
    rule(
        "week-of-month",
        "month",
        rf"the (?P<which>first|second|third|fourth|last|final) (?:full )?week (?:of|in) {month}(?:,? (?:of )?{year})?",
        ranges.week_of_month,
    ),
    rule("weekend-of", "month", rf"(?:over |during )?the weekend of {month} {day}(?:,? {year})?", ranges.weekend_of),
    rule("week-of", "month", rf"the week of {month} {day}(?:,? {year})?", ranges.week_of),
    rule("clock-first", "month", rf"{_CLOCK},? (?:on )?{_WD}{month} {day}(?:,? {year})?", explicit.clock),
    rule("clock-last", "month", rf"{_WD}{month} {day}(?:,? {year})?,? at {_CLOCK}", explicit.clock),
)
EITHER = (
    rule(
        "either-day",
        "month",
        rf"(?:either )?{M.format('1')} {D.format('1')} or (?:{M.format('2')} )?{D.format('2')}(?:,? {Y.format('2')})?(?! [a-z]+day|,\d)",
        ranges.either,
    ),
    rule(
        "either-day-first",
        "month",
        rf"(?:either )?{D.format('1')} or {D.format('2')} (?:of )?{M.format('2')}(?:,? {Y.format('2')})?",
        ranges.either,
    ),
)
LISTS = (
    rule(
        "day-of-list",
        "month",
        rf"{_NAMED}{D.format('1')}(?=(?:(?:,|,? and|,? or|,? &) {_NAMED}(?:0?[1-9]|[12]\d|3[01])){{1,6}}(?: of)? {M.format('2')}(?:,? {Y.format('2')})?)",
        ranges.of_list,
    ),
)
HOLIDAY_WEEKEND = rule(
    "holiday-weekend",
    "weekend",
    rf"(?:over |during )?(?:the )?(?P<holiday>{'|'.join(sorted(named.HOLIDAYS, key=len, reverse=True))})(?:,? {year})? weekend",
    named.holiday_weekend,
)
HOLIDAY = rule(
    "holiday",
    "holiday",
    rf"(?P<holiday>{'|'.join(sorted(named.HOLIDAYS, key=len, reverse=True))})(?:,? {year})?(?! weekend)",
    named.holiday,
)
