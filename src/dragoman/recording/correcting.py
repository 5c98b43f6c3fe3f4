"""Correcting the ledger: accept, reject, edit, merge, split, add, undo; nothing is overwritten."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from dragoman.core.errors import LedgerError, NotInLedgerError
from dragoman.core.reading import content_id
from dragoman.recording.adding import built_by_hand
from dragoman.recording.edits import checked
from dragoman.recording.matching import Matching, StructureMatching
from dragoman.recording.record import fresh_decisions, judge_claims
from dragoman.recording.renewal import renew
from dragoman.store import fetch
from dragoman.store.entry import Decision, JsonObject
from dragoman.store.opening import Ledger
from dragoman.store.sql import add, query
from dragoman.store.values import dump, plain
from dragoman.store.writer import Writer

MACHINE = "machine"
"""Nobody may sign as the rules do."""


def moment() -> str:
    """The time now, in UTC, to the microsecond: of two corrections the later one holds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Corrector:
    """Writes what somebody decides about entries, and renews what it touches.

    Every method gives the id of the correction, by which it can be undone. Entries may be named
    by their own id, by that of a claim, or by an id from before a document was read again.

    Raises (all methods):
        NotInLedgerError: an id is not in the ledger.
        LedgerError: what is asked for cannot be, or the ledger cannot be written.
    """

    def __init__(
        self,
        ledger: Ledger,
        who: str,
        matching: Matching | None = None,
        clock: Callable[[], str] = moment,
    ) -> None:
        if not who.strip() or who.strip() == MACHINE:
            raise LedgerError("a correction is signed by a person: say who with --who")
        self._ledger = ledger
        self._who = who.strip()
        self._matching: Matching = matching or StructureMatching()
        self._clock = clock

    def accept(self, name: str, why: str = "") -> str:
        """Says that an entry is right as it stands."""
        return self._mark("accept", name, {}, why)

    def reject(self, name: str, why: str = "") -> str:
        """Says that an entry is wrong: it is no longer shown unless asked for."""
        return self._mark("reject", name, {}, why)

    def edit(self, name: str, changes: JsonObject, why: str = "") -> str:
        """Puts other values into fields of an entry."""
        return self._mark("edit", name, changes, why)

    def merge(self, names: Sequence[str], why: str = "") -> str:
        """Says that entries tell one act."""
        with self._ledger.write() as connection:
            claims = list(dict.fromkeys(self._claim(connection, name) for name in names))
            self._one_family(connection, claims)
            if len(claims) < 2:
                raise LedgerError("give two entries that are one act")
            first, *others = claims
            pairs = [(first, other, "same") for other in others]
            return self._judged(connection, "merge", claims, pairs, why)

    def split(self, name: str, claims: Sequence[str], why: str = "") -> str:
        """Says that some claims (or all of some documents) of an entry tell another act."""
        with self._ledger.write() as connection:
            whole = self._members(connection, self._claim(connection, name))
            out = sorted(m for m, document in whole.items() if m in claims or document in claims)
            stay = sorted(set(whole) - set(out))
            if not out or not stay:
                raise LedgerError(
                    f"{name}: name some of its claims, not none and not all: {', '.join(whole)}"
                )
            self._one_family(connection, [*out, *stay])
            pairs = [(o, s, "different") for o in out for s in stay]
            pairs += [(out[0], o, "same") for o in out[1:]]
            return self._judged(connection, "split", [*out, *stay], pairs, why)

    def add(self, document: str, family: str, record: JsonObject, why: str = "") -> str:
        """Adds a record that the reading of a document missed; gives the correction's id.

        `record` is written as in a gold record; its `evidence` is an exact stretch of the raw text.
        """
        with self._ledger.write() as connection:
            built, key = built_by_hand(connection, document, family, record, self._matching)
            [claim] = built.recorded.claims
            if query(connection, "SELECT 1 FROM claims WHERE id = :id", id=claim.id):
                raise LedgerError(f"{claim.id}: the ledger tells this already: edit it")
            writer = Writer(connection, self._clock())
            writer.put_entities(built.recorded)
            writer.put_claims(key, built.recorded, {})
            found = judge_claims(connection, self._matching, key, built.matched)
            version = self._matching.version
            writer.add_decisions(fresh_decisions(found, (), version, writer.now), None)
            content = {"claims": [claim.id], "document": document}
            name = self._note(writer, "add", claim.id, content, why)
            renew(writer, self._matching, [claim.id])
            return name

    def undo(self, correction: str, why: str = "") -> str:
        """Takes back a correction; it stays in the record, as does its undoing."""
        with self._ledger.write() as connection:
            rows = query(connection, f"{fetch.CORRECTION} WHERE id = :id", id=correction)
            if not rows:
                raise NotInLedgerError(f"{correction}: no correction has this id")
            old = fetch.correction_of(rows[0])
            if correction in fetch.undone(connection):
                raise LedgerError(f"{correction} was undone before")
            claims = self._concerned(connection, old)
            writer = Writer(connection, self._clock())
            content = {"claims": old.content.get("claims") or [old.target]}
            name = self._note(writer, "undo", old.target, content, why, correction)
            self._renew(writer, claims)
            return name

    # ----------------------------------------------------------------------------------------

    def _mark(self, action: str, name: str, content: JsonObject, why: str) -> str:
        with self._ledger.write() as connection:
            claim = self._claim(connection, name)
            family = self._one_family(connection, [claim])
            if action == "edit":
                content = checked(family, content, self._who)
            writer = Writer(connection, self._clock())
            found = self._note(writer, action, claim, content, why)
            self._renew(writer, {claim})
            return found

    def _judged(
        self, connection: Connection, action: str, claims: Sequence[str],
        pairs: Sequence[tuple[str, str, str]], why: str,
    ) -> str:  # fmt: skip
        writer = Writer(connection, self._clock())
        name = self._note(writer, action, claims[0], {"claims": list(claims)}, why)
        said = why or f"{action} by {self._who}"
        writer.add_decisions(
            [Decision(a, b, v, 1.0, said, self._who, writer.now, name) for a, b, v in pairs], None
        )
        self._renew(writer, set(claims))
        return name

    def _renew(self, writer: Writer, claims: set[str]) -> None:
        renew(writer, self._matching, claims)

    def _note(
        self, writer: Writer, action: str, target: str, content: JsonObject, why: str,
        undoes: str | None = None,
    ) -> str:  # fmt: skip
        n = writer.key("corrections")
        name = content_id("correction", str(n), action, target, self._who, writer.now)
        rows = query(
            writer.connection, "SELECT family, record FROM claims WHERE id = :id", id=target
        )
        add(writer.connection, "corrections", [{
            "n": n, "id": name, "action": action, "target": target,
            "family": rows[0][0] if rows else "",
            "content": dump(content), "snapshot": rows[0][1] if rows else "{}",
            "who": plain(self._who), "made": writer.now, "why": plain(why), "undoes": undoes,
        }])  # fmt: skip
        return name

    def _claim(self, connection: Connection, name: str) -> str:
        claim = fetch.resolve_claim(connection, name)
        if claim is None:
            raise NotInLedgerError(f"{name}: no entry has this id; find it with `dragoman search`")
        return claim

    def _one_family(self, connection: Connection, claims: Sequence[str]) -> str:
        rows = query(connection, "SELECT DISTINCT family FROM claims WHERE id IN :ids", ids=claims)
        families = sorted(row[0] for row in rows)
        if len(families) != 1:
            told = " and ".join(
                f"{'an' if family[0] in 'aeio' else 'a'} {family}" for family in families
            )
            raise LedgerError(f"{told} cannot be one act")
        return str(families[0])

    def _members(self, connection: Connection, claim: str) -> dict[str, str]:
        """The claims of a claim's entry, each with its document."""
        rows = query(
            connection,
            "SELECT o.id, d.id FROM claims c JOIN claims o ON o.entry = c.entry"
            " JOIN documents d ON d.n = o.document WHERE c.id = :id ORDER BY 1",
            id=claim,
        )
        return dict(rows)

    def _concerned(self, connection: Connection, old: fetch.Correction) -> set[str]:
        """The claims of now that a correction was about."""
        named: list[Any] = [old.target, *old.content.get("claims", ())]
        found = (fetch.resolve_claim(connection, name) for name in named)
        return {name for name in found if name is not None}
