"""What a request asks of the network: parameters read strictly, and written back in one canonical form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from graph.errors import QueryError
from graph.network import names
from graph.network.model import KINDS, Network

DEEPEST_VIEW = 3
LONGEST = 400  # things that one query may name
_LISTS = ("focus", "types", "open", "add")


@dataclass(frozen=True, slots=True)
class Asked:
    """A view as its URL tells it. Every thing is the key of a node; defaults are left out of the URL."""

    focus: tuple[str, ...] = ()
    depth: int = 1
    at: str = ""
    types: tuple[str, ...] = ()
    sel: str = ""
    open: tuple[str, ...] = ()
    add: tuple[str, ...] = ()

    def query(self, **changes: object) -> str:
        """The query string, keys sorted and defaults omitted, with some parameters changed."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        pairs = []
        for field in sorted(fields(changed), key=lambda field: field.name):
            value = getattr(changed, field.name)
            if value != field.default:
                pairs.append((field.name, ",".join(value) if isinstance(value, tuple) else str(value)))
        return urlencode(pairs, safe="/,:")

    def link(self, **changes: object) -> str:
        """The query string with its question mark; a single dot where nothing is left to say."""
        query = self.query(**changes)
        return f"?{query}" if query else "?"


def asked(network: Network, arguments: MultiDict[str, str], *, also: Collection[str] = ()) -> Asked:
    """The view that the parameters name. Raises `QueryError` with the parameter, what was found and what was expected."""
    only(arguments, {field.name for field in fields(Asked)} | set(also))
    lists = {name: _list(arguments, name) for name in _LISTS}
    wrong = [kind for kind in lists["types"] if kind not in KINDS]
    if wrong:
        raise QueryError(f"types={_short(wrong[0])}: expected some of {', '.join(KINDS)}")
    types = tuple(kind for kind in KINDS if kind in lists["types"])
    sel = arguments.get("sel", "").strip()
    return Asked(
        focus=_keys(network, lists["focus"]),
        depth=number(arguments, "depth", default=1, least=0, most=DEEPEST_VIEW),
        at=day(arguments, "at"),
        types=() if len(types) == len(KINDS) else types,
        sel=names.resolve(network, sel) if sel else "",
        open=tuple(names.resolve(network, name) for name in lists["open"]),
        add=_keys(network, lists["add"]),
    )


def only(arguments: Mapping[str, str], known: Iterable[str]) -> None:
    """Refuses a parameter that nobody reads: it is likelier a slip than a wish."""
    known = sorted(known)
    for name in arguments:
        if name not in known:
            raise QueryError(f"parameter {_short(name)!r} is not known; expected some of {', '.join(known)}")


def number(arguments: Mapping[str, str], name: str, *, default: int, least: int, most: int) -> int:
    """A whole number within bounds."""
    text = arguments.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 7 and least <= int(text) <= most):
        raise QueryError(f"{name}={_short(text)}: expected a whole number from {least} to {most}")
    return int(text)


def day(arguments: Mapping[str, str], name: str) -> str:
    """A day as ISO text, "" where none is given."""
    text = arguments.get(name, "").strip()
    if not text:
        return ""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date().isoformat()
    except ValueError:
        raise QueryError(f"{name}={_short(text)}: expected a day such as 2023-07-14") from None


def needed(network: Network, arguments: Mapping[str, str], name: str) -> str:
    """The key of a thing that must be named."""
    text = arguments.get(name, "").strip()
    if not text:
        raise QueryError(f"parameter {name!r} is missing; expected a name, alias, IRI or path, such as agent/NAME")
    return names.resolve(network, text)


def _list(arguments: MultiDict[str, str], name: str) -> list[str]:
    """The parts of a parameter, given once with commas or several times."""
    parts = [part.strip() for value in arguments.getlist(name) for part in value.split(",") if part.strip()]
    if len(parts) > LONGEST:
        raise QueryError(f"{name}: {len(parts)} parts; expected at most {LONGEST}")
    return parts


def _keys(network: Network, parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.resolve(network, part) for part in parts))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
