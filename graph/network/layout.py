"""Where nodes stand: integer positions from the graph alone, the same on every machine, computed when publishing.

Each component is drawn by stress, as Kamada and Kawai define it, minimized pair by pair (Zheng, Pawar and Goodman,
"Graph Drawing by Stochastic Gradient Descent", 2018). The nodes of the opening view are placed first and by themselves, so
that it is tidy; the others are then placed around them. Standard library only: a linear-algebra package would bring other
last digits, and with them other bytes, on other machines.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import count

import networkx as nx

from graph.network.model import PARTIES

STEP = 150  # pixels between neighbours
ROUNDS = 60
WHOLE = 300  # up to so many nodes every pair counts; above, neighbours and the way to some pivots
PIVOTS = 24
WIDE = 1.5  # a drawing is stretched by so much: screens are wider than high, and labels too
HEIGHT = 84  # pixels of a node with its label
LETTER = 8.2  # pixels of a letter of a label
WIDEST = 22  # letters in a line of a label
BROADEST = LETTER * WIDEST + 10  # pixels of the widest label
GAP = 240  # pixels between components

Point = list[float]
Adjacency = Mapping[str, Sequence[str]]


def places(graph: nx.MultiDiGraph[str], core: Collection[str]) -> dict[str, tuple[int, int]]:
    """The position of every node that has an edge; components stand side by side, the largest first."""
    near = {node: sorted({*graph.successors(node), *graph.predecessors(node)} - {node}) for node in sorted(graph)}
    out: dict[str, tuple[int, int]] = {}
    left, top, row = 0.0, 0.0, 0.0
    width = 0.0
    for number, members in enumerate(_components(near)):
        drawn = _component(graph, members, near, [node for node in members if node in core])
        low_x, low_y = (min(point[axis] for point in drawn.values()) for axis in (0, 1))
        high_x, high_y = (max(point[axis] for point in drawn.values()) for axis in (0, 1))
        if number == 0:
            width = max(high_x - low_x, 1200.0)
        if number and left + high_x - low_x > width:
            left, top, row = 0.0, top + row + GAP, 0.0
        for node, point in drawn.items():
            out[node] = (round(point[0] - low_x + left), round(point[1] - low_y + top))
        left += high_x - low_x + GAP
        row = max(row, high_y - low_y)
    return out


def _components(near: Adjacency) -> list[list[str]]:
    """The connected components of more than one node, the largest first."""
    seen: set[str] = set()
    found = []
    for node in near:
        if node in seen or not near[node]:
            continue
        members = list(_distances(near, node))
        seen.update(members)
        found.append(sorted(members))
    return sorted(found, key=lambda members: (-len(members), members[0]))


def _distances(near: Adjacency, start: str) -> dict[str, int]:
    found = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in near[node]:
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def _component(
    graph: nx.MultiDiGraph[str], members: Sequence[str], near: Adjacency, core: Sequence[str]
) -> dict[str, Point]:
    sides = {node: graph.nodes[node]["kind"] for node in members}
    points = {node: _seed(node, sides[node], len(members)) for node in members}
    if len(core) > 2:
        _relax(points, _pairs(core, near), fixed=set())
        _turn(points, core, sides)
        _stretch(points, core)
        _settle(points, core, graph, core)
    _relax(points, _pairs(members, near), fixed=set(core) if len(core) > 2 else set())
    if len(core) <= 2:
        _turn(points, members, sides)
        _stretch(points, members)
    _settle(points, members, graph, core)
    return points


def _noise(text: str) -> float:
    """A number in [0, 1) that depends on a text alone."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / 2**48


def _seed(node: str, kind: str, size: int) -> Point:
    """A first position: the union side left, the employer side right, the rest between."""
    reach = STEP * math.sqrt(size)
    side = {"union": -1.0, "association": 1.0, "company": 1.0}.get(kind, 0.0)
    return [reach * (side + _noise(node + "x") - 0.5), reach * (_noise(node + "y") - 0.5) * 1.4]


def _pairs(members: Sequence[str], near: Adjacency) -> list[tuple[str, str, float]]:
    """Pairs of nodes with the distance they should have, in an order without pattern."""
    inside = set(members)
    wanted: dict[tuple[str, str], int] = {}
    starts: Iterable[str] = members
    if len(members) > WHOLE:
        wanted.update(((a, b), 1) for a in members for b in near[a] if a < b and b in inside)
        starts = sorted(members, key=lambda node: (-len(near[node]), node))[:PIVOTS]
    for start in starts:
        for node, distance in _distances(near, start).items():
            if node in inside and node != start:
                wanted[min(start, node), max(start, node)] = distance
    pairs = [(one, two, float(distance)) for (one, two), distance in wanted.items()]
    return sorted(pairs, key=lambda pair: _noise(pair[0] + "|" + pair[1]))


