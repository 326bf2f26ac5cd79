"""Frames over sentences: triggers found by the cues of the ontology, settled against each other, made into reports."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.extract import clauses, dating, factuality, issues, roles, tokens
from graph.extract.cues import Match, SlotTest, Word
from graph.extract.issues import IssueMention
from graph.extract.rules import CompiledCue, Rules
from graph.extract.tokens import Item
from graph.model import (
    Agent,
    Document,
    Filler,
    Mention,
    Modality,
    Quantity,
    Quotation,
    Region,
    Rejected,
    Report,
    Sentence,
    Span,
    TimeExpression,
)
from ontology import terms
from ontology.lexicon import Frame

_NEGATIVE = frozenset(("not", "n't", "no", "without", "unable"))
_PAST = frozenset(("past", "participle"))
_BEFORE_ADJECTIVES = frozenset("the of all many some most these those and for with by to from among".split())
_STRIKING = frozenset("against over for at on outside in to after".split())
_ROOT = 5  # letters that tell "strike" from "striped", and hold "strikes" and "striking" together
_PASSED_OVER = frozenset((Region.FURNITURE, Region.REPEATED, Region.BYLINE))


@dataclass(frozen=True, slots=True)
class Findings:
    """What the earlier stages found in one document; every sequence is sorted by place."""

    document: Document
    folded: str
    sentences: Sequence[Sentence]
    agents: dict[str, Agent]
    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    quantities: Sequence[Quantity]
    quotations: Sequence[Quotation]
    _items: dict[Span, tuple[Item, ...]] = field(default_factory=dict)

    def items(self, sentence: Sentence) -> tuple[Item, ...]:
        """The sentence as items, made once however many stages ask."""
        found = self._items.get(sentence.span)
        if found is None:
            found = tokens.items(self.folded, sentence.span, self.mentions, self.times, self.quantities)
            self._items[sentence.span] = found
        return found


@dataclass(frozen=True, slots=True)
class Trigger:
    """A cue that matched in a sentence."""

    compiled: CompiledCue
    match: Match
    clause: int

    @property
    def frame(self) -> Frame:
        """The frame that the cue belongs to."""
        return self.compiled.frame

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """What wins where two overlap: the frame's priority, a verb before a noun, the more items, then the name."""
        width = self.match.end - self.match.start
        return (-self.frame.priority, int(self.compiled.cue.noun), -width, self.frame.iri)


def reports(findings: Findings, rules: Rules) -> tuple[tuple[Report, ...], tuple[Rejected, ...]]:
    """All reports of a document about labor, one for each trigger that holds, and those turned down with their reasons."""
    out: list[Report] = []
    rejected: list[Rejected] = []
    for sentence in findings.sentences:
        if sentence.region in _PASSED_OVER:
            continue
        made, refused = _sentence(sentence, findings, rules)
        out.extend(made)
        rejected.extend(refused)
    return tuple(out), tuple(rejected)


def in_context(findings: Findings, rules: Rules) -> bool:
    """Whether the article is about labor at all: it names a union or an employers' association, or speaks of bargaining.

    Air strikes, baseball and credit unions get no reports.
    """
    named = {
        iri
        for mention in findings.mentions
        for iri in mention.agents
        if mention.kind in ("name", "nominal") and _is_side(findings.agents[iri], rules)
    }
    text = findings.folded.lower()
    other = {
        word[:_ROOT]
        for phrase in rules.other_senses
        if phrase in text and _whole(phrase, text)
        for word in phrase.replace("-", " ").split()
    }
    # Words of one root count once, and a word met in another sense ("air strike") has that sense in the whole article.
    roots = {form[:_ROOT] for form in rules.labor if form in text and _whole(form, text)} - other
    kinds = {findings.agents[iri].type for iri in named}
    facing = len(kinds) > 1 or (bool(named) and any(_is_employer(a, rules) for a in findings.agents.values()))
    enough = rules.bargaining | (rules.terms if facing else frozenset())
    if named and any(form in text and _whole(form, text) for form in enough):
        return True  # a side and talks, or both sides and a deal: no more is needed
    return len(roots) >= (1 if named else 2)


