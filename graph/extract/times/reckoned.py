"""The rules of times that are reckoned from another: counts, steps from publication or from the date before, lengths."""

from __future__ import annotations

from graph.extract.times import counts, explicit, named, relative, sequence
from graph.extract.times.dated import month, rule, year
from graph.extract.times.words import HEDGE, ORD, PART, UNIT, WEEKDAY, N

COUNTS = (
    rule(
        "day-count",
        "unit",
        rf"(?:the |its |their |his |a |an )?{ORD} (?P<unit>day|week|month|year)(?= (?:of|on|in|without|since|with|running|picketing|,|—|–|straight|consecutive)|[,.;—–]|$)",
        counts.count_ordinal,
    ),
    rule("day-count-its", "unit", rf"(?:its|their|his|her) {ORD} (?P<unit>day|week|month|year)", counts.count_ordinal),
    rule(
        "day-number",
        "unit",
        r"(?P<unit>day) (?P<number>\d{1,3})(?= |[,.;:—–]|$)(?! (?:percent|per cent|million))",
        counts.count_ordinal,
    ),
    rule(
        "day-number",
        "unit",
        rf"(?P<unit>day) {N}(?= of )",
        counts.count_ordinal,
    ),
    rule("count-into", "unit", rf"(?:{HEDGE} )?{N}(?: and a half)? {UNIT} into", counts.count_into),
    rule("count-into", "unit", rf"{N}[- ](?P<unit>day|week)s?[- ]old", counts.count_into),
    rule(
        "ago",
        "unit",
        rf"(?:{HEDGE} )?{N} {UNIT} (?P<way>ago|earlier this|from now)(?P<same> this (?:week|month))?",
        relative.ago,
    ),
)
RELATIVES = (
    rule(
        "end-of-unit",
        "unit",
        r"(?P<edge>the end|the start|the beginning) of (?P<which>the|this|next|last) (?P<unit>week|month|year)",
        relative.edge,
    ),
    rule("end-of-unit", "unit", r"(?P<unit>year|month|week)'s (?P<edge>end)(?! of )", relative.edge),
    rule("month-named", "month", rf"(?P<which>last|this|next|this past|past) {month}", relative.last_month_named),
    rule(
        "weekend",
        "weekend",
        r"(?:over |during )?(?:the |(?P<which>last|this|next|this past|past|coming) )weekend",
        relative.weekend,
    ),
    rule(
        "season",
        "season",
        r"(?:(?P<which>last|this|next)|(?:in|during|over|by) the) (?:early |late )?(?P<season>spring|summer|fall|autumn|winter)",
        named.season,
    ),
    rule(
        "quarter",
        "quarter",
        rf"(?:the )?(?P<quarter>first|second|third|fourth|q[1-4])(?: quarter)(?: of)?(?: {year})?",
        named.quarter,
    ),
    rule("quarter-short", "quarter", rf"(?P<quarter>q[1-4])(?: (?:of )?{year})?", named.quarter),
    rule(
        "relative-unit",
        "unit",
        r"(?:earlier |later |late |early |sometime )?(?P<which>last|this|next|the past|the coming) (?P<unit>week|month|year|quarter)",
        lambda m, c: relative.relative_unit(m, c) if not m["which"].startswith("the ") else sequence.vague(m, c),
    ),
    rule("new-year", "unit", r"(?:early )?in the new (?P<unit>year)", relative.new_year),
    rule("recent", "recent", r"in recent (?:days|weeks|months|years)|recently", sequence.vague),
    rule(
        "later",
        "unit",
        rf"(?:{HEDGE} )?{N} {UNIT} (?P<way>later|earlier|before(?=[,.;)]|$)|after that)(?! than)",
        sequence.later,
    ),
    rule(
        "next-unit",
        "unit",
        r"the (?P<unit>day|night|evening|week) (?P<which>before|after)(?=[,.;)]| (?:to|with|in|at|that|and|but) |$)",
        sequence.later,
    ),
    rule(
        "next-unit",
        "unit",
        r"the (?P<which>next|following|previous|same) "
        r"(?P<unit>day|week|month|year|morning|afternoon|evening|night)(?: (?:morning|afternoon|evening|night))?",
        sequence.later,
    ),
    rule(
        "next-unit",
        "unit",
        r"(?:later |early |earlier |late )?(?:on )?(?P<which>that) (?:same )?(?P<unit>day|week|month|year|morning|afternoon|evening|night)",
        sequence.later,
    ),
    rule("just-now", "unit", r"in the (?:last|past) (?:few|couple of) (?:minutes|hours)", relative.just_now),
    rule("just-now", "unit", r"(?:just |only |a few |(?:a )?couple of )?(?:minutes|hours) ago", relative.just_now),
    rule("same-day", "unit", r"(?:late|later|earlier) in the (?P<unit>day)", sequence.same_day),
    rule(
        "same-day",
        "unit",
        r"(?:just |only |mere )?(?P<unit>hours|minutes) (?:later|earlier|afterwards?)|within (?:a few |just )?(?:hours|minutes)(?= of it\b|[,.;])",
        sequence.same_day,
    ),
    rule(
        "next-weekday",
        "weekday",
        rf"the (?P<way>following|next|previous|preceding) {WEEKDAY}(?: {PART})?",
        sequence.later_weekday,
    ),
    rule("next-weekday", "weekday", rf"the {WEEKDAY} (?P<way>before|after)(?=[,.;)]|$)", sequence.later_weekday),
)
LENGTHS = (
    rule(
        "overnight",
        "day-word",
        r"overnight(?=[,.;:)—]|$| (?:and|but|after|as|into|in|at|on|before|when|while|with|without|between|that|to|from)\b)",
        relative.overnight,
    ),
    rule(
        "after-midnight",
        "day-word",
        r"(?:just|shortly|soon) after midnight(?=[,.;:)—]|$| [a-z])(?! on | (?:mon|tues|wednes|thurs|fri|satur|sun)day)",
        relative.just_now,
    ),
    rule(
        "midnight",
        "day-word",
        r"(?<!day at )(?<=at )midnight(?=[,.;)—]|$| (?:and|but|after|as|when|while|with|without)\b)",
        relative.overnight,
    ),
    rule("day-before", "unit", r"(?P<number>the) (?P<unit>day|week|month|year)(?= (?:before|after) )", counts.duration),
    rule("nth-after", "unit", rf"(?:the |its |their ){ORD} (?P<unit>day|week)(?= after )", counts.nth_after),
    rule("hours", "unit", r"(?P<unit>hours|minutes)(?= (?:before|after) )", counts.within_a_day),
    rule("past-units", "unit", rf"(?:over|in|during|for) the (?:last|past) {N} {UNIT}", relative.past_units),
    rule("half-year", "year", rf"the (?P<half>first|second) half of {year}", explicit.half),
    rule(
        "duration-hyphen",
        "unit",
        rf"(?:{HEDGE} )?{N}-(?P<unit>day|week|month|year|hour|decade)(?!-?old)",
        counts.duration,
    ),
    rule("duration", "unit", rf"(?:{HEDGE} )?{N} {UNIT}(?! old)", counts.duration),
    rule("year-range", "year", r"(?P<year1>1[89]\d\d|20\d\d)[-–](?P<last>\d{4}|\d\d)", explicit.year_range),
)
