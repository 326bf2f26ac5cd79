"""Laws of the extraction that hold for any text: it ends, its spans slice back, the same text gives the same facts."""

import functools
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import ontology
from graph import dates, predict
from graph.extract import compile_rules, extract, ground
from graph.model import Document

ROOT = Path(__file__).parent.parent.parent
ARTICLES = ROOT / "tests" / "expected" / "articles"
SENTENCES = [
    line
    for path in sorted(ARTICLES.glob("*.json"))
    for line in json.loads(path.read_text(encoding="utf-8"))["text"].split("\n")
    if line.strip()
]
FRAGMENTS = sorted({part.strip() for line in SENTENCES for part in line.replace(",", ".").split(".") if part.strip()})
MARKS = [
    *"\"'“”‘’«»()[]{}—–-…,.;:!?$%&/|#@*\t\n",
    "\u00a0",
    "\u2009",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\r\n",
    "\r",
    "\u2028",
    "e\u0301",
    "İ",
    "ß",
    "ﬁ",
    "🪧",
    "👩‍🏭",
    "\U0001f1fa\U0001f1f8",
    "\x00",
    "½",
    "１２３",
    "٣",
    "²",
    " 31 February ",
    " 0 ",
    " 99999999999999999999 ",
    " $1e999 ",
    " the 0th day of the strike ",
    " the 99999th day of the strike ",
    " 10,000 years ago ",
    " in 0000 ",
    " since 9999 ",
]
DAYS = st.sampled_from([None, "2023-07-14", "1900-01-01", "1700-01-01", "2199-12-31", "2023-07", "2024-02-29"])

any_text = st.text(max_size=300)
newswire = st.lists(st.sampled_from([*FRAGMENTS, *MARKS]), max_size=14).map(" ".join)
glued = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(MARKS), st.text(max_size=3)), max_size=14).map(
    "".join
)
slow = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@functools.cache
def rules():
    """Not a fixture: a failing example would print all of them."""
    return compile_rules(ontology.load())


def document(text, day, title=None):
    return Document(key="any", text=text, title=title, published=dates.published(day) if day else None)


def holds(found):
    assert ground.problems(found) == ()
    text = found.document.text
    for row in predict.prediction(found, rules())["quotes"]:
        assert row["text"] in row["evidence"] or row["text"] in text
    for sentence in found.sentences:
        words = sentence.span.of(text)
        assert words == words.strip() or not words.isascii()


@slow
@given(text=any_text, day=DAYS)
@example(text="\ufffd", day=None)
@example(text="“", day="2023-07-14")
def test_any_text_is_read_without_failing(text, day):
    holds(extract(document(text, day), rules()))


@slow
@given(text=newswire, day=DAYS, title=st.sampled_from([None, "", "Strike"]))
@example(text="The union struck 10,000 years ago", day="1700-01-01", title=None)
@example(text="The union will strike next week", day="2199-12-31", title=None)
@example(text="The strike began on the 99999th day of the strike", day="1900-01-01", title=None)
def test_shuffled_newswire_is_read_without_failing(text, day, title):
    holds(extract(document(text, day, title), rules()))


@slow
@given(text=glued, day=DAYS)
def test_glued_newswire_is_read_without_failing(text, day):
    holds(extract(document(text, day), rules()))


@slow
@given(text=newswire, day=DAYS)
def test_the_same_text_gives_the_same_facts(text, day):
    assert extract(document(text, day), rules()) == extract(document(text, day), rules())


@settings(max_examples=25, deadline=None)
@given(lines=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_typography_changes_no_fact(lines):
    """Curly or straight, with plain or unbreakable spaces: the same events at the same places."""
    curly = "\n\n".join(lines)
    plain = curly.translate(str.maketrans("‘’“”", "''\"\""))
    told = [extract(document(text, "2023-07-14"), rules()) for text in (curly, plain, plain.replace(" ", "\u00a0"))]
    first, *others = (
        [(r.type, r.modality, r.trigger, r.when and r.when.edtf) for r in found.reports] for found in told
    )
    assert others == [first, first]


def test_rules_compiled_twice_read_alike(lexicon):
    path = ARTICLES / "o03.json"
    text = json.loads(path.read_text(encoding="utf-8"))["text"]
    assert extract(document(text, "2021-11-17"), compile_rules(lexicon)) == extract(
        document(text, "2021-11-17"), rules()
    )


PREDICT = """
import sys, time
if len(sys.argv) > 2:
    shift = float(sys.argv[2])
    real = time.time
    time.time = lambda: real() + shift
import datetime
if len(sys.argv) > 2:
    class Day(datetime.date):
        @classmethod
        def today(cls):
            return cls.fromordinal(datetime.date.today().toordinal() + int(shift // 86400))
    class Moment(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            raise SystemExit("the clock was read")
        today = utcnow = now
    datetime.date, datetime.datetime = Day, Moment
from graph.cli import main
main(["predict", sys.argv[1], sys.argv[1] + "/out"])
"""


@pytest.mark.parametrize("published", ["2023-07-14T00:30:00Z", "2023-07-14"])
def test_another_day_and_another_zone_give_the_same_bytes(tmp_path, published):
    """Two processes, twelve years, fourteen hours and a hash seed apart."""
    out = []
    for number, (zone, arguments) in enumerate((("UTC", []), ("Pacific/Kiritimati", [str(12 * 366 * 86400.0)]))):
        place = tmp_path / str(number)
        place.mkdir()
        for ident in ("h01", "h10", "o03", "o08", "x01"):
            row = json.loads((ARTICLES / f"{ident}.json").read_text(encoding="utf-8"))
            (place / f"{ident}.json").write_text(json.dumps(row | {"published": published}), encoding="utf-8")
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": str(number + 1), "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", PREDICT, str(place), *arguments], check=True, env=environment, cwd=ROOT)
        out.append({path.name: path.read_bytes() for path in sorted((place / "out").glob("*.json"))})
    assert len(out[0]) == 5
    assert out[0] == out[1]


def test_no_clock_is_read(monkeypatch):
    import time

    def refuse(*_):
        pytest.fail("the clock was read")

    text = "\n".join(random.Random(1).sample(SENTENCES, 40))
    for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime"):
        monkeypatch.setattr(time, name, refuse)
    found = extract(document(text, "2023-07-14"), rules())
    monkeypatch.undo()
    assert found.reports
