"""The wheel in an empty environment without extras: it reads, keeps a ledger, and says what lacks.

Building and installing takes some twenty seconds, and needs an index of packages.
"""

import json
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
DATA = {".csv", ".toml", ".json", ".sql", ".html", ".js", ".css", ".svg", ".typed", ".py"}


def run(*command, **more):
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "DRAGOMAN_LEDGER")}
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, encoding="utf-8", check=False,
        env={**clean, "DRAGOMAN_KNOWLEDGE": "", "COLUMNS": "100"}, **more,
    )  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    made = run(*PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    assert made.returncode == 0, made.stderr
    (found,) = folder.glob("dragoman-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The `dragoman` of an environment that holds the wheel and what it cannot do without."""
    home = tmp_path_factory.mktemp("empty")
    assert run(sys.executable, "-m", "venv", "--without-pip", home).returncode == 0
    bin_ = home / ("Scripts" if os.name == "nt" else "bin")
    # Exact versions make the test the same tomorrow; they bring in nothing by themselves.
    done = run(
        *PIP, f"--python={bin_ / 'python'}", "install", "-c", ROOT / "requirements.lock", wheel
    )
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip(f"no index of packages: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return bin_ / "dragoman"


def test_the_wheel_carries_every_file_of_the_package(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    files = [p for p in source.rglob("*") if p.suffix in DATA and "__pycache__" not in p.parts]
    missing = {str(p.relative_to(source)) for p in files} - held
    assert missing == set()
    assert any(name.endswith("share/man/man1/dragoman.1") for name in held)
    assert not any(part in name for name in held for part in ("tests/", "samples/", ".pyc"))


def test_it_reads_the_samples_as_the_checkout_does(installed, tmp_path):
    outputs = []
    for program in ([installed], [sys.executable, "-m", "dragoman.cli"]):
        done = run(*program, "read", "-f", "jsonl", *SAMPLES, cwd=ROOT)
        assert done.returncode == 0, done.stderr
        outputs.append(done.stdout)
    readings = [json.loads(line) for line in outputs[0].splitlines()]
    assert [Path(r["document"]["uri"]) for r in readings] == SAMPLES
    assert all(reading["engagements"] for reading in readings)
    assert outputs[0] == outputs[1]


@pytest.fixture(scope="module")
def ledger(installed, tmp_path_factory):
    place = tmp_path_factory.mktemp("ledger") / "ledger.db"
    done = run(installed, "ingest", "--ledger", place, *SAMPLES)
    assert done.returncode == 0, done.stderr
    return place


def test_it_keeps_a_ledger(installed, ledger):
    found = run(installed, "search", "embassies", "--side", "IRN", "--ledger", ledger)
    assert "Iran" in found.stdout


def test_three_lines_of_python_give_typed_results(installed):
    code = (
        "import dragoman\n"
        'reading = dragoman.read("Peru\'s foreign minister met her Chilean counterpart in Lima.")\n'
        "print(reading.engagements[0].sides)\n"
    )
    done = run(installed.with_name("python"), "-c", code)
    assert done.stdout == "('CHL', 'PER')\n", done.stderr


@pytest.mark.parametrize(
    ("command", "extra"),
    [
        (["serve"], "web"),
        (["read", "--learned", "{sample}"], "semantic"),
        (["export", "-f", "parquet", "-o", "{folder}", "--ledger", "{ledger}"], "parquet"),
        (["read", "{warc}"], "warc"),
        (["ingest", "--ledger", "postgresql://nobody@localhost/none", "{sample}"], "postgres"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_needs_an_extra_names_it_in_one_line(installed, ledger, tmp_path, command, extra):
    crawl = tmp_path / "crawl.warc"
    crawl.write_bytes(b"WARC/1.0\r\n")
    places = {"sample": SAMPLES[0], "folder": tmp_path, "ledger": ledger, "warc": crawl}
    given = [part.format(**places) for part in command]
    done = run(installed, *given)
    assert done.returncode in (1, 2)
    assert f"pip install 'dragoman[{extra}]'" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def seconds(*command):
    """Processor time of the fastest of some runs: what waits for other programs does not count."""

    def once():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert run(*command).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(once() for _ in range(5))


def test_help_comes_at_once(installed):
    assert seconds(installed, "--help") < 0.4


def test_importing_takes_no_time(installed):
    assert seconds(installed.with_name("python"), "-c", "import dragoman") < 0.2
