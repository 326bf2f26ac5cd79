"""Attributed quotations to statements: one for each speaker and occasion, with every piece of the words."""

from __future__ import annotations

from collections.abc import Mapping

from graph.extract import issues, tokens
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.model import Agent, Filler, Modality, Quotation, Report, TimeExpression, When
from ontology import terms


def reports(findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """A statement a speaker and paragraph of attribution; pieces of one interrupted quotation stay together."""
    by_speaker: dict[tuple[str, str | None], list[Quotation]] = {}
    for quotation in findings.quotations:
        if quotation.speaker is not None and (quotation.kind == "direct" or quotation.cue is not None):
            by_speaker.setdefault((quotation.speaker, quotation.told_to), []).append(quotation)
    return tuple(_statement(speaker, told, pieces, findings, rules) for (speaker, told), pieces in by_speaker.items())


def _statement(speaker: str, told: str | None, pieces: list[Quotation], findings: Findings, rules: Rules) -> Report:
    fillers = [Filler(terms.madeBy, speaker, "speaker")]
    behalf = _organization(findings.agents[speaker], findings.agents)
    if behalf is not None:
        fillers.append(Filler(terms.onBehalfOf, behalf, "affiliation"))
    if told is not None:
        fillers.append(Filler(terms.toldTo, told, "told"))
    evidence = tuple(dict.fromkeys(piece.evidence for piece in pieces))
    return Report(
        key="",
        type=terms.Statement,
        frame=terms.Statement,
        modality=Modality.ACTUAL,
        trigger=pieces[0].cue or pieces[0].span,
        evidence=evidence,
        fillers=tuple(fillers),
        when=_when(pieces, findings),
        issues=_issues(pieces, findings, rules),
        quotations=tuple(pieces),
        attributed_to=speaker,
        factors=("trigger:quotation", *sorted({f"attribution:{piece.rule}" for piece in pieces})),
    )


def _organization(agent: Agent, agents: Mapping[str, Agent]) -> str | None:
    return agent.affiliation if agent.affiliation in agents else None


_NEAR = 60  # characters between a verb of saying and its date
_LEADS = 4  # characters before a date that opens its sentence: "On Friday the union said"


def _when(pieces: list[Quotation], findings: Findings) -> When | None:
    """A date in the words of attribution, outside the quotation itself."""
    for piece in pieces:
        for time in tokens.within(findings.times, piece.evidence):
            outside = not any(p.span.meets(time.span) for p in pieces)
            leads = time.span.start - piece.evidence.start < _LEADS
            near = piece.cue is not None and (leads or abs(time.span.start - piece.cue.end) < _NEAR)
            if (
                outside
                and near
                and time.edtf is not None
                and time.kind in ("date", "clock")
                and not _owned(time, findings)
            ):
                return When(time.edtf, time.basis, time.rule, (time.span,))
    return None


def _owned(time: TimeExpression, findings: Findings) -> bool:
    """Whether a date says which thing is spoken of, or bounds it: "said of Sunday's session", "the first since May"."""
    behind = findings.folded[time.span.end : time.span.end + 2]
    return behind in ("'s", "’s") or time.open in ("since", "until")


def _issues(pieces: list[Quotation], findings: Findings, rules: Rules) -> tuple[str, ...]:
    found: dict[str, None] = {}
    broad: set[str] = set()
    for piece in pieces:
        items = tokens.items(findings.folded, piece.span, (), (), ())
        for mention in issues.find(items, tokens.Places(items), rules):
            found[mention.issue.iri] = None
            broad.update(mention.issue.broader)
    return tuple(iri for iri in found if iri not in broad)
