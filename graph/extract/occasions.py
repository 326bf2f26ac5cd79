"""The day of an undated saying, told before it: "addressed strikers on Tuesday. “...,” she told them", and where the saying
names its occasion again: "told the crowd", "said after the hearing".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from graph import dates
from graph.extract import beside, reckoning
from graph.extract.english import ARTICLES
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.tokens import Item
from graph.model import Modality, Report, TimeExpression, When
from ontology import lists, terms

_REACH = 400  # characters between a day and the words that were said on it
_LATELY = 45  # days before publication
_NEAR = 9  # items between the day and the word for the occasion


def dated(reports: Sequence[Report], findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """The reports, those statements dated whose occasion the sentence before them tells with its day."""
    return tuple(_dated(report, findings, rules) if _open(report) else report for report in reports)


def _open(report: Report) -> bool:
    return report.type == terms.Statement and report.when is None and report.modality is Modality.ACTUAL


def _dated(report: Report, findings: Findings, rules: Rules) -> Report:
    under = beside.of_entry(report.trigger.start, findings.entries)
    if under is not None:
        return replace(report, when=under)
    makers = {*report.agents(terms.madeBy)}
    makers |= {iri for maker in makers if (iri := findings.agents[maker].affiliation) is not None}
    number = bisect_right(findings.sentences, report.evidence[0].start, key=lambda s: s.span.start) - 1
    before = findings.sentences[number - 1] if number > 0 else None
    near = before is not None and bool(report.quotations) and report.evidence[0].start - before.span.end <= _REACH
    time = _occasion(findings.items(before), makers, rules) if before is not None and near else None
    time = time or _gathering(report, findings, rules)
    if time is None or time.edtf is None or not _recent(time, findings):
        return report
    note = "told before with its occasion"
    return replace(report, when=When(time.edtf, time.basis, f"{time.rule}+occasion", (time.span,), note))


def _occasion(items: Sequence[Item], makers: set[str], rules: Rules) -> TimeExpression | None:
    """The one day of a sentence, where it stands by a word for speaking or writing and a speaker is named."""
    days = [at for at, item in enumerate(items) if item.time is not None and reckoning.DAY.match(item.time.edtf or "")]
    if len(days) != 1:
        return None
    at = days[0]
    near = items[max(0, at - _NEAR) : at + _NEAR]
    named = any(item.mention is not None and makers & {*item.mention.agents} for item in items)
    if not named:
        return None
    spoken = not rules.words(lists.OCCASION).isdisjoint([item.word for item in near]) or _said_on(items, at, rules)
    return items[at].time if spoken else None


def _gathering(report: Report, findings: Findings, rules: Rules) -> TimeExpression | None:
    """The day of the gathering at which something was said: from its own sentence ("after the meeting on Friday"), else from
    the last sentence that tells it with one day.
    """
    number = bisect_right(findings.sentences, report.trigger.start, key=lambda s: s.span.start) - 1
    sentence = findings.sentences[number]
    items: Sequence[Item] = findings.items(sentence)
    if _gathered(rules).isdisjoint([item.word for item in items]):
        return None
    for quotation in report.quotations:
        items = [item for item in items if not quotation.span.covers(item.span)]
    own = _days(items)
    meant = _meant(items, rules, dated=len(own) == 1)
    if not meant:
        return None
    if own:
        return own[0] if len(own) == 1 else None
    for earlier in reversed(findings.sentences[max(0, number - _BACK) : number]):
        told = findings.items(earlier)
        days = _days(told)
        if len(days) == 1 and any(item.word in meant for item in told):
            return days[0]
    return None


def _gathered(rules: Rules) -> frozenset[str]:
    """All words of which a sentence must hold one to tell of a gathering, or of those who came to it."""
    return rules.words(lists.GATHERING, lists.GATHERED)


def _days(items: Sequence[Item]) -> list[TimeExpression]:
    return [item.time for item in items if item.time is not None and reckoning.DAY.match(item.time.edtf or "")]


def _meant(items: Sequence[Item], rules: Rules, *, dated: bool) -> frozenset[str]:
    """The words for a gathering that a saying leans on: those of any, for who listens; else the one named, "the hearing", or
    where the sentence is `dated` itself, "a long session on Friday".
    """
    gatherings, gathered = rules.words(lists.GATHERING), rules.words(lists.GATHERED)
    for at, item in enumerate(items):
        before = items[at - 1].word if at else ""
        if item.word in gathered and any(i.word in _TOLD for i in items[max(0, at - _LISTEN) : at]):
            return gatherings
        if item.word in gatherings and before == "the" and at > 1 and items[at - 2].word in _THERE:
            return frozenset((item.word,))
        if dated and item.word in gatherings and _new(items, at, rules):
            return frozenset((item.word,))
    return frozenset()


def _new(items: Sequence[Item], at: int, rules: Rules) -> bool:
    """Whether a gathering not told of before stands right behind a verb of saying: "said following a long session"."""
    article = next((n for n in range(at - 1, max(0, at - _LISTEN), -1) if items[n].word in ARTICLES), 0)
    there = article > 1 and items[article - 1].word in _THERE
    return there and items[article - 2].word in rules.verbs.saying


_BACK = 8  # sentences from a gathering to what was said there
_LISTEN = 4  # items from "told" to who listened
_TOLD = frozenset(("told", "tells", "telling", "to"))
_THERE = frozenset("at after during following".split())


def _said_on(items: Sequence[Item], at: int, rules: Rules) -> bool:
    """Whether a day closes an attribution: "..., said its president, Jane Roe, on Tuesday"."""
    for item in reversed(items[max(0, at - _NEAR) : at]):
        if item.word in rules.verbs.saying:
            return True
        if rules.finite(item.word):
            return False
    return False


def _recent(time: TimeExpression, findings: Findings) -> bool:
    """Whether a time is a single day shortly before publication, or that day itself."""
    published = findings.document.published
    known = dates.bounds(time.edtf) if time.edtf is not None else None
    if published is None or published.day is None or known is None or known.earliest_start is None:
        return False
    day = reckoning.DAY.match(time.edtf or "") is not None and not time.open
    return day and 0 <= (published.day - known.earliest_start).days <= _LATELY
