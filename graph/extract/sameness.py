"""Whether the dates of two reports can be of one happening, and which can come before which."""

from __future__ import annotations

from graph import dates
from graph.model import Basis, Document, When

RECKONED = (Basis.ORDINAL, Basis.DURATION)  # dates that are counted out, not told
_BESIDE = 2  # days
_WORKED = 2 / 5  # what the days that are not worked add to five that are
_MOST = 10  # days


def counted_out(one: When | None, other: When | None, document: Document) -> bool:
    """Whether one of two dates is only reckoned from a count, and falls beside the other, which is told: newspapers do not
    agree whether the day from which one counts is itself counted, nor whether days are those of work.
    """
    if one is None or other is None or (one.basis in RECKONED) is (other.basis in RECKONED):
        return False
    a, b = dates.bounds(one.edtf), dates.bounds(other.edtf)
    day = document.published.day if document.published is not None else None
    if (
        a is None
        or b is None
        or day is None
        or None in (a.earliest_start, a.latest_end, b.earliest_start, b.latest_end)
    ):
        return False
    (low, high), (first, last) = dates.hull(a), dates.hull(b)
    slack = _BESIDE + min(_MOST, int(abs((day - low).days) * _WORKED))
    return (first - high).days <= slack and (low - last).days <= slack


def compatible(one: When | None, other: When | None) -> bool:
    """Whether two dates can be of the same happening; an unknown date goes with any, an open year with its day."""
    if one is None or other is None:
        return True
    if "XXXX" in one.edtf or "XXXX" in other.edtf:
        return one.edtf[4:7] == other.edtf[4:7]
    a, b = dates.bounds(one.edtf), dates.bounds(other.edtf)
    return a is None or b is None or dates.overlaps(a, b)


def compatible_order(earlier: When | None, later: When | None) -> bool:
    """Whether the first date can lie before the second or on the same day; an unknown date goes with any."""
    a = dates.bounds(earlier.edtf) if earlier is not None else None
    b = dates.bounds(later.edtf) if later is not None else None
    if a is None or b is None or a.earliest_start is None or b.latest_end is None:
        return True
    return a.earliest_start <= b.latest_end
