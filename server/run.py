"""Starts the application under waitress, which ends a body that fails in mid-stream as a broken connection.

granian was measured faster, but it ends such a body as a normal, shorter 200.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import waitress.server

from graph.settings import Settings
from server import create_app, sparql
from server.pool.pool import SPARE

PAGES = 8  # threads that are there for pages, however many queries wait
# Clients that open connections and say nothing take none from others for long.
CONNECTIONS, SILENCE = 1_000, 60


def listener(app: Callable[..., Iterable[bytes]], host: str, port: int, *, threads: int = 2 * PAGES) -> Any:
    """A waitress server that listens and has not begun; port 0 takes a free one.

    It looks ahead on the connection, so that a client that left is noticed while its answer is made.
    """
    return waitress.server.create_server(
        app,
        host=host,
        port=port,
        ident=None,
        threads=threads,
        channel_request_lookahead=1,
        channel_timeout=SILENCE,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,
    )


def serve(settings: Settings, host: str, port: int) -> None:
    """Serves until interrupted: a thread for every query that may be at work or in line, and some for pages."""
    app = create_app(settings)
    sparql.pool(app).warm(settings.query_workers + SPARE)
    threads = settings.query_workers + settings.query_queue + PAGES
    listener(app, host, port, threads=threads).run()
