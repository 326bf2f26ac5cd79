"""The rules of time expressions in the order in which they take their words."""

from __future__ import annotations

from graph.extract.times import limits
from graph.extract.times.dated import EITHER, HOLIDAY, HOLIDAY_WEEKEND, LISTS, POINTS, SPANS, rule
from graph.extract.times.reckoned import COUNTS, LENGTHS, RELATIVES

_NO_LIMIT = frozenset(("recent", "same-day"))
# What can follow "since" or "by": a point in time, never another limit.
_limit = limits.reader(
    (
        *POINTS,
        HOLIDAY,
        *EITHER,
        *(one for one in RELATIVES if one.name not in _NO_LIMIT),
    )
)
_LIMITS = (
    rule(
        "since",
        "limit",
        r"(?P<word>since|starting on|starting|beginning on|beginning|effective|as of|(?:starting )?as (?:early|soon) as|no earlier than)(?: about| around| on)?(?= )",
        _limit,
    ),
    rule("until", "limit", r"(?P<word>until|till|through)(?= )", _limit),
    rule("eve", "limit", r"the (?P<word>eve of)(?: the)?(?= )", _limit),
    rule("by", "limit", r"(?P<word>by|before|no later than|not later than)(?= )", _limit),
)
RULES = (
    *SPANS,
    *_LIMITS,
    *EITHER,
    *LISTS,
    HOLIDAY_WEEKEND,
    HOLIDAY,
    *COUNTS,
    *POINTS[:8],
    *RELATIVES,
    *LENGTHS,
    *POINTS[8:],
)
