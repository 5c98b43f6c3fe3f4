"""What every source gives: documents with their provenance, and what failed on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from dragoman.core.document import Incoming
from dragoman.core.interval import Interval
from dragoman.sources.failures import InputFailure

DEFAULT_LIMIT = 20_000_000
"""Bytes above which a document is refused unless asked for."""

Inputs = Iterator[Incoming | InputFailure]
"""Documents in the order of the source; what could not be read stands among them, in one line."""


class Source(Protocol):
    """A place that documents come from: a file, a folder, a feed, a crawl.

    Each document says where it is from: `uri` is unique in the source, `url` its address on the
    web, `outlet` who published it, `published` and `retrieved` the days of publication and of
    fetching or crawling where they are known. A source never raises for one document.
    """

    def documents(self) -> Inputs:
        """The documents there are now."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of a document from outside.

    `url` and `outlet` stand before what its page says of itself, the rest fills what it leaves
    open. `listed_by` names the feed that announces it, `charset` is the encoding that its server
    declared.
    """

    url: str | None = None
    title: str | None = None
    published: Interval | None = None
    retrieved: Interval | None = None
    outlet: str | None = None
    listed_by: str | None = None
    charset: str | None = None

    def of(self, item: Incoming) -> Incoming:
        """The document, with what is known of it where it says nothing itself."""
        return replace(
            item,
            url=item.url or self.url,
            title=item.title or self.title,
            published=item.published or self.published,
            retrieved=item.retrieved or self.retrieved,
            outlet=item.outlet or self.outlet or self.listed_by,
        )
