"""How long it takes until an added article is seen: seconds by stage, over corpora of short made-up feed entries.

    python -m benchmarks.add 1000 10000 [--exports]

Each corpus is made from the vocabulary with a fixed seed: unions and companies of the registry and locals that it lacks,
a headline and two sentences an entry, half of them copies or contradictions of others. It lies in a temporary folder.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import shutil
import tempfile
import time
from pathlib import Path

import ontology
from graph import build, read, store
from graph.model import Document
from graph.settings import Settings
from graph.views import exports
from ontology import terms
from server import create_app

START = dt.date(2015, 1, 5)
DAYS = 4000
TEMPLATES = (
    "{union} went on strike against {company} on {day}. The walkout follows months of talks over pay.",
    "{union} members voted on {day} to authorize a strike against {company}. Ballots were counted that night.",
    "{union} reached a tentative agreement with {company} on {day}. Members will vote on it.",
    "Members of {union} ratified a contract with {company} on {day}. It raises wages over three years.",
    "Talks between {union} and {company} broke down on {day}. No new session is planned.",
    "{union} opened negotiations with {company} on {day}. Pay and staffing are on the table.",
    "The {union} strike against {company} ended on {day}. Workers return to their posts.",
    "Rain fell over the harbor on {day}. {company} kept its offices open.",
)


def entries(count: int) -> list[Document]:
    """Made-up feed entries, the same for the same count."""
    lexicon = ontology.load()
    chance = random.Random(2023)
    unions = [a.name for a in lexicon.agents if a.type == terms.LaborUnion]
    companies = [a.name for a in lexicon.agents if a.type == terms.Company]
    unions += [f"Harbor Workers Local {number}" for number in range(100, 100 + max(40, count // 40))]
    made: list[Document] = []
    told: list[tuple[str, str, str, dt.date]] = []
    for number in range(count):
        if told and chance.random() < 0.5:
            template, union, company, happened = chance.choice(told)
            if chance.random() < 0.2:
                happened += dt.timedelta(chance.choice((-1, 1)))
        else:
            happened = START + dt.timedelta(chance.randrange(DAYS))
            template, union, company = chance.choice(TEMPLATES), chance.choice(unions), chance.choice(companies)
        told.append((template, union, company, happened))
        text = template.format(union=union, company=company, day=f"{happened:%B} {happened.day}, {happened.year}")
        made.append(entry(f"made-{number}", text, happened + dt.timedelta(chance.randrange(3)), number % 37))
    return made


def entry(name: str, text: str, published: dt.date, outlet: int) -> Document:
    """One feed entry, read as any other file."""
    head = f"Title: {text.split('. ')[0]}\nURL: https://feed.example/{name}\nOutlet: Courier {outlet}\n"
    body = f"{head}Published: {published}\n\n{text}\n"
    return read.file.document(body.encode(), Settings(), location=f"{name}.txt", stem=name)


class Clock:
    """Seconds by stage, as the builder tells of them."""

    def __init__(self) -> None:
        self.begun = self.last = time.perf_counter()
        self.stages: dict[str, float] = {}
        self.up = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Counts the time since it was last called for a stage."""
        now = time.perf_counter()
        self.stages[stage] = self.stages.get(stage, 0.0) + now - self.last
        self.last = now

    def published(self, outcome: build.Outcome) -> None:
        """Pages and queries see it from here on."""
        self.up = time.perf_counter() - self.begun

    def told(self) -> str:
        """All stages in one line."""
        return ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in self.stages.items())


def measure(count: int, folder: Path, write: store.Exports) -> None:
    """Builds a corpus, adds one article, asks for its page, and prints what each took."""
    place = Settings(seeds=folder / "seeds", instance=folder / "instance")
    for document in entries(count):
        read.shelf.put(document, place)
    clock = Clock()
    outcome = build.build(place, progress=clock, published=clock.published, write=write)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count} articles, {outcome.events} events, {outcome.quads} statements: whole build {clock.up:.1f} s "
        f"({clock.told()}), peak {memory:.0f} MB"
    )
    client = create_app(place).test_client()
    client.get("/timeline")
    text = "SAG-AFTRA went on strike against Netflix on March 3, 2025. The walkout follows months of talks."
    clock = Clock()
    new = entry("added", text, dt.date(2025, 3, 4), 1)
    read.shelf.put(new, place)
    clock("read", 1, 1)
    after = build.build(place, progress=clock, published=clock.published, write=write)
    print(f"  one more: up in {clock.up:.2f} s ({clock.told()}); {after.quads - outcome.quads} statements more")
    for path in (f"/article/{new.key}", "/timeline"):
        begun = time.perf_counter()
        status = client.get(path).status_code
        print(f"  {path}: {status} in {time.perf_counter() - begun:.2f} s")


def _none(rows: object, folder: Path, version: str) -> None:
    """Leaves the exports out."""


def main() -> None:
    """Measures each size asked for."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("counts", nargs="*", type=int, default=[1000, 10000])
    options.add_argument("--exports", action="store_true", help="write the exports too, as the command does afterwards")
    asked = options.parse_args()
    for count in asked.counts:
        folder = Path(tempfile.mkdtemp(prefix="picketline-add-"))
        try:
            measure(count, folder, exports.write if asked.exports else _none)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
