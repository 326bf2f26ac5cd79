"""The command `picketline`. Exit codes: 0 done, 1 some input set aside (listed), 2 wrong usage, 3 nothing could be done."""

from __future__ import annotations

import csv
import io
import json
import signal
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import click

import ontology
from graph import build as line
from graph import check as shapes
from graph import examples, questions, read, replica, store
from graph import explain as explanation
from graph import predict as scoring
from graph.errors import PicketlineError, SourceError
from graph.extract import compile_rules, extract
from graph.model import Document
from graph.read import headline
from graph.settings import Settings
from graph.terminal import day as _day
from graph.terminal import example as _example
from graph.terminal import table as _table
from graph.views import exports, queries
from graph.views import timeline as views_timeline
from ontology import wordlists

DONE, SOME_SET_ASIDE, WRONG_USAGE, NOTHING_DONE = 0, 1, 2, 3
_EXAMPLE_TEXT = "The union voted on May 5, 2023, to authorize a strike against Ford."


class _Commands(click.Group):
    """Turns the errors that the package raises on purpose into one line and exit code 3."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (PicketlineError, ontology.VocabularyError) as error:
            click.echo(f"picketline: {error}", err=True)
            raise SystemExit(NOTHING_DONE) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="picketline")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Follow a labor negotiation: from news articles to a dated graph that shows its sources."""
    ctx.obj = Settings.from_env()


# ---------------------------------------------------------------- writing


@main.command(epilog=_example("picketline build"))
@click.option("--anew", is_flag=True, help="Take nothing over from the version that is published.")
@click.pass_obj
def build(settings: Settings, anew: bool) -> None:
    """Read seeds/ and the articles added, and publish the graph."""
    _build(settings, anew=anew)


def _build(settings: Settings, aside: Sequence[line.SetAside] = (), *, anew: bool = False) -> NoReturn:
    """Builds, tells what came of it as soon as it is published, and ends the process once the exports are written."""
    with _Bar() as bar:
        outcome = line.build(settings, anew=anew, progress=bar, published=lambda outcome: _tell(outcome, aside))
    if outcome.articles == 0:
        raise SystemExit(NOTHING_DONE)
    raise SystemExit(SOME_SET_ASIDE if aside or outcome.set_aside else DONE)


