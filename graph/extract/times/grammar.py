"""The rules of time expressions in the order in which they take their words."""

from __future__ import annotations

import re

from graph.extract.times import counts, explicit, limits, named, ranges, relative, sequence, triggers
from graph.extract.times.value import Reader, Rule
from graph.extract.times.words import DASH, HEDGE, ORD, PART, UNIT, WEEKDAY, D, M, N, Y


def _rule(name: str, key: str, pattern: str, read: Reader) -> Rule:
    needed = triggers.NEEDED.get(name, frozenset[str]())
    return Rule(name, key, re.compile(rf"(?<![\w$€£]){pattern}(?!\w)"), read, needed)


_m, _d, _y = M.format(""), D.format(""), Y.format("")
_WD = rf"(?:{WEEKDAY.replace('weekday', 'weekday0')},? )?"
_CLOCK = r"(?:(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>\d\d))? ?(?P<half>[ap])\.?m\.?(?:,? ?\(?(?P<zone>[pmce][sd]?t)\)?)?|midnight|noon)"
_POINTS = (
    _rule("iso", "year", r"(?P<year>\d{4})-(?P<mon>\d\d)-(?P<day>\d\d)", explicit.iso),
    _rule("month-day-year", "month", rf"{_WD}{_m} {_d},? {_y}", explicit.full),
    _rule("day-month-year", "month", rf"{_WD}{_d} (?:of )?{_m},? {_y}", explicit.full),
    _rule(
        "month-year", "month", rf"(?P<part>early |mid-|mid |late |the end of )?{_m},? (?:of )?{_y}", explicit.month_only
    ),
    _rule("month-day", "month", rf"{_WD}{_m} {_d}(?!\s?%|,\d|\d|-(?:year|day))", explicit.full),
    _rule("day-month", "month", rf"{_WD}{_d} (?:of )?{_m}(?! \d)", explicit.full),
    _rule(
        "season-year", "season", rf"(?:the )?(?P<season>spring|summer|fall|autumn|winter)(?: of)? {_y}", named.season
    ),
    _rule("part-of-month", "month", rf"(?P<part>early |mid-|mid |late |the end of ){_m}", explicit.month_only),
    _rule(
        "decade",
        "decade",
        r"(?:the )?(?:(?P<part>early|mid|late)[- ])?'?(?P<decade>1[89]\d0|20\d0|[2-9]0)'?s",
        named.decade,
    ),
    _rule(
        "weekday",
        "weekday",
        rf"(?:(?P<which>last|next|this|this past|this coming|coming) )?(?:early |late )?{WEEKDAY}(?: {PART})?",
        relative.weekday,
    ),
    _rule(
        "day-word",
        "day-word",
        rf"(?:early |late |later )?(?P<word>yesterday|today|tonight|tomorrow|last night|this morning|this afternoon|this evening)(?: {PART})?",
        relative.relative_day,
    ),
    _rule("year", "year", _y + r"(?![-–]\d|\s?%|,\d)", explicit.year_only),
    _rule("month", "month", _m, explicit.month_only),
)
_SPANS = (
    _rule(
        "range-months",
        "month",
        rf"(?:from |between )?{M.format('1')} {D.format('1')}(?:,? {Y.format('1')})?,?(?: to | through | until | and |{DASH}){M.format('2')} {D.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_days,
    ),
    _rule(
        "range-days",
        "month",
        rf"(?:from |between )?{M.format('1')} {D.format('1')}(?: to | through |{DASH}){D.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_days,
    ),
    _rule(
        "range-day-first",
        "month",
        rf"(?:from |between ){D.format('1')} (?:to|and|until) {D.format('2')} {M.format('2')}(?:,? {Y.format('2')})?",
        ranges.range_days,
    ),
    _rule(
        "days-listed",
        "month",
        rf"{M.format('1')} {D.format('1')}(?P<days>(?:, (?:0?[1-9]|[12]\d|3[01])){{1,5}}),? (?:and|&) {D.format('2')}(?:,? {Y.format('2')})?(?! [a-z]+day|,\d)",
        ranges.listed,
    ),
    _rule(
        "days-together",
        "month",
        rf"{M.format('1')} {D.format('1')} and {D.format('2')}(?:,? {Y.format('2')})?(?! [a-z]+day)",
        ranges.together,
    ),
    _rule(
        "day-first-together",
        "month",
        rf"{D.format('1')} and {D.format('2')} (?:of )?{M.format('2')}(?:,? {Y.format('2')})?",
        ranges.together,
    ),
    _rule(
        "weekdays",
        "weekday",
        rf"{WEEKDAY}(?: and | through | to |{DASH}){WEEKDAY.replace('weekday', 'weekday2')}(?: {PART}s?)?",
        relative.weekdays,
    ),
    _rule(
        "week-of-month",
        "month",
        rf"the (?P<which>first|second|third|fourth|last|final) (?:full )?week (?:of|in) {_m}(?:,? (?:of )?{_y})?",
        ranges.week_of_month,
    ),
    _rule("weekend-of", "month", rf"(?:over |during )?the weekend of {_m} {_d}(?:,? {_y})?", ranges.weekend_of),
    _rule("week-of", "month", rf"the week of {_m} {_d}(?:,? {_y})?", ranges.week_of),
    _rule("clock-first", "month", rf"{_CLOCK},? (?:on )?{_WD}{_m} {_d}(?:,? {_y})?", explicit.clock),
    _rule("clock-last", "month", rf"{_WD}{_m} {_d}(?:,? {_y})?,? at {_CLOCK}", explicit.clock),
)
_EITHER = (
    _rule(
        "either-day",
        "month",
        rf"(?:either )?{M.format('1')} {D.format('1')} or (?:{M.format('2')} )?{D.format('2')}(?:,? {Y.format('2')})?(?! [a-z]+day|,\d)",
        ranges.either,
    ),
    _rule(
        "either-day-first",
        "month",
        rf"(?:either )?{D.format('1')} or {D.format('2')} (?:of )?{M.format('2')}(?:,? {Y.format('2')})?",
        ranges.either,
    ),
)
_LISTS = (
    _rule(
        "day-of-list",
        "month",
        rf"{D.format('1')}(?=(?:(?:,|,? and|,? or|,? &) (?:0?[1-9]|[12]\d|3[01])){{1,6}}(?: of)? {M.format('2')}(?:,? {Y.format('2')})?)",
        ranges.of_list,
    ),
)
_HOLIDAY_WEEKEND = _rule(
    "holiday-weekend",
    "weekend",
    rf"(?:over |during )?(?:the )?(?P<holiday>{'|'.join(sorted(named.HOLIDAYS, key=len, reverse=True))})(?:,? {_y})? weekend",
    named.holiday_weekend,
)
_HOLIDAY = _rule(
    "holiday",
    "holiday",
    rf"(?P<holiday>{'|'.join(sorted(named.HOLIDAYS, key=len, reverse=True))})(?:,? {_y})?(?! weekend)",
    named.holiday,
)
_COUNTS = (
    _rule(
        "day-count",
        "unit",
        rf"(?:the |its |their |his |a |an )?{ORD} (?P<unit>day|week|month|year)(?= (?:of|on|in|without|since|with|running|picketing|,|—|–|straight|consecutive)|[,.;—–]|$)",
        counts.count_ordinal,
    ),
    _rule("day-count-its", "unit", rf"(?:its|their|his|her) {ORD} (?P<unit>day|week|month|year)", counts.count_ordinal),
    _rule(
        "day-number",
        "unit",
        r"(?P<unit>day) (?P<number>\d{1,3})(?= |[,.;:—–]|$)(?! (?:percent|per cent|million))",
        counts.count_ordinal,
    ),
    _rule("count-into", "unit", rf"(?:{HEDGE} )?{N}(?: and a half)? {UNIT} into", counts.count_into),
    _rule("ago", "unit", rf"(?:{HEDGE} )?{N} {UNIT} (?P<way>ago|earlier this|from now)", relative.ago),
)
_RELATIVES = (
    _rule(
        "end-of-unit",
        "unit",
        r"(?P<edge>the end|the start|the beginning) of (?P<which>the|this|next|last) (?P<unit>week|month|year)",
        relative.edge,
    ),
    _rule("month-named", "month", rf"(?P<which>last|this|next|this past|past) {_m}", relative.last_month_named),
    _rule(
        "weekend",
        "weekend",
        r"(?:over |during )?(?:the |(?P<which>last|this|next|this past|past|coming) )weekend",
        relative.weekend,
    ),
    _rule(
        "season",
        "season",
        r"(?:(?P<which>last|this|next)|(?:in|during|over|by) the) (?:early |late )?(?P<season>spring|summer|fall|autumn|winter)",
        named.season,
    ),
    _rule(
        "quarter",
        "quarter",
        rf"(?:the )?(?P<quarter>first|second|third|fourth|q[1-4])(?: quarter)(?: of)?(?: {_y})?",
        named.quarter,
    ),
    _rule("quarter-short", "quarter", rf"(?P<quarter>q[1-4])(?: (?:of )?{_y})?", named.quarter),
    _rule(
        "relative-unit",
        "unit",
        r"(?:earlier |later |late |early |sometime )?(?P<which>last|this|next|the past|the coming) (?P<unit>week|month|year|quarter)",
        lambda m, c: relative.relative_unit(m, c) if not m["which"].startswith("the ") else sequence.vague(m, c),
    ),
    _rule("recent", "recent", r"in recent (?:days|weeks|months|years)|recently", sequence.vague),
    _rule(
        "later",
        "unit",
        rf"(?:{HEDGE} )?{N} {UNIT} (?P<way>later|earlier|before(?=[,.;)]|$)|after that)(?! than)",
        sequence.later,
    ),
    _rule(
        "next-unit",
        "unit",
        r"the (?P<unit>day|night|evening|week) (?P<which>before|after)(?=[,.;)]| (?:to|with|in|at|that|and|but) |$)",
        sequence.later,
    ),
    _rule(
        "next-unit",
        "unit",
        r"the (?P<which>next|following|previous|same) "
        r"(?P<unit>day|week|month|year|morning|afternoon|evening|night)(?: (?:morning|afternoon|evening|night))?",
        sequence.later,
    ),
    _rule(
        "next-unit",
        "unit",
        r"(?:later |early |earlier |late )?(?:on )?(?P<which>that) (?:same )?(?P<unit>day|week|month|year|morning|afternoon|evening|night)",
        sequence.later,
    ),
    _rule("just-now", "unit", r"in the (?:last|past) (?:few|couple of) (?:minutes|hours)", relative.just_now),
    _rule("same-day", "unit", r"(?:late|later|earlier) in the (?P<unit>day)", sequence.same_day),
    _rule(
        "same-day",
        "unit",
        r"(?:just |only |mere )?(?P<unit>hours|minutes) (?:later|earlier|afterwards?)",
        sequence.same_day,
    ),
    _rule(
        "next-weekday",
        "weekday",
        rf"the (?P<way>following|next|previous|preceding) {WEEKDAY}(?: {PART})?",
        sequence.later_weekday,
    ),
    _rule("next-weekday", "weekday", rf"the {WEEKDAY} (?P<way>before|after)(?=[,.;)]|$)", sequence.later_weekday),
)
_LENGTHS = (
    _rule(
        "overnight",
        "day-word",
        r"overnight(?=[,.;:)—]|$| (?:and|but|after|as|into|in|at|on|before|when|while|with|without|between|that|to|from)\b)",
        relative.overnight,
    ),
    _rule(
        "after-midnight",
        "day-word",
        r"(?:just|shortly|soon) after midnight(?=[,.;:)—]|$| [a-z])(?! on | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
        relative.just_now,
    ),
    _rule(
        "midnight",
        "day-word",
        r"(?<!day at )(?<=at )midnight(?=[,.;)—]|$| (?:and|but|after|as|when|while|with|without)\b)",
        relative.overnight,
    ),
    _rule(
        "day-before", "unit", r"(?P<number>the) (?P<unit>day|week|month|year)(?= (?:before|after) )", counts.duration
    ),
    _rule("hours", "unit", r"(?P<unit>hours|minutes)(?= (?:before|after) )", counts.within_a_day),
    _rule("past-units", "unit", rf"(?:over|in|during|for) the (?:last|past) {N} {UNIT}", relative.past_units),
    _rule("half-year", "year", rf"the (?P<half>first|second) half of {_y}", explicit.half),
    _rule(
        "duration-hyphen",
        "unit",
        rf"(?:{HEDGE} )?{N}-(?P<unit>day|week|month|year|hour|decade)(?!-?old)",
        counts.duration,
    ),
    _rule("duration", "unit", rf"(?:{HEDGE} )?{N} {UNIT}(?! old)", counts.duration),
    _rule("year-range", "year", r"(?P<year1>1[89]\d\d|20\d\d)[-–](?P<last>\d{4}|\d\d)", explicit.year_range),
)
_NO_LIMIT = frozenset(("recent", "same-day"))
# What can follow "since" or "by": a point in time, never another limit.
_limit = limits.reader(
    (
        *_POINTS,
        _HOLIDAY,
        *_EITHER,
        *(rule for rule in _RELATIVES if rule.name not in _NO_LIMIT),
    )
)
_LIMITS = (
    _rule(
        "since",
        "limit",
        r"(?P<word>since|starting on|starting|beginning on|beginning|effective|as of|(?:starting )?as (?:early|soon) as|no earlier than)(?: about| around| on)?(?= )",
        _limit,
    ),
    _rule("until", "limit", r"(?P<word>until|till|through)(?= )", _limit),
    _rule("eve", "limit", r"the (?P<word>eve of)(?: the)?(?= )", _limit),
    _rule("by", "limit", r"(?P<word>by|before|no later than|not later than)(?= )", _limit),
)
RULES = (
    *_SPANS,
    *_LIMITS,
    *_EITHER,
    *_LISTS,
    _HOLIDAY_WEEKEND,
    _HOLIDAY,
    *_COUNTS,
    *_POINTS[:8],
    *_RELATIVES,
    *_LENGTHS,
    *_POINTS[8:],
)
