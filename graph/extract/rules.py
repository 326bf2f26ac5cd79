"""The lexicon compiled for the engine, once: cues by their first word, issue phrases, verb forms, word lists."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from graph.extract import cues, english, index
from graph.extract.agents import Gazetteer
from graph.extract.cue_language import compile_cue
from graph.extract.index import Index
from graph.extract.phrases import Phrases
from graph.extract.verbs import Verbs
from graph.extract.vocabulary import Vocabulary
from ontology import inflect, lists, terms
from ontology.inflect import expand
from ontology.lexicon import Cue, Frame, IssueEntry, Lexicon, Role

_CONTEXT = (lists.LABOR_CONTEXT, lists.LABOR_PLAIN, lists.OTHER_SENSE, lists.OTHER_FIELD, lists.BARGAINING, lists.TERMS)


@dataclass(frozen=True, slots=True)
class CompiledCue:
    """One variant of one cue with the frame it belongs to."""

    frame: Frame
    cue: Cue
    pattern: cues.Pattern
    own: frozenset[str]  # the words of the cue as it is written
    # Whether its noun may have its verb in the relative clause after it, or the cue names the clause; what names contents may not.
    reaches_on: bool


@dataclass(frozen=True, slots=True)
class Filling:
    """In what order a frame's roles are filled: each with its places, and with those of a trigger that is a noun, whose owner
    comes before the subject of the clause that it stands in.
    """

    roles: tuple[tuple[Role, tuple[str, ...], tuple[str, ...]], ...]
    unions: bool  # whether a union has a role
    move: bool
    premises: bool  # whether somebody's premises have one

    @classmethod
    def of(cls, frame: Frame) -> Filling:
        """That of a frame. A union that need not be named, as the one that is spoken to, comes after those who must be."""
        ordered = sorted(frame.roles, key=lambda role: (not role.required, role.type != terms.LaborUnion))
        return cls(
            tuple((role, role.filled_by, tuple(dict.fromkeys((*_near(role), *role.filled_by)))) for role in ordered),
            any(role.type == terms.LaborUnion for role in ordered),
            frame.is_a(terms.BargainingMove),
            any(role.property == terms.atPremisesOf for role in ordered),
        )


def _near(role: Role) -> Iterable[str]:
    return (place for place in ("possessor", "of", "by", "from") if place in role.filled_by)


@dataclass(frozen=True, slots=True)
class Rules:
    """All that the engine looks up."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    context: Phrases  # all that tells whether an article is about labor
    triggers: Index[CompiledCue]
    blockers: Index[str]
    issues: Index[IssueEntry]
    no_issues: Index[str]
    figures: tuple[IssueEntry, ...]
    frames: Mapping[str, Frame]
    gerunds: frozenset[str]
    verbs: Verbs
    labor: frozenset[str]
    plain: frozenset[str]
    protests: frozenset[str]
    workers: frozenset[str]
    unnamed: frozenset[str]  # words for workers, their union and what it does, where the article does not name it
    staff: frozenset[str]
    other_senses: frozenset[str]
    other_fields: frozenset[str]
    sides: frozenset[str]
    planned: frozenset[str]
    conditional: frozenset[str]
    denied: frozenset[str]
    implied: frozenset[str]
    bargaining: frozenset[str]
    terms: frozenset[str]
    growth: frozenset[str]
    stoppages: frozenset[str]
    foretelling: frozenset[str]
    expense: frozenset[str]
    fillings: Mapping[str, Filling]
    moves: frozenset[str]  # classes of bargaining moves
    openings: frozenset[str]  # classes of what begins a strike, a lockout or the like
    settling: frozenset[str]  # classes of agreements, and of what tells that one came about
    of_employers: frozenset[str]  # frames that other frames turn to where employers act
    _lists: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # They live as long as the process, and what is made of an article is no cycle: the collector need not walk so many
        # small things again and again.
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)

    def finite(self, word: str) -> bool:
        """Whether a word form is, as far as its shape tells, a finite verb."""
        return self.verbs.finite(word)

    @property
    def vocabulary(self) -> Vocabulary:
        """The word lists, compiled when they are first asked for."""
        return self.gazetteer.vocabulary

    def words(self, *names: str) -> frozenset[str]:
        """The forms of word lists in lower case, made once; `VocabularyError` where there is none of that name."""
        known = self._lists.get(names)
        if known is None:
            known = self._lists[names] = self.gazetteer.vocabulary.words(*names)
        return known

    def list(self, name: str) -> tuple[str, ...]:
        """The entries of a word list as written; `VocabularyError` where there is none of that name."""
        return self.lexicon.listed(name)


