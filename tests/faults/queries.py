"""Queries that mean harm, by name. Each is answered, or refused by name; none takes the site along.

`ports` stand for canaries: addresses and files that nothing may reach.
"""

from __future__ import annotations

NUMBERS = " ".join(map(str, range(500)))
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i ."
WIDE = "?a ?b ?c . ?d ?e ?f ."


def chained(start: str, link: str, count: int, end: str) -> str:
    """A text with a link many times over."""
    return start + link * count + end


def nested(opening: str, closing: str, depth: int, *, core: str = "") -> str:
    """Brackets in brackets."""
    return opening * depth + core + closing * depth


def doubled(times: int) -> str:
    """A string that doubles with each BIND."""
    binds = " ".join(f"BIND (CONCAT(?s{i}, ?s{i}) AS ?s{i + 1})" for i in range(times))
    return f'SELECT (STRLEN(?s{times}) AS ?n) WHERE {{ BIND ("ab" AS ?s0) {binds} }}'


HEAVY = {
    "count of a cross product": f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}",
    "cross product": f"SELECT * WHERE {{ {CROSS} }}",
    "cross product asked": f"ASK {{ {CROSS} FILTER (?c = ?f && ?f = ?i && ?a = ?i && STR(?a) = 'no') }}",
    "sorted cross product": f"SELECT * WHERE {{ {CROSS} }} ORDER BY ?f ?c DESC(?i)",
    "sorted cross product with a limit": f"SELECT * WHERE {{ {CROSS} }} ORDER BY ?f ?c LIMIT 5",
    "distinct cross product": f"SELECT DISTINCT * WHERE {{ {CROSS} }}",
    "reduced cross product": f"SELECT REDUCED ?a ?d ?g WHERE {{ {CROSS} }}",
    "count of a distinct cross product": f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT * {{ {CROSS} }} }}",
    "grouped cross product": f"SELECT ?a ?d (COUNT(*) AS ?n) WHERE {{ {CROSS} }} GROUP BY ?a ?d ?g",
    "all values in one string": f"SELECT (GROUP_CONCAT(?c) AS ?all) WHERE {{ {CROSS} }}",
    "all distinct values in one string": f"SELECT (GROUP_CONCAT(DISTINCT CONCAT(?c, ?f)) AS ?all) {{ {WIDE} }}",
    "sample of a cross product": f"SELECT (SAMPLE(?c) AS ?x) (MAX(?f) AS ?y) WHERE {{ {CROSS} }}",
    "offset far off": f"SELECT * WHERE {{ {CROSS} }} OFFSET 1000000000000",
    "constructed cross product": f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {CROSS} }}",
    "constructed blank nodes": f"CONSTRUCT {{ [] ?b [ ?e [] ] }} WHERE {{ {WIDE} }}",
    "description of everything": "DESCRIBE ?s ?o WHERE { ?s ?p ?o . ?a ?b ?c }",
    "strings that double": doubled(40),
    "strings that double a hundred times": doubled(100),
    "strings repeated by REPLACE": 'SELECT (STRLEN(?y) AS ?n) {{ BIND ("{}" AS ?x) {} }}'.format(
        "a" * 1_000,
        " ".join(f"BIND (REPLACE({'?x' if i == 0 else f'?x{i}'}, 'a', '{'a' * 200}') AS ?x{i + 1})" for i in range(4))
        + " BIND (?x4 AS ?y)",
    ),
    "encoded over and over": "SELECT (STRLEN(?e12) AS ?n) {{ BIND ('{}' AS ?e0) {} }}".format(
        "%" * 2_000, " ".join(f"BIND (ENCODE_FOR_URI(?e{i}) AS ?e{i + 1})" for i in range(12))
    ),
    "hashes of a cross product": f"SELECT (SHA512(CONCAT(STR(?c), STR(?f))) AS ?h) {{ {WIDE} }} ORDER BY ?h",
    "expression that backtracks": 'SELECT * { ?s ?p ?o FILTER REGEX(STR(?o), "^(([a-z])+.)+[A-Z]([a-z])+$") . ?a ?b ?c }',
    "expression with great counts": 'ASK { FILTER REGEX("aaaaaaaaaaaaaaaaaaaaaaaa", "(((a{1,100}){1,100}){1,100}){1,100}b") }',
    "expression of nested stars": 'ASK {{ FILTER REGEX("{}", "{}") }}'.format("a" * 5_000, "(a*)*" * 200 + "b"),
    "expression of a megabyte": 'ASK { FILTER REGEX("a", "%s") }' % ("(a|b|c)" * 12_000),
    "path of any length": "SELECT (COUNT(*) AS ?n) WHERE { ?s (!<urn:x>)* ?o . ?o (!<urn:x>)* ?q }",
    "paths through every node": "SELECT * WHERE { ?s (!<urn:x>|^!<urn:x>)* ?o }",
    "paths of paths": "SELECT * WHERE { ?s ((!<urn:x>)*/(^!<urn:y>)*)* ?o }",
    "paths on both ends": "SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s (<urn:a>|!<urn:a>)+ ?o . ?o (<urn:a>|!<urn:a>)+ ?s }",
    "optional in optional": "SELECT * WHERE {{ ?a ?b ?c {} {} }}".format(
        " ".join(f"OPTIONAL {{ ?c{i} ?d{i} ?e{i}" for i in range(20)),
        "}" * 20,
    ),
    "twenty optionals side by side": "SELECT * WHERE {{ ?a ?b ?c {} }}".format(
        " ".join(f"OPTIONAL {{ ?x{i} ?y{i} ?z{i} }}" for i in range(20))
    ),
    "minus of everything": f"SELECT * WHERE {{ {WIDE} MINUS {{ {CROSS} FILTER (?i = 'no') }} }}",
    "exists for each row": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER NOT EXISTS { ?x ?y ?z . ?z2 ?y2 ?o FILTER (STRLEN(STR(?x)) > 9999) } }",
    "values multiplied": "SELECT (COUNT(*) AS ?n) WHERE {{ {} }}".format(
        " ".join(f"VALUES ?v{i} {{ {NUMBERS} }}" for i in range(5))
    ),
    "subqueries multiplied": "SELECT (COUNT(*) AS ?n) WHERE {{ {} }}".format(
        " ".join(f"{{ SELECT ?s{i} WHERE {{ ?s{i} ?p{i} ?o{i} }} }}" for i in range(6))
    ),
    "graphs multiplied": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } GRAPH ?i { ?j ?k ?l } }",
    "lateral without end": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c LATERAL { ?d ?e ?f LATERAL { ?g ?h ?i } } }",
    "sums of sums": f"SELECT (SUM(?x) AS ?n) {{ {CROSS} BIND (STRLEN(STR(?c)) * STRLEN(STR(?f)) AS ?x) }}",
    "random rows": f"SELECT (RAND() AS ?r) {{ {CROSS} }} ORDER BY ?r",
    "new identifiers": f"SELECT DISTINCT (UUID() AS ?u) {{ {CROSS} }}",
    "triple terms in triple terms": "SELECT (STR(?t30) AS ?x) {{ BIND (1 AS ?t0) {} }}".format(
        " ".join(f"BIND (TRIPLE(<urn:s>, <urn:p>, ?t{i}) AS ?t{i + 1})" for i in range(30))
    ),
}

