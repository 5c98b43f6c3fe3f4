"""Lists of entries: what is asked for, in which order, from where on; and how many of what."""

import base64
import binascii
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sqlalchemy import Connection

from dragoman.core.errors import LedgerError
from dragoman.lang.search_words import words_of
from dragoman.store.entry import JsonObject
from dragoman.store.sql import query
from dragoman.store.tables import dated

Order = Literal["newest", "oldest", "reported", "unsure"]
SHOWN = ("read", "accepted", "edited", "added")
"""The standings of entries that are shown: what people rejected is not, unless asked for."""
MOST = 500
"""No list gives more entries at once."""
COUNTED = 1000
"""Counts and facets go no further than the newest so many matches: enough to choose by."""
_LOOKED_AT = 5000
"""In the order of something else than days, so many of the newest entries with common words."""
_KEY = 2**32 - 1
"""The bits of a key of words that are the entry's own; the others are its day."""
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)?", re.ASCII)
_ORDERS: dict[str, tuple[str, str]] = {
    "newest": ("e.day", "DESC"),
    "oldest": ("e.day", "ASC"),
    "reported": ("COALESCE(e.last_report, '')", "DESC"),
    "unsure": ("e.confidence", "ASC"),
}
_SORTED = ("(e.day || '')", "e.n")
"""The order of days where a filter finds so few that no index is to be gone along."""


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
    """Tables with conditions on them; `order` names what is in the order of days, then of keys.

    A list by days goes along an index of one of its filters in that order, so that it ends as
    soon as a page is full.
    """

    tables: str = "entries e"
    order: tuple[str, ...] = ("e.day", "e.n")
    parts: list[str] = field(default_factory=lambda: ["1 = 1"])
    values: dict[str, Any] = field(default_factory=dict)

    def add(self, part: str, **values: object) -> None:
        self.parts.append(part)
        self.values |= values

    def go_along(self, dialect: str, table: str, key: str, order: tuple[str, ...]) -> None:
        """Begins with another table `d`, and looks up each of its entries by a key."""
        join = "CROSS JOIN" if dialect == "sqlite" else "JOIN"
        self.tables = f"{table} d {join} entries e ON e.n = {key}"
        self.order = order

    def __str__(self) -> str:
        return " AND ".join(self.parts)


def _where(connection: Connection, asked: Asked, by_days: bool = True) -> _Where:
    """The conditions of a list; `by_days` False where it has an order of its own."""
    where = _Where()
    for column, chosen in (
        ("family", asked.families), ("type", asked.types), ("status", asked.statuses),
        ("standing", asked.standings), ("id", asked.entries), ("engagement", asked.within),
    ):  # fmt: skip
        if len(chosen) == 1:
            where.add(f"e.{column} = :{column}", **{column: chosen[0]})
        elif chosen:
            # Standings leave out next to nothing, so no index of them is to be gone along.
            term = "(e.standing || '')" if column == "standing" else f"e.{column}"
            where.add(f"{term} IN :{column}s", **{f"{column}s": list(chosen)})
    for column in ("country", "city", "engagement", "level", "quad"):
        value = getattr(asked, column)
        if value:
            where.add(f"e.{column} = :only_{column}", **{f"only_{column}": value})
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
        _word_condition(where, connection.dialect.name, asked, by_days)
    elif asked.entries or asked.within or asked.engagement or asked.beyond is not None:
        where.order = _SORTED
    else:
        _along(where, connection.dialect.name, asked)
    return where


def _along(where: _Where, dialect: str, asked: Asked) -> None:
    """Goes along the index of the narrowest filter that has one in the order of days."""
    sides, days = sorted(set(asked.sides)), ("d.day", "d.entry")
    if len(asked.families) == 1 and len(sides) == 2:
        where.go_along(dialect, "entry_pairs", "d.entry", days)
        where.add("d.a = :a AND d.b = :b AND d.family = :family")
    elif asked.person:
        where.go_along(dialect, "entry_people", "d.entry", days)
        where.add("d.entity = (SELECT n FROM entities WHERE id = :person)")
    elif len(asked.families) == 1 and len(sides) == 1:
        where.go_along(dialect, "entry_sides", "d.entry", days)
        where.add(
            "d.side = :side_0 AND d.family = :family AND d.role = (SELECT MIN(role) FROM"
            " entry_sides WHERE entry = d.entry AND side = :side_0)"
        )
    elif asked.document:
        where.go_along(dialect, "entry_reports", "d.entry", _SORTED)
        where.add("d.document = (SELECT n FROM documents WHERE id = :report_id)")
    elif asked.topic:
        where.go_along(dialect, "entry_topics", "d.entry", days)
        where.add("d.topic = :topic")


