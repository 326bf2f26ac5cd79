"""The pool with real workers: limits, deaths, new versions, many threads, forks and ends."""

import contextlib
import json
import os
import platform
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pyoxigraph as ox
import pytest

from graph import store
from graph.errors import StoreError
from graph.settings import Settings
from server.pool import errors, worker
from server.pool.pool import Pool, Request

TINY = "SELECT ?label WHERE { ?class a rdfs:Class ; rdfs:label ?label } LIMIT 2"
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i ."
ENDLESS = f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}"
LINUX = sys.platform == "linux" and platform.machine() in worker._CALLS


@pytest.fixture
def make(built):
    """Makes pools over the built graph, or over settings given, and closes them."""
    pools = []

    def call(place=None, **limits):
        pool = Pool(replace(place or built, **limits))
        pools.append(pool)
        return pool

    yield call
    for pool in pools:
        pool.close()


def publish(place, words):
    quad = ox.Quad(ox.NamedNode("urn:x"), ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), ox.Literal(words))
    facts = {"ruleset": "none"}
    return store.publish(place, [quad], exports=lambda rows, folder, version: None, texts={}, facts=facts)


def rows(answer):
    found = json.loads(answer.body)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]


def wait_until(condition, seconds=10.0):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(0.01)


def gone(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_the_answer_is_the_engines_own(make, built):
    direct = store.open_published(built).store.query(TINY, prefixes={"rdfs": "http://www.w3.org/2000/01/rdf-schema#"})
    answer = make().ask(Request(TINY))
    assert answer.body == direct.serialize(format=ox.QueryResultsFormat.JSON)
    assert (answer.kind, answer.form, answer.version) == ("rows", "json", store.current(built).version)


def test_workers_start_when_first_needed_and_serve_again(make):
    pool = make()
    assert pool.processes() == ()
    pool.ask(Request(TINY))
    first = pool.processes()
    pool.ask(Request(TINY))
    assert pool.processes() == first
    assert len(first) == 1


def test_a_graph_has_each_statement_once_and_the_same_bytes_each_time(make):
    query = "CONSTRUCT { ?class rdfs:label ?label } WHERE { ?class a ?any ; rdfs:label ?label }"
    pool = make()
    answer = pool.ask(Request(query, graph="ntriples"))
    lines = answer.body.decode().splitlines()
    assert lines == sorted(set(lines))
    assert pool.ask(Request(query, graph="ntriples")).body == answer.body


def test_a_query_past_its_deadline_is_ended_and_the_next_is_answered(make):
    pool = make(query_deadline=0.5)
    pool.ask(Request(TINY))
    (pid,) = pool.processes()
    start = time.monotonic()
    with pytest.raises(errors.Overrun, match=r"within 0\.5 seconds"):
        pool.ask(Request(ENDLESS))
    assert time.monotonic() - start < 5
    assert gone(pid)
    assert rows(pool.ask(Request(TINY)))


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT * WHERE {{ {CROSS} }} }}",
        f"SELECT * WHERE {{ {CROSS} }} ORDER BY ?f ?c",
        f"SELECT (GROUP_CONCAT(?c) AS ?all) WHERE {{ {CROSS} }}",
    ],
    ids=["distinct", "order", "concat"],
)
def test_a_query_that_collects_without_end_is_stopped_and_the_next_is_answered(make, query):
    pool = make(query_deadline=5.0, query_memory=400_000_000)
    with pytest.raises((errors.OutOfMemory, errors.Overrun)):
        pool.ask(Request(query))
    assert rows(pool.ask(Request(TINY)))


@pytest.mark.skipif(not LINUX, reason="the memory limit is Linux's")
def test_memory_that_runs_out_is_called_by_its_name(make):
    pool = make(query_deadline=60.0, query_memory=400_000_000)
    with pytest.raises(errors.OutOfMemory, match="400,000,000 bytes of memory"):
        pool.ask(Request(f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT * WHERE {{ {CROSS} }} }}"))


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rows_past_the_limit_are_refused_not_cut(make, form):
    pool = make(max_result=10_000)
    with pytest.raises(errors.TooLarge, match="more than 10,000 bytes"):
        pool.ask(Request("SELECT * WHERE { ?s ?p ?o }", rows=form))
    assert rows(pool.ask(Request(TINY)))


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_a_graph_past_the_limit_is_refused_not_cut(make, form):
    with pytest.raises(errors.TooLarge):
        make(max_result=10_000).ask(Request("CONSTRUCT WHERE { ?s ?p ?o }", graph=form))


