"""People named in a text, by the company their names keep: a title, an apposition, a verb of speech, a given name.

A later bare surname is the same person. What the office is, is for `offices`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph import iris
from graph.extract import capitals
from graph.extract.capitals import Run
from graph.extract.naming import Naming
from graph.extract.personal import AFTER, INITIAL, SUFFIXES, evidence, full, initialed, pieces, possible
from graph.extract.phrases import Names
from graph.model import Agent, Span
from ontology import lists, terms

_CAPITAL = re.compile(r"[A-Z][\w'-]++(?![^ ,.;\n])")  # nothing but these ends a name beside a verb of speech
_DOES = re.compile(r", (?:who|an?) | (?:also |then |later )?(?P<verb>[a-z]+)\b")
_MARKS = frozenset(".,;\n")
_ENDS = re.compile(r"[.,;\n]| (?:in|on|of|at|this|during) |$", re.MULTILINE)
_MISTER = re.compile(r"\b(?:Mr|Ms|Mrs|Dr)\.? $")
_MISTER_ENDS = frozenset(".rs")
_BEFORE = frozenset(".,;:!?\"'—–")


def find(naming: Naming, byline: tuple[Span, str] | None, voted: Mapping[str, str]) -> None:
    """Adds persons; `voted` are names that their surroundings make an organization's."""
    if byline is not None:
        span, name = byline
        naming.add(span, Agent(iris.agent(name), name, terms.Person, reviewed=False, role="reporter"), "name", "byline")
    speaking = _speaking(naming)
    _disown(naming, speaking)
    single: list[Run] = []
    for sentence, run in naming.runs:
        if len(run) == 1:
            continue
        for words, honorific in pieces(run, sentence, naming):
            if len(full(words)) < 2 and not initialed(words):
                if honorific and len(words) == 1:
                    single.append(words)
                continue
            rule = evidence(words, sentence, naming, speaking=speaking, titled=honorific, voted=voted)
            if rule is not None:
                _add(words, naming, rule)
    low = naming.vocabulary.words(lists.LOW_HONORIFIC)
    honored = any(not low.isdisjoint(words) for words in naming.words)
    for sentence, run in naming.runs if honored else ():
        if (
            len(run) == 1
            and naming.folded[max(sentence.start, run[0].start - 24) : run[0].start].rstrip().rsplit(" ", 1)[-1] in low
        ):
            single.append(run)
    for words in single:
        _surname_alone(words, naming)


def _speaking(naming: Naming) -> frozenset[str]:
    """Surnames that stand alone beside a verb of speech somewhere in the text."""
    speech, text = naming.vocabulary.speech, naming.folded
    out = set()
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        lead, gap = text[start - 2 : start - 1] if start > 1 else "", text[start - 1 : start]
        if lead in _MISTER_ENDS and gap == " ":
            mister = _MISTER.search(text, max(0, start - 5), start)
            if mister is not None:
                at = mister.start()
                lead, gap = text[at - 2 : at - 1] if at > 1 else "", text[at - 1 : at] if at else ""
                start = at
        if not gap or gap == "\n" or (gap == " " and lead in _BEFORE):
            does = _DOES.match(text, end)
            if does is not None and (does["verb"] is None or does["verb"] in speech):
                out.add(match[0])
                continue
        if gap == " " and lead.islower() and (text[end : end + 1] in _MARKS or _ENDS.match(text, end)):
            before = text[max(0, start - 20) : start - 1].replace("\n", " ").rsplit(" ", 1)[-1].lstrip("\"'(")
            if before in speech:
                out.add(match[0])
    return frozenset(out)


def _disown(naming: Naming, speaking: frozenset[str]) -> None:
    """A company's name inside a person's is none there: one before a speaker's surname, one after a given name."""
    given = naming.vocabulary.given
    for _sentence, run in naming.runs:
        if len(run) == 1 or not naming.taken(Span(run[0].start, run[-1].end)):
            continue
        for at, word in enumerate(run):
            mention = naming.at(word.start)
            if mention is None or mention.span.end < word.end - 2 or not naming.is_a(mention.agents[0], terms.Company):
                continue
            before, after = run[at - 1 : at], run[at + 1 : at + 2]
            surname = bool(before) and (before[0].low in given or bool(INITIAL.fullmatch(before[0].text)))
            if surname and not naming.taken(Span(before[0].start, before[0].end)):
                iri = mention.agents[0]
                naming.remove(mention)
                if not naming.agents[iri].reviewed:
                    naming.forget(iri)
            elif after and after[0].text in speaking and not naming.taken(Span(after[0].start, after[0].end)):
                naming.remove(mention)


