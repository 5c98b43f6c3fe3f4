"""Opening ledgers: new ones, older schemas, and what is no ledger."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import TableClause, inspect, text

from dragoman.core.errors import LedgerError
from dragoman.lang.search_words import asked_words
from dragoman.store import opening, tables
from dragoman.store.listing import Asked, list_entries
from dragoman.store.migrations import migrate, steps
from dragoman.store.nearness import count_due
from dragoman.store.opening import default_place, open_ledger
from tests.ledgers import DIALECTS, place_of_new_ledger
from tests.recording.making import content, recorder, report, table

MET = "Aiko Mori of Japan met Salem Nasser of Kuwait in Kuwait City on Monday."


def test_steps_are_numbered_without_gaps():
    assert [step.number for step in steps()] == list(range(1, len(steps()) + 1))


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("number", range(len(steps())))
def test_a_ledger_of_every_earlier_schema_opens(tmp_path, dialect, number):
    place = place_of_new_ledger(dialect, tmp_path)
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
@pytest.mark.parametrize("number", range(1, len(steps())))
def test_what_an_earlier_schema_held_is_there_and_goes_on(tmp_path, dialect, number):
    with open_ledger(place_of_new_ledger(dialect, tmp_path, "new"), create=True) as ledger:
        one = recorder(ledger)
        one.record(*report(MET))
        one.record(*report("On Monday in Kuwait City they met.", uri="b.txt", outlet="Herald"))
        expected = content(ledger)
        place = copied_into(number, ledger, place_of_new_ledger(dialect, tmp_path, "old"))
    with open_ledger(place) as ledger:
        assert content(ledger) == expected
        with ledger.read() as connection:
            asked = Asked(words=asked_words("Monday Mori"))
            assert [e["id"] for e in list_entries(connection, asked).items] == [
                row[0] for row in expected["entries"]
            ]
            assert count_due(connection) == len(expected["entries"])
        recorder(ledger).record(*report("A third told of it.", uri="c.txt", outlet="Post"))
        [(reports,)] = table(ledger, "SELECT max(reports) FROM entries")
        assert reports == 3


def copied_into(number, ledger, place):
    """A ledger of an earlier schema that holds what another does, as far as it can."""
    path = Path(place)
    engine = opening._server(place) if "://" in place else opening._file(path, True)
    old = opening.Ledger(place, engine)
    with old.write() as into:
        migrate(into, number)
        for known in vars(tables).values():
            if not isinstance(known, TableClause) or not inspect(into).has_table(known.name):
                continue
            names = ", ".join(c.name for c in known.columns)
            values = ", ".join(f":{c.name}" for c in known.columns)
            with ledger.read() as source:
                rows = source.execute(text(f"SELECT {names} FROM {known.name}")).mappings().all()
            for row in rows:
                if known is tables.ENTRY_WORDS:
                    row = {**row, "rowid": row["rowid"] & 2**32 - 1}
                into.execute(
                    text(f"INSERT INTO {known.name} ({names}) VALUES ({values})"), dict(row)
                )
    old.close()
    return place


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
