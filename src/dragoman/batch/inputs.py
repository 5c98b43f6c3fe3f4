"""The documents of a unit, from stretches of files."""

import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.batch.places import Ways, reached, read_stream, suffix
from dragoman.batch.plan import Stretch
from dragoman.core.document import Incoming
from dragoman.core.errors import InputError
from dragoman.sources.contents import LINES_SUFFIXES, read_bytes, too_large
from dragoman.sources.decode import decode
from dragoman.sources.failures import InputFailure
from dragoman.sources.jsonl import read_lines
from dragoman.sources.warc import WARC_SUFFIXES, read_warc

_FIELDS = ("id", "text", "html", "url", "title", "published", "language", "outlet")


def documents(
    unit: Sequence[Stretch], limit: int, ways: Ways | None = None
) -> Iterator[Incoming | InputFailure]:
    """What stands in a unit, in order; `limit` bounds the bytes of one document or small file."""
    for stretch in unit:
        try:
            yield from _documents(stretch, limit, ways or {})
        except OSError as error:
            yield InputFailure(stretch.uri, str(error), "check that the file can be read")


def _documents(stretch: Stretch, limit: int, ways: Ways) -> Iterator[Incoming | InputFailure]:
    uri, kind = stretch.uri, suffix(stretch.uri)
    if kind == ".parquet":
        yield from _rows(stretch, ways)
        return
    with read_stream(reached(uri, ways)) as stream:
        if kind in WARC_SUFFIXES:
            part = io.BufferedReader(_Part(stream, stretch.start, stretch.stop))
            yield from read_warc(uri, part, limit)
            return
        if kind not in LINES_SUFFIXES and stretch.stop > limit:
            yield too_large(uri, f"{stretch.stop:,}", limit)
            return
        stream.seek(stretch.start)
        data = stream.read(stretch.stop - stretch.start)
    if kind not in LINES_SUFFIXES:
        yield from read_bytes(uri, kind, data, limit)
        return
    try:
        text = decode(data, False).text.removeprefix("\ufeff")
    except InputError as error:
        yield InputFailure(uri, str(error))
        return
    yield from read_lines(uri, text, stretch.first)


def _rows(stretch: Stretch, ways: Ways) -> Iterator[Incoming | InputFailure]:
    """The rows of some row groups, with the columns that objects in JSON Lines have as keys."""
    from pyarrow import parquet

    with read_stream(reached(stretch.uri, ways)) as stream:
        file = parquet.ParquetFile(stream)
        columns = [name for name in _FIELDS if name in file.schema_arrow.names]
        table = file.read_row_groups(list(range(stretch.start, stretch.stop)), columns=columns)
    lines = (json.dumps(row, default=_plain) for row in table.to_pylist())
    yield from read_lines(stretch.uri, "\n".join(lines), stretch.first)


def _plain(value: object) -> str:
    """Days and times as ISO text."""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


class _Part(io.RawIOBase):
    """Bytes `start` to `stop` of a stream, as a stream of its own."""

    def __init__(self, stream: Any, start: int, stop: int) -> None:  # noqa: ANN401
        self._stream = stream
        self._start = start
        self._length = stop - start
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        wanted = max(0, min(len(buffer), self._length - self._at))
        self._stream.seek(self._start + self._at)
        data = self._stream.read(wanted)
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
