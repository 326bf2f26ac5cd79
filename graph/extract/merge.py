"""Reports of one article that tell of one happening, to one report with all their evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph import dates
from graph.extract import shares
from graph.extract.factors import FORMER, PRECEDENT
from graph.extract.rules import Rules
from graph.extract.sameness import RECKONED, compatible, counted_out
from graph.model import Basis, Document, Modality, Report, Span, When
from ontology import lists, terms

# The verb of a state that holds, before the words of the report or first among them.
_PRESENT = re.compile(
    r"(?:\b(?:is|are|remains?|stays?|has been|have been)|['’](?:s|re))(?: (?:already|also|now|still|currently|both|not))* "
)
_RANK = {Basis.EXPLICIT: 0, Basis.ORDINAL: 1, Basis.RELATIVE: 2, Basis.DURATION: 3, Basis.BOUND: 4, Basis.UNKNOWN: 5}


def reports(
    found: Sequence[Report], document: Document, rules: Rules, *, companies: frozenset[str] = frozenset()
) -> tuple[Report, ...]:
    """The reports with those of one happening joined: same type, a party in common, dates that do not exclude another.

    Of `companies` each has its own contract and its own votes.
    """
    kept: list[Report] = []
    of_type: dict[str, list[int]] = {}  # places among those kept: no report is joined to one of another type
    quoted = {(maker, span) for r in found if r.quotations for maker in r.agents(terms.madeBy) for span in r.evidence}
    cues = {piece.cue.start for r in found for piece in r.quotations if piece.cue is not None}
    for report in sorted(found, key=_order):
        if report.type == terms.Statement and not report.quotations and _told_already(report, quoted, cues):
            continue
        alike = of_type.setdefault(report.type, [])
        for at in alike:
            other = kept[at]
            if _same(other, report, document, rules) and not _at_two_companies(other, report, companies, rules):
                kept[at] = _joined(other, report)
                break
        else:
            alike.append(len(kept))
            kept.append(report)
    unique = {report.key: report for report in (shares.keyed(one, document) for one in kept)}
    return tuple(sorted(unique.values(), key=lambda r: (r.evidence[0], r.trigger, r.key)))


def _told_already(report: Report, quoted: set[tuple[str, Span]], cues: set[int]) -> bool:
    """Whether a statement's words are quoted in the same sentence, or by the same verb, so that the quotation is its report."""
    if any(place in cues for place in range(report.trigger.start, report.trigger.end)):
        return True
    return any(
        maker == who and span.meets(report.evidence[0]) for who, span in quoted for maker in report.agents(terms.madeBy)
    )


def _order(report: Report) -> tuple[bool, int, int, int]:
    dated = report.when is not None
    return (not dated, 0 if report.modality is Modality.ACTUAL else 1, -precision(report.when), report.trigger.start)


def precision(when: When | None) -> int:
    """How narrow a date is; 0 for none."""
    return 0 if when is None else dates.precision(when.edtf)


def _same(one: Report, other: Report, document: Document, rules: Rules) -> bool:
    """Whether two reports of one type tell of one happening."""
    frame = rules.frames.get(one.type)
    if (FORMER in one.factors) is not (FORMER in other.factors):
        return False  # "has ratified a new contract. Its last contract was approved by ..."
    if (PRECEDENT in one.factors) is not (PRECEDENT in other.factors) and (one.when is None or other.when is None):
        return False  # "its first strike since 2007" is this one and that of 2007
    if one.type == terms.RoleHolding:
        return one.fillers == other.fillers and one.properties == other.properties
    if one.quotations or other.quotations:
        return _one_occasion(one, other, document)
    if frame is not None and frame.is_a(terms.BargainingMove):
        same_terms = one.issues == other.issues and one.agents(terms.madeBy) == other.agents(terms.madeBy)
        return same_terms and one.modality is other.modality and compatible(one.when, other.when)
    if not set(one.agents()) & set(other.agents()) and not _two_halves(one, other, document):
        return False
    if one.modality is not other.modality and not _fulfils(one, other):
        return False
    if (_then(one, document) and _now(other, document)) or (_now(one, document) and _then(other, document)):
        return False
    if _made_known(one, other, document, rules) or _made_known(other, one, document, rules):
        return True
    if frame is not None and frame.opens is not None and counted_out(one.when, other.when, document):
        return True
    return compatible(one.when, other.when) and not _of_two_contracts(one, other, document, rules)


