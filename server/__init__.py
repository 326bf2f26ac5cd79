"""Who may ask: Flask over what is published. Reads only; no text of a client is evaluated in this process."""

from __future__ import annotations

from flask import Flask, Response
from werkzeug.middleware.proxy_fix import ProxyFix

from graph.settings import Settings
from server import (
    changes,
    data,
    encoding,
    errors,
    linked,
    links,
    network,
    publication,
    sending,
    shown,
    sparql,
    things,
    timeline,
)

# No inline script or style, nothing from another host; pictures may be made in the page (data, blob).
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


def create_app(settings: Settings | None = None) -> Flask:
    """The application over one instance directory; the settings come from the environment where none are given."""
    app = Flask(__name__)
    app.url_map.strict_slashes = False
    app.url_map.converters["slug"] = linked.SlugConverter
    place = settings or Settings.from_env()
    encoding.install(app)  # first, as what comes after a request runs from the last to the first
    publication.install(app, place)
    changes.install(app)
    errors.install(app)
    shown.install(app)
    for blueprint in (timeline.pages, things.pages, linked.pages, data.pages, changes.pages, network.pages):
        app.register_blueprint(blueprint)
    sparql.attach(app, place)
    app.after_request(sending.share)
    links.install(app)
    if n := place.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n, x_prefix=n)  # type: ignore[method-assign]

    @app.after_request
    def guard(response: Response) -> Response:
        """What every answer says to a browser."""
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        return response

    return app
