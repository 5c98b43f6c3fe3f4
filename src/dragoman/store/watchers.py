"""Queries that are kept, webhooks that wait for new matches, and what was delivered to them."""

from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.core.reading import content_id
from dragoman.store.entry import JsonObject
from dragoman.store.sql import add, change, query


def _next_key(connection: Connection, table: str) -> int:
    return int(query(connection, f"SELECT COALESCE(MAX(n), 0) + 1 FROM {table}")[0][0])


def saved_queries(connection: Connection) -> list[JsonObject]:
    """All kept queries by name."""
    rows = query(connection, "SELECT name, query, who, made FROM saved_queries ORDER BY name")
    return [dict(zip(("name", "query", "who", "made"), row, strict=True)) for row in rows]


def save_query(connection: Connection, name: str, asked: str, who: str, made: str) -> None:
    """Keeps a query under a name; one of that name is replaced."""
    forget_query(connection, name)
    row = {"n": _next_key(connection, "saved_queries"), "name": name, "query": asked,
           "who": who, "made": made}  # fmt: skip
    add(connection, "saved_queries", [row])


def forget_query(connection: Connection, name: str) -> None:
    """Takes out a kept query."""
    change(connection, "DELETE FROM saved_queries WHERE name = :name", [{"name": name}])


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that is told of new engagements that match a query."""

    n: int
    id: str
    query: str
    address: str
    secret: str
    who: str
    made: str
    seen: int

    def to_json(self) -> JsonObject:
        """What may be shown of it: all but the secret."""
        return {"id": self.id, "query": self.query, "address": self.address, "who": self.who,
                "made": self.made}  # fmt: skip


_WEBHOOK = "SELECT n, id, query, address, secret, who, made, seen FROM webhooks"


def webhooks(connection: Connection) -> list[Webhook]:
    """All webhooks, the oldest first."""
    return [Webhook(*row) for row in query(connection, f"{_WEBHOOK} ORDER BY n")]


def find_webhook(connection: Connection, name: str) -> Webhook | None:
    """A webhook by its id."""
    rows = query(connection, f"{_WEBHOOK} WHERE id = :id", id=name)
    return Webhook(*rows[0]) if rows else None


def add_webhook(
    connection: Connection, asked: str, address: str, secret: str, who: str, made: str
) -> Webhook:
    """Sets up a webhook; only entries that come after now are told."""
    n = _next_key(connection, "webhooks")
    seen = int(query(connection, "SELECT COALESCE(MAX(n), 0) FROM entries")[0][0])
    hook = Webhook(
        n, content_id(str(n), address, asked, made), asked, address, secret, who, made, seen
    )
    row = {name: getattr(hook, name) for name in Webhook.__slots__}
    add(connection, "webhooks", [row])
    return hook


def change_secret(connection: Connection, name: str, secret: str) -> None:
    """Has a webhook sign with another secret from now on."""
    change(
        connection,
        "UPDATE webhooks SET secret = :secret WHERE id = :id",
        [{"id": name, "secret": secret}],
    )


def drop_webhook(connection: Connection, name: str) -> None:
    """Takes out a webhook with its log."""
    values = [{"id": name}]
    change(connection, "DELETE FROM deliveries WHERE webhook IN"
           " (SELECT n FROM webhooks WHERE id = :id)", values)  # fmt: skip
    change(connection, "DELETE FROM webhooks WHERE id = :id", values)


def newest_entry(connection: Connection) -> int:
    """The key of the newest entry; 0 for none."""
    return int(query(connection, "SELECT COALESCE(MAX(n), 0) FROM entries")[0][0])


def queue(connection: Connection, hook: Webhook, entries: list[str], upto: int, now: str) -> None:
    """Notes entries to deliver to a webhook, and that all up to a key were looked at."""
    first = _next_key(connection, "deliveries")
    rows = [
        {"n": first + k, "webhook": hook.n, "entry": entry, "state": "waiting", "attempts": 0,
         "due": now, "answer": "", "made": now}
        for k, entry in enumerate(entries)
    ]  # fmt: skip
    add(connection, "deliveries", rows, new=True)
    values = [{"seen": upto, "n": hook.n}]
    change(connection, "UPDATE webhooks SET seen = :seen WHERE n = :n", values)


@dataclass(frozen=True, slots=True)
class Delivery:
    """An entry that waits to be told of, and how often that was tried."""

    n: int
    entry: str
    attempts: int


def take_due(
    connection: Connection, hook: Webhook, now: str, until: str | None, most: int = 200
) -> list[Delivery]:
    """Deliveries to a webhook whose time has come.

    With `until` they are ours until then: two programs that send from one ledger send each once.
    """
    rows = query(
        connection,
        "SELECT n, entry, attempts FROM deliveries WHERE webhook = :hook AND state = 'waiting'"
        " AND due <= :now ORDER BY due, n LIMIT :most",
        hook=hook.n, now=now, most=most,
    )  # fmt: skip
    taken = [Delivery(int(n), entry, int(attempts)) for n, entry, attempts in rows]
    if until is not None:
        values = [{"n": delivery.n, "due": until} for delivery in taken]
        change(connection, "UPDATE deliveries SET due = :due WHERE n = :n", values)
    return taken


def note_delivery(connection: Connection, n: int, state: str, answer: str, next_due: str) -> None:
    """Writes down how an attempt went."""
    change(
        connection,
        "UPDATE deliveries SET state = :state, answer = :answer, due = :due,"
        " attempts = attempts + 1 WHERE n = :n",
        [{"n": n, "state": state, "answer": answer, "due": next_due}],
    )


def deliveries(connection: Connection, name: str, most: int = 100) -> list[JsonObject]:
    """The log of a webhook, the last first."""
    rows = query(
        connection,
        "SELECT d.entry, d.state, d.attempts, d.due, d.answer, d.made FROM deliveries d"
        " JOIN webhooks w ON w.n = d.webhook WHERE w.id = :id ORDER BY d.n DESC LIMIT :most",
        id=name, most=most,
    )  # fmt: skip
    names = ("entry", "state", "attempts", "due", "answer", "made")
    return [dict(zip(names, row, strict=True)) for row in rows]