DEEP = {
    "braces of 4 kB": "ASK " + nested("{", "}", 2_000),
    "braces of 10 kB": "ASK " + nested("{", "}", 5_000),
    "parentheses of 4 kB": "SELECT (" + nested("(", ")", 2_000, core="1") + " AS ?x) {}",
    "parentheses of 10 kB": "SELECT (" + nested("(", ")", 5_000, core="1") + " AS ?x) {}",
    "brackets of 10 kB": "ASK { ?s ?p " + nested("[ ?p ", "]", 2_000) + " }",
    "collections of 10 kB": "ASK { ?s ?p " + nested("(", ")", 5_000) + " }",
    "braces just below the limit": "ASK " + nested("{", "}", 64),
    "unions in their thousands": "ASK { {} " + "UNION {} " * 6_400 + "}",
    "optionals in their thousands": "ASK { " + "OPTIONAL {} " * 6_000 + "}",
    "negations": "ASK { FILTER (" + "!" * 50_000 + "true) }",
    "signs": "SELECT (" + "- " * 20_000 + "1 AS ?x) {}",
    "path of alternatives": chained("ASK { ?s <urn:a>", "|<urn:a>", 8_000, " ?o }"),
    "path of steps": chained("ASK { ?s <urn:a>", "/<urn:a>", 8_000, " ?o }"),
    "path of inverses": "ASK { ?s " + "^" * 40_000 + "<urn:a> ?o }",
    "path of negations": "ASK { ?s " + "!" * 40_000 + "<urn:a> ?o }",
    "path of stars": "ASK { ?s " + nested("(", ")*", 60, core="<urn:a>") + " ?o }",
    "sums in their thousands": chained("SELECT (1", "+1", 30_000, " AS ?x) {}"),
    "ands in their thousands": chained("ASK { FILTER (true", "&&true", 12_000, ") }"),
    "comparisons nested": "ASK { FILTER " + nested("(1=", ")", 60, core="1") + " }",
    "functions nested": "SELECT (" + nested("STR(", ")", 60, core="1") + " AS ?x) {}",
    "functions nested deeply": "SELECT (" + nested("STR(", ")", 5_000, core="1") + " AS ?x) {}",
    "ifs nested deeply": "SELECT (" + nested("IF(true,1,", ")", 4_000, core="1") + " AS ?x) {}",
    "exists in exists": "ASK " + nested("{ FILTER EXISTS ", "}", 60, core="{}"),
    "exists in exists deeply": "ASK " + nested("{ FILTER EXISTS ", "}", 3_000, core="{}"),
    "selects in selects": "SELECT * " + nested("{ SELECT * ", "}", 60, core="{}"),
    "triple terms nested": "ASK { ?s ?p " + nested("<<( <urn:a> <urn:b> ", ")>>", 3_000, core="1") + " }",
    "annotations nested": "ASK { ?s ?p ?o " + nested("{| <urn:a> <urn:b> ", "|}", 3_000) + " }",
    "triples in their thousands": "ASK { " + "?a ?b ?c . " * 8_000 + "}",
    "variables in their thousands": "SELECT " + " ".join(f"?v{i}" for i in range(12_000)) + " {}",
    "binds in their thousands": "SELECT * { " + " ".join(f"BIND ({i} AS ?v{i})" for i in range(4_000)) + " }",
    "values in their thousands": "SELECT * { VALUES ?x { " + "1 " * 40_000 + "} }",
    "prefixes in their thousands": "".join(f"PREFIX p{i}: <urn:{i}> " for i in range(4_000)) + "ASK {}",
    "group keys in their thousands": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY "
    + " ".join(f"(?s + {i})" for i in range(4_000)),
    "order keys in their thousands": "SELECT * { ?s ?p ?o } ORDER BY " + " ".join(f"(?o + {i})" for i in range(4_000)),
}

