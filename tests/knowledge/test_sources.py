"""Every table says where it comes from."""

import csv
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("data", "src/dragoman/knowledge/data", "src/dragoman/lang/packs/*")
FITTED = {ROOT / "src/dragoman/extract" / name for name in ("learned.json", "confidence.toml")}
CODES = {"own", "wd2021", "wd2022", "holders21", "cia2019"}
STATED = tomllib.loads((ROOT / "SOURCES.toml").read_text(encoding="utf-8"))
TABLES = STATED.pop("tables")


def test_every_table_has_one_entry():
    stated = Counter(path for entry in TABLES for path in ROOT.glob(entry["path"]))
    there = {path for folder in FOLDERS for path in ROOT.glob(f"{folder}/*.csv")}
    assert set(stated) == there | FITTED
    assert set(stated.values()) == {1}


@pytest.mark.parametrize("entry", TABLES, ids=lambda entry: entry["path"])
def test_an_entry_is_whole(entry):
    assert set(entry) == {"path", "sources", "licence", "date", "compiled"}
    assert list(ROOT.glob(entry["path"])), "an entry needs a table"
    assert entry["sources"]
    assert set(entry["sources"]) <= set(STATED)
    assert entry["licence"]
    assert date.fromisoformat(f"{entry['date']}-01") > date(2020, 1, 1)
    tools = [word.strip(",.:") for word in entry["compiled"].split() if word.startswith("tools/")]
    assert all((ROOT / tool).exists() for tool in tools)


def test_sources_have_licences():
    for name, source in STATED.items():
        assert source["name"], name
        assert source["licence"], name
        assert source["used_for"], name


@pytest.mark.parametrize("table", ["people.csv", "tenures.csv"])
def test_codes_of_rows_are_explained(table):
    told = (ROOT / "SOURCES.toml").read_text(encoding="utf-8")
    path = ROOT / "src/dragoman/knowledge/data" / table
    with path.open(encoding="utf-8", newline="") as file:
        used = {code for row in csv.DictReader(file) for code in row["sources"].split("|")}
    assert used == CODES
    assert all(code in told for code in used)
