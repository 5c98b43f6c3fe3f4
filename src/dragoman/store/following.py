"""What is followed for ever, kept in the ledger: sources, their pages, and hosts.

A page is asked for once: its row stays. What was fetched lies in the row until it is read, so that
a program that is stopped in between reads it without asking again.
"""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.core.clock import stamp
from dragoman.store.entry import JsonObject
from dragoman.store.sql import add, change, query

Values = Mapping[str, Any]
PAGE_STATES = ("waiting", "fetched", "read", "refused", "failed")


@dataclass(frozen=True, slots=True)
class Followed:
    """A source that is followed: when it is due, and how it went."""

    name: str
    kind: str
    place: str
    due: float
    failures: int = 0
    looked: float | None = None
    well: float | None = None
    said: str = ""
    etag: str | None = None
    modified: str | None = None


_SOURCE = ", ".join(Followed.__slots__)


def sources(connection: Connection) -> list[Followed]:
    """All sources by name."""
    return [Followed(*row) for row in query(connection, f"SELECT {_SOURCE} FROM followed"
                                            " ORDER BY name")]  # fmt: skip


def put_source(connection: Connection, source: Followed) -> None:
    """Keeps how a source stands."""
    drop_source(connection, source.name)
    add(connection, "followed", [{name: getattr(source, name) for name in Followed.__slots__}])


def drop_source(connection: Connection, name: str) -> None:
    """Follows a source no longer; its pages stay known."""
    change(connection, "DELETE FROM followed WHERE name = :name", [{"name": name}])


@dataclass(frozen=True, slots=True)
class FollowedPage:
    """A page that a source names, and how far it is.

    `link` is what the source knows of it, `answer` what its server said of the bytes in `body`.
    """

    n: int
    address: str
    host: str
    source: str
    role: str
    state: str
    due: float
    attempts: int
    versions: int
    link: JsonObject
    etag: str | None
    modified: str | None
    content: str | None
    answer: JsonObject
    body: bytes


_PAGE = (
    "SELECT n, address, host, source, role, state, due, attempts, versions, link, etag, modified,"
    " content, answer, body FROM followed_pages"
)


