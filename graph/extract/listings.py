"""Lists of companies: a name that stands in one, or goes on with one, is a company too."""

from __future__ import annotations

import re

from graph.extract.naming import Naming
from graph.model import Span
from ontology import terms

_LISTED = r"[A-Z][\w.'&!-]*(?: [A-Z][\w.'&!-]*){0,3}"
_LIST_BEFORE = re.compile(rf"(?:{_LISTED},? (?:and )?)+$")
_LIST_AFTER = re.compile(rf"(?:,? (?:and )?{_LISTED})+")
_LIST_CLOSES = re.compile(rf"(?:, {_LISTED})*,? and {_LISTED}")
_JOINING = 7  # characters between two names of a list


def goes_on(listed: int, span: Span, naming: Naming) -> bool:
    """Whether a name goes on with a list of companies: "a strike at X, Y and Z", which "and" must close."""
    between = naming.folded[listed : span.start] if 0 <= span.start - listed < _JOINING else ""
    if between in (" and ", ", and "):
        return True
    return between == ", " and _LIST_CLOSES.match(naming.folded, span.end) is not None


def closes(span: Span, naming: Naming) -> bool:
    """Whether a name closes a list of two known companies or more: "X Mills, Y Foods and Z"."""
    link = next((link for link in (", and ", " and ") if naming.folded.endswith(link, 0, span.start)), "")
    last = naming.ending(span.start - len(link)) if link else None
    if last is None or not naming.is_a(last.agents[0], terms.Company):
        return False
    first = naming.ending(last.span.start - 2) if naming.folded.endswith(", ", 0, last.span.start) else None
    return first is not None and naming.is_a(first.agents[0], terms.Company)


def among_companies(span: Span, naming: Naming) -> bool:
    """Whether a name stands in a list of companies: "Disney, X, Sony and Netflix"."""
    text = naming.folded
    floor = max(naming.sentence_start(span.start), span.start - 120)
    left, right = _LIST_BEFORE.search(text, floor, span.start), _LIST_AFTER.match(text, span.end, span.end + 120)
    if left is None or right is None:
        return False
    beside = naming.within(Span(left.start(), right.end()))
    return len(beside) > 1 and all(naming.is_a(m.agents[0], terms.Company) for m in beside)
