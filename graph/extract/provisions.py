"""What a move asks or offers, in the source's own words: the stretch of its sentence that names its subject, with the
figures in it. Reports in, the same reports out.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract import moves
from graph.extract.english import AUXILIARY
from graph.extract.findings import Findings
from graph.extract.issues import IssueMention
from graph.extract.rules import Rules
from graph.extract.tokens import Item
from graph.model import Reading, Report, Span
from ontology import terms

_PARTS = frozenset((",", ";", "and", "or", "plus", "but", "while", "as"))
_ENDS = frozenset((";", "—", "–", "(", ")", ":", '"', "“", "”"))
_EDGES = frozenset(
    (
        ",",
        "and",
        "or",
        "for",
        "of",
        "to",
        "the",
        "a",
        "an",
        "that",
        "on",
        "in",
        "over",
        ".",
        "as",
        "well",
        "from",
        "by",
        "at",
        "with",
        "s",
        "'s",
    )
)


def worded(reports: Sequence[Report], findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """The reports, those of moves with the words of their terms and only the figures that stand in them."""
    return tuple(_worded(r, findings, rules) if moves.is_move(r, rules) and r.issues else r for r in reports)


def _worded(report: Report, findings: Findings, rules: Rules) -> Report:
    sentence = findings.sentence_at(report.trigger.start)
    if sentence is None:
        return report
    items = findings.items(sentence)
    named = moves.named(sentence, findings, rules)
    own = [m for m in named if m.issue.iri in report.issues]
    span = _terms(report, own, named, items, rules) if own else None
    if span is None:
        return report
    figures = tuple(q for q in report.quantities if span.covers(q.span)) or tuple(
        q for q in findings.quantities if span.covers(q.span)
    )
    words = " ".join(span.of(findings.document.text).split())
    reading = Reading(terms.termsText, words, "text", span)
    return report.changed(readings=(*report.readings, reading), quantities=figures)


def _terms(
    report: Report, own: Sequence[IssueMention], named: Sequence[IssueMention], items: Sequence[Item], rules: Rules
) -> Span | None:
    chosen = _chosen(own, items, report)
    first = next((i for i in items if i.span.start >= report.trigger.start), items[chosen.start])
    inside = report.trigger.start < items[chosen.start].span.start
    return _stretch(chosen, own, named, items, rules, floor=first.span.end if inside else 0)


def _chosen(own: Sequence[IssueMention], items: Sequence[Item], report: Report) -> IssueMention:
    """The mention that the move is about: the first that its words hold or that follows them."""
    after = [m for m in own if items[m.start].span.start >= report.trigger.start]
    return (after or list(own))[0]


def _stretch(
    chosen: IssueMention,
    own: Sequence[IssueMention],
    named: Sequence[IssueMention],
    items: Sequence[Item],
    rules: Rules,
    *,
    floor: int,
) -> Span | None:
    """From the verb, or what parts this term from the last, to what parts it from the next; the words about its subject."""
    others = [m for m in named if m not in own]
    low = chosen.start
    while low > 0 and items[low - 1].span.start >= floor and not _stops(items, low - 1, rules):
        if items[low - 1].word in _PARTS and any(m.start < low for m in others):
            break
        low -= 1
    high = chosen.end
    last = max((m.end for m in own if m.start >= chosen.start), default=high)
    while high < len(items) and items[high].word not in _ENDS:
        item = items[high]
        following = next((m for m in others if m.start >= high), None)
        apart = item.word in _PARTS and high >= last and (following is None or _between(items, high, following.start))
        counted = item.quantity is not None or (high + 1 < len(items) and items[high + 1].quantity is not None)
        if apart and not counted:
            break
        if item.word in rules.verbs.saying or (high >= last and item.word in AUXILIARY):
            break
        high += 1
    while low < high and items[low].word in _EDGES:
        low += 1
    while high > low and (items[high - 1].word in _EDGES or items[high - 1].kind in ("agent", "time")):
        high -= 1
    return Span(items[low].span.start, items[high - 1].span.end) if high > low else None


def _stops(items: Sequence[Item], at: int, rules: Rules) -> bool:
    """Whether a word lies before the terms: a verb, a named party, a mark that opens a new part."""
    item = items[at]
    if item.word in _ENDS or item.kind == "agent" or item.word in rules.gerunds:
        return True
    return rules.finite(item.word) and not (at and items[at - 1].word in ("a", "an", "the", "no"))


def _between(items: Sequence[Item], low: int, high: int) -> bool:
    """Whether no further part lies between two places."""
    return not any(item.word in _PARTS for item in items[low + 1 : high])