def _page(row: tuple[Any, ...]) -> FollowedPage:
    values = dict(zip(FollowedPage.__slots__, row, strict=True))
    values["link"], values["answer"] = json.loads(row[9]), json.loads(row[13] or "{}")
    values["body"] = zlib.decompress(bytes(row[14])) if row[14] is not None else b""
    return FollowedPage(**values)


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page as its source names it."""

    address: str
    host: str
    role: str
    link: JsonObject
    changed: str | None = None


def note_pages(
    connection: Connection, source: str, pages: Iterable[NewPage], now: float, most_versions: int
) -> tuple[int, int]:
    """Notes the pages of a source: gives how many are new, and how many have changed since.

    Only what the source that first named a page says of it counts as a change; two sources may
    write the same time in two ways.
    """
    given = {page.address: page for page in pages}
    held = _held(connection, list(given))
    fresh = [page for page in given.values() if page.address not in held]
    _add(connection, source, fresh, now)
    again = []
    for address, (n, owner, state, changed, versions) in held.items():
        page = given[address]
        differs = page.changed is not None and changed is not None and page.changed != changed
        if owner == source and differs and state in ("read", "failed") and versions < most_versions:
            again.append({"n": n, "changed": page.changed, "due": now})
    change(
        connection,
        "UPDATE followed_pages SET state = 'waiting', attempts = 0, due = :due, changed = :changed"
        " WHERE n = :n",
        again,
    )
    return len(fresh), len(again)


def _held(connection: Connection, addresses: list[str]) -> dict[str, tuple[Any, ...]]:
    rows: dict[str, tuple[Any, ...]] = {}
    for start in range(0, len(addresses), 500):
        found = query(
            connection,
            "SELECT address, n, source, state, changed, versions FROM followed_pages"
            " WHERE address IN :addresses",
            addresses=addresses[start : start + 500],
        )
        rows |= {row[0]: row[1:] for row in found}
    return rows


def _add(connection: Connection, source: str, pages: list[NewPage], now: float) -> None:
    first = int(query(connection, "SELECT COALESCE(MAX(n), 0) + 1 FROM followed_pages")[0][0])
    rows = [
        {
            "n": first + k, "address": page.address, "host": page.host, "source": source,
            "role": page.role, "state": "waiting", "due": now, "attempts": 0, "versions": 0,
            "said": "", "link": json.dumps(page.link, ensure_ascii=False), "changed": page.changed,
            "found": now,
        }
        for k, page in enumerate(pages)
    ]  # fmt: skip
    add(connection, "followed_pages", rows, new=True)


def note_known(connection: Connection, page: FollowedPage, address: str, now: float) -> None:
    """Notes another address of a page, such as the one that it redirects to."""
    if _held(connection, [address]):
        return
    alias = NewPage(address, page.host, "alias", {})
    _add(connection, page.source, [alias], now)
    change(
        connection,
        "UPDATE followed_pages SET state = 'read', done = :now WHERE address = :address",
        [{"now": now, "address": address}],
    )


def ask_again(connection: Connection, address: str, now: float) -> None:
    """Has a page asked for again that was read, failed or refused before."""
    change(
        connection,
        "UPDATE followed_pages SET state = 'waiting', attempts = 0, due = :now"
        " WHERE address = :address AND state IN ('read', 'failed', 'refused')",
        [{"now": now, "address": address}],
    )


def waiting_hosts(connection: Connection) -> list[tuple[str, float]]:
    """The hosts that pages wait for, and when the first page of each is due."""
    rows = query(
        connection,
        "SELECT host, MIN(due) FROM followed_pages WHERE state = 'waiting' GROUP BY host",
    )
    return [(host, float(due)) for host, due in rows]


def next_page(connection: Connection, host: str) -> FollowedPage | None:
    """The page of a host that is due first."""
    rows = query(
        connection,
        f"{_PAGE} WHERE state = 'waiting' AND host = :host ORDER BY due, n LIMIT 1",
        host=host,
    )
    return _page(rows[0]) if rows else None


def fetched_page(connection: Connection) -> FollowedPage | None:
    """A page whose bytes wait to be read."""
    rows = query(connection, f"{_PAGE} WHERE state = 'fetched' ORDER BY n LIMIT 1")
    return _page(rows[0]) if rows else None


def keep_body(connection: Connection, n: int, answer: JsonObject, body: bytes) -> None:
    """Keeps what was fetched of a page until it is read."""
    change(
        connection,
        "UPDATE followed_pages SET state = 'fetched', attempts = 0, said = '', answer = :answer,"
        " body = :body WHERE n = :n",
        [{"n": n, "answer": json.dumps(answer), "body": zlib.compress(body)}],
    )


def settle(connection: Connection, n: int, now: float, **values: Any) -> None:  # noqa: ANN401
    """Ends the way of a page: its state, what is said of it, and what it was asked for with."""
    fields = {"said": "", "answer": None, "body": None, **values, "done": now}
    _set(connection, n, fields)


def put_off(connection: Connection, n: int, due: float, said: str, attempts: int) -> None:
    """Has a page wait, since it could not be had now."""
    _set(connection, n, {"due": due, "said": said, "attempts": attempts})


def _set(connection: Connection, n: int, values: Values) -> None:
    names = ", ".join(f"{name} = :{name}" for name in values)
    change(connection, f"UPDATE followed_pages SET {names} WHERE n = :n", [{**values, "n": n}])


def standing(connection: Connection) -> list[JsonObject]:
    """How each source stands: when it was and is looked at, what went wrong, and its pages.

    `state` is new, well or failing; `pages` counts those in each state.
    """
    rows = query(
        connection,
        "SELECT source, state, COUNT(*) FROM followed_pages WHERE role <> 'alias'"
        " GROUP BY source, state",
    )
    pages: dict[str, dict[str, int]] = {}
    for source, state, count in rows:
        pages.setdefault(source, {})[state] = int(count)
    return [
        {
            "name": s.name, "kind": s.kind, "place": s.place,
            "state": "failing" if s.failures else "new" if s.looked is None else "well",
            "failures": s.failures, "looked": _time(s.looked), "well": _time(s.well),
            "due": _time(s.due), "said": s.said,
            "pages": {state: pages.get(s.name, {}).get(state, 0) for state in PAGE_STATES},
        }
        for s in sources(connection)
    ]  # fmt: skip


def _time(moment: float | None) -> str | None:
    return stamp(moment) if moment is not None else None


def troubles(connection: Connection, most: int = 50) -> list[JsonObject]:
    """The pages that last went wrong, the last first."""
    rows = query(
        connection,
        "SELECT address, source, state, said, attempts FROM followed_pages WHERE said <> ''"
        " ORDER BY n DESC LIMIT :most",
        most=most,
    )
    names = ("address", "source", "state", "said", "attempts")
    return [dict(zip(names, row, strict=True)) for row in rows]


_HOST = "name, free_at, failures, rules, rules_until"


def host_row(connection: Connection, name: str) -> tuple[float, int, str | None, float] | None:
    """What is known of a host: when it is free, its failures, its rules, and until when."""
    rows = query(connection, f"SELECT {_HOST} FROM followed_hosts WHERE name = :name", name=name)
    return (float(rows[0][1]), int(rows[0][2]), rows[0][3], float(rows[0][4])) if rows else None


def put_host(connection: Connection, name: str, row: tuple[float, int, str | None, float]) -> None:
    """Keeps what is known of a host."""
    change(connection, "DELETE FROM followed_hosts WHERE name = :name", [{"name": name}])
    values = dict(zip(("name", *_HOST.split(", ")[1:]), (name, *row), strict=True))
    add(connection, "followed_hosts", [values])
