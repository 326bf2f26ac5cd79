"""What the guard turns away unparsed, and what it must let pass."""

import contextlib
import itertools
import socket
import threading
import time

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.views import questions
from server.pool import errors, guard

# Each of these the engine takes for a federated query (test below): the guard must see all of them.
SERVICES = [
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "select * { service <http://127.0.0.1:1/>{ ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { SERVICE # words\n # more\n <http://127.0.0.1:1/> # and more\n { ?s ?p ?o } }",
    "SELECT * { BIND(<http://127.0.0.1:1/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE :x { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:x{ ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICEe:x{ ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICESILENTe:x{ ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:1/> SELECT * { ?a ?b 1SERVICEe:x{ ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:1/> SELECT * { ?a ?b 'SERVICE' . SERVICE e:x { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE?x#>\n{ ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b#>'''\n) SERVICE ?x { ?s ?p ?o } #'''\n }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b#>'''\n) SERVICE ?x { ?s ?p ?o } }",
    "ASK { { SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
    'ASK { ?s ?p "a\\"b" SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }',
    "ASK { ?s ?p '''a'b''' SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:1/> ASK { ?s ?p e:a\\#b SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
]
INNOCENT = [
    "SELECT * { ?s ?p ?o } # SERVICE <http://a.example/> { }",
    "SELECT * { ?s ?p 'SERVICE <http://a.example/> { }' }",
    'SELECT * { ?s ?p """a " SERVICE <http://a.example/> { }""" }',
    "SELECT * { ?s <http://a.example/SERVICE> ?service }",
    "SELECT * { ?s <http://a.example/ns#service> ?service . OPTIONAL { ?service ?p ?o } }",
    "PREFIX service: <http://a.example/> SELECT * { GRAPH service:x { ?s ?p ?o } }",
    "PREFIX e: <http://a.example/> SELECT * { ?s e:service ?x . { ?s e:service.kind ?y } }",
    "BASE <http://a.example/> SELECT * { ?s <#service> ?o . ?o <#label> 'x' { } }",
    "SELECT * { ?s ?p ?a , ?b FILTER(?a < ?b && ?b > ?a) }",
    "SELECT ?insert { ?insert ?delete 'DROP ALL' }",
    "PREFIX insert: <http://a.example/> ASK { ?s insert:data ?o }",
    "# DELETE nothing\nBASE <http://a.example/> PREFIX drop: <x> PREFIX:<y> ASK { }",
    "PREFIXdrop: <http://a.example/> ASK { }",
]
UPDATES = [
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "insert{?s ?p 1}where{?s ?p ?o}",
    "PREFIX e: <http://a.example/> # words\nDELETE WHERE { ?s e:p ?o }",
    "BASE <http://a.example/> WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "PREFIX:<http://a.example/>CLEAR ALL",
    "LOAD <http://a.example/>",
    "DROP GRAPH <urn:g>",
    "CREATE GRAPH <urn:g>",
    "ADD DEFAULT TO <urn:g>",
    "MOVE DEFAULT TO <urn:g>",
    "COPY DEFAULT TO <urn:g>",
]


def check(query, **limits):
    guard.check(query, **{"max_bytes": 100_000, **limits})


@pytest.mark.parametrize("query", SERVICES)
def test_a_service_is_refused_however_it_is_written(query):
    with pytest.raises(errors.NamesService, match="no other"):
        check(query)


@pytest.mark.parametrize("query", SERVICES)
def test_the_engine_would_have_taken_it_for_a_query(query):
    """The list holds no straw men. Port 1 is one that the engine's client refuses by itself."""
    with contextlib.suppress(OSError):
        ox.Store().query(query)


@pytest.mark.parametrize("query", INNOCENT)
def test_the_word_alone_is_no_offence(query):
    check(query)


@pytest.mark.parametrize("query", UPDATES)
def test_an_update_is_recognised(query):
    with pytest.raises(errors.IsUpdate, match="read-only"):
        check(query)


@pytest.mark.parametrize("question", questions.every(), ids=lambda question: question.name)
def test_our_own_examples_pass(question):
    check(question.text)


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "{}"])
@pytest.mark.parametrize("size", [4_000, 10_000])
def test_deep_nesting_is_refused(opening, closing, size):
    depth = size // 2
    with pytest.raises(errors.TooDeep, match=f"{depth + 1} deep; the limit is 64"):
        check("ASK {" + opening * depth + closing * depth + "}")


