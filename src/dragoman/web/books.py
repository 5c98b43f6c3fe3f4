"""The ledger behind the pages: opened once, read by many, with sums kept while nothing changes."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection

from dragoman.core.document import Incoming
from dragoman.core.errors import LedgerError
from dragoman.core.reading import Reading
from dragoman.recording.record import Recorder, Result, Versions
from dragoman.recording.versions import package_version, reader_version
from dragoman.store.opening import Ledger, open_ledger
from dragoman.store.overview import mark
from dragoman.web.errors import WebError

T = TypeVar("T")

_LOG = logging.getLogger(__name__)

PATIENCE = 10.0
"""Sums may be this many seconds old while the ledger is being filled."""
_MOST_SUMS = 500


@dataclass(slots=True)
class Books:
    """A ledger by its place; opening it makes it where it is not there."""

    where: str
    _ledger: Ledger | None = None
    _recorder: Recorder | None = None
    _lock: Lock = field(default_factory=Lock)
    _sums: dict[str, tuple[str, float, Any]] = field(default_factory=dict)

    def ledger(self) -> Ledger:
        """The opened ledger.

        Raises:
            LedgerError: it cannot be opened.
        """
        with self._lock:
            if self._ledger is None:
                self._ledger = open_ledger(self.where, create=True)
            return self._ledger

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger.

        Raises:
            WebError: the ledger cannot be read now.
        """
        try:
            with self.ledger().read() as connection:
                yield connection
        except LedgerError as error:
            raise unavailable(error) from error

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The connection of the only writer.

        Raises:
            WebError: the ledger cannot be written now.
        """
        try:
            with self.ledger().write() as connection:
                yield connection
        except LedgerError as error:
            raise unavailable(error) from error

    def sum(self, key: str, connection: Connection, make: Callable[[], T]) -> T:
        """What `make` gives, kept until the ledger changes."""
        now = mark(connection)
        kept = self._sums.get(key)
        if kept and (kept[0] == now or time.monotonic() - kept[1] < PATIENCE):
            found: T = kept[2]
            return found
        made = make()
        if len(self._sums) >= _MOST_SUMS:
            self._sums.clear()
        self._sums[key] = (now, time.monotonic(), made)
        return made

    def record(self, incoming: Incoming, reading: Reading) -> Result:
        """Records a document.

        Raises:
            WebError: the ledger cannot be written now.
        """
        try:
            ledger = self.ledger()
            with self._lock:
                if self._recorder is None:
                    versions = Versions(package_version(), reader_version())
                    self._recorder = Recorder(ledger, versions)
                    self._recorder.start("serve")
                result = self._recorder.record(incoming, reading)
                self._sums.clear()
            return result
        except LedgerError as error:
            raise unavailable(error) from error

    def changed(self) -> None:
        """Forgets all sums: somebody corrected something."""
        self._sums.clear()

    def close(self) -> None:
        """Closes the ledger."""
        with self._lock:
            if self._ledger is not None:
                self._ledger.close()
                self._ledger = None


def unavailable(error: LedgerError) -> WebError:
    """What is answered where the ledger fails; its place is not told to strangers."""
    text = str(error)
    if text.startswith("cursor "):
        return WebError(400, "bad_cursor", f"{text}.", "Begin with the first page.")
    return WebError(
        503,
        "ledger_unavailable",
        "The ledger cannot be used now.",
        "Its owner finds why in the log.",
    )
