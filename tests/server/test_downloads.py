"""The downloads over HTTP: versions that are kept, checksums, parts, conditions, other origins."""

import gzip
import hashlib
import json

import pyoxigraph as ox
import pytest

from graph import store
from graph.settings import Settings
from graph.views import exports
from server import create_app

X = "https://x.example/"


def publish(place, number):
    """Publishes a version of one statement and its exports."""
    quad = ox.Quad(ox.NamedNode(X + "s"), ox.NamedNode(X + "p"), ox.Literal(f"value {number}"))
    return store.publish(place, [quad], exports=exports.write, texts={}, facts={}).version


@pytest.fixture
def shelf(tmp_path):
    """Settings that keep three versions, with one published."""
    place = Settings(instance=tmp_path, kept_versions=3)
    publish(place, 0)
    return place


@pytest.fixture
def newest(client):
    """The path below which the files of the published version lie."""
    response = client.get("/data/latest")
    assert response.status_code == 307
    return response.headers["Location"]


def test_latest_leads_to_the_version_and_is_asked_again(client, newest):
    for name in ("all.nq", "SHA256SUMS"):
        response = client.get(f"/data/latest/{name}")
        assert (response.status_code, response.headers["Location"]) == (307, f"{newest}/{name}")
        assert response.headers["Cache-Control"] == "no-cache"
        assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_downloads_have_the_sums_that_the_page_states(client, newest):
    page = client.get("/data", headers={"Accept": "text/html"}).get_data(as_text=True)
    listed = client.get("/data", headers={"Accept": "application/json"}).json
    tag = client.get("/data", headers={"Accept": "application/json"}).headers["ETag"]
    assert client.get("/data", headers={"Accept": "application/json", "If-None-Match": tag}).status_code == 304
    assert client.get("/data", headers={"Accept": "text/html", "If-None-Match": tag}).status_code == 200
    rows = client.get(f"{newest}/SHA256SUMS").get_data(as_text=True).splitlines()
    assert {row["name"] for row in listed["files"]} == {row.split("  ")[1] for row in rows}
    for row in rows:
        digest, name = row.split("  ")
        response = client.get(f"{newest}/{name}")
        assert hashlib.sha256(response.data).hexdigest() == digest
        assert response.headers["ETag"] == f'"{digest}"'
        assert "immutable" in response.headers["Cache-Control"]
        assert client.get(f"{newest}/{name}", headers={"If-None-Match": f'"{digest}"'}).status_code == 304
        assert digest in page
        told = next(file for file in listed["files"] if file["name"] == name)
        assert (told["sha256"], told["size"], told["url"]) == (digest, len(response.data), f"{newest}/{name}")


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=10-19", 206, slice(10, 20)),
        ("bytes=10-", 206, slice(10, None)),
        ("bytes=-7", 206, slice(-7, None)),
        ("bytes=0-99999999999", 206, slice(0, None)),
        ("bytes=99999999999-", 416, None),
        ("bytes=1-2,5-6", 200, slice(None)),
        ("lines=1-2", 200, slice(None)),
        ("bytes=9-1", 200, slice(None)),
        ("bytes", 200, slice(None)),
    ],
)
def test_parts_of_a_download(client, newest, asked, status, part):
    whole = client.get(f"{newest}/ontology.ttl").data
    response = client.get(f"{newest}/ontology.ttl", headers={"Range": asked})
    assert response.status_code == status
    if part is not None:
        assert response.data == whole[part]
        assert int(response.headers["Content-Length"]) == len(response.data)
    if status == 206:
        first = part.indices(len(whole))[0]
        assert response.headers["Content-Range"] == f"bytes {first}-{first + len(response.data) - 1}/{len(whole)}"
        assert "Content-Encoding" not in response.headers
    if status == 416:
        assert response.headers["Content-Range"] == f"bytes */{len(whole)}"


def test_a_download_broken_off_is_taken_up_again(client, newest):
    whole = client.get(f"{newest}/all.nq")
    tag = whole.headers["ETag"]
    half = len(whole.data) // 2
    rest = client.get(f"{newest}/all.nq", headers={"Range": f"bytes={half}-", "If-Range": tag})
    assert rest.status_code == 206
    assert hashlib.sha256(whole.data[:half] + rest.data).hexdigest() == tag.strip('"')
    other = client.get(f"{newest}/all.nq", headers={"Range": f"bytes={half}-", "If-Range": '"another"'})
    assert (other.status_code, other.data) == (200, whole.data)


def test_a_part_is_never_compressed(client, newest):
    headers = {"Range": "bytes=0-999", "Accept-Encoding": "gzip"}
    response = client.get(f"{newest}/ontology.ttl", headers=headers)
    assert (response.status_code, len(response.data)) == (206, 1000)
    assert "Content-Encoding" not in response.headers


