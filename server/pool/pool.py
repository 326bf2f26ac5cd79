"""A few workers for many requests: started when first needed, one request each, of the version published now."""

from __future__ import annotations

import functools
import os
import threading
import weakref
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

from graph import store
from graph.errors import StoreError
from graph.settings import Settings
from graph.store import Publication
from server.pool import columns, syntax
from server.pool.admission import Admission, Visit
from server.pool.errors import BadGraph, Failed, NoFormat, OutOfMemory, Overrun, TooLarge, Unanswered
from server.pool.process import Process

# Workers beyond the slots: one for the lane, and one that is ready when the lane's was ended.
SPARE = 2


@dataclass(frozen=True, slots=True)
class Request:
    """A query with its dataset and, for either kind of answer, the format wanted.

    `default` and `named` are the IRIs of graphs, both None for the dataset that the query itself names. `rows` is json,
    xml, csv, tsv or table; `graph` is turtle, ntriples, jsonld, rdfxml or table; None where that kind is not wanted.
    """

    query: str
    default: Sequence[str] | None = None
    named: Sequence[str] | None = None
    rows: str | None = "json"
    graph: str | None = "turtle"

    def message(self) -> dict[str, Any]:
        """The request as a worker takes it."""
        plain = self.default is None and self.named is None
        return {
            "query": self.query,
            "default": None if plain else list(self.default or ()),
            "named": None if plain else list(self.named or ()),
            "rows": self.rows,
            "graph": self.graph,
            "star": columns.starred(self.query),
        }


class Answer:
    """An answer: whether it is rows or a graph, in which format, of which version, the seconds to its first bytes.

    Its bytes come in pieces, once. Whoever does not read them all calls `close`.
    """

    def __init__(self, head: Mapping[str, Any], pieces: Pieces) -> None:
        self.kind: str = head["kind"]
        self.form: str = head["form"]
        self.seconds: float = head["seconds"]
        self.whole = not head["more"]
        self.version = pieces.version
        self.pieces = pieces

    @functools.cached_property
    def body(self) -> bytes:
        """All of its bytes."""
        return b"".join(self.pieces)

    def close(self) -> None:
        """Ends the work on what was not read."""
        self.pieces.close()


class Pieces:
    """The bytes of an answer as they come. Raises a kind of `Unanswered` in their midst where the rest never comes."""

    def __init__(self, first: bytes, work: Work) -> None:
        self.version = work.process.version
        self._ready: bytes | None = first
        self._work = work
        self._end = weakref.finalize(self, work.end)
        self._end.atexit = False
        if work.done:
            self._end()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        if self._ready is not None:
            piece, self._ready = self._ready, None
        elif self._work.done:
            raise StopIteration
        else:
            piece = self._work.more()
        if self._work.done:
            self._end()
        return piece

    def close(self) -> None:
        """Reads no more; the worker ends where it was not done."""
        self._ready = None
        self._end()


class Work:
    """A worker that holds a query, and the place that the query takes."""

    def __init__(self, pool: Pool, request: Request, visit: Visit, process: Process) -> None:
        self.process = process
        self.done = False
        self._pool = pool
        self._request = request
        self._visit = visit

    def begin(self) -> tuple[Mapping[str, Any], bytes]:
        """The head of the answer and its first bytes."""
        quick = self._pool.settings.query_quick if self._visit.place == "lane" else None
        return self._checked(*self.process.ask(self._request.message(), seconds=quick, gone=self._visit.gone))

    def more(self) -> bytes:
        """The next bytes."""
        return self._checked(*self.process.more())[1]

    def _checked(self, head: Mapping[str, Any], piece: bytes) -> tuple[Mapping[str, Any], bytes]:
        self.done = not head.get("more")
        if head.get("error") == "memory":
            self.process.end()
        if "error" in head:
            raise self._pool.problem(self._request, head)
        return head, piece

    def end(self) -> None:
        """Gives the worker back, ended where it was not done, and the place."""
        self.done, done = True, self.done
        self._pool.give_back(self.process, done=done)
        self._pool.admission.leave(self._visit)


