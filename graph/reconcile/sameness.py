"""Whether a record can be of a cluster's happening by all but its day: parties, companies, agreement, terms, words, figures."""

from __future__ import annotations

from graph.reconcile import reach
from graph.reconcile.homes import Home
from graph.reconcile.kinds import Kind
from graph.reconcile.records import Record
from ontology import terms

_NEXT = 1  # days between an event and the day on which a part of the outlets put it
_NEWS = 7  # days between two articles on a contract of one employer of which one names no union
_ALIKE = 0.5  # share of the runs of words of the shorter of two statements that the other holds


def same(record: Record, home: Home, kind: Kind) -> bool:
    """Whether parties, agreement and terms allow that they are one happening."""
    if not (record.sides & home.allied or record.allied & home.sides):
        one_package = kind.package and same_day(record, home) and record.grouped & home.grouped
        if not one_package and not _across(record, home, kind) and not _unnamed(record, home, kind):
            return False
    if kind.said:
        return _same_words(record, home)
    if kind.move:
        same_terms = set(record.report.issues) == set(home.founder.report.issues)
        return same_terms or (kind.package and same_day(record, home))
    if record.bodies and home.bodies and record.bodies.isdisjoint(home.bodies):
        return False  # a committee approves what the board decides on the day after
    return _same_agreement(record, home) and _same_company(record, home, kind)


def agreeing(record: Record, home: Home) -> bool | None:
    """Whether the figures of a report are those of a cluster; None where both tell none that can be compared."""
    theirs = [value for other in home.cluster.records for value in other.values]
    mine = [value for value in record.values if value.number is not None]
    compared = [one.text == two.text for one in mine for two in theirs if one.key == two.key]
    return any(compared) if compared else None


def contradicts(record: Record, home: Home) -> bool:
    """Whether a report gives a vote another outcome or share than all that tell of a cluster."""
    for key in (terms.outcome, terms.yesPercent, terms.noPercent):
        mine = [value for value in record.values if value.key == key]
        theirs = [value for other in home.cluster.records for value in other.values if value.key == key]
        if mine and theirs and not any(one.agrees(two) for one in mine for two in theirs):
            return True
    return False


def same_day(record: Record, home: Home) -> bool:
    """Whether both have one day, and the same."""
    dated = reach.span(record)
    return dated is not None and dated == home.start and dated[0] == dated[1]


def _across(record: Record, home: Home, kind: Kind) -> bool:
    """Whether one of both leaves the union unnamed, and the employer and the day are the same."""
    if kind.shared or record.employers.isdisjoint(home.employers) or not same_day(record, home):
        return False
    told = (bool(r.report.agents(terms.union)) for r in home.cluster.records)
    return not (any(told) and record.report.agents(terms.union))


def _unnamed(record: Record, home: Home, kind: Kind) -> bool:
    """Whether one of both leaves the union of a strike unnamed, and the employer is the same; of a contract, where one has no
    day, and the news of both are days apart at most.
    """
    if record.employers.isdisjoint(home.employers) or (kind.shared and not kind.lasting):
        return False
    told = any(r.report.agents(terms.union) for r in home.cluster.records)
    if told and record.report.agents(terms.union):
        return False
    if kind.lasting:
        return True
    mine, theirs = reach.told(record), home.day if home.day is not None else home.known
    undated = reach.span(record) is None or home.day is None
    return undated and mine is not None and theirs is not None and abs(mine - theirs) <= _NEWS


def _same_company(record: Record, home: Home, kind: Kind) -> bool:
    """Whether the companies allow that they are one: one in common; a list of more joins what lies a day away at most."""
    if not record.employers or not home.employers or (kind.lasting and same_day(record, home)):
        return True
    if record.employers.isdisjoint(home.employers):
        return False
    dated = reach.span(record)
    if kind.shared or kind.vote or record.employers == home.employers or dated is None or not home.days:
        return True
    return any(reach.gap(dated, (day, day)) <= _NEXT for day in home.days)


def _same_agreement(record: Record, home: Home) -> bool:
    """Whether the texts name no two different agreements: names that share no word are of two."""
    if not record.agreements or not home.agreements:
        return True
    return any(one & other for one in record.agreements for other in home.agreements)


def _same_words(record: Record, home: Home) -> bool:
    """Statements of one maker are one where their words are alike; where only one is quoted, by day and subject."""
    founder = home.founder
    dated, theirs = reach.span(record), home.start
    if dated is not None and theirs is not None and reach.gap(dated, theirs) > home.kind.days:
        return False
    if bool(record.quoted) == bool(founder.quoted):
        shorter = min(len(record.shingles), len(founder.shingles))
        return shorter > 0 and len(record.shingles & founder.shingles) >= _ALIKE * shorter
    return same_day(record, home) and bool(set(record.report.issues) & set(founder.report.issues))
