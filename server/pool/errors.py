"""The ways in which a query from outside goes unanswered.

QueryError
└── Unanswered      `name` is its short name, the same in pages, problem documents and docs/sparql.md
    ├── Refused         by the guard, before anything parses it
    │   ├── TooLong
    │   ├── TooDeep
    │   ├── IsUpdate
    │   └── NamesService
    ├── Malformed       no SPARQL query; with line and column, from 1
    ├── BadGraph        an IRI of the dataset that is none
    ├── NoFormat        answered in none of the formats asked for
    ├── Busy            every worker busy and the queue full, or the wait too long
    ├── TooMany         one client asks too much at a time
    ├── Abandoned       the client left
    ├── Overrun         the deadline passed
    ├── OutOfMemory     the worker's memory limit reached
    ├── TooLarge        the answer exceeds the limit on results
    ├── Died            the worker died, as it does of a query nested too deeply
    └── Failed          the engine reported an error
"""

from __future__ import annotations

from typing import ClassVar

from graph.errors import QueryError


class Unanswered(QueryError):
    """A query that got no answer."""

    name: ClassVar[str]


class Refused(Unanswered):
    """A query that the guard turned away unparsed."""


class TooLong(Refused):
    """More bytes than a query may have."""

    name = "too-long"


class TooDeep(Refused):
    """Brackets nested deeper than the parser is trusted with."""

    name = "too-deep"


class IsUpdate(Refused):
    """SPARQL Update; the graph is read-only here."""

    name = "update"


class NamesService(Refused):
    """A federated query; this endpoint contacts no other."""

    name = "service"


class Malformed(Unanswered):
    """A query that cannot be parsed; `line` and `column` count from 1, None where the engine gave no place."""

    name = "syntax"

    def __init__(self, message: str, line: int | None, column: int | None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class BadGraph(Unanswered):
    """A `default-graph-uri` or `named-graph-uri` that is no IRI."""

    name = "graph"


class NoFormat(Unanswered):
    """The answer's kind can be given in none of the formats asked for."""

    name = "format"


class Busy(Unanswered):
    """No worker came free in time."""

    name = "busy"


class TooMany(Unanswered):
    """The client has as many queries under way as one client may have."""

    name = "too-many"


class Abandoned(Unanswered):
    """The client left before its answer was there; nobody reads this."""

    name = "abandoned"


class Overrun(Unanswered):
    """The deadline passed before the answer was complete."""

    name = "overrun"


class OutOfMemory(Unanswered):
    """The worker reached its memory limit."""

    name = "memory"


class TooLarge(Unanswered):
    """The answer has more bytes than a result may have."""

    name = "too-large"


class Died(Unanswered):
    """The worker died while it held the query."""

    name = "died"


class Failed(Unanswered):
    """The engine parsed the query and then reported an error."""

    name = "failed"
