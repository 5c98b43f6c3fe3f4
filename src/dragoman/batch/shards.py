"""The files of a run: Parquet shards, each with a marker that is written after it."""

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.batch.places import child, exists, names_in, read_json, read_stream, write_bytes

Row = dict[str, Any]

READINGS, CLAIMS, BLOCKS = "readings", "claims", "blocks"
JUDGEMENTS, JOINED, ENTRIES = "judgements", "joined", "entries"
LINKS = "links"

_TEXT, _KEYS = "text", "keys"
_COMPARED = {"id": _TEXT, "family": _TEXT, "document": _TEXT, "matching": _TEXT, "engaged": _TEXT}
_TOLD = {**_COMPARED, "story": _TEXT, "record": _TEXT, "meta": _TEXT}
COLUMNS: Mapping[str, Mapping[str, str]] = {
    READINGS: {
        "position": "whole", "document": _TEXT, "uri": _TEXT, "error": _TEXT, "reading": _TEXT,
        "raw": "bytes",
    },
    CLAIMS: _TOLD,
    BLOCKS: {**_COMPARED, "signature": "bytes", "own": _KEYS, "probes": _KEYS},
    JUDGEMENTS: {
        "left": _TEXT, "right": _TEXT, "verdict": _TEXT, "score": "number", "reason": _TEXT,
        "by": _TEXT,
    },
    JOINED: {"root": _TEXT, **_TOLD},
    LINKS: {"sort": _TEXT, "name": _TEXT, "to": _TEXT},
    ENTRIES: {
        "id": _TEXT, "family": _TEXT, "type": _TEXT, "status": _TEXT, "day": _TEXT,
        "earliest": _TEXT, "latest": _TEXT, "first_report": _TEXT, "last_report": _TEXT,
        "reports": "whole", "sources": "whole", "conflicts": "whole", "confidence": "number",
        "country": _TEXT, "city": _TEXT, "standing": _TEXT, "body": _TEXT,
    },
}  # fmt: skip
_PARTS = "parts"
_AT_ONCE = 5_000
"""Rows of a shard that are read at once, where one after another is asked for."""
_HELD = 64
"""Rows of a part that are held before they are packed."""
_SMALL_HELD = 2_000
"""The same where rows are small: judgements, of which there may be some hundred thousand."""


def shard(output: str, stage: str, name: str) -> str:
    """The name of a shard: `readings/00012.parquet`."""
    return child(output, f"{stage}/{name}.parquet")


def numbered(n: int) -> str:
    """A number as shards are named by it."""
    return f"{n:05}"


def done(output: str, stage: str) -> set[str]:
    """The shards of a stage that are complete, by name."""
    folder = child(output, stage)
    return {n.removesuffix(".done") for n in names_in(folder) if n.endswith(".done")}


def is_done(output: str, stage: str, name: str) -> bool:
    """True for a shard that is complete."""
    return exists(child(output, f"{stage}/{name}.done"))


def marked(output: str, stage: str, name: str) -> Row:
    """What the marker of a shard says."""
    found: Row = read_json(child(output, f"{stage}/{name}.done"))
    return found


def mark(output: str, stage: str, name: str, counts: Row) -> Row:
    """Marks a shard as complete; gives the counts back."""
    data = json.dumps(counts, sort_keys=True).encode()
    write_bytes(child(output, f"{stage}/{name}.done"), data)
    return counts


class ShardWriter:
    """A shard while it is written: rows are packed as they come, so that few are held at once.

    Rows may be of numbered parts, each of which can be read by itself.
    """

    def __init__(self, output: str, stage: str, name: str) -> None:
        from pyarrow import parquet

        self._place = shard(output, stage, name)
        self._schema = _schema(stage)
        self._stream = io.BytesIO()
        self._file = parquet.ParquetWriter(self._stream, self._schema, compression="zstd")
        self._most = _SMALL_HELD if stage == JUDGEMENTS else _HELD
        self._held: dict[int, list[Row]] = {}
        self._parts: list[int] = []

    def add(self, row: Row, part: int = 0) -> None:
        """Takes a row of a part."""
        held = self._held.setdefault(part, [])
        held.append(row)
        if len(held) >= self._most:
            self._pack(part)

    def _pack(self, part: int) -> None:
        import pyarrow as arrow

        rows = self._held.pop(part)
        self._file.write_table(arrow.Table.from_pylist(rows, schema=self._schema))
        self._parts.append(part)

    def close(self) -> None:
        """Writes the file, whole."""
        for part in sorted(self._held):
            self._pack(part)
        self._file.add_key_value_metadata({_PARTS: json.dumps(self._parts)})
        self._file.close()
        write_bytes(self._place, self._stream.getvalue())


def write_rows(output: str, stage: str, name: str, rows: Iterable[Row]) -> int:
    """Writes a shard; gives how many rows."""
    return write_parts(output, stage, name, {0: rows})


def write_parts(output: str, stage: str, name: str, parts: Mapping[int, Iterable[Row]]) -> int:
    """Writes a shard in numbered parts, each readable by itself; gives how many rows."""
    made, count = ShardWriter(output, stage, name), 0
    for part in sorted(parts):
        for row in parts[part]:
            made.add(row, part)
            count += 1
    made.close()
    return count


def read_rows(
    output: str, stage: str, name: str, columns: Iterable[str] | None = None
) -> list[Row]:
    """The rows of a shard."""
    from pyarrow import parquet

    with read_stream(shard(output, stage, name)) as stream:
        wanted = None if columns is None else list(columns)
        rows: list[Row] = (
            parquet.ParquetFile(stream).read(columns=wanted, use_threads=False).to_pylist()
        )
        return rows


def each_row(
    output: str, stage: str, name: str, columns: Iterable[str] | None = None
) -> Iterator[Row]:
    """The rows of a shard, one after another: few are held at once."""
    from pyarrow import parquet

    with read_stream(shard(output, stage, name)) as stream:
        wanted = None if columns is None else list(columns)
        file = parquet.ParquetFile(stream)
        for batch in file.iter_batches(_AT_ONCE, columns=wanted, use_threads=False):
            yield from batch.to_pylist()


def read_part(output: str, stage: str, name: str, number: int) -> list[Row]:
    """The rows of one part of a shard."""
    rows: list[Row] = read_part_table(output, stage, name, number).to_pylist()
    return rows


def read_part_table(
    output: str, stage: str, name: str, number: int, columns: list[str] | None = None
) -> Any:  # noqa: ANN401 - pyarrow's
    """The same as a table of pyarrow, or some columns of it."""
    from pyarrow import parquet

    with read_stream(shard(output, stage, name)) as stream:
        file = parquet.ParquetFile(stream)
        parts = json.loads(file.metadata.metadata[_PARTS.encode()])
        groups = [at for at, part in enumerate(parts) if part == number]
        return file.read_row_groups(groups, columns, use_threads=False)


def _schema(stage: str) -> Any:  # noqa: ANN401 - pyarrow's
    import pyarrow as arrow

    kinds = {
        _TEXT: arrow.string(), _KEYS: arrow.list_(arrow.int64()), "whole": arrow.int64(),
        "number": arrow.float64(), "bytes": arrow.large_binary(),
    }  # fmt: skip
    return arrow.schema([(name, kinds[kind]) for name, kind in COLUMNS[stage].items()])
