"""The word lists: each is read and named, what is wrong with one is told with its file, and a missing one stops the start."""

import re
from dataclasses import replace

import pytest

import ontology
from graph.extract import compile_rules
from graph.extract.words import Words, either
from ontology import generate_terms, lists, wordlists
from ontology.wordlists import WordList


def test_names_of_lists_are_in_step_with_the_data():
    written = (generate_terms.FOLDER / "lists.py").read_text(encoding="utf-8")
    assert sorted(written.splitlines()) == sorted(generate_terms.lists().splitlines())  # of two branches, in any order


@pytest.mark.parametrize("one", wordlists.read(), ids=lambda one: one.name)
def test_a_list_is_read_with_all_its_words(one, lexicon):
    assert set(lexicon.listed(one.name)) == set(one.words)
    assert lists.FILES[one.name] == one.file
    if not one.as_written:
        assert {word.partition("/")[0] for word in one.words if " " not in word} <= Words(lexicon).words(one.name)


def test_nothing_is_wrong_with_our_lists():
    assert list(wordlists.complaints(wordlists.read())) == []


def test_what_is_wrong_with_a_list_is_told_with_file_and_list():
    def told(**parts):
        whole = {"label": "words for the moon", "comment": "It shines.", "words": ["moon/n"]}
        sun = WordList("sun", "sky.ttl", "words for the sun", "It burns.", ["suns"])
        return "\n".join(wordlists.complaints([WordList("moon", "sky.ttl", **{**whole, **parts}), sun]))

    assert told() == ""
    assert "sky.ttl: word list moon: is empty" in told(words=[])
    assert "has no rdfs:label" in told(label="")
    assert "has no rdfs:comment" in told(comment="")
    assert "'moon' stands in it 2 times" in told(words=["moon", "moon"])
    assert "'Moon' has capitals" in told(words=["Moon"])
    assert told(words=["Moon"], as_written=True) == ""
    assert "'suns' stands in sun (sky.ttl) as well" in told(words=["sun/n"], apart=["sun"])
    assert "there is no such list" in told(apart=["stars"])


def test_a_missing_list_stops_the_start_and_is_named_with_its_file(lexicon):
    name = lists.SPEECH_VERB
    poorer = replace(lexicon, words={n: words for n, words in lexicon.words.items() if n != name})
    with pytest.raises(ontology.VocabularyError, match=rf"{name}.*{lists.FILES[name]} lacks it"):
        compile_rules(poorer)
    with pytest.raises(ontology.VocabularyError, match="no file of the ontology has it"):
        lexicon.listed("no-such-list")


def test_a_list_is_compiled_once(lexicon):
    words = Words(lexicon)
    assert words.words(lists.SPEECH_VERB) is words.words(lists.SPEECH_VERB)
    assert words.of(_made) is words.of(_made)


def _made(words):
    return [words.either(lists.SPEECH_VERB)]


def test_a_phrase_comes_before_the_word_it_begins_with():
    pattern = re.compile(either(["pay", "pay rise", "rise", "p"]))
    assert pattern.findall("pay rise, pay, rise, p") == ["pay rise", "pay", "rise", "p"]
    assert either([]) == "(?!)"


def test_a_list_is_shown_in_one_line():
    one = WordList("moon", "sky.ttl", "words for the moon", words=["moon/n", "lunar"])
    assert wordlists.told(one) == "moon (sky.ttl, 2): words for the moon"


def test_a_name_in_two_files_is_told(tmp_path):
    for name in ("sky", "sea"):
        (tmp_path / f"{name}.ttl").write_text(
            "@prefix pl: <https://w3id.org/picketline/ns#> .\n"
            "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
            f'pl:words-moon a pl:WordList ; rdfs:label "m" ; rdfs:comment "c" ; pl:word "{name}" .\n',
            encoding="utf-8",
        )
    told = list(wordlists.complaints(wordlists.read(tmp_path)))
    assert any("word list moon: sky.ttl holds a list of that name too" in line for line in told)
