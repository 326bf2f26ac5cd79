"""A compiled cue looked for among the items of a sentence: where it matches, and whether its verb is one there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.extract.english import DETERMINERS
from graph.extract.tokens import Item

GAP = 6
# From a noun to its verb there may stand a phrase that names the sides: "talks between the union and the studios broke down".
LONG_GAP = 12
_CERTAIN = frozenset(("past", "participle"))
_DETERMINERS = DETERMINERS | {"'s"}
_BEFORE_PLURALS = frozenset("has have had with of for".split())
_PRESENT = frozenset(("third", "base"))
_BEFORE_NOUNS = frozenset(("a", "an", "the", "no", "any"))
_ADJECTIVE_CONTEXT = _DETERMINERS | frozenset(
    "of for with from among against over about new all other many most some".split()
)
_FLOATING = frozenset(("both", "each", "all", "together"))
# What shows the word behind it to be a noun; a lexicon adds adjectives to it.
NOUN_CONTEXT = frozenset(
    "a an the this that these those its their his her our your my any no each every another some 's ' of in on for by "
    "with from about during after before since against over into through".split()
)
_VERB_CONTEXT = frozenset(
    "to will would may might could can should must shall not never i we they he she it you who which that also then now soon still instead even "
    "have has had did do does is are was were be been being 'll 've and or but".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A set of word forms, one item of a sentence."""

    forms: frozenset[str]
    optional: bool = False
    verb: Mapping[str, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention, figure or date of a kind."""

    kind: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """From none to `most` items of any sort within the clause; a comma among them leaves no room for more than `listed`, and
    none of the words of `bars` is among them.
    """

    most: int = GAP
    listed: int = LONG_GAP
    bars: frozenset[str] = frozenset()


Element = Word | Slot | Gap
SlotTest = Callable[[str, Sequence[Item], int], int]


_NONE = frozenset[str]()
_PASSED = frozenset(("'s", "'", '"', ","))  # items that a pattern passes over
_BRACKETED = frozenset(("(", ")", ""))


@dataclass(slots=True)
class Match:
    """Items `start` to `end` (half-open) that a cue matched; `head` is the item of its first verb or noun."""

    start: int
    end: int
    head: int
    passive: bool = False
    form: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled variant of a cue. `anchor` is the first element that is a word, by which patterns are looked up."""

    elements: tuple[Element, ...]
    anchor: int
    passive: bool
    opens_with_verb: bool
    words: frozenset[str]  # the forms that can stand at the anchor
    tags: Mapping[str, frozenset[str]]  # what those that are verb forms can be
    before: tuple[Element, ...]  # what stands before the anchor
    verbs: tuple[Mapping[str, frozenset[str]], ...]  # the verbs among the elements: forms with their tags
    before_nouns: frozenset[str]
    nouns: frozenset[str]

    @classmethod
    def of(
        cls,
        elements: tuple[Element, ...],
        *,
        passive: bool,
        opens_with_verb: bool,
        before_nouns: frozenset[str] = NOUN_CONTEXT,
        nouns: frozenset[str] | None = None,
    ) -> Pattern:
        """The pattern of elements, one of which is a word that must be present. `nouns` are the verb forms that can be nouns
        too, None for all.
        """
        anchor = next(i for i, e in enumerate(elements) if isinstance(e, Word) and not e.optional)
        first = elements[anchor]
        forms = first.forms if isinstance(first, Word) else _NONE
        return cls(
            elements,
            anchor,
            passive,
            opens_with_verb,
            forms,
            (first.verb if isinstance(first, Word) else None) or {},
            elements[:anchor],
            tuple(e.verb for e in elements if isinstance(e, Word) and e.verb is not None),
            before_nouns,
            forms if nouns is None else forms & nouns,
        )

    def find(self, items: Sequence[Item], at: int, low: int, high: int, slot: SlotTest) -> Match | None:
        """The match whose anchor is item `at`, within items `low` to `high`, or None."""
        word = items[at].word
        if word not in self.words or (self.opens_with_verb and not self._verb_here(items, at, low)):
            return None
        start = _backward(self.before, items, at, low, slot) if self.before else at
        if start is None:
            return None
        end = _forward(self.elements, self.anchor + 1, items, at + 1, high, slot)
        if end is None:
            return None
        return Match(start, end, at, self.passive, self.tags.get(word, _NONE))

    def _verb_here(self, items: Sequence[Item], at: int, low: int) -> bool:
        """Whether the word at this place is a verb: decided by its form, else by what stands before it."""
        word = items[at].word
        tags = self.tags.get(word, _NONE)
        before = _before(items, at, low)
        if tags <= _CERTAIN:
            if before is not None and before is items[low] and before.word == "that" and low > 0:
                return _object_follows(items, at)  # "the deal that ended the strike"
            # "the proposed contract" and "five days of renewed talks" propose and renew nothing
            return before is None or before.word not in (_DETERMINERS if "past" not in tags else _ADJECTIVE_CONTEXT)
        if before is None:
            # "the union, which represents drivers, wants": the main clause goes on with its verb
            return "gerund" in tags or (low > 0 and items[low - 1].word == "," and items[low].word == word)
        if "third" in tags and before.word not in self.before_nouns:
            if word not in self.nouns and before.word.isalpha():
                return True  # "the contract expires", but not "a vote demands"
            if _object_follows(items, at):
                return True  # "the vote ends the strike"
        if before.kind == "agent":
            possessive = before.mention is not None and before.mention.part != ""
            return not possessive
        if before.word in _VERB_CONTEXT:
            return True
        if before.word in self.before_nouns:
            return "gerund" in tags and before.word not in ("a", "an", "the", "'s", "their", "its")
        if "gerund" in tags or "past" in tags or "participle" in tags:
            return True
        return before.kind == "mark" or before.word.endswith(("s", "ly")) or before.word in ("people", "men", "women")


def _object_follows(items: Sequence[Item], at: int) -> bool:
    following = items[at + 1] if at + 1 < len(items) else None
    return following is not None and (following.word in _DETERMINERS or following.kind == "agent")


def _before(items: Sequence[Item], at: int, low: int) -> Item | None:
    """The item before a verb, with what floats between it and its subject left out: "both want", "now openly demands"."""
    while at > low:
        at -= 1
        if not items[at].word.endswith("ly") and items[at].word not in _FLOATING:
            return items[at]
    return None


def _forward(
    elements: Sequence[Element], index: int, items: Sequence[Item], at: int, high: int, slot: SlotTest
) -> int | None:
    """Where the rest of the pattern ends when it starts at item `at`; by a loop, but for gaps and what can be left out."""
    while index < len(elements):
        element = elements[index]
        if isinstance(element, Gap):
            return _over(element, elements, index + 1, items, at, high, slot)
        width = passed = 0
        if at < high:
            width = _width(element, items, at, slot)
            passed = not width and items[at].word in _PASSED and (index > 0 or items[at].word != ",")
        if element.optional:
            if width or passed:
                end = _forward(elements, index + 1 if width else index, items, at + (width or 1), high, slot)
                if end is not None:
                    return end
            index += 1
        elif width:
            index, at = index + 1, at + width
        elif passed:
            at += 1
        else:
            return None
    return at


def _over(
    gap: Gap, elements: Sequence[Element], index: int, items: Sequence[Item], at: int, high: int, slot: SlotTest
) -> int | None:
    """Where the rest of the pattern ends behind a gap that starts at item `at`."""
    most, step = gap.most, at
    following = elements[index]
    # Most items of a gap are seen at one look not to be the word that ends it.
    forms = following.forms if isinstance(following, Word) and not following.optional else None
    while most >= 0 and step <= high:
        if gap.most - most > gap.listed and _comma(items, at, step):
            return None
        word = items[step].word if step < high else None
        if forms is None or (word is not None and (word in forms or word in _PASSED)):
            end = _forward(elements, index, items, step, high, slot)
            if end is not None:
                return None if _goes_on(items, at, step) else end
        if word is not None:
            if word in gap.bars:
                return None
            most -= not _roomless(items, step, figures=isinstance(following, Slot))
        step += 1
    return None


def _comma(items: Sequence[Item], low: int, high: int) -> bool:
    return "," in [item.word for item in items[low:high]]


def _goes_on(items: Sequence[Item], low: int, high: int) -> bool:
    """Whether a date and "and" stand in a gap: what follows is no object of the verb ("began on May 2 and the second strike")."""
    return any(items[at].time is not None and items[at + 1].word == "and" for at in range(low, high - 1))


def _roomless(items: Sequence[Item], at: int, *, figures: bool) -> bool:
    """Whether an item takes no room in a gap: a short name in brackets, a figure from its second word on."""
    item = items[at]
    if figures and item.quantity is not None and at and items[at - 1].quantity is item.quantity:
        return True
    return item.word in _BRACKETED and _in_brackets(items, at)


def _in_brackets(items: Sequence[Item], at: int) -> bool:
    """Whether an item is part of a short name in brackets, which takes no room: "the alliance (AMPTP) broke off"."""
    word = items[at].word
    if word == "(":
        return any(item.word == ")" for item in items[at + 1 : at + 4])
    before = [item.word for item in items[max(0, at - 3) : at]]
    return "(" in before and (word == ")" or any(item.word == ")" for item in items[at + 1 : at + 3]))


def _backward(elements: Sequence[Element], items: Sequence[Item], at: int, low: int, slot: SlotTest) -> int | None:
    """Where the part of the pattern before the anchor begins when it must end just before item `at`."""
    if not elements:
        return at
    element = elements[-1]
    if isinstance(element, Gap):
        for skip in range(element.most + 1):
            if at - skip < low:
                return None
            start = _backward(elements[:-1], items, at - skip, low, slot)
            if start is not None:
                return start
        return None
    for width in (1, 2, 3, 4):
        if at - width >= low and _width(element, items, at - width, slot) == width:
            start = _backward(elements[:-1], items, at - width, low, slot)
            if start is not None:
                return start
    return _backward(elements[:-1], items, at, low, slot) if element.optional else None


def _width(element: Word | Slot, items: Sequence[Item], at: int, slot: SlotTest) -> int:
    if isinstance(element, Word):
        if items[at].word not in element.forms:
            return 0
        noun = element.verb is not None and at > 0 and _before_noun(items[at - 1], element.verb[items[at].word])
        return 0 if noun else 1  # "the start of a strike" starts nothing, "a 21% raise" raises nothing
    return slot(element.kind, items, at)


def _before_noun(item: Item, tags: frozenset[str]) -> bool:
    """Whether a word that can be a verb is a noun behind this item: an article, or a figure that measures it."""
    if item.word in _BEFORE_NOUNS:
        return True
    if item.word in _BEFORE_PLURALS and tags <= _PRESENT:
        return True  # "the offer has raises for all"
    sized = item.quantity is not None and not item.quantity.is_a("count")
    return sized and "base" in tags  # but "98% supporting it"
