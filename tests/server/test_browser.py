"""The pages in a browser: without fault, accessible at both widths and in both schemes, and of use without script."""

import json
import time

import pytest

from server import sparql

# Of each kind of page one that is short: axe takes its time by the length of a page.
PATHS = [
    "/?from=2023-05-01&to=2023-06-15",
    "/timeline?show=all&from=2023-09-20&to=2023-10-12",
    "/agents",
    "/agent/dga",
    "/issues",
    "/issue/ai",
    "/articles",
    "/data",
    "/sparql",
]


def pages(client):
    """One of every kind of page; the event and the article are the first that the graph has."""
    event = json.loads(client.get("/timeline.json?type=WorkStoppage").data)[0]["iri"]
    article = client.get("/articles", headers={"Accept": "text/html"}).get_data(as_text=True)
    return [*PATHS, event.rpartition("/id")[2], "/article/" + article.partition('href="/article/')[2].partition('"')[0]]


@pytest.mark.parametrize(
    ("size", "scheme"), [("phone", "light"), ("phone", "dark"), ("desktop", "light"), ("desktop", "dark")]
)
def test_every_kind_of_page_opens_without_fault_and_is_accessible(visit, breaches, client, size, scheme):
    for path in pages(client):
        page = visit(path, size=size, scheme=scheme)
        assert page.locator("h1").count() == 1, path
        assert breaches(page) == [], path
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, f"{path} is {wide} px too wide"


BROKEN = """() => {
  const broken = [];
  for (const cell of document.querySelectorAll("table:not(.files) :is(td, th)")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/\\p{L}+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


def test_no_word_of_a_table_is_broken_on_a_phone(visit, client):
    for path in ["/agent/fran-drescher", *pages(client)]:
        assert visit(path, size="phone").evaluate(BROKEN) == [], path


def test_a_fault_in_a_page_is_noticed(visit):
    page = visit("/")
    page.evaluate("() => { console.error('seen'); fetch('http://localhost:9/').catch(() => {}); }")
    page.evaluate(
        "() => { const s = document.createElement('style'); s.textContent = 'p{}'; document.head.append(s); }"
    )
    page.wait_for_timeout(300)
    faults = "\n".join(visit.faults)
    visit.faults.clear()
    assert "seen" in faults
    assert "policy violation: style-src" in faults


@pytest.mark.parametrize("script", [True, False])
def test_the_timeline_is_filtered_and_leads_to_the_sentence(visit, script):
    page = visit("/", script=script)
    before = page.locator(".events > li").count()
    page.get_by_label("DGA", exact=False).first.check()
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**/timeline?*party=dga*")
    after = page.locator(".events > li").count()
    assert 0 < after < before
    page.locator(".events a[href^='/event/']").first.click()
    page.wait_for_url("**/event/*")
    page.locator(".evidence figcaption a").first.click()
    page.wait_for_url("**/article/*#s*")
    assert page.locator(".used:target").count() == 1


def test_a_key_moves_past_the_menu_to_the_content(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_running_query_can_be_cancelled_on_the_page(visit, app):
    pool = sparql.pool(app)
    page = visit("/sparql")
    assert not page.locator(".cancel").is_visible()
    page.fill("#query", "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    # By script alone: whatever Playwright does waits for the end of the navigation that is to be cancelled.
    page.evaluate("""
      document.querySelector("form.ask button").click();
      setTimeout(() => {
        const cancel = document.querySelector(".cancel");
        window.offered = !cancel.hidden;
        cancel.click();
      }, 1500);
    """)
    wait_until(pool.admission.under_way)
    wait_until(lambda: not pool.admission.under_way())
    assert page.locator(".running").inner_text() == "Cancelled."
    assert page.evaluate("window.offered")


def wait_until(condition):
    until = time.monotonic() + 8
    while not condition():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(0.02)
