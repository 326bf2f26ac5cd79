"""The picture of a view: a PyVis network of nodes and edges added one by one, with positions from the build, physics off.

PyVis is the model and the option builder; pages of ours own markup and script. No text of an article becomes a `title`, a
heading or an option: PyVis renders those as markup.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
import json
import re
import textwrap
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

from pyvis.network import Network as Drawing

from graph.network import relations
from graph.network.layout import WIDEST
from graph.network.model import DATES, Network
from graph.network.views import View

LONGEST = 2 * WIDEST  # letters of a drawn label
LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
PYVIS = installed("pyvis")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS = ("", *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is told from the others: never by colour alone."""

    letter: str
    word: str
    shape: str
    light: str
    dark: str


LOOKS: Mapping[str, Look] = {
    "union": Look("U", "union", "square", "#3e70e8", "#61b6ff"),
    "association": Look("A", "employers' association", "hexagon", "#bd1300", "#df731e"),
    "company": Look("S", "company", "triangle", "#aa8753", "#e9cc64"),
    "person": Look("P", "person", "dot", "#04695c", "#80f8e7"),
    "proposal": Look("O", "proposal or demand", "diamond", "#b946a7", "#995d6d"),
    "event": Look("E", "event", "star", "#4d3975", "#655ed1"),
    "issue": Look("I", "subject of bargaining", "triangleDown", "#272727", "#9c9c9d"),
    "other": Look("B", "other body", "ellipse", "#272727", "#9c9c9d"),
}
INK, PAPER, LINE = "#16191d", "#fdfdfc", "#80868f"


def draw(network: Network, view: View, *, evidence: bool = False) -> Drawing:
    """The PyVis network of a view; with `evidence`, each edge carries its first sentence and who says it."""
    drawing = Drawing(directed=True, height="100%", width="100%", cdn_resources="local")
    graph = network.graph
    for key in view.nodes:
        if key not in network.places:
            continue
        data = graph.nodes[key]
        x, y = network.places[key]
        drawing.add_node(
            key,
            label=label(data),
            shape=LOOKS[data["kind"]].shape,
            group=data["kind"],
            size=_size(data["kind"], graph.degree(key)),
            x=x,
            y=y,
            name=data["label"],
            when=relations.readable(data["date"]),
            page=data["page"],
            planned=data["planned"],
            hiddenNeighbours=view.hidden[key],
            degree=graph.degree(key),
            **{name: data[name] for name in DATES if data[name]},
        )
    for edge in view.edges:
        source, target, key = edge
        data = graph.edges[edge]
        kinds = {graph.nodes[source]["kind"], graph.nodes[target]["kind"]}
        relation = relations.of(network, edge) if evidence else None
        drawing.add_edge(
            source,
            target,
            id=" ".join(edge),
            kind=data["kind"],
            lasting=data["lasting"],
            origins=data["origins"],
            when=relations.readable(data["date"]),
            width=1 if "person" in kinds else 1.5,
            dashes=[6, 4] if "proposal" in kinds else False,
            **{name: data[name] for name in DATES if data[name]},
            **({"sentence": relation.sources[0].sentence, "told": relation.sources[0].line} if relation else {}),
        )
    drawing.set_options(json.dumps(_options()))
    return drawing


def data(network: Network, view: View, *, evidence: bool = False) -> dict[str, Any]:
    """Nodes, edges and options as vis-network takes them."""
    nodes, edges, _, _, _, options = draw(network, view, evidence=evidence).get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def label(data: Mapping[str, Any]) -> str:
    """What is written under a node: its short name, in two lines at most, and the day of what happened."""
    lines = textwrap.wrap(_plain(data["short"]), WIDEST, max_lines=2, placeholder="…") or [""]
    if data["kind"] in ("event", "proposal") and data["date"]:
        lines.append(_plain(day(data["date"])))
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text without control and direction marks, which a canvas would obey."""
    return " ".join("".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text).split())


def day(edtf: str) -> str:
    """The first day of a date as newspapers write it, "2 May 2023"; what is no plain day, month or year stays as it is."""
    first = edtf.partition("/")[0].strip(".") or edtf
    found = _PLAIN.fullmatch(first)
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        return first
    year, month, number = found.groups()
    return " ".join(part for part in ((number or "").lstrip("0"), _MONTHS[int(month)] if month else "", year) if part)


def _size(kind: str, degree: int) -> int:
    """Half the width of a node in pixels: who bargains is drawn larger the more edges it has."""
    return min(12 + degree, 26) if kind in ("union", "association") else 12 if kind == "company" else 9


def _options() -> dict[str, Any]:
    """One set of options for every view: physics off, positions as built, colours and shapes by group."""
    font = {"face": "system-ui,sans-serif", "size": 15, "color": INK, "strokeWidth": 4, "strokeColor": PAPER}
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "interaction": {
            "hideEdgesOnDrag": True,
            "hideEdgesOnZoom": True,
            "hover": False,
            "keyboard": {"enabled": False},
            "multiselect": False,
            "zoomSpeed": 0.5,
        },
        "nodes": {"font": font, "borderWidth": 1, "borderWidthSelected": 4},
        "edges": {
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}},
            "color": {"color": LINE, "highlight": INK, "inherit": False},
            "smooth": False,
            "selectionWidth": 1,
        },
        "groups": {
            kind: {
                "shape": look.shape,
                "color": {
                    "background": look.light,
                    "border": look.light,
                    "highlight": {"background": look.light, "border": INK},
                },
            }
            for kind, look in LOOKS.items()
        },
    }


def library() -> bytes:
    """vis-network as the installed PyVis package holds it."""
    return importlib.resources.files("pyvis").joinpath(LIBRARY).read_bytes()


def standalone(network: Network, view: View) -> str:
    """One HTML file that needs no server and asks nothing of any host: library, script, style and data are within it.

    Its own policy allows exactly the two scripts and the style that it holds, by their hashes.
    """
    drawing = draw(network, view, evidence=True)
    drawing.set_template_dir(str(_FOLDER), "standalone.html")
    script = (_FOLDER / "standalone.js").read_text(encoding="utf-8")
    style = (_FOLDER / "standalone.css").read_text(encoding="utf-8")
    code = library().decode().replace("\r\n", "\n").replace("\r", "\n").replace("</script", "<\\/script")
    drawing.templateEnv.globals.update(
        library=code,
        script=script,
        style=style,
        looks=LOOKS,
        version=network.version,
        policy=(
            f"default-src 'none'; script-src {_hash(code)} {_hash(script)}; style-src {_hash(style)}; "
            "img-src data: blob:; base-uri 'none'; form-action 'none'"
        ),
        colours={kind: {"light": look.light, "dark": look.dark} for kind, look in LOOKS.items()},
    )
    return str(drawing.generate_html("graph.html"))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
