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
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from graph.errors import StoreError
from graph.settings import Settings
from graph.store import Publication
from graph.turtle import PREFIXES
from server.pool.errors import Abandoned, Died, Failed, OutOfMemory, Overrun

STARTING = 15.0
LOOKING = 0.1  # seconds between two looks whether the client is still there
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
        self._until = 0.0
        self._gone: Callable[[], bool] | None = None
        try:
            self._start(publication, settings)
        except BaseException:
            self.end()
            raise

    def _start(self, publication: Publication, settings: Settings) -> None:
        self._until = time.monotonic() + STARTING
        self._send(
            {
                "store": str(publication.path / "store"),
                "memory": settings.query_memory,
                "query_deadline": settings.query_deadline,
                "max_result": settings.max_result,
                "prefixes": PREFIXES,
            }
        )
        try:
            head, _ = self._receive()
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

    def ask(
        self, request: Mapping[str, Any], *, seconds: float | None = None, gone: Callable[[], bool] | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """The first message of the answer to a request, which has `more` where others follow.

        `seconds` is a deadline nearer than the settings' own; `gone` tells whether the client has left. Raises `Overrun`,
        `OutOfMemory`, `Died` or `Abandoned`; the process has then ended.
        """
        self._until = time.monotonic() + min(self._deadline, self._deadline if seconds is None else seconds)
        self._gone = gone
        try:
            self._send(request)
        except BaseException:
            self.end()
            raise
        return self.more()

    def more(self) -> tuple[dict[str, Any], bytes]:
        """The next message of an answer; raises as `ask` does. The deadline is that of the whole answer."""
        try:
            return self._receive()
        except BaseException:
            self.end()
            raise

    def _send(self, message: Mapping[str, Any]) -> None:
        data = memoryview(json.dumps(message).encode() + b"\n")
        while data:
            self._await(self._in.fileno(), select.POLLOUT)
            try:
                data = data[os.write(self._in.fileno(), data) :]
            except BrokenPipeError:
                raise self._epitaph() from None

    def _receive(self) -> tuple[dict[str, Any], bytes]:
        parts, size = [self._rest], len(self._rest)
        while b"\n" not in parts[-1]:
            if size > _HEAD:
                raise Failed("the worker's answer has no head")
            parts.append(self._read())
            size += len(parts[-1])
        line, _, rest = b"".join(parts).partition(b"\n")
        head: dict[str, Any] = json.loads(line)
        parts, size = [rest], len(rest)
        while size < head["length"]:
            parts.append(self._read())
            size += len(parts[-1])
        body = b"".join(parts)
        self._rest = body[head["length"] :]
        return head, body[: head["length"]]

    def _read(self) -> bytes:
        self._await(self._out.fileno(), select.POLLIN)
        data = os.read(self._out.fileno(), 1 << 20)
        if not data:
            raise self._epitaph()
        return data

    def _await(self, handle: int, events: int) -> None:
        ready = select.poll()
        ready.register(handle, events)
        while (left := self._until - time.monotonic()) > 0:
            if ready.poll(1000 * (left if self._gone is None else min(left, LOOKING))):
                return
            if self._gone is not None and self._gone():
                raise Abandoned("the client left before its answer was there")
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
