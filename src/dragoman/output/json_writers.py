"""Readings as JSON, in the shape of the public contract."""

import json
from typing import TextIO

from dragoman.core.reading import Reading


class JsonLinesWriter:
    """One reading a line, so that output can be cut, joined and read while it grows."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def add(self, reading: Reading) -> None:
        """Prints one line; lines of JSON never hold a line break."""
        line = json.dumps(reading.to_json(), ensure_ascii=False, separators=(",", ":"))
        # These two end a line for some readers, though JSON allows them inside a string.
        line = line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        self._out.write(line + "\n")

    def close(self) -> None:
        """Prints nothing: every line stands alone."""


class JsonWriter:
    """Indented JSON for eyes: one document is an object, several are a list of objects."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._first: str | None = None
        self._count = 0

    def add(self, reading: Reading) -> None:
        """Prints a reading; the first waits until it is known whether it is the only one."""
        text = json.dumps(reading.to_json(), ensure_ascii=False, indent=2)
        self._count += 1
        if self._count == 1:
            self._first = text
            return
        if self._count == 2:
            self._out.write(f"[\n{self._first}")
            self._first = None
        self._out.write(f",\n{text}")

    def close(self) -> None:
        """Prints the only reading, or ends the list; no reading at all gives an empty list."""
        if self._count == 0:
            self._out.write("[]\n")
        elif self._count == 1:
            self._out.write(f"{self._first}\n")
        else:
            self._out.write("\n]\n")
