"""How the network's costs grow: projection, neighbourhood, path, layout and picture at 300, 3,000 and 30,000 synthetic edges.

    python -m benchmarks.network [EDGES...]

Statements are made, not read: events of three relations each between agents drawn so that few are named often. All sizes
are measured in one run; the ratio tells growth against the size before, where 10 is linear.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyoxigraph as ox

import ontology
from graph import iris
from graph.network import ego, layout, naming, paths, picture, projection, views
from graph.network.model import Network
from ontology import terms

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OA = "http://www.w3.org/ns/oa#"
SIZES = (300, 3_000, 30_000)


def statements(edges: int) -> Iterator[ox.Quad]:
    """The quads of a timeline with about so many edges, and of the articles that state them; always the same."""
    chance = random.Random(1)
    for path in ontology.files():
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)
    agents = [iris.agent(f"body {n}") for n in range(max(edges // 30, 4))]
    for agent in agents:
        yield from _say(agent, {RDF + "type": terms.LaborUnion}, {"http://www.w3.org/2000/01/rdf-schema#label": agent})
    for number in range(edges // 3):
        event, article = f"{iris.ID}event/e{number}", iris.article(f"a{number // 3}")
        report, graph = f"{iris.ID}report/r{number}", ox.NamedNode(article)
        day = f"2023-{1 + number % 12:02}-{1 + number % 28:02}"
        links = {
            terms.union: agents[int(len(agents) * chance.random() ** 3)],
            terms.employer: agents[int(len(agents) * chance.random() ** 3)],
            terms.participant: agents[int(len(agents) * chance.random())],
        }
        yield from _say(article, {RDF + "type": terms.Article, terms.evidenceKind: terms.evidence_digest}, {})
        yield from _say(
            event,
            {RDF + "type": terms.Event, terms.modality: terms.modality_actual, terms.report: report, **links},
            {
                "http://www.w3.org/2000/01/rdf-schema#label": f"event {number}",
                terms.articleCount: "1",
                terms.dateEdtf: day,
                terms.earliestStart: day,
                terms.latestEnd: day,
            },
        )
        passage = f"{iris.ID}evidence/{number}"
        yield from _say(
            report,
            {RDF + "type": terms.Report, terms.modality: terms.modality_actual, terms.evidence: passage, **links},
            {terms.trigger: "said"},
            graph,
        )
        yield from _say(passage, {OA + "hasSelector": passage + "/quote"}, {}, graph)
        yield from _say(passage, {OA + "hasSelector": passage + "/position"}, {}, graph)
        yield from _say(passage + "/quote", {}, {OA + "exact": "Somebody said something."}, graph)
        yield from _say(passage + "/position", {}, {OA + "start": "0", OA + "end": "24"}, graph)


def _say(
    subject: str, links: dict[str, str], texts: dict[str, str], graph: ox.NamedNode | ox.DefaultGraph | None = None
) -> Iterator[ox.Quad]:
    node, where = ox.NamedNode(subject), graph or ox.DefaultGraph()
    for predicate, value in links.items():
        yield ox.Quad(node, ox.NamedNode(predicate), ox.NamedNode(value), where)
    for predicate, text in texts.items():
        yield ox.Quad(node, ox.NamedNode(predicate), ox.Literal(text), where)


def main(sizes: tuple[int, ...]) -> None:
    """Prints one line a size and task: seconds, and the ratio to the size before."""
    before: dict[str, float] = {}
    for size in sizes:
        store = ox.Store()
        store.bulk_extend(statements(size))
        taken: dict[str, float] = {}
        network = _timed(taken, "projection", lambda store=store: projection.project(store))
        graph = network.graph
        core = _timed(taken, "opening view", lambda graph=graph: views.core(graph))
        places = _timed(taken, "layout", lambda graph=graph, core=core: layout.places(graph, core))
        network = Network(graph, network.reports, network.articles, places=places, core=core)
        busy = sorted(graph, key=lambda key: (-graph.degree(key), key))
        _timed(taken, "ego, depth 1", lambda network=network, busy=busy: ego.ego(network, busy[0]))
        _timed(
            taken,
            "ego, depth 2, as of",
            lambda network=network, busy=busy: ego.ego(network, busy[-1], depth=2, at="2023-07-01"),
        )
        _timed(taken, "path", lambda network=network, busy=busy: paths.path(network, busy[-1], busy[-2]))
        _timed(taken, "co-naming", lambda network=network: naming.naming(network, start="2023-03-01", end="2023-09-30"))
        view = views.view(network)
        _timed(taken, "picture, opening view", lambda network=network, view=view: picture.data(network, view))
        large = views.view(network, focus=busy[:3], depth=2)
        _timed(taken, f"picture, at most {views.LARGEST}", lambda n=network, large=large: picture.data(n, large))
        print(f"{graph.number_of_edges()} edges, {graph.number_of_nodes()} nodes")
        for task, seconds in taken.items():
            ratio = f"{seconds / before[task]:6.1f} x" if task in before else ""
            print(f"  {task:24} {seconds:9.4f} s {ratio}")
        before = taken


def _timed(taken: dict[str, float], task: str, work: Callable[[], Any]) -> Any:
    """Runs a piece of work and notes the seconds: the best of three, or the one run where it takes longer than one second."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - began)
        if best > 1:
            break
    taken[task] = best
    return found


if __name__ == "__main__":
    main(tuple(int(argument) for argument in sys.argv[1:]) or SIZES)
