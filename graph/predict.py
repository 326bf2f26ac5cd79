"""An extraction in the shape of the scoring schema: entities, events, proposals, quantities and quotes as plain JSON.

The mapping from classes to the schema's names is data of the ontology (`pl:scoredAs`); what is decided here is only
which reports the schema has room for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph import predict_dates
from graph.extract import dating, tabled
from graph.extract.factors import AGAIN, PRECEDENT
from graph.extract.rules import Rules
from graph.model import Agent, Document, Extraction, Modality, Quantity, Quotation, Report
from graph.predict_dates import NOUN
from ontology import terms
from ontology.lexicon import Frame

_PLURAL = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])y$")
Told = tuple[dict[str, Any], Report]


def prediction(extraction: Extraction, rules: Rules) -> dict[str, Any]:
    """One document's prediction; an article that is not about labor has none."""
    extraction = extraction.told
    names = {agent.iri: agent.name for agent in extraction.agents}
    rows = told(extraction, rules)
    return {
        "id": extraction.document.key,
        "entities": _entities(extraction, rules),
        "events": [row for row, _ in rows["events"]],
        "proposals": [row for row, _ in rows["proposals"]],
        "quantities": _quantities(extraction, names),
        "quotes": _quotes(extraction, names),
    }


def told(extraction: Extraction, rules: Rules) -> dict[str, list[Told]]:
    """The rows for events and proposals, each with the report that it was made from."""
    extraction = extraction.told
    names = {agent.iri: agent.name for agent in extraction.agents}
    return {"events": _events(extraction, rules, names), "proposals": _proposals(extraction, rules, names)}


def _entities(extraction: Extraction, rules: Rules) -> list[dict[str, Any]]:
    wordings: dict[str, dict[str, None]] = {}
    for mention in extraction.mentions:
        if mention.kind in ("name", "surname"):
            for iri in mention.agents:
                wordings.setdefault(iri, {})[mention.span.of(extraction.document.text)] = None
    out = []
    by_iri = {agent.iri: agent for agent in extraction.agents}
    for agent in extraction.agents:
        if agent.iri not in wordings:
            continue
        row: dict[str, Any] = {"name": agent.name, "type": _scored(agent, rules), "mentions": list(wordings[agent.iri])}
        if agent.role is not None:
            row["role"] = agent.role
        if agent.affiliation in by_iri:
            row["affiliation"] = by_iri[agent.affiliation].name
        out.append(row)
    return out


def _scored(agent: Agent, rules: Rules) -> str:
    for kind in rules.lexicon.types.get(agent.type, (agent.type,)):
        if kind in rules.lexicon.scored_types:
            return rules.lexicon.scored_types[kind]
    return "Other"


def _events(extraction: Extraction, rules: Rules, names: dict[str, str]) -> list[Told]:
    out: list[Told] = []
    seen = set()
    talks = predict_dates.talks(rules)
    starts = {frame.scored_as for frame in rules.frames.values() if frame.opens is not None}
    for report in extraction.reports:
        frame = rules.frames.get(report.type)
        if frame is None or frame.scored_as is None or report.modality is Modality.DENIED:
            continue
        if report.modality is Modality.CONDITIONAL and not _threatened(report, frame, extraction.document):
            continue
        if report.when is None and _merely_named(report, frame):
            continue
        if _of_nobody_near(report, frame):
            continue
        participants = list(dict.fromkeys(names[a] for a in report.agents() if a in names))
        if not participants:
            continue
        row = {
            "type": frame.scored_as,
            "date": predict_dates.date(
                report,
                extraction,
                move=frame.is_a(terms.BargainingMove),
                start=frame.scored_as in starts,
                talks=talks,
            ),
            "participants": participants,
            "modality": report.modality.value,
            "evidence": report.evidence[0].of(extraction.document.text),
        }
        again = row["date"] is None or (report.when is None and frame.is_a(terms.BargainingMove))
        if again and NOUN in report.factors and any(_told_by(row, other, report, known) for other, known in out):
            continue
        same = next((known for known, other in out if _one_move(report, other, frame)), None)
        if same is not None:
            same["date"] = max(same["date"], row["date"], key=lambda told: len(told or ""))
            continue
        joint = next((known for known, other in out if _together(row, report, known, other)), None)
        if joint is not None:
            joint["participants"] = list(dict.fromkeys((*joint["participants"], *participants)))
            continue
        identity = (row["type"], row["date"], tuple(participants[:1]), row["modality"])
        if identity not in seen:
            seen.add(identity)
            out.append((row, report))
    return [told for told in out if not _dated_elsewhere(told, out, rules)]


