"""The home page: what happened, in order, each line with the sentence that says so; and the same as data."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from graph import turtle
from graph.errors import QueryError
from graph.store import Published
from graph.views import evidence, exports, kinds, linked, queries, strip, things, timeline, wording
from graph.views.timeline import Entry
from ontology import terms
from server import publication

pages = Blueprint("timeline", __name__)
PAGE = 100
_KNOWN = frozenset(("party", "type", "issue", "from", "to", "q", "show", "planned", "page", "at", "known"))


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a request. `show` is "key" for the dates that move a round, else "all".

    `at` is a day that the events must be able to touch; `known` the day by which their articles were published.
    """

    parties: tuple[str, ...]
    types: tuple[str, ...]
    issue: str | None
    start: dt.date | None
    end: dt.date | None
    at: dt.date | None
    known: dt.date | None
    words: str
    show: str
    planned: bool
    page: int

    @classmethod
    def of(cls, args: MultiDict[str, str]) -> Asked:
        """The filters of a query string. Raises `QueryError` that names the parameter at fault."""
        unknown = sorted(set(args) - _KNOWN)
        if unknown:
            raise QueryError(f"parameter {unknown[0]!r}: expected one of {', '.join(sorted(_KNOWN))}")
        show = args.get("show", "key")
        if show not in ("key", "all"):
            raise QueryError(f"show={show!r}: expected key or all")
        page = args.get("page", "1")
        if not page.isascii() or not page.isdigit() or not 0 < int(page) < 100_000:
            raise QueryError(f"page={page!r}: expected a whole number from 1")
        return cls(
            parties=_several(args, "party"),
            types=_several(args, "type"),
            issue=args.get("issue", "").strip() or None,
            start=_day(args, "from"),
            end=_day(args, "to"),
            at=_day(args, "at"),
            known=_day(args, "known"),
            words=args.get("q", "").strip()[:200],
            show=show,
            planned=args.get("planned", "") == "1",
            page=int(page),
        )


def _several(args: MultiDict[str, str], name: str) -> tuple[str, ...]:
    """Values given by repetition or with commas between them."""
    return tuple(dict.fromkeys(p.strip() for value in args.getlist(name) for p in value.split(",") if p.strip()))


def _day(args: MultiDict[str, str], name: str) -> dt.date | None:
    text = args.get(name, "").strip()
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise QueryError(f"{name}={text!r}: expected a day such as 2023-05-02") from None


def chosen(published: Published, asked: Asked, every: Sequence[Entry]) -> list[Entry]:
    """Those of all events that the filters let through, in order."""
    store = published.store
    found = timeline.within(every, start=asked.start, end=asked.end, at=asked.at, planned=asked.planned)
    if asked.parties:
        wanted = frozenset().union(*(timeline.agents(store, party) for party in asked.parties))
        found = [e for e in found if wanted & {iri for iri, _ in e.parties}]
    if asked.types:
        classes = frozenset().union(*(timeline.classes(store, name) for name in asked.types))
        found = [e for e in found if e.type in classes]
    if asked.issue is not None:
        on = things.on_issues(store, [_issue(published, asked.issue)], by=asked.known)
        found = [e for e in found if e.iri in on]
    if asked.words:
        needles = asked.words.casefold().split()
        found = [e for e in found if all(needle in e.label.casefold() for needle in needles)]
    if asked.show == "key":
        key = {row["class"] for row in queries.rows(store, "key_classes")}
        found = [e for e in found if e.type in key and e.date is not None]
    return found


def _found(published: Published, asked: Asked) -> list[Entry]:
    return chosen(published, asked, timeline.every(published.store, known=asked.known))


def _issue(published: Published, name: str) -> str:
    """The IRI of a subject of bargaining by notation, label or IRI."""
    wanted = name.casefold()
    for row in queries.rows(published.store, "issues"):
        if wanted in (row["issue"].casefold(), row["issue"].rpartition("/")[2], row["label"].casefold()):
            return row["issue"]
    raise QueryError(f"issue={name!r}: no subject of bargaining of that name; /issues lists them")


