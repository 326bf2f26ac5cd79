"""Input that nobody wrote as news: it is read to its end, or refused with a reason; never half-read, never a crash."""

import json

import pytest

from graph import dates, predict, read
from graph.errors import SourceError
from graph.extract import extract, ground
from graph.model import Document
from graph.settings import Settings

NEWS = "The Dockers Federation struck the port on Monday, its president, Ann Low, said. “We had no choice,” she added. "


def found(text, rules, published="2023-07-14"):
    return extract(Document(key="h", text=text, published=dates.published(published)), rules)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' * 100_000, id="100,000 straight quotation marks"),
        pytest.param("“" * 100_000, id="100,000 opening quotation marks"),
        pytest.param('" ' * 50_000, id="quotation marks apart"),
        pytest.param("(" * 50_000, id="50,000 open brackets"),
        pytest.param("(the union " * 5_000, id="open brackets around words"),
        pytest.param("$1 " * 15_000, id="figures without end"),
        pytest.param("1," * 25_000, id="one number without end"),
        pytest.param("Jo Doe said " * 3_000, id="speakers without words"),
        pytest.param(", and " * 10_000, id="commas"),
        pytest.param("a\n" * 20_000, id="lines of one letter"),
        pytest.param(" " * 1_000_000 + "x", id="a million spaces"),
        pytest.param("." * 20_000, id="full stops"),
        pytest.param("the union, which struck and - " * 3_000, id="one sentence without end"),
        pytest.param(NEWS * 200, id="one line of news without end"),
        pytest.param("\u200b\u202e\ufeff" * 5_000, id="characters that nobody sees"),
    ],
)
def test_a_text_without_measure_is_read_to_its_end(rules, text):
    extraction = found(text, rules)
    assert ground.problems(extraction) == ()
    assert json.dumps(predict.prediction(extraction, rules))


def test_a_line_of_two_megabytes_is_read_to_its_end(rules):
    text = ("and so on " + " " * 790) * 2_499 + NEWS
    assert len(text) > 1_999_000
    extraction = found(text, rules)
    assert ground.problems(extraction) == ()
    assert extraction.sentences[-1].span.end == len(text.rstrip())


def test_what_is_longer_than_an_article_is_refused_with_its_length(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("and so on " * 200_001, encoding="utf-8")
    (item,) = read.documents(str(path), Settings())
    assert isinstance(item, SourceError)
    assert item.problem == "2,000,010 characters; at most 2,000,000 are read"


def test_noise_around_the_news_hides_none_of_it(rules):
    plain = found(NEWS, rules)
    noisy = found('"' * 1_001 + "\n\n" + NEWS + "\n\n" + "(" * 1_000, rules)
    assert {(r.type, r.modality) for r in plain.reports} <= {(r.type, r.modality) for r in noisy.reports}


@pytest.mark.parametrize("published", ["1900-01-01", "2199-12-31"])
def test_a_day_of_publication_long_past_or_to_come_is_taken_at_its_word(rules, published):
    text = "SAG-AFTRA went on strike on January 1. The union will meet the studios next week."
    dated = [r.when.edtf for r in found(text, rules, published).reports if r.when is not None]
    assert dated
    for edtf in dated:
        bounds = dates.bounds(edtf)
        assert bounds is None or abs(dates.hull(bounds)[1].year - int(published[:4])) <= 1


def test_an_article_without_a_day_leaves_its_years_open(rules):
    extraction = extract(Document(key="h", text="SAG-AFTRA went on strike on May 5."), rules)
    assert [r.when.edtf for r in extraction.reports if r.when is not None] == ["XXXX-05-05"]


def test_a_stretch_without_a_full_stop_is_cut_at_a_space(rules):
    sentences = found("the union and " * 2_000, rules).sentences
    assert max(s.span.end - s.span.start for s in sentences) <= 3_000
    assert all(s.span.of("the union and " * 2_000).split()[0] in ("the", "union", "and") for s in sentences)
