"""The word lists as their files hold them, in order and with what is wrong with them: what `picketline check` reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from ontology import inflect, terms

FOLDER = Path(__file__).parent
_PREFIX = terms.NS + "words-"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"


@dataclass(slots=True)
class WordList:
    """One list: its name, the name of its file, what it is for, and its entries as written, a double one twice.

    `apart` names the lists with which it has no word in common, `elsewhere` other files that hold a list of the same name.
    """

    name: str
    file: str
    label: str = ""
    comment: str = ""
    words: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    as_written: bool = False
    elsewhere: list[str] = field(default_factory=list)


def read(folder: Path = FOLDER) -> tuple[WordList, ...]:
    """The lists of all Turtle files of a folder, by name. Raises `SyntaxError` for a file that is not Turtle."""
    found: dict[str, WordList] = {}
    for path in sorted(folder.glob("*.ttl")):
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(_PREFIX):
                name = quad.subject.value.removeprefix(_PREFIX)
                one = found.setdefault(name, WordList(name, path.name))
                if path.name not in (one.file, *one.elsewhere):
                    one.elsewhere.append(path.name)
                _take(one, quad)
    return tuple(found[name] for name in sorted(found))


def _take(one: WordList, quad: ox.Quad) -> None:
    value = quad.object.value if isinstance(quad.object, ox.NamedNode | ox.Literal) else ""
    match quad.predicate.value:
        case terms.word:
            one.words.append(value)
        case terms.apartFrom:
            one.apart.append(value.removeprefix(_PREFIX))
        case terms.asWritten:
            one.as_written = value == "true"
        case predicate if predicate == _RDFS + "label":
            one.label = value
        case predicate if predicate == _RDFS + "comment":
            one.comment = value


def told(one: WordList) -> str:
    """A list in one line: its name, its file, how many entries it has, and what they are."""
    return f"{one.name} ({one.file}, {len(one.words)}): {one.label}"


def complaints(lists: Sequence[WordList]) -> Iterator[str]:
    """What is wrong with word lists, each line naming file and list."""
    named = {one.name: one for one in lists}
    for one in lists:
        place = f"{one.file}: word list {one.name}"
        if not one.label:
            yield f"{place}: has no rdfs:label that says what its words are"
        if not one.comment:
            yield f"{place}: has no rdfs:comment that says what they are for"
        if not one.words:
            yield f"{place}: is empty"
        for other in one.elsewhere:
            yield f"{place}: {other} holds a list of that name too; the two would be one"
        for word, times in Counter(word if one.as_written else word.lower() for word in one.words).items():
            if times > 1:
                yield f"{place}: {word!r} stands in it {times} times"
        if not one.as_written:
            for word in one.words:
                if word != word.lower():
                    yield f"{place}: {word!r} has capitals; words are looked up in lower case"
        for other in one.apart:
            if other not in named:
                yield f"{place}: is apart from {other!r}, and there is no such list"
                continue
            for word in sorted(inflect.expand(one.words) & inflect.expand(named[other].words)):
                yield f"{place}: {word!r} stands in {other} ({named[other].file}) as well; the two exclude one another"
