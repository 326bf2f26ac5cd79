"""Adding, changing and removing articles one by one gives what a build from nothing gives, and leaves no residue."""

import shutil

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, seed
from hypothesis import settings as examples
from hypothesis import strategies as st

from graph import build, iris, read, store, turtle
from graph.settings import Settings

HEADER = "Title: {title}\nURL: https://news.example/{key}\nOutlet: {outlet}\n{published}\n"
DATED = "Published: {0}\n"
# Starts, ends, plans, denials, joined strikes, open years, disagreements, names unknown to the registry, no day at all.
TEXTS = {
    "wga-starts": (DATED.format("2023-05-03"), "The Writers Guild of America went on strike on May 2, 2023."),
    "wga-starts-else": (DATED.format("2023-05-06"), "The Writers Guild of America went on strike on May 1, 2023."),
    "wga-ends": (DATED.format("2023-09-28"), "The Writers Guild of America strike ended on September 27, 2023."),
    "sag-starts": (DATED.format("2023-07-15"), "SAG-AFTRA went on strike on July 14, 2023."),
    "sag-starts-else": (DATED.format("2023-07-20"), "The SAG-AFTRA strike began on July 13, 2023."),
    "joined": (
        DATED.format("2023-07-16"),
        "In July SAG-AFTRA joined the writers in their walkout. The Writers Guild of America went on strike on May 2, 2023.",
    ),
    "open-year": ("", "The Writers Guild of America picketed the studios on May 5. The strike began on May 2."),
    "closes-year": (DATED.format("2023-05-07"), "The Writers Guild of America picketed the studios on May 5, 2023."),
    "uaw-plans": (DATED.format("2023-09-01"), "The United Auto Workers will strike Ford on September 15, 2023."),
    "uaw-starts": (
        DATED.format("2023-09-16"),
        "The United Auto Workers went on strike against Ford on September 15, 2023.",
    ),
    "local": (DATED.format("2024-03-12"), "The Springfield Nurses Association went on strike on March 11, 2024."),
    "local-else": (DATED.format("2024-03-10"), "The Springfield nurses association went on strike on March 9, 2024."),
    "no-labor": (DATED.format("2023-06-01"), "The weather was fine on June 1, 2023."),
}
KEYS = sorted(TEXTS)


def put(place, name, text=None):
    published, body = TEXTS[name]
    head = HEADER.format(title=f"Of {name}", key=name, outlet=f"Courier {len(name)}", published=published)
    path = place.instance.parent / f"{place.instance.name}-{name}.txt"
    path.write_text(head + (text or body) + "\n", encoding="utf-8")
    for item in read.documents(str(path), place):
        read.shelf.put(item, place)


def take(place, name):
    read.shelf.remove(f"https://news.example/{name}", place)


def nothing(rows, folder, version):
    """Writes no exports: what is compared here is the store itself."""


def built(place, *, anew=False):
    return build.build(place, anew=anew, write=nothing)


def content(place):
    """Every line of the store, sorted."""
    return sorted(map(turtle.line, store.open_published(place).store))


def beside(place, name, *, ledger=None):
    """Another instance with the same articles and cache, and the ledger given."""
    other = Settings(seeds=place.seeds, instance=place.instance.with_name(name))
    shutil.rmtree(other.instance, ignore_errors=True)
    for folder in ("articles", "cache"):
        if (place.instance / folder).is_dir():
            shutil.copytree(place.instance / folder, other.instance / folder)
    if ledger is not None:
        (other.instance / "iris.csv").write_text(ledger, encoding="utf-8")
    return other


def ledger_of(place):
    path = place.instance / "iris.csv"
    return path.read_text(encoding="utf-8") if path.is_file() else None


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    """An instance that has read every article once."""
    place = Settings(seeds=tmp_path_factory.mktemp("seeds"), instance=tmp_path_factory.mktemp("warm") / "instance")
    for name in KEYS:
        put(place, name)
    for name in ("wga-starts", "sag-starts"):
        put(place, name, "The Writers Guild of America went on strike on May 3, 2023.")
        built(place)
        put(place, name)
    built(place)
    return place


steps = st.lists(
    st.tuples(st.sampled_from(["put", "put", "take", "edit"]), st.sampled_from(KEYS)), min_size=2, max_size=3
)


@examples(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@seed(20230502)
@given(st.lists(st.sampled_from(KEYS), unique=True, min_size=6), steps)
def test_each_step_gives_what_a_build_from_nothing_gives(warm, first, steps):
    place = beside(warm, "stepwise")
    for name in set(KEYS) - set(first):
        take(place, name)
    built(place)
    for kind, name in steps:
        before = ledger_of(place)
        if kind == "take":
            take(place, name)
        else:
            put(place, name, "The Writers Guild of America went on strike on May 3, 2023." if kind == "edit" else None)
        outcome = built(place)
        other = beside(place, "whole", ledger=before)
        again = built(other, anew=True)
        assert content(place) == content(other)
        assert outcome == again
        assert ledger_of(place) == ledger_of(other)
        assert store.current(place).manifest == {
            **store.current(other).manifest,
            "gone": store.current(place).manifest["gone"],
        }


@examples(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@seed(20230714)
@given(st.lists(st.sampled_from(KEYS), unique=True, min_size=3), st.data())
def test_a_removed_article_leaves_only_its_rows_of_the_ledger(warm, names, data):
    gone = data.draw(st.sampled_from(names))
    place = beside(warm, "retracted")
    for name in {*KEYS} - {*names} | {gone}:
        take(place, name)
    first = built(place).version
    before = content(place)
    once = set(iris_of(place))
    put(place, gone)
    built(place)
    during = set(iris_of(place))
    assert once <= during | {q.subject.value for q in replaced(place)}
    take(place, gone)
    after = built(place)
    # An event that the removed article split off another leads to it still: that is the ledger's word, not the article's.
    left = {turtle.line(quad) for quad in replaced(place)}
    assert [line for line in content(place) if line not in left] == [line for line in before if line not in left]
    assert after.version == first or replaced(place)
    assert iris.article(key(place, gone)) in store.current(place).manifest["gone"]


def key(place, name):
    put(place, name)
    (found,) = [d.key for d in read.shelf.load(place) if d.url == f"https://news.example/{name}"]
    take(place, name)
    return found


def replaced(place):
    opened = store.open_published(place).store
    return list(opened.quads_for_pattern(None, ox.NamedNode("http://purl.org/dc/terms/isReplacedBy"), None, None))


def iris_of(place):
    rows = store.open_published(place).store.query("SELECT ?e { ?e <https://w3id.org/picketline/ns#articleCount> ?n }")
    return [row["e"].value for row in rows]
