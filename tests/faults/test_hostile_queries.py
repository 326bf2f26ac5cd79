"""Queries that mean harm, over HTTP, one after the other: each ends in time and in memory, and the site goes on.

All of them run with `make faults`, which prints what they took; `make test` runs every ninth, and all that reach for the
network or a file.
"""

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

import pytest
import urllib3

from server.pool.pool import SPARE
from tests.faults.queries import CROSS, DEEP, HEAVY, ODD, reaching

EVERYTHING = os.environ.get("PICKETLINE_FAULTS") == "1"
DEADLINE = 1.0
MEMORY = 600_000_000
WORKERS = 3
CHEAP = "SELECT (COUNT(*) AS ?n) WHERE { ?s a pl:Strike }"
REFUSED = {400, 403, 413, 429, 503, 504}
LONGEST = 15.0  # seconds; far above the deadline, so that only what hangs is caught on a busy machine
LEFT = 250_000_000  # bytes that the process tree may have kept after a query: caches of workers that were not ended
HARM = [(kind, name) for kind, queries in (("heavy", HEAVY), ("deep", DEEP), ("odd", ODD)) for name in queries]
TEXTS = {**HEAVY, **DEEP, **ODD}
SECRET = "the secret of the file"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the process tree is read from /proc")


class Site:
    """A server of its own in a process of its own, as `picketline serve` starts it."""

    def __init__(self, built, log):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        limits = {
            "PICKETLINE_INSTANCE": str(built.instance),
            "PICKETLINE_QUERY_DEADLINE": str(DEADLINE),
            "PICKETLINE_QUERY_MEMORY": str(MEMORY),
            "PICKETLINE_QUERY_WORKERS": str(WORKERS),
            "PICKETLINE_MAX_RESULT": "50000000",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "graph", "serve", "--port", str(self.port)],
            env={**os.environ, **limits},
            stdout=log,
            stderr=log,
        )
        self.http = urllib3.PoolManager(maxsize=32, retries=False, timeout=60)
        self.took = []

    def wait(self):
        until = time.monotonic() + 60
        while True:
            with contextlib.suppress(urllib3.exceptions.HTTPError):
                if self.http.request("GET", f"http://127.0.0.1:{self.port}/robots.txt").status == 200:
                    break
            assert time.monotonic() < until, "the server does not start"
            assert self.process.poll() is None, "the server ended"
            time.sleep(0.05)
        while len(self.tree()) < 1 + WORKERS + SPARE:  # all workers that it keeps ready
            assert time.monotonic() < until, "the workers do not start"
            time.sleep(0.05)
        self.cheap()
        self.idle = self.memory()

    def ask(self, query, **parameters):
        """The status, the seconds and the body; a status of 0 for an answer that broke off in its midst."""
        body = urllib.parse.urlencode({"query": query, **parameters}, errors="surrogatepass")
        start = time.monotonic()
        try:
            answer = self.http.request(
                "POST",
                f"http://127.0.0.1:{self.port}/sparql",
                body=body,
                headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "*/*"},
                preload_content=False,
            )
            status, text = answer.status, b""
            for piece in answer.stream(1 << 16):
                text = (text + piece)[-100_000:]
            answer.release_conn()
        except urllib3.exceptions.HTTPError:
            status, text = 0, b""
        return status, time.monotonic() - start, text

    def cheap(self):
        status, seconds, text = self.ask(CHEAP)
        assert status == 200, text
        return seconds

    def tree(self):
        """The numbers of the server and of all that it started."""
        found = [self.process.pid]
        for pid in found:
            with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{pid}/children") as file:
                found += map(int, file.read().split())
        return found

    def memory(self):
        """Bytes in memory of the whole tree."""
        total = 0
        for pid in self.tree():
            with contextlib.suppress(OSError), open(f"/proc/{pid}/statm") as file:
                total += int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        return total

    @contextlib.contextmanager
    def watched(self):
        """The most bytes in memory while something runs, in a list of one."""
        peak, done = [0], threading.Event()

        def look():
            while not done.wait(0.02):
                peak[0] = max(peak[0], self.memory())

        thread = threading.Thread(target=look)
        thread.start()
        try:
            yield peak
        finally:
            done.set()
            thread.join()

    def calm(self):
        """Waits until the memory is back to about what it was."""
        until = time.monotonic() + 10
        while self.memory() > self.idle + LEFT:
            assert time.monotonic() < until, f"{self.memory():,} bytes are kept, {self.idle:,} were there before"
            time.sleep(0.05)

    def close(self):
        self.process.terminate()
        self.process.wait(10)
        self.http.clear()


