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
from itertools import count

import networkx as nx

from graph.network.model import PARTIES

STEP = 150  # pixels between neighbours
ROUNDS = 60
WHOLE = 300  # up to so many nodes every pair counts; above, neighbours and the way to some pivots
PIVOTS = 24
SETTLED = 1000  # in components up to so many nodes no label lies on another
WIDE = 1.5  # a drawing is stretched by so much: screens are wider than high, and labels too
HEIGHT = 84  # pixels of a node with its label
LETTER = 8.2  # pixels of a letter of a label
WIDEST = 22  # letters in a line of a label
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
        _part(points, core, graph, fixed=set())
    _relax(points, _pairs(members, near), fixed=set(core) if len(core) > 2 else set())
    if len(core) <= 2:
        _turn(points, members, sides)
        _stretch(points, members)
    _part(points, members, graph, fixed=set(core) if len(core) > 2 else set())
    if len(members) <= SETTLED:
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


def _part(
    points: Mapping[str, Point], members: Sequence[str], graph: nx.MultiDiGraph[str], *, fixed: Collection[str]
) -> None:
    """Pushes nodes apart until no label lies on another, or the rounds are over; works cell by cell of a grid."""
    wide = {node: _width(graph, node) for node in members}
    cell = LETTER * WIDEST + 10
    for _ in range(ROUNDS * 3):
        grid: dict[tuple[int, int], list[str]] = defaultdict(list)
        for node in members:
            grid[math.floor(points[node][0] / cell), math.floor(points[node][1] / cell)].append(node)
        moved = False
        for column, line in sorted(grid):
            around = [
                n
                for dx in (0, 1)
                for dy in (-1, 0, 1)
                if (dx, dy) != (0, -1)
                for n in grid.get((column + dx, line + dy), ())
            ]
            for one in grid[column, line]:
                for two in around:
                    if one != two:
                        moved |= _push(
                            points[one], points[two], (wide[one] + wide[two]) / 2, one in fixed, two in fixed
                        )
        if not moved:
            return


def _settle(
    points: Mapping[str, Point], members: Sequence[str], graph: nx.MultiDiGraph[str], core: Sequence[str]
) -> None:
    """Moves each node whose label still lies on another to the nearest free place; parties stay, then the core, then the rest."""
    first = set(core)
    ranked = sorted(members, key=lambda n: (graph.nodes[n]["kind"] not in PARTIES, n not in first, -graph.degree(n), n))
    cell = LETTER * WIDEST + 10
    grid: dict[tuple[int, int], list[tuple[Point, float]]] = defaultdict(list)
    for node in ranked:
        width = _width(graph, node)
        x, y = points[node]
        place = next((x + dx, y + dy) for dx, dy in _rings() if _free(grid, cell, (x + dx, y + dy), width))
        points[node][:] = place
        grid[math.floor(place[0] / cell), math.floor(place[1] / cell)].append((points[node], width))


def _rings() -> Iterable[tuple[float, float]]:
    """Steps away from a place, ring after ring, sideways by half a label and up or down by half a node."""
    yield 0.0, 0.0
    for ring in count(1):
        around = [
            (column * 40.0, line * HEIGHT / 2)
            for column in range(-ring, ring + 1)
            for line in range(-ring, ring + 1)
            if max(abs(column), abs(line)) == ring
        ]
        yield from sorted(around, key=lambda step: (math.hypot(*step), step))


def _free(
    grid: Mapping[tuple[int, int], list[tuple[Point, float]]], cell: float, place: tuple[float, float], width: float
) -> bool:
    column, line = math.floor(place[0] / cell), math.floor(place[1] / cell)
    return not any(
        abs(other[0] - place[0]) < (width + wide) / 2 - 1 and abs(other[1] - place[1]) < HEIGHT - 1
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        for other, wide in grid.get((column + dx, line + dy), ())
    )


def _width(graph: nx.MultiDiGraph[str], node: str) -> float:
    return LETTER * min(max(len(graph.nodes[node]["short"]), 8), WIDEST) + 10


def _push(a: Point, b: Point, width: float, a_fixed: bool, b_fixed: bool) -> bool:
    """Parts two nodes along the axis on which they overlap least; says whether they did overlap."""
    if a_fixed and b_fixed:
        return False
    dx, dy = b[0] - a[0], b[1] - a[1]
    over_x, over_y = width - abs(dx), HEIGHT - abs(dy)
    if over_x <= 0.5 or over_y <= 0.5:
        return False
    axis, over = (0, over_x) if over_x < over_y else (1, over_y)
    sign = 1.0 if (dx, dy)[axis] >= 0 else -1.0
    share_a, share_b = (0.0, 1.0) if a_fixed else (1.0, 0.0) if b_fixed else (0.5, 0.5)
    a[axis] -= sign * over * share_a
    b[axis] += sign * over * share_b
    return True
