"""Strings looked for all at once are those that looking for each alone would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.phrases import Names, Phrases

SHORT = st.text(alphabet="Aab- .", max_size=5)
TEXT = st.text(alphabet="Aab- .", max_size=60)


@given(st.lists(SHORT, max_size=6), TEXT)
def test_what_is_held_is_what_stands_in_the_text(forms, text):
    anywhere, whole = Phrases(forms).held(text)
    assert anywhere == {form for form in forms if form and form in text}
    assert whole == {f for f in anywhere if re.search(rf"(?<![^\W_]){re.escape(f)}(?![^\W_])", text)}


@given(st.lists(SHORT.filter(bool), min_size=1, max_size=6), TEXT)
def test_names_are_those_of_a_pattern_of_the_longest_first(names, text):
    longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    wanted = [(m.start(), m[0]) for m in re.finditer(rf"(?<![\w-])(?:{longest})(?![\w]|-[A-Z])", text)]
    assert list(Names(names, before=r"[\w-]", after=r"\w|-[A-Z]").find(text, 0, len(text))) == wanted


def test_nothing_is_found_where_nothing_is_looked_for():
    assert list(Names([], before="x", after="y").find("words", 0, 5)) == []
    assert Phrases([""]).held("words") == (set(), set())
