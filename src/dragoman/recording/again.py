"""Merging all again, as after a change of the rules: nothing is read, nothing judged is lost."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.recording.building import Matched
from dragoman.recording.matching import Matching, StructureMatching
from dragoman.recording.record import (
    Versions,
    fresh_decisions,
    judge_claims,
    now,
    regroup,
)
from dragoman.recording.renewal import renew
from dragoman.store import fetch
from dragoman.store.opening import Ledger
from dragoman.store.sql import query
from dragoman.store.writer import Writer

_SOME = 200
"""Documents that are put under new keys in one transaction."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging again came to: documents gone through, judgements added, entries now."""

    documents: int
    judgements: int
    entries: int


class Merger:
    """Holds all recorded claims against each other by the rules of now.

    What people decided goes on to outweigh the rules, and earlier judgements stay in the record.
    Each document is a transaction of its own, so that it can be stopped at any point; another run
    begins anew and ends in the same state.

    Raises (all methods):
        LedgerError: the ledger cannot be written.
    """

    def __init__(
        self,
        ledger: Ledger,
        versions: Versions,
        matching: Matching | None = None,
        clock: Callable[[], str] = now,
    ) -> None:
        self._ledger = ledger
        self._versions = versions
        self._matching: Matching = matching or StructureMatching()
        self._clock = clock

    def is_due(self) -> bool:
        """True where something was merged by other rules than those of now."""
        with self._ledger.read() as connection:
            return bool(fetch.merged_by(connection) - {self._matching.version})

    def merge(self, step: Callable[[], None] = lambda: None) -> Merged:
        """Merges all documents again; `step` is called after each."""
        names = self._versions.dragoman, self._versions.reader, self._matching.version
        with self._ledger.write() as connection:
            before = _judgements(connection)
            run = Writer(connection, self._clock()).start_run(fetch.MERGING, names)
        keys = self._rekey_all()
        for key in keys:
            with self._ledger.write() as connection:
                self._merge_one(Writer(connection, self._clock()), key, run)
            step()
        with self._ledger.write() as connection:
            Writer(connection, self._clock()).finish_run(run, len(keys), 0)
            entries = int(query(connection, "SELECT COUNT(*) FROM entries")[0][0])
            return Merged(len(keys), _judgements(connection) - before, entries)

    def _rekey_all(self) -> list[int]:
        """Puts all claims under the keys of now, before any is looked up by them."""
        keys: list[int] = []
        while True:
            with self._ledger.write() as connection:
                writer = Writer(connection, self._clock())
                some = fetch.signed_documents(connection, keys[-1] if keys else 0, _SOME)
                for key, name, signature in some:
                    matched, own, text_own = self._matched(connection, key, name, signature)
                    by_key = {own[m.id]: m.own for m in matched.matchables.values() if m.id in own}
                    writer.rekey(key, by_key, text_own)
            if not some:
                return keys
            keys += [key for key, _, _ in some]

    def _matched(
        self, connection: Connection, key: int, name: str, signature: bytes | None
    ) -> tuple[Matched, dict[str, int], tuple[int, ...]]:
        """A document as matching sees it, its claims' keys by id, and the keys of its text."""
        members = fetch.members_of_documents(connection, [key])
        signed = (name, signature) if signature else None
        prepared = self._matching.prepare_again([(m.family, m.matching) for m in members], signed)
        by_id = {m.id: m for m in prepared.records}
        matched = Matched(name, by_id, signature, prepared.text_probes)
        return matched, {m.id: m.n for m in members}, prepared.text_own

    def _merge_one(self, writer: Writer, key: int, run: int) -> None:
        connection = writer.connection
        [(_, name, signature)] = fetch.signed_documents(connection, key - 1, 1)
        matched, own, _ = self._matched(connection, key, name, signature)
        held = [
            d
            for d in fetch.decisions(connection, {*own, name}, frozenset())
            if d.correction is None
        ]
        found = judge_claims(connection, self._matching, key, matched)
        fresh = fresh_decisions(
            found, held, self._matching.version, writer.now, "all was merged again"
        )
        writer.add_decisions(fresh, run)
        affected = {*own, *regroup(writer, name, again=True)}
        ends = {end for d in fresh for end in (d.left, d.right)}
        affected |= fetch.members(connection, ends).keys()
        renew(writer, self._matching, affected)


def _judgements(connection: Connection) -> int:
    return int(query(connection, "SELECT COUNT(*) FROM judgements")[0][0])
