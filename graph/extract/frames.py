"""Frames over sentences: each trigger that holds is given its parties, date, issues and standing as a report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from graph.extract import (
    attachment,
    clauses,
    dating,
    factuality,
    issues,
    makers,
    roles,
    shares,
    subjects,
    tokens,
    topics,
    triggers,
)
from graph.extract.english import AUXILIARY
from graph.extract.findings import Findings
from graph.extract.quotes import sides
from graph.extract.rules import Rules
from graph.extract.scene import AHEAD, MEMORY, Discourse, Scene
from graph.extract.tokens import Item
from graph.extract.triggers import Trigger
from graph.model import (
    Filler,
    Mention,
    Modality,
    Quotation,
    Region,
    Rejected,
    Report,
    Sentence,
    Span,
    TimeExpression,
    When,
)
from ontology import terms
from ontology.lexicon import Frame

_AHEAD = frozenset("for from until till through by".split())
_PAST = frozenset(("past", "participle"))
_PASSED_OVER = frozenset((Region.FURNITURE, Region.REPEATED, Region.BYLINE))


def reports(findings: Findings, rules: Rules) -> tuple[tuple[Report, ...], tuple[Rejected, ...]]:
    """All reports of a document about labor, one for each trigger that holds, and those turned down with their reasons."""
    out: list[Report] = []
    rejected: list[Rejected] = []
    for number, sentence in enumerate(findings.sentences):
        if sentence.region in _PASSED_OVER:
            continue
        made, refused = _sentence(sentence, findings, rules)
        out.extend(made)
        rejected.extend(refused)
        if findings.folded[sentence.span.end - 1] == ":":
            out.extend(_listed(number, findings, rules))
    return tuple(out), tuple(rejected)


def _listed(number: int, findings: Findings, rules: Rules) -> Iterator[Report]:
    """The moves whose terms stand as a list under their sentence: "The union is demanding:" and an item a line."""
    lead = findings.sentences[number]
    opening = findings.items(lead)[:-1]
    for sentence in islice(findings.sentences, number + 1, number + 1 + _LIST):
        mark = _BULLET.match(findings.folded, sentence.span.start, sentence.span.end)
        if mark is None:
            return
        term = [item for item in findings.items(sentence) if item.span.start >= mark.end()]
        made, _ = _Reading(sentence, (*opening, *term), findings, rules).reports()
        for report in made:
            moves = rules.frames[report.type].is_a(terms.BargainingMove)
            if moves and report.issues and report.trigger.start < lead.span.end:
                yield replace(report, evidence=(sentence.span, lead.span))


_BULLET = re.compile(r"(?:[-•*–—·▪●]|\d{1,2}[.)])\s+")
_LIST = 12  # items of a list that are read


def _sentence(sentence: Sentence, findings: Findings, rules: Rules) -> tuple[list[Report], list[Rejected]]:
    if not rules.triggers.may_meet(findings.words(sentence)):
        return [], []
    read = _Reading(sentence, findings.items(sentence), findings, rules)
    out, rejected = read.reports()
    if findings.spoken and tokens.within(findings.spoken, sentence.span):
        # The moves that a speaker tells of as "we" or "they"; everything else inside quotations stays the speaker's word.
        out.extend(_Reading(sentence, findings.heard(sentence), findings, rules).told())
    return out, rejected


class _Reading:
    """One sentence's items with the clauses, subjects and triggers found among them."""

    def __init__(self, sentence: Sentence, items: Sequence[Item], findings: Findings, rules: Rules) -> None:
        self.sentence = sentence
        self.items = items
        self.words = [item.word for item in items]
        self.findings = findings
        self.rules = rules
        may = rules.triggers.among(frozenset(self.words))
        self.kept: list[Trigger] = []
        self.rejected: list[Rejected] = []
        if not may:
            return
        self.parts = clauses.split(items, rules.verbs)
        worded = issues.find(items, rules)
        self.named = tuple(sorted((*worded, *issues.figures(items, worded, rules)), key=lambda m: m.start))
        found = triggers.find(items, self.parts, findings, rules, self.named, may)
        self.kept, self.rejected = triggers.settle(found, items, rules)
        self.discourse = _discourse(sentence, findings, rules)

    def reports(self) -> tuple[list[Report], list[Rejected]]:
        """The reports of the article's own words, and the triggers that were turned down."""
        out: list[Report] = []
        rejected = list(self.rejected)
        for trigger in self.kept:
            span = self._span(trigger)
            quotation = _quoted(self._saying(trigger, span), self.findings.quotations)
            scene = self._scene(trigger)
            if quotation is not None and not self._names_maker(trigger, scene, quotation):
                why = "inside a quotation: the speaker's words, not a report"
                rejected.append(Rejected(span, trigger.frame.iri, why))
                continue
            trigger = makers.turned(trigger, scene, self.findings, self.rules)
            fillers = roles.fill(trigger.frame, scene, self.discourse, self.rules)
            if quotation is None:
                fillers = makers.through_office(trigger, scene, fillers, self.findings, self.rules)
            made = self._report(trigger, scene, fillers)
            if isinstance(made, Rejected):
                rejected.append(made)
            elif quotation is None:
                out.extend(made)
            else:
                out.extend(replace(report, attributed_to=quotation.speaker) for report in made)
        return out, rejected

    def told(self) -> list[Report]:
        """The bargaining moves inside quotations whose maker a pronoun tells: the speaker's side, or the other."""
        out: list[Report] = []
        for trigger in self.kept:
            quotation = _quoted(self._span(trigger), self.findings.quotations)
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
        where nobody is known to speak; else `told` reads it.
        """
        if scene.noun or not trigger.frame.is_a(terms.BargainingMove):
            return False
        return any(
            mention.kind != "pronoun" or quotation.speaker is None for mention in subjects.subject(scene, self.rules)
        )

    def _span(self, trigger: Trigger) -> Span:
        return Span(self.items[trigger.match.start].span.start, self.items[trigger.match.end - 1].span.end)

    def _scene(self, trigger: Trigger) -> Scene:
        part = self.parts[trigger.clause]
        return Scene(
            self.items,
            self.words,
            self.parts,
            trigger.clause,
            part.start,
            part.end,
            trigger.match.start,
            trigger.match.end,
            trigger.match.head,
            trigger.match.passive,
            trigger.compiled.cue.noun or not triggers.form(trigger, self.items) or _of_offer(trigger),
            any(role.property == terms.atPremisesOf for role in trigger.frame.roles),
        )

    def _report(self, trigger: Trigger, scene: Scene, fillers: tuple[Filler, ...]) -> list[Report] | Rejected:
        items, sentence, findings, rules = self.items, self.sentence, self.findings, self.rules
        span = self._span(trigger)
        lacking = roles.missing(trigger.frame, fillers, scene, findings.agents, rules)
        move = trigger.frame.is_a(terms.BargainingMove)
        stoppage = trigger.frame.opens is not None
        acting = subjects.subject(scene, rules) if (move or stoppage) and not scene.noun else []
        if stoppage and acting and all(m.kind == "pronoun" for m in acting) and self._of_employers(acting):
            return Rejected(span, trigger.frame.iri, "employers do not strike")
        if move and makers.workers_act(scene, rules):
            acting = []
        inherited = move and any(f.role == terms.madeBy and f.how in ("discourse", "sentence") for f in fillers)
        if inherited and (self._other_acts(acting) or makers.unnamed(scene, rules)):
            return Rejected(span, trigger.frame.iri, "its subject is nobody who makes such a move")
        unmade = move and lacking == (terms.madeBy,) and (scene.noun or trigger.frame.iri in rules.of_employers)
        if lacking and not unmade:
            names = ", ".join(iri.rpartition("#")[2] for iri in lacking)
            return Rejected(span, trigger.frame.iri, f"no agent fits the role {names}")
        about = topics.of_trigger(
            trigger, scene, [m for m in self.named if not topics.nearer(trigger, m, self.kept)], rules
        )
        if trigger.frame.needs_issue and not about and not (acting and trigger.frame.is_a(terms.Proposal)):
            return Rejected(span, trigger.frame.iri, "names no subject of bargaining")
        noun = trigger.compiled.cue.noun
        mood = factuality.modality(
            scene,
            rules,
            form=frozenset() if noun else triggers.form(trigger, items),
            own=frozenset(trigger.compiled.cue.pattern.replace("|", " ").split()),
        )
        if scene.noun and mood is Modality.ACTUAL and trigger.frame.opens is None and factuality.out_of_reach(scene):
            mood = Modality.DENIED
        if scene.noun and trigger.frame.is_a(terms.BargainingMove) and any(f.how == "possessor" for f in fillers):
            mood = Modality.ACTUAL  # "could not settle the union's proposal": the proposal is there
        unquoted, times = _unquoted(scene, span, sentence, findings)
        when = dating.of_trigger(
            trigger.frame,
            unquoted,
            sentence,
            times=times,
            document=findings.document,
            noun=noun or attachment.aside(scene),
            state=trigger.compiled.cue.state,
            reduced=trigger.match.passive and _reduced(scene),
            rules=rules,
        )
        if when is None and dating.how_often(trigger.frame, scene):
            return Rejected(span, trigger.frame.iri, "tells how often, not when")
        if when is None and mood is Modality.ACTUAL and trigger.frame.is_a(terms.BargainingMove):
            when = dating.of_talks(sentence, findings.times, findings.folded, talks=rules.bargaining)
        if when is None and mood is Modality.ACTUAL and not scene.noun:
            when = dating.of_heading(sentence, findings.times, findings.folded)
        if when is not None and mood is Modality.ACTUAL and dating.ahead(when, findings.document):
            form = triggers.form(trigger, items)
            inside = {item.word for item in items[trigger.match.start : trigger.match.end]}
            ordered = not rules.foretelling.isdisjoint(inside) and dating.near(when, findings.document)
            if trigger.frame.is_a(terms.VoteEvent) and dating.of_else(when, scene):
                ordered = False  # "voted to let them call a strike after May 1": the vote is done
            if (form and form <= _PAST and not ordered and not _looks_ahead(when, findings)) or when.rule.endswith(
                "+heading"
            ):
                when = dating.past(when, findings.document, scene)
            elif trigger.frame.is_a(terms.Agreement) or (move and scene.noun):
                when = None  # "under the deal the shop will close in May": the day of what it settles
            else:
                mood = Modality.PLANNED  # "the strike goes into effect July 26", told on July 25
        if when is None and mood is Modality.ACTUAL and not noun and not trigger.compiled.cue.state:
            when = dating.of_headline(findings.document, sentence, triggers.form(trigger, items))
        if when is not None and mood is Modality.PLANNED:
            when = dating.coming(when, findings.document, scene)
        kind, when = _since(trigger, when, mood)
        adjective = trigger.frame.opens is not None and _adjective(trigger, items, rules)
        if adjective:
            mood, when = Modality.ACTUAL, None
        figures = tuple(dict.fromkeys(i.quantity for i in items[scene.low : scene.high] if i.quantity is not None))
        report = Report(
            key="",
            type=kind,
            frame=kind,
            modality=mood,
            trigger=span,
            evidence=(sentence.span,),
            fillers=fillers,
            when=when,
            issues=about,
            quantities=figures,
            factors=(
                *_factors(trigger, fillers, sentence, scene, rules, adjective=adjective),
                *((roles.OPEN,) if unmade else ()),
            ),
            properties=_counted(trigger.frame, scene, sentence, findings),
        )
        return shares.apart(report, about, trigger.frame)

    def _of_employers(self, acting: Sequence[Mention]) -> bool:
        """Whether no union, and no person, is among those who act: "they broke off the talks and walked out"."""
        kinds = [self.findings.agents[iri].type for mention in acting for iri in mention.agents]
        return not any(self.rules.lexicon.agent_is_a(k, u) for k in kinds for u in (terms.LaborUnion, terms.Person))

    def _other_acts(self, acting: Sequence[Mention]) -> bool:
        """Whether somebody named does it who is no union: "the company wants to" makes no union's demand."""
        kinds = [self.findings.agents[iri].type for mention in acting for iri in mention.agents]
        union = any(self.rules.lexicon.agent_is_a(kind, terms.LaborUnion) for kind in kinds)
        return not union and any(mention.kind != "pronoun" for mention in acting)


