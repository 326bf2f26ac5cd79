"""What most tests start from: the lexicon, the compiled rules, a document from a few sentences, settings in a new folder."""

import os
from pathlib import Path

import hypothesis
import pytest

import ontology
from graph import dates
from graph.extract import compile_rules, extract
from graph.model import Document
from graph.settings import Settings

ROOT = Path(__file__).parent.parent

# No test is timed, and a run can be had again: HYPOTHESIS_PROFILE=search looks for examples that were not tried before.
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser):
    floors = parser.getgroup("floors", "the scores that tests/test_scores.py holds to")
    floors.addoption("--raise-floors", action="store_true", help="lift the floors to what is reached now")
    floors.addoption("--lower-floors", action="store_true", help="set the floors to what is reached now, even if lower")


@pytest.fixture(scope="session")
def lexicon():
    return ontology.load()


@pytest.fixture(scope="session")
def rules(lexicon):
    return compile_rules(lexicon)


@pytest.fixture
def settings(tmp_path):
    return Settings(seeds=tmp_path / "seeds", instance=tmp_path / "instance")


@pytest.fixture(scope="session")
def read_text(rules):
    """Extracts from a text: `read_text("...", published="2023-05-05")`."""

    def run(text, *, published=None, title="A headline"):
        stamp = dates.published(published) if published else None
        return extract(Document(key="test", text=text, title=title, published=stamp), rules)

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The settings of a graph built from the seeds, once for all tests that only read it."""
    from graph import build

    place = Settings(seeds=ROOT / "seeds", instance=tmp_path_factory.mktemp("instance"))
    build.build(place)
    return place
