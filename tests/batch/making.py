"""Inputs of our own for batch, and what a ledger makes of the same documents."""

import json
import tomllib
from pathlib import Path

from sqlalchemy import text

from dragoman.batch import plan as planning
from dragoman.batch.plan import Options, planned
from dragoman.batch.shards import COLUMNS, ENTRIES, READINGS, done, numbered, read_rows
from dragoman.recording.matching import StructureMatching
from dragoman.recording.record import Recorder, Versions
from dragoman.recording.versions import reader_version
from dragoman.store.opening import open_ledger

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
GROUPS = ROOT / "tests" / "resolve" / "groups"
NOON = "2026-01-01T12:00:00Z"


def group_lines():
    """The reports of the groups that merging is tested with, as objects of JSON Lines."""
    return [
        {"id": f"{path.stem}-{group['name']}-{k}", "text": report["text"],
         "published": report["published"]}
        for path in sorted(GROUPS.glob("*.toml"))
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]
        for k, report in enumerate(group["report"])
    ]  # fmt: skip


def write_lines(path, objects):
    lines = (json.dumps(one, ensure_ascii=False) for one in objects)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def options(**more):
    return Options(reader_version(), StructureMatching.version, **more)


def small_plan(inputs, output, monkeypatch, size=20_000):
    """A plan of many small units and several buckets."""
    monkeypatch.setattr(planning, "BUCKET_BYTES", size)
    return planned(inputs, str(output), options(shard_bytes=size))


def rows_of(plan, output, columns=None):
    """All rows of readings, in order."""
    return [
        row for n in range(len(plan.units))
        for row in read_rows(str(output), READINGS, numbered(n), columns)
    ]  # fmt: skip


SHOWN = tuple(c for c in COLUMNS[ENTRIES])


def entries_of(output):
    """The entries of a run, by id."""
    names = sorted(done(str(output), ENTRIES))
    rows = [row for name in names for row in read_rows(str(output), ENTRIES, name)]
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows)
    return found


def entries_of_ledger(place):
    """The entries that a ledger holds, by id."""
    with open_ledger(str(place)) as ledger, ledger.read() as connection:
        rows = connection.execute(text(f"SELECT {', '.join(SHOWN)} FROM entries"))
        return {row[0]: dict(zip(SHOWN, row, strict=True)) for row in rows}


def contents(output):
    """Every shard and marker of a run, by its name in the folder."""
    root = Path(output)
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*.*"))
            if p.name != "plan.json"}  # fmt: skip


def record(place, items, reader):
    """Records documents as `ingest` does."""
    with open_ledger(str(place), create=True) as ledger:
        recorder = Recorder(ledger, Versions("1", reader_version()), clock=lambda: NOON)
        for item in items:
            if not recorder.is_known(item):
                recorder.record(item, reader.read(item))