@pytest.mark.parametrize(
    "query",
    [
        "ASK {" + "{" * 2_000 + "}" * 2_000 + "}",
        "ASK {" + "{" * 5_000 + "}" * 5_000 + "}",
        "ASK { FILTER" + "(" * 5_000 + "1" + ")" * 5_000 + "}",
        "ASK { ?s ?p " + "[ ?p " * 3_000 + "1" + "]" * 3_000 + "}",
        "ASK { FILTER(" + "+".join(["1"] * 20_000) + " > 1) }",
        "ASK {" + "{" * 400_000 + "}" * 400_000 + "}",
    ],
    ids=["4 kB of braces", "10 kB of braces", "parentheses", "brackets", "sums", "800 kB of braces"],
)
def test_what_the_guard_would_refuse_harms_a_worker_at_most(make, query):
    pool = make(query_deadline=2.0)
    with contextlib.suppress(errors.Died, errors.Overrun, errors.OutOfMemory, errors.Malformed):
        pool.ask(Request(query))
    assert rows(pool.ask(Request(TINY)))


def test_a_worker_that_died_of_a_query_is_told_and_replaced(make):
    pool = make()
    with pytest.raises(errors.Died, match="nests or chains too deeply"):
        pool.ask(Request("ASK {" + "{" * 400_000 + "}" * 400_000 + "}"))
    assert rows(pool.ask(Request(TINY)))


def test_a_worker_killed_while_idle_is_not_missed(make):
    pool = make()
    pool.ask(Request(TINY))
    (pid,) = pool.processes()
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: pid not in pool.processes())  # a zombie with a thread left is not yet over
    assert rows(pool.ask(Request(TINY)))


@pytest.mark.skipif(not LINUX, reason="the filter is Linux's")
def test_a_worker_cannot_reach_the_network_even_past_the_guard(make):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(errors.Failed, match="Permission denied"):
            make().ask(Request(f"SELECT * WHERE {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"))
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.skipif(not LINUX, reason="the filter is Linux's")
@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.socketpair()",
        "import os; os.execv('/bin/true', ['true'])",
        "import threading, socket; t = threading.Thread(target=socket.socket); t.start(); t.join(); socket.socket()",
        "open('/tmp/should-not-be', 'w').write('x' * 100_000)",
    ],
)
def test_the_confinement_holds(attempt, tmp_path):
    attempt = attempt.replace("/tmp/should-not-be", str(tmp_path / "file"))
    lines = f"import runpy; w = runpy.run_path({worker.__file__!r}, run_name='worker')"
    code = f"{lines}\nassert w['limit'](1_000_000_000) and w['confine']()\nprint('in', flush=True)\n{attempt}\nprint('out')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "in\n"
    assert "PermissionError" in done.stderr or "File too large" in done.stderr


def test_a_platform_without_a_filter_says_so():
    assert worker.filter_program("riscv64") is None


@pytest.mark.parametrize("machine", worker._CALLS)
def test_every_jump_of_the_filter_lands_on_the_denial_or_goes_on(machine):
    import struct

    program = [struct.unpack("=HBBI", part) for part in batches(worker.filter_program(machine), 8)]
    for place, (code, yes, no, _) in enumerate(program):
        if code in (worker._EQUAL, worker._AT_LEAST):
            assert no == 0
            assert place + 1 + yes == (3 if place == 1 else len(program) - 1)
    assert program[-1][3] == worker._DENY
    assert program[-2][3] == worker._ALLOW


def batches(data, size):
    return [data[i : i + size] for i in range(0, len(data), size)]


def test_the_dataset_of_a_request_outweighs_the_querys_own(make, built):
    names = [quad.value for quad in store.open_published(built).store.named_graphs()]
    pool = make()
    count = "SELECT (COUNT(*) AS ?n) {} WHERE {{ {} }}"

    def number(text, **dataset):
        return int(rows(pool.ask(Request(text, **dataset)))[0]["n"])

    plain, graphs = count.format("", "?s ?p ?o"), count.format("", "GRAPH ?g { ?s ?p ?o }")
    first = number(plain, default=names[:1])
    assert 0 < first < number(plain)
    assert number(count.format(f"FROM <{names[1]}>", "?s ?p ?o"), default=names[:1]) == first
    assert number(graphs, default=names[:1]) == 0
    assert number(graphs, named=names[:1]) == first
    assert number(plain, named=names[:1]) == 0
    assert number(plain, default=names[:2]) > first
    assert number(plain, default=["urn:no-such-graph"]) == 0
    with pytest.raises(errors.BadGraph, match="no IRI"):
        pool.ask(Request(plain, default=["no iri"]))


