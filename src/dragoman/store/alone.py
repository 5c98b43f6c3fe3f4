"""One program alone does a thing with a ledger; one that was killed bars nobody."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from dragoman.core.errors import LedgerError
from dragoman.store.failures import shown
from dragoman.store.opening import Ledger

_LOCK = 0x647261676F6D6177
"""The key of PostgreSQL's advisory lock that whoever follows sources holds."""


@contextmanager
def alone(ledger: Ledger, what: str) -> Iterator[None]:
    """Holds the right to do a thing, which the system takes back when the program ends.

    Raises:
        LedgerError: another program does it now.
    """
    said = f"ledger {shown(ledger.where)}: another program does `{what}` on it: stop that one first"
    if ledger.dialect == "sqlite":
        with _file(Path(f"{ledger.where}.{what}"), said):
            yield
        return
    with ledger.session() as connection:
        held = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _LOCK})
        if not held.scalar():
            raise LedgerError(said)
        connection.commit()
        try:
            yield
        finally:
            # The pool keeps the connection, and with it the lock, unless it is given back.
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})
            connection.commit()


@contextmanager
def _file(path: Path, said: str) -> Iterator[None]:
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        yield
        return
    try:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise LedgerError(f"{path}: cannot be made ({error.strerror}): free the folder") from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise LedgerError(said) from error
        yield
    finally:
        os.close(handle)
