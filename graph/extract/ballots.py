"""Votes with their figures: reports of votes in, the same with the share and count of each side, ballots, turnout, outcome
and margin, each with the words that give it.

Which words make a figure a share of "yes", a turnout or no matter of the vote at all is data: `ontology/votes.ttl`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from graph.extract import fold
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.words import Words
from graph.model import Modality, Quantity, Reading, Report, Sentence, Span
from ontology import lists, terms

REACH = 70  # characters from a figure to the word that says what it counts
_NEAR = 45  # characters from a trigger to the word that says how the vote went
_PEOPLE_REACH = 30
_SHARES = {"yes": terms.yesPercent, "no": terms.noPercent, "turnout": terms.turnoutPercent}
_COUNTS = {
    "yes": terms.votesFor,
    "no": terms.votesAgainst,
    "ballots": terms.ballotsCast,
    "turnout": terms.ballotsCast,
    "eligible": terms.eligibleVoters,
}
_PLAIN_COUNT = re.compile(r"(?<![\w.,$-])(\d[\d,]{1,9})\s?[-–]\s?(\d[\d,]{0,9})(?![\w%,]|\s?percent)")


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of votes, each as one pattern; `between` as a set."""

    patterns: Mapping[str, re.Pattern[str]]
    between: frozenset[str]


_LISTS = {
    "yes": lists.VOTE_YES,
    "no": lists.VOTE_NO,
    "turnout": lists.VOTE_TURNOUT,
    "ballots": lists.VOTE_BALLOTS,
    "eligible": lists.VOTE_ELIGIBLE,
    "rejected": lists.VOTE_REJECTED,
    "approved": lists.VOTE_APPROVED,
    "margin": lists.VOTE_MARGIN,
    "other": lists.VOTE_OTHER,
}


def _votes(words: Words) -> _Words:
    patterns = {name: re.compile(rf"\b{words.either(listed)}\b") for name, listed in sorted(_LISTS.items())}
    return _Words(patterns, words.words(lists.VOTE_BETWEEN))