def _of_offer(trigger: Trigger) -> bool:
    """Whether a move is told by what it is, with a verb after: "the latest offer freezes pay", "pay is the main demand"."""
    active = not trigger.match.passive and not trigger.compiled.pattern.opens_with_verb
    return active and trigger.frame.is_a(terms.BargainingMove)


def _since(trigger: Trigger, when: When | None, mood: Modality) -> tuple[str, When | None]:
    """The class and the date of a state told since when it lasts: "in talks since May" tells that they opened in May."""
    kind = trigger.frame.since_tells
    if kind is None or when is None or mood is not Modality.ACTUAL or not when.edtf.endswith("/.."):
        return trigger.frame.iri, when
    return kind, replace(when, edtf=when.edtf.removesuffix("/.."))


def _unquoted(
    scene: Scene, trigger: Span, sentence: Sentence, findings: Findings
) -> tuple[Scene, Sequence[TimeExpression]]:
    """The scene and the times without those inside quotations, which tell of what is said; a trigger in one keeps all."""
    inside = [t for t in tokens.within(findings.times, sentence.span) if _quoted(t.span, findings.quotations)]
    if not inside or _quoted(trigger, findings.quotations) is not None:
        return scene, findings.times
    items = tuple(
        item._replace(time=None) if item.time is not None and item.time in inside else item for item in scene.items
    )
    return scene._replace(items=items), tuple(t for t in findings.times if t not in inside)


