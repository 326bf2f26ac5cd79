"""People named in a text, by the company their names keep: a title, an apposition, a verb of speech, a given name.

A later bare surname is the same person. What the office is, is for `offices`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph import iris
from graph.extract import capitals, offices
from graph.extract.capitals import Run, Word
from graph.extract.naming import Naming
from graph.extract.phrases import Names
from graph.model import Agent, Span
from ontology import terms

_PARTICLES = frozenset("de du la le van von der den del da di dos el al bin ibn ter y".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_LOW_HONORIFIC = frozenset("baroness lord lady dame sir judge senator governor".split())
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
_CAPITAL = re.compile(r"[A-Z][\w'-]+")
_JOINED_OFFICE = re.compile(
    r"\b(?:[Nn]egotiators|[Cc]o-?[Cc]hairs|[Cc]hairs|[Pp]residents|[Dd]irectors) [A-Z][\w.'-]+ (?:[A-Z][\w.'-]+ )?[A-Z][\w'-]+ and $"
)
_DOES = re.compile(r", (?:who|an?) | (?:also |then |later )?(?P<verb>[a-z]+)\b")
_ENDS = re.compile(r"[.,;\n]| (?:in|on|of|at|this|during) |$", re.MULTILINE)
_MISTER = re.compile(r"\b(?:Mr|Ms|Mrs|Dr)\.? $")
_MISTER_ENDS = frozenset(".rs")
_BEFORE = frozenset(".,;:!?\"'—–")
_BEHIND = frozenset(("", " ", ",", ".", ";", "\n"))
_AFTER = re.compile(r"(?: (?:also|later|then|further|recently|himself|herself))? (?P<verb>[a-z]+)\b")
_WHO = re.compile(r",? who\b|, (?:aged? )?\d\d,|,? \(\d\d\)")


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
        for words, honorific in _pieces(run, sentence, naming):
            if len(_full(words)) < 2 and not _initialed(words):
                if honorific and len(words) == 1:
                    single.append(words)
                continue
            rule = _evidence(words, sentence, naming, speaking=speaking, titled=honorific, voted=voted)
            if rule is not None:
                _add(words, naming, rule)
    honored = any(not _LOW_HONORIFIC.isdisjoint(words) for words in naming.words)
    for sentence, run in naming.runs if honored else ():
        if (
            len(run) == 1
            and naming.folded[max(sentence.start, run[0].start - 24) : run[0].start].rstrip().rsplit(" ", 1)[-1]
            in _LOW_HONORIFIC
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
        if text[end : end + 1] not in _BEHIND:
            continue
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
        if gap == " " and lead.islower():
            before = text[max(0, start - 20) : start - 1].replace("\n", " ").rsplit(" ", 1)[-1].lstrip("\"'(")
            if before in speech and _ENDS.match(text, end):
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
            surname = bool(before) and (before[0].low in given or bool(_INITIAL.fullmatch(before[0].text)))
            if surname and not naming.taken(Span(before[0].start, before[0].end)):
                iri = mention.agents[0]
                naming.remove(mention)
                if not naming.agents[iri].reviewed:
                    naming.forget(iri)
            elif after and after[0].text in speaking and not naming.taken(Span(after[0].start, after[0].end)):
                naming.remove(mention)


def _pieces(run: Run, sentence: Span, naming: Naming) -> Iterator[tuple[Run, bool]]:
    """The stretches of a run that can be a person's name, and whether a title stands right before."""
    part: list[Word] = []
    free = not naming.taken(Span(run[0].start, run[-1].end))
    for word in (*run, None):
        ends = word is None or (not free and naming.taken(Span(word.start, word.end)) and not _is_person(word, naming))
        if word is not None and word.link and word.text not in _PARTICLES:
            ends = True
        if not ends and word is not None:
            part.append(word)
            if word.text.endswith("'s"):
                ends = True
        if ends and part:
            if len(part) > 1:
                yield from _titled(tuple(part), naming)
            part = []


def _is_person(word: Word, naming: Naming) -> bool:
    mention = naming.at(word.start)
    return mention is not None and naming.is_a(mention.agents[0], terms.Person)


