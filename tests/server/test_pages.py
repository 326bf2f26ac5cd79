"""The pages: each kind opens, shows its sentences, and says what is wrong with what was asked."""

import json
import re
from html.parser import HTMLParser

import pytest

from graph import build, read, store
from graph.settings import Settings
from graph.views import evidence
from server import create_app, timeline

HTML = {"Accept": "text/html"}
PAGES = ["/", "/timeline?show=all", "/agent/wga", "/agents", "/issue/ai", "/issues", "/articles", "/data", "/ns"]


class Words(HTMLParser):
    """The text and the tags of a page."""

    def __init__(self, body):
        super().__init__()
        self.text, self.tags = [], []
        self.feed(body)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    @property
    def words(self):
        return " ".join(" ".join(self.text).split())


def page(client, path, status=200):
    response = client.get(path, headers=HTML)
    assert response.status_code == status, response.get_data(as_text=True)[:500]
    assert response.mimetype == "text/html"
    return Words(response.get_data(as_text=True))


def local(iri):
    return iri.replace("https://w3id.org/picketline/id", "")


def strike(client, party):
    found = json.loads(client.get(f"/timeline.json?party={party}&type=WorkStoppage&from=2023-05-01").data)
    return next(e for e in found if e["earliestStart"] and e["latestEnd"])


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_heading_a_language_and_no_inline_code(client, path):
    found = page(client, path)
    tags = [tag for tag, _ in found.tags]
    assert tags.count("h1") == 1
    assert ("html", {"lang": "en"}) in found.tags
    assert "style" not in tags
    for tag, attrs in found.tags:
        assert not any(name == "style" or name.startswith("on") for name in attrs), (tag, attrs)
        assert tag != "script" or "src" in attrs or attrs.get("type") == "application/json"


@pytest.mark.parametrize("path", PAGES)
def test_every_local_link_of_a_page_leads_somewhere(client, path):
    links = {attrs["href"].split("#")[0] for tag, attrs in page(client, path).tags if tag == "a" and "href" in attrs}
    kinds = {}
    for target in sorted(link for link in links if link.startswith("/")):
        kinds.setdefault((target.split("/")[1].split("?")[0], target.rpartition(".")[2][:6]), []).append(target)
    for targets in kinds.values():
        for target in targets[:2]:
            assert client.get(target, headers=HTML).status_code in (200, 301, 303), target


def test_the_timeline_shows_the_strikes_with_their_days_and_sentences(client):
    found = page(client, "/")
    assert "148 days" in found.words
    assert "118 days" in found.words
    assert "our digest of" in found.words
    dates = re.findall(r"\b\d{1,2} \w+ 2023\b", found.words)
    assert len(dates) > 20


def test_filters_narrow_and_are_kept_in_the_links(client):
    every = json.loads(client.get("/timeline.json").data)
    some = json.loads(client.get("/timeline.json?party=dga&from=2023-06-01&to=2023-06-30").data)
    assert 0 < len(some) < len(every)
    assert all("DGA" in [p["name"] for p in e["parties"]] for e in some)
    both = json.loads(client.get("/timeline.json?party=dga,wga").data)
    assert len(both) > len(json.loads(client.get("/timeline.json?party=dga").data))
    found = page(client, "/timeline?party=dga&show=all")
    assert ("/timeline.csv?party=dga&show=all") in [attrs.get("href") for _, attrs in found.tags]
    votes = json.loads(client.get("/timeline.json?type=VoteEvent").data)
    assert {e["type"].rpartition("#")[2] for e in votes} >= {"RatificationVote"}
    assert "Nothing fits" in page(client, "/timeline?q=zebra").words


def test_the_timeline_as_csv_and_turtle_hold_the_same_events(client):
    every = json.loads(client.get("/timeline.json").data)
    rows = client.get("/timeline.csv").get_data(as_text=True).splitlines()
    assert len(rows) == len(every) + 1
    turtle = client.get("/timeline.ttl").get_data(as_text=True)
    assert all(e["iri"].rpartition("/")[2] in turtle for e in every)
    tag = client.get("/timeline.json").headers["ETag"]
    assert client.get("/timeline.json", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("from=yesterday", "from='yesterday': expected a day"),
        ("to=2023-02-30", "expected a day such as"),
        ("from=2023-06-02&to=2023-06-01", "before it begins"),
        ("party=nobody-at-all", "no agent of that name"),
        ("type=Picnic", "no class of that name"),
        ("issue=weather", "no subject of bargaining"),
        ("show=some", "expected key or all"),
        ("page=0", "whole number from 1"),
        ("colour=red", "expected one of"),
    ],
)
def test_a_wrong_filter_is_answered_with_what_was_expected(client, query, says):
    assert says in page(client, f"/timeline?{query}", 400).words
    problem = client.get(f"/timeline.json?{query}")
    assert problem.status_code == 400
    assert problem.mimetype == "application/problem+json"
    assert says in problem.get_json()["detail"]


