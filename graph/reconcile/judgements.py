"""What a person decided about reports: that two tell of one event, or of two, which value of an event is right, or who
takes part in it.

A Turtle file in, frozen judgements out. They bind; without the file everything is as if they had never been.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph as ox

from graph import dates
from graph.errors import JudgementError
from ontology import terms

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DCT = "http://purl.org/dc/terms/"
_VERDICTS = {
    terms.SameJudgement: "same",
    terms.DifferentJudgement: "different",
    terms.ValueJudgement: "value",
    terms.PartyJudgement: "party",
}
_OF_ONE = ("value", "party")  # verdicts on a single report
VALUED = (
    terms.dateEdtf,
    terms.yesPercent,
    terms.noPercent,
    terms.turnoutPercent,
    terms.outcome,
)

_Stated = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `verdict` is a value of `_VERDICTS`; `reports` are the IRIs of the reports judged, sorted.

    A value has `property`, the IRI of the property it is of, and `value`, what is to be shown. A date judged by a report
    of a start or an end is that of the start or the end. `party` is the IRI of an agent who takes part.
    """

    iri: str
    verdict: str
    reports: tuple[str, ...]
    author: str
    day: date
    reason: str
    property: str | None = None
    value: str | None = None
    party: str | None = None


def read(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file in the order of their IRIs, none where there is no file.

    Raises `JudgementError` for what is not Turtle, lacks a part, or contradicts itself.
    """
    if not path.is_file():
        return ()
    stated: dict[str, _Stated] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode) or not isinstance(quad.object, ox.NamedNode | ox.Literal):
                raise JudgementError(path, str(quad.subject), "a blank node", "an IRI")
            stated[quad.subject.value][quad.predicate.value].append(quad.object.value)
    except (SyntaxError, ValueError) as error:
        raise JudgementError(path, "the file", f"what is not Turtle: {error}", "Turtle") from error
    found = tuple(_judgement(iri, stated[iri], path) for iri in sorted(stated))
    _contradictions(found, path)
    return found


def _judgement(iri: str, stated: Mapping[str, Sequence[str]], path: Path) -> Judgement:
    kinds = [verdict for kind, verdict in _VERDICTS.items() if kind in stated.get(_RDF_TYPE, ())]
    if len(kinds) != 1:
        names = ", ".join(f"pl:{kind.rpartition('#')[2]}" for kind in _VERDICTS)
        raise JudgementError(path, iri, f"the classes {_shown(stated.get(_RDF_TYPE, ()))}", f"one of {names}")
    reports = tuple(sorted(set(stated.get(terms.judges, ()))))
    least, most = (1, 1) if kinds[0] in _OF_ONE else (2, None)
    if len(reports) < least or (most is not None and len(reports) > most):
        raise JudgementError(path, iri, f"pl:judges {_shown(reports)}", "one report" if most else "two reports or more")
    prop = value = None
    if kinds[0] == "value":
        prop = _one(iri, stated, terms.judgedProperty, path)
        value = _one(iri, stated, terms.judgedValue, path)
        _valid(iri, prop, value, path)
    return Judgement(
        iri,
        kinds[0],
        reports,
        author=_one(iri, stated, _DCT + "creator", path),
        day=_day(iri, _one(iri, stated, _DCT + "date", path), path),
        reason=_one(iri, stated, terms.reason, path),
        property=prop,
        value=value,
        party=_one(iri, stated, terms.judgedParty, path) if kinds[0] == "party" else None,
    )


def _one(iri: str, stated: Mapping[str, Sequence[str]], predicate: str, path: Path) -> str:
    found = stated.get(predicate, ())
    if len(found) != 1 or not found[0].strip():
        raise JudgementError(path, iri, f"{predicate} {_shown(found)}", "one value")
    return found[0]


def _day(iri: str, text: str, path: Path) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise JudgementError(path, iri, f"the date {text!r}", "a day such as 2026-11-24") from None


def _valid(iri: str, prop: str, value: str, path: Path) -> None:
    """A value must be one that the property can have."""
    if prop not in VALUED:
        raise JudgementError(path, iri, f"the property {prop}", f"one of {', '.join(VALUED)}")
    if prop == terms.dateEdtf:
        good, expected = dates.bounds(value) is not None, "an EDTF date with a year, such as 2023-07-14"
    elif prop == terms.outcome:
        good, expected = value in ("approved", "rejected"), "approved or rejected"
    else:
        good, expected = _share(value), "a number from 0 to 100"
    if not good:
        raise JudgementError(path, iri, f"the value {value!r}", expected)


def _share(text: str) -> bool:
    try:
        return 0 <= Decimal(text) <= 100
    except InvalidOperation:
        return False


def _shown(found: Iterable[str]) -> str:
    return ", ".join(found) or "nothing"


def units(judgements: Iterable[Judgement]) -> list[tuple[str, ...]]:
    """The reports that were judged to tell of one event, with all that follows: a like b and b like c is a like c."""
    head: dict[str, str] = {}

    def root(iri: str) -> str:
        while head.setdefault(iri, iri) != iri:
            iri = head[iri]
        return iri

    for judgement in judgements:
        if judgement.verdict == "same":
            for iri in judgement.reports:
                one, other = root(judgement.reports[0]), root(iri)
                head[max(one, other)] = min(one, other)
    groups: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(head):
        groups[root(iri)].append(iri)
    return [tuple(group) for _, group in sorted(groups.items())]


def _contradictions(found: Sequence[Judgement], path: Path) -> None:
    unit = {iri: number for number, group in enumerate(units(found)) for iri in group}
    for judgement in found:
        if judgement.verdict != "different":
            continue
        for one, other in _pairs(judgement.reports):
            if unit.get(one, one) == unit.get(other, other):
                same = [j.iri for j in found if j.verdict == "same" and unit[j.reports[0]] == unit[one]]
                raise JudgementError(
                    path,
                    judgement.iri,
                    f"that {one} and {other} are different, while {', '.join(same)} makes them the same",
                    "judgements that agree",
                )


def _pairs(reports: Sequence[str]) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(reports):
        for other in reports[number + 1 :]:
            yield one, other


def check(
    found: Sequence[Judgement], events: Iterable[Iterable[tuple[str, str]]], path: Path, agents: Set[str] = frozenset()
) -> None:
    """Holds judgements against a whole timeline, given as the reports of each event, each with its phase.

    Raises `JudgementError` for a report that is of no event, for two values of one property of one event, and for a party
    that is none of the `agents`.
    """
    place = {iri: (number, phase) for number, reports in enumerate(events) for iri, phase in reports}
    values: dict[tuple[int, str, str | None], Judgement] = {}
    for judgement in found:
        for iri in judgement.reports:
            if iri not in place:
                raise JudgementError(path, judgement.iri, f"the report {iri}, which is of no event", "one that is")
        if judgement.party is not None and judgement.party not in agents:
            raise JudgementError(path, judgement.iri, f"the party {judgement.party}", "an agent of the registry")
        if judgement.verdict == "value":
            number, phase = place[judgement.reports[0]]
            dated = judgement.property == terms.dateEdtf
            rival = values.setdefault((number, phase if dated else "", judgement.property), judgement)
            if rival.value != judgement.value:
                raise JudgementError(
                    path,
                    judgement.iri,
                    f"{judgement.value} for {judgement.property}, while {rival.iri} gives {rival.value}",
                    "one value of a property of an event",
                )
