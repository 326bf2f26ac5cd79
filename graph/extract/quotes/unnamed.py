"""Speakers without a name: "a union-side source", "one nurse", "workers in the plant". Word forms in, the describing words out."""

from __future__ import annotations

import re

_LEAD = r"(?:an?|one|another|some|several|many|most|two|three|other|anonymous|unnamed|the|this|that|multiple|numerous|his|her|their)"
_WORD = r"(?!(?:for|of|at|in|to|with|from|by|and|who|that|whose|which|representing|said|say|told)\b)[\w'&’-]+"


def pattern(nouns: frozenset[str]) -> re.Pattern[str]:
    """A describing phrase whose head is one of the nouns, `who` without its article."""
    heads = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    return re.compile(rf"\b(?P<lead>{_LEAD})\s(?P<who>(?:{_WORD}\s){{0,4}}?(?:{heads})\b)(?!['’]s?\b)")


def plural(nouns: frozenset[str]) -> re.Pattern[str]:
    """The same without an article, as plurals stand: "union officials", "Workers in Boston"."""
    heads = "|".join(sorted((re.escape(n) for n in nouns if n.endswith("s") or n == "people"), key=len, reverse=True))
    return re.compile(rf"(?P<lead>)(?P<who>(?:{_WORD}\s){{0,3}}?(?:{heads})\b)(?!['’]s?\b)")
