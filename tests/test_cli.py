"""The command: help with an example each, exit codes, formats."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph import cli

ROOT = Path(__file__).parent.parent
COMMANDS = sorted(cli.main.commands)


@pytest.fixture
def run(tmp_path, built):
    def call(*arguments, own=False):
        instance = tmp_path / "instance" if own else built.instance
        seeds = tmp_path / "seeds" if own else built.seeds
        environ = {"PICKETLINE_INSTANCE": str(instance), "PICKETLINE_SEEDS": str(seeds)}
        return CliRunner().invoke(cli.main, list(arguments), env=environ)

    return call


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command, run):
    shown = run(command, "--help")
    assert shown.exit_code == 0
    assert re.search(rf"Example:\n\s+picketline {command}", shown.output)


def test_the_examples_that_only_read_do_run(run):
    for command in ("query", "timeline", "explain", "check"):
        text = run(command, "--help").output
        example = re.search(r"Example:\n\s+picketline (.*(?:\n    .*)*)", text)[1]
        words = [w.strip('"') for w in re.findall(r'"[^"]*"|\S+', " ".join(example.split()))]
        result = run(*words)
        assert result.exit_code == 0, result.output
        assert result.output.strip()


def test_the_timeline_as_json_has_the_documented_fields(run):
    rows = json.loads(run("timeline", "--format", "json").output)
    assert rows
    for row in rows:
        assert list(row) == [
            "iri",
            "type",
            "label",
            "date",
            "earliestStart",
            "latestEnd",
            "parties",
            "articles",
            "origins",
        ]
        assert all(set(party) == {"iri", "name"} for party in row["parties"])


def test_the_timeline_as_csv_reads_back(run):
    rows = list(csv.DictReader(io.StringIO(run("timeline", "--format", "csv").output)))
    assert any(row["date"] == "2023-05-02/2023-09-27" for row in rows)


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv"])
def test_a_query_answers_in_each_format(run, form):
    result = run("query", "SELECT ?e WHERE { ?e a pl:Strike }", "--format", form)
    assert result.exit_code == 0
    assert "event" in result.output


def test_a_query_that_constructs_answers_in_turtle(run, tmp_path):
    path = tmp_path / "q.rq"
    path.write_text("CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a pl:Strike ; rdfs:label ?l }", encoding="utf-8")
    result = run("query", str(path), "--format", "turtle")
    assert result.exit_code == 0
    assert "rdfs:label" in result.output


def test_exit_codes(run, tmp_path):
    assert run("query", "SELECT nonsense").exit_code == 3
    assert run("timeline", "--from", "May").exit_code == 2
    assert run("explain").exit_code == 2
    assert run("nothing").exit_code == 2
    assert run("remove", "no-such-article").exit_code == 3
    assert run("add", str(tmp_path / "absent.txt"), own=True).exit_code == 3
    assert run("timeline", own=True).exit_code == 3
    good = tmp_path / "good.txt"
    good.write_text(
        "Members of the United Auto Workers went on strike against Ford on March 1, 2024.", encoding="utf-8"
    )
    assert run("add", str(good), own=True).exit_code == 0
    result = run("add", str(good), str(tmp_path / "absent.txt"), own=True)
    assert result.exit_code == 1
    assert "absent.txt: no such file" in result.output


def test_predict_writes_one_file_an_article(run, tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    row = {
        "id": "01",
        "url": None,
        "outlet": "X",
        "published": "2024-03-02",
        "title": "T",
        "text": "Members of the United Auto Workers went on strike against Ford on March 1.",
    }
    (source / "01.json").write_text(json.dumps(row), encoding="utf-8")
    (source / "02.json").write_text('{"id": "02"}', encoding="utf-8")
    result = run("predict", str(source), str(tmp_path / "out"))
    assert result.exit_code == 1
    found = json.loads((tmp_path / "out" / "01.json").read_text(encoding="utf-8"))
    assert [(e["type"], e["date"], e["modality"]) for e in found["events"]] == [("StrikeStart", "2024-03-01", "actual")]
    assert "02.json: lacks" in result.output
