"""Closes years that an article leaves open, from reports of other articles that tell of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph import dates
from graph.model import When
from graph.reconcile.records import Record
from ontology.lexicon import Lexicon


def close(found: Sequence[Record], lexicon: Lexicon) -> list[Record]:
    """The records with a year put in wherever exactly one year fits; the note says which report supplied it.

    A report is closed by another article's report of the same class and phase, a party in common, and a date that
    agrees in month and day. What else the article leaves open then takes the same year.
    """
    closed: dict[str, Record] = {}
    year_of: dict[str, dict[int, str]] = defaultdict(dict)
    for record in found:
        if not _open(record):
            continue
        fits = {year: source for other in found if (hit := _supplies(other, record)) for year, source in [hit]}
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


def _supplies(other: Record, record: Record) -> tuple[int, str] | None:
    if other.article == record.article or other.when is None or _open(other) or record.when is None:
        return None
    if (other.kind, other.phase) != (record.kind, record.phase) or not other.parties & record.parties:
        return None
    bounds = other.bounds
    if bounds is None or bounds.earliest_start is None or bounds.latest_start is None:
        return None
    if (bounds.latest_start - bounds.earliest_start).days > 31:
        return None
    year = bounds.earliest_start.year
    mine = dates.bounds(dates.close_year(record.when.edtf, year))
    if mine is None or mine.earliest_start is None or mine.latest_start is None:
        return None
    meets = mine.earliest_start <= bounds.latest_start and bounds.earliest_start <= mine.latest_start
    return (year, other.iri) if meets else None


def _with_year(record: Record, year: int, source: str) -> Record:
    assert record.when is not None
    note = "; ".join(part for part in (record.when.note, f"the year {year} comes from {source}") if part)
    when = When(dates.close_year(record.when.edtf, year), record.when.basis, record.when.rule, record.when.spans, note)
    return replace(record, when=when, year_from=source)
