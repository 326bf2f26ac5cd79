"""Pages of what was known on a day, and what becomes of identifiers whose event was merged or is gone."""

import json

import pytest

from graph import build, iris, read, store
from graph.settings import Settings
from graph.views import timeline
from server import create_app

STRIKE = """Title: Nurses walk out {number}
URL: https://news.example/{number}
Outlet: Example Courier {number}
Published: 2024-03-1{number}

Members of National Nurses United went on strike against Kaiser Permanente on March {day}, 2024.
"""


def nothing(rows, folder, version):
    """Writes no exports."""


def keep(place, number, day):
    path = place.instance.parent / f"{number}.txt"
    path.write_text(STRIKE.format(number=number, day=day), encoding="utf-8")
    for item in read.documents(str(path), place):
        read.shelf.put(item, place)


def strikes(place):
    return timeline.entries(store.open_published(place).store, type="WorkStoppage")


def local(iri):
    return iri.removeprefix("https://w3id.org/picketline")


def test_the_page_tells_only_what_was_published_by_the_day(client):
    page = client.get("/timeline?known=2023-07-15&show=all").get_data(as_text=True)
    assert "As known on 15 July 2023" in page
    assert "November 2023" not in page
    assert "July 2023" in page
    told = json.loads(client.get("/timeline.json?known=2023-07-15&at=2023-06-01").data)
    assert told
    assert all(event["earliestStart"] is None or event["earliestStart"] <= "2023-06-01" for event in told)
    assert b"known-" in client.get("/timeline.ttl?known=2023-07-15&type=Strike").data


@pytest.mark.parametrize("query", ["known=yesterday", "at=2023-02-30"])
def test_a_day_that_is_none_is_refused_by_name(client, query):
    response = client.get(f"/timeline.json?{query}")
    assert response.status_code == 400
    assert query.split("=")[0] in response.get_data(as_text=True)


def test_what_was_removed_is_gone_and_what_comes_back_is_there(tmp_path):
    place = Settings(seeds=tmp_path / "seeds", instance=tmp_path / "instance")
    keep(place, 1, 4)
    build.build(place, write=nothing)
    client = create_app(place).test_client()
    keep(place, 2, 28)
    build.build(place, write=nothing)
    gone = strikes(place)[1].iri
    article = next(d.key for d in read.shelf.load(place) if d.url.endswith("/2"))
    paths = [local(gone), "/event/" + gone.rpartition("/")[2], f"/id/article/{article}", f"/article/{article}"]
    assert [client.get(path).status_code for path in paths] == [303, 200, 303, 200]
    read.shelf.remove("https://news.example/2", place)
    build.build(place, write=nothing)
    assert [client.get(path).status_code for path in paths] == [410] * 4
    assert client.get("/id/event/never").status_code == 404
    keep(place, 2, 28)
    build.build(place, write=nothing)
    assert [client.get(path).status_code for path in paths] == [303, 200, 303, 200]


def test_an_event_that_was_merged_into_another_leads_to_it(tmp_path):
    place = Settings(seeds=tmp_path / "seeds", instance=tmp_path / "instance")
    keep(place, 1, 4)
    keep(place, 2, 4)
    build.build(place, write=nothing)
    (strike,) = strikes(place)
    rows = (place.instance / "iris.csv").read_text(encoding="utf-8").splitlines()
    founder, other = (row.split(",")[0] for row in rows[1:3])
    older = f"{iris.ID}event/strike-apart"
    place.seeds.mkdir()
    ledger = f"report,event,replaced_by\n{other},{older},\n{founder},{strike.iri},\n"
    (place.seeds / "iris.csv").write_text(ledger, encoding="utf-8")
    build.build(place, write=nothing)
    assert [entry.iri for entry in strikes(place)] == [older]
    client = create_app(place).test_client()
    for path, target in (
        (local(strike.iri), local(older)),
        ("/event/" + strike.iri.split("/")[-1], "/event/strike-apart"),
    ):
        response = client.get(path)
        assert (response.status_code, response.headers["Location"]) == (301, target)
        assert client.get("/event/strike-apart").status_code == 200


def test_pages_go_on_while_the_exports_of_a_new_version_are_written(tmp_path):
    place = Settings(seeds=tmp_path / "seeds", instance=tmp_path / "instance")
    for number in range(1, 5):
        keep(place, number, number * 7)
    first = build.build(place).version
    client = create_app(place).test_client()
    keep(place, 5, 3)
    seen = {}

    def look(outcome):
        seen["version"] = outcome.version
        seen["timeline"] = len(json.loads(client.get("/timeline.json").data))
        seen["data"] = client.get("/data").get_data(as_text=True)
        seen["all"] = client.get("/data/latest/all.nq", buffered=True).headers["Location"]
        seen["graph"] = client.get("/graph").status_code

    build.build(place, published=look)
    assert seen["version"] != first
    assert first in seen["data"]
    assert seen["version"] in seen["data"]
    assert seen["all"] == f"/data/{first}/all.nq"
    assert seen["graph"] == 200
    assert client.get("/data/latest/all.nq").headers["Location"] == f"/data/{seen['version']}/all.nq"
    assert client.get(f"/data/{seen['version']}/SHA256SUMS", buffered=True).status_code == 200
