"""Recording a document: one transaction that writes it, matches it and renews what it touches."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection

from dragoman.core.document import Incoming
from dragoman.core.reading import Reading
from dragoman.recording.building import Built, Matched, build
from dragoman.recording.matching import Matching, StructureMatching
from dragoman.recording.renewal import known_records, renew
from dragoman.recording.succession import succeed
from dragoman.recording.versions import is_older
from dragoman.store import fetch
from dragoman.store.entry import Decision, Member
from dragoman.store.opening import Ledger
from dragoman.store.writer import Writer

Result = Literal["recorded", "read again", "known", "newer kept"]
"""What became of a document: new, read by another version than before, there already, or there
already by a newer version than this one."""
REPORT = "report"


@dataclass(frozen=True, slots=True)
class Versions:
    """What writes to the ledger: Dragoman, and its reading with rules and knowledge."""

    dragoman: str
    reader: str


def now() -> str:
    """The time now, in UTC and ISO form, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Recorder:
    """Records documents in a ledger; several may work on one ledger at once."""

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
        self._run: int | None = None

    def start(self, command: str) -> None:
        """Notes the beginning of a run in the ledger.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        versions = self._versions.dragoman, self._versions.reader, self._matching.version
        with self._ledger.write() as connection:
            self._run = Writer(connection, self._clock()).start_run(command, versions)

    def finish(self, documents: int, failed: int) -> None:
        """Notes how the run ended."""
        if self._run is not None:
            with self._ledger.write() as connection:
                Writer(connection, self._clock()).finish_run(self._run, documents, failed)

    def is_known(self, incoming: Incoming) -> bool:
        """True where these bytes were read by this version or a newer one.

        Notes the place where they were found, if it is new.
        """
        with self._ledger.read() as connection:
            known = fetch.known_document(connection, incoming.content_id)
            if known is None or not self._stands(known[1]):
                return False
            if fetch.is_sighted(connection, known[0], incoming.uri):
                return True
        with self._ledger.write() as connection:
            self._sight(connection, known[0], incoming)
        return True

    def record(self, incoming: Incoming, reading: Reading) -> Result:
        """Records one document in one transaction.

        Raises:
            LedgerError: the ledger cannot be written; nothing of the document was kept.
        """
        built = build(incoming, reading, self._matching)
        with self._ledger.write() as connection:
            return self._record(connection, incoming, built)

    def _stands(self, reader: str) -> bool:
        """True where a reading need not be made again."""
        return reader == self._versions.reader or is_older(self._versions.reader, reader)

    def _sight(self, connection: Connection, document: int, incoming: Incoming) -> None:
        writer = Writer(connection, self._clock())
        writer.add_sighting(document, incoming.uri, incoming.outlet, self._run_of(writer))

    def _run_of(self, writer: Writer) -> int:
        if self._run is None:
            versions = self._versions.dragoman, self._versions.reader, self._matching.version
            self._run = writer.start_run("record", versions)
        return self._run

    def _record(self, connection: Connection, incoming: Incoming, built: Built) -> Result:
        known = fetch.known_document(connection, built.recorded.id)
        if known is not None and self._stands(known[1]):
            self._sight(connection, known[0], incoming)
            return "known" if known[1] == self._versions.reader else "newer kept"
        writer = Writer(connection, self._clock())
        run = self._run_of(writer)
        before = fetch.members_of_documents(connection, [known[0]]) if known else []
        document = writer.put_document(
            built.recorded, self._versions.reader, run, known[0] if known else None
        )
        writer.put_entities(built.recorded)
        touched = {m.entry for m in before if m.entry is not None}
        affected = fetch.claims_of_entries(connection, touched)
        succeed(writer, document, before, built.recorded)
        held = self._held(connection, before, built)
        found = judge_claims(connection, self._matching, document, built.matched)
        writer.add_decisions(fresh_decisions(found, held, self._matching.version, writer.now), run)
        affected |= regroup(writer, built.recorded.id, known is not None)
        affected |= {claim.id for claim in built.recorded.claims}
        affected |= {m.id for m in before}
        renew(writer, self._matching, affected, touched)
        return "read again" if known else "recorded"

    def _held(
        self, connection: Connection, before: Iterable[Member], built: Built
    ) -> list[Decision]:
        """The rules' judgements on an earlier reading of the document."""
        ids = {m.id for m in before if m.origin == "read"}
        if not ids:
            return []
        ids.add(built.recorded.id)
        return [d for d in fetch.decisions(connection, ids, frozenset()) if d.correction is None]