class _Bar:
    """A progress bar on standard error; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo("\r" + " " * 60 + "\r", nl=False, err=True)

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._shown:
            filled = int(24 * done / max(total, 1))
            click.echo(f"\r{stage:<8} [{'#' * filled}{'.' * (24 - filled)}] {done}/{total}", nl=False, err=True)


def _tell(outcome: line.Outcome, aside: Sequence[line.SetAside]) -> None:
    """Counts on standard output, what was set aside on standard error."""
    click.echo(
        f"{outcome.articles} articles, {outcome.reports} reports, {outcome.events} events, {outcome.figures} figures, "
        f"{outcome.agents} agents, {outcome.conflicts} conflicts within articles; {outcome.quads} statements, version {outcome.version}"
    )
    for item in (*aside, *outcome.set_aside):
        click.echo(f"set aside: {item.location}: " + "; ".join(item.reasons), err=True)


@main.command(epilog=_example("picketline add article.txt https://example.org/news/strike.html"))
@click.argument("locations", nargs=-1, required=True, metavar="LOCATION...")
@click.pass_obj
def add(settings: Settings, locations: tuple[str, ...]) -> None:
    """Keep articles from files, pages or feeds, and publish anew.

    A LOCATION is a text file (with or without a header block), .html, .json, .jsonl, an http(s) URL, an RSS or Atom feed,
    or a folder of these.
    """
    aside: list[line.SetAside] = []
    kept = changed = 0
    for location in locations:
        for item in read.documents(location, settings):
            if isinstance(item, SourceError):
                aside.append(line.SetAside(item.location, (item.problem,)))
                continue
            kept += 1
            changed += read.shelf.put(headline.led(item), settings)
            for note in item.notes:
                click.echo(f"note: {item.location}: {note}", err=True)
    if kept == 0:
        for refused in aside:
            click.echo(f"set aside: {refused.location}: " + "; ".join(refused.reasons), err=True)
        raise SystemExit(NOTHING_DONE)
    click.echo(f"{kept} articles read, {changed} new or changed")
    _build(settings, aside)


@main.command(epilog=_example("picketline remove https://w3id.org/picketline/id/article/strike-begins-0a1b2c3d4e"))
@click.argument("article")
@click.pass_obj
def remove(settings: Settings, article: str) -> None:
    """Drop an added article, named by key, IRI or URL, and exactly its statements; publish anew."""
    dropped = read.shelf.remove(article, settings)
    if dropped is None:
        click.echo(f"picketline: {article}: no such article among those added", err=True)
        raise SystemExit(NOTHING_DONE)
    click.echo(f"removed {dropped.key}")
    _build(settings)


# ---------------------------------------------------------------- reading


@main.command(epilog=_example('picketline query "SELECT ?event WHERE { ?event a pl:Strike }"'))
@click.argument("query")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv", "tsv", "turtle"]), default="table")
@click.pass_obj
def query(settings: Settings, query: str, form: str) -> None:
    """Answer a SPARQL query, given as text or as a .rq file, from the published graph."""
    text = Path(query).read_text(encoding="utf-8") if query.endswith(".rq") and Path(query).is_file() else query
    published = store.open_published(settings)
    click.echo(queries.answer(published.store, text, form=form), nl=False)


@main.command(epilog=_example("picketline timeline --at 2023-07-14 --known 2023-07-15 --party SAG-AFTRA"))
@click.option("--from", "start", metavar="DATE", help="First day, as 2023-05-01.")
@click.option("--to", "end", metavar="DATE", help="Last day.")
@click.option("--at", "at", metavar="DATE", help="A day that the event must be able to touch.")
@click.option("--known", "known", metavar="DATE", help="Tell only what articles published by this day tell.")
@click.option("--party", help="Name, alias or IRI of somebody who takes part.")
@click.option("--type", "kind", help="Class of event, such as Strike; classes below it count.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.pass_obj
def timeline(
    settings: Settings,
    start: str | None,
    end: str | None,
    at: str | None,
    known: str | None,
    party: str | None,
    kind: str | None,
    form: str,
) -> None:
    """List the events in order: those of some days, as known now or as known on a day."""
    published = store.open_published(settings)
    entries = views_timeline.entries(
        published.store, start=_day(start), end=_day(end), party=party, type=kind, at=_day(at), known=_day(known)
    )
    rows = [entry.as_json() for entry in entries]
    if form == "json":
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
    elif form == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        _table(
            ["date", "event", "articles", "origins"],
            [[row["date"] or "undated", row["label"], str(row["articles"]), str(row["origins"])] for row in rows],
        )


def _csv(rows: Iterable[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["iri", "type", "label", "date", "earliestStart", "latestEnd", "parties", "articles", "origins"])
    for row in rows:
        names = "; ".join(party["name"] for party in row["parties"])
        cells = [row["iri"], row["type"], row["label"], row["date"], row["earliestStart"], row["latestEnd"], names]
        writer.writerow([_safe(cell or "") for cell in cells] + [row["articles"], row["origins"]])
    return out.getvalue()


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(("=", "+", "-", "@")) else cell


@main.command(epilog=_example("picketline export timeline.ttl all.nq --out downloads"))
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder to write to.")
@click.pass_obj
def export(settings: Settings, names: tuple[str, ...], out: Path) -> None:
    """Write the published graph as files, all of them or those named."""
    for path in exports.copy(store.open_published(settings), names, out):
        click.echo(str(path))


@main.command(epilog=_example(f'picketline explain --text "{_EXAMPLE_TEXT}"'))
@click.argument("article", required=False)
@click.option("--text", help="A text to explain instead of an article.")
@click.pass_obj
def explain(settings: Settings, article: str | None, text: str | None) -> None:
    """Tell sentence by sentence what was found, by which frame, and what was turned down and why.

    ARTICLE is a file, a URL, or the key of an article that was added.
    """
    if (article is None) == (text is None):
        raise click.UsageError("give either ARTICLE or --text")
    rules = compile_rules(ontology.load())
    documents = [Document(key="text", text=text, title="")] if text is not None else _found(article or "", settings)
    for document in documents:
        for row in explanation.lines(extract(document, rules), rules):
            click.echo(row)


def _found(article: str, settings: Settings) -> list[Document]:
    """The documents at a location, or the one kept under a key or IRI."""
    kept = [d for d in read.shelf.load(settings) if isinstance(d, Document) and article.rpartition("/")[2] == d.key]
    if kept:
        return kept
    out = []
    for item in read.documents(article, settings):
        if isinstance(item, SourceError):
            raise item
        out.append(headline.led(item))
    return out


@main.command(epilog=_example("picketline predict articles predictions"))
@click.argument("source", metavar="IN", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def predict(settings: Settings, source: Path, target: Path) -> None:
    """Read IN/*.json articles and write OUT/*.json in the scoring schema."""
    rules = compile_rules(ontology.load())
    paths = sorted(source.glob("*.json"))
    if not paths:
        click.echo(f"picketline: {source}: no .json articles in this folder", err=True)
        raise SystemExit(NOTHING_DONE)
    target.mkdir(parents=True, exist_ok=True)
    aside = 0
    for path in paths:
        for item in read.documents(str(path), settings):
            if isinstance(item, SourceError):
                aside += 1
                click.echo(f"set aside: {item}", err=True)
                continue
            row = {**scoring.prediction(extract(item, rules), rules), "id": path.stem}
            (target / path.name).write_text(json.dumps(row, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    click.echo(f"{len(paths) - aside} predictions written to {target}")
    raise SystemExit(NOTHING_DONE if aside == len(paths) else SOME_SET_ASIDE if aside else DONE)


@main.command(epilog=_example("picketline check"))
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="[FILE...]")
@click.option("--frame", default="", help="A class whose cues are shown with all their verb forms.", metavar="NAME")
@click.option("--words", is_flag=True, help="Show the word lists: name, file, how many entries, what they are.")
def check(files: tuple[Path, ...], frame: str, *, words: bool) -> None:
    """Check the ontology, its word lists, the examples of its frames, and Turtle or TriG files against the shapes."""
    problems = 0
    lists = () if files else wordlists.read()
    for complaint in (*shapes.complaints(files), *wordlists.complaints(lists)):
        problems += 1
        click.echo(complaint, err=True)
    if not files:
        lexicon = ontology.load()
        rules = compile_rules(lexicon)
        for line in [
            *examples.overlaps(rules),
            *(f for e in lexicon.frames if e.name == frame for f in examples.forms(e)),
        ]:
            click.echo(line)
        for complaint in examples.all_unmet(rules):
            problems += 1
            click.echo(complaint, err=True)
        for line in (wordlists.told(one) for one in lists if words):
            click.echo(line)
        entries = sum(len(one.words) for one in lists)
        click.echo(f"{len(lexicon.frames)} frames, {len(lexicon.agents)} agents, {len(lexicon.issues)} issues checked")
        click.echo(f"{len(lists)} word lists with {entries} entries checked")
    click.echo("no problems" if not problems else f"{problems} problems")
    raise SystemExit(SOME_SET_ASIDE if problems else DONE)


@main.command(epilog=_example("picketline serve --port 8023"))
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8023, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--dump",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Serve this N-Quads or TriG file, ours or anybody's, in place of the published graph.",
)
@click.pass_obj
def serve(settings: Settings, host: str, port: int, dump: Path | None) -> None:
    """Serve the published graph, or a dump, on a local address."""
    # What ends the server ends it as Ctrl-C does, so that its temporary files go with it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if dump is None:
        _serve(settings, store.current(settings), host, port)
        return
    with tempfile.TemporaryDirectory(prefix="picketline-") as folder, suppress(KeyboardInterrupt):
        copy = replace(settings, instance=Path(folder))
        _serve(copy, replica.publish(dump, copy), host, port)


def _serve(settings: Settings, published: store.Publication, host: str, port: int) -> None:
    statements = published.manifest["statements"]
    click.echo(f"version {published.version}, {statements:,} statements: http://{host}:{port}/ (Ctrl-C ends)")
    from importlib import import_module

    import_module("server.run").serve(settings, host, port)


main.add_command(questions.network)
