"""One writer a format: each takes readings as they come and holds none back."""

from collections.abc import Callable
from typing import Literal, Protocol, TextIO

from dragoman.core.reading import Reading
from dragoman.output.json_writers import JsonLinesWriter, JsonWriter
from dragoman.output.rows import CsvWriter

Format = Literal["table", "json", "jsonl", "csv"]


class Writer(Protocol):
    """Prints readings one after another to the stream it was made with."""

    def add(self, reading: Reading) -> None:
        """Prints one reading."""
        ...

    def close(self) -> None:
        """Prints what ends the output; the stream stays open."""
        ...


def open_writer(form: str, out: TextIO) -> Writer:
    """The writer for a format: `table`, `json`, `jsonl` or `csv`.

    Raises:
        ValueError: for any other format.
    """
    if form == "table":
        # Only people look at tables: machines need not wait for what draws them.
        from dragoman.output.table import TableWriter

        return TableWriter(out)
    makers: dict[str, Callable[[TextIO], Writer]] = {
        "json": JsonWriter,
        "jsonl": JsonLinesWriter,
        "csv": CsvWriter,
    }
    if form not in makers:
        raise ValueError(f"unknown format {form!r}: use one of table, {', '.join(makers)}")
    return makers[form](out)
