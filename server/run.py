"""Starts the application under waitress, which ends a body that fails in mid-stream as a broken connection."""

from __future__ import annotations

import waitress

from graph.settings import Settings
from server import create_app


def serve(settings: Settings, host: str, port: int) -> None:
    """Serves until interrupted."""
    waitress.serve(create_app(settings), host=host, port=port, ident=None)
