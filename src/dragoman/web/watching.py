"""Tells webhooks of new engagements that match: signed, retried, and written down."""

import hashlib
import hmac
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

from dragoman.core.errors import DragomanError
from dragoman.sources.http import FetchError, Outgoing, Resolver, resolve, send
from dragoman.store.listing import all_entries, find_entry
from dragoman.store.opening import Ledger
from dragoman.store.watchers import (
    Webhook,
    due,
    find_webhook,
    newest_entry,
    note_delivery,
    queue,
    webhooks,
)  # fmt: skip
from dragoman.web.asking import wanted_of
from dragoman.web.books import Books
from dragoman.web.shell import dumps

_LOG = logging.getLogger(__name__)

WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 720))
"""How long to wait after the first, second … failed attempt; after the last it is given up."""
EVERY = 5.0
FORM = "%Y-%m-%dT%H:%M:%SZ"
SIGNATURE = "X-Dragoman-Signature"


def utc_now() -> datetime:
    """The time now."""
    return datetime.now(UTC)


def sign(secret: str, stamp: str, data: bytes) -> str:
    """The signature that a receiver checks: HMAC-SHA256 of the time, a dot and the body."""
    made = hmac.new(secret.encode(), stamp.encode() + b"." + data, hashlib.sha256)
    return f"sha256={made.hexdigest()}"


@dataclass(slots=True)
class Watching:
    """Looks for new matches and delivers them, in a thread of its own."""

    books: Books
    inside: bool = False
    resolver: Resolver = resolve
    clock: Callable[[], datetime] = utc_now
    _stop: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def start(self) -> None:
        """Begins to look every few seconds."""
        self._thread = Thread(target=self._run, daemon=True, name="webhooks")
        self._thread.start()

    def stop(self) -> None:
        """Ends, after the delivery that is under way."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stop.wait(EVERY):
            try:
                self.look()
                self.deliver()
            except DragomanError as error:
                _LOG.warning("webhooks: %s", error)

    def look(self) -> None:
        """Queues what is new for each webhook."""
        ledger = self.books.ledger()
        with ledger.read() as connection:
            hooks, newest = webhooks(connection), newest_entry(connection)
        for hook in hooks:
            if hook.seen < newest:
                self._queue(ledger, hook, newest)

    def _queue(self, ledger: Ledger, hook: Webhook, newest: int) -> None:
        asked = wanted_of(hook.query).asked(families=("engagement",), beyond=hook.seen)
        with ledger.write() as connection:
            found = [e["id"] for e in all_entries(connection, asked, order="oldest")]
            queue(connection, hook, found, newest, self.clock().strftime(FORM))

    def deliver(self) -> None:
        """Sends what is due; what fails is tried again later, at most six times."""
        ledger = self.books.ledger()
        now = self.clock()
        with ledger.read() as connection:
            waiting = due(connection, now.strftime(FORM))
        for n, name, entry, attempts in waiting:
            state, answer = self._send(ledger, name, entry)
            if state == "waiting" and attempts >= len(WAITS):
                state = "failed"
            later = now + WAITS[min(attempts, len(WAITS) - 1)]
            with ledger.write() as connection:
                note_delivery(connection, n, state, answer, later.strftime(FORM))

    def _send(self, ledger: Ledger, name: str, entry: str) -> tuple[str, str]:
        """One attempt: the state after it, and what was answered."""
        with ledger.read() as connection:
            hook, body = find_webhook(connection, name), find_entry(connection, entry)
        if hook is None or body is None:
            return "failed", "no longer there"
        stamp = self.clock().strftime(FORM)
        data = dumps({"webhook": name, "query": hook.query, "engagement": body}).encode()
        headers = {
            "Content-Type": "application/json",
            "X-Dragoman-Delivery": f"{name}.{entry}",
            "X-Dragoman-Time": stamp,
            SIGNATURE: sign(hook.secret, stamp, data),
        }
        try:
            status = send(Outgoing(hook.address, data, headers, self.inside), self.resolver)
        except FetchError as error:
            return ("failed" if error.refused else "waiting"), str(error)[:300]
        return ("sent" if 200 <= status < 300 else "waiting"), str(status)