def test_a_compressed_download_is_another_one(client, newest):
    plain = client.get(f"{newest}/all.nq")
    packed = client.get(f"{newest}/all.nq", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.data) == plain.data
    tag = packed.headers["ETag"]
    assert tag != plain.headers["ETag"]
    again = client.get(f"{newest}/all.nq", headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    # Bytes of the compressed answer cannot be gone on with: the whole comes anew.
    headers = {"Accept-Encoding": "gzip", "Range": "bytes=10-", "If-Range": tag}
    assert client.get(f"{newest}/all.nq", headers=headers).status_code == 200


def test_head_has_the_length_and_no_body(client, newest):
    response = client.head(f"{newest}/all.nq", headers={"Range": "bytes=0-1"})
    whole = client.get(f"{newest}/all.nq")
    assert (response.status_code, response.data) == (200, b"")
    assert response.headers["Content-Length"] == whole.headers["Content-Length"]
    assert response.headers["ETag"] == whole.headers["ETag"]
    assert response.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("path", ["/data", "/data/latest/all.nq", "/agent/wga.ttl", "/id/agent/wga", "/timeline.json"])
def test_pages_of_other_origins_may_read_the_data(client, path):
    before = client.options(path, headers={"Origin": "https://x.example", "Access-Control-Request-Headers": "range"})
    assert before.status_code in (200, 204)
    assert "GET" in before.headers["Access-Control-Allow-Methods"]
    assert "Range" in before.headers["Access-Control-Allow-Headers"]
    assert before.headers["Access-Control-Allow-Origin"] == "*"
    response = client.get(path, headers={"Accept": "application/json", "Origin": "https://x.example"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response.headers["Access-Control-Expose-Headers"]


def test_as_many_versions_are_kept_as_the_setting_says(shelf):
    first = store.current_version(shelf)
    client = create_app(shelf).test_client()
    later = [publish(shelf, number) for number in (1, 2)]
    names = [first, *later]
    for number, name in enumerate(names):
        response = client.get(f"/data/{name}/all.nq", buffered=True)
        assert f"value {number}".encode() in response.data
    listed = client.get("/data", headers={"Accept": "application/json"}).json
    assert [row["version"] for row in listed["versions"]] == names[::-1]
    assert all(name in client.get("/data", headers={"Accept": "text/html"}).get_data(as_text=True) for name in names)
    one = client.get(f"/data/{first}", headers={"Accept": "application/json"}).json
    assert (one["version"], one["latest"]) == (first, names[-1])
    names.append(publish(shelf, 3))
    assert [v.version for v in store.kept(shelf)] == names[:0:-1]
    gone = client.get(f"/data/{first}/all.nq")
    assert gone.status_code == 404
    assert names[-1] in gone.json["detail"]


def test_what_is_published_again_is_the_newest_again(shelf):
    first = store.current_version(shelf)
    second = publish(shelf, 1)
    assert publish(shelf, 0) == first
    assert [v.version for v in store.kept(shelf)] == [first, second]


def test_the_setting_is_read_from_the_environment():
    assert Settings().kept_versions == 5
    assert Settings.from_env({"PICKETLINE_KEPT_VERSIONS": "9"}).kept_versions == 9


@pytest.mark.parametrize(
    "path",
    [
        "/data/latest/nothing.xls",
        "/data/0000000000000000/all.nq",
        "/data/CURRENT/all.nq",
        "/data/..%2f/all.nq",
        "/data/latest/..%2fmanifest.json",
        "/data/" + "a" * 3000 + "/all.nq",
    ],
)
def test_a_download_that_is_not_there_says_what_is(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert json.loads(response.data)["status"] == 404


def test_the_changes_between_two_versions_are_files(shelf):
    first = store.current_version(shelf)
    second = publish(shelf, 1)
    client = create_app(shelf).test_client()
    patch = client.get(f"/data/{first}..{second}/changes.rdfp", buffered=True)
    assert patch.mimetype == "application/rdf-patch"
    assert "immutable" in patch.headers["Cache-Control"]
    assert patch.text.splitlines() == [
        f'H previous "{first}" .',
        f'H version "{second}" .',
        "TX .",
        'D <https://x.example/s> <https://x.example/p> "value 0" .',
        'A <https://x.example/s> <https://x.example/p> "value 1" .',
        "TC .",
    ]
    back = client.get(f"/data/{second}..{first}/added.nq", buffered=True)
    assert back.data == client.get(f"/data/{first}..{second}/removed.nq", buffered=True).data
    part = client.get(f"/data/{second}..{first}/added.nq", headers={"Range": "bytes=0-3"}, buffered=True)
    assert (part.status_code, part.data) == (206, back.data[:4])
    led = client.get(f"/data/{first}..latest/changes.rdfp")
    assert (led.status_code, led.headers["Location"]) == (307, f"/data/{first}..{second}/changes.rdfp")
    for file in client.get(f"/data/{first}..{second}").json["files"]:
        body = client.get(file["url"], buffered=True).data
        assert (hashlib.sha256(body).hexdigest(), len(body)) == (file["sha256"], file["size"])
    assert client.get(f"/data/{first}..0000/changes.rdfp").status_code == 404
    assert client.get(f"/data/{first}..{second}/all.nq").status_code == 404


def test_the_context_and_the_frames_lie_beside_the_vocabulary(client, newest):
    for name, profile in (("context", "context"), ("event-frame", "frame"), ("agent-frame", "frame")):
        response = client.get(f"/ns/{name}.jsonld")
        assert response.content_type == f'application/ld+json; profile="http://www.w3.org/ns/json-ld#{profile}"'
        assert response.data == client.get(f"{newest}/{name}.jsonld").data
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "@context" in response.json


def test_a_table_names_the_document_that_describes_it(client, newest):
    response = client.head(f"{newest}/positions.csv")
    assert f'<{newest}/csv-metadata.json>; rel="describedby"; type="application/csvm+json"' in response.headers["Link"]
    assert client.get(f"{newest}/csv-metadata.json").mimetype == "application/csvm+json"