def _relax(points: Mapping[str, Point], pairs: Sequence[tuple[str, str, float]], *, fixed: Collection[str]) -> None:
    """Moves the two nodes of each pair towards their distance, by less and less."""
    if not pairs:
        return
    farthest = max(distance for _, _, distance in pairs)
    rounds = ROUNDS if len(pairs) < 50_000 else ROUNDS // 4
    decay = math.log(0.05 / farthest**2) / max(rounds - 1, 1)
    for turn in range(rounds):
        pace = farthest**2 * math.exp(decay * turn)
        for one, two, distance in pairs:
            if one in fixed and two in fixed:
                continue
            a, b = points[one], points[two]
            dx, dy = a[0] - b[0], a[1] - b[1]
            length = math.hypot(dx, dy) or 1e-9
            step = min(pace / distance**2, 1.0) * (length - STEP * distance) / length
            share_a, share_b = (0.0, 1.0) if one in fixed else (1.0, 0.0) if two in fixed else (0.5, 0.5)
            a[0] -= step * dx * share_a
            a[1] -= step * dy * share_a
            b[0] += step * dx * share_b
            b[1] += step * dy * share_b


def _turn(points: Mapping[str, Point], members: Sequence[str], sides: Mapping[str, str]) -> None:
    """Turns a drawing so that the way from the unions to the employers runs from left to right."""
    unions = [points[node] for node in members if sides[node] == PARTIES[0]]
    employers = [points[node] for node in members if sides[node] in PARTIES[1:]]
    if not unions or not employers:
        return
    dx, dy = (
        math.fsum(p[axis] for p in employers) / len(employers) - math.fsum(p[axis] for p in unions) / len(unions)
        for axis in (0, 1)
    )
    length = math.hypot(dx, dy)
    if length < 1:
        return
    cos, sin = dx / length, dy / length
    for node in members:
        x, y = points[node]
        points[node][:] = [x * cos + y * sin, y * cos - x * sin]


def _stretch(points: Mapping[str, Point], members: Sequence[str]) -> None:
    for node in members:
        points[node][0] *= WIDE


def _settle(
    points: Mapping[str, Point], members: Sequence[str], graph: nx.MultiDiGraph[str], core: Collection[str]
) -> None:
    """Moves each node whose label lies on another to a free place near it; parties stay, then the core, then the rest.

    A search begins near the ring at which the one before it from the same cell ended: a crowd does not search its middle
    again for each of its members.
    """
    first = set(core)
    ranked = sorted(members, key=lambda n: (graph.nodes[n]["kind"] not in PARTIES, n not in first, -graph.degree(n), n))
    grid: dict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)
    reached: dict[tuple[int, int], int] = defaultdict(int)
    for node in ranked:
        wide = width(graph, node)
        x, y = points[node]
        cell = _cell(x, y)
        ring, place = next(
            (ring, (x + dx, y + dy))
            for ring in count(max(reached[cell] - 1, 0))
            for dx, dy in _ring(ring)
            if _free(grid, x + dx, y + dy, wide)
        )
        reached[cell] = ring
        points[node][:] = place
        grid[_cell(*place)].append((*place, wide))


@cache
def _ring(ring: int) -> tuple[tuple[float, float], ...]:
    """Steps away from a place, the nearest first: sideways by a quarter of a label, up or down by half a node."""
    around = [
        (column * 40.0, line * HEIGHT / 2)
        for column in range(-ring, ring + 1)
        for line in range(-ring, ring + 1)
        if max(abs(column), abs(line)) == ring
    ]
    return tuple(sorted(around, key=lambda step: (math.hypot(*step), step)))


def _cell(x: float, y: float) -> tuple[int, int]:
    return math.floor(x / BROADEST), math.floor(y / HEIGHT)


def _free(grid: Mapping[tuple[int, int], list[tuple[float, float, float]]], x: float, y: float, wide: float) -> bool:
    column, line = _cell(x, y)
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            for other_x, other_y, other_wide in grid.get((column + dx, line + dy), ()):
                if abs(other_x - x) < (wide + other_wide) / 2 - 1 and abs(other_y - y) < HEIGHT - 1:
                    return False
    return True


def width(graph: nx.MultiDiGraph[str], node: str) -> float:
    """How wide a node is drawn with its label, in pixels."""
    return LETTER * min(max(len(graph.nodes[node]["short"]), 8), WIDEST) + 10
