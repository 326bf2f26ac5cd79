"""Whose query runs when: some slots, a fair share of them for each client, and a lane in which every query gets one quick try.

A query that finds a slot runs at once. One that finds none is tried in the lane for a moment, the newest first, so that a
cheap one is answered however many heavy ones stand in line. Only what does not end there waits for a slot, in turn.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from graph.settings import Settings
from server.pool.errors import Abandoned, Busy, TooMany

LOOKING = 0.2  # seconds between two looks whether the client is still there


@dataclass(slots=True, eq=False)
class Visit:
    """One query from its arrival to its end: whose it is ("" where nobody knows), and what it holds now."""

    client: str
    gone: Callable[[], bool] | None = None
    place: Literal["", "slot", "lane"] = ""
    tried: bool = False


class Admission:
    """The slots, the lane and the line before them. Safe for threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._free = threading.Condition()
        self._running: Counter[str] = Counter()
        self._under_way: list[Visit] = []
        self._line: list[Visit] = []
        self._lane_taken = False
        self._closed = False

    def arrive(self, visit: Visit) -> None:
        """Counts a visit; whoever arrived leaves, whatever happens."""
        with self._free:
            self._under_way.append(visit)

    def wait(self, visit: Visit) -> None:
        """Returns when the visit has a slot or, once, the lane; gives back what it held before.

        Raises `Busy`, `TooMany` or `Abandoned`.
        """
        until = time.monotonic() + self._settings.query_wait
        with self._free:
            self._give_back(visit)
            self._line.append(visit)
            try:
                while not self._placed(visit):
                    self._may_wait(visit, until)
                    self._free.wait(max(0.0, min(until - time.monotonic(), LOOKING)))
            finally:
                self._line.remove(visit)
                self._free.notify_all()

    def leave(self, visit: Visit) -> None:
        """The end of a visit."""
        with self._free:
            self._give_back(visit)
            self._under_way.remove(visit)
            self._free.notify_all()

    def under_way(self) -> Counter[str]:
        """How many queries each client has here, in line or at work."""
        with self._free:
            return Counter(visit.client for visit in self._under_way)

    def close(self) -> None:
        """Lets nobody in any more."""
        with self._free:
            self._closed = True
            self._free.notify_all()

    def _give_back(self, visit: Visit) -> None:
        if visit.place == "slot":
            self._running -= Counter([visit.client])
        elif visit.place == "lane":
            self._lane_taken = False
        visit.place = ""

    def _placed(self, visit: Visit) -> bool:
        """Whether the visit may begin now."""
        if self._closed:
            raise Busy("the site is closing")
        untried = [other for other in self._line if not other.tried]
        if self._running.total() < self._settings.query_workers and visit is self._next():
            visit.place = "slot"
            self._running[visit.client] += 1
        elif not self._lane_taken and untried and visit is untried[-1]:
            visit.place = "lane"
            visit.tried = self._lane_taken = True
        return bool(visit.place)

    def _of(self, client: str) -> list[Visit]:
        """A client's visits in order of arrival."""
        return [visit for visit in self._under_way if visit.client == client]

    def _next(self) -> Visit | None:
        """The first in line whose client has not its share of the slots already."""
        return next((visit for visit in self._line if self._running[visit.client] < self._share(visit.client)), None)

    def _share(self, client: str) -> int:
        """How many slots one client may hold: all but one, so that there is one for the next client."""
        return self._settings.query_workers if not client else max(1, self._settings.query_workers - 1)

    def _may_wait(self, visit: Visit, until: float) -> None:
        if visit.gone is not None and visit.gone():
            raise Abandoned("the client left before its turn came")
        most = self._settings.query_per_client
        if visit.tried and visit.client and visit not in self._of(visit.client)[:most]:
            raise TooMany(f"{most} queries of yours are under way, as many as one client may have; wait for one to end")
        if len(self._line) > self._settings.query_queue:
            raise Busy("all workers are busy and the queue is full; try again in a few seconds")
        if time.monotonic() >= until:
            raise Busy("all workers are busy; try again in a few seconds")
