"""Inputs and output in an object store: a server of moto's, on this machine."""

import json
import threading

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("moto", reason="moto serves the object store")
pytest.importorskip("flask_cors", reason="moto serves the object store")

from dragoman.batch.inputs import documents
from dragoman.batch.places import (
    child,
    exists,
    found_at,
    named,
    reached,
    read_stream,
    suffix,
    ways_of,
    write_bytes,
)
from dragoman.batch.plan import Stretch, load_plan, planned
from dragoman.batch.run import here, merge_units, read_units
from dragoman.core.errors import InputError
from tests.batch.making import entries_of, group_lines, options, rows_of, write_lines


@pytest.fixture(scope="module")
def store():
    """How to reach a bucket `news`: `store("key")` is an address."""
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from pyarrow import fs
    from werkzeug.serving import make_server

    app = DomainDispatcherApplication(create_backend_app)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    how = f"endpoint_override=127.0.0.1:{server.server_port}&scheme=http&allow_bucket_creation=1"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        patch.setenv("AWS_REGION", "us-east-1")
        fs.FileSystem.from_uri(f"s3://news?{how}")[0].create_dir("news")
        yield lambda key: f"s3://news/{key}?{how}"
    server.shutdown()
    thread.join()


def test_files_are_written_whole_and_found_by_globs(store):
    write_bytes(store("in/2024/a.jsonl"), b"one")
    write_bytes(store("in/2024/b.txt"), b"two")
    write_bytes(store("in/2023/c.jsonl"), b"three")
    assert [f.uri for f in found_at(store("in/**/*.jsonl"))] == [
        "s3://news/in/2023/c.jsonl", "s3://news/in/2024/a.jsonl",
    ]  # fmt: skip
    assert [f.size for f in found_at(store("in/2024"))] == [3, 3]
    assert exists(store("in/2024/a.jsonl"))
    assert not exists(store("in/2024/z.jsonl"))
    assert child(store("in"), "2024/b.txt") == store("in/2024/b.txt")
    assert suffix(store("x.warc.gz")) == ".warc.gz"
    with read_stream(store("in/2023/c.jsonl")) as stream:
        assert stream.read() == b"three"


def test_a_run_in_the_store_is_that_of_files(store, tmp_path):
    path = write_lines(tmp_path / "a.jsonl", group_lines()[:24])
    with open(path, "rb") as file:
        write_bytes(store("run/a.jsonl"), file.read())
    wanted = asked = options(shard_bytes=2_000)
    for given, output in ((path, str(tmp_path / "out")), (store("run/a.jsonl"), store("out"))):
        plan = planned([given], output, asked)
        assert len(plan.units) > 2
        read_units(plan, output, here)
        merge_units(plan, output, here)
    assert load_plan(store("out")).options == wanted
    local, remote = (
        rows_of(plan, o, ["document", "raw"]) for o in (tmp_path / "out", store("out"))
    )
    assert local == remote
    assert entries_of(tmp_path / "out").keys() == entries_of(store("out")).keys()
    # How the store is reached, which may hold keys, is in no name of a document and in no plan.
    assert b"?" not in read_stream(store("out/plan.json")).read()
    assert {row["uri"].partition("#")[0] for row in rows_of(plan, store("out"))} == {
        "s3://news/run/a.jsonl"
    }


def test_a_run_goes_on_by_another_way_to_its_store(store, tmp_path):
    """Keys that change, or stand in the address, make no other run."""
    write_bytes(store("keys/a.jsonl"), json.dumps(group_lines()[0]).encode())
    output = str(tmp_path / "out")
    planned([store("keys/a.jsonl")], output, options())
    with_keys = store("keys/a.jsonl").replace("s3://", "s3://a-key:a-s3cret@")
    plan = planned([with_keys], output, options())
    read_units(plan, output, here)
    (row,) = rows_of(plan, output)
    assert row["uri"].startswith("s3://news/keys/a.jsonl#")
    assert "s3cret" not in repr(plan)
    assert not [p for p in (tmp_path / "out").rglob("*") if p.is_file() and b"s3cret" in
                p.read_bytes()]  # fmt: skip


def test_a_failure_tells_no_keys(store):
    unit = [Stretch("s3://news/nothing.jsonl", 0, 10)]
    (failure,) = documents(unit, 1000, ways_of([store("nothing.jsonl")]))
    assert "no such" in str(failure).lower() or "not found" in str(failure).lower()
    assert "?" not in str(failure)
    with pytest.raises(InputError) as error:
        found_at("s3://a-key:a-s3cret@nowhere-at-all/x?endpoint_override=127.0.0.1:9&scheme=http")
    assert "s3cret" not in str(error.value)


def test_names_say_nothing_of_ways():
    full = "s3://key:s3cret@news/in/a.jsonl?endpoint_override=host:9000&scheme=http"
    ways = ways_of([full, "here/a.jsonl"])
    assert named(full) == "s3://news/in/a.jsonl"
    assert reached(named(full), ways) == full
    assert reached("s3://other/a.jsonl", ways) == "s3://other/a.jsonl"
    assert named("what?/a*.jsonl") == "what?/a*.jsonl"
    with pytest.raises(InputError, match="s3://news: its addresses differ"):
        ways_of([full, "s3://news/b?scheme=https"])


def test_a_place_that_is_none_says_so(store):
    with pytest.raises(InputError, match="no such file or folder"):
        found_at(store("nothing/here"))
    with pytest.raises(InputError, match="give a path or s3://"):
        found_at("gopher://hole/a.txt")
