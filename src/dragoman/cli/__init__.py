"""The command line: one command a verb; results to standard output, all else to standard error.

Exit codes: 0 done, 1 some inputs failed (each named on standard error), 2 wrong usage. What is
heavy to import is imported by the command that needs it, so that help comes at once.
"""

import json
import logging
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dragoman.cli import analysing, asking, batching, correct, exporting, following, ledger
from dragoman.cli.knowledge import kb, show
from dragoman.cli.options import Inputs, Language, Learned, MaxBytes, Published
from dragoman.cli.progress import Progress, named
from dragoman.cli.reading import fresh, load_reader
from dragoman.cli.serve import access, server
from dragoman.cli.streams import say, standard_output

if TYPE_CHECKING:
    from dragoman.output.select import Selection
    from dragoman.pipeline import Reader
    from dragoman.quality.score import Gold
    from dragoman.quality.tally import Score

app = typer.Typer(
    name="dragoman",
    help="Reads diplomatic news: who met, said and did what to whom, with the words that say so.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(show)
app.add_typer(server)
for module in (ledger, asking, correct, analysing, exporting, following, batching):
    app.add_typer(module.commands)
app.add_typer(kb, name="kb")
app.add_typer(access, name="access")


class Format(StrEnum):
    """Shapes of output."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `read` was asked for beside its inputs; None leaves the default."""

    form: Format
    selection: "Selection"
    published: date | None = None
    language: str | None = None
    max_bytes: int | None = None
    learned: bool = False


def main() -> None:
    """The `dragoman` command."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    app()


def _print_version(asked: bool) -> None:
    if asked:
        from dragoman.recording.versions import package_version

        with standard_output() as out:
            print(f"dragoman {package_version()}", file=out)
        raise typer.Exit


@app.callback()
def _verbs(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """Reads diplomatic news: who met, said and did what to whom, with the words that say so."""


@app.command()
def read(
    inputs: Inputs,
    form: Annotated[Format, typer.Option("--format", "-f", help="Shape of output.")] = Format.table,
    domestic: Annotated[
        bool, typer.Option("--domestic", help="Also acts within one polity.")
    ] = False,
    all_statuses: Annotated[
        bool,
        typer.Option(
            "--all-statuses", help="Also events planned, denied, hypothetical or historical."
        ),
    ] = False,
    min_confidence: Annotated[
        float,
        typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out what is less sure."),
    ] = 0.0,
    published: Published = None,
    language: Language = None,
    max_bytes: MaxBytes = None,
    learned: Learned = False,
) -> None:
    """Reads documents and prints what they report, with evidence. No database is touched."""
    from dragoman.output.select import Selection

    selection = Selection(domestic, all_statuses, min_confidence)
    day = published.date() if published else None
    with standard_output() as out:
        failed = _read(inputs, Wanted(form, selection, day, language, max_bytes, learned), out)
    raise typer.Exit(1 if failed else 0)


@app.command()
def check() -> None:
    """Checks language packs, ontology and knowledge; prints all problems at once."""
    from dragoman.pipeline import problems

    found = problems()
    with standard_output() as out:
        for problem in found:
            print(problem, file=out)
    say(f"problems: {len(found)}" if found else "no problems")
    raise typer.Exit(1 if found else 0)


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(help="A folder of gold records (*.json).")],
    texts: Annotated[
        Path | None,
        typer.Option("--texts", help="The folder that the records' documents start from."),
    ] = None,
    readings: Annotated[
        Path | None,
        typer.Option("--readings", help="Score these readings (JSON Lines), not fresh ones."),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="Also list what was missed or not asked for.")
    ] = False,
    page: Annotated[Path, typer.Option("--page", help="Where to write the page of misses.")] = Path(
        "misses.html"
    ),
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail below the floors of quality-floors.toml.")
    ] = False,
    learned: Learned = False,
) -> None:
    """Compares readings with gold records by layer and language; writes a page of misses."""
    from dragoman.core.errors import DragomanError
    from dragoman.quality.floors import FLOORS, below, set_of
    from dragoman.quality.score import load_gold, report, score_all, total

    try:
        golds = load_gold(gold, texts)
        wanted = set_of(gold, FLOORS)
        given = _load_readings(readings) if readings else _read_gold(golds, learned)
    except DragomanError as error:
        say(str(error))
        raise typer.Exit(2) from error
    scores = score_all(golds, given)
    sealed = wanted is not None and wanted.sealed
    with standard_output() as out:
        if misses and not sealed:
            for miss in total(scores.values()).misses:
                print(miss.line, file=out)
        print(report(scores), file=out)
    if sealed:
        say("a sealed set: no misses are shown")
    else:
        _write_page(page, f"{gold} read", scores, golds)
    low = below(wanted, scores) if wanted else []
    for line in low:
        say(f"below the floor: {line}")
    raise typer.Exit(1 if strict and low else 0)


def _read(inputs: list[str], wanted: Wanted, out: TextIO) -> int:
    """Reads and prints all inputs; gives how many failed."""
    from dragoman.core.errors import DragomanError
    from dragoman.output.select import select
    from dragoman.output.writers import open_writer
    from dragoman.sources.failures import InputFailure
    from dragoman.sources.files import read_inputs
    from dragoman.sources.source import DEFAULT_LIMIT

    writer = open_writer(wanted.form.value, out)
    limit = wanted.max_bytes or DEFAULT_LIMIT
    reader: Reader | None = None
    with Progress(out) as progress:
        for item in read_inputs(inputs, limit, sys.stdin.buffer):
            if isinstance(item, InputFailure):
                progress.fail(item)
                continue
            if reader is None:
                reader = load_reader(wanted.selection.domestic, wanted.learned)
            try:
                reading = fresh(reader, item, wanted.published, wanted.language)
            except DragomanError as error:
                progress.fail(named(item.uri, error))
                continue
            writer.add(select(reading, wanted.selection))
            progress.step()
    writer.close()
    return progress.failed


def _read_gold(golds: Iterable["Gold"], learned: bool) -> dict[str, Any]:
    """Fresh readings of the gold records' texts, as `read` prints them, by base name."""
    from dragoman.core.errors import DragomanError
    from dragoman.output.select import Selection, select
    from dragoman.sources.failures import InputFailure
    from dragoman.sources.files import read_inputs
    from dragoman.sources.source import DEFAULT_LIMIT

    reader = load_reader(learned=learned)
    readings: dict[str, Any] = {}
    texts = [str(gold.text) for gold in golds]
    for item in read_inputs(texts, DEFAULT_LIMIT, sys.stdin.buffer):
        if isinstance(item, InputFailure):
            say(str(item))
            continue
        try:
            reading = select(reader.read(item), Selection())
        except DragomanError as error:
            say(named(item.uri, error))
            continue
        readings[Path(item.uri).name] = reading.to_json()
    return readings


def _write_page(
    page: Path, title: str, scores: dict[str, "Score"], golds: Iterable["Gold"]
) -> None:
    """Writes the page of misses and says where it is."""
    from dragoman.quality.page import misses_page

    texts = {gold.text.name: gold.raw for gold in golds}
    try:
        page.write_text(misses_page(title, scores, texts), encoding="utf-8")
    except OSError as error:
        say(f"{page}: cannot be written ({error.strerror}): name another file with --page")
        raise typer.Exit(2) from error
    say(f"misses: {page}")


def _load_readings(path: Path) -> dict[str, Any]:
    """Readings from a JSON Lines file, by the base name of their document's uri."""
    from dragoman.core.errors import InputError

    readings: dict[str, Any] = {}
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}): give a file") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            reading = json.loads(line)
            readings[Path(reading["document"]["uri"]).name] = reading
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"{path}:{number}: no reading: make the file with `dragoman read --format jsonl`"
            ) from error
    return readings