def _one_move(report: Report, other: Report, frame: Frame) -> bool:
    """Whether two reports are of one move, told for each of its subjects: "answered with 16 percent and smaller classes"."""
    return (
        frame.is_a(terms.BargainingMove)
        and other.type == report.type
        and other.trigger == report.trigger
        and other.modality is report.modality
        and AGAIN not in report.factors
        and set(other.agents(terms.madeBy)) == set(report.agents(terms.madeBy))
    )


def _together(row: dict[str, Any], report: Report, known: dict[str, Any], other: Report) -> bool:
    """Whether the same words tell one happening of several parties: "the two unions came out on strike"."""
    alike = all(row[field] == known[field] for field in ("type", "date", "modality"))
    return alike and report.trigger == other.trigger and report.type == other.type and not report.quotations


def _dated_elsewhere(told: Told, others: Sequence[Told], rules: Rules) -> bool:
    """Whether a happening without a day of its own is one that another row dates: what an agreement contains tells of no
    second agreement. Statements and moves are apart: a side makes many.
    """
    row, report = told
    frame = rules.frames[report.type]
    if report.when is not None or frame.is_a(terms.Statement):
        return False
    if frame.is_a(terms.BargainingMove):
        return frame.gives_status == terms.status_rejected and any(
            other is not report
            and other.type == report.type
            and other.when is not None
            and other.modality is report.modality
            and set(other.agents(terms.madeBy)) & set(report.agents(terms.madeBy))
            for _, other in others
        )
    shared = [other for known, other in others if set(row["participants"]) & set(known["participants"])]
    if any(other.type in frame.account_of and other.modality is Modality.ACTUAL for other in shared):
        return True
    return any(
        other.when is not None
        and PRECEDENT not in other.factors
        and (row["modality"] == known["modality"] or other.type != report.type)
        and _told(row, known)
        for known, other in others
        if other is not report
    )


def _told_by(row: dict[str, Any], other: dict[str, Any], report: Report, known: Report) -> bool:
    """Whether a noun only names what another row tells, of moves one of the same maker: "The counter-offer includes a raise"."""
    makers = report.agents(terms.madeBy)
    return _told(row, other) and (not makers or bool(set(makers) & set(known.agents(terms.madeBy))))