def _made_known(one: Report, other: Report, document: Document, rules: Rules) -> bool:
    """Whether the second report only tells when what the first dates was announced: "reached a deal late on Monday ... announced
    the deal on Tuesday".
    """
    if one.when is None or other.when is None:
        return False
    words = other.trigger.of(document.text).lower().split()
    announced = one.type in rules.settling and words[0] in rules.words(lists.ANNOUNCING) and "the" in words
    if not announced and not _by_word(one, other, document, rules):
        return False
    day, known = dates.bounds(one.when.edtf), dates.bounds(other.when.edtf)
    if day is None or known is None or day.earliest_start is None or known.earliest_start is None:
        return False
    return 0 < (known.earliest_start - day.earliest_start).days <= _KNOWN


def _by_word(one: Report, other: Report, document: Document, rules: Rules) -> bool:
    """Whether the second report is only dated by who told of it: "has been called off, the union announced on Sunday"."""
    frame = rules.frames.get(one.type)
    if frame is None or not (frame.closes is not None or frame.is_a(terms.VoteEvent) or one.type in rules.settling):
        return False
    (dated, itself) = (w.spans[0].start if w is not None and w.spans else -1 for w in (other.when, one.when))
    telling = rules.words(lists.ANNOUNCING) | rules.verbs.saying
    return dated > other.trigger.end and not _told_by(itself, document, telling) and _told_by(dated, document, telling)


def _told_by(start: int, document: Document, telling: frozenset[str]) -> bool:
    """Whether a verb of telling stands right before a day."""
    before = document.text[max(0, start - _BESIDE) : start].lower().split()
    return not telling.isdisjoint(word for word in before[-2:] if word.isalpha())


_BESIDE = 20  # characters
_KNOWN = 3  # days within which a deal is announced


def _then(report: Report, document: Document) -> bool:
    """Whether a report is dated to a year before that of its article."""
    told = dates.bounds(report.when.edtf) if report.when is not None else None
    published = dates.bounds(document.published.edtf) if document.published is not None else None
    if told is None or published is None or told.latest_start is None or published.earliest_start is None:
        return False
    return told.latest_start.year < published.earliest_start.year


def _now(report: Report, document: Document) -> bool:
    """Whether an undated report tells of what is so as the article is written: "they are already on strike"."""
    if report.when is not None:
        return False
    text, start = document.text, report.trigger.start
    ends = (found.end() for found in _PRESENT.finditer(text, report.evidence[0].start, report.trigger.end))
    return _PRESENT.match(text, start) is not None or start in ends


def _at_two_companies(one: Report, other: Report, companies: frozenset[str], rules: Rules) -> bool:
    """Whether each is a contract, or a vote, with companies of its own: "workers at the one mill ratified it, those at the other had before"."""
    frame = rules.frames.get(one.type)
    if frame is None or not (frame.is_a(terms.VoteEvent) or frame.iri in rules.settling):
        return False
    here, there = (companies.intersection(report.agents(terms.employer)) for report in (one, other))
    return bool(here and there) and here.isdisjoint(there)


def _one_occasion(one: Report, other: Report, document: Document) -> bool:
    """Whether a saying without words in marks, dated in the week of the news, and words quoted without a date are one
    statement of one speaker: "said on Friday that it would not. ... "We have waited," it said".
    """
    plain, quoted = (one, other) if other.quotations else (other, one)
    day = document.published.day if document.published is not None else None
    told = dates.bounds(plain.when.edtf) if plain.when is not None else None
    if plain.quotations or quoted.when is not None or quoted.agents(terms.toldTo) or day is None:
        return False
    if told is None or told.earliest_start is None or not 0 <= (day - told.earliest_start).days < _WEEK:
        return False
    return plain.agents(terms.madeBy) == quoted.agents(terms.madeBy) and plain.modality is quoted.modality


_WEEK = 7


_ENTRY = 700  # characters: a headline and a few sentences tell of one happening of a kind


