"""The words that a rule of time is said to need stand in all that its pattern matches, so that passing it by loses nothing."""

import csv
import json
import re
from pathlib import Path

import pytest

from graph.extract import fold, steps
from graph.extract.times import triggers
from graph.extract.times.grammar import RULES
from graph.model import Span

TESTS = Path(__file__).parent.parent
with (TESTS / "data" / "temporal.csv").open(encoding="utf-8") as file:
    CASES = [row["sentence"] for row in csv.DictReader(file, delimiter="|")]
ARTICLES = [json.loads(p.read_text(encoding="utf-8"))["text"] for p in (TESTS / "expected/articles").glob("*.json")]
OTHERS = [
    "They met hours afterwards, late in the day, and minutes later left.",
    "It ran from 3 to 9 May, 2023-05-09, 2007-08, the first half of 2021 and the mid-1980s, early in summer 2022.",
    "In the 100th week, 20 years ago, three weeks from now, two days earlier this month, a 12-day stoppage.",
    "At 12:01 a.m. on Sunday, May 5; May 5, 2023, at 11pm ET; noon on June 3; the second week of May; the week of May 8.",
    "May 3 or 4; 3 or 4 May; May 1, 2 and 3; 1, 2 & 3 May; May 3 and 4; Monday–Friday; the following Monday; the Friday before.",
    "On Tuesday 1, Friday 4 and Thursday 10 August; Monday 3 to Friday 7 May; 3-5 May; 3 May to 5 June.",
    "Day 12, its fourth week, the eve of the vote, as early as May, no later than June, the end of this month, last May.",
]
START = r"(?<![\w$€£])"  # where rules are tried
TEXTS = [fold.lower(text) for text in (*CASES, *ARTICLES, *OTHERS)]


@pytest.mark.parametrize("rule", [r for r in RULES if r.needed], ids=lambda rule: f"{rule.name}-{rule.pattern.groups}")
def test_what_a_rule_matches_holds_a_needed_word(rule):
    for text in TEXTS:
        for match in re.finditer(START + f"(?:{rule.pattern.pattern})", text):
            (stretch,) = steps.each(text, [Span(match.start(), match.end() + triggers.REACH)])
            assert not rule.needed.isdisjoint(stretch), match[0]


def test_every_name_of_needed_words_is_a_rule():
    assert triggers.NEEDED.keys() <= {rule.name for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{rule.pattern.groups}")
def test_what_a_rule_matches_holds_a_key_word_near_its_beginning(rule):
    for text in TEXTS:
        for match in re.finditer(START + f"(?:{rule.pattern.pattern})", text):
            stretch = Span(match.start(), min(len(text), match.start() + triggers.REACH))
            (words,) = steps.each(text, [stretch])
            keys = triggers.keys(text.upper(), text, stretch, words)
            assert keys[rule.key][0] - match.start() <= rule.lead, match[0]


@pytest.mark.parametrize("rule", [r for r in RULES if r.opens], ids=lambda rule: f"{rule.name}-{rule.pattern.groups}")
def test_what_a_rule_matches_begins_as_told(rule):
    for text in TEXTS:
        assert all(match[0][0] in rule.opens for match in re.finditer(START + f"(?:{rule.pattern.pattern})", text))


def test_every_name_told_of_is_a_rule():
    assert (triggers.LEAD | triggers.OPENS).keys() <= {rule.name for rule in RULES}
