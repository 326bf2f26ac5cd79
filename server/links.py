"""What the `Link` header says of an answer: the same in other formats, what it is about, the licence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from flask import Flask, Response, request

from graph.views import linked
from server import publication

Link = tuple[str, Mapping[str, str]]
VOCABULARY = {ending: media for ending, media in linked.FORMS.items() if ending not in linked.OF_DATASETS}
_TIMELINE = {"json": "application/json", "csv": "text/csv", "ttl": "text/turtle"}
# The pages that programs can have as data, by endpoint: the path where it is not the page's own, and the formats.
_PAGES: Mapping[str, tuple[str | None, Mapping[str, str]]] = {
    "things.agent": (None, linked.FORMS),
    "things.event": (None, linked.FORMS),
    "things.issue": (None, linked.FORMS),
    "things.article": (None, linked.FORMS),
    "timeline.page": ("/timeline", _TIMELINE),
    "linked.vocabulary": ("/ns", VOCABULARY),
    "data.index": ("/id-data/dataset", linked.FORMS),
}


def header(links: Iterable[Link]) -> str:
    """The header's value: `<address>; rel="..."; type="..."`, with commas between."""
    return ", ".join(
        f"<{plain(address)}>; " + "; ".join(f'{name}="{value}"' for name, value in parts.items())
        for address, parts in links
    )


def plain(address: str) -> str:
    """An address in ASCII, as headers need it."""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~")


def alternates(base: str, forms: Mapping[str, str], *, but: str = "", query: str = "") -> list[Link]:
    """The same in other formats: `forms` are media types by ending."""
    asked = f"?{query}" if query else ""
    return [
        (f"{base}.{ending}{asked}", {"rel": "alternate", "type": media})
        for ending, media in forms.items()
        if ending != but
    ]


def common(canonical: str) -> list[Link]:
    """The address under which a thing is best known, and the licence of all that is published."""
    return [(canonical, {"rel": "canonical"}), *licensed()]


def licensed() -> list[Link]:
    """The licence, where one is stated."""
    return [(iri, {"rel": "license"}) for iri in publication.license_()]


def install(app: Flask) -> None:
    """Lets pages say where programs find the same."""

    @app.after_request
    def say(response: Response) -> Response:
        """Adds the header to pages that were found."""
        if (
            response.status_code != 200
            or response.mimetype != "text/html"
            or (page := _PAGES.get(request.endpoint or "")) is None
        ):
            return response
        path, forms = page
        base = path or request.path.rstrip("/")
        query = request.query_string.decode("ascii", "ignore").replace(">", "%3E") if path == "/timeline" else ""
        described = (f"{base}.ttl" + (f"?{query}" if query else ""), {"rel": "describedby", "type": "text/turtle"})
        links = [*common(request.base_url), *alternates(base, forms, query=query), described]
        response.headers["Link"] = header(links)
        return response
