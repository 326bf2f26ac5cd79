"""Typographic variants to one plain form, strictly one character for one, so that offsets need no mapping."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extract import wrapping

_MAP = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    **dict.fromkeys("\u2010\u2011\u2012\u00ad\u2212", "-"),
    "\u2015": "—",
}
# Searched for instead of translated: a table is asked of every character, and most texts hold few of these.
_VARIANT = re.compile("[" + "".join(re.escape(char) for char in _MAP) + "]")

_PAIR_OPENS = re.compile(r"(?<![\w'])''(?=\w)")
_PAIR_CLOSES = re.compile(r"(?<=[\w.,?!…])''(?![\w'])")


@lru_cache(maxsize=8)
def fold(text: str) -> str:
    """The text with plain quotes, spaces and hyphens; same length, case untouched, dashes kept, and line breaks but for those
    of wrapped lines.

    The last few are kept, since every stage asks for the same document.
    """
    plain = wrapping.joined(_VARIANT.sub(lambda match: _MAP[match[0]], text))
    if "''" in plain:  # two single marks for a double one, as typewriters and wires have them
        plain = _PAIR_OPENS.sub(' "', _PAIR_CLOSES.sub('" ', plain))
    return plain


@lru_cache(maxsize=8)
def lower(text: str) -> str:
    """The folded text in lower case, same length: a letter whose lower case is longer stays as it is."""
    folded = fold(text)
    low = folded.lower()
    if len(low) == len(folded):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
