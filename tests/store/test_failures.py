"""What goes wrong with a ledger is told in one clear line, and nothing is lost."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from dragoman.core.errors import LedgerError
from dragoman.quality.synthetic import documents
from dragoman.store.failures import shown
from dragoman.store.opening import open_ledger
from tests.recording.making import recorder, table

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "kyiv-visit.en.txt"


def ingest(place):
    """`dragoman ingest` of a sample: its exit code and the lines of its messages."""
    done = subprocess.run(
        [sys.executable, "-m", "dragoman.cli", "ingest", str(SAMPLE), "--ledger", str(place)],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    return done.returncode, done.stderr.splitlines()


@contextmanager
def small_disk(folder, size):
    """A disk of its own below a folder; skips the test where none can be mounted."""
    place = folder / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(place, count):
    with open_ledger(place, create=True) as ledger:
        one = recorder(ledger)
        for incoming, reading in documents(count):
            one.record(incoming, reading)


def record_for_ever(ledger, done):
    one = recorder(ledger)
    for incoming, reading in documents(5000):
        one.record(incoming, reading)
        done.append(incoming)


def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path):
    place = tmp_path / "l.db"
    fill(place, 20)
    whole = bytearray(place.read_bytes())
    for start in range(4096, len(whole), 4096):
        whole[start : start + 200] = b"\xff" * 200
    place.write_bytes(whole)
    code, lines = ingest(place)
    assert code == 1
    assert len(lines) == 1
    assert str(place) in lines[0]
    assert "damaged" in lines[0]
    assert "recover" in lines[0]
    assert place.read_bytes()[4096:] == bytes(whole)[4096:]


@pytest.mark.parametrize("held", [b"dear diary\n" * 900, b"\x00" * 9000])
def test_a_file_that_is_no_ledger_is_left_alone(tmp_path, held):
    place = tmp_path / "diary.txt"
    place.write_bytes(held)
    code, lines = ingest(place)
    assert (code, len(lines)) == (1, 1)
    assert "no ledger" in lines[0]
    assert place.read_bytes() == held


def test_a_full_disk_stops_the_run_and_keeps_what_was_recorded(tmp_path):
    with small_disk(tmp_path, "6m") as disk:
        place = disk / "l.db"
        done = []
        with open_ledger(place, create=True) as ledger:
            with pytest.raises(LedgerError, match="disk is full") as failure:
                record_for_ever(ledger, done)
            assert "\n" not in str(failure.value)
            recorded = len(done)
            assert recorded > 10
            assert table(ledger, "SELECT count(*) FROM documents") == [(recorded,)]
            assert table(ledger, "PRAGMA integrity_check") == [("ok",)]
        with open_ledger(place) as again:
            assert table(again, "SELECT count(*) FROM documents") == [(recorded,)]


def test_a_disk_that_cannot_be_written_can_still_be_asked(tmp_path):
    with small_disk(tmp_path, "40m") as disk:
        place = disk / "l.db"
        fill(place, 10)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with open_ledger(place) as ledger:
            assert table(ledger, "SELECT count(*) FROM documents") == [(10,)]
        code, lines = ingest(place)
        assert (code, len(lines)) == (1, 1)
        assert "cannot be written" in lines[0]
        code, lines = ingest(disk / "new" / "other.db")
        assert (code, len(lines)) == (1, 1)
        assert "cannot be written" in lines[0]


def test_a_folder_in_the_place_of_a_ledger(tmp_path):
    code, lines = ingest(tmp_path)
    assert (code, len(lines)) == (1, 1)
    assert "is a folder" in lines[0]


def test_an_unreachable_server_is_named_without_its_password():
    address = "postgresql://ann:secret@127.0.0.1:1/ledger"
    code, lines = ingest(address)
    assert (code, len(lines)) == (1, 1)
    assert "cannot be reached" in lines[0]
    assert "127.0.0.1:1/ledger" in lines[0]
    assert "secret" not in lines[0]


def test_other_databases_are_refused():
    with pytest.raises(LedgerError, match="postgresql://"):
        open_ledger("mysql://ann:secret@localhost/ledger")


def test_passwords_are_never_shown():
    assert "secret" not in shown("postgresql://ann:secret@host/db")
    assert "secret" not in shown("postgresql://ann:secret@host:no-port/db")
