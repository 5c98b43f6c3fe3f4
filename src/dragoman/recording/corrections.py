"""What people decided about entries, laid over what reports say."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.knowledge.offices import Office
from dragoman.recording.merged import index
from dragoman.store.entry import Entry
from dragoman.store.fetch import Correction

STANDING = {"accept": "accepted", "reject": "rejected", "edit": "edited"}


def rejected(entry: Entry, offices: dict[str, Office]) -> Entry:
    """The entry as one that nobody stands for any more."""
    return index(replace(entry, body={**entry.body, "standing": "rejected"}), offices)


def corrected(entry: Entry, rows: Sequence[Correction], offices: dict[str, Office]) -> Entry:
    """The entry with corrections, oldest first, laid over it; later ones go before earlier."""
    body = dict(entry.body)
    marks = []
    for row in sorted(rows, key=lambda row: row.n):
        if row.action not in STANDING:
            continue
        if row.action == "edit":
            body.update(row.content)
        body["standing"] = STANDING[row.action]
        marks.append({
            "id": row.id, "action": row.action, "who": row.who, "when": row.made, "why": row.why,
        })  # fmt: skip
    if not marks:
        return entry
    body["corrections"] = marks
    return index(replace(entry, body=body), offices)
