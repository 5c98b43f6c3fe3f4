"""Sums over the ledger: who with whom, how often, when, about what, and how it scored."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from dragoman.store.entry import JsonObject
from dragoman.store.sql import query

Counts = list[tuple[str, int]]

_REJECTED = "NOT IN (SELECT n FROM entries WHERE standing = 'rejected')"
"""What people rejected counts nowhere."""
_LATE = "({} || '')"
"""A column that is looked at late, never by an index: another condition finds far fewer rows."""


def mark(connection: Connection) -> str:
    """Something that changes whenever the ledger does."""
    return str(query(connection, "SELECT n FROM changes")[0][0])


def totals(connection: Connection) -> dict[str, int]:
    """How many documents, entities and entries of each family there are."""
    rows = query(
        connection,
        "SELECT 'document', COUNT(*) FROM documents UNION ALL"
        " SELECT 'entity', COUNT(*) FROM entities UNION ALL"
        " SELECT family, COUNT(*) FROM entries GROUP BY family",
    )
    return {name: int(count) for name, count in rows}


def busiest_pairs(connection: Connection, since: str = "", most: int = 12) -> list[JsonObject]:
    """The pairs with most engagements, each with their number and the last day of one."""
    rows = query(
        connection,
        "SELECT a, b, COUNT(*), MAX(day) FROM entry_pairs WHERE family = 'engagement'"
        f" AND entry {_REJECTED} AND day >= :since GROUP BY a, b ORDER BY 3 DESC, 1, 2 LIMIT :most",
        since=since, most=most,
    )  # fmt: skip
    return [{"sides": [a, b], "engagements": count, "last": day or None}
            for a, b, count, day in rows]  # fmt: skip


def months(connection: Connection, family: str, side: str | None = None) -> list[JsonObject]:
    """By month and type, how many entries of a family there are, of all or of one side."""
    if side is None:
        rows = query(
            connection,
            "SELECT SUBSTR(day, 1, 7), type, COUNT(*) FROM entries WHERE family = :family"
            f" AND day <> '' AND n {_REJECTED} GROUP BY 1, 2 ORDER BY 1, 2",
            family=family,
        )
    else:
        rows = query(
            connection,
            "SELECT SUBSTR(s.day, 1, 7), e.type, COUNT(DISTINCT e.n) FROM entry_sides s"
            " JOIN entries e ON e.n = s.entry WHERE s.side = :side AND s.family = :family"
            " AND s.day <> '' AND e.standing <> 'rejected' GROUP BY 1, 2 ORDER BY 1, 2",
            side=side, family=family,
        )  # fmt: skip
    return [{"month": month, "type": kind, "count": int(count)} for month, kind, count in rows]


def topic_months(connection: Connection, topic: str | None = None) -> list[JsonObject]:
    """By month and topic, in how many entries it is named."""
    narrowed = "AND topic = :topic " if topic else ""
    rows = query(
        connection,
        f"SELECT SUBSTR(day, 1, 7), topic, COUNT(*) FROM entry_topics WHERE entry {_REJECTED}"
        " AND day <> ''"
        f" {narrowed}GROUP BY 1, 2 ORDER BY 1, 2",
        **({"topic": topic} if topic else {}),
    )
    return [{"month": month, "topic": name, "count": int(count)} for month, name, count in rows]


def topic_pairs(connection: Connection, topic: str, most: int = 12) -> list[JsonObject]:
    """The pairs that a topic came up between most often."""
    rows = query(
        connection,
        "SELECT p.a, p.b, COUNT(DISTINCT p.entry) FROM entry_topics t JOIN entry_pairs p"
        f" ON p.entry = t.entry WHERE t.topic = :topic AND t.entry {_REJECTED}"
        " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
        " LIMIT :most",
        topic=topic, most=most,
    )  # fmt: skip
    return [{"sides": [a, b], "count": int(count)} for a, b, count in rows]


def host_counts(connection: Connection, side: str | None = None) -> Counts:
    """By country, how many engagements took place there; those of one side only, if given."""
    narrowed = " AND n IN (SELECT entry FROM entry_sides WHERE side = :side)" if side else ""
    rows = query(
        connection,
        "SELECT country, COUNT(*) FROM entries WHERE family = 'engagement'"
        f" AND country IS NOT NULL AND n {_REJECTED}{narrowed}"
        " GROUP BY 1 ORDER BY 2 DESC, 1",
        **({"side": side} if side else {}),
    )
    return [(name, int(count)) for name, count in rows]


def city_counts(connection: Connection, country: str, most: int = 40) -> Counts:
    """By city of a country, how many engagements took place there."""
    rows = query(
        connection,
        "SELECT city, COUNT(*) FROM entries WHERE family = 'engagement' AND country = :country"
        " AND city IS NOT NULL AND standing <> 'rejected'"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most",
        country=country, most=most,
    )  # fmt: skip
    return [(name, int(count)) for name, count in rows]


def partners(connection: Connection, side: str, most: int = 40) -> list[JsonObject]:
    """The sides that one side met most: engagements, the last of them, and the score of events."""
    met = query(
        connection,
        "SELECT o.side, COUNT(DISTINCT o.entry), MAX(o.day) FROM entry_sides s JOIN entry_sides o"
        " ON o.entry = s.entry AND o.side <> s.side WHERE s.side = :side"
        f" AND s.family = 'engagement' AND s.entry {_REJECTED}"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most",
        side=side, most=most,
    )  # fmt: skip
    return [{"side": other, "engagements": int(count), "last": day or None}
            for other, count, day in met]  # fmt: skip


def travels_of(connection: Connection, side: str, most: int = 30) -> dict[str, Counts]:
    """Where a side's people went (`to`), and whose people came to it (`from`), with how often.

    A contact on the soil of one of its sides is a travel of the others; calls and letters are none.
    """
    rows = query(
        connection,
        "SELECT e.country, o.side, COUNT(DISTINCT e.n) FROM entry_sides s"
        " JOIN entries e ON e.n = s.entry JOIN entry_sides o ON o.entry = e.n AND o.side <> :side"
        " WHERE s.side = :side AND s.family = 'engagement' AND e.status = 'happened'"
        " AND e.standing <> 'rejected' AND e.type <> 'call' AND e.type <> 'letter'"
        " AND (e.country = :side OR e.country = o.side) GROUP BY 1, 2 ORDER BY 3 DESC, 2",
        side=side,
    )
    return {
        "to": [(other, int(count)) for country, other, count in rows if country == other][:most],
        "from": [(other, int(count)) for country, other, count in rows if country == side][:most],
    }


def pair_series(connection: Connection, one: str, other: str) -> list[JsonObject]:
    """By month and direction, the events between two sides: number, sum of scores, quads."""
    a, b = sorted((one, other))
    rows = query(
        connection,
        "SELECT SUBSTR(p.day, 1, 7), s.side, e.quad, COUNT(*), SUM(e.score) FROM entry_pairs p"
        " JOIN entries e ON e.n = p.entry JOIN entry_sides s ON s.entry = e.n"
        " AND s.role = 'source' WHERE p.a = :a AND p.b = :b AND p.family = 'event'"
        " AND p.day <> '' AND e.status = 'happened' AND e.standing <> 'rejected'"
        " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        a=a, b=b,
    )  # fmt: skip
    return [
        {"month": month, "source": side, "quad": quad, "count": int(count),
         "score": round(float(score or 0.0), 2)}
        for month, side, quad, count, score in rows
    ]  # fmt: skip


def pair_levels(connection: Connection, one: str, other: str) -> list[JsonObject]:
    """The engagements of a pair as points of a timeline."""
    a, b = sorted((one, other))
    rows = query(
        connection,
        "SELECT e.id, e.day, e.latest, e.type, e.level, e.status FROM entry_pairs p JOIN entries e"
        " ON e.n = p.entry WHERE p.a = :a AND p.b = :b AND p.family = 'engagement'"
        " AND p.day <> '' AND e.standing <> 'rejected' ORDER BY p.day DESC LIMIT 400",
        a=a, b=b,
    )  # fmt: skip
    names = ("id", "day", "latest", "kind", "level", "status")
    return [dict(zip(names, row, strict=True)) for row in rows]


def who_met_whom(connection: Connection, one: str, other: str, most: int = 30) -> list[JsonObject]:
    """People of one side with people of another, by how many engagements both were at."""
    rows = query(
        connection,
        "SELECT x.id, y.id, COUNT(DISTINCT p.entry), MAX(p.day) FROM entry_pairs p"
        f" JOIN entry_people l ON l.entry = p.entry AND {_LATE.format('l.side')} = :one"
        f" JOIN entry_people r ON r.entry = p.entry AND {_LATE.format('r.side')} = :other"
        " JOIN entities x ON x.n = l.entity JOIN entities y ON y.n = r.entity"
        f" WHERE p.a = :a AND p.b = :b AND p.family = 'engagement' AND p.entry {_REJECTED}"
        " GROUP BY 1, 2 ORDER BY 3 DESC, 4 DESC, 1, 2 LIMIT :most",
        one=one, other=other, a=min(one, other), b=max(one, other), most=most,
    )  # fmt: skip
    return [{"people": [x, y], "engagements": int(count), "last": day or None}
            for x, y, count, day in rows]  # fmt: skip


def companions(connection: Connection, person: str, most: int = 20) -> list[JsonObject]:
    """The people that somebody was at engagements with most often."""
    rows = query(
        connection,
        "SELECT y.id, COUNT(DISTINCT o.entry), MAX(o.day) FROM entities x JOIN entry_people p"
        " ON p.entity = x.n JOIN entry_people o ON o.entry = p.entry AND o.entity <> p.entity"
        " JOIN entities y ON y.n = o.entity JOIN entries e ON e.n = p.entry"
        " WHERE x.id = :person AND e.family = 'engagement' AND e.standing <> 'rejected' GROUP BY 1"
        " ORDER BY 2 DESC, 3 DESC, 1 LIMIT :most",
        person=person, most=most,
    )  # fmt: skip
    return [{"person": name, "engagements": int(count), "last": day or None}
            for name, count, day in rows]  # fmt: skip


def side_people(connection: Connection, side: str, most: int = 30) -> list[JsonObject]:
    """The people who acted most often for a side at engagements."""
    rows = query(
        connection,
        "SELECT x.id, COUNT(DISTINCT p.entry), MAX(p.day), MAX(p.office) FROM entry_people p"
        " JOIN entities x ON x.n = p.entity JOIN entries e ON e.n = p.entry"
        " WHERE p.side = :side AND e.family = 'engagement' AND e.standing <> 'rejected'"
        " AND x.kind = 'person'"
        " GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1 LIMIT :most",
        side=side, most=most,
    )  # fmt: skip
    return [{"person": name, "engagements": int(count), "last": day or None, "office": office}
            for name, count, day, office in rows]  # fmt: skip


def network(connection: Connection, people: bool, most: int = 90) -> list[JsonObject]:
    """The strongest ties: pairs of polities, or of people, by shared engagements."""
    if not people:
        return busiest_pairs(connection, most=most)
    rows = query(
        connection,
        "SELECT x.id, y.id, COUNT(DISTINCT l.entry), MAX(l.day) FROM entry_people l"
        " JOIN entries e ON e.n = l.entry AND e.family = 'engagement' AND e.standing <> 'rejected'"
        " JOIN entry_people r ON r.entry = l.entry AND r.entity > l.entity AND r.side <> l.side"
        " JOIN entities x ON x.n = l.entity JOIN entities y ON y.n = r.entity"
        " GROUP BY 1, 2 ORDER BY 3 DESC, 4 DESC, 1, 2 LIMIT :most",
        most=most,
    )
    return [{"sides": [x, y], "engagements": int(count), "last": day or None}
            for x, y, count, day in rows]  # fmt: skip


def sources(connection: Connection, most: int = 60) -> dict[str, Any]:
    """Where the documents come from: outlets, languages, days and the versions that read them."""
    outlets = query(
        connection,
        "SELECT outlet, COUNT(*), MIN(NULLIF(day, '')), MAX(NULLIF(day, '')) FROM documents"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most",
        most=most,
    )
    languages = query(
        connection, "SELECT language, COUNT(*) FROM documents GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    readers = query(
        connection, "SELECT reader, COUNT(*) FROM readings GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    runs = query(
        connection,
        "SELECT started, finished, command, dragoman, resolver, documents, failed FROM runs"
        " ORDER BY n DESC LIMIT 10",
    )
    names: Sequence[str] = (
        "started", "finished", "command", "dragoman", "resolver", "documents", "failed",
    )  # fmt: skip
    return {
        "outlets": [
            {"outlet": outlet, "documents": int(count), "first": first, "last": last}
            for outlet, count, first, last in outlets
        ],
        "languages": [{"language": code, "documents": int(count)} for code, count in languages],
        "readers": [{"reader": reader, "documents": int(count)} for reader, count in readers],
        "runs": [dict(zip(names, run, strict=True)) for run in runs],
    }


def standings(connection: Connection) -> list[JsonObject]:
    """By family, how many entries people accepted, rejected, edited or added, and did not see."""
    seen = query(
        connection,
        "SELECT family, standing, COUNT(*) FROM entries WHERE standing IN :seen GROUP BY 1, 2",
        seen=("accepted", "added", "edited", "rejected"),
    )
    rest = dict(query(connection, "SELECT family, COUNT(*) FROM entries GROUP BY 1"))
    for family, _, count in seen:
        rest[family] -= count
    rows = [*seen, *((family, "read", count) for family, count in rest.items() if count)]
    return [{"family": family, "standing": standing, "count": int(count)}
            for family, standing, count in sorted(rows)]  # fmt: skip