@pages.get("/")
@pages.get("/timeline")
def page() -> str:
    """The timeline as a page."""
    published = publication.current()
    asked = Asked.of(request.args)
    store = published.store
    every = timeline.every(store, known=asked.known)
    found = chosen(published, asked, every)
    shown = found[(asked.page - 1) * PAGE : asked.page * PAGE]
    iris = [e.iri for e in shown]
    classes = timeline.below(store, terms.WorkStoppage)
    sides = kinds.of_agents(store)
    everything = timeline.within(every)
    return render_template(
        "timeline.html",
        asked=asked,
        total=len(found),
        pages=-(-len(found) // PAGE),
        groups=list(_by_month(shown)),
        told=evidence.told(store, iris, by=asked.known),
        disagreements=evidence.disagreements(store, iris, by=asked.known),
        kinds=kinds.of_classes(store),
        strip=strip.draw(found, sides, classes),
        stoppages=_stoppages(found, classes),
        years=sorted({e.earliest_start.year for e in found if e.earliest_start is not None}),
        choices=_choices(published, everything, sides),
        articles=_articles(published, asked),
        length=wording.length,
        more=len(everything),
    )


def _articles(published: Published, asked: Asked) -> int:
    """How many articles the page was read from."""
    if asked.known is not None:
        return evidence.published_by(published.store, asked.known)
    return len(published.manifest["articles"])


def _by_month(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    for month, group in groupby(entries, key=_month):
        yield month, list(group)


def _month(entry: Entry) -> str:
    day = entry.earliest_start or entry.latest_end
    if day is None:
        return "Date not stated" if entry.date is None else "Year not stated"
    return f"{day:%B %Y}"


def _stoppages(found: Sequence[Entry], classes: frozenset[str]) -> list[Entry]:
    """The newest four stoppages whose both ends are known, in order."""
    ended = [e for e in found if e.type in classes and e.latest_end is not None and _days(e)]
    return ended[-4:]


def _days(entry: Entry) -> int | None:
    return wording.length(entry.date, entry.earliest_start, entry.latest_end)


def _choices(
    published: Published, entries: Sequence[Entry], sides: dict[str, str]
) -> dict[str, list[tuple[str, str, int]]]:
    """What the filter form offers: parties by side, and classes, each with how many events it has."""
    parties: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    types: dict[str, int] = {}
    for entry in entries:
        types[entry.type] = types.get(entry.type, 0) + 1
        for iri, name in entry.parties:
            if sides.get(iri) in ("union", "association", "company"):
                parties.setdefault(iri, []).append(1)
                names[iri] = name
    order = ("union", "association", "company")
    offered = sorted(parties, key=lambda iri: (order.index(sides[iri]), -len(parties[iri]), names[iri]))[:24]
    labels = {row["class"]: row["label"] for row in queries.rows(published.store, "classes")}
    issues = [
        (row["issue"].rpartition("/")[2], row["label"], int(row["events"]))
        for row in queries.rows(published.store, "issues")
        if row["events"] != "0"
    ]
    return {
        "parties": [(iri.rpartition("/")[2], names[iri], len(parties[iri])) for iri in offered],
        "types": sorted(
            ((iri.rpartition("#")[2], labels.get(iri, iri), n) for iri, n in types.items()), key=lambda t: t[1]
        ),
        "issues": issues,
    }


@pages.get("/timeline.json")
def as_json() -> BaseResponse:
    """The events as JSON, all that the filters let through."""
    found = _found(publication.current(), _all(request.args))
    return _data(json.dumps([e.as_json() for e in found], ensure_ascii=False, indent=1) + "\n", "application/json")


@pages.get("/timeline.csv")
def as_csv() -> BaseResponse:
    """The events as CSV."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(exports.CSV_COLUMNS)
    table.writerows(exports.row(entry) for entry in _found(publication.current(), _all(request.args)))
    return _data(out.getvalue(), "text/csv")


@pages.get("/timeline.ttl")
def as_turtle() -> BaseResponse:
    """What the timeline says of the events, as Turtle."""
    published = publication.current()
    asked = _all(request.args)
    found = [e.iri for e in _found(published, asked)]
    quads = [q for iri in found for q in linked.known(published.store, iri, by=asked.known)]
    return _data(turtle.text(quads, "ttl").decode(), "text/turtle")


def _all(args: MultiDict[str, str]) -> Asked:
    """The filters of a request for data: every event unless key dates are asked for."""
    merged: MultiDict[str, str] = MultiDict(args)
    merged.setdefault("show", "all")
    return Asked.of(merged)


def _data(text: str, mimetype: str) -> BaseResponse:
    response = Response(text, mimetype=mimetype)
    response.add_etag()
    response.headers["Cache-Control"] = "no-cache"
    return response.make_conditional(request)
