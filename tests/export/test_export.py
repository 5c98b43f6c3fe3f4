"""What is exported comes back whole from the programs that others read it with."""

import csv
import json
from pathlib import Path

import pytest

from dragoman.core.errors import LedgerError
from dragoman.export.codebook import pages
from dragoman.export.columns import TABLES
from dragoman.export.events import CAMEO, PLOVER
from dragoman.export.run import WRITERS, export
from dragoman.export.source import Source
from dragoman.quality.synthetic import documents
from dragoman.recording.correcting import Corrector
from tests.ledgers import new_ledger
from tests.recording.making import recorder, report, table

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A ledger of made-up readings and one by hand, in every format."""
    folder = tmp_path_factory.mktemp("export")
    with new_ledger("sqlite", folder) as ledger:
        one = recorder(ledger)
        for incoming, reading in documents(60, seed=2):
            one.record(incoming, reading)
        one.record(
            *report(
                "التقى الوزيران في مدينة الكويت؛ \u2028 وصرّحا.",
                language="ar",
                statements=(("JPN", "KWT", "SUPPORT", 'said "yes", twice;\nso'),),
            )
        )
        [(rejected,)] = table(ledger, "SELECT min(id) FROM entries WHERE family = 'event'")
        Corrector(ledger, "ann").reject(rejected)
        with ledger.read() as connection:
            for form in WRITERS:
                export(Source(connection), form, folder / form)
        counts = dict(table(ledger, "SELECT family, count(*) FROM entries GROUP BY 1"))
    return folder, counts, rejected


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_json_lines_hold_every_entry_in_the_contracts_shape(files):
    folder, counts, rejected = files
    events = lines(folder / "jsonl" / "events.jsonl")
    assert len(events) == counts["event"] - 1
    assert rejected not in {e["id"] for e in events}
    engagements = {e["id"]: e for e in lines(folder / "jsonl" / "engagements.jsonl")}
    assert len(engagements) == counts["engagement"]
    assert max(len(e["reports"]) for e in engagements.values()) > 1
    assert set(next(iter(engagements.values()))["reports"][0]) == {
        "document", "uri", "outlet", "language", "published",
    }  # fmt: skip
    assert all(e["engagement"] in engagements for e in events if e["engagement"])
    documents_held = {d["id"] for d in lines(folder / "jsonl" / "documents.jsonl")}
    assert {r["document"] for e in events for r in e["reports"]} <= documents_held
    entities = {e["id"] for e in lines(folder / "jsonl" / "entities.jsonl")}
    assert {p["entity"] for e in engagements.values() for p in e["participants"]} <= entities


@pytest.mark.parametrize("name", TABLES)
def test_parquet_comes_back_through_duckdb(files, name):
    import duckdb

    folder, _, _ = files
    path = folder / "parquet" / f"{name}.parquet"
    found = duckdb.sql(f"SELECT * FROM '{path}' ORDER BY id").fetchall()
    asked = sorted(lines(folder / "jsonl" / f"{name}.jsonl"), key=lambda r: r["id"])
    wanted = [
        tuple(None if v == "" and c.kind == "day" else v for c in TABLES[name]
              for v in [c.read(record)])
        for record in asked
    ]  # fmt: skip
    plain = [tuple(str(v) if hasattr(v, "isoformat") else v for v in row) for row in found]
    assert plain == wanted
    assert plain


@pytest.mark.parametrize("name", TABLES)
def test_parquet_and_csv_come_back_through_pandas(files, name):
    import pandas

    folder, _, _ = files
    frame = pandas.read_parquet(folder / "parquet" / f"{name}.parquet")
    text = pandas.read_csv(folder / "csv" / f"{name}.csv", dtype=str, keep_default_na=False)
    assert list(frame.columns) == list(text.columns) == [c.name for c in TABLES[name]]
    assert list(frame["id"]) == list(text["id"])
    for column in TABLES[name]:
        if column.kind == "texts":
            joined = ["; ".join(values) for values in frame[column.name]]
            assert joined == list(text[column.name])
        if column.kind in ("number", "whole"):
            numbers = pandas.to_numeric(text[column.name])
            pandas.testing.assert_series_equal(
                numbers.astype(float), frame[column.name].astype(float), check_names=False
            )


def test_duckdb_reads_the_csv_too(files):
    import duckdb

    folder, counts, _ = files
    found = duckdb.sql(
        f"SELECT count(*), sum(score) FROM read_csv('{folder / 'csv' / 'events.csv'}')"
    ).fetchall()[0]
    assert found[0] == counts["event"] - 1
    scores = sum(e["score"] for e in lines(folder / "jsonl" / "events.jsonl"))
    assert found[1] == pytest.approx(scores)


@pytest.mark.parametrize(
    ("name", "columns", "delimiter"),
    [("plover/plover.csv", PLOVER, ","), ("cameo/cameo.tsv", CAMEO, "\t")],
)
def test_event_tables_have_their_columns(files, name, columns, delimiter):
    folder, counts, _ = files
    with (folder / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    assert rows[0] == list(columns)
    assert len(rows) == counts["event"]
    assert all(len(row) == len(columns) for row in rows)


def test_the_cameo_table_is_laid_out_as_gdelts():
    names = list(CAMEO)
    assert len(names) == 58
    assert names[:6] == ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
                         "Actor1Code"]  # fmt: skip
    assert names.index("EventCode") == 26
    assert names[-1] == "SOURCEURL"


def test_linked_data_is_one_graph_whose_evidence_leads_to_documents(files):
    folder, counts, _ = files
    data = json.loads((folder / "jsonld" / "ledger.jsonld").read_text(encoding="utf-8"))
    nodes = {node["id"]: node for node in data["@graph"]}
    assert len(nodes) == len(data["@graph"])
    entries = [n for n in nodes.values() if "Engagement" in n["type"]]
    assert len(entries) == counts["engagement"]
    for entry in entries:
        assert all(name in nodes for name in entry["derivedFrom"])
        for quotation in entry["evidence"]:
            assert quotation["prov:entity"]["id"] in nodes
            assert quotation["end"] - quotation["start"] == len(quotation["exact"])
        assert all(p["entity"] in nodes for p in entry.get("participants", ()))


def test_people_become_follow_the_money_entities(files):
    folder, _, _ = files
    found = {e["id"]: e for e in lines(folder / "ftm" / "entities.ftm.json")}
    assert {e["schema"] for e in found.values()} == {"Person"}
    mori = next(e for e in found.values() if e["properties"]["name"] == ["Aiko Mori"])
    assert mori["properties"]["country"] == ["jp"]
    assert mori["properties"]["position"] == ["foreign minister"]


def test_codebooks_are_those_of_the_columns():
    for name, text in pages().items():
        kept = (ROOT / "docs" / "export" / name).read_text(encoding="utf-8")
        assert kept == text, "run tools/write_codebooks.py"


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("here")
    with new_ledger("sqlite", tmp_path) as ledger, ledger.read() as connection:
        with pytest.raises(LedgerError, match="--output"):
            export(Source(connection), "csv", tmp_path / "file" / "below")
        with pytest.raises(LedgerError, match="jsonl, csv"):
            export(Source(connection), "xml", tmp_path)
