"""Where things lie and how far they may go; one frozen value, passed as an argument."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.errors import PicketlineError

BASE = "https://w3id.org/picketline/"
_LIMITS: Mapping[str, type[int] | type[float]] = {
    "kept_versions": int,
    "query_deadline": float,
    "query_memory": int,
    "query_workers": int,
    "query_queue": int,
    "query_wait": float,
    "query_quick": float,
    "query_per_client": int,
    "proxies": int,
    "max_query": int,
    "max_result": int,
}


_OR_NONE = frozenset(("proxies",))


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths and limits. `base` is the namespace's root; `id/` and `ns#` hang below it. `proxies` is how many proxies stand
    before the site, whose word on the client's address and the site's own is taken.

    Sizes are bytes, times seconds.
    """

    seeds: Path = Path("seeds")
    instance: Path = Path("instance")
    base: str = BASE
    max_article: int = 2_000_000
    max_download: int = 10_000_000
    max_redirects: int = 5
    timeout: float = 20.0
    kept_versions: int = 5
    query_deadline: float = 10.0
    query_memory: int = 1_000_000_000
    query_workers: int = 4
    query_queue: int = 32
    query_wait: float = 5.0
    query_quick: float = 0.1
    query_per_client: int = 16
    proxies: int = 0
    max_query: int = 100_000
    max_result: int = 200_000_000

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Settings with the `PICKETLINE_...` variables applied: paths and base, and the limits of docs/."""
        limits = {name: _number(environ, name, kind) for name, kind in _LIMITS.items() if _variable(name) in environ}
        return replace(
            cls(
                seeds=Path(environ.get("PICKETLINE_SEEDS", "seeds")),
                instance=Path(environ.get("PICKETLINE_INSTANCE", "instance")),
                base=environ.get("PICKETLINE_BASE", BASE),
            ),
            **limits,
        )

    @property
    def articles(self) -> Path:
        """What a user added, one JSON file an article."""
        return self.instance / "articles"

    @property
    def published(self) -> Path:
        """One directory a published version, and the pointer `CURRENT`."""
        return self.instance / "published"


def _variable(name: str) -> str:
    return "PICKETLINE_" + name.upper()


def _number(environ: Mapping[str, str], name: str, kind: type[int] | type[float]) -> Any:
    """A limit from the environment. Raises `PicketlineError` for what is no number above zero, or zero where that is none."""
    text = environ[_variable(name)]
    try:
        value = kind(text)
    except ValueError:
        value = kind(-1)
    if not (0 < value < float("inf") or (value == 0 and name in _OR_NONE)):
        expected = "a whole number, zero for none" if name in _OR_NONE else "a number above zero"
        raise PicketlineError(f"{_variable(name)}={text!r}: expected {expected}")
    return value
