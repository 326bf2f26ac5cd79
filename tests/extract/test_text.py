"""What part of a page a line is: buttons and links are passed over, short news beginning with the same words is not."""

import pytest

from graph.extract import text
from graph.extract.words import Words
from graph.model import Document, Region
from ontology import load

WORDS = Words(load())


def region_of(line):
    """The region of the only line of a document."""
    (sentence, *_) = text.sentences(Document(key="test", text=line), WORDS)
    return sentence.region


@pytest.mark.parametrize(
    "line",
    [
        "Read more on this story here",
        "Sign up for our newsletter today",
        "Share this article",
        "Get alerts that are delivered to your inbox",
        "READ ALSO: The bakers' long walkout, and how it came to an end after eleven weeks without bread in the whole county",
        "Related: Where each plant of the company stands in the vote",
        "2 years ago #strike #bakers",
        "© 2023 The Dunmore Post",
    ],
)
def test_buttons_and_links_are_furniture(line):
    assert region_of(line) is Region.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "Support staff at the schools walked off the job in Dunmore.",
        "Post office workers struck today.",
        "Print workers voted to strike in Leeds.",
        "More than 500 nurses walked out",
        "Share prices fell as the strike began in Dunmore.",
        "Jobs at the mill are safe, the union said",
    ],
)
def test_short_news_is_no_furniture(line):
    assert region_of(line) is not Region.FURNITURE
