"""Groups of short reports of our own, read by the real reader and merged as one ledger."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from dragoman.core.document import Incoming
from dragoman.core.interval import Interval
from dragoman.pipeline import Reader
from dragoman.resolve.blocks import block_keys
from dragoman.resolve.clusters import clusters
from dragoman.resolve.judging import judge
from dragoman.resolve.records import ROOM, Telling, tellings

FOLDER = Path(__file__).parent / "groups"
HELD_BACK = 3
"""Every third group only measures: nobody looks at what is missed there."""


@dataclass(frozen=True)
class Label:
    key: str
    kind: str
    sides: tuple[str, ...]
    status: str
    hint: str | None

    def fits(self, record: Telling) -> bool:
        sort = "room" if self.kind in ROOM else self.kind
        names = [w.name for w in record.who] + [record.city or ""]
        hinted = self.hint is None or any(self.hint in name for name in names)
        polarity = {"planned": "happened"}.get(self.status, self.status)
        told = {"planned": "happened"}.get(record.status, record.status)
        return sort == record.sort and self.sides == record.sides and polarity == told and hinted


@dataclass(frozen=True)
class Report:
    uri: str
    held_back: bool
    labels: tuple[Label, ...]
    records: tuple[Telling, ...]

    def label_of(self, record: Telling) -> str | None:
        """The label that a record read from the report answers; None for one that none does."""
        return next((x.key for x in self.labels if x.fits(record)), None)


def label(group: str, line: str) -> Label:
    key, rest = line.split(": ")
    words = rest.split()
    hint = next((w[1:] for w in words if w.startswith("@")), None)
    status = next((w for w in words if w in ("planned", "cancelled", "denied")), "happened")
    sides = tuple(w for w in words if w.isupper() and len(w) == 3)
    return Label(f"{group}/{key}", words[0], sides, status, hint)


@cache
def reports() -> tuple[Report, ...]:
    """All reports, in the order of the files."""
    reader = Reader.default()
    out = []
    number = 0
    for path in sorted(FOLDER.glob("*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            number += 1
            name = f"{path.stem}: {group['name']}"
            for k, report in enumerate(group["report"]):
                day = date.fromisoformat(report["published"])
                text = report["text"]
                uri = f"{name} {k + 1}"
                reading = reader.read(
                    Incoming(
                        uri, text, sha256(f"{uri}{text}".encode()).hexdigest(),
                        published=Interval(day, day, "explicit", "given"),
                    )
                )  # fmt: skip
                labels = tuple(label(name, line) for line in report["tells"])
                held = number % HELD_BACK == 0
                out.append(Report(uri, held, labels, tellings(reading)))
    return tuple(out)


@cache
def merged() -> dict[str, str]:
    """The cluster of every record, all groups together in one ledger."""
    records = {t.id: t for r in reports() for t in r.records}
    keys = {i: block_keys(t) for i, t in records.items()}
    found = [
        judge(records[a], records[b])
        for a, b in combinations(sorted(records), 2)
        if keys[a].meets(keys[b])
    ]

    def apart(one: str, other: str) -> bool:
        return judge(records[one], records[other]).verdict == "different"

    kept = [j for j in found if j.kept]
    return {m: c.id for c in clusters(records, kept, apart) for m in c.members}


@dataclass
class Pairs:
    """Pairs of tellings in different reports: right, wrong and missed."""

    right: set
    wrong: set
    missed: set

    @property
    def f1(self) -> float:
        wrong, missed = len(self.wrong), len(self.missed)
        return 2 * len(self.right) / max(1, 2 * len(self.right) + wrong + missed)


def pairs(held_back: bool, as_read: bool) -> Pairs:
    """How well the reports are merged, of the groups held back or of the others.

    `as_read` counts only contacts that the reader found at all, which tells what merging does;
    else a contact that was not read is missed.
    """
    mine = [r for r in reports() if r.held_back == held_back]
    seen: dict[tuple[str, str], set[str]] = {}
    told: set[tuple[str, str]] = set()
    for report in mine:
        told |= {(report.uri, x.key) for x in report.labels}
        for record in report.records:
            name = report.label_of(record) or f"?{record.id}"
            seen.setdefault((report.uri, name), set()).add(merged()[record.id])
    found = {
        frozenset((a, b)) for a, b in combinations(sorted(seen), 2)
        if a[0] != b[0] and seen[a] & seen[b]
    }  # fmt: skip
    meant = told & set(seen) if as_read else told
    gold = {
        frozenset((a, b))
        for a, b in combinations(sorted(meant), 2)
        if a[0] != b[0] and a[1] == b[1]
    }
    return Pairs(found & gold, found - gold, gold - found)


if __name__ == "__main__":
    for held in (False, True):
        for as_read in (True, False):
            p = pairs(held, as_read)
            print(
                "held back" if held else "open", "as read" if as_read else "whole",
                f"F1 {p.f1:.3f}:", *(f"{len(v)} {n}," for n, v in vars(p).items()),
            )  # fmt: skip
