"""What a sentence tells of others without its verb again: "The writers walked out on May 2 and the actors on July 14", "Ford
offered 20 percent, General Motors 18 percent".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.extract import dating
from graph.extract.english import ARTICLES
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item
from graph.model import Filler, Mention, Modality, Quantity, Report, TimeExpression, When
from ontology import terms

GAPPED = "clause:gapped"  # the factor of a report whose verb stands with another
_JOINS = (["and"], [","], [";"], [",", "and"], [";", "and"], [",", "while"])
_ENDS = frozenset((",", ";", ".", "and", "while", "”", '"', ")", ":"))
_WHERE = frozenset(("at", "against"))
_DATES = frozenset(("on", "in"))
_POINTS = frozenset(("date", "clock"))


class _Part(NamedTuple):
    """One further party with its day or figure, and where it is at; `end` is one past its last item."""

    who: Mention
    where: Mention | None
    time: TimeExpression | None
    quantity: Quantity | None
    end: int


def told(report: Report, scene: Scene, findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """The report, and one for each party that the rest of its sentence adds with a day or a figure of its own."""
    if report.modality is not Modality.ACTUAL or scene.passive:
        return (report,)
    parts = list(_parts(report, scene))
    if not parts:
        return (report,)
    others = {
        iri for part in parts for mention in (part.who, part.where) if mention is not None for iri in mention.agents
    }
    further = [made for part in parts if (made := _of(part, report, others, findings, rules)) is not None]
    if not further:
        return (report,)
    own = tuple(f for f in report.fillers if f.agent not in others)
    return (replace(report, fillers=own), *further)


def _parts(report: Report, scene: Scene) -> Iterator[_Part]:
    """The parts behind the day of a report, or behind the figure of a move without one."""
    items = scene.items
    dated = report.when.spans if report.when is not None else ()
    at = next((n for n in range(scene.end, len(items)) if items[n].time is not None and items[n].span in dated), None)
    by_day = at is not None
    if at is None:
        first = next((n for n in range(scene.start, scene.high) if items[n].quantity is not None), None)
        if first is None or scene.noun:
            return
        at = _past(items, first)
    else:
        at += 1
    while (part := _next(scene, at, by_day=by_day)) is not None:
        yield part
        at = part.end


def _past(items: Sequence[Item], at: int) -> int:
    """One past the items of a figure, with a noun of its own."""
    quantity = items[at].quantity
    while at < len(items) and items[at].quantity is quantity:
        at += 1
    return at


def _next(scene: Scene, at: int, *, by_day: bool) -> _Part | None:
    """The part that begins at an item: what joins it, a name, where it is at, and its day or figure."""
    items, words = scene.items, scene.words
    width = max((len(join) for join in _JOINS if words[at : at + len(join)] == join), default=0)
    if not width:
        return None
    at += width
    who, at = _name(scene, at)
    if who is None:
        return None
    where = None
    if at < len(items) and words[at] in _WHERE:
        where, at = _name(scene, at + 1)
    if by_day and at < len(items) and words[at] in _DATES:
        at += 1
    if at >= len(items):
        return None
    time, quantity = items[at].time, items[at].quantity
    if by_day:
        if time is None or time.edtf is None or time.open or time.kind not in _POINTS:
            return None
        end = at + 1
    else:
        if quantity is None:
            return None
        end = _past(items, at)
    if end < len(items) and words[end] not in _ENDS:
        return None
    return _Part(who, where, time if by_day else None, quantity, end)


def _name(scene: Scene, at: int) -> tuple[Mention | None, int]:
    """The name or phrase that begins at an item, an article aside, and the item behind it."""
    if at < len(scene.items) and scene.words[at] in ARTICLES:
        at += 1
    mention = scene.items[at].mention if at < len(scene.items) else None
    return (None, at) if mention is None or mention.kind == "pronoun" else (mention, at + 1)


def _of(part: _Part, report: Report, others: set[str], findings: Findings, rules: Rules) -> Report | None:
    """The report of a part: its party in the place of the one of its kind, the place that it is at as the employer."""
    union = _union(part.who.agents, findings, rules)
    roles = {f.role for f in report.fillers if f.agent not in others and _union((f.agent,), findings, rules) is union}
    role = next((r for r in (terms.madeBy, terms.union, terms.employer, terms.madeTo) if r in roles), None)
    if role is None:
        return None
    fillers = [Filler(role, iri, "subject", part.who.span) for iri in part.who.agents]
    kept = [f for f in report.fillers if f.role != role and f.agent not in others]
    if part.where is not None:
        kept = [f for f in kept if f.role not in (terms.employer, terms.madeTo)]
        fillers += [Filler(terms.employer, iri, "at", part.where.span) for iri in part.where.agents]
    figures = (part.quantity,) if part.quantity is not None else ()
    when = report.when
    if part.time is not None and part.time.edtf is not None:
        when = When(part.time.edtf, part.time.basis, f"{part.time.rule}+gapped", (part.time.span,))
        if dating.ahead(when, findings.document):
            return None
    made = replace(report, fillers=(*fillers, *kept), when=when, factors=(*report.factors, GAPPED))
    return made if part.quantity is None else replace(made, quantities=figures)


def _union(agents: Sequence[str], findings: Findings, rules: Rules) -> bool:
    return all(rules.lexicon.agent_is_a(findings.agents[iri].type, terms.LaborUnion) for iri in agents)
