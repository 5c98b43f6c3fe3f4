"""The command that reads on many machines."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import Learned, MaxBytes
from dragoman.cli.streams import say

if TYPE_CHECKING:
    from dragoman.batch.plan import Plan
    from dragoman.batch.rays import OnRay
    from dragoman.batch.shards import Row

commands = typer.Typer()


@commands.command()
def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|GLOB|s3://...",
            help="Files (WARC, JSON Lines, Parquet, HTML, text), folders or globs of them.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FOLDER|s3://...", help="Where shards are written."),
    ],
    workers: Annotated[
        int | None,
        typer.Option("--workers", "-w", min=1, help="Actors that read; default: one a core."),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(
            "--address", metavar="ADDRESS", help="A running cluster of Ray; default: a local one."
        ),
    ] = None,
    merging: Annotated[
        bool, typer.Option("--merge/--no-merge", help="Merge what was read into entries.")
    ] = True,
    domestic: Annotated[
        bool, typer.Option("--domestic", help="Also acts within one polity.")
    ] = False,
    learned: Learned = False,
    max_bytes: MaxBytes = None,
    shard_bytes: Annotated[
        int | None, typer.Option("--shard-bytes", min=1000, help="Bytes of input in a shard.")
    ] = None,
) -> None:
    """Reads many inputs on several cores or machines into Parquet; a second run goes on."""
    from dragoman.core.errors import DragomanError

    try:
        from dragoman.batch.plan import SHARD_BYTES, Options, planned
        from dragoman.batch.rays import OnRay
        from dragoman.recording.matching import StructureMatching
        from dragoman.recording.versions import reader_version
        from dragoman.sources.source import DEFAULT_LIMIT

        options = Options(
            reader_version(), StructureMatching.version, domestic, learned,
            max_bytes or DEFAULT_LIMIT, shard_bytes or SHARD_BYTES,
        )  # fmt: skip
        plan = planned(inputs, output, options)
        with OnRay(workers or os.cpu_count() or 1, address) as spread:
            failed = _run(plan, output, spread, merging)
    except DragomanError as error:
        say(str(error))
        raise typer.Exit(2) from error
    raise typer.Exit(1 if failed else 0)


def _run(plan: "Plan", output: str, spread: "OnRay", merging: bool) -> int:
    """Reads and merges; gives how many inputs failed."""
    from dragoman.batch.places import named
    from dragoman.batch.run import merge_units, read_units

    told = _Told(len(plan.units))
    counts = read_units(plan, output, spread, told)
    said = f"{counts.documents} documents read"
    if counts.now:
        said += f" ({counts.now} now, in {counts.seconds:.1f} s, {counts.peak:.0f} MB a worker)"
    if counts.failed:
        said += f", {counts.failed} failed: see the column error of {named(output)}/readings"
    say(said)
    if merging:
        say(f"{merge_units(plan, output, spread)} entries")
    return counts.failed


class _Told:
    """Says how many units are read, ten times at most."""

    def __init__(self, units: int) -> None:
        self._units = units
        self._done = 0

    def __call__(self, row: "Row") -> None:
        self._done += 1
        if self._done % max(1, self._units // 10) == 0:
            say(f"{self._done} of {self._units} shards")
