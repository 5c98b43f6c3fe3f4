"""What people decided, as it is shown: the queue of what to look at, and the corrections made."""

from sqlalchemy import Connection

from dragoman.store.entry import JsonObject
from dragoman.store.fetch import CORRECTION, correction_of, undone
from dragoman.store.listing import Asked, list_entries
from dragoman.store.sql import query

_UNSEEN = ("read",)


def to_review(connection: Connection, limit: int = 20) -> list[JsonObject]:
    """Entries nobody looked at: first those whose reports disagree, then the least sure."""
    apart = Asked(standings=_UNSEEN, conflicts=True, families=("engagement",))
    first = list_entries(connection, apart, order="unsure", limit=max(1, limit // 3)).items
    families = ("engagement", "outcome", "statement")
    unsure = Asked(standings=_UNSEEN, families=families)
    rest = list_entries(connection, unsure, order="unsure", limit=limit).items
    seen = {entry["id"] for entry in first}
    return [*first, *(entry for entry in rest if entry["id"] not in seen)][:limit]


def corrections(
    connection: Connection, most: int = 50, before: int | None = None
) -> list[JsonObject]:
    """The corrections that were made, the last first; `undone` is true of those taken back."""
    rows = query(
        connection,
        f"{CORRECTION} WHERE n < :before ORDER BY n DESC LIMIT :most",
        before=before or 2**62, most=most,
    )  # fmt: skip
    gone = undone(connection)
    return [
        {"n": c.n, "id": c.id, "action": c.action, "family": c.family, "entry": c.target,
         "content": c.content, "who": c.who, "when": c.made, "why": c.why, "undoes": c.undoes,
         "undone": c.id in gone}
        for c in map(correction_of, rows)
    ]  # fmt: skip
