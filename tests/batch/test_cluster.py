"""Batch on Ray: a cluster of three node processes of which one is killed, and the command."""

import subprocess
import sys

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("ray")

from dragoman.batch.rays import OnRay
from dragoman.batch.run import here, merge_units, read_units
from tests.batch.making import (
    SAMPLES,
    contents,
    entries_of,
    entries_of_ledger,
    group_lines,
    rows_of,
    small_plan,
    write_lines,
)

STORE = 80_000_000


@pytest.fixture
def cluster():
    from ray.cluster_utils import Cluster

    node = {"num_cpus": 1, "object_store_memory": STORE}
    head = {**node, "include_dashboard": False}
    try:
        made = Cluster(initialize_head=True, head_node_args=head)
        nodes = [made.add_node(**node) for _ in range(2)]
    except Exception as error:  # a machine too busy for Ray to start within its half minute
        pytest.skip(f"three nodes of Ray do not start here: {error}")
    yield made, nodes
    made.shutdown()


def test_a_node_that_is_killed_half_way_changes_nothing(tmp_path, monkeypatch, cluster):
    made, nodes = cluster
    inputs = [write_lines(tmp_path / "a.jsonl", group_lines())]
    plan = small_plan(inputs, tmp_path / "whole", monkeypatch, 3_000)
    assert len(plan.units) > 12
    read_units(plan, str(tmp_path / "whole"), here)
    merge_units(plan, str(tmp_path / "whole"), here)

    plan = small_plan(inputs, tmp_path / "spread", monkeypatch, 3_000)
    told = []

    def tell(row):
        told.append(row["n"])
        if len(told) == len(plan.units) // 3:
            made.remove_node(nodes[-1], allow_graceful=False)

    with OnRay(3, made.address) as spread:
        counts = read_units(plan, str(tmp_path / "spread"), spread, tell)
        merge_units(plan, str(tmp_path / "spread"), spread)
    assert sorted(told) == list(range(len(plan.units)))
    assert (counts.documents, counts.failed) == (len(group_lines()), 0)
    assert counts.peak < 400
    read = [row["document"] for row in rows_of(plan, tmp_path / "spread", ["document"])]
    assert len(read) == len(group_lines())
    assert contents(tmp_path / "spread") == contents(tmp_path / "whole")


WRONG = """
import os
from dragoman.batch.rays import OnRay
from dragoman.core.errors import DragomanError, InputError

class Failing:
    def __init__(self, output):
        if output == "there":
            raise InputError("a worker reads by other rules")

    def __call__(self, row):
        raise ValueError("two\\nlines")

class Lost(Failing):
    def __call__(self, row):
        return row if row["n"] != 1 else os._exit(1)

with OnRay(1) as spread:
    for task, output in ((Failing, "there"), (Lost, "there"), (Failing, "out"), (Lost, "out")):
        try:
            for found in spread(task, output, [{"n": n} for n in range(3)]):
                print(found["n"])
        except DragomanError as error:
            print(error)
"""


def test_what_goes_wrong_in_workers_is_told_in_one_line(tmp_path):
    script = tmp_path / "wrong.py"
    script.write_text(WRONG, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    other = "there: a task failed: a worker reads by other rules"
    *told, lost = done.stdout.splitlines()
    assert told == [other, other, "out: a task failed: ValueError: two lines", "0", "2"]
    assert lost.startswith("out: a worker was lost 3 times with task 1: see whether")
    assert not done.stderr


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "dragoman.cli", *map(str, arguments)], capture_output=True,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_command_reads_merges_and_what_it_wrote_goes_into_a_ledger(tmp_path):
    output = tmp_path / "out"
    bad = write_lines(tmp_path / "bad.jsonl", [{"text": ""}])
    done = run("batch", f"{SAMPLES}/*.txt", bad, "-o", output, "--workers", 1)
    assert done.returncode == 1, done.stderr
    assert "6 documents read (6 now, in " in done.stderr
    assert ", 1 failed: see the column error" in done.stderr
    again = run("batch", f"{SAMPLES}/*.txt", bad, "-o", output, "--workers", 1)
    assert again.returncode == 1
    assert "6 documents read, 1 failed" in again.stderr
    for _ in range(2):
        kept = run("ingest", "--ledger", tmp_path / "ledger.db", output)
        assert kept.returncode == 1, kept.stderr
        assert "bad.jsonl:1" in kept.stderr
    assert "0 recorded, 6 known before" in kept.stderr
    entries = entries_of(output)
    assert entries_of_ledger(tmp_path / "ledger.db") == entries
    assert max(entry["reports"] for entry in entries.values()) == 2
