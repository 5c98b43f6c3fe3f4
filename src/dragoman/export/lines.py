"""The entries as JSON Lines, in the shape of the public contract."""

import json
from collections.abc import Iterator
from pathlib import Path

from dragoman.export.source import Source
from dragoman.export.tables import records
from dragoman.store.entry import JsonObject

TABLES = ("documents", "entities", "engagements", "statements", "outcomes", "events")


def json_line(record: JsonObject) -> str:
    """A record on one line; signs that end a line for some readers are escaped."""
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def write_lines(path: Path, found: Iterator[JsonObject]) -> Path:
    """Writes one record a line."""
    with path.open("w", encoding="utf-8", newline="", errors="backslashreplace") as file:
        file.writelines(map(json_line, found))
    return path


def write_jsonl(source: Source, folder: Path) -> list[Path]:
    """One file a kind of record; gives the files."""
    return [write_lines(folder / f"{table}.jsonl", records(source, table)) for table in TABLES]
