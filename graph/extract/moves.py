"""The moves of one article held against each other: makers that a sentence leaves out, what each move answers, what became
of it. Reports in, the same reports out with fillers, links and status.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import islice

from graph.extract import issues, roles, sameness, shares, taken_up
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.model import Filler, Modality, Rejected, Report, Sentence
from ontology import lists, terms

_LEFT_OPEN = frozenset((roles.OPEN, roles.OPEN_EMPLOYER, roles.OPEN_EMPLOYERS))
MEMORY = 24  # moves, or quotations, that an answer looks back over
_LOOSE = ("any", "sentence", "discourse")  # places that only say that somebody is named near
_PARTY_ROLES = (terms.union, terms.employer, terms.madeBy, terms.madeTo)


def completed(
    reports: Sequence[Report], findings: Findings, rules: Rules
) -> tuple[tuple[Report, ...], tuple[Rejected, ...]]:
    """Moves with the maker and subject that their sentence leaves out ("The offer would raise pay"), from the article's
    other moves; those for which it has none are turned down.
    """
    parties = _Parties(reports, findings, rules)
    done: list[Report] = []
    refused: list[Rejected] = []
    for report in reports:
        if not is_move(report, rules):
            done.append(report)
            continue
        before = next((r for r in islice(reversed(done), MEMORY) if is_move(r, rules)), None)
        if rules.frames[report.type].takes_up and not taken_up.goes_on(report, before, findings, rules):
            refused.append(Rejected(report.trigger, report.frame, "no offer right before it"))
            continue
        left_open = _LEFT_OPEN.intersection(report.factors)
        if left_open:
            makers = parties.makers(report, done) if roles.OPEN in left_open else parties.employers(left_open)
            if not makers:
                refused.append(Rejected(report.trigger, report.frame, "no agent fits the role madeBy"))
                continue
            fillers = tuple(Filler(terms.madeBy, maker, shares.INHERITED) for maker in makers)
            factors = (*(f for f in report.factors if f not in left_open), f"role:{shares.INHERITED}")
            rest = (f for f in report.fillers if f.agent not in makers)
            report = replace(report, fillers=(*fillers, *rest), factors=factors)
        about = report.issues or _named_later(report, findings, rules)
        if rules.frames[report.type].needs_issue and not about:
            about = _last_subject(report, done, findings, rules)
            if not about:
                refused.append(Rejected(report.trigger, report.frame, "names no subject of bargaining"))
                continue
        done.extend(shares.apart(parties.addressed(report), about, rules.frames[report.type]))
    return tuple(done), tuple(refused)


def answered(reports: Sequence[Report], rules: Rules) -> tuple[Report, ...]:
    """Moves linked to the moves that they answer, and each with its status; other reports as they are."""
    answers: dict[str, list[tuple[str, str]]] = {}
    became: dict[str, str] = {}
    above = {issue.iri: issue.broader for issue in rules.lexicon.issues}
    ordered = sorted((r for r in reports if is_move(r, rules)), key=lambda r: (r.trigger, r.key))
    for number, answer in enumerate(ordered):
        frame = rules.frames[answer.type]
        if frame.answers_by is None or answer.modality is Modality.DENIED:
            continue
        own = frame.answers_by == terms.withdraws
        for move in _replied_to(
            answer, ordered[max(0, number - MEMORY) : number + 6], own=own, above=above, rules=rules
        ):
            answers.setdefault(answer.key, []).append((frame.answers_by, move.key))
            if frame.gives_status is not None and answer.modality is Modality.ACTUAL:
                became[move.key] = frame.gives_status
    out = []
    for report in reports:
        if is_move(report, rules):
            frame = rules.frames[report.type]
            itself = frame.gives_status if frame.answers_by is None else None
            status = became.get(report.key, (itself or terms.status_tabled) if puts_terms(report, rules) else "")
            links = (*report.links, *answers.get(report.key, ()))
            if status != report.status or links != report.links:
                report = report.changed(links=links, status=status)
        out.append(report)
    return tuple(out)


def puts_terms(report: Report, rules: Rules) -> bool:
    """Whether a report is of a move that asks or offers something, and does not only answer."""
    frame = rules.frames.get(report.type)
    return frame is not None and (frame.is_a(terms.Proposal) or frame.is_a(terms.Demand))


def is_move(report: Report, rules: Rules) -> bool:
    """Whether a report is of a bargaining move."""
    return report.type in rules.moves


def _replied_to(
    answer: Report, moves: Sequence[Report], *, own: bool, above: dict[str, tuple[str, ...]], rules: Rules
) -> list[Report]:
    """The moves of the latest passage before an answer, or of its own sentence, that the other side made on its subject."""
    makers, to = set(answer.agents(terms.madeBy)), set(answer.agents(terms.madeTo))
    fit = [
        move
        for move in moves
        if move.key != answer.key
        and puts_terms(move, rules)
        and move.modality is not Modality.DENIED
        and bool(makers & set(move.agents(terms.madeBy))) is own
        and (own or not to or bool(to & set(move.agents(terms.madeBy))))
        and _one_subject(answer, move, above)
        and (move.trigger.start < answer.trigger.start or move.evidence[0] == answer.evidence[0])
        and sameness.compatible_order(move.when, answer.when)
    ]
    latest = max((move.evidence[0] for move in fit), default=None)
    return [move for move in fit if move.evidence[0] == latest]


def _one_subject(answer: Report, move: Report, above: dict[str, tuple[str, ...]]) -> bool:
    """Whether two moves can be about one subject: one names none, or theirs are the same, or one lies below the other."""
    if not answer.issues or not move.issues:
        return True
    return any(
        one == other or one in above.get(other, ()) or other in above.get(one, ())
        for one in answer.issues
        for other in move.issues
    )


def _named_later(report: Report, findings: Findings, rules: Rules) -> tuple[str, ...]:
    """The subjects that follow an offer in its sentence: "tabled its final offer: a pay rise of 28%"."""
    frame = rules.frames[report.type]
    sentence = findings.sentence_at(report.trigger.start)
    if sentence is None or not frame.is_a(terms.Proposal):
        return ()
    colon = findings.document.text.find(":", report.trigger.end, sentence.span.end)
    if colon < 0:
        return ()
    found = dict.fromkeys(m.issue for m in named(sentence, findings, rules, after=colon))
    broad = {parent for issue in found for parent in issue.broader}
    return tuple(issue.iri for issue in found if issue.iri not in broad)


def _last_subject(report: Report, before: Sequence[Report], findings: Findings, rules: Rules) -> tuple[str, ...]:
    """The subject of the other side's move just before: "On AI, the union wants a veto. The studios proposed a committee"."""
    words = report.trigger.of(findings.document.text).lower().split()
    last = next((r for r in islice(reversed(before), MEMORY) if puts_terms(r, rules)), None)
    if not rules.words(lists.OFFER_NOUN).isdisjoint(words):
        return ()  # "had made offers but would not discuss them"
    if last is None or set(last.agents(terms.madeBy)) & set(report.agents(terms.madeBy)):
        return ()
    here, there = findings.sentence_at(report.trigger.start), findings.sentence_at(last.trigger.start)
    return last.issues if here is not None and there is not None and 0 < here.number - there.number <= 2 else ()


