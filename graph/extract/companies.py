"""Several employers by one phrase: "the companies", "the three automakers" for those that the text listed side by side."""

from __future__ import annotations

import itertools
import re

from graph.extract.naming import Naming
from graph.model import Mention, Span
from ontology import terms

_LISTING = re.compile(r"(?:['’]s?)?,? ?(?:and|or|&|as well as)? ?(?:the )?")
_BACK = 60  # mentions that are looked back over for a list


def find(sentence: Span, words: frozenset[str], naming: Naming) -> None:
    """Adds a mention of all the companies of the last list where a plural with "the" or "both" stands for them."""
    plural = naming.vocabulary.companies_nominal
    if words.isdisjoint(plural.begins):
        return
    for match in plural.pattern.finditer(naming.low, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        listed = _listed(span, naming)
        if len(listed) > 1 and not naming.quoted(span):
            naming.refer(span, listed, "nominal", "list")


def _listed(span: Span, naming: Naming) -> tuple[str, ...]:
    """The companies of the last list before a place, in the order of the text; none where no list came before."""
    found: list[Mention] = []
    for mention in itertools.islice(naming.before(span.start), _BACK):
        company = mention.kind == "name" and len(mention.agents) == 1 and naming.is_a(mention.agents[0], terms.Company)
        if company and not naming.is_a(mention.agents[0], terms.NewsOrganization):
            between = naming.low[mention.span.end : found[-1].span.start] if found else ""
            if not found or (between and _LISTING.fullmatch(between)):
                found.append(mention)
                continue
            if len(found) > 1:
                break
            found = [mention]
        elif len(found) > 1:
            break
        else:
            found = []
    return tuple(dict.fromkeys(mention.agents[0] for mention in reversed(found))) if len(found) > 1 else ()
