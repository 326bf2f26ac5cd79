"""The house itself: our packages are ours, code names no data, the wheel holds what the packages need."""

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import graph
import ontology
import server

ROOT = Path(__file__).parent.parent
PYTHON = [path for name in ("graph", "ontology", "server") for path in sorted((ROOT / name).rglob("*.py"))]


@pytest.mark.parametrize("package", [graph, ontology, server])
def test_a_package_is_the_one_of_this_checkout(package):
    assert Path(package.__file__).is_relative_to(ROOT)


def names_in_code(path):
    """Names, attributes and string constants that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            yield node.value


def test_code_names_no_event_type_agent_or_issue(lexicon):
    core = (ROOT / "ontology" / "core.ttl").read_text(encoding="utf-8")
    events = {frame.name for frame in lexicon.frames if f"pl:{frame.name} a " not in core}
    events |= {"Strike", "Lockout"}
    agents = {entry.iri.rpartition("/")[2] for entry in lexicon.agents} | {entry.name for entry in lexicon.agents}
    notations = {issue.notation for issue in lexicon.issues if "-" in issue.notation}
    forbidden = events | agents | notations
    for path in PYTHON:
        if path.name != "terms.py":
            found = set(names_in_code(path)) & forbidden
            assert not found, f"{path.relative_to(ROOT)} names {sorted(found)}"


def test_the_wheel_holds_the_package_data(tmp_path):
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            str(tmp_path),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    held = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    for folder, pattern in (
        ("ontology", "*.ttl"),
        ("ontology", "*.csv"),
        ("ontology/events", "*.ttl"),
        ("graph", "*.jsonld"),
        ("graph/views", "*.rq"),
        ("graph/views/examples", "*.rq"),
        ("graph/views/tables", "*"),
        ("server", "*.ttl"),
        ("server/templates", "*"),
        ("server/static", "*"),
    ):
        wanted = {str(path.relative_to(ROOT)) for path in (ROOT / folder).glob(pattern) if path.is_file()}
        assert wanted
        assert wanted <= held
