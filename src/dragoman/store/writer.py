"""Writing to the ledger inside one transaction, by its only writer."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from dragoman.store.entry import Decision, Entry, JsonObject, Recorded
from dragoman.store.fetch import is_sighted
from dragoman.store.sql import add, change, drop, query
from dragoman.store.tables import dated
from dragoman.store.values import dump, plain, raw_bytes

MOST_WORDS = 400_000
"""Code points of a text that are indexed; PostgreSQL takes no more than a megabyte of words."""
_KEYED = ("runs", "documents", "entities", "entries", "claims", "judgements", "corrections")
_HIGHEST = "SELECT " + ", ".join(f"(SELECT max(n) FROM {name})" for name in _KEYED)
_COLUMNS = (
    "id", "family", "type", "status", "day", "earliest", "latest", "first_report", "last_report",
    "reports", "sources", "conflicts", "confidence", "score", "quad", "level", "country", "city",
    "engagement", "standing",
)  # fmt: skip
_SIDE_TABLES = ("entry_sides", "entry_pairs", "entry_people", "entry_topics", "entry_reports")
_RENEW_ENTRY = (
    "UPDATE entries SET " + ", ".join(f"{c} = :{c}" for c in (*_COLUMNS, "body")) + " WHERE n = :n"
)
Rows = list[dict[str, Any]]


class Writer:
    """Writes inside the transaction of a connection from `Ledger.write`; use it for that one."""

    def __init__(self, connection: Connection, now: str) -> None:
        self.connection = connection
        self.now = now
        self._next: dict[str, int] = {}

    def key(self, table: str) -> int:
        """The next key of a table: the writer is alone, so the highest plus one is free."""
        if not self._next:
            highest = query(self.connection, _HIGHEST)[0]
            self._next = {name: int(n or 0) for name, n in zip(_KEYED, highest, strict=True)}
        self._next[table] += 1
        return self._next[table]

    def start_run(self, command: str, versions: tuple[str, str, str]) -> int:
        """Notes a run with the versions of Dragoman, reading and matching; gives its key."""
        n = self.key("runs")
        dragoman, reader, resolver = versions
        add(self.connection, "runs", [{
            "n": n, "started": self.now, "command": command, "dragoman": dragoman,
            "reader": reader, "resolver": resolver, "documents": 0, "failed": 0,
        }])  # fmt: skip
        return n

    def finish_run(self, run: int, documents: int, failed: int) -> None:
        """Notes how a run ended."""
        values = {"n": run, "finished": self.now, "documents": documents, "failed": failed}
        change(
            self.connection,
            "UPDATE runs SET finished = :finished, documents = :documents, failed = :failed"
            " WHERE n = :n",
            [values],
        )

    # documents ------------------------------------------------------------------------------

    def add_sighting(self, document: int, uri: str, outlet: str | None, run: int) -> bool:
        """Notes where else the bytes of a document were found; False where that is known."""
        known = is_sighted(self.connection, document, uri)
        if not known:
            row = {"document": document, "uri": plain(uri), "outlet": plain(outlet), "run": run}
            add(self.connection, "sightings", [row])
        return not known

    def put_document(self, found: Recorded, reader: str, run: int, known: int | None) -> int:
        """Writes a document and its reading, in the place of what it was read as before.

        Claims are not touched. Gives the document's key.
        """
        meta = {key: plain(value) for key, value in found.meta.items()}
        values = {**meta, "signature": found.signature, "day": found.day}
        n = self.key("documents") if known is None else known
        if known is None:
            own = {
                "n": n, "id": found.id, "raw": raw_bytes(found.raw), "report": found.id,
                "recorded": self.now,
            }  # fmt: skip
            add(self.connection, "documents", [{**values, **own}])
        else:
            names = ", ".join(f"{c} = :{c}" for c in values)
            row = {**values, "n": n}
            change(self.connection, f"UPDATE documents SET {names} WHERE n = :n", [row])
            for table in ("readings", "stories", "text_keys"):
                drop(self.connection, table, "document", [n])
            drop(self.connection, "document_words", "rowid", [n])
        self._put_reading(n, found, reader, run)
        self._put_words("document_words", {n: found.words})
        return n

    def _put_reading(self, n: int, found: Recorded, reader: str, run: int) -> None:
        add(self.connection, "readings", [{
            "document": n, "reader": reader, "run": run, "recorded": self.now,
            "notes": dump(list(found.notes)),
        }])  # fmt: skip
        add(self.connection, "stories", [
            {
                "document": n, "id": story["id"], "position": position,
                "role": story["role"], "language": story["language"],
                "title": plain(story["title"]), "spans": dump(story["spans"]),
                "published": dump(story["published"]) if story["published"] else None,
            }
            for position, story in enumerate(found.stories)
        ])  # fmt: skip
        keys = [{"key": key, "document": n} for key in found.text_keys]
        add(self.connection, "text_keys", keys, new=True)

    def put_entities(self, found: Recorded) -> None:
        """Adds entities that are new, and names that are new of others."""
        ids = [entity["id"] for entity in found.entities]
        known = {
            row[0]: row[1:]
            for row in query(
                self.connection, "SELECT id, n, name, names FROM entities WHERE id IN :ids", ids=ids
            )
        }
        rows: Rows = []
        names: Rows = []
        for entity in found.entities:
            row = known.get(entity["id"])
            if row is None:
                n = self.key("entities")
                known[entity["id"]] = (n, entity["name"], "{}")
                clean = {k: plain(entity[k]) for k in ("id", "kind", "name", "country", "wikidata")}
                rows.append({"n": n, **clean, "names": dump(entity["names"])})
            else:
                n = row[0]
                if not self._grown(row, entity):
                    continue
            names += [
                {"folded": plain(folded), "entity": n, "whole": int(whole)}
                for folded, whole in found.names.get(entity["id"], ())
            ]
        add(self.connection, "entities", rows)
        add(self.connection, "entity_names", names, new=True)

    def _grown(self, row: tuple[Any, ...], entity: JsonObject) -> bool:
        """Adds what an entity is newly called; of two spellings the first in order is the name."""
        n, had, had_names = row
        old = json.loads(had_names)
        names = {**entity["names"], **old}
        name = min(had, plain(entity["name"]) or had)
        if names == old and name == had:
            return False
        values = {"n": n, "names": dump(dict(sorted(names.items()))), "name": name}
        change(
            self.connection, "UPDATE entities SET names = :names, name = :name WHERE n = :n",
            [values],
        )  # fmt: skip
        return True

    # claims ---------------------------------------------------------------------------------

    def put_claims(self, document: int, found: Recorded, had: Mapping[str, int]) -> dict[str, int]:
        """Writes claims that are new, and what is new of those known by id; gives keys by id."""
        keys: dict[str, int] = {}
        new: Rows = []
        again: Rows = []
        blocks: Rows = []
        for claim in found.claims:
            n = had[claim.id] if claim.id in had else self.key("claims")
            keys[claim.id] = n
            row = {
                "n": n, "family": claim.family, "story": claim.story, "origin": claim.origin,
                "record": dump(claim.record), "matching": dump(claim.matching),
            }  # fmt: skip
            if claim.id in had:
                again.append(row)
            else:
                new.append({**row, "id": claim.id, "document": document})
            blocks += [{"key": key, "claim": n} for key in claim.own]
        drop(self.connection, "blocks", "claim", [row["n"] for row in again])
        change(
            self.connection,
            "UPDATE claims SET family = :family, story = :story, origin = :origin,"
            " record = :record, matching = :matching WHERE n = :n",
            again,
        )
        add(self.connection, "claims", new)
        add(self.connection, "blocks", blocks, new=True)
        return keys

    def drop_claims(self, keys: Collection[int]) -> None:
        """Takes out claims that a newer reading no longer tells."""
        drop(self.connection, "claims", "n", keys)

    def alias_claim(self, old: str, old_key: int, new_key: int) -> None:
        """Lets the id of one claim, and its older ids, lead to another."""
        change(
            self.connection, "UPDATE claim_aliases SET claim = :new WHERE claim = :old",
            [{"new": new_key, "old": old_key}],
        )  # fmt: skip
        add(self.connection, "claim_aliases", [{"id": old, "claim": new_key}], new=True)

    def rekey(
        self, document: int, own: Mapping[int, Iterable[int]], text_own: Iterable[int]
    ) -> None:
        """Puts the claims of a document, by key, and its text under other keys of blocks."""
        drop(self.connection, "blocks", "claim", own)
        rows = [{"key": key, "claim": n} for n, keys in own.items() for key in sorted(keys)]
        add(self.connection, "blocks", rows, new=True)
        drop(self.connection, "text_keys", "document", [document])
        texts = [{"key": key, "document": document} for key in text_own]
        add(self.connection, "text_keys", texts, new=True)

    def keep_claim(self, key: int) -> None:
        """Marks a claim as kept by a correction though it is no longer read."""
        change(self.connection, "UPDATE claims SET origin = 'kept' WHERE n = :n", [{"n": key}])

    def set_reports(self, groups: Mapping[str, str]) -> None:
        """Puts documents, by id, into groups of near duplicates."""
        rows = [{"id": document, "report": group} for document, group in groups.items()]
        change(self.connection, "UPDATE documents SET report = :report WHERE id = :id", rows)

    # judgements and entries -----------------------------------------------------------------

    def add_decisions(self, found: Iterable[Decision], run: int | None) -> None:
        """Adds judgements; nothing is ever taken out."""
        add(self.connection, "judgements", [
            {
                "n": self.key("judgements"), "left_id": d.left, "right_id": d.right,
                "verdict": d.verdict, "score": d.score, "reason": plain(d.reason),
                "decided_by": plain(d.by), "made": d.made, "run": run, "correction": d.correction,
            }
            for d in found
        ])  # fmt: skip

    def put_entries(self, entries: Sequence[Entry], instead_of: Collection[int]) -> None:
        """Writes entries in the place of others given by key, which they share claims with."""
        old: dict[str, int] = {}
        if instead_of:
            rows = query(
                self.connection, "SELECT id, n, day FROM entries WHERE n IN :keys", keys=instead_of
            )
            old = {row[0]: row[1] for row in rows}
            drop(self.connection, "entry_words", "rowid", [dated(row[2], row[1]) for row in rows])
        free = sorted(set(instead_of) - {old[e.id] for e in entries if e.id in old})
        spare = list(free)
        keyed = {
            old[e.id] if e.id in old else (spare.pop(0) if spare else self.key("entries")): e
            for e in entries
        }
        for table in _SIDE_TABLES:
            drop(self.connection, table, "entry", instead_of)
        # Claims hang on entries that stay; those that go let them free.
        drop(self.connection, "entries", "n", free)
        values = [
            {"n": n, "body": dump(e.body), **{c: getattr(e, c) for c in _COLUMNS}}
            for n, e in keyed.items()
        ]
        kept = set(instead_of) - set(free)
        change(self.connection, _RENEW_ENTRY, [row for row in values if row["n"] in kept])
        add(self.connection, "entries", [row for row in values if row["n"] not in kept])
        self._put_side_tables(keyed)
        change(
            self.connection, "UPDATE claims SET entry = :entry WHERE n = :claim",
            [{"entry": n, "claim": claim} for n, e in keyed.items() for claim in e.claims],
        )  # fmt: skip
        words = sorted((dated(e.day, n), e.words) for n, e in keyed.items())
        self._put_words("entry_words", dict(words))
        add(self.connection, "meanings_due", [{"entry": n} for n in keyed], new=True)

    def _put_side_tables(self, entries: Mapping[int, Entry]) -> None:
        sides: Rows = []
        pairs: Rows = []
        people: Rows = []
        topics: Rows = []
        reports: Rows = []
        ids = {person[0] for entry in entries.values() for person in entry.people}
        rows = query(self.connection, "SELECT id, n FROM entities WHERE id IN :ids", ids=ids)
        known = dict(rows)
        for n, entry in entries.items():
            at = {"day": entry.day, "entry": n}
            kind = {"family": entry.family, **at}
            sides += [{"side": s, "role": r, **kind} for s, r in dict.fromkeys(entry.sides)]
            pairs += [{"a": a, "b": b, **kind} for a, b in dict.fromkeys(entry.pairs)]
            seen = {known[p]: (s, o) for p, s, o in reversed(entry.people) if p in known}
            people += [{"entity": p, "side": s, "office": o, **at} for p, (s, o) in seen.items()]
            topics += [{"topic": t, **at} for t in dict.fromkeys(entry.topics)]
            reports += [{"entry": n, "document": d} for d in dict.fromkeys(entry.documents)]
        found = (sides, pairs, people, topics, reports)
        for table, those in zip(_SIDE_TABLES, found, strict=True):
            add(self.connection, table, those)

    def _put_words(self, table: str, words: Mapping[int, str]) -> None:
        """Indexes words that are not indexed yet."""
        value = ":words" if self.connection.dialect.name == "sqlite" else (
            "to_tsvector('simple', :words)"
        )  # fmt: skip
        change(
            self.connection,
            f"INSERT INTO {table} (rowid, words) VALUES (:n, {value})",
            [{"n": n, "words": (plain(w) or "")[:MOST_WORDS]} for n, w in words.items()],
        )
