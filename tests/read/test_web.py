"""Fetching within limits, against a server on this machine that does all that a bad one can."""

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph import read
from graph.errors import SourceError
from graph.settings import Settings

LIMITS = Settings(max_download=300_000, max_redirects=3, timeout=1.5)
TEXT = "The union and the company reached a tentative agreement on Tuesday, the union said in a statement. " * 8


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        getattr(self, "on_" + self.path.strip("/").split("/")[0])()

    def answer(self, data, kind="text/plain; charset=utf-8", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def on_text(self):
        self.answer(TEXT.encode("windows-1252"), "text/plain; charset=windows-1252")

    def on_page(self):
        paragraphs = "".join(f"<p>{TEXT}</p>" for _ in range(3))
        self.answer(
            f"<html><head><title>T</title></head><body><article>{paragraphs}</article></body></html>".encode(),
            "text/html",
        )

    def on_loop(self):
        self.answer(b"", status=302, Location="/loop")

    def on_far(self):
        number = int(self.path.rpartition("/")[2])
        self.answer(b"", status=302, Location=f"/far/{number + 1}")

    def on_away(self):
        self.answer(b"", status=302, Location="file:///etc/hostname")

    def on_gone(self):
        self.answer(b"gone", status=404)

    def on_image(self):
        self.answer(b"\x89PNG", "image/png")

    def on_large(self):
        self.answer(b"x", Content_Length="1000000000")

    def on_endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(16_000):
                self.wfile.write(b"x" * 65_536)
        except OSError:
            pass

    def on_drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def on_bomb(self):
        self.answer(gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_text_in_the_charset_of_the_header(site):
    (found,) = read.documents(f"{site}/text", LIMITS)
    assert (found.text, found.charset, found.url) == (TEXT, "windows-1252", f"{site}/text")


def test_a_page(site):
    (found,) = read.documents(f"{site}/page", LIMITS)
    assert "tentative agreement" in found.text


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("loop", "redirects in a circle"),
        ("far/1", "more than 3 redirects"),
        ("away", "scheme 'file' after a redirect"),
        ("gone", "the server answered 404"),
        ("image", "content type image/png"),
        ("large", "1,000,000,000 bytes announced; at most 300,000"),
        ("endless", "more than 300,000 bytes; the rest was not read"),
        ("drip", "seconds"),
        ("bomb", "more than 300,000 bytes"),
    ],
)
def test_a_bad_answer_is_refused_in_time(site, path, says):
    begun = time.monotonic()
    (item,) = read.documents(f"{site}/{path}", LIMITS)
    assert isinstance(item, SourceError)
    assert says in str(item)
    assert time.monotonic() - begun < 6


def test_a_refused_connection_says_so():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (item,) = read.documents(f"http://127.0.0.1:{port}/", LIMITS)
    assert "the connection was refused" in str(item)


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://x.example/a", "javascript://x"])
def test_other_schemes_are_refused(url):
    (item,) = read.documents(url, LIMITS)
    assert "only http and https" in str(item)
