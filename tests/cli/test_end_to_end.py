"""The command as people run it: a process of its own, with the real reader."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "samples").glob("*.txt"))
COMMAND = [sys.executable, "-m", "dragoman.cli"]


def dragoman(*arguments, given=None, **more):
    return subprocess.run(
        [*COMMAND, *arguments], cwd=ROOT, input=given, capture_output=True, check=False, **more
    )


def test_help_comes_at_once():
    started = time.perf_counter()
    done = dragoman("--help")
    assert done.returncode == 0
    assert b"read" in done.stdout
    assert time.perf_counter() - started < 5  # quiet: under 1


def test_samples_give_a_table_with_evidence():
    done = dragoman("read", *SAMPLES)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    page = done.stdout.decode()
    assert page.count("━━") == len(SAMPLES)
    assert "\x1b" not in page
    assert "“" in page
    assert "«" in page


def test_a_folder_of_texts_with_records_beside_them_is_read_without_failure(tmp_path):
    ledger = tmp_path / "l.db"
    for command in (["read", "samples"], ["ingest", "--ledger", str(ledger), "samples"]):
        done = dragoman(*command)
        said = done.stderr.decode()
        assert done.returncode == 0, said
        assert said.count("passed over") == 1
        assert f"{len(SAMPLES)} documents read\n" in said
    assert dragoman("read", "samples/gold").returncode == 1


def test_the_same_bytes_give_the_same_output_in_any_order_and_locale():
    first = dragoman("read", "--format", "jsonl", *SAMPLES).stdout
    second = dragoman(
        "read", "--format", "jsonl", *reversed(SAMPLES),
        env={"LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": "src", "PATH": ""},
    ).stdout  # fmt: skip
    assert first
    assert sorted(first.splitlines()) == sorted(second.splitlines())


def test_every_span_lies_in_the_raw_text():
    done = dragoman("read", "--format", "jsonl", "--all-statuses", "--domestic", *SAMPLES)
    for line in done.stdout.decode().splitlines():
        reading = json.loads(line)
        raw = (ROOT / reading["document"]["uri"]).read_text(encoding="utf-8")
        for key in ("engagements", "statements", "outcomes", "events"):
            for record in reading[key]:
                assert record["evidence"]
                for span in record["evidence"]:
                    assert raw[span["start"] : span["end"]] == span["text"]


def test_standard_input_and_json_lines(tmp_path):
    sample = (ROOT / SAMPLES[0]).read_bytes()
    piped = json.loads(dragoman("read", "-", "--format", "json", given=sample).stdout)
    assert piped["engagements"]
    file = tmp_path / "two.jsonl"
    good = json.dumps({"id": "a", "text": sample.decode()})
    file.write_text(f"{good}\nno json\n{good}\n", encoding="utf-8")
    done = dragoman("read", str(file), "--format", "jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert b"two.jsonl" in done.stderr
    assert b"2" in done.stderr


def test_a_reader_that_stops_reading_is_no_error():
    command = " ".join([*COMMAND, "read", "--format", "jsonl", *SAMPLES * 20])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -c 10"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.parametrize("arguments", [["read"], ["read", "x", "--format", "odd"], ["odd"]])
def test_wrong_usage_gives_two(arguments):
    done = dragoman(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""


def test_the_data_that_comes_with_the_package_has_no_problems():
    done = dragoman("check")
    assert done.returncode == 0, done.stdout.decode()
