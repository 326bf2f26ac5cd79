"""One process that answers queries over one published store; requests come in on its pipe, answers go out.

Run by path, never imported by the web process: it loads pyoxigraph and nothing of Flask or of this package, so that
it starts in a tenth of a second and holds little that a hostile query could reach. Each message is a line of JSON,
followed by as many bytes as its `length` says. An answer is one message or several; all but its last say `more`. Nothing
is ever unpickled.
"""

from __future__ import annotations

import ctypes
import json
import os
import platform
import resource
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterable
from typing import IO, Any, cast

import pyoxigraph as ox

STACK = 64 * 1024 * 1024
GRACE = 2.0
# What is held back before the first bytes leave, and then at a time: most answers are whole by then, or have failed.
PIECE = 1 << 20
SHOWN = 1_000
COUNTING = 1.0

# System calls by architecture: the audit number, the first foreign call number, then network, io_uring, other programs.
_CALLS = {
    "x86_64": (
        0xC000003E,
        (41, 42, 43, 44, 46, 49, 50, 53, 288, 307, 425, 426, 427, 59, 322, 101, 310, 311, 438),
    ),
    "aarch64": (
        0xC00000B7,
        (198, 203, 202, 206, 211, 200, 201, 199, 242, 269, 425, 426, 427, 221, 281, 117, 270, 271, 438),
    ),
}
_X32 = 0x40000000
_EACCES = 13
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _DENY, _KILL = 0x7FFF0000, 0x00050000 | _EACCES, 0x80000000

_RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
_LABELS = tuple(
    ox.NamedNode(iri)
    for iri in (
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/terms/title",
    )
)

_DATASET = (("default", "_graph"), ("named", "_graphs"))

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class TooLarge(Exception):
    """The answer outgrew the limit."""


class BadGraph(Exception):
    """A graph of the dataset is no IRI."""


class Sink:
    """A file that sends what is written to it in pieces, and refuses more bytes than its limit."""

    def __init__(self, limit: int, send: Callable[[bytes], None]) -> None:
        self.limit = limit
        self._send = send
        self._held = bytearray()
        self._size = 0

    def write(self, data: Any) -> int:
        """Keeps the bytes until there is a piece of them. Raises `TooLarge`."""
        self._size += len(data)
        if self._size > self.limit:
            raise TooLarge
        self._held += data
        if len(self._held) >= PIECE:
            self._send(self.rest())
        return len(data)

    def flush(self) -> None:
        """Nothing, as the engine asks for it at the end: a piece leaves when it is full."""

    def rest(self) -> bytes:
        """What has not been sent yet; it is then the caller's to send."""
        held = bytes(self._held)
        self._held.clear()
        return held


def filter_program(machine: str) -> bytes | None:
    """The seccomp filter that denies network, io_uring and other programs; None for a machine it is not written for."""
    if machine not in _CALLS:
        return None
    audit, denied = _CALLS[machine]
    body = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, audit), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, 0)]
    # A jump is counted from the next instruction; the denial is the last of all, after the permission.
    body.append((_AT_LEAST, len(denied) + 1, 0, _X32))
    body.extend((_EQUAL, len(denied) - i, 0, number) for i, number in enumerate(denied))
    body += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _DENY)]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in body)


