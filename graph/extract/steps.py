"""The words, digits and marks of sentences as sets: what a sentence lacks, no pattern need be tried on it for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.extract.fold import lower
from graph.model import Span

_STEP = re.compile(r"[a-z]+|[0-9,&–—$£€₹¥₩₦%/½¼¾-]")


def each(text: str, spans: Iterable[Span]) -> list[frozenset[str]]:
    """For each stretch of a text its lower-case words, of plain letters alone, its single digits, and its marks of money, shares,
    lists and ranges.
    """
    known, low = _known(text), lower(text)
    out = []
    for span in spans:
        found = known.get(span)
        if found is None:
            found = known[span] = frozenset(_STEP.findall(low, span.start, span.end))
        out.append(found)
    return out


@lru_cache(maxsize=8)
def _known(text: str) -> dict[Span, frozenset[str]]:
    """What was found in a text so far; the last few texts are kept, since several stages ask for the same sentences."""
    return {}
