"""The commands: examples that run, formats, exit codes, names that are not there."""

import json
import re

import pytest
from click.testing import CliRunner

from graph import cli, questions

COMMANDS = sorted(questions.network.commands)


@pytest.fixture
def run(built):
    environ = {"PICKETLINE_INSTANCE": str(built.instance), "PICKETLINE_SEEDS": str(built.seeds)}
    return lambda *arguments: CliRunner().invoke(cli.main, ["network", *arguments], env=environ)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_that_runs(command, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shown = run(command, "--help").output
    example = re.search(rf"Example:\n\s+picketline network ({command} .*)", shown)[1]
    result = run(*example.split())
    assert result.exit_code == 0, result.output
    assert result.output.strip()


@pytest.mark.parametrize("line", ["ego WGA", "path WGA AMPTP", "central"])
def test_json_is_the_same_each_time(line, run):
    one, two = (run(*line.split(), "--format", "json") for _ in range(2))
    assert one.exit_code == 0
    assert one.output == two.output
    assert json.loads(one.output)


def test_a_path_names_its_steps_with_sentence_outlet_and_date(run):
    shown = run("path", "Paramount", "WGA").output
    assert "1. Paramount --member company--> AMPTP" in shown
    assert re.search(r"^   our digest of .+, 2023-\d\d-\d\d$", shown, re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("ego nobody-of-this-name", 3, "nothing in the network bears this name"),
        ("ego WGA --depth 7", 2, "0<=x<=6"),
        ("ego WGA --at May", 2, "expected one such as 2023-05-01"),
        ("ego WGA --running", 2, "give --at as well"),
        ("path WGA", 2, "Missing argument 'TO'"),
        ("central --from 2023-06-01 --to 2023-05-01", 3, "before it begins"),
        ("central --limit 0", 2, "1<=x<=1000"),
        ("save network.png", 2, "expected a name that ends in .gexf or .graphml"),
    ],
)
def test_wrong_use_says_what_was_expected(line, code, words, run):
    result = run(*line.split())
    assert result.exit_code == code
    assert words in result.output
