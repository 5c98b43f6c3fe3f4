"""Tables in CSV: strictly, for those who need every row; row by row, for those who check them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.core.errors import DataError

DATA = ("knowledge", "data")
PACKS = ("lang", "packs")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its values, the column each stands in, the file and the line."""

    table: str
    line: int
    columns: dict[str, int]
    values: tuple[str, ...]

    @property
    def where(self) -> str:
        """The file and the line."""
        return f"{self.table}:{self.line}"

    def __getitem__(self, column: str) -> str:
        """The value in a column, empty where the row has none."""
        at = self.columns.get(column)
        return "" if at is None else self.values[at]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table that are whole, and what is wrong with the others."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[str, ...]


def table_rows(text: str, source: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table below its header with their line numbers, all of the right width.

    Raises:
        DataError: the header or a row's width is wrong, or the text is no CSV.
    """
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        header = tuple(next(reader, ()))
        if header != columns:
            raise DataError(
                f"{source}:1: the header must be {','.join(columns)}, not {','.join(header)}"
            )
        for row in reader:
            if not row:
                continue
            if len(row) != len(columns):
                raise DataError(
                    f"{source}:{reader.line_num}: {len(row)} columns where the header has "
                    f"{len(columns)}; quote values that hold commas"
                )
            yield reader.line_num, row
    except csv.Error as error:
        raise DataError(f"{source}:{reader.line_num}: {error}; mend the row") from error


def package() -> Traversable:
    """The folder of the package that holds all tables."""
    return files("dragoman")


def pack_codes(root: Traversable) -> tuple[str, ...]:
    """The codes of the language packs, sorted."""
    folders = root.joinpath(*PACKS).iterdir()
    return tuple(
        sorted(f.name for f in folders if f.is_dir() and not f.name.startswith(("_", ".")))
    )


def read_table(root: Traversable, *path: str) -> Table:
    """A table below `root`; without rows where the file is missing or no CSV in UTF-8."""
    name = "/".join(path)
    try:
        text = root.joinpath(*path).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Table(name, (), (), (f"{name}:1: the table is missing; put it back",))
    except UnicodeDecodeError:
        return Table(name, (), (), (f"{name}:1: no UTF-8; save the file as UTF-8",))
    return _parse(name, text)


def _parse(name: str, text: str) -> Table:
    reader = csv.reader(text.splitlines())
    columns = tuple(next(reader, ()))
    places = {column: at for at, column in enumerate(columns)}
    rows: list[Row] = []
    problems: list[str] = []
    for values in _lines(reader):
        line = reader.line_num
        if len(values) == len(columns):
            rows.append(Row(name, line, places, tuple(values)))
        else:
            problems.append(
                f"{name}:{line}: {len(values)} columns where the header has {len(columns)}; "
                "quote values that hold commas"
            )
    return Table(name, columns, tuple(rows), tuple(problems))


def _lines(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The lines of a table, up to the first that is no CSV."""
    try:
        yield from reader
    except csv.Error:
        yield []