def _side_conditions(where: _Where, asked: Asked) -> None:
    sides = sorted(set(asked.sides))
    if len(sides) == 2:
        where.add("e.n IN (SELECT entry FROM entry_pairs WHERE a = :a AND b = :b)",
                  a=sides[0], b=sides[1])  # fmt: skip
    else:
        for number, side in enumerate(sides):
            name = f"side_{number}"
            where.add(f"EXISTS (SELECT 1 FROM entry_sides WHERE entry = e.n AND side = :{name})",
                      **{name: side})  # fmt: skip
    if asked.person:
        where.add("EXISTS (SELECT 1 FROM entry_people p JOIN entities x ON x.n = p.entity"
                  " WHERE p.entry = e.n AND x.id = :person)", person=asked.person)  # fmt: skip
    if asked.office:
        where.add("EXISTS (SELECT 1 FROM entry_people p WHERE p.entry = e.n AND"
                  " p.office = :office)", office=asked.office)  # fmt: skip
    if asked.topic:
        where.add("EXISTS (SELECT 1 FROM entry_topics WHERE entry = e.n AND topic = :topic)",
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


def _word_condition(where: _Where, dialect: str, asked: Asked, by_days: bool) -> None:
    """Entries that hold the words; SQLite gives them in the order of days.

    Sides, types and topics are among the words of an entry, so that they narrow the search too.
    """
    words = [tuple(stems) for stems in asked.words]
    codes = [*asked.sides, *(asked.types if len(asked.types) == 1 else ()), asked.topic or ""]
    words += [(part,) for code in codes for part in words_of(code.replace("_", " "))]
    if dialect != "sqlite":
        found = " & ".join("(" + " | ".join(f"'{w}'" for w in stems) + ")" for stems in words)
        where.add(f"e.n IN (SELECT rowid & {_KEY} FROM entry_words WHERE words @@"
                  " to_tsquery('simple', :words))", words=found)  # fmt: skip
        return
    found = " AND ".join("(" + " OR ".join(f'"{w}"' for w in stems) + ")" for stems in words)
    if by_days:
        where.go_along(dialect, "entry_words", f"d.rowid & {_KEY}", ("d.rowid",))
        where.add("d.entry_words MATCH :words", words=found)
        return
    newest = (
        f"(SELECT rowid & {_KEY} AS entry FROM entry_words WHERE entry_words MATCH :words"
        f" ORDER BY rowid DESC LIMIT {_LOOKED_AT})"
    )
    where.go_along(dialect, newest, "d.entry", where.order)
    where.add("1 = 1", words=found)


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
    key, direction = _ORDERS[order]
    where = _where(connection, asked, key == "e.day")
    along = where.order if key == "e.day" else (key, "e.n")
    limit = max(1, min(limit, MOST))
    if after is not None:
        _go_on(where, along, direction, _read_cursor(after, order))
    rows = query(
        connection,
        f"SELECT e.n, {key} FROM {where.tables} WHERE {where}"
        f" ORDER BY {', '.join(f'{column} {direction}' for column in along)} LIMIT :most",
        **where.values, most=limit + 1,
    )  # fmt: skip
    more = len(rows) > limit
    rows = rows[:limit]
    return Page(
        bodies(connection, [row[0] for row in rows]),
        _cursor(order, rows[-1][1], rows[-1][0]) if more else None,
    )


def _go_on(where: _Where, along: tuple[str, ...], direction: str, last: tuple[Any, int]) -> None:
    """Begins behind the last entry of the page before."""
    sign = "<" if direction == "DESC" else ">"
    value, n = last
    if len(along) == 1:
        where.add(f"{along[0]} {sign} :at", at=dated(value, n))
        return
    key, own = along
    where.add(f"{key} {sign}= :at AND ({key} {sign} :at OR {own} {sign} :at_n)", at=value, at_n=n)


def all_entries(connection: Connection, asked: Asked, *, order: Order) -> Iterator[JsonObject]:
    """Every entry that is asked for, a page at a time."""
    after: str | None = None
    while True:
        page = list_entries(connection, asked, order=order, limit=MOST, after=after)
        yield from page.items
        if page.next is None:
            return
        after = page.next


def keys_of(connection: Connection, asked: Asked, among: Sequence[int] | None = None) -> list[int]:
    """The keys of all entries that are asked for, or of those among some."""
    where = _where(connection, asked)
    if among is not None:
        where.add("e.n IN :among", among=among)
    rows = query(connection, f"SELECT e.n FROM {where.tables} WHERE {where}", **where.values)
    return [row[0] for row in rows]


def bodies(connection: Connection, keys: Sequence[int]) -> list[JsonObject]:
    """The bodies of entries given by key, in that order."""
    rows = query(connection, "SELECT n, family, body FROM entries WHERE n IN :keys", keys=keys)
    found = {n: {"family": family, **json.loads(body)} for n, family, body in rows}
    return [found[n] for n in keys if n in found]


def count_entries(connection: Connection, asked: Asked, most: int = COUNTED) -> int:
    """How many entries there are; no more than `most` are counted."""
    where = _where(connection, asked)
    rows = query(
        connection,
        f"SELECT COUNT(*) FROM (SELECT 1 FROM {where.tables} WHERE {where} LIMIT :most) x",
        **where.values, most=most,
    )  # fmt: skip
    return int(rows[0][0])


_OWN = {"family": 1, "type": 2, "status": 3, "year": 4}
"""Facets that are fields of an entry, with their place in a row."""
_FACETS = {
    "side": "SELECT side, COUNT(DISTINCT entry) FROM entry_sides WHERE entry IN :keys",
    "topic": "SELECT topic, COUNT(*) FROM entry_topics WHERE entry IN :keys",
    "language": "SELECT d.language, COUNT(DISTINCT r.entry) FROM entry_reports r"
    " JOIN documents d ON d.n = r.document WHERE r.entry IN :keys",
    "outlet": "SELECT d.outlet, COUNT(DISTINCT r.entry) FROM entry_reports r"
    " JOIN documents d ON d.n = r.document WHERE r.entry IN :keys",
}


def survey(
    connection: Connection, asked: Asked, names: Sequence[str], most: int = 12
) -> tuple[int, dict[str, list[tuple[str, int]]]]:
    """How many matches there are, and by facet the commonest values with how often each is met.

    No more than the newest `COUNTED` are looked at.
    """
    where = _where(connection, asked)
    found = query(
        connection,
        f"SELECT e.n, e.family, e.type, e.status, SUBSTR(e.day, 1, 4) FROM {where.tables}"
        f" WHERE {where} ORDER BY {', '.join(f'{column} DESC' for column in where.order)}"
        " LIMIT :window",
        **where.values, window=COUNTED,
    )  # fmt: skip
    keys = [row[0] for row in found]
    out: dict[str, list[tuple[str, int]]] = {}
    for name in names:
        if name in _OWN:
            rows = list(Counter(row[_OWN[name]] for row in found).items())
        else:
            rows = query(connection, f"{_FACETS[name]} GROUP BY 1", keys=keys)
        ranked = sorted(((str(v), int(n)) for v, n in rows if v), key=lambda pair: (-pair[1], pair))
        out[name] = ranked[:most]
    return len(found), out


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
    return bodies(connection, [rows[0][0]])[0] if rows else None


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
        if isinstance(value, str) == (order == "unsure") or not 0 <= n <= _KEY:
            raise ValueError(value)
        if isinstance(value, str) and not _DAY.fullmatch(value):
            raise ValueError(value)
    except (ValueError, TypeError, binascii.Error) as error:
        raise LedgerError(f"cursor {cursor[:40]!r} is none of this list: begin again") from error
    return value, n