def counted(reports: Sequence[Report], findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """The reports, those of votes with what their passages tell of the count."""
    votes = [r for r in reports if (frame := rules.frames.get(r.type)) is not None and frame.is_a(terms.VoteEvent)]
    if not votes:
        return tuple(reports)
    words = rules.vocabulary.of(_votes)
    low = fold.lower(findings.document.text)
    by_key = {vote.key: _consistent(_readings(vote, votes, findings, words, low)) for vote in votes}
    return tuple(r.changed(readings=(*r.readings, *by_key[r.key])) if by_key.get(r.key) else r for r in reports)


def _readings(vote: Report, votes: Sequence[Report], findings: Findings, words: _Words, low: str) -> Iterator[Reading]:
    outcome = _outcome(vote, votes, findings, words, low)
    if outcome is not None:
        yield outcome
    margin = words.patterns["margin"].search(low, max(0, vote.trigger.start - _NEAR), vote.trigger.end + _NEAR)
    if margin is not None:
        yield Reading(terms.margin, margin.group(), "text", Span(*margin.span()))
    for sentence in _passages(vote, votes, findings):
        taken: set[Span] = set()
        figures = [q for q in findings.quantities_of(sentence) if _may_count(q)]
        for one, other in pairwise(figures):
            if one.unit == other.unit and _between(one.span, other.span, low, words) and _nearest(one, vote, votes):
                lost = outcome is not None and outcome.value == "rejected" and one.high > other.high
                sides = ("no", "yes") if lost else ("yes", "no")
                yield from (_reading(side, q) for side, q in zip(sides, (one, other), strict=True))
                taken |= {one.span, other.span}
        for match in _PLAIN_COUNT.finditer(low, sentence.span.start, sentence.span.end):
            spans = (Span(*match.span(1)), Span(*match.span(2)))
            if not any(q.span.meets(Span(*match.span())) for q in figures) and _votes_about(match.start(), low, words):
                for side, span in zip((terms.votesFor, terms.votesAgainst), spans, strict=True):
                    yield Reading(side, span.of(low).replace(",", ""), "integer", span)
        for figure in figures:
            if figure.span not in taken and _nearest(figure, vote, votes):
                counted_as = _side(figure, sentence, figures, low, words)
                if counted_as is not None:
                    yield _reading(counted_as, figure)


def _may_count(quantity: Quantity) -> bool:
    return quantity.low == quantity.high and not quantity.per and quantity.unit in ("percent", "votes", "people")


def _reading(side: str, quantity: Quantity) -> Reading:
    if quantity.unit == "percent":
        return Reading(_SHARES[side], format(quantity.high.normalize(), "f"), "decimal", quantity.span)
    return Reading(_COUNTS[side], str(int(quantity.high)), "integer", quantity.span)


def _passages(vote: Report, votes: Sequence[Report], findings: Findings) -> Iterator[Sentence]:
    """The sentences of a vote, and the one after its own where no other vote is told there."""
    for span in vote.evidence:
        sentence = findings.sentence_at(span.start)
        if sentence is not None:
            yield sentence
    own = findings.sentence_at(vote.trigger.start)
    following = findings.sentence_at(own.span.end + 1) or findings.sentence_at(own.span.end + 2) if own else None
    if own is None or following is None or following.span in vote.evidence or vote.modality is not Modality.ACTUAL:
        return
    if following.paragraph - own.paragraph <= 1 and not any(following.span.meets(other.trigger) for other in votes):
        yield following


def _nearest(quantity: Quantity, vote: Report, votes: Iterable[Report]) -> bool:
    """Whether of the votes told around a figure this one stands nearest; where one sentence tells two of them."""

    def gap(report: Report) -> int:
        return max(0, report.trigger.start - quantity.span.end, quantity.span.start - report.trigger.end)

    beside = [other for other in votes if set(other.evidence) & set(vote.evidence)]
    return all(gap(vote) <= gap(other) for other in beside)


def _between(one: Span, other: Span, low: str, words: _Words) -> bool:
    """Whether only a word that sets two sides against each other stands between two figures."""
    text = low[one.end : other.start].replace("%", " ")
    return " ".join(text.split()) in words.between


def _votes_about(at: int, low: str, words: _Words) -> bool:
    around = low[max(0, at - REACH) : at + REACH]
    return "vote" in around or "ballot" in around or words.patterns["approved"].search(around) is not None


def _side(figure: Quantity, sentence: Sentence, figures: Sequence[Quantity], low: str, words: _Words) -> str | None:
    """What a figure counts, by the nearest word; what follows it counts before what precedes it at the same distance."""
    start = max((q.span.end for q in figures if q.span.end <= figure.span.start), default=sentence.span.start)
    end = min((q.span.start for q in figures if q.span.start >= figure.span.end), default=sentence.span.end)
    after = low[figure.span.start : min(end, figure.span.end + REACH)]  # with its own words: "9,218 ballots"
    width = figure.span.end - figure.span.start
    before = low[max(start, figure.span.start - REACH) : figure.span.start]
    share = figure.unit == "percent"
    best: tuple[int, str] | None = None
    for name in (*(_SHARES if share else _COUNTS), "other"):
        pattern = words.patterns.get(name)
        if pattern is None:
            continue
        ahead = pattern.search(after)
        if ahead is not None and ahead.start() > width + 1 and figure.span.start + ahead.end() + 1 == end:
            ahead = None  # "in favor were 85 percent and against 15 percent": the word before a figure is that figure's
        behind = list(pattern.finditer(before))[-1:]
        far = []
        if ahead is not None:
            far.append(2 * max(0, ahead.start() - width))
        if behind and figure.unit != "people":
            far.append(2 * (len(before) - behind[0].end()) + 1)
        if far and (best is None or min(far) < best[0]):
            best = (min(far), name)
    if best is None or best[1] == "other":
        return None
    if figure.unit == "people" and (best[0] > 2 * _PEOPLE_REACH or "," in after[width : width + best[0] // 2]):
        return None  # "the union, which speaks for 11,500 writers, voted": a membership, not a count
    return best[1]


def _outcome(vote: Report, votes: Sequence[Report], findings: Findings, words: _Words, low: str) -> Reading | None:
    """Whether what was put to the vote was granted or refused, by the words of a fact; a plan has no outcome."""
    if vote.modality is not Modality.ACTUAL:
        return None
    found: list[tuple[int, int, str, Span]] = []
    start, end = max(0, vote.trigger.start - _NEAR), vote.trigger.end + _NEAR
    own = findings.sentence_at(vote.trigger.start)
    sentence = own.span if own is not None else vote.trigger
    for other in votes:
        if other.key != vote.key and sentence.covers(other.trigger):
            if other.trigger.start >= vote.trigger.end:
                end = min(end, other.trigger.start)
            elif other.trigger.end <= vote.trigger.start:
                start = max(start, other.trigger.end)
    for rank, way in enumerate(("rejected", "approved")):
        for match in words.patterns[way].finditer(low, max(start, sentence.start), min(end, sentence.end)):
            span = Span(*match.span())
            found.append((0 if vote.trigger.meets(span) else 1, rank, way, span))
    if not found:
        return None
    _, _, way, span = min(found, key=lambda row: row[:2])
    return Reading(terms.outcome, way, "text", span)


def _consistent(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """One reading a property, the first; those that cannot stand beside the others are left out."""
    kept: dict[str, Reading] = {}
    for reading in readings:
        kept.setdefault(reading.property, reading)
    number = {name: Decimal(r.value) for name, r in kept.items() if r.kind != "text"}
    drop: set[str] = {name for name, value in number.items() if name in _SHARES.values() and not 0 <= value <= 100}
    yes, no = number.get(terms.yesPercent), number.get(terms.noPercent)
    if yes is not None and no is not None and yes + no > Decimal("100.1"):
        drop.add(terms.noPercent)
    for_, against = number.get(terms.votesFor), number.get(terms.votesAgainst)
    both = for_ + against if for_ is not None and against is not None else None
    if both and yes is not None and for_ is not None and abs(100 * for_ / both - yes) > 1:
        drop |= {terms.votesFor, terms.votesAgainst}
        both = None
    ballots, eligible = number.get(terms.ballotsCast), number.get(terms.eligibleVoters)
    if ballots is not None and both is not None and both > ballots:
        drop.add(terms.ballotsCast)
    if eligible is not None and ballots is not None and ballots > eligible:
        drop.add(terms.eligibleVoters)
    return tuple(reading for name, reading in kept.items() if name not in drop)