def _is_side(agent: Agent, rules: Rules) -> bool:
    return any(rules.lexicon.agent_is_a(agent.type, kind) for kind in (terms.LaborUnion, terms.EmployerAssociation))


def _is_employer(agent: Agent, rules: Rules) -> bool:
    return rules.lexicon.agent_is_a(agent.type, terms.Company) and not rules.lexicon.agent_is_a(
        agent.type, terms.NewsOrganization
    )


def _whole(form: str, text: str) -> bool:
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if (at == 0 or not text[at - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
            return True
        at = text.find(form, at + 1)
    return False


def _sentence(sentence: Sentence, findings: Findings, rules: Rules) -> tuple[list[Report], list[Rejected]]:
    items = findings.items(sentence)
    if not any(item.word in rules.triggers for item in items):
        return [], []
    parts = clauses.split(items, rules.finite, rules.gerunds)
    worded = issues.find(items, rules)
    named = tuple(sorted((*worded, *issues.figures(items, worded, rules)), key=lambda m: m.start))
    triggers, rejected = _settle(_triggers(items, parts, findings, rules, named), items, rules)
    discourse = _discourse(sentence, findings)
    out: list[Report] = []
    for trigger in triggers:
        span = Span(items[trigger.match.start].span.start, items[trigger.match.end - 1].span.end)
        if _quoted(span, findings.quotations):
            rejected.append(Rejected(span, trigger.frame.iri, "inside a quotation: the speaker's words, not a report"))
            continue
        scene = roles.Scene(
            items,
            parts,
            trigger.clause,
            trigger.match.start,
            trigger.match.end,
            trigger.match.head,
            trigger.match.passive,
            trigger.compiled.cue.noun or not _form(trigger, items),
        )
        fillers = roles.fill(trigger.frame, scene, discourse, rules)
        lacking = roles.missing(trigger.frame, fillers)
        if lacking:
            names = ", ".join(iri.rpartition("#")[2] for iri in lacking)
            rejected.append(Rejected(span, trigger.frame.iri, f"no agent fits the role {names}"))
            continue
        about = _issues(trigger, scene, [m for m in named if not _nearer(trigger, m, triggers)])
        if trigger.frame.needs_issue and not about:
            rejected.append(Rejected(span, trigger.frame.iri, "names no subject of bargaining"))
            continue
        noun = trigger.compiled.cue.noun
        mood = factuality.modality(
            scene,
            rules,
            form=frozenset() if noun else _form(trigger, items),
            negative=bool(_NEGATIVE & set(trigger.compiled.cue.pattern.replace("|", " ").split())),
        )
        if scene.noun and trigger.frame.is_a(terms.BargainingMove) and any(f.how == "possessor" for f in fillers):
            mood = Modality.ACTUAL  # "could not settle the union's proposal": the proposal is there
        when = dating.of_trigger(trigger.frame, scene, sentence, findings.times, findings.document, noun=noun)
        if when is not None and mood is Modality.ACTUAL and dating.ahead(when, findings.document):
            form = _form(trigger, items)
            if form and form <= _PAST:
                when = dating.past(when, findings.document)
            else:
                mood = Modality.PLANNED  # "the strike goes into effect July 26", told on July 25
        figures = tuple(dict.fromkeys(i.quantity for i in items[scene.low : scene.high] if i.quantity is not None))
        report = Report(
            key="",
            type=trigger.frame.iri,
            frame=trigger.frame.iri,
            modality=mood,
            trigger=span,
            evidence=(sentence.span,),
            fillers=fillers,
            when=when,
            quantities=figures,
            factors=_factors(trigger, fillers, sentence, scene),
            properties=_counted(trigger.frame, scene, sentence, findings),
        )
        out.extend(_distributed(report, about, trigger.frame, findings.document))
    return out, rejected


def _discourse(sentence: Sentence, findings: Findings) -> roles.Discourse:
    """The mentions just before a sentence; where there are none at all, the first names after it."""
    at = bisect_left(findings.mentions, sentence.span.start, key=lambda m: m.span.start)
    after = [m for m in findings.mentions if m.kind == "name" and m.span.start >= sentence.span.end] if at == 0 else []
    return roles.Discourse(findings.mentions[max(0, at - roles.MEMORY) : at], findings.agents, after)


def _quoted(span: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether a trigger stands in somebody's words; quotations do not overlap."""
    at = bisect_left(quotations, span.start, key=lambda q: q.span.start)
    return any(q.kind == "direct" and q.span.meets(span) for q in quotations[max(0, at - 1) : at + 2])


def _counted(frame: Frame, scene: roles.Scene, sentence: Sentence, findings: Findings) -> tuple[tuple[str, str], ...]:
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


def _factors(trigger: Trigger, fillers: Sequence[Filler], sentence: Sentence, scene: roles.Scene) -> tuple[str, ...]:
    """What the report rests on, as words that precision can be measured for: the trigger, its clause, the roles' paths."""
    cue = trigger.compiled.cue
    kind = "noun" if cue.noun else "state" if cue.state else "passive" if trigger.match.passive else "verb"
    paths = sorted({f"role:{filler.how}" for filler in fillers})
    tense = ("tense:past-perfect",) if _past_perfect(scene) else ()
    return (
        f"trigger:{kind}",
        f"cue:{cue.pattern}",
        f"region:{sentence.region.value}",
        f"clause:{_standing(scene)}",
        *tense,
        *paths,
    )


def _standing(scene: roles.Scene) -> str:
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


def _past_perfect(scene: roles.Scene) -> bool:
    """Whether "had" puts the happening before the news, and not before somebody's saying so."""
    before = [item.word for item in scene.items[max(scene.low, scene.start - 4) : scene.end]]
    said = any(item.word in clauses.SPEECH for item in scene.items[: scene.head])
    return "had" in before and not said


def _triggers(
    items: Sequence[Item],
    parts: Sequence[clauses.Clause],
    findings: Findings,
    rules: Rules,
    named: Sequence[IssueMention],
) -> list[Trigger]:
    slot = _slot_test(findings, rules, named)
    words = {item.word for item in items}
    out = []
    for number, clause in enumerate(parts):
        for at in range(clause.start, clause.end):
            for compiled in rules.triggers.get(items[at].word, ()):
                if not compiled.pattern.possible(words):
                    continue
                match = compiled.pattern.find(items, at, clause.start, clause.end, slot)
                if match is not None and not _compound(items, match, clause.start):
                    out.append(Trigger(compiled, match, number))
                elif match is None and number + 1 < len(parts) and _may_reach_on(compiled):
                    following = parts[number + 1]
                    if following.kind == "relative" and following.marker in ("which", "that"):
                        match = compiled.pattern.find(items, at, clause.start, following.end, slot)
                        if match is not None and match.end > following.start + 1:
                            out.append(Trigger(compiled, match, number + 1))  # "talks, which fell apart in August"
    return out


def _form(trigger: Trigger, items: Sequence[Item]) -> frozenset[str]:
    """The tags of the verb that the match holds: its first word, or what follows a noun ("the strike began")."""
    if trigger.match.form:
        return trigger.match.form
    for item in items[trigger.match.start : trigger.match.end]:
        for element in trigger.compiled.pattern.elements:
            if isinstance(element, Word) and element.verb is not None and item.word in element.verb:
                return element.verb[item.word]
    return frozenset()


def _may_reach_on(compiled: CompiledCue) -> bool:
    """Whether a cue's noun may have its verb in the relative clause after it; what names contents may not."""
    return not compiled.pattern.opens_with_verb and not compiled.frame.needs_issue


def _compound(items: Sequence[Item], match: Match, low: int) -> bool:
    """Whether a bare present verb is the last noun of a compound: "the writers strike" against "nurses strike over pay"."""
    alone = match.start == match.head and match.end == match.head + 1
    if match.form == {"gerund"} and alone and match.head == low and match.end < len(items):
        return items[match.end].kind == "agent"  # "Striking writers voted"
    if match.form == {"gerund"} and alone and match.end < len(items) and items[match.end].kind == "agent":
        return items[match.head - 1].word in _BEFORE_ADJECTIVES  # "hundreds of striking members"
    if match.form != {"base"} or match.start != match.head or match.head == low or match.end != match.head + 1:
        return False
    before = items[match.head - 1]
    if before.kind != "agent" and not before.word.endswith("s"):
        return False
    following = items[match.end] if match.end < len(items) else None
    return following is None or (following.word not in _STRIKING and following.time is None)


def _settle(found: list[Trigger], items: Sequence[Item], rules: Rules) -> tuple[list[Trigger], list[Rejected]]:
    """Drops triggers that another sense blocks, then keeps the best of those that overlap."""
    blocked = [
        (frame, match.start, match.end)
        for at, item in enumerate(items)
        for frame, pattern in rules.blockers.get(item.word, ())
        if (match := pattern.find(items, at, 0, len(items), lambda *_: 0)) is not None
    ]
    kept: list[Trigger] = []
    rejected: list[Rejected] = []
    for trigger in sorted(found, key=lambda t: t.weight):
        span = Span(items[trigger.match.start].span.start, items[trigger.match.end - 1].span.end)
        if any(
            start < trigger.match.end and trigger.match.start < end and frame == trigger.frame.iri
            for frame, start, end in blocked
        ):
            rejected.append(Rejected(span, trigger.frame.iri, "another sense of the words"))
            continue
        rival = next((k for k in kept if _rivals(k, trigger)), None)
        if rival is not None:
            if rival.frame.iri != trigger.frame.iri:
                rejected.append(Rejected(span, trigger.frame.iri, f"{rival.frame.label} reads the same words"))
            continue
        kept.append(trigger)
    return sorted(kept, key=lambda t: (t.match.start, t.frame.iri)), rejected


def _listed_by(trigger: Trigger) -> bool:
    return " by " in trigger.compiled.cue.pattern


def _rivals(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers read the same words: they share an item that is no gap, or stand for one frame in a clause."""
    if one.frame.is_a(terms.BargainingMove) is not other.frame.is_a(terms.BargainingMove):
        return False  # "agreed to raise pay" is a deal and a move, "out over pay" a strike and a demand
    votes = one.frame.is_a(terms.VoteEvent) and other.frame.is_a(terms.VoteEvent)
    if (
        votes
        and _listed_by(one)
        and _listed_by(other)
        and one.match.end != other.match.end
        and one.frame != other.frame
    ):
        return False  # "approved by the board and the members" is two votes
    overlap = one.match.start < other.match.end and other.match.start < one.match.end
    return overlap or (one.clause == other.clause and one.frame.iri == other.frame.iri)


def _nearer(trigger: Trigger, mention: IssueMention, triggers: Sequence[Trigger]) -> bool:
    """Whether a later move of the sentence stands nearer to an issue: "a response to the proposals, which include pay"."""
    return trigger.frame.is_a(terms.BargainingMove) and any(
        other.frame.is_a(terms.BargainingMove)
        and trigger.match.end <= other.match.start
        and other.match.end <= mention.start
        for other in triggers
    )


def _issues(trigger: Trigger, scene: roles.Scene, named: Sequence[IssueMention]) -> tuple[str, ...]:
    """The issues of a trigger: those it contains or that follow in its clause, else that precede; narrower ones win."""
    high = scene.high
    for number in range(scene.clause + 1, len(scene.clauses)):
        if scene.clauses[number].kind != "relative" or scene.clauses[number].parent != number - 1:
            break
        high = scene.clauses[number].end  # "a proposal which would ..." is about what the relative clause names
    if not trigger.frame.is_a(terms.BargainingMove):
        named = [m for m in named if not m.figure]
    here = [m for m in named if scene.low <= m.start < high]
    after = [m for m in here if m.start >= scene.start]
    if not after and trigger.frame.needs_issue:
        later = [m for m in named if m.start >= high]
        after = [m for m in here if m.end <= scene.start] or later
    inside = [m for m in here if scene.start <= m.start < scene.end]
    if scene.noun and inside:
        after = [*inside, *(m for m in here if m.start >= scene.high)]  # "the pay proposal and the dispute over AI"
    chosen = after or ([] if not trigger.frame.needs_issue else here)
    iris = list(dict.fromkeys(m.issue.iri for m in chosen))
    broad = {parent for m in chosen for parent in m.issue.broader}
    return tuple(iri for iri in iris if iri not in broad or len(iris) == 1)


def _distributed(report: Report, about: tuple[str, ...], frame: Frame, document: Document) -> list[Report]:
    """One report a maker and issue where the frame is a move ("both unions demand pay and AI rules" is four), and one a
    union where it opens or closes an interval: each union's strike is its own.
    """
    if frame.opens is not None or frame.closes is not None:
        unions = [f for f in report.fillers if f.role == terms.union]
        rest = tuple(f for f in report.fillers if f.role != terms.union)
        each = [replace(report, issues=about, fillers=(one, *rest)) for one in unions] or [
            replace(report, issues=about)
        ]
        return [keyed(one, document) for one in each]
    if not frame.is_a(terms.BargainingMove):
        return [keyed(replace(report, issues=about), document)]
    makers: list[Filler | None] = [f for f in report.fillers if f.role == terms.madeBy]
    makers = makers or [None]
    others = tuple(f for f in report.fillers if f.role != terms.madeBy)
    out = []
    for maker in makers:
        fillers = others if maker is None else (maker, *others)
        for issue in about or (None,):
            one = replace(report, fillers=fillers, issues=() if issue is None else (issue,))
            out.append(keyed(one, document))
    return out


def keyed(report: Report, document: Document) -> Report:
    """The report with its key: stable for the same words of the same article, whatever else changes around them."""
    name = report.type.rpartition("#")[2].lower()
    identity = "|".join(
        (
            name,
            " ".join(report.evidence[0].of(document.text).split()),
            " ".join(report.trigger.of(document.text).split()),
            ",".join(sorted(f"{f.role}={f.agent}" for f in report.fillers)),
            ",".join(report.issues),
        )
    )
    return replace(report, key=f"{name}-{hashlib.sha256(identity.encode()).hexdigest()[:10]}")


def _slot_test(findings: Findings, rules: Rules, named: Sequence[IssueMention]) -> SlotTest:
    kinds = {
        "union": (terms.LaborUnion,),
        "employer": (terms.EmployerAssociation, terms.Company),
        "organization": (terms.Organization,),
        "person": (terms.Person,),
        "agent": (terms.Agent,),
    }
    starts = {m.start: m.end - m.start for m in named}

    def test(kind: str, items: Sequence[Item], at: int) -> int:
        item = items[at]
        if kind in kinds:
            if item.mention is None:
                return 0
            types = [findings.agents[iri].type for iri in item.mention.agents]
            return int(any(rules.lexicon.agent_is_a(t, wanted) for t in types for wanted in kinds[kind]))
        if kind == "time":
            return int(item.time is not None)
        if kind == "issue":
            return starts.get(at, 0)
        quantity = item.quantity
        if quantity is None or not quantity.is_a(kind):
            return 0
        width = 1
        while at + width < len(items) and items[at + width].quantity is quantity:
            width += 1
        return width

    return test


def actual(report: Report) -> bool:
    """Whether the report tells of a fact."""
    return report.modality is Modality.ACTUAL
