"""A short entry is read with its headline, a whole article without."""

from __future__ import annotations

from graph.model import Document
from graph.read import headline


def test_headline_leads_a_short_text() -> None:
    entry = Document("a", "The walkout was the first since 1988.", title="Ferry  strike ends")
    assert headline.led(entry).text == "Ferry strike ends\n\nThe walkout was the first since 1988."


def test_headline_that_the_text_holds_is_not_put_twice() -> None:
    entry = Document("a", "Ferry strike ends. It was the first since 1988.", title="Ferry strike ends!")
    assert headline.led(entry) is entry


def test_whole_article_and_untitled_text_stay_as_they_are() -> None:
    whole = Document("a", "The walkout was long. " * 40, title="Ferry strike ends")
    bare = Document("a", "The walkout was long.", title=None)
    assert headline.led(whole) is whole
    assert headline.led(bare) is bare
