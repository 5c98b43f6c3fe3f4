"""What is exported, read from the ledger some at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.store.entry import JsonObject
from dragoman.store.listing import SHOWN, Asked, all_entries
from dragoman.store.recorded import list_documents, list_entities
from dragoman.store.references import with_references

SOME = 500
"""Records that are held at once."""


@dataclass(frozen=True, slots=True)
class Source:
    """The records of a ledger, through one connection, so that all files tell of one state."""

    connection: Connection
    since: str | None = None
    until: str | None = None

    def entries(self, family: str) -> Iterator[JsonObject]:
        """The entries of a family by day, with references to other entries."""
        asked = Asked(families=(family,), standings=SHOWN, since=self.since, until=self.until)
        some: list[JsonObject] = []
        for entry in all_entries(self.connection, asked, order="oldest"):
            some.append(entry)
            if len(some) == SOME:
                yield from with_references(self.connection, some)
                some = []
        yield from with_references(self.connection, some)

    def documents(self) -> Iterator[JsonObject]:
        """The metadata of all documents, the last recorded first."""
        before: int | None = None
        while True:
            found, before = list_documents(self.connection, limit=SOME, before=before)
            yield from found
            if before is None:
                return

    def entities(self) -> Iterator[JsonObject]:
        """Everybody and everything named, in the order in which they were met."""
        after: int | None = None
        while True:
            found, after = list_entities(self.connection, limit=SOME, after=after)
            yield from found
            if after is None:
                return
