"""Whether what a trigger tells happened, is to come or may, and when: mood and date, each told with the help of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from graph.extract import attachment, beside, conditions, dating, factuality, lasting, leadup, spoken, tense, triggers
from graph.extract.english import AUXILIARY, BEFORE_DATES, BEING, PREPOSITIONS
from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.tokens import Item
from graph.extract.triggers import Trigger
from graph.model import Filler, Modality, Quotation, Sentence, Span, TimeExpression, When
from ontology import lists, terms

_AHEAD = frozenset("for from until till through by".split())
_PAST = frozenset(("past", "participle"))
_BEING = BEING | {"'re", "'s", "not", "still", "now"}
_span = attrgetter("span")


class Told(NamedTuple):
    """The class that a trigger tells of, when, and in which mood; `adjective` where it only says of people that they are at it."""

    kind: str
    when: When | None
    mood: Modality
    adjective: bool


def of_trigger(
    trigger: Trigger,
    scene: Scene,
    span: Span,
    sentence: Sentence,
    fillers: Sequence[Filler],
    findings: Findings,
    rules: Rules,
) -> Told | None:
    """Mood and date of one trigger, whose words stand at `span`; None where it tells how often something was done, not when."""
    items, noun = scene.items, trigger.compiled.cue.noun
    if trigger.frame.is_a(terms.Statement):
        scene = spoken.set_off(scene, rules)
    move = trigger.frame.is_a(terms.BargainingMove)
    mood = factuality.modality(
        # Of a clause that is interrupted, only what stands behind tells how its verb is meant.
        replace(scene, start=behind) if (behind := trigger.hole[1] or _behind_aside(trigger, scene)) else scene,
        rules,
        form=frozenset() if noun else triggers.form(trigger, items),
        own=trigger.compiled.own,
    )
    if scene.noun and mood is Modality.ACTUAL and trigger.frame.opens is None and factuality.out_of_reach(scene, rules):
        mood = Modality.DENIED
    before = scene.words[max(scene.low, scene.start - 3) : scene.start]
    if mood is Modality.DENIED and trigger.frame.is_a(terms.VoteEvent) and before == ["yet", "to", "be"]:
        mood = Modality.PLANNED  # "the deal has yet to be ratified"
    if mood is Modality.CONDITIONAL and trigger.frame.is_a(terms.VoteEvent) and _to_be_asked(scene, rules):
        mood = Modality.PLANNED  # "members will be asked to ratify the contract this week"
    if (
        mood is Modality.CONDITIONAL
        and not move
        and scene.words[max(0, scene.start - 2) : scene.start] == ["would", "have"]
    ):
        mood = Modality.DENIED  # "Had they not agreed, nurses would have walked out": they did not
    if mood is Modality.PLANNED and trigger.frame.is_a(terms.Agreement) and _will_give(scene):
        mood = Modality.ACTUAL  # "the new contract will give them a raise": there is one
    if scene.noun and move and any(f.how == "possessor" for f in fillers):
        mood = Modality.ACTUAL  # "could not settle the union's proposal": the proposal is there
    unquoted, times, here = _unquoted(scene, span, sentence, findings)
    when = dating.of_trigger(
        trigger.frame,
        unquoted,
        sentence,
        times=times,
        here=here,
        document=findings.document,
        noun=noun or attachment.aside(scene),
        state=trigger.compiled.cue.state,
        reduced=trigger.match.passive and _reduced(scene, rules),
        rules=rules,
    )
    if when is not None and move and dating.of_terms(when, findings.document):
        when = None  # "a raise of 3 percent this year": the year is that of the raise
    if when is not None and leadup.open_question(scene) and when.spans[0].start < span.start:
        when = None  # the day is that of the decision
    if when is not None and mood is Modality.CONDITIONAL and leadup.voted_for(scene, rules):
        if dating.ahead(when, findings.document):
            mood = Modality.PLANNED  # "voted on Monday to begin a walkout on Thursday"
        else:
            when = None  # the day is that of the vote
    if when is not None and mood is Modality.CONDITIONAL and scene.noun and trigger.frame.is_a(terms.VoteEvent):
        # "a strike vote on Saturday could close the theaters": it is to be held
        mood, when = Modality.PLANNED, tense.next_weekday(when, findings.document)
    ahead = when is not None and when.rule == "since" and dating.ahead(when, findings.document)
    if ahead and mood is Modality.CONDITIONAL and trigger.frame.opens is not None and leadup.after_vote(scene, rules):
        mood = Modality.PLANNED  # "voted to authorize a strike starting Monday"
    if when is not None and when.rule.endswith(lasting.LASTED):
        mood = Modality.ACTUAL  # "a deal to end a three-week strike": there was one
    past = when is not None and not dating.ahead(when, findings.document)
    if past and trigger.frame.opens is not None and trigger.match.passive and _reduced(scene, rules):
        mood = Modality.ACTUAL  # "could end a strike launched in May"
    if when is None and not noun and trigger.frame.opens is not None and (day := beside.of_list(unquoted)) is not None:
        when = When(day.edtf or "", day.basis, day.rule, (day.span,)) if day.edtf is not None else None
    if (when is None or when.rule == "since") and dating.how_often(trigger.frame, scene):
        return None
    if when is None and mood is Modality.ACTUAL and move:
        when = beside.of_talks(sentence, findings.times, findings.folded, talks=rules.bargaining)
    if when is None and mood is Modality.ACTUAL and not scene.noun:
        when = beside.of_heading(sentence, findings.times, findings.folded)
        when = when or beside.of_entry(span.start, findings.entries)
    behind = when is not None and bool(when.spans) and when.spans[0].start > span.start  # not "May 2: Strike begins"
    if when is not None and behind and not noun and _not_past(scene, triggers.form(trigger, items), mood):
        when = tense.next_year(when, findings.document)
    if when is not None and mood is Modality.ACTUAL and dating.ahead(when, findings.document):
        form = triggers.form(trigger, items)
        inside = {item.word for item in items[trigger.match.start : trigger.match.end]}
        ordered = not rules.foretelling.isdisjoint(inside) and dating.near(when, findings.document)
        if trigger.frame.is_a(terms.VoteEvent) and tense.of_else(when, scene):
            ordered = False  # "voted to let them call a strike after May 1": the vote is done
        if (form and form <= _PAST and not ordered and not _looks_ahead(when, findings)) or when.rule.endswith(
            "+heading"
        ):
            when = tense.past(when, findings.document, scene, rules)
        elif trigger.frame.is_a(terms.Agreement) or (move and scene.noun):
            when = None  # "under the deal the shop will close in May": the day of what it settles
        else:
            mood = Modality.PLANNED  # "the strike goes into effect July 26", told on July 25
    if when is None and mood is Modality.ACTUAL and not noun and not trigger.compiled.cue.state:
        when = dating.of_headline(findings.document, sentence, triggers.form(trigger, items))
    if (
        when is not None
        and mood is Modality.CONDITIONAL
        and trigger.frame.opens is not None
        and dating.behind(when, findings.document)
    ):
        when = None  # "said on Tuesday that it was ready to strike"
    if when is not None and mood is Modality.PLANNED:
        when = tense.coming(when, findings.document, scene, rules)
        if when is not None and when.edtf.endswith("/.."):  # "called for a strike starting October 15"
            when = replace(when, edtf=when.edtf.removesuffix("/.."))
    elif when is not None and mood is Modality.ACTUAL:
        when = tense.so_far(when, findings.document)
    hanging = mood is Modality.PLANNED and trigger.frame.opens is not None and conditions.hangs(scene, rules)
    if hanging or conditions.only_named(scene, rules):
        mood = Modality.CONDITIONAL
    kind, when = _since(trigger, when, mood)
    adjective = trigger.frame.opens is not None and _adjective(trigger, items, rules)
    if adjective:
        mood, when = Modality.ACTUAL, None
    return Told(kind, when, mood, adjective)


def _behind_aside(trigger: Trigger, scene: Scene) -> int:
    """The item behind an aside that parts a noun from its verb, 0 for none: "the pact, first due to lapse on Friday, was
    extended" is no plan.
    """
    if trigger.compiled.pattern.opens_with_verb or "," not in scene.words[scene.start : scene.start + _ASIDE]:
        return 0
    commas = [at for at in range(scene.start, scene.end - 1) if scene.words[at] == ","]
    return commas[-1] + 1 if len(commas) > 1 else 0


_ASIDE = 3  # items from a noun to the comma that opens an aside


def _not_past(scene: Scene, form: frozenset[str], mood: Modality) -> bool:
    """Whether a verb tells in the present what is so or is to come: "the contract expires", but not "was to expire"."""
    if mood is Modality.PLANNED:
        return _HAD.isdisjoint(scene.words[max(scene.low, scene.start - _GOVERNS) : scene.end])
    return mood is Modality.ACTUAL and "third" in form and form.isdisjoint(_PAST)


_HAD = frozenset(("was", "were", "had"))
_GOVERNS = 6  # items before a verb in which its auxiliaries stand


def _since(trigger: Trigger, when: When | None, mood: Modality) -> tuple[str, When | None]:
    """The class and the date of a state told since when it lasts: "in talks since May" tells that they opened in May."""
    kind = trigger.frame.since_tells
    if kind is None or when is None or mood is not Modality.ACTUAL or not when.edtf.endswith("/.."):
        return trigger.frame.iri, when
    return kind, replace(when, edtf=when.edtf.removesuffix("/.."))


def _unquoted(
    scene: Scene, trigger: Span, sentence: Sentence, findings: Findings
) -> tuple[Scene, Sequence[TimeExpression], Sequence[TimeExpression]]:
    """The scene, the article's times and those of the sentence, without those inside quotations, which tell of what is said;
    a trigger in one keeps all.
    """
    here = findings.times_of(sentence)
    inside = [t for t in here if quoted(t.span, findings.quotations)] if findings.quotations else ()
    if not inside or quoted(trigger, findings.quotations) is not None:
        return scene, findings.times, here
    hidden = {time.span for time in inside}
    items = tuple(
        replace(item, time=None) if item.time is not None and item.time.span in hidden else item for item in scene.items
    )
    kept = tuple(t for t in findings.times if t.span not in hidden)
    return replace(scene, items=items), kept, [t for t in here if t.span not in hidden]


def _looks_ahead(when: When, findings: Findings) -> bool:
    """Whether the words put a date ahead of what they tell of: "called a strike for July 27", "a date was set for May 1"."""
    before = (findings.folded[max(0, span.start - 12) : span.start].split() for span in when.spans)
    return any(words and words[-1].lower() in _AHEAD for words in before)


def quoted(span: Span, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that a trigger stands in, if it stands in somebody's words."""
    if not quotations:
        return None
    at = bisect_left(quotations, (span.start,), key=_span)
    for quotation in quotations[max(0, at - 2) : at + 2]:
        if quotation.kind == "direct" and quotation.span.meets(span):
            return quotation
    return None