def test_an_event_shows_what_each_source_says(client):
    event = strike(client, "wga")
    found = page(client, local(event["iri"]))
    assert event["label"] in found.words
    assert "148 days" in found.words
    assert f"What each source says ({event['articles']}" in found.words or event["articles"] >= 1
    links = [attrs.get("href", "") for tag, attrs in found.tags if tag == "a"]
    sources = {link.split("#")[0] for link in links if link.startswith("/article/")}
    assert len(sources) == event["articles"]
    assert "/agent/wga" in links


def test_the_sentence_behind_a_link_is_marked_on_the_article_s_page(client):
    event = strike(client, "sag-aftra")
    links = [attrs.get("href", "") for tag, attrs in page(client, local(event["iri"])).tags if tag == "a"]
    link = next(link for link in links if link.startswith("/article/") and "#s" in link)
    path, _, fragment = link.partition("#")
    article = page(client, path)
    assert ("span", {"class": "used", "id": fragment}) in article.tags
    assert "our digest of the article" in article.words


def test_an_agent_shows_roles_events_and_where_it_is_named(client):
    found = page(client, "/agent/sag-aftra")
    assert "Duncan Crabtree-Ireland" in found.words
    assert "since 21 June 2021" in found.words
    assert "Named in" in found.words


@pytest.mark.parametrize("path", ["/agent/nobody", "/event/nothing", "/issue/none", "/article/no", "/nope"])
def test_what_is_not_there_is_a_page_that_helps(client, path):
    found = page(client, path, 404)
    assert "the timeline" in found.words
    assert client.get(path, headers={"Accept": "application/json"}).get_json()["status"] == 404


def test_before_the_first_build_a_page_says_how(settings):
    client = create_app(settings).test_client()
    response = client.get("/", headers=HTML)
    assert response.status_code == 503
    assert "picketline build" in response.get_data(as_text=True)
    assert client.get("/timeline.json").get_json()["status"] == 503


def test_a_store_of_another_format_is_told_as_such(settings):
    home = settings.published / "v"
    home.mkdir(parents=True)
    (home / "manifest.json").write_text('{"format": 99}', encoding="utf-8")
    (settings.published / "CURRENT").write_text("v\n", encoding="utf-8")
    response = create_app(settings).test_client().get("/", headers=HTML)
    assert response.status_code == 503
    assert "format 99" in response.get_data(as_text=True)


HOSTILE = """Title: <script>alert(1)</script> "href=javascript:alert(1)
URL: javascript:alert(document.domain)
Outlet: <img src=x onerror=alert(2)>
Published: 2024-03-12

The <b>Zed</b> Workers Union (ZWU) went on strike against "Acme <script>alert(3)</script> Corp" on March 11, 2024. \
\u202eThe WGA went on strike on March 11, 2024, \u202cZWU president Kim O'<i>Hara</i> said. \
The {name} Workers Union went on strike on March 12, 2024.
"""


def test_hostile_words_stay_words(tmp_path):
    place = Settings(seeds=tmp_path / "seeds", instance=tmp_path / "instance")
    path = tmp_path / "hostile.txt"
    path.write_text(HOSTILE.replace("{name}", "Very" * 1200), encoding="utf-8")
    for item in read.documents(str(path), place):
        read.shelf.put(item, place)
    build.build(place)
    client = create_app(place).test_client()
    events = json.loads(client.get("/timeline.json").data)
    assert events
    agents = {local(p["iri"]) for e in events for p in e["parties"]}
    articles = re.findall(r'href="(/article/[^"#]+)"', client.get("/articles", headers=HTML).get_data(as_text=True))
    assert articles
    for target in ["/?show=all", "/agents", "/articles", *agents, *articles, *(local(e["iri"]) for e in events)]:
        found = page(client, target)
        assert not [attrs for tag, attrs in found.tags if tag in ("img", "b", "i")]
        assert all("src" in attrs for tag, attrs in found.tags if tag == "script")
        assert not [attrs for _, attrs in found.tags if "javascript:" in str(attrs.get("href", ""))]


def test_the_pages_of_the_list_tell_each_event_once_and_keep_the_filters(client):
    asked = "show=all&from=2007-01-01"
    expected = [event["iri"].rpartition("/")[2] for event in client.get(f"/timeline.json?{asked}").json]
    count = -(-len(expected) // timeline.PAGE)
    assert count > 1
    met = []
    for number in range(1, count + 1):
        text = client.get(f"/timeline?{asked}&page={number}").text
        met += re.findall(r'<a href="/event/([^"#]+)">', text.partition('<div class="list">')[2])
        later = f'href="/timeline?from=2007-01-01&amp;page={number + 1}&amp;show=all"'
        assert (later in text) is (number < count)
    assert met == expected


def test_the_timeline_counts_the_articles_that_the_list_of_sources_shows(client, built):
    sources = evidence.sources(store.open_published(built).store)
    assert f"Read from {len(sources)} articles" in client.get("/timeline").text
    some = sorted(sources)[:3]
    assert evidence.sources(store.open_published(built).store, some) == {iri: sources[iri] for iri in some}
