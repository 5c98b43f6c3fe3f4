"""Merging by blocks: the ledger's own matching and merging, spread over buckets.

1. `JudgeBucket`: records that share a block are judged, one bucket of blocks a task.
2. `link`: which judgements hang together, worked out once from all of them.
3. `CarryUnit`: claims that nothing ties to others become entries; the rest go to those they are
   tied to.
4. `JoinBucket`: what is tied together is parted into entries.

What is decided of two records hangs on these alone and what becomes an entry on the records that
judgements tie together, so the entries are those of a ledger that recorded the same documents.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from sys import intern
from typing import Any

from dragoman.batch.memory import let_go
from dragoman.batch.pairing import pairs_of
from dragoman.batch.plan import load_plan
from dragoman.batch.reading import TEXT
from dragoman.batch.shards import (
    BLOCKS,
    CLAIMS,
    COLUMNS,
    ENTRIES,
    JOINED,
    JUDGEMENTS,
    LINKS,
    READINGS,
    Row,
    each_row,
    mark,
    numbered,
    read_part,
    read_part_table,
    read_rows,
    write_parts,
    write_rows,
)
from dragoman.knowledge.offices import load_offices
from dragoman.recording.matching import Known, Matchable, StructureMatching
from dragoman.recording.merged import merge
from dragoman.recording.record import grouped
from dragoman.store.entry import Decision, Entry, Member
from dragoman.store.values import dump

_ALL = "all"
_ROOT, _REPORT, _AGAIN = "root", "report", "again"


class JudgeBucket:
    """Judges the records of one bucket of blocks against each other."""

    def __init__(self, output: str) -> None:
        self._output = output
        self._plan = load_plan(output)
        self._matching = StructureMatching()

    def __call__(self, row: Row) -> Row:
        """Writes the judgements of one bucket; gives how many."""
        n = row["n"]
        # Copies of one report are held against each other, so these may be very many.
        kept = COLUMNS[JUDGEMENTS]
        rows = ({k: getattr(d, k) for k in kept} for d in self._decisions(n))
        judged = write_rows(self._output, JUDGEMENTS, numbered(n), rows)
        return {"n": n, **mark(self._output, JUDGEMENTS, numbered(n), {"judged": judged})}

    def _decisions(self, bucket: int) -> Iterator[Decision]:
        """What is decided of the records of a bucket; what it goes by is read when it is needed."""
        looking = self._table(bucket, ["id", "document", "own", "probes"])
        pairs = array("I", chain.from_iterable(pairs_of(looking, bucket, self._plan.buckets)))
        del looking
        let_go()
        bench = self._table(bucket, ["id", "family", "matching", "engaged", "signature"])
        texts = [family == TEXT for family in bench["family"].to_pylist()]
        partners: dict[int, array[int]] = {}
        for a, b in zip(pairs[::2], pairs[1::2], strict=True):
            if texts[a] and texts[b]:
                one, other = (self._signed(bench, row) for row in (a, b))
                yield from self._matching.judge_reports(one, [other])
            elif not (texts[a] or texts[b]):
                partners.setdefault(a, array("I")).append(b)
        for a, others in partners.items():
            mine, *theirs = bench.take([a, *others]).to_pylist()
            ids = [row["id"] for row in theirs]
            yield from self._matching.judge(_matchable(mine), ids, known_of([mine, *theirs]))

    def _table(self, bucket: int, columns: list[str]) -> Any:  # noqa: ANN401 - pyarrow's
        """Columns of the records of a bucket that count."""
        import pyarrow as arrow

        again = again_of(read_rows(self._output, LINKS, _AGAIN))
        wanted = list({*columns, "document"})
        parts = [
            _counting(
                read_part_table(self._output, BLOCKS, numbered(unit), bucket, wanted), unit, again
            ).select(columns)
            for unit in range(len(self._plan.units))
        ]
        return arrow.concat_tables(parts).combine_chunks()

    def _signed(self, bench: Any, row: int) -> tuple[str, bytes]:  # noqa: ANN401
        return bench["id"][row].as_py(), bench["signature"][row].as_py()


def _counting(table: Any, unit: int, again: set[tuple[str, str]]) -> Any:  # noqa: ANN401
    """The rows of a unit whose documents count in it."""
    import pyarrow as arrow

    counts = [(str(unit), document) not in again for document in table["document"].to_pylist()]
    return table.filter(arrow.array(counts, arrow.bool_()))


def known_of(rows: Iterable[Row]) -> Known:
    """Claims as matching asks for them, with the engagements that they are at."""
    engagements: dict[str, Any] = {}
    claims: dict[str, Any] = {}
    for row in rows:
        matching = json.loads(row["matching"])
        (engagements if row["family"] == "engagement" else claims)[row["id"]] = matching
        if row["engaged"]:
            engagements.setdefault(matching["engagement"], json.loads(row["engaged"]))
    return Known(engagements, claims)


def _matchable(row: Row) -> Matchable:
    nothing: frozenset[int] = frozenset()
    return Matchable(row["id"], row["family"], "", json.loads(row["matching"]), nothing, nothing)


def find_again(output: str, units: int) -> None:
    """Writes which documents stand in more than one unit, and count in the first only."""
    first: dict[str, int] = {}
    again: list[Row] = []
    for unit in range(units):
        rows = read_rows(output, READINGS, numbered(unit), ["document"])
        again += [
            {"sort": _AGAIN, "name": document, "to": str(unit)}
            for document in dict.fromkeys(row["document"] for row in rows if row["document"])
            if first.setdefault(document, unit) != unit
        ]
    write_rows(output, LINKS, _AGAIN, again)


def again_of(rows: Iterable[Row]) -> set[tuple[str, str]]:
    """The units, by number, with the documents that do not count in them."""
    return {(row["to"], row["name"]) for row in rows if row["sort"] == _AGAIN}


def link(output: str, buckets: int) -> list[Row]:
    """Writes what judgements tie together; gives the tasks that join it, one a bucket.

    A judgement found in two buckets counts once.
    """
    # Ids of documents are whole hashes, those of claims shorter ones: the two never meet.
    pairs = {
        (intern(row["left"]), intern(row["right"]))
        for bucket in range(buckets)
        for row in each_row(output, JUDGEMENTS, numbered(bucket), ["left", "right", "verdict"])
        if row["verdict"] == "same"
    }
    of = grouped({name for pair in pairs for name in pair}, pairs)
    del pairs
    links = [
        {"sort": _REPORT if len(name) == _HASH else _ROOT, "name": name, "to": root}
        for name, root in sorted(of.items())
    ]
    write_rows(output, LINKS, _ALL, links)
    tasks: dict[int, list[Row]] = {bucket: [] for bucket in range(buckets)}
    found = {
        (row["left"], row["right"], row["verdict"]): row
        for bucket in range(buckets)
        for row in each_row(output, JUDGEMENTS, numbered(bucket))
        if len(row["left"]) != _HASH
        and row["left"] in of
        and of[row["left"]] == of.get(row["right"])
    }
    for key in sorted(found):
        tasks[_joined_in(of[key[0]], buckets)].append(found[key])
    return [{"n": n, "decisions": json.dumps(rows)} for n, rows in tasks.items()]


_HASH = 64


def _joined_in(root: str, buckets: int) -> int:
    return int(root[:8], 16) % buckets


class _Linked:
    """What a task must know of the links: the root of each tied claim, copies of reports."""

    def __init__(self, output: str) -> None:
        rows = read_rows(output, LINKS, _ALL)
        self.roots: dict[str, str] = {
            row["name"]: row["to"] for row in rows if row["sort"] == _ROOT
        }
        self.reports: dict[str, str] = {
            row["name"]: row["to"] for row in rows if row["sort"] == _REPORT
        }
        self.again = again_of(read_rows(output, LINKS, _AGAIN))

    def member(self, row: Row) -> Member:
        """A claim with what its entry shows of its document."""
        meta = json.loads(row["meta"])
        first, last = meta["published_earliest"], meta["published_latest"]
        return Member(
            id=row["id"], n=0, family=row["family"], story=row["story"], origin="read",
            record=json.loads(row["record"]), matching=json.loads(row["matching"]), entry=None,
            document_n=0, document=row["document"], uri=meta["uri"], outlet=meta["outlet"],
            agency=meta["agency"], language=meta["language"],
            published=(first, last) if first else None,
            report=self.reports.get(row["document"]) or row["document"],
        )  # fmt: skip


class CarryUnit:
    """Makes entries of a unit's claims that stand alone, and sorts the others by bucket."""

    def __init__(self, output: str) -> None:
        self._output = output
        self._buckets = load_plan(output).buckets
        self._linked = _Linked(output)

    def __call__(self, row: Row) -> Row:
        """Writes the entries and the tied claims of one unit; gives how many entries."""
        unit = row["n"]
        alone: list[Entry] = []
        tied: dict[int, list[Row]] = {}
        for claim in read_rows(self._output, CLAIMS, numbered(unit)):
            if (str(unit), claim["document"]) in self._linked.again:
                continue
            root = self._linked.roots.get(claim["id"])
            if root is None:
                alone.append(merge([self._linked.member(claim)], load_offices()))
            else:
                where = _joined_in(root, self._buckets)
                tied.setdefault(where, []).append({"root": root, **claim})
        write_parts(self._output, JOINED, numbered(unit), tied)
        return {"n": unit, **write_entries(self._output, f"alone-{numbered(unit)}", alone)}