def _titled(part: Run, naming: Naming) -> Iterator[tuple[Run, bool]]:
    """A part of a run without the title in it: "Teamsters General President Sean O'Brien" gives the name alone."""
    vocabulary = naming.vocabulary
    cut = 0
    titled = honored = False
    for at, word in enumerate(part):
        if (
            word.low in vocabulary.title
            or word.text.lower() in vocabulary.honorific
            or word.low in vocabulary.honorific
        ):
            if at + 1 < len(part):
                cut, titled = at + 1, True
                honored = word.text.lower() in vocabulary.honorific or word.low in vocabulary.honorific
            else:
                return
        elif at + 2 < len(part) and word.low in vocabulary.modifier and part[at + 1].low in vocabulary.given:
            cut, titled = at + 1, True  # "Vice Provost for Graduate Affairs Ola Brandt"
    words = part[cut:]
    while words and (
        words[0].link or (words[0].low in vocabulary.lead and not titled and not _given_initial(words, naming))
    ):
        words = words[1:]
    while words and words[-1].link:
        words = words[:-1]
    if words and (honored or not titled or len(words) > 1):
        yield words, titled


def _given_initial(words: Run, naming: Naming) -> bool:
    """Whether "A" is an initial here: a capital inside a sentence."""
    return (
        len(words) > 1
        and words[0].text == "A"
        and naming.folded[max(0, words[0].start - 2) : words[0].start].strip()[-1:] not in ("", ".", "\n")
    )


def _full(words: Run) -> list[Word]:
    return [
        w
        for w in words
        if len(w.text.strip(".")) > 1 and not w.link and w.low not in _SUFFIXES and not _INITIAL.fullmatch(w.text)
    ]


def _initialed(words: Run) -> bool:
    """ "A Soundararajan", "M K Stalin", "T.R.B. Rajaa"."""
    return len(words) > 1 and len(_full(words)) == 1 and all(_INITIAL.fullmatch(w.text) for w in words[:-1])


def _possible(words: Run, naming: Naming) -> bool:
    vocabulary = naming.vocabulary
    lows = [w.low for w in words if not w.link]
    if not 1 <= len(lows) <= 5 or any(w.text[:1].isdigit() or "&" in w.text for w in words):
        return False
    name = capitals.span(words).of(naming.folded)
    if any(part in vocabulary.organization_head for low in lows if "-" in low for part in low.split("-")):
        return False
    if words[0].text.isupper() and len(words[0].text) > 2 and not _INITIAL.fullmatch(words[0].text):
        return False
    if name.isupper() or name.lower() in vocabulary.not_person:
        return False
    given = lows[0] in vocabulary.given
    heads = [low for low in (lows[1:] if given else lows) if low in vocabulary.organization_head]  # "Bill", "Rose"
    if heads and not (given and len(lows) == 2 and heads == [lows[1]] and lows[1] not in vocabulary.never_surname):
        return False
    if not given and (
        name in naming.places
        or any(low in vocabulary.demonym for low in lows)
        or any(low in vocabulary.place for low in lows)
    ):
        return False
    if lows[0] in vocabulary.lead and not given and not _INITIAL.fullmatch(words[0].text):
        return False
    if all(low in vocabulary.place for low in lows):
        return False
    return not (all(low in naming.lowercase for low in lows) and not given)


