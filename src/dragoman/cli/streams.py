"""Results on standard output, messages on standard error."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import typer


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output with the same bytes on every machine; quiet where nobody reads on."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        yield out
        out.flush()
    except BrokenPipeError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from error


def say(message: str) -> None:
    """A message to standard error."""
    print(message, file=sys.stderr, flush=True)
