"""Writes the manual page, docs/dragoman.1, from the command line itself; `make man` runs it."""

import sys
from pathlib import Path
from typing import Any

import typer.main

from dragoman.cli import app

PAGE = Path(__file__).parents[1] / "docs" / "dragoman.1"
HEAD = """\
.\\" Made by tools/write_man.py from the command line: change that, then run `make man`.
.TH DRAGOMAN 1 "" "dragoman" "User Commands"
.SH NAME
dragoman \\- reads diplomatic news and writes down who did what to whom
.SH SYNOPSIS
.B dragoman
.I COMMAND
[\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]
"""
TAIL = """\
.SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
some inputs failed, each named on standard error; the rest is done
.TP
.B 2
wrong usage
.SH ENVIRONMENT
.TP
.B DRAGOMAN_LEDGER
the ledger where \\fB\\-\\-ledger\\fR does not name one
.TP
.B DRAGOMAN_KNOWLEDGE
the folder of your own tables of people and bodies; empty for none
.SH EXAMPLES
.nf
dragoman read article.txt
dragoman read news/ \\-\\-format jsonl > readings.jsonl
dragoman ingest news/ && dragoman brief IRN SAU
.fi
"""


def plain(text: str) -> str:
    """A text as troff prints it: no sign is an order."""
    safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{safe}" if safe.startswith(".") else safe


def described(parameters: list[Any], context: Any) -> list[str]:  # noqa: ANN401 - typer's own
    """One entry a parameter: how it is written, and what it does."""
    records = [p.get_help_record(context) for p in parameters if not getattr(p, "hidden", False)]
    return [
        line
        for record in records
        if record is not None and not record[0].startswith("--help")
        for line in (".TP", f".B {plain(record[0])}", plain(" ".join(record[1].split()) or " "))
    ]


def section(command: Any, name: str, context: Any) -> list[str]:  # noqa: ANN401 - typer's own
    """A command, or every command of a group of them."""
    children = getattr(command, "commands", None)
    if children:
        return [
            line
            for child in sorted(children)
            for line in section(children[child], f"{name} {child}", context)
        ]
    usage = " ".join(
        piece.strip("{}") for p in command.params for piece in p.get_usage_pieces(context)
    )
    return [
        f".SS {plain(' '.join(f'{name} {usage}'.split()))}",
        plain(" ".join((command.help or "").split())),
        *described(command.params, context),
    ]


def page() -> str:
    """The whole manual page."""
    root = typer.main.get_command(app)
    context: Any = root.make_context("dragoman", ["check"])
    commands = [
        line
        for name in sorted(root.commands)  # type: ignore[attr-defined]
        for line in section(root.commands[name], name, context)  # type: ignore[attr-defined]
    ]
    said = [".SH DESCRIPTION", plain(root.help or "")]
    body = [*said, ".SH OPTIONS", *described(root.params, context), ".SH COMMANDS", *commands]
    return HEAD + "\n".join(body) + "\n" + TAIL


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE, file=sys.stderr)