def _looks_ahead(when: When, findings: Findings) -> bool:
    """Whether the words put a date ahead of what they tell of: "called a strike for July 27", "a date was set for May 1"."""
    before = (findings.folded[max(0, span.start - 12) : span.start].split() for span in when.spans)
    return any(words and words[-1].lower() in _AHEAD for words in before)


def _discourse(sentence: Sentence, findings: Findings, rules: Rules) -> Discourse:
    """The mentions just before a sentence; where none names a union, the first names after it."""
    at = bisect_left(findings.mentions, sentence.span.start, key=lambda m: m.span.start)
    following = (m for m in findings.mentions if m.kind == "name" and m.span.start >= sentence.span.end)
    unions = any(_is_union(m, findings, rules) for m in findings.mentions[:at]) if at <= AHEAD else True
    after = () if unions else tuple(islice(following, AHEAD))
    return Discourse(findings.mentions[max(0, at - MEMORY) : at], findings.agents, after)


def _is_union(mention: Mention, findings: Findings, rules: Rules) -> bool:
    kinds = (findings.agents[iri].type for iri in mention.agents)
    return any(rules.lexicon.agent_is_a(kind, terms.LaborUnion) for kind in kinds)


def _quoted(span: Span, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that a trigger stands in, if it stands in somebody's words."""
    at = bisect_left(quotations, span.start, key=lambda q: q.span.start)
    near = quotations[max(0, at - 2) : at + 2]
    return next((q for q in near if q.kind == "direct" and q.span.meets(span)), None)


def _counted(frame: Frame, scene: Scene, sentence: Sentence, findings: Findings) -> tuple[tuple[str, str], ...]:
    """How long the words say something has run so far, or since when nothing like it was seen; kept as worded."""
    low, high = scene.items[scene.low].span.start, scene.items[scene.high - 1].span.end
    if scene.clauses[scene.clause].kind == "relative":
        low, high = (
            sentence.span.start,
            sentence.span.end,
        )  # "the strike, which began in May, has entered its third month"
    out = []
    for time in tokens.within(findings.times, sentence.span):
        words = time.span.of(findings.document.text)
        if time.kind == "ordinal" and frame.opens is not None and low <= time.span.start < high:
            out.append((terms.reportedElapsed, words))
        elif time.kind == "duration" and scene.clause == 0 and _first_time(findings.folded, time.span):
            out.append((terms.firstTimeIn, words))
    return tuple(out)


def _first_time(folded: str, span: Span) -> bool:
    before = folded[max(0, span.start - 24) : span.end].lower()
    return "first time in" in before or "first in" in before


def _adjective(trigger: Trigger, items: Sequence[Item], rules: Rules) -> bool:
    """Whether a participle says of people that they are at it, and of no verb when: "Striking nurses will meet on Friday"."""
    start, end = trigger.match.start, trigger.match.end
    if end - start != 1 or not items[start].word.endswith("ing"):
        return False
    if start > 0 and items[start - 1].word == "of":
        return True  # "after three days of striking"
    after = items[end : end + 2] if start else _phrase(items, end, rules)
    known = rules.gazetteer
    whose = any(
        item.word in rules.workers
        or item.word in _STRIKERS
        or item.word in known.vocabulary.workers
        or item.word in known.organizers
        or _workforce(item)
        for item in after
    )
    return whose and (start == 0 or items[start - 1].word not in _BEING)


def _phrase(items: Sequence[Item], at: int, rules: Rules) -> Sequence[Item]:
    """The noun phrase that goes on behind a participle which opens a sentence: "Striking film and television writers"."""
    end = at
    while end < min(len(items), at + _PHRASE):
        if items[end].word != "and" and (items[end].word in roles.PREPOSITIONS or rules.finite(items[end].word)):
            break
        end += 1
    return items[at:end]


_PHRASE = 6  # items


def _workforce(item: Item) -> bool:
    """Whether an item names workers who stand for their union: "striking screenwriters"."""
    return item.mention is not None and item.mention.kind == "nominal" and item.mention.rule in _WORKFORCES


_WORKFORCES = frozenset(("workforce", "workforces"))
_STRIKERS = frozenset("workers employees members staff".split())
_BEING = frozenset("is are was were be been being 're 's not still now began begin start started".split())


def _factors(
    trigger: Trigger, fillers: Sequence[Filler], sentence: Sentence, scene: Scene, rules: Rules, *, adjective: bool
) -> tuple[str, ...]:
    """What the report rests on, as words that precision can be measured for: the trigger, its clause, the roles' paths."""
    cue = trigger.compiled.cue
    kind = "noun" if cue.noun else "state" if cue.state or adjective else "passive" if trigger.match.passive else "verb"
    paths = sorted({f"role:{filler.how}" for filler in fillers})
    tense = ("tense:past-perfect",) if _past_perfect(scene, rules) else ("tense:past",) if _was(trigger, scene) else ()
    return (
        f"trigger:{kind}",
        f"cue:{cue.pattern}",
        f"region:{sentence.region.value}",
        f"clause:{_standing(scene)}",
        *tense,
        *paths,
    )


def _standing(scene: Scene) -> str:
    """The kind of clause that puts a happening behind another, its own or one that it hangs on; else its own kind."""
    number, seen = scene.clause, set()
    while number >= 0 and number not in seen:
        seen.add(number)
        clause = scene.clauses[number]
        if clause.kind in ("sub", "relative"):
            return clause.marker if clause.kind == "sub" else clause.kind
        if clause.kind != "coordinate":
            break
        number = clause.parent
    return scene.clauses[scene.clause].kind


def _reduced(scene: Scene) -> bool:
    """Whether a participle only says which thing is meant, and somebody does something with it: "backed the deal reached"."""
    words = [item.word for item in scene.items[scene.low : scene.end]]
    return AUXILIARY.isdisjoint(words[max(0, scene.start - scene.low) :]) and scene.start > scene.low + 2


def _was(trigger: Trigger, scene: Scene) -> bool:
    """Whether a state is told as one that was: "were on strike"."""
    words = (item.word for item in scene.items[max(scene.low, scene.start - 2) : scene.end])
    return trigger.compiled.cue.state and not _WERE.isdisjoint(words)


_WERE = frozenset(("was", "were"))


def _past_perfect(scene: Scene, rules: Rules) -> bool:
    """Whether "had" puts the happening before the news, and not before somebody's saying so."""
    before = scene.words[max(scene.low, scene.start - 4) : scene.end]
    return "had" in before and rules.verbs.saying.isdisjoint(scene.words[: scene.head])
