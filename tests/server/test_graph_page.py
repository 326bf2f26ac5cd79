"""The explorer in Chromium: what a reader does with it, at both widths, in both schemes, and without script."""

import pytest

from graph import store
from graph.network import picture, record, views

READY = "() => document.querySelector('#explorer.drawn') && document.querySelectorAll('#rows tr').length > 0"


@pytest.fixture
def graph(visit):
    def opened(query="", **options):
        page = visit(f"/graph{query}", **options)
        if options.get("script", True):
            page.wait_for_function(READY)
        return page

    return opened


def shown(page):
    """How many rows of the table are seen; the picture shows the same items."""
    return page.locator("#rows tr:visible").count()


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "?sel=agent/wga"])
def test_axe_finds_nothing(graph, breaches, size, scheme, query):
    page = graph(query, size=size, scheme=scheme)
    assert breaches(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_a_path(visit, breaches, size, scheme):
    page = visit("/graph/path?from=Disney&to=WGA", size=size, scheme=scheme)
    assert breaches(page) == []


def test_a_node_clicked_in_the_picture_shows_its_sentence(graph):
    page = graph("?focus=agent/wga&depth=0")
    page.locator("#picture canvas").click()
    page.wait_for_selector("#panel .told")
    assert page.locator("#panel h2").inner_text().strip() == "WGA"
    assert page.locator("#panel .digest").count() > 0
    assert page.locator("#panel .told").first.inner_text().startswith("our digest of ")
    assert "“" not in page.locator("#panel").inner_text()
    assert "sel=agent/wga" in page.url


def test_a_row_of_the_table_drives_the_picture_and_the_panel(graph):
    page = graph()
    row = page.locator("#rows a").first
    name = row.inner_text()
    row.click()
    page.wait_for_selector("#panel .told")
    assert page.locator("#panel h2").inner_text().strip() == name
    assert page.locator("#rows tr.is-chosen").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search.includes('sel=')")
    assert page.locator("#panel h2").inner_text() == "Nothing chosen"


def test_the_script_s_panel_says_what_the_server_s_panel_says(graph):
    served = graph("?sel=agent/dga", script=False).locator("#panel .relations li")
    scripted = graph()
    scripted.locator("#rows a[data-node='agent/dga']").click()
    scripted.wait_for_selector("#panel .told")
    told = scripted.locator("#panel .relations li")
    assert [" ".join(text.split()) for text in told.all_inner_texts()] == [
        " ".join(text.split()) for text in served.all_inner_texts()
    ]


def test_the_filter_changes_what_is_seen(graph):
    page = graph()
    before = shown(page)
    pixels = page.locator("#picture canvas").screenshot()
    page.locator("#filter input[value=event]").uncheck()
    page.wait_for_function(f"() => !document.getElementById('count').textContent.includes('Showing {before} ')")
    assert 0 < shown(page) < before
    assert page.locator("#picture canvas").screenshot() != pixels
    assert "types=union,association,company,person,proposal,issue,other" in page.url
    assert shown(graph("?" + page.url.partition("?")[2])) == shown(page)


def test_the_slider_changes_what_is_seen_and_the_address(graph):
    page = graph()
    before = shown(page)
    pixels = page.locator("#picture canvas").screenshot()
    slider = page.locator("#slider")
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_function(f"() => !document.getElementById('count').textContent.includes('Showing {before} ')")
    first = shown(page)
    assert 0 < first < before
    assert page.locator("#picture canvas").screenshot() != pixels
    page.keyboard.press("ArrowRight")
    day = page.locator("#day").inner_text()
    page.wait_for_function("day => location.search.includes('at=' + day)", arg=day)
    assert slider.get_attribute("aria-valuetext") == day
    assert first <= shown(page) < before
    page.keyboard.press("End")
    page.wait_for_function(f"() => document.getElementById('count').textContent.includes('Showing {before} ')")
    assert "at=" not in page.url


def test_an_address_with_a_day_opens_as_of_it(graph):
    page = graph("?at=2023-05-02")
    assert page.locator("#day").inner_text() == "2023-05-02"
    assert page.locator("#at").input_value() == "2023-05-02"
    assert shown(page) == page.locator("#rows tr").count() - page.locator("#rows tr[hidden]").count()
    assert shown(page) == graph("?at=2023-05-02", script=False).locator("#rows tr").count()


def test_expanding_adds_at_most_twenty_five_and_says_how_many_are_left(graph):
    page = graph("?focus=agent/amptp&depth=0&sel=agent/amptp")
    assert shown(page) == 1
    page.locator("[data-expand]").click()
    page.wait_for_function(f"() => document.querySelectorAll('#rows tr').length === {1 + views.OPENED}")
    assert "open=agent/amptp" in page.url
    page.wait_for_function("() => document.querySelector('[data-expand]').textContent.match(/of \\d+ more/)")
    assert shown(graph("?" + page.url.partition("?")[2])) == 1 + views.OPENED


def test_a_path_is_found_drawn_and_told(graph, client):
    opening = {node["id"] for node in client.get("/graph.json").get_json()["nodes"]}
    around = client.get("/api/network/ego?of=WGA&depth=4").get_json()["nodes"]
    far = next(node["id"] for node in around if node["steps"] > 1 and node["id"] not in opening)
    page = graph()
    page.locator("#from").fill(far)
    page.locator("#to").fill("WGA")
    page.locator("#path button").click()
    page.wait_for_selector("#path-found li")
    steps = page.locator("#path-found li")
    assert steps.count() > 1
    assert all(text.count("our digest of ") for text in steps.all_inner_texts())
    assert page.locator(f"#rows a[data-node='{far}']").count() == 1
    assert "add=" in page.url


def test_a_path_to_nobody_says_so(visit, graph):
    page = graph()
    page.locator("#from").fill("nobody of this name")
    page.locator("#to").fill("WGA")
    page.locator("#path button").click()
    page.wait_for_selector("#problem:visible")
    assert "nothing in the network bears this name" in page.locator("#problem").inner_text()
    assert [fault for fault in visit.faults if "404" not in fault] == []
    visit.faults.clear()


def test_a_search_centres_or_adds(graph):
    page = graph()
    page.locator("#find").fill("Netflix")
    page.get_by_role("button", name="Centre").click()
    page.wait_for_function(READY)
    assert "focus=agent/netflix" in page.url
    assert page.locator("h1").inner_text() == "Graph: Netflix"
    page.locator("#find").fill("DGA")
    page.get_by_role("button", name="Add").click()
    page.wait_for_function("() => location.search.includes('add=agent/dga')")
    page.wait_for_function(READY)
    assert page.locator("#rows a[data-node='agent/dga']").count() == 1


def test_the_picture_is_one_labelled_image_outside_the_tab_order(graph):
    page = graph()
    canvas = page.locator("#picture")
    assert canvas.get_attribute("role") == "img"
    assert "table below" in canvas.get_attribute("aria-label")
    assert page.evaluate("() => [...document.querySelectorAll('#picture *')].every(e => e.tabIndex < 0)")


def test_without_script_everything_is_there_to_read(graph):
    page = graph("?focus=agent/wga&sel=agent/wga", script=False)
    assert page.locator("#without").is_visible()
    assert not page.locator("#slider").is_visible()
    assert page.locator("#rows tr").count() > 10
    page.locator("#panel .relations a").first.click()
    assert page.locator("#panel .digest").count() > 0
    page.locator("#at").fill("2023-05-02")
    page.get_by_role("button", name="Apply").click()
    assert "at=2023-05-02" in page.url


def test_the_scheme_is_followed_while_the_page_is_open(graph):
    page = graph()
    light = page.locator("#picture canvas").screenshot()
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)
    assert page.locator("#picture canvas").screenshot() != light


def test_the_stand_alone_file_draws_and_answers_without_a_server(visit, built, tmp_path):
    network = record.of(store.open_published(built))
    path = tmp_path / "graph.html"
    path.write_text(picture.standalone(network, views.view(network)), encoding="utf-8")
    page = visit(path.as_uri())
    page.wait_for_selector("#picture canvas")
    page.locator("tbody button").first.click()
    assert page.locator("#panel li").count() > 0
    assert "our digest of" in page.locator("#panel").inner_text()


def test_the_page_in_all_is_within_its_budget(client):
    total = len(picture.library())
    for path in ("/graph", "/graph.json", "/static/site.css", "/static/graph.css", "/static/graph.js"):
        with client.get(path) as response:
            total += len(response.data)
    assert total <= 700_000


def test_hostile_words_stay_words_in_the_browser(graph, hostile):
    page = graph("?sel=agent/u")
    page.locator("#rows a").first.click()
    page.wait_for_selector("#panel .told")
    spoken = " ".join(hostile.split())
    assert page.locator("#panel h2 bdi").text_content() == hostile
    assert page.locator("#panel .verbatim").first.text_content() == f"“{spoken}”"
    assert page.locator("#panel script, #panel img, #rows script, #rows img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