ODD = {
    "nothing but an opening": "{",
    "a string without end": 'ASK { ?s ?p "' + "x" * 50_000,
    "a long string without end": "ASK { ?s ?p '''" + "x" * 50_000,
    "an IRI without end": "ASK { ?s ?p <" + "x" * 50_000,
    "zeros": "ASK { \x00\x00 }",
    "a lone surrogate": "ASK { ?s ?p '\ud800' }",
    "an escaped surrogate": "ASK { ?s ?p '\\ud800' }",
    "other directions": "ASK { ?s ?p '\u202e\u2066' }",
    "a byte order mark": "\ufeffASK {}",
    "a number of many digits": f"SELECT ({'9' * 50_000} AS ?x) {{}}",
    "a number out of all bounds": "SELECT (1e999999 * 1e999999 AS ?x) (9223372036854775807 + 1 AS ?y) (1/0 AS ?z) {}",
    "a negative limit": "SELECT * { ?s ?p ?o } LIMIT -1",
    "a limit out of all bounds": "SELECT * { ?s ?p ?o } LIMIT 99999999999999999999999999",
    "a date that is none": 'SELECT ("2023-99-99"^^<http://www.w3.org/2001/XMLSchema#date> + 1 AS ?x) {}',
    "a substring out of bounds": 'SELECT (SUBSTR("abc", -9223372036854775808, 9223372036854775807) AS ?x) {}',
    "a word of a megabyte": "ASK { ?s ?p " + "x" * 90_000 + " }",
    "comments alone": "#" * 90_000,
    "spaces alone": " " * 90_000,
    "line breaks alone": "\r\n" * 40_000,
    "a variable without end": "ASK { ?" + "x" * 90_000 + " ?p ?o }",
    "the whole of Unicode's oddities": "ASK { ?s ?p '" + "".join(map(chr, (0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF))) + "' }",
}