def named(sentence: Sentence, findings: Findings, rules: Rules, *, after: int = 0) -> list[issues.IssueMention]:
    """The issues that a sentence names in words or by a bare figure, from a place of the text on."""
    items = findings.items(sentence)
    return [m for m in issues.of_sentence(sentence, findings, rules) if items[m.start].span.start >= after]


class _Parties:
    """Who stands on which side in one article, as far as its reports say."""

    def __init__(self, reports: Iterable[Report], findings: Findings, rules: Rules) -> None:
        self.rules = rules
        self.findings = findings
        met = dict.fromkeys(agent for report in reports for agent in report.agents(*_PARTY_ROLES))
        self.labor = [a for a in met if self.is_labor(a)] or [a for a in findings.agents if self.is_labor(a)]
        bodies = (
            [a for a in met if self._is(a, terms.EmployerAssociation)],
            [a for a in findings.agents if self._is(a, terms.EmployerAssociation)],
        )
        named = bodies[0] or bodies[1]
        employers = {agent for report in reports for agent in report.agents(terms.employer)}
        # The registry's public bodies mediate and judge; those that only the article knows employ, first those of whom the
        # words say so.
        public = [a for a in findings.agents if self._is(a, terms.PublicAgency) and not self._above(a)]
        self.employing = {a for a in employers if not self._is(a, terms.EmployerAssociation)}
        firms = [a for a in met if self._is_firm(a)] or [a for a in findings.agents if self._is_firm(a)]
        self.management = named or firms or [a for a in public if a in employers] or public

    def is_labor(self, agent: str) -> bool:
        """Whether an agent is a union."""
        return self._is(agent, terms.LaborUnion)

    def _is_firm(self, agent: str) -> bool:
        return self._is(agent, terms.Company) and not self._is(agent, terms.NewsOrganization)

    def _above(self, agent: str) -> bool:
        """Whether a public body of the registry, or a legislature, only mediates, judges or makes the law."""
        known = self.findings.agents[agent]
        return known.reviewed or not self.rules.words(lists.LEGISLATURE).isdisjoint(known.name.lower().split())

    def _is(self, agent: str, kind: str) -> bool:
        return self.rules.lexicon.agent_is_a(self.findings.agents[agent].type, kind)

    def turned(self, report: Report) -> Report:
        """The move with its maker, where a speaker's "they" was taken for the speaker's own side: it is the other side."""
        speaker = report.attributed_to or self._speaking(report)
        if speaker is None or speaker not in self.findings.agents:
            return report
        side = self.findings.agents[speaker].affiliation or speaker
        if side not in self.findings.agents:
            return report
        across = _only(self.management if self.is_labor(side) else self.labor)
        fillers = tuple(
            replace(f, agent=across[0]) if across and f.agent == side and self._third_person(f) else f
            for f in report.fillers
        )
        return replace(report, fillers=fillers) if fillers != report.fillers else report

    def _speaking(self, report: Report) -> str | None:
        """Whose words a move stands in where the quotation itself does not say: those of whoever was quoted last."""
        quotations = self.findings.quotations
        at = bisect_right(quotations, report.trigger.start, key=lambda q: q.span.start)
        if at == 0 or not quotations[at - 1].span.covers(report.trigger):
            return None
        return next((q.speaker for q in reversed(quotations[max(0, at - MEMORY) : at]) if q.speaker is not None), None)

    def _third_person(self, filler: Filler) -> bool:
        words = filler.span.of(self.findings.document.text).lower() if filler.span is not None else ""
        return filler.role == terms.madeBy and words in ("they", "them", "their")

    def makers(self, report: Report, before: Sequence[Report]) -> tuple[str, ...]:
        """Who makes a move that names no maker. What only unions do is the one union's; an offer is by whoever made the one
        told last, an answer by whom that one was put to; else the one employer, or the one party across from the addressee.
        """
        frame = self.rules.frames[report.type]
        role = next((role for role in frame.roles if role.property == terms.madeBy), None)
        if role is not None and role.type == terms.LaborUnion:
            recent = (
                a
                for r in islice(reversed(before), MEMORY)
                if is_move(r, self.rules)
                for a in r.agents(terms.madeBy, terms.madeTo)
            )
            return _only(self.labor) or tuple(a for a in islice(recent, 4) if self.is_labor(a))[:1]
        if frame.iri in self.rules.of_employers:
            return _only(self.management)
        if (
            role is not None and role.type == terms.Company
        ):  # public bodies grant as well, employers that act as one do not
            return _only([a for a in self.management if a in self.employing])
        # "A spokesman for the yards said the offer included a bonus": whoever tells of an offer is not offered it.
        to = [
            f.agent
            for f in report.fillers
            if f.role == terms.madeTo
            and (f.how not in _LOOSE or self.is_labor(f.agent) or not frame.is_a(terms.Proposal))
        ]
        last = next((r for r in islice(reversed(before), MEMORY) if is_move(r, self.rules)), None)
        if last is not None:
            own = puts_terms(last, self.rules) is puts_terms(report, self.rules)
            told = last.agents(terms.madeBy if own else terms.madeTo)
            again = own and last.type == report.type and not frame.takes_up
            strict = {f.agent for f in report.fillers if f.role == terms.madeTo and f.how not in _LOOSE}
            if told and not set(told) & (strict if again else set(to)):
                return told  # "made a counter-offer. The counter-offer includes 6 percent, the union said"
        if to and not self.is_labor(to[0]):
            return _only(self.labor)
        return _only(self.management) if to or frame.is_a(terms.Proposal) else ()

    def employers(self, left_open: Set[str]) -> tuple[str, ...]:
        """Whom employers without a name are, where the article has but one; several are no single company."""
        one = _only(self.management)
        return () if one and roles.OPEN_EMPLOYERS in left_open and self._is_firm(one[0]) else one

    def addressed(self, report: Report) -> Report:
        """The move with its addressee: where nobody is named, the only party of the article on the other side."""
        makers = report.agents(terms.madeBy)
        if report.agents(terms.madeTo) or not makers:
            return report
        across = _only(self.management if self.is_labor(makers[0]) else self.labor)
        if not across or across[0] in makers:
            return report
        return replace(report, fillers=(*report.fillers, Filler(terms.madeTo, across[0], shares.INHERITED)))


def _only(agents: Sequence[str]) -> tuple[str, ...]:
    """The agent, where it is the only one."""
    return tuple(agents) if len(agents) == 1 else ()
