"""The cue language of the ontology, compiled: a pattern such as `"go/v (back) on strike"` to what finds it in a sentence.

Grammar, tokens separated by spaces: `a|b` alternatives; `/v` all forms of a verb, `/n` singular and plural of a noun
(either holds for every alternative of its token); `(word)` may be absent; `...` up to six items; `<union>` and the like
a mention of that kind. A cue that opens with a verb and names a noun later is also found in the passive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from graph.extract.cues import GAP, LONG_GAP, NOUN_CONTEXT, Element, Gap, Pattern, Slot, Word
from graph.extract.english import BEING
from ontology import inflect

# From what is asked or offered to its subject: "asks the district to bring back and fully fund smaller classes".
ISSUE_GAP = 8
SLOTS = frozenset((
    "union", "employer", "organization", "person", "agent", "pronoun", "issue", "money", "percent", "count", "people",
    "time",
))  # fmt: skip
BE = BEING | {"gets", "got", "get"}
_PAST_PARTICIPLE = frozenset(("participle",))


class CueError(ValueError):
    """A cue that does not follow the grammar."""


def compile_cue(
    pattern: str,
    before_nouns: frozenset[str] = NOUN_CONTEXT,
    nouns: frozenset[str] | None = None,
    saying: frozenset[str] = frozenset(),
) -> tuple[Pattern, ...]:
    """The variants of a cue: as written, and the passive where there is one. `before_nouns` shows a word behind it to be no
    verb; `nouns` are the forms of verbs that can be nouns too, None for all; none of `saying` stands between a noun and its
    verb ("union leaders said that members voted").
    """
    elements = tuple(_elements(pattern))
    anchors = [i for i, e in enumerate(elements) if isinstance(e, Word) and not e.optional]
    if not anchors:
        raise CueError(f"cue {pattern!r} has no word that must be present")
    if isinstance(elements[0], Gap) or isinstance(elements[-1], Gap):
        raise CueError(f"cue {pattern!r} begins or ends with a gap")
    first = elements[anchors[0]]
    verb = isinstance(first, Word) and first.verb is not None
    if not verb:
        elements = tuple(_widened(elements, saying))
    elements = tuple(_to_subject(elements))
    made = partial(Pattern.of, before_nouns=before_nouns, nouns=nouns)
    return (
        made(elements, passive=False, opens_with_verb=verb),
        *(made(passive, passive=True, opens_with_verb=False) for passive in _passive(elements)),
    )


def _widened(elements: Sequence[Element], saying: frozenset[str]) -> Iterator[Element]:
    for at, element in enumerate(elements):
        following = elements[at + 1] if at + 1 < len(elements) else None
        to_verb = isinstance(following, Word) and following.verb is not None
        yield Gap(LONG_GAP, bars=saying) if isinstance(element, Gap) and to_verb else element


def _to_subject(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements, with more room before a subject of bargaining that ends a cue."""
    for at, element in enumerate(elements):
        last = elements[at + 1] if at + 2 == len(elements) else None
        reaches = isinstance(element, Gap) and isinstance(last, Slot) and last.kind == "issue"
        yield Gap(ISSUE_GAP, GAP) if reaches else element


def _passive(elements: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    """ "reach ... deal" turned to "deal ... was reached" and to "the deal reached"; nothing where there is no object."""
    verb = elements[0]
    if not isinstance(verb, Word) or verb.verb is None:
        return
    rest = list(elements[1:])
    particles: list[Element] = []
    while rest and isinstance(rest[0], Word) and rest[0].verb is None and any(isinstance(e, Gap) for e in rest):
        particles.append(rest.pop(0))
    if particles and not (rest and isinstance(rest[0], Gap)):
        return
    while rest and isinstance(rest[0], Gap):
        rest.pop(0)
    if not rest or not any(isinstance(e, Word) and not e.optional and e.verb is None for e in rest):
        return
    if not any(isinstance(e, Gap) for e in elements):
        return
    participles = frozenset(form for form, tags in verb.verb.items() if "participle" in tags)
    done = Word(participles, verb=dict.fromkeys(participles, _PAST_PARTICIPLE))
    yield (*rest, Gap(LONG_GAP), Word(BE), Gap(2), done, *particles)
    yield (*rest, done, *particles)


def _elements(pattern: str) -> Iterator[Element]:
    for raw in pattern.split():
        token = raw
        if token == "...":
            yield Gap()
            continue
        optional = token.startswith("(") and token.endswith(")")
        if optional:
            token = token[1:-1]
        if token.startswith("<") and token.endswith(">"):
            if token[1:-1] not in SLOTS:
                raise CueError(f"cue {pattern!r}: unknown slot {raw}; known are {', '.join(sorted(SLOTS))}")
            yield Slot(token[1:-1], optional)
            continue
        word, _, kind = token.partition("/")
        if not word or kind not in ("", "v", "n") or set(word) & set("()<>"):
            raise CueError(f"cue {pattern!r}: {raw!r} is not a word, a|b, word/v, word/n, (word), ... or <slot>")
        lemmas = [part for part in word.lower().replace("’", "'").split("|") if part]
        if kind == "v":
            verbs: dict[str, frozenset[str]] = {}
            for lemma in lemmas:
                for form, tags in inflect.verb_forms(lemma).items():
                    verbs[form] = verbs.get(form, frozenset()) | tags
            yield Word(frozenset(verbs), optional, verbs)
        elif kind == "n":
            yield Word(frozenset(form for lemma in lemmas for form in inflect.noun_forms(lemma)), optional)
        else:
            yield Word(frozenset(lemmas), optional)
