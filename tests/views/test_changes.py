"""Old statements less those removed, plus those added, are the new ones: byte for byte."""

import io
import subprocess

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import turtle
from graph.views import changes

NODE = st.sampled_from(["a", "b", "b/c", "ß", "graph"]).map(lambda name: ox.NamedNode(f"https://x.example/{name}"))
WORDS = st.text(max_size=6) | st.sampled_from(
    ['say "so" .', "<https://x.example/a> .", "two\nlines", "tab\there", "\\"]
)
VALUE = (
    NODE
    | WORDS.map(ox.Literal)
    | WORDS.map(lambda words: ox.Literal(words, language="en-GB"))
    | st.integers(0, 99).map(ox.Literal)
)
QUAD = st.builds(lambda s, p, o, g: ox.Quad(s, p, o, g) if g else ox.Quad(s, p, o), NODE, NODE, VALUE, st.none() | NODE)


def lines(quads):
    return turtle.text(quads, "nq").splitlines(keepends=True)


@given(st.lists(QUAD), st.lists(QUAD), st.lists(QUAD))
def test_a_change_applied_to_the_old_gives_the_new(both, before, after):
    old, new = lines([*both, *before]), lines([*both, *after])
    made = list(changes.between(old, new))
    removed = [line for kind, line in made if kind == changes.REMOVED]
    added = [line for kind, line in made if kind == changes.ADDED]
    assert set(removed) <= set(old)
    assert not set(added) & set(old)
    assert b"".join(sorted((set(old) - set(removed)) | set(added))) == b"".join(sorted(new))
    assert [kind for kind, _ in changes.between(new, old)].count(changes.ADDED) == len(removed)


@given(st.lists(QUAD), st.lists(QUAD))
def test_a_patch_is_one_transaction_of_the_same_lines(before, after):
    old, new = lines(before), lines(after)
    out = io.BytesIO()
    changes.write(io.BytesIO(b"".join(old)), io.BytesIO(b"".join(new)), ("v1", "v2"), "changes.rdfp", out)
    rows = out.getvalue().splitlines(keepends=True)
    assert rows[:3] == [b'H previous "v1" .\n', b'H version "v2" .\n', b"TX .\n"]
    assert rows[-1] == b"TC .\n"
    held = set(old)
    for row in rows[3:-1]:
        if row.startswith(b"D "):
            held.remove(row[2:])
        else:
            assert row[2:] not in held
            held.add(row[2:])
    assert held == set(new)


def test_the_usual_tools_apply_a_change(tmp_path):
    p = ox.NamedNode("https://x.example/p")
    versions = {
        "old.nq": [ox.Quad(p, p, ox.Literal(word)) for word in ("one", "two", "three")],
        "new.nq": [ox.Quad(p, p, ox.Literal(word)) for word in ("two", "three", "four", "five")],
    }
    for name, quads in versions.items():
        (tmp_path / name).write_bytes(turtle.text(quads, "nq"))
    for name in ("removed.nq", "added.nq"):
        paths = [tmp_path / "old.nq", tmp_path / "new.nq"]
        with paths[0].open("rb") as old, paths[1].open("rb") as new, (tmp_path / name).open("wb") as out:
            changes.write(old, new, ("1", "2"), name, out)
    command = "sort removed.nq > r; sort added.nq > a; sort old.nq | comm -23 - r | sort -m - a > made; sort new.nq | cmp - made"
    subprocess.run(command, shell=True, check=True, cwd=tmp_path, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})


def test_what_is_no_n_quad_is_refused():
    with pytest.raises(ValueError, match="expected a line of N-Quads"):
        list(changes.between([b"@prefix a: <https://x.example/> .\n"], [b"<https://x.example/s> a a .\n"]))
