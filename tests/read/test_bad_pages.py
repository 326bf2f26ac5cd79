"""Pages as they should not be: what they say of themselves is told, and not trusted where it cannot be."""

import json
from datetime import timedelta

import pytest

from graph import read
from graph.read import page, trust
from graph.settings import Settings

WORDS = "<p>" + "The union and the port met on Tuesday, and will meet again on Friday with a mediator. " * 4 + "</p>"


def of(head="", body=WORDS, *, html_tag="<html>", encoding="utf-8"):
    markup = f"<!doctype html>{html_tag}<head>{head}</head><body><article>{body}</article></body></html>"
    return page.document(markup.encode(encoding), Settings(), location="a.html")


def block(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def day(value):
    return f'<meta property="article:published_time" content="{value}">'


def test_an_amp_page_is_read():
    head = (
        '<link rel="canonical" href="https://harborpost.example/a">' + day("2023-07-14") + "<title>Quiet ports</title>"
    )
    found = of(
        head=head, html_tag="<html ⚡ lang='en'>", body="<amp-img src='a'></amp-img>" + WORDS + "<amp-ad>Buy</amp-ad>"
    )
    assert (found.title, found.published.edtf, found.url) == (
        "Quiet ports",
        "2023-07-14",
        "https://harborpost.example/a",
    )
    assert "Buy" not in found.text


@pytest.mark.parametrize("wrap", [lambda n: n, lambda n: {"@graph": n}, lambda n: [{"@graph": n}]])
def test_an_article_is_found_in_a_list_and_in_a_graph(wrap):
    nodes = [
        {"@type": "BreadcrumbList"},
        {"@type": "NewsArticle", "headline": "Quiet ports", "datePublished": "2023-07-14"},
    ]
    found = of(head=block(wrap(nodes)))
    assert (found.title, found.published.edtf) == ("Quiet ports", "2023-07-14")


def test_authors_are_read_from_a_list_of_objects_and_names():
    author = [{"@type": "Person", "name": "Jo Doe"}, {"name": "Al Roe"}, "Di Poe", {"url": "https://x.example"}]
    assert of(head=block({"@type": "NewsArticle", "author": author})).author == "Jo Doe, Al Roe, Di Poe"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_a_page_without_a_charset_is_read(encoding):
    found = of(body=WORDS.replace("The union", "The “café” union"), encoding=encoding)
    assert "“café”" in found.text
    assert found.charset == encoding


def test_entities_written_twice_are_read_as_their_signs():
    found = of(
        head=block({"@type": "NewsArticle", "headline": "Nurses &amp;amp; aides say &amp;#8220;no&amp;#8221;"}),
        body=WORDS.replace("The union", "Nurses &amp;amp; aides of the &amp;#8220;union&amp;#8221;"),
    )
    assert found.title == "Nurses & aides say “no”"
    assert "Nurses & aides of the “union”" in found.text


@pytest.mark.parametrize("stamp", ["1900-01-01", "1970-01-01T00:00:00Z", "2150-05-01"])
def test_a_day_that_cannot_be_is_told_of_and_not_used(stamp):
    found = of(head=day(stamp))
    assert found.published is None
    (note,) = found.notes
    assert note.startswith("published: OpenGraph article:published_time says ")
    assert note.endswith("; not used")


def test_tomorrow_is_not_trusted_where_it_has_come_nowhere():
    tomorrow = (trust.today() + timedelta(days=1)).isoformat()
    assert of(head=day(tomorrow)).published is None
    assert of(head=day(trust.today().isoformat())).published is not None


def test_the_next_origin_is_used_where_the_first_is_not_believed():
    found = of(
        head=block({"@type": "NewsArticle", "datePublished": "1900-01-01"})
        + day("2023-07-14")
        + '<meta name="dc.date" content="2023-07-20">'
    )
    assert (found.published.edtf, dict(found.origins)["published"]) == (
        "2023-07-14",
        "OpenGraph article:published_time",
    )
    assert "JSON-LD datePublished says 1900-01-01" in found.notes[0]
    assert "meta dc.date says 2023-07-20" in found.notes[1]


def test_an_old_page_of_an_archive_keeps_its_day():
    assert of(head=day("1960-01-17")).published.edtf == "1960-01-17"


def test_a_block_without_marks_and_a_caption_told_twice_are_kept():
    block_ = "<blockquote>We asked for bread, and they brought us a stone to the table.</blockquote>"
    caption = "<figure><img src='a'><figcaption>Nurses on the line on May 5.</figcaption></figure><p>Nurses on the line on May 5.</p>"
    found = of(body=WORDS + block_ + caption + WORDS.replace("port", "mill"))
    assert "We asked for bread, and they brought us a stone to the table." in found.text
    assert found.text.count("Nurses on the line on May 5.") == 1


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><item><title>T</title>
<link>https://wire.example/1</link><pubDate>Fri, 14 Jul 2150 00:30:00 +0000</pubDate>
<description>The union and the mill reached a deal.</description></item></channel></rss>"""


def test_an_entry_from_the_future_is_told_of_and_not_dated(tmp_path):
    (tmp_path / "a.xml").write_text(FEED, encoding="utf-8")
    (found,) = read.documents(str(tmp_path / "a.xml"), Settings())
    assert found.published is None
    assert found.notes[0].startswith("published: feed published says 2150-07-13, which had not come on")
