"""A writer killed at any moment leaves no half document and loses none."""

import multiprocessing
import random
import time

import pytest

from dragoman.quality.synthetic import documents
from dragoman.store.opening import open_ledger
from tests.ledgers import new_ledger, place_of_new_ledger
from tests.recording.making import content, recorder, table

KILLS = {"sqlite": 50, "postgresql": 5}
COUNT = {"sqlite": 400, "postgresql": 120}


def write(place, readings):
    with open_ledger(place, create=True) as ledger:
        one = recorder(ledger)
        for incoming, reading in readings:
            if not one.is_known(incoming):
                one.record(incoming, reading)


def pace(place, readings):
    """How long a writer needs for some documents; what is loaded once is loaded before."""
    write(place, readings[:5])
    started = time.perf_counter()
    write(place, readings)
    return time.perf_counter() - started


def held(place, sizes):
    """The documents of a ledger, after looking whether each is whole."""
    with open_ledger(place, create=True) as ledger:
        if ledger.dialect == "sqlite":
            assert table(ledger, "PRAGMA integrity_check") == [("ok",)]
            assert table(ledger, "PRAGMA foreign_key_check") == []
        found = dict(
            table(ledger, "SELECT d.id, count(c.n) FROM documents d JOIN readings r ON"
                  " r.document = d.n LEFT JOIN claims c ON c.document = d.n GROUP BY d.id")
        )  # fmt: skip
        assert len(found) == table(ledger, "SELECT count(*) FROM documents")[0][0]
        assert found == {name: sizes[name] for name in found}
        assert table(ledger, "SELECT count(*) FROM claims WHERE entry IS NULL") == [(0,)]
        assert table(
            ledger, "SELECT count(*) FROM entries e WHERE NOT EXISTS"
            " (SELECT 1 FROM claims c WHERE c.entry = e.n)",
        ) == [(0,)]  # fmt: skip
        indexed = table(ledger, "SELECT count(*) FROM entry_words")
        assert indexed == table(ledger, "SELECT count(*) FROM entries")
    return set(found)


@pytest.mark.parametrize("dialect", KILLS)
def test_killed_at_any_moment_and_finished_by_the_next(dialect, tmp_path):
    readings = list(documents(COUNT[dialect], seed=7))
    sizes = {
        reading.document.id: len(reading.engagements) + len(reading.statements)
        + len(reading.outcomes) + len(reading.events)
        for _, reading in readings
    }  # fmt: skip
    place = place_of_new_ledger(dialect, tmp_path)
    within = pace(place_of_new_ledger(dialect, tmp_path, "pace"), readings[:25])
    chance = random.Random(11)
    fork = multiprocessing.get_context("fork")
    safe: set[str] = set()
    killed = 0
    for _ in range(KILLS[dialect]):
        writer = fork.Process(target=write, args=(place, readings))
        writer.start()
        time.sleep(chance.uniform(0.0, within))
        killed += writer.is_alive()
        writer.kill()  # says nothing of a writer that ended by itself, and was waited for
        writer.join()
        now = held(place, sizes)
        assert safe <= now
        safe = now
    assert killed >= KILLS[dialect] // 5  # a slow hour paces it wide, and all is soon written
    assert safe
    write(place, readings)
    assert held(place, sizes) == set(sizes)
    with open_ledger(place) as ledger, new_ledger("sqlite", tmp_path, "calm") as calm:
        one = recorder(calm)
        for incoming, reading in readings:
            one.record(incoming, reading)
        assert content(ledger) == content(calm)
