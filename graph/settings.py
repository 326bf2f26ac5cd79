"""Where things lie and how far they may go; one frozen value, passed as an argument."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BASE = "https://w3id.org/picketline/"


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths and limits. `base` is the namespace's root; `id/` and `ns#` hang below it.

    Sizes are bytes, times seconds.
    """

    seeds: Path = Path("seeds")
    instance: Path = Path("instance")
    base: str = BASE
    max_article: int = 2_000_000
    max_download: int = 10_000_000
    max_redirects: int = 5
    timeout: float = 20.0

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Settings with `PICKETLINE_SEEDS`, `PICKETLINE_INSTANCE` and `PICKETLINE_BASE` applied."""
        return cls(
            seeds=Path(environ.get("PICKETLINE_SEEDS", "seeds")),
            instance=Path(environ.get("PICKETLINE_INSTANCE", "instance")),
            base=environ.get("PICKETLINE_BASE", BASE),
        )

    @property
    def articles(self) -> Path:
        """What a user added, one JSON file an article."""
        return self.instance / "articles"

    @property
    def published(self) -> Path:
        """One directory a published version, and the pointer `CURRENT`."""
        return self.instance / "published"