def test_prefixes_are_known_and_may_be_declared_anew(make):
    pool = make()
    assert rows(pool.ask(Request("SELECT ?x WHERE { BIND(pl:Report AS ?x) }")))[0]["x"].endswith("picketline/ns#Report")
    assert rows(pool.ask(Request("PREFIX pl: <urn:mine:> SELECT ?x WHERE { BIND(pl:x AS ?x) }"))) == [
        {"x": "urn:mine:x"}
    ]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?x\nWHERE { ?x ?y ^^^}", None),
        ("SELECT ?x\nWHERE { ?x ?y ?z } ^^^}", "cannot go on"),
        ("SELECT * {\n  ?é ?p 'é😀' } ^^^}", "cannot go on"),
        ("^^^SELEKT * { ?s ?p ?o }", None),
        ("SELECT * { ?s ^^^foo:bar ?o }", "prefix not found"),
        ("SELECT * {\r\n ?s ?p ^^^<no iri> }", None),
        ("SELECT * { ?s ?p ?o . ^^^FILTR(?o > 1) }", None),
        ("SELECT * { ?s ?p ?o }\nORDER BY ?^^^", None),
        ("SELECT * { ?s ?p ?o ^^^", None),
        ("^^^", None),
    ],
)
def test_a_syntax_error_has_its_place(make, query, words):
    with pytest.raises(errors.Malformed, match=words) as caught:
        make().ask(Request(query.replace("^^^", "")))
    before = query[: query.index("^^^")].split("\n")
    assert (caught.value.line, caught.value.column) == (len(before), len(before[-1]) + 1)


def test_a_form_that_is_not_wanted_is_named(make):
    pool = make()
    with pytest.raises(errors.NoFormat):
        pool.ask(Request(TINY, rows=None))
    with pytest.raises(errors.NoFormat):
        pool.ask(Request("DESCRIBE pl:Report", graph=None))


def test_no_graph_published_is_an_error_of_the_store(settings):
    with pytest.raises(StoreError, match="nothing is published yet"):
        Pool(settings).ask(Request(TINY))


def test_a_damaged_store_is_an_error_of_the_store(settings, make):
    published = publish(settings, "one")
    (published.path / "store" / "CURRENT").write_text("nothing\n", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be opened"):
        store.open_published(settings)
    with pytest.raises(StoreError, match="cannot be opened"):
        make(settings).ask(Request(TINY))


def test_a_new_version_is_followed_and_the_old_worker_goes(settings, make):
    pool = make(settings)
    publish(settings, "one")
    query = Request("SELECT ?o WHERE { <urn:x> rdfs:label ?o }")
    assert rows(pool.ask(query)) == [{"o": "one"}]
    (old,) = pool.processes()
    second = publish(settings, "two")
    answer = pool.ask(query)
    assert rows(answer) == [{"o": "two"}]
    assert answer.version == second.version
    wait_until(lambda: gone(old))
    assert old not in pool.processes()


def test_a_running_request_finishes_on_its_version_while_a_new_one_is_published(settings, make):
    publish(settings, "one")
    # No clock decides: the query runs long enough for a publication, and its answer tells of which version it is.
    values = " ".join(str(i) for i in range(170))
    slow = f"SELECT ?o (COUNT(*) AS ?n) {{ <urn:x> rdfs:label ?o {''.join(f'VALUES ?v{i} {{ {values} }}' for i in range(3))} }} GROUP BY ?o"
    pool = make(settings, query_deadline=60.0)
    with ThreadPoolExecutor() as threads:
        running = threads.submit(pool.ask, Request(slow))
        wait_until(pool.processes)
        publish(settings, "two")
        assert rows(pool.ask(Request("SELECT ?o WHERE { <urn:x> rdfs:label ?o }"))) == [{"o": "two"}]
        assert rows(running.result()) == [{"o": "one", "n": str(170**3)}]
    wait_until(lambda: len(pool.processes()) == 1)


def test_publishing_under_load_fails_no_request_and_mixes_no_versions(settings, make):
    pool = make(settings, query_workers=2)
    words = {publish(settings, "0").version: "0"}
    done = threading.Event()

    def load():
        answers = []
        while not done.is_set():
            answers.append(pool.ask(Request("SELECT ?o WHERE { <urn:x> rdfs:label ?o }")))
        return answers

    with ThreadPoolExecutor(2) as threads:
        running = [threads.submit(load) for _ in range(2)]
        try:
            for number in range(1, 6):
                words[publish(settings, str(number)).version] = str(number)
                time.sleep(0.3)
        finally:
            done.set()
        answers = [answer for future in running for answer in future.result()]
    assert {words[answer.version] for answer in answers} >= {"5"}
    assert all(rows(answer) == [{"o": words[answer.version]}] for answer in answers)


def test_many_threads_share_few_workers(make):
    pool = make(query_workers=2, query_wait=60.0)
    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda _: pool.ask(Request(TINY)).body, range(100)))
    assert len(set(answers)) == 1
    assert len(pool.processes()) <= 3


