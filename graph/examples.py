"""The example sentences of the event types, run as the tests that they are."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extract import Rules, extract
from graph.model import Document
from ontology.lexicon import Frame


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


def all_unmet(rules: Rules) -> Iterator[str]:
    """The unmet examples of every frame."""
    for frame in rules.lexicon.frames:
        yield from unmet(frame, rules)
