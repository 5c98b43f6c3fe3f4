"""The command that writes the ledger for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import LedgerOption, Since, Until, iso
from dragoman.cli.streams import say, standard_output

commands = typer.Typer()


class Form(StrEnum):
    """Formats."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    PLOVER = "plover"
    CAMEO = "cameo"
    FTM = "ftm"


@commands.command()
def export(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where files are written.")
    ],
    form: Annotated[Form, typer.Option("--format", "-f", help="In which format.")] = Form.JSONL,
    since: Since = None,
    until: Until = None,
    ledger: LedgerOption = None,
) -> None:
    """Writes the ledger as tables, JSON, linked data or events; prints the names of the files."""
    from dragoman.core.errors import LedgerError
    from dragoman.export.run import export as write
    from dragoman.export.source import Source
    from dragoman.store.opening import open_ledger

    try:
        with open_ledger(ledger) as opened, opened.read() as connection:
            made = write(Source(connection, iso(since), iso(until)), form.value, output)
    except LedgerError as error:
        say(str(error))
        raise typer.Exit(1) from error
    with standard_output() as out:
        for path in made:
            print(path, file=out)