class Pool:
    """Workers over the published store. Safe for threads; a process that forks gets workers of its own."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._alive: set[Process] = set()
        self._reset()
        # The finalizer also runs when the interpreter ends, and must not hold the pool.
        self._finalizer = weakref.finalize(self, _end, self._alive, os.getpid())
        here = weakref.ref(self)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=lambda: _forked(here))

    def _reset(self) -> None:
        self.admission = Admission(self.settings)
        self._lock = threading.Lock()
        self._idle: deque[Process] = deque()
        self._publication: Publication | None = None
        self._closed = False

    def ask(self, request: Request, *, client: str = "", gone: Callable[[], bool] | None = None) -> Answer:
        """The answer to a request, once its first bytes are there.

        `client` is whose request it is, "" for nobody's; `gone` tells whether the client has left, which ends the work.
        Raises `StoreError` where nothing is published, else a kind of `Unanswered`.
        """
        visit = Visit(client, gone)
        self.admission.arrive(visit)
        try:
            while True:
                self.admission.wait(visit)
                work = Work(self, request, visit, self._take())
                try:
                    head, first = work.begin()
                except Overrun:
                    self.give_back(work.process, done=False)
                    if visit.place != "lane":
                        raise
                except BaseException:
                    self.give_back(work.process, done=work.done)
                    raise
                else:
                    if work.done or visit.place == "slot":
                        return Answer(head, Pieces(first, work))
                    # More than the lane is for.
                    self.give_back(work.process, done=False)
        except BaseException:
            self.admission.leave(visit)
            raise

    def warm(self, count: int = 1) -> None:
        """Starts workers ahead of the queries that will need them, in the background."""
        if count:
            threading.Thread(target=self._warm, args=(count,), daemon=True).start()

    def _warm(self, count: int) -> None:
        with suppress(StoreError, Unanswered):  # the next query tells its client
            for _ in range(count):
                with self._lock:
                    if self._closed or len(self._idle) >= self.settings.query_workers + SPARE:
                        return
                    outdated: list[Process] = []
                    publication = self._follow(outdated)
                self._bury(outdated)
                self.give_back(self._start(publication), done=True)

    def problem(self, request: Request, head: Mapping[str, Any]) -> Exception:
        """The error for what a worker told."""
        match head["error"]:
            case "syntax":
                return syntax.explain(request.query, head["message"])
            case "graph":
                return BadGraph(f"a graph of the dataset is no IRI: {head['message']}")
            case "format":
                return NoFormat(head["kind"])
            case "too-large":
                return TooLarge(
                    f"the answer has more than {self.settings.max_result:,} bytes; add LIMIT, or ask for fewer columns"
                )
            case "memory":
                limit = self.settings.query_memory
                return OutOfMemory(f"the query needs more than the {limit:,} bytes of memory that a worker may use")
            case _:
                return Failed(f"the engine gave up: {head['message']}")

    def _take(self) -> Process:
        """A worker of the current version: the idle one used last, which has the warmest caches, else a new one."""
        outdated: list[Process] = []
        try:
            with self._lock:
                publication = self._follow(outdated)
                while self._idle:
                    process = self._idle.pop()
                    if process.alive():
                        return process
                    outdated.append(process)
        finally:
            self._bury(outdated)
        return self._start(publication)

    def _start(self, publication: Publication) -> Process:
        process = Process(publication, self.settings)
        self._alive.add(process)
        return process

    def _follow(self, outdated: list[Process]) -> Publication:
        """The version published now; idle workers of another are set aside. Busy ones finish beside the new ones."""
        if self._publication is None or store.current_version(self.settings) != self._publication.version:
            self._publication = store.current(self.settings)
            outdated += self._idle
            self._idle.clear()
            self.warm(max(0, len(outdated) - 1))
        return self._publication

    def give_back(self, process: Process, *, done: bool) -> None:
        """Keeps a worker for the next query where it is done with this one and of the version published now."""
        with self._lock:
            current = self._publication is not None and process.version == self._publication.version
            room = len(self._idle) < self.settings.query_workers + SPARE
            if done and process.alive() and current and room and not self._closed:
                self._idle.append(process)
                return
        self._bury([process])
        if not self._closed and current:
            self.warm()

    def _bury(self, processes: Sequence[Process]) -> None:
        for process in processes:
            process.end()
            self._alive.discard(process)

    def processes(self) -> tuple[int, ...]:
        """The numbers of the workers that run."""
        return tuple(sorted(process.pid for process in tuple(self._alive) if process.alive()))

    def close(self) -> None:
        """Ends the workers; a request that one of them holds fails."""
        self.admission.close()
        with self._lock:
            self._closed = True
            idle = tuple(self._idle)
            self._idle.clear()
        self._bury(idle)
        # The thread that reads from a busy worker sees its end, and clears up after it.
        for process in tuple(self._alive):
            process.kill()

    def _forget(self) -> None:
        """In a child after a fork: the workers are the parent's."""
        for process in tuple(self._alive):
            process.forget()
        self._alive = set()
        self._finalizer.detach()
        self._finalizer = weakref.finalize(self, _end, self._alive, os.getpid())
        self._reset()


def _forked(here: weakref.ref[Pool]) -> None:
    pool = here()
    if pool is not None:
        pool._forget()


def _end(processes: set[Process], owner: int) -> None:
    """Kills what the owner started."""
    if os.getpid() == owner:
        for process in tuple(processes):
            process.end()
