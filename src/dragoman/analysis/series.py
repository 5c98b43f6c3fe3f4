"""Two sides over time: how often they met, how high, how they treated each other, who travelled.

Scores and quads are PLOVER's; entries whose day is not known to within a period count in the one
that holds their first possible day. What people rejected counts nowhere.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from sqlalchemy import Connection

from dragoman.core.interval import LAST_DAY
from dragoman.store.sql import query

Step = Literal["day", "week", "month"]
GAP = 90
"""Days without a contact from which on one speaks of a gap."""
_ROWS = (
    "SELECT e.id, e.family, e.type, e.status, e.day, e.score, e.quad, e.level, e.country,"
    " (SELECT s.side FROM entry_sides s WHERE s.entry = e.n AND s.role = 'source')"
    " FROM entry_pairs p JOIN entries e ON e.n = p.entry WHERE p.a = :a AND p.b = :b"
    " AND p.family IN :families AND p.day >= :since AND p.day <= :until AND p.day <> ''"
    " AND e.standing <> 'rejected' ORDER BY p.day, e.id"
)


@dataclass(slots=True)
class Period:
    """One day, week or month; `start` is its first day.

    `scores` sums the scores of events by the side that acts; `quads` and `types` count events
    that happened, `kinds` and `levels` engagements that happened, `planned` the announced ones.
    """

    start: date
    kinds: Counter[str] = field(default_factory=Counter)
    levels: Counter[str] = field(default_factory=Counter)
    planned: int = 0
    types: Counter[str] = field(default_factory=Counter)
    quads: Counter[str] = field(default_factory=Counter)
    scores: dict[str, float] = field(default_factory=dict)
    events: Counter[str] = field(default_factory=Counter)

    def to_json(self) -> dict[str, Any]:
        """The period as plain JSON types, with the mean score of each side's acts."""
        total = sum(self.events.values())
        return {
            "start": self.start.isoformat(),
            "engagements": dict(sorted(self.kinds.items())),
            "levels": dict(sorted(self.levels.items())),
            "planned": self.planned,
            "types": dict(sorted(self.types.items())),
            "quads": {quad: round(n / total, 3) for quad, n in sorted(self.quads.items())},
            "events": dict(sorted(self.events.items())),
            "score_sum": {side: round(s, 2) for side, s in sorted(self.scores.items())},
            "score_mean": {
                side: round(s / self.events[side], 2) for side, s in sorted(self.scores.items())
            },
        }


def start_of(day: date, step: Step) -> date:
    """The first day of the period that holds a day; weeks begin on Monday (ISO 8601)."""
    if step == "day":
        return day
    return day.replace(day=1) if step == "month" else day - timedelta(days=day.weekday())


def series(
    connection: Connection, pair: tuple[str, str], step: Step = "month",
    since: str = "", until: str = LAST_DAY,
) -> list[Period]:  # fmt: skip
    """The periods in which anything happened between two sides, in order."""
    found: dict[date, Period] = {}
    for _, family, kind, status, day, score, quad, level, _, source in _rows(
        connection, pair, ("engagement", "event"), (since, until)
    ):
        start = start_of(date.fromisoformat(day), step)
        period = found.setdefault(start, Period(start))
        if family == "engagement":
            if status == "happened":
                period.kinds[kind] += 1
                period.levels[level or "unknown"] += 1
            elif status == "planned":
                period.planned += 1
        elif status == "happened":
            period.types[kind] += 1
            period.quads[quad] += 1
            period.events[source] += 1
            period.scores[source] = period.scores.get(source, 0.0) + (score or 0.0)
    return [found[start] for start in sorted(found)]


def _rows(
    connection: Connection, pair: tuple[str, str], families: tuple[str, ...],
    between: tuple[str, str],
) -> list[tuple[Any, ...]]:  # fmt: skip
    a, b = sorted(pair)
    return query(connection, _ROWS, a=a, b=b, families=families, since=between[0], until=between[1])


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a contact: from the day of one to that of the next; None where none came."""

    after: date
    before: date | None
    days: int


def gaps(connection: Connection, pair: tuple[str, str], today: date, least: int = GAP) -> list[Gap]:
    """The times of at least so many days without a contact; the last one may still run."""
    rows = _rows(connection, pair, ("engagement",), ("", today.isoformat()))
    days = [date.fromisoformat(row[4]) for row in rows if row[3] == "happened"]
    out = [
        Gap(one, other, (other - one).days)
        for one, other in pairwise(days)
        if (other - one).days >= least
    ]
    if days and (today - days[-1]).days >= least:
        out.append(Gap(days[-1], None, (today - days[-1]).days))
    return out


def travels(
    connection: Connection, pair: tuple[str, str], since: str = "", until: str = LAST_DAY
) -> list[dict[str, Any]]:
    """Who went to whom: contacts on the soil of one side, with the people of the other.

    Each is `{"guest", "host", "visits", "people": [[entity, times], ...], "last"}`.
    """
    a, b = sorted(pair)
    rows = query(
        connection,
        "SELECT e.id, e.country, e.day, x.id FROM entry_pairs p JOIN entries e ON e.n = p.entry"
        " LEFT JOIN entry_people l ON l.entry = e.n AND l.side <> e.country AND l.side IN :pair"
        " LEFT JOIN entities x ON x.n = l.entity"
        " WHERE p.a = :a AND p.b = :b AND p.family = 'engagement' AND e.country IN :pair"
        " AND e.status = 'happened' AND e.standing <> 'rejected' AND e.type <> 'call'"
        " AND e.type <> 'letter' AND p.day >= :since AND p.day <= :until",
        a=a, b=b, pair=[a, b], since=since, until=until,
    )  # fmt: skip
    out = []
    for host, guest in ((a, b), (b, a)):
        there = [row for row in rows if row[1] == host]
        if there:
            people = Counter(row[3] for row in there if row[3])
            out.append({
                "guest": guest, "host": host, "visits": len({row[0] for row in there}),
                "people": [[who, n] for who, n in sorted(people.items(), key=lambda i: (-i[1], i))],
                "last": max(row[2] for row in there),
            })  # fmt: skip
    return out
