"""The flat tables as CSV and Parquet."""

import csv
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman.core.errors import LedgerError
from dragoman.export.columns import FAMILY, TABLES, Column
from dragoman.export.source import Source
from dragoman.store.entry import JsonObject

JOINT = "; "
_ROWS = 20_000
"""Rows in one group of a Parquet file."""


def records(source: Source, table: str) -> Iterator[JsonObject]:
    """The records of a table."""
    if table in FAMILY:
        return source.entries(FAMILY[table])
    return source.documents() if table == "documents" else source.entities()


def write_csv(source: Source, folder: Path) -> list[Path]:
    """One CSV file a table, lists joined by "; "; gives the files."""
    made = []
    for table, columns in TABLES.items():
        path = folder / f"{table}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow([column.name for column in columns])
            for record in records(source, table):
                rows.writerow([cell(column.read(record)) for column in columns])
        made.append(path)
    return made


def cell(value: object) -> str:
    """A value as the text of a cell: lists joined, nothing where it is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return JOINT.join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def write_parquet(source: Source, folder: Path) -> list[Path]:
    """One Parquet file a table, with lists and days as such; gives the files.

    Raises:
        LedgerError: pyarrow is not installed.
    """
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise LedgerError("Parquet needs an extra: pip install 'dragoman[parquet]'") from error
    kinds = {
        "text": arrow.string(), "texts": arrow.list_(arrow.string()), "day": arrow.date32(),
        "number": arrow.float64(), "whole": arrow.int64(), "flag": arrow.bool_(),
    }  # fmt: skip
    made = []
    for table, columns in TABLES.items():
        path = folder / f"{table}.parquet"
        schema = arrow.schema([(column.name, kinds[column.kind]) for column in columns])
        found = records(source, table)
        with parquet.ParquetWriter(path, schema, compression="zstd") as file:
            while some := list(islice(found, _ROWS)):
                arrays = [
                    arrow.array([_typed(c, record) for record in some], kinds[c.kind])
                    for c in columns
                ]
                file.write_table(arrow.table(arrays, schema=schema))
        made.append(path)
    return made


def _typed(column: Column, record: JsonObject) -> Any:  # noqa: ANN401
    value = column.read(record)
    if column.kind == "day" and value:
        return date.fromisoformat(value)
    if column.kind == "number" and value is not None:
        return float(value)
    return value or None if column.kind == "day" else value