@pytest.fixture(scope="module")
def site(built, tmp_path_factory):
    with open(tmp_path_factory.mktemp("faults") / "log", "wb") as log:
        site = Site(built, log)
        try:
            site.wait()
            yield site
        finally:
            site.close()
    if EVERYTHING and site.took:
        with contextlib.suppress(OSError), open(os.environ.get("PICKETLINE_FAULTS_REPORT", os.devnull), "w") as out:
            report(site.took, out)


def report(took, out):
    """What each query took: status, seconds, the most memory of the tree, the seconds of a cheap query after it."""
    print(f"{'status':>6} {'seconds':>8} {'MB':>6} {'after, ms':>9}  query", file=out)
    for status, seconds, peak, after, name in took:
        print(f"{status:>6} {seconds:>8.2f} {peak / 1e6:>6.0f} {after * 1000:>9.0f}  {name}", file=out)


def parts(everything):
    """All of the queries, or every ninth."""
    return [pytest.param(name, id=f"{kind}: {name}") for kind, name in (everything if EVERYTHING else everything[::9])]


@pytest.mark.parametrize("name", parts(HARM))
def test_a_query_that_means_harm_ends_and_the_site_goes_on(site, name):
    with site.watched() as peak:
        status, seconds, text = site.ask(TEXTS[name])
    assert status in {0, 200} | REFUSED, text[-500:]
    assert seconds < LONGEST
    assert peak[0] < site.idle + 2 * MEMORY, f"{peak[0]:,} bytes at the peak"
    after = site.cheap()
    site.took.append((status, seconds, peak[0], after, name))
    site.calm()
    assert site.process.poll() is None


@pytest.mark.parametrize("name", ["sorted cross product", "strings that double"][: 2 if EVERYTHING else 1])
def test_bombs_in_every_slot_leave_room_for_a_cheap_query(site, name):
    statuses = []
    bombs = [threading.Thread(target=lambda: statuses.append(site.ask(HEAVY[name])[0])) for _ in range(2 * WORKERS + 4)]
    with site.watched() as peak:
        for bomb in bombs:
            bomb.start()
        time.sleep(0.3)
        took = [site.cheap() for _ in range(5)]  # while the bombs try the lane one after the other
        for bomb in bombs:
            bomb.join()
    assert set(statuses) <= {0, 200} | REFUSED
    assert peak[0] < site.idle + (WORKERS + 2) * MEMORY
    note = f"{len(bombs)} at a time: {name}; cheap ones among them took {', '.join(f'{t * 1000:.0f}' for t in took)} ms"
    site.took.append((max(statuses), max(took), peak[0], site.cheap(), note))
    site.calm()


@pytest.fixture
def canaries(tmp_path):
    """A listener on loopback that nobody may call, and a file that nobody may read; gives port, file, calls."""
    file = tmp_path / "secret.ttl"
    file.write_text(f'<urn:s> <urn:p> "{SECRET}" .\n', encoding="utf-8")
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        done = threading.Event()

        def listen():
            while not done.is_set():
                with contextlib.suppress(TimeoutError):
                    calls.append(listener.accept()[1])

        thread = threading.Thread(target=listen)
        thread.start()
        yield listener.getsockname()[1], file, calls
        done.set()
        thread.join()


def test_nothing_reaches_another_server_or_a_file(site, canaries):
    port, file, calls = canaries
    for name, query in reaching(port, file).items():
        status, _, text = site.ask(query)
        assert status in {200, 400, 403}, (name, status)
        if "SERVICE" in name or "LOAD" in name:
            assert status in {400, 403}, name
        assert SECRET.encode() not in text, name
    for place in (f"http://127.0.0.1:{port}/", f"file://{file}", f"http://[::1]:{port}/"):
        for parameter in ("default-graph-uri", "named-graph-uri", "using-graph-uri"):
            status, _, text = site.ask(
                "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } LIMIT 9", **{parameter: place}
            )
            assert status == 200
            assert SECRET.encode() not in text
    time.sleep(0.2)
    assert calls == []
    site.cheap()


def test_a_heavy_query_of_one_client_is_cut_off_within_its_deadline(site):
    status, seconds, _ = site.ask(f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}")
    assert status == 504
    assert seconds >= DEADLINE
    site.cheap()


def test_there_are_queries_enough():
    assert len(TEXTS) == len(HEAVY) + len(DEEP) + len(ODD) >= 60


def test_connections_that_say_nothing_keep_nobody_out(site):
    silent = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(200)]
    for half in silent[::2]:
        half.sendall(b"POST /sparql HTTP/1.1\r\nContent-Length: 1000\r\n")
    site.cheap()
    for connection in silent:
        connection.close()