class JoinBucket:
    """Parts claims that judgements tie together into entries."""

    def __init__(self, output: str) -> None:
        self._output = output
        self._units = len(load_plan(output).units)
        self._linked = _Linked(output)
        self._matching = StructureMatching()

    def __call__(self, row: Row) -> Row:
        """Writes the entries of one bucket; gives how many."""
        n = row["n"]
        claims: dict[str, list[Row]] = {}
        for unit in range(self._units):
            for claim in read_part(self._output, JOINED, numbered(unit), n):
                claims.setdefault(claim["root"], []).append(claim)
        decisions: dict[str, list[Decision]] = {}
        for said in json.loads(row["decisions"]):
            root = self._linked.roots[said["left"]]
            decisions.setdefault(root, []).append(Decision(**said, made=""))
        entries = [
            entry
            for root in sorted(claims)
            for entry in self._entries(claims[root], decisions.get(root, []))
        ]
        return {"n": n, **write_entries(self._output, f"joined-{numbered(n)}", entries)}

    def _entries(self, claims: Sequence[Row], decisions: Sequence[Decision]) -> Iterator[Entry]:
        members = {row["id"]: self._linked.member(row) for row in claims}
        family = claims[0]["family"]
        groups = self._matching.clusters(family, sorted(members), decisions, known_of(claims))
        for group in groups:
            yield merge([members[name] for name in group], load_offices())


def write_entries(output: str, name: str, entries: Iterable[Entry]) -> Row:
    """Writes a shard of entries, sorted by id, and its marker; gives how many."""
    columns = COLUMNS[ENTRIES]
    rows = [
        {c: dump(entry.body) if c == "body" else getattr(entry, c) for c in columns}
        for entry in sorted(entries, key=lambda e: e.id)
    ]
    write_rows(output, ENTRIES, name, rows)
    return mark(output, ENTRIES, name, {"entries": len(rows)})
