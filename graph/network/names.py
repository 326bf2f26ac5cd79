"""What a name stands for: a label, an alias, an IRI or a local path to the key of a node."""

from __future__ import annotations

import difflib
import unicodedata

from graph import iris
from graph.errors import AmbiguousName, UnknownName
from graph.network.model import Network

NEAR = 5
_LONGEST = 200


def resolve(network: Network, name: str) -> str:
    """The key of the node that bears a name; raises `UnknownName` or `AmbiguousName`, which list what is near."""
    graph = network.graph
    for key in (name, name.removeprefix(iris.ID), name.strip("/")):
        if key in graph:
            return key
    folded = fold(name)
    bearers = sorted(key for key, data in graph.nodes(data=True) if folded in {fold(n) for n in data["names"]})
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        raise AmbiguousName(name, tuple(bearers))
    raise UnknownName(name, near(network, folded))


def fold(name: str) -> str:
    """A name without what nobody should have to type: case, doubled spaces, kinds of apostrophe and width."""
    return " ".join(unicodedata.normalize("NFKC", name).replace("’", "'").casefold().split())


def near(network: Network, folded: str) -> tuple[str, ...]:
    """Labels that are like a name, or hold it; the likest first."""
    if not folded or len(folded) > _LONGEST:
        return ()
    nodes = network.graph.nodes
    labels = {fold(alias): nodes[key]["label"] for key in sorted(nodes) for alias in nodes[key]["names"]}
    holding = sorted((label for name, label in labels.items() if folded in name), key=lambda label: (len(label), label))
    alike = [labels[name] for name in difflib.get_close_matches(folded, sorted(labels), n=NEAR, cutoff=0.5)]
    return tuple(dict.fromkeys([*holding[:NEAR], *alike]))[:NEAR]
