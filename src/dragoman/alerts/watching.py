"""Tells of new engagements that match, by webhook, letter or file: retried, and written down."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

from sqlalchemy import Connection

from dragoman.alerts.channels import Channel, Outcome
from dragoman.alerts.wanted import wanted_of
from dragoman.core.clock import FORM
from dragoman.core.errors import DragomanError
from dragoman.store.listing import all_entries, find_entry
from dragoman.store.opening import Ledger
from dragoman.store.watchers import (
    Delivery,
    Webhook,
    find_webhook,
    newest_entry,
    note_delivery,
    queue,
    take_due,
    webhooks,
)

_LOG = logging.getLogger(__name__)

WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 720))
"""How long to wait after the first, second … failed attempt; after the last it is given up."""
EVERY = 5.0
_LEASE = timedelta(minutes=10)
"""How long a delivery is ours: whoever is stopped in the midst of it leaves it to the next."""


def utc_now() -> datetime:
    """The time now."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Watching:
    """Looks for new matches and delivers them by its channels; others leave them to others."""

    ledger: Callable[[], Ledger]
    channels: Sequence[Channel]
    clock: Callable[[], datetime] = utc_now
    _stop: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def start(self) -> None:
        """Begins to look every few seconds, in a thread of its own."""
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
                self.beat()
            except DragomanError as error:
                _LOG.warning("webhooks: %s", error)

    def beat(self) -> None:
        """Looks for what is new, and sends what is due."""
        self.look()
        self.deliver()

    def look(self) -> None:
        """Queues what is new for each webhook."""
        ledger = self.ledger()
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
        ledger = self.ledger()
        with ledger.read() as connection:
            hooks = webhooks(connection)
        for hook in hooks:
            channel = next((c for c in self.channels if hook.address.startswith(c.scheme)), None)
            if channel is not None:
                self._deliver(ledger, hook, channel)

    def _deliver(self, ledger: Ledger, hook: Webhook, channel: Channel) -> None:
        """Sends what is due to one address."""
        now = self.clock()
        stamp, lease = now.strftime(FORM), (now + _LEASE).strftime(FORM)
        with ledger.read() as connection:
            if not take_due(connection, hook, stamp, None):
                return
        with ledger.write() as connection:
            taken = take_due(connection, hook, stamp, lease)
        for start in range(0, len(taken), channel.most):
            part = taken[start : start + channel.most]
            outcome = self._send(ledger, hook, channel, part)
            with ledger.write() as connection:
                for delivery in part:
                    self._note(connection, delivery, outcome, now)

    def _note(
        self, connection: Connection, delivery: Delivery, outcome: Outcome, now: datetime
    ) -> None:
        """Writes down how an attempt went, and when the next is due."""
        state, answer = outcome
        if state == "waiting" and delivery.attempts >= len(WAITS):
            state = "failed"
        later = now + WAITS[min(delivery.attempts, len(WAITS) - 1)]
        note_delivery(connection, delivery.n, state, answer, later.strftime(FORM))

    def _send(
        self, ledger: Ledger, hook: Webhook, channel: Channel, part: Sequence[Delivery]
    ) -> Outcome:
        """One attempt: the state after it, and what was answered."""
        with ledger.read() as connection:
            there = find_webhook(connection, hook.id)
            bodies = [find_entry(connection, delivery.entry) for delivery in part]
        entries = [body for body in bodies if body is not None]
        if there is None or not entries:
            return "failed", "no longer there"
        return channel.send(there, entries, self.clock())
