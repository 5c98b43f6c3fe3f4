"""What a database's error means for whoever runs Dragoman: one line with the next step."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from dragoman.core.errors import LedgerError
from dragoman.store.sql import driver_errors

_FULL = "cannot grow: the disk is full; make room and run the same again"
_CLOSED = "cannot be written; check who owns the file and its folder, or name another with --ledger"
_DAMAGED = "is damaged; copy it away, then get back what is whole with `sqlite3 FILE .recover`"
_DISK = "cannot be read or written; see to the disk and its room, then run the same again"
_MEANINGS = (
    ("malformed", _DAMAGED),
    ("not a database", "is no ledger (not an SQLite database); name another file"),
    ("disk i/o error", _DISK),
    ("is full", _FULL),
    ("no space left", _FULL),
    ("readonly", _CLOSED),
    ("read-only", _CLOSED),
    ("permission denied", _CLOSED),
    ("unable to open", "cannot be opened; check that the folder is there and may be written"),
    ("locked", "is busy with another writer; run the same again when it is done"),
    ("no such table", "is no ledger of this program; name another file"),
)
_SERVER = "cannot be reached; check that PostgreSQL runs there and that name and password are right"
KEPT = "nothing recorded before was lost"


def shown(where: str) -> str:
    """A ledger's path or address as it may be printed: without the password."""
    if "://" not in where:
        return where
    try:
        return make_url(where).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return where.split("@")[-1]


def explain(error: Exception, where: str) -> LedgerError:
    """The error that is shown for one of the database's."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    said = " ".join(str(origin).split())
    small = said.lower()
    for mark, meaning in _MEANINGS:
        if mark in small:
            return LedgerError(f"ledger {shown(where)} {meaning}; {KEPT}")
    if "://" in where and any(w in small for w in ("connect", "authentication", "resolve", "host")):
        return LedgerError(f"ledger {shown(where)} {_SERVER}; {KEPT}")
    return LedgerError(f"ledger {shown(where)}: {said[:200]}; {KEPT}; report it if it stays")


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turns the database's errors into `LedgerError`s that say what to do."""
    known: tuple[type[Exception], ...] = (SQLAlchemyError, OSError, *driver_errors())
    try:
        yield
    except BrokenPipeError:
        raise  # somebody stopped reading what is printed
    except known as error:
        raise explain(error, where) from error