def compile_rules(lexicon: Lexicon) -> Rules:
    """The lexicon in the form that the engine reads; costs tens of milliseconds, so keep it.

    Raises `VocabularyError` where a word list is missing that the engine asks for.
    """
    for name in lists.FILES:
        lexicon.listed(name)
    gazetteer = Gazetteer(lexicon)
    compiled = partial(
        compile_cue,
        before_nouns=cues.NOUN_CONTEXT | gazetteer.vocabulary.words(lists.BEFORE_NOUN),
        nouns=expand(lexicon.listed(lists.VERB_OR_NOUN)),
        saying=expand(lexicon.listed(lists.PLAIN_SPEECH)),
    )
    triggers: list[tuple[cues.Pattern, CompiledCue]] = []
    blockers: list[tuple[cues.Pattern, str]] = []
    verbs = set(lexicon.listed(lists.COMMON_VERB))
    for frame in lexicon.frames:
        for cue in frame.cues:
            verbs.update(_lemmas(cue.pattern))
            own = frozenset(cue.pattern.replace("|", " ").split())
            triggers.extend(
                (pattern, CompiledCue(frame, cue, pattern, own, _reaches_on(pattern, frame)))
                for pattern in compiled(cue.pattern)
            )
        for blocker in frame.blockers:
            blockers.extend((pattern, frame.iri) for pattern in compiled(blocker))
    issues = [(pattern, issue) for issue in lexicon.issues for phrase in issue.cues for pattern in compiled(phrase)]
    finite, gerunds = _forms(verbs)
    return Rules(
        lexicon=lexicon,
        gazetteer=gazetteer,
        context=Phrases(expand(entry for name in _CONTEXT for entry in lexicon.listed(name))),
        triggers=index.of(triggers),
        blockers=index.of(blockers),
        issues=index.of(issues),
        no_issues=index.of((p, e) for e in lexicon.listed(lists.NOT_ISSUE) for p in compiled(e)),
        figures=tuple(issue for issue in lexicon.issues if issue.implied_by),
        frames={frame.iri: frame for frame in lexicon.frames},
        gerunds=gerunds,
        verbs=Verbs(
            finite | english.AUXILIARIES,
            gerunds,
            saying=expand(lexicon.listed(lists.SAYING)),
            asking=expand(lexicon.listed(lists.ASKING)),
            nouns=expand(lexicon.listed(lists.LISTED_NOUN)),
            adjectives=expand(lexicon.listed(lists.LISTED_ADJECTIVE)),
            telling_nouns=expand(lexicon.listed(lists.TELLING_NOUN)),
            noun_gerunds=expand(lexicon.listed(lists.NOUN_GERUND)),
        ),
        labor=expand(lexicon.listed(lists.LABOR_CONTEXT)),
        plain=expand(lexicon.listed(lists.LABOR_PLAIN)),
        protests=expand(lexicon.listed(lists.PROTEST)),
        workers=expand((*lexicon.listed(lists.ORGANIZATION_MEMBER), *lexicon.listed(lists.WORKFORCE))),
        unnamed=expand(
            entry
            for name in (lists.ORGANIZATION_MEMBER, lists.WORKFORCE, lists.UNNAMED_SIDE)
            for entry in lexicon.listed(name)
        ),
        staff=expand(lexicon.listed(lists.STAFF)),
        planned=expand(lexicon.listed(lists.PLAN)),
        conditional=expand(lexicon.listed(lists.POSSIBILITY)),
        denied=expand(lexicon.listed(lists.DENIAL)),
        implied=expand(lexicon.listed(lists.IMPLIED)),
        other_senses=expand(lexicon.listed(lists.OTHER_SENSE)),
        other_fields=expand(lexicon.listed(lists.OTHER_FIELD)),
        sides=expand(lexicon.listed(lists.SIDE)),
        bargaining=expand(lexicon.listed(lists.BARGAINING)),
        terms=expand(lexicon.listed(lists.TERMS)),
        growth=expand(lexicon.listed(lists.GROWTH)),
        stoppages=expand(lexicon.listed(lists.STOPPAGE)),
        foretelling=expand(lexicon.listed(lists.FORETELLING)),
        expense=expand(lexicon.listed(lists.EXPENSE)),
        fillings={frame.iri: Filling.of(frame) for frame in lexicon.frames},
        moves=frozenset(frame.iri for frame in lexicon.frames if frame.is_a(terms.BargainingMove)),
        openings=frozenset(frame.iri for frame in lexicon.frames if frame.opens is not None),
        settling=_settling(lexicon),
        of_employers=frozenset(frame.otherwise for frame in lexicon.frames if frame.otherwise is not None),
    )


def _settling(lexicon: Lexicon) -> frozenset[str]:
    agreed = [frame for frame in lexicon.frames if frame.is_a(terms.Agreement)]
    states = {frame.moves for frame in agreed if frame.moves}
    return frozenset(frame.iri for frame in lexicon.frames if frame in agreed or frame.moves in states)


def _reaches_on(pattern: cues.Pattern, frame: Frame) -> bool:
    named = any(isinstance(element, cues.Word) and "which" in element.forms for element in pattern.elements)
    return named or (not pattern.opens_with_verb and not frame.needs_issue)


def _lemmas(pattern: str) -> Iterable[str]:
    for token in pattern.split():
        word, _, kind = token.strip("()").partition("/")
        if kind == "v":
            yield from word.split("|")


def _forms(verbs: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    finite: set[str] = set()
    gerunds: set[str] = set()
    for verb in sorted(verbs):
        for form, tags in inflect.verb_forms(verb).items():
            if "gerund" in tags:
                gerunds.add(form)
            elif "past" in tags or "third" in tags:
                finite.add(form)
    return frozenset(finite), frozenset(gerunds)
