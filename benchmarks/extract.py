"""How fast extraction is, on one core: `python benchmarks/extract.py [--profile] [--json]`.

Prints start-up, articles of 4 kB a CPU-second for `extract` alone, the share of each stage, the cost of describing and
checking apart, and the time at 1, 10 and 100 times the text. Times are CPU seconds of this process; the least of some runs.
The articles are those of `tests/expected`, joined and cut to 4 kB, so that the figures can be had again anywhere.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import ontology  # noqa: E402
from graph import check, dates  # noqa: E402
from graph import extract as room  # noqa: E402
from graph.describe import article  # noqa: E402
from graph.model import Document  # noqa: E402

SIZE = 4_000
FLOOR, GOAL = 40, 100
STAGES = {
    "sentences": (room.text, "sentences"),
    "agents": (room.agents, "find"),
    "times": (room.times, "find"),
    "amounts": (room.amounts, "find"),
    "quotes": (room.quotes, "find"),
    "frames": (room.frames, "reports"),
    "holdings": (room.holdings, "reports"),
    "statements": (room.statements, "reports"),
    "merge": (room.merge, "reports"),
    "figures": (room.figures, "find"),
    "conflicts": (room.constraints, "conflicts"),
}


def articles() -> list[Document]:
    """Documents of 4 kB each, every one of other sentences."""
    rows = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "tests/expected/articles").glob("*.json"))
    ]
    paragraphs = [
        part for row in rows if not row["id"].startswith("x") for part in row["text"].split("\n") if part.strip()
    ]
    out, held = [], ""
    for paragraph in paragraphs * 4:
        held += paragraph + "\n\n"
        if len(held) >= SIZE:
            out.append(document(held[:SIZE], len(out)))
            held = ""
    return out


def document(text: str, number: int = 0) -> Document:
    """A document of a text, published on a fixed day."""
    return Document(key=f"bench-{number}", text=text, title="Bench", published=dates.published("2023-07-14"))


def timed(run: Callable[[], Any]) -> float:
    """CPU seconds of one run."""
    before = time.process_time()
    run()
    return time.process_time() - before


def least(run: Callable[[], Any], times: int = 3) -> float:
    """CPU seconds of the fastest of some runs."""
    return min(timed(run) for _ in range(times))


def start_up() -> tuple[float, float, float]:
    """CPU seconds: a process that imports the rooms, the lexicon loaded, the rules compiled."""
    code = "import time; import ontology; from graph.extract import compile_rules; print(time.process_time())"
    imports = min(
        float(subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )
    load = least(ontology.load)
    lexicon = ontology.load()
    return imports, load, least(lambda: room.compile_rules(lexicon))


def shares(documents: list[Document], rules: room.Rules) -> dict[str, float]:
    """CPU seconds an article spends in each stage; what is left is the rest."""
    spent = dict.fromkeys(STAGES, 0.0)
    kept = {name: getattr(module, function) for name, (module, function) in STAGES.items()}

    def wrapped(name: str) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            before = time.process_time()
            try:
                return kept[name](*arguments, **named)
            finally:
                spent[name] += time.process_time() - before

        return run

    for name, (module, function) in STAGES.items():
        setattr(module, function, wrapped(name))
    try:
        whole = timed(lambda: [room.extract(item, rules) for item in documents])
    finally:
        for name, (module, function) in STAGES.items():
            setattr(module, function, kept[name])
    spent["rest"] = whole - sum(spent.values())
    return {name: seconds / len(documents) for name, seconds in spent.items()}


def lengths(rules: room.Rules, text: str) -> dict[str, float]:
    """CPU seconds for 1, 10 and 100 times a text, in paragraphs and on one line."""
    line = " ".join(text.split())
    out = {}
    for times in (1, 10, 100):
        out[f"paragraphs x{times}"] = timed(lambda: room.extract(document("\n\n".join([text] * times)), rules))  # noqa: B023
        out[f"one line x{times}"] = timed(lambda: room.extract(document(" ".join([line] * times)), rules))  # noqa: B023
    return out


def measure() -> dict[str, Any]:
    """All figures."""
    imports, load, compiled = start_up()
    rules = room.compile_rules(ontology.load())
    documents = articles()
    room.extract(documents[0], rules)
    seconds = least(lambda: [room.extract(item, rules) for item in documents]) / len(documents)
    found = [room.extract(item, rules) for item in documents]
    quads = {item.document.key: article.describe(item) for item in found}
    check.vocabulary()
    return {
        "start-up": {"process with imports": imports, "lexicon": load, "rules": compiled},
        "articles": len(documents),
        "articles a CPU-second": 1 / seconds,
        "milliseconds an article, by stage": {n: 1000 * value for n, value in shares(documents, rules).items()},
        "milliseconds an article, apart": {
            "describe": 1000 * least(lambda: [article.describe(item) for item in found]) / len(found),
            "shapes, all articles together": 1000 * timed(lambda: check.articles(quads)) / len(found),
            "shapes, one article alone": 1000 * timed(lambda: check.articles(dict([next(iter(quads.items()))]))),
        },
        "seconds by length": lengths(rules, documents[0].text),
    }


def profile() -> None:
    """The functions that take longest, over all articles."""
    rules = room.compile_rules(ontology.load())
    documents = articles()
    room.extract(documents[0], rules)
    profiler = cProfile.Profile()
    profiler.enable()
    for item in documents:
        room.extract(item, rules)
    profiler.disable()
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(25)


def main() -> int:
    """Prints the figures; 1 where the floor is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--profile", action="store_true", help="the functions that take longest")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    options = parser.parse_args()
    if options.profile:
        profile()
        return 0
    figures = measure()
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    for name, value in figures.items():
        if isinstance(value, dict):
            print(name)
            print("\n".join(f"  {part:32}{number:10.3f}" for part, number in value.items()))
        else:
            print(f"{name:34}{value:10.1f}")
    print(f"floor {FLOOR}, goal {GOAL} articles a CPU-second")
    return 0 if figures["articles a CPU-second"] >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
