"""Who is named in a text: registry names first, then organizations, persons and
works by pattern, then what refers back.

The conductor of this part; each step adds mentions where no earlier one stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract import (
    acronyms,
    affiliations,
    contexts,
    coreference,
    offices,
    organizations,
    persons,
    publicbodies,
    shortened,
    text,
    works,
)
from graph.extract.fold import fold
from graph.extract.gazetteer import Gazetteer
from graph.extract.naming import Naming
from graph.model import Agent, Document, Mention, Region, Sentence
from ontology.lexicon import Lexicon

__all__ = ["Gazetteer", "find"]

_PASSED_OVER = (Region.FURNITURE, Region.REPEATED)


def find(
    document: Document, sentences: Sequence[Sentence], lexicon: Lexicon, gazetteer: Gazetteer
) -> tuple[tuple[Agent, ...], tuple[Mention, ...]]:
    """All agents of a document and the words that name them, sorted by place, none overlapping."""
    told = [sentence for sentence in sentences if sentence.region not in _PASSED_OVER]
    naming = Naming(document, fold(document.text), told, lexicon, gazetteer.vocabulary)
    gazetteer.names(naming)
    organizations.find(naming)
    publicbodies.find(naming)
    acronyms.settle(naming)
    voted = contexts.votes(naming)
    persons.find(naming, text.byline(document, sentences), voted)
    contexts.find(naming, voted)
    contexts.retype(naming)
    acronyms.spelled(naming)
    acronyms.clipped(naming)
    contexts.speakers(naming)
    shortened.repeats(naming)
    works.find(naming)
    persons.surnames(naming)
    offices.state(naming)
    coreference.find(naming, gazetteer)
    offices.state(naming)
    affiliations.find(naming, gazetteer)
    affiliations.beside(naming)
    return naming.result()
