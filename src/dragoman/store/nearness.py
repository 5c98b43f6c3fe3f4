"""Entries in the order of how near their words are in meaning to a question, in any language.

Vectors are kept in the ledger, one signed byte a dimension, and held against the question all at
once: a cosine of bytes is within a hundredth of that of the numbers they stand for.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Any

from sqlalchemy import Connection

from dragoman.core.errors import MissingPartError
from dragoman.store.entry import JsonObject
from dragoman.store.listing import Asked, Page, bodies, keys_of
from dragoman.store.sql import add, drop, query

Vectors = Callable[[Iterable[str]], Sequence[Sequence[float]]]
"""Turns texts into vectors of one length."""
NEAR = 0.25
"""Cosine below which an entry is about something else."""
SOME = 256
"""Entries that are turned into vectors at once."""
_ROWS = 8192
"""Vectors that are held against a question at once, so that memory stays small."""
_MOST_SAID = 500


def due(connection: Connection, most: int = SOME) -> list[tuple[int, str]]:
    """Entries without a vector of what they say now: key and words."""
    rows = query(
        connection,
        "SELECT d.entry, e.body FROM meanings_due d JOIN entries e ON e.n = d.entry"
        " ORDER BY d.entry LIMIT :most",
        most=most,
    )
    return [(n, _words(json.loads(body))) for n, body in rows]


def count_due(connection: Connection) -> int:
    """How many entries have no vector of what they say now."""
    return int(query(connection, "SELECT COUNT(*) FROM meanings_due")[0][0])


def put_vectors(
    connection: Connection, entries: Sequence[int], vectors: Sequence[Sequence[float]]
) -> None:
    """Keeps the vectors of entries given by key, in the place of older ones."""
    numpy = _numpy()
    given = numpy.asarray(vectors, dtype=numpy.float32)
    most = numpy.abs(given).max(axis=1, keepdims=True)
    small = numpy.rint(given / numpy.where(most > 0, most, 1) * 127).astype(numpy.int8)
    first = int(query(connection, "SELECT COALESCE(MAX(n), 0) FROM meanings")[0][0]) + 1
    drop(connection, "meanings", "entry", entries)
    rows = [
        {"n": first + k, "entry": entry, "vector": small[k].tobytes()}
        for k, entry in enumerate(entries)
    ]
    add(connection, "meanings", rows)
    drop(connection, "meanings_due", "entry", entries)


@dataclass(slots=True)
class Meanings:
    """The vectors of a ledger in memory, a byte a dimension; brought up to date when asked.

    Raises (on the first question):
        MissingPartError: numpy, which comes with the extra `semantic`, is not installed.
    """

    _blocks: list[tuple[Any, Any, Any]] = field(default_factory=list)
    """Keys of entries, their vectors, and one over the length of each, in blocks."""
    _last: int = 0
    _lock: Lock = field(default_factory=Lock)

    def nearest(
        self, connection: Connection, asked: Asked, question: Sequence[float], limit: int
    ) -> Page:
        """The nearest entries, the nearest first; there is no next page."""
        with self._lock:
            self._refresh(connection)
            blocks = list(self._blocks)
        numpy = _numpy()
        keys, scores = self._scored(numpy, blocks, question)
        if asked != Asked(standings=asked.standings):
            allowed = numpy.isin(keys, numpy.asarray(keys_of(connection, asked), numpy.int64))
            keys, scores = keys[allowed], scores[allowed]
        order = numpy.lexsort((keys, -scores))
        found: dict[int, None] = {}
        for at in range(0, len(order), 4 * limit):
            some = [int(n) for n in keys[order[at : at + 4 * limit]]]
            kept = set(keys_of(connection, asked, some))
            found.update(dict.fromkeys(n for n in some if n in kept))
            if len(found) >= limit:
                break
        return Page(bodies(connection, list(found)[:limit]), None)

    def _refresh(self, connection: Connection) -> None:
        """Adds the vectors that were kept since the last question."""
        numpy = _numpy()
        while True:
            rows = query(
                connection,
                "SELECT n, entry, vector FROM meanings WHERE n > :last ORDER BY n LIMIT :most",
                last=self._last, most=_ROWS,
            )  # fmt: skip
            if not rows:
                return
            keys = numpy.asarray([row[1] for row in rows], dtype=numpy.int64)
            data = b"".join(bytes(row[2]) for row in rows)
            vectors = numpy.frombuffer(data, dtype=numpy.int8).reshape(len(rows), -1)
            lengths = numpy.linalg.norm(vectors.astype(numpy.float32), axis=1)
            scale = numpy.divide(1, lengths, out=numpy.zeros_like(lengths), where=lengths > 0)
            for older, _, shares in self._blocks:
                shares[numpy.isin(older, keys)] = 0  # these entries say something else now
            if self._blocks and len(self._blocks[-1][0]) + len(rows) <= _ROWS:
                last = self._blocks.pop()
                keys, vectors, scale = (
                    numpy.concatenate(pair)
                    for pair in zip(last, (keys, vectors, scale), strict=True)
                )
            self._blocks.append((keys, vectors, scale))
            self._last = rows[-1][0]

    def _scored(
        self, numpy: ModuleType, blocks: Sequence[tuple[Any, Any, Any]], question: Sequence[float]
    ) -> tuple[Any, Any]:
        """The keys of all entries near enough, with their cosines."""
        asked = numpy.asarray(question, dtype=numpy.float32)
        asked = asked / (numpy.linalg.norm(asked) or 1)
        found = [(numpy.empty(0, numpy.int64), numpy.empty(0, numpy.float32))]
        for keys, vectors, scale in blocks:
            scores = vectors.astype(numpy.float32) @ asked * scale
            near = scores >= NEAR
            found.append((keys[near], scores[near]))
        return tuple(numpy.concatenate([part[k] for part in found]) for k in (0, 1))


def _words(entry: JsonObject) -> str:
    """What an entry says: its gist, or the first words that tell it."""
    said = entry.get("gist") or (entry["evidence"][0]["text"] if entry["evidence"] else "")
    return str(said)[:_MOST_SAID]


def _numpy() -> ModuleType:
    try:
        return import_module("numpy")
    except ImportError as error:
        raise MissingPartError(
            "search by meaning needs numpy: run pip install 'dragoman[semantic]'"
        ) from error
