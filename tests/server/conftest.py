"""A live server and a browser: pages are opened by Chromium, and fail on errors, policy violations and foreign requests.

Without Chromium these tests are skipped and say so; with PICKETLINE_REQUIRE_BROWSER=1 they fail instead.
"""

import dataclasses
import importlib.util
import os
import shutil
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from graph.network.model import Network
from server import create_app, run
from server import network as explorer

_spec = importlib.util.spec_from_file_location("network_made", Path(__file__).parent.parent / "network" / "made.py")
make = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make)

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# Says in the console what a content security policy turned down; the console is what the tests read.
REPORTER = """
document.addEventListener("securitypolicyviolation", event =>
  console.error("policy violation: " + event.violatedDirective + " " + event.blockedURI));
"""


def no_browser(reason):
    """Skips, or fails where a browser is required."""
    if os.environ.get("PICKETLINE_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{reason}, and PICKETLINE_REQUIRE_BROWSER=1 requires one")
    pytest.skip(f"{reason}; install Debian's package chromium to run the browser tests")


def serving(app):
    """Serves an application on a free port of the loopback address; gives its URL, then stops."""
    server = run.listener(app, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(timeout=10)


class Client(FlaskClient):
    """Reads each answer to its end and closes it, as a socket's client would."""

    def open(self, *args, **options):
        options.setdefault("buffered", True)
        return super().open(*args, **options)


@pytest.fixture(scope="session")
def app(built):
    """The application over the graph of the seeds."""
    made = create_app(built)
    made.test_client_class = Client
    return made


@pytest.fixture
def client(app):
    """Flask's own client: no socket."""
    return app.test_client()


@pytest.fixture(scope="session")
def live(app):
    """The address of a running server, such as http://127.0.0.1:40123."""
    yield from serving(app)


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once."""
    path = os.environ.get("PICKETLINE_CHROMIUM") or next((p for p in PLACES if shutil.which(p)), None)
    if path is None:
        no_browser("no Chromium was found")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


class Visit:
    """Pages opened in one test, and what went wrong in them."""

    def __init__(self, browser, address):
        self.browser = browser
        self.address = address
        self.contexts = []
        self.faults = []

    def __call__(self, path, *, size="desktop", scheme="light", script=True, motion="no-preference"):
        """Opens a path of the server, or an address, in a page of its own."""
        context = self.browser.new_context(
            viewport=SIZES[size], color_scheme=scheme, java_script_enabled=script, reduced_motion=motion
        )
        self.contexts.append(context)
        if script:
            context.add_init_script(REPORTER)
        page = context.new_page()
        page.on("console", lambda message: message.type == "error" and self.faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.goto(path if "://" in path else self.address + path)
        return page

    def _dialog(self, dialog):
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request):
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc != urlsplit(self.address).netloc:
            self.faults.append(f"request to another host: {request.url}")

    def _failed(self, request):
        # A page that is left, or a fetch that a newer one overtakes, aborts its requests; that is no fault.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request failed: {request.url}: {request.failure}")

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture
def visit(browser, live):
    """Opens pages: `visit("/graph", size="phone", scheme="dark")`; at the end, none may have gone wrong.

    A test that provokes a fault on purpose empties `visit.faults` itself.
    """
    visiting = Visit(browser, live)
    yield visiting
    visiting.close()
    assert visiting.faults == []


@pytest.fixture(scope="session")
def breaches():
    """What axe finds in a page at WCAG 2.2 A and AA, one line a rule: `assert breaches(page) == []`."""
    pytest.importorskip("axe_playwright_python")
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def found(page):
        response = axe.run(page, options={"runOnly": {"type": "tag", "values": WCAG}}).response
        return [
            f"{rule['id']}: {rule['help']}: {[' '.join(map(str, node['target'])) for node in rule['nodes']][:5]}"
            for rule in response["violations"]
        ]

    return found


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<a href='https://evil.example/'>href</a>",
    "javascript:alert(1) href",
    "\u202egnp.exe\u202c \u200f\u2066",
    "</script><script>alert(2)</script>",
    "{{ 7 * 7 }} {% raw %}",
    "x" * 5000,
]


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request, monkeypatch):
    """The explorer over a network whose every name, relation, sentence and outlet is the hostile words."""
    words = request.param
    nodes = {
        "agent/u": make.node("agent/u", "union", label=words, short=words, names=(words,)),
        "event/e": make.node("event/e", "event", label=words, short=words, names=(words,), date=words[:20]),
    }
    plain = make.made(nodes, [("event/e", "agent/u", "made by", {"kind": words}, [1])])
    articles = {iri: dataclasses.replace(a, outlet=words, title=words) for iri, a in plain.articles.items()}
    reports = {
        iri: dataclasses.replace(r, passages=(dataclasses.replace(r.passages[0], text=words),))
        for iri, r in plain.reports.items()
    }
    network = Network(
        plain.graph, reports, articles, places={"agent/u": (0, 0), "event/e": (150, 0)}, core=("agent/u", "event/e")
    )
    monkeypatch.setattr(explorer, "_loaded", lambda path, version: network)
    explorer._picture.cache_clear()
    yield words
    explorer._picture.cache_clear()