def _adjective(trigger: Trigger, items: Sequence[Item], rules: Rules) -> bool:
    """Whether a participle says of people that they are at it, and of no verb when: "Striking nurses will meet on Friday"."""
    start, end = trigger.match.start, trigger.match.end
    if end - start != 1 or not items[start].word.endswith("ing"):
        return False
    if start > 0 and items[start - 1].word == "of":
        return True  # "after three days of striking"
    after = items[end : end + 2] if start else _phrase(items, end, rules)
    known = rules.gazetteer
    strikers, onset = rules.words(lists.STRIKER_NOUN), rules.words(lists.ONSET)
    whose = any(
        item.word in rules.workers
        or item.word in strikers
        or item.word in known.vocabulary.workers
        or item.word in known.organizers
        or _workforce(item)
        for item in after
    )
    return whose and (start == 0 or (items[start - 1].word not in _BEING and items[start - 1].word not in onset))


def _phrase(items: Sequence[Item], at: int, rules: Rules) -> Sequence[Item]:
    """The noun phrase that goes on behind a participle which opens a sentence: "Striking film and television writers"."""
    end = at
    while end < min(len(items), at + _PHRASE):
        if items[end].word != "and" and (items[end].word in PREPOSITIONS or rules.finite(items[end].word)):
            break
        end += 1
    return items[at:end]


