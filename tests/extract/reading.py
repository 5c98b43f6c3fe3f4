"""Reads single sentences of our own through the whole pipeline."""

from collections.abc import Collection
from datetime import date
from hashlib import sha256

from dragoman.core.document import Incoming
from dragoman.core.interval import Interval
from dragoman.core.reading import Participant, Reading
from dragoman.pipeline import Reader

DAY = Interval(date(2024, 1, 10), date(2024, 1, 10), "explicit", "given")
Deed = tuple[str, str | None, str | None]
"""Type, source and target of an event."""

_READER = Reader.default()
_INNER_READER = Reader(domestic=True)


def read(
    text: str,
    language: str | None = None,
    title: str | None = None,
    published: Interval | None = DAY,
    domestic: bool = False,
) -> Reading:
    """The reading of a text published, if nothing else is said, on Wednesday 10 January 2024."""
    digest = sha256(text.encode()).hexdigest()
    return (_INNER_READER if domestic else _READER).read(
        Incoming("test", text, digest, title=title, published=published, language=language)
    )


def participants(text: str, language: str) -> dict[str, Participant]:
    """The participants of all engagements by their names."""
    return {p.name: p for e in read(text, language).engagements for p in e.participants}


def deeds(
    text: str,
    language: str | None = None,
    domestic: bool = False,
    statuses: Collection[str] | None = ("happened",),
    published: Interval | None = DAY,
) -> set[Deed]:
    """Type, source and target of the events of a text that have one of the statuses, or any."""
    events = read(text, language, published=published, domestic=domestic).events
    kept = [e for e in events if statuses is None or e.status in statuses]
    return {(e.type, e.source, e.target) for e in kept}
