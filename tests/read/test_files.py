"""Articles from files: what is read, and what each kind of bad input says."""

import json
import tracemalloc

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph import read
from graph.errors import SourceError
from graph.model import Document
from graph.read import file, language, shelf
from graph.settings import Settings

PLACE = Settings()
BODY = "The union and the company met on Tuesday.\n\nThey will meet again."
HEAD = "Title: Talks go on\nURL: https://news.example/talks\nOutlet: Example\nPublished: 2024-02-03\n\n"


def put(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def only(path, settings=PLACE):
    (item,) = read.documents(str(path), settings)
    return item


def refused(path, settings=PLACE):
    item = only(path, settings)
    assert isinstance(item, SourceError), item
    return str(item)


def test_a_header_block_is_read_and_written_back(tmp_path):
    found = only(put(tmp_path, "a.txt", HEAD + BODY))
    assert (found.title, found.outlet, found.url) == ("Talks go on", "Example", "https://news.example/talks")
    assert found.published.day.isoformat() == "2024-02-03"
    assert found.text == BODY
    again = only(put(tmp_path, "b.txt", file.write(found)))
    assert (again.key, again.text, again.published) == (found.key, found.text, found.published)


def test_a_bare_text_is_a_body_and_nothing_is_made_up(tmp_path):
    found = only(put(tmp_path, "bare.txt", BODY))
    assert found.text == BODY
    assert (found.title, found.url, found.outlet, found.author, found.published, found.retrieved) == (None,) * 6


def test_a_text_that_only_looks_like_a_header_is_a_body(tmp_path):
    text = "Breaking: the union walked out.\n\nMore soon."
    assert only(put(tmp_path, "a.txt", text)).text == text


def test_a_misspelt_header_is_loud(tmp_path):
    assert "unknown header 'Publised'; known are Title" in refused(
        put(tmp_path, "a.txt", "Title: X\nPublised: 2024-01-01\n\n" + BODY)
    )


def test_a_wrong_date_says_what_was_expected(tmp_path):
    assert "Published: publication date 'last week': expected a day" in refused(
        put(tmp_path, "a.txt", "Title: X\nPublished: last week\n\n" + BODY)
    )
    assert "Retrieved: found 'May'" in refused(put(tmp_path, "b.txt", "Title: X\nRetrieved: May\n\n" + BODY))


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path, data):
    assert "empty" in refused(put(tmp_path, "a.txt", data))


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n\x80\x81\x9d", bytes(range(256)) * 4, b"\0" * 500]
)
def test_binary_is_refused(tmp_path, data):
    assert "expected text" in refused(put(tmp_path, "a.txt", data))


def test_five_million_characters_are_refused_with_the_limit(tmp_path):
    assert "5,000,000 characters; at most 2,000,000 are read" in refused(put(tmp_path, "a.txt", "word " * 1_000_000))


def test_a_file_of_more_bytes_than_are_read_is_refused(tmp_path):
    assert "at most 1,000 are read" in refused(put(tmp_path, "a.txt", "x" * 2000), Settings(max_download=1000))


@pytest.mark.parametrize(
    ("encoding", "known_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("windows-1252", "windows-1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_encodings_are_told_apart(tmp_path, encoding, known_as):
    text = "The guild’s “final” offer – a café’s worth of pay.\nSecond line."
    found = only(put(tmp_path, "a.txt", text.encode(encoding)))
    assert (found.text, found.charset) == (text, known_as)


def test_line_breaks_are_of_one_kind(tmp_path):
    assert only(put(tmp_path, "a.txt", b"one\r\ntwo\rthree\nfour")).text == "one\ntwo\nthree\nfour"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda t: t.strip()))
def test_any_text_is_kept_exactly(text):
    assume(language.foreign(text) is None)
    found = file.document(text.encode(), PLACE, location="x", stem="x")
    if not text.startswith("\ufeff") and found.title is None:
        assert found.text == text


# ---------------------------------------------------------------- JSON

ARTICLE = {
    "id": "7",
    "url": "https://news.example/7",
    "outlet": "Example",
    "published": "2024-02-03",
    "title": "T",
    "text": BODY,
}


def test_a_json_article(tmp_path):
    found = only(put(tmp_path, "a.json", json.dumps(ARTICLE)))
    assert (found.title, found.text, found.published.edtf) == ("T", BODY, "2024-02-03")


