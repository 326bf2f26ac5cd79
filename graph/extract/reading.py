"""One sentence read: its clauses, its triggers, and a report for each trigger that holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from graph.extract import (
    bygone,
    capable,
    clauses,
    dating,
    discourse,
    factors,
    gapped,
    issues,
    makers,
    moods,
    places,
    roles,
    settling,
    shares,
    slots,
    subjects,
    topics,
    triggers,
)
from graph.extract.english import AUXILIARY
from graph.extract.findings import Findings
from graph.extract.quotes import sides
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item, Places
from graph.extract.triggers import Trigger
from graph.model import Filler, Modality, Quotation, Rejected, Report, Sentence, Span
from ontology import terms

_OPENING = 2  # items in which a pronoun that takes up an offer stands: "It would", "But they include"
SUBJECTLESS = "names no subject of bargaining"
UNFILLED = "no agent fits the role"  # why a trigger without a party for a required role is turned down


class Reading:
    """One sentence's items with the clauses, subjects and triggers found among them."""

    def __init__(self, sentence: Sentence, items: Sequence[Item], findings: Findings, rules: Rules) -> None:
        self.sentence = sentence
        self.items = items
        places = Places(items)
        self.words = places.words
        self.findings = findings
        self.rules = rules
        may = rules.triggers.among(places.held)
        self.kept: list[Trigger] = []
        self.rejected: list[Rejected] = []
        self.behind: list[tuple[Trigger, Trigger]] = []
        if not may:
            return
        whole = Span(items[0].span.start, items[-1].span.end)
        self.quotations = [quotation for quotation in findings.quotations if quotation.span.meets(whole)]
        self.parts = clauses.split(items, rules.verbs)
        self.named = issues.all_of(items, places, rules)
        if items is findings.items(sentence):
            findings.named[sentence.span] = self.named
        slot = slots.test_of(findings, rules, self.named)
        found = triggers.find(items, self.parts, slot, rules, places.of_any(may), may)
        found = [t for t in found if not t.frame.takes_up or t.match.start < _OPENING]
        self.kept, self.rejected, self.behind = settling.settle(found, items, places, slot, rules)
        if self.kept:
            self.discourse = discourse.around(sentence, findings, rules)

    def reports(self) -> tuple[list[Report], list[Rejected]]:
        """The reports of the article's own words, and the triggers that were turned down."""
        out: list[Report] = []
        rejected = list(self.rejected)
        waiting = list(self.kept)
        for trigger in waiting:
            span = self._span(trigger)
            quotation = moods.quoted(self._saying(trigger, span), self.quotations)
            scene = self._scene(trigger)
            if quotation is not None and not self._names_maker(trigger, scene, quotation):
                why = "inside a quotation: the speaker's words, not a report"
                rejected.append(Rejected(span, trigger.frame.iri, why))
                continue
            trigger = makers.turned(trigger, scene, self.findings, self.rules)
            fillers = roles.fill(trigger.frame, scene, self.discourse, self.rules)
            if capable.another_union(scene, self.rules):
                fillers = tuple(f for f in fillers if f.role != terms.union or f.how == "with")
            if quotation is None:
                fillers = makers.through_office(trigger, scene, fillers, self.findings, self.rules)
            made = self._report(trigger, scene, fillers)
            if isinstance(made, Rejected):
                rejected.append(made)
                if made.reason.startswith(UNFILLED) or made.reason is SUBJECTLESS:
                    waiting.extend(self._next(trigger, waiting))
            elif quotation is None:
                out.extend(made)
            else:
                out.extend(replace(report, attributed_to=quotation.speaker) for report in made)
        return out, rejected

    def _next(self, failed: Trigger, others: Sequence[Trigger]) -> list[Trigger]:
        """What gave way to a trigger that names no party for its role, and reads the same words in a plainer sense."""
        for rival, trigger in self.behind:
            free = all(o is failed or not settling.rivals(o, trigger, self.items, self.rules) for o in others)
            if rival.match == failed.match and rival.frame is failed.frame and free:
                return [trigger]
        return []

    def _without_subject(self, trigger: Trigger) -> bool:
        """Whether the same words tell of a move that needs no subject: "handed the guild a new offer"."""
        return any(
            rival is trigger and not plainer.frame.needs_issue and plainer.frame.is_a(terms.BargainingMove)
            for rival, plainer in self.behind
        )

    def told(self) -> list[Report]:
        """The bargaining moves inside quotations whose maker a pronoun tells: the speaker's side, or the other."""
        out: list[Report] = []
        for trigger in self.kept:
            quotation = moods.quoted(self._span(trigger), self.quotations)
            if quotation is None or not trigger.frame.is_a(terms.BargainingMove):
                continue
            scene = self._scene(trigger)
            fillers = tuple(sides.heard(f, scene) for f in roles.fill(trigger.frame, scene, self.discourse, self.rules))
            if any(f.role == terms.madeBy and sides.near(f, scene) for f in fillers):
                made = self._report(trigger, scene, fillers)
                if not isinstance(made, Rejected):
                    out.extend(replace(report, attributed_to=quotation.speaker) for report in made)
        return out

    def _saying(self, trigger: Trigger, span: Span) -> Span:
        """What of a trigger must stand in a quotation to be the speaker's: of a move its first verb or noun, since its terms
        may be told in the maker's words ("has offered “a raise of 4 percent”").
        """
        move = trigger.frame.is_a(terms.BargainingMove)
        return self.items[trigger.match.head].span if move else span

    def _names_maker(self, trigger: Trigger, scene: Scene, quotation: Quotation) -> bool:
        """Whether somebody's words tell of a move by a named subject: "the companies proposed a flat fee". A pronoun does
        where nobody is known to speak, or before the words (said it “presented a deal that offered”); else `told` reads it.
        """
        if scene.noun or not trigger.frame.is_a(terms.BargainingMove):
            return False
        return any(
            mention.kind != "pronoun" or quotation.speaker is None or mention.span.end <= quotation.span.start
            for mention in subjects.subject(scene, self.rules)
        )

    def _put_by(self, trigger: Trigger, fillers: Sequence[Filler]) -> bool:
        """Whether a trigger ends in a participle with its doer: "cuts proposed by X", but "could be proposed by X"."""
        words = self.words[trigger.match.start : trigger.match.end]
        by = any(f.role == terms.madeBy and f.how == "by" for f in fillers)
        return by and words[-1] == "by" and len(words) > 2 and AUXILIARY.isdisjoint(words)

    def _span(self, trigger: Trigger) -> Span:
        return Span(self.items[trigger.match.start].span.start, self.items[trigger.match.end - 1].span.end)

    def _scene(self, trigger: Trigger) -> Scene:
        part = self.parts[trigger.clause]
        items = self._around(trigger) if trigger.frame.is_a(terms.Statement) else self.items
        return Scene(
            items,
            self.words,
            self.parts,
            trigger.clause,
            part.start,
            self._reach(trigger),
            trigger.match.start,
            trigger.match.end,
            trigger.match.head,
            trigger.match.passive,
            trigger.compiled.cue.noun or not triggers.form(trigger, self.items) or _of_offer(trigger),
            self.rules.fillings[trigger.frame.iri].premises,
        )

    def _around(self, trigger: Trigger) -> Sequence[Item]:
        """The items, without whom quotations name that the trigger stands outside of: "“They wait,” said another driver"."""
        if not self.quotations or moods.quoted(self._span(trigger), self.quotations) is not None:
            return self.items
        return self._outside

    @cached_property
    def _outside(self) -> Sequence[Item]:
        """The items, without the mentions inside quotations."""
        return [
            replace(item, mention=None)
            if item.mention is not None and moods.quoted(item.span, self.quotations)
            else item
            for item in self.items
        ]

    def _reach(self, trigger: Trigger) -> int:
        """Where the clause of a trigger ends: its rest included, where the trigger reaches over a relative clause."""
        following = self.parts[trigger.clause + 1 : trigger.clause + 3]
        into = bool(following) and following[0].kind == "relative" and trigger.match.end > following[0].start
        if into and len(following) == 2 and trigger.match.end > following[0].end:
            return following[1].end
        return following[0].end if into else self.parts[trigger.clause].end

    def _report(self, trigger: Trigger, scene: Scene, fillers: tuple[Filler, ...]) -> list[Report] | Rejected:
        items, sentence, findings, rules = self.items, self.sentence, self.findings, self.rules
        span = self._span(trigger)
        lacking = roles.missing(trigger.frame, fillers, scene, findings.agents, rules)
        move = trigger.frame.is_a(terms.BargainingMove)
        stoppage = trigger.frame.opens is not None
        acting = subjects.subject(scene, rules) if (move or stoppage) and not scene.noun else []
        if stoppage and not scene.noun and capable.alliance(scene, findings, rules):
            return Rejected(span, trigger.frame.iri, "employers do not strike")
        if (
            stoppage
            and acting
            and all(m.kind == "pronoun" for m in acting)
            and capable.employers(acting, findings, rules)
        ):
            return Rejected(span, trigger.frame.iri, "employers do not strike")
        if move and makers.workers_act(scene, rules):
            acting = []
        employers = makers.employers_act(scene, rules) if move and not trigger.match.passive else ""
        if employers and not any(f.role == terms.madeBy and f.how == "by" for f in fillers):
            fillers = tuple(f for f in fillers if f.role != terms.madeBy)
            lacking = roles.missing(trigger.frame, fillers, scene, findings.agents, rules)
        employers = employers if lacking == (terms.madeBy,) else ""
        if move and capable.both_sides(fillers, findings, rules):
            return Rejected(span, trigger.frame.iri, "both sides make it")
        inherited = move and any(f.role == terms.madeBy and f.how in ("discourse", "sentence") for f in fillers)
        if inherited and (capable.no_union(acting, items, findings, rules) or makers.unnamed(scene, rules)):
            return Rejected(span, trigger.frame.iri, "its subject is nobody who makes such a move")
        owned = scene.passive and any(f.role == terms.madeTo and f.how == "possessor" for f in fillers)
        left_open = owned or employers or scene.noun or trigger.frame.iri in rules.of_employers
        owners = acting or (places.owners(scene, rules) if scene.noun else [])
        if move and capable.persons(owners, fillers, findings):
            return Rejected(span, trigger.frame.iri, "its maker is a person of neither side")
        unmade = move and lacking == (terms.madeBy,) and left_open
        if lacking and not unmade:
            names = ", ".join(iri.rpartition("#")[2] for iri in lacking)
            return Rejected(span, trigger.frame.iri, f"{UNFILLED} {names}")
        about = topics.of_trigger(
            trigger, scene, [m for m in self.named if not topics.nearer(trigger, m, self.kept)], rules
        )
        inherits = acting and trigger.frame.is_a(terms.Proposal) and not self._without_subject(trigger)
        if trigger.frame.needs_issue and not about and not inherits:
            return Rejected(span, trigger.frame.iri, SUBJECTLESS)
        told = moods.of_trigger(trigger, scene, span, sentence, fillers, findings, rules)
        if told is None:
            return Rejected(span, trigger.frame.iri, "tells how often, not when")
        guessed = all(f.how in ("discourse", "sentence") for f in fillers if f.role == terms.union)
        if (
            stoppage
            and guessed
            and makers.strangers_act(scene, findings, rules)
            and dating.of_former_year(told.when, findings.document)
        ):
            return Rejected(span, trigger.frame.iri, "workers without a union, long ago")
        again = any(behind.match == trigger.match for _, behind in self.behind) or makers.own(scene, rules)
        if again and scene.noun and move and told.mood is Modality.DENIED:
            told = told._replace(mood=Modality.ACTUAL)  # "refused to discuss a demand for more": the demand is there
        if move and told.mood is not Modality.ACTUAL and self._put_by(trigger, fillers):
            told = told._replace(mood=Modality.ACTUAL)  # "opposes the cuts proposed by the yards": they were proposed
        figures = tuple(
            {id(q): q for item in items[scene.low : scene.high] if (q := item.quantity) is not None}.values()
        )
        report = Report(
            key="",
            type=told.kind,
            frame=told.kind,
            modality=told.mood,
            trigger=span,
            evidence=(sentence.span,),
            fillers=fillers,
            when=told.when,
            issues=about,
            quantities=figures,
            factors=(
                *factors.of(trigger, fillers, sentence, scene, rules, adjective=told.adjective),
                *((self._left_open(employers),) if unmade else ()),
            ),
            properties=factors.counted(trigger.frame, scene, sentence, findings),
        )
        further = gapped.told(report, scene, findings, rules)
        every = (*bygone.told(further[0], scene, rules), *further[1:])
        return [part for one in every for part in shares.apart(one, about, trigger.frame)]

    def _left_open(self, employers: str) -> str:
        """The factor of a move without a maker, by the noun for the employers who make it, "" for none."""
        if not employers:
            return roles.OPEN
        one = employers in self.rules.gazetteer.vocabulary.management_noun
        return roles.OPEN_EMPLOYER if one else roles.OPEN_EMPLOYERS


def _of_offer(trigger: Trigger) -> bool:
    """Whether a move is told by what it is, with a verb after: "the latest offer freezes pay", "pay is the main demand"."""
    active = not trigger.match.passive and not trigger.compiled.pattern.opens_with_verb
    return active and trigger.frame.is_a(terms.BargainingMove)