def test_a_full_pool_says_that_it_is_busy(make):
    pool = make(query_workers=1, query_queue=1, query_wait=0.5, query_quick=0.1, query_deadline=6.0)
    with ThreadPoolExecutor() as threads:
        running = threads.submit(pool.ask, Request(ENDLESS))
        wait_until(pool.processes)
        with pytest.raises(errors.Busy, match="try again"):
            pool.ask(Request(ENDLESS))
        waiting = [threads.submit(pool.ask, Request(ENDLESS)) for _ in range(4)]
        told = [str(future.exception()) for future in waiting]
        assert any("queue is full" in words for words in told)
        with pytest.raises(errors.Overrun):
            running.result()
    assert rows(pool.ask(Request(TINY)))


def test_a_cheap_query_is_answered_while_heavy_ones_hold_every_slot_and_the_line(make):
    pool = make(query_workers=1, query_quick=2.0, query_wait=60.0, query_deadline=60.0)
    left = threading.Event()
    with ThreadPoolExecutor() as threads:
        heavy = [threads.submit(pool.ask, Request(ENDLESS), gone=left.is_set) for _ in range(3)]
        wait_until(lambda: len(pool.processes()) == 2)
        assert rows(pool.ask(Request(TINY)))
        left.set()
        assert {type(future.exception()) for future in heavy} == {errors.Abandoned}
    wait_until(lambda: not pool.admission.under_way())


def test_one_client_leaves_a_slot_to_the_next(make):
    pool = make(query_workers=2, query_quick=0.1, query_wait=60.0, query_deadline=60.0)
    left = threading.Event()
    with ThreadPoolExecutor() as threads:
        heavy = [threads.submit(pool.ask, Request(ENDLESS), client="a", gone=left.is_set) for _ in range(3)]
        wait_until(lambda: pool.admission.under_way() == {"a": 3})
        # Far more than the lane lets pass: only a slot answers it.
        big = pool.ask(Request(f"SELECT * WHERE {{ {CROSS} }} LIMIT 60000"), client="b")
        assert big.body.count(b"bindings") == 1
        left.set()
        assert {type(future.exception()) for future in heavy} == {errors.Abandoned}


def test_a_client_with_too_many_under_way_is_told_so_by_name(make):
    pool = make(query_workers=1, query_quick=0.1, query_per_client=2, query_wait=60.0, query_deadline=60.0)
    left = threading.Event()
    with ThreadPoolExecutor() as threads:
        heavy = [threads.submit(pool.ask, Request(ENDLESS), client="a", gone=left.is_set) for _ in range(2)]
        wait_until(lambda: pool.admission.under_way() == {"a": 2})
        with pytest.raises(errors.TooMany, match="2 queries of yours"):
            pool.ask(Request(ENDLESS), client="a")
        assert rows(pool.ask(Request(TINY), client="a"))
        left.set()
        assert {type(future.exception()) for future in heavy} == {errors.Abandoned}


def test_a_long_answer_comes_in_pieces_and_is_the_engines_own(make, built):
    query = "SELECT ?class ?o ?p ?s WHERE { ?s ?p ?o . ?s a ?class }"
    answer = make().ask(Request(query, rows="csv"))
    assert not answer.whole
    pieces = list(answer.pieces)
    assert len(pieces) > 1
    direct = store.open_published(built).store.query(query)
    assert b"".join(pieces) == direct.serialize(format=ox.QueryResultsFormat.CSV)


