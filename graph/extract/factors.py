"""What a report rests on, as words that precision can be measured for, and what its words count."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.extract.scene import Scene
from graph.extract.triggers import Trigger
from graph.model import Filler, Sentence, Span
from ontology import lists, terms
from ontology.lexicon import Frame

PRECEDENT = "time:precedent"  # the words only say since when there was no other
AGAIN = "time:again"  # the same words tell it of another day as well
FORMER = "object:former"  # it happened to an agreement before the present one


def of(
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
        *((FORMER,) if _of_former(scene, rules) else ()),
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


def _was(trigger: Trigger, scene: Scene) -> bool:
    """Whether a state is told as one that was: "were on strike"."""
    words = scene.words[max(scene.low, scene.start - 2) : scene.end]
    return trigger.compiled.cue.state and not _WERE.isdisjoint(words)


_WERE = frozenset(("was", "were"))


def _of_former(scene: Scene, rules: Rules) -> bool:
    """Whether the clause is about an agreement before the present one: "the last contract was approved by 90 percent"."""
    words, former = scene.words[scene.low : scene.high], rules.words(lists.FORMER)
    if former.isdisjoint(words):
        return False
    things = rules.words(lists.MADE_THING)
    return any(word in former and not things.isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words))


def _past_perfect(scene: Scene, rules: Rules) -> bool:
    """Whether "had" puts the happening before the news, and not before somebody's saying so."""
    before = scene.words[max(scene.low, scene.start - 4) : scene.end]
    return "had" in before and rules.verbs.saying.isdisjoint(scene.words[: scene.head])


def counted(frame: Frame, scene: Scene, sentence: Sentence, findings: Findings) -> tuple[tuple[str, str], ...]:
    """How long the words say something has run so far, or since when nothing like it was seen; kept as worded."""
    low, high = scene.items[scene.low].span.start, scene.items[scene.high - 1].span.end
    if scene.clauses[scene.clause].kind == "relative":
        low, high = (
            sentence.span.start,
            sentence.span.end,
        )  # "the strike, which began in May, has entered its third month"
    out = []
    for time in findings.times_of(sentence):
        words = time.span.of(findings.document.text)
        if time.kind == "ordinal" and frame.opens is not None and low <= time.span.start < high:
            out.append((terms.reportedElapsed, words))
        elif time.kind == "duration" and scene.clause == 0 and _first_time(findings.folded, time.span):
            out.append((terms.firstTimeIn, words))
    return tuple(out)


def _first_time(folded: str, span: Span) -> bool:
    before = folded[max(0, span.start - 24) : span.end].lower()
    return "first time in" in before or "first in" in before
