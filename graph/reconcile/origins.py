"""Which articles are independent: a copy of a text goes back to the first article that gave it.

Texts are compared by their runs of five words, hashed. Of two texts one is a copy of the other where it holds `COPIED`
of the runs of the shorter. Articles are met in the order of publication, and only those that are no copies are kept to
compare with, so that ten thousand copies cost ten thousand look-ups, and what comes later changes no earlier origin.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph import dates, iris
from graph.model import Document, Extraction, Region

RUN = 5  # words of a run
COPIED = 0.6  # share of the runs of the shorter text; copies had .84 and more, unrelated articles .06 at most
_FEWEST = 8  # runs below which a text is only a copy where it is the same, word for word
_SAMPLED = 4  # one run in so many is indexed
_LISTED = 64  # texts under one run; what more share is a phrase of the trade
_TRIED = 8  # texts with the most runs in common that are compared in full
_WORD = re.compile(r"[^\W_]+")
_PASSED_OVER = frozenset((Region.FURNITURE, Region.REPEATED, Region.BYLINE))


@dataclass(frozen=True, slots=True)
class Text:
    """What it takes to find an article's origin: when it was known, the page it is, and the runs of its words.

    `runs` are hashes, sorted; none where no comparison is wanted. A short text has one, of the whole.
    """

    known: date
    page: str
    runs: array[int]


def text(extraction: Extraction) -> Text:
    """The text of an article. A digest tells of its page in our words, and one without reports has none to trace."""
    document = extraction.document
    source = page(document)
    if document.kind == "digest" or not extraction.reports:
        return Text(published(document), source, array("I"))
    words = (s.span.of(document.text) for s in extraction.sentences if s.region not in _PASSED_OVER)
    return Text(published(document), source, runs(" ".join(words)))


def runs(words: str) -> array[int]:
    """The hashes of all runs of words, sorted."""
    told = [word.lower() for word in _WORD.findall(words)]
    found = {zlib.crc32(" ".join(told[at : at + RUN]).encode()) for at in range(len(told) - RUN + 1)}
    if len(found) < _FEWEST:
        found = {zlib.crc32(" ".join(told).encode())} if told else set()
    return array("I", sorted(found))


class Origins:
    """The texts met so far. Give them in the order of publication."""

    def __init__(self) -> None:
        self._runs: list[array[int]] = []
        self._origins: list[str] = []
        self._index: dict[int, list[int]] = defaultdict(list)

    def of(self, told: Text) -> str:
        """The origin of a text: its page, unless it is a copy of one met before."""
        if not told.runs:
            return told.page
        sampled = [run for run in told.runs if run % _SAMPLED == 0] or list(told.runs)
        met = Counter(number for run in sampled for number in self._index.get(run, ()))
        found = set(told.runs) if met else set()
        for number, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[:_TRIED]:
            shared = sum(run in found for run in self._runs[number])
            if shared >= COPIED * min(len(found), len(self._runs[number])):
                return self._origins[number]
        for run in sampled:
            if len(self._index[run]) < _LISTED:
                self._index[run].append(len(self._runs))
        self._runs.append(told.runs)
        self._origins.append(told.page)
        return told.page


def of(texts: Mapping[str, Text]) -> dict[str, str]:
    """The origin of each article, by its IRI: a page, or the article itself where it has none."""
    met = Origins()
    return {iri: met.of(texts[iri]) for iri in sorted(texts, key=lambda iri: (texts[iri].known, iri))}


def published(document: Document) -> date:
    """The day from which an article was known: of publication, else of retrieval; one that nothing dates comes last."""
    told = dates.bounds(document.published.edtf) if document.published is not None else None
    return (told.latest_end if told is not None else None) or document.retrieved or date.max


def page(document: Document) -> str:
    """The page that an article is, or is a digest of; of one without, the article."""
    told = document.digest_of or document.url or iris.article(document.key)
    return iris.normal_url(told) if told.startswith(("http://", "https://")) else told
