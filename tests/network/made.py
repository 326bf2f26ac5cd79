"""Small networks, made by hand or by hypothesis."""

import datetime

import networkx as nx
from hypothesis import strategies as st

from graph.network.model import AGENTS, DATES, KINDS, Article, Network, Passage, Report

NO_DATES = dict.fromkeys(DATES, "")


def node(key, kind, **more):
    return {
        "iri": f"https://w3id.org/picketline/id/{key}",
        "label": key,
        "short": key,
        "kind": kind,
        "page": f"/{key}",
        "names": (key,),
        "planned": False,
        **NO_DATES,
        **more,
    }


def made(nodes, edges):
    """A network of nodes (key: attributes) and edges (from, to, key, attributes, article numbers)."""
    graph = nx.MultiDiGraph()
    reports, articles = {}, {}
    for key, attributes in nodes.items():
        graph.add_node(key, **attributes)
    for number, (source, target, key, attributes, told) in enumerate(edges):
        for n in told:
            articles[f"a{n}"] = Article(f"a{n}", "", f"Outlet {n}", "2023-05-01", "2023-05-01", "", False, f"o{n}")
            reports[f"r{number}-{n}"] = Report(f"r{number}-{n}", f"a{n}", "actual", (Passage(0, 4, "Said"),))
        graph.add_edge(
            source,
            target,
            key=key,
            **{
                "kind": key,
                "property": key,
                "lasting": False,
                **NO_DATES,
                "reports": tuple(f"r{number}-{n}" for n in told),
                "articles": tuple(f"a{n}" for n in told),
                "origins": len(set(told)),
                **attributes,
            },
        )
    return Network(graph, reports, articles)


DAYS = st.dates(min_value=datetime.date(2023, 1, 1), max_value=datetime.date(2023, 12, 31))


@st.composite
def networks(draw):
    """Networks of up to twelve nodes, with parallel edges, loops left out, dates open at either side or absent."""
    count = draw(st.integers(2, 12))
    nodes = {}
    for number in range(count):
        kind = draw(st.sampled_from(KINDS))
        dates = draw(bounds()) if kind not in AGENTS and kind != "issue" else {}
        nodes[f"{kind}/{number}"] = node(f"{kind}/{number}", kind, **dates)
    keys = sorted(nodes)
    edges = {}
    for _ in range(draw(st.integers(0, 24))):
        source, target = draw(st.sampled_from(keys)), draw(st.sampled_from(keys))
        key = draw(st.sampled_from(["made by", "made to", "joins"]))
        if source != target:
            told = draw(st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True))
            lasting = {"lasting": draw(st.booleans()), **draw(bounds())}
            edges[source, target, key] = (source, target, key, lasting, told)
    return made(nodes, [edges[key] for key in sorted(edges)])


@st.composite
def bounds(draw):
    first, last = sorted((draw(DAYS), draw(DAYS)))
    shape = draw(st.sampled_from(["both", "start", "end", "none", "known"]))
    if shape == "known":
        return {"knownFrom": first.isoformat()}
    out = {"date": first.isoformat()} if shape != "none" else {}
    if shape in ("both", "start"):
        out["earliestStart"] = first.isoformat()
    if shape in ("both", "end"):
        out["latestEnd"] = last.isoformat()
    return out
