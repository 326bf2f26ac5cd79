"""A sentence cut to clauses: no empty clause, and each hangs on one that stands before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract import clauses
from graph.extract.tokens import Item
from graph.model import Span

WORDS = [*"; , ( ) — : and but that which when while after who talks union is ended said meeting the".split()]


def split(words):
    items = [
        Item(Span(number, number + 1), word, "word" if word.isalpha() else "mark") for number, word in enumerate(words)
    ]
    return clauses.split(items, clauses.Verbs(frozenset(("is", "ended", "said")), frozenset(("meeting",))))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_every_clause_holds_a_word_and_hangs_on_an_earlier_one(words):
    found = split(words)
    assert found
    for number, clause in enumerate(found):
        assert clause.start < clause.end
        assert -1 <= clause.parent < number


@pytest.mark.parametrize("mark", [";", "—", ":"])
def test_a_clause_after_a_mark_and_a_conjunction_hangs_on_what_stands_before_the_mark(mark):
    found = split(["the", "union", "said", mark, "when", "talks", "ended", "is", "the", "meeting"])
    assert [clause.marker for clause in found] == ["", "when"]
    assert found[1].parent in (-1, 0)


def test_an_article_with_a_conjunction_right_after_a_semicolon_is_read(read_text):
    found = read_text(
        "The Example Times told of the job on July 25, 2023; when it was first put up is not known, and another paper is "
        "also named as the first to tell of it. The Writers Guild of America (WGA) went on strike on May 2, 2023."
    )
    assert [report.when.edtf for report in found.reports if report.type.endswith("#StrikeStart")] == ["2023-05-02"]
