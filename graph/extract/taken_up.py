"""Whether a sentence goes on about an offer that the one before it told: "made an offer. It would raise pay"."""

from __future__ import annotations

from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.model import Report
from ontology import lists

_NEXT = (1, 0)  # sentences from an offer to its terms; the several subjects of one sentence are moves of their own


def goes_on(report: Report, last: Report | None, findings: Findings, rules: Rules) -> bool:
    """Whether the move told last is an offer, or an answer to one, of the sentence before."""
    if last is None:
        return False
    here, there = findings.sentence_at(report.trigger.start), findings.sentence_at(last.trigger.start)
    again = rules.frames[last.type].takes_up
    if here is None or there is None or here.number - there.number not in (_NEXT if again else _NEXT[:1]):
        return False
    told = last.trigger.of(findings.document.text).lower().split()
    return again or not rules.words(lists.OFFER_NOUN).isdisjoint(told)
