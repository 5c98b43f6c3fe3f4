"""A stored document as reading left it."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection

from dragoman.core.interval import Interval
from dragoman.core.reading import DocumentMeta, StoryReading
from dragoman.store.entry import JsonObject
from dragoman.store.sql import query
from dragoman.store.values import raw_text

Stored = tuple[int, str, DocumentMeta, tuple[StoryReading, ...]]


def day_of(days: JsonObject | None) -> Interval | None:
    """The interval that JSON stands for."""
    if days is None:
        return None
    first, last = (date.fromisoformat(days[key]) for key in ("earliest", "latest"))
    return Interval(first, last, days["basis"], days["because"])


def stored_document(connection: Connection, name: str) -> Stored | None:
    """The key, raw text, metadata and stories of a document; None where it is not kept."""
    rows = query(
        connection,
        "SELECT n, raw, id, uri, language, outlet, agency, title, url, published_earliest,"
        " published_latest, published_basis, published_because FROM documents WHERE id = :id",
        id=name,
    )
    if not rows:
        return None
    n, stored, *about = rows[0]
    raw = raw_text(stored)
    days: dict[str, Any] = dict(
        zip(("earliest", "latest", "basis", "because"), about[7:], strict=True)
    )
    published = day_of(days) if days["earliest"] else None
    stories = tuple(
        StoryReading(
            row[0], row[1], row[2], row[3],
            "\n".join(raw[a:b] for a, b in json.loads(row[4])),
            tuple((a, b) for a, b in json.loads(row[4])),
            day_of(json.loads(row[5])) if row[5] else None,
        )
        for row in query(
            connection,
            "SELECT id, role, language, title, spans, published FROM stories"
            " WHERE document = :n ORDER BY position",
            n=n,
        )
    )  # fmt: skip
    uri, language, outlet, agency, title, url = about[1:7]
    meta = DocumentMeta(name, uri, language, outlet, agency, title, url, published=published)
    return n, raw, meta, stories
