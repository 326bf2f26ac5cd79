"""The commands `picketline network ...`: neighbourhoods, sourced paths, who is named with whom; and the graph as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from graph import store
from graph.network import ego, formats, names, naming, paths, record
from graph.network.model import Network
from graph.settings import Settings
from graph.terminal import day, example, table

_FORMAT = click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
_AT = click.option("--at", metavar="DATE", help="As of this day: what had begun, without offices that were over.")
_NAMED = "a label, an alias, an IRI or a path such as agent/NAME"


@click.group(
    epilog=example(
        "picketline network ego AMPTP --at 2023-07-14",
        "picketline network path Disney WGA",
        "picketline network central --from 2023-05-01 --to 2023-11-09",
    )
)
def network() -> None:
    """Ask the graph who stands near whom, by which path, and who is named together."""


@network.command("ego", epilog=example("picketline network ego AMPTP --depth 1 --at 2023-07-14"))
@click.argument("thing")
@click.option(
    "--depth", type=click.IntRange(0, ego.DEEPEST), default=1, show_default=True, help="Steps from the thing."
)
@_AT
@click.option("--running", is_flag=True, help="With --at: only what runs on that day itself.")
@_FORMAT
@click.pass_obj
def ego_command(settings: Settings, thing: str, depth: int, at: str | None, running: bool, form: str) -> None:
    """List what lies within some steps of THING, each relation with its date and its sentence.

    THING is a label, an alias, an IRI or a path such as agent/NAME.
    """
    graph = _network(settings)
    if running and at is None:
        raise click.UsageError("--running needs a day: give --at as well")
    found = ego.ego(graph, names.resolve(graph, thing), depth=depth, at=_text(at), running=running)
    if form == "json":
        _json(found.as_json())
        return
    click.echo(f"{len(found.nodes)} items, {len(found.relations)} relations")
    table(
        ["date", "from", "relation", "to", "origins", "source", "sentence"],
        [
            [
                relation.date,
                _brief(relation.source_label),
                relation.kind,
                _brief(relation.target_label),
                str(relation.origins),
                relation.sources[0].line,
                relation.sources[0].sentence,
            ]
            for relation in found.relations
        ],
    )


@network.command("path", epilog=example("picketline network path Disney WGA"))
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@_AT
@_FORMAT
@click.pass_obj
def path_command(settings: Settings, source: str, target: str, at: str | None, form: str) -> None:
    """Find the shortest path between two things, each step with date, direction and sentence.

    FROM and TO are labels, aliases, IRIs or paths such as agent/NAME.
    """
    graph = _network(settings)
    found = paths.path(graph, names.resolve(graph, source), names.resolve(graph, target), at=_text(at))
    if form == "json":
        _json(found.as_json())
        return
    click.echo(found.answer)
    label = graph.graph.nodes
    for number, step in enumerate(found.steps, start=1):
        arrow = f"--{step.relation.kind}-->" if step.forward else f"<--{step.relation.kind}--"
        click.echo(f"{number}. {label[step.start]['label']} {arrow} {label[step.end]['label']}  [{step.relation.date}]")
        for told in step.relation.sources:
            click.echo(f"   {told.sentence}\n   {told.line}")


@network.command("central", epilog=example("picketline network central --from 2023-05-01 --to 2023-11-09"))
@click.option("--from", "start", metavar="DATE", help="First day, as 2023-05-01.")
@click.option("--to", "end", metavar="DATE", help="Last day.")
@click.option("--of", "thing", metavar="NAME", help="Only pairs with this agent: " + _NAMED + ".")
@click.option("--limit", type=click.IntRange(1, naming.MOST), default=10, show_default=True)
@_FORMAT
@click.pass_obj
def central_command(
    settings: Settings, start: str | None, end: str | None, thing: str | None, limit: int, form: str
) -> None:
    """List who is most often named with whom in these sources, by independent origin; it says nothing of power."""
    graph = _network(settings)
    of = names.resolve(graph, thing) if thing is not None else ""
    found = naming.naming(graph, start=_text(start), end=_text(end), of=of, limit=limit)
    if form == "json":
        _json(found.as_json())
        return
    click.echo(naming.CAPTION + (f"; {found.undated} undated left out" if found.undated else ""))
    table(
        ["origins", "events", "one", "other"],
        [[str(pair.origins), str(len(pair.happenings)), *pair.labels] for pair in found.pairs],
    )


@network.command("save", epilog=example("picketline network save network.graphml"))
@click.argument("target", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def save_command(settings: Settings, target: Path) -> None:
    """Write the whole graph to FILE: .gexf for Gephi, .graphml for yEd and networkx."""
    writers = {".gexf": formats.gexf, ".graphml": formats.graphml}
    if target.suffix not in writers:
        raise click.BadParameter(f"{target.name!r}: expected a name that ends in .gexf or .graphml")
    target.write_bytes(writers[target.suffix](_network(settings)))
    click.echo(str(target))


def _network(settings: Settings) -> Network:
    return record.of(store.open_published(settings))


def _text(value: str | None) -> str:
    """A day as ISO text, "" for none."""
    found = day(value)
    return "" if found is None else found.isoformat()


def _json(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, indent=1, ensure_ascii=False))


def _brief(text: str) -> str:
    return text if len(text) <= 48 else text[:47] + "…"
