"""Writing the ledger in one of the formats."""

from collections.abc import Callable
from pathlib import Path

from dragoman.core.errors import LedgerError
from dragoman.export.events import CAMEO, PLOVER, write_events
from dragoman.export.lines import write_jsonl
from dragoman.export.linked import write_ftm, write_jsonld
from dragoman.export.source import Source
from dragoman.export.tables import write_csv, write_parquet

WRITERS: dict[str, Callable[[Source, Path], list[Path]]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
    "jsonld": write_jsonld,
    "plover": lambda source, folder: [write_events(source, folder / "plover.csv", PLOVER, ",")],
    "cameo": lambda source, folder: [write_events(source, folder / "cameo.tsv", CAMEO, "\t")],
    "ftm": write_ftm,
}
"""How each format is written into a folder."""


def export(source: Source, form: str, folder: Path) -> list[Path]:
    """Writes everything in a format into a folder, which is made; gives the files.

    Raises:
        LedgerError: there is no such format, or the folder cannot be written.
    """
    if form not in WRITERS:
        raise LedgerError(f"no format {form!r}: use one of {', '.join(WRITERS)}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return WRITERS[form](source, folder)
    except OSError as error:
        raise LedgerError(
            f"{folder}: cannot be written ({error.strerror}): name another with --output"
        ) from error
