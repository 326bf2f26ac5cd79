"""The day of a dateline, "HARLOW, Oct. 4 (Tidewire) —": what is told as "today" under it is of that day."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extract.times import words
from graph.extract.times.value import Context, day_text, year_of
from graph.model import Published, Span

_TOP = 600  # characters in which a dateline stands
_BEHIND = 3  # days that an article can appear after it was written
_LINE = re.compile(
    r"^(?!(?:Since|From|Until|By|After|Before|[A-Z][a-z]{2,5}day)\b)[A-Z][\w.' -]{2,40}(?:, [A-Z][\w.' -]{1,20})?,? (?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d\d?)(?:, (?P<year>\d{4}))?"
    r",? ?(?:\([^()\n]{1,40}\) ?|/[^/\n]{1,40}/ ?)?(?:[–—]|--|- )",
    re.MULTILINE,
)


def written(text: str, context: Context) -> tuple[Context, Span | None]:
    """The context as of the day on which the article was written, where a dateline names one shortly before publication; and
    the place of the dateline, whose day is that of no happening.
    """
    published = context.published
    match = _LINE.search(text, 0, _TOP)
    month = words.MONTHS.get(match["month"].lower()) if match is not None else None
    if match is None or month is None:
        return context, None
    place = Span(*match.span())
    if published is None or published.day is None:
        return context, place
    told = day_text(year_of(match), month, int(match["day"]), context)
    day = published.day.fromisoformat(told) if told is not None else published.day
    if not 0 < (published.day - day).days <= _BEHIND:
        return context, place
    return replace(context, published=Published(day.isoformat(), day, published.stamp)), place