@pytest.mark.parametrize("how", ["closed", "dropped"])
def test_an_answer_that_nobody_reads_on_ends_its_worker(make, how):
    pool = make(query_deadline=60.0)
    answer = pool.ask(Request(f"SELECT * WHERE {{ {CROSS} }}"))
    (pid,) = pool.processes()
    assert len(next(answer.pieces)) >= 1_000_000
    if how == "closed":
        answer.close()
    del answer
    wait_until(lambda: gone(pid))
    assert not pool.admission.under_way()
    assert rows(pool.ask(Request(TINY)))


def test_the_deadline_also_ends_an_answer_that_has_begun(make):
    answer = make(query_deadline=1.0, max_result=10**12).ask(Request(f"SELECT * WHERE {{ {CROSS} }}"))
    with pytest.raises(errors.Overrun):
        for _ in answer.pieces:
            pass


def test_workers_start_ahead_when_told_to(make):
    pool = make(query_workers=2)
    pool.warm(2)
    wait_until(lambda: len(pool.processes()) == 2)


def test_closing_ends_idle_and_busy_workers(make):
    pool = make(query_deadline=30.0)
    with ThreadPoolExecutor() as threads:
        running = threads.submit(pool.ask, Request(ENDLESS))
        wait_until(pool.processes)
        pids = pool.processes()
        pool.close()
        assert isinstance(running.exception(), errors.Died)
    wait_until(lambda: all(gone(pid) for pid in pids))
    with pytest.raises(errors.Busy, match="closing"):
        pool.ask(Request(TINY))


def test_a_fork_gets_workers_of_its_own(make):
    pool = make()
    pool.ask(Request(TINY))
    before = pool.processes()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            answered = bool(rows(pool.ask(Request(TINY))))
            code = 0 if answered and set(pool.processes()).isdisjoint(before) else 2
            pool.close()
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert rows(pool.ask(Request(TINY)))
    assert pool.processes() == before


SCRIPT = """
import sys, threading, time
from pathlib import Path
from graph.settings import Settings
from server.pool.pool import Pool, Request
pool = Pool(Settings(instance=Path(sys.argv[1]), query_deadline=float(sys.argv[3])))
pool.ask(Request("ASK {}"))
print(*pool.processes(), flush=True)
if sys.argv[2] == "busy":
    threading.Thread(target=pool.ask, args=(Request(sys.argv[4]),), daemon=True).start()
    time.sleep(600)
if sys.argv[2] == "idle":
    time.sleep(600)
"""


@pytest.mark.parametrize(("how", "deadline"), [("exit", 10.0), ("idle", 10.0), ("busy", 1.0)])
def test_no_worker_outlives_the_web_process(built, how, deadline):
    """At its exit; when it is killed while the worker waits; when it is killed while the worker is busy."""
    command = [sys.executable, "-c", SCRIPT, str(built.instance), how, str(deadline), ENDLESS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        pid = int(child.stdout.readline())
        if how != "exit":
            time.sleep(0.2)
            child.kill()
    wait_until(lambda: gone(pid))


def test_a_pool_that_is_dropped_takes_its_workers_along(built):
    pool = Pool(built)
    pool.ask(Request(TINY))
    pids = pool.processes()
    del pool
    assert all(gone(pid) for pid in pids)


def test_limits_come_from_the_environment_and_must_be_numbers():
    environ = {"PICKETLINE_QUERY_DEADLINE": "2.5", "PICKETLINE_QUERY_WORKERS": "7", "PICKETLINE_MAX_RESULT": "1000"}
    found = Settings.from_env(environ)
    assert (found.query_deadline, found.query_workers, found.max_result) == (2.5, 7, 1000)
    for wrong in ("0", "-1", "many", "inf", "nan"):
        with pytest.raises(Exception, match=f"PICKETLINE_QUERY_DEADLINE='{wrong}': expected a number above zero"):
            Settings.from_env({"PICKETLINE_QUERY_DEADLINE": wrong})


def test_no_proxy_may_be_said():
    assert Settings.from_env({"PICKETLINE_PROXIES": "0"}).proxies == 0
    with pytest.raises(Exception, match="PICKETLINE_PROXIES='-2': expected a whole number, zero for none"):
        Settings.from_env({"PICKETLINE_PROXIES": "-2"})
