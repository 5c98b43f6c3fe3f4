"""Entries in the order of how near their words are in meaning to a question, in any language."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection

from dragoman.store.entry import JsonObject
from dragoman.store.listing import MOST, Asked, Page, list_entries

Vectors = Callable[[Iterable[str]], Sequence[Sequence[float]]]
"""Turns texts into vectors of unit length."""
WINDOW = 2000
"""So many of the newest entries that filters allow are held against the question."""
NEAR = 0.25
"""Cosine below which an entry is about something else."""


def nearest(connection: Connection, asked: Asked, text: str, vectors: Vectors, limit: int) -> Page:
    """The nearest entries, the nearest first; there is no next page."""
    some: list[JsonObject] = []
    after: str | None = None
    while len(some) < WINDOW:
        page = list_entries(connection, asked, limit=MOST, after=after)
        some += page.items
        after = page.next
        if after is None:
            break
    [question] = vectors([text])
    words = [_words(entry) for entry in some]
    known = dict(zip(dict.fromkeys(words), vectors(dict.fromkeys(words)), strict=True))
    scored = [
        (sum(a * b for a, b in zip(question, known[said], strict=True)), entry)
        for said, entry in zip(words, some, strict=True)
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1]["id"]))
    return Page([entry for score, entry in scored[:limit] if score >= NEAR], None)


def _words(entry: JsonObject) -> str:
    """What an entry says: its gist, or the first words that tell it."""
    said = entry.get("gist") or (entry["evidence"][0]["text"] if entry["evidence"] else "")
    return str(said)[:500]