def confine() -> bool:
    """Denies the network to this process and all its threads for good; False where this platform has no such filter."""
    program = filter_program(platform.machine()) if sys.platform == "linux" else None
    if program is None:
        return False

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))

    libc = ctypes.CDLL(None, use_errno=True)
    held = Program(len(program) // 8, program)
    no_new_privileges, set_seccomp, filter_mode = 38, 22, 2
    if libc.prctl(no_new_privileges, 1, 0, 0, 0) != 0:
        return False
    done: int = libc.prctl(set_seccomp, filter_mode, ctypes.byref(held), 0, 0)
    return done == 0


def limit(memory: int) -> bool:
    """Caps the address space in bytes, forbids files and core dumps; False where the platform sets no memory limit."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ValueError, OSError):
        return False
    return True


def answer(store: ox.Store, ask: dict[str, Any], settings: dict[str, Any], out: int) -> None:
    """Evaluates one request and writes its answer, or what is wrong, to a pipe."""
    start = time.perf_counter()
    head: dict[str, Any] = {}

    def tell(piece: bytes, *, more: bool = True) -> None:
        send(out, {**head, "more": more, "seconds": time.perf_counter() - start}, piece)

    sink = Sink(settings["max_result"], tell)
    file = cast(IO[bytes], sink)
    try:
        graphs = dataset(ask)
        if len(graphs.get("default_graph", ())) > 1:
            store, graphs = merged(store, **graphs)
        found = store.query(ask["query"], prefixes=settings["prefixes"], **graphs)
        if ask["star"] and isinstance(found, ox.QuerySolutions) and len(found.variables) > 1:
            found = store.query(spelled(ask, found.variables), prefixes=settings["prefixes"], **graphs)
        kind = "graph" if isinstance(found, ox.QueryTriples) else "rows"
        form = ask[kind]
        if form is None:
            send(out, {"error": "format", "kind": kind})
            return
        head.update(kind=kind, form=form)
        if form == "table":
            sink.write(json.dumps(table(store, found)).encode())
        elif isinstance(found, ox.QueryTriples):
            triples, used = graph(found, sink.limit, settings["prefixes"])
            ox.serialize(triples, file, _GRAPHS[form], prefixes=used)
        else:
            found.serialize(file, _RESULTS[form])
    except BadGraph as error:
        send(out, {"error": "graph", "message": str(error)})
    except SyntaxError as error:
        send(out, {"error": "syntax", "message": str(error)})
    except TooLarge:
        send(out, {"error": "too-large"})
    except (OSError, ValueError, RuntimeError) as error:
        send(out, {"error": "failed", "message": str(error)})
    else:
        tell(sink.rest(), more=False)


def dataset(ask: dict[str, Any]) -> dict[str, Any]:
    """The graphs that a request names, as the engine takes them; nothing where the query itself names them."""
    if ask["default"] is None:
        return {}
    try:
        return {name + key: [ox.NamedNode(iri) for iri in ask[name]] for name, key in _DATASET}
    except ValueError as error:
        raise BadGraph(str(error)) from error


def spelled(ask: dict[str, Any], variables: list[ox.Variable]) -> str:
    """The query with the columns of its `SELECT *` by name, in the order in which it names them first."""
    star, order = ask["star"]
    place = {name: number for number, name in enumerate(order)}
    names = sorted((found.value for found in variables), key=lambda name: place.get(name, len(place)))
    query: str = ask["query"]
    return f"{query[:star]} {' '.join('?' + name for name in names)} {query[star + 1 :]}"


def merged(
    store: ox.Store, *, default_graph: list[ox.NamedNode], named_graphs: list[ox.NamedNode]
) -> tuple[ox.Store, dict[str, Any]]:
    """A store in memory whose default graph is the merge of some graphs, and the dataset to ask of it.

    Asked over several graphs as they are, the engine finds what stands in two of them twice; a graph is a set.
    """
    found = ox.Store()
    for name in default_graph:
        found.extend(ox.Quad(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None, name))
    for name in named_graphs:
        found.extend(store.quads_for_pattern(None, None, None, name))
    return found, {"default_graph": [ox.DefaultGraph()], "named_graphs": named_graphs}


def graph(found: Iterable[ox.Triple], limit: int, prefixes: dict[str, str]) -> tuple[list[ox.Triple], dict[str, str]]:
    """The triples, each once and in order, as long as their N-Triples stay below the limit in bytes; their prefixes."""
    unique: dict[str, ox.Triple] = {}
    size = 0
    for triple in found:
        key = str(triple)
        if key not in unique:
            unique[key] = triple
            size += len(key)
            if size > limit:
                raise TooLarge
    used = {name: iri for name, iri in prefixes.items() if any(f"<{iri}" in key for key in unique)}
    return [unique[key] for key in sorted(unique)], used


def table(store: ox.Store, found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> dict[str, Any]:
    """What a page shows: the first rows with labels for their IRIs, and how many there are, counted for a second."""
    start = time.perf_counter()
    if isinstance(found, ox.QueryBoolean):
        return {"answer": bool(found)}
    labels: dict[str, str | None] = {}
    rows: list[list[dict[str, Any] | None]] = []
    total = 0
    if isinstance(found, ox.QueryTriples):
        head = ["subject", "predicate", "object"]
        terms: Iterable[tuple[Term | None, ...]] = (tuple(triple) for triple in found)
    else:
        head = [variable.value for variable in found.variables]
        terms = (tuple(solution) for solution in found)
    for row in terms:
        total += 1
        if total <= SHOWN:
            rows.append([cell(store, term, labels) for term in row])
        elif time.perf_counter() - start > COUNTING:
            return {"head": head, "rows": rows, "total": total - 1, "more": True}
    return {"head": head, "rows": rows, "total": total, "more": False}


def cell(store: ox.Store, term: Term | None, labels: dict[str, str | None]) -> dict[str, Any] | None:
    """One term as JSON, an IRI with its label."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        plain = "http://www.w3.org/2001/XMLSchema#string"
        datatype = None if term.language or term.datatype.value == plain else term.datatype.value
        return {"type": "literal", "value": term.value, "language": term.language, "datatype": datatype}
    if isinstance(term, ox.NamedNode):
        if term.value not in labels:
            labels[term.value] = label(store, term)
        return {"type": "iri", "value": term.value, "label": labels[term.value]}
    return {"type": "other", "value": str(term)}


def label(store: ox.Store, node: ox.NamedNode) -> str | None:
    """The name of a thing in the default graph: English or without language first, then the first in order."""
    for predicate in _LABELS:
        values = [quad.object for quad in store.quads_for_pattern(node, predicate, None, ox.DefaultGraph())]
        names = sorted((v.language not in (None, "en"), v.value) for v in values if isinstance(v, ox.Literal))
        if names:
            return names[0][1]
    return None


def send(out: int, head: dict[str, Any], body: bytes = b"") -> None:
    """Writes one message, whole."""
    data = memoryview(json.dumps({**head, "length": len(body)}).encode() + b"\n" + body)
    while data:
        data = data[os.write(out, data) :]


def serve(out: int) -> None:
    """Answers until the pipe closes. A worker whose memory ran out says so and ends."""
    settings = json.loads(sys.stdin.buffer.readline())
    limited = limit(settings["memory"])
    confined = confine()
    try:
        store = ox.Store.read_only(settings["store"])
    except (OSError, ValueError, RuntimeError) as error:
        send(out, {"error": "store", "message": str(error)})
        return
    send(out, {"ready": True, "confined": confined, "limited": limited})
    while line := sys.stdin.buffer.readline():
        # The kernel ends this process should the web process be gone and nobody else keep the deadline.
        signal.setitimer(signal.ITIMER_REAL, settings["query_deadline"] + GRACE)
        try:
            answer(store, json.loads(line), settings, out)
        except MemoryError:
            send(out, {"error": "memory"})
            return
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    """Serves in a thread with a large stack: long chains of operators are parsed and evaluated by recursion."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    # Ctrl-C in a terminal reaches the whole group; the web process decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.dup(1)
    os.dup2(2, 1)
    threading.stack_size(STACK)
    thread = threading.Thread(target=serve, args=(out,))
    thread.start()
    thread.join()


if __name__ == "__main__":
    main()