def _two_halves(one: Report, other: Report, document: Document) -> bool:
    """Whether a short entry names the company in one sentence and the union in the next: "Yard workers reject deal" above
    "Members of the union voted against it".
    """
    if len(document.text) > _ENTRY or one.modality is not Modality.ACTUAL or other.modality is not Modality.ACTUAL:
        return False
    sides = [{filler.role for filler in report.fillers} for report in (one, other)]
    return {terms.union} in sides and {terms.employer} in sides


def _of_two_contracts(one: Report, other: Report, document: Document, rules: Rules) -> bool:
    """Whether each names an agreement of its own: "the Basic Agreement", "the Area Standards Agreement"."""
    here, there = (_contracts(report.evidence[0].of(document.text), rules) for report in (one, other))
    if not here or not there or here & there:
        return False
    agents = {*one.agents(), *other.agents()}
    names = " ".join(name for e in rules.lexicon.agents if e.iri in agents for name in (*e.aliases, e.name))
    parties = frozenset(names.lower().split())
    return bool(here - parties and there - parties)


def _contracts(words: str, rules: Rules) -> frozenset[str]:
    """The telling words in the names of agreements, each behind an article or "its", so that no headline is a name."""
    named = _contract_name(rules.list(lists.AGREEMENT_NAME))
    told = {word.lower() for found in named.finditer(words) for word in found[1].split()}
    return frozenset(told.difference(rules.list(lists.AGREEMENT_ANY)))


@cache
def _contract_name(heads: tuple[str, ...]) -> re.Pattern[str]:
    ends = "|".join(re.escape(head) for head in heads) or "(?!)"
    return re.compile(rf"\b(?:the|its|their|an?) ((?:[A-Z][\w/&’'-]* (?:(?:and|&|of) )?)+)(?:{ends})\b")


def _fulfils(one: Report, other: Report) -> bool:
    """A plan and its fact are one happening only where both are dated and agree."""
    return one.when is not None and other.when is not None and one.when.edtf == other.when.edtf


def _reckoned(when: When | None) -> int:
    """0 for no date, 1 for one about which only a rounded length tells, 2 for one that is told."""
    return 0 if when is None else 1 if when.basis is Basis.DURATION and when.edtf.endswith("~") else 2


def _joined(one: Report, other: Report) -> Report:
    best = (
        one
        if (_reckoned(one.when), precision(one.when), -_rank(one.when))
        >= (_reckoned(other.when), precision(other.when), -_rank(other.when))
        else other
    )
    if one.when is not None and other.when is not None and not compatible(one.when, other.when):
        best = min((one, other), key=_told_first)
    fillers = dict.fromkeys((*one.fillers, *(f for f in other.fillers if f.agent not in one.agents())))
    return one.changed(
        when=best.when,
        evidence=tuple(dict.fromkeys((*best.evidence, *one.evidence, *other.evidence))),
        fillers=tuple(fillers),
        issues=tuple(dict.fromkeys((*one.issues, *other.issues))),
        quotations=one.quotations or other.quotations,
        attributed_to=one.attributed_to or other.attributed_to,
        quantities=tuple(dict.fromkeys((*one.quantities, *other.quantities))),
        factors=_factors(one, other),
        properties=tuple(dict.fromkeys((*one.properties, *other.properties))),
    )


def _told_first(report: Report) -> tuple[bool, str]:
    """Of two days of one happening the one that is told, not counted out, comes first; of two told the earlier."""
    when = report.when
    return (True, "") if when is None else (when.basis in RECKONED, when.edtf)


_TOLD = ("verb", "passive", "quotation", "state", "noun")
_OF_CLAUSE = ("trigger:", "clause:", "tense:")


def _factors(one: Report, other: Report) -> tuple[str, ...]:
    """What both rest on; trigger and clause are those of the report that tells the happening most plainly."""
    plain, dim = sorted((one, other), key=_plainness)
    rest = (f for f in dim.factors if not f.startswith(_OF_CLAUSE))
    return tuple(dict.fromkeys((*plain.factors, *rest)))


def _plainness(report: Report) -> tuple[int, int]:
    kind = next((f.removeprefix("trigger:") for f in report.factors if f.startswith("trigger:")), "verb")
    behind = any(f in ("clause:relative", "tense:past-perfect") or f.startswith("clause:after") for f in report.factors)
    return (_TOLD.index(kind) if kind in _TOLD else 0, int(behind))


def _rank(when: When | None) -> int:
    return 9 if when is None else _RANK[when.basis]
