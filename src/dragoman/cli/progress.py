"""How far a run is, and what failed, on standard error."""

import sys
from typing import Any, TextIO

from dragoman.cli.streams import say
from dragoman.sources.failures import PassedOver

EVERY = 50
"""Where standard error is no terminal, progress is one line for so many documents."""


_PLURALS = {"document": "documents", "entry": "entries"}


class Progress:
    """Says on standard error how far a run of more than one input is, and what failed.

    `noun` and `verb` say what is counted and what was done to it.
    """

    def __init__(self, out: TextIO, noun: str = "document", verb: str = "read") -> None:
        self._noun, self._verb = noun, verb
        self.done = 0
        self.failed = 0
        self._live: Any = None
        # Where results go to the same terminal, they are the progress.
        self._drawn = sys.stderr.isatty()
        self._hidden = self._drawn and out.isatty()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *problem: object) -> None:
        if self._live is not None:
            self._live.stop()
        if self.done + self.failed > 1 and not self._hidden and problem[0] is None:
            say(self._line())

    def step(self, done: int = 1) -> None:
        """Counts what is done."""
        self.done += done
        if self._hidden or self.done < 2:
            return
        if self._drawn:
            self._draw()
        elif self.done // EVERY > (self.done - done) // EVERY:
            say(self._line())

    def fail(self, failure: object) -> None:
        """Says on one line why an input gave nothing, and counts it if that is a failure."""
        self.failed += not isinstance(failure, PassedOver)
        say(" ".join(str(failure).split()))

    def _draw(self) -> None:
        if self._live is None:
            from rich.console import Console
            from rich.status import Status

            self._live = Status(self._line(), console=Console(stderr=True))
            self._live.start()
        self._live.update(self._line())

    def _line(self) -> str:
        noun = self._noun if self.done == 1 else _PLURALS[self._noun]
        return f"{self.done} {noun} {self._verb}" + (
            f", {self.failed} failed" if self.failed else ""
        )


def named(uri: str, error: Exception) -> str:
    """An error's message, beginning with the document that it is about."""
    message = str(error)
    return message if message.startswith(uri) else f"{uri}: {message}"
