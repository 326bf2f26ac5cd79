"""A publication date to the reason why it is not believed, or None: the zero of a machine's calendar, or a day to come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from graph import dates
from graph.model import Published

# What programs write for "no date"; and no page is older than the web but by its archive, which begins after 1900.
_ZEROS = frozenset((date(1904, 1, 1), date(1970, 1, 1), date(1969, 12, 31), date(1980, 1, 1)))
_LAST_EMPTY_YEAR = 1900


def today() -> date:
    """The day that it is where it is latest; pages and feeds alone are held against it, never what is built from them."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def doubt(told: Published, by: date | None) -> str | None:
    """Why a page's or a feed's date is not believed; `by` is the last day on which it can have appeared."""
    bounds = dates.bounds(told.edtf)
    if bounds is None or bounds.earliest_start is None:
        return None
    first = bounds.earliest_start
    if first.year <= _LAST_EMPTY_YEAR or first in _ZEROS:
        return "which is what programs write for no date"
    if by is not None and first > by:
        return f"which had not come on {by.isoformat()}"
    return None
