"""A few workers for many requests: started when first needed, one request each, of the version published now."""

from __future__ import annotations

import os
import threading
import time
import weakref
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph import store
from graph.settings import Settings
from graph.store import Publication
from server.pool import syntax
from server.pool.errors import BadGraph, Busy, Failed, NoFormat, OutOfMemory, TooLarge
from server.pool.process import Process


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
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer's bytes, whether they are rows or a graph, in which format, of which version, and the seconds taken."""

    kind: str
    form: str
    body: bytes
    version: str
    seconds: float


class Pool:
    """Workers over the published store. Safe for threads; a process that forks gets workers of its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._alive: set[Process] = set()
        self._reset()
        # The finalizer also runs when the interpreter ends, and must not hold the pool.
        self._finalizer = weakref.finalize(self, _end, self._alive, os.getpid())
        here = weakref.ref(self)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=lambda: _forked(here))

    def _reset(self) -> None:
        self._condition = threading.Condition()
        self._idle: deque[Process] = deque()
        self._in_use: dict[str, int] = {}
        self._waiting = 0
        self._publication: Publication | None = None
        self._closed = False

    def ask(self, request: Request) -> Answer:
        """The answer to a request. Raises `StoreError` where nothing is published, else a kind of `Unanswered`."""
        process = self._take()
        try:
            head, body = process.ask(request.message())
            if head.get("error") == "memory":
                process.end()
        finally:
            self._give_back(process)
        if "error" in head:
            raise self._problem(request, head)
        return Answer(head["kind"], head["form"], body, process.version, head["seconds"])

    def _problem(self, request: Request, head: Mapping[str, Any]) -> Exception:
        match head["error"]:
            case "syntax":
                return syntax.explain(request.query, head["message"])
            case "graph":
                return BadGraph(f"a graph of the dataset is no IRI: {head['message']}")
            case "format":
                return NoFormat(head["kind"])
            case "too-large":
                return TooLarge(
                    f"the answer has more than {self._settings.max_result:,} bytes; add LIMIT, or ask for fewer columns"
                )
            case "memory":
                limit = self._settings.query_memory
                return OutOfMemory(f"the query needs more than the {limit:,} bytes of memory that a worker may use")
            case _:
                return Failed(f"the engine gave up: {head['message']}")

    def _take(self) -> Process:
        """A worker of the current version: an idle one, else a new one, else the first to come free."""
        give_up = time.monotonic() + self._settings.query_wait
        outdated: list[Process] = []
        try:
            with self._condition:
                while True:
                    publication = self._follow(outdated)
                    if (process := self._pop(outdated)) is not None:
                        self._in_use[process.version] = self._in_use.get(process.version, 0) + 1
                        return process
                    if self._closed:
                        raise Busy("the site is closing")
                    # An old version's workers finish beside the new one's: they end within the deadline.
                    if self._in_use.get(publication.version, 0) < self._settings.query_workers:
                        self._in_use[publication.version] = self._in_use.get(publication.version, 0) + 1
                        break
                    self._wait(give_up)
        finally:
            self._bury(outdated)
        return self._start(publication)

    def _follow(self, outdated: list[Process]) -> Publication:
        """The version published now; idle workers of another are set aside."""
        if self._publication is None or store.current_version(self._settings) != self._publication.version:
            self._publication = store.current(self._settings)
            outdated += self._idle
            self._idle.clear()
        return self._publication

    def _pop(self, dead: list[Process]) -> Process | None:
        """The worker used last, which has the warmest caches; those that died meanwhile are set aside."""
        while self._idle:
            process = self._idle.pop()
            if process.alive():
                return process
            dead.append(process)
        return None

    def _wait(self, give_up: float) -> None:
        if self._waiting >= self._settings.query_queue:
            raise Busy("all workers are busy and the queue is full; try again in a few seconds")
        self._waiting += 1
        try:
            left = give_up - time.monotonic()
            if left <= 0 or not self._condition.wait(left):
                raise Busy("all workers are busy; try again in a few seconds")
        finally:
            self._waiting -= 1

    def _start(self, publication: Publication) -> Process:
        try:
            process = Process(publication, self._settings)
        except BaseException:
            with self._condition:
                self._leave(publication.version)
            raise
        self._alive.add(process)
        return process

    def _give_back(self, process: Process) -> None:
        with self._condition:
            self._leave(process.version)
            wanted = self._publication is not None and process.version == self._publication.version
            if process.alive() and wanted and not self._closed:
                self._idle.append(process)
                return
        self._bury([process])

    def _leave(self, version: str) -> None:
        """One worker fewer in use, room for one who waits."""
        self._in_use[version] -= 1
        if not self._in_use[version]:
            del self._in_use[version]
        self._condition.notify()

    def _bury(self, processes: Sequence[Process]) -> None:
        for process in processes:
            process.end()
            self._alive.discard(process)

    def processes(self) -> tuple[int, ...]:
        """The numbers of the workers that run."""
        return tuple(sorted(process.pid for process in tuple(self._alive) if process.alive()))

    def close(self) -> None:
        """Ends the workers; a request that one of them holds fails."""
        with self._condition:
            self._closed = True
            idle = tuple(self._idle)
            self._idle.clear()
            self._condition.notify_all()
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
