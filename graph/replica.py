"""A dump of N-Quads or TriG, ours or anybody's, published as it is: to be asked, browsed and taken away again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph import iris, store
from graph.errors import SourceError
from graph.settings import Settings
from graph.store import Publication
from graph.views import exports
from ontology import terms

FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TRIG,
}
_PLACE = re.compile(r"^Parser error .*?: ")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ARTICLE = ox.NamedNode(terms.Article)


def publish(path: Path, settings: Settings) -> Publication:
    """Publishes a dump under `settings.instance`, which should be empty. The ending tells the format.

    Raises `SourceError` with file, line, what was found and what was expected.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise SourceError(str(path), f"unknown ending {path.suffix!r}; expected {', '.join(sorted(FORMATS))}")
    quads = list(_numbered(_read(path, form)))
    keys = [key for q in quads if (key := _article(q)) is not None]
    facts: dict[str, Any] = {"ruleset": "", "gone": [], "dump": path.name, "license": exports.license_of(quads)}
    return store.publish(settings, quads, exports=exports.write, texts={}, facts=facts, articles=keys, blank_nodes=True)


def _read(path: Path, form: ox.RdfFormat) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(path=str(path), format=form)
    except SyntaxError as error:
        column = f", column {error.offset}" if error.offset else ""
        problem = _PLACE.sub("", str(error.msg))
        raise SourceError(f"{path}:{error.lineno or 1}", f"{problem}{column}; expected {form.name}") from error
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror or error}; expected a file") from error


def _numbered(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The same with blank nodes named in the order in which they come, so that the same file gives the same bytes."""
    names: dict[str, ox.BlankNode] = {}

    def settled(term: Any) -> Any:
        return names.setdefault(term.value, ox.BlankNode(f"b{len(names)}")) if isinstance(term, ox.BlankNode) else term

    for quad in quads:
        if isinstance(quad.object, ox.Triple):
            raise SourceError(str(quad), "holds a triple as its object; expected RDF 1.1, which has none")
        yield ox.Quad(settled(quad.subject), quad.predicate, settled(quad.object), settled(quad.graph_name))


def _article(quad: ox.Quad) -> str | None:
    """The key of an article of ours that the timeline knows, where the quad says that its subject is one."""
    told = quad.predicate.value == _TYPE and quad.object == _ARTICLE and quad.graph_name == ox.DefaultGraph()
    if not told or not isinstance(quad.subject, ox.NamedNode) or not quad.subject.value.startswith(iris.article("")):
        return None
    return quad.subject.value.removeprefix(iris.article(""))
