"""The example sentences of the event types, run as the tests that they are."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extract import Rules, cues, extract
from graph.extract.cue_language import compile_cue
from graph.model import Document
from ontology.lexicon import Frame

LEAST_EXAMPLES = 2


def document(sentence: str) -> Document:
    """A sentence as an article of its own, told to be about labor by the sentence that follows it."""
    return Document(
        key="example", text=f"{sentence}\nThe union and the employer have a collective bargaining agreement.", title=""
    )


def types(sentence: str, rules: Rules) -> set[str]:
    """The classes of the reports that the sentence itself yields."""
    end = len(sentence)
    return {report.type for report in extract(document(sentence), rules).reports if report.trigger.start < end}


def unmet(frame: Frame, rules: Rules) -> Iterator[str]:
    """Examples that do not yield their class, and counterexamples that do."""
    for sentence in frame.examples:
        found = types(sentence, rules)
        if frame.iri not in found:
            names = ", ".join(sorted(iri.rpartition("#")[2] for iri in found)) or "nothing"
            yield f"{frame.name}: example yields {names}: {sentence}"
    for sentence in frame.counterexamples:
        if frame.iri in types(sentence, rules):
            yield f"{frame.name}: counterexample yields it: {sentence}"


def too_few(frame: Frame) -> Iterator[str]:
    """What a frame lacks of the two examples and the one counterexample that each must have."""
    if len(frame.examples) < LEAST_EXAMPLES:
        yield f"{frame.name}: has {len(frame.examples)} examples; expected at least {LEAST_EXAMPLES}"
    if not frame.counterexamples:
        yield f"{frame.name}: has no counterexample; expected at least 1"


def forms(frame: Frame) -> Iterator[str]:
    """The cues of a frame with the verb forms that they stand for, a line each."""
    for cue in frame.cues:
        for pattern in compile_cue(cue.pattern):
            words = [
                "|".join(sorted(element.forms)) if isinstance(element, cues.Word) else "..."
                for element in pattern.elements
            ]
            kind = "noun" if cue.noun else "state" if cue.state else "passive" if pattern.passive else "cue"
            yield f"{frame.name} ({kind}): {' '.join(words)}"


def overlaps(rules: Rules) -> Iterator[str]:
    """Cues that two frames share word for word, with the frame that wins by its priority; told, since some are meant."""
    seen: dict[str, Frame] = {}
    for frame in rules.lexicon.frames:
        for cue in frame.cues:
            other = seen.setdefault(cue.pattern, frame)
            if other is not frame:
                wins = max((other, frame), key=lambda f: f.priority).name
                yield f"{other.name} and {frame.name} share the cue “{cue.pattern}”; {wins} reads it"


def all_unmet(rules: Rules) -> Iterator[str]:
    """The unmet examples of every frame."""
    for frame in rules.lexicon.frames:
        yield from too_few(frame)
        yield from unmet(frame, rules)
