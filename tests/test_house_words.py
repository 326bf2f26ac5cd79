"""Words of the domain are data: no module of the extractor holds a new list of them, in a set or in a pattern.

A literal counts by its words of three letters and more that are no closed class of English grammar, numbers and calendar
included; more than LEAST of them are a list that an editor would look for in `ontology/`. What was there when the rule came
is allowed with its count, which may only fall.
"""

import ast
import re
from pathlib import Path

import pytest

from graph.extract import english
from ontology import lists

ROOT = Path(__file__).parent.parent
EXTRACT = ROOT / "graph" / "extract"
LEAST = 6
CLOSED = frozenset().union(*(value for value in vars(english).values() if isinstance(value, frozenset)))
ALLOWED = {
    # Numerals, units, hedges and currencies: closed classes with a grammar of their own.
    "amounts/__init__.py": 19,
    "amounts/counted.py": 14,
    "amounts/counts.py": 8,
    "amounts/lengths.py": 14,
    "amounts/money.py": 54,
    "amounts/numerals.py": 77,
    "amounts/shares.py": 10,
    "amounts/votes.py": 22,
    # The calendar and the words that tell a time.
    "times/dated.py": 17,
    "times/limits.py": 7,
    "times/named.py": 19,
    "times/reckoned.py": 69,
    "times/scan.py": 7,
    "times/sequence.py": 14,
    "times/triggers.py": 63,
    "times/words.py": 114,
    # Names of registers and of slots, no words of a text.
    "ballots.py": 7,
    "cue_language.py": 12,
}


def documentation(tree):
    """The docstrings of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def in_pattern(text):
    """The words of a regular expression, without its groups' names, classes of characters and escapes."""
    bare = re.sub(r"\(\?P<\w+>|\(\?[a-z]+\)|\\[A-Za-z]|\[[^\]]*\]", " ", text)
    return re.findall(r"[A-Za-z][a-z'’-]{2,}", bare)


def strings(elements):
    """The values of constants, None where something else is among them."""
    found = [e.value for e in elements if isinstance(e, ast.Constant) and isinstance(e.value, str)]
    return found if len(found) == len(elements) else None


def literals(tree):
    """Each list of words in a module: a collection of strings, a string of several words, the alternatives of a pattern."""
    passed = {id(node) for node in documentation(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in ast.walk(node) if part is not node}
            text = "".join(part.value if isinstance(part, ast.Constant) else " " for part in node.values)
            if "|" in text:
                yield in_pattern(text)
        elif isinstance(node, ast.Set | ast.Tuple | ast.List):
            yield strings(node.elts) or []
        elif isinstance(node, ast.Dict):
            yield strings(node.keys) or []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield in_pattern(node.value) if "|" in node.value else node.value.split()


def domain_words(path):
    """How many words of the domain stand in the lists of a module."""
    count = 0
    for words in literals(ast.parse(path.read_text(encoding="utf-8"))):
        open_ones = {w.lower() for w in words if len(w) > 2 and w[0].isalpha() and w.lower() not in CLOSED}
        count += len(open_ones) if len(open_ones) > LEAST else 0
    return count


MODULES = [path for path in sorted(EXTRACT.rglob("*.py")) if path.name != "english.py"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(EXTRACT)))
def test_a_module_holds_no_list_of_words(path):
    name = str(path.relative_to(EXTRACT))
    count = domain_words(path)
    assert count <= ALLOWED.get(name, 0), (
        f"graph/extract/{name} holds lists of {count} words; those that an editor could want to change belong into a word "
        "list of ontology/ (docs/words.md), those of grammar into english.py"
    )


def test_a_list_in_code_is_noticed(tmp_path):
    held = tmp_path / "held.py"
    words = "walkout picket lockout stoppage boycott sickout slowdown"
    for code in (
        f'X = frozenset("{words}".split())',
        f"X = {tuple(words.split())}",
        f'X = r"\\b(?:{"|".join(words.split())})"',
    ):
        held.write_text(code, encoding="utf-8")
        assert domain_words(held) == 7, code
    held.write_text(
        'X = frozenset("the of and to in on at by for from with against between among".split())', encoding="utf-8"
    )
    assert domain_words(held) == 0


def test_every_list_is_asked_for():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "graph").rglob("*.py"))
    asked = set(re.findall(r"\blists\.([A-Z_]+)\b", code))
    frames = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ontology/events").glob("*.ttl"))
    families = set(re.findall(r"\$([a-z-]+)", frames))
    unused = {name for name in lists.FILES if name.replace("-", "_").upper() not in asked and name not in families}
    assert not unused


@pytest.mark.parametrize("path", sorted(EXTRACT.rglob("*.py")), ids=lambda path: str(path.relative_to(EXTRACT)))
def test_a_module_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