def regroup(writer: Writer, document: str, again: bool) -> set[str]:
    """Puts the document among its near duplicates; gives claims whose sources change by it."""
    connection = writer.connection
    groups = fetch.report_groups(connection, [document]) if again else {}
    start = {document, *(groups and fetch.report_groups(
        connection, {group for _, group in groups.values()}
    ))}  # fmt: skip
    decisions = _component(connection, start)
    if not decisions and len(start) == 1:
        return set()
    of = grouped({d for pair in decisions for d in pair} | start, decisions)
    states = fetch.report_groups(connection, of)
    changed = {
        name: group for name, group in of.items() if name in states and states[name][1] != group
    }
    writer.set_reports(changed)
    keys = [states[name][0] for name in changed]
    return {m.id for m in fetch.members_of_documents(connection, keys)}


def judge_claims(
    connection: Connection, matching: Matching, document: int, given: Matched
) -> list[Decision]:
    """What the rules say of a document's claims and text, held against the ledger."""
    probes = {key for m in given.matchables.values() for key in m.probes}
    near, compared = fetch.neighbours(connection, probes, document)
    own = {m.id: (m.family, m.matching) for m in given.matchables.values()}
    known = known_records(connection, {**compared, **own})
    found: list[Decision] = []
    for mine in given.matchables.values():
        others = {other for key in mine.probes for other in near.get(key, ())}
        if others:
            found += matching.judge(mine, sorted(others), known)
    if given.signature is not None:
        texts = fetch.like_texts(connection, given.text_probes, document)
        found += matching.judge_reports((given.document, given.signature), texts)
    return found


def _component(connection: Connection, start: set[str]) -> set[tuple[str, str]]:
    """The pairs of documents judged the same that some documents lead to."""
    found: set[tuple[str, str]] = set()
    seen, ends = set(start), set(start)
    while ends:
        pairs = {
            (d.left, d.right)
            for d in fetch.decisions(connection, ends, frozenset())
            if d.verdict == "same"
        }
        found |= pairs
        ends = {name for pair in pairs for name in pair} - seen
        seen |= ends
    return found


def grouped(documents: set[str], pairs: set[tuple[str, str]]) -> Mapping[str, str]:
    """The group of every document, named by its first member."""
    of = {name: name for name in documents}

    def find(name: str) -> str:
        while of[name] != name:
            name = of[name]
        return name

    for left, right in sorted(pairs):
        one, other = sorted((find(left), find(right)))
        of[other] = one
    return {name: find(name) for name in documents}


def fresh_decisions(
    found: Iterable[Decision], held: Iterable[Decision], version: str, made: str,
    when: str = "the document was read again",
) -> list[Decision]:  # fmt: skip
    """The judgements to add: new ones, and withdrawals of those that no longer hold."""
    now_said = {_pair(d): d for d in found}
    before = {_pair(d): d for d in held}
    out = []
    for pair, decision in now_said.items():
        old = before.get(pair)
        same = old and (old.left, old.verdict, old.by) == (
            decision.left, decision.verdict, decision.by,
        )  # fmt: skip
        if not same:
            out.append(replace(decision, made=made))
    for pair, old in before.items():
        withdrawn = "no longer follows" if pair[2] else "unsure"
        if pair not in now_said and old.verdict != withdrawn:
            said = f"no longer found when {when}"
            out.append(Decision(old.left, old.right, withdrawn, 0.0, said, version, made))
    return out


def _pair(decision: Decision) -> tuple[str, str, bool]:
    """The two ids in order, and whether the decision is on steps of a commitment."""
    low, high = sorted((decision.left, decision.right))
    return low, high, decision.verdict in fetch.OF_STEPS
