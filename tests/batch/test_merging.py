"""What batch merges is what a ledger merges, entry by entry."""

import json

import pytest

pytest.importorskip("pyarrow")

from dragoman.batch.run import here, merge_units, read_units
from dragoman.pipeline import Reader
from dragoman.sources.files import read_inputs
from dragoman.sources.source import DEFAULT_LIMIT
from tests.batch.making import (
    SAMPLES,
    entries_of,
    entries_of_ledger,
    group_lines,
    record,
    small_plan,
    write_lines,
)


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The entries of a run in small units and buckets, and those of a ledger."""
    folder = tmp_path_factory.mktemp("both")
    lines = group_lines()
    # The same bytes at two places, in units far apart, count as one document.
    inputs = [write_lines(folder / "groups.jsonl", lines), str(SAMPLES / "*.txt"),
              write_lines(folder / "known.jsonl", [{**lines[3], "id": "again"}])]  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        plan = small_plan(inputs, folder / "out", patch)
    output = str(folder / "out")
    counts = read_units(plan, output, here)
    made = merge_units(plan, output, here)
    found = [item for given in (inputs[0], *sorted(map(str, SAMPLES.glob("*.txt"))), inputs[2])
             for item in read_inputs([given], DEFAULT_LIMIT, None)]  # fmt: skip
    record(folder / "ledger.db", found, Reader.default())
    return plan, counts, made, entries_of(output), entries_of_ledger(folder / "ledger.db")


def test_the_run_was_really_spread(both):
    plan, counts, made, entries, _ = both
    assert len(plan.units) > 3
    assert plan.buckets > 1
    assert counts.failed == 0
    assert counts.documents == len(group_lines()) + len(list(SAMPLES.glob("*.txt"))) + 1
    assert made == len(entries)


def test_entries_are_those_of_a_ledger(both):
    *_, entries, wanted = both
    assert entries.keys() == wanted.keys()
    differing = [name for name in wanted if entries[name] != wanted[name]]
    assert [(entries[n], wanted[n]) for n in differing] == []


def test_reports_of_several_documents_and_units_were_merged(both):
    *_, entries, _ = both
    merged = [json.loads(e["body"]) for e in entries.values() if e["reports"] > 1]
    assert len(merged) > 50
    assert {e["family"] for e in entries.values() if e["reports"] > 1} >= {"engagement", "event"}


def test_units_and_buckets_without_anything_to_compare(tmp_path, monkeypatch):
    told = "Ghana's foreign minister met her Kenyan counterpart in Accra on 3 January 2024."
    lines = [{"text": "Nothing happened."}, {"text": told}]
    inputs = [write_lines(tmp_path / f"{k}.jsonl", [one]) for k, one in enumerate(lines)]
    plan = small_plan(inputs, tmp_path / "out", monkeypatch, 30)
    assert plan.buckets > 1
    read_units(plan, str(tmp_path / "out"), here)
    assert merge_units(plan, str(tmp_path / "out"), here) == len(entries_of(tmp_path / "out")) > 0