def _evidence(
    words: Run, sentence: Span, naming: Naming, *, speaking: frozenset[str], titled: bool, voted: Mapping[str, str]
) -> str | None:
    """The rule that makes a person of these words, None where none does."""
    if not _possible(words, naming):
        return None
    vocabulary, text = naming.vocabulary, naming.folded
    span = capitals.span(words)
    lows = [w.low for w in words]
    given = lows[0] in vocabulary.given
    initial = len(words) > 1 and bool(_INITIAL.fullmatch(words[0].text))
    opens = words[0].text == "A" and span.start == sentence.start
    called = _OFFICE_BEHIND.match(text, span.end, min(sentence.end, span.end + 66))
    if called is not None and called[1].lower() in vocabulary.title and not opens:
        return "apposition"
    if opens or (span.of(text) in voted and not given):
        return None
    if not titled and text[max(0, span.start - 5) : span.start].lower().endswith((" the ", "\nthe ")):
        return None  # "the Beverly Hilton": no person has an article
    if capitals.headed(text, sentence) and not (given and len(words) < 4):
        return None
    if titled or offices.before(span, sentence, naming) is not None:
        return "title-before"
    if offices.after(span, sentence, naming) is not None:
        return "title-after"
    after = _AFTER.match(text, span.end, min(sentence.end, span.end + 30))
    last = text[max(sentence.start, span.start - 24) : span.start].rstrip().rsplit(" ", 1)[-1].strip("\"',").lower()
    if (after is not None and after["verb"] in vocabulary.speech) or (last in vocabulary.speech and last != "told"):
        return "speaks"
    if _office_set_off(span, sentence, naming):
        return "title-before"
    if _WHO.match(text, span.end) or text[max(0, span.start - 14) : span.start].endswith(
        ("ccording to ", "spokesman for ")
    ):
        return "named"
    if words[-1].low not in vocabulary.place and words[-1].text.removesuffix("'s") in speaking and len(words) <= 4:
        return "speaks-later"
    apposed = re.match(r", (?:a|an) ([\w' -]{3,60})", text[span.end : min(sentence.end, span.end + 66)])
    if (
        apposed is not None
        and not set(re.split(r"\W+", re.split(r" (?:of|at|for|with|in|from|that|who|on) ", apposed[1] + " ")[0]))
        & vocabulary.thing
    ):
        return "apposition"
    if text[max(0, span.start - 4) : span.start] == " in " and span.of(text) in naming.places:
        return None  # "headquarters in Sherman Oaks"
    if _JOINED_OFFICE.search(text, max(sentence.start, span.start - 120), span.start):
        return "title-before"
    if (given or (initial and lows[1] in vocabulary.given)) and 2 <= len(words) <= 4:
        return "given-name"
    return None


def _office_set_off(span: Span, sentence: Span, naming: Naming) -> bool:
    """ "Head of Legal, Director of Pay, Jane Roe, said": a name between commas behind an office, before a verb of speech."""
    text = naming.folded
    before = text[max(sentence.start, span.start - 90) : span.start]
    said = _SAID.match(text, span.end)
    if not before.endswith(", ") or said is None or said["verb"] not in naming.vocabulary.speech:
        return False
    last = before.removesuffix(", ").rpartition(",")[2]
    return any(word in naming.vocabulary.title for word in re.findall(r"[a-z-]+", last.lower()))


_OFFICE_BEHIND = re.compile(r", the (?:[\w'-]+ ){0,5}?([\w-]+),")
_SAID = re.compile(r", (?P<verb>[a-z]+)\b")


def _add(words: Run, naming: Naming, rule: str) -> None:
    span = capitals.span(words)
    name = span.of(naming.folded)
    if name.endswith(".") and words[-1].low not in _SUFFIXES:
        name, span = name[:-1], Span(span.start, span.end - 1)
    suffix = re.match(r",? (?:Jr\.|Sr\.|II\b|III\b)", naming.folded[span.end : span.end + 6])
    if suffix is not None:
        span = Span(span.start, span.end + suffix.end())
        name = span.of(naming.folded)
    iri = _known(name, naming) or iris.agent(name)
    naming.add(span, Agent(iri, name, terms.Person, reviewed=False), "name", rule)


def _known(name: str, naming: Naming) -> str | None:
    """The person met before under this name, with or without a middle name."""
    words = [word for word in name.replace(",", "").split() if word.lower().strip(".") not in _SUFFIXES]
    if len(words) == 2 and words[0] in ("St.", "Saint"):
        return naming.people.get(("", words[-1]))  # the surname of "Jane St. Martin"
    return naming.people.get((words[0], words[-1])) if len(words) > 1 else None


def _surname_alone(words: Run, naming: Naming) -> None:
    """ "Mr Lynch", "Baroness Vere": the person of that surname, else one of whom no more is told."""
    span = capitals.span(words)
    name = span.of(naming.folded)
    vocabulary = naming.vocabulary
    if len(name) < 3 or name.isupper() or not _possible(words, naming) or words[0].low in vocabulary.titled:
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
        last = next((w for w in reversed(words) if w.strip(".").lower() not in _SUFFIXES), words[-1])
        by_word.setdefault(name, []).append((place, iri, "name"))
        if len(last) > 2 and last != name and last.lower() not in naming.vocabulary.lead:
            by_word.setdefault(last, []).append((place, iri, "surname"))
    if not by_word:
        return
    names = Names(by_word, before=r"[\w&-]", after=r"[\w-]")
    for sentence in naming.sentences:
        for at, name in names.find(naming.folded, sentence.span.start, sentence.span.end):
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
    verb = _AFTER.match(naming.folded, span.end)
    return verb is not None and verb["verb"] in naming.vocabulary.speech
