"""Documents and entities as they are kept, for showing them."""

import json
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from dragoman.store.entry import JsonObject
from dragoman.store.sql import query
from dragoman.store.tables import FAMILIES
from dragoman.store.values import raw_text

_META = (
    "n, id, uri, url, outlet, agency, language, title, published_earliest, published_latest,"
    " published_basis, published_because, retrieved, report, recorded"
)
_NAMES = ("n", "id", "uri", "url", "outlet", "agency", "language", "title")


def _document(row: Sequence[object]) -> JsonObject:
    """A document's metadata without its text, from a row of `_META`."""
    found: JsonObject = dict(zip(_NAMES, row, strict=False))
    days = dict(zip(("earliest", "latest", "basis", "because"), row[8:12], strict=True))
    found["published"] = days if days["earliest"] else None
    found["retrieved"], found["report"], found["recorded"] = row[12:15]
    return found


def find_document(connection: Connection, name: str) -> tuple[JsonObject, str] | None:
    """A document by its id: what was read of it, and its raw text; None where it is not kept.

    The reading has the shape of the public contract, but each claim has the id of the ledger and
    `entry`, the id of the entry that it is part of.
    """
    rows = query(connection, f"SELECT {_META}, raw FROM documents WHERE id = :id", id=name)
    if not rows:
        return None
    meta = _document(rows[0])
    key = meta.pop("n")
    reading: JsonObject = {"document": meta, "stories": _stories(connection, key)}
    claims = query(
        connection,
        "SELECT c.id, c.family, c.record, e.id FROM claims c LEFT JOIN entries e ON e.n = c.entry"
        " WHERE c.document = :n ORDER BY c.n",
        n=key,
    )
    for family in FAMILIES:
        reading[f"{family}s"] = [
            {**json.loads(record), "id": claim, "entry": entry}
            for claim, of, record, entry in claims
            if of == family
        ]
    notes = query(connection, "SELECT notes FROM readings WHERE document = :n", n=key)
    reading["notes"] = json.loads(notes[0][0]) if notes else []
    named = {p["entity"] for e in reading["engagements"] for p in e["participants"]}
    named |= {s["speaker"] for s in reading["statements"] if s["speaker"]}
    named |= {c for e in reading["engagements"] for c in e["sides"]}
    named |= {c for e in reading["events"] for c in (e["source"], e["target"])}
    reading["entities"] = list(find_entities(connection, named).values())
    reading["copies"] = _copies(connection, str(meta["report"]), name)
    reading["sightings"] = [
        {"uri": uri, "outlet": outlet}
        for uri, outlet in query(
            connection, "SELECT uri, outlet FROM sightings WHERE document = :n ORDER BY 1", n=key
        )
    ]
    return reading, raw_text(rows[0][15])


def _stories(connection: Connection, document: int) -> list[JsonObject]:
    rows = query(
        connection,
        "SELECT id, role, language, title, spans, published FROM stories WHERE document = :n"
        " ORDER BY position",
        n=document,
    )
    return [
        {"id": name, "role": role, "language": language, "title": title,
         "spans": json.loads(spans), "published": json.loads(published) if published else None}
        for name, role, language, title, spans, published in rows
    ]  # fmt: skip


def _copies(connection: Connection, report: str, but: str) -> list[JsonObject]:
    """Other documents that print the same report."""
    rows = query(
        connection,
        f"SELECT {_META} FROM documents WHERE report = :report AND id <> :but ORDER BY day, n"
        " LIMIT 50",
        report=report, but=but,
    )  # fmt: skip
    return [_document(row) for row in rows]


def list_documents(
    connection: Connection, *, limit: int = 50, before: int | None = None,
    language: str | None = None, outlet: str | None = None,
) -> tuple[list[JsonObject], int | None]:  # fmt: skip
    """Documents as they were recorded, the last first, and the key from which to go on."""
    parts, values = ["1 = 1"], dict[str, object]()
    for name, value, condition in (
        ("before", before, "n < :before"),
        ("language", language, "language = :language"),
        ("outlet", outlet, "outlet = :outlet"),
    ):
        if value is not None:
            parts.append(condition)
            values[name] = value
    rows = query(
        connection,
        f"SELECT {_META} FROM documents WHERE {' AND '.join(parts)} ORDER BY n DESC LIMIT :most",
        **values, most=limit + 1,
    )  # fmt: skip
    found = [_document(row) for row in rows[:limit]]
    more = found[-1]["n"] if len(rows) > limit else None
    for document in found:
        document.pop("n")
    return found, more


_ENTITY = "id, kind, name, names, country, wikidata"


def _entity(row: Sequence[str]) -> JsonObject:
    name, kind, usual, names, country, wikidata = row[:6]
    return {"id": name, "kind": kind, "name": usual, "names": json.loads(names),
            "country": country, "wikidata": wikidata}  # fmt: skip


def find_entities(connection: Connection, ids: Collection[str]) -> dict[str, JsonObject]:
    """Entities by id."""
    if not ids:
        return {}
    rows = query(connection, f"SELECT {_ENTITY} FROM entities WHERE id IN :ids", ids=sorted(ids))
    return {row[0]: _entity(row) for row in sorted(rows)}


def list_entities(
    connection: Connection, *, kind: str | None = None, country: str | None = None,
    words: Sequence[str] = (), limit: int = 50, after: int | None = None,
) -> tuple[list[JsonObject], int | None]:  # fmt: skip
    """Entities in the order in which they were met, and the key from which to go on.

    `words` are folded words that must all stand in a name.
    """
    parts, values = ["1 = 1"], dict[str, object]()
    for name, value, condition in (
        ("after", after, "n > :after"),
        ("kind", kind, "kind = :kind"),
        ("country", country, "country = :country"),
    ):
        if value is not None:
            parts.append(condition)
            values[name] = value
    for number, word in enumerate(words):
        parts.append(f"n IN (SELECT entity FROM entity_names WHERE folded = :word_{number})")
        values[f"word_{number}"] = word
    rows = query(
        connection,
        f"SELECT {_ENTITY}, n FROM entities WHERE {' AND '.join(parts)} ORDER BY n LIMIT :most",
        **values, most=limit + 1,
    )  # fmt: skip
    more = int(rows[limit - 1][6]) if len(rows) > limit else None
    return [_entity(row) for row in rows[:limit]], more
