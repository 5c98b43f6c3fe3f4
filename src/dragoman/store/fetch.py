"""What recording asks of the ledger before it writes: a document, its blocks, its judgements."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.store.entry import Decision, JsonObject, Member
from dragoman.store.sql import query
from dragoman.store.values import plain


def known_document(connection: Connection, document: str) -> tuple[int, str] | None:
    """The key of a document and the version that read it; None where it was never recorded."""
    found = query(
        connection,
        "SELECT d.n, r.reader FROM documents d JOIN readings r ON r.document = d.n"
        " WHERE d.id = :id",
        id=document,
    )
    return (found[0][0], found[0][1]) if found else None


def signed_documents(
    connection: Connection, after: int, most: int
) -> list[tuple[int, str, bytes | None]]:
    """Documents in the order in which they were recorded: key, id and signature of the text."""
    rows = query(
        connection,
        "SELECT n, id, signature FROM documents WHERE n > :after ORDER BY n LIMIT :most",
        after=after, most=most,
    )  # fmt: skip
    return [(n, name, bytes(signed) if signed else None) for n, name, signed in rows]


def merged_by(connection: Connection) -> set[str]:
    """The versions of the matching rules that the ledger was merged by."""
    rows = query(
        connection,
        "SELECT DISTINCT r.resolver FROM readings d JOIN runs r ON r.n = d.run"
        " WHERE r.n > (SELECT COALESCE(MAX(n), 0) FROM runs WHERE command = :merge"
        " AND finished IS NOT NULL)"
        " UNION SELECT resolver FROM runs WHERE n = (SELECT MAX(n) FROM runs"
        " WHERE command = :merge AND finished IS NOT NULL)",
        merge=MERGING,
    )  # fmt: skip
    return {row[0] for row in rows}


MERGING = "merge"
"""The name of the runs that merge all again."""
_MEMBERS = (
    "SELECT c.id, c.n, c.family, c.story, c.origin, c.record, c.matching, c.entry, c.document,"
    " d.id, d.uri, d.outlet, d.agency, d.language, d.published_earliest, d.published_latest,"
    " d.report FROM claims c JOIN documents d ON d.n = c.document WHERE "
)


def _member(row: tuple[Any, ...]) -> Member:
    return Member(
        id=row[0], n=row[1], family=row[2], story=row[3], origin=row[4],
        record=json.loads(row[5]), matching=json.loads(row[6]), entry=row[7], document_n=row[8],
        document=row[9], uri=row[10], outlet=row[11], agency=row[12], language=row[13],
        published=(row[14], row[15]) if row[14] else None, report=row[16],
    )  # fmt: skip


def members(connection: Connection, ids: Collection[str]) -> dict[str, Member]:
    """The claims with these ids, by id."""
    if not ids:
        return {}
    rows = query(connection, f"{_MEMBERS} c.id IN :ids", ids=ids)
    return {row[0]: _member(row) for row in sorted(rows, key=lambda row: row[0])}


def members_of_documents(connection: Connection, documents: Collection[int]) -> list[Member]:
    """All claims of documents given by key, in the order of claims."""
    if not documents:
        return []
    rows = query(connection, f"{_MEMBERS} c.document IN :keys ORDER BY c.n", keys=documents)
    return [_member(row) for row in rows]


def claims_of_entries(connection: Connection, entries: Collection[int]) -> set[str]:
    """The ids of all claims of entries given by key."""
    if not entries:
        return set()
    rows = query(connection, "SELECT id FROM claims WHERE entry IN :keys", keys=entries)
    return {row[0] for row in rows}


Neighbours = dict[int, list[str]]


def neighbours(
    connection: Connection, keys: Collection[int], but: int
) -> tuple[Neighbours, dict[str, tuple[str, JsonObject]]]:
    """By block key, the ids of the claims of other documents in that block.

    The second part gives of each its family and what is compared. `but` is the key of the
    document whose claims are left out.
    """
    near: Neighbours = {}
    matching: dict[str, tuple[str, JsonObject]] = {}
    if keys:
        rows = query(
            connection,
            "SELECT b.key, c.id, c.family, c.matching FROM blocks b JOIN claims c ON c.n = b.claim"
            " WHERE b.key IN :keys AND c.document <> :but",
            keys=keys, but=but,
        )  # fmt: skip
        for key, claim, family, compared in rows:
            near.setdefault(key, []).append(claim)
            if claim not in matching:
                matching[claim] = (family, json.loads(compared))
    return near, matching


def matching_of(connection: Connection, ids: Collection[str]) -> dict[str, JsonObject]:
    """What is compared of claims, by id."""
    if not ids:
        return {}
    rows = query(connection, "SELECT id, matching FROM claims WHERE id IN :ids", ids=ids)
    return {row[0]: json.loads(row[1]) for row in rows}


def like_texts(connection: Connection, keys: Collection[int], but: int) -> list[tuple[str, bytes]]:
    """Documents that share a key of their text: id and signature."""
    if not keys:
        return []
    rows = query(
        connection,
        "SELECT id, signature FROM documents WHERE n <> :but AND signature IS NOT NULL AND n IN"
        " (SELECT document FROM text_keys WHERE key IN :keys)",
        keys=keys, but=but,
    )  # fmt: skip
    return sorted((row[0], bytes(row[1])) for row in rows)


def undone(connection: Connection) -> frozenset[str]:
    """The ids of corrections that were undone and not done again."""
    rows = query(
        connection, "SELECT id, undoes FROM corrections WHERE undoes IS NOT NULL ORDER BY n DESC"
    )
    out: set[str] = set()
    for name, target in rows:
        if name not in out:
            out.add(target)
    return frozenset(out)


OF_STEPS = frozenset({"follows", "repeats", "no longer follows"})
"""Verdicts on what became of a commitment; they stand beside those on whether acts are one."""
_DECISIONS = (
    "SELECT n, left_id, right_id, verdict, score, reason, decided_by, made, correction"
    " FROM judgements WHERE {} IN :ids"
)
_TOUCHING = f"{_DECISIONS.format('left_id')} UNION {_DECISIONS.format('right_id')} ORDER BY n"


def decisions(
    connection: Connection, ids: Collection[str], without: frozenset[str]
) -> list[Decision]:
    """The judgements that hold now and touch one of the claims: of rules the last on each pair.

    Judgements of people on older ids of claims are given with the ids of now. `without` are
    corrections that were undone.
    """
    if not ids:
        return []
    now = _older(connection, ids)
    latest: dict[tuple[str, str, bool], Decision] = {}
    people = []
    for row in query(connection, _TOUCHING, ids=[*ids, *now]):
        left, right = row[1], row[2]
        if row[8] is None:
            key = (min(left, right), max(left, right), row[3] in OF_STEPS)
            latest[key] = Decision(*row[1:])
        elif row[8] not in without:
            if now or left not in ids or right not in ids:
                now |= _renamed(connection, [n for n in (left, right) if n not in ids])
            people.append(Decision(now.get(left, left), now.get(right, right), *row[3:]))
    return [*people, *latest.values()]


def _older(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Older ids of claims, with the ids of now."""
    rows = query(
        connection,
        "SELECT a.id, c.id FROM claim_aliases a JOIN claims c ON c.n = a.claim WHERE c.id IN :ids",
        ids=ids,
    )
    return {row[0]: row[1] for row in rows}


def _renamed(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The ids of now of claims given by older ids."""
    rows = query(
        connection,
        "SELECT a.id, c.id FROM claim_aliases a JOIN claims c ON c.n = a.claim WHERE a.id IN :ids",
        ids=ids,
    )
    return {row[0]: row[1] for row in rows}


def resolve_claim(connection: Connection, name: str) -> str | None:
    """The id of the claim that an id stands for: its own, an older one, or None."""
    if query(connection, "SELECT 1 FROM claims WHERE id = :id", id=name):
        return name
    return _renamed(connection, [name]).get(name)


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody decided about a claim, and so about the entry that it is part of."""

    n: int
    id: str
    action: str
    family: str
    target: str
    content: JsonObject
    who: str
    made: str
    why: str
    undoes: str | None


CORRECTION = (
    "SELECT n, id, action, family, target, content, who, made, why, undoes FROM corrections"
)


def correction_of(row: tuple[Any, ...]) -> Correction:
    """The correction of a row of `CORRECTION`."""
    n, name, action, family, target, content, who, made, why, undoes = row
    return Correction(n, name, action, family, target, json.loads(content), who, made, why, undoes)


def corrections_on(
    connection: Connection, targets: Collection[str], without: frozenset[str]
) -> dict[str, list[Correction]]:
    """The corrections that hold on claims, oldest first, by the claim's id now."""
    if not targets:
        return {}
    now = _older(connection, targets)
    rows = query(connection, f"{CORRECTION} WHERE target IN :ids ORDER BY n", ids=[*targets, *now])
    found: dict[str, list[Correction]] = {}
    for row in rows:
        if row[1] not in without:
            found.setdefault(now.get(row[4], row[4]), []).append(correction_of(row))
    return found


def report_groups(connection: Connection, names: Collection[str]) -> dict[str, tuple[int, str]]:
    """Documents given by id or by their group of near duplicates: key and group, by id."""
    rows = query(
        connection,
        "SELECT id, n, report FROM documents WHERE report IN :ids OR id IN :ids",
        ids=names,
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def is_sighted(connection: Connection, document: int, uri: str) -> bool:
    """True where it is known that a document was found at a place."""
    found = query(
        connection,
        "SELECT 1 FROM documents WHERE n = :n AND uri = :uri"
        " UNION SELECT 1 FROM sightings WHERE document = :n AND uri = :uri",
        n=document, uri=plain(uri),
    )  # fmt: skip
    return bool(found)


def minded(connection: Connection, ids: Collection[str]) -> set[str]:
    """Those of the claims that people corrected or judged, under these or older ids."""
    if not ids:
        return set()
    now = {name: name for name in ids} | _older(connection, ids)
    rows = query(
        connection,
        "SELECT target FROM corrections WHERE target IN :ids"
        " UNION SELECT left_id FROM judgements WHERE left_id IN :ids AND correction IS NOT NULL"
        " UNION SELECT right_id FROM judgements WHERE right_id IN :ids AND correction IS NOT NULL",
        ids=now,
    )
    return {now[row[0]] for row in rows}


Names = dict[str, dict[str, str]]
"""Names of entities by id and language; the key "" is the name without a language."""


def entity_names(connection: Connection, ids: Collection[str]) -> Names:
    """What entities are called."""
    rows = query(connection, "SELECT id, name, names FROM entities WHERE id IN :ids", ids=ids)
    return {row[0]: {"": row[1], **json.loads(row[2])} for row in rows}
