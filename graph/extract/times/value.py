"""What a rule is, what it may look at, and what it gives; and how an open year is closed by the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from graph import dates
from graph.extract.words import Words
from graph.model import Basis, Published


@dataclass(frozen=True, slots=True)
class Value:
    """What a rule read: the fields of a time expression, and where its words end if not where the match does."""

    kind: str
    edtf: str | None
    basis: Basis
    duration: str | None = None
    count: int | None = None
    unit: str | None = None
    hedge: str = ""
    open: str = ""
    end: int | None = None
    shift: int = 0
    stretch: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at: the lower-case text, the publication date and the word lists."""

    text: str
    published: Published | None
    words: Words

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known."""
        return None if self.published is None else self.published.day

    @property
    def anchor(self) -> date | None:
        """A day within the time of publication, for what only needs the year or the month."""
        if self.published is None:
            return None
        if self.published.day is not None:
            return self.published.day
        known = dates.bounds(self.published.edtf)
        if known is None or known.earliest_start is None or known.latest_end is None:
            return None
        return known.earliest_start + (known.latest_end - known.earliest_start) / 2

    @property
    def month(self) -> date | None:
        """The first of the month of publication, None where that month is not certain."""
        known = dates.bounds(self.published.edtf) if self.published is not None else None
        if known is None or known.earliest_start is None or known.latest_end is None:
            return None
        first, last = known.earliest_start, known.latest_end
        return first.replace(day=1) if (first.year, first.month) == (last.year, last.month) else None


Reader = Callable[[re.Match[str], Context], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, tried where a word begins, with its reader. `key` is the sort of word without which it cannot match, `needed` further words of which
    it must hold one, if it must, `lead` the most characters from where it begins to that word, `opens` the characters that it
    can begin with, if they are told (see `triggers`).
    """

    name: str
    key: str
    pattern: re.Pattern[str]
    read: Reader
    needed: frozenset[str] = frozenset()
    lead: int = 0
    opens: frozenset[str] | None = None

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The match of the rule at a place of a text; not tried where it cannot even begin."""
        return self.pattern.match(text, at) if self.opens is None or text[at : at + 1] in self.opens else None


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(month: int, day: int, anchor: date) -> int:
    """The year that puts the day nearest to publication."""
    choices = [
        (abs((d - anchor).days), -y, y)
        for y in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (d := real_day(y, month, day))
    ]
    return min(choices)[2] if choices else anchor.year


def day_text(year: int | None, month: int, day: int, context: Context) -> str | None:
    """A day as EDTF, its year the nearest to publication where none is told; None where there is no such day."""
    if year is None:
        anchor = context.anchor
        if anchor is None:
            return f"XXXX-{month:02}-{day:02}" if real_day(2000, month, day) else None
        year = _nearest_year(month, day, anchor)
    found = real_day(year, month, day)
    return found.isoformat() if found else None


def month_text(year: int | None, month: int, context: Context) -> str:
    """A month as EDTF, its year the nearest to publication where none is told."""
    if year is None:
        anchor = context.anchor
        if anchor is None:
            return f"XXXX-{month:02}"
        year = _nearest_year(month, 15, anchor)
    return f"{year:04}-{month:02}"


def year_of(match: re.Match[str], name: str = "year") -> int | None:
    """The year that a match holds."""
    value = match.groupdict().get(name)
    return int(value) if value else None
