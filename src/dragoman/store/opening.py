"""Opening a ledger: an SQLite file or a PostgreSQL database, with the locks it needs."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from dragoman.core.errors import LedgerError
from dragoman.store.failures import explained, shown
from dragoman.store.migrations import migrate, steps, taken

VARIABLE = "DRAGOMAN_LEDGER"
"""The environment variable that names the ledger where no option does."""
PATIENCE = 60
"""Seconds that a writer waits for another."""
_LOCK = 0x647261676F6D616E
"""The key of PostgreSQL's advisory lock that one writer of a ledger holds."""
_LOG_PAGES = 16_000
"""Pages of SQLite's log (64 MB) after which it is folded into the file: seldom, since the disk is
then waited for, and a document touches some two hundred pages."""
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {PATIENCE * 1000}",
    "PRAGMA cache_size = -8192",
    "PRAGMA temp_store = MEMORY",
)

_WRITING = "PRAGMA cache_size = -65536"
"""A writer keeps more in memory than each of the many who only read."""


def default_place() -> str:
    """Where the ledger lies if nobody says: named by `DRAGOMAN_LEDGER`, or in the user's data."""
    named = os.environ.get(VARIABLE)
    if named:
        return named
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return str(base / "dragoman" / "ledger.db")


class Ledger:
    """An opened ledger; make it with `open_ledger`.

    `read` and `write` give connections, each inside one transaction that is kept where the block
    ends well and undone otherwise. There is one writer at a time; others wait their turn.
    """

    def __init__(self, where: str, engine: Engine) -> None:
        self.where = where
        self.counts = False
        """True once the schema is the newest, so that changes can be counted."""
        self._engine = engine

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger.

        Raises:
            LedgerError: the database failed.
        """
        with explained(self.where), self._engine.connect() as connection:
            if self.dialect == "sqlite":
                connection.exec_driver_sql("BEGIN")
            yield connection
            connection.rollback()

    @contextmanager
    def write(self, *, shown: bool = True) -> Iterator[Connection]:
        """The connection of the only writer; `shown` False where no page shows what is written.

        Raises:
            LedgerError: the database failed; nothing of this block was kept.
        """
        with explained(self.where), self._engine.connect() as connection:
            if self.dialect == "sqlite":
                connection.exec_driver_sql(_WRITING)
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                # As SQLite's: a server that loses power may lose the last documents, whole ones
                # only, which the next run records again.
                connection.execute(text("SET LOCAL synchronous_commit TO off"))
            try:
                yield connection
                if self.counts and shown:
                    connection.exec_driver_sql("UPDATE changes SET n = n + 1")
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    @contextmanager
    def session(self) -> Iterator[Connection]:
        """A connection to hold for long, outside any transaction of others.

        Raises:
            LedgerError: the database failed.
        """
        with explained(self.where), self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()


def open_ledger(where: str | Path | None = None, *, create: bool = False) -> Ledger:
    """Opens a ledger by path or PostgreSQL address and brings its schema up to date.

    Args:
        where: A file, `postgresql://…`, or None for the default place.
        create: Make it where it is not there.

    Raises:
        LedgerError: it is not there, cannot be opened, or is of a newer Dragoman.
    """
    place = str(where) if where is not None else default_place()
    if "://" in place:
        ledger = Ledger(place, _server(place))
    else:
        ledger = Ledger(place, _file(Path(place), create))
    with ledger.read() as connection:
        done = taken(connection)
    if done == 0 and not create:
        ledger.close()
        raise LedgerError(f"ledger {shown(place)} is empty; fill it with `dragoman ingest`")
    if done < len(steps()):
        with ledger.write() as connection:
            migrate(connection)
    ledger.counts = True
    return ledger


def _server(address: str) -> Engine:
    try:
        url: URL = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(f"ledger {shown(address)}: no address of a database") from error
    if url.get_backend_name() != "postgresql":
        raise LedgerError(
            f"ledger {shown(address)}: give a file or an address that begins with postgresql://"
        )
    url = url.set(drivername="postgresql+psycopg")
    try:
        return create_engine(url, connect_args={"connect_timeout": 10}, pool_pre_ping=True)
    except (ImportError, NoSuchModuleError) as error:
        raise LedgerError(
            f"ledger {shown(address)} needs the driver of PostgreSQL: "
            "pip install 'dragoman[postgres]'"
        ) from error


def _file(path: Path, create: bool) -> Engine:
    if path.is_dir():
        raise LedgerError(f"ledger {path} is a folder; name a file in it")
    if not path.exists():
        if not create:
            raise LedgerError(f"ledger {path} is not there; make it with `dragoman ingest`")
        with explained(str(path)):
            path.parent.mkdir(parents=True, exist_ok=True)
    return create_engine("sqlite+pysqlite://", creator=lambda: _connect(path), poolclass=QueuePool)


def _connect(path: Path) -> sqlite3.Connection:
    """A connection in autocommit, so that transactions are begun by name."""
    writable = not path.exists() or os.access(path, os.W_OK)
    source: Any = str(path)
    if writable:
        connection = sqlite3.connect(
            source, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    else:
        quiet = not path.with_name(path.name + "-wal").exists()
        source = f"{path.absolute().as_uri()}?mode=ro" + ("&immutable=1" if quiet else "")
        connection = sqlite3.connect(
            source, timeout=PATIENCE, isolation_level=None, uri=True, check_same_thread=False
        )
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection
