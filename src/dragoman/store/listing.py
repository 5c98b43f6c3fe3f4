"""Lists of entries: what is asked for, in which order, from where on; and how many of what."""

import base64
import binascii
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sqlalchemy import Connection

from dragoman.core.errors import LedgerError
from dragoman.store.entry import JsonObject
from dragoman.store.sql import query

Order = Literal["newest", "oldest", "reported", "unsure"]
SHOWN = ("read", "accepted", "edited", "added")
"""The standings of entries that are shown: what people rejected is not, unless asked for."""
MOST = 500
"""No list gives more entries at once."""
_WINDOW = 5000
"""Facets count the newest matches up to so many: enough to choose by, and quick on any ledger."""
_MANY = 3000
"""From so many matches on, words are common."""
_ORDERS: dict[str, tuple[str, str]] = {
    "newest": ("e.day", "DESC"),
    "oldest": ("e.day", "ASC"),
    "reported": ("COALESCE(e.last_report, '')", "DESC"),
    "unsure": ("e.confidence", "ASC"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which entries are wanted; what is left empty does not narrow.

    `sides` must all take part; days are ISO dates, both included; `words` are the words of a query,
    each with its stems, of which one must be found; `entries` are ids, `within` those of claims of
    an engagement.
    """

    families: Sequence[str] = ()
    types: Sequence[str] = ()
    statuses: Sequence[str] = ()
    sides: Sequence[str] = ()
    person: str | None = None
    office: str | None = None
    topic: str | None = None
    country: str | None = None
    city: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    language: str | None = None
    document: str | None = None
    engagement: str | None = None
    within: Sequence[str] = ()
    level: str | None = None
    quad: str | None = None
    standings: Sequence[str] = ()
    conflicts: bool = False
    least: float = 0.0
    words: Sequence[Sequence[str]] = ()
    entries: Sequence[str] = ()
    beyond: int | None = None
    """Only entries whose key is greater: those that came after it."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries, each its body with its family, and the cursor of the next ones."""

    items: list[JsonObject]
    next: str | None


@dataclass(slots=True)
class _Where:
    tables: str = "entries e"
    parts: list[str] = field(default_factory=lambda: ["1 = 1"])
    values: dict[str, Any] = field(default_factory=dict)

    def add(self, part: str, **values: object) -> None:
        self.parts.append(part)
        self.values |= values

    def __str__(self) -> str:
        return " AND ".join(self.parts)


def _where(connection: Connection, asked: Asked, *, few: bool = False) -> _Where:
    """The conditions of a list; `few` where only its first entries are wanted."""
    where = _Where()
    for column, chosen in (
        ("family", asked.families), ("type", asked.types), ("status", asked.statuses),
        ("standing", asked.standings), ("id", asked.entries), ("engagement", asked.within),
    ):  # fmt: skip
        if chosen:
            where.add(f"e.{column} IN :{column}s", **{f"{column}s": list(chosen)})
    for column in ("country", "city", "engagement", "level", "quad"):
        value = getattr(asked, column)
        if value:
            where.add(f"e.{column} = :{column}", **{column: value})
    if asked.since:
        where.add("COALESCE(e.latest, e.day) >= :since", since=asked.since)
    if asked.until:
        where.add("e.day <= :until AND e.day <> ''", until=asked.until)
    if asked.least:
        where.add("e.confidence >= :least", least=asked.least)
    if asked.beyond is not None:
        where.add("e.n > :beyond", beyond=asked.beyond)
    if asked.conflicts:
        where.add("e.conflicts > 0")
    _side_conditions(where, asked)
    _report_conditions(where, asked)
    if asked.words:
        _word_condition(where, connection, asked.words, few)
    return where


def _side_conditions(where: _Where, asked: Asked) -> None:
    sides = sorted(set(asked.sides))
    if len(sides) == 2:
        where.add("e.n IN (SELECT entry FROM entry_pairs WHERE a = :a AND b = :b)",
                  a=sides[0], b=sides[1])  # fmt: skip
    else:
        for number, side in enumerate(sides):
            name = f"side_{number}"
            where.add(f"e.n IN (SELECT entry FROM entry_sides WHERE side = :{name})",
                      **{name: side})  # fmt: skip
    if asked.person:
        where.add("e.n IN (SELECT p.entry FROM entry_people p JOIN entities x ON x.n = p.entity"
                  " WHERE x.id = :person)", person=asked.person)  # fmt: skip
    if asked.office:
        where.add("EXISTS (SELECT 1 FROM entry_people p WHERE p.entry = e.n AND"
                  " p.office = :office)", office=asked.office)  # fmt: skip
    if asked.topic:
        where.add("e.n IN (SELECT entry FROM entry_topics WHERE topic = :topic)",
                  topic=asked.topic)  # fmt: skip


def _report_conditions(where: _Where, asked: Asked) -> None:
    for column, value in (
        ("outlet", asked.outlet), ("language", asked.language), ("id", asked.document),
    ):  # fmt: skip
        if value:
            where.add(
                "EXISTS (SELECT 1 FROM entry_reports r JOIN documents d ON d.n = r.document"
                f" WHERE r.entry = e.n AND d.{column} = :report_{column})",
                **{f"report_{column}": value},
            )


def _word_condition(
    where: _Where, connection: Connection, words: Sequence[Sequence[str]], few: bool
) -> None:
    """Entries that hold the words.

    SQLite does not know how many will: few are found first and then looked at, of many the newest
    entries are looked at until there are enough.
    """
    if connection.dialect.name != "sqlite":
        asked = " & ".join("(" + " | ".join(f"'{w}'" for w in stems) + ")" for stems in words)
        where.add("e.n IN (SELECT rowid FROM entry_words WHERE words @@"
                  " to_tsquery('simple', :words))", words=asked)  # fmt: skip
        return
    asked = " AND ".join("(" + " OR ".join(f'"{w}"' for w in stems) + ")" for stems in words)
    found = "FROM entry_words WHERE entry_words MATCH :words"
    rows = query(
        connection, f"SELECT COUNT(*) FROM (SELECT 1 {found} LIMIT :most)", words=asked, most=_MANY
    )
    if rows[0][0] < _MANY:
        where.tables = f"(SELECT rowid AS hit {found}) w CROSS JOIN entries e ON e.n = w.hit"
        where.add("1 = 1", words=asked)
    elif not few:
        where.add(f"e.n IN (SELECT rowid {found})", words=asked)
    else:
        where.add("EXISTS (SELECT 1 FROM entry_words w WHERE w.rowid = e.n AND"
                  " w.entry_words MATCH :words)", words=asked)  # fmt: skip


def list_entries(
    connection: Connection,
    asked: Asked,
    *,
    order: Order = "newest",
    limit: int = 50,
    after: str | None = None,
) -> Page:
    """A page of entries; `after` is the cursor that the page before gave.

    Raises:
        LedgerError: the cursor is none of this order.
    """
    where = _where(connection, asked, few=True)
    key, direction = _ORDERS[order]
    limit = max(1, min(limit, MOST))
    if after is not None:
        value, n = _read_cursor(after, order)
        sign = "<" if direction == "DESC" else ">"
        where.add(f"({key} {sign} :at OR ({key} = :at AND e.n {sign} :at_n))", at=value, at_n=n)
    rows = query(
        connection,
        f"SELECT e.n, {key} FROM {where.tables} WHERE {where}"
        f" ORDER BY {key} {direction}, e.n {direction} LIMIT :most",
        **where.values, most=limit + 1,
    )  # fmt: skip
    more = len(rows) > limit
    rows = rows[:limit]
    return Page(
        _bodies(connection, [row[0] for row in rows]),
        _cursor(order, rows[-1][1], rows[-1][0]) if more else None,
    )


def all_entries(connection: Connection, asked: Asked, *, order: Order) -> Iterator[JsonObject]:
    """Every entry that is asked for, a page at a time."""
    after: str | None = None
    while True:
        page = list_entries(connection, asked, order=order, limit=MOST, after=after)
        yield from page.items
        if page.next is None:
            return
        after = page.next


def _bodies(connection: Connection, keys: Sequence[int]) -> list[JsonObject]:
    """The bodies of entries given by key, in that order."""
    rows = query(connection, "SELECT n, family, body FROM entries WHERE n IN :keys", keys=keys)
    found = {n: {"family": family, **json.loads(body)} for n, family, body in rows}
    return [found[n] for n in keys if n in found]


def count_entries(connection: Connection, asked: Asked, most: int = _WINDOW) -> int:
    """How many entries there are; no more than `most` are counted."""
    where = _where(connection, asked)
    rows = query(
        connection,
        f"SELECT COUNT(*) FROM (SELECT 1 FROM {where.tables} WHERE {where} LIMIT :most) x",
        **where.values, most=most,
    )  # fmt: skip
    return int(rows[0][0])


_FACETS = {
    "family": "SELECT e.family, COUNT(*) FROM found f JOIN entries e ON e.n = f.n",
    "type": "SELECT e.type, COUNT(*) FROM found f JOIN entries e ON e.n = f.n",
    "status": "SELECT e.status, COUNT(*) FROM found f JOIN entries e ON e.n = f.n",
    "side": "SELECT s.side, COUNT(DISTINCT s.entry) FROM found f"
    " JOIN entry_sides s ON s.entry = f.n",
    "topic": "SELECT t.topic, COUNT(*) FROM found f JOIN entry_topics t ON t.entry = f.n",
    "language": "SELECT d.language, COUNT(DISTINCT r.entry) FROM found f JOIN entry_reports r"
    " ON r.entry = f.n JOIN documents d ON d.n = r.document",
    "outlet": "SELECT d.outlet, COUNT(DISTINCT r.entry) FROM found f JOIN entry_reports r"
    " ON r.entry = f.n JOIN documents d ON d.n = r.document",
    "year": "SELECT SUBSTR(e.day, 1, 4), COUNT(*) FROM found f JOIN entries e ON e.n = f.n",
}


def facets(
    connection: Connection, asked: Asked, names: Sequence[str], most: int = 12
) -> dict[str, list[tuple[str, int]]]:
    """By facet, the commonest values among the newest matches, with how often each is met."""
    where = _where(connection, asked)
    found = (
        f"WITH found AS (SELECT e.n FROM {where.tables} WHERE {where}"
        " ORDER BY e.day DESC LIMIT :window) "
    )
    out: dict[str, list[tuple[str, int]]] = {}
    for name in names:
        rows = query(
            connection,
            f"{found}{_FACETS[name]} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most",
            **where.values, window=_WINDOW, most=most + 1,
        )  # fmt: skip
        out[name] = [(str(value), int(count)) for value, count in rows if value][:most]
    return out


def find_entry(connection: Connection, name: str) -> JsonObject | None:
    """The entry with an id: its own, or that of one of its claims, also an older one."""
    rows = query(
        connection,
        "SELECT e.n FROM entries e WHERE e.id = :id"
        " UNION ALL SELECT c.entry FROM claims c WHERE c.id = :id AND c.entry IS NOT NULL"
        " UNION ALL SELECT c.entry FROM claim_aliases a JOIN claims c ON c.n = a.claim"
        " WHERE a.id = :id AND c.entry IS NOT NULL",
        id=name,
    )
    return _bodies(connection, [rows[0][0]])[0] if rows else None


def of_pair(asked: Asked, one: str, other: str) -> Asked:
    """The same for two sides."""
    return replace(asked, sides=sorted((one, other)))


def _cursor(order: str, value: object, n: int) -> str:
    text = json.dumps([order, value, n], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _read_cursor(cursor: str, order: str) -> tuple[Any, int]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        named, value, n = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        if named != order or not isinstance(n, int) or not isinstance(value, (str, float, int)):
            raise ValueError(named)
        if isinstance(value, str) == (order == "unsure"):
            raise ValueError(value)
    except (ValueError, TypeError, binascii.Error) as error:
        raise LedgerError(f"cursor {cursor[:40]!r} is none of this list: begin again") from error
    return value, n
