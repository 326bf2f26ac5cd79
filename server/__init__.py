"""Who may ask: Flask over what is published. Reads only."""

from __future__ import annotations

from flask import Flask, Response, render_template

from graph import store
from graph.errors import StoreError
from graph.settings import Settings
from graph.views import timeline

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def create_app(settings: Settings | None = None) -> Flask:
    """The application over one instance directory."""
    app = Flask(__name__)
    place = settings or Settings.from_env()

    @app.get("/")
    def home() -> tuple[str, int]:
        """The timeline as a table: what happened, when, and on how many sources."""
        try:
            published = store.open_published(place)
        except StoreError as error:
            return render_template("empty.html", reason=str(error)), 503
        entries = timeline.entries(published.store)
        return render_template("home.html", entries=entries, version=published.version), 200

    @app.after_request
    def guard(response: Response) -> Response:
        """No script, no frame, nothing from another host."""
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return app
