"""The commands that fill the ledger."""

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.progress import Progress, named
from dragoman.cli.reading import fresh, load_reader
from dragoman.cli.streams import say

if TYPE_CHECKING:
    from dragoman.pipeline import Reader
    from dragoman.recording.record import Recorder

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH|URL",
        help="The ledger: a file, or postgresql://...; by default one in your data folder.",
    ),
]

commands = typer.Typer()


@commands.command()
def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|-...",
            help="Files (text, HTML, JSON Lines), folders of them, or - for standard input.",
        ),
    ],
    ledger: LedgerOption = None,
    published: Annotated[
        datetime | None,
        typer.Option(
            "--published",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Day of publication, for text that carries no date.",
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="CODE", help="Language of the text, if you know it."),
    ] = None,
    max_bytes: Annotated[
        int | None,
        typer.Option("--max-bytes", min=1, help="Refuse inputs that are larger."),
    ] = None,
) -> None:
    """Reads documents and records them in the ledger, merged with what is there."""
    from dragoman.core.errors import LedgerError
    from dragoman.recording.record import Recorder, Versions
    from dragoman.recording.versions import package_version, reader_version
    from dragoman.sources.source import DEFAULT_LIMIT
    from dragoman.store.opening import open_ledger

    day = published.date() if published else None
    try:
        with open_ledger(ledger, create=True) as opened:
            versions = Versions(package_version(), reader_version())
            intake = _Intake(Recorder(opened, versions), day, language)
            failed = intake.take(inputs, max_bytes or DEFAULT_LIMIT)
    except LedgerError as error:
        say(str(error))
        raise typer.Exit(1) from error
    raise typer.Exit(1 if failed else 0)


class _Intake:
    """Reads inputs one after another and records each; what is known is not read again."""

    def __init__(self, recorder: "Recorder", published: date | None, language: str | None) -> None:
        self._recorder = recorder
        self._published = published
        self._language = language
        self._reader: Reader | None = None

    def take(self, inputs: list[str], limit: int) -> int:
        """Records all inputs; gives how many failed."""
        from dragoman.core.errors import StageError
        from dragoman.sources.failures import InputFailure
        from dragoman.sources.files import read_inputs

        known = 0
        self._recorder.start("ingest")
        with Progress(sys.stdout) as progress:
            for item in read_inputs(inputs, limit, sys.stdin.buffer):
                if isinstance(item, InputFailure):
                    progress.fail(str(item))
                    continue
                if self._recorder.is_known(item):
                    known += 1
                    progress.step()
                    continue
                if self._reader is None:
                    self._reader = load_reader()
                try:
                    reading = fresh(self._reader, item, self._published, self._language)
                except StageError as error:
                    progress.fail(named(item.uri, error))
                    continue
                self._recorder.record(item, reading)
                progress.step()
        self._recorder.finish(progress.done, progress.failed)
        recorded = progress.done - known
        say(f"{recorded} recorded, {known} known before")
        return progress.failed
