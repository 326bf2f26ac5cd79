"""The day of an undated fact, told by the sentence that follows: "The breakthrough came late on Tuesday"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from graph import dates
from graph.extract import reckoning
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.sameness import RECKONED
from graph.extract.tokens import Item
from graph.model import Modality, Report, Sentence, Span, TimeExpression, When
from ontology import lists, terms
from ontology.lexicon import Frame

_POINTING = frozenset(("the", "this", "that"))
_REACH = 4  # items from "the" to its noun
_APART = 10  # items between the verb and the day
_TURNS = frozenset("after before following since until when while as ahead if ; :".split())


def dated(reports: Sequence[Report], findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """The reports, those facts dated whose day only the next sentence of the paragraph tells."""
    undated = [_open(report, rules.frames.get(report.type)) or _counted(report, rules) for report in reports]
    if not any(undated):
        return tuple(reports)
    taken = {s for r in reports if r.when is not None and r.type != terms.Statement for s in r.when.spans}
    out = []
    for report, is_open in zip(reports, undated, strict=True):
        found = _told_next(report, findings, rules, taken) if is_open else None
        if found is None:
            out.append(report)
        else:
            when, place = found
            out.append(replace(report, when=when, evidence=(*report.evidence, place)))
    return tuple(out)


def _open(report: Report, frame: Frame | None) -> bool:
    """Whether a report tells by a verb what happened, and not when."""
    verb = not {"trigger:noun", "trigger:state", "clause:relative"} & set(report.factors)
    fact = report.when is None and report.modality is Modality.ACTUAL and frame is not None
    return fact and verb and frame is not None and not frame.is_a(terms.Statement)


def _counted(report: Report, rules: Rules) -> bool:
    """Whether a report tells of a stoppage whose start is only counted out, or not told."""
    frame = rules.frames.get(report.type)
    opening = frame is not None and frame.opens is not None and report.modality is Modality.ACTUAL
    return opening and (report.when is None or report.when.basis in RECKONED)


def _told_next(report: Report, findings: Findings, rules: Rules, taken: set[Span]) -> tuple[When, Span] | None:
    sentence = _next(report.evidence[0], findings)
    if sentence is None:
        return None
    items, frame = findings.items(sentence), rules.frames[report.type]
    begun = _of_it(items, rules) if frame.opens is not None else None
    if begun is not None and begun.edtf is not None and _behind(begun, findings) and _before(begun, report, findings):
        return When(
            begun.edtf, begun.basis, f"{begun.rule}+next", (begun.span,), "told by the next sentence"
        ), sentence.span
    if not _open(report, frame):
        return None
    days = [item.time for item in items if item.time is not None and item.time.edtf is not None]
    time = _of_paper(items, frame, rules) or (_of_coming(items, frame, rules) if len(days) == 1 else None)
    if time is None or time.edtf is None or time.span in taken or not _behind(time, findings):
        return None
    return When(time.edtf, time.basis, f"{time.rule}+next", (time.span,), "told by the next sentence"), sentence.span


def _of_it(items: Sequence[Item], rules: Rules) -> TimeExpression | None:
    """The day on which "it" began: "The walkout is in its ninth week. It began June 29"."""
    verbs = rules.words(lists.BEGUN)
    at = next((n for n, item in enumerate(items[1 : _OPENING + 1]) if item.word in verbs and _is_it(items[n])), None)
    if at is None:
        return None
    return next(
        (i.time for i in items[at + 2 : at + 2 + _OPENING] if i.time is not None and i.time.kind == "date"), None
    )


def _is_it(item: Item) -> bool:
    return item.word == "it" or (item.mention is not None and item.mention.kind == "pronoun")


def _before(time: TimeExpression, report: Report, findings: Findings) -> bool:
    """Whether a start can be that of the stoppage: no sooner or later than some weeks from where it was counted."""
    told = dates.bounds(time.edtf) if time.edtf is not None else None
    counted = dates.bounds(report.when.edtf) if report.when is not None else None
    if told is None or told.earliest_start is None:
        return False
    if counted is None or counted.earliest_start is None:
        return True
    return abs((told.earliest_start - counted.earliest_start).days) <= _BESIDE


_OPENING = 3  # items of a sentence that hold "it" and its verb, and from the verb to the day
_BESIDE = 21  # days


def _next(place: Span, findings: Findings) -> Sentence | None:
    """The sentence after one, in the same paragraph or at the head of the next."""
    at = bisect_right(findings.sentences, place.start, key=lambda s: s.span.start)
    return findings.sentences[at] if at < len(findings.sentences) else None


def _behind(time: TimeExpression, findings: Findings) -> bool:
    """Whether a time is a single day up to publication."""
    published = findings.document.published
    known = dates.bounds(time.edtf) if time.edtf is not None else None
    if published is None or published.day is None or known is None or known.earliest_start is None:
        return False
    return reckoning.DAY.match(time.edtf or "") is not None and known.earliest_start <= published.day


def _of_coming(items: Sequence[Item], frame: Frame, rules: Rules) -> TimeExpression | None:
    """The day behind a verb of coming about and a noun that takes up the fact: "The vote was held on Sunday", "It announced
    that the pact had been reached on Friday".
    """
    verbs = rules.words(lists.CAME_ABOUT)
    if frame.opens is None:
        verbs = verbs | rules.words(lists.MADE, lists.DOCUMENT_MADE)
    at = next((n for n, item in enumerate(items) if item.time is not None and item.time.edtf is not None), 0)
    named = _named(items[:at], frame, rules)
    if named is None:
        return None
    for number in range(at - 1, max(-1, at - _APART), -1):
        word = items[number].word
        if word in verbs:
            return items[at].time
        if word in _TURNS or rules.finite(word):
            return None
    return None


def _of_paper(items: Sequence[Item], frame: Frame, rules: Rules) -> TimeExpression | None:
    """The day of the paper that told of the fact: "According to a statement shared late Saturday, the new pact ..."."""
    if frame.opens is not None or not items or items[0].word != "according":
        return None
    comma = next((at for at, item in enumerate(items) if item.word == ","), 0)
    front = items[:comma]
    words = {item.word for item in front}
    paper = rules.words(lists.DOCUMENT) & words and rules.words(lists.DOCUMENT_MADE) & words
    times = [item.time for item in front if item.time is not None]
    if not paper or len(times) != 1 or _named(items[comma:], frame, rules) is None:
        return None
    return times[0]


def _named(items: Sequence[Item], frame: Frame, rules: Rules) -> int | None:
    """The place of a noun that takes up a fact of this kind."""
    nouns = rules.words(lists.TAKEN_UP)
    if frame.is_a(terms.VoteEvent):
        nouns = nouns | rules.words(lists.POLL)
    elif frame.iri in rules.settling:
        nouns = nouns | rules.words(lists.TAKEN_UP_DEAL)
    for at, item in enumerate(items):
        if item.word in nouns and _POINTING & {before.word for before in items[max(0, at - _REACH) : at]}:
            return at
    return None
