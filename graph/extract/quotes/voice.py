"""Who speaks, as found: an agent, several, or somebody told of without a name."""

from __future__ import annotations

from typing import NamedTuple

from graph.model import Span


class Voice(NamedTuple):
    """Who speaks by the words at `cue`: an agent, with the others of a joint statement, or somebody told of without a name."""

    who: str | None
    cue: Span | None
    unnamed: str = ""
    joint: tuple[str, ...] = ()
