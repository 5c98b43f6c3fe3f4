"""Options and arguments that several commands take, each written once."""

from datetime import datetime
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|-...",
        help="Files (text, HTML, JSON Lines), folders of them, or - for standard input.",
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        "--published",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="Day of publication, for text that carries no date.",
    ),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Language of the text, if you know it."),
]
MaxBytes = Annotated[
    int | None, typer.Option("--max-bytes", min=1, help="Refuse inputs that are larger.")
]
Learned = Annotated[
    bool, typer.Option("--learned", help="Also judge sentences that no rule reads.")
]
LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH|URL",
        help="The ledger: a file, or postgresql://...; by default one in your data folder.",
    ),
]
Since = Annotated[
    datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], metavar="DATE", help="From.")
]
Until = Annotated[
    datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], metavar="DATE", help="To.")
]


def iso(day: datetime | None) -> str | None:
    """A day as ISO text; None stays None."""
    return day.date().isoformat() if day else None
