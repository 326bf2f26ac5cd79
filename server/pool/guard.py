"""What is decided about a query before anything parses it: its size, its nesting, whether it updates or leaves the house.

A scan of tokens, not a grammar. Where SPARQL lets `<` open an IRI or compare two values, both readings are looked at.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from server.pool.errors import IsUpdate, NamesService, TooDeep, TooLong

MAX_DEPTH = 64

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^\\"]|\\.|"(?!""))*+\"\"\"|'''(?:[^\\']|\\.|'(?!''))*+'''
             |"(?:[^"\\\r\n]|\\.)*+"|'(?:[^'\\\r\n]|\\.)*+')
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<name>(?:[^\W\d]|:)(?:[\w:\-\u00b7]|%[0-9A-Fa-f]{2}|\\[^\w\s]|\.(?=[\w:\-%\\.]))*+)
  | (?P<open>[({\[])
  | (?P<close>[)}\]])
  | (?P<other>.)
    """,
    re.X | re.S,
)
_ESCAPE = re.compile(
    # Surrogates are no characters; they stay as they are, and the parser turns them down.
    r"\\u((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})|\\U((?!0000[Dd][89A-Fa-f])000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})"
)
_SERVICE = re.compile(r"service", re.I)
_AFTER_SERVICE = re.compile(r"service(?:silent)?", re.I)
_UPDATES = frozenset("insert delete load clear drop create add move copy with".split())
_VOLATILE = frozenset("now rand uuid struuid".split())
_GRAPH_WORDS = frozenset(("graph", "from", "named"))
_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
_OPERANDS = frozenset(("variable", "number", "string", "language", "iri", "close", "name"))

Token = tuple[str, str, int]


def check(query: str, *, max_bytes: int, max_depth: int = MAX_DEPTH) -> None:
    """Lets a query pass or raises the kind of `Refused` that it deserves. Sizes in bytes of UTF-8."""
    size = len(query.encode("utf-8", "surrogatepass"))
    if size > max_bytes:
        raise TooLong(f"the query has {size:,} bytes; the limit is {max_bytes:,}")
    for text in {query, decoded(query)}:
        tokens = list(scan(text))
        depth = nesting(tokens)
        if depth > max_depth:
            raise TooDeep(f"brackets are nested {depth} deep; the limit is {max_depth}")
        word = first_word(tokens)
        if word in _UPDATES:
            raise IsUpdate(
                f"{word.upper()} is SPARQL Update, and the graph is read-only here; "
                "ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
            )
        if names_service(text, tokens):
            raise NamesService(
                "SERVICE asks another endpoint, and this one contacts no other; ask each of them yourself"
            )


def decoded(query: str) -> str:
    """The query with its escapes of code points (`\\u`, `\\U`) as the characters that they stand for."""
    return _ESCAPE.sub(_character, query)


def volatile(query: str) -> bool:
    """Whether a query names a function whose value differs each time it is called."""
    return any(kind == "name" and text.lower() in _VOLATILE for kind, text, _ in scan(decoded(query)))


def scan(text: str, start: int = 0) -> Iterator[Token]:
    """The tokens of a text as (kind, text, place), without spaces and comments."""
    for match in _TOKEN.finditer(text, start):
        kind = match.lastgroup
        if kind is not None and kind != "space":
            yield kind, match[0], match.start()


def nesting(tokens: list[Token]) -> int:
    """How deep round, square and curly brackets are nested, all counted together."""
    depth = deepest = 0
    for kind, _, _ in tokens:
        if kind == "open":
            depth += 1
            deepest = max(deepest, depth)
        elif kind == "close":
            depth = max(0, depth - 1)
    return deepest


def first_word(tokens: list[Token]) -> str:
    """The word that follows the prologue, in lower case: what kind of request this is."""
    place = after_prologue(tokens)
    kind, text, _ = tokens[place] if place < len(tokens) else ("", "", 0)
    return text.lower() if kind == "name" else ""


def after_prologue(tokens: list[Token]) -> int:
    """The place of the token that follows all declarations of prefixes and bases."""
    place = 0
    while place < len(tokens):
        word = tokens[place][1].lower()
        if word in ("base", "version"):
            place += 2
        elif word == "prefix":
            place += 3
        elif word.startswith("prefix") and ":" in word:
            place += 2
        else:
            break
    return place


def names_service(text: str, tokens: list[Token]) -> bool:
    """Whether some reading of the text holds a SERVICE clause."""
    if _SERVICE.search(text) is None:
        return False
    if any(_either_way(before, token) for before, token in itertools.pairwise(tokens)):
        # `FILTER(?a<?b)SERVICE?x#>`: an IRI to us, a comparison, a clause and a comment to the parser. What would be
        # a string or a comment in one reading is code in the other, so every place is looked at.
        places = [match.start() for match in _SERVICE.finditer(text)]
    else:
        places = [
            place + match.start()
            for i, (kind, word, place) in enumerate(tokens)
            if kind in ("name", "iri") and not (i and tokens[i - 1][1].lower() in _GRAPH_WORDS)
            for match in _SERVICE.finditer(word)
        ]
    return any(_clause(text, place) for place in places)


def _either_way(before: Token, token: Token) -> bool:
    """Whether `<...>` after what can be a value could be read as a comparison too."""
    kind, text, _ = token
    if kind != "iri" or before[0] not in _OPERANDS or _ABSOLUTE.match(text):
        return False
    return "#" in text or _SERVICE.search(text) is not None


def _clause(text: str, place: int) -> bool:
    """Whether `SERVICE [SILENT] endpoint {` stands at a place. The parser needs no space between the words."""
    found = _AFTER_SERVICE.match(text, place)
    if found is None:
        return False
    tokens = scan(text, found.end())
    kind, word, _ = next(tokens, ("", "", 0))
    if kind == "name" and word.lower().startswith("silent"):
        if ":" in word:
            kind, word = "name", word[len("silent") :]
        else:
            kind, word, _ = next(tokens, ("", "", 0))
    endpoint = kind in ("iri", "variable") or (kind == "name" and ":" in word)
    return endpoint and next(tokens, ("", "", 0))[1] == "{"


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1] or match[2], 16))