def test_nesting_is_counted_where_brackets_are_brackets():
    check("ASK { ?s ?p '" + "{" * 1000 + "' }")
    check("ASK { ?s ?p 1 } #" + "(" * 1000)
    check("ASK " + "{" * 64 + "}" * 64)
    check("ASK { " + "{ } " * 1000 + "}")
    with pytest.raises(errors.TooDeep):
        check("ASK " + "{" * 65 + "}" * 65)
    with pytest.raises(errors.TooDeep):
        check("ASK {" + "[(" * 40)
    with pytest.raises(errors.TooDeep):
        check("ASK { ?s ?p 'an open string\n " + "(" * 65)


def test_size_is_counted_in_bytes():
    check("ASK { ?s ?p 'ééé' }", max_bytes=22)
    with pytest.raises(errors.TooLong, match="22 bytes; the limit is 21"):
        check("ASK { ?s ?p 'ééé' }", max_bytes=21)


def test_escapes_of_code_points_hide_nothing():
    with pytest.raises(errors.NamesService):
        check("ASK { S\\u0045RVICE <http://a.example/> { } }")
    check("ASK { ?s ?p '\\u0041\\U0001F600' }")


@given(st.text(alphabet="ASKservice <>{}()[]\"'#\\?:@.0^/|u\n", max_size=200))
def test_no_text_breaks_the_scan(text):
    with contextlib.suppress(errors.Refused):
        check(text)


@given(st.text(max_size=60))
def test_the_tokens_and_what_lies_between_are_the_text(text):
    tokens = list(guard.scan(text))
    assert all(text[place : place + len(word)] == word for _, word, place in tokens)
    assert [place for _, _, place in tokens] == sorted(place for _, _, place in tokens)


@pytest.fixture(scope="module")
def canary():
    """An endpoint on loopback that answers nothing and counts who calls."""
    calls, done = [], threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)

        def listen():
            while not done.is_set():
                with contextlib.suppress(TimeoutError):
                    connection, caller = listener.accept()
                    connection.close()
                    calls.append(caller)

        thread = threading.Thread(target=listen)
        thread.start()
        yield listener.getsockname()[1], calls
        done.set()
        thread.join()


# What the scan must not be led astray by: the word in each place where it is code, and where it is none.
PIECES = [
    *("SERVICE", "service", "sErVICE", "SILENT", "\\u0053ERVICE", "SERVICE#", "SERVICESILENT", "SERVICEe:", "?service"),
    *(
        "<{here}>",
        "e:",
        "e:x",
        "?x",
        "?s?p?o",
        "{",
        "}",
        "{ ?s ?p ?o }",
        "{}",
        ".",
        ";",
        ",",
        "(",
        ")",
        "<",
        ">",
        "^",
        "/",
    ),
    *(
        "FILTER(1<2)",
        "FILTER(?s<?o)",
        "BIND(<{here}> AS ?x)",
        "FILTER EXISTS",
        "OPTIONAL",
        "MINUS",
        "UNION",
        "GRAPH ?g",
    ),
    *(
        "'SERVICE'",
        '"""SERVICE <{here}> {"""',
        "'\\''",
        '"\\""',
        "#",
        "# SERVICE <{here}> {",
        "\n",
        "\r",
        "'",
        '"',
        "\\",
    ),
    *(
        "<#SERVICE>",
        "<urn:SERVICE>",
        "1",
        "1.",
        "-1",
        "a",
        "true",
        "@en",
        "^^",
        "VALUES ?x { <{here}> }",
        "SELECT *",
        " ",
    ),
]


@settings(max_examples=400, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=9), between=st.sampled_from(["", " ", "\n"]))
@example(pieces=["SERVICE", "<{here}>", "{ ?s ?p ?o }"], between="")
@example(pieces=["FILTER(?s<?o)", "SERVICE", "<{here}>", "{}"], between="")
def test_whatever_the_scan_lets_through_calls_nobody(canary, pieces, between):
    port, calls = canary
    body = between.join(pieces).replace("{here}", f"http://127.0.0.1:{port}/")
    query = f"PREFIX e: <http://127.0.0.1:{port}/> SELECT * {{ {body}\n}}"
    with contextlib.suppress(errors.Refused, SyntaxError, OSError, ValueError, RuntimeError):
        check(query)
        store = ox.Store()
        store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c")))
        list(itertools.islice(store.query(query), 3))
    assert calls == [], query


def test_the_canary_is_called_by_what_nobody_checks(canary):
    port, calls = canary
    with contextlib.suppress(OSError):
        list(ox.Store().query(f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"))
    until = time.monotonic() + 5
    while not calls:
        assert time.monotonic() < until
        time.sleep(0.01)
    calls.clear()
