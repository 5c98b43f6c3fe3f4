"""The commands that sum up what the ledger says of two sides."""

import csv
import json
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dragoman.cli.options import LedgerOption, Since, Until, iso
from dragoman.cli.streams import say, standard_output
from dragoman.core.interval import LAST_DAY

if TYPE_CHECKING:
    from dragoman.analysis.series import Period

commands = typer.Typer()
One = Annotated[str, typer.Argument(metavar="CODE", help="A side, such as JPN.")]
Other = Annotated[str, typer.Argument(metavar="CODE", help="The other side.")]


class Every(StrEnum):
    """Lengths of a period."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Shape(StrEnum):
    """Shapes of a series."""

    CSV = "csv"
    JSON = "json"


class Markup(StrEnum):
    """Shapes of a briefing."""

    MARKDOWN = "md"
    HTML = "html"


@commands.command()
def series(
    one: One,
    other: Other,
    by: Annotated[Every, typer.Option("--by", help="Length of a period.")] = Every.MONTH,
    since: Since = None,
    until: Until = None,
    form: Annotated[Shape, typer.Option("--format", "-f")] = Shape.CSV,
    ledger: LedgerOption = None,
) -> None:
    """Counts contacts and acts of two sides over time, with scores, gaps and travels."""
    from dragoman.analysis.series import gaps, travels
    from dragoman.analysis.series import series as made
    from dragoman.core.errors import LedgerError
    from dragoman.store.opening import open_ledger

    pair, between = _pair(one, other), (iso(since) or "", iso(until) or LAST_DAY)
    today = until.date() if until else datetime.now(UTC).date()
    try:
        with open_ledger(ledger) as opened, opened.read() as connection:
            periods = made(connection, pair, by.value, *between)
            more = {
                "gaps": [_gap(gap) for gap in gaps(connection, pair, today)],
                "travels": travels(connection, pair, *between),
            }
    except LedgerError as error:
        say(str(error))
        raise typer.Exit(1) from error
    with standard_output() as out:
        if form is Shape.JSON:
            whole = {"pair": sorted(pair), "by": by.value, **more}
            whole["periods"] = [period.to_json() for period in periods]
            print(json.dumps(whole, ensure_ascii=False, indent=2), file=out)
        else:
            _print_csv(periods, pair, out)


def _pair(one: str, other: str) -> tuple[str, str]:
    """Two codes in capitals, or an exit with what is wrong with them."""
    pair = (one.upper(), other.upper())
    if pair[0] == pair[1]:
        say(f"{pair[0]} {pair[1]}: give two different sides")
        raise typer.Exit(1)
    return pair


def _gap(gap: Any) -> dict[str, Any]:  # noqa: ANN401
    before = gap.before.isoformat() if gap.before else None
    return {"after": gap.after.isoformat(), "before": before, "days": gap.days}


def _print_csv(periods: "list[Period]", pair: tuple[str, str], out: TextIO) -> None:
    """One row a period: contacts by level, and by side acts with their scores."""
    a, b = sorted(pair)
    levels = ("leader", "minister", "official", "unknown")
    quads = ("verbal-coop", "material-coop", "verbal-conflict", "material-conflict")
    rows = csv.writer(out, lineterminator="\n")
    ends = [f"{part}_{side}" for side in (a, b) for part in ("events", "score_sum", "score_mean")]
    rows.writerow(["start", "engagements", *levels, "planned", *ends, *quads])
    for period in periods:
        data = period.to_json()
        told = [data[part].get(side, 0) for side in (a, b)
                for part in ("events", "score_sum", "score_mean")]  # fmt: skip
        rows.writerow([
            data["start"], sum(data["engagements"].values()),
            *(data["levels"].get(level, 0) for level in levels), data["planned"], *told,
            *(data["quads"].get(quad, 0) for quad in quads),
        ])  # fmt: skip


@commands.command()
def brief(
    one: One,
    other: Other,
    since: Since = None,
    until: Until = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Language of the labels.")
    ] = None,
    form: Annotated[Markup, typer.Option("--format", "-f")] = Markup.MARKDOWN,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Writes a cited briefing on two sides, as Markdown or HTML."""
    from dragoman.analysis.briefing import Wanted, briefing
    from dragoman.analysis.markup import as_html, as_markdown
    from dragoman.core.errors import DragomanError, NotInLedgerError
    from dragoman.lang.labels import labels, offered
    from dragoman.store.opening import open_ledger

    pair, between = _pair(one, other), (iso(since) or "", iso(until) or LAST_DAY)
    today: date = until.date() if until else datetime.now(UTC).date()
    try:
        words = labels(language) if language else offered()[0]
        with open_ledger(ledger) as opened, opened.read() as connection:
            made = briefing(connection, Wanted(pair, today, *between), words)
        if not made.told:
            raise NotInLedgerError(f"{pair[0]} {pair[1]}: the ledger tells nothing of these two")
        text = as_html(made) if form is Markup.HTML else as_markdown(made)
        if output is not None:
            output.write_text(text, encoding="utf-8")
            return
    except DragomanError as error:
        say(str(error))
        raise typer.Exit(1) from error
    except OSError as error:
        say(f"{output}: cannot be written ({error.strerror}): name another file with --output")
        raise typer.Exit(1) from error
    with standard_output() as out:
        print(text, file=out, end="")
