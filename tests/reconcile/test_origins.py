"""Copies of a text, and accounts passed on, go back to one origin."""

import dataclasses
import datetime as dt
import random

from graph.model import Document, Extraction, Modality, Published, Region, Report, Sentence, Span
from graph.reconcile import origins
from graph.reconcile.clusters import origins as independent
from ontology import terms
from tests.reconcile.made import GUILD, ID, record

VOCABULARY = [f"word{n}" for n in range(400)]


def text(seed, length=300):
    return " ".join(random.Random(seed).choices(VOCABULARY, k=length))


def article(key, words, day="2023-07-14", **more):
    span = Span(0, len(words))
    published = Published(day, dt.date.fromisoformat(day), day) if day is not None else None
    told = Report(key, terms.Statement, terms.Statement, Modality.ACTUAL, span, (span,))
    return Extraction(
        Document(key=key, text=words, published=published, **more),
        (Sentence(span, 0, 0, Region.BODY),),
        reports=(told,),
    )


def texts(articles):
    return {f"{ID}article/{a.document.key}": origins.text(a) for a in articles}


def of(*articles):
    found = origins.of(texts(articles))
    return [found[f"{ID}article/{a.document.key}"].rpartition("/")[2] for a in articles]


def test_a_copy_a_shortened_and_a_reworded_copy_go_back_to_the_first():
    whole = text(1)
    words = whole.split()
    shortened = " ".join(words[:60])
    reworded = " ".join(word if n % 25 else "other" for n, word in enumerate(words))
    with_more = whole + " " + text(2, 120)
    assert (
        of(article("a", whole), article("b", whole, "2023-07-15"), article("c", shortened, "2023-07-16")) == ["a"] * 3
    )
    assert (
        of(article("a", whole), article("d", reworded, "2023-07-15"), article("e", with_more, "2023-07-15"))
        == ["a"] * 3
    )


def test_other_texts_and_texts_with_a_sentence_in_common_are_independent():
    shared = text(9, 30)
    assert of(article("a", text(1) + shared), article("b", shared + text(2))) == ["a", "b"]


def test_the_first_to_publish_is_the_origin_whatever_order_they_come_in():
    first, second = article("z", text(1), "2023-07-13"), article("a", text(1), "2023-07-14")
    assert of(second, first) == of(first, second) == ["z", "z"]


def test_later_articles_change_no_origin():
    chance = random.Random(4)
    made = [article(f"n{n:02}", text(chance.randrange(6)), f"2023-07-{n + 1:02}") for n in range(20)]
    whole = origins.of(texts(made))
    for known in range(1, 20):
        early = origins.of(texts(made[:known]))
        assert early == {iri: whole[iri] for iri in early}


def test_ten_thousand_copies_are_compared_with_one_text():
    met = origins.Origins()
    told = origins.text(article("a", text(1)))
    assert {met.of(dataclasses.replace(told, page=f"page-{n}")) for n in range(10_000)} == {"page-0"}


def test_a_digest_goes_back_to_its_page_and_two_of_one_page_are_one():
    page = "https://news.example/story"
    one = article("a", text(1), digest_of=page)
    other = article("b", text(2), url="https://elsewhere.example/x", digest_of=page + "/")
    assert origins.of(texts([one, other])) == {f"{ID}article/a": page, f"{ID}article/b": page}


def test_an_account_passed_on_is_its_teller_s():
    deadline, variety = f"{ID}agent/deadline", f"{ID}agent/variety"

    def told(name, *, outlet=None, relayed=()):
        return record(name, "Picket", GUILD, when="2023-05-05", outlet=outlet, relayed=frozenset(relayed))

    quoting = [told("b", outlet=variety, relayed=[deadline]), told("c", relayed=[deadline])]
    assert independent(quoting) == {deadline}
    assert independent([*quoting, told("a", outlet=deadline)]) == {f"{ID}article/a"}
    assert len(independent([*quoting, told("a", outlet=deadline), told("d", outlet=variety)])) == 2
