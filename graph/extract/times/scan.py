"""Text in, time expressions out: the rules of the grammar, each tried near its key words, the first to take a word keeping it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from graph.extract.fold import fold, lower
from graph.extract.steps import each
from graph.extract.times import dateline, entries, listed, sequence, triggers
from graph.extract.times.grammar import RULES
from graph.extract.times.value import Context, Rule, Value
from graph.extract.words import Words, either
from graph.model import Published, Span, TimeExpression
from ontology import lists


def find(
    text: str, words: Words, *, published: Published | None, spans: Sequence[Span] = ()
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, none overlapping; restricted to `spans` where given."""
    raw, text, low = text, fold(text), lower(text)
    context, line = dateline.written(text, Context(low, published, words))
    out: list[TimeExpression] = []
    stretches = spans or (Span(0, len(text)),)
    for span, steps in zip(stretches, each(raw, stretches), strict=True):
        if steps.isdisjoint(triggers.OPENING):
            continue
        keys = triggers.keys(text, low, span, steps)
        if keys and keys.keys() != {"limit"}:
            out.extend(_in(text, span, keys, steps=steps, context=context))
    days = [day for day in listed.days(context) if not spans or _told(day.span, spans)]
    heads = {day.span.start for day in days}
    out = [*(time for time in out if time.span.start not in heads and not (line and line.covers(time.span))), *days]
    told = tuple(sequence.told_from_others(sorted(out, key=lambda t: t.span), text, context))
    under = entries.of_text(text, told)
    return _by_entry(told, under, text, context, stretches) if under else told


def _by_entry(
    told: Sequence[TimeExpression],
    under: Sequence[tuple[Span, TimeExpression]],
    text: str,
    context: Context,
    stretches: Sequence[Span],
) -> tuple[TimeExpression, ...]:
    """The times of a chronology, what each entry tells read as of its day."""
    out = [time for time in told if not any(stretch.covers(time.span) for stretch, _ in under)]
    for stretch, day in under:
        here = entries.on(day, context)
        parts = [Span(max(s.start, stretch.start), min(s.end, stretch.end)) for s in stretches if stretch.meets(s)]
        inside: list[TimeExpression] = []
        for part, steps in zip(parts, each(text, parts), strict=True):
            keys = triggers.keys(text, here.text, part, steps)
            inside.extend(_in(text, part, keys, steps=steps, context=here) if keys else ())
        _, *others = sequence.told_from_others([day, *sorted(inside, key=lambda t: t.span)], text, here)
        out.extend(others)
    return tuple(sorted(out, key=lambda t: t.span))


def _told(place: Span, spans: Sequence[Span]) -> bool:
    """Whether a place lies in one of the stretches that are read, which are in order and apart."""
    at = bisect_left(spans, place.start + 1, key=lambda span: span.start)
    return at > 0 and spans[at - 1].covers(place)


def _in(
    text: str, stretch: Span, keys: dict[str, tuple[int, int]], *, steps: frozenset[str], context: Context
) -> Iterator[TimeExpression]:
    taken: list[tuple[int, int]] = []
    low = context.text
    starts: dict[str, list[int]] = {}  # where words begin, by their first character
    for word in _START.finditer(low, *stretch):
        starts.setdefault(word[0], []).append(word.start())
    for rule in _rules(frozenset(keys)):
        if rule.needed and rule.needed.isdisjoint(steps):
            continue
        # All that a rule can match begins with a word, no later than the last of its key words.
        first, last = keys[rule.key]
        close = min(stretch.end, last + triggers.REACH)
        behind = first - rule.lead
        for at in _places(starts, rule):
            match = rule.pattern.match(low, at, close) if behind <= at <= last else None
            if match is None:
                continue
            behind = match.end()
            if not _free(match.span(), taken) or not _proper(text, match):
                continue
            if rule.name in _YEARS and context.words.of(_agreement).match(text, match.end()):
                continue  # "ratified the 2025 Video Game Agreement" in July
            value = rule.read(match, context)
            if value is None:
                continue
            value = _roughly(rule.name, value, context.text[max(0, match.start() - _HEDGED) : match.start()])
            end = value.end if value.end is not None else match.start() + len(match[0].rstrip(" ,"))
            found = (match.start(), end)
            if not _free(found, taken):
                continue
            insort(taken, found)
            yield TimeExpression(
                span=Span(*found),
                kind=value.kind,
                edtf=value.edtf,
                basis=value.basis,
                rule=rule.name,
                duration=value.duration,
                count=value.count if value.shift == 0 else value.shift,
                unit=value.unit,
                hedge=value.hedge,
                open=value.open,
                stretch=value.stretch,
            )


_START = re.compile(r"[\w'](?<![\w$€£].)")
_YEARS = frozenset(("year", "year-range"))


def _agreement(words: Words) -> re.Pattern[str]:
    """The rest of an agreement's name behind its year, in capitals."""
    return re.compile(rf" (?:[A-Z][\w/&'’-]* ){{1,6}}{either(words.lexicon.listed(lists.AGREEMENT_NAME))}\b")


@cache
def _rules(keys: frozenset[str]) -> tuple[Rule, ...]:
    """The rules with one of the keys, in their order."""
    return tuple(rule for rule in RULES if rule.key in keys)


# Words that leave open which day it was; "about" is left aside, since one talks about a day as well.
_ROUGH = re.compile(r"\b(?:around|roughly|approximately|circa|on or about) (?:the )?$")
_HEDGED = 20  # characters before a date in which such a word stands
_STATED = frozenset("month-day-year day-month-year month-day day-month month-year month iso".split())


def _roughly(rule: str, value: Value, before: str) -> Value:
    """A day or month as said, approximate where a word before it says so: "around May 10"."""
    if rule not in _STATED or value.kind != "date" or value.edtf is None or _ROUGH.search(before) is None:
        return value
    return replace(value, edtf=f"{value.edtf}~", hedge="about")


def _places(starts: Mapping[str, list[int]], rule: Rule) -> list[int]:
    """The words with which a match of a rule can begin, left to right."""
    chars = starts.keys() if rule.opens is None else rule.opens & starts.keys()
    return starts[next(iter(chars))] if len(chars) == 1 else sorted([at for char in chars for at in starts[char]])


def _free(found: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch shares no character with those taken, which are in order and apart."""
    at = bisect_left(taken, found)
    return (at == 0 or taken[at - 1][1] <= found[0]) and (at == len(taken) or found[1] <= taken[at][0])


def _proper(text: str, match: re.Match[str]) -> bool:
    """Whether a month's or weekday's name is written as a name: "may" and "march" in lower case are verbs."""
    for group, value in match.groupdict().items():
        if value is not None and group.startswith(("month", "weekday")):
            first = text[match.start(group)]
            if not first.isupper():
                return False
            short = value.rstrip(".")
            if short in ("may", "march", "mar") and not _may_is_month(text, match, group):
                return False
    return True


def _may_is_month(text: str, match: re.Match[str], group: str) -> bool:
    groups = match.groupdict()
    if any(groups.get(k) for k in groups if k.startswith(("day", "year"))) or match.start() < match.start(group):
        return True
    before = text[max(0, match.start() - 12) : match.start()].lower().rstrip()
    return before.endswith(
        (
            " in",
            " since",
            " of",
            " last",
            " this",
            " until",
            " by",
            " next",
            "through",
            " mid",
            " during",
            " from",
            " to",
        )
    )
