"""One worker as the web process sees it: started by path, asked over two pipes, killed when its time is up."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.errors import StoreError
from graph.settings import Settings
from graph.store import Publication
from graph.turtle import PREFIXES
from server.pool.errors import Died, Failed, OutOfMemory, Overrun

STARTING = 15.0
_SCRIPT = Path(__file__).with_name("worker.py")
_KEPT = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR")
_HEAD = 10_000
_SPENT = (b"memory allocation of", b"bad_alloc", b"MemoryError")
_log = logging.getLogger(__name__)


class Process:
    """A worker over one published version.

    A plain subprocess: multiprocessing would start over from the web process's main module, load Flask into every
    worker, and pickle what a hostile query made; a fork of a process with threads is not safe at all.
    """

    def __init__(self, publication: Publication, settings: Settings) -> None:
        self.version = publication.version
        self._deadline = settings.query_deadline
        self._memory = settings.query_memory
        environ = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self._child = subprocess.Popen(
            [sys.executable, "-P", str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**environ, "MALLOC_ARENA_MAX": "2"},
            bufsize=0,
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        assert self._child.stderr is not None
        self._in, self._out, self._err = self._child.stdin, self._child.stdout, self._child.stderr
        for pipe in (self._in, self._out, self._err):
            os.set_blocking(pipe.fileno(), False)
        self._rest = b""
        try:
            self._start(publication, settings)
        except BaseException:
            self.end()
            raise

    def _start(self, publication: Publication, settings: Settings) -> None:
        until = time.monotonic() + STARTING
        self._send(
            {
                "store": str(publication.path / "store"),
                "memory": settings.query_memory,
                "query_deadline": settings.query_deadline,
                "max_result": settings.max_result,
                "prefixes": PREFIXES,
            },
            until,
        )
        try:
            head, _ = self._receive(until)
        except (Died, OutOfMemory, Overrun) as error:
            raise StoreError(f"{publication.path}: the store cannot be opened (the worker ended: {error})") from error
        if not head.get("ready"):
            raise StoreError(f"{publication.path}: the store cannot be opened ({head.get('message')})")
        if not head["confined"]:
            _log.warning("no seccomp filter on this platform: only the scan for SERVICE keeps queries off the network")
        if not head["limited"]:
            _log.warning("no memory limit on this platform: only the deadline stops a query that collects without end")

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._child.pid

    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._child.poll() is None

    def ask(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """The answer to a request. Raises `Overrun`, `OutOfMemory` or `Died`; the process has then ended."""
        until = time.monotonic() + self._deadline
        try:
            self._send(request, until)
            return self._receive(until)
        except BaseException:
            self.end()
            raise

    def _send(self, message: Mapping[str, Any], until: float) -> None:
        data = memoryview(json.dumps(message).encode() + b"\n")
        while data:
            self._await(self._in.fileno(), select.POLLOUT, until)
            try:
                data = data[os.write(self._in.fileno(), data) :]
            except BrokenPipeError:
                raise self._epitaph() from None

    def _receive(self, until: float) -> tuple[dict[str, Any], bytes]:
        parts, size = [self._rest], len(self._rest)
        while b"\n" not in parts[-1]:
            if size > _HEAD:
                raise Failed("the worker's answer has no head")
            parts.append(self._read(until))
            size += len(parts[-1])
        line, _, rest = b"".join(parts).partition(b"\n")
        head: dict[str, Any] = json.loads(line)
        parts, size = [rest], len(rest)
        while size < head["length"]:
            parts.append(self._read(until))
            size += len(parts[-1])
        body = b"".join(parts)
        self._rest = body[head["length"] :]
        return head, body[: head["length"]]

    def _read(self, until: float) -> bytes:
        self._await(self._out.fileno(), select.POLLIN, until)
        data = os.read(self._out.fileno(), 1 << 20)
        if not data:
            raise self._epitaph()
        return data

    def _await(self, handle: int, events: int, until: float) -> None:
        ready = select.poll()
        ready.register(handle, events)
        left = until - time.monotonic()
        if left <= 0 or not ready.poll(left * 1000):
            raise Overrun(f"the query did not finish within {self._deadline:g} seconds")

    def _epitaph(self) -> Died | OutOfMemory | Overrun:
        """What the process died of."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(1)
        last = b""
        with contextlib.suppress(BlockingIOError):
            last = os.read(self._err.fileno(), 1 << 16)
        code = self._child.poll()
        _log.info("worker %d over version %s ended with %s: %s", self.pid, self.version, code, last[-500:])
        if any(words in last for words in _SPENT):
            return OutOfMemory(f"the query needs more than the {self._memory:,} bytes of memory that a worker may use")
        if code == -signal.SIGALRM:
            return Overrun(f"the query did not finish within {self._deadline:g} seconds")
        return Died("the worker that held the query died of it; a query that nests or chains too deeply does this")

    def kill(self) -> None:
        """Kills the process, if it still runs."""
        self._child.kill()

    def end(self) -> None:
        """Kills the process, waits for it and closes the pipes; does nothing the second time."""
        self._child.kill()
        self._child.wait()
        self.forget()

    def forget(self) -> None:
        """Closes this side of the pipes and leaves the process alone: it is another's, or ended."""
        for pipe in (self._in, self._out, self._err):
            pipe.close()
