"""References between entries: bodies name claims, and readers want the entries of these."""

from collections.abc import Iterable

from sqlalchemy import Connection

from dragoman.store.entry import JsonObject
from dragoman.store.sql import query

_KEYS = ("engagement", "statement", "part_of")


def with_references(connection: Connection, entries: Iterable[JsonObject]) -> list[JsonObject]:
    """The entries with references to entries as they are now; those to what is gone are None."""
    given = list(entries)
    claims = {entry[key] for entry in given for key in _KEYS if entry.get(key)}
    found: dict[str, str] = {}
    if claims:
        rows = query(
            connection,
            "SELECT c.id, e.id FROM claims c JOIN entries e ON e.n = c.entry WHERE c.id IN :ids"
            " UNION ALL SELECT a.id, e.id FROM claim_aliases a JOIN claims c ON c.n = a.claim"
            " JOIN entries e ON e.n = c.entry WHERE a.id IN :ids",
            ids=claims,
        )
        found = dict(rows)
    return [
        {**entry, **{key: found.get(entry[key] or "") for key in _KEYS if key in entry}}
        for entry in given
    ]