def _told(row: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether an undated mention names what another row tells."""
    return bool(row["type"] == other["type"] and set(row["participants"]) & set(other["participants"]))


def _threatened(report: Report, frame: Frame, document: Document) -> bool:
    """Whether a mere possibility is told as one of a day: "will strike on July 13 should talks fail", "would vote on it on Monday"."""
    if report.when is None or ".." in report.when.edtf or NOUN in report.factors:
        return False
    voted = frame.is_a(terms.VoteEvent) and dating.ahead(report.when, document)
    return voted or frame.opens is not None


def _of_nobody_near(report: Report, frame: Frame) -> bool:
    """Whether a happening beside the bargaining has only parties that other sentences name: "surgeries were put off"."""
    sides = frame.is_a(terms.BargainingMove) or frame.is_a(terms.Statement)
    beside = not sides and all(role.property != terms.union for role in frame.roles)
    return beside and all(filler.how == "discourse" for filler in report.fillers)


def _merely_named(report: Report, frame: Frame) -> bool:
    """Whether a happening is only named, not told: "the looming strike" is no event, "will strike" is; nor are "the strike"
    and "its talks" where the article dates them nowhere.
    """
    if report.modality is Modality.PLANNED and not {"clause:until", "clause:before"}.isdisjoint(report.factors):
        return True  # "will not return until the strike ends"
    if report.modality is Modality.PLANNED:
        return frame.opens is not None or bool(report.agents(terms.onBehalfOf)) or NOUN in report.factors
    process = frame.opens is not None or any(cue.state for cue in frame.cues)
    return NOUN in report.factors and process


def _proposals(extraction: Extraction, rules: Rules, names: dict[str, str]) -> list[Told]:
    scored = {issue.iri: issue.scored_as for issue in rules.lexicon.issues}
    out: list[Told] = []
    seen = set()
    for report, maker, issue, status in tabled.rows(extraction.reports, rules):
        identity = (names.get(maker), scored.get(issue, "other"))
        if identity[0] is None or identity in seen:
            continue
        seen.add(identity)
        evidence = report.evidence[0].of(extraction.document.text)
        worded = report.reading(terms.termsText)
        row = {
            "by": identity[0],
            "issue": identity[1],
            "summary": worded.value if worded is not None else evidence,
            "status": status,
            "evidence": evidence,
        }
        to = next((names[a] for a in report.agents(terms.madeTo, terms.madeBy) if a in names and a != maker), None)
        if to is not None:
            row["to"] = to
        out.append((row, report))
    return out


def _quantities(extraction: Extraction, names: dict[str, str]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for figure in extraction.figures:
        quantity = figure.quantity
        values = [quantity.low] if quantity.low == quantity.high else [quantity.low, quantity.high]
        for value in values:
            number = float(value)
            row = {
                "what": figure.measure,
                "value": int(number) if number.is_integer() else number,
                "unit": _unit(quantity),
                "about": names.get(figure.about or "", ""),
                "evidence": figure.evidence.of(extraction.document.text),
            }
            if not any(_again(row, told) for told in out):
                out.append(row)
    return out


def _again(row: dict[str, Any], told: dict[str, Any]) -> bool:
    """Whether another sentence told the same figure of the same thing or party, so far as they say: it is written once."""
    if any(row[field] != told[field] for field in ("value", "unit")) or row["evidence"] == told["evidence"]:
        return False
    one, other = ({word.rstrip("s") for word in r["what"].lower().split() if len(word) > 3} for r in (row, told))
    return (
        not one
        or not other
        or not one.isdisjoint(other)
        or not row["about"]
        or not told["about"]
        or row["about"] == told["about"]
    )


def _unit(quantity: Quantity) -> str:
    """The unit as the schema writes it; of things counted, in the plural where that is spelled anew: "companies"."""
    unit = _PLURAL.sub("ies", quantity.unit) if quantity.high != 1 and not quantity.per else quantity.unit
    return f"{unit}/{quantity.per}" if quantity.per else unit


def _quotes(extraction: Extraction, names: dict[str, str]) -> list[dict[str, Any]]:
    text = extraction.document.text
    return [
        {"speaker": speaker, "text": q.span.of(text), "evidence": q.evidence.of(text)}
        for q in extraction.quotations
        if (speaker := _speaker(q, names)) is not None
    ]


def _speaker(quotation: Quotation, names: dict[str, str]) -> str | None:
    """The speaker's name, or the words for one without a name."""
    if " " in quotation.unnamed and quotation.unnamed.endswith(("named", "identified", "anonymity", "anonymous")):
        return quotation.unnamed
    if quotation.unnamed:
        return f"Unnamed {quotation.unnamed.removeprefix('unnamed ').removeprefix('anonymous ')}"
    return names.get(quotation.speaker or "")
