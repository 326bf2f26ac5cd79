"""Whether capitalised words are a person's name: cut from a run, possible as one, and the rule that makes it one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.extract import capitals, offices
from graph.extract.capitals import Run, Word
from graph.extract.english import CALENDAR, NAME_PARTICLES
from graph.extract.naming import Naming
from graph.extract.surroundings import Around
from graph.extract.words import Words, either_case
from graph.model import Span
from ontology import lists, terms

SUFFIXES = frozenset("jr sr ii iii iv".split())
INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
AFTER = re.compile(r"(?: (?:also|later|then|further|recently|himself|herself))? (?P<verb>[a-z]+)\b")
_WHO = re.compile(r",? who\b|, (?:aged? )?\d\d,|,? \(\d\d\)")


def _joined_office(words: Words) -> re.Pattern[str]:
    """An office in the plural and the first of two names: "Presidents Jane Roe and "."""
    offices = either_case(words.words(lists.OFFICE_PLURAL))
    return re.compile(rf"\b{offices} [A-Z][\w.'-]+ (?:[A-Z][\w.'-]+ )?[A-Z][\w'-]+ and $")


def pieces(run: Run, sentence: Span, naming: Naming) -> Iterator[tuple[Run, bool]]:
    """The stretches of a run that can be a person's name, and whether a title stands right before."""
    part: list[Word] = []
    titles = naming.vocabulary.title
    office = False  # whether a stretch stands behind "of" or "for" of an office: "Organiser for Halls Ann Rowe"
    free = not naming.taken(Span(run[0].start, run[-1].end))
    for word in (*run, None):
        ends = word is None or (not free and naming.taken(Span(word.start, word.end)) and not _is_person(word, naming))
        if word is not None and word.link and word.text not in NAME_PARTICLES:
            ends = True
        if not ends and word is not None:
            part.append(word)
            if word.text.endswith("'s"):
                ends = True
        if ends and part:
            if len(part) > 1:
                yield from _titled(tuple(part), naming, office=office)
            office = bool(word is not None and word.link and word.text in ("for", "of") and part[-1].low in titles)
            part = []


def _is_person(word: Word, naming: Naming) -> bool:
    mention = naming.at(word.start)
    return mention is not None and naming.is_a(mention.agents[0], terms.Person)


def _titled(part: Run, naming: Naming, *, office: bool = False) -> Iterator[tuple[Run, bool]]:
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
    if office and not titled:
        cut = next((at for at in range(1, len(part) - 1) if part[at].low in vocabulary.given), max(0, len(part) - 2))
        titled = cut > 0
    words = part[cut:]
    while words and (
        words[0].link or (words[0].low in vocabulary.lead and not titled and not _given_initial(words, naming))
    ):
        words = words[1:]
    while words and (words[-1].link or _dates(words[-1], naming)):
        words = words[:-1]
    if words and (honored or not titled or len(words) > 1):
        yield words, titled


def _dates(word: Word, naming: Naming) -> bool:
    """Whether a month behind a name belongs to a day: "wrote Ann Rowe Jan. 26"."""
    return word.low in CALENDAR and naming.folded[word.end : word.end + 3].strip(". ")[:1].isdigit()


def _given_initial(words: Run, naming: Naming) -> bool:
    """Whether "A" is an initial here: a capital inside a sentence."""
    return (
        len(words) > 1
        and words[0].text == "A"
        and naming.folded[max(0, words[0].start - 2) : words[0].start].strip()[-1:] not in ("", ".", "\n")
    )


def full(words: Run) -> list[Word]:
    """The words of a name that are neither initials, particles nor "Jr."."""
    return [
        w
        for w in words
        if len(w.text.strip(".")) > 1 and not w.link and w.low not in SUFFIXES and not INITIAL.fullmatch(w.text)
    ]


def initialed(words: Run) -> bool:
    """ "A Soundararajan", "M K Stalin", "T.R.B. Rajaa"."""
    return len(words) > 1 and len(full(words)) == 1 and all(INITIAL.fullmatch(w.text) for w in words[:-1])


def possible(words: Run, naming: Naming) -> bool:
    """Whether nothing in the words themselves forbids that they are a person's name."""
    vocabulary = naming.vocabulary
    lows = [w.low for w in words if not w.link]
    if not 1 <= len(lows) <= 5 or any(w.text[:1].isdigit() or "&" in w.text for w in words):
        return False
    name = capitals.span(words).of(naming.folded)
    if any(part in vocabulary.organization_head for low in lows if "-" in low for part in low.split("-")):
        return False
    if words[0].text.isupper() and len(words[0].text) > 2 and not INITIAL.fullmatch(words[0].text):
        return False
    if name.isupper() or name.lower() in vocabulary.not_person:
        return False
    given = lows[0] in vocabulary.given
    heads = [low for low in (lows[1:] if given else lows) if low in vocabulary.organization_head]  # "Bill", "Rose"
    if heads and not (given and len(lows) == 2 and heads == [lows[1]] and lows[1] not in vocabulary.never_surname):
        return False
    if not given and (
        name in naming.places or not vocabulary.demonym.isdisjoint(lows) or not vocabulary.place.isdisjoint(lows)
    ):
        return False
    if lows[0] in vocabulary.lead and not given and not INITIAL.fullmatch(words[0].text):
        return False
    if vocabulary.place.issuperset(lows):
        return False
    return given or not naming.lowercase.issuperset(lows)


def evidence(
    words: Run, sentence: Span, naming: Naming, *, speaking: frozenset[str], titled: bool, voted: Mapping[str, str]
) -> str | None:
    """The rule that makes a person of these words, None where none does."""
    if not possible(words, naming):
        return None
    vocabulary, text = naming.vocabulary, naming.folded
    span = capitals.span(words)
    lows = [w.low for w in words]
    given = lows[0] in vocabulary.given
    initial = len(words) > 1 and bool(INITIAL.fullmatch(words[0].text))
    opens = words[0].text == "A" and span.start == sentence.start
    called = _OFFICE_BEHIND.match(text, span.end, min(sentence.end, span.end + 66))
    apart = span.of(text) in voted and not given
    office = called[1].lower() if called is not None else ""
    if office in vocabulary.title and not opens and not (apart and office in vocabulary.of(Around).kinds):
        return "apposition"
    if opens or (apart and not _in_office(span, sentence, naming)):
        return None
    if not titled and text[max(0, span.start - 5) : span.start].lower().endswith((" the ", "\nthe ")):
        return None  # "the Beverly Hilton": no person has an article
    if capitals.headed(text, sentence) and not (given and len(words) < 4):
        return None
    if titled or offices.before(span, sentence, naming) is not None:
        return "title-before"
    if offices.after(span, sentence, naming) is not None:
        return "title-after"
    after = AFTER.match(text, span.end, min(sentence.end, span.end + 30))
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
    if vocabulary.of(Around).owned_site.match(text, span.end):
        return None  # "the studios' Sherman Oaks offices"
    if vocabulary.of(_joined_office).search(text, max(sentence.start, span.start - 120), span.start):
        return "title-before"
    if (given or (initial and lows[1] in vocabulary.given)) and 2 <= len(words) <= 4:
        return "given-name"
    return None


def _in_office(span: Span, sentence: Span, naming: Naming) -> bool:
    """Whether an office stands before a name that is not also what a company is called: "the owner X" can be one."""
    office = offices.before(span, sentence, naming)
    return office is not None and office[0].lower().split()[-1] not in naming.vocabulary.of(Around).kinds


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
