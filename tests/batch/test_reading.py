"""Batch reads what `read` reads, from every kind of input, and goes on where it was stopped."""

import gzip
import json
from pathlib import Path

import pytest

arrow = pytest.importorskip("pyarrow")
pytest.importorskip("fastwarc")

from pyarrow import parquet

from dragoman.batch import plan as planning
from dragoman.batch import run as running
from dragoman.batch.inputs import documents
from dragoman.batch.plan import load_plan, planned
from dragoman.batch.run import here, merge_units, read_units
from dragoman.batch.shards import READINGS, numbered, shard
from dragoman.core.document import Incoming
from dragoman.core.errors import DragomanError, InputError
from dragoman.pipeline import Reader
from dragoman.sources.files import read_inputs
from dragoman.sources.source import DEFAULT_LIMIT
from tests.batch.making import contents, group_lines, options, rows_of, small_plan, write_lines
from tests.sources.test_warc import page, record


@pytest.fixture(scope="module")
def lines():
    return group_lines()[:60]


def items_of(plan):
    return [item for unit in plan.units for item in documents(unit, DEFAULT_LIMIT)]


def warc_of(lines, pack):
    return b"".join(pack(record(f"r{k}", page(one["text"]))) for k, one in enumerate(lines))


@pytest.mark.parametrize(
    ("name", "pack"), [("a.warc", bytes), ("a.warc.gz", gzip.compress)], ids=["plain", "gzip"]
)
def test_a_crawl_cut_in_stretches_gives_each_page_once(tmp_path, lines, name, pack):
    path = tmp_path / name
    path.write_bytes(warc_of(lines, pack))
    plan = planned([str(path)], str(tmp_path / "out"), options(shard_bytes=5_000))
    assert len(plan.units) > 2
    whole = list(read_inputs([str(path)], DEFAULT_LIMIT, None))
    assert items_of(plan) == whole
    assert len(whole) == len(lines)


def test_a_crawl_is_cut_at_a_number_of_pages_too(tmp_path, lines, monkeypatch):
    monkeypatch.setattr(planning, "DOCUMENTS", 25)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc_of(lines, gzip.compress))
    plan = planned([str(path)], str(tmp_path / "out"), options())
    assert [len(list(documents(unit, DEFAULT_LIMIT))) for unit in plan.units] == [25, 25, 10]


@pytest.mark.parametrize("named", [True, False], ids=["with ids", "by number"])
def test_lines_cut_in_stretches_keep_their_names(tmp_path, lines, named):
    given = [{k: v for k, v in one.items() if named or k != "id"} for one in lines]
    path = write_lines(tmp_path / "a.jsonl", [*given[:30], {"text": ""}, *given[30:]])
    plan = planned([path], str(tmp_path / "out"), options(shard_bytes=1_000))
    assert len(plan.units) > 5
    assert items_of(plan) == list(read_inputs([path], DEFAULT_LIMIT, None))


def test_rows_of_parquet_are_read_as_lines_are(tmp_path, lines):
    place = write_lines(tmp_path / "a.jsonl", lines)
    parquet.write_table(arrow.Table.from_pylist(lines), tmp_path / "a.parquet", row_group_size=20)
    plan = planned([str(tmp_path / "a.parquet")], str(tmp_path / "out"), options(shard_bytes=1_000))
    assert len(plan.units) == 3
    found = [(item.uri.partition("#")[2], item.raw, item.published) for item in items_of(plan)]
    wanted = read_inputs([place], DEFAULT_LIMIT, None)
    assert found == [(item.uri.partition("#")[2], item.raw, item.published) for item in wanted]


def test_small_files_are_gathered_and_globs_know_folders(tmp_path, lines):
    for k, one in enumerate(lines[:6]):
        folder = tmp_path / "in" / f"day{k % 2}" / "more"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{k}.txt").write_text(one["text"], encoding="utf-8")
        (folder / f"{k}.pdf").write_bytes(b"%PDF")
    out = str(tmp_path / "out")
    for pattern, count in (("in", 6), ("in/**/*.txt", 6), ("in/day0/*/?.txt", 3), ("in/*.txt", 0)):
        if not count:
            with pytest.raises(InputError, match="nothing to read"):
                planned([str(tmp_path / pattern)], out + pattern[:4], options())
            continue
        plan = planned([str(tmp_path / pattern)], f"{out}{count}{pattern[-1]}", options())
        assert len(plan.units) == 1
        assert len(items_of(plan)) == count
    with pytest.raises(InputError, match="no such file"):
        planned([str(tmp_path / "nowhere")], out, options())


@pytest.fixture
def plan_of(tmp_path, lines, monkeypatch):
    path = write_lines(tmp_path / "a.jsonl", lines)

    def make(name):
        return small_plan([path], tmp_path / name, monkeypatch, 4_000), str(tmp_path / name)

    return make


def test_readings_are_those_of_read(plan_of):
    plan, output = plan_of("out")
    counts = read_units(plan, output, here)
    reader = Reader.default()
    wanted = [reader.read(i).to_json() for i in items_of(plan) if isinstance(i, Incoming)]
    found = [json.loads(row["reading"]) for row in rows_of(plan, output)]
    assert found == wanted
    assert (counts.documents, counts.failed) == (len(wanted), 0)


def test_a_run_that_was_stopped_goes_on_and_reads_nothing_twice(plan_of):
    plan, whole = plan_of("whole")
    read_units(plan, whole, here)
    merge_units(plan, whole, here)

    _, output = plan_of("stopped")
    asked = []

    def stops(task, place, rows):
        asked.append([row["n"] for row in rows])
        yield from here(task, place, rows[:3])

    with pytest.raises(DragomanError, match="run the same command again"):
        read_units(plan, output, stops)
    # One shard is there, but the run was killed before its marker: it is not believed.
    torn = Path(shard(output, READINGS, numbered(3)))
    torn.write_bytes(b"half a shard")
    resumed = load_plan(output)
    assert resumed == plan_of("stopped")[0]
    read_units(
        resumed, output, lambda t, o, rows: asked.append([r["n"] for r in rows]) or here(t, o, rows)
    )
    merge_units(resumed, output, here)
    assert asked[1] == [n for n in asked[0] if n >= 3]
    assert contents(output) == contents(whole)
    assert list(running.here(None, output, [])) == []


def test_a_folder_of_another_run_is_refused(plan_of, tmp_path, lines):
    _, output = plan_of("out")
    other = write_lines(tmp_path / "b.jsonl", lines[:5])
    with pytest.raises(InputError, match="name another folder"):
        planned([other], output, options(shard_bytes=4_000))
    with pytest.raises(InputError, match="no output of"):
        load_plan(str(tmp_path))
