"""Reading what somebody gives: one reader, built once, in the background."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock, Thread
from typing import Any

from dragoman.core.document import Incoming
from dragoman.core.errors import DragomanError
from dragoman.core.interval import Interval
from dragoman.core.reading import Reading
from dragoman.output.select import Selection, select
from dragoman.pipeline import Reader
from dragoman.sources.contents import read_bytes
from dragoman.sources.failures import InputFailure
from dragoman.sources.http import Resolver, resolve
from dragoman.sources.jsonl import read_object
from dragoman.sources.places import AddressSource
from dragoman.web.errors import WebError
from dragoman.web.settings import Limits

_LOG = logging.getLogger(__name__)

Read = tuple[Incoming, Reading]


@dataclass(slots=True)
class Readings:
    """Reads documents one at a time: reading keeps a core busy, and two would only wait."""

    limits: Limits
    resolver: Resolver = resolve
    _reader: Reader | None = None
    _lock: Lock = field(default_factory=Lock)

    def warm(self) -> None:
        """Begins to load the reader, which takes some seconds."""
        Thread(target=self.reader, daemon=True, name="load-reader").start()

    def reader(self) -> Reader:
        """The reader, loaded."""
        with self._lock:
            if self._reader is None:
                self._reader = Reader.default()
            return self._reader

    def read(self, incoming: Incoming, published: date | None = None) -> Reading:
        """The reading of one document; `published` serves where the text has no day itself.

        Raises:
            WebError: the text is too long, or no reading was possible.
        """
        if len(incoming.raw) > self.limits.text_points:
            raise WebError(
                413, "too_large", f"More than {self.limits.text_points:,} characters of text.",
                "Give one article at a time.",
            )  # fmt: skip
        reader = self.reader()
        with self._lock:
            try:
                reading = reader.read(incoming)
                found = reading.document.published
                if published and (found is None or found.basis == "inferred"):
                    given = Interval(published, published, "explicit", "given by the caller")
                    reading = reader.read(replace(incoming, published=given))
            except DragomanError as error:
                _LOG.warning("%s", error)
                raise WebError(
                    422, "unreadable", "Reading this text failed.", "Report it with the document."
                ) from error
        return reading

    def read_all(
        self, items: Sequence[Incoming | InputFailure], published: date | None = None
    ) -> tuple[tuple[Read, ...], tuple[tuple[str, str], ...]]:
        """Readings of all documents, and what failed with its reason."""
        read: list[Read] = []
        failed: list[tuple[str, str]] = []
        for item in items:
            if isinstance(item, InputFailure):
                failed.append((item.uri, item.reason + (f" ({item.hint})" if item.hint else "")))
                continue
            try:
                read.append((item, self.read(item, published)))
            except WebError as error:
                failed.append((item.uri, f"{error.message} {error.hint}".strip()))
        return tuple(read), tuple(failed)

    def from_address(self, address: str) -> list[Incoming | InputFailure]:
        """The documents at a public address; what a feed names is not followed from here."""
        source = AddressSource(address, self.limits.body_bytes, self.resolver, follow=False)
        return list(source.documents())

    def from_file(self, name: str, data: bytes) -> list[Incoming | InputFailure]:
        """The documents of an uploaded file."""
        suffix = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
        return list(read_bytes(name, suffix, data, self.limits.body_bytes))

    def from_object(self, value: dict[str, Any]) -> Incoming | InputFailure:
        """The document that one JSON object describes."""
        return read_object("given", value)


def shown(reading: Reading, selection: Selection | None = None) -> dict[str, Any]:
    """A reading as plain data, without what was not asked for."""
    return select(reading, selection or Selection()).to_json()
