"""Feed entries as they come: empty, bare headlines, bits of HTML, other tongues, odd dates, copies. Read to the end, and no
event told twice for being told in two copies.
"""

from datetime import date
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from graph import read, reconcile
from graph.errors import SourceError
from graph.extract import extract
from graph.model import Document
from graph.settings import Settings

_NEWS = (
    "Dockers walk out at Port of Reno",
    "The Dockers Federation struck the port on Monday, its president said.",
    "Members of the Dockers Federation voted 91% to ratify the contract with Harbor Freight Lines.",
    "The Teamsters and UPS reached a tentative agreement on July 25.",
    "Talks between the Teamsters and UPS broke down early Wednesday.",
)
_ODD = (
    "",
    " ",
    "🚨🚨 STRIKE 🚨🚨 #solidarity 💪",
    "<p>Read <a href='x'>more</a> &amp; <b>share</b><br/><script>alert(1)</script>",
    "Los trabajadores del puerto van a la huelga el lunes por la mañana.",
    "Die Beschäftigten streiken seit Montag für mehr Lohn.",
    "港湾労働者が月曜日にストライキに入った。",
    "<![CDATA[ half a thing ]]> &nbsp;&#8217;&#x2014;",
    "AP AP AP . . . ( ) “ ” ‘ ’",
    "\u202eekirts no era srekcoD\u202c \u0000 \ufeff",
    "1/2/3 30 February 2023, 99:99 p.m., the 45th of May, 0000-00-00",
    "strike " * 50,
)
_STAMPS = (
    "",
    "Tue, 25 Jul 2023 10:00:00 GMT",
    "2023-07-26T00:30:00Z",
    "not a date",
    "1900-01-01",
    "2399-12-31",
    "25/07/2023",
    "Wed, 99 Foo 2023 25:61:00 +9999",
)

_PARTS = st.lists(st.sampled_from((*_NEWS, *_ODD)) | st.text(max_size=40), max_size=3)
_ENTRIES = st.lists(st.tuples(st.sampled_from((*_NEWS, *_ODD)), _PARTS, st.sampled_from(_STAMPS)), max_size=6)


def feed(entries):
    rows = "".join(
        f"<item><title>{escape(title)}</title><link>https://example.org/{number}</link>"
        f"<description>{escape(' '.join(parts))}</description><pubDate>{escape(stamp)}</pubDate></item>"
        for number, (title, parts, stamp) in enumerate(entries)
    )
    return f"<rss version='2.0'><channel><title>News</title>{rows}</channel></rss>".replace("\x00", "").encode(
        errors="replace"
    )


def told(place, entries, rules, lexicon):
    path = place / "feed.xml"
    path.write_bytes(feed(entries))
    found = list(read.documents(str(path), Settings(seeds=place / "seeds", instance=place / "instance")))
    assert all(isinstance(one, Document | SourceError) for one in found)
    documents = {one.key: one for one in found if isinstance(one, Document)}
    return reconcile.timeline([extract(one, rules).told for one in documents.values()], lexicon)


@settings(max_examples=60)
@given(entries=_ENTRIES)
def test_odd_entries_are_read_to_the_end_and_copies_make_no_second_event(entries, rules, lexicon, tmp_path_factory):
    place = tmp_path_factory.mktemp("feed")
    once = told(place, entries, rules, lexicon)
    twice = told(place, [*entries, *entries], rules, lexicon)
    assert len(twice.clusters) == len(once.clusters)


def test_an_entry_of_a_megabyte_is_read(rules, lexicon, tmp_path):
    news = "Members of the Teamsters voted 91% to ratify the contract with UPS. "
    timeline = told(tmp_path, [(_NEWS[0], [news, "The weather was fine. " * 50_000], _STAMPS[1])], rules, lexicon)
    assert [cluster.kind.rpartition("#")[2] for cluster in timeline.clusters] == ["RatificationVote"]


def test_a_bare_headline_is_read(rules, tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(feed([("Teamsters members ratify contract with UPS", [], _STAMPS[1])]))
    (found,) = read.documents(str(path), Settings(seeds=tmp_path / "seeds", instance=tmp_path / "instance"))
    assert found.published.day == date(2023, 7, 25)
    assert [r.type.rpartition("#")[2] for r in extract(found, rules).told.reports] == ["RatificationVote"]
