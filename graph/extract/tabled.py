"""The moves of one article as rows of a table: who puts which subject, and what became of it. Reports in, rows out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.extract import moves
from graph.extract.rules import Rules
from graph.model import Modality, Report
from ontology import terms


def rows(reports: Iterable[Report], rules: Rules) -> Iterator[tuple[Report, str, str, str]]:
    """Report, maker, issue and status of each move for a table: a mere answer stands for the other side's move that it
    answers, unless the article tells that move itself.
    """
    for report in reports:
        if not moves.is_move(report, rules):
            continue
        frame = rules.frames[report.type]
        withdrawn = frame.answers_by == terms.withdraws
        kept = withdrawn and report.modality is Modality.DENIED  # "refused to drop its demand": the demand stands
        if report.modality is Modality.DENIED and not kept:
            continue
        if moves.puts_terms(report, rules) or withdrawn:
            makers = report.agents(terms.madeBy)
            status = terms.status_tabled if kept else report.status or ((frame.gives_status or "") if withdrawn else "")
        else:
            makers, status = report.agents(terms.madeTo), frame.gives_status or ""
        for maker in makers:
            for issue in report.issues:
                yield report, maker, issue, rules.lexicon.labels.get(status, "")
