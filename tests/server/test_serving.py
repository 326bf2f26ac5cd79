"""The server under a real socket: bodies that break, clients that leave, versions published in mid-service."""

import contextlib
import http.client
import json
import re
import socket
import threading
import time
import urllib.request

import pytest
from flask import Flask, Response

from graph import build, read
from graph.settings import Settings
from server import create_app, run

ARTICLE = """Title: {union} walks out
URL: https://news.example/{union}
Outlet: Example Courier
Published: 2024-03-12

{union} went on strike against Ford on March {day}, 2024.
"""


@pytest.fixture
def serving():
    """Serves an application on a free port; gives host and port."""
    running = []

    def start(app):
        server = run.listener(app, "127.0.0.1", 0)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        running.append((server, thread))
        return "127.0.0.1", server.effective_port

    yield start
    for server, thread in running:
        server.close()
        thread.join(timeout=10)


def fetch(address, path, accept):
    """Status and text of one GET over a connection of its own."""
    with contextlib.closing(http.client.HTTPConnection(*address, timeout=30)) as connection:
        connection.request("GET", path, headers={"Accept": accept})
        response = connection.getresponse()
        return response.status, response.read().decode()


def test_a_body_that_fails_in_mid_stream_ends_as_a_broken_connection(serving):
    app = Flask("broken")

    @app.get("/")
    def body():
        def parts():
            yield b"first\n" * 10
            raise RuntimeError("the store is gone")

        return Response(parts(), mimetype="text/plain")

    with pytest.raises(http.client.IncompleteRead):
        fetch(serving(app), "/", "text/plain")


def test_a_client_that_left_is_noticed(serving):
    app = Flask("endless")
    ended = threading.Event()

    @app.get("/")
    def body():
        def parts():
            try:
                while True:
                    yield b"x" * 65536
            finally:
                ended.set()

        return Response(parts(), mimetype="text/plain")

    with socket.create_connection(serving(app), timeout=10) as left:
        left.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
        assert left.recv(1024).startswith(b"HTTP/1.1 200")
    assert ended.wait(timeout=20)


def test_publishing_while_serving_fails_no_request_and_mixes_no_versions(serving, tmp_path):
    place = Settings(seeds=tmp_path / "seeds", instance=tmp_path / "instance")
    unions = ["Teamsters", "UNITE HERE", "IATSE", "Unifor"]
    counts = {}

    def publish(union):
        path = tmp_path / "in.txt"
        path.write_text(ARTICLE.format(union=union, day=unions.index(union) + 1), encoding="utf-8")
        for item in read.documents(str(path), place):
            read.shelf.put(item, place)
        outcome = build.build(place)
        counts[outcome.version] = outcome.articles

    publish(unions[0])
    address = serving(create_app(place))
    stop = threading.Event()
    seen, wrong = set(), []

    def visit():
        while not stop.is_set():
            status, text = fetch(address, "/timeline?show=all", "text/html")
            version = re.search(r'href="/data">([0-9a-f]{16})<', text)
            articles = re.search(r"Read from (\d+) article", text)
            if status != 200 or version is None or articles is None:
                wrong.append((status, text[:200]))
            else:
                seen.add((version.group(1), int(articles.group(1))))

    threads = [threading.Thread(target=visit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for union in unions[1:]:
        publish(union)
        time.sleep(0.3)
    stop.set()
    for thread in threads:
        thread.join(timeout=30)
    assert wrong == []
    assert seen <= set(counts.items())
    assert len(seen) > 1


def test_a_program_follows_an_identifier_to_its_statements(live):
    request = urllib.request.Request(live + "/id/agent/wga", headers={"Accept": "application/ld+json"})
    with urllib.request.urlopen(request, timeout=10) as response:
        assert response.url == live + "/agent/wga.jsonld"
        assert "WGA" in json.dumps(json.load(response))
