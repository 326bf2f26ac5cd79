"""How many days lie between a record and a cluster, where their dates allow that they are one happening."""

from __future__ import annotations

from graph import dates
from graph.model import Modality
from graph.reconcile import reach, sameness
from graph.reconcile.homes import Home
from graph.reconcile.kinds import Kind, Kinds
from graph.reconcile.records import Record


def distance(record: Record, home: Home, kinds: Kinds) -> int | None:
    """How many days lie between a record and a cluster; None where they cannot be one happening."""
    kind, dated, known = home.kind, reach.span(record), reach.told(record)
    if kind.said:
        return 0
    if kind.lines[0] != record.kind and kinds[record.kind].terms:
        if not record.sides <= home.allied:
            return None  # what compares two unions' terms makes neither a party to the other's deal
        if dated is None:
            return 0 if record.article in home.articles else None
        return 0 if home.start is not None and reach.gap(dated, home.start) == 0 else None
    if record.kind != home.founder.kind and (dated is None or home.start is None or dated[1] - dated[0] > kind.days):
        return None
    if record.phase == "end":
        return _after_start(record, home)
    if dated is not None and home.start is not None:
        away = reach.gap(dated, home.start)
        if kind.vote and record.report.modality is Modality.PLANNED and not home.cluster.planned:
            # A vote set for one day and held on a later one is the same vote, if nothing came between.
            late = home.start[0] - dated[1]
            return away if 0 <= late <= reach.PUT_OFF and (known or 0) <= home.start[1] else _within(away, kind)
        if away > kind.days and reach.mentions(record, kind):
            return away if _ran(home, dated[0]) else None
        return _within(away, kinds[record.kind])
    if dated is not None and home.end is not None:
        away = home.end[0] - dated[0]
        return away if 0 <= away <= reach.LONGEST else None
    if dated is None and record.when is not None and dates.is_open_year(record.when.edtf):
        return None
    mine = known if dated is None else dated[0]
    theirs = home.day if home.day is not None else home.known
    if mine is None or theirs is None:
        return 0 if home.articles == {record.article} and home.day is None else None
    if record.report.modality is Modality.PLANNED:
        if kind.lasting and dated is None and home.start is not None and theirs <= mine:
            runs = mine <= (home.end[1] if home.end is not None else theirs + reach.LONGEST)
            return mine - theirs if runs else None
        return abs(theirs - mine) if -reach.AHEAD <= theirs - mine <= reach.FULFILLED else None
    away = mine - theirs
    if kind.vote and abs(away) > kind.days and sameness.contradicts(record, home):
        return None  # a second vote, with another outcome
    return abs(away) if -reach.AHEAD <= away <= reach.back(kind) else None


def _after_start(record: Record, home: Home) -> int | None:
    """How long after the start of a running interval its end lies; a second end must agree with the first."""
    dated = reach.span(record)
    day = dated[0] if dated is not None else reach.told(record)
    if home.end is not None and dated is not None:
        away = reach.gap(dated, home.end)
        # It cannot have ended while it went on: who says so errs on the day, or on whose strike it was.
        during = home.start is not None and home.start[1] < dated[0] and dated[1] < home.end[0]
        return away if away <= reach.ENDS_APART or during else None
    if day is None or home.start is None:
        return 0 if home.articles == {record.article} else None
    away = (dated[1] if dated is not None else day) - home.start[0]
    return away if 0 <= away <= reach.LONGEST else None


def _ran(home: Home, day: int) -> bool:
    """Whether what a cluster tells of was under way on a day, for all that is known."""
    if home.start is None or day < home.start[0]:
        return False
    return day <= (home.end[1] if home.end is not None else home.start[0] + reach.BACK)


def _within(away: int, kind: Kind) -> int | None:
    return away if away <= kind.days else None
