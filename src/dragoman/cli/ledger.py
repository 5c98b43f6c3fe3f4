"""The commands that fill the ledger."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.meanings import keep_meanings_quietly
from dragoman.cli.options import Inputs, Language, LedgerOption, MaxBytes, Published
from dragoman.cli.progress import Progress, named
from dragoman.cli.reading import fresh, load_reader
from dragoman.cli.streams import say

if TYPE_CHECKING:
    from dragoman.pipeline import Reader
    from dragoman.recording.record import Recorder
    from dragoman.store.opening import Ledger

commands = typer.Typer()


@commands.command()
def ingest(
    inputs: Inputs,
    ledger: LedgerOption = None,
    published: Published = None,
    language: Language = None,
    max_bytes: MaxBytes = None,
) -> None:
    """Reads documents and records them in the ledger, merged with what is there."""
    from dragoman.batch.outputs import is_output
    from dragoman.core.errors import DragomanError
    from dragoman.recording.record import Recorder, Versions
    from dragoman.recording.versions import package_version, reader_version
    from dragoman.sources.source import DEFAULT_LIMIT
    from dragoman.store.opening import open_ledger

    day = published.date() if published else None
    read = [given for given in inputs if is_output(given)]
    unread = [given for given in inputs if given not in read]
    failed = 0
    try:
        with open_ledger(ledger, create=True) as opened:
            for output in read:
                failed += _take_output(opened, output)
            if unread:
                versions = Versions(package_version(), reader_version())
                intake = _Intake(Recorder(opened, versions), day, language)
                failed += intake.take(unread, max_bytes or DEFAULT_LIMIT)
            keep_meanings_quietly(opened)
    except DragomanError as error:
        say(str(error))
        raise typer.Exit(1) from error
    raise typer.Exit(1 if failed else 0)


@commands.command()
def merge(
    again: Annotated[
        bool, typer.Option("--again", help="Also where the rules are those of the last time.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Merges all that is recorded by the rules of now; what people decided stays. Reads nothing."""
    from dragoman.core.errors import LedgerError
    from dragoman.recording.again import Merger
    from dragoman.recording.record import Versions
    from dragoman.recording.versions import package_version, reader_version
    from dragoman.store.opening import open_ledger

    try:
        with open_ledger(ledger) as opened, Progress(sys.stdout, verb="merged") as progress:
            merger = Merger(opened, Versions(package_version(), reader_version()))
            if not again and not merger.is_due():
                say("merged by these rules already; --again merges all the same")
                return
            found = merger.merge(progress.step)
    except LedgerError as error:
        say(str(error))
        raise typer.Exit(1) from error
    say(f"{found.judgements} new judgements, {found.entries} entries")


def _take_output(ledger: "Ledger", output: str) -> int:
    """Records what `batch` has read, by the version that read it; gives how many failed."""
    from dragoman.batch.outputs import readings
    from dragoman.batch.plan import load_plan
    from dragoman.recording.record import Recorder, Versions
    from dragoman.recording.versions import package_version

    versions = Versions(package_version(), load_plan(output).options.reader)
    recorder = Recorder(ledger, versions)
    recorder.start("ingest")
    recorded = 0
    with Progress(sys.stdout, verb="recorded") as progress:
        for item in readings(output):
            if isinstance(item, str):
                progress.fail(item)
                continue
            recorded += recorder.record(*item) in ("recorded", "read again")
            progress.step()
    recorder.finish(progress.done, progress.failed)
    say(f"{recorded} recorded, {progress.done - recorded} known before")
    return progress.failed


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
                    progress.fail(item)
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
