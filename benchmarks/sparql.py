"""What the pool costs: a tiny query through a worker beside the same in this process, taken in turn; a worker's start.

PYTHONPATH=. python benchmarks/sparql.py        over the instance that PICKETLINE_INSTANCE names
"""

from __future__ import annotations

import statistics
import time

import pyoxigraph as ox

from graph import store
from graph.settings import Settings
from graph.turtle import PREFIXES
from server.pool import guard
from server.pool.pool import Pool, Request
from server.pool.process import Process

TINY = "SELECT ?strike ?label WHERE { ?strike a pl:Strike ; rdfs:label ?label }"
ROUNDS = 2_000
STARTS = 10


def direct(opened: ox.Store) -> bytes:
    """The answer of the engine in this process."""
    found = opened.query(TINY, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return found.serialize(format=ox.QueryResultsFormat.JSON) or b""


def main() -> None:
    """Takes the times and prints them."""
    settings = Settings.from_env()
    published = store.open_published(settings)
    pool = Pool(settings)
    request = Request(TINY)
    assert pool.ask(request).body == direct(published.store)
    here, there, guarded = [], [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        direct(published.store)
        middle = time.perf_counter()
        pool.ask(request)
        end = time.perf_counter()
        guard.check(TINY, max_bytes=settings.max_query)
        here.append(middle - start)
        there.append(end - middle)
        guarded.append(time.perf_counter() - end)
    pool.close()
    starts = []
    for _ in range(STARTS):
        start = time.perf_counter()
        process = Process(published, settings)
        starts.append(time.perf_counter() - start)
        process.end()
    ratio = statistics.median(there) / statistics.median(here)
    print(f"direct, in this process   {statistics.median(here) * 1e6:8.0f} us (median of {ROUNDS})")
    print(f"through the pool          {statistics.median(there) * 1e6:8.0f} us, {ratio:.1f} times direct")
    print(f"the guard's scan          {statistics.median(guarded) * 1e6:8.0f} us")
    print(f"a worker's start          {statistics.median(starts) * 1e3:8.0f} ms (median of {STARTS})")


if __name__ == "__main__":
    main()
