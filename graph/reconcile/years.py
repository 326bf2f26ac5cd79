"""Closes years that an article leaves open, from reports of other articles that tell of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from graph import dates
from graph.model import When
from graph.reconcile.records import Record
from graph.reconcile.registry import bounds

_WIDEST = 31  # days of a date that may supply a year
_LEAP = 2000  # a year in which every day of a calendar is one

# Of a class, phase and party, by month and day: the years that some report gives it.
_Calendar = dict[tuple[str, str, str, int, int], list[tuple[int, str, str]]]


def close(found: Sequence[Record]) -> list[Record]:
    """The records with a year put in wherever exactly one year fits; the note says which report supplied it.

    A report is closed by another article's report of the same class and phase, a party in common, and a date that
    agrees in month and day. What else the article leaves open then takes the same year.
    """
    if not any(_open(record) for record in found):
        return list(found)
    calendar = _calendar(found)
    closed: dict[str, Record] = {}
    year_of: dict[str, dict[int, str]] = defaultdict(dict)
    for record in found:
        if _open(record):
            fits = _fitting(record, calendar)
            if len(fits) == 1:
                year, source = next(iter(fits.items()))
                closed[record.iri] = _with_year(record, year, source)
                year_of[record.article][year] = source
    out = []
    for record in found:
        supplied = year_of.get(record.article, {})
        if record.iri in closed:
            out.append(closed[record.iri])
        elif _open(record) and len(supplied) == 1:
            year, source = next(iter(supplied.items()))
            out.append(_with_year(record, year, source))
        else:
            out.append(record)
    return out


def _open(record: Record) -> bool:
    return record.when is not None and dates.is_open_year(record.when.edtf)


def _calendar(found: Sequence[Record]) -> _Calendar:
    """Every day that a report's date can mean, under the report's class, phase and parties."""
    out: _Calendar = defaultdict(list)
    for record in found:
        known = record.bounds
        if _open(record) or known is None or known.earliest_start is None or known.latest_start is None:
            continue
        if (known.latest_start - known.earliest_start).days > _WIDEST:
            continue
        for day in _days(known.earliest_start, known.latest_start):
            for party in record.parties:
                key = (record.kind, record.phase, party, day.month, day.day)
                out[key].append((known.earliest_start.year, record.article, record.iri))
    return out


def _fitting(record: Record, calendar: _Calendar) -> dict[int, str]:
    """The years that reports of other articles give to a day of the record's, each with the report that does."""
    assert record.when is not None
    mine = bounds(dates.close_year(record.when.edtf, _LEAP))
    out: dict[int, str] = {}
    if mine is None or mine.earliest_start is None or mine.latest_start is None:
        return out
    for day in _days(mine.earliest_start, mine.latest_start):
        for party in record.parties:
            for year, article, source in calendar.get((record.kind, record.phase, party, day.month, day.day), ()):
                if article != record.article:
                    out[year] = max(out.get(year, source), source)
    return out


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range(min((last - first).days, 366) + 1)]


def _with_year(record: Record, year: int, source: str) -> Record:
    assert record.when is not None
    note = "; ".join(part for part in (record.when.note, f"the year {year} comes from {source}") if part)
    when = When(dates.close_year(record.when.edtf, year), record.when.basis, record.when.rule, record.when.spans, note)
    return replace(record, when=when, year_from=source)
