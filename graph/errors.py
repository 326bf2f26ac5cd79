"""The family of errors that this package raises on purpose.

PicketlineError
├── SourceError     an article could not be read: names the location, what was found, what was expected
├── ReadingFailed   the rules broke on an article: a fault of the program, told with its place
├── VocabularyError a file of the ontology cannot be used
├── CheckFailed     an article's graph breaks a shape
├── JudgementError  a human judgement lacks a part, contradicts another, or is on a report that is gone
├── StoreError      the published graph is absent, of another version, or damaged
├── FormatError     a format has no way to say what it is to hold
└── QueryError      a query cannot be answered
    ├── UnknownName     nothing in the graph bears a name
    └── AmbiguousName   several things bear it
"""

from __future__ import annotations

import traceback
from pathlib import Path


class PicketlineError(Exception):
    """Anything that the user can understand and mend."""


class SourceError(PicketlineError):
    """An article, page or feed that cannot be read.

    `location` is the path, URL or `path:line` at fault; the message names what was found and what was expected.
    """

    def __init__(self, location: str, problem: str) -> None:
        super().__init__(f"{location}: {problem}")
        self.location = location
        self.problem = problem


class ReadingFailed(PicketlineError):
    """An article on which the rules themselves broke; `problem` names the fault and the line of code it came from."""

    def __init__(self, location: str, fault: Exception) -> None:
        place = traceback.extract_tb(fault.__traceback__)[-1:]
        at = "".join(f" at {Path(frame.filename).name}:{frame.lineno}" for frame in place)
        self.problem = f"the rules broke on it: {type(fault).__name__}: {fault}{at}; expected an extraction"
        super().__init__(f"{location}: {self.problem}")
        self.location = location


class CheckFailed(PicketlineError):
    """A graph that breaks the shapes; `reasons` are the messages, one a violation."""

    def __init__(self, subject: str, reasons: tuple[str, ...]) -> None:
        super().__init__(f"{subject}: " + "; ".join(reasons))
        self.subject = subject
        self.reasons = reasons


class JudgementError(PicketlineError):
    """A judgement that cannot be followed: names the file and the IRI at fault, what was found and what was expected."""

    def __init__(self, path: Path, iri: str, found: str, expected: str) -> None:
        super().__init__(f"{path}: {iri}: found {found}; expected {expected}")
        self.path = path
        self.iri = iri


class StoreError(PicketlineError):
    """A published graph that is absent, of another version, or damaged."""


class FormatError(PicketlineError):
    """Statements that a format has no way to say; another has."""


class QueryError(PicketlineError):
    """A query that cannot be parsed or answered."""


class UnknownName(QueryError):
    """A name that nothing in the graph bears; `near` are names that are like it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        shown = name if len(name) <= 80 else name[:79] + "…"
        hint = f"; near it are {', '.join(near)}" if near else "; no name is near it"
        super().__init__(f"{shown!r}: nothing in the network bears this name, alias, IRI or path{hint}")
        self.near = near


class AmbiguousName(QueryError):
    """A name that several things bear; `near` are the paths that tell them apart."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(f"{name!r}: several things bear this name; expected one of {', '.join(near)}")
        self.near = near