_PHRASE = 6  # items


def _workforce(item: Item) -> bool:
    """Whether an item names workers who stand for their union: "striking screenwriters"."""
    return item.mention is not None and item.mention.kind == "nominal" and item.mention.rule in _WORKFORCES


_WORKFORCES = frozenset(("workforce", "workforces"))  # rules of mentions


def _to_be_asked(scene: Scene, rules: Rules) -> bool:
    before = scene.words[max(scene.low, scene.start - 4) : scene.start + 3]
    return any(
        a in ("will", "to") and b == "be" and c in rules.verbs.asking
        for a, b, c in zip(before, before[1:], before[2:], strict=False)
    )


def _will_give(scene: Scene) -> bool:
    """Whether the words of a trigger tell what a thing will do, not that it will be: "the new pact will raise pay"."""
    inside = scene.words[scene.start : scene.end]
    at = inside.index("will") if "will" in inside[1:] else 0
    return at > 0 and at + 2 < len(inside) and inside[at + 1] not in ("be", "have", "need", "come", "likely")


def _reduced(scene: Scene, rules: Rules) -> bool:
    """Whether a participle only says which thing is meant, and somebody does something with it: "backed the deal reached"; but
    "On May 3, talks opened" tells what came about.
    """
    low = scene.low
    while low < scene.start and (scene.items[low].time is not None or scene.items[low].word in _FRONT):
        low += 1
    if scene.start <= low + 2 and not any(
        item.word in AUXILIARY or (rules.finite(item.word) and not item.word.endswith("s"))
        for item in scene.items[scene.end : scene.high]
    ):
        return False
    words = scene.words[scene.low : scene.end]
    return scene.start > scene.low + 2 and AUXILIARY.isdisjoint(words[scene.start - scene.low :])


_FRONT = BEFORE_DATES | {","}
