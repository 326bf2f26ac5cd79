"""Other programs load every dump without a warning."""

import os
import shutil
import subprocess
import warnings
import zipfile
from pathlib import Path

import pytest
import rdflib

from graph import store

JARS = Path("/usr/share/java")
NEEDED = (
    "jena-*.jar",
    "thrift.jar",
    "commons-*.jar",
    "guava*.jar",
    "gson*.jar",
    "jackson-*.jar",
    "jsonld-java.jar",
    "http*.jar",
    "protobuf*.jar",
    "slf4j-api.jar",
    "slf4j-simple.jar",
)
RDF = {
    "timeline.ttl": "turtle",
    "ontology.ttl": "turtle",
    "shapes.ttl": "turtle",
    "all.trig": "trig",
    "all.nq": "nquads",
    "timeline.jsonld": "json-ld",
}


@pytest.fixture(scope="module")
def riot(tmp_path_factory):
    """The command `riot`: that of the path, or the classes of Debian's package, whose messages lie where they are not
    looked for.
    """
    if found := shutil.which("riot"):
        return [found]
    core = JARS / "jena-core.jar"
    if not core.is_file() or shutil.which("java") is None:
        pytest.skip("no riot; install Debian's package libapache-jena-java to run this test")
    folder = tmp_path_factory.mktemp("messages")
    with zipfile.ZipFile(core) as archive:
        for name in archive.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                place = folder / name.removeprefix("org/apache/jena/ext/")
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(archive.read(name))
    jars = [str(path) for pattern in NEEDED for path in sorted(JARS.glob(pattern))]
    return ["java", "-Xmx1000m", "-cp", os.pathsep.join([str(folder), *jars]), "riotcmd.riot"]


@pytest.mark.parametrize("name", RDF)
def test_jena_finds_nothing_to_warn_of(name, riot, built):
    path = store.open_published(built).path / "data" / name
    syntax = ["--syntax=jsonld10"] if riot[0] == "java" and name.endswith(".jsonld") else []
    done = subprocess.run(
        [*riot, "--validate", "--strict", *syntax, str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", [name for name in RDF if not name.startswith("all.")])
def test_rdflib_loads_a_dump_without_a_warning(name, built, caplog):
    """The dumps of everything are loaded by rdflib in tests/test_line.py."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated")  # rdflib's word to itself
        graph = rdflib.Graph().parse(store.open_published(built).path / "data" / name, format=RDF[name])
    assert len(graph) > 500
    assert caplog.records == []
