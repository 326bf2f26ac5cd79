"""The graph explorer: its page, the picture's data and files, sourced paths, and the questions as JSON under /api/network."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from graph.errors import QueryError, UnknownName
from graph.network import ego, formats, names, naming, paths, picture, record, relations, slices, views
from graph.network.model import KINDS, Network
from graph.store import Publication
from server import publication
from server.asked import Asked, asked, day, needed, number, only

FOREVER = "public, max-age=31536000, immutable"
SHOWN = 25  # relations of the details panel that stand open

pages = Blueprint("network", __name__)


@lru_cache(maxsize=2)
def _loaded(path: Path, version: str) -> Network:
    return record.of(Publication(version, path, {}))


def _network() -> Network:
    """The network of the newest exports: of the version published, or of the one before while its own are written."""
    published = publication.exported()
    return _loaded(published.path, published.version)


@lru_cache(maxsize=64)
def _picture(path: Path, version: str, wanted: Asked) -> bytes:
    network = _loaded(path, version)
    view = _view(network, wanted)
    body = picture.data(network, view)
    body["version"] = network.version
    body["total"] = {"nodes": network.graph.number_of_nodes(), "edges": network.graph.number_of_edges()}
    body["cut"] = view.cut
    body["undrawn"] = [ego.thing(network, key) for key in view.nodes if key not in network.places]
    return jsonify(body).get_data()


def _view(network: Network, wanted: Asked) -> views.View:
    return views.view(
        network,
        focus=wanted.focus,
        depth=wanted.depth,
        opened=wanted.open,
        added=wanted.add,
        types=wanted.types,
        at=wanted.at,
    )


def _sent(body: bytes | str, mimetype: str, *, cache: str = "no-cache", name: str | None = None) -> Response:
    """An answer with its ETag; 304 where the client holds it already."""
    response = Response(body, mimetype=mimetype)
    data = body.encode() if isinstance(body, str) else body
    response.set_etag(hashlib.sha256(data).hexdigest()[:32])
    response.headers["Cache-Control"] = cache
    if name is not None:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.make_conditional(request)
    return response


def _problem(error: QueryError) -> Response:
    """RFC 9457: what was found and what was expected, as JSON."""
    status = 404 if isinstance(error, UnknownName) else 400
    title = "Nothing of that name" if status == 404 else "Wrong parameters"
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": str(error)}
    near = getattr(error, "near", None)
    if near is not None:
        body["near"] = list(near)
    response = jsonify(body)
    response.status_code = status
    response.mimetype = "application/problem+json"
    return response


def _answers(function: Callable[[], Response]) -> Callable[[], Response]:
    """A view whose wrong parameters are answered as problem+json."""

    @wraps(function)
    def answered() -> Response:
        try:
            return function()
        except QueryError as error:
            return _problem(error)

    return answered


# ---------------------------------------------------------------- the page


@pages.get("/graph")
def page() -> Answer | tuple[str, int] | str:
    """The explorer, readable without script: the picture's items as a table, and the details of the item chosen."""
    network = _network()
    try:
        wanted = asked(network, request.args, also=("find", "as"))
        if request.args.get("find", "").strip():
            return redirect(url_for(".page") + _found(network, wanted).link(), code=303)
    except QueryError as error:
        status = 404 if isinstance(error, UnknownName) else 400
        return _page(network, Asked(), problem=str(error)), status
    return _page(network, wanted)


def _found(network: Network, wanted: Asked) -> Asked:
    """The view after a search: centred on what was found, or with it added."""
    key = names.resolve(network, request.args["find"].strip())
    if request.args.get("as") == "add":
        return Asked(wanted.focus, wanted.depth, wanted.at, wanted.types, key, wanted.open, (*wanted.add, key))
    return Asked(focus=(key,), depth=wanted.depth, at=wanted.at, types=wanted.types, sel=key)


def _page(network: Network, wanted: Asked, *, problem: str = "") -> str:
    graph = network.graph
    view = _view(network, wanted)
    drawn = [key for key in view.nodes if key in network.places]
    chosen = graph.nodes[wanted.sel] if wanted.sel else None
    return render_template(
        "graph.html",
        asked=wanted,
        problem=problem,
        network=network,
        nodes=graph.nodes,
        rows=sorted(
            drawn, key=lambda key: (KINDS.index(graph.nodes[key]["kind"]), slices.begins(graph.nodes[key]), key)
        ),
        undrawn=[key for key in view.nodes if key not in network.places],
        view=view,
        degree=graph.degree,
        chosen=chosen,
        relations=_around(network, wanted.sel, wanted.at) if wanted.sel else (),
        shown=SHOWN,
        together=() if wanted.sel else naming.naming(network, limit=8).pairs,
        together_caption=naming.CAPTION,
        opened=views.OPENED,
        looks=picture.LOOKS,
        days=_days(network),
        title=_title(network, wanted),
        names=sorted({data["label"] for _, data in graph.nodes(data=True)}),
        library=url_for(".library", version=picture.PYVIS),
    )


