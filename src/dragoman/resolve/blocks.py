"""Which records are worth comparing: two that share a block key, and no others.

Keys name a pair of sides and a stretch of days, so a block holds what two sides did in about a
week, however large the ledger. Records whose days are wide open are found by a person or a round
instead. Whether two records meet depends on these two alone, never on what else is recorded.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from dragoman.resolve.records import Claim, Days, Telling

BUCKET = 8
"""Days in one block."""
NARROW = 64
"""Records whose days span more than this are found by people, not by days."""
QUARTER = 92
FEW_SIDES = 4
SLACK = timedelta(days=3)
"""Reports of one act lie at most so far apart where only their own day is known."""
SOON = timedelta(days=56)
"""How long after it was announced a contact without a day is looked for."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Blocks: a record is stored under `own` and compared with all stored under its `probes`.

    The relation is symmetric: `a` finds `b` exactly where `b` finds `a`.
    """

    own: frozenset[str]
    probes: frozenset[str]

    def meets(self, other: "Keys") -> bool:
        """True where the two records are to be compared."""
        return not self.own.isdisjoint(other.probes)


def days_about(record: Telling | Claim) -> Days | None:
    """The days in which the act must lie, as far as they are known, with room for slips."""
    days = record.date
    if days is not None:
        slack = timedelta(days=1) if days.sure else SLACK
        return Days(days.first - slack, days.last + slack, days.sure)
    told = record.published
    if told is None:
        return None
    if record.status != "happened":
        return Days(told.first - SLACK, told.last + SOON, False)
    return Days(told.first - SLACK * 3, told.last + SLACK, False)


def _spans(days: Days, size: int) -> Iterator[int]:
    """The numbers of the stretches of `size` days that hold one of the days."""
    yield from range(days.first.toordinal() // size, days.last.toordinal() // size + 1)


def _groups(record: Telling) -> list[str]:
    """Who: every two sides, or for a gathering of many every side with a mark."""
    if len(record.sides) <= FEW_SIDES:
        groups = ["-".join(pair) for pair in combinations(record.sides, 2)]
    else:
        groups = []
    if len(record.sides) > 2 or record.kind in ("summit", "conference"):
        groups += [f"many-{side}" for side in record.sides]
    return groups


def block_keys(record: Telling) -> Keys:
    """The blocks of an engagement."""
    groups = _groups(record)
    own: set[str] = set()
    probes: set[str] = set()
    if record.round is not None:
        own |= {f"{g}|round {record.round}" for g in groups}
    days = days_about(record)
    people = sorted({w.entity for w in record.who if w.known})
    if days is None:
        own |= {f"{g}|undated {p}" for g in groups for p in people}
    elif days.length <= NARROW:
        own |= {f"{g}|{n}" for g in groups for n in _spans(days, BUCKET)}
    probes |= own
    if days is not None and people:
        narrow = days.length <= NARROW
        quarters = list(_capped(_spans(days, QUARTER)))
        here = {
            f"{g}|{p}|{n}" for g in groups[:FEW_SIDES] for p in people[:FEW_SIDES] for n in quarters
        }
        own |= {f"{'near' if narrow else 'wide'}|{k}" for k in here}
        probes |= {f"wide|{k}" for k in here}
        if not narrow:
            probes |= {f"near|{k}" for k in here}
    return Keys(frozenset(own), frozenset(probes))


def _capped(numbers: Iterable[int], most: int = 12) -> Iterator[int]:
    """At most so many numbers: days open over years say too little to be matched."""
    for count, number in enumerate(numbers):
        if count >= most:
            return
        yield number


def claim_keys(record: Claim) -> Keys:
    """The blocks of an event, statement or outcome: kind, act, sides and about a week."""
    days = days_about(record)
    if days is None or days.length > NARROW:
        return Keys(frozenset(), frozenset())
    head = "|".join((record.claim, record.what, "-".join(record.parties), "-".join(record.to)))
    own = frozenset(f"{head}|{n}" for n in _spans(days, BUCKET))
    return Keys(own, own)
