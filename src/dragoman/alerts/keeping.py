"""Alerts of a configuration, kept in the ledger beside those that people set up on the pages."""

from collections.abc import Sequence

from pydantic import ValidationError
from sqlalchemy import Connection

from dragoman.alerts.settings import SET_UP, Alert
from dragoman.alerts.wanted import wanted_of
from dragoman.core.errors import DataError
from dragoman.store import watchers
from dragoman.store.opening import Ledger


def keep_alerts(ledger: Ledger, alerts: Sequence[Alert], now: str) -> None:
    """Sets up what a configuration names, and takes out what it no longer does.

    What is set up anew tells only of entries that come after it.

    Raises:
        DataError: a query cannot be read, or no search is saved under its name.
    """
    with ledger.write() as connection:
        saved = {row["name"]: row["query"] for row in watchers.saved_queries(connection)}
        wanted = {
            (alert.who, address): (_query(alert, saved), alert.secret)
            for alert in alerts
            for address in alert.addresses
        }
        for hook in watchers.webhooks(connection):
            key = (hook.who, hook.address)
            if not hook.who.startswith(SET_UP):
                continue
            if key not in wanted or wanted[key][0] != hook.query:
                watchers.drop_webhook(connection, hook.id)
                continue
            _, secret = wanted.pop(key)
            if secret != hook.secret:
                watchers.change_secret(connection, hook.id, secret)
        _add(connection, wanted, now)


def _add(connection: Connection, wanted: dict[tuple[str, str], tuple[str, str]], now: str) -> None:
    for (who, address), (query, secret) in wanted.items():
        watchers.add_webhook(connection, query, address, secret, who, now)


def _query(alert: Alert, saved: dict[str, str]) -> str:
    """The query of an alert in its shortest form."""
    if alert.saved is not None and alert.saved not in saved:
        raise DataError(
            f"alert {alert.name!r}: no search is saved as {alert.saved!r}: save it, or give query"
        )
    text = saved[alert.saved] if alert.saved is not None else alert.query or ""
    try:
        return wanted_of(text.removeprefix("?")).query()
    except ValidationError as error:
        raise DataError(
            f"alert {alert.name!r}: the query asks for something unknown: copy it from a search"
        ) from error
