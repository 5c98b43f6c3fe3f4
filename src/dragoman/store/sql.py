"""Fixed statements, run straight on the driver: recording a document takes dozens of them.

Statements are written once for all databases: values as `:name`, lists as `IN :name`. Statements
that are put together from what is asked for are built with SQLAlchemy instead.
"""

import json
import re
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection

Values = Mapping[str, Any]
_IN = re.compile(r"\bIN :(\w+)")
_NAME = re.compile(r"(?<![:\w]):(\w+)")


@cache
def _for(dialect: str, statement: str) -> tuple[str, frozenset[str]]:
    """A statement as a database's driver takes it, and the names of its lists."""
    lists = frozenset(_IN.findall(statement))
    if dialect == "sqlite":
        return _IN.sub(r"IN (SELECT value FROM json_each(:\1))", statement), lists
    return _NAME.sub(r"%(\1)s", _IN.sub(r"= ANY(:\1)", statement)), lists


def query(connection: Connection, statement: str, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """All rows of a statement."""
    dialect = connection.dialect.name
    words, lists = _for(dialect, statement)
    for name in lists:
        given = list(values[name])
        values[name] = json.dumps(given) if dialect == "sqlite" else given
    cursor: Any = connection.connection.cursor()
    try:
        cursor.execute(words, values)
        return list(cursor.fetchall()) if cursor.description else []
    finally:
        cursor.close()


def change(connection: Connection, statement: str, rows: Sequence[Values]) -> None:
    """Runs a statement once for each row of values; none for no rows."""
    if not rows:
        return
    words, _ = _for(connection.dialect.name, statement)
    cursor: Any = connection.connection.cursor()
    try:
        cursor.executemany(words, rows)
    finally:
        cursor.close()


def add(connection: Connection, table: str, rows: Sequence[Values], *, new: bool = False) -> None:
    """Adds rows that all have the same columns; with `new`, passes over those there already."""
    if rows:
        change(connection, _insert(table, tuple(rows[0]), new), rows)


@cache
def _insert(table: str, columns: tuple[str, ...], new: bool) -> str:
    names, values = ", ".join(columns), ", ".join(f":{c}" for c in columns)
    end = " ON CONFLICT DO NOTHING" if new else ""
    return f"INSERT INTO {table} ({names}) VALUES ({values}){end}"


def drop(connection: Connection, table: str, column: str, keys: Collection[int]) -> None:
    """Takes out the rows of a table that have one of the keys."""
    if keys:
        query(connection, f"DELETE FROM {table} WHERE {column} IN :keys", keys=sorted(keys))


def driver_errors() -> tuple[type[Exception], ...]:
    """What the drivers in use raise."""
    try:
        import psycopg
    except ImportError:
        return (sqlite3.Error,)
    return sqlite3.Error, psycopg.Error
