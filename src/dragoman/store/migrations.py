"""The schema in numbered steps: each ledger knows how many it has taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, text

from dragoman.core.errors import LedgerError

_FIELDS = {
    "sqlite": {"int": "INTEGER", "bytes": "BLOB", "real": "REAL", "clustered": " WITHOUT ROWID"},
    "postgresql": {"int": "BIGINT", "bytes": "BYTEA", "real": "DOUBLE PRECISION", "clustered": ""},
}
_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its number, its name and its SQL with fields for what the databases call types."""

    number: int
    name: str
    sql: str

    def statements(self, dialect: str) -> list[str]:
        """The statements for a database, those of others left out."""
        out = []
        for statement in self.sql.split(";\n"):
            lines = [line.strip() for line in statement.strip().splitlines()]
            marks = {line[3:] for line in lines if line.startswith("-- ")} & set(_FIELDS)
            words = "\n".join(line for line in lines if not line.startswith("--"))
            if words and (not marks or dialect in marks):
                for key, value in _FIELDS[dialect].items():
                    words = words.replace("{" + key + "}", value)
                out.append(words.rstrip(";"))
        return out


@cache
def steps() -> tuple[Step, ...]:
    """All steps in their order."""
    folder = files("dragoman.store.steps")
    found = []
    for file in folder.iterdir():
        match = _NAME.fullmatch(file.name)
        if match:
            found.append(Step(int(match[1]), file.name, file.read_text(encoding="utf-8")))
    return tuple(sorted(found, key=lambda step: step.number))


def taken(connection: Connection) -> int:
    """How many steps a ledger has taken; 0 for an empty database.

    Raises:
        LedgerError: it was written by a newer Dragoman, or holds tables of something else.
    """
    if connection.dialect.name == "sqlite":
        find = "SELECT name FROM sqlite_master WHERE type = 'table'"
    else:
        find = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    tables = {row[0] for row in connection.execute(text(find))}
    if "schema_steps" not in tables:
        if tables & {"documents", "entries"}:
            raise LedgerError("the database holds tables of another program; name another ledger")
        return 0
    number = connection.execute(text("SELECT max(number) FROM schema_steps")).scalar() or 0
    if number > len(steps()):
        raise LedgerError(
            f"the ledger has schema {number} and this Dragoman knows {len(steps())}: "
            "update Dragoman"
        )
    return int(number)


def migrate(connection: Connection, upto: int | None = None) -> int:
    """Takes the steps that are missing, inside the caller's transaction; gives how many."""
    done = taken(connection)
    wanted: Sequence[Step] = steps()[done:upto]
    if done == 0 and wanted:
        connection.execute(
            text("CREATE TABLE schema_steps (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
        )
    for step in wanted:
        for statement in step.statements(connection.dialect.name):
            connection.exec_driver_sql(statement.replace("%", "%%"))
        connection.execute(
            text("INSERT INTO schema_steps (number, name) VALUES (:number, :name)"),
            {"number": step.number, "name": step.name},
        )
    return len(wanted)