def _title(network: Network, wanted: Asked) -> str:
    if not wanted.focus:
        return "Who bargained with whom"
    named = [network.graph.nodes[key]["label"] for key in wanted.focus[:2]]
    return " and ".join(named) + (" and others" if len(wanted.focus) > 2 else "")


def _days(network: Network) -> list[str]:
    """The days on which something dated begins: the stops of the time slider."""
    return sorted({data["earliestStart"] for _, data in network.graph.nodes(data=True) if data["earliestStart"]})


def _around(network: Network, key: str, at: str) -> tuple[relations.Relation, ...]:
    """The relations that touch a node, in order of time."""
    graph = slices.as_of(network.graph, at) if at else network.graph
    if key not in graph:
        return ()
    edges = {*graph.out_edges(key, keys=True), *graph.in_edges(key, keys=True)}
    return relations.dated(network, sorted((source, target, str(name)) for source, target, name in edges))


# ---------------------------------------------------------------- the picture's data and files


@pages.get("/graph.json")
@_answers
def picture_data() -> Response:
    """Nodes, edges and options of a view, as vis-network takes them."""
    published = publication.current()
    wanted = asked(_network(), request.args)
    return _sent(_picture(published.path, published.version, wanted), "application/json")


def _part() -> Network:
    """The network of the view asked for; without a focus, the whole of it."""
    network = _network()
    wanted = asked(network, request.args)
    return formats.part(network, _view(network, wanted).nodes) if request.args else network


@pages.get("/graph.gexf")
@_answers
def gexf() -> Response:
    """The network, or the view asked for, as GEXF."""
    return _sent(formats.gexf(_part()), "application/gexf+xml", name="picketline.gexf")


@pages.get("/graph.graphml")
@_answers
def graphml() -> Response:
    """The network, or the view asked for, as GraphML."""
    return _sent(formats.graphml(_part()), "application/graphml+xml", name="picketline.graphml")


@pages.get("/graph.html")
@_answers
def standalone() -> Response:
    """One file with everything in it, to keep and open without a server; it is saved, not shown."""
    network = _network()
    view = _view(network, asked(network, request.args))
    return _sent(picture.standalone(network, view), "text/html", name="picketline-graph.html")


@pages.get("/graph/lib/<version>/vis-network.min.js")
def library(version: str) -> Response:
    """vis-network as the installed PyVis package holds it, under that package's version."""
    if version != picture.PYVIS:
        return Response(f"vis-network of PyVis {version} is not here; {picture.PYVIS} is\n", 404, mimetype="text/plain")
    return _sent(picture.library(), "text/javascript", cache=FOREVER)


# ---------------------------------------------------------------- the questions


@pages.get("/graph/path")
def path() -> Answer | tuple[str, int] | str:
    """The shortest sourced path between two things, as a list of steps; as JSON where the client prefers it."""
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return path_answer()
    network = _network()
    options: dict[str, Any] = {"names": sorted({data["label"] for _, data in network.graph.nodes(data=True)})}
    try:
        found = _path(network)
    except QueryError as error:
        status = 404 if isinstance(error, UnknownName) else 400
        return render_template("path.html", problem=str(error), path=None, **options), status
    return render_template("path.html", problem="", path=found, nodes=network.graph.nodes, **options)


def _path(network: Network) -> paths.Path:
    only(request.args, ("from", "to", "at"))
    source, target = needed(network, request.args, "from"), needed(network, request.args, "to")
    return paths.path(network, source, target, at=day(request.args, "at"))


@pages.get("/api/network/path")
@_answers
def path_answer() -> Response:
    """The shortest sourced path between `from` and `to`, as of `at`."""
    return _sent(jsonify(_path(_network()).as_json()).get_data(), "application/json")


@pages.get("/api/network/ego")
@_answers
def ego_answer() -> Response:
    """What lies within `depth` steps of `of`, as of `at`, or running on that day with `running=1`."""
    network = _network()
    only(request.args, ("of", "depth", "at", "running"))
    found = ego.ego(
        network,
        needed(network, request.args, "of"),
        depth=number(request.args, "depth", default=1, least=0, most=DEEPEST),
        at=day(request.args, "at"),
        running=bool(number(request.args, "running", default=0, least=0, most=1)),
    )
    return _sent(jsonify(found.as_json()).get_data(), "application/json")


DEEPEST = ego.DEEPEST


@pages.get("/api/network/central")
@_answers
def central_answer() -> Response:
    """Who is most often named with whom in these sources, between `from` and `to`."""
    network = _network()
    only(request.args, ("from", "to", "of", "limit"))
    found = naming.naming(
        network,
        start=day(request.args, "from"),
        end=day(request.args, "to"),
        of=needed(network, request.args, "of") if request.args.get("of", "").strip() else "",
        limit=number(request.args, "limit", default=10, least=1, most=naming.MOST),
    )
    return _sent(jsonify(found.as_json()).get_data(), "application/json")


@pages.app_template_filter("when")
def when(data: dict[str, Any]) -> str:
    """The date of a node in plain words, or that it has none."""
    return relations.readable(data["date"])
