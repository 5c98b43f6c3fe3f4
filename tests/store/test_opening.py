"""Opening ledgers: new ones, older schemas, and what is no ledger."""

import sqlite3

import pytest
from sqlalchemy import TableClause, text

from dragoman.core.errors import LedgerError
from dragoman.store import tables
from dragoman.store.migrations import migrate, steps
from dragoman.store.opening import default_place, open_ledger
from tests.ledgers import DIALECTS, place_of_new_ledger
from tests.recording.making import content, recorder, report

MET = "Aiko Mori of Japan met Salem Nasser of Kuwait in Kuwait City on Monday."


def test_steps_are_numbered_without_gaps():
    assert [step.number for step in steps()] == list(range(1, len(steps()) + 1))


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("number", range(len(steps())))
def test_a_ledger_of_every_earlier_schema_opens(tmp_path, dialect, number):
    place = place_of_new_ledger(dialect, tmp_path)
    from dragoman.store import opening

    engine = (
        opening._file(tmp_path / "ledger.db", True)
        if dialect == "sqlite"
        else opening._server(place)
    )
    old = opening.Ledger(place, engine)
    with old.write() as connection:
        migrate(connection, number)
        if number:
            connection.execute(
                text(
                    "INSERT INTO runs (n, started, command, dragoman, reader, resolver)"
                    " VALUES (1, 'then', 'ingest', '0', '0', '0')"
                )
            )
    old.close()
    with open_ledger(place, create=True) as ledger:
        with ledger.read() as connection:
            held = connection.execute(text("SELECT count(*) FROM runs")).scalar()
        recorder(ledger).record(*report(MET))
        assert len(content(ledger)["entries"]) == 1
    assert held == (1 if number else 0)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_statements_name_the_columns_that_the_steps_make(tmp_path, dialect):
    with open_ledger(place_of_new_ledger(dialect, tmp_path), create=True) as ledger:
        for table in vars(tables).values():
            if isinstance(table, TableClause):
                with ledger.read() as connection:
                    names = ", ".join(c.name for c in table.columns)
                    connection.execute(text(f"SELECT {names} FROM {table.name}")).all()


def test_a_ledger_that_is_not_there_is_not_made_by_asking(tmp_path):
    with pytest.raises(LedgerError, match="dragoman ingest"):
        open_ledger(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path):
    with open_ledger(tmp_path / "l.db", create=True) as ledger, ledger.write() as connection:
        connection.execute(text("INSERT INTO schema_steps (number, name) VALUES (999, 'later')"))
    with pytest.raises(LedgerError, match="update Dragoman"):
        open_ledger(tmp_path / "l.db")


def test_a_database_of_another_program_is_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE documents (name TEXT)")
    with pytest.raises(LedgerError, match="another program"):
        open_ledger(tmp_path / "other.db", create=True)


def test_the_environment_names_the_ledger(monkeypatch):
    monkeypatch.setenv("DRAGOMAN_LEDGER", "somewhere.db")
    assert default_place() == "somewhere.db"
    monkeypatch.delenv("DRAGOMAN_LEDGER")
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    assert default_place().endswith("ledger.db")
