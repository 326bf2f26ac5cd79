"""The words, digits and marks of sentences as sets: what a sentence lacks, no pattern need be tried on it for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.extract.fold import lower
from graph.model import Span

_STEP = re.compile(r"[a-z]+|[0-9,&–—$£€₹¥₩₦%/½¼¾-]")


def of(text: str, span: Span) -> frozenset[str]:
    """The lower-case words of a stretch of a text, of plain letters alone, its single digits, and its marks of money, shares,
    lists and ranges.
    """
    known = _known(text)
    found = known.get(span)
    if found is None:
        found = known[span] = frozenset(_STEP.findall(lower(text), *span))
    return found


def each(text: str, spans: Iterable[Span]) -> list[frozenset[str]]:
    """The same for each of some stretches."""
    known, low = _known(text), lower(text)
    out = []
    for span in spans:
        found = known.get(span)
        if found is None:
            found = known[span] = frozenset(_STEP.findall(low, *span))
        out.append(found)
    return out


@lru_cache(maxsize=8)
def _known(text: str) -> dict[Span, frozenset[str]]:
    """What was found in a text so far; the last few texts are kept, since several stages ask for the same sentences."""
    return {}
