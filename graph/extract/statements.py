"""Attributed quotations to statements: one for each speaker and occasion, with every piece of the words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph import dates
from graph.extract import issues, steps, tokens
from graph.extract.english import BARE_JOINERS, SENTENCE_JOINERS
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.model import Agent, Filler, Modality, Quotation, Report, TimeExpression, When
from ontology import lists, terms


def reports(findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """A statement a speaker and paragraph of attribution; pieces of one interrupted quotation stay together."""
    by_speaker: dict[tuple[str, str | None], list[Quotation]] = {}
    for quotation in findings.quotations:
        if quotation.speaker is not None and (quotation.kind == "direct" or quotation.cue is not None):
            by_speaker.setdefault((quotation.speaker, quotation.told_to), []).append(quotation)
    return tuple(_statement(speaker, told, pieces, findings, rules) for (speaker, told), pieces in by_speaker.items())


def on_behalf(reports: tuple[Report, ...], agents: Mapping[str, Agent]) -> tuple[Report, ...]:
    """The reports, each statement of one person with the organization that the text gives to its speaker."""
    return tuple(_spoken_for(report, agents) if report.type == terms.Statement else report for report in reports)


def _spoken_for(report: Report, agents: Mapping[str, Agent]) -> Report:
    told = report.agents()
    behalf = _organization(agents[told[0]], agents) if len(told) == 1 and told[0] in agents else None
    if behalf is None:
        return report
    return report.changed(fillers=(*report.fillers, Filler(terms.onBehalfOf, behalf, "affiliation")))


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
        when=_when(pieces, findings, rules),
        issues=_issues(pieces, findings, rules),
        quotations=tuple(pieces),
        attributed_to=speaker,
        factors=("trigger:quotation", *sorted({f"attribution:{piece.rule}" for piece in pieces})),
    )


def _organization(agent: Agent, agents: Mapping[str, Agent]) -> str | None:
    return agent.affiliation if agent.affiliation in agents else None


_NEAR = 60  # characters between a verb of saying and its date
_FAR = 140  # the same, where nothing parts them
_POINTS = ("date", "clock")
_LEADS = 4  # characters before a date that opens its sentence: "On Friday the union said"
_PARTED = re.compile(r"[,;:\"“”]|\b(?:that|who|which|after|before|until|since|of|about|for)\b")
_JOINER = re.compile(rf"(?:(?:{'|'.join(BARE_JOINERS)}) |(?:{'|'.join(SENTENCE_JOINERS)}), )", re.IGNORECASE)
_FRONT = re.compile(r"(?:at|in|on|during|speaking|late|later|early|earlier)\b[^,;:\"“”]*", re.IGNORECASE)
_BEHIND = re.compile(r"(?:since|after|before|until|when|while|as)\b", re.IGNORECASE)
_BARE = re.compile(r" ([a-z]+)")


def _when(pieces: list[Quotation], findings: Findings, rules: Rules) -> When | None:
    """A date in the words of attribution, outside the quotation itself; of two in one sentence the most exact one:
    "said in the second quarter call on Thursday".
    """
    for piece in pieces:
        fitting: list[TimeExpression] = []
        for time in tokens.within(findings.times, piece.evidence):
            if time.edtf is None or not (time.kind in _POINTS or time.rule == "relative-unit"):
                continue
            if time.span.end < piece.span.start and _at_meeting(time, findings, rules):
                fitting.append(time)  # "summed it up at today's press conference: “...”"
                continue
            if piece.cue is None:
                continue
            outside = not any(p.span.meets(time.span) for p in pieces)
            if time.kind not in _POINTS and _PARTED.search(findings.folded, piece.cue.end, time.span.start):
                continue  # "added that a meeting this week had come to nothing"
            if outside and _near(time, piece, findings) and not _owned(time, findings, rules):
                fitting.append(time)
        if fitting:
            time = min(fitting, key=_width)
            return When(time.edtf or "", time.basis, time.rule, (time.span,))
    return None


def _width(time: TimeExpression) -> int:
    """The days that a date may mean, many where a side is open."""
    known = dates.bounds(time.edtf or "")
    if known is None or known.earliest_start is None or known.latest_end is None:
        return _OPEN
    return (known.latest_end - known.earliest_start).days


_OPEN = 100_000  # days


def _near(time: TimeExpression, piece: Quotation, findings: Findings) -> bool:
    """Whether a date stands by the verb of saying, closes its words, or opens the sentence: "At a rally on Tuesday, she said"."""
    assert piece.cue is not None
    start, place = piece.evidence.start, time.span.start
    joiner = _JOINER.match(findings.folded, start, place)
    start = joiner.end() if joiner is not None else start
    if place - start < _LEADS:
        return True
    if abs(place - piece.cue.end) < _NEAR:
        return place > piece.cue.start or _BEHIND.match(findings.folded, start, place) is None
    if piece.cue.end < place < piece.cue.end + _FAR:
        return _PARTED.search(findings.folded, piece.cue.end, place) is None
    return place < piece.cue.start and _FRONT.fullmatch(findings.folded, start, place) is not None


def _at_meeting(time: TimeExpression, findings: Findings, rules: Rules) -> bool:
    """Whether a day is that of a gathering at which something is said: "at Friday's rally", "during today's news conference"."""
    before = findings.folded[max(0, time.span.start - 8) : time.span.start].split()
    named = _OWNS.match(findings.folded, time.span.end)
    held = named is not None and not rules.words(lists.MEETING).isdisjoint(named[0].split())
    return held and before[-1:] != [] and before[-1] in ("at", "during")


_OWNS = re.compile(r"['’]s (?:[a-z-]+ ){0,2}[a-z]+")


def _owned(time: TimeExpression, findings: Findings, rules: Rules) -> bool:
    """Whether a date says which thing is spoken of, bounds it, or is to come: "said of Sunday's session", "of the May 5 vote",
    "the first since May".
    """
    behind = findings.folded[time.span.end : time.span.end + 2]
    if behind in ("'s", "’s") or time.open in ("since", "until"):
        return True
    noun = _BARE.match(findings.folded, time.span.end)
    before = findings.folded[max(0, time.span.start - 5) : time.span.start]
    if before.endswith(" the ") and noun is not None and noun[1] not in rules.words(lists.MEETING):
        return True
    known, published = dates.bounds(time.edtf or ""), findings.document.published
    first = known.earliest_start if known is not None else None
    return first is not None and published is not None and published.day is not None and first > published.day


def _issues(pieces: list[Quotation], findings: Findings, rules: Rules) -> tuple[str, ...]:
    found: dict[str, None] = {}
    broad: set[str] = set()
    for piece in pieces:
        if not rules.issues.may_meet(steps.of(findings.document.text, piece.span)):
            continue
        items = tokens.items(findings.folded, piece.span, (), (), ())
        for mention in issues.find(items, tokens.Places(items), rules):
            found[mention.issue.iri] = None
            broad.update(mention.issue.broader)
    return tuple(iri for iri in found if iri not in broad)
