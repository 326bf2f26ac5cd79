"""What the pages tell of how a thing was read: the figures of a vote, measured precision, where metadata was found."""

import pyoxigraph as ox
import pytest

from graph import build, read
from graph.settings import Settings
from graph.store import open_published
from server import create_app

PAGE = """<!doctype html><html><head><title>Actors vote to walk out</title>
<meta property="og:title" content="Actors vote to walk out">
<meta property="og:site_name" content="The Daily Reel">
<meta property="article:published_time" content="2023-06-06T09:00:00-07:00">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Actors vote to walk out",
"datePublished": "2023-06-07T09:00:00-07:00"}</script></head>
<body><article><h1>Actors vote to walk out</h1>
<p>Members of SAG-AFTRA voted on June 5 to authorize a strike, with 97.91 percent in favor and a turnout of 48 percent.</p>
<p>The AMPTP offered SAG-AFTRA raises of 5 percent in pay. SAG-AFTRA rejected the offer on Monday.</p>
<p>Contract talks between the union and the studios are due to begin this week, and both sides say that they hope for a deal.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reading")
    settings = Settings(seeds=folder / "seeds", instance=folder / "instance")
    settings.seeds.mkdir()
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    for document in read.documents(str(folder / "page.html"), settings):
        read.shelf.put(document, settings)
    outcome = build.build(settings)
    assert outcome.set_aside == ()
    return settings


def ask(settings, query):
    return list(open_published(settings).store.query("PREFIX pl: <https://w3id.org/picketline/ns#>\n" + query))


def text(settings, path):
    return create_app(settings).test_client().get(path).get_data(as_text=True)


def local(node: ox.NamedNode) -> str:
    return "/" + node.value.split("/id/")[1]


def test_a_vote_s_page_gives_its_shares_and_how_well_its_frame_reads(place):
    ((vote,),) = ask(place, "SELECT ?v { ?v pl:yesPercent 97.91 ; pl:turnoutPercent 48.0 ; pl:outcome 'approved' }")
    shown = text(place, local(vote))
    assert "97.91" in shown
    assert "right on articles read by hand" in shown


def test_an_offer_s_page_tells_what_became_of_it(place):
    rows = ask(place, "SELECT ?o ?r { ?r pl:rejects ?o . ?o pl:termsText 'raises of 5 percent in pay' }")
    offer, _ = rows[0]
    assert "rejected" in text(place, local(offer))


def test_an_article_s_page_tells_where_its_metadata_was_found(place):
    ((article,),) = ask(place, "SELECT ?a { ?a pl:fieldOrigin/pl:foundIn ?p ; pl:sourceNote ?n } LIMIT 1")
    shown = text(place, local(article))
    assert "Where the page says so" in shown
    assert "JSON-LD" in shown