def test_a_date_time_is_told_as_the_day_of_the_newsroom(tmp_path):
    found = only(put(tmp_path, "a.json", json.dumps({**ARTICLE, "published": "2023-07-14T00:30:00Z"})))
    assert found.published.day.isoformat() == "2023-07-13"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"text": None}, "text: found null; expected text"),
        ({"title": 5}, "title: found a number 5; expected text or null"),
        ({"published": "soon"}, "published: publication date 'soon'"),
        ({"url": ["x"]}, "url: found a list"),
        ({"id": True}, "id: found true or false true"),
        ({"text": ""}, "empty"),
    ],
)
def test_a_wrong_field_is_named(tmp_path, change, says):
    assert says in refused(put(tmp_path, "a.json", json.dumps({**ARTICLE, **change})))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON"),
        ("5", "found a number 5"),
        ("", "empty"),
        ('{"id": "1"}', "lacks url, outlet, published, title, text"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_article_says_so(tmp_path, text, says):
    assert says in refused(put(tmp_path, "a.json", text))


def test_a_broken_line_is_named_and_the_rest_goes_in(tmp_path):
    rows = [json.dumps({**ARTICLE, "id": str(n), "url": f"https://news.example/{n}"}) for n in range(5)]
    rows[2] = rows[2][:40]
    found = list(read.documents(str(put(tmp_path, "a.jsonl", "\n".join(rows))), PLACE))
    assert [isinstance(item, Document) for item in found] == [True, True, False, True, True]
    assert "a.jsonl:3: not JSON" in str(found[2])


def test_a_long_jsonl_is_not_held_in_memory(tmp_path):
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(3_000):
            out.write(json.dumps({**ARTICLE, "id": str(number), "text": BODY + " word" * 1_200}) + "\n")
    assert path.stat().st_size > 17_000_000
    tracemalloc.start()
    count = sum(1 for _ in read.documents(str(path), PLACE))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3_000
    assert peak < 3_000_000


def test_half_a_character_is_replaced_in_its_place(tmp_path):
    row = json.dumps({**ARTICLE, "title": "Strike \ud83d", "text": BODY + " \ud83d!"})
    found = only(put(tmp_path, "a.json", row))
    assert (found.title, found.text) == ("Strike \ufffd", BODY + " \ufffd!")


# ---------------------------------------------------------------- pages, folders, feeds, the shelf

PAGE = """<!doctype html><html><head><title>Port workers walk out | Harbor Post</title>
<meta property="og:site_name" content="Harbor Post"><meta property="og:title" content="Port workers walk out">
<meta property="article:published_time" content="2024-10-01T09:00:00-04:00">
<link rel="canonical" href="https://harbor.example/walkout"></head><body><nav><a href="/">Home</a></nav><article><h1>Port workers walk out</h1>
<p>Members of the dockers' union walked off the job on Tuesday after talks on wages ended without a deal, the union said.</p>
<p>The association of terminal owners said that it had offered a raise of 50 percent over six years and that it was ready to meet.</p>
<p>Ships are waiting outside the harbor, and shops fear that goods for the holidays could come late if it goes on for weeks.</p></article>
<script>alert(1)</script></body></html>"""


def test_a_page(tmp_path):
    found = only(put(tmp_path, "a.html", PAGE))
    assert found.title == "Port workers walk out"
    assert found.url == "https://harbor.example/walkout"
    assert found.published.day.isoformat() == "2024-10-01"
    assert "terminal owners" in found.text
    assert "alert" not in found.text


def test_a_page_without_an_article_is_refused(tmp_path):
    assert "no article found in the page" in refused(
        put(tmp_path, "a.html", "<html><body><nav>Home</nav><p>Hello.</p></body></html>")
    )


def test_a_page_without_a_stated_date_has_none(tmp_path):
    page = PAGE.replace('<meta property="article:published_time" content="2024-10-01T09:00:00-04:00">', "")
    assert only(put(tmp_path, "a.html", page)).published is None


def test_a_folder_is_read_in_order_and_an_empty_one_refused(tmp_path):
    put(tmp_path, "b.txt", BODY)
    put(tmp_path, "a.txt", HEAD + BODY)
    assert [item.title for item in read.documents(str(tmp_path), PLACE)] == ["Talks go on", None]
    (tmp_path / "none").mkdir()
    assert "a folder without articles" in refused(tmp_path / "none")
    assert "no such file" in refused(tmp_path / "absent.txt")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Labor Wire</title>
<item><title>Deal at the mill</title><link>https://wire.example/1</link><pubDate>Fri, 14 Jul 2023 00:30:00 +0000</pubDate>
<description>&lt;p&gt;The union and the mill reached a deal.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>
<item><title>Dockers walk out</title><link>https://wire.example/2</link></item>
<item><link>https://wire.example/3</link></item></channel></rss>"""


def test_a_feed(tmp_path):
    found, bare, empty = read.documents(str(put(tmp_path, "a.xml", FEED)), PLACE)
    assert (found.title, found.outlet, found.text) == (
        "Deal at the mill",
        "Labor Wire",
        "The union and the mill reached a deal.",
    )
    assert found.published.day.isoformat() == "2023-07-13"
    assert bare.text == "Dockers walk out"
    assert "without text" in str(empty)


def test_what_is_no_feed_is_refused(tmp_path):
    assert "no entries in the feed" in refused(put(tmp_path, "a.xml", "<a><b/></a>"))


def test_the_shelf_keeps_replaces_and_drops(settings, tmp_path):
    document = only(put(tmp_path, "a.txt", HEAD + BODY))
    assert shelf.put(document, settings)
    assert not shelf.put(document, settings)
    edited = only(put(tmp_path, "a.txt", HEAD + BODY + " A deal is near."))
    assert edited.key == document.key
    assert shelf.put(edited, settings)
    (kept,) = shelf.load(settings)
    assert kept.text.endswith("A deal is near.")
    assert shelf.remove("nothing", settings) is None
    assert shelf.remove(f"https://w3id.org/picketline/id/article/{kept.key}", settings).key == kept.key
    assert list(shelf.load(settings)) == []


def test_a_damaged_file_of_the_shelf_is_named(settings):
    settings.articles.mkdir(parents=True)
    (settings.articles / "x.json").write_text("{", encoding="utf-8")
    (item,) = shelf.load(settings)
    assert "x.json: a damaged file of the shelf" in str(item)
