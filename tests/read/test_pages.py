"""Pages as outlets make them: the words that are read, and what the page says of itself, with its origin."""

import json
from pathlib import Path

import pytest

from graph.extract.fold import fold
from graph.read import page, zones
from graph.read import shelf as kept
from graph.settings import Settings

EXPECTED = Path(__file__).parent.parent / "expected"
PAGES = sorted(p.stem for p in (EXPECTED / "articles").glob("*.json") if '"html"' in p.read_text(encoding="utf-8"))
WORDS = "<p>" + "The union and the port met on Tuesday, and will meet again on Friday with a mediator. " * 4 + "</p>"


def load(folder, ident):
    return json.loads((EXPECTED / folder / f"{ident}.json").read_text(encoding="utf-8"))


def plain(text):
    return " ".join(fold(text).split())


def read(head="", body=WORDS, *, url=None, html_tag="<html>", encoding="utf-8"):
    markup = f"<!doctype html>{html_tag}<head>{head}</head><body><article>{body}</article></body></html>"
    return page.document(markup.encode(encoding), Settings(), location="a.html", url=url)


def linked(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


# ---------------------------------------------------------------- the words


@pytest.mark.parametrize("ident", PAGES)
def test_all_evidence_is_in_what_is_read_of_the_page(ident):
    text = plain(page.text(load("articles", ident)["html"], ident))
    gold = load("gold", ident)
    for name in ("events", "proposals", "quantities", "quotes"):
        for row in gold[name]:
            assert plain(row["evidence"]) in text
    for entity in gold["entities"]:
        for mention in entity["mentions"]:
            assert plain(mention) in text


@pytest.mark.parametrize("ident", PAGES)
def test_navigation_share_bars_and_related_stories_are_left_out(ident):
    text = page.text(load("articles", ident)["html"], ident)
    for words in (
        "Facebook",
        "LinkedIn",
        "Most viewed",
        "Related stories",
        "cookies",
        "All rights",
        "window.track",
        "Terms of",
    ):
        assert words not in text


def test_a_caption_is_kept_in_its_place():
    found = read(
        body=WORDS + "<figure><img src='a.jpg'><figcaption>Nurses on May 5. <i>Jo Doe</i></figcaption></figure>" + WORDS
    )
    assert found.text.split("\n")[1] == "Nurses on May 5. Jo Doe"


def test_a_quote_in_a_block_and_the_marks_of_q_are_kept():
    block = "<blockquote><p>We asked for bread, and they brought us a stone to the table.</p></blockquote>"
    found = read(
        body=WORDS + block + "<p>It was, she said, <q>a very long <b>night</b></q> for all of them.</p>" + WORDS
    )
    assert "We asked for bread, and they brought us a stone to the table." in found.text
    assert "she said, “a very long night” for" in found.text


def test_the_headline_is_the_title_and_not_a_sentence():
    found = read(head="<title>Ports go quiet</title>", body="<h1>Ports go quiet</h1>" + WORDS)
    assert found.title == "Ports go quiet"
    assert not found.text.startswith("Ports")


# ---------------------------------------------------------------- what a page says of itself


def test_json_ld_goes_before_open_graph_before_meta_before_elements():
    head = [
        linked(headline="From JSON-LD", datePublished="2023-07-14"),
        meta("og:title", "From OpenGraph") + meta("article:published_time", "2023-07-14"),
        '<meta name="dc.title" content="From meta"><meta name="dc.date" content="2023-07-14">',
        "<title>From the element</title>",
    ]
    for first, origin in enumerate(("JSON-LD headline", "OpenGraph og:title", "meta dc.title", "element title")):
        found = read(head="".join(reversed(head[first:])))
        assert found.title == f"From {origin.split()[0].replace('element', 'the element')}"
        assert dict(found.origins)["title"] == origin


def test_each_field_says_where_it_came_from():
    found = read(
        head=linked(
            headline="Ports go quiet",
            datePublished="2023-07-14T12:00:00Z",
            author=[{"@type": "Person", "name": "Jo Doe"}, {"name": "Al Roe"}],
            publisher={"name": "Harbor Post"},
        )
        + "<link rel='canonical' href='https://harborpost.example/quiet'>"
    )
    assert (found.outlet, found.author, found.url) == (
        "Harbor Post",
        "Jo Doe, Al Roe",
        "https://harborpost.example/quiet",
    )
    assert dict(found.origins) == {
        "title": "JSON-LD headline",
        "outlet": "JSON-LD publisher",
        "author": "JSON-LD author",
        "url": "element canonical",
        "published": "JSON-LD datePublished",
        "charset": "utf-8",
    }


def test_an_article_is_found_in_a_graph_beside_the_site():
    nodes = [{"@type": "WebSite", "name": "Site"}, {"@type": ["ReportageNewsArticle"], "headline": "Ports go quiet"}]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'
    assert read(head=head).title == "Ports go quiet"


def test_of_contradicting_days_the_first_wins_and_a_note_says_so():
    found = read(head=linked(datePublished="2023-07-14") + meta("article:published_time", "2023-07-16"))
    assert found.published.edtf == "2023-07-14"
    assert found.notes == (
        "published: JSON-LD datePublished says 2023-07-14 and is used; OpenGraph article:published_time says 2023-07-16",
    )


def test_a_date_that_cannot_be_read_gives_way_to_the_next():
    found = read(head=linked(datePublished="last week") + meta("article:published_time", "2023-07-16"))
    assert (found.published.edtf, found.notes) == ("2023-07-16", ())


def test_a_day_in_the_address_is_the_last_resort():
    found = read(head='<link rel="canonical" href="https://harborpost.example/2023/07/14/ports-go-quiet">')
    assert (found.published.edtf, dict(found.origins)["published"]) == ("2023-07-14", "htmldate")


def test_a_page_that_states_nothing_gets_nothing():
    found = read()
    assert (found.title, found.outlet, found.author, found.url, found.published) == (None,) * 5


@pytest.mark.parametrize(
    "block", ["{", "[" * 50_000, '{"@type": 7}', '{"@type": "NewsArticle", "headline": {"a": 1}}', "null"]
)
def test_broken_json_ld_is_passed_over(block):
    found = read(head=f'<script type="application/ld+json">{block}</script><title>Ports go quiet</title>')
    assert found.title == "Ports go quiet"


def test_origins_and_notes_are_kept_on_the_shelf(settings):
    found = read(
        head=linked(datePublished="2023-07-14T00:30:00Z")
        + meta("og:locale", "en_GB")
        + meta("article:published_time", "2023-07-16")
    )
    assert found.published.edtf == "2023-07-14"
    kept.put(found, settings)
    (again,) = kept.load(settings)
    assert (again.origins, again.notes, again.published) == (found.origins, found.notes, found.published)


# ---------------------------------------------------------------- the newsroom's day

NIGHT = meta("article:published_time", "2023-07-14T00:30:00Z")


def test_half_past_midnight_utc_is_the_day_before_for_an_american_outlet():
    assert read(head=NIGHT, url="https://news.example.com/a").published.edtf == "2023-07-13"


@pytest.mark.parametrize("host", ["news.example.co.uk", "example.in", "example.de", "example.com.au"])
def test_an_outlet_abroad_keeps_its_own_day(host):
    assert read(head=NIGHT, url=f"https://{host}/a").published.edtf == "2023-07-14"


def test_a_locale_tells_of_a_newsroom_abroad_where_the_address_does_not():
    assert read(head=NIGHT + meta("og:locale", "en_GB")).published.edtf == "2023-07-14"
    assert read(head=NIGHT, html_tag='<html lang="en-AU">').published.edtf == "2023-07-14"
    assert read(head=NIGHT + meta("og:locale", "en_US")).published.edtf == "2023-07-13"


def test_a_stamp_with_an_offset_keeps_its_own_day():
    late = meta("article:published_time", "2023-07-14T00:30:00-04:00")
    assert read(head=late, url="https://news.example.com/a").published.edtf == "2023-07-14"


def test_every_zone_exists():
    from zoneinfo import ZoneInfo

    for zone in {*zones._COUNTRIES.values(), zones.AMERICAN}:
        ZoneInfo(zone)


@pytest.mark.parametrize(
    ("url", "locale"), [(None, None), ("not a url", ""), ("https://x.tv/", "en"), ("https://x.co/", "zz_ZZ")]
)
def test_an_outlet_of_unknown_place_is_american(url, locale):
    assert zones.newsroom(url, locale) == zones.AMERICAN


# ---------------------------------------------------------------- charsets


def test_a_page_in_windows_1252_without_a_word_on_it_is_read():
    found = read(body=WORDS.replace("The union", "The “union”"), encoding="windows-1252")
    assert "“union”" in found.text
    assert dict(found.origins)["charset"] == found.charset == "windows-1252"