def _add(words: Run, naming: Naming, rule: str) -> None:
    span = capitals.span(words)
    name = span.of(naming.folded)
    if name.endswith(".") and words[-1].low not in SUFFIXES:
        name, span = name[:-1], Span(span.start, span.end - 1)
    suffix = re.match(r",? (?:Jr\.|Sr\.|II\b|III\b)", naming.folded[span.end : span.end + 6])
    if suffix is not None:
        span = Span(span.start, span.end + suffix.end())
        name = span.of(naming.folded)
    iri = _known(name, naming) or iris.agent(name)
    naming.add(span, Agent(iri, name, terms.Person, reviewed=False), "name", rule)


def _known(name: str, naming: Naming) -> str | None:
    """The person met before under this name, with or without a middle name."""
    words = [word for word in name.replace(",", "").split() if word.lower().strip(".") not in SUFFIXES]
    if len(words) == 2 and words[0] in ("St.", "Saint"):
        return naming.people.get(("", words[-1]))  # the surname of "Jane St. Martin"
    return naming.people.get((words[0], words[-1])) if len(words) > 1 else None


def _surname_alone(words: Run, naming: Naming) -> None:
    """ "Mr Lynch", "Baroness Vere": the person of that surname, else one of whom no more is told."""
    span = capitals.span(words)
    name = span.of(naming.folded)
    vocabulary = naming.vocabulary
    if len(name) < 3 or name.isupper() or not possible(words, naming) or words[0].low in vocabulary.titled:
        return
    if ("", name) in naming.people:
        return
    naming.add(span, Agent(iris.agent(name), name, terms.Person, reviewed=False), "name", "honorific")


def surnames(naming: Naming) -> None:
    """Later uses of a surname, or of a full name, of a person met before; of two of one surname, the last met."""
    first: dict[str, int] = {}
    for mention in naming.within(Span(0, len(naming.folded))):
        if len(mention.agents) == 1 and naming.is_a(mention.agents[0], terms.Person):
            first.setdefault(mention.agents[0], mention.span.end)
    by_word: dict[str, list[tuple[int, str, str]]] = {}
    for iri, place in first.items():
        name = naming.agents[iri].name
        words = name.replace(",", "").split()
        last = next((w for w in reversed(words) if w.strip(".").lower() not in SUFFIXES), words[-1])
        by_word.setdefault(name, []).append((place, iri, "name"))
        if len(last) > 2 and last != name and last.lower() not in naming.vocabulary.lead:
            by_word.setdefault(last, []).append((place, iri, "surname"))
    if not by_word:
        return
    names = Names(by_word, before=r"[\w&-]", after=r"[\w-]")
    for sentence, at, name in names.each(naming.folded, naming.sentences):
        met = [entry for entry in by_word[name] if entry[0] <= at]
        if not met:
            continue
        _, iri, kind = max(met)
        span = Span(at, at + len(name))
        if kind == "surname" and not _stands_for(name, span, sentence.span, naming):
            continue
        naming.refer(span, (iri,), kind, "surname" if kind == "surname" else "repeat")


def _stands_for(name: str, span: Span, sentence: Span, naming: Naming) -> bool:
    """Whether a surname is one here: no common word at the start of a sentence, no part of another name."""
    if re.match(r" [A-Z][a-z]", naming.folded[span.end : span.end + 3]) and not naming.taken(
        Span(span.end + 1, span.end + 2)
    ):
        return False
    if span.start > sentence.start or name.lower() not in naming.lowercase:
        return True
    verb = AFTER.match(naming.folded, span.end)
    return verb is not None and verb["verb"] in naming.vocabulary.speech