def reaching(port: int, file: str) -> dict[str, str]:
    """Queries that would reach a server on loopback or read a file, if anything let them."""
    here = f"http://127.0.0.1:{port}/"
    places = {
        "loopback": here,
        "loopback by name": f"http://localhost:{port}/",
        "loopback as a number": f"http://2130706433:{port}/",
        "loopback in version six": f"http://[::1]:{port}/",
        "loopback in version six, mapped": f"http://[::ffff:127.0.0.1]:{port}/",
        "every address": f"http://0.0.0.0:{port}/",
        "a file": f"file://{file}",
    }
    queries = {}
    for name, iri in places.items():
        queries[f"FROM {name}"] = f"SELECT * FROM <{iri}> WHERE {{ ?s ?p ?o }}"
        queries[f"FROM NAMED {name}"] = f"SELECT * FROM NAMED <{iri}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}"
        queries[f"SERVICE {name}"] = f"SELECT * WHERE {{ SERVICE <{iri}> {{ ?s ?p ?o }} }}"
        queries[f"SERVICE SILENT {name}"] = f"SELECT * WHERE {{ SERVICE SILENT <{iri}> {{ ?s ?p ?o }} }}"
        queries[f"LOAD {name}"] = f"LOAD <{iri}>"
    queries["SERVICE by a variable"] = f"SELECT * WHERE {{ BIND (<{here}> AS ?e) SERVICE ?e {{ ?s ?p ?o }} }}"
    queries["SERVICE in an EXISTS"] = f"ASK {{ FILTER EXISTS {{ SERVICE <{here}> {{ ?s ?p ?o }} }} }}"
    queries["SERVICE in a subquery"] = f"ASK {{ {{ SELECT * {{ SERVICE <{here}> {{ ?s ?p ?o }} }} }} }}"
    queries["SERVICE by a prefix"] = f"PREFIX s: <{here}> ASK {{ SERVICE s: {{ ?s ?p ?o }} }}"
    queries["SERVICE behind a comment"] = f"ASK {{ SERVICE#\n<{here}> {{ ?s ?p ?o }} }}"
    queries["SERVICE behind a comparison"] = f"ASK {{ FILTER (1<2)SERVICE<{here}>{{ ?s ?p ?o }} }}"
    queries["SERVICE in mixed letters"] = f"ASK {{ sErViCe <{here}> {{ ?s ?p ?o }} }}"
    queries["SERVICE by escapes"] = f"ASK {{ \\u0053ERVICE <{here}> {{ ?s ?p ?o }} }}"
    queries["SERVICE by its endpoint's escapes"] = f"ASK {{ SERVICE <http://127.0.0.1\\u003A{port}/> {{ ?s ?p ?o }} }}"
    queries["description of a place"] = f"DESCRIBE <{here}>"
    return queries
